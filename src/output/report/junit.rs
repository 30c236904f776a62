//! Findings as `JUnit` XML: a suite a file, a case a finding.

use super::xml;
use crate::code::Severity;
use crate::validate::{Finding, Report};
use std::fmt::Write;

pub(super) fn render(report: &Report) -> String {
    let failures = |findings: &[&Finding]| findings.iter().filter(|f| f.diagnostic.severity == Severity::Error).count();
    let all: Vec<&Finding> = report.findings.iter().collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // writing to a string cannot fail
    let _ = writeln!(
        out,
        "<testsuites name=\"gaia validate\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
        all.len().max(1),
        failures(&all)
    );
    if all.is_empty() {
        out.push_str(
            "  <testsuite name=\"gaia validate\" tests=\"1\" failures=\"0\" errors=\"0\">\n    \
             <testcase classname=\"gaia\" name=\"no problems\"/>\n  </testsuite>\n",
        );
    }
    for chunk in all.chunk_by(|a, b| file(a) == file(b)) {
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
            xml(file(chunk[0])),
            chunk.len(),
            failures(chunk)
        );
        for finding in chunk {
            case(&mut out, finding);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn file(finding: &Finding) -> &str {
    finding.location.as_ref().map_or("repository", |l| &l.file)
}

/// Errors fail; warnings and notes pass, with the message in their output.
fn case(out: &mut String, finding: &Finding) {
    let diagnostic = &finding.diagnostic;
    let line = finding.location.as_ref().map_or(1, |l| l.line);
    let _ = writeln!(
        out,
        "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{line}\">",
        diagnostic.code.id,
        xml(&format!("{}: {}", diagnostic.code.name, diagnostic.message)),
        xml(file(finding)),
    );
    let told = format!(
        "{}:{line}: {}[{}]: {}\n{}",
        file(finding),
        diagnostic.severity.name(),
        diagnostic.code.id,
        diagnostic.message,
        diagnostic.hints.join("\n")
    );
    let told = xml(told.trim_end());
    let _ = if diagnostic.severity == Severity::Error {
        writeln!(
            out,
            "      <failure type=\"{}\" message=\"{}\">{told}</failure>",
            diagnostic.code.id,
            xml(&diagnostic.message)
        )
    } else {
        writeln!(out, "      <system-out>{told}</system-out>")
    };
    out.push_str("    </testcase>\n");
}
