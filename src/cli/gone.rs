//! Commands of the Python CLI that gaia does not have: they say what does their work now, and end with 64.

use crate::error::Error;
use crate::workflow::old_cli::{self, DROPPED, Dropped};
use clap::{Arg, ArgMatches, Command};
use std::ffi::OsString;

/// What follows such a command; none of it is looked at.
const REST: &str = "rest";

/// The grammar with these commands, hidden.
pub(super) fn with(mut command: Command) -> Command {
    let mut added: Vec<&str> = Vec::new();
    for Dropped { words, .. } in DROPPED {
        match words {
            [group, name] if command.find_subcommand(group).is_some() && !added.contains(group) => {
                command = command.mut_subcommand(group, |group| group.subcommand(hidden(name)));
            }
            [first, ..] if !added.contains(first) => {
                added.push(first);
                command = command.subcommand(hidden(first));
            }
            _ => {}
        }
    }
    command
}

fn hidden(name: &'static str) -> Command {
    let rest = Arg::new(REST).num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    Command::new(name).hide(true).disable_help_flag(true).arg(rest.value_parser(clap::value_parser!(OsString)))
}

/// The refusal of such a command.
pub(super) fn refusal(matches: &ArgMatches) -> Option<Error> {
    let mut words: Vec<String> = Vec::new();
    let mut level = matches;
    while let Some((name, inner)) = level.subcommand() {
        words.push(name.to_owned());
        level = inner;
    }
    let rest = level.try_get_many::<OsString>(REST).ok()?;
    words.extend(rest.into_iter().flatten().filter_map(|word| word.to_str()).map(str::to_owned));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Dropped { words, instead } = old_cli::find(&words)?;
    let gone = format!("there is no `gaia {}` any more", words.join(" "));
    Some(Error::usage(gone).hint(format!("instead: {instead}")))
}
