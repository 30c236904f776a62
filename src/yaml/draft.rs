//! A text that was changed to be read, and the places of its bytes before the changes.

use crate::text::blanked;
use std::ops::Range;

/// From a byte of the changed text on, those of the original stand further on or back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    at: usize,
    by: isize,
}

/// A changed text. Changes stay within their lines, so that lines keep their numbers.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) moves: Vec<Move>,
}

impl Draft {
    pub(super) fn new(text: &str) -> Self {
        Draft { text: text.to_owned(), moves: Vec::new() }
    }

    /// Puts a text without line breaks at a place.
    pub(super) fn insert(&mut self, at: usize, text: &str) {
        let length = text.len();
        self.text.insert_str(at, text);
        for moved in self.moves.iter_mut().filter(|m| m.at >= at) {
            moved.at += length;
        }
        self.moves.push(Move { at: at + length, by: -length.cast_signed() });
    }

    /// Takes a part of a line away.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        let length = range.len();
        self.text.replace_range(range.clone(), "");
        for moved in self.moves.iter_mut().filter(|m| m.at > range.start) {
            moved.at = moved.at.saturating_sub(length).max(range.start);
        }
        self.moves.push(Move { at: range.start, by: length.cast_signed() });
    }

    /// Takes a range for blank, every other byte where it was.
    pub(super) fn blank(&self, range: Range<usize>) -> Draft {
        Draft { text: blanked(&self.text, range), moves: self.moves.clone() }
    }
}

/// Where a byte of a changed text stood before the changes.
pub(super) fn original(moves: &[Move], offset: usize) -> usize {
    let by: isize = moves.iter().filter(|m| m.at <= offset).map(|m| m.by).sum();
    offset.saturating_add_signed(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_original() {
        let text = "a:\n b: 1\n   c: 2\nd: 3\n";
        let mut draft = Draft::new(text);
        draft.insert(3, " ");
        let c = draft.text.find("   c").unwrap();
        draft.remove(c..c + 1);
        assert_eq!(draft.text, "a:\n  b: 1\n  c: 2\nd: 3\n");
        for key in ["a:", "b:", "c:", "d:"] {
            let found = original(&draft.moves, draft.text.find(key).unwrap());
            assert_eq!(found, text.find(key).unwrap(), "{key}");
        }
    }
}
