//! The graph as a picture.

#![allow(clippy::cast_precision_loss, reason = "no drawing has 2^52 boxes")]

use super::layout::{self, Point, Size};
use super::{View, name_of};
use crate::graph::model::NodeId;
use std::fmt::Write;

/// How wide a character of a label is, on average and rounded up.
const CHARACTER: f64 = 7.6;
const HEIGHT: f64 = 34.0;
/// With the name of its stack below its own.
const HIGH: f64 = 46.0;
const PADDING: f64 = 26.0;
const MARGIN: f64 = 24.0;
const LEGEND: f64 = 40.0;

const STYLE: &str = include_str!("picture.css");

/// A drawing without its frame.
pub(super) struct Picture {
    /// The elements.
    pub(super) body: String,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The graph as SVG that stands alone.
pub fn svg(view: &View<'_>) -> String {
    let Picture { body, width, height } = picture(view);
    let (wide, high) = ((width + 2.0 * MARGIN).max(560.0), height + 2.0 * MARGIN + LEGEND);
    let legend = legend(view, Point { x: MARGIN, y: high - MARGIN });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{high:.0}\" viewBox=\"0 0 {wide:.0} {high:.0}\" \
         role=\"img\" aria-label=\"Dependencies of components\">\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n{MARKERS}\
         <g transform=\"translate({MARGIN} {MARGIN})\">\n{body}</g>\n{legend}</svg>\n"
    )
}

/// The heads of arrows.
pub(super) const MARKERS: &str = "<defs>\
<marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
<path class=\"head\" d=\"M0 0L8 4L0 8z\"/></marker>\
<marker id=\"head-circle\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
<path class=\"head circle\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n";

/// Draws boxes and arrows; missing components come after the nodes, in the order of the view.
pub(super) fn picture(view: &View<'_>) -> Picture {
    let with_stack = view.has_stacks();
    let size = |label: &str, stack: Option<&str>| {
        let characters = label.chars().count().max(stack.map_or(0, |s| s.chars().count() * 6 / 7));
        Size { width: characters as f64 * CHARACTER + PADDING, height: if stack.is_some() { HIGH } else { HEIGHT } }
    };
    let nodes = view.graph.ids().map(|id| view.graph.node(id));
    let mut sizes: Vec<Size> = nodes.map(|n| size(&n.component, with_stack.then_some(&*n.stack))).collect();
    sizes.extend(view.ghosts.iter().map(|g| size(&g.component, with_stack.then_some(&*g.stack))));
    let edges = view.arrows();
    let mut arrows: Vec<(usize, usize)> = edges.iter().map(|(to, from, _)| (from.index(), to.index())).collect();
    for (n, ghost) in view.ghosts.iter().enumerate() {
        arrows.extend(ghost.from.iter().map(|id| (view.graph.len() + n, id.index())));
    }
    let layout = layout::layout(&sizes, &arrows);

    let mut body = String::new();
    for (n, ((from, to), points)) in arrows.iter().zip(&layout.arrows).enumerate() {
        let class = match edges.get(n) {
            None => "edge missing",
            Some((a, b, _)) if view.is_circling(*a, *b) => "edge circle",
            Some((.., edge)) if edge.is_soft() => "edge soft",
            Some(_) => "edge",
        };
        // writing to a string cannot fail
        let _ =
            writeln!(body, "<path class=\"{class}\" data-from=\"{from}\" data-to=\"{to}\" d=\"{}\"/>", curve(points));
    }
    for id in view.graph.ids() {
        let node = view.graph.node(id);
        let name = Name {
            number: id.index(),
            class: class(view, id),
            label: &node.component,
            stack: with_stack.then_some(&*node.stack),
            title: name_of(view.graph, id),
        };
        name.draw(&mut body, layout.boxes[id.index()], sizes[id.index()]);
    }
    for (n, ghost) in view.ghosts.iter().enumerate() {
        let number = view.graph.len() + n;
        let name = Name {
            number,
            class: "node missing",
            label: &ghost.component,
            stack: with_stack.then_some(&*ghost.stack),
            title: format!("{} is referred to and not there", ghost.component),
        };
        name.draw(&mut body, layout.boxes[number], sizes[number]);
    }
    Picture { body, width: layout.size.x, height: layout.size.y }
}

struct Name<'a> {
    number: usize,
    class: &'static str,
    label: &'a str,
    stack: Option<&'a str>,
    title: String,
}

impl Name<'_> {
    fn draw(&self, out: &mut String, at: Point, size: Size) {
        let Size { width, height } = size;
        let (x, y) = (width / 2.0, if self.stack.is_some() { 20.0 } else { 21.5 });
        let below = self.stack.map_or_else(String::new, |stack| {
            format!("<text class=\"stack\" x=\"{x:.1}\" y=\"36\">{}</text>", escaped(stack))
        });
        // writing to a string cannot fail
        let _ = writeln!(
            out,
            "<g class=\"{}\" data-n=\"{}\" transform=\"translate({:.1} {:.1})\"><title>{}</title>\
             <rect width=\"{width:.1}\" height=\"{height}\" rx=\"7\"/><text x=\"{x:.1}\" y=\"{y}\">{}</text>{below}</g>",
            self.class,
            self.number,
            at.x,
            at.y,
            escaped(&self.title),
            escaped(self.label),
        );
    }
}

fn class(view: &View<'_>, id: NodeId) -> &'static str {
    if view.circular.contains(&id) {
        "node circle"
    } else if view.graph.node(id).enabled {
        "node"
    } else {
        "node disabled"
    }
}

/// A line through points that leaves and enters them level.
fn curve(points: &[Point]) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut path = format!("M{:.1} {:.1}", first.x, first.y);
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        // writing to a string cannot fail
        let _ = if (a.y - b.y).abs() < 0.5 {
            write!(path, "L{:.1} {:.1}", b.x, b.y)
        } else {
            let bend = (b.x - a.x) * 0.5;
            write!(path, "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", a.x + bend, a.y, b.x - bend, b.y, b.x, b.y)
        };
    }
    path
}

/// What the strokes mean, as far as they are in the picture.
fn legend(view: &View<'_>, at: Point) -> String {
    let mut entries = vec![("edge", "is needed by")];
    if view.arrows().iter().any(|(.., e)| e.is_soft()) {
        entries.push(("edge soft", "has a default"));
    }
    if !view.circular.is_empty() {
        entries.push(("edge circle", "circle"));
    }
    if !view.ghosts.is_empty() {
        entries.push(("edge missing", "missing"));
    }
    let mut out = String::from("<g class=\"legend\">");
    for (n, (class, text)) in entries.into_iter().enumerate() {
        let x = at.x + n as f64 * 130.0;
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{x} {y}L{} {y}\"/><text x=\"{}\" y=\"{}\">{text}</text>",
            x + 26.0,
            x + 34.0,
            at.y + 4.0,
            y = at.y,
        );
    }
    out + "</g>\n"
}

/// Text for XML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
