//! One question, and the keys that answer it.

use super::keys::{Key, Keys};
use super::line::Line;
use super::list::{Item, List};
use super::screen::Screen;
use crate::output::{pager, waiting};

/// Why a question has no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leave {
    /// There is nobody to answer.
    Nobody,
    /// Somebody wants to answer the question before once more.
    Back,
    /// Somebody pressed Ctrl-C.
    Interrupted,
}

type Answered<T> = Result<T, Leave>;

/// How a text is typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text<'a> {
    /// What stands there to be edited.
    pub default: &'a str,
    /// What is shown as long as nothing does.
    pub placeholder: &'a str,
    /// Whether Enter begins a new line; Alt-Enter ends the text.
    pub multiline: bool,
    /// Whether nobody may see it.
    pub hidden: bool,
    /// Whether Tab completes paths.
    pub path: bool,
}

/// A question that waits for its answer. The terminal is its own until it is dropped.
#[derive(Debug)]
pub struct Dialogue {
    keys: Keys,
    screen: Screen,
}

impl Dialogue {
    /// Begins where the reader sees it.
    pub fn start() -> Self {
        waiting::end();
        pager::finish();
        Dialogue { keys: Keys::start(), screen: Screen::new() }
    }

    /// Whether what is drawn can be drawn anew: whether there is a terminal that can do it.
    pub fn is_live(&self) -> bool {
        self.screen.is_live
    }

    /// Puts a question behind its mark.
    pub fn question(&mut self, mark: &str, text: &str) {
        self.screen.question(&format!("{mark} {text}"));
    }

    fn key(&mut self) -> Answered<Key> {
        match self.keys.read() {
            None => {
                self.screen.draw("\n");
                Err(Leave::Nobody)
            }
            Some(Key::BackTab | Key::Escape) => {
                self.screen.clear();
                self.screen.draw(if self.screen.is_live { "\r\x1b[J↑\n" } else { "\n" });
                Err(Leave::Back)
            }
            Some(Key::Interrupt) => {
                self.screen.draw(if self.screen.is_live { "\n\x1b[J" } else { "\n" });
                Err(Leave::Interrupted)
            }
            Some(key) => Ok(key),
        }
    }

    /// One of a few keys, which stand in the question; tells its number. Enter is the last.
    ///
    /// # Errors
    /// There is no answer.
    pub fn letter(&mut self, letters: &[char]) -> Answered<usize> {
        loop {
            let number = match self.key()? {
                Key::Enter => letters.len().checked_sub(1),
                Key::Char(c) => letters.iter().position(|letter| *letter == c.to_ascii_lowercase()),
                _ => None,
            };
            if let Some(number) = number {
                self.screen.draw(&format!("{}\n", letters[number]));
                return Ok(number);
            }
        }
    }

    /// Yes or no.
    ///
    /// # Errors
    /// There is no answer.
    pub fn confirm(&mut self, default: bool) -> Answered<bool> {
        self.screen.question(if default { "(Y/n) " } else { "(y/N) " });
        loop {
            let answer = match self.key()? {
                Key::Char('y' | 'Y') => true,
                Key::Char('n' | 'N') => false,
                Key::Enter => default,
                _ => continue,
            };
            self.screen.draw(if answer { "Yes\n" } else { "No\n" });
            return Ok(answer);
        }
    }

    /// One of a list, which typing narrows on a terminal.
    ///
    /// # Errors
    /// There is no answer.
    pub fn choose(&mut self, items: &[Item<'_>], at: Option<usize>) -> Answered<usize> {
        let searches = self.screen.is_live;
        let mut list = List::new(items, at);
        self.screen.question(if searches { "(type to search, Enter takes)" } else { "(Use arrow keys)" });
        loop {
            list.draw(&mut self.screen, None);
            match self.key()? {
                Key::Up => list.up(),
                Key::Down => list.down(),
                Key::Char('k') if !searches => list.up(),
                Key::Char('j') if !searches => list.down(),
                Key::Char(c) if searches => list.narrow(c),
                Key::Backspace => list.widen(),
                Key::Kill | Key::AltBackspace => list.forget(),
                Key::Enter => {
                    self.done(items[list.at].label);
                    return Ok(list.at);
                }
                _ => {}
            }
        }
    }

    /// Some of a list, which typing narrows on a terminal. A check tells what is wrong with a choice.
    ///
    /// # Errors
    /// There is no answer.
    pub fn choose_some(
        &mut self,
        items: &[Item<'_>],
        chosen: &[usize],
        check: &dyn Fn(&[usize]) -> Result<(), String>,
    ) -> Answered<Vec<usize>> {
        let searches = self.screen.is_live;
        let mut list = List::new(items, None);
        let mut checked: Vec<bool> = (0..items.len()).map(|index| chosen.contains(&index)).collect();
        self.screen.question(if searches {
            "(Space marks, → all, ← none)"
        } else {
            "(Use arrow keys to move, <space> to select, <a> to toggle all)"
        });
        loop {
            list.draw(&mut self.screen, Some(&checked));
            list.wrong.clear();
            let open = list.open();
            match self.key()? {
                Key::Up => list.up(),
                Key::Down => list.down(),
                Key::Char(' ') if open.contains(&list.at) => checked[list.at] = !checked[list.at],
                Key::Right => set(&mut checked, &open, true),
                Key::Left => set(&mut checked, &open, false),
                Key::Char('k') if !searches => list.up(),
                Key::Char('j') if !searches => list.down(),
                Key::Char('a') if !searches => {
                    let toggled = !open.iter().all(|index| checked[*index]);
                    checked.fill(false);
                    set(&mut checked, &open, toggled);
                }
                Key::Char(c) if searches => list.narrow(c),
                Key::Backspace => list.widen(),
                Key::Kill | Key::AltBackspace => list.forget(),
                Key::Enter => {
                    let chosen: Vec<usize> = (0..items.len()).filter(|index| checked[*index]).collect();
                    match check(&chosen) {
                        Ok(()) => {
                            let labels: Vec<&str> = chosen.iter().map(|index| items[*index].label).collect();
                            self.done(&format!("[{}]", labels.join(", ")));
                            return Ok(chosen);
                        }
                        Err(why) => list.wrong = why,
                    }
                }
                _ => {}
            }
        }
    }

    /// Leaves the answer in place of the list.
    fn done(&mut self, answer: &str) {
        self.screen.clear();
        let answer = self.screen.fitted(&format!("  {answer}"));
        self.screen.draw(&format!("\n{answer}\n"));
    }

    /// A text. The check tells what is wrong with it, also while it is typed.
    ///
    /// # Errors
    /// There is no answer.
    pub fn line(&mut self, text: &Text<'_>, check: &dyn Fn(&str) -> Result<(), String>) -> Answered<String> {
        let mut line = Line::new(text.default);
        self.edited(&line, text);
        loop {
            match self.key()? {
                Key::Enter if line.take_completion() => {}
                Key::Enter if text.multiline => line.insert('\n'),
                Key::Enter | Key::AltEnter => match check(&line.text()) {
                    Ok(()) => {
                        self.screen.draw(if self.screen.is_live { "\n\x1b[K" } else { "\n" });
                        return Ok(line.text());
                    }
                    Err(why) if self.screen.is_live => drop(why),
                    Err(why) => self.screen.draw(&format!("\n  {why}\n  ")),
                },
                Key::Tab if text.path => line.complete_path(),
                key => line.edit(key),
            }
            self.remark(&line, text, check);
            self.edited(&line, text);
        }
    }

    /// What is to be said about a line that is being typed: what it may become, or what is wrong with it.
    fn remark(&self, line: &Line, text: &Text<'_>, check: &dyn Fn(&str) -> Result<(), String>) {
        let remark = match line.completions() {
            [] => check(&line.text()).err().map(|why| why.trim().to_owned()).unwrap_or_default(),
            candidates => candidates.join("  "),
        };
        if !self.screen.is_live {
            if !remark.is_empty() {
                self.screen.draw(&format!("\n  {remark}\n  "));
            }
        } else if !text.multiline {
            let remark = self.screen.fitted(&format!("  {}", remark.lines().next().unwrap_or_default()));
            self.screen.draw(&format!("\n\x1b[K{remark}\x1b[1A\r"));
        }
    }

    /// Draws the line: anew on a terminal, once more where nothing can be taken back.
    fn edited(&self, line: &Line, text: &Text<'_>) {
        let typed = line.text();
        let shown = if text.hidden { "*".repeat(typed.chars().count()) } else { typed };
        if !self.screen.is_live || shown.contains('\n') {
            let shown = if shown.is_empty() { text.placeholder } else { &shown };
            self.screen.draw(&format!("{shown}\n  "));
            return;
        }
        let (shown, back) = if shown.is_empty() && !text.placeholder.is_empty() {
            let example = self.screen.fitted(&format!("  (for example {})", text.placeholder));
            let behind = example.chars().count() - 2;
            (example, behind)
        } else {
            // as much of a long line as fits, around the cursor
            let room = self.screen.width() - 2;
            let start = line.cursor().saturating_sub(room - 1);
            let part: String = shown.chars().skip(start).take(room).collect();
            let behind = (start + part.chars().count()).saturating_sub(line.cursor());
            (format!("  {part}"), behind)
        };
        let back = if back > 0 { format!("\x1b[{back}D") } else { String::new() };
        self.screen.draw(&format!("\r\x1b[K{shown}{back}"));
    }
}

fn set(checked: &mut [bool], indices: &[usize], is_checked: bool) {
    for index in indices {
        checked[*index] = is_checked;
    }
}
