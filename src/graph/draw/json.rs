//! The graph for programs: `docs/schemas/graph.json` describes it.

use super::{Place, Places, name_of};
use crate::graph::model::{Form, Graph, Missing, NodeId, Reason};
use serde::Serialize;

#[derive(Serialize)]
struct Shown {
    nodes: Vec<ShownNode>,
    edges: Vec<ShownEdge>,
    /// `None` where there are circles.
    waves: Option<Vec<Vec<String>>>,
    cycles: Vec<ShownCycle>,
    unresolved: Vec<ShownUnresolved>,
}

#[derive(Serialize)]
struct ShownNode {
    id: String,
    component: String,
    stack: String,
    #[serde(rename = "type")]
    kind: String,
    base: String,
    path: String,
    manifest: String,
    enabled: bool,
    files: Vec<ShownFile>,
}

#[derive(Serialize)]
struct ShownFile {
    path: String,
    folder: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
}

#[derive(Serialize)]
pub(super) struct ShownEdge {
    /// What is needed.
    from: String,
    /// What needs it.
    to: String,
    soft: bool,
    ambiguous: bool,
    pub(super) reasons: Vec<ShownReason>,
}

#[derive(Serialize)]
pub(super) struct ShownReason {
    form: Form,
    #[serde(flatten)]
    place: Option<Place>,
    path: String,
    text: String,
    soft: bool,
    ambiguous: bool,
}

#[derive(Serialize)]
struct ShownCycle {
    /// Each depends on the next, the last on the first.
    nodes: Vec<String>,
    edges: Vec<ShownEdge>,
}

#[derive(Serialize)]
struct ShownUnresolved {
    from: String,
    component: String,
    stack: String,
    missing: Missing,
    reason: ShownReason,
}

pub(super) fn reason(reason: &Reason, places: Places<'_>) -> ShownReason {
    ShownReason {
        form: reason.form,
        place: places.of(reason.span),
        path: reason.path.clone(),
        text: reason.text.clone(),
        soft: reason.soft,
        ambiguous: reason.ambiguous,
    }
}

/// The whole graph as JSON: nodes, edges with their reasons, waves, circles, and what leads nowhere.
///
/// # Errors
/// None that depends on the graph.
pub fn json(graph: &Graph, places: Places<'_>) -> serde_json::Result<String> {
    let name = |id: NodeId| name_of(graph, id);
    let edge = |(dependent, dependency, edge): (NodeId, NodeId, &crate::graph::Edge)| ShownEdge {
        from: name(dependency),
        to: name(dependent),
        soft: edge.is_soft(),
        ambiguous: edge.is_ambiguous(),
        reasons: edge.reasons.iter().map(|r| reason(r, places)).collect(),
    };
    let node = |id: NodeId| {
        let node = graph.node(id);
        let file = |f: &crate::graph::FileDependency| ShownFile {
            path: f.path.clone(),
            folder: f.folder,
            place: places.of(f.span),
        };
        ShownNode {
            id: name(id),
            component: node.component.to_string(),
            stack: node.stack.to_string(),
            kind: node.kind.to_string(),
            base: node.base.to_string(),
            path: node.path.clone(),
            manifest: node.file.to_string(),
            enabled: node.enabled,
            files: node.files.iter().map(file).collect(),
        }
    };
    let cycle = |cycle: Vec<NodeId>| ShownCycle {
        edges: graph.edges_of(&cycle).into_iter().map(edge).collect(),
        nodes: cycle.into_iter().map(name).collect(),
    };
    let enabled = graph.filtered(|id| graph.node(id).enabled);
    let waves = enabled
        .waves()
        .map(|waves| waves.iter().map(|wave| wave.iter().map(|id| name_of(&enabled, *id)).collect()).collect());
    let shown = Shown {
        nodes: graph.ids().map(node).collect(),
        edges: graph.edges().into_iter().map(edge).collect(),
        waves,
        cycles: graph.cycles().into_iter().map(cycle).collect(),
        unresolved: graph
            .unresolved()
            .iter()
            .map(|u| ShownUnresolved {
                from: name(u.from),
                component: u.component.clone(),
                stack: u.stack.clone(),
                missing: u.missing,
                reason: reason(&u.reason, places),
            })
            .collect(),
    };
    serde_json::to_string_pretty(&shown)
}
