//! Reading on behind a mistake: all problems of a text at once, and what it says apart from them.

use super::conflict;
use super::draft::{Draft, original};
use super::load::{Document, read};
use super::repair::{self, Repair};
use super::tag::TagResolver;
use crate::code;
use crate::error::Error;
use crate::text::{Source, Span};
use std::ops::Range;

/// More breaks than these in one file, and it is something else than YAML.
const MAX_BREAKS: usize = 25;

/// Reads the first document of a file with everything that is wrong in it.
///
/// A key that stands twice counts with both its values, a tag that is refused is left out. Where the text is no YAML at
/// all, a line that stands in the wrong place is put right; otherwise the lines that break it are taken for blank, as few
/// as will do.
pub fn load_lenient(source: &Source, tags: &mut dyn TagResolver) -> (Document, Vec<Error>) {
    let mut draft = Draft::new(&source.text);
    let mut breaks: Vec<Error> = Vec::new();
    loop {
        let error = match read(&draft.text, &draft.moves, source.id, tags, true) {
            Ok((document, problems)) => {
                breaks.extend(problems);
                return (document, breaks);
            }
            Err(error) => error,
        };
        if breaks.is_empty()
            && let Some((settled, places)) = conflict::settled(&draft)
        {
            breaks.extend(places.into_iter().map(|place| unsettled(source, place)));
            draft = settled;
            continue;
        }
        let at = reach(source, &draft.text, tags).unwrap_or_default();
        let closed = closed(source, &draft, at, &error, tags);
        let layout = Some(()).filter(|()| repair::is_layout(error.message()));
        let repaired = layout.and_then(|()| repair::repair(&draft, at, |text| reach(source, text, tags)));
        if let Some(repair) = repaired {
            breaks.push(blame(source, &draft, &repair, error));
            if breaks.len() < MAX_BREAKS {
                draft = repair.draft;
                continue;
            }
        } else {
            breaks.push(error);
        }
        let next = closed.or_else(|| blanked(source, &draft, at, tags));
        match next.filter(|_| breaks.len() < MAX_BREAKS) {
            Some(next) => draft = next,
            None => return (Document::default(), breaks),
        }
    }
}

fn unsettled(source: &Source, place: Range<usize>) -> Error {
    Error::new("invalid YAML: a conflict of git is not resolved")
        .code(&code::YAML_SYNTAX)
        .at(Span::new(source.id, place.start, place.end))
        .hint("keep what is right of both sides, and remove the lines that mark them")
}

/// Where a text breaks, as the text counts its bytes; nothing where it does not.
fn reach(source: &Source, text: &str, tags: &mut dyn TagResolver) -> Option<usize> {
    let error = read(text, &[], source.id, tags, true).err()?;
    Some(error.span().map_or(0, |s| s.start as usize).min(text.len()))
}

/// The parser's error, where it stands on the line that was put right; otherwise one that names that line.
fn blame(source: &Source, draft: &Draft, repair: &Repair, error: Error) -> Error {
    let range = original(&draft.moves, repair.range.start)..original(&draft.moves, repair.range.end);
    let line = |at: usize| source.text[..at.min(source.text.len())].matches('\n').count();
    if error.span().is_some_and(|span| line(span.start as usize) == line(range.start)) {
        return error;
    }
    Error::new(format!("invalid YAML: {}", repair.message))
        .code(&code::YAML_SYNTAX)
        .at(Span::new(source.id, range.start, range.end))
        .hint(repair.hint.clone())
}

/// The text with the quote or bracket closed that the line of `at` opens and leaves open, if what follows reads then.
fn closed(source: &Source, draft: &Draft, at: usize, error: &Error, tags: &mut dyn TagResolver) -> Option<Draft> {
    let rest = draft.text.get(at..).filter(|_| error.message().ends_with("is not closed"))?;
    let close = match rest.chars().next()? {
        '[' => "]",
        '{' => "}",
        '"' => "\"",
        '\'' => "'",
        _ => return None,
    };
    let line = rest.lines().next().unwrap_or_default();
    let mut next = draft.clone();
    next.insert(at + line.trim_end().len(), close);
    reach(source, &next.text, tags).is_none_or(|reached| reached > at + line.len() + 1).then_some(next)
}

/// The text without the lines that break it at `at`: of several ways the first after which the rest reads, or breaks
/// somewhere else, otherwise the one that reads furthest.
fn blanked(source: &Source, draft: &Draft, at: usize, tags: &mut dyn TagResolver) -> Option<Draft> {
    let mut best: Option<(usize, Draft)> = None;
    for lines in candidates(&draft.text, at) {
        let end = lines.end;
        let next = draft.blank(lines);
        if next.text == draft.text {
            continue;
        }
        match reach(source, &next.text, tags) {
            // the next break is another one
            Some(reached) if reached <= end.max(at) => {
                if best.as_ref().is_none_or(|(furthest, _)| reached > *furthest) {
                    best = Some((reached, next));
                }
            }
            _ => return Some(next),
        }
    }
    best.filter(|(reached, _)| *reached > at).map(|(_, next)| next)
}

/// Ranges of bytes to leave out, small ones first: the line, the line with what is below it, the same for the line
/// above, then ever larger sections around.
fn candidates(text: &str, at: usize) -> Vec<Range<usize>> {
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
    // the first key of an item holds the item together
    let value = text[first..end(line)].find("- ").and_then(|dash| {
        let behind = first + dash + text[first + dash..end(line)].find(": ")? + 1;
        text[first..first + dash].trim().is_empty().then_some(behind..end(line))
    });
    let mut found = vec![first..end(line), section(line)];
    if opens {
        found.reverse();
    }
    found.splice(..0, value);
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
    fn an_open_quote_or_bracket_is_closed_on_its_line() {
        let (value, lines) = read("vars:\n  a: \"x\n  b: 2\nc: \"z\"\n");
        assert_eq!(value, "c: z\nvars:\n  a: x\n  b: 2\n");
        assert_eq!(lines, [2]);
        let (value, lines) = read("vars:\n  a: [x, z\n  b: 2\nc: {d: 'e'\nf: 1\n");
        assert_eq!(value, "c:\n  d: e\nf: 1\nvars:\n  a:\n    - x\n    - z\n  b: 2\n");
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn a_line_in_the_wrong_place_is_told_itself_and_costs_nothing() {
        let whole = "a:\n  b:\n    c: 1\n    d: 2\n    e: 3\n  f:\n    - g: 1\n      h: 2\n    - g: 3\n";
        let meant = read(whole).0;
        for (line, broken) in [
            (2, whole.replace("  b:", "   b:")),
            (3, whole.replace("    c:", "     c:")),
            (3, whole.replace("    c:", "      c:")),
            (3, whole.replace("    c:", "   c:")),
            (3, whole.replace("    c:", "  c:")),
            (4, whole.replace("    d:", "     d:")),
            (4, whole.replace("    d:", "   d:")),
            (3, whole.replace("c: 1", "c 1")),
            (3, whole.replace("c: 1", "c:1")),
            (2, whole.replace("  b:", "  b")),
            (7, whole.replace("- g: 1", "-g: 1")),
            (7, whole.replace("    - g: 1", "    g: 1")),
        ] {
            assert_eq!(read(&broken), (meant.clone(), vec![line]), "{broken}");
        }
    }

    #[test]
    fn an_alias_without_anchor_is_null() {
        assert_eq!(read("a: *x\nb: *y\nc: 1\n").1, [1, 2]);
    }
}
