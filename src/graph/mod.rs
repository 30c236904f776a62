//! Dependencies between components.

mod dependencies;
mod dependents;

pub use dependencies::{Dependency, dependencies};
pub use dependents::{DependentsFilter, describe_dependents};
