//! Sprig's functions over maps.

use super::cast;
use crate::template::budget::Budget;
use crate::template::collection::{Dict, List};
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::{Str, Val};
use std::collections::BTreeMap;

pub(super) fn register(table: &mut Table) {
    table.add("dict", dict);
    table.add("get", |dict: Dict, key: Str| dict.get(&key).unwrap_or_else(|| Val::str("")));
    table.add("set", |dict: Option<Dict>, key: Str, val: Val| -> CallResult<Dict> {
        let dict = dict.ok_or("nil is no map that could be changed")?;
        dict.set(key, val);
        Ok(dict)
    });
    table.add("unset", |dict: Dict, key: Str| {
        dict.remove(&key);
        dict
    });
    table.add("hasKey", |dict: Dict, key: Str| dict.contains(&key));
    table.add("pluck", |key: Str, dicts: Rest<Dict>| -> Vec<Val> {
        dicts.0.iter().filter_map(|dict| dict.get(&key)).collect()
    });
    table.add("keys", |dicts: Rest<Dict>| -> Vec<Str> { dicts.0.iter().flat_map(Dict::keys).collect() });
    table.add("values", |dict: Dict| -> Vec<Val> { dict.entries().into_iter().map(|(_, val)| val).collect() });
    table.add("pick", |dict: Dict, keys: Rest<Str>| -> BTreeMap<Str, Val> {
        keys.0.into_iter().filter_map(|key| dict.get(&key).map(|val| (key, val))).collect()
    });
    table.add("omit", |dict: Dict, keys: Rest<Str>| -> BTreeMap<Str, Val> {
        dict.entries().into_iter().filter(|(key, _)| !keys.0.contains(key)).collect()
    });
    table.add("merge mustMerge", |dict: Dict, others: Rest<Dict>| merge_all(dict, &others.0, false));
    table.add("mergeOverwrite mustMergeOverwrite", |dict: Dict, others: Rest<Dict>| merge_all(dict, &others.0, true));
    table.add("deepCopy mustDeepCopy", |val: Val| -> CallResult {
        deep_copy(&val, &mut Budget::new()).ok_or_else(|| "the value is too deep or too large to be copied".into())
    });
    table.add("dig", dig);
}

fn dict(vals: Rest<Val>) -> BTreeMap<Str, Val> {
    let mut vals = vals.0.into_iter();
    let mut dict = BTreeMap::new();
    while let Some(key) = vals.next() {
        dict.insert(cast::text(&key), vals.next().unwrap_or_else(|| Val::str("")));
    }
    dict
}

fn merge_all(dict: Dict, others: &[Dict], overwrite: bool) -> Dict {
    for other in others {
        merge(&dict, other, overwrite, &mut Budget::new());
    }
    dict
}

/// Merges a map into another, in place. What is there stays unless it is empty, or is to be overwritten.
fn merge(into: &Dict, from: &Dict, overwrite: bool, budget: &mut Budget) {
    if into.same(from) {
        return;
    }
    for (key, new) in from.entries() {
        match (into.get(&key), &new) {
            (_, new) if new.is_nil() && !overwrite => {}
            (Some(Val::Dict(old)), Val::Dict(new)) => {
                budget.enter(|budget| merge(&old, new, overwrite, budget));
            }
            (Some(old), _) if old.is_true() && !overwrite => {}
            _ => into.set(key, new),
        }
    }
}

fn deep_copy(val: &Val, budget: &mut Budget) -> Option<Val> {
    match val {
        Val::List(list) => budget.enter(|budget| {
            let items = list.items().iter().map(|item| deep_copy(item, budget)).collect::<Option<_>>()?;
            Some(Val::List(List::new(list.element(), items)))
        })?,
        Val::Dict(dict) => budget.enter(|budget| {
            let entries = dict.entries().into_iter().map(|(key, val)| Some((key, deep_copy(&val, budget)?)));
            Some(Val::Dict(Dict::of_type(dict.element(), entries.collect::<Option<_>>()?)))
        })?,
        other => Some(other.clone()),
    }
}

/// `dig "a" "b" default map`: the value at a path, or the default where a key is absent.
fn dig(vals: Rest<Val>) -> CallResult {
    let [keys @ .., default, val] = vals.0.as_slice() else {
        return Err("at least three arguments are needed".into());
    };
    if keys.is_empty() {
        return Err("at least three arguments are needed".into());
    }
    let mut val = val.clone();
    for key in keys {
        let Some(key) = key.as_str() else { return Err(format!("a key is a string, not {}", key.type_name()).into()) };
        let Val::Dict(dict) = &val else {
            return Err(format!("`{key}` is looked for in {}, which is no map", val.type_name()).into());
        };
        match dict.get(key) {
            Some(found) => val = found,
            None => return Ok(default.clone()),
        }
    }
    Ok(val)
}
