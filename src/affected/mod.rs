//! What a change affects: two sides of a repository compared, component by component, as Atmos does it.
//!
//! ```text
//! Base (a commit's files, written out) ─ engine ─┐
//! work tree ───────────────────────────── engine ─┴─ compare sections ─┬─ Affected ─ dependents
//! git trees ─ changed files ─ folders, modules, dependencies on files ─┘
//! ```

mod admin;
mod base;
mod compare;
mod files;
mod item;

pub use base::Base;
pub use item::{Affected, Deletion};

use crate::engine::{Engine, StacksFilter};
use crate::error::Result;
use crate::graph::DependentsIndex;
use crate::value::{Map, Value};
use files::Files;

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

/// The components that differ between a base and an engine's repository, by stack, type and name; those that are gone come
/// last. The answer of `describe affected`.
///
/// # Errors
/// Whatever Atmos refuses on either side, Terraform code that cannot be read, a dependency that leads back to itself where
/// dependents are asked for.
pub fn affected(head: &Engine, base: &Base, request: &Request) -> Result<Vec<Affected>> {
    let filter = StacksFilter { stack: request.stack.clone(), ..StacksFilter::default() };
    let current = head.describe_stacks(&filter)?;
    let previous = base.stacks(&filter)?;
    let mut files = Files::new(head.workspace(), base.changed_files()?);
    let mut found = compare::changed(head, &current, &previous, &mut files, request)?;
    found.extend(compare::deleted(head, &current, &previous, request));
    if request.include_dependents && !found.is_empty() {
        let index = DependentsIndex::new(&current);
        item::add_dependents(head, &index, &mut found, request)?;
    }
    Ok(found)
}

/// The answer as a list of maps, with the keys that Atmos gives it.
pub fn to_value(affected: &[Affected]) -> Value {
    Value::seq(affected.iter().map(Affected::to_value).collect())
}

/// What stands under the keys of a path in a described repository, if it is a map.
fn map_at<'a>(stacks: &'a Value, path: &[&str]) -> Option<&'a Map> {
    stacks.dig(path.iter().copied()).and_then(Value::as_map)
}
