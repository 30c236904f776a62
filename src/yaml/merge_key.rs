//! The merge key `<<`: a map, or a list of maps, whose entries join the map that names it.

use crate::error::{Error, Result};
use crate::value::{Map, Value};
use std::sync::Arc;

/// The maps of a `<<`, all of them maps.
pub(super) struct Merge(Vec<Value>);

impl Merge {
    /// Takes the value of a `<<`. An alias may stand for a map only; a list is written in place.
    pub(super) fn new(value: Value, is_alias: bool) -> Result<Self> {
        if value.as_map().is_some() {
            return Ok(Merge(vec![value]));
        }
        match value.as_seq() {
            Some(items) if !is_alias && items.iter().all(|item| item.as_map().is_some()) => Ok(Merge(items.to_vec())),
            _ => Err(Error::new(format!("`<<` merges a map or a list of maps, not a {}", value.type_name()))
                .hint("name maps by their anchors: `<<: *a` or `<<: [*a, *b]`")),
        }
    }

    /// Adds what `map` does not have. The map's own keys win wherever they stand; of several maps the first wins.
    pub(super) fn apply(self, map: &mut Arc<Map>) {
        if let (true, [only]) = (map.is_empty(), &self.0[..])
            && let crate::value::Data::Map(only) = &only.data
        {
            *map = Arc::clone(only);
            return;
        }
        let map = Arc::make_mut(map);
        for merged in self.0.iter().filter_map(Value::as_map) {
            for (key, value) in merged.iter() {
                if !map.contains(&key.name) {
                    map.insert(key.clone(), value.clone());
                }
            }
        }
    }
}
