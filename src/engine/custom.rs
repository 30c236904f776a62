//! Components of types that Atmos does not know: vars, settings and env over the stack's, key by key, not deeply.

use super::Engine;
use super::component::Component;
use super::inherit::inherited_name;
use super::stack::Stack;
use crate::error::{Error, Result};
use crate::value::merge::merge_all;
use crate::value::{Map, Value};
use std::sync::Arc;

/// Resolves a component of a custom type.
///
/// # Errors
/// `metadata.inherits` that is no list of names.
pub(crate) fn resolve(engine: &Engine, stack: &Stack, kind: &str, name: &str, own: &Value, all: &Map) -> Result<Value> {
    let mut component = inherit(engine, own, all, &mut Vec::new())?;
    for section in ["vars", "settings", "env"] {
        let mut merged = stack.merged.get(section).and_then(Value::as_map).cloned().unwrap_or_default();
        merged.extend(component.get(section).and_then(Value::as_map).cloned().unwrap_or_default());
        if section == "vars" || !merged.is_empty() {
            component.set(section, Value::map(merged));
        }
    }
    let metadata =
        merge_all([stack.merged.get("metadata"), component.get("metadata")].into_iter().flatten(), engine.rules());
    if metadata.as_map().is_some_and(|m| !m.is_empty()) {
        component.set("metadata", metadata);
    }
    component.set("component", Value::from(name));
    component.set("component_type", Value::from(kind));
    Ok(component)
}

/// The bases of a component of a custom type in the order in which they merge.
pub(crate) fn bases(component: &Component) -> Vec<Arc<str>> {
    fn gather(own: &Value, all: &Map, open: &mut Vec<Arc<str>>, found: &mut Vec<Arc<str>>) {
        for item in own.dig(["metadata", "inherits"]).and_then(Value::as_seq).unwrap_or_default() {
            let Some((key, base)) = item.as_str().and_then(|name| all.get_entry(name)) else { continue };
            if base.as_map().is_some() && !open.contains(&key.name) {
                open.push(Arc::clone(&key.name));
                gather(base, all, open, found);
                open.pop();
                found.retain(|name| *name != key.name);
                found.push(Arc::clone(&key.name));
            }
        }
    }
    let mut found = Vec::new();
    if let Some(all) = component.stack.components(&component.kind)
        && let Some(own) = all.get(&component.name)
    {
        gather(own, all, &mut Vec::new(), &mut found);
    }
    found
}

/// The component over its bases. Unknown bases and circles are passed over, as in Atmos.
fn inherit(engine: &Engine, own: &Value, all: &Map, open: &mut Vec<String>) -> Result<Value> {
    let Some(inherits) = own.dig(["metadata", "inherits"]) else { return Ok(own.clone()) };
    let list = inherits.as_seq().ok_or_else(|| {
        Error::new(format!("`metadata.inherits` must be a list, this is a {}", inherits.type_name())).at(inherits.span)
    })?;
    let mut merged = Value::empty_map();
    let mut any = false;
    for item in list {
        let name = inherited_name(item, "component")?;
        any |= !name.is_empty();
        let Some(base) = all.get(name).filter(|b| b.as_map().is_some() && !open.iter().any(|o| o == name)) else {
            continue;
        };
        open.push(name.to_string());
        let mut base = inherit(engine, base, all, open)?;
        open.pop();
        if let Some(metadata) = base.get("metadata").and_then(Value::as_map) {
            let kept: Map = metadata
                .iter()
                .filter(|(k, _)| !matches!(&*k.name, "type" | "inherits" | "component"))
                .map(|(k, v)| (k.clone(), v.clone()))
                .collect();
            base.set("metadata", Value::map(kept));
        }
        merged = merge_all([&merged, &base], engine.rules());
    }
    Ok(if any { merge_all([&merged, own], engine.rules()) } else { own.clone() })
}
