//! The components of all stacks, one by one.

use crate::Result;
use crate::engine::{Engine, Instance, StacksFilter};
use crate::value::{Map, Value};
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
pub(super) fn of(engine: &Engine) -> Result<Vec<Entry>> {
    let instances = engine.instances(&StacksFilter::default())?;
    let mut entries = BTreeMap::new();
    for Instance { stack, component, sections } in instances {
        let (kind, component) = (component.kind.to_string(), component.name.to_string());
        entries.insert((stack, kind, component), sections);
    }
    let entry = |((stack, kind, component), section)| Entry { stack, kind, component, section };
    Ok(entries.into_iter().map(entry).collect())
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
