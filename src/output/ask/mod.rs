//! Questions. [`Dialogue`] puts one: a line to be edited, yes or no, one or some of a list. The functions here are for
//! those that gaia itself asks; what a template asks goes the same way.

mod dialogue;
mod find;
mod keys;
mod line;
mod list;
mod screen;

pub use dialogue::{Dialogue, Leave, Text};
pub use find::fitting;
pub use list::Item;

use crate::error::{Error, Kind, Result};
use std::io::{IsTerminal, stderr, stdin};

/// What stands before a question.
pub const MARK: &str = "?";

/// Whether there is somebody to ask.
pub fn can_ask() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

/// Asks for yes or no; Enter is no.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn confirm(question: &str) -> Result<bool> {
    put(|dialogue| {
        dialogue.question(MARK, &format!("{question} "));
        dialogue.confirm(false)
    })
}

/// Asks for a word to be typed, and tells whether it was.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn typed(question: &str, word: &str) -> Result<bool> {
    Ok(line(question, &Text::default(), &|_| Ok(()))?.trim() == word)
}

/// Asks for a text that is not empty.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn text(question: &str) -> Result<String> {
    let check =
        |text: &str| if text.trim().is_empty() { Err("something must be said here".to_owned()) } else { Ok(()) };
    line(question, &Text::default(), &check)
}

/// Asks for what must not be seen.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn secret(question: &str) -> Result<String> {
    line(question, &Text { hidden: true, ..Text::default() }, &|_| Ok(()))
}

fn line(question: &str, text: &Text<'_>, check: &dyn Fn(&str) -> Result<(), String>) -> Result<String> {
    put(|dialogue| {
        dialogue.question(MARK, &format!("{question}\n  "));
        dialogue.line(text, check)
    })
}

/// Asks to choose one of a list, which typing narrows.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose(question: &str, labels: &[String]) -> Result<usize> {
    put(|dialogue| {
        dialogue.question(MARK, &format!("{question} "));
        dialogue.choose(&items(labels), None)
    })
}

/// Asks to choose some of a list, which typing narrows; who marks nothing means all. None where Escape leaves the question.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose_some(question: &str, labels: &[String]) -> Result<Option<Vec<usize>>> {
    let mut dialogue = Dialogue::start();
    dialogue.question(MARK, &format!("{question} (no mark means all) "));
    match dialogue.choose_some(&items(labels), &[], &|_| Ok(())) {
        Ok(chosen) if chosen.is_empty() => Ok(Some((0..labels.len()).collect())),
        Ok(chosen) => Ok(Some(chosen)),
        Err(Leave::Back) => Ok(None),
        Err(leave) => Err(failed(leave)),
    }
}

fn items(labels: &[String]) -> Vec<Item<'_>> {
    labels.iter().map(|label| Item { label, disabled: "" }).collect()
}

/// Puts a question until it is answered: there is none before it to go back to.
fn put<T>(ask: impl Fn(&mut Dialogue) -> Result<T, Leave>) -> Result<T> {
    loop {
        match ask(&mut Dialogue::start()) {
            Err(Leave::Back) => {}
            answered => return answered.map_err(failed),
        }
    }
}

fn failed(leave: Leave) -> Error {
    match leave {
        Leave::Interrupted => Error::new("interrupted").kind(Kind::Interrupted),
        Leave::Nobody | Leave::Back => Error::new("there is nobody to ask any more").kind(Kind::InputNeeded),
    }
}
