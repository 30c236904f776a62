//! Mermaid flowcharts, as GitHub and GitLab render them.

use super::View;
use crate::graph::model::NodeId;
use std::fmt::Write;

/// GitHub draws no flowchart with more arrows than this.
const MAX_EDGES: usize = 500;

const CLASSES: &str = "  classDef cycle stroke:#dc2626,stroke-width:2px
  classDef disabled stroke-dasharray:4 3,color:#94a3b8
  classDef missing stroke:#dc2626,stroke-dasharray:2 3,color:#dc2626
";

/// The graph as flowcharts: one, or one a stack where one would have more than 500 arrows.
pub fn mermaid(view: &View<'_>) -> String {
    let missing: usize = view.ghosts.iter().map(|g| g.from.len()).sum();
    if view.drawn.edge_count() + missing <= MAX_EDGES || !view.has_stacks() {
        return flowchart(view, None);
    }
    let charts = view.graph.stacks().into_iter().map(|stack| format!("%% {stack}\n{}", flowchart(view, Some(stack))));
    charts.collect::<Vec<_>>().join("\n")
}

/// A flowchart of all, or of one stack and the arrows that end there.
fn flowchart(view: &View<'_>, stack: Option<&str>) -> String {
    let mut out = String::from("flowchart LR\n");
    let is_own = |id: NodeId| stack.is_none_or(|s| s == &*view.graph.node(id).stack);
    let arrows: Vec<_> = view.arrows().into_iter().filter(|(dependent, ..)| is_own(*dependent)).collect();
    let shown = |id: &NodeId| is_own(*id) || arrows.iter().any(|(_, dependency, _)| dependency == id);
    let clusters = view.has_stacks();
    for (n, name) in view.graph.stacks().into_iter().enumerate() {
        let inside = |id: &NodeId| view.graph.node(*id).stack == *name;
        let members: Vec<NodeId> = view.graph.ids().filter(inside).filter(shown).collect();
        if members.is_empty() {
            continue;
        }
        // writing to a string cannot fail
        if clusters {
            let _ = writeln!(out, "  subgraph s{n}[\"{}\"]", escaped(name));
        }
        for id in members {
            let indent = if clusters { "    " } else { "  " };
            let label = escaped(&view.graph.node(id).component);
            let _ = writeln!(out, "{indent}n{}[\"{label}\"]{}", id.index(), class(view, id));
        }
        if clusters {
            out.push_str("  end\n");
        }
    }
    for (dependent, dependency, edge) in &arrows {
        let arrow = if edge.is_soft() { "-.->" } else { "-->" };
        let _ = writeln!(out, "  n{} {arrow} n{}", dependency.index(), dependent.index());
    }
    for (n, ghost) in view.ghosts.iter().enumerate() {
        let from: Vec<_> = ghost.from.iter().filter(|id| is_own(**id)).collect();
        if !from.is_empty() {
            let _ = writeln!(out, "  g{n}[\"{}\"]:::missing", escaped(&ghost.component));
        }
        for id in from {
            let _ = writeln!(out, "  g{n} -.-> n{}", id.index());
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
