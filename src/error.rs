//! The one error type: what is wrong, where, what was expected, and the likely fix.

use crate::code::Code;
use crate::text::{Source, SourceMap, Span};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What went wrong, as far as the exit code is concerned (the table of codes is in `cli::exit`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// The repository, a file or an answer is wrong: exit 1.
    #[default]
    Failed,
    /// The command line is wrong: exit 64.
    Usage,
    /// Input is needed and nobody can be asked: exit 5.
    InputNeeded,
    /// A program or service that is needed is not there: exit 69.
    Unavailable,
    /// It took longer than allowed: exit 124.
    TimedOut,
    /// Somebody else works on it: exit 6.
    Locked,
    /// The user asked to stop: exit 130.
    Interrupted,
    /// A template does what only a trusted one may do: exit 4, as Copier.
    Untrusted,
    /// A child process failed; its own code is handed on.
    Child(i32),
}

/// An error with its place and its remedy.
///
/// Built as `Error::new("…").at(span).hint("…")`. The message is one lower-case line that names things in
/// backticks; `notes` tell how one came there (an import chain), `hints` what to do.
#[derive(Clone, Debug, Default)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, Default)]
struct Inner {
    kind: Kind,
    code: Option<&'static Code>,
    message: String,
    span: Option<Span>,
    held: Option<(Arc<Source>, Span)>,
    file: Option<PathBuf>,
    notes: Vec<String>,
    all_notes: bool,
    hints: Vec<String>,
}

/// A result with gaia's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with a message.
    pub fn new(message: impl Into<String>) -> Self {
        Error(Box::new(Inner { message: message.into(), ..Inner::default() }))
    }

    /// An error of the command line.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(message).kind(Kind::Usage)
    }

    /// Sets the kind.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Says what kind of problem it is, for `gaia explain`; the nearest one to the cause stays.
    #[must_use]
    pub fn code(mut self, code: &'static Code) -> Self {
        self.0.code.get_or_insert(code);
        self
    }

    /// Sets the place, unless a nearer one is known already.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        if !self.has_place() && !span.is_none() {
            self.0.span = Some(span);
        }
        self
    }

    /// Takes along the text that its place is in, where no map of sources outlives the error.
    #[must_use]
    pub fn carrying(mut self, source: &Arc<Source>) -> Self {
        if let Some(span) = self.0.span.take_if(|span| span.source == source.id) {
            self.0.held = Some((Arc::clone(source), span));
        }
        self.in_file(source.path.clone())
    }

    /// Sets the place in a text that nobody else holds, unless a nearer one is known already.
    #[must_use]
    pub fn in_text(self, path: impl Into<PathBuf>, text: &str, range: Range<usize>) -> Self {
        if self.has_place() {
            return self;
        }
        let source = SourceMap::default().add(path, text, false);
        self.at(Span::new(source.id, range.start, range.end)).carrying(&source)
    }

    /// Names the file, for errors that have no place inside it.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.0.file.get_or_insert_with(|| path.into());
        self
    }

    /// Names what lies below a directory as if it lay below another, where the first one means nothing to people.
    #[must_use]
    pub fn moved(mut self, from: &Path, to: &str) -> Self {
        let moved = |text: &str| text.replace(&*from.to_string_lossy(), to);
        self.0.message = moved(&self.0.message);
        self.0.notes.iter_mut().for_each(|note| *note = moved(note));
        if let Some((source, _)) = &mut self.0.held
            && let Ok(relative) = source.path.strip_prefix(from)
        {
            *source = SourceMap::default().add(Path::new(to).join(relative), Arc::clone(&source.text), false);
        }
        if let Some(relative) = self.0.file.as_deref().and_then(|file| file.strip_prefix(from).ok()) {
            self.0.file = Some(Path::new(to).join(relative));
        }
        self
    }

    /// Takes the place away: what is no fault of a line points to none.
    #[must_use]
    pub fn without_place(mut self) -> Self {
        (self.0.span, self.0.held, self.0.file) = (None, None, None);
        self
    }

    /// Adds a line that tells how one came here.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.0.notes.push(note.into());
        self
    }

    /// Has every note shown, however many there are: without them the message says too little.
    #[must_use]
    pub fn with_all_notes(mut self) -> Self {
        self.0.all_notes = true;
        self
    }

    /// Adds a remedy.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hints.push(hint.into());
        self
    }

    /// Adds a remedy when there is one.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// Puts `context: ` before the message.
    #[must_use]
    pub fn context(mut self, context: impl fmt::Display) -> Self {
        self.0.message = format!("{context}: {}", self.0.message);
        self
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What kind of problem it is, where that is known.
    pub fn get_code(&self) -> Option<&'static Code> {
        self.0.code
    }

    /// The kind.
    pub fn get_kind(&self) -> Kind {
        self.0.kind
    }

    /// Where it is wrong.
    pub fn span(&self) -> Option<Span> {
        self.0.span
    }

    /// Where it is wrong in a text that it holds itself.
    pub fn held(&self) -> Option<&(Arc<Source>, Span)> {
        self.0.held.as_ref()
    }

    /// Whether it knows a place, and not just a file.
    pub fn has_place(&self) -> bool {
        self.0.span.is_some() || self.0.held.is_some()
    }

    /// The file, where no span is known.
    pub fn file(&self) -> Option<&std::path::Path> {
        self.0.file.as_deref()
    }

    /// How one came there.
    pub fn notes(&self) -> &[String] {
        &self.0.notes
    }

    /// Whether every note is to be shown.
    pub fn needs_all_notes(&self) -> bool {
        self.0.all_notes
    }

    /// What to do.
    pub fn hints(&self) -> &[String] {
        &self.0.hints
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
