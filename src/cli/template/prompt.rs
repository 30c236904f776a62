//! Questions of templates on a terminal: lines that are edited, lists that one chooses from.

use super::line::Line;
use crate::error::Kind;
use crate::output::{Key, Keys, Ui};
use crate::scaffold::{Decision, Prompt, PromptKind};
use crate::{Error, Result};
use minijinja::Value;
use std::fmt::Write;

/// Puts a question; none when there is nobody to answer.
pub(super) fn ask(ui: Ui, prompt: &Prompt<'_>) -> Result<Option<Value>> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{} {}", prompt.mark, prompt.message));
    match prompt.kind {
        PromptKind::Confirm(default) => asking.confirm(default).map(|answer| answer.map(Value::from)),
        PromptKind::Select => asking.select(prompt),
        PromptKind::Checkbox => asking.checkbox(prompt),
        PromptKind::Text | PromptKind::Path => asking.text(prompt, false),
        PromptKind::Password => asking.text(prompt, true),
    }
}

/// Asks whether to go on.
pub(super) fn confirm(ui: Ui, question: &str) -> Result<Option<bool>> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{question} "));
    asking.confirm(true)
}

/// Asks what becomes of a file that both sides have changed.
pub(super) fn decide(ui: Ui, path: &str) -> Result<Option<Decision>> {
    let mut asking = Asking { ui, keys: Keys::start(), drawn: 0 };
    asking.ui.draw(&format!("{path}: (m)ine, (t)heirs, or both with markers (b)? "));
    loop {
        let (decision, word) = match asking.key()? {
            None => return Ok(None),
            Some(Key::Char('m' | 'M')) => (Decision::Mine, "mine"),
            Some(Key::Char('t' | 'T')) => (Decision::Theirs, "theirs"),
            Some(Key::Char('b' | 'B') | Key::Enter) => (Decision::Markers, "both"),
            Some(_) => continue,
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
    /// The next key; none when there will be none.
    fn key(&mut self) -> Result<Option<Key>> {
        match self.keys.read() {
            Some(Key::Interrupt) => {
                self.ui.draw("\n");
                Err(Error::new("Execution stopped by user").kind(Kind::Interrupted))
            }
            key => Ok(key),
        }
    }

    fn confirm(&mut self, default: bool) -> Result<Option<bool>> {
        self.ui.draw(if default { "(Y/n) " } else { "(y/N) " });
        loop {
            let answer = match self.key()? {
                None => return Ok(None),
                Some(Key::Char('y' | 'Y')) => true,
                Some(Key::Char('n' | 'N')) => false,
                Some(Key::Enter) => default,
                Some(_) => continue,
            };
            self.ui.draw(if answer { "Yes\n" } else { "No\n" });
            return Ok(Some(answer));
        }
    }

    fn select(&mut self, prompt: &Prompt<'_>) -> Result<Option<Value>> {
        let can = |index: usize| prompt.choices[index].disabled.is_empty();
        let Some(first) = (0..prompt.choices.len()).find(|index| can(*index)) else {
            return Err(Error::new(format!("none of the choices of \"{}\" can be chosen", prompt.name)));
        };
        let mut at = prompt.chosen.first().copied().filter(|index| can(*index)).unwrap_or(first);
        self.ui.draw("(Use arrow keys)");
        loop {
            self.list(prompt, at, None);
            match self.key()? {
                None => return Ok(None),
                Some(Key::Up | Key::Char('k')) => at = previous(at, prompt.choices.len(), can),
                Some(Key::Down | Key::Char('j')) => at = next(at, prompt.choices.len(), can),
                Some(Key::Enter) => {
                    self.clear();
                    self.ui.draw(&format!("  {}\n", prompt.choices[at].label));
                    return Ok(Some(prompt.choices[at].value.clone()));
                }
                Some(_) => {}
            }
        }
    }

    fn checkbox(&mut self, prompt: &Prompt<'_>) -> Result<Option<Value>> {
        let can = |index: usize| prompt.choices[index].disabled.is_empty();
        let mut checked: Vec<bool> = (0..prompt.choices.len()).map(|index| prompt.chosen.contains(&index)).collect();
        let mut at = (0..prompt.choices.len()).find(|index| can(*index)).unwrap_or(0);
        self.ui.draw("(Use arrow keys to move, <space> to select, <a> to toggle all)");
        loop {
            self.list(prompt, at, Some(&checked));
            match self.key()? {
                None => return Ok(None),
                Some(Key::Up | Key::Char('k')) => at = previous(at, checked.len(), can),
                Some(Key::Down | Key::Char('j')) => at = next(at, checked.len(), can),
                Some(Key::Char(' ')) if can(at) => checked[at] = !checked[at],
                Some(Key::Char('a')) => {
                    let all = (0..checked.len()).all(|index| checked[index] || !can(index));
                    (0..checked.len()).for_each(|index| checked[index] = !all && can(index));
                }
                Some(Key::Enter) => {
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
                    return Ok(Some(answer));
                }
                Some(_) => {}
            }
        }
    }

    /// Draws the choices, in place of those drawn before.
    fn list(&mut self, prompt: &Prompt<'_>, at: usize, checked: Option<&[bool]>) {
        self.clear();
        let mut text = "\n".to_owned();
        for (index, choice) in prompt.choices.iter().enumerate() {
            let pointer = if index == at { '❯' } else { ' ' };
            let mark = match checked {
                None => "",
                Some(checked) if checked[index] => "● ",
                Some(_) => "○ ",
            };
            let why = if choice.disabled.is_empty() { String::new() } else { format!(" ({})", choice.disabled) };
            let _ = writeln!(text, " {pointer} {mark}{}{why}", choice.label);
        }
        self.drawn = prompt.choices.len() + 1;
        self.ui.draw(&text);
    }

    /// Takes back what can be drawn anew.
    fn clear(&mut self) {
        if self.keys.is_terminal() && self.drawn > 0 {
            self.ui.draw(&format!("\x1b[{}A\r\x1b[J", self.drawn));
        }
        self.drawn = 0;
    }

    fn text(&mut self, prompt: &Prompt<'_>, hidden: bool) -> Result<Option<Value>> {
        let mut line = Line::new(&prompt.default);
        self.line(&line, prompt, hidden);
        loop {
            let Some(key) = self.key()? else { return Ok(None) };
            match key {
                Key::Enter if line.take_completion() => {}
                Key::Enter if prompt.multiline => line.insert('\n'),
                Key::Enter | Key::AltEnter => {
                    let answer = Value::from(line.text());
                    match (prompt.check)(&answer) {
                        Ok(()) => {
                            self.ui.draw(if self.keys.is_terminal() { "\n\x1b[K" } else { "\n" });
                            return Ok(Some(answer));
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

fn next(at: usize, count: usize, can: impl Fn(usize) -> bool) -> usize {
    (1..=count).map(|step| (at + step) % count).find(|index| can(*index)).unwrap_or(at)
}

fn previous(at: usize, count: usize, can: impl Fn(usize) -> bool) -> usize {
    (1..=count).map(|step| (at + count - step) % count).find(|index| can(*index)).unwrap_or(at)
}
