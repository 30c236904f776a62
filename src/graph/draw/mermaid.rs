//! Mermaid flowcharts, as GitHub and GitLab render them.

use super::View;
use crate::graph::model::{Edge, NodeId};
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::sync::Arc;

/// GitHub draws no flowchart with more arrows than this.
const MAX_EDGES: usize = 500;

/// Nor one of a longer text.
const MAX_LENGTH: usize = 50_000;

const CLASSES: &str = "  classDef cycle stroke:#dc2626,stroke-width:2px
  classDef disabled stroke-dasharray:4 3,color:#94a3b8
  classDef missing stroke:#dc2626,stroke-dasharray:2 3,color:#dc2626
";

/// What is needed by whom and is not there: a ghost of the view, by its number, and a node.
type Lack = (usize, NodeId);

/// The graph as a flowchart. Where GitHub would not draw it, for it has more than 500 arrows or 50,000 characters, it is
/// Markdown with a flowchart a stack.
pub fn mermaid(view: &View<'_>) -> String {
    let arrows = view.arrows();
    let nodes: Vec<NodeId> = view.graph.ids().collect();
    let ghosts = view.ghosts.iter().enumerate();
    let lacks: Vec<Lack> = ghosts.flat_map(|(n, ghost)| ghost.from.iter().map(move |from| (n, *from))).collect();
    if arrows.len() + lacks.len() <= MAX_EDGES || !view.has_stacks() {
        let whole = flowchart(view, &nodes, &arrows, &lacks);
        if whole.len() <= MAX_LENGTH || !view.has_stacks() {
            return whole;
        }
    }
    let stack_of = |id: NodeId| &view.graph.node(id).stack;
    let mut lacking: FxHashMap<&Arc<str>, Vec<Lack>> = FxHashMap::default();
    for lack in lacks {
        lacking.entry(stack_of(lack.1)).or_default().push(lack);
    }
    let mut charts = Vec::new();
    // nodes go by stack, and arrows by those who depend
    let mut rest = arrows.as_slice();
    for own in nodes.chunk_by(|a, b| stack_of(*a) == stack_of(*b)) {
        let stack = stack_of(own[0]);
        let (arrows, after) = rest.split_at(rest.partition_point(|(dependent, ..)| dependent <= &own[own.len() - 1]));
        rest = after;
        let mut shown = own.to_vec();
        shown.extend(arrows.iter().map(|(_, dependency, _)| *dependency));
        shown.sort_unstable();
        shown.dedup();
        let chart = flowchart(view, &shown, arrows, lacking.get(stack).map(Vec::as_slice).unwrap_or_default());
        charts.push(format!("## {stack}\n\n```mermaid\n{chart}```\n"));
    }
    charts.join("\n")
}

/// A flowchart of some nodes, sorted, and the arrows among them.
fn flowchart(view: &View<'_>, nodes: &[NodeId], arrows: &[(NodeId, NodeId, &Edge)], lacks: &[Lack]) -> String {
    let mut out = String::from("flowchart LR\n");
    let clusters = view.has_stacks();
    let stack_of = |id: NodeId| &view.graph.node(id).stack;
    for (n, members) in nodes.chunk_by(|a, b| stack_of(*a) == stack_of(*b)).enumerate() {
        // writing to a string cannot fail
        if clusters {
            let _ = writeln!(out, "  subgraph s{n}[\"{}\"]", escaped(stack_of(members[0])));
        }
        for id in members {
            let indent = if clusters { "    " } else { "  " };
            let label = escaped(&view.graph.node(*id).component);
            let _ = writeln!(out, "{indent}n{}[\"{label}\"]{}", id.index(), class(view, *id));
        }
        if clusters {
            out.push_str("  end\n");
        }
    }
    for (dependent, dependency, edge) in arrows {
        let arrow = if edge.is_soft() { "-.->" } else { "-->" };
        let _ = writeln!(out, "  n{} {arrow} n{}", dependency.index(), dependent.index());
    }
    for of_one in lacks.chunk_by(|a, b| a.0 == b.0) {
        let ghost = of_one[0].0;
        let _ = writeln!(out, "  g{ghost}[\"{}\"]:::missing", escaped(&view.ghosts[ghost].component));
        for (_, id) in of_one {
            let _ = writeln!(out, "  g{ghost} -.-> n{}", id.index());
        }
    }
    out.push_str(CLASSES);
    let circling = arrows.iter().enumerate().filter(|(_, (a, b, _))| view.is_circling(*a, *b));
    let circling: Vec<String> = circling.map(|(n, _)| n.to_string()).collect();
    if !circling.is_empty() {
        let _ = writeln!(out, "  linkStyle {} stroke:#dc2626", circling.join(","));
    }
    out
}

fn class(view: &View<'_>, id: NodeId) -> &'static str {
    if view.circular.contains(&id) {
        ":::cycle"
    } else if view.graph.node(id).enabled {
        ""
    } else {
        ":::disabled"
    }
}

/// Mermaid reads entities in labels, and `#` begins one.
fn escaped(text: &str) -> String {
    text.replace('#', "#35;").replace('"', "#quot;").replace('<', "#lt;").replace('>', "#gt;")
}
