//! Laws of graphs, on random ones.

use gaia::graph::{Direction, Form, Graph, Node, NodeId, Reason};
use gaia::text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn reason(soft: bool) -> Reason {
    let (path, text) = ("vars.x".to_owned(), "x".to_owned());
    Reason { form: Form::TerraformState, span: Span::NONE, path, text, soft, ambiguous: false }
}

/// A graph of `n` nodes from (dependent, dependency, soft).
fn graph(n: usize, edges: &[(usize, usize, bool)]) -> Graph {
    let mut graph = Graph::new((0..n).map(|i| Node::new("s", format!("c{i:02}"))).collect());
    for (dependent, dependency, soft) in edges {
        if dependent % n != dependency % n {
            graph.connect(NodeId::new(dependent % n), NodeId::new(dependency % n), reason(*soft));
        }
    }
    graph
}

fn any_graph() -> impl Strategy<Value = Graph> {
    let edge = (0..14usize, 0..14usize, any::<bool>());
    (1..14usize, prop::collection::vec(edge, 0..40)).prop_map(|(n, edges)| graph(n, &edges))
}

/// A graph without circles: what depends has the higher number.
fn acyclic() -> impl Strategy<Value = Graph> {
    let edge = (0..14usize, 0..14usize, any::<bool>());
    (1..14usize, prop::collection::vec(edge, 0..40)).prop_map(|(n, edges)| {
        let edges = edges.into_iter().map(|(a, b, soft)| ((a % n).max(b % n), (a % n).min(b % n), soft));
        graph(n, &edges.collect::<Vec<_>>())
    })
}

/// Everything that can be reached from everything, as names.
fn paths(graph: &Graph) -> BTreeSet<(String, String)> {
    let name = |id: NodeId| graph.node(id).component.to_string();
    graph
        .ids()
        .flat_map(|from| {
            let next = graph.dependencies(from);
            let reached = graph.reachable(next, Direction::Incoming, None);
            reached.into_iter().map(move |to| (from, to)).collect::<Vec<_>>()
        })
        .map(|(from, to)| (name(from), name(to)))
        .collect()
}

proptest! {
    #[test]
    fn waves_respect_every_edge_and_are_minimal(graph in acyclic()) {
        let waves = graph.waves().expect("no circles");
        let mut wave_of = vec![usize::MAX; graph.len()];
        for (n, wave) in waves.iter().enumerate() {
            prop_assert!(!wave.is_empty());
            prop_assert!(wave.is_sorted());
            for id in wave {
                wave_of[id.index()] = n;
            }
        }
        for id in graph.ids() {
            // as early as its dependencies allow, so that no order has fewer waves
            let earliest = graph.dependencies(id).iter().map(|d| wave_of[d.index()] + 1).max().unwrap_or(0);
            prop_assert_eq!(wave_of[id.index()], earliest);
        }
    }

    #[test]
    fn waves_are_missing_exactly_where_there_are_circles(graph in any_graph()) {
        prop_assert_eq!(graph.waves().is_none(), !graph.cycles().is_empty());
        prop_assert_eq!(graph.topological().is_some(), graph.waves().is_some());
    }

    #[test]
    fn circles_are_circles_and_none_is_forgotten(graph in any_graph()) {
        let cycles = graph.cycles();
        for cycle in &cycles {
            prop_assert_eq!(graph.edges_of(cycle).len(), cycle.len());
            prop_assert_eq!(cycle.iter().collect::<BTreeSet<_>>().len(), cycle.len(), "a node twice");
            prop_assert!(cycle.iter().all(|id| cycle[0] <= *id));
        }
        let told: BTreeSet<_> =
            cycles.iter().flat_map(|c| graph.edges_of(c)).map(|(from, to, _)| (from, to)).collect();
        for (dependent, dependency, _) in graph.edges() {
            let back = graph.reachable([dependency], Direction::Incoming, None).contains(&dependent);
            prop_assert_eq!(told.contains(&(dependent, dependency)), back);
        }
    }

    #[test]
    fn removing_a_node_never_adds_a_path(graph in any_graph(), gone in 0..14usize) {
        let gone = NodeId::new(gone % graph.len());
        let without = graph.filtered(|id| id != gone);
        prop_assert_eq!(without.len() + 1, graph.len());
        let before = paths(&graph);
        for path in paths(&without) {
            prop_assert!(before.contains(&path), "{:?}", path);
        }
    }

    #[test]
    fn a_reduced_graph_reaches_the_same_with_no_edge_to_spare(graph in acyclic()) {
        let reduced = graph.reduced();
        let reached = paths(&graph);
        prop_assert_eq!(&paths(&reduced), &reached);
        for (dependent, dependency, _) in reduced.edges() {
            let less = reduced.without_edges(|a, b, _| (a, b) == (dependent, dependency));
            prop_assert_ne!(&paths(&less), &reached);
        }
    }

    #[test]
    fn a_reduced_graph_with_circles_reaches_the_same(graph in any_graph()) {
        prop_assert_eq!(paths(&graph.reduced()), paths(&graph));
    }

    #[test]
    fn without_soft_circles_only_soft_edges_are_gone(graph in any_graph()) {
        let broken = graph.without_soft_cycles();
        for (dependent, dependency, edge) in graph.edges() {
            prop_assert!(edge.is_soft() || broken.edge(dependent, dependency).is_some());
        }
        prop_assert!(broken.cycles().iter().all(|c| broken.edges_of(c).iter().all(|(_, _, e)| !e.is_soft())));
    }
}
