//! Values written as `yaml.dump` writes them.

use super::analysis::{Analysis, analyze};
use super::{Node, scalar};
use std::fmt::Write;

/// Where collections are written in `[…]` and `{…}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// `default_flow_style=False`: nowhere but for empty ones.
    Never,
    /// `default_flow_style=None`: those that hold no collections.
    Leaves,
    /// `default_flow_style=True`: everywhere.
    Always,
}

/// How `yaml.dump` is called.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// `default_flow_style`.
    pub flow: Flow,
    /// Columns a level.
    pub indent: usize,
    /// Where long texts are folded.
    pub width: usize,
    /// Whether the keys of mappings are sorted.
    pub sort_keys: bool,
    /// Whether characters beyond ASCII are written as they are.
    pub allow_unicode: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { flow: Flow::Never, indent: 2, width: 80, sort_keys: true, allow_unicode: true }
    }
}

/// Writes a value as a document, with a line break at its end.
pub fn dump(node: &Node, style: Style) -> String {
    let mut emitter = Emitter::new(style);
    emitter.node(node, Place::Root);
    let open_ended = emitter.open_ended;
    emitter.indent = None;
    emitter.write_indent();
    if open_ended {
        emitter.indicator("...", true, Then::default());
        emitter.write_indent();
    }
    emitter.out
}

/// Where a node stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Item,
    Value,
    SimpleKey,
}

/// What is true behind an indicator.
#[derive(Clone, Copy, Default)]
pub(super) struct Then {
    whitespace: bool,
    indention: bool,
}

/// The state of the emitter: where it stands in the line, and what it wrote last.
pub(super) struct Emitter {
    pub(super) out: String,
    pub(super) style: Style,
    pub(super) column: usize,
    pub(super) whitespace: bool,
    pub(super) indention: bool,
    indent: Option<usize>,
    flow_level: usize,
    open_ended: bool,
}

impl Emitter {
    fn new(style: Style) -> Self {
        Emitter {
            out: String::new(),
            style,
            column: 0,
            whitespace: true,
            indention: true,
            indent: None,
            flow_level: 0,
            open_ended: false,
        }
    }

    fn node(&mut self, node: &Node, place: Place) {
        match node {
            Node::Seq(items) => {
                if self.flow_level > 0 || items.is_empty() || self.in_flow(items.iter()) {
                    self.flow_sequence(items);
                } else {
                    self.block_sequence(items, place);
                }
            }
            Node::Map(pairs) => {
                let sorted;
                let pairs = if self.style.sort_keys {
                    sorted = sort(pairs);
                    &sorted
                } else {
                    pairs
                };
                if self.flow_level > 0 || pairs.is_empty() || self.in_flow(pairs.iter().flat_map(|(k, v)| [k, v])) {
                    self.flow_mapping(pairs);
                } else {
                    self.block_mapping(pairs);
                }
            }
            scalar => self.scalar(scalar, place),
        }
    }

    fn in_flow<'n>(&self, mut children: impl Iterator<Item = &'n Node>) -> bool {
        match self.style.flow {
            Flow::Never => false,
            Flow::Always => true,
            Flow::Leaves => !children.any(|child| matches!(child, Node::Seq(_) | Node::Map(_))),
        }
    }

    fn deeper(&mut self, flow: bool, indentless: bool) -> Option<usize> {
        let outer = self.indent;
        self.indent = match outer {
            None => Some(if flow { self.style.indent } else { 0 }),
            Some(indent) if indentless => Some(indent),
            Some(indent) => Some(indent + self.style.indent),
        };
        outer
    }

    fn block_sequence(&mut self, items: &[Node], place: Place) {
        let indentless = matches!(place, Place::Value | Place::SimpleKey) && !self.indention;
        let outer = self.deeper(false, indentless);
        for item in items {
            self.write_indent();
            self.indicator("-", true, Then { indention: true, ..Then::default() });
            self.node(item, Place::Item);
        }
        self.indent = outer;
    }

    fn block_mapping(&mut self, pairs: &[(Node, Node)]) {
        let outer = self.deeper(false, false);
        for (key, value) in pairs {
            self.write_indent();
            if is_simple_key(key) {
                self.node(key, Place::SimpleKey);
                self.indicator(":", false, Then::default());
            } else {
                self.indicator("?", true, Then { indention: true, ..Then::default() });
                self.node(key, Place::Value);
                self.write_indent();
                self.indicator(":", true, Then { indention: true, ..Then::default() });
            }
            self.node(value, Place::Value);
        }
        self.indent = outer;
    }

    fn flow_sequence(&mut self, items: &[Node]) {
        let outer = self.open("[");
        for (index, item) in items.iter().enumerate() {
            self.next_in_flow(index);
            self.node(item, Place::Item);
        }
        self.close("]", outer);
    }

    fn flow_mapping(&mut self, pairs: &[(Node, Node)]) {
        let outer = self.open("{");
        for (index, (key, value)) in pairs.iter().enumerate() {
            self.next_in_flow(index);
            if is_simple_key(key) {
                self.node(key, Place::SimpleKey);
                self.indicator(":", false, Then::default());
            } else {
                self.indicator("?", true, Then::default());
                self.node(key, Place::Value);
                if self.column > self.style.width {
                    self.write_indent();
                }
                self.indicator(":", true, Then::default());
            }
            self.node(value, Place::Value);
        }
        self.close("}", outer);
    }

    fn open(&mut self, bracket: &str) -> Option<usize> {
        self.indicator(bracket, true, Then { whitespace: true, ..Then::default() });
        self.flow_level += 1;
        self.deeper(true, false)
    }

    fn next_in_flow(&mut self, index: usize) {
        if index > 0 {
            self.indicator(",", false, Then::default());
        }
        if self.column > self.style.width {
            self.write_indent();
        }
    }

    fn close(&mut self, bracket: &str, outer: Option<usize>) {
        self.indent = outer;
        self.flow_level -= 1;
        self.indicator(bracket, false, Then::default());
    }

    fn scalar(&mut self, node: &Node, place: Place) {
        let (text, implicit) = text_of(node);
        let analysis = analyze(&text);
        let special = !self.style.allow_unicode && !text.is_ascii();
        let simple_key = place == Place::SimpleKey;
        let outer = self.deeper(true, false);
        match () {
            () if implicit && !special && self.may_be_plain(&analysis, simple_key) => {
                self.open_ended = place == Place::Root;
                self.plain(&text, !simple_key);
            }
            () if analysis.single_quoted && !special && !(simple_key && analysis.multiline) => {
                self.single_quoted(&text, !simple_key);
            }
            () => self.double_quoted(&text, !simple_key),
        }
        self.indent = outer;
    }

    fn may_be_plain(&self, analysis: &Analysis, simple_key: bool) -> bool {
        let allowed = if self.flow_level > 0 { analysis.flow_plain } else { analysis.block_plain };
        allowed && !(simple_key && (analysis.empty || analysis.multiline))
    }

    pub(super) fn indicator(&mut self, text: &str, needs_whitespace: bool, then: Then) {
        if !self.whitespace && needs_whitespace {
            self.put(" ");
        }
        self.put(text);
        self.whitespace = then.whitespace;
        self.indention = self.indention && then.indention;
        self.open_ended = false;
    }

    pub(super) fn write_indent(&mut self) {
        let indent = self.indent.unwrap_or(0);
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.line_break('\n');
        }
        if self.column < indent {
            self.whitespace = true;
            let _ = write!(self.out, "{:1$}", "", indent - self.column);
            self.column = indent;
        }
    }

    pub(super) fn line_break(&mut self, character: char) {
        self.whitespace = true;
        self.indention = true;
        self.column = 0;
        self.out.push(character);
    }

    pub(super) fn put(&mut self, text: &str) {
        self.column += text.chars().count();
        self.out.push_str(text);
    }
}

/// The text of a scalar, and whether it may stand without quotes.
fn text_of(node: &Node) -> (String, bool) {
    match node {
        Node::Null => ("null".to_owned(), true),
        Node::Bool(value) => (value.to_string(), true),
        Node::Int(value) => (value.to_string(), true),
        Node::Float(value) => (float(*value), true),
        Node::Time(text) => (text.clone(), true),
        Node::Str(text) | Node::Tagged(_, text, _) => (text.clone(), scalar::is_plain_string(text)),
        Node::Bytes(bytes) => (String::from_utf8_lossy(bytes).into_owned(), false),
        Node::Seq(_) | Node::Map(_) => (String::new(), true),
    }
}

fn float(value: f64) -> String {
    if value.is_nan() {
        return ".nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { ".inf" } else { "-.inf" }.to_owned();
    }
    let text = super::python_float(value);
    if text.contains('.') { text } else { text.replace('e', ".0e") }
}

/// Whether a key can stand before its colon.
fn is_simple_key(key: &Node) -> bool {
    match key {
        Node::Seq(items) => items.is_empty(),
        Node::Map(pairs) => pairs.is_empty(),
        scalar => {
            let (text, _) = text_of(scalar);
            // the tag counts, although it is not written
            let tag = match scalar {
                Node::Bool(_) | Node::Null => 6,
                Node::Float(_) => 7,
                _ => 5,
            };
            !text.is_empty() && text.chars().count() + tag < 128 && !text.chars().any(super::analysis::is_break)
        }
    }
}

/// The pairs by their keys; as they are when the keys cannot be compared.
fn sort(pairs: &[(Node, Node)]) -> Vec<(Node, Node)> {
    let mut sorted = pairs.to_vec();
    if pairs.iter().all(|(key, _)| matches!(key, Node::Str(_))) {
        sorted.sort_by(|(a, _), (b, _)| match (a, b) {
            (Node::Str(a), Node::Str(b)) => a.cmp(b),
            _ => std::cmp::Ordering::Equal,
        });
    } else if pairs.iter().all(|(key, _)| matches!(key, Node::Int(_) | Node::Float(_) | Node::Bool(_))) {
        sorted.sort_by(|(a, _), (b, _)| number(a).total_cmp(&number(b)));
    }
    sorted
}

#[allow(clippy::cast_precision_loss)] // only to compare
fn number(node: &Node) -> f64 {
    match node {
        Node::Int(value) => *value as f64,
        Node::Float(value) => *value,
        Node::Bool(value) => f64::from(u8::from(*value)),
        _ => 0.0,
    }
}
