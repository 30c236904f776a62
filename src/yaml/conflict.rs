//! Conflicts of git that somebody left in a text.

use super::draft::Draft;
use std::ops::Range;

/// What begins the lines of a conflict: our side, the base, theirs, and the end.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// A text without its conflicts, of which our side is kept, and where each begins; nothing where there is none.
pub(super) fn settled(draft: &Draft) -> Option<(Draft, Vec<Range<usize>>)> {
    let mut places = Vec::new();
    let mut settled = draft.clone();
    let (mut start, mut side) = (0, None);
    for line in draft.text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let content = line.trim_end();
        let mark =
            MARKS.iter().position(|m| content.strip_prefix(m).is_some_and(|r| r.is_empty() || r.starts_with(' ')));
        // a rule of `=` may be a line of text, outside of a conflict
        match mark.filter(|mark| side.is_some() || *mark != 2) {
            // a conflict begins, or one ends whose beginning is gone
            Some(mark) => {
                if mark == 0 || side.is_none() {
                    places.push(range.start..range.start + content.len());
                }
                side = (mark != 3).then_some(mark);
                settled = settled.blank(range);
            }
            None if side.is_some_and(|side| side > 0) => settled = settled.blank(range),
            None => {}
        }
    }
    (!places.is_empty()).then_some((settled, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_side_of_a_conflict_is_kept() {
        let text = "a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> other\nc: 4\n";
        let (draft, places) = settled(&Draft::new(text)).unwrap();
        assert_eq!(draft.text.lines().filter(|l| !l.trim().is_empty()).collect::<Vec<_>>(), ["a: 1", "b: 2", "c: 4"]);
        assert_eq!(places.into_iter().map(|place| &text[place]).collect::<Vec<_>>(), ["<<<<<<< HEAD"]);
    }

    #[test]
    fn a_mark_that_was_left_behind_is_told() {
        let text = "a: 1\n>>>>>>> other\nc: 4\n";
        let places = settled(&Draft::new(text)).unwrap().1;
        assert_eq!(places.into_iter().map(|place| &text[place]).collect::<Vec<_>>(), [">>>>>>> other"]);
        assert!(settled(&Draft::new("a: |\n  =======\nb: 1\n=======\n")).is_none());
    }
}
