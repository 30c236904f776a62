//! `list stacks`: the names of the stacks.

use super::inventory::{self, Entry};
use super::select::Marks;
use super::{Column, Order};
use crate::engine::Engine;
use crate::text::did_you_mean;
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use crate::{Error, Result};
use std::collections::BTreeMap;

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
    records(&inventory::of(engine)?, component, marks)
}

/// Whether the configuration is complete and there is just no manifest: no error for a list.
fn has_no_manifests(workspace: &Workspace) -> bool {
    let base_path = workspace.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default();
    let configured = !base_path.is_empty() && !workspace.settings.included_paths.is_empty();
    configured && workspace.stack_files().is_err()
}

/// Without a component the record of a stack has the vars of the first of its components.
fn records(entries: &[Entry], component: Option<&str>, marks: &Marks) -> Result<Vec<Map>> {
    let mut stacks: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        stacks.entry(&entry.stack).or_default().push(entry);
    }
    if let Some(component) = component
        && !entries.iter().any(|e| e.component == component)
    {
        return Err(unknown_component(component, entries));
    }
    let marked = |e: &&Entry| marks.is_empty() || marks.match_metadata(e.metadata());
    let records = stacks.into_iter().filter_map(|(stack, entries)| {
        let mut record: Map = [("stack", Value::from(stack))].into_iter().collect();
        if let Some(component) = component {
            entries.iter().copied().filter(|e| e.component == component).find(marked)?;
            record.insert("component", component);
        } else {
            entries.iter().copied().find(marked)?;
            let vars = entries.iter().find_map(|e| e.section.get("vars").filter(|v| v.as_map().is_some()));
            record.insert("vars", vars.cloned().unwrap_or_else(Value::empty_map));
        }
        Some(record)
    });
    Ok(records.collect())
}

/// The refusal of a component that no stack has.
pub(super) fn unknown_component(component: &str, entries: &[Entry]) -> Error {
    Error::new(format!("no stack has a component `{component}`"))
        .maybe_hint(did_you_mean(component, entries.iter().map(|e| e.component.as_str())))
        .hint("`gaia list components` lists them")
}
