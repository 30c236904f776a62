//! `list stacks`: the names of the stacks.

use super::inventory;
use super::select::Marks;
use super::{Column, Order};
use crate::engine::{Engine, Listed};
use crate::text::did_you_mean;
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use crate::{Error, Result};
use rayon::prelude::*;
use std::sync::Arc;

/// The columns when nobody asks for others.
pub fn default_columns(of_component: bool) -> Vec<Column> {
    let mut columns = vec![Column::field("Stack", "stack")];
    if of_component {
        columns.push(Column::field("Component", "component"));
    }
    columns
}

/// The order when nobody asks for another.
pub fn default_order() -> Vec<Order> {
    vec![Order::by("Stack")]
}

/// One record a stack, sorted by name; of `component` only the stacks that have it.
///
/// # Errors
/// The stacks cannot be read, or none has the component.
pub fn list(engine: &Engine, component: Option<&str>, marks: &Marks) -> Result<Vec<Map>> {
    if has_no_manifests(engine.workspace()) {
        return Ok(Vec::new());
    }
    let listed = inventory::listed(engine)?;
    if let Some(component) = component {
        has_component(component, listed.iter().map(|l| &*l.name))?;
    }
    let stacks: Vec<&[Listed]> = listed.chunk_by(|a, b| a.stack == b.stack).collect();
    let records: Vec<Result<Option<Map>>> =
        stacks.into_par_iter().map(|components| record(engine, components, component, marks)).collect();
    records.into_iter().filter_map(Result::transpose).collect()
}

/// Whether the configuration is complete and there is just no manifest: no error for a list.
pub fn has_no_manifests(workspace: &Workspace) -> bool {
    let base_path = workspace.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default();
    let configured = !base_path.is_empty() && !workspace.settings.included_paths.is_empty();
    configured && workspace.stack_files().is_err()
}

/// The record of a stack, if `component` is in it, or any component, with the marks. Without `component` it has the vars
/// of the first of its components.
fn record(engine: &Engine, components: &[Listed], component: Option<&str>, marks: &Marks) -> Result<Option<Map>> {
    let Some(first) = components.first() else { return Ok(None) };
    let mut is_marked = false;
    for listed in components.iter().filter(|l| component.is_none_or(|c| c == &*l.name)) {
        is_marked = marks.is_empty() || marks.match_metadata(metadata(&engine.sections(listed)?));
        if is_marked {
            break;
        }
    }
    if !is_marked {
        return Ok(None);
    }
    let mut record: Map = [("stack", Value::str(Arc::clone(&first.stack)))].into_iter().collect();
    if let Some(component) = component {
        record.insert("component", component);
        return Ok(Some(record));
    }
    let mut vars = Value::empty_map();
    for listed in components {
        if let Some(found) = engine.sections(listed)?.get("vars").filter(|v| v.as_map().is_some()) {
            vars = found.clone();
            break;
        }
    }
    record.insert("vars", vars);
    Ok(Some(record))
}

fn metadata(sections: &Value) -> Option<&Value> {
    sections.get("metadata").filter(|m| m.as_map().is_some())
}

/// Refuses a component that is not among those of any stack.
pub(super) fn has_component<'a>(component: &str, all: impl Iterator<Item = &'a str> + Clone) -> Result<()> {
    if all.clone().any(|c| c == component) {
        return Ok(());
    }
    Err(Error::new(format!("no stack has a component `{component}`"))
        .maybe_hint(did_you_mean(component, all))
        .hint("`gaia list components` lists them"))
}
