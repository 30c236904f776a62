//! Source texts and positions in them: what every node and every error points at.

mod hex;
mod shell;
mod suggest;

pub use hex::{hex, sha256};
pub use shell::shell_word;
pub use suggest::{did_you_mean, is_slip, nearest};

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};

/// Identifies one [`Source`] of a [`SourceMap`]. [`SourceId::NONE`] marks values that no file holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct SourceId(u32);

impl SourceId {
    /// The origin of values that were computed, not read.
    pub const NONE: SourceId = SourceId(u32::MAX);
}

impl Default for SourceId {
    fn default() -> Self {
        Self::NONE
    }
}

/// A half-open range of bytes in a source text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Span {
    /// The text that the range lies in.
    pub source: SourceId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a value that no file holds.
    pub const NONE: Span = Span { source: SourceId::NONE, start: 0, end: 0 };

    /// A span of `source` from byte `start` up to, not including, byte `end`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { source, start: clamp(start), end: clamp(end) }
    }

    /// Whether no file holds the value.
    pub fn is_none(self) -> bool {
        self.source == SourceId::NONE
    }
}

/// A place as people name it: lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One text that was read (or rendered), with its path.
#[derive(Debug)]
pub struct Source {
    /// Its number in the map.
    pub id: SourceId,
    /// The file, as it was opened.
    pub path: PathBuf,
    /// The text that the spans count in.
    pub text: Arc<str>,
    /// Whether the text came out of a template: its lines are those of the rendered text.
    pub rendered: bool,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            std::iter::once(0)
                .chain(
                    self.text
                        .bytes()
                        .enumerate()
                        .filter(|(_, b)| *b == b'\n')
                        .map(|(i, _)| u32::try_from(i + 1).unwrap_or(u32::MAX)),
                )
                .collect()
        })
    }

    /// The line and column of a byte offset; an offset past the end gives the end.
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|s| *s <= offset).max(1);
        let start = starts[line - 1] as usize;
        let end = (offset as usize).min(self.text.len());
        let column = self.text.get(start..end).map_or(1, |head| head.chars().count() + 1);
        Position { line, column }
    }

    /// The end of a line from one of its columns on: the place of an error of which no more is known than that.
    pub fn rest_of_line(&self, line: usize, column: usize) -> Span {
        let start = self.line_starts().get(line.saturating_sub(1)).map_or(self.text.len(), |start| *start as usize);
        let text = self.line(line);
        let before = text.char_indices().nth(column.saturating_sub(1)).map_or(text.trim_end().len(), |(at, _)| at);
        Span::new(self.id, start + before, start + text.trim_end().len().max(before))
    }

    /// The text of a line (from 1) without its line break; empty when there is no such line.
    pub fn line(&self, line: usize) -> &str {
        self.text.lines().nth(line.saturating_sub(1)).unwrap_or("")
    }
}

/// All texts of a run, shared by every thread; entries are only ever added.
#[derive(Debug, Default, Clone)]
pub struct SourceMap(Arc<RwLock<Vec<Arc<Source>>>>);

impl SourceMap {
    /// Adds a text and gives it a number.
    pub fn add(&self, path: impl Into<PathBuf>, text: impl Into<Arc<str>>, rendered: bool) -> Arc<Source> {
        let mut all = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let id = SourceId(u32::try_from(all.len()).unwrap_or(u32::MAX - 1));
        let source = Arc::new(Source { id, path: path.into(), text: text.into(), rendered, lines: OnceLock::new() });
        all.push(Arc::clone(&source));
        source
    }

    /// The text with that number; `None` for [`SourceId::NONE`].
    pub fn get(&self, id: SourceId) -> Option<Arc<Source>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(id.0 as usize).cloned()
    }

    /// The path and position where a span begins.
    pub fn locate(&self, span: Span) -> Option<(Arc<Source>, Position)> {
        let source = self.get(span.source)?;
        let position = source.position(span.start);
        Some((source, position))
    }

    /// `path:line:column` of a span, the path relative to `root` where it lies below it.
    pub fn describe(&self, span: Span, root: &Path) -> Option<String> {
        let (source, at) = self.locate(span)?;
        let path = source.path.strip_prefix(root).unwrap_or(&source.path);
        Some(format!("{}:{}:{}", path.display(), at.line, at.column))
    }
}

/// What Go's `strconv.ParseBool` makes of a text, if it is one of its words.
pub fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Some(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Some(false),
        _ => None,
    }
}

/// A text with blanks in the place of a part of it: every other byte, and every line, is where it was.
pub(crate) fn blanked(text: &str, part: Range<usize>) -> String {
    let gone: String = text[part.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    [&text[..part.start], &gone, &text[part.end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let map = SourceMap::default();
        let source = map.add("a.yaml", "ä: 1\nb: 2\n", false);
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 2 });
        assert_eq!(source.position(6), Position { line: 2, column: 1 });
        assert_eq!(source.position(900).line, 3);
        assert_eq!(source.line(2), "b: 2");
        assert_eq!(map.describe(Span::new(source.id, 9, 10), Path::new("/")).as_deref(), Some("a.yaml:2:4"));
        assert!(map.locate(Span::NONE).is_none());
    }
}
