//! The graph as a page: one file, which needs no network.

use super::json::{self, ShownReason};
use super::svg::{self, Picture};
use super::{Places, View, name_of};
use crate::graph::model::{Missing, NodeId};
use crate::value::Value;
use crate::yaml;
use serde::Serialize;

/// What the page knows of the graph, beside the picture.
#[derive(Serialize)]
struct Data {
    title: String,
    nodes: Vec<DataNode>,
    edges: Vec<DataEdge>,
    cycles: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct DataNode {
    id: String,
    component: String,
    stack: String,
    #[serde(rename = "type")]
    kind: String,
    path: String,
    manifest: String,
    enabled: bool,
    missing: bool,
    wave: Option<usize>,
    files: Vec<String>,
    vars: String,
    /// What it refers to and cannot be found.
    unresolved: Vec<DataUnresolved>,
}

#[derive(Serialize)]
struct DataUnresolved {
    component: String,
    missing: Missing,
    reason: ShownReason,
}

#[derive(Serialize)]
struct DataEdge {
    from: usize,
    to: usize,
    soft: bool,
    reasons: Vec<ShownReason>,
}

/// The page.
///
/// # Errors
/// None that depends on the graph.
pub fn html(view: &View<'_>, title: &str, places: Places<'_>) -> serde_json::Result<String> {
    let Picture { body, width, height } = svg::picture(view);
    // a script ends where its closing tag stands, inside a text too
    let data = serde_json::to_string(&data(view, title, places))?.replace("</", "<\\/").replace("<!--", "<\\!--");
    let page = include_str!("page.html");
    let parts = [
        ("{{title}}", svg::escaped(title)),
        ("{{picture.css}}", include_str!("picture.css").to_owned()),
        ("{{page.css}}", include_str!("page.css").to_owned()),
        ("{{width}}", format!("{width:.0}")),
        ("{{height}}", format!("{height:.0}")),
        ("{{markers}}", svg::MARKERS.to_owned()),
        ("{{body}}", body),
        ("{{data}}", data),
        ("{{page.js}}", include_str!("page.js").to_owned()),
    ];
    let mut out = String::with_capacity(page.len() + parts.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut rest = page;
    for (name, text) in parts {
        let Some((before, after)) = rest.split_once(name) else { continue };
        out.push_str(before);
        out.push_str(&text);
        rest = after;
    }
    Ok(out + rest)
}

fn data(view: &View<'_>, title: &str, places: Places<'_>) -> Data {
    let graph = view.graph;
    let mut wave = vec![None; graph.len()];
    for (n, ids) in graph.waves().unwrap_or_default().iter().enumerate() {
        for id in ids {
            wave[id.index()] = Some(n + 1);
        }
    }
    let mut nodes: Vec<DataNode> = graph.ids().map(|id| node(view, id, wave[id.index()])).collect();
    for unresolved in graph.unresolved() {
        nodes[unresolved.from.index()].unresolved.push(DataUnresolved {
            component: unresolved.component.clone(),
            missing: unresolved.missing,
            reason: json::reason(&unresolved.reason, places),
        });
    }
    nodes.extend(view.ghosts.iter().map(|ghost| DataNode {
        id: format!("{}@{}", ghost.component, ghost.stack),
        component: ghost.component.clone(),
        stack: ghost.stack.clone(),
        kind: String::new(),
        path: String::new(),
        manifest: String::new(),
        enabled: false,
        missing: true,
        wave: None,
        files: Vec::new(),
        vars: String::new(),
        unresolved: Vec::new(),
    }));
    let edge = |(to, from, edge): (NodeId, NodeId, &crate::graph::Edge)| DataEdge {
        from: from.index(),
        to: to.index(),
        soft: edge.is_soft(),
        reasons: edge.reasons.iter().map(|r| json::reason(r, places)).collect(),
    };
    let mut edges: Vec<DataEdge> = graph.edges().into_iter().map(edge).collect();
    for (n, ghost) in view.ghosts.iter().enumerate() {
        for from in &ghost.from {
            let is_it = |u: &&crate::graph::Unresolved| u.from == *from && u.component == ghost.component;
            let reasons = graph.unresolved().iter().filter(is_it).map(|u| json::reason(&u.reason, places));
            let (from, to) = (graph.len() + n, from.index());
            edges.push(DataEdge { from, to, soft: false, reasons: reasons.collect() });
        }
    }
    let cycles = graph.cycles().iter().map(|cycle| cycle.iter().map(|id| id.index()).collect()).collect();
    Data { title: title.to_owned(), nodes, edges, cycles }
}

fn node(view: &View<'_>, id: NodeId, wave: Option<usize>) -> DataNode {
    let node = view.graph.node(id);
    let vars = node.sections.get("vars").filter(|v| v.as_map().is_some_and(|m| !m.is_empty()));
    DataNode {
        id: name_of(view.graph, id),
        component: node.component.to_string(),
        stack: node.stack.to_string(),
        kind: node.kind.to_string(),
        path: node.path.clone(),
        manifest: node.file.to_string(),
        enabled: node.enabled,
        missing: false,
        wave,
        files: node.files.iter().map(|f| f.path.clone()).collect(),
        vars: vars.map(|vars: &Value| yaml::to_string(vars)).unwrap_or_default(),
        unresolved: Vec::new(),
    }
}
