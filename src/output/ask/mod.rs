//! Questions. Those that gaia itself asks are dialoguer's. What a template asks is put by [`Dialogue`], which knows a way
//! back, tells what is wrong while somebody types, and takes its keys from a pipe too, as Copier does. Both look alike.

mod dialogue;
mod find;
mod keys;
mod line;
mod list;
mod look;
mod screen;

pub use dialogue::{Dialogue, Leave, Text};
pub use find::fitting;
pub use list::Item;

use super::{pager, waiting};
use crate::error::{Error, Kind};
use crate::runner::Hold;
use dialoguer::console::Term;
use dialoguer::{Confirm, FuzzySelect, Input, Password};
use look::Look;
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
pub fn confirm(question: &str) -> crate::Result<bool> {
    on_screen(|| Confirm::with_theme(&Look).with_prompt(question).default(false).interact())
}

/// Asks for a word to be typed, and tells whether it was.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn typed(question: &str, word: &str) -> crate::Result<bool> {
    let text: String = on_screen(|| Input::with_theme(&Look).with_prompt(question).allow_empty(true).interact_text())?;
    Ok(text.trim() == word)
}

/// Asks for what must not be seen.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn secret(question: &str) -> crate::Result<String> {
    on_screen(|| Password::with_theme(&Look).with_prompt(question).interact())
}

/// Puts questions one after the other, with a way back: each is told the answers before it, and what it was answered
/// before somebody went back from it. Who goes back from the first leaves them all.
///
/// # Errors
/// A question cannot be put.
pub fn in_turn<E>(
    count: usize,
    mut ask: impl FnMut(&[String], &str) -> Result<Result<String, Leave>, E>,
) -> Result<Result<Vec<String>, Leave>, E> {
    let mut answers: Vec<String> = Vec::with_capacity(count);
    let mut before = String::new();
    while answers.len() < count {
        match ask(&answers, &std::mem::take(&mut before))? {
            Ok(answer) => answers.push(answer),
            Err(Leave::Back) => match answers.pop() {
                Some(answer) => before = answer,
                None => return Ok(Err(Leave::Back)),
            },
            Err(leave) => return Ok(Err(leave)),
        }
    }
    Ok(Ok(answers))
}

/// Asks to choose one of a list, which typing narrows.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose(question: &str, labels: &[String]) -> crate::Result<usize> {
    on_screen(|| FuzzySelect::with_theme(&Look).with_prompt(question).items(labels).default(0).interact())
}

/// Asks to choose some of a list, which typing narrows; who marks nothing means all. None where Escape leaves the question.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose_some(question: &str, labels: &[String]) -> crate::Result<Option<Vec<usize>>> {
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

/// Puts a question where the reader sees it, and leaves the terminal as it was: the cursor too, which a list hides.
fn on_screen<T>(ask: impl FnOnce() -> dialoguer::Result<T>) -> crate::Result<T> {
    waiting::end();
    pager::finish();
    // a Ctrl-C must come back as an error: whoever is killed cannot show the cursor again
    let _hold = Hold::begin();
    ask().map_err(|dialoguer::Error::IO(error)| {
        // nobody is left to be told
        let _ = Term::stderr().show_cursor();
        match error.kind() {
            std::io::ErrorKind::Interrupted => {
                // what comes next is not part of the question
                let _ = Term::stderr().write_line("");
                failed(Leave::Interrupted)
            }
            _ => Error::new(format!("cannot ask: {error}")).kind(Kind::InputNeeded),
        }
    })
}

/// That the user pressed Ctrl-C.
pub fn interrupted() -> Error {
    Error::new("interrupted").kind(Kind::Interrupted)
}

fn failed(leave: Leave) -> Error {
    match leave {
        Leave::Interrupted => interrupted(),
        Leave::Nobody | Leave::Back => Error::new("there is nobody to ask any more").kind(Kind::InputNeeded),
    }
}
