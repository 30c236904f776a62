//! What a change affects: two sides of a repository compared, component by component, as Atmos does it.
//!
//! ```text
//! Base (a commit's files, written out) ─ engine ─┐
//! work tree ───────────────────────────── engine ─┴─ compare sections ─┬─ Affected ─ dependents
//! git trees ─ changed files ─ folders, modules, dependencies on files ─┘
//! ```

mod admin;
mod compare;
mod comparison;
mod files;
mod impact;
mod item;
mod narrow;

pub use comparison::Comparison;
pub use impact::{Reach, impact, manifests};
pub use item::{Affected, Deletion};

use crate::engine::StacksFilter;
use crate::error::Result;
use crate::graph::DependentsIndex;
use crate::value::{Map, Value};
use comparison::Rules;
use files::Files;
use std::collections::BTreeSet;

/// What is asked for.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for on its own")]
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Only this stack.
    pub stack: Option<String>,
    /// Whether each component shows its settings.
    pub include_settings: bool,
    /// Whether each component shows those that depend on it, and those that depend on them.
    pub include_dependents: bool,
    /// Whether the Spacelift stacks are added that manage the affected ones.
    pub include_spacelift_admin_stacks: bool,
    /// Whether components with `metadata.locked` are left out.
    pub exclude_locked: bool,
}

/// The components that differ between two sides, by stack, type and name; those that are gone come last. By Atmos's rules
/// it is the answer of `describe affected`.
///
/// # Errors
/// Whatever Atmos refuses on either side, Terraform code that cannot be read, a dependency that leads back to itself where
/// dependents are asked for.
pub fn affected(comparison: &Comparison, request: &Request) -> Result<Vec<Affected>> {
    let head = &*comparison.head;
    if comparison.changed.rules == Rules::Atmos {
        head.validate_stacks()?;
    }
    let filter = StacksFilter { stack: request.stack.clone(), ..StacksFilter::default() };
    let (current, previous) = narrow::described(comparison, request, &filter)?;
    let mut files = Files::new(head.workspace(), comparison.changed.clone());
    let mut found = compare::changed(head, &current, &previous, &mut files, request)?;
    found.extend(compare::deleted(head, &current, &previous, request));
    if request.include_dependents && !found.is_empty() {
        item::add_dependents(head, &DependentsIndex::new(&current), &mut found, request)?;
    }
    Ok(found)
}

/// The answer as a list of maps, with the keys that Atmos gives it.
pub fn to_value(affected: &[Affected]) -> Value {
    Value::seq(affected.iter().map(Affected::to_value).collect())
}

/// Stack and name of everything that depends on affected components, at any depth, and is not affected itself; sorted.
pub fn all_dependents(affected: &[Affected]) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut next: Vec<Value> = affected.iter().filter_map(|a| a.dependents.clone()).collect();
    while let Some(list) = next.pop() {
        for dependent in list.as_seq().unwrap_or_default() {
            let text = |key: &str| dependent.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            if found.insert((text("stack"), text("component"))) {
                next.extend(dependent.get("dependents").cloned());
            }
        }
    }
    for item in affected {
        found.remove(&(item.stack.clone(), item.component.clone()));
    }
    found
}

/// What stands under the keys of a path in a described repository, if it is a map.
fn map_at<'a>(stacks: &'a Value, path: &[&str]) -> Option<&'a Map> {
    stacks.dig(path.iter().copied()).and_then(Value::as_map)
}
