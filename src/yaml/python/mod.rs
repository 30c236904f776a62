//! YAML as Python's `PyYAML` reads and writes it: the rules of YAML 1.1, which differ from go-yaml's. Copier's templates and
//! answers are written for them.

mod analysis;
mod emit;
mod fold;
mod places;
mod scalar;

pub use emit::{Flow, Style, dump};
pub use places::{Place, place_of};

use super::events::{Dialect, Event, Events, Props, ScalarKind, Tag, Text};
use super::mend;
use crate::code;
use crate::error::{Error, Result};
use crate::text::{SourceId, SourceMap};
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

/// A value as `yaml.safe_load` makes it.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `~`, `null`, nothing at all.
    Null,
    /// `yes`, `True`, `off`, …
    Bool(bool),
    /// An integer of any of the usual notations, `1:30` and `0755` among them.
    Int(i128),
    /// A number with a dot.
    Float(f64),
    /// A text.
    Str(String),
    /// `!!binary`.
    Bytes(Vec<u8>),
    /// A date or a time, as written.
    Time(String),
    /// A list.
    Seq(Vec<Node>),
    /// A mapping in the order of its author.
    Map(Vec<(Node, Node)>),
    /// A scalar with a tag of one's own, such as `!include FILE`, and its line.
    Tagged(String, String, usize),
}

/// Every document of a text, empty ones included.
///
/// # Errors
/// An error with its line for what is no YAML, and for tags that would make Python objects.
pub fn load_all(text: &str) -> Result<Vec<Node>> {
    documents(text, SourceId::NONE)
}

/// Every document of a file; errors point into it.
///
/// # Errors
/// As [`load_all`].
pub fn load_all_of(file: &Path, text: &str) -> Result<Vec<Node>> {
    let source = SourceMap::default().add(file, text, false);
    documents(text, source.id).map_err(|error| error.carrying(&source))
}

fn documents(text: &str, source: SourceId) -> Result<Vec<Node>> {
    reading(text, source, |loader| {
        let mut documents = Vec::new();
        loop {
            match loader.events.next()? {
                (Event::StreamEnd, _) => return Ok(documents),
                (Event::DocumentStart, _) => {
                    loader.anchors.clear();
                    documents.push(loader.node()?);
                }
                _ => {}
            }
        }
    })
}

/// The only document of a text.
///
/// # Errors
/// As [`load_all`], and when there is more than one document.
pub fn load(text: &str) -> Result<Node> {
    load_all(text).and_then(only)
}

/// The only document of a file; errors point into it.
///
/// # Errors
/// As [`load`].
pub fn load_of(file: &Path, text: &str) -> Result<Node> {
    load_all_of(file, text).and_then(only).map_err(|error| error.in_file(file))
}

fn only(mut documents: Vec<Node>) -> Result<Node> {
    match documents.len() {
        0 => Ok(Node::Null),
        1 => Ok(documents.remove(0)),
        _ => Err(Error::new("expected a single YAML document, but found another one").code(&code::YAML_SYNTAX)),
    }
}

/// The items of a list as they stand in the text, without the quotes around a whole item.
///
/// # Errors
/// An error for what is no YAML or no list.
pub fn raw_items(text: &str) -> Result<Vec<String>> {
    reading(text, SourceId::NONE, items_as_written)
}

fn reading<T>(text: &str, source: SourceId, read: impl Fn(&mut Loader<'_>) -> Result<T>) -> Result<T> {
    mend::reading(text, |for_parser| {
        let text = Text { written: text, for_parser, dialect: Dialect::Python, source, moves: &[] };
        let mut loader = Loader::new(text);
        read(&mut loader).map_err(|error| (error, loader.events.mend()))
    })
}

/// The items of the list that the text is, as they stand there.
fn items_as_written(loader: &mut Loader<'_>) -> Result<Vec<String>> {
    let text = loader.text.written;
    loop {
        match loader.events.next()?.0 {
            Event::DocumentStart => {}
            Event::Seq(_) => break,
            _ => return Err(Error::new(format!("not a YAML list: {text:?}"))),
        }
    }
    let mut items = Vec::new();
    loop {
        let (event, range) = loader.events.next()?;
        if matches!(event, Event::End) {
            return Ok(items);
        }
        let is_text = matches!(&event, Event::Scalar { style: ScalarKind::Quoted, .. });
        let end = loader.skip(&event, &range)?;
        let raw = text.get(range.start..end).unwrap_or_default().trim();
        let inner = ['"', '\''].iter().find_map(|quote| raw.strip_prefix(*quote)?.strip_suffix(*quote));
        items.push(inner.filter(|_| is_text).unwrap_or(raw).to_owned());
    }
}

struct Loader<'a> {
    text: Text<'a>,
    events: Events<'a>,
    anchors: HashMap<usize, Node>,
    /// How many nodes aliases have copied, so that a small text cannot fill the memory.
    copied: usize,
}

/// How many nodes aliases may copy.
const MAX_COPIED: usize = 1_000_000;

impl<'a> Loader<'a> {
    fn new(text: Text<'a>) -> Self {
        Loader { text, events: Events::new(text), anchors: HashMap::new(), copied: 0 }
    }

    fn node(&mut self) -> Result<Node> {
        let (event, range) = self.events.next()?;
        self.of(event, &range)
    }

    fn of(&mut self, event: Event<'a>, range: &Range<usize>) -> Result<Node> {
        let (node, props) = match event {
            Event::Scalar { text, style, props } => {
                let node = self.scalar(&text, style, props.tag.as_ref(), range)?;
                (node, props)
            }
            Event::Seq(props) => {
                self.refuse_tag(&props, "!!seq", range)?;
                let mut items = Vec::new();
                loop {
                    match self.events.next()? {
                        (Event::End, _) => break,
                        (event, range) => items.push(self.of(event, &range)?),
                    }
                }
                (Node::Seq(items), props)
            }
            Event::Map(props) => {
                self.refuse_tag(&props, "!!map", range)?;
                (self.map()?, props)
            }
            Event::Alias(id) => {
                let node = self.anchors.get(&id).cloned().unwrap_or(Node::Null);
                self.copied += count(&node);
                if self.copied > MAX_COPIED {
                    return Err(self.text.error(range.clone(), "aliases copy too much"));
                }
                return Ok(node);
            }
            _ => return Ok(Node::Null),
        };
        if props.anchor != 0 {
            self.anchors.insert(props.anchor, node.clone());
        }
        Ok(node)
    }

    fn map(&mut self) -> Result<Node> {
        let (mut own, mut merged) = (Vec::new(), Vec::new());
        loop {
            let (event, range) = self.events.next()?;
            if matches!(event, Event::End) {
                break;
            }
            let is_merge = matches!(&event, Event::Scalar { text, style: ScalarKind::Plain, props }
                if text == "<<" && props.tag.is_none());
            let key = self.of(event, &range)?;
            let value = self.node()?;
            if !is_merge {
                set(&mut own, key, value);
                continue;
            }
            // in a list of maps the first one wins
            let maps = match value {
                Node::Seq(items) => items.into_iter().rev().collect(),
                other => vec![other],
            };
            for map in maps {
                let Node::Map(pairs) = map else {
                    return Err(self.text.error(range, "expected a mapping or a list of mappings behind `<<`"));
                };
                for (key, value) in pairs {
                    set(&mut merged, key, value);
                }
            }
        }
        for (key, value) in own {
            set(&mut merged, key, value);
        }
        Ok(Node::Map(merged))
    }

    fn scalar(&self, text: &str, style: ScalarKind, tag: Option<&Tag>, range: &Range<usize>) -> Result<Node> {
        let Some(tag) = tag else {
            return Ok(match style {
                ScalarKind::Plain | ScalarKind::Missing => scalar::resolve(text),
                ScalarKind::Quoted | ScalarKind::Block => Node::Str(text.to_owned()),
            });
        };
        if tag.is_custom() {
            return Ok(Node::Tagged(tag.name.clone(), text.to_owned(), self.text.line(range.start)));
        }
        scalar::resolve_tagged(&tag.name, text).ok_or_else(|| {
            self.text.error(range.clone(), format!("`{text}` cannot be read with the tag `{}`", tag.name))
        })
    }

    fn refuse_tag(&self, props: &Props, own: &str, range: &Range<usize>) -> Result<()> {
        match &props.tag {
            Some(tag) if tag.name != own && tag.name != "!" => {
                Err(self.text.error(range.clone(), format!("the tag `{}` has no meaning here", tag.name)))
            }
            _ => Ok(()),
        }
    }

    /// Goes behind a node and tells where it ends.
    fn skip(&mut self, event: &Event<'_>, range: &Range<usize>) -> Result<usize> {
        let mut depth = usize::from(matches!(event, Event::Seq(_) | Event::Map(_)));
        let mut end = range.end;
        while depth > 0 {
            let (event, range) = self.events.next()?;
            end = end.max(range.end);
            match event {
                Event::Seq(_) | Event::Map(_) => depth += 1,
                Event::End => depth -= 1,
                _ => {}
            }
        }
        Ok(end)
    }
}

/// A later key takes the value, but not the place, of an equal earlier one.
fn set(pairs: &mut Vec<(Node, Node)>, key: Node, value: Node) {
    match pairs.iter_mut().find(|(other, _)| *other == key) {
        Some(pair) => pair.1 = value,
        None => pairs.push((key, value)),
    }
}

fn count(node: &Node) -> usize {
    match node {
        Node::Seq(items) => 1 + items.iter().map(count).sum::<usize>(),
        Node::Map(pairs) => 1 + pairs.iter().map(|(k, v)| count(k) + count(v)).sum::<usize>(),
        _ => 1,
    }
}

/// A float as Python's `repr` writes it.
pub fn python_float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.abs());
    }
    let plain = value.to_string();
    if plain.contains('.') { plain } else { format!("{plain}.0") }
}

#[cfg(test)]
mod tests;
