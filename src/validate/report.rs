//! The answer of a validation: its problems in order, each once.

use super::diagnostic::{Diagnostic, Location};
use crate::code::Severity;
use crate::text::SourceMap;
use rustc_hash::FxHashSet;
use std::path::PathBuf;

/// All problems of a repository.
#[derive(Debug, Default)]
pub struct Report {
    /// The problems, by file and line.
    pub findings: Vec<Finding>,
    /// The texts that their spans count in.
    pub sources: SourceMap,
    /// What paths are relative to.
    pub root: PathBuf,
}

/// A problem and where it is, in words.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The problem.
    pub diagnostic: Diagnostic,
    /// Where it is; nothing where it belongs to no file.
    pub location: Option<Location>,
}

impl Report {
    /// Sorts problems by file and line, and leaves out what is there already.
    pub fn new(diagnostics: Vec<Diagnostic>, sources: SourceMap, root: PathBuf) -> Self {
        let mut findings: Vec<Finding> = diagnostics
            .into_iter()
            .map(|diagnostic| {
                let location = Location::of(diagnostic.span, diagnostic.file.as_deref(), &sources, &root);
                Finding { diagnostic, location }
            })
            .collect();
        findings.sort_by(|a, b| {
            let place = a.location.cmp(&b.location).then_with(|| a.diagnostic.code.id.cmp(b.diagnostic.code.id));
            place.then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
        });
        let mut seen = FxHashSet::default();
        findings.retain(|f| {
            let place = f.location.as_ref().map(|l| (l.file.clone(), l.line, l.column));
            seen.insert((place, f.diagnostic.code.id, f.diagnostic.message.clone()))
        });
        Report { findings, sources, root }
    }

    /// The problems that were not there earlier. Lines do not count: they move when something is written above them.
    #[must_use]
    pub fn without(mut self, earlier: &Report) -> Self {
        type Key<'a> = (&'a str, &'a str, Option<&'a str>, Vec<&'a str>);
        fn key(finding: &Finding) -> Key<'_> {
            let diagnostic = &finding.diagnostic;
            let file = finding.location.as_ref().map(|location| location.file.as_str());
            let related = diagnostic.related.iter().map(|related| related.message.as_str()).collect();
            (diagnostic.code.id, &diagnostic.message, file, related)
        }
        let known: FxHashSet<Key<'_>> = earlier.findings.iter().map(key).collect();
        self.findings.retain(|finding| !known.contains(&key(finding)));
        self
    }

    /// How many problems are that bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.diagnostic.severity == severity).count()
    }
}
