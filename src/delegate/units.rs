//! The components that can be worked on, with what they depend on.

use crate::engine::{Engine, Stack};
use crate::error::Result;
use crate::graph::{Graph, NodeId};
use crate::value::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A Terraform component of a stack that is neither abstract nor disabled.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// The component.
    pub component: String,
    /// The stack.
    pub stack: String,
    /// The manifest of the stack, below the stacks folder.
    pub manifest: String,
    /// The directory of its code.
    pub dir: PathBuf,
    /// What only one step may use at a time: the directory that Terraform works in.
    pub lane: PathBuf,
    /// Whether it must not be changed (`metadata.locked`).
    pub locked: bool,
    /// The units that it depends on, by number.
    pub after: Vec<usize>,
    /// Its sections, with templates and functions as they were written.
    pub sections: Value,
}

impl Unit {
    /// Its name among all stacks.
    pub fn name(&self) -> String {
        format!("{}:{}", self.stack, self.component)
    }
}

/// What can be worked on, with all that makes one component depend on another: what they declare, and the values that
/// they use. What stands between two of them (a disabled component, one of another type) is gone through; a dependency that
/// has a default to fall back to does not close a circle.
///
/// # Errors
/// The first manifest or component that Atmos would refuse.
pub fn workable(engine: &Engine) -> Result<Graph> {
    let whole = Graph::of(engine)?;
    let works = |id| matches!(whole.node(id), node if &*node.kind == "terraform" && node.enabled);
    Ok(whole.narrowed(works).without_soft_cycles())
}

/// The units of a graph: their numbers are those of its nodes.
///
/// # Errors
/// Manifests that cannot be read.
pub fn units(engine: &Engine, graph: &Graph) -> Result<Vec<Unit>> {
    let workspace = engine.workspace();
    let stacks_dir = &workspace.settings.stacks_dir;
    let manifest = |stack: &Arc<Stack>| {
        let path = stack.path.strip_prefix(stacks_dir).unwrap_or(&stack.path).display().to_string();
        (stack.file.to_string(), path)
    };
    let manifests: BTreeMap<String, String> = engine.stacks()?.iter().map(manifest).collect();
    let unit = |id: NodeId| {
        let node = graph.node(id);
        let dir = workspace.component_dir("terraform", &node.base);
        let is_on = |path: &[&str]| node.sections.dig(path.iter().copied()).and_then(Value::as_bool) == Some(true);
        let mut unit = Unit {
            component: node.component.to_string(),
            stack: node.stack.to_string(),
            manifest: manifests.get(&*node.file).cloned().unwrap_or_default(),
            lane: dir.clone(),
            dir,
            locked: is_on(&["metadata", "locked"]),
            after: graph.dependencies(id).into_iter().map(NodeId::index).collect(),
            sections: node.sections.clone(),
        };
        // with a working directory of its own, nothing is shared with other instances of the code
        if is_on(&["provision", "workdir", "enabled"]) {
            unit.lane = unit.dir.join(unit.name());
        }
        unit
    };
    Ok(graph.ids().map(unit).collect())
}
