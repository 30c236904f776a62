//! The way from a stack to the file that is being read, and the errors that tell it.

use super::{Imported, MemoKey};
use crate::code;
use crate::engine::Engine;
use crate::error::Error;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

/// The files that are being read, innermost first.
pub(super) struct Chain<'a> {
    pub(super) path: &'a Path,
    /// Where the file is imported.
    pub(super) at: Span,
    /// How many imports lead here from the stack.
    pub(super) depth: usize,
    pub(super) parent: Option<&'a Chain<'a>>,
    pub(super) open: &'a Open,
}

/// What was read inside a circle of imports, for the stack that is being read: it lacks the files on the way there, so no
/// other stack may have it.
pub(super) type Open = RefCell<FxHashMap<MemoKey, Arc<Imported>>>;

impl Chain<'_> {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Chain<'_>> {
        std::iter::successors(Some(self), |c| c.parent)
    }
}

impl Engine {
    pub(super) fn circular(&self, path: &Path, at: Span, chain: Option<&Chain<'_>>) -> Error {
        let way = chain.into_iter().flat_map(Chain::iter).map(|c| c.path);
        let mut names: Vec<String> = [path].into_iter().chain(way).map(|path| self.import_name(path)).collect();
        names.reverse();
        Error::new(format!("circular import: {}", names.join(" → ")))
            .code(&code::IMPORT_CIRCULAR)
            .at(at)
            .hint("remove one import of the circle")
    }

    /// Adds the import chain to an error: one note an import.
    pub(super) fn with_chain(&self, error: Error, chain: Option<&Chain<'_>>) -> Error {
        if !error.notes().is_empty() {
            return error;
        }
        let places = chain.into_iter().flat_map(Chain::iter).filter_map(|link| self.place(link.at));
        places.fold(error, |error, place| error.note(format!("imported by {place}")))
    }

    pub(super) fn unreadable(&self, path: &Path, chain: Option<&Chain<'_>>) -> Error {
        let at = chain.map_or(Span::NONE, |c| c.at);
        let error = Error::new(format!("cannot read `{}`", self.relative(path)))
            .code(&code::IMPORT_MISSING)
            .at(at)
            .in_file(path);
        self.with_chain(error, chain.and_then(|c| c.parent))
    }
}
