//! Workflows that Atmos runs.

use super::guard::{DEPTH, guard};
use crate::error::{Error, Kind, Result};
use crate::runner::Signals;
use crate::workflow::Workflow;
use std::collections::BTreeMap;

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
