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
    /// A key that belongs elsewhere, and that Atmos passes over.
    Misplaced {
        /// The key with those around it.
        path: String,
        /// Where.
        span: Span,
        /// Where it belongs.
        belongs: String,
    },
    /// An import that finds no file, and that Atmos passes over.
    Import {
        /// The import as it is written.
        path: String,
        /// Where.
        span: Span,
    },
}

/// What of a configuration does not fit, in no particular order.
pub(super) fn of(config: &Value) -> Vec<Misfit> {
    let mut found = Vec::new();
    if let Some(shape) = SHAPES.get("configuration") {
        walk(config, shape, "", &mut found);
    }
    schemas(config, &mut found);
    patterns(config, &mut found);
    found
}

/// Entries of `schemas`, which people name themselves, that are nearly one of Atmos's own; and their keys.
fn schemas(config: &Value, found: &mut Vec<Misfit>) {
    const OWN: [&str; 4] = ["atmos", "cue", "jsonschema", "opa"];
    const KEYS: [&str; 4] = ["base_path", "manifest", "matches", "schema"];
    let entries = config.get("schemas").and_then(Value::as_map);
    let slip = |map: &Map, key: &Key, known: &[&'static str]| {
        let is_known = known.contains(&&*key.name) || key.span.is_none();
        if is_known { None } else { map.meant(&key.name, known.iter().copied()) }
    };
    for (key, entry) in entries.into_iter().flat_map(Map::iter) {
        let path = below("schemas", &key.name);
        if entry.get("matches").is_none()
            && let Some(meant) = entries.and_then(|map| slip(map, key, &OWN))
        {
            found.push(Misfit::Key { path: path.clone(), span: key.span, meant });
        }
        let inside = entry.as_map();
        for (key, meant) in inside.into_iter().flat_map(|map| map.iter().map(|(k, _)| (k, slip(map, k, &KEYS)))) {
            found.extend(meant.map(|meant| Misfit::Key { path: below(&path, &key.name), span: key.span, meant }));
        }
    }
}

/// Patterns of stacks that are no texts.
fn patterns(config: &Value, found: &mut Vec<Misfit>) {
    for name in ["included_paths", "excluded_paths"] {
        let items = config.dig(["stacks", name]).and_then(Value::as_seq).unwrap_or_default();
        for (n, item) in items.iter().enumerate().filter(|(_, item)| item.as_map().is_some() || item.as_seq().is_some())
        {
            wrong(item, &format!("stacks.{name}[{n}]"), "a text", found);
        }
    }
}

/// Where a key belongs that Atmos does not know where it stands: under the only section that has it, or, one that is a
/// section, at the top.
fn place_of(key: &str, value: &Value, path: &str) -> Option<String> {
    let top = SHAPES.get("configuration")?.as_map()?;
    let has = |shape: &Map| shape.names().any(|label| Field::new(label).source == key);
    if !path.is_empty() {
        return ((value.as_map().is_some() || value.is_null()) && has(top)).then(|| key.to_owned());
    }
    let mut sections = top.iter().filter(|(_, shape)| shape.as_map().is_some_and(has));
    let (section, _) = sections.next().filter(|_| sections.next().is_none())?;
    Some(format!("{}.{key}", Field::new(&section.name).source))
}

/// The configuration with the keys that were meant in the place of those that are nearly so.
pub(super) fn put_right(config: &Value, misfits: &[Misfit]) -> Value {
    let meant: FxHashMap<Span, &'static str> = misfits
        .iter()
        .filter_map(|misfit| match misfit {
            Misfit::Key { span, meant, .. } => Some((*span, *meant)),
            _ => None,
        })
        .collect();
    let mut right = if meant.is_empty() { config.clone() } else { renamed(config, &meant) };
    for misfit in misfits {
        match misfit {
            Misfit::Misplaced { path, belongs, .. } => {
                let is_free = config.dig(belongs.split('.')).is_none_or(|there| there.span.is_none());
                if let Some(value) = config.dig(path.split('.')).filter(|_| is_free) {
                    super::config::set_path(&mut right, belongs, value.clone());
                }
            }
            Misfit::Value { path, expected: FLAG, .. } => {
                if let Some(flag) = config.dig(path.split('.')).and_then(meant_flag) {
                    super::config::set_path(&mut right, path, Value::from(flag));
                }
            }
            _ => {}
        }
    }
    right
}

/// What stands in the place of a switch that is neither on nor off.
const FLAG: &str = "true or false";

fn meant_flag(value: &Value) -> Option<bool> {
    match value.as_str()?.to_ascii_lowercase().as_str() {
        "yes" | "on" | "enabled" => Some(true),
        "no" | "off" | "disabled" => Some(false),
        text => {
            [("true", true), ("false", false)].into_iter().find(|(word, _)| is_slip(text, word)).map(|(_, flag)| flag)
        }
    }
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
                // an item may be written short: a step as its command
                items.iter().filter(|i| i.as_map().is_some()).for_each(|item| walk(item, element, path, found));
            }
        }
        (Data::Str(name), data) => {
            if let Some(shape) = SHAPES.dig(["types", name]) {
                return walk(value, shape, path, found);
            }
            let expected = match (&**name, data) {
                ("flag", Data::Map(_) | Data::Seq(_)) => FLAG,
                ("number" | "duration", Data::Map(_) | Data::Seq(_)) => "a number",
                ("text", Data::Map(_) | Data::Seq(_)) => "a text",
                ("list", Data::Map(map)) if !map.is_empty() => "a list",
                ("map", Data::Seq(items)) if !items.is_empty() => "a map",
                ("map", Data::Str(text)) if !is_open(text) => "a map",
                ("flag", Data::Str(text)) if !is_open(text) && parse_bool(text).is_none() => FLAG,
                ("number", Data::Str(text)) if !is_open(text) && text.trim().parse::<f64>().is_err() => "a number",
                _ => return,
            };
            wrong(value, path, expected, found);
        }
        (Data::Map(_), Data::Seq(items)) if !items.is_empty() => wrong(value, path, "a map", found),
        (Data::Map(_), Data::Str(text)) if !is_open(text) => wrong(value, path, "a map", found),
        (Data::Seq(element), Data::Str(text)) if !is_open(text) && element.first().is_some_and(is_section) => {
            wrong(value, path, "a list of maps", found);
        }
        _ => {}
    }
}

/// Whether a shape is that of a map, under its own name or where it stands.
fn is_section(shape: &Value) -> bool {
    let named = shape.as_str().and_then(|name| SHAPES.dig(["types", name]));
    named.unwrap_or(shape).as_map().is_some()
}

fn wrong(value: &Value, path: &str, expected: &'static str, found: &mut Vec<Misfit>) {
    if !value.span.is_none() {
        found.push(Misfit::Value { path: path.to_owned(), span: value.span, expected });
    }
}

/// Whether a key of several words is one that Atmos knows without its first or last ones: `auto_generate_backend`.
fn is_part(key: &str, known: &str) -> bool {
    let begins = known.strip_prefix(key).is_some_and(|rest| rest.starts_with('_'));
    let ends = known.strip_suffix(key).is_some_and(|rest| rest.ends_with('_'));
    key.contains('_') && (begins || ends)
}

fn section(map: &Map, shape: &'static Map, path: &str, found: &mut Vec<Misfit>) {
    let parent = path;
    let fields: Vec<(Field<'static>, &'static Value)> = shape.iter().map(|(k, v)| (Field::new(&k.name), v)).collect();
    let has_rest = fields.iter().any(|(_, kind)| kind.as_str() == Some("rest"));
    let mut above: Option<(&Key, &Value, &'static Map)> = None;
    for (key, value) in map.iter() {
        let known = fields.iter().find(|(field, _)| field.source.eq_ignore_ascii_case(&key.name));
        // what belongs into the section above
        if let Some((section, inside, _)) = above.filter(|(_, inside, shape)| {
            let fits = shape.names().any(|n| Field::new(n).source == &*key.name);
            fits && !key.span.is_none() && (known.is_none() || inside.is_null())
        }) {
            if inside.is_null() {
                found.push(Misfit::Value { path: below(path, &section.name), span: section.span, expected: "a map" });
            }
            let belongs = format!("{}.{}", below(path, &section.name), key.name);
            found.push(Misfit::Misplaced { path: below(path, &key.name), span: key.span, belongs });
            continue;
        }
        above =
            known.and_then(|(_, kind)| kind.as_map()).filter(|_| !key.span.is_none()).map(|shape| (key, value, shape));
        if let Some((_, kind)) = known {
            walk(value, kind, &below(path, &key.name), found);
        } else if !key.span.is_none() && (!has_rest || value.as_map().is_some()) {
            let set = |name: &str| map.iter().any(|(k, v)| k.name.eq_ignore_ascii_case(name) && !v.span.is_none());
            // imports are read before anything else is known
            let import = path.is_empty().then_some("import");
            // `sprig {enabled: true}` is a key with a brace in it
            let word = key.name.split([' ', ':', '{']).next().unwrap_or_default();
            let is_meant = |name: &str| {
                let one_of_many = key.name.len() > 3 && name.strip_prefix(&*key.name) == Some("es");
                is_slip(&key.name, name)
                    || one_of_many
                    || is_part(&key.name, name)
                    || (word == name && key.name.contains('{'))
            };
            let meant = fields.iter().map(|(f, _)| f.source).chain(import).find(|name| is_meant(name) && !set(name));
            let path = || below(path, &key.name);
            if let Some(meant) = meant {
                found.push(Misfit::Key { path: path(), span: key.span, meant });
            } else if !has_rest {
                let belongs = place_of(&key.name, value, parent);
                found.extend(belongs.map(|belongs| Misfit::Misplaced { path: path(), span: key.span, belongs }));
            }
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
        let text = "stacks: {base_pth: x, mine: y}\ncomponents: {terraform: {deploy_run_init: perhaps, colour: red}}\nname_pattern: x\n";
        let source = sources.add("atmos.yaml", text, false);
        let found = of(&yaml::load(&source, &mut yaml::NoTags).expect("YAML").value);
        let told: Vec<String> = found
            .iter()
            .map(|misfit| match misfit {
                Misfit::Key { path, meant, .. } => format!("{path}: {meant}"),
                Misfit::Value { path, expected, .. } => format!("{path} must be {expected}"),
                Misfit::Misplaced { path, belongs, .. } => format!("{path} belongs to {belongs}"),
                Misfit::Import { path, .. } => format!("no {path}"),
            })
            .collect();
        assert_eq!(
            told,
            [
                "stacks.base_pth: base_path",
                "components.terraform.deploy_run_init must be true or false",
                "name_pattern belongs to stacks.name_pattern",
            ]
        );
    }
}
