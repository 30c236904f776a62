//! What can be typed next, told to a shell while the user types: commands and options, and the names of what the
//! repository has.

use super::offered::{self, Names, Words};
use crate::text::SourceMap;
use clap::Arg;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, EnvCompleter, Shells};
use std::ffi::{OsStr, OsString};

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
    let Some(names) = offered::names(&arg) else { return arg };
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| candidates(typed, names)))
}

/// Names of the repository that begin with what is typed. Where there is none, or it is broken, there are none.
fn candidates(typed: &OsStr, names: Names) -> Vec<CompletionCandidate> {
    // a shell gives the command line after `--`
    let words = Words::new(std::env::args_os().skip_while(|word| word != "--").skip(1), &SourceMap::default());
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let names = names(&words).unwrap_or_default().into_iter().filter(|name| name.starts_with(typed));
    names.map(CompletionCandidate::new).collect()
}
