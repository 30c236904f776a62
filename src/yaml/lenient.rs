//! Reading on behind a mistake: all problems of a text at once, and what it says apart from them.

use super::load::{Document, read};
use super::tag::TagResolver;
use crate::error::Error;
use crate::text::Source;

/// More breaks than these in one file, and it is something else than YAML.
const MAX_BREAKS: usize = 25;

/// Reads the first document of a file with everything that is wrong in it.
///
/// A key that stands twice counts with both its values, a tag that is refused is left out. Where the text is no YAML at
/// all, the lines that break it are taken for blank, as few as will do.
pub fn load_lenient(source: &Source, tags: &mut dyn TagResolver) -> (Document, Vec<Error>) {
    let mut text = source.text.to_string();
    let mut breaks: Vec<Error> = Vec::new();
    loop {
        match attempt(source, &text, tags) {
            Ok((document, problems)) => {
                breaks.extend(problems);
                return (document, breaks);
            }
            Err(error) => {
                let at = offset(&error, &text);
                breaks.push(error);
                match blanked(source, &text, at, tags).filter(|_| breaks.len() < MAX_BREAKS) {
                    Some(next) => text = next,
                    None => return (Document::default(), breaks),
                }
            }
        }
    }
}

fn attempt(source: &Source, text: &str, tags: &mut dyn TagResolver) -> Result<(Document, Vec<Error>), Error> {
    read(text, source.id, tags, true)
}

fn offset(error: &Error, text: &str) -> usize {
    error.span().map_or(0, |s| s.start as usize).min(text.len())
}

/// The text without the lines that break it at `at`: of several ways the first after which the rest reads, or breaks
/// somewhere else, otherwise the one that reads furthest.
fn blanked(source: &Source, text: &str, at: usize, tags: &mut dyn TagResolver) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for lines in candidates(text, at) {
        let end = lines.end;
        let next = blank(text, lines);
        if next == text {
            continue;
        }
        match attempt(source, &next, tags) {
            Ok(_) => return Some(next),
            Err(error) => {
                let reached = offset(&error, &next);
                // the next break is another one
                if reached > end.max(at) {
                    return Some(next);
                }
                if best.as_ref().is_none_or(|(furthest, _)| reached > *furthest) {
                    best = Some((reached, next));
                }
            }
        }
    }
    best.filter(|(reached, _)| *reached > at).map(|(_, next)| next)
}

/// Ranges of bytes to leave out, small ones first: the line, the line with what is below it, the same for the line
/// above, then ever larger sections around.
fn candidates(text: &str, at: usize) -> Vec<std::ops::Range<usize>> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(n, _)| n + 1)).filter(|n| *n < text.len()).collect();
    let line = starts.partition_point(|s| *s <= at).saturating_sub(1);
    let end = |line: usize| starts.get(line + 1).copied().unwrap_or(text.len());
    let indent = |line: usize| {
        let content = &text[starts[line]..end(line)];
        let blank = content.trim().is_empty() || content.trim_start().starts_with('#');
        (!blank).then(|| content.len() - content.trim_start_matches([' ', '\t']).len())
    };
    let section = |first: usize| {
        let own = indent(first).unwrap_or(0);
        let last = (first + 1..starts.len()).take_while(|l| indent(*l).is_none_or(|i| i > own)).last();
        starts[first]..end(last.unwrap_or(first))
    };
    let Some(first) = starts.get(line).copied() else { return Vec::new() };
    // a key goes with what is below it, which would hang in the air otherwise
    let opens = text[first..end(line)].trim_end().ends_with(':');
    let mut found = vec![first..end(line), section(line)];
    if opens {
        found.reverse();
    }
    let above = (0..line).rev().find(|l| indent(*l).is_some());
    found.extend(above.into_iter().flat_map(|a| [starts[a]..end(a), section(a)]));
    // the sections around, by falling indentation
    let mut depth = indent(line).unwrap_or(usize::MAX);
    for parent in (0..line).rev() {
        if let Some(own) = indent(parent).filter(|own| *own < depth) {
            depth = own;
            let around = section(parent);
            found.push(around.start..around.end.max(end(line)));
        }
    }
    found.push(first..text.len());
    found
}

/// The text with a range of it blank, every other byte where it was.
fn blank(text: &str, range: std::ops::Range<usize>) -> String {
    let gone: String = text[range.clone()]
        .chars()
        .flat_map(|c| std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, c.len_utf8()))
        .collect();
    [&text[..range.start], &gone, &text[range.end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourceMap;
    use crate::yaml::{PlainTags, to_string};

    fn read(text: &str) -> (String, Vec<usize>) {
        let sources = SourceMap::default();
        let source = sources.add("a.yaml", text, false);
        let (document, problems) = load_lenient(&source, &mut PlainTags);
        let mut lines: Vec<usize> =
            problems.iter().map(|e| source.position(e.span().unwrap_or_default().start).line).collect();
        lines.sort_unstable();
        (to_string(&document.value), lines)
    }

    #[test]
    fn reading_goes_on_behind_a_broken_line() {
        let (value, lines) = read("a: 1\nb: c: d\ne:\n  f: @x\n  g: 2\nh: 3\nh: 4\n");
        assert_eq!(value, "a: 1\ne:\n  g: 2\nh: 4\n");
        assert_eq!(lines, [2, 4, 7]);
    }

    #[test]
    fn a_key_that_stands_twice_keeps_both_maps() {
        let (value, lines) = read("vars:\n  a: 1\nvars:\n  b: 2\n");
        assert_eq!(value, "vars:\n  a: 1\n  b: 2\n");
        assert_eq!(lines, [3]);
    }

    #[test]
    fn a_value_without_quotes_around_its_template_is_null() {
        let (value, lines) = read("vars:\n  a: {{ .x }}\n  b: 2\n");
        assert_eq!(value, "vars:\n  a: null\n  b: 2\n");
        assert_eq!(lines, [2]);
    }

    #[test]
    fn an_open_quote_costs_its_line_alone() {
        let (value, lines) = read("vars:\n  a: \"x\n  b: 2\nc: \"z\"\n");
        assert_eq!(value, "c: z\nvars:\n  b: 2\n");
        assert_eq!(lines, [2]);
    }

    #[test]
    fn an_alias_without_anchor_is_null() {
        assert_eq!(read("a: *x\nb: *y\nc: 1\n").1, [1, 2]);
    }
}
