//! A list in which one line is selected, and which typing narrows.

use crate::output::ask::fitting;

/// What is selected, and what is typed.
#[derive(Debug, Default)]
pub(super) struct Pick {
    pub(super) filter: String,
    /// The number of the selected line, among those that are shown.
    pub(super) at: usize,
}

impl Pick {
    /// The items that are shown, by their numbers: all in their order, or those that fit the filter, the best first.
    pub(super) fn shown(&self, texts: &[&str]) -> Vec<usize> {
        fitting(texts.iter().copied(), &self.filter)
    }

    /// The number of the item that is selected.
    pub(super) fn selected(&self, texts: &[&str]) -> Option<usize> {
        let shown = self.shown(texts);
        shown.get(self.at.min(shown.len().saturating_sub(1))).copied()
    }

    /// Selects the line so many further down, as far as there are lines.
    pub(super) fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.at = self.at.min(last).saturating_add_signed(by).min(last);
    }

    /// Types a character of the filter.
    pub(super) fn type_char(&mut self, c: char) {
        self.filter.push(c);
        self.at = 0;
    }

    /// Takes the last character of the filter back.
    pub(super) fn erase(&mut self) {
        self.filter.pop();
        self.at = 0;
    }
}
