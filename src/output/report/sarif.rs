//! Findings as SARIF 2.1.0, which code scanning services read.

use crate::code::{self, Code, Severity};
use crate::validate::{Diagnostic, Finding, Location, Report};
use serde_json::{Value as Json, json};
use std::fmt::Write;

/// One run of one tool.
pub(super) fn render(report: &Report) -> serde_json::Result<String> {
    let mut rules: Vec<&'static Code> =
        code::all().filter(|c| report.findings.iter().any(|f| f.diagnostic.code == *c)).collect();
    rules.dedup();
    let results: Vec<Json> = report.findings.iter().map(|f| result(report, f, &rules)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "gaia",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.iter().map(|c| rule(c)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"ROOT": {"description": {"text": "the root of the repository"}}},
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn rule(code: &Code) -> Json {
    json!({
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": code.about.split_inclusive(". ").next().unwrap_or(code.about).trim()},
        "fullDescription": {"text": code.about},
        "help": {"text": format!("{}\n\nFor example:\n\n{}\n{}", code.about, code.example, code.fix)},
        "defaultConfiguration": {"level": level(code.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(report: &Report, finding: &Finding, rules: &[&'static Code]) -> Json {
    let diagnostic = &finding.diagnostic;
    let related = |id: usize, message: &str, at: &Location| {
        let mut place = place(at);
        place["id"] = json!(id);
        place["message"] = json!({"text": message});
        place
    };
    let others: Vec<Json> = diagnostic
        .related
        .iter()
        .filter_map(|r| Some((&r.message, Location::of(r.span, None, &report.sources, &report.root)?)))
        .enumerate()
        .map(|(id, (message, at))| related(id, message, &at))
        .collect();
    let mut result = json!({
        "ruleId": diagnostic.code.id,
        "ruleIndex": rules.iter().position(|c| *c == diagnostic.code),
        "level": level(diagnostic.severity),
        "message": {"text": text(diagnostic)},
        "locations": finding.location.iter().map(place).collect::<Vec<_>>(),
    });
    if !others.is_empty() {
        result["relatedLocations"] = json!(others);
    }
    result
}

/// The message with what to do.
fn text(diagnostic: &Diagnostic) -> String {
    std::iter::once(diagnostic.message.as_str())
        .chain(diagnostic.hints.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("\n")
}

fn place(at: &Location) -> Json {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&at.file), "uriBaseId": "ROOT"},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }})
}

/// A path as a URI reference: what is neither a letter, a digit nor one of a few marks is written as its bytes.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // writing to a string cannot fail
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_are_uris() {
        assert_eq!(super::uri("stacks/a b/ä.yaml"), "stacks/a%20b/%C3%A4.yaml");
    }
}
