//! What somebody may mean who calls a command that there is not.

use clap::Command;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// The error with the commands that may be meant: those with a like name, else those of other commands with this one. The
/// Python CLI's commands, which are hidden, are not among them.
pub(super) fn told(grammar: &Command, args: &[OsString], mut error: clap::Error) -> clap::Error {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return error;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand).cloned() else { return error };
    let level = level(grammar, args, &word);
    if let Some(ContextValue::Strings(like)) = error.remove(ContextKind::SuggestedSubcommand) {
        let is_shown = |name: &String| level.find_subcommand(name).is_some_and(|command| !command.is_hide_set());
        let like: Vec<String> = like.into_iter().filter(is_shown).collect();
        if !like.is_empty() {
            error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(like));
        }
    }
    let others = grammar.get_subcommands().filter(|command| !command.is_hide_set());
    let others = others.filter(|command| command.find_subcommand(&word).is_some_and(|inner| !inner.is_hide_set()));
    let others: Vec<String> = others.map(|command| format!("'gaia {} {word}'", command.get_name())).collect();
    if std::ptr::eq(level, grammar) && !others.is_empty() {
        error.remove(ContextKind::SuggestedSubcommand);
        let tip = StyledStr::from(format!("there is {}", others.join(", ")));
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}

/// The command whose subcommand a word should be.
fn level<'a>(grammar: &'a Command, args: &[OsString], word: &str) -> &'a Command {
    let before = args.iter().skip(1).take_while(|arg| *arg != word).filter_map(|arg| arg.to_str());
    before.fold(grammar, |level, arg| level.find_subcommand(arg).unwrap_or(level))
}
