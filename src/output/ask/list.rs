//! A list from which one chooses.

use super::find::fitting;
use super::screen::Screen;

/// A line of a list.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// What stands there.
    pub label: &'a str,
    /// Why it cannot be chosen; empty where it can.
    pub disabled: &'a str,
}

impl Item<'_> {
    pub(super) fn is_open(&self) -> bool {
        self.disabled.is_empty()
    }
}

/// The list, what is typed, and where one stands in it.
pub(super) struct List<'a> {
    items: &'a [Item<'a>],
    typed: String,
    /// The items that fit what is typed.
    found: Vec<usize>,
    /// The item where one stands.
    pub(super) at: usize,
    /// What is wrong with the choice.
    pub(super) wrong: String,
}

impl<'a> List<'a> {
    /// A list in which one stands at an item, or at the first that can be chosen.
    pub(super) fn new(items: &'a [Item<'a>], at: Option<usize>) -> Self {
        let at = at.filter(|at| items.get(*at).is_some_and(Item::is_open));
        let at = at.or_else(|| items.iter().position(Item::is_open)).unwrap_or_default();
        List { items, typed: String::new(), found: (0..items.len()).collect(), at, wrong: String::new() }
    }

    /// Narrows the list by one more character, if anything that can be chosen has it.
    pub(super) fn narrow(&mut self, c: char) {
        let longer = format!("{}{c}", self.typed);
        if self.fitting(&longer).iter().any(|index| self.items[*index].is_open()) {
            self.typed = longer;
            self.find();
        }
    }

    /// Takes the last character back.
    pub(super) fn widen(&mut self) {
        self.typed.pop();
        self.find();
    }

    /// Takes all that is typed back.
    pub(super) fn forget(&mut self) {
        self.typed.clear();
        self.find();
    }

    fn fitting(&self, typed: &str) -> Vec<usize> {
        fitting(self.items.iter().map(|item| item.label), typed)
    }

    /// The best of what fits is where one stands; with nothing typed one stays where one is.
    fn find(&mut self) {
        self.found = self.fitting(&self.typed);
        let best = self.found.iter().copied().find(|index| self.items[*index].is_open());
        if !self.typed.is_empty() {
            self.at = best.unwrap_or(self.at);
        }
    }

    /// To the next that can be chosen, around the end.
    pub(super) fn down(&mut self) {
        let behind = self.found.iter().skip_while(|index| **index != self.at).skip(1);
        self.at = self.first(behind.chain(&self.found));
    }

    /// To the one before.
    pub(super) fn up(&mut self) {
        let before = self.found.iter().rev().skip_while(|index| **index != self.at).skip(1);
        self.at = self.first(before.chain(self.found.iter().rev()));
    }

    fn first<'i>(&self, mut indices: impl Iterator<Item = &'i usize>) -> usize {
        indices.find(|index| self.items[**index].is_open()).copied().unwrap_or(self.at)
    }

    /// Those that are found and can be chosen.
    pub(super) fn open(&self) -> Vec<usize> {
        self.found.iter().copied().filter(|index| self.items[*index].is_open()).collect()
    }

    /// Draws as much of the list as there is room for, with marks where some are chosen.
    pub(super) fn draw(&self, screen: &mut Screen, checked: Option<&[bool]>) {
        let line = |index: &usize| {
            let item = &self.items[*index];
            let pointer = if *index == self.at { '❯' } else { ' ' };
            let mark = match checked {
                None => "",
                Some(checked) if checked[*index] => "● ",
                Some(_) => "○ ",
            };
            let why = if item.is_open() { String::new() } else { format!(" ({})", item.disabled) };
            format!(" {pointer} {mark}{}{why}", item.label)
        };
        let height = if screen.is_live { screen.height() } else { usize::MAX };
        let standing = self.found.iter().position(|index| *index == self.at).unwrap_or_default();
        let start = (standing + 1).saturating_sub(height);
        let mut lines: Vec<String> = self.found.iter().skip(start).take(height).map(line).collect();
        let more = self.found.len() - lines.len();
        if more > 0 {
            lines.push(format!("   … {more} more"));
        }
        if !self.wrong.is_empty() {
            lines.push(format!("   {}", self.wrong.trim()));
        }
        if screen.is_live {
            lines.push(format!(" / {}", self.typed));
        }
        screen.below(&lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(label: &str) -> Item<'_> {
        Item { label, disabled: if label == "shut" { "closed" } else { "" } }
    }

    #[test]
    fn one_moves_among_what_fits_and_can_be_chosen() {
        let items = ["alpha", "shut", "beta", "gamma"].map(item);
        let mut list = List::new(&items, Some(1));
        assert_eq!(list.at, 0);
        list.down();
        assert_eq!(list.at, 2);
        list.up();
        list.up();
        assert_eq!(list.at, 3);
        for c in "bt".chars() {
            list.narrow(c);
        }
        assert_eq!((list.at, list.open()), (2, vec![2]));
        // nothing fits: the key has no effect
        list.narrow('x');
        list.down();
        assert_eq!((list.at, list.typed.as_str()), (2, "bt"));
        list.widen();
        list.widen();
        assert_eq!((list.at, list.open().len()), (2, 3));
    }
}
