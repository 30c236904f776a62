//! Mistakes of layout: a line that stands too far left or right, a key without its colon, a dash without its blank.
//!
//! The parser notices them further down, and what they hold is not lost: each likely change is tried on a draft, and the
//! one after which the text reads furthest tells which line is wrong.

use super::draft::Draft;
use std::cmp::Reverse;
use std::ops::Range;

/// A changed draft, and what was changed.
pub(super) struct Repair {
    pub(super) draft: Draft,
    /// The line that is wrong, in the draft before the change.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) hint: String,
}

/// How many lines above the one that the parser stumbled over are tried.
const NEAR: usize = 3;
/// Texts beyond this are not tried again and again.
const MAX_TEXT: usize = 1 << 18;

/// Whether a complaint of the parser may come from the layout.
pub(super) fn is_layout(message: &str) -> bool {
    ["mapping values are not allowed", "block mapping", "block collection", "simple key", "a `:` is missing"]
        .iter()
        .any(|m| message.contains(m))
}

/// The change that lets the text read on behind `at`; `reach` tells how far a text reads, nothing for to its end.
pub(super) fn repair(draft: &Draft, at: usize, mut reach: impl FnMut(&str) -> Option<usize>) -> Option<Repair> {
    if draft.text.len() > MAX_TEXT {
        return None;
    }
    let lines = Lines::of(&draft.text);
    let stumbled = lines.0.partition_point(|l| l.start <= at).checked_sub(1)?;
    let end = lines.0[stumbled].end;
    let mut tried = Vec::new();
    for (candidate, change) in lines.changes(stumbled) {
        let changed = change.on(draft, &lines.0[candidate]);
        let reached = reach(&changed.text).unwrap_or(usize::MAX);
        if reached <= end + changed.text.len().saturating_sub(draft.text.len()) {
            continue;
        }
        let cost = lines.cost(candidate, &change, &changed.text);
        tried.push(((Reverse(reached), cost, stumbled.abs_diff(candidate)), candidate, change, changed));
    }
    let (_, candidate, change, draft) = tried.into_iter().min_by_key(|(rank, ..)| *rank)?;
    let line = &lines.0[candidate];
    let (message, hint) = change.words(line);
    Some(Repair { draft, range: line.start + line.indent..line.end, message, hint })
}

/// A line that holds something.
struct Line<'t> {
    start: usize,
    /// The end without blanks and the line break.
    end: usize,
    indent: usize,
    content: &'t str,
}

impl Line<'_> {
    fn is_item(&self) -> bool {
        self.content.starts_with("- ") || self.content == "-"
    }

    /// Where what follows a dash begins.
    fn inner(&self) -> usize {
        let dash = self.content.strip_prefix('-').filter(|_| self.is_item());
        dash.map_or(self.indent, |rest| self.indent + 1 + rest.len() - rest.trim_start_matches(' ').len())
    }

    fn opens(&self) -> bool {
        self.content.ends_with(':')
    }
}

#[derive(Clone, Copy)]
enum Change {
    /// Blanks before the line.
    Indent(usize),
    /// A `:` at a byte of the line's content.
    Colon(usize),
    /// A blank at a byte of the line's content.
    Blank(usize),
    /// A `-` before the content.
    Dash,
    /// No dash.
    NoDash,
}

impl Change {
    fn on(self, draft: &Draft, line: &Line<'_>) -> Draft {
        let mut draft = draft.clone();
        let content = line.start + line.indent;
        match self {
            Change::Indent(to) if to > line.indent => draft.insert(line.start, &" ".repeat(to - line.indent)),
            Change::Indent(to) => draft.remove(line.start..line.start + line.indent - to),
            Change::Colon(at) => draft.insert(content + at, ":"),
            Change::Blank(at) => draft.insert(content + at, " "),
            Change::Dash => draft.insert(content, "- "),
            Change::NoDash => draft.remove(content..line.start + line.inner()),
        }
        draft
    }

    fn words(self, line: &Line<'_>) -> (String, String) {
        let (message, hint) = match self {
            Change::Indent(to) => {
                let message = format!("the line is indented by {}, where {to} would fit", line.indent);
                return (message, format!("indent it by {to}"));
            }
            Change::Colon(_) => ("a `:` is missing", "write `key: value`"),
            Change::Blank(at) if line.content[..at].ends_with('-') => {
                ("a blank is missing behind the `-`", "write `- item`")
            }
            Change::Blank(_) => ("a blank is missing behind the `:`", "write `key: value`"),
            Change::Dash => ("a `-` is missing", "write `- ` before the first key of an item"),
            Change::NoDash => ("a list item does not fit here", "remove the `-`"),
        };
        (message.to_owned(), hint.to_owned())
    }
}

struct Lines<'t>(Vec<Line<'t>>);

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let mut start = 0;
        let line = |line: &'t str| {
            let own = start;
            start += line.len();
            let content = line.trim_start_matches(' ');
            let indent = line.len() - content.len();
            let content = content.trim_end();
            let end = own + indent + content.len();
            (!content.is_empty() && !content.starts_with('#')).then_some(Line { start: own, end, indent, content })
        };
        Lines(text.split_inclusive('\n').filter_map(line).collect())
    }

    /// By how much lines are mostly indented below their keys.
    fn step(&self) -> usize {
        let mut counts = [0; 9];
        for pair in self.0.windows(2).filter(|pair| pair[0].opens() && pair[1].indent > pair[0].inner()) {
            counts[(pair[1].indent - pair[0].inner()).min(8)] += 1;
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        if counts[2] == most { 2 } else { counts.iter().position(|c| *c == most).unwrap_or(2) }
    }

    /// The lines around one, by falling indentation.
    fn around(&self, line: usize) -> impl Iterator<Item = usize> {
        let mut depth = self.0[line].indent;
        (0..line).rev().filter(move |l| {
            let outer = self.0[*l].indent < depth;
            depth = depth.min(self.0[*l].indent);
            outer
        })
    }

    /// How many of the lines that stand in one block with a line, as far in, begin items, and how many do not.
    fn beside(&self, at: usize) -> (usize, usize) {
        let indent = self.0[at].indent;
        let above = self.0[..at].iter().rev().take_while(|l| l.indent >= indent);
        let below = self.0[at + 1..].iter().take_while(|l| l.indent >= indent);
        let same: Vec<bool> = above.chain(below).filter(|l| l.indent == indent).map(Line::is_item).collect();
        let items = same.iter().filter(|is_item| **is_item).count();
        (items, same.len() - items)
    }

    /// Whether a line would stand as far in as lines do below what is around it.
    fn fits(&self, at: usize, indent: usize) -> bool {
        let (line, step) = (&self.0[at], self.step().max(1));
        let mut depth = usize::MAX;
        let holder = self.0[..at].iter().rev().find(|l| {
            let outer = l.indent <= depth && (l.opens() || l.is_item());
            depth = depth.min(l.indent);
            outer && (l.indent < indent || (line.is_item() && l.indent == indent))
        });
        holder.is_none_or(|p| {
            let below = p.opens() && (p.inner() + step == indent || (line.is_item() && p.indent == indent));
            below || p.inner() == indent || (line.is_item() && p.is_item() && p.indent == indent)
        })
    }

    /// The changes that may help, with the lines that they change.
    fn changes(&self, stumbled: usize) -> Vec<(usize, Change)> {
        let first = stumbled.saturating_sub(NEAR);
        let mut candidates: Vec<usize> = (first..=stumbled).collect();
        candidates
            .extend(self.around(stumbled).chain(stumbled.checked_sub(1).into_iter().flat_map(|l| self.around(l))));
        candidates.sort_unstable();
        candidates.dedup();
        // what the text begins with sets how far in the others stand
        candidates.retain(|c| *c > 0 || stumbled == 0 || self.0[*c].indent > 0);
        candidates
            .into_iter()
            .rev()
            .flat_map(|c| self.changes_of(c, stumbled).into_iter().map(move |i| (c, i)))
            .collect()
    }

    fn changes_of(&self, at: usize, stumbled: usize) -> Vec<Change> {
        let line = &self.0[at];
        let mut changes = Vec::new();
        let content = line.content.strip_prefix("- ").unwrap_or(line.content);
        let skipped = line.content.len() - content.len();
        let is_plain = !content.starts_with(['-', '"', '\'', '|', '>', '&', '*', '!', '[', '{', '?']);
        let key = content.split_once(": ").map(|(key, _)| key).or_else(|| content.strip_suffix(':'));
        let has_key = key.is_some_and(|key| !key.contains(['{', '[']));
        if is_plain && !has_key {
            let word = content.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.')));
            match word {
                None => changes.push(Change::Colon(line.content.len())),
                Some(0) => {}
                Some(end) if content[end..].starts_with(' ') => changes.push(Change::Colon(skipped + end)),
                Some(end) if content[end..].starts_with(':') => changes.push(Change::Blank(skipped + end + 1)),
                Some(_) => {}
            }
        }
        if content.starts_with('-') && !content.starts_with("--") && !line.is_item() {
            changes.push(Change::Blank(1));
        }
        let (items, keys) = self.beside(at);
        if line.is_item() && keys > 0 {
            changes.push(Change::NoDash);
        } else if !line.is_item() && items > 0 {
            changes.push(Change::Dash);
        }
        let step = self.step();
        let neighbours = [at.checked_sub(1), Some(at + 1), Some(stumbled), Some(stumbled + 1)];
        let mut indents: Vec<usize> = Vec::new();
        for other in neighbours.into_iter().flatten().filter(|l| *l != at).filter_map(|l| self.0.get(l)) {
            indents.extend([other.indent, other.inner()]);
            if other.opens() {
                indents.push(other.inner() + step);
            }
        }
        indents.extend(at.checked_sub(1).into_iter().flat_map(|l| self.around(l)).map(|l| self.0[l].inner()));
        indents.sort_unstable();
        indents.dedup();
        changes.extend(indents.into_iter().filter(|i| *i != line.indent).map(Change::Indent));
        changes
    }

    /// How unlikely it is that a change puts right what went wrong: the less, the better.
    fn cost(&self, at: usize, change: &Change, changed: &str) -> (bool, bool, usize, bool, usize) {
        let line = &self.0[at];
        let to = match *change {
            Change::Indent(to) => to,
            Change::Dash | Change::NoDash => {
                let (items, keys) = self.beside(at);
                let odd = if line.is_item() { keys < items } else { items < keys };
                return (false, odd, 0, false, usize::from(!line.is_item()));
            }
            Change::Colon(_) | Change::Blank(_) => return (false, false, 0, false, 0),
        };
        // a key that nothing stands below any more
        let lines = Lines::of(changed);
        let pairs = lines.0.windows(2).skip(at.saturating_sub(2)).take(4);
        let hollow = pairs.filter(|p| p[0].opens() && p[1].indent <= p[0].inner() && !p[1].is_item()).count();
        // a line between two that stand where it would
        let stands = |other: Option<usize>| other.and_then(|l| self.0.get(l)).is_some_and(|l| l.indent == to);
        let is_between = stands(at.checked_sub(1)) && stands(Some(at + 1));
        (self.fits(at, line.indent), !self.fits(at, to), hollow, !is_between, line.indent.abs_diff(to))
    }
}
