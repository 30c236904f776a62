//! What makes two values differ, path by path.

use super::{Data, Map, Path, Step, Value};
use crate::text::Span;
use std::sync::Arc;

/// A difference at one path: added without an old value, removed without a new one, changed with both.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where it is. An item that was taken out of a list has its number in the old one, any other that in the new one.
    pub path: Path,
    /// What there was, with its place.
    pub old: Option<Value>,
    /// What there is, with its place.
    pub new: Option<Value>,
}

/// The changes that make `new` of `old`, in the order of sorted keys. What differs only in its place is the same.
///
/// Maps are compared by key. Of lists the common beginning and the common end are the same; what is between is compared
/// item by item, and what is left over was added or removed.
pub fn diff(old: &Value, new: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(&Path::default(), old, new, &mut changes);
    changes
}

fn compare(path: &Path, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    match (&old.data, &new.data) {
        (Data::Map(a), Data::Map(b)) => {
            if Arc::ptr_eq(a, b) {
                return;
            }
            let added = b.iter().filter(|(key, _)| !a.contains(&key.name));
            let mut keys: Vec<_> = a.iter().chain(added).map(|(key, _)| &key.name).collect();
            keys.sort_unstable();
            for key in keys {
                between(&path.key(&**key), placed(a, key), placed(b, key), changes);
            }
        }
        (Data::Seq(a), Data::Seq(b)) => compare_lists(path, a, b, changes),
        _ if old == new => {}
        _ => changes.push(Change { path: path.clone(), old: Some(old.clone()), new: Some(new.clone()) }),
    }
}

fn between(path: &Path, old: Option<Value>, new: Option<Value>, changes: &mut Vec<Change>) {
    match (old, new) {
        (Some(old), Some(new)) => compare(path, &old, &new, changes),
        (old, new) => changes.push(Change { path: path.clone(), old, new }),
    }
}

/// The value of a key; a map stands where its key does, not where its first entry does.
fn placed(map: &Map, key: &str) -> Option<Value> {
    let (key, value) = map.get_entry(key)?;
    let is_map = value.as_map().is_some() && key.span != Span::NONE;
    Some(if is_map { value.clone().with_span(key.span) } else { value.clone() })
}

fn compare_lists(path: &Path, a: &[Value], b: &[Value], changes: &mut Vec<Change>) {
    let same = |(x, y): &(&Value, &Value)| x == y;
    let head = a.iter().zip(b).take_while(same).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(same).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    for number in 0..a.len().max(b.len()) {
        between(&path.index(head + number), a.get(number).cloned(), b.get(number).cloned(), changes);
    }
}

/// The value that changes make of another one.
pub fn apply(old: &Value, changes: &[Change]) -> Value {
    let mut value = old.clone();
    // from the last to the first, so that numbers in lists stay those of the old one until their turn comes
    for change in changes.iter().rev().filter(|c| c.new.is_none()) {
        change_at(&mut value, change.path.steps(), None);
    }
    for change in changes {
        if let Some(new) = &change.new {
            change_at(&mut value, change.path.steps(), Some((new, change.old.is_some())));
        }
    }
    value
}

/// Sets, puts in or takes out what a path leads to. `new` says whether there was something before.
fn change_at(value: &mut Value, path: &[Step], new: Option<(&Value, bool)>) {
    let Some((step, rest)) = path.split_first() else {
        if let Some((new, _)) = new {
            *value = new.clone();
        }
        return;
    };
    match (step, &mut value.data) {
        (Step::Key(key), Data::Map(map)) => {
            let map = Arc::make_mut(map);
            match (map.get_mut(key), rest, new) {
                (_, [], None) => drop(map.remove(key)),
                (None, [], Some((new, _))) => drop(map.insert(key.as_str(), new.clone())),
                (Some(next), rest, new) => change_at(next, rest, new),
                (None, ..) => {}
            }
        }
        (Step::Index(index), Data::Seq(items)) => {
            let items = Arc::make_mut(items);
            match (rest, new) {
                ([], None) if *index < items.len() => drop(items.remove(*index)),
                ([], Some((new, false))) if *index <= items.len() => items.insert(*index, new.clone()),
                _ => {
                    if let Some(next) = items.get_mut(*index) {
                        change_at(next, rest, new);
                    }
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::json::from_json;
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::NULL),
            any::<bool>().prop_map(Value::from),
            (0..3i64).prop_map(Value::from),
            "[a-c]{0,2}".prop_map(Value::from),
            any::<f64>().prop_map(|f| Data::Float(f).into()),
        ];
        leaf.prop_recursive(4, 24, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec(("[a-d]", inner), 0..5).prop_map(|e| Value::map(e.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn nothing_differs_from_itself(a in value()) {
            prop_assert_eq!(diff(&a, &a), Vec::new());
        }

        #[test]
        fn the_changes_make_one_of_the_other(a in value(), b in value()) {
            prop_assert_eq!(apply(&a, &diff(&a, &b)), b);
        }

        #[test]
        fn there_are_changes_exactly_where_values_differ(a in value(), b in value()) {
            prop_assert_eq!(diff(&a, &b).is_empty(), a == b);
        }

        #[test]
        fn the_way_back_has_the_same_paths(a in value(), b in value()) {
            let back: Vec<Change> =
                diff(&b, &a).into_iter().map(|c| Change { path: c.path, old: c.new, new: c.old }).collect();
            prop_assert_eq!(diff(&a, &b), back);
        }
    }

    fn paths(old: &str, new: &str) -> Vec<String> {
        let read = |text| from_json(text).expect("JSON");
        let shown = |c: Change| match (c.old, c.new) {
            (None, _) => format!("+{}", c.path),
            (_, None) => format!("-{}", c.path),
            _ => format!("~{}", c.path),
        };
        diff(&read(old), &read(new)).into_iter().map(shown).collect()
    }

    #[test]
    fn maps_differ_by_key_and_lists_by_what_is_between() {
        assert_eq!(paths(r#"{"a": {"b": 1, "c": 2}}"#, r#"{"a": {"b": 3, "d": 2}}"#), ["~a.b", "-a.c", "+a.d"]);
        assert_eq!(paths("[1, 2, 3]", "[0, 1, 2, 3]"), ["+[0]"]);
        assert_eq!(paths("[1, 2, 3]", "[1, 3]"), ["-[1]"]);
        assert_eq!(paths(r#"[{"n": 1}, {"n": 2}]"#, r#"[{"n": 1}, {"n": 3}, {"n": 4}]"#), ["~[1].n", "+[2]"]);
        assert_eq!(paths(r#"{"a": {}}"#, r#"{"a": []}"#), ["~a"]);
        assert_eq!(paths("1", "1.0"), ["~"]);
    }
}
