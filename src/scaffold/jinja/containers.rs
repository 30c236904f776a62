//! Lists and maps that templates change in place, as Python's can be: `{% do list.append(x) %}`.

use super::Failure;
use super::error::wrong;
use crate::scaffold::data::{self, Data};
use crate::scaffold::objects;
use minijinja::value::{Enumerator, Kwargs, Object, ObjectRepr, Tuple, ValueKind};
use minijinja::{Environment, ErrorKind, State, Value};
use std::sync::{Arc, Mutex, PoisonError};

/// A list.
#[derive(Debug)]
struct List(Mutex<Vec<Value>>);

/// A map.
#[derive(Debug)]
struct Map(Mutex<Vec<(Value, Value)>>);

pub(super) fn add(env: &mut Environment<'_>) {
    env.add_function("__own", own);
    env.add_function("namespace", |given: Option<Value>, names: Kwargs| {
        let mut values = given.as_ref().map(data::data).unwrap_or_default();
        for name in names.args() {
            values.insert(name.to_owned(), names.peek::<Value>(name)?);
        }
        let values: Data = values.into_iter().map(|(name, value)| (name, own(value))).collect();
        minijinja::functions::namespace(Some(Value::from_pairs(values).into()))
    });
}

/// The methods that change a list or a map.
pub(super) const CHANGES: [&str; 11] =
    ["append", "clear", "extend", "insert", "pop", "popitem", "remove", "reverse", "setdefault", "sort", "update"];

/// Whether a value is a list or map that can be changed.
pub(super) fn is_own(value: &Value) -> bool {
    value.downcast_object_ref::<List>().is_some() || value.downcast_object_ref::<Map>().is_some()
}

/// The same value, whose lists and maps can be changed.
pub(in crate::scaffold) fn own(value: Value) -> Value {
    // what prints in a way of its own stays so
    if is_own(&value) || objects::repr(&value).is_some() {
        return value;
    }
    match value.kind() {
        ValueKind::Seq if value.is_tuple() => {
            Value::from_object(Tuple::new(data::items(&value).into_iter().map(own).collect()))
        }
        // a part of a list is one, too
        ValueKind::Seq | ValueKind::Iterable => {
            Value::from_object(List(Mutex::new(data::items(&value).into_iter().map(own).collect())))
        }
        ValueKind::Map if is_plain(&value) => {
            let pairs = data::pairs(&value).into_iter().map(|(key, value)| (key, own(value)));
            Value::from_object(Map(Mutex::new(pairs.collect())))
        }
        _ => value,
    }
}

/// Another list or map of the same items.
pub(super) fn copied(value: &Value) -> Value {
    match value.kind() {
        ValueKind::Map => Value::from_object(Map(Mutex::new(data::pairs(value)))),
        _ => Value::from_object(List(Mutex::new(data::items(value)))),
    }
}

/// Whether a map is made of YAML, JSON or a literal, and no object with a life of its own.
fn is_plain(value: &Value) -> bool {
    value.as_object().is_some_and(|object| object.type_name().contains("Map"))
}

/// Refuses to put something into what it holds itself: nobody would find its end.
fn refuse_circle<T>(container: &Arc<T>, items: &[Value]) -> Result<(), Failure> {
    fn holds(value: &Value, wanted: *const ()) -> bool {
        if let Some(list) = value.downcast_object::<List>() {
            return Arc::as_ptr(&list).cast() == wanted || list.items().iter().any(|item| holds(item, wanted));
        }
        let Some(map) = value.downcast_object::<Map>() else { return false };
        Arc::as_ptr(&map).cast() == wanted || map.pairs().iter().any(|(_, item)| holds(item, wanted))
    }
    let wanted = Arc::as_ptr(container).cast();
    let refused = items.iter().any(|item| holds(item, wanted));
    if refused { Err(wrong("a list or a map cannot hold itself")) } else { Ok(()) }
}

fn missing() -> Failure {
    Failure::from(ErrorKind::UnknownMethod)
}

impl List {
    fn items(&self) -> std::sync::MutexGuard<'_, Vec<Value>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Object for List {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.items().get(usize::try_from(key.clone()).ok()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.items().clone())
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, method: &str, args: &[Value]) -> Result<Value, Failure> {
        let given: Vec<Value> = match (method, args) {
            ("extend", [more]) => data::items(more),
            _ => args.to_vec(),
        };
        let given: Vec<Value> = given.into_iter().map(own).collect();
        refuse_circle(self, &given)?;
        let place = |length: usize, at: Option<&Value>| {
            let at = at.and_then(|at| i64::try_from(at.clone()).ok())?;
            let length = i64::try_from(length).ok()?;
            usize::try_from(if at < 0 { length + at } else { at }).ok()
        };
        let mut items = self.items();
        let length = items.len();
        match (method, given.as_slice()) {
            ("append", [_]) | ("extend", _) => items.extend(given),
            ("insert", [at, item]) => {
                items.insert(place(length, Some(at)).unwrap_or(0).min(length), item.clone());
            }
            ("pop", _) => {
                let at = if given.is_empty() { length.checked_sub(1) } else { place(length, given.first()) };
                let at = at.filter(|at| *at < length).ok_or_else(|| wrong("pop index out of range"))?;
                return Ok(items.remove(at));
            }
            ("remove", [item]) => {
                let at = items.iter().position(|other| other == item);
                items.remove(at.ok_or_else(|| wrong("list.remove(x): x not in list"))?);
            }
            ("clear", []) => items.clear(),
            ("reverse", []) => items.reverse(),
            ("sort", names) => {
                items.sort();
                if names.iter().any(|names| names.get_attr("reverse").is_ok_and(|reverse| reverse.is_true())) {
                    items.reverse();
                }
            }
            _ => return Err(missing()),
        }
        Ok(Value::from(()))
    }
}

impl Map {
    fn pairs(&self) -> std::sync::MutexGuard<'_, Vec<(Value, Value)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn put(pairs: &mut Vec<(Value, Value)>, key: Value, value: Value) {
    match pairs.iter_mut().find(|(other, _)| *other == key) {
        Some((_, old)) => *old = value,
        None => pairs.push((key, value)),
    }
}

impl Object for Map {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.pairs().iter().find(|(other, _)| other == key).map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.pairs().iter().map(|(key, _)| key.clone()).collect())
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, method: &str, args: &[Value]) -> Result<Value, Failure> {
        match (method, args) {
            ("update", maps) => {
                let values = maps.iter().flat_map(data::pairs).map(|(_, value)| value);
                refuse_circle(self, &values.collect::<Vec<_>>())?;
            }
            _ => refuse_circle(self, args)?,
        }
        let mut pairs = self.pairs();
        let found = |pairs: &[(Value, Value)]| pairs.iter().position(|(key, _)| Some(key) == args.first());
        match (method, args) {
            ("update", maps) => {
                for (key, value) in maps.iter().flat_map(data::pairs) {
                    put(&mut pairs, key, own(value));
                }
            }
            ("setdefault", [key, rest @ ..]) => {
                if let Some(at) = found(&pairs) {
                    return Ok(pairs[at].1.clone());
                }
                let value = own(rest.first().cloned().unwrap_or_else(|| Value::from(())));
                pairs.push((key.clone(), value.clone()));
                return Ok(value);
            }
            ("pop", [key, rest @ ..]) => {
                return match (found(&pairs), rest.first()) {
                    (Some(at), _) => Ok(pairs.remove(at).1),
                    (None, Some(default)) => Ok(default.clone()),
                    (None, None) => Err(wrong(data::repr(key))),
                };
            }
            ("popitem", []) => {
                let (key, value) = pairs.pop().ok_or_else(|| wrong("popitem(): dictionary is empty"))?;
                return Ok(Value::from_object(Tuple::new(vec![key, value])));
            }
            ("clear", []) => pairs.clear(),
            _ => return Err(missing()),
        }
        Ok(Value::from(()))
    }
}
