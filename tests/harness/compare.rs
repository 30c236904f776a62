//! Whether two JSON documents say the same, and where they first differ.

use super::case::{Order, Run};
use serde_json::Value;
use std::cmp::Ordering;

/// The first difference between what is expected and what came, by the rules of the run.
pub(crate) fn difference(run: &Run, expected: &str, got: &str) -> Option<String> {
    let expected: Value = serde_json::from_str(expected).expect("recorded answers are JSON");
    let Ok(got) = serde_json::from_str::<Value>(got) else {
        return Some(format!("stdout is not JSON: {}", shorten(got)));
    };
    first_difference(&normalize(run, expected), &normalize(run, got), "$")
}

fn normalize(run: &Run, mut value: Value) -> Value {
    prune(&mut value, &run.ignore);
    match (run.order, &mut value) {
        (Some(Order::Set), Value::Array(items)) => sort(items),
        (Some(Order::DeepSet), value) => sort_deep(value),
        _ => {}
    }
    value
}

/// Removes ignored keys, and replaces the hash that `auth.realm` makes of the project's directory.
fn prune(value: &mut Value, ignore: &[String]) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !ignore.contains(key));
            for (key, item) in map {
                match item {
                    Value::String(text) if key == "realm" && is_realm(text) => "{{REALM}}".clone_into(text),
                    item => prune(item, ignore),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| prune(item, ignore)),
        _ => {}
    }
}

fn is_realm(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn sort(items: &mut [Value]) {
    items.sort_by_cached_key(Value::to_string);
}

fn sort_deep(value: &mut Value) {
    match value {
        Value::Object(map) => map.values_mut().for_each(sort_deep),
        Value::Array(items) => {
            items.iter_mut().for_each(sort_deep);
            sort(items);
        }
        _ => {}
    }
}

fn first_difference(expected: &Value, got: &Value, path: &str) -> Option<String> {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => {
            let mut keys: Vec<&String> = expected.keys().chain(got.keys()).collect();
            keys.sort();
            keys.dedup();
            keys.into_iter().find_map(|key| {
                let path = format!("{path}.{key}");
                match (expected.get(key), got.get(key)) {
                    (Some(expected), Some(got)) => first_difference(expected, got, &path),
                    (Some(expected), None) => Some(format!("{path}: missing, expected {}", shorten_value(expected))),
                    (_, got) => {
                        Some(format!("{path}: not expected, got {}", shorten_value(got.unwrap_or(&Value::Null))))
                    }
                }
            })
        }
        (Value::Array(expected), Value::Array(got)) => {
            let pairs = expected.iter().zip(got).enumerate();
            let inside =
                pairs.map(|(index, (a, b))| first_difference(a, b, &format!("{path}[{index}]"))).find(Option::is_some);
            inside.flatten().or_else(|| {
                let (expected, got) = (expected.len(), got.len());
                (expected != got).then(|| format!("{path}: expected {expected} items, got {got}"))
            })
        }
        (Value::Number(a), Value::Number(b)) if same_number(&a.to_string(), &b.to_string()) => None,
        (expected, got) if expected == got => None,
        (expected, got) => Some(format!("{path}: expected {}, got {}", shorten_value(expected), shorten_value(got))),
    }
}

/// Numbers are compared by value: `1` is `1.0`. Integers of any size are compared exactly.
fn same_number(a: &str, b: &str) -> bool {
    match (a.parse::<i128>(), b.parse::<i128>()) {
        (Ok(a), Ok(b)) => a == b,
        _ => {
            matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if f64::partial_cmp(&a, &b) == Some(Ordering::Equal))
        }
    }
}

/// The first line at which two texts differ; white space at their ends does not count.
pub(crate) fn text_difference(expected: &str, got: &str) -> Option<String> {
    let (expected, got) = (expected.trim_end(), got.trim_end());
    if expected == got {
        return None;
    }
    let (mut expected, mut got) = (expected.lines(), got.lines());
    for number in 1.. {
        match (expected.next(), got.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return Some(format!("line {number}: expected {a:?}, got {b:?}")),
        }
    }
    Some("line ends differ".into())
}

fn shorten_value(value: &Value) -> String {
    shorten(&value.to_string())
}

/// One line of at most 200 characters.
pub(crate) fn shorten(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
