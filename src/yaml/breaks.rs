//! Line breaks beyond `\n` and `\r`: to YAML 1.1, and so to go-yaml, a line also ends at U+0085 (next line), U+2028 (line
//! separator) and U+2029 (paragraph separator). The parser knows YAML 1.2, where they are characters like others.
//!
//! The parser is given a text of the same length in which they are breaks that it knows; the few scalars that hold them
//! are then read once more from what was written. The first counts as `\n`; the others stay in the text, and are not
//! folded into a blank.

use std::borrow::Cow;

/// The text as the parser has to see it, every byte where it was.
pub(super) fn for_parser(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unknown) {
        return Cow::Borrowed(text);
    }
    let known = |c| match c {
        '\u{85}' => "\r\n".to_owned(),
        '\u{2028}' | '\u{2029}' => " \r\n".to_owned(),
        c => c.to_string(),
    };
    Cow::Owned(text.chars().map(known).collect())
}

fn is_unknown(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r') || is_unknown(c)
}

pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// What a plain scalar, or one in single quotes, says.
pub(super) fn flow(written: &str) -> String {
    match written.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(quoted) => fold(quoted, false).replace("''", "'"),
        None => fold(written, false),
    }
}

/// A scalar in double quotes on one line, its breaks as escapes: the same to the parser.
pub(super) fn double_quoted(written: &str) -> String {
    let escape = |c| match c {
        '\n' => r"\n".to_owned(),
        '\u{2028}' => r"\L".to_owned(),
        '\u{2029}' => r"\P".to_owned(),
        c => c.to_string(),
    };
    fold(written, true).chars().map(escape).collect()
}

/// Joins lines: the blanks around a break go; a first break that is `\n` is a blank if no other follows, or nothing.
fn fold(written: &str, has_escapes: bool) -> String {
    let mut folded = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        if has_escapes && c == '\\' {
            let mut escaped = rest[1..].chars();
            match escaped.next() {
                Some(c) if is_break(c) => {
                    let (breaks, after) = breaks(&rest[1..]);
                    folded.extend(breaks.into_iter().skip(1));
                    rest = after;
                }
                // the parser does not know it
                Some('\'') => {
                    folded.push('\'');
                    rest = escaped.as_str();
                }
                _ => {
                    let length = rest.len() - escaped.as_str().len();
                    folded.push_str(&rest[..length]);
                    rest = escaped.as_str();
                }
            }
            continue;
        }
        match breaks(rest) {
            (found, after) if !found.is_empty() => {
                match found.as_slice() {
                    ['\n'] => folded.push(' '),
                    ['\n', others @ ..] | others => folded.extend(others),
                }
                rest = after;
            }
            _ => {
                folded.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    folded
}

/// The breaks that a text begins with, blanks before, between and behind them, and what follows.
fn breaks(text: &str) -> (Vec<char>, &str) {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(is_blank);
    while let Some((c, after)) = line_break(rest) {
        found.push(c);
        rest = after.trim_start_matches(is_blank);
    }
    (found, rest)
}

/// The break that a text begins with, as it counts, and what follows.
fn line_break(text: &str) -> Option<(char, &str)> {
    let c = text.chars().next().filter(|c| is_break(*c))?;
    let counts = if matches!(c, '\u{2028}' | '\u{2029}') { c } else { '\n' };
    Some((counts, text.strip_prefix("\r\n").unwrap_or(&text[c.len_utf8()..])))
}

/// What a block scalar says, from its `|` or `>` to its last line. `read` is what the parser made of it, which tells the
/// indentation where the header does.
pub(super) fn block(written: &str, read: &str) -> String {
    let header_end = written.find(is_break).unwrap_or(written.len());
    let (header, body) = written.split_at(header_end);
    let mut lines = Vec::new();
    let mut rest = line_break(body).map_or("", |(_, rest)| rest);
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.find(is_break).unwrap_or(rest.len()));
        let next = line_break(after);
        lines.push((line, next.map(|(c, _)| c)));
        rest = next.map_or("", |(_, rest)| rest);
    }
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let first = lines.iter().map(|(line, _)| *line).find(|line| !line.trim_matches(' ').is_empty());
    let kept = read.trim_start_matches(['\n', '\r']);
    let indent = first.map_or(usize::MAX, |line| spaces(line) - spaces(line).min(spaces(kept)));
    let header = header.split('#').next().unwrap_or_default();
    join(&lines, indent, header.starts_with('>'), header)
}

/// The lines of a block scalar with the break that ends each.
fn join(lines: &[(&str, Option<char>)], indent: usize, folded: bool, header: &str) -> String {
    let mut text = String::new();
    let (mut leading, mut trailing): (Option<char>, String) = (None, String::new());
    let mut after_blank = false;
    for (line, end) in lines {
        let content = line.get(indent.min(line.len())..).unwrap_or_default();
        if content.is_empty() {
            trailing.extend(*end);
            continue;
        }
        let begins_blank = content.starts_with(is_blank);
        match leading {
            Some('\n') if folded && !after_blank && !begins_blank => {
                if trailing.is_empty() {
                    text.push(' ');
                }
            }
            _ => text.extend(leading),
        }
        text.push_str(&trailing);
        text.push_str(content);
        after_blank = begins_blank;
        leading = *end;
        trailing.clear();
    }
    if !header.contains('-') {
        text.extend(leading);
    }
    if header.contains('+') {
        text.push_str(&trailing);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::yaml::tests::assert_reads_as_go;

    /// Texts, and what go-yaml v3.0.1 reads, as JSON; none where it refuses.
    const CASES: &[(&str, Option<&str>)] = &[
        ("a: 'x\u{2028}  y'", Some("{\"a\":\"x\\u2028y\"}")),
        ("a: 'x\u{85}  y'", Some("{\"a\":\"x y\"}")),
        ("a: x\u{2028}  y", Some("{\"a\":\"x\\u2028y\"}")),
        ("a: x\u{85}\u{85}  y", Some("{\"a\":\"x\\ny\"}")),
        ("a: x\u{85}\u{2028}  y", Some("{\"a\":\"x\\u2028y\"}")),
        ("a: x\u{2028}\u{85} \u{2029} y\nb: 1", Some("{\"a\":\"x\\u2028\\n\\u2029y\",\"b\":1}")),
        ("a: \"x\u{2028}  y\\t\\\"z\"", Some("{\"a\":\"x\\u2028y\\t\\\"z\"}")),
        ("a: \"x\\\u{2028}  y\"", Some("{\"a\":\"xy\"}")),
        ("a: \"x \\\u{85}  \u{2028}  y\"", Some("{\"a\":\"x \\u2028y\"}")),
        ("a: |\u{2028}  x\u{2028}  y\u{2029}b: 1", Some("{\"a\":\"x\\u2028y\\u2029\",\"b\":1}")),
        ("a: |-\u{2028}  x\u{2028}  y\u{2029}b: 1", Some("{\"a\":\"x\\u2028y\",\"b\":1}")),
        ("a: |+\n  x\u{2028}  y\u{2029}\u{2029}b: 1", Some("{\"a\":\"x\\u2028y\\u2029\\u2029\",\"b\":1}")),
        ("a: >\n  x\u{2028}  y\n  z\n   q\u{85}\u{2028}  r\n", Some("{\"a\":\"x\\u2028y z\\n q\\n\\u2028r\\n\"}")),
        ("a: |2\n   x\u{2028}  y", Some("{\"a\":\" x\\u2028y\"}")),
        ("a: |\n\u{2028}  x\n\n \u{2028}  y\n", Some("{\"a\":\"\\u2028x\\n\\n\\u2028y\\n\"}")),
        ("# c\u{2028}a: 1\u{85}b: 2", Some("{\"a\":1,\"b\":2}")),
        ("a: [1,\u{2028}2]", Some("{\"a\":[1,2]}")),
        ("a: 'it''s\u{2029}x'", Some("{\"a\":\"it's\\u2029x\"}")),
        ("a: x\u{2028}b", None),
        ("'a\u{2028}b': 1", None),
        ("- a\u{2028}- b\u{85}- c", Some("[\"a\",\"b\",\"c\"]")),
        ("a: |\n  x\u{2028}", Some("{\"a\":\"x\\u2028\"}")),
        ("a: |-\n  x\u{2028}\u{2028}", Some("{\"a\":\"x\"}")),
        ("a: |\n  x\u{85}", Some("{\"a\":\"x\\n\"}")),
        ("a: |\u{2028}", Some("{\"a\":\"\"}")),
        ("? 'a\u{2028}  b'\u{2028}: 1", Some("{\"a\\u2028b\":1}")),
        ("a: x \u{2028}  y", Some("{\"a\":\"x\\u2028y\"}")),
        ("a: 'x \t\u{2028} \t y '", Some("{\"a\":\"x\\u2028y \"}")),
    ];

    #[test]
    fn lines_end_where_they_do_for_go() {
        assert_reads_as_go(CASES);
    }
}
