//! The graph as a tree: what is below a node is what it depends on, or what depends on it.

use crate::graph::{Direction, Graph, NodeId};
use crate::output::Tree;
use rustc_hash::FxHashSet;

/// The nodes among some from which all the others are reached: those that nothing leads to, and one of every circle that is
/// not reached otherwise.
pub(super) fn roots(graph: &Graph, among: &[NodeId], direction: Direction) -> Vec<NodeId> {
    let within: FxHashSet<NodeId> = among.iter().copied().collect();
    let above = |id: NodeId| match direction {
        Direction::Incoming => graph.dependents(id),
        Direction::Outgoing => graph.dependencies(id),
    };
    let mut roots: Vec<NodeId> =
        among.iter().copied().filter(|id| !above(*id).iter().any(|a| within.contains(a) && a != id)).collect();
    let mut reached = graph.reachable(roots.iter().copied(), direction, None);
    for id in among {
        if reached.insert(*id) {
            roots.push(*id);
            reached.extend(graph.reachable([*id], direction, None));
        }
    }
    roots.sort_unstable();
    roots
}

/// A tree from some nodes. What was shown with its branches before is shown without.
pub(super) fn tree(graph: &Graph, roots: &[NodeId], direction: Direction, title: &str) -> Tree {
    let stacks: FxHashSet<_> = graph.ids().map(|id| &graph.node(id).stack).collect();
    let mut growing = Growing { graph, direction, shown: FxHashSet::default(), path: Vec::new(), home: None };
    let children = if stacks.len() > 1 && roots.iter().any(|r| graph.node(*r).stack != graph.node(roots[0]).stack) {
        let mut names: Vec<_> = roots.iter().map(|id| &graph.node(*id).stack).collect();
        names.dedup();
        let of = |stack: &std::sync::Arc<str>, growing: &mut Growing<'_>| {
            growing.home = Some(stack.to_string());
            let own = roots.iter().filter(|id| graph.node(**id).stack == *stack);
            Tree::node(stack.to_string(), own.map(|id| growing.branch(*id, None)).collect())
        };
        names.into_iter().map(|stack| of(stack, &mut growing)).collect()
    } else {
        growing.home = roots.first().map(|id| graph.node(*id).stack.to_string());
        roots.iter().map(|id| growing.branch(*id, None)).collect()
    };
    Tree::node(title, children)
}

struct Growing<'g> {
    graph: &'g Graph,
    direction: Direction,
    shown: FxHashSet<NodeId>,
    path: Vec<NodeId>,
    /// The stack that need not be named.
    home: Option<String>,
}

impl Growing<'_> {
    fn branch(&mut self, id: NodeId, parent: Option<NodeId>) -> Tree {
        let graph = self.graph;
        let node = graph.node(id);
        let next = match self.direction {
            Direction::Incoming => graph.dependencies(id),
            Direction::Outgoing => graph.dependents(id),
        };
        let mut remarks = Vec::new();
        if self.home.as_deref() != Some(&*node.stack) {
            remarks.push(format!("in {}", node.stack));
        }
        if !node.enabled {
            remarks.push("disabled".to_owned());
        }
        let edge = parent.and_then(|parent| match self.direction {
            Direction::Incoming => graph.edge(parent, id),
            Direction::Outgoing => graph.edge(id, parent),
        });
        if let Some(edge) = edge {
            if edge.is_soft() {
                remarks.push("has a default".to_owned());
            }
            if edge.is_ambiguous() {
                remarks.push("one of several".to_owned());
            }
        }
        if self.direction == Direction::Incoming {
            remarks.extend(missing(graph, id));
        }
        let mut children = Vec::new();
        if self.path.contains(&id) {
            remarks.push("circle".to_owned());
        } else if self.shown.contains(&id) && !next.is_empty() {
            remarks.push("above".to_owned());
        } else {
            self.shown.insert(id);
            self.path.push(id);
            children = next.into_iter().map(|n| self.branch(n, Some(id))).collect();
            self.path.pop();
        }
        let remark = (!remarks.is_empty()).then(|| remarks.join(", "));
        Tree::node(node.component.to_string(), children).remark(remark)
    }
}

/// What a node refers to and is not there.
fn missing(graph: &Graph, id: NodeId) -> Vec<String> {
    use crate::graph::Missing::{Abstract, Component, Stack};
    let own = graph.unresolved().iter().filter(|u| u.from == id);
    let mut names: Vec<String> = own
        .filter(|u| matches!(u.missing, Component | Abstract | Stack))
        .map(|u| format!("needs {}, which is not there", u.component))
        .collect();
    names.sort();
    names.dedup();
    names
}
