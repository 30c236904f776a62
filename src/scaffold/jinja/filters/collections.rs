//! Filters over lists and maps.

use super::{Arguments, Failure, Filter, defined, wrong};
use crate::scaffold::data;
use minijinja::Value;
use minijinja::value::{Tuple, ValueKind};

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("ans_groupby", group_by),
    ("combine", combine),
    ("extract", extract),
    ("flatten", |value, args| flatten(defined(value)?, args.number(0, "levels")).map(Value::from)),
    ("subelements", subelements),
];

/// Pairs of a value of the attribute and the items that have it, sorted.
fn group_by(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let attribute = args.needed(0, "attribute")?;
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    for item in data::items(defined(value)?) {
        let key = walk(&item, &attribute);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, items)) => items.push(item),
            None => groups.push((key, vec![item])),
        }
    }
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(groups.into_iter().map(|(key, items)| Value::from_object(Tuple::new(vec![key, Value::from(items)]))).collect())
}

fn walk(item: &Value, path: &str) -> Value {
    path.split('.').fold(item.clone(), |value, part| match part.parse::<usize>() {
        Ok(index) => value.get_item_by_index(index).unwrap_or_default(),
        Err(_) => value.get_attr(part).unwrap_or_default(),
    })
}

/// Maps over each other; with `recursive`, what both have is combined likewise.
fn combine(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let recursive = args.flag(usize::MAX, "recursive");
    let lists = args.text(usize::MAX, "list_merge").unwrap_or_else(|| "replace".to_owned());
    let mut maps = Vec::new();
    for term in std::iter::once(value).chain(args.places()) {
        match defined(term)?.kind() {
            ValueKind::Seq => maps.extend(data::items(term)),
            _ => maps.push(term.clone()),
        }
    }
    if let Some(other) = maps.iter().find(|map| map.kind() != ValueKind::Map) {
        return Err(wrong(format!("combine expects dictionaries, got {}", data::repr(other))));
    }
    let merged = maps.into_iter().reduce(|low, high| merge(&low, &high, recursive, &lists));
    Ok(merged.unwrap_or_else(|| Value::from_pairs(Vec::<(Value, Value)>::new())))
}

fn merge(low: &Value, high: &Value, recursive: bool, lists: &str) -> Value {
    let mut merged = data::pairs(low);
    for (key, value) in data::pairs(high) {
        let Some((_, own)) = merged.iter_mut().find(|(other, _)| *other == key) else {
            merged.push((key, value));
            continue;
        };
        *own = match (own.kind(), value.kind()) {
            (ValueKind::Map, ValueKind::Map) if recursive => merge(own, &value, recursive, lists),
            (ValueKind::Seq, ValueKind::Seq) => merge_lists(own, &value, lists),
            _ => value,
        };
    }
    Value::from_pairs(merged)
}

fn merge_lists(low: &Value, high: &Value, how: &str) -> Value {
    let (low, high) = (data::items(low), data::items(high));
    let without = |these: &[Value], those: &[Value]| -> Vec<Value> {
        these.iter().filter(|item| !those.contains(item)).cloned().collect()
    };
    Value::from(match how {
        "keep" => low,
        "append" => [low, high].concat(),
        "prepend" => [high, low].concat(),
        "append_rp" => [without(&low, &high), high].concat(),
        "prepend_rp" => [high.clone(), without(&low, &high)].concat(),
        _ => high,
    })
}

fn extract(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let container = args.get(0, "container").unwrap_or_default();
    let mut found = container.get_item(value)?;
    match args.get(1, "morekeys") {
        None => {}
        Some(keys) if keys.kind() == ValueKind::Seq => {
            for key in data::items(&keys) {
                found = found.get_item(&key)?;
            }
        }
        Some(key) => found = found.get_item(&key)?,
    }
    Ok(found)
}

/// Lists in lists become one; it ends at the first item that is nothing.
fn flatten(value: &Value, levels: Option<usize>) -> Result<Vec<Value>, Failure> {
    let mut flat = Vec::new();
    for item in data::items(value) {
        if item.is_none() || matches!(item.as_str(), Some("None" | "null")) {
            break;
        }
        if item.kind() == ValueKind::Seq && levels != Some(0) {
            flat.extend(flatten(&item, levels.map(|levels| levels - 1))?);
        } else {
            flat.push(item);
        }
    }
    Ok(flat)
}

/// Every item with every item of one of its lists.
fn subelements(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let path = args.get(0, "subelements").unwrap_or_default();
    let keys: Vec<Value> = match path.as_str() {
        Some(text) => text.split('.').map(Value::from).collect(),
        None => data::items(&path),
    };
    let skip_missing = args.flag(1, "skip_missing");
    let elements = match value.kind() {
        ValueKind::Map => data::pairs(value).into_iter().map(|(_, value)| value).collect(),
        ValueKind::Seq => data::items(value),
        _ => return Err(wrong("obj must be a list of dicts or a nested dict")),
    };
    let mut pairs = Vec::new();
    for element in elements {
        let mut found = element.clone();
        for key in &keys {
            let next = found.get_item(key).unwrap_or_default();
            if next.is_undefined() {
                if skip_missing {
                    found = Value::from(Vec::<Value>::new());
                    break;
                }
                return Err(wrong(format!("could not find {key:?} key in iterated item {}", data::repr(&found))));
            }
            found = next;
        }
        if found.kind() != ValueKind::Seq {
            return Err(wrong(format!("the subelements should be a list, got {}", data::repr(&found))));
        }
        pairs.extend(
            data::items(&found).into_iter().map(|item| Value::from_object(Tuple::new(vec![element.clone(), item]))),
        );
    }
    Ok(Value::from(pairs))
}
