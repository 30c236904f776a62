//! A text that is being edited.

use super::keys::Key;
use std::path::Path;

/// The text and where the cursor stands.
#[derive(Debug)]
pub(super) struct Line {
    chars: Vec<char>,
    cursor: usize,
    /// What the last part of a path may become.
    completions: Vec<String>,
    /// Where that part begins.
    stem: usize,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        Line { cursor: chars.len(), chars, completions: Vec::new(), stem: 0 }
    }

    pub(super) fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// How many characters stand before the cursor.
    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn insert(&mut self, c: char) {
        self.chars.insert(self.cursor, c);
        self.cursor += 1;
    }

    /// What a key does to the text.
    pub(super) fn edit(&mut self, key: Key) {
        self.completions.clear();
        match key {
            Key::Char(c) => self.insert(c),
            Key::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                self.chars.remove(self.cursor);
            }
            Key::AltBackspace => {
                let before = &self.chars[..self.cursor];
                let end = before.iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1);
                let start = before[..end].iter().rposition(|c| c.is_whitespace()).map_or(0, |at| at + 1);
                self.chars.drain(start..self.cursor);
                self.cursor = start;
            }
            Key::Kill => {
                self.chars.drain(..self.cursor);
                self.cursor = 0;
            }
            Key::Delete if self.cursor < self.chars.len() => drop(self.chars.remove(self.cursor)),
            Key::Left => self.cursor = self.cursor.saturating_sub(1),
            Key::Right => self.cursor = (self.cursor + 1).min(self.chars.len()),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = self.chars.len(),
            _ => {}
        }
    }

    /// Completes a path as far as there is only one way, and remembers the ways from there.
    pub(super) fn complete_path(&mut self) {
        let text = self.text();
        let (dir, start) = text.rsplit_once('/').map_or(("", text.as_str()), |(dir, start)| (dir, start));
        let folder = match (dir, text.starts_with('/')) {
            ("", true) => Path::new("/"),
            ("", false) => Path::new("."),
            (dir, _) => Path::new(dir),
        };
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| name.starts_with(start)).collect();
        names.sort();
        let shorter =
            |a: String, b: &String| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
        let Some(common) = names.first().cloned().map(|first| names.iter().fold(first, shorter)) else { return };
        self.chars.extend(common[start.len().min(common.len())..].chars());
        self.cursor = self.chars.len();
        self.stem = self.chars.len() - common.chars().count();
        self.completions = if names.len() > 1 { names } else { Vec::new() };
    }

    /// What the path may become.
    pub(super) fn completions(&self) -> &[String] {
        &self.completions
    }

    /// Takes the first of what the path may become, unless it is one of these already.
    pub(super) fn take_completion(&mut self) -> bool {
        let completions = std::mem::take(&mut self.completions);
        let typed: String = self.chars[self.stem..].iter().collect();
        match completions.first() {
            Some(first) if !completions.contains(&typed) => {
                self.chars.truncate(self.stem);
                self.chars.extend(first.chars());
                self.cursor = self.chars.len();
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_edit_at_the_cursor() {
        let mut line = Line::new("a word");
        for key in [Key::AltBackspace, Key::Char('x'), Key::Home, Key::Char('y'), Key::End, Key::Char('z')] {
            line.edit(key);
        }
        assert_eq!(line.text(), "ya xz");
        for key in [Key::Left, Key::Left, Key::Delete, Key::Backspace, Key::Backspace] {
            line.edit(key);
        }
        assert_eq!(line.text(), "yz");
        for key in [Key::Backspace, Key::Backspace, Key::Right, Key::Right, Key::Delete] {
            line.edit(key);
        }
        assert_eq!(line.text(), "z");
        for key in [Key::Char('b'), Key::Left, Key::Kill, Key::End, Key::Char('c')] {
            line.edit(key);
        }
        assert_eq!(line.text(), "bc");
    }
}
