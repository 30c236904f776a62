//! Custom tags: what a document's `!env HOME` becomes is for the caller to say.

use super::scalar;
use crate::error::Result;
use crate::text::Span;
use crate::value::{Data, Value};

/// How a node was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// A scalar without quotes, or none at all.
    Plain,
    /// A scalar in single or double quotes.
    Quoted,
    /// A block scalar: `|` or `>`.
    Block,
    /// A sequence or a map.
    Collection,
}

/// A node with a tag of its own, such as `!env HOME`.
#[derive(Clone, Debug)]
pub struct Tagged<'a> {
    /// The tag with its exclamation mark: `!env`.
    pub tag: &'a str,
    /// Where the tag stands.
    pub tag_span: Span,
    /// The node without its tag: a sequence or a map with its children read, or the text of a scalar as a string.
    pub value: Value,
    /// How the node was written.
    pub style: Style,
}

impl Tagged<'_> {
    /// The value as it would be read had it no tag: `!literal 42` is the integer 42.
    pub fn untagged(self) -> Value {
        match (&self.value.data, self.style) {
            (Data::Str(text), Style::Plain) => Value::new(scalar::resolve(text), self.value.span),
            _ => self.value,
        }
    }

    /// From the first byte of the tag to the last of the node.
    pub fn span(&self) -> Span {
        Span { end: self.value.span.end.max(self.tag_span.end), ..self.tag_span }
    }
}

/// Says what a node with a custom tag becomes.
pub trait TagResolver {
    /// The value that stands in the node's place.
    ///
    /// # Errors
    /// The tag is not known, or makes no sense here.
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value>;
}

/// Keeps the tag of a scalar in its text, `!env HOME` being the string `"!env HOME"`, and drops the tag of a collection,
/// as Atmos does for the functions that it evaluates after merging.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainTags;

impl TagResolver for PlainTags {
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value> {
        let Some(text) = node.value.as_str() else { return Ok(node.value) };
        let text = match text.trim() {
            "" => node.tag.to_owned(),
            text => format!("{} {text}", node.tag),
        };
        Ok(Value::str(text).with_span(node.span()))
    }
}

/// Ignores tags, as go-yaml does by itself: the scalar stays the string that it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTags;

impl TagResolver for NoTags {
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value> {
        Ok(node.value)
    }
}
