//! Errors as people see them: the message, the place, the line with a caret, how one came there, what to do.

use super::{ERROR, GUIDE, HINT, WARNING, relative};
use crate::Error;
use crate::text::{Source, SourceMap, Span};
use std::fmt::Write;
use std::path::Path;

/// No more than this of a line is shown, in characters.
const MAX_EXCERPT: usize = 140;
/// Notes beyond these are shown with `-v` only.
const MAX_NOTES: usize = 4;

/// The text of an error with styles. Paths are shown as seen from `cwd`.
pub(super) fn render(error: &Error, sources: &SourceMap, cwd: &Path, all_notes: bool) -> String {
    labelled(format!("{ERROR}error:{ERROR:#}"), error, sources, cwd, all_notes)
}

/// The text of a warning, likewise.
pub(super) fn warning(warning: &Error, sources: &SourceMap, cwd: &Path) -> String {
    labelled(format!("{WARNING}warning:{WARNING:#}"), warning, sources, cwd, false)
}

fn labelled(mut out: String, error: &Error, sources: &SourceMap, cwd: &Path, all_notes: bool) -> String {
    // writing to a string cannot fail
    let _ = writeln!(out, " {}", error.message());
    let known = error.span().and_then(|span| Some((sources.get(span.source)?, span)));
    match known.or_else(|| error.held().cloned()) {
        Some((source, span)) => excerpt(&mut out, span, &source, cwd),
        None => {
            if let Some(file) = error.file() {
                let _ = writeln!(out, " {GUIDE}-->{GUIDE:#} {}", relative(file, cwd).display());
            }
        }
    }
    let notes = error.notes();
    let shown = if all_notes || error.needs_all_notes() { notes.len() } else { notes.len().min(MAX_NOTES) };
    for note in &notes[..shown] {
        let _ = writeln!(out, "{GUIDE}note:{GUIDE:#} {note}");
    }
    if shown < notes.len() {
        let _ = writeln!(out, "{GUIDE}note:{GUIDE:#} {} more with -v", notes.len() - shown);
    }
    for hint in error.hints() {
        let _ = writeln!(out, "{HINT}hint:{HINT:#} {hint}");
    }
    out
}

fn excerpt(out: &mut String, span: Span, source: &Source, cwd: &Path) {
    let at = source.position(span.start);
    let what = if source.rendered { " (as rendered)" } else { "" };
    let path = relative(&source.path, cwd).display();
    let number = at.line.to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(out, "{margin}{GUIDE}-->{GUIDE:#} {path}:{}:{}{what}", at.line, at.column);

    let line = source.line(at.line);
    if line.trim().is_empty() {
        return;
    }
    // a caret under a tab would stand in the wrong place
    let chars: Vec<char> = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let caret = (at.column - 1).min(chars.len());
    let end = source.position(span.end.max(span.start));
    let length = if end.line == at.line { end.column.saturating_sub(at.column) } else { chars.len() - caret };

    // a long line is shown around its caret
    let start = if chars.len() > MAX_EXCERPT { caret.saturating_sub(MAX_EXCERPT / 2) } else { 0 };
    let stop = chars.len().min(start + MAX_EXCERPT);
    let shown: String = chars[start..stop].iter().collect();
    let marks = "^".repeat(length.clamp(1, (stop - caret.min(stop)).max(1)));
    let _ = writeln!(out, "{margin} {GUIDE}|{GUIDE:#}");
    let _ = writeln!(out, "{GUIDE}{number} |{GUIDE:#} {}", shown.trim_end());
    let _ = writeln!(out, "{margin} {GUIDE}|{GUIDE:#} {}{ERROR}{marks}{ERROR:#}", " ".repeat(caret - start));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(error: &Error, sources: &SourceMap) -> String {
        anstream::adapter::strip_str(&render(error, sources, Path::new("/work"), false)).to_string()
    }

    #[test]
    fn an_error_shows_its_line_with_a_caret_and_what_to_do() {
        let sources = SourceMap::default();
        let source = sources.add("/work/stacks/dev.yaml", "import:\n  - catalog/vcp\n", false);
        let error = Error::new("no file matches the import `catalog/vcp`")
            .at(Span::new(source.id, 12, 23))
            .note("imported by `stacks/org.yaml`")
            .hint("did you mean `catalog/vpc`?");
        assert_eq!(
            plain(&error, &sources),
            "error: no file matches the import `catalog/vcp`\n \
             --> stacks/dev.yaml:2:5\n  \
               |\n\
             2 |   - catalog/vcp\n  \
               |     ^^^^^^^^^^^\n\
             note: imported by `stacks/org.yaml`\n\
             hint: did you mean `catalog/vpc`?\n"
        );
    }

    #[test]
    fn an_error_without_a_place_names_its_file() {
        let error = Error::new("permission denied").in_file("/work/atmos.yaml");
        assert_eq!(plain(&error, &SourceMap::default()), "error: permission denied\n --> atmos.yaml\n");
    }

    #[test]
    fn carets_stay_inside_a_long_line() {
        let sources = SourceMap::default();
        let text = format!("a: {}!bad", "x".repeat(400));
        let source = sources.add("/work/a.yaml", text.as_str(), true);
        let error = Error::new("unknown tag").at(Span::new(source.id, 403, 407));
        let shown = plain(&error, &sources);
        assert!(shown.contains("a.yaml:1:404 (as rendered)"), "{shown}");
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[3].find("!bad"), lines[4].find("^^^^"), "{shown}");
        assert!(lines[3].chars().count() <= MAX_EXCERPT + 4);
    }

    #[test]
    fn a_span_over_several_lines_is_marked_to_the_end_of_its_first() {
        let sources = SourceMap::default();
        let source = sources.add("/work/a.yaml", "vars:\n  a: 1\n", false);
        let shown = plain(&Error::new("x").at(Span::new(source.id, 0, 12)), &sources);
        assert!(shown.ends_with("| ^^^^^\n"), "{shown}");
    }

    #[test]
    fn long_chains_are_cut_unless_asked_for() {
        let error = (0..9).fold(Error::new("x"), |error, n| error.note(format!("step {n}")));
        let sources = SourceMap::default();
        assert!(plain(&error, &sources).ends_with("note: 5 more with -v\n"));
        assert!(render(&error, &sources, Path::new("/"), true).contains("step 8"));
    }
}
