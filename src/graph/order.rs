//! In which order components can be carried out, and what lies on whose way.

use super::model::{Graph, NodeId};
use petgraph::Direction;
use rustc_hash::FxHashSet;

impl Graph {
    /// The nodes in waves: everything that a node depends on stands in an earlier wave, and no node stands later than it
    /// must. `None` where dependencies go round in circles; [`Graph::cycles`] tells which.
    pub fn waves(&self) -> Option<Vec<Vec<NodeId>>> {
        let mut waiting: Vec<usize> =
            self.ids().map(|id| self.inner.edges_directed(id, Direction::Incoming).count()).collect();
        let mut wave: Vec<NodeId> = self.ids().filter(|id| waiting[id.index()] == 0).collect();
        let (mut waves, mut placed) = (Vec::new(), 0);
        while !wave.is_empty() {
            placed += wave.len();
            let mut next = Vec::new();
            for id in &wave {
                for dependent in self.inner.neighbors(*id) {
                    waiting[dependent.index()] -= 1;
                    if waiting[dependent.index()] == 0 {
                        next.push(dependent);
                    }
                }
            }
            next.sort_unstable();
            waves.push(std::mem::replace(&mut wave, next));
        }
        (placed == self.len()).then_some(waves)
    }

    /// The nodes in an order in which each follows all that it depends on; ties go by name. `None` where there is a circle.
    pub fn topological(&self) -> Option<Vec<NodeId>> {
        self.waves().map(|waves| waves.concat())
    }

    /// All that can be reached from some nodes along their dependencies (`Incoming`) or dependents (`Outgoing`), themselves
    /// included, in at most `depth` steps.
    pub fn reachable(
        &self,
        from: impl IntoIterator<Item = NodeId>,
        direction: Direction,
        depth: Option<usize>,
    ) -> FxHashSet<NodeId> {
        let mut found: FxHashSet<NodeId> = from.into_iter().collect();
        let mut edge: Vec<NodeId> = found.iter().copied().collect();
        let mut steps = 0;
        while !edge.is_empty() && depth.is_none_or(|depth| steps < depth) {
            let next = edge.iter().flat_map(|id| self.inner.neighbors_directed(*id, direction));
            edge = next.filter(|id| found.insert(*id)).collect();
            steps += 1;
        }
        found
    }

    /// The graph without dependencies that follow from others: what `a` needs through `b` need not be drawn from `a` again.
    /// Dependencies that are part of a circle stay.
    #[must_use]
    pub fn reduced(&self) -> Graph {
        let circles = petgraph::algo::tarjan_scc(&self.inner);
        // components come dependents first
        let mut rank = vec![0; self.len()];
        for (n, circle) in circles.iter().rev().enumerate() {
            for id in circle {
                rank[id.index()] = n;
            }
        }
        let mut redundant = FxHashSet::default();
        let mut seen = vec![u32::MAX; self.len()];
        for id in self.ids() {
            let turn = u32::try_from(id.index()).unwrap_or(u32::MAX - 1);
            let mut next: Vec<NodeId> =
                self.inner.neighbors(id).filter(|n| rank[n.index()] != rank[id.index()]).collect();
            next.sort_unstable_by_key(|n| rank[n.index()]);
            let Some(last) = next.last().map(|n| rank[n.index()]) else { continue };
            for neighbour in next {
                if seen[neighbour.index()] == turn {
                    redundant.insert((neighbour, id));
                    continue;
                }
                let mut stack = vec![neighbour];
                while let Some(at) = stack.pop() {
                    if rank[at.index()] <= last && std::mem::replace(&mut seen[at.index()], turn) != turn {
                        stack.extend(self.inner.neighbors(at));
                    }
                }
            }
        }
        self.without_edges(|dependent, dependency, _| redundant.contains(&(dependent, dependency)))
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::testing::{graph, names};

    #[test]
    fn waves_hold_what_can_run_at_once() {
        let graph = graph(&[("app", "db"), ("app", "vpc"), ("db", "vpc"), ("dns", "")]);
        let waves: Vec<_> = graph.waves().expect("no circle").iter().map(|w| names(&graph, w)).collect();
        assert_eq!(waves, [vec!["dns", "vpc"], vec!["db"], vec!["app"]]);
    }

    #[test]
    fn a_circle_has_no_waves() {
        assert!(graph(&[("a", "b"), ("b", "a"), ("c", "")]).waves().is_none());
    }

    #[test]
    fn what_follows_from_other_dependencies_is_reduced() {
        let reduced = graph(&[("c", "b"), ("b", "a"), ("c", "a"), ("d", "a"), ("d", "c")]).reduced();
        let edges: Vec<_> = reduced.edges().iter().map(|(d, on, _)| names(&reduced, &[*d, *on])).collect();
        assert_eq!(edges, [["b", "a"], ["c", "b"], ["d", "c"]]);
    }

    #[test]
    fn circles_stay_when_the_rest_is_reduced() {
        let reduced = graph(&[("b", "a"), ("a", "b"), ("c", "a"), ("c", "b"), ("d", "c"), ("d", "a")]).reduced();
        assert!(reduced.edge_count() >= 4 && reduced.edge_count() < 6);
        assert_eq!(reduced.cycles().len(), 1);
    }
}
