//! What depends on what, why, in which order, and how that looks.
//!
//! [`Graph::of`] reads a repository; everything else asks the graph. Edges know every place that makes them.

mod build;
mod cycle;
mod dependencies;
mod dependents;
pub mod draw;
mod model;
mod order;
mod references;
#[cfg(test)]
mod testing;
mod tree;

pub use cycle::Cycle;
pub use dependencies::{CONTEXT, Dependency, dependencies};
pub use dependents::{DependentsFilter, DependentsIndex, describe_dependents};
pub use model::{Edge, FileDependency, Form, Graph, Missing, Node, NodeId, Reason, Unresolved};
pub use petgraph::Direction;
pub use tree::Tree;
pub(crate) use tree::contained;
