//! Options that are on or off: `--flag`, `--flag=true`, `--flag=false`, as Atmos takes them.
//!
//! Those that are off unless given are plain flags of clap, and [`settle`] takes their values away. Those that are on
//! or undecided have a value, which is called `BOOL` and parsed by [`switch`]; [`optional`] lets it be left out.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command};
use std::collections::BTreeSet;
use std::ffi::OsString;

const TRUE: [&str; 6] = ["true", "1", "t", "T", "TRUE", "True"];
const FALSE: [&str; 6] = ["false", "0", "f", "F", "FALSE", "False"];

/// Reads the words that Go takes for a boolean; help shows `true` and `false` only.
pub(super) fn switch() -> impl TypedValueParser<Value = bool> {
    let words = TRUE.into_iter().chain(FALSE);
    let words = words.map(|w| PossibleValue::new(w).hide(!matches!(w, "true" | "false")));
    PossibleValuesParser::new(words).map(|word| TRUE.contains(&word.as_str()))
}

/// Lets the value of a switch be left out, which means `true`.
pub(super) fn optional(arg: Arg) -> Arg {
    if arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "BOOL")) {
        arg.num_args(0..=1).require_equals(true).default_missing_value("true").hide_possible_values(true)
    } else {
        arg
    }
}

/// Turns `--flag=true` into `--flag` and takes `--flag=false` out, for the flags that take no value.
pub(super) fn settle(args: impl IntoIterator<Item = OsString>, command: &Command) -> Vec<OsString> {
    let mut flags = BTreeSet::new();
    collect_flags(command, &mut flags);
    let mut settled = Vec::new();
    let mut args = args.into_iter();
    for arg in args.by_ref() {
        let Some((name, value)) = arg.to_str().and_then(|a| a.strip_prefix("--")?.split_once('=')) else {
            let end_of_options = arg == "--";
            settled.push(arg);
            if end_of_options {
                break;
            }
            continue;
        };
        match (flags.contains(name), TRUE.contains(&value), FALSE.contains(&value)) {
            (true, true, _) => settled.push(format!("--{name}").into()),
            (true, _, true) => {}
            _ => settled.push(arg),
        }
    }
    settled.extend(args);
    settled
}

fn collect_flags(command: &Command, flags: &mut BTreeSet<String>) {
    let without_value = command.get_arguments().filter(|arg| matches!(arg.get_action(), ArgAction::SetTrue));
    flags.extend(without_value.filter_map(|arg| arg.get_long()).map(str::to_owned));
    for subcommand in command.get_subcommands() {
        collect_flags(subcommand, flags);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Arg;

    #[test]
    fn flags_take_an_optional_boolean() {
        let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
        let command = Command::new("x").arg(flag("a")).subcommand(Command::new("y").arg(flag("b")));
        let settle = |args: &[&str]| settle(args.iter().map(OsString::from), &command);
        assert_eq!(settle(&["y", "--a=true", "--b=false", "--c=true"]), ["y", "--a", "--c=true"]);
        assert_eq!(settle(&["--a=F", "--b=1", "--a=maybe"]), ["--b", "--a=maybe"]);
        assert_eq!(settle(&["--", "--a=false"]), ["--", "--a=false"]);
    }
}
