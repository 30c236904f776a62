//! Values between YAML, JSON and templates. Everywhere in this module a value is one of minijinja, which prints,
//! compares and adds as Python does.

use super::moment::Moment;
use super::objects;
use crate::error::{Error, Result};
use crate::yaml::python::{Node, python_float};
use indexmap::IndexMap;
use minijinja::Value;
use minijinja::value::ValueKind;

/// Values by name, in order.
pub type Data = IndexMap<String, Value>;

/// A value of YAML as one of templates.
///
/// # Errors
/// An error for a tag that has no meaning here, and for a date that is none.
pub(super) fn from_node(node: Node) -> Result<Value> {
    Ok(match node {
        Node::Null => Value::from(()),
        Node::Bool(value) => Value::from(value),
        Node::Int(value) => i64::try_from(value).map_or_else(|_| Value::from(value), Value::from),
        Node::Float(value) => Value::from(value),
        Node::Str(text) => Value::from(text),
        Node::Bytes(bytes) => Value::from_bytes(bytes),
        Node::Time(text) => Moment::read(&text)?,
        Node::Seq(items) => Value::from(items.into_iter().map(from_node).collect::<Result<Vec<_>>>()?),
        Node::Map(pairs) => {
            let pairs = pairs.into_iter().map(|(key, value)| Ok((from_node(key)?, from_node(value)?)));
            Value::from_pairs(pairs.collect::<Result<Vec<_>>>()?)
        }
        Node::Tagged(tag, _, line) => {
            return Err(Error::new(format!("line {line}: could not determine a constructor for the tag '{tag}'")));
        }
    })
}

/// A value of templates as one of YAML.
///
/// # Errors
/// An error for what YAML cannot hold.
pub(super) fn to_node(value: &Value) -> Result<Node> {
    Ok(match value.kind() {
        ValueKind::None => Node::Null,
        ValueKind::Bool => Node::Bool(value.is_true()),
        ValueKind::Number => match i128::try_from(value.clone()) {
            Ok(integer) if value.is_integer() => Node::Int(integer),
            _ => Node::Float(f64::try_from(value.clone()).unwrap_or(f64::NAN)),
        },
        ValueKind::String => Node::Str(value.as_str().unwrap_or_default().to_owned()),
        ValueKind::Bytes => Node::Bytes(value.as_bytes().unwrap_or_default().to_vec()),
        ValueKind::Seq | ValueKind::Iterable => Node::Seq(items(value).iter().map(to_node).collect::<Result<_>>()?),
        ValueKind::Map => {
            let pairs = pairs(value).into_iter().map(|(k, v)| Ok((to_node(&k)?, to_node(&v)?)));
            Node::Map(pairs.collect::<Result<_>>()?)
        }
        ValueKind::Plain => Node::Time(value.to_string()),
        _ => return Err(Error::new(format!("cannot represent {value:?} in YAML"))),
    })
}

/// The items of a list; none of anything else.
pub(super) fn items(value: &Value) -> Vec<Value> {
    value.try_iter().map(Iterator::collect).unwrap_or_default()
}

/// The pairs of a map; none of anything else.
pub(super) fn pairs(value: &Value) -> Vec<(Value, Value)> {
    if value.kind() != ValueKind::Map {
        return Vec::new();
    }
    items(value).into_iter().map(|key| (key.clone(), value.get_item(&key).unwrap_or_default())).collect()
}

/// The pairs of a map whose keys are texts.
pub(super) fn data(value: &Value) -> Data {
    pairs(value).into_iter().map(|(key, value)| (key.to_string(), value)).collect()
}

/// Whether JSON can hold the value, as far as one sees from outside.
pub(super) fn is_json(value: &Value) -> bool {
    match value.kind() {
        ValueKind::None | ValueKind::Bool | ValueKind::Number | ValueKind::String => true,
        ref kind => matches!(kind, ValueKind::Seq | ValueKind::Map),
    }
}

/// Python's `str(value)`.
pub(super) fn text(value: &Value) -> String {
    match value.kind() {
        ValueKind::Number | ValueKind::Map | ValueKind::Seq | ValueKind::Bytes => repr(value),
        _ => value.to_string(),
    }
}

/// Python's `repr(value)`.
pub(super) fn repr(value: &Value) -> String {
    if let Some(text) = objects::repr(value) {
        return text;
    }
    let list = |value: &Value| items(value).iter().map(repr).collect::<Vec<_>>().join(", ");
    match value.kind() {
        ValueKind::Number => float_of(value).map_or_else(|| format!("{value:?}"), python_float),
        ValueKind::Seq if value.is_tuple() && value.len() == Some(1) => format!("({},)", list(value)),
        ValueKind::Seq if value.is_tuple() => format!("({})", list(value)),
        ValueKind::Seq => format!("[{}]", list(value)),
        ValueKind::Map => {
            let pairs: Vec<_> = pairs(value).iter().map(|(k, v)| format!("{}: {}", repr(k), repr(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
        ValueKind::Bytes => bytes_repr(value.as_bytes().unwrap_or_default()),
        ValueKind::Undefined => "Undefined".to_owned(),
        _ => format!("{value:?}"),
    }
}

fn bytes_repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let escaped = bytes.iter().map(|byte| match *byte {
        b'\t' => "\\t".to_owned(),
        b'\n' => "\\n".to_owned(),
        b'\r' => "\\r".to_owned(),
        byte if byte == b'\\' || byte == quote => format!("\\{}", char::from(byte)),
        byte @ b' '..=b'~' => char::from(byte).to_string(),
        byte => format!("\\x{byte:02x}"),
    });
    let quote = char::from(quote);
    format!("b{quote}{}{quote}", escaped.collect::<Vec<_>>().concat())
}

/// The number, when it has a point.
pub(super) fn float_of(value: &Value) -> Option<f64> {
    (value.kind() == ValueKind::Number && !value.is_integer()).then(|| f64::try_from(value.clone()).ok()).flatten()
}
