//! The parser's events in our words. No other file names the parser.

use super::breaks;
use super::draft::{Move, original};
use super::mend::Mend;
use super::strict::{self, Strict};
use crate::code;
use crate::error::{Error, Result};
use crate::text::{SourceId, Span};
use crate::value::Value;
use granit_parser as granit;
use granit_parser::{ScalarStyle, StrInput};
use std::borrow::Cow;
use std::ops::Range;

/// How deep collections may nest, so that no walk over the tree can exhaust the stack.
const MAX_DEPTH: usize = 200;

/// One step through a document.
#[derive(Debug)]
pub(super) enum Event<'a> {
    Scalar {
        text: Cow<'a, str>,
        style: ScalarKind,
        props: Props,
    },
    Seq(Props),
    Map(Props),
    /// The end of the innermost sequence or map.
    End,
    /// What stands for a node that cannot be read.
    Null(Value),
    /// A reference to the anchor of that number.
    Alias(usize),
    DocumentStart,
    DocumentEnd,
    StreamEnd,
}

/// How a scalar was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ScalarKind {
    Plain,
    Quoted,
    Block,
    /// Nothing at all stands there.
    Missing,
}

/// What may stand before a node.
#[derive(Debug, Default)]
pub(super) struct Props {
    /// The number of the anchor that the node defines; 0 for none.
    pub(super) anchor: usize,
    pub(super) tag: Option<Tag>,
}

/// A tag after its handle was resolved: `!env`, `!!str`, `tag:example.com,2000:x`.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) span: Span,
}

impl Tag {
    /// Whether the tag is for the caller to resolve: `!x`, but neither `!!x` nor the `!` that says nothing.
    pub(super) fn is_custom(&self) -> bool {
        self.name.starts_with('!') && !self.name.starts_with("!!") && self.name != "!"
    }
}

/// Whose YAML it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// go-yaml's, with which Atmos reads.
    Go,
    /// `PyYAML`'s, with which Copier reads.
    Python,
}

/// The text that is read, and what its places are called.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) written: &'a str,
    /// The text with the line breaks that the parser knows: [`breaks::for_parser`].
    pub(super) for_parser: &'a str,
    pub(super) dialect: Dialect,
    pub(super) source: SourceId,
    /// What was changed in it since it was read.
    pub(super) moves: &'a [Move],
}

impl Text<'_> {
    /// The span of a range of bytes; none for a text that is no file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        if self.source == SourceId::NONE {
            return Span::NONE;
        }
        let start = original(self.moves, range.start);
        Span::new(self.source, start, original(self.moves, range.end).max(start))
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.written.as_bytes().iter().take(offset).filter(|b| **b == b'\n').count() + 1
    }

    /// An error at a place; in a text that is no file the message has to name the line.
    pub(super) fn error(&self, range: Range<usize>, message: impl Into<String>) -> Error {
        let message = message.into();
        if self.source == SourceId::NONE {
            Error::new(format!("line {}: {message}", self.line(range.start)))
        } else {
            Error::new(message).at(self.span(range))
        }
    }
}

/// The events of a text, one after the other.
pub(super) struct Events<'a> {
    parser: granit::Parser<'a, StrInput<'a>>,
    text: Text<'a>,
    strict: Strict<'a>,
    depth: usize,
    /// What to change in the text for the parser, so that it reads what the dialect reads.
    mend: Option<Mend>,
    /// Where the last event ended: the header of a block scalar is looked for from here.
    end: usize,
}

impl<'a> Events<'a> {
    pub(super) fn new(text: Text<'a>) -> Self {
        let mut options = granit::Options::default();
        options.set_emit_comments(false);
        options.emit_unresolved_aliases = true;
        options.block_nesting_limit = MAX_DEPTH;
        options.flow_nesting_limit = MAX_DEPTH;
        let parser = granit::Parser::new_from_str_with_options(text.for_parser, options);
        Events { parser, text, strict: Strict::new(text.written, text.dialect), depth: 0, mend: None, end: 0 }
    }

    /// The next event and the bytes that it covers. The start of a block collection covers none, its end neither.
    pub(super) fn next(&mut self) -> Result<(Event<'a>, Range<usize>)> {
        loop {
            let (event, span) = match self.parser.next_event() {
                None => return Ok((Event::StreamEnd, self.end..self.end)),
                Some(Ok(next)) => next,
                Some(Err(error)) => return Err(self.syntax_error(&error)),
            };
            let mut range = span.byte_range().unwrap_or(self.end..self.end);
            self.strict.check(&event, &range).map_err(|refusal| self.refused(refusal))?;
            let event = match event {
                granit::Event::StreamEnd => Event::StreamEnd,
                granit::Event::DocumentStart(_, Some(version)) if (version.major, version.minor) != (1, 1) => {
                    return Err(self
                        .text
                        .error(range, format!("YAML {}.{} is not understood here", version.major, version.minor))
                        .code(&code::YAML_SYNTAX)
                        .hint("remove the line that begins with `%YAML`"));
                }
                granit::Event::DocumentStart(..) => Event::DocumentStart,
                granit::Event::DocumentEnd => Event::DocumentEnd,
                granit::Event::Alias(id) => Event::Alias(id),
                granit::Event::UnresolvedAlias(name) => {
                    return Err(self
                        .text
                        .error(range, format!("no anchor `&{name}` stands before the alias `*{name}`"))
                        .code(&code::UNKNOWN_ANCHOR)
                        .hint(format!("define it above: `&{name} …`, or quote the text: `\"*{name}\"`")));
                }
                granit::Event::Scalar(mut text, style, anchor, tag) => {
                    let kind = match style {
                        ScalarStyle::Plain if range.is_empty() => ScalarKind::Missing,
                        ScalarStyle::Plain => {
                            self.colon_without_blank(range.end)?;
                            ScalarKind::Plain
                        }
                        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => ScalarKind::Quoted,
                        _ => {
                            let lines = range.clone();
                            // a last line without a line break has none, whatever the header asks for
                            if range.end == self.text.written.len() && !self.text.written.ends_with(['\n', '\r']) {
                                text = text.strip_suffix('\n').map(|text| Cow::Owned(text.to_owned())).unwrap_or(text);
                            }
                            range = self.block_scalar(range);
                            if self.is_mended(range.start..lines.end) {
                                text = breaks::block(&self.text.written[range.start..lines.end], &text).into();
                            }
                            ScalarKind::Block
                        }
                    };
                    if kind != ScalarKind::Block && self.is_mended(range.clone()) {
                        text = self.mended_flow_scalar(range.clone(), style).into();
                    }
                    Event::Scalar { text, style: kind, props: self.props(anchor, tag.as_deref(), &span) }
                }
                granit::Event::SequenceStart(_, anchor, tag) => {
                    self.deeper(&range)?;
                    Event::Seq(self.props(anchor, tag.as_deref(), &span))
                }
                granit::Event::MappingStart(_, anchor, tag) => {
                    self.deeper(&range)?;
                    Event::Map(self.props(anchor, tag.as_deref(), &span))
                }
                granit::Event::SequenceEnd | granit::Event::MappingEnd => {
                    self.depth -= 1;
                    Event::End
                }
                _ => continue,
            };
            if !range.is_empty() {
                self.end = range.end;
            }
            return Ok((event, range));
        }
    }

    /// Whether the parser was given something else than what stands there.
    fn is_mended(&self, range: Range<usize>) -> bool {
        !std::ptr::eq(self.text.written, self.text.for_parser)
            && self.text.written.as_bytes()[range.clone()] != self.text.for_parser.as_bytes()[range]
    }

    /// What has to be changed before the text is read once more, after an error.
    pub(super) fn mend(&mut self) -> Option<Mend> {
        self.mend.take()
    }

    /// Within brackets a `:` belongs to the text before it where no blank follows, to go-yaml: `[a:]` holds `a:`.
    fn colon_without_blank(&mut self, at: usize) -> Result<()> {
        let is_colon = self.strict.in_brackets() && self.text.for_parser[at..].starts_with(':');
        if !is_colon || self.text.dialect == Dialect::Python {
            return Ok(());
        }
        let next = self.text.written[at + 1..].chars().next();
        if !next.is_some_and(|c| matches!(c, ',' | '[' | ']' | '{' | '}')) {
            return Ok(());
        }
        self.mend = Some(Mend { range: at..at + 1, with: b'_', is_doubtful: false });
        let error = self.text.error(at..at + 1, "a blank has to follow the `:`").code(&code::YAML_SYNTAX);
        Err(error.hint("write `: `"))
    }

    fn refused(&self, refusal: strict::Refusal) -> Error {
        let error = self.text.error(refusal.range, format!("invalid YAML: {}", refusal.message));
        error.code(&code::YAML_SYNTAX).hint(refusal.hint)
    }

    /// The text of a scalar that the parser was given in another form.
    fn mended_flow_scalar(&self, range: Range<usize>, style: ScalarStyle) -> String {
        let written = &self.text.written[range];
        if style != ScalarStyle::DoubleQuoted {
            return breaks::flow(written);
        }
        let line = breaks::double_quoted(written);
        let parsed = granit::Parser::new_from_str(&line).find_map(|event| match event {
            Ok((granit::Event::Scalar(text, ..), _)) => Some(text.into_owned()),
            _ => None,
        });
        parsed.unwrap_or(line)
    }

    fn deeper(&mut self, range: &Range<usize>) -> Result<()> {
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            return Ok(());
        }
        Err(self
            .text
            .error(range.clone(), format!("collections nest more than {MAX_DEPTH} levels deep"))
            .code(&code::YAML_SYNTAX))
    }

    fn props(&self, anchor: usize, tag: Option<&granit::Tag>, span: &granit::Span) -> Props {
        let tag = tag.map(|tag| {
            let name = format!("{}{}", tag.handle(), tag.suffix());
            let name = match name.strip_prefix("tag:yaml.org,2002:") {
                Some(core) => format!("!!{core}"),
                None => name,
            };
            let range = span.tag_span().and_then(|s| s.byte_range()).unwrap_or(self.end..self.end);
            Tag { name, span: self.text.span(range) }
        });
        Props { anchor, tag }
    }

    /// From the `|` or `>` to the end of the last line that is not empty; the parser gives the lines alone.
    fn block_scalar(&self, lines: Range<usize>) -> Range<usize> {
        let bytes = self.text.written.as_bytes();
        let mut at = self.end;
        while at < lines.start {
            match bytes[at] {
                b'|' | b'>' => break,
                // a tag, an anchor or a comment may hold such a character
                b'!' | b'&' => at += bytes[at..].iter().take_while(|b| !b.is_ascii_whitespace()).count(),
                b'#' => at += bytes[at..].iter().take_while(|b| **b != b'\n').count(),
                _ => at += 1,
            }
        }
        let start = at.min(lines.start);
        let trimmed = self.text.written[start..lines.end].trim_end_matches(['\n', '\r', ' ']).len();
        start..start + trimmed
    }

    fn syntax_error(&mut self, error: &granit::ScanError) -> Error {
        let at = error.marker().byte_offset().unwrap_or(self.text.written.len()).min(self.text.written.len());
        self.mend = Mend::of(self.text.for_parser, error.kind(), at, self.text.dialect);
        let rest = &self.text.written[at..];
        let range = at..at + rest.chars().next().map_or(0, char::len_utf8);
        let starts_with_tab = {
            let line_start = self.text.written[..at].rfind('\n').map_or(0, |n| n + 1);
            self.text.written[line_start..].trim_start_matches(' ').starts_with('\t')
        };
        let message = error.kind().to_string();
        if let Some(found) = super::locate::look_above(self.text.written, at, &message) {
            let error = self.text.error(found.range, format!("invalid YAML: {}", found.message));
            return error.code(&code::YAML_SYNTAX).hint(found.hint);
        }
        let error = self.text.error(range, format!("invalid YAML: {message}")).code(&code::YAML_SYNTAX);
        if starts_with_tab {
            return error.hint("indent with spaces: YAML allows no tabs there");
        }
        match rest.as_bytes() {
            [b'%' | b'@' | b'`', ..] => error.hint("quote a text that begins with `%`, `@` or a backtick"),
            [b'-', next, ..] if next.is_ascii_alphanumeric() => error.hint("put a blank behind the `-` of a list item"),
            [b'{', b'{', ..] => error.hint("quote a value that begins with a template: `\"{{ … }}\"`"),
            _ => error,
        }
    }
}
