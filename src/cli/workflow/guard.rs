//! The guard against workflows that run themselves.

use crate::error::{Error, Result};
use crate::workflow::Workflow;

/// Tells the programs that a workflow runs that one does: what stands in for a workflow must not call it again.
pub(super) const DEPTH: &str = "GAIA_WORKFLOW_DEPTH";
/// The workflows that run, outermost first.
const CHAIN: &str = "GAIA_WORKFLOW_CHAIN";

/// Whether a workflow runs this.
pub(super) fn is_inside() -> bool {
    std::env::var_os(DEPTH).is_some()
}

/// What the programs of a workflow are told of the workflows around them.
///
/// # Errors
/// The workflow runs already.
pub(super) fn guard(workflow: &Workflow) -> Result<[(&'static str, String); 2]> {
    let own = format!("{} ({})", workflow.name, workflow.file);
    let chain = std::env::var(CHAIN).unwrap_or_default();
    let around: Vec<&str> = chain.split('\n').filter(|name| !name.is_empty()).collect();
    if around.contains(&own.as_str()) {
        return Err(Error::new(format!("the workflow `{}` runs itself", workflow.name))
            .note(format!("{} → {own}", around.join(" → ")))
            .hint("let the step call the command that does the work, in place of the workflow"));
    }
    let depth: usize = std::env::var(DEPTH).ok().and_then(|depth| depth.parse().ok()).unwrap_or_default();
    let chain = around.into_iter().chain([own.as_str()]).collect::<Vec<_>>().join("\n");
    Ok([(DEPTH, (depth + 1).to_string()), (CHAIN, chain)])
}
