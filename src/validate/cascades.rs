//! One mistake, one diagnostic: what only follows from another problem is left out.

use super::diagnostic::Diagnostic;
use crate::code::{self, Code, Severity};
use crate::text::{SourceId, SourceMap};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;

/// The problems without those that another one at the same place explains.
pub(super) fn drop(found: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    let places = Places::of(&found, sources);
    found.into_iter().filter(|d| !places.explains(d, sources)).collect()
}

/// Where there are errors that say exactly what is wrong.
struct Places {
    lines: FxHashSet<(PathBuf, usize)>,
    starts: FxHashMap<(SourceId, u32), &'static Code>,
}

impl Places {
    fn of(found: &[Diagnostic], sources: &SourceMap) -> Places {
        let mut places = Places { lines: FxHashSet::default(), starts: FxHashMap::default() };
        for diagnostic in found.iter().filter(|d| {
            (d.severity == Severity::Error || *d.code == code::VARIABLE_TYPE)
                && *d.code != code::UNRESOLVED
                && *d.code != code::IMPORT_INVALID
        }) {
            places.lines.extend(line(diagnostic, sources));
            places.starts.insert((diagnostic.span.source, diagnostic.span.start), diagnostic.code);
        }
        places
    }

    fn explains(&self, diagnostic: &Diagnostic, sources: &SourceMap) -> bool {
        if *diagnostic.code == code::UNRESOLVED || *diagnostic.code == code::IMPORT_INVALID {
            return line(diagnostic, sources).is_some_and(|line| self.lines.contains(&line));
        }
        let at = (diagnostic.span.source, diagnostic.span.start);
        let is_told = *diagnostic.code == code::VARIABLE_TYPE;
        diagnostic.severity != Severity::Error
            && !is_told
            && !diagnostic.span.is_none()
            && self.starts.contains_key(&at)
    }
}

fn line(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<(PathBuf, usize)> {
    let (source, at) = sources.locate(diagnostic.span)?;
    Some((source.path.clone(), at.line))
}
