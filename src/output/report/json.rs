//! Findings as JSON, for programs.

use crate::validate::{Finding, Location, Report};
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    hint: Option<String>,
    related: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    message: &'a str,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

/// `{"diagnostics": […]}`, documented by `docs/schemas/diagnostics.json`.
pub(super) fn render(report: &Report) -> serde_json::Result<String> {
    let answer = Answer { diagnostics: report.findings.iter().map(|f| item(report, f)).collect() };
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

fn item<'a>(report: &'a Report, finding: &'a Finding) -> Item<'a> {
    let diagnostic = &finding.diagnostic;
    let at = finding.location.as_ref();
    let places = diagnostic.related.iter().map(|related| {
        let at = Location::of(related.span, None, &report.sources, &report.root);
        Place {
            message: &related.message,
            line: at.as_ref().map(|l| l.line),
            column: at.as_ref().map(|l| l.column),
            file: at.map(|l| l.file),
        }
    });
    Item {
        code: diagnostic.code.id,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        file: at.map(|l| l.file.as_str()),
        line: at.map(|l| l.line),
        column: at.map(|l| l.column),
        end_line: at.map(|l| l.end_line),
        end_column: at.map(|l| l.end_column),
        hint: (!diagnostic.hints.is_empty()).then(|| diagnostic.hints.join("; ")),
        related: places.collect(),
    }
}
