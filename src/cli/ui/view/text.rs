//! Texts in the room that they have.

use ratatui::text::Span;

/// The columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    Span::raw(text).width()
}

/// A text in one line of at most so many columns; `…` stands for what is cut off behind. What a terminal would take for
/// a command is shown as `·`.
pub(super) fn fit(text: &str, columns: usize) -> String {
    let mut shown: String = text.chars().map(visible).collect();
    if width(&shown) <= columns {
        return shown;
    }
    while !shown.is_empty() && width(&shown) + 1 > columns {
        shown.pop();
    }
    if columns > 0 {
        shown.push('…');
    }
    shown
}

/// As [`fit`], but the beginning is cut off: of a path, the end tells most.
pub(super) fn fit_end(text: &str, columns: usize) -> String {
    let mut shown: String = text.chars().map(visible).collect();
    if width(&shown) <= columns {
        return shown;
    }
    while !shown.is_empty() && width(&shown) + 1 > columns {
        shown.remove(0);
    }
    if columns > 0 {
        shown.insert(0, '…');
    }
    shown
}

fn visible(c: char) -> char {
    if c.is_control() { '·' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_their_room() {
        assert_eq!(fit("stacks/deploy/dev.yaml", 8), "stacks/…");
        assert_eq!(fit_end("stacks/deploy/dev.yaml", 9), "…dev.yaml");
        assert_eq!(fit("日本語", 5), "日本…");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!([fit("abc", 0), fit("abc", 1), fit_end("abc", 0)], ["", "…", ""]);
        assert_eq!(fit("a\x1b[2Jb\nc", 20), "a·[2Jb·c");
    }
}
