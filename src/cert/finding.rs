//! What checks find.

use crate::code::{Code, Severity};
use serde::Serialize;

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of problem it is.
    pub code: &'static Code,
    /// How bad it is: an error stands in the way of a rotation.
    pub severity: Severity,
    /// What it is about: a file, a store, an endpoint.
    pub subject: String,
    /// What is wrong.
    pub message: String,
}

impl Finding {
    /// A finding.
    pub fn new(code: &'static Code, severity: Severity, subject: &str, message: impl Into<String>) -> Self {
        Finding { code, severity, subject: subject.to_owned(), message: message.into() }
    }

    /// A finding that stands in the way.
    pub fn error(code: &'static Code, subject: &str, message: impl Into<String>) -> Self {
        Finding::new(code, Severity::Error, subject, message)
    }

    /// An error as a finding.
    pub fn of(code: &'static Code, subject: &str, error: &crate::Error) -> Self {
        Finding::error(error.get_code().unwrap_or(code), subject, error.message())
    }

    /// As programs read it.
    pub fn record(&self) -> FindingRecord {
        FindingRecord {
            code: self.code.id,
            check: self.code.name,
            severity: self.severity.name(),
            subject: self.subject.clone(),
            message: self.message.clone(),
        }
    }
}

/// A finding as programs read it.
#[derive(Clone, Debug, Serialize)]
pub struct FindingRecord {
    code: &'static str,
    check: &'static str,
    severity: &'static str,
    subject: String,
    message: String,
}

/// The worst of some findings.
pub fn worst<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Option<Severity> {
    // `Error` is the least
    findings.into_iter().map(|finding| finding.severity).min()
}
