//! Places and values in one line.

use super::relative;
use crate::text::{SourceMap, Span};
use crate::value::json::{Format, to_json};
use crate::value::{Map, Value};
use std::path::{Path, PathBuf};

/// Shows places as seen from the current directory.
pub(super) struct Places<'a> {
    sources: &'a SourceMap,
    cwd: PathBuf,
}

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a SourceMap) -> Self {
        Places { sources, cwd: std::env::current_dir().unwrap_or_default() }
    }

    /// `file:line:column`; what a template made says so.
    pub(super) fn text(&self, span: Span) -> Option<String> {
        let (source, at) = self.sources.locate(span)?;
        let rendered = if source.rendered { " (as rendered)" } else { "" };
        Some(format!("{}:{}:{}{rendered}", self.relative(&source.path).display(), at.line, at.column))
    }

    /// `file`, `line` and `column`, and whether they are those of a rendered text.
    pub(super) fn record(&self, span: Span) -> Option<Map> {
        let (source, at) = self.sources.locate(span)?;
        let number = |n: usize| Value::from(i64::try_from(n).unwrap_or(i64::MAX));
        let mut place = Map::from_iter([
            ("file", Value::from(self.relative(&source.path).to_string_lossy().into_owned())),
            ("line", number(at.line)),
            ("column", number(at.column)),
        ]);
        if source.rendered {
            place.insert("rendered", true);
        }
        Some(place)
    }

    fn relative<'p>(&self, path: &'p Path) -> &'p Path {
        relative(path, &self.cwd)
    }
}

/// A value as JSON in one line, no longer than `limit` characters.
pub(super) fn inline(value: &Value, limit: usize) -> String {
    // infinities, which JSON cannot say, are shown by their kind
    let text = to_json(value, Format::COMPACT).unwrap_or_else(|_| value.type_name().to_string());
    if text.chars().count() <= limit {
        return text;
    }
    text.chars().take(limit.saturating_sub(1)).chain(['…']).collect()
}
