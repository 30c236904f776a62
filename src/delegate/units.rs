//! The components that can be worked on, with what they depend on.

use super::narrow::Manifests;
use crate::engine::{Engine, Placed};
use crate::error::Result;
use crate::graph::{Graph, NodeId};
use crate::value::Value;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::path::PathBuf;

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

/// Everything that can be worked on.
#[derive(Debug)]
pub struct Workable {
    /// The units, sorted by stack and component.
    pub units: Vec<Unit>,
    /// Their graph: the numbers of its nodes are those of the units.
    pub graph: Graph,
    /// The graph of everything.
    whole: Graph,
    /// The units' nodes in it.
    nodes: Vec<NodeId>,
    manifests: Manifests,
}

/// A unit that was chosen, with what a run of it needs to know.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Its number.
    pub unit: usize,
    /// The manifests that Atmos has to read for it; `None` where that cannot be known.
    pub manifests: Option<BTreeSet<String>>,
    /// What its sections say today.
    pub settled: Value,
}

impl Workable {
    /// The units of a repository, with all that makes one component depend on another: what they declare, and the values
    /// that they use. What stands between two of them (a disabled component, one of another type) is gone through; a
    /// dependency that has a default to fall back to does not close a circle.
    ///
    /// # Errors
    /// The first manifest or component that Atmos would refuse.
    pub fn of(engine: &Engine) -> Result<Workable> {
        let whole = Graph::of(engine)?;
        let works = |id| matches!(whole.node(id), node if &*node.kind == "terraform" && node.enabled);
        let graph = whole.narrowed(works).without_soft_cycles();
        let nodes = whole.ids().filter(|id| works(*id)).collect();
        let manifests = Manifests::of(engine, &whole)?;
        let units = graph.ids().map(|id| unit(engine, &graph, &manifests, id)).collect();
        Ok(Workable { units, graph, whole, nodes, manifests })
    }

    /// Some of the units, ready to be worked on.
    ///
    /// # Errors
    /// Components that Atmos would refuse.
    pub fn choose(&self, engine: &Engine, numbers: &[usize]) -> Result<Vec<Chosen>> {
        let stacks: FxHashSet<&str> = numbers.iter().map(|n| self.units[*n].stack.as_str()).collect();
        let placed = engine.placed(|name, _| stacks.contains(name))?;
        let named: FxHashMap<(&str, &str), &Placed> = placed
            .iter()
            .filter(|p| &*p.component.kind == "terraform")
            .map(|p| ((&*p.stack, &*p.component.name), p))
            .collect();
        let choose = |number: &usize| {
            let unit = &self.units[*number];
            let placed = named.get(&(unit.stack.as_str(), unit.component.as_str()));
            Ok(Chosen {
                unit: *number,
                manifests: self.manifests.needed(&self.whole, self.nodes[*number]),
                settled: placed.map(|placed| engine.settled(placed)).transpose()?.unwrap_or_default(),
            })
        };
        numbers.par_iter().map(choose).collect()
    }
}

fn unit(engine: &Engine, graph: &Graph, manifests: &Manifests, id: NodeId) -> Unit {
    let node = graph.node(id);
    let dir = engine.workspace().component_dir("terraform", &node.base);
    let is_on = |path: &[&str]| node.sections.dig(path.iter().copied()).and_then(Value::as_bool) == Some(true);
    let mut unit = Unit {
        component: node.component.to_string(),
        stack: node.stack.to_string(),
        manifest: manifests.path(&node.file),
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
}
