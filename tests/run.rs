//! Runs of whole stacks: real Terraform, behind native `atmos` where there is one, else behind `tests/atmos/atmos`.

mod support;

#[path = "run/aborted.rs"]
mod aborted;
#[path = "run/applied.rs"]
mod applied;
#[path = "run/drifted.rs"]
mod drifted;
#[path = "run/ephemeral.rs"]
mod ephemeral;
#[path = "run/narrowed.rs"]
mod narrowed;
#[path = "run/ordered.rs"]
mod ordered;
#[path = "run/piped.rs"]
mod piped;
#[path = "run/site.rs"]
mod site;
#[path = "run/steps.rs"]
mod steps;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "run/workflows.rs"]
mod workflows;
