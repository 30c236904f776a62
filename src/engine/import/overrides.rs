//! `overrides` of manifests: those of a file and its parents reach the components of that file, those of its imports too.

use crate::error::{Error, Result};
use crate::value::{Data, Value};
use std::sync::Arc;

/// The overrides of one type of components.
#[derive(Clone, Debug, Default)]
pub(super) struct Overrides {
    /// Those of the file itself and of those that import it.
    pub(super) inline: Value,
    /// Those of its imports.
    pub(super) imports: Value,
}

/// The types whose `overrides` Atmos reads.
pub(super) const OVERRIDDEN: [&str; 2] = ["terraform", "helmfile"];

/// The overrides of a section; none where it has none.
///
/// # Errors
/// They are no map.
pub(super) fn overrides_of(section: &Value, key: &str) -> Result<Value> {
    match section.get(key) {
        None => Ok(Value::empty_map()),
        Some(value) => expect_map(value, key).map(|()| value.clone()),
    }
}

/// Gives every component of a type that the file itself defines the overrides.
pub(super) fn override_components(own: &mut Value, kind: &str, overrides: &Value) {
    let Data::Map(map) = &mut own.data else { return };
    if map.get("components").and_then(|c| c.get(kind)).and_then(Value::as_map).is_none() {
        return;
    }
    let Some(Data::Map(components)) = Arc::make_mut(map).get_mut("components").map(|v| &mut v.data) else { return };
    let Some(Data::Map(typed)) = Arc::make_mut(components).get_mut(kind).map(|v| &mut v.data) else { return };
    for component in Arc::make_mut(typed).values_mut() {
        component.set("overrides", overrides.clone());
    }
}

/// # Errors
/// The value is no map.
pub(super) fn expect_map(value: &Value, name: &str) -> Result<()> {
    match value.data {
        Data::Map(_) => Ok(()),
        _ => Err(Error::new(format!("`{name}` must be a map, this is a {}", value.type_name())).at(value.span)),
    }
}
