//! Workflows that Atmos runs, and the guard against those that run themselves.

use crate::error::{Error, Kind, Result};
use crate::runner::Signals;
use crate::workflow::Workflow;
use std::collections::BTreeMap;

/// Tells the programs that a workflow runs that one does: what stands in for a workflow must not call it again.
const DEPTH: &str = "GAIA_WORKFLOW_DEPTH";
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

/// Runs a workflow by Atmos, and tells its exit code. Its scripts get the arguments as variables.
///
/// # Errors
/// It cannot be started, or runs already.
pub(super) fn run(workflow: &Workflow, given: &BTreeMap<String, String>, words: &[String]) -> Result<u8> {
    let mut all = ["workflow", &workflow.name, "-f", &workflow.file].map(str::to_owned).to_vec();
    all.extend_from_slice(words);
    let mut command = duct::cmd("atmos", &all);
    for (name, value) in guard(workflow)? {
        command = command.env(name, value);
    }
    for (name, value) in given {
        command = command.env(name, value);
    }
    start(&command)
}

/// Runs Atmos with the streams of gaia, and tells its exit code.
///
/// # Errors
/// It cannot be started.
pub(in crate::cli) fn atmos(words: &[String]) -> Result<u8> {
    start(&duct::cmd("atmos", words).env(DEPTH, "1"))
}

fn start(command: &duct::Expression) -> Result<u8> {
    // Ctrl-C is for Atmos, whose end is waited for
    let _signals = Signals::listen()?;
    let done = command.unchecked().run().map_err(|e| {
        Error::new(format!("cannot run `atmos`: {e}")).kind(Kind::Unavailable).hint("gaia hands workflows to Atmos")
    })?;
    Ok(super::steps::code(done.status))
}
