//! Findings as workflow commands of GitHub Actions, which become annotations of the changed lines.

use crate::code::Severity;
use crate::validate::Report;
use std::fmt::Write;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let diagnostic = &finding.diagnostic;
        let word = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut options: Vec<String> = Vec::new();
        if let Some(at) = &finding.location {
            options.push(format!("file={}", property(&at.file)));
            options.push(format!("line={}", at.line));
            options.push(format!("endLine={}", at.end_line));
            // columns of a range that spans lines are refused
            if at.line == at.end_line {
                options.push(format!("col={}", at.column));
                options.push(format!("endColumn={}", at.end_column));
            }
        }
        options.push(format!("title={}", property(&format!("{} {}", diagnostic.code.id, diagnostic.code.name))));
        let told: Vec<&str> =
            std::iter::once(diagnostic.message.as_str()).chain(diagnostic.hints.iter().map(String::as_str)).collect();
        // writing to a string cannot fail
        let _ = writeln!(out, "::{word} {}::{}", options.join(","), data(&told.join("\n")));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
