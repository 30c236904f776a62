//! `list components`: every component once, with the number of stacks that have it.

use super::inventory::{self, Entry, status};
use super::select::{Marks, NamePattern};
use super::{Column, Order};
use crate::Result;
use crate::engine::Engine;
use crate::value::{Map, Value};
use std::collections::BTreeMap;

/// The component types that are counted; others are left out, as in Atmos.
const KINDS: [&str; 6] = ["terraform", "helmfile", "packer", "ansible", "container", "emulator"];

/// Which components are listed.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only stacks of this name.
    pub stack: Option<NamePattern>,
    /// `real`, `abstract`, or any when `None`.
    pub kind: Option<String>,
    /// Only enabled ones, or only disabled ones.
    pub enabled: Option<bool>,
    /// Only locked ones, or only unlocked ones.
    pub locked: Option<bool>,
    /// Only with these tags and labels.
    pub marks: Marks,
}

/// The columns when nobody asks for others.
pub fn default_columns() -> Vec<Column> {
    vec![Column::field("Component", "component"), Column::field("Type", "type"), Column::field("Stacks", "stack_count")]
}

/// The order when nobody asks for another.
pub fn default_order() -> Vec<Order> {
    vec![Order::by("Component")]
}

/// What is known of a component in all its stacks.
struct Summary {
    first: Entry,
    stacks: i64,
    enabled: bool,
    locked: bool,
}

/// One record a component and type, sorted by name.
///
/// # Errors
/// The stacks cannot be read.
pub fn list(engine: &Engine, selection: &Selection) -> Result<Vec<Map>> {
    Ok(records(inventory::of(engine)?, selection))
}

/// A component is disabled or locked when it is so in any stack; everything else is taken from the first
/// stack.
fn records(entries: Vec<Entry>, selection: &Selection) -> Vec<Map> {
    let mut summaries: BTreeMap<(String, String), Summary> = BTreeMap::new();
    for entry in entries {
        let in_stack = selection.stack.as_ref().is_none_or(|p| p.matches(&entry.stack));
        if !in_stack || !KINDS.contains(&entry.kind.as_str()) {
            continue;
        }
        let key = (entry.component.clone(), entry.kind.clone());
        if let Some(summary) = summaries.get_mut(&key) {
            summary.stacks += 1;
            summary.enabled &= entry.enabled();
            summary.locked |= entry.locked();
        } else {
            let (enabled, locked) = (entry.enabled(), entry.locked());
            summaries.insert(key, Summary { first: entry, stacks: 1, enabled, locked });
        }
    }
    summaries.into_values().filter(|s| selected(s, selection)).map(|s| record(&s)).collect()
}

fn selected(summary: &Summary, selection: &Selection) -> bool {
    selection.kind.as_deref().is_none_or(|kind| summary.first.real_or_abstract() == kind)
        && selection.enabled.is_none_or(|enabled| summary.enabled == enabled)
        && selection.locked.is_none_or(|locked| summary.locked == locked)
        && selection.marks.match_metadata(summary.first.metadata())
}

fn record(summary: &Summary) -> Map {
    let entry = &summary.first;
    let status = status(summary.enabled, summary.locked);
    let mut record: Map = [
        ("component", Value::from(entry.component.as_str())),
        ("type", entry.kind.as_str().into()),
        ("stack_count", summary.stacks.into()),
        ("component_type", entry.real_or_abstract().into()),
        ("component_folder", entry.folder().into()),
        ("enabled", summary.enabled.into()),
        ("locked", summary.locked.into()),
        ("status", status.into()),
        ("status_text", status.into()),
    ]
    .into_iter()
    .collect();
    if let Some(metadata) = entry.metadata() {
        record.insert("metadata", metadata.clone());
        for name in ["tags", "labels"] {
            record.insert(name, metadata.get(name).cloned().unwrap_or_default());
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Rows;

    fn entry(stack: &str, kind: &str, component: &str, metadata: Map) -> Entry {
        let section = Value::map([("metadata", Value::map(metadata))].into_iter().collect());
        Entry { stack: stack.into(), kind: kind.into(), component: component.into(), section }
    }

    fn listed(selection: &Selection) -> Vec<String> {
        let locked: Map = [("locked", true)].into_iter().collect();
        let base: Map = [("type", "abstract")].into_iter().collect();
        let entries = vec![
            entry("dev", "terraform", "vpc", Map::default()),
            entry("dev", "helmfile", "vpc", Map::default()),
            entry("dev", "terraform", "base", base),
            entry("dev", "kubernetes", "app", Map::default()),
            entry("prod", "terraform", "vpc", locked),
        ];
        let records = records(entries, selection);
        let rows = Rows::of(&records, &default_columns(), &default_order()).unwrap();
        rows.rows.iter().map(|r| r.join(" ")).collect()
    }

    #[test]
    fn a_component_is_listed_once_for_each_type() {
        assert_eq!(listed(&Selection::default()), ["base terraform 1", "vpc helmfile 1", "vpc terraform 2"]);
    }

    #[test]
    fn a_component_is_locked_when_it_is_so_anywhere() {
        let selection = Selection { locked: Some(true), kind: Some("real".into()), ..Selection::default() };
        assert_eq!(listed(&selection), ["vpc terraform 2"]);
        let selection = Selection { stack: NamePattern::new("d*").ok(), kind: Some("real".into()), ..selection };
        assert_eq!(listed(&selection), Vec::<String>::new());
    }
}
