//! The graph as people and programs look at it: JSON, DOT, mermaid, SVG, a page.
//!
//! Arrows lead from what is needed to what needs it, as work flows: `vpc → eks`.

mod dot;
mod html;
mod json;
mod layout;
mod mermaid;
mod svg;
mod view;

pub use dot::dot;
pub use html::html;
pub use json::json;
pub use mermaid::mermaid;
pub use svg::svg;
pub use view::{Options, View};

use super::model::{Graph, NodeId};
use crate::text::{SourceMap, Span};
use serde::Serialize;
use std::path::Path;

/// A place in a file, as people name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, as seen from the repository's root.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Tells where spans are.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The texts that spans count in.
    pub sources: &'a SourceMap,
    /// The repository's root.
    pub root: &'a Path,
}

impl Places<'_> {
    /// The place where a span begins.
    pub fn of(&self, span: Span) -> Option<Place> {
        let (source, at) = self.sources.locate(span)?;
        let file = source.path.strip_prefix(self.root).unwrap_or(&source.path);
        Some(Place { file: file.to_string_lossy().into_owned(), line: at.line, column: at.column })
    }
}

/// The name of a node that no other has: component and stack, and the type where another type shares both.
pub fn name_of(graph: &Graph, id: NodeId) -> String {
    let node = graph.node(id);
    let twin = |other: usize| {
        other < graph.len() && {
            let other = graph.node(NodeId::new(other));
            other.stack == node.stack && other.component == node.component
        }
    };
    // nodes of one stack and name stand side by side
    if twin(id.index() + 1) || id.index().checked_sub(1).is_some_and(twin) {
        format!("{}@{} ({})", node.component, node.stack, node.kind)
    } else {
        format!("{}@{}", node.component, node.stack)
    }
}
