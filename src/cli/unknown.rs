//! What somebody may mean whose command line clap does not understand.

use super::offered::{self, Words};
use crate::text::SourceMap;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use std::ffi::OsString;

/// The error with what may be meant. What is only there for old scripts is not offered.
pub(super) fn told(grammar: &Command, args: &[OsString], error: Error, sources: &SourceMap) -> Error {
    let line = Line { grammar, args, sources };
    match error.kind() {
        ErrorKind::InvalidSubcommand => line.command(error),
        ErrorKind::UnknownArgument => line.argument(error),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => line.value(error),
        _ => error,
    }
}

/// A command line that is not understood.
struct Line<'a> {
    grammar: &'a Command,
    args: &'a [OsString],
    sources: &'a SourceMap,
}

impl<'a> Line<'a> {
    /// A command that there is not: those with a like name, else those of other commands with this one, else all that
    /// could stand there.
    fn command(&self, mut error: Error) -> Error {
        let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand).cloned() else { return error };
        let (level, path) = self.level(Some(&word));
        let like = match error.remove(ContextKind::SuggestedSubcommand) {
            Some(ContextValue::Strings(like)) => like,
            _ => Vec::new(),
        };
        let is_shown = |name: &String| level.find_subcommand(name).is_some_and(|command| !command.is_hide_set());
        let like: Vec<String> = like.into_iter().filter(is_shown).collect();
        let is_top = std::ptr::eq(level, self.grammar);
        let others: Vec<String> = if is_top {
            let others = shown(level).filter(|command| shown(command).any(|inner| inner.get_name() == word));
            others.map(|command| format!("'{path} {} {word}'", command.get_name())).collect()
        } else if like.is_empty() {
            shown(level).map(|command| format!("'{path} {}'", command.get_name())).collect()
        } else {
            Vec::new()
        };
        error.remove(ContextKind::Suggested);
        if !others.is_empty() {
            return tip(error, &format!("there is {}", others.join(", ")));
        }
        if !like.is_empty() {
            error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(like));
        }
        error
    }

    /// An argument that there is not: where it belongs, or how it is said here.
    fn argument(&self, mut error: Error) -> Error {
        let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg).cloned() else { return error };
        let (level, path) = self.level(None);
        if let Some(ContextValue::String(like)) = error.get(ContextKind::SuggestedArg) {
            let is_it = |arg: &&Arg| arg.get_long().is_some_and(|long| *like == format!("--{long}"));
            let hidden = level.get_arguments().chain(self.grammar.get_arguments()).find(is_it);
            if hidden.is_some_and(Arg::is_hide_set) {
                error.remove(ContextKind::SuggestedArg);
            }
        }
        match self.meant(level, &path, &word) {
            Some(meant) => {
                error.remove(ContextKind::SuggestedArg);
                tip(error, &meant)
            }
            None => error,
        }
    }

    fn meant(&self, level: &Command, path: &str, word: &str) -> Option<String> {
        if !word.starts_with('-') {
            return self.name(level, word);
        }
        if level.get_arguments().any(|arg| is_option(arg, word)) {
            // it stands before its command
            return Some(format!("options of a command stand behind it: '{path} {word}'"));
        }
        let format = level.get_arguments().find(|arg| arg.get_long() == Some("format"))?;
        let value = format.get_possible_values().into_iter().find(|value| word == format!("--{}", value.get_name()));
        match value {
            Some(value) => Some(format!("'--format {}' says it", value.get_name())),
            None => matches!(word, "-o" | "--output").then(|| "'--format' chooses the form of an answer".to_owned()),
        }
    }

    /// A name of the repository that an option takes.
    fn name(&self, level: &Command, word: &str) -> Option<String> {
        let words = Words::new(self.args.iter().cloned(), self.sources);
        level.get_arguments().filter(|arg| !arg.is_positional()).find_map(|arg| {
            let kind = arg.get_value_names()?.first()?.to_lowercase();
            let names = offered::names(arg)?(&words).ok()?;
            let option = arg.get_short().map(|short| format!("-{short}"));
            let option = option.or_else(|| Some(format!("--{}", arg.get_long()?)))?;
            names.iter().any(|name| name == word).then(|| format!("'{word}' is a {kind}: '{option} {word}'"))
        })
    }

    /// A value that an argument cannot have: the variable that has it, where one has.
    fn value(&self, error: Error) -> Error {
        let (Some(ContextValue::String(said)), Some(ContextValue::String(value))) =
            (error.get(ContextKind::InvalidArg), error.get(ContextKind::InvalidValue))
        else {
            return error;
        };
        // an argument can say how it is written once the whole grammar is built
        let mut grammar = self.grammar.clone();
        grammar.build();
        let (level, _) = Line { grammar: &grammar, ..*self }.level(None);
        let arg = level.get_arguments().find(|arg| arg.to_string() == *said);
        let variable = arg.and_then(Arg::get_env).and_then(|name| Some((name, std::env::var(name).ok()?)));
        match variable {
            Some((name, set)) if set.contains(value) => tip(error, &format!("the variable {} says so", name.display())),
            _ => error,
        }
    }

    /// The command that is called, or whose subcommand a word should be, and how it is called.
    fn level(&self, word: Option<&str>) -> (&'a Command, String) {
        let words = self.args.iter().skip(1).filter_map(|arg| arg.to_str());
        let before = words.take_while(|arg| Some(*arg) != word);
        before.fold((self.grammar, self.grammar.get_name().to_owned()), |(level, path), arg| {
            match level.find_subcommand(arg) {
                Some(command) => (command, format!("{path} {}", command.get_name())),
                None => (level, path),
            }
        })
    }
}

/// The commands below one that people are shown.
fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set())
}

/// Whether a word is an option, with or without its value.
fn is_option(arg: &Arg, word: &str) -> bool {
    let name = word.split('=').next().unwrap_or(word);
    match name.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => arg.get_short().is_some_and(|short| name.starts_with(&format!("-{short}"))),
    }
}

fn tip(mut error: Error, text: &str) -> Error {
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(text.to_owned())]));
    error
}
