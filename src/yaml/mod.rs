//! YAML as go-yaml v3 reads and writes it, with a place for every node.
//!
//! The way down: `events` wraps the parser, `breaks` ends lines where YAML 1.2 does not, `load` builds the tree, `scalar` decides what a plain
//! scalar is; `emit` is the way back.

mod breaks;
mod draft;
mod emit;
mod escape;
mod events;
mod lenient;
mod load;
mod locate;
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
