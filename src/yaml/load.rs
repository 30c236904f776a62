//! Builds the tree of a document: anchors, merge keys, duplicate keys, tags.

use super::draft::Move;
use super::events::{Dialect, Event, Events, Props, ScalarKind, Tag, Text};
use super::mend;
use super::merge_key;
use super::scalar;
use super::tag::{Style, TagResolver, Tagged};
use super::time::Timestamp;
use crate::code;
use crate::error::{Error, Result};
use crate::text::{Source, SourceId, Span};
use crate::value::merge::{Rules, merge_all};
use crate::value::{Data, Key, Map, Value, float};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

const QUOTE_TEMPLATES: &str = "quote a value that begins with a template: `\"{{ … }}\"`";

/// What a text holds. Further documents after the first are not read, as in Atmos.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The root of the first document; null when there is none.
    pub value: Value,
    /// Whether there is a node at all: an empty text and one of comments alone have none, `---` and `null` have one.
    pub has_node: bool,
}

/// Reads the first document of a file.
///
/// # Errors
/// The text is no YAML, repeats a key, has a key that is null or a collection, merges what is no map, refers to an
/// anchor that is not there, or the resolver refuses a tag.
pub fn load(source: &Source, tags: &mut dyn TagResolver) -> Result<Document> {
    Ok(read(&source.text, &[], source.id, tags, false)?.0)
}

/// Reads the first document of a text that no file holds: the nodes are of no file, and errors name the line.
///
/// # Errors
/// As [`load`].
pub fn load_str(text: &str, tags: &mut dyn TagResolver) -> Result<Document> {
    Ok(read(text, &[], SourceId::NONE, tags, false)?.0)
}

/// Reads a text. Goes on behind what is wrong with the document where `lenient` is set, as long as it is YAML, and returns
/// those problems. `moves` tells what was changed in the text since it was written: places are those before.
pub(super) fn read(
    text: &str,
    moves: &[Move],
    source: SourceId,
    tags: &mut dyn TagResolver,
    lenient: bool,
) -> Result<(Document, Vec<Error>)> {
    mend::reading(text, |for_parser| {
        let text = Text { written: text, for_parser, dialect: Dialect::Go, source, moves };
        let mut loader = Loader::new(text, tags);
        loader.problems = lenient.then(Vec::new);
        match loader.document() {
            Ok(document) => Ok((document, loader.problems.unwrap_or_default())),
            Err(error) => Err((error, loader.events.mend())),
        }
    })
}

/// Builds one document.
pub(super) struct Loader<'a> {
    text: Text<'a>,
    events: Events<'a>,
    tags: &'a mut dyn TagResolver,
    open: Vec<Open>,
    /// By the parser's number; `None` while the node is still open.
    anchors: Vec<Option<Anchored>>,
    /// Keys repeat: one copy of each will do.
    names: FxHashSet<Arc<str>>,
    cost: Cost,
    /// Where the last node or bracket ended.
    end: usize,
    /// What was wrong so far, where reading goes on behind it.
    problems: Option<Vec<Error>>,
}

#[derive(Clone)]
struct Anchored {
    value: Value,
    cost: u64,
}

/// A collection whose end is yet to come.
struct Open {
    items: Items,
    start: usize,
    props: Props,
    /// What was spent before it began.
    cost: u64,
}

enum Items {
    Seq(Vec<Value>),
    Map(OpenMap),
}

/// A map in the making.
#[derive(Default)]
struct OpenMap {
    map: Map,
    key: Option<PendingKey>,
    merge: Option<merge_key::Merge>,
    /// Keys whose name is not their text, as `0x10` is called `16`: their texts.
    renamed: Vec<(Key, String)>,
    /// Whether a key was none, and reading went on.
    dropped: bool,
}

/// The key that waits for its value.
enum PendingKey {
    Named(Key),
    /// `<<`
    Merge,
    /// A key that stands there already; what it holds is laid over what is there.
    Again(Key),
    /// No key at all.
    Dropped,
}

/// A node that is complete.
struct Node<'a> {
    value: Value,
    range: Range<usize>,
    /// The text by which a key is told from another: as written, without quotes; none if a custom tag changes it.
    text: Option<Cow<'a, str>>,
    is_alias: bool,
    is_merge_key: bool,
}

impl<'a> Loader<'a> {
    pub(super) fn new(text: Text<'a>, tags: &'a mut dyn TagResolver) -> Self {
        Loader {
            text,
            events: Events::new(text),
            tags,
            open: Vec::new(),
            anchors: Vec::new(),
            names: FxHashSet::default(),
            cost: Cost::default(),
            end: 0,
            problems: None,
        }
    }

    /// Keeps an error for later where reading goes on.
    fn tolerate(&mut self, error: Error) -> Result<()> {
        match &mut self.problems {
            Some(problems) => {
                problems.push(error);
                Ok(())
            }
            None => Err(error),
        }
    }

    fn document(&mut self) -> Result<Document> {
        loop {
            let (event, range) = match self.events.next() {
                Ok(next) => next,
                Err(error) if error.get_code() == Some(&code::UNKNOWN_ANCHOR) => {
                    let span = error.span().unwrap_or_default();
                    self.tolerate(error)?;
                    let value = Value::NULL.with_span(span);
                    let range = span.start as usize..span.end as usize;
                    (Event::Null(value), range)
                }
                Err(error) => return Err(error),
            };
            if !range.is_empty() {
                self.end = range.end;
            }
            let node = match event {
                Event::StreamEnd => return Ok(Document::default()),
                Event::DocumentStart | Event::DocumentEnd => continue,
                Event::Scalar { text, style, props } => self.scalar(text, style, &props, range)?,
                Event::Null(value) => Node { value, range, text: None, is_alias: false, is_merge_key: false },
                Event::Alias(id) => self.alias(id, range)?,
                Event::Seq(props) => {
                    self.open(Items::Seq(Vec::new()), props, range)?;
                    continue;
                }
                Event::Map(props) => {
                    self.open(Items::Map(OpenMap::default()), props, range)?;
                    continue;
                }
                Event::End => self.close()?,
            };
            if self.open.is_empty() {
                // what follows must be the end of the document, or the text is no YAML
                self.events.next()?;
                return Ok(Document { value: node.value, has_node: true });
            }
            self.put(node)?;
        }
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarKind,
        props: &Props,
        range: Range<usize>,
    ) -> Result<Node<'a>> {
        self.spend(1, 0, &range)?;
        let text = if style == ScalarKind::Missing { Cow::Borrowed("") } else { text };
        let span = self.text.span(range.clone());
        let plain = matches!(style, ScalarKind::Plain | ScalarKind::Missing);
        let tag = props.tag.as_ref().filter(|tag| tag.name != "!");
        let is_merge_key = text == "<<" && tag.map_or(plain, |tag| tag.name == "!!merge");
        let is_custom = tag.is_some_and(Tag::is_custom);
        let value = match tag {
            None if plain => Value::new(self.plain(&text), span),
            None => Value::new(Data::Str(text.as_ref().into()), span),
            Some(tag) if !is_custom => {
                let data = scalar::resolve_tagged(&tag.name, &text).map_err(|e| self.place(e, tag.span))?;
                Value::new(data, span)
            }
            Some(tag) => {
                let style = match style {
                    ScalarKind::Quoted => Style::Quoted,
                    ScalarKind::Block => Style::Block,
                    ScalarKind::Plain | ScalarKind::Missing => Style::Plain,
                };
                let value = Value::str(text.as_ref()).with_span(span);
                self.resolve(&tag.name, tag.span, value, style)?
            }
        };
        self.anchor(props.anchor, &value, 1);
        Ok(Node { value, range, text: (!is_custom).then_some(text), is_alias: false, is_merge_key })
    }

    /// A plain scalar; in the place of a key a string shares the copy of its name.
    fn plain(&mut self, text: &str) -> Data {
        if self.expects_key() && scalar::is_plain_string(text) {
            return Data::Str(self.name(text));
        }
        scalar::resolve(text)
    }

    fn name(&mut self, text: &str) -> Arc<str> {
        if let Some(name) = self.names.get(text) {
            return Arc::clone(name);
        }
        let name: Arc<str> = text.into();
        self.names.insert(Arc::clone(&name));
        name
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { items: Items::Map(OpenMap { key: None, .. }), .. }))
    }

    fn alias(&mut self, id: usize, range: Range<usize>) -> Result<Node<'a>> {
        let Some(Anchored { value, cost }) = self.anchors.get(id).cloned().flatten() else {
            let name = &self.text.written[range.clone()];
            return Err(self.text.error(range.clone(), format!("`{name}` stands inside the value that it repeats")));
        };
        self.spend(1 + cost, cost, &range)?;
        let value = value.with_span(self.text.span(range.clone()));
        let text = Some(Cow::Borrowed(&self.text.written[range.clone()]));
        Ok(Node { value, range, text, is_alias: true, is_merge_key: false })
    }

    fn open(&mut self, items: Items, props: Props, range: Range<usize>) -> Result<()> {
        if self.problems.is_none() && self.expects_key() {
            let template = self.text.written[range.start..].starts_with('{');
            let error = self.text.error(range, "a list or a map cannot be the key of a map").code(&code::INVALID_KEY);
            return Err(if template { error.hint(QUOTE_TEMPLATES) } else { error });
        }
        let cost = self.cost.spent;
        self.spend(1, 0, &range)?;
        self.reserve(props.anchor);
        self.open.push(Open { items, start: range.start, props, cost });
        Ok(())
    }

    fn close(&mut self) -> Result<Node<'a>> {
        let Some(Open { items, start, props, cost }) = self.open.pop() else {
            return Err(Error::new("invalid YAML: a collection ends that did not begin"));
        };
        let range = start..self.end.max(start);
        let span = self.text.span(range.clone());
        let mut value = match items {
            Items::Seq(items) => Value::seq(items),
            // a template without quotes reads as a map in a map; there is no telling what it would be
            Items::Map(open) if open.dropped && self.text.written[start..].starts_with('{') => Value::NULL,
            Items::Map(open) => {
                let mut map = Arc::new(open.map);
                if let Some(merge) = open.merge {
                    merge.apply(&mut map);
                }
                Data::Map(map).into()
            }
        }
        .with_span(span);
        if let Some(tag) = props.tag.filter(Tag::is_custom) {
            value = self.resolve(&tag.name, tag.span, value, Style::Collection)?;
        }
        let cost = self.cost.spent - cost;
        self.anchor(props.anchor, &value, cost);
        Ok(Node { value, range, text: None, is_alias: false, is_merge_key: false })
    }

    /// Puts a node into the collection that is open.
    fn put(&mut self, node: Node<'a>) -> Result<()> {
        let text = self.text;
        let mut wrong = None;
        match self.open.last_mut().map(|open| &mut open.items) {
            None => {}
            Some(Items::Seq(items)) => items.push(node.value),
            Some(Items::Map(open)) => match open.key.take() {
                None => match open.begin(node, text) {
                    Ok(key) => open.key = Some(key),
                    Err((error, instead)) => {
                        open.dropped |= matches!(instead, PendingKey::Dropped);
                        open.key = Some(instead);
                        wrong = Some(error);
                    }
                },
                Some(PendingKey::Named(key)) => {
                    open.map.insert(key, node.value);
                }
                Some(PendingKey::Again(key)) => {
                    let both = match open.map.get(&key.name) {
                        Some(first) if first.as_map().is_some() => merge_all([first, &node.value], Rules::default()),
                        _ => node.value,
                    };
                    open.map.insert(key, both);
                }
                Some(PendingKey::Dropped) => {}
                Some(PendingKey::Merge) => match merge_key::Merge::new(node.value, node.is_alias) {
                    Ok(merge) => open.merge = Some(merge),
                    Err(error) => wrong = Some(place(error, text, node.range)),
                },
            },
        }
        wrong.map_or(Ok(()), |error| self.tolerate(error))
    }

    fn resolve(&mut self, tag: &str, tag_span: Span, value: Value, style: Style) -> Result<Value> {
        let plain = self.problems.is_some().then(|| value.clone());
        match self.tags.resolve(Tagged { tag, tag_span, value, style }) {
            Ok(value) => Ok(value),
            Err(error) => {
                self.tolerate(self.place(error, tag_span))?;
                Ok(Value::NULL.with_span(plain.unwrap_or_default().span))
            }
        }
    }

    /// Gives an error a place; in a text that is no file its message has to name the line.
    fn place(&self, error: Error, span: Span) -> Error {
        place(error, self.text, span.start as usize..span.end as usize)
    }

    fn reserve(&mut self, anchor: usize) {
        if anchor >= self.anchors.len() {
            self.anchors.resize(anchor + 1, None);
        }
    }

    fn anchor(&mut self, anchor: usize, value: &Value, cost: u64) {
        if anchor > 0 {
            self.reserve(anchor);
            self.anchors[anchor] = Some(Anchored { value: value.clone(), cost });
        }
    }

    fn spend(&mut self, nodes: u64, of_aliases: u64, range: &Range<usize>) -> Result<()> {
        if self.cost.spend(nodes, of_aliases) {
            return Ok(());
        }
        Err(self.text.error(range.clone(), "aliases blow this document up beyond measure"))
    }
}

fn place(error: Error, text: Text<'_>, range: Range<usize>) -> Error {
    if text.source == SourceId::NONE {
        error.context(format!("line {}", text.line(range.start)))
    } else {
        error.at(text.span(range))
    }
}

impl OpenMap {
    /// Takes a node for a key: its name, unless it stands there already.
    ///
    /// An error comes with what to take it for where reading goes on.
    fn begin(&mut self, node: Node<'_>, text: Text<'_>) -> Result<PendingKey, (Error, PendingKey)> {
        let span = text.span(node.range.clone());
        if node.is_merge_key {
            if self.merge.is_some() || self.map.contains("<<") {
                let error = text
                    .error(node.range, "duplicate key `<<`")
                    .code(&code::DUPLICATE_KEY)
                    .hint("merge several maps with a list, the first wins: `<<: [*a, *b]`");
                return Err((error, PendingKey::Dropped));
            }
            return Ok(PendingKey::Merge);
        }
        let name: Arc<str> = match &node.value.data {
            Data::Str(name) => Arc::clone(name),
            Data::Int(i) => i.to_string().into(),
            Data::Uint(u) => u.to_string().into(),
            Data::Float(f) => float::shortest(*f).into(),
            Data::Bool(b) => b.to_string().into(),
            Data::Time(t) => Timestamp::parse(t).map_or_else(|| Arc::clone(t), |t| t.to_string().into()),
            Data::Null => {
                let error = text
                    .error(node.range, "a key of a map is null")
                    .code(&code::INVALID_KEY)
                    .hint("quote a key that should be text: `\"null\":`");
                return Err((error, PendingKey::Dropped));
            }
            Data::Seq(_) | Data::Map(_) => {
                let template = text.written[..node.range.start].ends_with('{');
                let error = text.error(node.range, "a list or a map cannot be the key of a map");
                let hint = template.then(|| QUOTE_TEMPLATES.to_owned());
                return Err((error.code(&code::INVALID_KEY).maybe_hint(hint), PendingKey::Dropped));
            }
        };
        let key = Key { name, span };
        let written = node.text.as_deref().unwrap_or(&key.name);
        if let Some(first) = self.find(written) {
            let line = text.line(first.span.start as usize);
            let error = text
                .error(node.range, format!("duplicate key `{written}`: it stands on line {line} already"))
                .code(&code::DUPLICATE_KEY)
                .hint("a map names a key once: remove one of them, or merge what they hold");
            return Err((error, PendingKey::Again(key)));
        }
        if *written != *key.name {
            self.renamed.push((key.clone(), written.to_owned()));
        }
        Ok(PendingKey::Named(key))
    }

    /// The key that was written like that.
    fn find(&self, written: &str) -> Option<&Key> {
        if let Some((key, _)) = self.renamed.iter().find(|(_, text)| text == written) {
            return Some(key);
        }
        let (key, _) = self.map.get_entry(written)?;
        (!self.renamed.iter().any(|(renamed, _)| renamed.name == key.name)).then_some(key)
    }
}

/// Counts nodes as if every alias were a copy, so that a few lines cannot stand for billions.
#[derive(Default)]
struct Cost {
    spent: u64,
    by_aliases: u64,
}

impl Cost {
    /// Whether the share of aliases is still sane: go-yaml allows 99 % in documents up to 400,000 nodes, and ever less
    /// up to 10 % from 4,000,000 nodes on.
    #[allow(clippy::cast_precision_loss)]
    fn spend(&mut self, nodes: u64, of_aliases: u64) -> bool {
        const SMALL: f64 = 400_000.0;
        const LARGE: f64 = 4_000_000.0;
        self.spent = self.spent.saturating_add(nodes);
        self.by_aliases = self.by_aliases.saturating_add(of_aliases);
        if self.by_aliases <= 100 || self.spent <= 1000 {
            return true;
        }
        let spent = self.spent as f64;
        let allowed = 0.99 - 0.89 * ((spent - SMALL) / (LARGE - SMALL)).clamp(0.0, 1.0);
        self.by_aliases as f64 / spent <= allowed
    }
}
