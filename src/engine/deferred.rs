//! Values that cannot merge yet: a YAML function in one layer, something else in another.
//!
//! Until functions are evaluated the strongest layer's value stands. Once they are, the values of all layers merge: maps
//! deeply, lists by strategy. So `tags: !terraform.output …` over a map of tags gives both.

use crate::error::Result;
use crate::value::merge::{Lists, Rules, merge_all, merge_into};
use crate::value::{Data, Map, Value};
use std::sync::Arc;

/// The functions that wait for the other layers; a prefix is enough, as in Atmos.
const WAITING: [&str; 8] =
    ["!template", "!terraform.output", "!terraform.state", "!store", "!exec", "!env", "!labels", "!tags"];

/// Whether a string is a YAML function that waits for the other layers.
fn is_waiting(text: &str) -> bool {
    text.starts_with('!') && WAITING.iter().any(|f| text.starts_with(f))
}

/// The values of all layers at the paths where one layer has a function.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deferred(Vec<Place>);

#[derive(Clone, Debug)]
struct Place {
    path: Vec<Arc<str>>,
    /// From the weakest layer to the strongest.
    values: Vec<Value>,
}

/// Merges the layers of a section, and tells which places must merge once more when functions are evaluated.
pub(crate) fn merge_deferred<const N: usize>(layers: [&Value; N], rules: Rules) -> (Value, Option<Deferred>) {
    if !layers.iter().any(|l| has_function(l)) {
        return (merge_all(layers, rules), None);
    }
    let mut paths = Vec::new();
    let blanked: Vec<Value> = layers.iter().map(|layer| blank_functions(layer, &mut Vec::new(), &mut paths)).collect();
    let mut merged = merge_all(&blanked, rules);
    paths.sort_by(|a: &Vec<Arc<str>>, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    paths.dedup();
    let mut places = Vec::with_capacity(paths.len());
    for path in paths {
        let values: Vec<Value> =
            layers.iter().filter_map(|l| l.dig(path.iter().map(|k| &**k))).filter(|v| !v.is_null()).cloned().collect();
        set_at(&mut merged, &path, merge_values(&values, rules.lists));
        places.push(Place { path, values });
    }
    (merged, Some(Deferred(places)))
}

impl Deferred {
    /// Whether nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What of it concerns a path: the places above it and below it.
    pub(crate) fn within(&self, path: &[&str]) -> Deferred {
        let touches = |place: &&Place| place.path.iter().zip(path).all(|(a, b)| **a == **b);
        Deferred(self.0.iter().filter(touches).cloned().collect())
    }

    /// The values of all layers.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().flat_map(|place| &place.values)
    }

    /// Merges the places once more, with every function evaluated by `evaluate`.
    ///
    /// A place that only one layer sets was evaluated with the section already.
    pub(crate) fn apply(
        &self,
        section: &mut Value,
        lists: Lists,
        evaluate: &mut dyn FnMut(&Value) -> Result<Value>,
    ) -> Result<()> {
        for place in &self.0 {
            if place.values.len() == 1 {
                let present = section.dig(place.path.iter().map(|k| &**k));
                if present.is_some_and(|v| !v.is_null() && !v.as_str().is_some_and(is_waiting)) {
                    continue;
                }
            }
            let values: Result<Vec<Value>> = place
                .values
                .iter()
                .map(|v| if v.as_str().is_some_and(is_waiting) { evaluate(v) } else { Ok(v.clone()) })
                .collect();
            set_at(section, &place.path, merge_values(&values?, lists));
        }
        Ok(())
    }
}

fn has_function(value: &Value) -> bool {
    match &value.data {
        Data::Str(text) => is_waiting(text),
        Data::Map(map) => map.values().any(has_function),
        _ => false,
    }
}

/// The value with null for every function, whose paths are noted. Lists are left as they are.
fn blank_functions(value: &Value, at: &mut Vec<Arc<str>>, paths: &mut Vec<Vec<Arc<str>>>) -> Value {
    let Some(map) = value.as_map().filter(|_| has_function(value)) else { return value.clone() };
    let entries = map.iter().map(|(key, value)| {
        at.push(Arc::clone(&key.name));
        let blanked = if value.as_str().is_some_and(is_waiting) {
            paths.push(at.clone());
            Value::NULL.with_span(value.span)
        } else {
            blank_functions(value, at, paths)
        };
        at.pop();
        (key.clone(), blanked)
    });
    Value::map(entries.collect()).with_span(value.span)
}

/// One value of those of all layers: by the type of the weakest, as in Atmos.
fn merge_values(values: &[Value], lists: Lists) -> Value {
    let Some((first, others)) = values.split_first() else { return Value::NULL };
    let last = values.last().unwrap_or(first);
    match (&first.data, lists) {
        (Data::Map(_), _) => {
            let mut merged = first.clone();
            for value in others {
                match value.data {
                    Data::Map(_) => merge_into(&mut merged, value, Lists::Replace),
                    _ => return value.clone(),
                }
            }
            merged
        }
        (Data::Seq(_), Lists::Append) => {
            Value::seq(values.iter().filter_map(Value::as_seq).flatten().cloned().collect())
        }
        (Data::Seq(items), Lists::Merge) => {
            let mut merged = items.as_ref().clone();
            for value in others {
                let Some(items) = value.as_seq() else { return value.clone() };
                for (index, item) in items.iter().enumerate() {
                    match merged.get_mut(index) {
                        Some(present) if present.as_map().is_some() && item.as_map().is_some() => {
                            merge_into(present, item, Lists::Replace);
                        }
                        Some(present) => *present = item.clone(),
                        None => merged.push(item.clone()),
                    }
                }
            }
            Value::seq(merged)
        }
        _ => last.clone(),
    }
}

/// Sets the value at a path, making the maps that are missing; a path through something else is left alone.
fn set_at(target: &mut Value, path: &[Arc<str>], value: Value) {
    let Some((key, rest)) = path.split_first() else {
        *target = value;
        return;
    };
    let Data::Map(map) = &mut target.data else { return };
    let map: &mut Map = Arc::make_mut(map);
    if !map.contains(key) {
        map.insert(Arc::clone(key), Value::empty_map());
    }
    if let Some(next) = map.get_mut(key) {
        if rest.is_empty() { *next = value } else { set_at(next, rest, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(value: Value) -> Value {
        Value::map(Map::from_iter([("tags", value)]))
    }

    #[test]
    fn a_function_merges_with_the_other_layers_once_it_is_evaluated() {
        let base = tags(Value::map(Map::from_iter([("a", Value::from(1))])));
        let own = tags(Value::from("!template {}"));
        let (mut merged, deferred) = merge_deferred([&base, &own], Rules::default());
        assert_eq!(merged, own);
        let found = Value::map(Map::from_iter([("b", Value::from(2))]));
        deferred
            .expect("one place waits")
            .apply(&mut merged, Lists::Replace, &mut |_| Ok(found.clone()))
            .expect("no error");
        assert_eq!(merged, tags(Value::map(Map::from_iter([("a", Value::from(1)), ("b", Value::from(2))]))));
    }

    #[test]
    fn a_section_without_functions_waits_for_nothing() {
        let layer = tags(Value::from("plain"));
        assert!(merge_deferred([&layer, &layer], Rules::default()).1.is_none());
    }
}
