//! Reading on behind a block that cannot be read: the others of its file are checked all the same.

use super::locate::look_above;
use crate::text::blanked;
use hcl_edit::structure::Body;
use std::borrow::Cow;
use std::ops::Range;

/// A mistake of syntax.
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) what: String,
}

/// More faults than these in one file, and it is something else than HCL.
const MAX_FAULTS: usize = 10;

/// What a text says apart from the blocks that cannot be read, and what is wrong with these. Every byte of what is read
/// stands where it did.
pub(super) fn parse(text: &str) -> (Option<Body>, Vec<Fault>) {
    let mut faults: Vec<Fault> = Vec::new();
    let mut text = Cow::Borrowed(text);
    let mut reached = None;
    loop {
        let stumbled = match hcl_edit::parser::parse_body(&text) {
            Ok(body) => return (Some(body), faults),
            Err(error) => error,
        };
        let offset = stumbled.location().offset();
        let (at, what) = look_above(&text, offset)
            .map_or_else(|| (offset, stumbled.message().to_string()), |(at, what)| (at, what.to_owned()));
        let block = block_around(&text, at);
        // what the parser stumbles over further up follows from what was taken away
        if Some(offset) > reached {
            faults.push(Fault { at, what });
        }
        reached = reached.max(Some(offset));
        match block.filter(|_| faults.len() < MAX_FAULTS) {
            Some(block) => text = Cow::Owned(blanked(&text, block)),
            None => return (None, faults),
        }
    }
}

/// The lines from the beginning of the block of the top level that a byte stands in to the beginning of the next.
fn block_around(text: &str, at: usize) -> Option<Range<usize>> {
    let starts = || {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1));
        lines.filter(|start| opens(text[*start..].lines().next().unwrap_or_default()))
    };
    let start = starts().take_while(|start| *start <= at).last()?;
    let end = starts().find(|next| *next > start).unwrap_or(text.len());
    Some(start..end)
}

/// Whether a line begins a block of the top level: `variable "name" {`.
fn opens(line: &str) -> bool {
    let word = line.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    word.len() < line.len() && word.trim_start().starts_with(['"', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<usize>) {
        let (body, faults) = parse(text);
        let names = body.iter().flat_map(|body| body.blocks()).map(|block| block.labels[0].as_str().to_owned());
        let line = |fault: &Fault| text[..fault.at].matches('\n').count() + 1;
        (names.collect(), faults.iter().map(line).collect())
    }

    #[test]
    fn a_block_that_cannot_be_read_costs_itself_alone() {
        let text = "variable \"a\" {\n  type = = bool\n}\n\nvariable \"b\" {\n  type = bool\n}\nvariable \"c {\n}\n";
        assert_eq!(read(text), (vec!["b".to_owned()], vec![2, 8]));
    }

    #[test]
    fn a_block_without_an_end_is_told_once() {
        let text = "variable \"a\" {\n  type = bool\nvariable \"b\" {\n  type = bool\n}\nvariable \"c\" {\n}\n";
        assert_eq!(read(text), (vec!["b".to_owned(), "c".to_owned()], vec![1]));
    }
}
