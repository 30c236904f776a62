//! The components of all stacks, one by one.

use super::stacks::has_component;
use crate::Result;
use crate::engine::{Engine, Listed, StacksFilter};
use crate::value::{Map, Value};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A component in a stack, with its final sections or as many of them as were asked for.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) stack: String,
    pub(super) kind: String,
    pub(super) component: String,
    pub(super) section: Value,
}

impl Entry {
    pub(super) fn metadata(&self) -> Option<&Value> {
        self.section.get("metadata").filter(|m| m.as_map().is_some())
    }

    fn flag(&self, name: &str, default: bool) -> bool {
        self.metadata().and_then(|m| m.get(name)?.as_bool()).unwrap_or(default)
    }

    pub(super) fn enabled(&self) -> bool {
        self.flag("enabled", true)
    }

    pub(super) fn locked(&self) -> bool {
        self.flag("locked", false)
    }

    /// `metadata.type`: `real` unless it says otherwise.
    pub(super) fn real_or_abstract(&self) -> &str {
        self.metadata().and_then(|m| m.get("type")?.as_str()).unwrap_or("real")
    }

    /// A text of the metadata; empty where there is none.
    pub(super) fn metadata_text(&self, name: &str) -> &str {
        self.metadata().and_then(|m| m.get(name)?.as_str()).unwrap_or_default()
    }

    /// The folder of the component's code: `metadata.component`, or the component's own name.
    pub(super) fn folder(&self) -> &str {
        Some(self.metadata_text("component")).filter(|f| !f.is_empty()).unwrap_or(&self.component)
    }
}

/// In a word: `locked` weighs more than `enabled`.
pub(super) fn status(enabled: bool, locked: bool) -> &'static str {
    match (locked, enabled) {
        (true, _) => "locked",
        (false, true) => "enabled",
        (false, false) => "disabled",
    }
}

/// Every component of every stack, sorted by stack, type and name. Of one that two manifests define, the last counts.
pub(super) fn listed(engine: &Engine) -> Result<Vec<Listed>> {
    let mut listed = engine.list(&StacksFilter::default())?;
    // the sort is stable: the last of several stays the last
    listed.sort_by(|a, b| identity(a).cmp(&identity(b)));
    listed.dedup_by(|next, kept| {
        let same = identity(next) == identity(kept);
        if same {
            std::mem::swap(next, kept);
        }
        same
    });
    Ok(listed)
}

fn identity(listed: &Listed) -> (&str, &str, &str) {
    (&listed.stack, listed.kind, &listed.name)
}

/// The entries of [`listed`] with all their sections: those of one component, or all.
///
/// # Errors
/// No stack has the component, or the stacks cannot be read.
pub(super) fn whole(engine: &Engine, component: Option<&str>) -> Result<Vec<Entry>> {
    let mut listed = listed(engine)?;
    if let Some(component) = component {
        has_component(component, listed.iter().map(|l| &*l.name))?;
        listed.retain(|l| &*l.name == component);
    }
    entries(engine, listed, |sections| sections)
}

/// The entries of [`listed`] with the sections that rows are made of.
pub(super) fn of(engine: &Engine) -> Result<Vec<Entry>> {
    const SHOWN: [&str; 5] = ["vars", "settings", "env", "metadata", "component_info"];
    entries(engine, listed(engine)?, |sections| {
        let shown = SHOWN.into_iter().filter_map(|name| Some((name, sections.get(name)?.clone())));
        Value::map(shown.collect())
    })
}

fn entries(engine: &Engine, listed: Vec<Listed>, shown: impl Fn(Value) -> Value + Sync) -> Result<Vec<Entry>> {
    let entries: Vec<Result<Entry>> = listed
        .into_par_iter()
        .map(|listed| {
            let section = shown(engine.sections(&listed)?);
            let Listed { stack, kind, name, .. } = listed;
            Ok(Entry { stack: stack.to_string(), kind: kind.to_string(), component: name.to_string(), section })
        })
        .collect();
    entries.into_iter().collect()
}

/// The entries as `describe stacks` shows them: stacks, in them component types, in them components.
pub(super) fn by_stack(entries: &[Entry]) -> BTreeMap<&str, Value> {
    let mut stacks: BTreeMap<&str, BTreeMap<&str, Map>> = BTreeMap::new();
    for entry in entries {
        let kinds = stacks.entry(&entry.stack).or_default();
        kinds.entry(&entry.kind).or_default().insert(entry.component.as_str(), entry.section.clone());
    }
    let stack =
        |kinds: BTreeMap<&str, Map>| Value::map(Map::from_iter([("components", kinds.into_iter().collect::<Map>())]));
    stacks.into_iter().map(|(name, kinds)| (name, stack(kinds))).collect()
}
