//! Every problem of a repository at once, each at its own line.
//!
//! Nothing here runs a command, opens a connection or writes a file.

mod diagnostic;
mod manifests;
mod report;

pub use diagnostic::{Diagnostic, Edit, Fix, Location, Related, shown};
pub use report::{Finding, Report};

use crate::engine::Engine;
use crate::error::Result;
use std::sync::Arc;

/// Checks the whole repository.
///
/// # Errors
/// What keeps a validation from starting; problems of the repository are findings, not errors.
pub fn run(engine: &Arc<Engine>) -> Result<Report> {
    let mut diagnostics = Vec::new();
    diagnostics.extend(manifests::check(engine)?);
    let workspace = engine.workspace();
    Ok(Report::new(diagnostics, workspace.sources.clone(), workspace.root.clone()))
}
