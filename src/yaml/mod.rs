//! YAML as go-yaml v3 reads and writes it, with a place for every node.
//!
//! The way down: `events` wraps the parser and holds it to the dialect, `breaks` ends lines where YAML 1.2 does not,
//! `mend` has the parser read what only older dialects read, `load` builds the tree, `scalar` decides what a plain
//! scalar is; `emit` is the way back.

mod breaks;
mod conflict;
mod draft;
mod emit;
mod escape;
mod events;
mod lenient;
mod load;
mod locate;
mod mend;
mod merge_key;
pub mod python;
mod repair;
mod scalar;
mod strict;
mod tag;
mod time;

pub use emit::{sorted, to_string, to_string_keeping_single_quotes, write, write_folded};
pub use lenient::load_lenient;
pub use load::{Document, load, load_str};
pub use scalar::{is_plain_string, resolve};
pub use tag::{NoTags, PlainTags, Style, TagResolver, Tagged};
pub use time::Timestamp;

#[cfg(test)]
mod tests {
    use super::{NoTags, load_str};
    use crate::value::Value;

    /// Texts, and what go-yaml v3.0.1 reads, as JSON; none where it refuses.
    pub(super) fn assert_reads_as_go(cases: &[(&str, Option<&str>)]) {
        for (text, expected) in cases {
            let read = load_str(text, &mut NoTags).ok().map(|document| document.value);
            let expected = expected.map(|e| Value::from(serde_json::from_str::<serde_json::Value>(e).unwrap()));
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
