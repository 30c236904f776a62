//! What go-yaml refuses and YAML 1.2 allows: tabs that indent, `?` and keys of several lines within brackets, some names
//! of anchors, `\/`.

use super::breaks;
use super::events::Dialect;
use granit_parser::{Event, ScalarStyle, StructureStyle};
use std::ops::Range;

/// What is wrong, and where.
pub(super) struct Refusal {
    pub(super) range: Range<usize>,
    pub(super) message: &'static str,
    pub(super) hint: &'static str,
}

impl Refusal {
    fn new(range: Range<usize>, message: &'static str, hint: &'static str) -> Self {
        Refusal { range, message, hint }
    }
}

/// Follows the events of a text.
pub(super) struct Strict<'a> {
    text: &'a str,
    dialect: Dialect,
    has_tabs: bool,
    open: Vec<Collection>,
    /// Where the last token ended.
    end: usize,
    /// Up to which column a tab may not stand in the lines that end the last scalar; 0 unless it is a plain one.
    plain_indent: usize,
    /// Whether a key of a map may begin where the last token ended.
    at_start: bool,
}

struct Collection {
    in_brackets: bool,
    column: usize,
}

impl<'a> Strict<'a> {
    pub(super) fn new(text: &'a str, dialect: Dialect) -> Self {
        let has_tabs = text.contains('\t');
        Strict { text, dialect, has_tabs, open: Vec::new(), end: 0, plain_indent: 0, at_start: true }
    }

    /// Whether the innermost collection that is open has brackets.
    pub(super) fn in_brackets(&self) -> bool {
        self.open.last().is_some_and(|collection| collection.in_brackets)
    }

    /// Looks at the next event and at what stands before it.
    pub(super) fn check(&mut self, event: &Event<'_>, range: &Range<usize>) -> Result<(), Refusal> {
        if matches!(event, Event::DocumentEnd | Event::StreamEnd) {
            // up to the next token, whatever it is
            self.gap(self.end..self.text.len(), true)?;
        } else if !range.is_empty() && range.start >= self.end {
            self.gap(self.end..range.start, false)?;
        }
        match event {
            Event::Scalar(_, style, ..) => self.scalar(*style, range)?,
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.anchor_name(range)?,
            Event::SequenceStart(style, ..) | Event::MappingStart(style, ..) => {
                let in_brackets = *style == StructureStyle::Flow;
                self.open.push(Collection { in_brackets, column: self.column(range.start) });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
            }
            _ => {}
        }
        if !range.is_empty() {
            self.end = self.end.max(range.end);
            self.plain_indent = 0;
            self.at_start = false;
            if let Event::Scalar(_, style, ..) = event {
                match style {
                    ScalarStyle::Plain if !self.in_brackets() => {
                        self.plain_indent = self.open.last().map_or(0, |c| c.column + 1);
                    }
                    ScalarStyle::Literal | ScalarStyle::Folded => self.at_start = true,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn scalar(&self, style: ScalarStyle, range: &Range<usize>) -> Result<(), Refusal> {
        let written = &self.text[range.clone()];
        if style == ScalarStyle::DoubleQuoted && self.dialect == Dialect::Go {
            let mut rest = written;
            while let Some(at) = rest.find('\\') {
                let escaped = rest[at + 1..].chars().next().map_or(0, char::len_utf8);
                let place = range.end - rest.len() + at;
                if rest[at + 1..].starts_with('/') {
                    let hint = "write `/` alone, or the text in single quotes";
                    return Err(Refusal::new(place..place + 2, "`\\/` is no escape", hint));
                }
                let code = rest.get(at + 1..at + 4).map(str::to_ascii_lowercase);
                if code.is_some_and(|code| code.starts_with("ud") && code.as_bytes()[2] >= b'8') {
                    let hint = "write the character itself, or `\\U` with the eight digits of its number";
                    return Err(Refusal::new(place..place + 6, "half a character of UTF-16 is none", hint));
                }
                rest = &rest[at + 1 + escaped..];
            }
        }
        if style == ScalarStyle::Plain && self.has_tabs {
            let indent = self.open.iter().rfind(|c| !c.in_brackets).map_or(0, |c| c.column + 1);
            for (start, _) in written.match_indices('\n') {
                let blanks = written[start + 1..].bytes().take_while(|b| matches!(b, b' ' | b'\t')).take(indent);
                if let Some(column) = blanks.enumerate().find_map(|(column, b)| (b == b'\t').then_some(column)) {
                    return Err(tab(range.start + start + 1 + column));
                }
            }
        }
        if !self.in_brackets() {
            return Ok(());
        }
        if style == ScalarStyle::Plain
            && let Some(at) = written.match_indices('?').map(|(at, _)| range.start + at).find(|at| *at > range.start)
        {
            let message = "a text with `?` needs quotes within brackets";
            return Err(Refusal::new(at..at + 1, message, "quote the text: \"…\""));
        }
        let follows = self.text[range.end..].trim_start();
        let key = &self.text[range.start..self.text.len() - follows.len()];
        let is_explicit = self.text[self.end..range.start].contains('?');
        if follows.starts_with(':') && key.contains(breaks::is_break) && !is_explicit {
            let message = "a key has to stand on one line";
            return Err(Refusal::new(range.clone(), message, "is a comma missing before it?"));
        }
        Ok(())
    }

    fn anchor_name(&self, range: &Range<usize>) -> Result<(), Refusal> {
        let name = self.text[range.clone()].trim_start_matches(['&', '*']);
        let odd = name.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'));
        match odd.map(|at| (range.end - name.len() + at, &name[at..])) {
            Some((at, rest)) if !rest.starts_with(['?', ':', ',', '%', '@', '`']) => {
                let length = rest.chars().next().map_or(0, char::len_utf8);
                let message = "the name of an anchor has letters, digits, `_` and `-`";
                Err(Refusal::new(at..at + length, message, "name it by those alone"))
            }
            _ => Ok(()),
        }
    }

    /// What stands between two tokens: blanks, comments and, unless only those are of interest, properties, indicators.
    fn gap(&self, range: Range<usize>, only_blanks: bool) -> Result<(), Refusal> {
        let bytes = self.text.as_bytes();
        let in_brackets = self.in_brackets();
        let mut may_begin = self.at_start;
        let mut ends_plain = self.plain_indent > 0;
        let mut at = range.start;
        let mut line = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        while at < range.end {
            match bytes[at] {
                b'\n' => {
                    line = at + 1;
                    may_begin = true;
                }
                b'\t' if in_brackets => {}
                // the blank lines below a plain scalar are still its own
                b'\t' if ends_plain => {
                    if line > range.start && at - line < self.plain_indent {
                        return Err(tab(at));
                    }
                }
                b'\t' if may_begin && self.has_tabs => return Err(tab(at)),
                b' ' | b'\r' | b'\t' => {}
                b'#' => {
                    at += bytes[at..range.end].iter().take_while(|b| **b != b'\n').count();
                    ends_plain = false;
                    continue;
                }
                b':' => (may_begin, ends_plain) = (false, false),
                _ if only_blanks => return Ok(()),
                b'&' | b'!' => {
                    let end = at + bytes[at..range.end].iter().take_while(|b| !b.is_ascii_whitespace()).count();
                    if bytes[at] == b'&' {
                        self.anchor_name(&(at..end))?;
                    }
                    at = end;
                    (may_begin, ends_plain) = (false, false);
                    continue;
                }
                b'%' if at == line => {
                    let rest = &self.text[at + 1..range.end];
                    let is_known = rest.starts_with("YAML") || rest.starts_with("TAG");
                    if !is_known && self.dialect == Dialect::Go {
                        let end = at + 1 + rest.find(char::is_whitespace).unwrap_or(rest.len());
                        return Err(Refusal::new(at..end, "there is no such directive", "remove the line"));
                    }
                    at += bytes[at..range.end].iter().take_while(|b| **b != b'\n').count();
                    continue;
                }
                b'-' | b'?' => (may_begin, ends_plain) = (true, false),
                _ => (may_begin, ends_plain) = (false, false),
            }
            at += 1;
        }
        Ok(())
    }

    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |n| n + 1)
    }
}

fn tab(at: usize) -> Refusal {
    Refusal::new(at..at + 1, "a tab cannot indent", "indent with blanks")
}

#[cfg(test)]
mod tests {
    use crate::yaml::tests::assert_reads_as_go;

    /// Texts, and what go-yaml v3.0.1 reads, as JSON; none where it refuses.
    const CASES: &[(&str, Option<&str>)] = &[
        ("a: [x:]", Some("{\"a\":[\"x:\"]}")),
        ("a: {x:}", Some("{\"a\":{\"x:\":null}}")),
        ("a: {x:, y: 1}", Some("{\"a\":{\"x:\":null,\"y\":1}}")),
        ("a: {x:[1]}", None),
        ("a: {x: http://h?y=1}", None),
        ("a: [b ?]", None),
        ("a: {x\ny: 1}", None),
        ("a: {x\n : 1}", None),
        ("a: {? x\n y : 1}", Some("{\"a\":{\"x y\":1}}")),
        ("a: \"it\\'s \\'x\\'\"", Some("{\"a\":\"it's 'x'\"}")),
        ("a: \"x\\/y\"", None),
        ("a: &x.y 1", None),
        ("a: &x/y 1\nb: *x/y", None),
        ("a: &x-1 1\nb: *x-1", Some("{\"a\":1,\"b\":1}")),
        ("a:\n\tb: 1", None),
        ("a:\n  b: 1\n\tc: 2", None),
        ("a:\n  b: 1\n\t\nc: 2", None),
        ("a: 1\n\t# c\nc: 2", None),
        ("a: 1\n  \t# c\nc: 2", Some("{\"a\":1,\"c\":2}")),
        ("a:\n  b: 1\n  \t\nc: 2", None),
        ("a: [1,\n\t2]", Some("{\"a\":[1,2]}")),
        ("a: [\n\t1\n\t]", None),
        ("-\ta", None),
        ("- \t- b", None),
        ("a:\t1\t# c", Some("{\"a\":1}")),
        ("a: 'x'\n\t\nb: 1", None),
        ("a: |\n  x\n  \ty\nb: 1", Some("{\"a\":\"x\\n\\ty\\n\",\"b\":1}")),
        ("\ta: 1", None),
        ("a: x\n\ty", None),
        ("a:\n  b: x\n  \ty", None),
        ("a: \"x\ny\"", Some("{\"a\":\"x y\"}")),
        ("a: 'x\n\n  y\nz'", Some("{\"a\":\"x\\ny z\"}")),
        ("- a: \"x\ny\"\n- b", Some("[{\"a\":\"x y\"},\"b\"]")),
        ("a:\n  b: \"x\n y\"", Some("{\"a\":{\"b\":\"x y\"}}")),
        ("a: \"x\n  b: 2\nc: \"z\"", None),
        ("%FOO bar\n---\na: 1", None),
        ("%YAML 1.1\n---\na: 1", Some("{\"a\":1}")),
    ];

    #[test]
    fn accepts_and_refuses_as_go_does() {
        assert_reads_as_go(CASES);
    }
}
