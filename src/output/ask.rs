//! Questions, on a terminal.

use super::{pager, waiting};
use crate::error::{Error, Kind, Result};
use crate::runner::Hold;
use dialoguer::console::Term;
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, FuzzySelect, Input, Password};
use std::io::{IsTerminal, stderr, stdin};

/// Whether there is somebody to ask.
pub fn can_ask() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

/// Asks for yes or no; no answer is no.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn confirm(question: &str) -> Result<bool> {
    on_screen(|| Confirm::with_theme(&SimpleTheme).with_prompt(question).default(false).interact())
}

/// Asks for a word to be typed, and tells whether it was.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn typed(question: &str, word: &str) -> Result<bool> {
    let text: String =
        on_screen(|| Input::with_theme(&SimpleTheme).with_prompt(question).allow_empty(true).interact_text())?;
    Ok(text.trim() == word)
}

/// Asks for a text that is not empty.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn text(question: &str) -> Result<String> {
    Input::with_theme(&SimpleTheme).with_prompt(question).interact_text().map_err(failed)
}

/// Asks for what must not be seen.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn secret(question: &str) -> Result<String> {
    on_screen(|| Password::with_theme(&SimpleTheme).with_prompt(question).interact())
}

/// Asks to choose one of a list, which typing narrows.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose(question: &str, items: &[String]) -> Result<usize> {
    on_screen(|| FuzzySelect::with_theme(&SimpleTheme).with_prompt(question).items(items).default(0).interact())
}

/// Asks to choose some of a list: typing narrows it, Enter takes or gives back what is marked, the first line ends. None
/// where Escape leaves the question.
///
/// # Errors
/// The user interrupted, or the terminal is gone.
pub fn choose_some(question: &str, items: &[String]) -> Result<Option<Vec<usize>>> {
    let mut chosen = vec![false; items.len()];
    let mut at = 0;
    loop {
        let count = chosen.iter().filter(|c| **c).count();
        let end = match count {
            0 => "all of them".to_owned(),
            n => format!("these {n}"),
        };
        let marked = items.iter().zip(&chosen).map(|(item, on)| format!("[{}] {item}", if *on { 'x' } else { ' ' }));
        let lines: Vec<String> = std::iter::once(format!("→ {end}")).chain(marked).collect();
        let list = FuzzySelect::with_theme(&SimpleTheme).with_prompt(question).items(&lines).default(at).report(false);
        let Some(choice) = on_screen(|| list.interact_opt())? else { return Ok(None) };
        match choice.checked_sub(1) {
            Some(item) => chosen[item] = !chosen[item],
            None if count == 0 => return Ok(Some((0..items.len()).collect())),
            None => return Ok(Some((0..items.len()).filter(|n| chosen[*n]).collect())),
        }
        at = choice;
    }
}

/// Puts a question where the reader sees it, and leaves the terminal as it was: the cursor too, which a list hides.
fn on_screen<T>(ask: impl FnOnce() -> dialoguer::Result<T>) -> Result<T> {
    waiting::end();
    pager::finish();
    // a Ctrl-C must come back as an error: whoever is killed cannot show the cursor again
    let _hold = Hold::begin();
    ask().map_err(|error| {
        // nobody is left to be told
        let _ = Term::stderr().show_cursor();
        failed(error)
    })
}

fn failed(error: dialoguer::Error) -> Error {
    let dialoguer::Error::IO(error) = error;
    if error.kind() == std::io::ErrorKind::Interrupted {
        return Error::new("interrupted").kind(Kind::Interrupted);
    }
    Error::new(format!("cannot ask: {error}")).kind(Kind::InputNeeded)
}
