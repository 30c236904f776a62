//! The tags of a text, looked at as a whole: which one is not closed, which names come from outside.

use super::operators::tokens;
use super::translate::{Start, Tag, Translator};
use crate::scaffold::source::Envops;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words of the language, and names that mean something everywhere.
const KNOWN: &str = "False None True and as autoescape block break call caller context continue cycler dict do elif else \
    endautoescape endblock endcall endfilter endfor endif endmacro endraw endset endwith extends false filter for from if \
    ignore import in include is joiner kwargs lipsum loop macro make_secret missing namespace none not now or pathjoin \
    range raw recursive required scoped self set super true varargs with without";

/// The tags that a block begins with.
const OPENING: [&str; 9] = ["autoescape", "block", "call", "filter", "for", "if", "macro", "set", "with"];

/// What a text opens and does not close, and what would close it where it is a block.
type Unclosed = (Range<usize>, Option<String>);

/// A tag of a text.
struct Found<'t> {
    range: Range<usize>,
    body: &'t str,
    /// The first word of a block; none of a variable.
    word: Option<&'t str>,
}

/// The tags of a text, but for comments; then the delimiter that is not closed, with what would close it.
fn scan<'t>(text: &'t str, envops: &'t Envops) -> (Vec<Found<'t>>, Option<Unclosed>) {
    let reader = Translator::new(text, envops);
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((start, kind)) = reader.next_start(at) {
        let ((mark, close), is_block) = match kind {
            Start::Block => (&envops.block, true),
            Start::Variable => (&envops.variable, false),
            Start::Comment => {
                let open = start..start + envops.comment.0.len();
                let Some(end) = reader.find(&envops.comment.1, open.end) else { return (tags, Some((open, None))) };
                at = end + envops.comment.1.len();
                continue;
            }
        };
        let Some(tag) = Tag::read(text, start, mark, close) else {
            return (tags, Some((start..start + mark.len(), None)));
        };
        let word = tag.body.trim_start().split(|c: char| !c.is_alphanumeric()).next().filter(|_| is_block);
        at = tag.end;
        if word == Some("raw") {
            at = reader.end_of_raw(tag.end);
            if at == text.len() && !text.ends_with(close.as_str()) {
                return (tags, Some((start..tag.end, Some(format!("{mark} endraw {close}")))));
            }
        }
        tags.push(Found { range: start..tag.end, body: tag.body, word });
    }
    (tags, None)
}

/// The last tag that a text opens and does not close, and the tag that would close it where it is a block.
pub(super) fn unclosed(text: &str, envops: &Envops) -> Option<Unclosed> {
    let (tags, cut) = scan(text, envops);
    if cut.is_some() {
        return cut;
    }
    let mut open = Vec::new();
    for tag in tags {
        match tag.word {
            Some("set") if tag.body.contains('=') => {}
            Some(word) if OPENING.contains(&word) => open.push((tag.range, word)),
            Some(word) if word.starts_with("end") && word != "endraw" => drop(open.pop()),
            _ => {}
        }
    }
    let (range, word) = open.pop()?;
    Some((range, Some(format!("{} end{word} {}", envops.block.0, envops.block.1))))
}

/// Tags that hide from a text what it does not set itself: what imports a file without context shows it nothing.
pub(super) fn without_context(text: &str, envops: &Envops) -> String {
    let known: BTreeSet<&str> = KNOWN.split(' ').collect();
    let (mut used, mut own) = (BTreeSet::new(), BTreeSet::new());
    for tag in scan(text, envops).0 {
        let words: Vec<&str> = tokens(tag.body).into_iter().map(|token| &tag.body[token]).collect();
        let equals = words.iter().position(|word| *word == "=").unwrap_or(words.len());
        for (index, word) in words.iter().enumerate() {
            let is_name = word.starts_with(|c: char| c.is_alphabetic() || c == '_');
            let is_part = index > 0 && matches!(words[index - 1], "." | "|" | "is");
            if !is_name || is_part || known.contains(word) {
                continue;
            }
            let is_own = match tag.word {
                Some("macro") => index == 1,
                Some("set") => index < equals,
                Some("import" | "from") => {
                    words.iter().take(index).skip(1).any(|word| matches!(*word, "as" | "import"))
                }
                _ => false,
            };
            if is_own {
                own.insert(*word)
            } else {
                used.insert(*word)
            };
        }
    }
    let (open, close) = (envops.block.0.as_str(), envops.block.1.as_str());
    used.difference(&own).flat_map(|name| [open, " set ", name, " = __nothing() ", close]).collect()
}
