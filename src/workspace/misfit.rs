//! Keys and values of the configuration that do not fit what Atmos knows.

use super::shape::{Field, SHAPES};
use crate::text::{Span, is_slip, parse_bool};
use crate::value::merge::{Lists, merge_all};
use crate::value::{Data, Key, Map, Value};
use rustc_hash::FxHashMap;

/// Something in atmos.yaml that does not fit.
#[derive(Debug)]
pub enum Misfit {
    /// A key that is nearly one that Atmos knows, and that it passes over.
    Key {
        /// The key as it is written, with those around it.
        path: String,
        /// Where.
        span: Span,
        /// The key that was meant.
        meant: &'static str,
    },
    /// A value that Atmos cannot read.
    Value {
        /// The key with those around it.
        path: String,
        /// Where.
        span: Span,
        /// What belongs there.
        expected: &'static str,
    },
}

/// What of a configuration does not fit, in no particular order.
pub(super) fn of(config: &Value) -> Vec<Misfit> {
    let mut found = Vec::new();
    if let Some(shape) = SHAPES.get("configuration") {
        walk(config, shape, "", &mut found);
    }
    found
}

/// The configuration with the keys that were meant in the place of those that are nearly so.
pub(super) fn put_right(config: &Value, misfits: &[Misfit]) -> Value {
    let meant: FxHashMap<Span, &'static str> = misfits
        .iter()
        .filter_map(|misfit| match misfit {
            Misfit::Key { span, meant, .. } => Some((*span, *meant)),
            Misfit::Value { .. } => None,
        })
        .collect();
    if meant.is_empty() { config.clone() } else { renamed(config, &meant) }
}

fn renamed(value: &Value, meant: &FxHashMap<Span, &'static str>) -> Value {
    let Some(map) = value.as_map() else { return value.clone() };
    let mut right = Map::with_capacity(map.len());
    for (key, value) in map.iter() {
        let value = renamed(value, meant);
        let Some(name) = meant.get(&key.span) else {
            right.insert(key.clone(), value);
            continue;
        };
        // what stands there already is a default
        let value = right
            .get(name)
            .or_else(|| map.get(name))
            .map_or(value.clone(), |below| merge_all([below, &value], Lists::Replace));
        right.insert(Key { name: (*name).into(), span: key.span }, value);
    }
    Value::map(right).with_span(value.span)
}

fn walk(value: &Value, kind: &'static Value, path: &str, found: &mut Vec<Misfit>) {
    match (&kind.data, &value.data) {
        (Data::Map(shape), Data::Map(map)) => match shape.get("*") {
            Some(entry) => map.iter().for_each(|(key, v)| walk(v, entry, &below(path, &key.name), found)),
            None => section(map, shape, path, found),
        },
        (Data::Seq(element), Data::Seq(items)) => {
            if let Some(element) = element.first() {
                items.iter().for_each(|item| walk(item, element, path, found));
            }
        }
        (Data::Str(name), data) => {
            if let Some(shape) = SHAPES.dig(["types", name]) {
                return walk(value, shape, path, found);
            }
            let expected = match (&**name, data) {
                ("flag", Data::Str(text)) if !is_open(text) && parse_bool(text).is_none() => "true or false",
                ("number", Data::Str(text)) if !is_open(text) && text.trim().parse::<f64>().is_err() => "a number",
                _ => return,
            };
            if !value.span.is_none() {
                found.push(Misfit::Value { path: path.to_owned(), span: value.span, expected });
            }
        }
        _ => {}
    }
}

fn section(map: &Map, shape: &'static Map, path: &str, found: &mut Vec<Misfit>) {
    let fields: Vec<(Field<'static>, &'static Value)> = shape.iter().map(|(k, v)| (Field::new(&k.name), v)).collect();
    let has_rest = fields.iter().any(|(_, kind)| kind.as_str() == Some("rest"));
    for (key, value) in map.iter() {
        let known = fields.iter().find(|(field, _)| field.source.eq_ignore_ascii_case(&key.name));
        if let Some((_, kind)) = known {
            walk(value, kind, &below(path, &key.name), found);
        } else if !has_rest && !key.span.is_none() {
            let set = |name: &str| map.iter().any(|(k, v)| k.name.eq_ignore_ascii_case(name) && !v.span.is_none());
            let meant = fields.iter().map(|(f, _)| f.source).find(|name| is_slip(&key.name, name) && !set(name));
            found.extend(meant.map(|meant| Misfit::Key { path: below(path, &key.name), span: key.span, meant }));
        }
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Whether a text says only later what it is.
fn is_open(text: &str) -> bool {
    text.is_empty() || text.starts_with('!') || text.contains("{{")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourceMap;
    use crate::yaml;

    #[test]
    fn slips_and_wrong_values_are_found() {
        let sources = SourceMap::default();
        let text = "stacks: {base_pth: x, mine: y}\ncomponents: {terraform: {deploy_run_init: perhaps, colour: red}}\n";
        let source = sources.add("atmos.yaml", text, false);
        let found = of(&yaml::load(&source, &mut yaml::NoTags).expect("YAML").value);
        let told: Vec<String> = found
            .iter()
            .map(|misfit| match misfit {
                Misfit::Key { path, meant, .. } => format!("{path}: {meant}"),
                Misfit::Value { path, expected, .. } => format!("{path} must be {expected}"),
            })
            .collect();
        assert_eq!(told, ["stacks.base_pth: base_path", "components.terraform.deploy_run_init must be true or false"]);
    }
}
