//! Where the values of a text stand.

use super::{Loader, reading};
use crate::error::Result;
use crate::text::SourceId;
use crate::yaml::events::{Event, ScalarKind};
use std::ops::Range;

/// Where a value and its name stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The key before it; the value itself in a list.
    pub key: Range<usize>,
    /// The value, down to its last line.
    pub value: Range<usize>,
}

/// Where the value at a path of keys and of numbers in lists stands, in the last document that has it. Documents that are
/// lists of mappings are read as one mapping.
pub fn place_of(text: &str, path: &[&str]) -> Option<Place> {
    let find = |loader: &mut Loader<'_>| {
        let mut found = None;
        loop {
            match loader.events.next()? {
                (Event::StreamEnd, _) => return Ok(found),
                (Event::DocumentStart, _) => {
                    let (event, range) = loader.events.next()?;
                    found = loader.section(&event, &range, path)?.or(found);
                }
                _ => {}
            }
        }
    };
    reading(text, SourceId::NONE, find).ok().flatten()
}

impl<'a> Loader<'a> {
    /// The place in a document, or in one of the mappings that it lists.
    fn section(&mut self, event: &Event<'a>, range: &Range<usize>, path: &[&str]) -> Result<Option<Place>> {
        if !matches!(event, Event::Seq(_)) {
            return self.place(event, range, range, path);
        }
        let mut found = None;
        loop {
            match self.events.next()? {
                (Event::End, _) => return Ok(found),
                (event, range) => found = self.section(&event, &range, path)?.or(found),
            }
        }
    }

    fn place(
        &mut self,
        event: &Event<'a>,
        range: &Range<usize>,
        key: &Range<usize>,
        path: &[&str],
    ) -> Result<Option<Place>> {
        let Some((first, rest)) = path.split_first() else {
            let end = self.skip(event, range)?;
            return Ok(Some(Place { key: key.clone(), value: range.start..end.max(range.start) }));
        };
        let is_map = match event {
            Event::Map(_) => true,
            Event::Seq(_) => false,
            _ => return Ok(None),
        };
        let (mut found, mut index) = (None, 0_usize);
        loop {
            let (event, range) = self.events.next()?;
            if matches!(event, Event::End) {
                return Ok(found);
            }
            if !is_map {
                let is_it = first.parse() == Ok(index);
                index += 1;
                if is_it {
                    found = self.place(&event, &range, &range, rest)?;
                } else {
                    self.skip(&event, &range)?;
                }
                continue;
            }
            let is_it = matches!(&event, Event::Scalar { text, .. } if text == first);
            self.skip(&event, &range)?;
            let (value, at) = self.events.next()?;
            if is_it {
                let is_missing = matches!(value, Event::Scalar { style: ScalarKind::Missing, .. });
                let at = if is_missing { &range } else { &at };
                found = self.place(&value, at, &range, rest)?;
            } else {
                self.skip(&value, &at)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn places_are_those_of_the_last_document_that_has_them() {
        let text = "a: 1\nq:\n  type: str\n  help: |\n    one\n    two\n  choices: [x, {y: z}]\n---\n- a: 2\n- c:\n";
        let shown = |path: &[&str]| {
            place_of(text, path).map(|place| (text[place.key].to_owned(), text[place.value].trim().to_owned()))
        };
        let pair = |key: &str, value: &str| Some((key.to_owned(), value.to_owned()));
        assert_eq!(shown(&["a"]), pair("a", "2"));
        assert_eq!(shown(&["q", "type"]), pair("type", "str"));
        assert_eq!(shown(&["q", "choices", "0"]), pair("x", "x"));
        assert_eq!(shown(&["q", "choices", "1", "y"]), pair("y", "z"));
        assert_eq!(shown(&["c"]), pair("c", "c"));
        let help = shown(&["q", "help"]).unwrap();
        assert!(help.0 == "help" && help.1.contains("one\n    two"), "{help:?}");
        assert!(shown(&["q"]).unwrap().1.starts_with("type: str"));
        assert_eq!((shown(&["q", "no"]), shown(&["q", "type", "no"])), (None, None));
    }
}
