//! Reading what the parser, of YAML 1.2, refuses and older dialects read: it is given a text of the same length with
//! something else in place of what it stumbles over, and the scalars that held it are read from what was written.

use super::breaks::{self, is_blank};
use super::events::Dialect;
use crate::error::{Error, Result};
use granit_parser::ErrorKind;
use std::borrow::Cow;
use std::ops::Range;

/// How often a text is changed for the parser.
const MAX_MENDS: usize = 200;

/// Reads a text; `read` gets it as the parser has to see it, and is called again where a change helps.
pub(super) fn reading<T>(
    text: &str,
    mut read: impl FnMut(&str) -> std::result::Result<T, (Error, Option<Mend>)>,
) -> Result<T> {
    let mut for_parser = breaks::for_parser(text);
    let mut told = None;
    for _ in 0..MAX_MENDS {
        let (error, mend) = match read(&for_parser) {
            Ok(read) => return Ok(read),
            Err(refused) => refused,
        };
        let Some(mend) = mend else { return Err(told.unwrap_or(error)) };
        if mend.is_doubtful && told.is_none() {
            told = Some(error);
        }
        for_parser = Cow::Owned(mend.apply(&for_parser));
    }
    Err(told.unwrap_or_else(|| Error::new("invalid YAML: too many places that no YAML of today has")))
}

/// A change to the text that the parser is given, after it could not read it.
pub(super) struct Mend {
    pub(super) range: Range<usize>,
    /// What stands there instead, over and over.
    pub(super) with: u8,
    /// Whether the text was more likely meant otherwise: what is wrong with it before the change is what is told.
    pub(super) is_doubtful: bool,
}

impl Mend {
    /// What makes the dialect's reading of what the parser refuses at `at`; none for what the dialect refuses too.
    pub(super) fn of(text: &str, error: &ErrorKind, at: usize, dialect: Dialect) -> Option<Mend> {
        match error {
            // both dialects let the lines of a quoted text begin anywhere, but for what divides documents
            ErrorKind::InvalidQuotedScalarIndent | ErrorKind::TabInIndentation => {
                let start = text[..at].trim_end().len();
                let rest = &text[at..];
                let divides = text[..at].ends_with('\n') && (rest.starts_with("---") || rest.starts_with("..."));
                let is_break = text[start..at].contains(['\n', '\r']) && !divides;
                let end = at + rest.len() - rest.trim_start_matches(is_blank).len();
                is_break.then_some(Mend { range: start..end, with: b' ', is_doubtful: true })
            }
            // in brackets tabs indent too; elsewhere they are refused, which `Strict` sees to
            ErrorKind::TabInBlockIndentation => {
                let start = text[..at].trim_end_matches(is_blank).len();
                let end = at + text[at..].len() - text[at..].trim_start_matches(is_blank).len();
                let has_tab = text[start..end].contains('\t');
                has_tab.then_some(Mend { range: start..end, with: b' ', is_doubtful: true })
            }
            // a comment may follow a quote or a bracket at once
            ErrorKind::CommentNotSeparated => {
                let length = text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
                text[at..].starts_with('#').then_some(Mend { range: at..at + length, with: b' ', is_doubtful: false })
            }
            // `\'` is an escape to go-yaml
            ErrorKind::UnknownQuotedScalarEscape if dialect == Dialect::Go => {
                let start = at + escaped_quote(&text[at..])?;
                Some(Mend { range: start..start + 1, with: b'_', is_doubtful: false })
            }
            _ => None,
        }
    }

    /// The text with the change.
    fn apply(&self, text: &str) -> String {
        let mut changed = text.to_owned();
        let instead = std::iter::repeat_n(char::from(self.with), self.range.len()).collect::<String>();
        changed.replace_range(self.range.clone(), &instead);
        changed
    }
}

/// Where in a scalar in double quotes the first `\'` stands.
fn escaped_quote(written: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += written[at..].find('\\')?;
        match written[at + 1..].chars().next()? {
            '\'' => return Some(at),
            escaped => at += 1 + escaped.len_utf8(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::tests::assert_reads_as_go;

    #[test]
    fn comments_follow_at_once() {
        assert_reads_as_go(&[
            ("a: \"b\"#c: d\ne: 1", Some("{\"a\":\"b\",\"e\":1}")),
            ("- [a, b]#c\n- 'x'#é\n- 3", Some("[[\"a\",\"b\"],\"x\",3]")),
            ("{a: \"b\"#c\n}", Some("{\"a\":\"b\"}")),
            ("a: |2#c\n  x", Some("{\"a\":\"x\"}")),
            ("a: [b#c\n, d]", Some("{\"a\":[\"b#c\",\"d\"]}")),
            ("---#c\na: 1", None),
            ("a: 1\n...#c", None),
        ]);
    }
}
