//! What a command line lacks. On a terminal it is asked for, and the command runs as if it had been given; elsewhere the
//! error tells what could stand there.
//!
//! The grammar alone says what must be given: no command asks for its arguments itself.

use super::chosen::Current;
use super::global::Global;
use super::offered::{self, Words};
use crate::output::ask::{self, Dialogue, Item, Leave, MARK, Text};
use crate::text::SourceMap;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, FromArgMatches, ValueHint};
use std::ffi::OsString;

/// How many names an error shows.
const SHOWN: usize = 8;

/// The command line with what it lacks, if that can be asked for.
///
/// # Errors
/// What clap says of it, with the names that there are; that the user interrupted.
pub(super) fn added(
    grammar: &Command,
    args: &[OsString],
    error: clap::Error,
    sources: &SourceMap,
) -> clap::error::Result<crate::Result<Vec<OsString>>> {
    if error.kind() != ErrorKind::MissingRequiredArgument {
        return Err(error);
    }
    let Some(lack) = Lack::of(grammar, args, &error, sources) else { return Err(error) };
    let may_ask = lack.may_ask && lack.args.iter().all(|arg| arg.get_action().takes_values());
    if !may_ask {
        return Err(lack.with_names(error));
    }
    match lack.ask() {
        Ok(args) => Ok(Ok(args)),
        Err(Unanswered::Failed(error)) => Ok(Err(error)),
        Err(Unanswered::Left) => Err(lack.with_names(error)),
    }
}

/// Why a command line is as it was.
enum Unanswered {
    /// There is nothing to choose from, or whoever was asked left.
    Left,
    /// The repository cannot be read, or the user interrupted.
    Failed(crate::Error),
}

/// What is missing from a command line.
struct Lack<'a> {
    grammar: &'a Command,
    words: &'a [OsString],
    sources: &'a SourceMap,
    /// In the order in which they are asked for.
    args: Vec<Arg>,
    /// Whether the first is a stack that need not be given.
    stack_first: bool,
    /// Whether there is somebody to ask, who wants to be.
    may_ask: bool,
}

impl<'a> Lack<'a> {
    fn of(
        grammar: &'a Command,
        words: &'a [OsString],
        error: &clap::Error,
        sources: &'a SourceMap,
    ) -> Option<Lack<'a>> {
        let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else { return None };
        let mut built = grammar.clone().ignore_errors(true);
        let matches = built.try_get_matches_from_mut(words).ok()?;
        let (command, given) = innermost(&built, &matches)?;
        let find = |text: &String| command.get_arguments().find(|arg| bare(&arg.to_string()) == bare(text)).cloned();
        let mut args: Vec<Arg> = missing.iter().map(find).collect::<Option<_>>()?;
        // components are those of a stack: it comes first
        let of_stack = args.iter().any(|arg| value_name(arg) == "COMPONENT")
            && !has_current(&Words::new(words.iter().cloned(), sources));
        let stack = command.get_arguments().find(|arg| value_name(arg) == "STACK" && arg.get_id() == "stack");
        let stack = stack.filter(|arg| of_stack && !given.contains_id(arg.get_id().as_str()));
        args.splice(0..0, stack.cloned());
        let global = Global::from_arg_matches(&matches).ok()?;
        Some(Lack {
            grammar,
            words,
            sources,
            args,
            stack_first: stack.is_some(),
            may_ask: !global.no_input && ask::can_ask(),
        })
    }

    /// Asks for one after the other, with a way back.
    fn ask(&self) -> Result<Vec<OsString>, Unanswered> {
        let answers = ask::in_turn(self.args.len(), |answers, before| {
            let arg = &self.args[answers.len()];
            match names(arg, &Words::new(self.with(answers), self.sources)).map_err(Unanswered::Failed)? {
                Some(names) if names.is_empty() => Err(Unanswered::Left),
                Some(names) => Ok(choose(arg, &names, before)),
                None => Ok(self.text(arg, answers, before)),
            }
        })?;
        match answers {
            Ok(answers) => Ok(self.with(&answers)),
            Err(Leave::Interrupted) => Err(Unanswered::Failed(ask::interrupted())),
            Err(Leave::Back | Leave::Nobody) => Err(Unanswered::Left),
        }
    }

    fn text(&self, arg: &Arg, answers: &[String], before: &str) -> Result<String, Leave> {
        let mut dialogue = Dialogue::start();
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        dialogue.question(MARK, &format!("{help}\n"));
        let path = arg.get_value_hint() == ValueHint::AnyPath;
        let line =
            dialogue.line(&Text { default: before, path, ..Text::default() }, &|text| self.check(answers, text))?;
        Ok(line.trim().to_owned())
    }

    /// What is wrong with a text: what clap would say of it.
    fn check(&self, answers: &[String], text: &str) -> Result<(), String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("something must stand here".to_owned());
        }
        let answers: Vec<String> = answers.iter().cloned().chain([text.to_owned()]).collect();
        match self.grammar.clone().try_get_matches_from(self.with(&answers)) {
            Err(error) if error.kind() != ErrorKind::MissingRequiredArgument => {
                let told = error.to_string();
                Err(told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned())
            }
            _ => Ok(()),
        }
    }

    /// The command line with answers to the first questions, before what is handed on behind `--`.
    fn with(&self, answers: &[String]) -> Vec<OsString> {
        let mut words = self.words.to_vec();
        let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
        let word = |(arg, answer): (&Arg, &String)| match (arg.get_long(), arg.get_short()) {
            (Some(long), _) => format!("--{long}={answer}").into(),
            (None, Some(short)) => format!("-{short}{answer}").into(),
            (None, None) => answer.into(),
        };
        words.splice(end..end, self.args.iter().zip(answers).map(word));
        words
    }

    /// The error with the names that could stand for what is missing.
    fn with_names(&self, mut error: clap::Error) -> clap::Error {
        let words = Words::new(self.words.iter().cloned(), self.sources);
        let tip = |arg: &Arg| {
            let names = names(arg, &words).ok().flatten().filter(|names| !names.is_empty())?;
            let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
            let more = names.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            Some(StyledStr::from(format!("{} can be {shown}{more}", value_name(arg))))
        };
        let tips: Vec<StyledStr> = self.missing().filter_map(tip).collect();
        if !tips.is_empty() {
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
        error
    }

    /// What clap misses: a stack that only helps to choose is not.
    fn missing(&self) -> impl Iterator<Item = &Arg> {
        self.args.iter().skip(usize::from(self.stack_first))
    }
}

fn choose(arg: &Arg, names: &[String], before: &str) -> Result<String, Leave> {
    let labels: Vec<Item<'_>> = names.iter().map(|label| Item { label, disabled: "" }).collect();
    let mut dialogue = Dialogue::start();
    dialogue.question(MARK, &format!("Which {}? ", value_name(arg).to_lowercase()));
    let at = names.iter().position(|name| name == before);
    dialogue.choose(&labels, at).map(|chosen| names[chosen].clone())
}

/// The names that an argument can have; nothing where it can be any text.
fn names(arg: &Arg, words: &Words) -> crate::Result<Option<Vec<String>>> {
    let fixed = arg.get_possible_values();
    if fixed.is_empty() {
        return offered::names(arg).map(|names| names(words)).transpose();
    }
    let shown = fixed.iter().filter(|value| !value.is_hide_set());
    Ok(Some(shown.map(|value| value.get_name().to_owned()).collect()))
}

/// The command that a command line calls, with what is given to it.
fn innermost<'a>(grammar: &'a Command, matches: &'a ArgMatches) -> Option<(&'a Command, &'a ArgMatches)> {
    match matches.subcommand() {
        None => Some((grammar, matches)),
        Some((name, inner)) => innermost(grammar.find_subcommand(name)?, inner),
    }
}

/// Whether there is a stack that is meant where none is named.
fn has_current(words: &Words) -> bool {
    words.workspace().and_then(|workspace| Current::of(&workspace)).is_ok_and(|current| current.is_some())
}

fn value_name(arg: &Arg) -> &str {
    arg.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str())
}

/// An argument as usage lines show it, whether it must be given or not.
fn bare(text: &str) -> String {
    text.replace(['<', '>', '[', ']'], "")
}
