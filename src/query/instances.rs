//! `list instances` and `list metadata`: every component of every stack that is not abstract.

use super::inventory::{self, Entry, status};
use super::select::{Marks, NamePattern};
use super::{Column, Order};
use crate::Result;
use crate::engine::Engine;
use crate::value::{Map, Value};

/// Which instances are listed.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only stacks of this name.
    pub stack: Option<NamePattern>,
    /// Only with these tags and labels.
    pub marks: Marks,
}

/// The columns of `list instances`.
pub fn default_columns() -> Vec<Column> {
    vec![Column::field("Component", "component"), Column::field("Stack", "stack")]
}

/// The order of `list instances`.
pub fn default_order() -> Vec<Order> {
    vec![Order::by("Component"), Order::by("Stack")]
}

/// The columns of `list metadata`.
pub fn metadata_columns() -> Vec<Column> {
    let fields = [
        ("Stack", "stack"),
        ("Component", "component"),
        ("Type", "type"),
        ("Enabled", "enabled"),
        ("Locked", "locked"),
        ("Component (base)", "component_base"),
        ("Inherits", "inherits"),
        ("Description", "description"),
    ];
    fields.into_iter().map(|(name, field)| Column::field(name, field)).collect()
}

/// The order of `list metadata`.
pub fn metadata_order() -> Vec<Order> {
    vec![Order::by("Stack"), Order::by("Component")]
}

/// One record an instance, sorted by stack, type and name.
///
/// # Errors
/// The stacks cannot be read.
pub fn list(engine: &Engine, selection: &Selection) -> Result<Vec<Map>> {
    Ok(records(&inventory::of(engine)?, selection))
}

fn records(entries: &[Entry], selection: &Selection) -> Vec<Map> {
    let selected = entries.iter().filter(|entry| {
        entry.real_or_abstract() != "abstract"
            && selection.stack.as_ref().is_none_or(|p| p.matches(&entry.stack))
            && selection.marks.match_metadata(entry.metadata())
    });
    selected.map(record).collect()
}

fn record(entry: &Entry) -> Map {
    let status = status(entry.enabled(), entry.locked());
    let inherits = entry.metadata().and_then(|m| m.get("inherits")?.as_seq()).unwrap_or_default();
    let inherits: Vec<&str> = inherits.iter().filter_map(Value::as_str).collect();
    let mut record: Map = [
        ("stack", Value::from(entry.stack.as_str())),
        ("component", entry.component.as_str().into()),
        ("component_type", entry.kind.as_str().into()),
        ("component_folder", entry.folder().into()),
        ("component_base", entry.metadata_text("component").into()),
        ("type", entry.real_or_abstract().into()),
        ("enabled", entry.enabled().into()),
        ("locked", entry.locked().into()),
        ("status", status.into()),
        ("status_text", status.into()),
        ("inherits", inherits.join(", ").into()),
        ("description", entry.metadata_text("description").into()),
    ]
    .into_iter()
    .collect();
    for section in ["vars", "settings", "env", "metadata"] {
        let section_value = entry.section.get(section).filter(|v| v.as_map().is_some());
        record.insert(section, section_value.cloned().unwrap_or_else(Value::empty_map));
    }
    for name in ["tags", "labels"] {
        record.insert(name, entry.metadata().and_then(|m| m.get(name)).cloned().unwrap_or_default());
    }
    record
}

/// The instances as the matrix of a GitHub Actions job, abstract ones included.
///
/// # Errors
/// The stacks cannot be read.
pub fn matrix(engine: &Engine, stack: Option<&NamePattern>) -> Result<Value> {
    let entries = inventory::of(engine)?;
    let chosen = entries.iter().filter(|e| stack.is_none_or(|p| p.matches(&e.stack)));
    let include = chosen.map(|entry| {
        let path = entry.section.dig(["component_info", "component_path"]).and_then(Value::as_str);
        let fields = [
            ("stack", entry.stack.as_str()),
            ("component", entry.component.as_str()),
            ("component_path", path.unwrap_or_default()),
            ("component_type", entry.kind.as_str()),
        ];
        Value::map(fields.into_iter().collect())
    });
    Ok(Value::map([("include", Value::seq(include.collect()))].into_iter().collect()))
}
