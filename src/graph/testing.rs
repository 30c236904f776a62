//! Small graphs for tests.

use super::model::{Form, Graph, Node, NodeId, Reason};
use crate::text::Span;

/// A graph of one stack from (dependent, dependency); an empty dependency is none, one with `?` at its end is soft.
pub(super) fn graph(edges: &[(&str, &str)]) -> Graph {
    let bare = |name: &str| name.trim_end_matches('?').to_owned();
    let names = edges.iter().flat_map(|(a, b)| [*a, *b]).filter(|n| !n.is_empty());
    let mut graph = Graph::new(names.map(|name| Node::new("s", bare(name))).collect());
    for (dependent, dependency) in edges.iter().filter(|(_, d)| !d.is_empty()) {
        let find = |name: &str| graph.find("s", &bare(name)).expect("a node");
        let (from, to) = (find(dependent), find(dependency));
        let reason = Reason {
            form: Form::Output,
            span: Span::NONE,
            path: "vars.x".into(),
            text: (*dependency).into(),
            soft: dependency.ends_with('?'),
            ambiguous: false,
        };
        graph.connect(from, to, reason);
    }
    graph
}

/// The names of some nodes.
pub(super) fn names(graph: &Graph, ids: &[NodeId]) -> Vec<String> {
    ids.iter().map(|id| graph.node(*id).component.to_string()).collect()
}
