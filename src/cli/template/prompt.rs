//! Questions of templates on a terminal: lines that are edited, lists that one chooses from.

use super::line::Line;
use crate::error::Kind;
use crate::output::{Key, Keys, Ui};
use crate::scaffold::{Decision, Prompt, PromptKind, Reply};
use crate::{Error, Result};
use minijinja::Value;
use std::fmt::Write;

/// Why a question has no answer.
enum Leave {
    /// There is nobody to answer.
    Nobody,
    /// Somebody wants to answer the question before once more.
    Back,
    Failed(Error),
}

type Answered<T> = std::result::Result<T, Leave>;

/// Puts a question.
pub(super) fn ask(ui: Ui, prompt: &Prompt<'_>) -> Result<Reply> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{} {}", prompt.mark, prompt.message));
    let answered = match prompt.kind {
        PromptKind::Confirm(default) => asking.confirm(default).map(Value::from),
        PromptKind::Select => asking.select(prompt),
        PromptKind::Checkbox => asking.checkbox(prompt),
        PromptKind::Text | PromptKind::Path => asking.text(prompt, false),
        PromptKind::Password => asking.text(prompt, true),
    };
    match answered {
        Ok(answer) => Ok(Reply::Answer(answer)),
        Err(Leave::Nobody) => Ok(Reply::Nobody),
        Err(Leave::Back) => {
            asking.ui.draw(if asking.keys.is_terminal() { "\r\x1b[J↑\n" } else { "\n" });
            Ok(Reply::Back)
        }
        Err(Leave::Failed(error)) => Err(error),
    }
}

/// Asks whether to go on.
pub(super) fn confirm(ui: Ui, question: &str) -> Result<Option<bool>> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{question} "));
    loop {
        return match asking.confirm(true) {
            Ok(answer) => Ok(Some(answer)),
            Err(Leave::Nobody) => Ok(None),
            Err(Leave::Failed(error)) => Err(error),
            // there is nothing before it
            Err(Leave::Back) => continue,
        };
    }
}

/// Asks what becomes of a file that both sides have changed.
pub(super) fn decide(ui: Ui, path: &str) -> Result<Option<Decision>> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{path}: (m)ine, (t)heirs, or both with markers (b)? "));
    loop {
        let (decision, word) = match asking.key() {
            Ok(Key::Char('m' | 'M')) => (Decision::Mine, "mine"),
            Ok(Key::Char('t' | 'T')) => (Decision::Theirs, "theirs"),
            Ok(Key::Char('b' | 'B') | Key::Enter) => (Decision::Markers, "both"),
            Ok(_) | Err(Leave::Back) => continue,
            Err(Leave::Nobody) => return Ok(None),
            Err(Leave::Failed(error)) => return Err(error),
        };
        asking.ui.draw(&format!("{word}\n"));
        return Ok(Some(decision));
    }
}

/// A question that waits for its answer.
struct Asking {
    ui: Ui,
    keys: Keys,
    /// The lines that are drawn and can be drawn anew.
    drawn: usize,
}

impl Asking {
    fn key(&mut self) -> Answered<Key> {
        match self.keys.read() {
            None => Err(Leave::Nobody),
            Some(Key::BackTab) => Err(Leave::Back),
            Some(Key::Interrupt) => {
                self.ui.draw("\n");
                Err(Leave::Failed(Error::new("Execution stopped by user").kind(Kind::Interrupted)))
            }
            Some(key) => Ok(key),
        }
    }

    fn confirm(&mut self, default: bool) -> Answered<bool> {
        self.ui.draw(if default { "(Y/n) " } else { "(y/N) " });
        loop {
            let answer = match self.key()? {
                Key::Char('y' | 'Y') => true,
                Key::Char('n' | 'N') => false,
                Key::Enter => default,
                _ => continue,
            };
            self.ui.draw(if answer { "Yes\n" } else { "No\n" });
            return Ok(answer);
        }
    }

    /// One of the choices. On a terminal, what is typed narrows them.
    fn select(&mut self, prompt: &Prompt<'_>) -> Answered<Value> {
        let searches = self.keys.is_terminal();
        let can = |index: &usize| prompt.choices[*index].disabled.is_empty();
        let Some(first) = (0..prompt.choices.len()).find(can) else {
            let text = format!("none of the choices of \"{}\" can be chosen", prompt.name);
            return Err(Leave::Failed(Error::new(text)));
        };
        let mut at = prompt.chosen.first().copied().filter(can).unwrap_or(first);
        let mut wanted = String::new();
        self.ui.draw(if searches { "(Use arrow keys, or type to search)" } else { "(Use arrow keys)" });
        loop {
            let found = matching(prompt, &wanted);
            let open: Vec<usize> = found.iter().copied().filter(can).collect();
            if !open.contains(&at) {
                at = open.first().copied().unwrap_or(at);
            }
            self.list(prompt, &found, at, None);
            if !wanted.is_empty() {
                self.ui.draw(&format!(" / {wanted}\n"));
                self.drawn += 1;
            }
            match self.key()? {
                Key::Up => at = previous(&open, at),
                Key::Down => at = next(&open, at),
                Key::Char('k') if !searches => at = previous(&open, at),
                Key::Char('j') if !searches => at = next(&open, at),
                Key::Char(c) if searches => {
                    let longer = format!("{wanted}{c}");
                    if matching(prompt, &longer).iter().any(can) {
                        wanted = longer;
                    }
                }
                Key::Backspace => drop(wanted.pop()),
                Key::Enter => {
                    self.clear();
                    self.ui.draw(&format!("  {}\n", prompt.choices[at].label));
                    return Ok(prompt.choices[at].value.clone());
                }
                _ => {}
            }
        }
    }

    fn checkbox(&mut self, prompt: &Prompt<'_>) -> Answered<Value> {
        let can = |index: &usize| prompt.choices[*index].disabled.is_empty();
        let all: Vec<usize> = (0..prompt.choices.len()).collect();
        let open: Vec<usize> = all.iter().copied().filter(can).collect();
        let mut checked: Vec<bool> = all.iter().map(|index| prompt.chosen.contains(index)).collect();
        let mut at = open.first().copied().unwrap_or(0);
        self.ui.draw("(Use arrow keys to move, <space> to select, <a> to toggle all)");
        loop {
            self.list(prompt, &all, at, Some(&checked));
            match self.key()? {
                Key::Up | Key::Char('k') => at = previous(&open, at),
                Key::Down | Key::Char('j') => at = next(&open, at),
                Key::Char(' ') if open.contains(&at) => checked[at] = !checked[at],
                Key::Char('a') => {
                    let has_all = open.iter().all(|index| checked[*index]);
                    for index in &all {
                        checked[*index] = !has_all && can(index);
                    }
                }
                Key::Enter => {
                    let chosen = prompt.choices.iter().zip(&checked).filter(|(_, checked)| **checked);
                    let (labels, values): (Vec<_>, Vec<_>) =
                        chosen.map(|(choice, _)| (choice.label.as_str(), choice.value.clone())).unzip();
                    let answer = Value::from(values);
                    if let Err(why) = (prompt.check)(&answer) {
                        self.ui.draw(&format!("  {why}\n"));
                        self.drawn = 0;
                        continue;
                    }
                    self.clear();
                    self.ui.draw(&format!("  [{}]\n", labels.join(", ")));
                    return Ok(answer);
                }
                _ => {}
            }
        }
    }

    /// Draws the choices, in place of those drawn before.
    fn list(&mut self, prompt: &Prompt<'_>, found: &[usize], at: usize, checked: Option<&[bool]>) {
        self.clear();
        let mut text = "\n".to_owned();
        for index in found.iter().copied() {
            let choice = &prompt.choices[index];
            let pointer = if index == at { '❯' } else { ' ' };
            let mark = match checked {
                None => "",
                Some(checked) if checked[index] => "● ",
                Some(_) => "○ ",
            };
            let why = if choice.disabled.is_empty() { String::new() } else { format!(" ({})", choice.disabled) };
            let _ = writeln!(text, " {pointer} {mark}{}{why}", choice.label);
        }
        self.drawn = found.len() + 1;
        self.ui.draw(&text);
    }

    /// Takes back what can be drawn anew.
    fn clear(&mut self) {
        if self.keys.is_terminal() && self.drawn > 0 {
            self.ui.draw(&format!("\x1b[{}A\r\x1b[J", self.drawn));
        }
        self.drawn = 0;
    }

    fn text(&mut self, prompt: &Prompt<'_>, hidden: bool) -> Answered<Value> {
        let mut line = Line::new(&prompt.default);
        self.line(&line, prompt, hidden);
        loop {
            match self.key()? {
                Key::Enter if line.take_completion() => {}
                Key::Enter if prompt.multiline => line.insert('\n'),
                Key::Enter | Key::AltEnter => {
                    let answer = Value::from(line.text());
                    match (prompt.check)(&answer) {
                        Ok(()) => {
                            self.ui.draw(if self.keys.is_terminal() { "\n\x1b[K" } else { "\n" });
                            return Ok(answer);
                        }
                        Err(why) => self.ui.draw(&format!("\n  {why}\n  ")),
                    }
                }
                Key::Tab if prompt.kind == PromptKind::Path => line.complete_path(),
                key => line.edit(key),
            }
            self.below(&line, prompt);
            self.line(&line, prompt, hidden);
        }
    }

    /// What is to be said about a line that is being typed: what it may become, or what is wrong with it.
    fn below(&self, line: &Line, prompt: &Prompt<'_>) {
        let wrong = || (prompt.check)(&Value::from(line.text())).err().map(|why| why.trim().to_owned());
        let text = match line.completions() {
            [] => wrong().unwrap_or_default(),
            candidates => candidates.join("  "),
        };
        if !self.keys.is_terminal() {
            if !text.is_empty() {
                self.ui.draw(&format!("\n  {text}\n  "));
            }
        } else if !prompt.multiline {
            let text = text.lines().next().unwrap_or_default();
            self.ui.draw(&format!("\n\x1b[K  {text}\x1b[1A\r"));
        }
    }

    /// Draws the line: anew on a terminal, once more where nothing can be taken back.
    fn line(&self, line: &Line, prompt: &Prompt<'_>, hidden: bool) {
        let text = line.text();
        let shown = if hidden { "*".repeat(text.chars().count()) } else { text };
        let shown = if shown.is_empty() { &prompt.placeholder } else { &shown };
        if !self.keys.is_terminal() || shown.contains('\n') {
            self.ui.draw(&format!("{shown}\n  "));
            return;
        }
        let back = line.behind_cursor().max(if line.is_empty() { shown.chars().count() } else { 0 });
        let back = if back > 0 { format!("\x1b[{back}D") } else { String::new() };
        self.ui.draw(&format!("\r\x1b[K  {shown}{back}"));
    }
}

/// The choices whose labels have the letters of a text in that order; all of them for none.
fn matching(prompt: &Prompt<'_>, wanted: &str) -> Vec<usize> {
    let has = |label: &str| {
        let mut letters = label.chars().flat_map(char::to_lowercase);
        wanted.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|letter| letter == wanted))
    };
    (0..prompt.choices.len()).filter(|index| has(&prompt.choices[*index].label)).collect()
}

/// The one behind, and the first behind the last.
fn next(open: &[usize], at: usize) -> usize {
    open.iter().copied().find(|index| *index > at).or_else(|| open.first().copied()).unwrap_or(at)
}

/// The one before, and the last before the first.
fn previous(open: &[usize], at: usize) -> usize {
    open.iter().rev().copied().find(|index| *index < at).or_else(|| open.last().copied()).unwrap_or(at)
}
