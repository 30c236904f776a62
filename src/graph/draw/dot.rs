//! The language of Graphviz.

use super::{View, name_of};
use crate::graph::model::NodeId;
use std::fmt::Write;

/// The graph in DOT: stacks as clusters, what is soft dashed, what is circular red.
pub fn dot(view: &View<'_>) -> String {
    let mut out = String::from(
        "digraph gaia {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n  edge [color=\"#64748b\"];\n",
    );
    // writing to a string cannot fail
    let _ = nodes(view, &mut out);
    for (dependent, dependency, edge) in view.arrows() {
        let mut with = Vec::new();
        if edge.is_soft() {
            with.push("style=dashed");
        }
        if view.is_circling(dependent, dependency) {
            with.push("color=red");
        }
        let with = if with.is_empty() { String::new() } else { format!(" [{}]", with.join(", ")) };
        let names = [dependency, dependent].map(|id| quoted(&name_of(view.graph, id)));
        let _ = writeln!(out, "  {} -> {}{with};", names[0], names[1]);
    }
    for ghost in &view.ghosts {
        let name = quoted(&format!("missing {}@{}", ghost.component, ghost.stack));
        let _ = writeln!(out, "  {name} [label={}, style=dotted, color=red];", quoted(&ghost.component));
        for from in &ghost.from {
            let _ = writeln!(out, "  {name} -> {} [style=dotted, color=red];", quoted(&name_of(view.graph, *from)));
        }
    }
    out + "}\n"
}

fn nodes(view: &View<'_>, out: &mut String) -> std::fmt::Result {
    let clusters = view.has_stacks();
    for (n, stack) in view.graph.stacks().into_iter().enumerate() {
        let indent = if clusters { "    " } else { "  " };
        if clusters {
            writeln!(out, "  subgraph cluster_{n} {{\n    label={};\n    color=\"#cbd5e1\";", quoted(stack))?;
        }
        for id in view.graph.ids().filter(|id| view.graph.node(*id).stack == *stack) {
            writeln!(out, "{indent}{} [{}];", quoted(&name_of(view.graph, id)), look(view, id))?;
        }
        if clusters {
            out.push_str("  }\n");
        }
    }
    Ok(())
}

fn look(view: &View<'_>, id: NodeId) -> String {
    let node = view.graph.node(id);
    let mut look = format!("label={}", quoted(&node.component));
    if !node.enabled {
        look.push_str(", style=\"rounded,dashed\", fontcolor=gray");
    }
    if view.circular.contains(&id) {
        look.push_str(", color=red");
    }
    look
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
