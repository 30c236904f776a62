//! Where a mistake is that the parser notices only further down.

use std::ops::Range;

/// A better place for a syntax error, with what is wrong there.
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) message: &'static str,
    pub(super) hint: &'static str,
}

/// Looks above byte `at`, where the parser stumbled, for the line that made it stumble; for a tab just below it.
pub(super) fn look_above(text: &str, at: usize, complaint: &str) -> Option<Found> {
    if complaint.contains("plain scalar, found a tab") {
        let start = at + text[at..].find("\n\t")? + 1;
        let message = "a tab cannot indent";
        return Some(Found { range: start..start + 1, message, hint: "indent with blanks" });
    }
    let here = line_start(text, at);
    let above: Vec<Range<usize>> = lines_above(text, here).take(MAX_LINES).collect();
    if complaint.contains("quoted scalar") && !complaint.contains("escape") && !complaint.contains("trailing") {
        return above.iter().find_map(|line| unclosed_quote(text, line));
    }
    let mut written = above.iter().filter(|line| !is_blank(&text[(*line).clone()]));
    // inside brackets the one that is open may stand further up
    let in_brackets = complaint.starts_with("illegal placement of ':'")
        || complaint.contains("is only valid inside a block")
        || complaint.contains("a flow mapping")
        || complaint.contains("a flow sequence");
    let open = above.iter().filter(|_| in_brackets).find(|line| unclosed_bracket(text, line).is_some());
    let line = open.or_else(|| written.next())?;
    if let Some(range) = unclosed_bracket(text, line) {
        return Some(Found {
            range,
            message: "the bracket is not closed",
            hint: "close it on its line, or indent what follows it",
        });
    }
    if complaint.starts_with("mapping values are not allowed") {
        return missing_colon(text, line, at);
    }
    None
}

/// An unclosed quote swallows everything up to the next one: it cannot be far.
const MAX_LINES: usize = 200;

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |n| n + 1)
}

/// The lines above a line, nearest first.
fn lines_above(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut end = start;
    std::iter::from_fn(move || {
        let last = end.checked_sub(1)?;
        let start = line_start(text, last);
        end = start;
        Some(start..last)
    })
}

fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// The quote that a line opens and does not close.
fn unclosed_quote(text: &str, line: &Range<usize>) -> Option<Found> {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut escaped = false;
    for (offset, c) in text[line.clone()].char_indices() {
        match open {
            Some((_, '"')) if c == '\\' && !escaped => {
                escaped = true;
                continue;
            }
            Some((_, quote)) if c == quote && !escaped => open = None,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '[' | '{' | ',') => open = Some((offset, c)),
            None if c == '#' && before == ' ' => break,
            _ => {}
        }
        escaped = false;
        before = c;
    }
    let (offset, quote) = open?;
    let start = line.start + offset;
    Some(Found {
        range: start..line.start + text[line.clone()].trim_end().len(),
        message: "the quote is not closed",
        hint: if quote == '"' { "put a `\"` at the end of the value" } else { "put a `'` at the end of the value" },
    })
}

/// The bracket that a line opens behind a key or a dash, and does not close.
fn unclosed_bracket(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let content = &text[line.clone()];
    let mut open: Vec<usize> = Vec::new();
    let (mut quote, mut before) = (None, ' ');
    for (offset, c) in content.char_indices() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',') => quote = Some(c),
            (None, '#') if before == ' ' => break,
            (None, '[' | '{') if !open.is_empty() || matches!(before, ' ') => open.push(offset),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
        before = c;
    }
    let first = line.start + open.first()?;
    Some(first..line.start + content.trim_end().len())
}

/// The line above has the indentation of a key and no colon.
fn missing_colon(text: &str, line: &Range<usize>, at: usize) -> Option<Found> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let here = line_start(text, at);
    let content = &text[line.clone()];
    let word = content.trim();
    let plain = !word.contains(':') && !word.starts_with(['-', '"', '\'', '|', '>', '#', '&', '*', '!', '[', '{']);
    if !plain || indent(content) > indent(&text[here..]) {
        return None;
    }
    // the continuation of a text that began further up is no key
    let above = lines_above(text, line.start).find(|l| !is_blank(&text[l.clone()]));
    if above.is_some_and(|above| {
        let above = &text[above];
        indent(above) < indent(content) && !above.trim_end().ends_with([':', '-'])
    }) {
        return None;
    }
    let start = line.start + indent(content);
    Some(Found { range: start..start + word.len(), message: "a `:` is missing", hint: "write `key: value`" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, at: &str, complaint: &str) -> Option<(usize, &'static str)> {
        let found = look_above(text, text.find(at).unwrap(), complaint)?;
        Some((text[..found.range.start].matches('\n').count() + 1, found.message))
    }

    #[test]
    fn an_open_quote_is_found_above() {
        let text = "vars:\n  name: \"web\n  size: 2\n";
        let complaint = "invalid indentation in multiline quoted scalar";
        assert_eq!(found(text, "size", complaint), Some((2, "the quote is not closed")));
        let apostrophe = "vars:\n  a: it's\n  name: 'web\n  size: 2\n";
        assert_eq!(found(apostrophe, "size", complaint), Some((3, "the quote is not closed")));
    }

    #[test]
    fn an_open_bracket_is_found_above() {
        let text = "vars:\n  name: [a, b\n  # why\n  size: 2\n";
        assert_eq!(found(text, ": 2", "illegal placement of ':' indicator"), Some((2, "the bracket is not closed")));
        assert_eq!(found("vars:\n  name: [a]\n   size: 2\n", ": 2", "illegal placement"), None);
    }

    #[test]
    fn a_missing_colon_is_found_above() {
        let complaint = "mapping values are not allowed in this context";
        assert_eq!(found("vars\n  size: 2\n", ": 2", complaint), Some((1, "a `:` is missing")));
        assert_eq!(found("vars:\n  name web\n  size: 2\n", ": 2", complaint), Some((2, "a `:` is missing")));
        assert_eq!(found("vars:\n  name: a\n   size: 2\n", ": 2", complaint), None);
    }
}
