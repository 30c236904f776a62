//! Findings as Checkstyle XML, which most tools that show problems of code can read.

use super::xml;
use crate::code::Severity;
use crate::validate::{Finding, Report};
use std::fmt::Write;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n");
    let file = |f: &Finding| f.location.as_ref().map_or_else(|| ".".to_owned(), |l| l.file.clone());
    for chunk in report.findings.chunk_by(|a, b| file(a) == file(b)) {
        // writing to a string cannot fail
        let _ = writeln!(out, "  <file name=\"{}\">", xml(&file(&chunk[0])));
        for finding in chunk {
            let diagnostic = &finding.diagnostic;
            let (line, column) = finding.location.as_ref().map_or((1, 1), |l| (l.line, l.column));
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "info",
            };
            let told: Vec<&str> = std::iter::once(diagnostic.message.as_str())
                .chain(diagnostic.hints.iter().map(String::as_str))
                .collect();
            let _ = writeln!(
                out,
                "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{}\" source=\"gaia.{}\"/>",
                xml(&told.join("\n")),
                diagnostic.code.id
            );
        }
        out.push_str("  </file>\n");
    }
    out.push_str("</checkstyle>\n");
    out
}
