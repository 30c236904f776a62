//! Dependencies between components.

mod dependencies;
mod dependents;
mod tree;

pub use dependencies::{CONTEXT, Dependency, dependencies};
pub use dependents::{DependentsFilter, DependentsIndex, describe_dependents};
pub use tree::Tree;
pub(crate) use tree::contained;
