//! Lists and maps during rendering. Maps are shared and change in place, as Go's do.

use super::budget::Budget;
use super::types::Type;
use super::val::{Str, Val};
use crate::value::{Data, Map, Value};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A list: Go's slice. It never changes, but the maps in it may.
#[derive(Clone)]
pub struct List(Rc<ListData>);

struct ListData {
    element: &'static Type,
    items: Vec<Val>,
    /// Whether it is Go's nil list, which is empty, but null in JSON.
    nil: bool,
    /// The data that it was made of.
    source: Option<Arc<Vec<Value>>>,
}

impl List {
    /// A list whose elements are declared to be of a type.
    pub fn new(element: &'static Type, items: Vec<Val>) -> Self {
        List(Rc::new(ListData { element, items, nil: false, source: None }))
    }

    /// Go's nil list.
    pub fn nil(element: &'static Type) -> Self {
        List(Rc::new(ListData { element, items: Vec::new(), nil: true, source: None }))
    }

    /// A list of anything.
    pub fn of(items: Vec<Val>) -> Self {
        Self::new(&Type::Any, items)
    }

    /// A `[]string`.
    pub fn strings<S: Into<Str>>(items: impl IntoIterator<Item = S>) -> Self {
        Self::new(&Type::String, items.into_iter().map(Val::str).collect())
    }

    pub(super) fn of_data(source: Arc<Vec<Value>>) -> Self {
        let items = source.iter().map(|item| Val::from(item.clone())).collect();
        List(Rc::new(ListData { element: &Type::Any, items, nil: false, source: Some(source) }))
    }

    /// The declared type of the elements.
    pub fn element(&self) -> &'static Type {
        self.0.element
    }

    /// The elements.
    pub fn items(&self) -> &[Val] {
        &self.0.items
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.0.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.items.is_empty()
    }

    /// Whether both are the same list.
    pub fn same(&self, other: &List) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The data that it was made of, if nothing in it has changed since.
    fn pristine(&self) -> Option<&Arc<Vec<Value>>> {
        self.0.source.as_ref().filter(|_| self.0.items.iter().all(is_pristine))
    }

    pub(super) fn data(&self, budget: &mut Budget) -> Value {
        match self.pristine() {
            _ if self.0.nil => Value::NULL,
            Some(source) => Data::Seq(Arc::clone(source)).into(),
            None => Value::seq(self.0.items.iter().map(|item| item.data(budget)).collect()),
        }
    }
}

fn is_pristine(val: &Val) -> bool {
    match val {
        Val::List(list) => list.pristine().is_some(),
        Val::Dict(dict) => dict.pristine().is_some(),
        _ => true,
    }
}

impl Drop for ListData {
    fn drop(&mut self) {
        drop_deep(std::mem::take(&mut self.items));
    }
}

/// Drops values one by one where the compiler's code would call itself for each level.
fn drop_deep(vals: Vec<Val>) {
    let mut pending = vals;
    while let Some(val) = pending.pop() {
        match val {
            Val::List(List(mut rc)) => {
                if let Some(list) = Rc::get_mut(&mut rc) {
                    pending.append(&mut list.items);
                }
            }
            Val::Dict(Dict(mut rc)) => {
                if let Some(dict) = Rc::get_mut(&mut rc) {
                    dict.state.get_mut().take_into(&mut pending);
                }
            }
            _ => {}
        }
    }
}

/// A map with text keys, shared by all who hold it.
#[derive(Clone)]
pub struct Dict(Rc<DictData>);

struct DictData {
    element: &'static Type,
    state: RefCell<State>,
}

enum State {
    /// A map of the data, and the lists and maps in it that were looked at: they may have changed.
    Data { map: Arc<Map>, seen: Vec<(Str, Val)> },
    /// A map of our own.
    Own(BTreeMap<Str, Val>),
}

impl State {
    /// Moves the values that are held here to others.
    fn take_into(&mut self, vals: &mut Vec<Val>) {
        match self {
            State::Own(own) => vals.extend(std::mem::take(own).into_values()),
            State::Data { seen, .. } => vals.extend(seen.drain(..).map(|(_, val)| val)),
        }
    }

    /// The entries as a map of our own, made when something is about to change or to be listed.
    fn own(&mut self) -> &mut BTreeMap<Str, Val> {
        if let State::Data { map, seen } = self {
            let mut own: BTreeMap<Str, Val> =
                map.iter().map(|(key, value)| (Arc::clone(&key.name), Val::from(value.clone()))).collect();
            own.extend(seen.drain(..));
            *self = State::Own(own);
        }
        match self {
            State::Own(own) => own,
            State::Data { .. } => unreachable!("replaced above"),
        }
    }
}

impl Drop for DictData {
    fn drop(&mut self) {
        let mut vals = Vec::new();
        self.state.get_mut().take_into(&mut vals);
        drop_deep(vals);
    }
}

impl Dict {
    /// An empty map of anything.
    pub fn new() -> Self {
        Self::of_type(&Type::Any, BTreeMap::new())
    }

    /// A map of anything.
    pub fn of(entries: BTreeMap<Str, Val>) -> Self {
        Self::of_type(&Type::Any, entries)
    }

    /// A map whose values are declared to be of a type.
    pub fn of_type(element: &'static Type, entries: BTreeMap<Str, Val>) -> Self {
        Dict(Rc::new(DictData { element, state: RefCell::new(State::Own(entries)) }))
    }

    pub(super) fn of_data(map: Arc<Map>) -> Self {
        Dict(Rc::new(DictData { element: &Type::Any, state: RefCell::new(State::Data { map, seen: Vec::new() }) }))
    }

    /// The declared type of the values.
    pub fn element(&self) -> &'static Type {
        self.0.element
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<Val> {
        match &mut *self.0.state.borrow_mut() {
            State::Own(own) => own.get(key).cloned(),
            State::Data { map, seen } => {
                if let Some((_, val)) = seen.iter().find(|(name, _)| &**name == key) {
                    return Some(val.clone());
                }
                let (key, value) = map.get_entry(key)?;
                let val = Val::from(value.clone());
                if matches!(val, Val::List(_) | Val::Dict(_)) {
                    seen.push((Arc::clone(&key.name), val.clone()));
                }
                Some(val)
            }
        }
    }

    /// Whether the key is there.
    pub fn contains(&self, key: &str) -> bool {
        match &*self.0.state.borrow() {
            State::Own(own) => own.contains_key(key),
            State::Data { map, .. } => map.contains(key),
        }
    }

    /// Sets a key, for all who hold the map.
    pub fn set(&self, key: impl Into<Str>, val: Val) {
        self.0.state.borrow_mut().own().insert(key.into(), val);
    }

    /// Takes a key out, for all who hold the map.
    pub fn remove(&self, key: &str) {
        self.0.state.borrow_mut().own().remove(key);
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        match &*self.0.state.borrow() {
            State::Own(own) => own.len(),
            State::Data { map, .. } => map.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The keys in order.
    pub fn keys(&self) -> Vec<Str> {
        match &*self.0.state.borrow() {
            State::Own(own) => own.keys().cloned().collect(),
            State::Data { map, .. } => map.sorted().into_iter().map(|(key, _)| Arc::clone(&key.name)).collect(),
        }
    }

    /// The entries in the order of their keys.
    pub fn entries(&self) -> Vec<(Str, Val)> {
        self.0.state.borrow_mut().own().iter().map(|(k, v)| (Arc::clone(k), v.clone())).collect()
    }

    /// Whether both are the same map.
    pub fn same(&self, other: &Dict) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The data that it was made of, if nothing in it has changed since.
    fn pristine(&self) -> Option<Arc<Map>> {
        match &*self.0.state.borrow() {
            State::Data { map, seen } if seen.iter().all(|(_, val)| is_pristine(val)) => Some(Arc::clone(map)),
            _ => None,
        }
    }

    pub(super) fn data(&self, budget: &mut Budget) -> Value {
        if let Some(map) = self.pristine() {
            return Data::Map(map).into();
        }
        self.entries().into_iter().map(|(key, val)| (key, val.data(budget))).collect::<Map>().into()
    }
}

impl Default for Dict {
    fn default() -> Self {
        Self::new()
    }
}
