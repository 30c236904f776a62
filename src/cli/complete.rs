//! What can be typed next, told to a shell while the user types: commands and options, and the names of the repository's
//! stacks and components.

use super::known::{self, Known};
use crate::error::Result;
use crate::text::SourceMap;
use crate::workspace::{self, Workspace};
use clap::Arg;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, EnvCompleter, Shells};
use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

/// The variable by which a shell asks, and says which shell it is.
const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks what can be typed next, and tells whether one did.
///
/// # Errors
/// The shell is unknown, or has stopped listening.
pub(super) fn answer(args: &[OsString]) -> clap::error::Result<bool> {
    let cwd = std::env::current_dir().ok();
    CompleteEnv::with_factory(super::command).var(VARIABLE).try_complete(args, cwd.as_deref())
}

/// The names of the shells that can ask.
pub(super) fn shells() -> impl Iterator<Item = &'static str> {
    Shells::builtins().iter().map(EnvCompleter::name).collect::<Vec<_>>().into_iter()
}

/// What makes a shell ask.
pub(super) fn registration(shell: &str) -> std::io::Result<String> {
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(shell) {
        completer.write_registration(VARIABLE, "gaia", "gaia", "gaia", &mut script)?;
    }
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// An argument, with the names that it can have if it names something of the repository.
pub(super) fn with_names(arg: Arg) -> Arg {
    let names: fn(&OsStr) -> Vec<CompletionCandidate> = match arg.get_value_names() {
        Some([name]) if name == "STACK" => stacks,
        Some([name]) if name == "COMPONENT" => components,
        _ => return arg,
    };
    arg.add(ArgValueCompleter::new(names))
}

fn stacks(typed: &OsStr) -> Vec<CompletionCandidate> {
    candidates(typed, |_, known| known.iter().map(|(stack, _)| stack.clone()).collect())
}

fn components(typed: &OsStr) -> Vec<CompletionCandidate> {
    candidates(typed, |words, known| {
        let stack = words.stack();
        let known = known.iter().filter(|(name, _)| stack.as_ref().is_none_or(|stack| stack == name));
        known.flat_map(|(_, components)| components.iter().cloned()).collect()
    })
}

/// Names of the repository that begin with what is typed. Where there is none, or it is broken, there are none.
fn candidates(typed: &OsStr, pick: impl Fn(&Words, &Known) -> BTreeSet<String>) -> Vec<CompletionCandidate> {
    let words = Words::of_process();
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let Ok(known) = names(&words) else { return Vec::new() };
    let names = pick(&words, &known).into_iter().filter(|name| name.starts_with(typed));
    names.map(CompletionCandidate::new).collect()
}

/// The command line that is being typed.
struct Words(Vec<String>);

impl Words {
    /// A shell gives it after `--`.
    fn of_process() -> Words {
        let all = std::env::args_os().skip_while(|word| word != "--").skip(1);
        Words(all.map(|word| word.to_string_lossy().into_owned()).collect())
    }

    /// The value of an option that was typed before.
    fn value(&self, short: &str, long: &str) -> Option<String> {
        let mut words = self.0.iter();
        while let Some(word) = words.next() {
            if word == short || word == long {
                return words.next().cloned();
            }
            if let Some(value) = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value.to_owned());
            }
        }
        None
    }

    fn stack(&self) -> Option<String> {
        self.value("-s", "--stack").filter(|stack| !stack.is_empty())
    }
}

fn names(words: &Words) -> Result<Known> {
    let mut options = workspace::Options::here()?;
    if let Some(dir) = words.value("-C", "--chdir") {
        options.cwd = workspace::clean(&options.cwd.join(dir));
    }
    options.base_path = words.value("--base-path", "--base-path").map(PathBuf::from);
    known::names(&Arc::new(Workspace::open(&options, &SourceMap::default())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_found_in_both_forms() {
        let words = |line: &str| Words(line.split(' ').map(str::to_owned).collect());
        assert_eq!(words("gaia plan -s dev vp").stack().as_deref(), Some("dev"));
        assert_eq!(words("gaia plan --stack=dev vp").stack().as_deref(), Some("dev"));
        assert_eq!(words("gaia plan vp -s").stack(), None);
    }
}
