//! Deep merge of maps, as Atmos merges sections: later maps win, maps merge by key, lists by strategy.

use super::{Data, Map, Value};
use std::sync::Arc;

/// How two lists at the same place become one (`settings.list_merge_strategy`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lists {
    /// The later list replaces the earlier one.
    #[default]
    Replace,
    /// The later list is put behind the earlier one.
    Append,
    /// Items merge index by index: maps deeply; otherwise the item of the earlier list stays.
    Merge,
}

impl Lists {
    /// The names that Atmos accepts.
    pub const NAMES: [&'static str; 3] = ["replace", "append", "merge"];

    /// The strategy of a name; `None` for an unknown one.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "replace" => Some(Lists::Replace),
            "append" => Some(Lists::Append),
            "merge" => Some(Lists::Merge),
            _ => None,
        }
    }
}

/// How maps merge: the strategy of lists, and whether any manifest uses `!append` at all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Rules {
    /// What happens to lists.
    pub lists: Lists,
    /// Whether `!append` wrappers may occur; without them no map is searched for one.
    pub appends: bool,
}

impl From<Lists> for Rules {
    fn from(lists: Lists) -> Self {
        Rules { lists, appends: true }
    }
}

/// The key under which `!append [..]` keeps its list until it meets the list to append to.
pub const APPEND_KEY: &str = "__atmos_append__";

/// Merges maps from the weakest to the strongest; what is not a map counts as an empty one.
///
/// Inputs are never changed; subtrees that only one input has are shared with it. A list tagged `!append` is put
/// behind the list that the weaker inputs have at its place, whatever the strategy.
pub fn merge_all<'a>(inputs: impl IntoIterator<Item = &'a Value>, rules: impl Into<Rules>) -> Value {
    let Rules { lists, appends } = rules.into();
    let mut inputs = inputs.into_iter().filter(|v| v.as_map().is_some_and(|m| !m.is_empty()));
    let Some(first) = inputs.next() else { return Value::empty_map() };
    let mut merged = if appends { resolve_appends(first, None, lists) } else { first.clone() };
    for next in inputs {
        if appends {
            let next = resolve_appends(next, Some(&merged), lists);
            merge_into(&mut merged, &next, lists);
        } else {
            merge_into(&mut merged, next, lists);
        }
    }
    merged
}

/// Merges `source` over `target` in place; subtrees of `target` that nobody shares are changed without a copy.
pub fn merge_into(target: &mut Value, source: &Value, lists: Lists) {
    if target.ptr_eq(source) && lists != Lists::Append {
        return;
    }
    match (&mut target.data, &source.data) {
        (Data::Map(into), Data::Map(from)) => {
            if into.is_empty() {
                *target = source.clone();
                return;
            }
            if from.is_empty() {
                return;
            }
            let into = Arc::make_mut(into);
            for (key, value) in from.iter() {
                match into.get_mut(&key.name) {
                    Some(present) => merge_into(present, value, lists),
                    None => {
                        into.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Data::Seq(into), Data::Seq(from)) if lists == Lists::Append => {
            Arc::make_mut(into).extend(from.iter().cloned());
        }
        (Data::Seq(into), Data::Seq(from)) if lists == Lists::Merge => {
            let into = Arc::make_mut(into);
            for (index, item) in from.iter().enumerate() {
                match into.get_mut(index) {
                    Some(present) if present.as_map().is_some() && item.as_map().is_some() => {
                        merge_into(present, item, lists);
                    }
                    Some(_) => {}
                    None => into.push(item.clone()),
                }
            }
        }
        _ => *target = source.clone(),
    }
}

/// Turns the wrappers of `!append` in `current` into lists, given what the weaker inputs have at the same place.
fn resolve_appends(current: &Value, weaker: Option<&Value>, lists: Lists) -> Value {
    let Some(map) = current.as_map() else { return current.clone() };
    if !has_append(current) {
        return current.clone();
    }
    let resolved: Map = map
        .iter()
        .map(|(key, value)| {
            let below = weaker.and_then(|w| w.get(&key.name));
            (key.clone(), append_at(value, below, lists))
        })
        .collect();
    Value::map(resolved).with_span(current.span)
}

fn append_at(value: &Value, below: Option<&Value>, lists: Lists) -> Value {
    match value.get(APPEND_KEY).and_then(Value::as_seq) {
        // The strategy itself appends: the list alone is enough.
        Some(items) if lists == Lists::Append => Value::seq(items.to_vec()).with_span(value.span),
        Some(items) => {
            let present = below.and_then(Value::as_seq).unwrap_or_default();
            Value::seq(present.iter().chain(items).cloned().collect()).with_span(value.span)
        }
        None => resolve_appends(value, below, lists),
    }
}

/// Whether a map holds an `!append` anywhere below it (lists are not looked into, as in Atmos).
fn has_append(value: &Value) -> bool {
    value.as_map().is_some_and(|map| map.contains(APPEND_KEY) || map.values().any(has_append))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::NULL),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a-z]{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec(("[a-d]", inner), 0..4)
                    .prop_map(|entries| Value::map(entries.into_iter().collect())),
            ]
        })
    }

    fn map() -> impl Strategy<Value = Value> {
        prop::collection::vec(("[a-d]", value()), 0..5).prop_map(|entries| Value::map(entries.into_iter().collect()))
    }

    /// Maps whose values at one path are always of one kind: what associativity needs (a change of type replaces).
    fn layered() -> impl Strategy<Value = Value> {
        let leaf = any::<i64>().prop_map(Value::from);
        let inner =
            prop::collection::vec(("[p-r]", leaf.clone()), 0..3).prop_map(|e| Value::map(e.into_iter().collect()));
        (prop::collection::vec(("[a-d]", leaf), 0..4), prop::collection::vec(("[w-z]", inner), 0..3))
            .prop_map(|(leaves, maps)| Value::map(leaves.into_iter().chain(maps).collect()))
    }

    proptest! {
        #[test]
        fn the_empty_map_is_the_identity(a in map()) {
            for lists in [Lists::Replace, Lists::Append, Lists::Merge] {
                prop_assert_eq!(&merge_all([&a, &Value::empty_map()], lists), &a);
                prop_assert_eq!(&merge_all([&Value::empty_map(), &a], lists), &a);
            }
        }

        #[test]
        fn merging_maps_is_associative(a in layered(), b in layered(), c in layered()) {
            let left = merge_all([&merge_all([&a, &b], Lists::Replace), &c], Lists::Replace);
            let right = merge_all([&a, &merge_all([&b, &c], Lists::Replace)], Lists::Replace);
            prop_assert_eq!(left, right);
        }

        #[test]
        fn inputs_stay_as_they_were(a in map(), b in map()) {
            let (before_a, before_b) = (format!("{a:?}"), format!("{b:?}"));
            for lists in [Lists::Replace, Lists::Append, Lists::Merge] {
                let _ = merge_all([&a, &b], lists);
            }
            prop_assert_eq!(before_a, format!("{a:?}"));
            prop_assert_eq!(before_b, format!("{b:?}"));
        }

        #[test]
        fn the_later_map_wins_every_leaf(a in map(), b in map()) {
            let merged = merge_all([&a, &b], Lists::Replace);
            for (key, value) in b.as_map().into_iter().flat_map(Map::iter) {
                if value.as_map().is_none() {
                    prop_assert_eq!(merged.get(&key.name), Some(value));
                }
            }
        }
    }

    fn list(items: &[i64]) -> Value {
        Value::seq(items.iter().map(|i| Value::from(*i)).collect())
    }

    fn entry(key: &str, value: Value) -> Value {
        Value::map(Map::from_iter([(key, value)]))
    }

    #[test]
    fn lists_follow_the_strategy() {
        let (a, b) = (entry("l", list(&[1, 2])), entry("l", list(&[3])));
        assert_eq!(merge_all([&a, &b], Lists::Replace), entry("l", list(&[3])));
        assert_eq!(merge_all([&a, &b], Lists::Append), entry("l", list(&[1, 2, 3])));
        assert_eq!(merge_all([&a, &b], Lists::Merge), entry("l", list(&[1, 2])));
        assert_eq!(merge_all([&b, &a], Lists::Merge), entry("l", list(&[3, 2])));
    }

    #[test]
    fn append_extends_what_the_weaker_inputs_have() {
        let base = entry("l", list(&[1]));
        let more = entry("l", entry(APPEND_KEY, list(&[2])));
        assert_eq!(merge_all([&base, &more], Lists::Replace), entry("l", list(&[1, 2])));
        assert_eq!(merge_all([&base, &more], Lists::Append), entry("l", list(&[1, 2])));
        assert_eq!(merge_all([&more], Lists::Replace), entry("l", list(&[2])));
    }

    #[test]
    fn null_and_other_types_replace_and_an_empty_map_clears_nothing() {
        let a = entry("m", entry("x", Value::from(1)));
        assert_eq!(merge_all([&a, &entry("m", Value::NULL)], Lists::Replace), entry("m", Value::NULL));
        assert_eq!(merge_all([&a, &entry("m", Value::empty_map())], Lists::Replace), a);
    }
}
