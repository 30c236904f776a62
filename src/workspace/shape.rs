//! Sections of the configuration as Atmos prints them: with every field that it knows, and none that it does not.

use crate::value::{Data, Map, Value};

/// How Atmos prints a field.
pub(super) enum Field {
    /// A text; empty when unset.
    Text,
    /// True or false; false when unset.
    Flag,
    /// A list; null when unset.
    List,
    /// Anything; left out when unset or empty.
    Optional,
    /// True or false; left out when unset.
    OptionalFlag,
    /// True; left out when it is not.
    Switch,
    /// Further fields.
    Fields(&'static [(&'static str, Field)]),
    /// Further fields; left out when unset.
    OptionalFields(&'static [(&'static str, Field)]),
    /// A map of entries that have the same fields; null when unset.
    Each(&'static [(&'static str, Field)]),
    /// The same, left out when unset.
    OptionalEach(&'static [(&'static str, Field)]),
}

/// The fields of a section, in the order of their shape.
pub(super) fn fields(section: Option<&Value>, shape: &[(&str, Field)]) -> Map {
    let mut shown = Map::with_capacity(shape.len());
    for (name, field) in shape {
        let given = section.and_then(|s| s.get(name)).filter(|v| !v.is_null());
        if let Some(value) = field.print(given) {
            shown.insert(*name, value);
        }
    }
    shown
}

impl Field {
    /// The value that is printed; none where the field is left out.
    fn print(&self, given: Option<&Value>) -> Option<Value> {
        match self {
            Field::Text => Some(given.filter(|v| v.as_str().is_some()).cloned().unwrap_or_else(|| Value::from(""))),
            Field::Flag => Some(given.filter(|v| v.as_bool().is_some()).cloned().unwrap_or_else(|| Value::from(false))),
            Field::List => Some(given.filter(|v| v.as_seq().is_some()).cloned().unwrap_or_default()),
            Field::Optional => given.filter(|v| !is_empty(v)).cloned(),
            Field::OptionalFlag => given.filter(|v| v.as_bool().is_some()).cloned(),
            Field::Switch => given.filter(|v| v.as_bool() == Some(true)).cloned(),
            Field::Fields(shape) => Some(Value::map(fields(given, shape))),
            Field::OptionalFields(shape) => given.map(|v| Value::map(fields(Some(v), shape))),
            Field::Each(shape) => Some(given.and_then(|v| each(v, shape)).unwrap_or_default()),
            Field::OptionalEach(shape) => given.filter(|v| !is_empty(v)).and_then(|v| each(v, shape)),
        }
    }
}

fn each(entries: &Value, shape: &[(&str, Field)]) -> Option<Value> {
    let entries = entries.as_map()?.iter();
    Some(Value::map(entries.map(|(key, entry)| (key.clone(), Value::map(fields(Some(entry), shape)))).collect()))
}

fn is_empty(value: &Value) -> bool {
    match &value.data {
        Data::Str(text) => text.is_empty(),
        Data::Map(map) => map.is_empty(),
        Data::Seq(items) => items.is_empty(),
        _ => false,
    }
}
