//! What a drawing shows: fewer arrows than the graph has, and what it lacks.

use crate::graph::model::{Edge, Graph, Missing, NodeId};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether arrows that follow from others are left out.
    pub reduce: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { reduce: true }
    }
}

/// Something that is referred to and not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ghost {
    /// Its name.
    pub component: String,
    /// The stack where it was looked for.
    pub stack: String,
    /// Who refers to it.
    pub from: Vec<NodeId>,
}

/// A graph, ready to be drawn.
#[derive(Debug)]
pub struct View<'g> {
    /// The whole graph.
    pub graph: &'g Graph,
    /// The graph with the arrows that are drawn; nodes have the same numbers.
    pub drawn: Graph,
    /// The nodes that are part of a circle.
    pub circular: FxHashSet<NodeId>,
    /// The arrows that are part of a circle, as (dependent, dependency).
    circling: FxHashSet<(NodeId, NodeId)>,
    /// What is referred to and not there.
    pub ghosts: Vec<Ghost>,
}

impl<'g> View<'g> {
    /// Looks at a graph.
    pub fn new(graph: &'g Graph, options: Options) -> Self {
        let drawn = if options.reduce { graph.reduced() } else { graph.clone() };
        let (mut circular, mut circling) = (FxHashSet::default(), FxHashSet::default());
        for cycle in graph.cycles() {
            circling
                .extend(graph.edges_of(&cycle).into_iter().map(|(dependent, dependency, _)| (dependent, dependency)));
            circular.extend(cycle);
        }
        let mut ghosts: BTreeMap<(&str, &str), Vec<NodeId>> = BTreeMap::new();
        for unresolved in graph.unresolved() {
            if matches!(unresolved.missing, Missing::Component | Missing::Abstract | Missing::Stack) {
                let from = ghosts.entry((&unresolved.stack, &unresolved.component)).or_default();
                if !from.contains(&unresolved.from) {
                    from.push(unresolved.from);
                }
            }
        }
        let ghost = |((stack, component), from): ((&str, &str), Vec<NodeId>)| Ghost {
            component: component.to_owned(),
            stack: stack.to_owned(),
            from,
        };
        View { graph, drawn, circular, circling, ghosts: ghosts.into_iter().map(ghost).collect() }
    }

    /// Whether an arrow is part of a circle.
    pub fn is_circling(&self, dependent: NodeId, dependency: NodeId) -> bool {
        self.circling.contains(&(dependent, dependency))
    }

    /// The arrows that are drawn.
    pub fn arrows(&self) -> Vec<(NodeId, NodeId, &Edge)> {
        self.drawn.edges()
    }

    /// Whether more than one stack is in the picture.
    pub fn has_stacks(&self) -> bool {
        let mut stacks = self.graph.ids().map(|id| &self.graph.node(id).stack);
        let first = stacks.next();
        stacks.any(|stack| Some(stack) != first)
    }
}
