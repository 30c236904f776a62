//! Places and values in one line.

use super::relative;
use crate::text::{SourceMap, Span};
use crate::value::json::{Format, to_json};
use crate::value::{Map, Value};
use std::path::{Path, PathBuf};

/// Shows places as seen from the current directory.
#[derive(Debug)]
pub struct Places<'a> {
    sources: &'a SourceMap,
    cwd: PathBuf,
    named: Option<(PathBuf, String)>,
}

impl<'a> Places<'a> {
    /// Shows places in these sources.
    pub fn new(sources: &'a SourceMap) -> Self {
        Places { sources, cwd: std::env::current_dir().unwrap_or_default(), named: None }
    }

    /// Shows files below a directory as `name:path`, as git does with those of a revision.
    pub fn name(&mut self, dir: &Path, name: &str) {
        self.named = Some((dir.to_owned(), name.to_owned()));
    }

    /// `file:line:column`; what a template made says so.
    pub fn text(&self, span: Span) -> Option<String> {
        let (source, at) = self.sources.locate(span)?;
        let rendered = if source.rendered { " (as rendered)" } else { "" };
        Some(format!("{}:{}:{}{rendered}", self.file(&source.path), at.line, at.column))
    }

    /// `file`, `line` and `column`, and whether they are those of a rendered text.
    pub(super) fn record(&self, span: Span) -> Option<Map> {
        let (source, at) = self.sources.locate(span)?;
        let number = |n: usize| Value::from(i64::try_from(n).unwrap_or(i64::MAX));
        let mut place = Map::from_iter([
            ("file", Value::from(self.file(&source.path))),
            ("line", number(at.line)),
            ("column", number(at.column)),
        ]);
        if source.rendered {
            place.insert("rendered", true);
        }
        Some(place)
    }

    fn file(&self, path: &Path) -> String {
        if let Some((dir, name)) = &self.named
            && let Ok(below) = path.strip_prefix(dir)
        {
            return format!("{name}:{}", below.display());
        }
        relative(path, &self.cwd).display().to_string()
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
