//! Dependencies that go round in circles.

use super::model::{Edge, Graph, NodeId};
use petgraph::Direction;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// A circle: each node depends on the next, and the last on the first. It begins with the node that comes first by name.
pub type Cycle = Vec<NodeId>;

impl Graph {
    /// Every circle of dependencies, shortest first: for each dependency that is part of one, the shortest chain that leads
    /// back. So no circle is hidden behind another, and longer ones that consist of shorter ones are not told.
    pub fn cycles(&self) -> Vec<Cycle> {
        let mut found = FxHashSet::default();
        for part in petgraph::algo::tarjan_scc(&self.inner) {
            if part.len() == 1 && self.inner.find_edge(part[0], part[0]).is_none() {
                continue;
            }
            let members: FxHashSet<NodeId> = part.iter().copied().collect();
            // whoever is needed by one of them alone, and needs one alone, is passed by every chain that comes there: the
            // dependency before tells the same circles
            let within = |id, way| self.inner.neighbors_directed(id, way).filter(|n| members.contains(n)).count();
            let is_passed = |id| within(id, Direction::Incoming) == 1 && within(id, Direction::Outgoing) == 1;
            let mut begin: Vec<NodeId> = part.iter().copied().filter(|id| !is_passed(*id)).collect();
            if begin.is_empty() {
                begin.push(part[0]);
            }
            for id in begin {
                for dependency in self.dependencies(id).into_iter().filter(|d| members.contains(d)) {
                    if let Some(way) = self.way(dependency, id, &members) {
                        found.insert(from_first(way));
                    }
                }
            }
        }
        let mut cycles: Vec<Cycle> = found.into_iter().collect();
        cycles.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        cycles
    }

    /// The shortest chain of dependencies from one node to another within some nodes, both ends included.
    fn way(&self, from: NodeId, to: NodeId, within: &FxHashSet<NodeId>) -> Option<Vec<NodeId>> {
        let mut before: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        let mut queue = VecDeque::from([from]);
        before.insert(from, from);
        while let Some(at) = queue.pop_front() {
            if at == to {
                let mut way = vec![at];
                let mut at = at;
                while before[&at] != at {
                    at = before[&at];
                    way.push(at);
                }
                way.reverse();
                return Some(way);
            }
            for next in self.neighbours(at, Direction::Incoming) {
                if within.contains(&next) && !before.contains_key(&next) {
                    before.insert(next, at);
                    queue.push_back(next);
                }
            }
        }
        None
    }

    /// The dependencies of a circle, in its order.
    pub fn edges_of(&self, cycle: &[NodeId]) -> Vec<(NodeId, NodeId, &Edge)> {
        let next = cycle.iter().cycle().skip(1);
        cycle.iter().zip(next).filter_map(|(id, on)| Some((*id, *on, self.edge(*id, *on)?))).collect()
    }

    /// The dependency of a circle that is the least loss: one with defaults, else one that a bare name guesses, else a
    /// value that is used, and last one that is declared.
    pub fn weakest_of(&self, cycle: &[NodeId]) -> Option<(NodeId, NodeId, &Edge)> {
        let strength = |edge: &Edge| match edge {
            edge if edge.is_soft() => 0,
            edge if edge.is_ambiguous() => 1,
            edge if !edge.reasons.iter().any(|r| r.form.is_declared()) => 2,
            _ => 3,
        };
        self.edges_of(cycle).into_iter().min_by_key(|(_, _, edge)| (strength(edge), edge.reasons.len()))
    }

    /// The graph without the soft dependencies of its circles: what has a default can do without the other once.
    #[must_use]
    pub fn without_soft_cycles(&self) -> Graph {
        let mut part = vec![0; self.len()];
        for (n, members) in petgraph::algo::tarjan_scc(&self.inner).iter().enumerate() {
            for id in members {
                part[id.index()] = n;
            }
        }
        self.without_edges(|dependent, dependency, edge| {
            edge.is_soft() && part[dependent.index()] == part[dependency.index()]
        })
    }
}

/// The circle turned so that its first node by name comes first.
fn from_first(mut cycle: Cycle) -> Cycle {
    let first = (0..cycle.len()).min_by_key(|n| cycle[*n]).unwrap_or(0);
    cycle.rotate_left(first);
    cycle
}

#[cfg(test)]
mod tests {
    use crate::graph::testing::{graph, names};

    #[test]
    fn every_circle_is_told_as_its_shortest_chain() {
        // two circles that share a node, a third elsewhere, and a long way round that is none of them
        let graph =
            graph(&[("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("d", "b"), ("x", "y"), ("y", "x"), ("free", "a")]);
        let cycles: Vec<_> = graph.cycles().iter().map(|c| names(&graph, c)).collect();
        assert_eq!(cycles, [vec!["a", "b"], vec!["x", "y"], vec!["b", "c", "d"]]);
    }

    #[test]
    fn a_circle_alone_and_one_with_a_long_way_are_told_once() {
        let ring = graph(&[("a", "b"), ("b", "c"), ("c", "a")]);
        assert_eq!(ring.cycles().iter().map(|c| names(&ring, c)).collect::<Vec<_>>(), [["a", "b", "c"]]);
        // both ways from d back to a, of which one has two steps that nobody else passes
        let two = graph(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "d")]);
        let cycles: Vec<_> = two.cycles().iter().map(|c| names(&two, c)).collect();
        assert_eq!(cycles, [vec!["a", "d"], vec!["a", "b", "c", "d"]]);
    }

    #[test]
    fn soft_dependencies_can_be_left_out_of_circles() {
        let graph = graph(&[("a", "b?"), ("b", "a"), ("c", "b?")]);
        assert!(graph.waves().is_none());
        let broken = graph.without_soft_cycles();
        assert!(broken.waves().is_some());
        assert_eq!(broken.edge_count(), 2);
        let (dependent, dependency, _) = graph.weakest_of(&graph.cycles()[0]).expect("a weakest");
        assert_eq!(names(&graph, &[dependent, dependency]), ["a", "b"]);
    }
}
