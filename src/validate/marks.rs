//! Marks that say something else than they seem to: typographic quotes, an anchor in the place of a value, a pipe that
//! leads nowhere.

use super::diagnostic::{Diagnostic, Edit};
use crate::code::{self, Severity};
use crate::text::{Source, Span, did_you_mean};

/// Whether a text is a template or a YAML function: what it will say is not known yet.
pub(super) fn is_open(text: &str) -> bool {
    text.starts_with('!') || text.contains("{{")
}

/// A text between typographic quotes, which YAML takes for a part of the text. How it is `written` is asked for such
/// texts alone.
pub(super) fn typographic(text: &str, span: Span, written: impl FnOnce() -> String) -> Option<Diagnostic> {
    let inner = text.strip_prefix(['“', '”', '„', '‘', '’', '«'])?.strip_suffix(['”', '“', '’', '‘', '»'])?;
    // in plain quotes the others are meant
    if written() != text {
        return None;
    }
    let quoted = format!("\"{inner}\"");
    let diagnostic = Diagnostic::new(
        &code::YAML_SYNTAX,
        format!("the quotes are a part of the text `{text}`: YAML knows `\"` and `'`"),
        span,
    );
    let diagnostic = diagnostic.severity(Severity::Warning).hint(format!("write `{quoted}`"));
    Some(diagnostic.fix("put the text in plain quotes", vec![Edit { span, text: quoted }]))
}

/// An anchor with nothing behind it: the value is null, and was to be a text that begins with `&`. `line` is the rest of
/// the line behind the key.
pub(super) fn lone_anchor(line: &str, whole: &str, place: Span) -> Option<Diagnostic> {
    let name = line.trim().strip_prefix('&').filter(|name| !name.is_empty() && !name.contains(char::is_whitespace))?;
    if whole.contains(&format!("*{name}")) {
        return None;
    }
    let message = format!("`&{name}` names an anchor that nothing uses: the value is null");
    let diagnostic = Diagnostic::new(&code::UNKNOWN_ANCHOR, message, place).severity(Severity::Warning);
    Some(diagnostic.hint(format!("write `\"&{name}\"` where a text is meant")))
}

/// Tags of YAML itself that are misspelt: go-yaml reads what stands behind them as a text.
pub(super) fn misspelt_tags(source: &Source) -> Vec<Diagnostic> {
    const TAGS: [&str; 12] =
        ["binary", "bool", "float", "int", "map", "merge", "null", "omap", "seq", "set", "str", "timestamp"];
    let tag = |(at, _): (usize, &str)| {
        let line = source.text[..at].rfind('\n').map_or(0, |n| n + 1);
        let before = source.text[line..at].strip_suffix(' ')?.trim_end();
        let name = source.text[at + 2..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let is_value = before.ends_with([':', '-']) && !before.contains(['#', '"', '\'']);
        let wrong = is_value && !name.is_empty() && !TAGS.contains(&name);
        wrong.then(|| {
            let message = format!("YAML has no tag `!!{name}`: what follows is a text");
            let diagnostic =
                Diagnostic::new(&code::FUNCTION_UNKNOWN, message, Span::new(source.id, at, at + 2 + name.len()));
            diagnostic.severity(Severity::Warning).maybe_hint(did_you_mean(name, TAGS))
        })
    };
    source.text.match_indices("!!").filter_map(tag).collect()
}

/// Blanks that only look like some.
const BLANKS: [char; 5] = ['\u{a0}', '\u{2003}', '\u{2009}', '\u{200b}', '\u{3000}'];

/// Lines that are indented with blanks that YAML does not take for any: the line is another than it looks.
pub(super) fn odd_blanks(source: &Source) -> Vec<Diagnostic> {
    if source.text.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let before = &line[..line.len() - line.trim_start_matches(|c| c == ' ' || BLANKS.contains(&c)).len()];
        if let Some(at) = before.find(BLANKS).filter(|_| !line.trim_matches(BLANKS).trim().is_empty()) {
            let length = before[at..].chars().next().map_or(1, char::len_utf8);
            let place = Span::new(source.id, start + at, start + at + length);
            let message = "this blank is none for YAML: the line is not indented as it looks";
            found.push(Diagnostic::new(&code::YAML_SYNTAX, message, place).hint("write a plain blank"));
        }
        start += line.len();
    }
    found
}

/// The offset of a brace that was to begin an action: `{ .vars.stage }}`.
pub(super) fn half_open(text: &str) -> Option<usize> {
    let at = text.find("{ .").or_else(|| text.find("{."))?;
    text[at..].find("}}").filter(|end| !text[at + 1..at + end].contains(['{', '}'])).map(|_| at)
}

/// The offset of an end of an action that none begins.
pub(super) fn stray_end(text: &str, left: &str, right: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let end = from + text[from..].find(right)?;
        match text[from..].find(left).map(|at| from + at).filter(|start| *start < end) {
            None => return Some(end),
            Some(start) => from = end_of_action(text, start + left.len(), right)?,
        }
    }
}

/// Where an action ends, behind its delimiter; texts in it may hold that too.
fn end_of_action(text: &str, start: usize, right: &str) -> Option<usize> {
    let mut quote: Option<char> = None;
    let mut escaped = false;
    for (offset, c) in text[start..].char_indices() {
        match quote {
            Some('"') if c == '\\' && !escaped => {
                escaped = true;
                continue;
            }
            Some(open) if c == open && !escaped => quote = None,
            None if matches!(c, '"' | '`') => quote = Some(c),
            None if text[start + offset..].starts_with(right) => return Some(start + offset + right.len()),
            _ => {}
        }
        escaped = false;
    }
    None
}

/// The offset of a pipe that nothing follows before the action ends, which Go's parser lets pass.
pub(super) fn idle_pipe(text: &str, left: &str, right: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(start) = text[from..].find(left).map(|at| from + at + left.len()) {
        let end = start + text[start..].find(right)?;
        let action = text[start..end].trim_end_matches('-').trim_end();
        if action.ends_with('|') {
            return Some(start + action.len() - 1);
        }
        from = end + right.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_is_idle_at_the_end_of_an_action_alone() {
        assert_eq!(idle_pipe("{{ .a | }}", "{{", "}}"), Some(6));
        assert_eq!(idle_pipe("{{ .a | upper }}-{{ .b | -}}", "{{", "}}"), Some(23));
        assert_eq!(idle_pipe("{{ .a | upper }} | x", "{{", "}}"), None);
        assert_eq!(idle_pipe("a | b", "{{", "}}"), None);
    }

    #[test]
    fn an_end_is_stray_where_nothing_begins() {
        assert_eq!(stray_end("{ .a }}-{{ .b }}", "{{", "}}"), Some(5));
        assert_eq!(stray_end("{{ .a }}-{{ .b }}", "{{", "}}"), None);
        assert_eq!(stray_end("{{ \"}}\" }}-{{ `{{ .x }}` }}", "{{", "}}"), None);
    }

    #[test]
    fn blanks_of_other_kinds_are_found_before_a_line() {
        let sources = crate::text::SourceMap::default();
        let source = sources.add("a.yaml", "a:\n\u{a0} b: 1\n  c: \"x\u{a0}\"\n", false);
        let found = odd_blanks(&source);
        assert_eq!(found.iter().map(|d| d.span.start).collect::<Vec<_>>(), [3]);
    }
}
