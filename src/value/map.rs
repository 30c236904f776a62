//! The ordered map of a [`Value`](super::Value), whose keys remember where they stand.

use super::Value;
use crate::text::{Span, is_slip};
use indexmap::{Equivalent, IndexMap};
use rustc_hash::FxBuildHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A key with the place where it stands. Two keys are equal when their names are.
#[derive(Clone, Debug)]
pub struct Key {
    /// The name.
    pub name: Arc<str>,
    /// Where the key stands; of a merged map, in the file that set it last.
    pub span: Span,
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(&self.name, state);
    }
}

impl Equivalent<Key> for str {
    fn equivalent(&self, key: &Key) -> bool {
        self == &*key.name
    }
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Key { name: name.into(), span: Span::NONE }
    }
}

impl From<String> for Key {
    fn from(name: String) -> Self {
        Key { name: name.into(), span: Span::NONE }
    }
}

impl From<Arc<str>> for Key {
    fn from(name: Arc<str>) -> Self {
        Key { name, span: Span::NONE }
    }
}

/// A map from names to values in the author's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map(IndexMap<Key, Value, FxBuildHasher>);

impl Map {
    /// The known key that another key was likely meant to be: the first that is one slip away, and not there itself.
    pub fn meant<'a>(&self, key: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        known.into_iter().find(|known| !self.contains(known) && is_slip(key, known))
    }

    /// A map with room for `capacity` entries.
    pub fn with_capacity(capacity: usize) -> Self {
        Map(IndexMap::with_capacity_and_hasher(capacity, FxBuildHasher))
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The key as it was written, with its place, and its value.
    pub fn get_entry(&self, name: &str) -> Option<(&Key, &Value)> {
        self.0.get_key_value(name)
    }

    /// The value of a name, to change in place.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.get_mut(name)
    }

    /// Whether the name is there.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Sets a value; a name that is there keeps its place in the order. Gives the value that was there.
    pub fn insert(&mut self, key: impl Into<Key>, value: impl Into<Value>) -> Option<Value> {
        self.0.insert(key.into(), value.into())
    }

    /// Takes a name out, keeping the order of the others.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.shift_remove(name)
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries in the author's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Key, &Value)> + ExactSizeIterator {
        self.0.iter()
    }

    /// The names in the author's order.
    pub fn names(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.0.keys().map(|k| &*k.name)
    }

    /// The values in the author's order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.0.values()
    }

    /// The values, to change in place.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.values_mut()
    }

    /// The entries sorted by name, as Go prints every map.
    pub fn sorted(&self) -> Vec<(&Key, &Value)> {
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_unstable_by(|a, b| a.0.name.cmp(&b.0.name));
        entries
    }
}

impl<K: Into<Key>, V: Into<Value>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Map(entries.into_iter().map(|(k, v)| (k.into(), v.into())).collect())
    }
}

impl IntoIterator for Map {
    type Item = (Key, Value);
    type IntoIter = indexmap::map::IntoIter<Key, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(Key, Value)> for Map {
    fn extend<I: IntoIterator<Item = (Key, Value)>>(&mut self, entries: I) {
        self.0.extend(entries);
    }
}
