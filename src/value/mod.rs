//! One immutable tree for all YAML: ordered maps, shared subtrees, and the place that each node came from.

pub mod diff;
pub mod float;
pub mod json;
mod map;
pub mod merge;
mod path;

pub use map::{Key, Map};
pub use path::{Path, Step};

use crate::text::Span;
use std::sync::{Arc, LazyLock};

/// A node: its data and the place in the text where it stands.
///
/// Cloning is cheap: sequences, maps and strings are shared. Equality looks at the data alone.
#[derive(Clone, Debug, Default)]
pub struct Value {
    /// What the node holds.
    pub data: Data,
    /// Where it was read; [`Span::NONE`] for computed values.
    pub span: Span,
}

/// The data of a node.
#[derive(Clone, Debug, Default)]
pub enum Data {
    /// No value.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// An integer that fits 64 bits with a sign.
    Int(i64),
    /// An integer above `i64::MAX`.
    Uint(u64),
    /// A floating-point number.
    Float(f64),
    /// A text. A custom YAML tag is part of it: `!env HOME` is the string `"!env HOME"`, as in Atmos.
    Str(Arc<str>),
    /// A timestamp, as it was written (go-yaml reads `2024-01-02` as a time).
    Time(Arc<str>),
    /// A sequence.
    Seq(Arc<Vec<Value>>),
    /// A map with string keys.
    Map(Arc<Map>),
}

impl Value {
    /// The null of no file.
    pub const NULL: Value = Value { data: Data::Null, span: Span::NONE };

    /// A value at a place.
    pub fn new(data: Data, span: Span) -> Self {
        Value { data, span }
    }

    /// The same data at another place.
    #[must_use]
    pub fn with_span(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    /// A text.
    pub fn str(text: impl Into<Arc<str>>) -> Self {
        Data::Str(text.into()).into()
    }

    /// A sequence.
    pub fn seq(items: Vec<Value>) -> Self {
        Data::Seq(Arc::new(items)).into()
    }

    /// A map.
    pub fn map(map: Map) -> Self {
        Data::Map(Arc::new(map)).into()
    }

    /// A map with nothing in it: everyone's is the same one.
    pub fn empty_map() -> Self {
        static EMPTY: LazyLock<Arc<Map>> = LazyLock::new(Arc::default);
        Data::Map(Arc::clone(&EMPTY)).into()
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::Str(s) => Some(s),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.data {
            Data::Bool(b) => Some(b),
            _ => None,
        }
    }

    /// The integer, if it is one that fits.
    pub fn as_int(&self) -> Option<i64> {
        match self.data {
            Data::Int(i) => Some(i),
            _ => None,
        }
    }

    /// The map, if it is one.
    pub fn as_map(&self) -> Option<&Map> {
        match &self.data {
            Data::Map(m) => Some(m),
            _ => None,
        }
    }

    /// The map, or an empty one if it is none; copied only if it is shared.
    pub fn into_map(self) -> Map {
        match self.data {
            Data::Map(map) => Arc::unwrap_or_clone(map),
            _ => Map::default(),
        }
    }

    /// The items, if it is a sequence.
    pub fn as_seq(&self) -> Option<&[Value]> {
        match &self.data {
            Data::Seq(s) => Some(s),
            _ => None,
        }
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self.data, Data::Null)
    }

    /// The value under a key, if it is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.as_map()?.get(key)
    }

    /// The value at a path of keys, if every step is a map that has it.
    pub fn dig<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Option<&Value> {
        keys.into_iter().try_fold(self, Value::get)
    }

    /// Sets an entry of a map in place; what is no map stays as it is.
    pub fn set(&mut self, key: &str, value: Value) {
        if let Data::Map(map) = &mut self.data {
            Arc::make_mut(map).insert(key, value);
        }
    }

    /// What kind of node it is, in the words of YAML, for messages.
    pub fn type_name(&self) -> &'static str {
        match self.data {
            Data::Null => "null",
            Data::Bool(_) => "boolean",
            Data::Int(_) | Data::Uint(_) => "integer",
            Data::Float(_) => "number",
            Data::Str(_) => "string",
            Data::Time(_) => "timestamp",
            Data::Seq(_) => "list",
            Data::Map(_) => "map",
        }
    }

    /// Whether both are the same shared subtree, which makes them equal without a look inside.
    pub fn ptr_eq(&self, other: &Value) -> bool {
        match (&self.data, &other.data) {
            (Data::Map(a), Data::Map(b)) => Arc::ptr_eq(a, b),
            (Data::Seq(a), Data::Seq(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (&self.data, &other.data) {
            (Data::Null, Data::Null) => true,
            (Data::Bool(a), Data::Bool(b)) => a == b,
            (Data::Int(a), Data::Int(b)) => a == b,
            (Data::Uint(a), Data::Uint(b)) => a == b,
            (Data::Float(a), Data::Float(b)) => a.to_bits() == b.to_bits(),
            (Data::Str(a), Data::Str(b)) | (Data::Time(a), Data::Time(b)) => a == b,
            (Data::Seq(a), Data::Seq(b)) => Arc::ptr_eq(a, b) || a == b,
            (Data::Map(a), Data::Map(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }
}

impl From<Data> for Value {
    fn from(data: Data) -> Self {
        Value { data, span: Span::NONE }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::str(text)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Self {
        Data::Bool(b).into()
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Self {
        Data::Int(i).into()
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Value::map(map)
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Value::seq(items)
    }
}
