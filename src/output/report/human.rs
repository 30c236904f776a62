//! Findings as people read them: by file, each with the lines that it is about.

use crate::code::Severity;
use crate::text::{Source, Span};
use crate::validate::{Diagnostic, Finding, Report, shown};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use rayon::prelude::*;
use std::ops::Range;

/// Longer lines are shown around their caret.
const WIDTH: usize = 140;
/// A value of more lines is shown by its first line.
const MAX_LINES: usize = 6;

/// The findings as text, the last line counting them.
pub(super) fn render(report: &Report) -> String {
    let renderer = Renderer::styled().term_width(WIDTH);
    let shown = |finding| format!("{}\n\n", renderer.render(&[group(report, finding)]));
    let shown: Vec<String> = report.findings.par_iter().map(shown).collect();
    shown.concat() + &summary(report)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn group<'a>(report: &'a Report, finding: &'a Finding) -> Group<'a> {
    let diagnostic = &finding.diagnostic;
    let title = level(diagnostic.severity).primary_title(diagnostic.message.as_str()).id(diagnostic.code.id);
    let mut elements: Vec<Element<'a>> = Vec::new();
    match report.sources.get(diagnostic.span.source) {
        Some(source) => elements.push(snippet(report, diagnostic, &source)),
        None => elements.extend(finding.location.as_ref().map(|l| Origin::path(l.file.as_str()).into())),
    }
    for related in &diagnostic.related {
        let place = report.sources.describe(related.span, &report.root);
        let same = related.span.source == diagnostic.span.source && !related.span.is_none();
        match place {
            _ if same => {}
            Some(place) => elements.push(Level::NOTE.message(format!("{}: {place}", related.message)).into()),
            None => elements.push(Level::NOTE.message(related.message.as_str()).into()),
        }
    }
    elements.extend(diagnostic.hints.iter().map(|hint| Level::HELP.message(hint.as_str()).into()));
    Group::with_title(title).elements(elements)
}

/// The lines of a finding, with those of related places in the same file.
fn snippet<'a>(report: &Report, diagnostic: &'a Diagnostic, source: &Source) -> Element<'a> {
    let path = shown(&source.path, &report.root);
    let path = if source.rendered { format!("{path} (as rendered)") } else { path };
    let spans = diagnostic.related.iter().map(|r| r.span).filter(|s| s.source == source.id).chain([diagnostic.span]);
    // only the lines around are handed over: the whole text would be scanned for every finding
    let (mut first, mut last) = (usize::MAX, 0);
    for span in spans {
        let range = clipped(span, source);
        first = first.min(range.start);
        last = last.max(range.end);
    }
    let start = source.text[..first].rfind('\n').map_or(0, |n| n + 1);
    let end = source.text[last..].find('\n').map_or(source.text.len(), |n| last + n);
    let line = source.text[..start].matches('\n').count() + 1;
    let below = |span| {
        let range = clipped(span, source);
        range.start - start..range.end - start
    };
    let mut marks: Vec<Annotation<'a>> = vec![AnnotationKind::Primary.span(below(diagnostic.span))];
    for related in diagnostic.related.iter().filter(|r| r.span.source == source.id) {
        marks.push(AnnotationKind::Context.span(below(related.span)).label(related.message.as_str()));
    }
    let text = source.text[start..end].to_owned();
    Snippet::source(text).line_start(line).path(path).annotations(marks).into()
}

/// The bytes of a span that are shown: at most a few lines of it.
fn clipped(span: Span, source: &Source) -> Range<usize> {
    let len = source.text.len();
    let start = (span.start as usize).min(len);
    let text = source.text.get(start..(span.end as usize).clamp(start, len)).unwrap_or_default().trim_end();
    let shown: usize = text.split_inclusive('\n').take(MAX_LINES).map(str::len).sum();
    let first_line = text.find('\n').unwrap_or(text.len());
    start..start + if shown < text.len() { first_line } else { text.len() }
}

fn summary(report: &Report) -> String {
    let count = |severity, one: &str| match report.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let counts: Vec<String> =
        [count(Severity::Error, "error"), count(Severity::Warning, "warning"), count(Severity::Note, "note")]
            .into_iter()
            .flatten()
            .collect();
    if counts.is_empty() {
        return String::new();
    }
    let first = report.findings.first().map_or("GA0101", |f| f.diagnostic.code.id);
    format!("{}; `gaia explain {first}` tells more about a code\n", counts.join(", "))
}
