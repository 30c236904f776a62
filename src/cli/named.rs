//! What the words mean that name a stack or a component.

use super::chosen::Current;
use super::context::Context;
use crate::engine::Engine;
use crate::error::{Error, Kind, Result};
use crate::output::ask;
use crate::query::select::NamePattern;
use crate::query::spoken;
use clap::Args;
use std::sync::Arc;

/// `--stack` of what works on one stack.
#[derive(Args, Debug)]
pub(super) struct OneStack {
    /// The stack: its name or the beginning of it, or the path of its manifest [default: that of `gaia context`]
    #[arg(short, long, value_name = "STACK", env = "ATMOS_STACK")]
    stack: Option<String>,
}

impl OneStack {
    /// The stack as it is said.
    pub(super) fn said(&self) -> Option<&str> {
        self.stack.as_deref().filter(|said| !said.is_empty())
    }

    /// The stack that is meant: the one said, else the current one, else the one that is chosen on a terminal.
    ///
    /// # Errors
    /// None is said, and nobody can be asked; several could be meant.
    pub(super) fn find(&self, context: &Context, engine: &Engine) -> Result<Arc<str>> {
        match self.said() {
            Some(said) => stack(context, engine, said),
            None => current_stack(context, engine),
        }
    }

    /// A component in the stack that is meant, and the stack.
    ///
    /// # Errors
    /// As [`OneStack::find`]; several components could be meant.
    pub(super) fn find_component(
        &self,
        context: &Context,
        engine: &Engine,
        said: &str,
    ) -> Result<(Arc<str>, Arc<str>)> {
        let stack = self.find(context, engine)?;
        Ok((component(context, engine, &stack, said)?, stack))
    }
}

/// The stack that is meant where none is named: that of `ATMOS_STACK`, else the current one, else the one that is chosen on
/// a terminal.
///
/// # Errors
/// None is chosen, and nobody can be asked.
pub(super) fn current_stack(context: &Context, engine: &Engine) -> Result<Arc<str>> {
    if let Some(said) = std::env::var("ATMOS_STACK").ok().filter(|said| !said.is_empty()) {
        return stack(context, engine, &said);
    }
    match Current::of(engine.workspace())? {
        Some(current) => stack(context, engine, &current.said()),
        None if context.can_ask() => choose_stack(engine),
        None => Err(Error::usage("no stack is named")
            .hint("name it with `-s STACK`, or choose one with `gaia context use STACK`")),
    }
}

/// The stack that is meant by a word that may also be a pattern for several, or nothing.
///
/// # Errors
/// Several could be meant.
pub(super) fn stack_or_pattern(context: &Context, engine: &Engine, said: Option<String>) -> Result<Option<String>> {
    match said {
        Some(said) if is_word(&said) => Ok(Some(stack(context, engine, &said)?.to_string())),
        other => Ok(other),
    }
}

/// As [`stack_or_pattern`], for commands that compare names with a pattern.
///
/// # Errors
/// Several could be meant, or the pattern is none.
pub(super) fn pattern(context: &Context, engine: &Engine, said: Option<&str>) -> Result<Option<NamePattern>> {
    match said {
        None | Some("") => Ok(None),
        Some(said) if is_word(said) => NamePattern::new(&stack_name(context, engine, said)?).map(Some),
        Some(said) => NamePattern::new(said).map(Some),
    }
}

/// Words with commas between them, names and patterns, with the names that are meant.
///
/// # Errors
/// A word could mean several stacks.
pub(super) fn names_or_patterns(context: &Context, engine: &Engine, said: &str) -> Result<String> {
    let meant = |word: &str| {
        if is_word(word) { stack_name(context, engine, word) } else { Ok(word.into()) }
    };
    Ok(said.split(',').map(|word| meant(word.trim())).collect::<Result<Vec<Arc<str>>>>()?.join(","))
}

/// The name of the stack that a filter means.
fn stack_name(context: &Context, engine: &Engine, said: &str) -> Result<Arc<str>> {
    let meant = tell(context, "stack", said, spoken::stack_name(engine, said)?);
    warn_of_unknown(context, engine, &meant)?;
    Ok(meant)
}

/// Says that there is no stack of a name, where that is no error: a filter finds nothing then.
///
/// # Errors
/// A manifest cannot be loaded.
pub(super) fn warn_of_unknown(context: &Context, engine: &Engine, name: &str) -> Result<()> {
    if !is_word(name) || engine.is_stack(name)? {
        return Ok(());
    }
    let places = engine.places()?;
    if !places.iter().any(|place| *place.stack == *name || *place.file == *name) {
        context.ui.warning(&spoken::unknown_stack(name, &places), &context.sources);
    }
    Ok(())
}

fn is_word(said: &str) -> bool {
    !said.is_empty() && !said.contains(['*', '?', '[', '{'])
}

/// The stack that is meant by a word. Where that is another one than it says, it is told.
///
/// # Errors
/// Several could be meant.
pub(super) fn stack(context: &Context, engine: &Engine, said: &str) -> Result<Arc<str>> {
    Ok(tell(context, "stack", said, spoken::stack(engine, said)?))
}

/// The component that is meant by a word, in a stack.
///
/// # Errors
/// Several could be meant.
pub(super) fn component(context: &Context, engine: &Engine, stack: &str, said: &str) -> Result<Arc<str>> {
    Ok(tell(context, "component", said, spoken::component(engine, stack, said)?))
}

/// Says what a word means where it does not say it itself.
fn tell(context: &Context, what: &str, said: &str, meant: Arc<str>) -> Arc<str> {
    if *meant != *said {
        context.ui.info(&format!("{what}: {meant}"));
    }
    meant
}

/// Asks for one of all stacks.
pub(super) fn choose_stack(engine: &Engine) -> Result<Arc<str>> {
    let mut names: Vec<String> = engine.places()?.iter().map(|place| place.stack.to_string()).collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        return Err(Error::new("there are no stacks").kind(Kind::InputNeeded));
    }
    Ok(names.swap_remove(ask::choose("Which stack?", &names)?).into())
}
