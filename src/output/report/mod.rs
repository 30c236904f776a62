//! The findings of a validation, for people and for programs.

mod checkstyle;
mod github;
mod human;
mod json;
mod junit;
mod sarif;

use super::Ui;
use crate::validate::Report;
use std::fmt::Write as _;
use std::io::Write;

/// The forms that findings come in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum ReportFormat {
    /// Excerpts of the sources with carets.
    #[default]
    Human,
    /// `{"diagnostics": […]}`
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit` XML, for test reports.
    Junit,
    /// Annotations of GitHub Actions.
    Github,
    /// Checkstyle XML, for most other tools.
    Checkstyle,
}

/// Answers with a report.
///
/// # Errors
/// The stream cannot be written.
pub fn report(ui: Ui, report: &Report, format: ReportFormat) -> anyhow::Result<()> {
    let text = match format {
        ReportFormat::Human => {
            let mut out = ui.styled();
            out.write_all(human::render(report).as_bytes())?;
            return Ok(out.flush()?);
        }
        ReportFormat::Json => json::render(report)?,
        ReportFormat::Sarif => sarif::render(report)?,
        ReportFormat::Junit => junit::render(report),
        ReportFormat::Github => github::render(report),
        ReportFormat::Checkstyle => checkstyle::render(report),
    };
    let mut out = ui.plain();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// A text inside XML, in an attribute or between tags.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // XML 1.0 has no word for other control characters
            '\n' | '\t' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn xml_is_escaped() {
        assert_eq!(super::xml("a <b> & \"c\"\u{7}\n"), "a &lt;b&gt; &amp; &quot;c&quot; &#10;");
    }
}
