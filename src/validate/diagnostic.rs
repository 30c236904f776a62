//! One problem, with its place and its remedy, whatever found it.

use crate::code::{Code, Severity};
use crate::error::{Error, Kind};
use crate::text::{Source, SourceMap, Span};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: &'static Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where.
    pub span: Span,
    /// The file, where no span is known.
    pub file: Option<PathBuf>,
    /// What to do.
    pub hints: Vec<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// The rewrite that puts it right, where one is safe.
    pub fix: Option<Fix>,
}

/// A place that has to do with a problem.
#[derive(Clone, Debug)]
pub struct Related {
    /// What is there.
    pub message: String,
    /// Where; none where the message says it all.
    pub span: Span,
}

/// Pieces of text to put in the place of others, all in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the rewrite does, for the list of changes.
    pub title: String,
    /// The pieces, in the order of the text.
    pub edits: Vec<Edit>,
}

/// One piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Diagnostic {
    /// A problem of a kind at a place, as bad as its kind is.
    pub fn new(code: &'static Code, message: impl Into<String>, span: Span) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            span,
            file: None,
            hints: Vec::new(),
            related: Vec::new(),
            fix: None,
        }
    }

    /// The problem that an error tells of; its code, unless it has one, is the given one. What Atmos refuses is an error,
    /// whatever the code says; what cannot be reached from here is not.
    pub fn from_error(error: &Error, otherwise: &'static Code) -> Self {
        let mut diagnostic =
            Self::new(error.get_code().unwrap_or(otherwise), error.message(), error.span().unwrap_or_default());
        if error.get_kind() != Kind::Unavailable {
            diagnostic.severity = Severity::Error;
        }
        diagnostic.file = error.file().map(Path::to_path_buf);
        diagnostic.hints = error.hints().to_vec();
        diagnostic.related =
            error.notes().iter().map(|note| Related { message: note.clone(), span: Span::NONE }).collect();
        diagnostic
    }

    /// Names the file, for problems without a place in it.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.file.get_or_insert_with(|| path.into());
        self
    }

    /// Says how bad it is, where that is not what its kind says.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds what to do, where that is known.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hints.extend(hint);
        self
    }

    /// Adds a place that has to do with it.
    #[must_use]
    pub fn related(mut self, message: impl Into<String>, span: Span) -> Self {
        self.related.push(Related { message: message.into(), span });
        self
    }

    /// Adds the rewrite that puts it right.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix { title: title.into(), edits });
        self
    }
}

/// A place as people and programs name it: a path relative to the repository, lines and columns from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file, with `/` between its parts.
    pub file: String,
    /// The first line.
    pub line: usize,
    /// The first column, in characters.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column behind the last character.
    pub end_column: usize,
}

impl Location {
    /// The place of a span; `file` speaks for it where it has none. Nothing where neither is known.
    pub fn of(span: Span, file: Option<&Path>, sources: &SourceMap, root: &Path) -> Option<Location> {
        let Some(source) = sources.get(span.source) else {
            let file = shown(file?, root);
            return Some(Location { file, line: 1, column: 1, end_line: 1, end_column: 1 });
        };
        let (start, end) = (source.position(span.start), source.position(last(span, &source)));
        Some(Location {
            file: shown(&source.path, root),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        })
    }
}

/// The end of a span without the blanks and line breaks that it may end in.
fn last(span: Span, source: &Arc<Source>) -> u32 {
    let text = source.text.get(span.start as usize..span.end as usize).unwrap_or_default();
    span.start + u32::try_from(text.trim_end().len()).unwrap_or_default()
}

/// A path as seen from the repository.
pub fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
