//! `coll`: lists and maps.

use super::conv::{text, to_int};
use super::{items, jsonpath, wrong_count};
use crate::template::budget::Budget;
use crate::template::collection::{Dict, List};
use crate::template::funcs::cast;
use crate::template::funcs::compare::deep_equal;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::{Str, Val};
use std::cmp::Ordering;
use std::collections::BTreeMap;

pub(super) fn register(table: &mut Table) {
    table.add("coll.Slice slice", |vals: Rest<Val>| vals.0);
    table.add("coll.Has has", has);
    table.add("coll.Dict dict", dict);
    table.add("coll.Keys keys", |dicts: Rest<Dict>| -> CallResult<Vec<Str>> {
        some(&dicts)?;
        Ok(dicts.0.iter().flat_map(Dict::keys).collect())
    });
    table.add("coll.Values values", |dicts: Rest<Dict>| -> CallResult<Vec<Val>> {
        some(&dicts)?;
        Ok(dicts.0.iter().flat_map(Dict::entries).map(|(_, val)| val).collect())
    });
    table.add("coll.Append append", |val: Val, list: Val| -> CallResult<Vec<Val>> {
        let mut items = items(&list)?;
        items.push(val);
        Ok(items)
    });
    table.add("coll.Prepend prepend", |val: Val, list: Val| -> CallResult<Vec<Val>> {
        let mut items = items(&list)?;
        items.insert(0, val);
        Ok(items)
    });
    table.add("coll.Uniq uniq", |list: Val| -> CallResult<Vec<Val>> {
        let mut unique: Vec<Val> = Vec::new();
        for item in items(&list)? {
            if !unique.iter().any(|known| deep_equal(known, &item)) {
                unique.push(item);
            }
        }
        Ok(unique)
    });
    table.add("coll.Reverse reverse", |list: Val| Ok(items(&list)?.into_iter().rev().collect::<Vec<_>>()));
    table.add("coll.Merge merge", |dict: Dict, others: Rest<Dict>| {
        others.0.iter().fold(dict, |dict, other| merged(&dict, other, &mut Budget::new()))
    });
    table.add("coll.Sort sort", sort);
    table.add("coll.JSONPath jsonpath", |path: Str, val: Val| jsonpath::find(&path, &val));
    table.add("coll.Flatten flatten", |vals: Rest<Val>| match &*vals.0 {
        [list] => flatten(list, -1, &mut Budget::new()),
        [depth, list] => flatten(list, to_int(depth), &mut Budget::new()),
        vals => Err(wrong_count("1 or 2", vals.len())),
    });
    table.add("coll.Pick", |vals: Rest<Val>| select(&vals.0, true));
    table.add("coll.Omit", |vals: Rest<Val>| select(&vals.0, false));
}

fn some(dicts: &Rest<Dict>) -> CallResult<()> {
    if dicts.0.is_empty() { Err("at least one argument is needed".into()) } else { Ok(()) }
}

pub(super) fn has(val: Val, key: Str) -> bool {
    match &val {
        Val::Dict(dict) => dict.contains(&key),
        Val::List(list) => list.items().iter().any(|item| item.as_str() == Some(&key)),
        _ => false,
    }
}

pub(super) fn dict(vals: Rest<Val>) -> BTreeMap<Str, Val> {
    let mut vals = vals.0.into_iter();
    let mut dict = BTreeMap::new();
    while let Some(key) = vals.next() {
        dict.insert(text(&key), vals.next().unwrap_or_else(|| Val::str("")));
    }
    dict
}

/// A new map of both, where what the first holds counts, be it empty or not.
fn merged(dict: &Dict, other: &Dict, budget: &mut Budget) -> Dict {
    let mut result: BTreeMap<_, _> = other.entries().into_iter().collect();
    for (key, val) in dict.entries() {
        let val = match (&val, result.get(&key)) {
            (Val::Dict(own), Some(Val::Dict(default))) => {
                budget.enter(|budget| Val::Dict(merged(own, default, budget))).unwrap_or(val)
            }
            _ => val,
        };
        result.insert(key, val);
    }
    Dict::of(result)
}

fn sort(vals: Rest<Val>) -> CallResult<List> {
    let (key, list) = match &*vals.0 {
        [list] => (Str::from(""), list),
        [key, list] => (text(key), list),
        vals => return Err(wrong_count("1 or 2", vals.len())),
    };
    if list.is_nil() {
        return Ok(List::nil(&crate::template::types::Type::Any));
    }
    let mut items = items(list)?;
    let kind = |val: &Val| val.type_of().map_or("invalid", |t| t.kind());
    if items.windows(2).all(|pair| kind(&pair[0]) == kind(&pair[1])) {
        items.sort_by(|a, b| match (a, b) {
            (Val::Dict(a), Val::Dict(b)) => match (a.get(&key), b.get(&key)) {
                (Some(a), Some(b)) => compare(&a, &b),
                _ => Ordering::Equal,
            },
            (a, b) => compare(a, b),
        });
    }
    Ok(List::of(items))
}

fn compare(a: &Val, b: &Val) -> Ordering {
    match (cast::integer(a), cast::integer(b), a.as_float(), b.as_float(), a.as_str(), b.as_str()) {
        (Some(a), Some(b), ..) => a.cmp(&b),
        (_, _, Some(a), Some(b), ..) => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
        (_, _, _, _, Some(a), Some(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}

fn flatten(list: &Val, depth: i64, budget: &mut Budget) -> CallResult<Vec<Val>> {
    let list = items(list)?;
    if depth == 0 {
        return Ok(list);
    }
    let mut flat = Vec::with_capacity(list.len());
    for item in list {
        match item {
            Val::List(_) | Val::Bytes(_) => {
                let inner = budget.enter(|budget| flatten(&item, depth.saturating_sub(1), budget));
                flat.append(&mut inner.ok_or("the list is too deep or too large")??);
            }
            item => flat.push(item),
        }
    }
    Ok(flat)
}

/// The entries of the last argument that the others name, or the others.
fn select(vals: &[Val], wanted: bool) -> CallResult<BTreeMap<Str, Val>> {
    let [keys @ .., dict] = vals else { return Err(wrong_count("2 or more", vals.len())) };
    if keys.is_empty() {
        return Err(wrong_count("2 or more", 1));
    }
    let Val::Dict(dict) = dict else { return Err(format!("expected a map, got {}", dict.type_name()).into()) };
    let mut names = Vec::new();
    for key in keys {
        names.push(key.as_str().ok_or_else(|| format!("a key is a string, not {}", key.type_name()))?);
    }
    Ok(dict.entries().into_iter().filter(|(key, _)| names.contains(&&**key) == wanted).collect())
}
