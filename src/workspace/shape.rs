//! Sections of the configuration as Atmos prints them: with every field that it knows, and none that it does not.
//!
//! `shape.yaml` says which these are and how each is printed.

use crate::text::parse_bool;
use crate::value::{Data, Key, Map, Value};
use crate::yaml;
use jiff::SignedDuration;
use std::sync::LazyLock;

pub(super) static SHAPES: LazyLock<Value> = LazyLock::new(|| {
    let read = yaml::load_str(include_str!("shape.yaml"), &mut yaml::NoTags);
    read.expect("the shapes are YAML of ours, read by a test").value
});

/// A section of the configuration (`components`, `auth`, …) as it is printed; none for one that Atmos does not know, or
/// that is left out when unset.
pub(super) fn section(name: &str, config: &Value) -> Option<Value> {
    let shapes = SHAPES.get("configuration")?.as_map()?;
    let (field, kind) = shapes.iter().map(|(key, kind)| (Field::new(&key.name), kind)).find(|(f, _)| f.name == name)?;
    field.print(config.as_map(), kind, shapes)
}

/// The whole configuration as it is printed, in Atmos's order.
pub(super) fn configuration(config: &Value) -> Map {
    let shape = SHAPES.get("configuration").and_then(Value::as_map);
    shape.map(|shape| fields(config.as_map(), shape)).unwrap_or_default()
}

/// A section with no field left out, as Atmos's merge makes it of what it read: what is unset is an empty text, list or
/// map, false, or null where Atmos tells unset from those.
pub(super) fn whole_section(name: &str, config: &Value) -> Option<Value> {
    let shapes = SHAPES.get("configuration")?.as_map()?;
    let (field, kind) = shapes.iter().map(|(key, kind)| (Field::new(&key.name), kind)).find(|(f, _)| f.name == name)?;
    Some(field.print_whole(config.as_map(), kind))
}

fn print_whole(given: Option<&Value>, kind: &Value) -> Value {
    let items = given.and_then(Value::as_seq).unwrap_or_default();
    match &kind.data {
        Data::Map(shape) => {
            let given = given.and_then(Value::as_map);
            let Some(entry) = shape.get("*") else {
                let named = shape.iter().map(|(key, kind)| (Field::new(&key.name), kind));
                return Value::map(
                    named.map(|(field, kind)| (Key::from(field.name), field.print_whole(given, kind))).collect(),
                );
            };
            let entries = given.into_iter().flat_map(Map::iter);
            Value::map(entries.map(|(key, v)| (key.clone(), print_whole(Some(v), entry))).collect())
        }
        Data::Seq(element) => {
            let kind = element.first().unwrap_or(&Value::NULL);
            Value::seq(items.iter().map(|item| print_whole(Some(item), kind)).collect())
        }
        _ => {
            let name = kind.as_str().unwrap_or_default();
            if let Some(shape) = SHAPES.dig(["types", name]) {
                return print_whole(given, shape);
            }
            match (scalar(given, name), name) {
                (shown, "list") if shown.is_null() => Value::seq(Vec::new()),
                (shown, "map") if shown.is_null() => Value::empty_map(),
                (shown, _) => shown,
            }
        }
    }
}

/// The fields of one section.
fn fields(given: Option<&Map>, shape: &Map) -> Map {
    let named = shape.iter().map(|(key, kind)| (Field::new(&key.name), kind));
    named.filter_map(|(field, kind)| Some((Key::from(field.name), field.print(given, kind, shape)?))).collect()
}

/// The name of a field in a shape, taken apart.
pub(super) struct Field<'a> {
    /// As printed.
    name: &'a str,
    /// As written in `atmos.yaml`.
    pub(super) source: &'a str,
    left_out: LeftOut,
}

#[derive(PartialEq)]
enum LeftOut {
    Never,
    Unset,
    Empty,
}

impl<'a> Field<'a> {
    pub(super) fn new(label: &'a str) -> Self {
        let (label, left_out) = match (label.strip_suffix("~~"), label.strip_suffix('~')) {
            (Some(label), _) => (label, LeftOut::Unset),
            (None, Some(label)) => (label, LeftOut::Empty),
            (None, None) => (label, LeftOut::Never),
        };
        let (name, source) = label.split_once('<').unwrap_or((label, label));
        Self { name, source, left_out }
    }

    fn given<'s>(&self, section: Option<&'s Map>) -> Option<&'s Value> {
        section.and_then(|map| find(map, self.source)).filter(|value| !is_unset(value))
    }

    fn print_whole(&self, section: Option<&Map>, kind: &Value) -> Value {
        match self.given(section) {
            None if self.left_out == LeftOut::Unset => Value::NULL,
            given => print_whole(given, kind),
        }
    }

    fn print(&self, section: Option<&Map>, kind: &Value, shape: &Map) -> Option<Value> {
        let given = self.given(section);
        if given.is_none() && self.left_out == LeftOut::Unset {
            return None;
        }
        let shown = if kind.as_str() == Some("rest") { rest(section, shape) } else { print(given, kind) };
        (self.left_out != LeftOut::Empty || !is_empty(&shown)).then_some(shown)
    }
}

/// The entry of a key, however its letters are written.
fn find<'a>(map: &'a Map, name: &str) -> Option<&'a Value> {
    map.get(name).or_else(|| map.iter().find(|(key, _)| key.name.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// Atmos flattens its configuration on the way, and so loses what holds nothing.
fn is_unset(value: &Value) -> bool {
    value.is_null() || value.as_map().is_some_and(|map| map.values().all(is_unset))
}

fn is_empty(value: &Value) -> bool {
    match &value.data {
        Data::Null | Data::Bool(false) | Data::Int(0) => true,
        Data::Float(number) => *number == 0.0,
        Data::Str(text) => text.is_empty(),
        Data::Map(map) => map.is_empty(),
        Data::Seq(items) => items.is_empty(),
        _ => false,
    }
}

/// The entries that a shape does not name.
fn rest(section: Option<&Map>, shape: &Map) -> Value {
    let named = |key: &Key| shape.names().any(|known| Field::new(known).source.eq_ignore_ascii_case(&key.name));
    let others: Map = section
        .into_iter()
        .flat_map(Map::iter)
        .filter(|(key, value)| !named(key) && !is_unset(value))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    if others.is_empty() { Value::NULL } else { Value::map(others) }
}

/// A value of some kind.
fn print(given: Option<&Value>, kind: &Value) -> Value {
    match &kind.data {
        Data::Map(shape) => match shape.get("*") {
            Some(entry) => each(given, |value| print(Some(value), entry)),
            None => Value::map(fields(given.and_then(Value::as_map), shape)),
        },
        Data::Seq(element) => match (given.and_then(Value::as_seq), element.first()) {
            (Some(items), Some(kind)) => Value::seq(items.iter().map(|item| print(Some(item), kind)).collect()),
            _ => Value::NULL,
        },
        _ => scalar(given, kind.as_str().unwrap_or_default()),
    }
}

fn each(given: Option<&Value>, print: impl Fn(&Value) -> Value) -> Value {
    let entries = given.and_then(Value::as_map);
    entries.map(|map| Value::map(map.iter().map(|(key, v)| (key.clone(), print(v))).collect())).unwrap_or_default()
}

/// A scalar, taken as loosely as Atmos does: a number for a text, a text for a switch.
fn scalar(given: Option<&Value>, kind: &str) -> Value {
    match kind {
        "text" => given.map_or_else(|| Value::from(""), text),
        "flag" => Value::from(given.is_some_and(flag)),
        "number" => given.map_or_else(|| Value::from(0), number),
        "duration" => Value::from(given.map_or(0, nanoseconds)),
        "list" => given.filter(|v| v.as_seq().is_some()).cloned().or_else(|| given.and_then(split)).unwrap_or_default(),
        "map" => given.filter(|v| v.as_map().is_some()).cloned().unwrap_or_default(),
        "any" => given.cloned().unwrap_or_default(),
        named => match SHAPES.dig(["types", named]) {
            Some(shape) => print(given, shape),
            None => unreachable!("`{named}` is no kind of shape.yaml"),
        },
    }
}

fn text(value: &Value) -> Value {
    match &value.data {
        Data::Bool(flag) => Value::from(if *flag { "1" } else { "0" }),
        Data::Int(number) => Value::str(number.to_string()),
        Data::Uint(number) => Value::str(number.to_string()),
        Data::Float(number) => Value::str(number.to_string()),
        Data::Str(text) | Data::Time(text) => Value::str(text.clone()),
        Data::Null | Data::Map(_) | Data::Seq(_) => Value::from(""),
    }
}

fn flag(value: &Value) -> bool {
    match &value.data {
        Data::Bool(flag) => *flag,
        Data::Str(text) => parse_bool(text) == Some(true),
        _ => !is_empty(value),
    }
}

fn number(value: &Value) -> Value {
    match &value.data {
        Data::Bool(flag) => Value::from(i64::from(*flag)),
        Data::Str(text) => {
            let read = text.parse().map(Data::Int).or_else(|_| text.parse().map(Data::Float));
            Value::new(read.unwrap_or(Data::Int(0)), value.span)
        }
        _ => value.clone(),
    }
}

fn nanoseconds(value: &Value) -> i64 {
    let written = || value.as_str()?.parse::<SignedDuration>().ok()?.as_nanos().try_into().ok();
    value.as_int().or_else(written).unwrap_or_default()
}

/// A text where a list belongs: its parts between commas.
fn split(value: &Value) -> Option<Value> {
    Some(Value::seq(value.as_str()?.split(',').map(Value::from).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str) -> Value {
        yaml::load_str(text, &mut yaml::NoTags).expect("YAML").value
    }

    #[test]
    fn every_kind_of_every_field_is_known() {
        fn check(kind: &Value) {
            match &kind.data {
                Data::Map(shape) => shape.values().for_each(check),
                Data::Seq(element) => element.iter().for_each(check),
                _ => {
                    let name = kind.as_str().expect("the name of a kind");
                    let scalar = ["text", "flag", "number", "duration", "list", "map", "any", "rest"].contains(&name);
                    assert!(scalar || SHAPES.dig(["types", name]).is_some(), "`{name}` is not described");
                }
            }
        }
        check(SHAPES.get("configuration").expect("the configuration"));
        check(SHAPES.get("types").expect("types"));
    }

    #[test]
    fn unset_fields_have_their_zero_value_and_optional_ones_are_left_out() {
        let config = config("components: {terraform: {base_path: c, platforms: [linux]}, container: {base_path: x}}");
        let shown = section("components", &config).expect("the section");
        let terraform = shown.get("terraform").expect("terraform");
        assert_eq!(terraform.get("base_path").and_then(Value::as_str), Some("c"));
        assert_eq!(terraform.get("plugin_cache").and_then(Value::as_bool), Some(false));
        assert!(terraform.get("platforms").is_some() && terraform.get("rc").is_none());
        assert!(shown.dig(["Plugins", "container"]).is_some());
    }

    #[test]
    fn values_are_taken_loosely_and_unknown_fields_dropped() {
        let config = config("logs: {level: 1, colour: x}\nversion: {check: {enabled: 'false', timeout: '5'}}");
        let logs = section("logs", &config).expect("logs");
        assert_eq!(logs.get("level").and_then(Value::as_str), Some("1"));
        assert!(logs.get("colour").is_none());
        let check = section("version", &config).and_then(|v| v.get("check").cloned()).expect("check");
        assert!(check.get("enabled").is_none(), "a switch that is off is left out");
        assert_eq!(check.get("timeout").and_then(Value::as_int), Some(5));
    }
}
