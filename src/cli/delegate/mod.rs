//! `gaia plan`, `gaia apply`, `gaia destroy`, `gaia drift`: whole stacks through native Atmos.

mod args;
mod ephemeral;
mod flow;
mod history;
mod resume;
mod table;
mod work;

pub(super) use ephemeral::Ephemeral;
pub(super) use resume::{Resume, resume};

use super::context::Context;
use super::exit;
use crate::delegate::Action;
use args::{How, Wanted};
use clap::Args;
use flow::Order;
use std::path::PathBuf;

/// Plan components in the order of their dependencies
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia plan -s plat-ue2-dev
  gaia plan vpc 'database/*' -s plat-ue2-dev --with-dependencies
  gaia plan --affected --base main --format json
  gaia plan -s plat-ue2-dev -- -target=module.subnets

Each component is planned by `atmos terraform plan`. Plans and logs are kept in .gaia/runs; `gaia run` shows them.")]
pub(super) struct Plan {
    #[command(flatten)]
    wanted: Wanted,

    #[command(flatten)]
    how: How,
}

/// Apply components in the order of their dependencies
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia apply -s plat-ue2-dev
  gaia apply --from-plan latest
  gaia apply -s plat-ue2-dev --auto-approve

Everything is planned and shown first; what was shown is what is applied. With --auto-approve each component is planned
when all that it depends on is applied: so a new stack is built.")]
pub(super) struct Apply {
    #[command(flatten)]
    wanted: Wanted,

    /// Apply the plans of a run of `gaia plan`, unless anything changed since
    #[arg(long, value_name = "RUN")]
    from_plan: Option<String>,

    #[command(flatten)]
    approval: Approval,

    #[command(flatten)]
    how: How,
}

/// Destroy components, dependents first
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia destroy -s plat-ue2-dev
  gaia destroy cache -s plat-ue2-dev --with-dependents")]
pub(super) struct Destroy {
    #[command(flatten)]
    wanted: Wanted,

    #[command(flatten)]
    approval: Approval,

    #[command(flatten)]
    how: How,
}

/// Compare what is there with what the states say
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia drift -s plat-ue2-prod
  gaia drift --all --format markdown --junit drift.xml
  gaia drift -s plat-ue2-prod --ignore known-drift.yaml
  gaia drift -s plat-ue2-prod --history

Exits with 2 when something drifted. A file of known drift is a list of maps:
  - address: aws_autoscaling_group.*
    attributes: [desired_capacity]
    component: eks/*          # any, where it is left out; stack likewise")]
pub(super) struct Drift {
    #[command(flatten)]
    wanted: Wanted,

    /// Known drift, which is left alone
    #[arg(long, value_name = "FILE", help_heading = "Run options")]
    ignore: Option<PathBuf>,

    /// Show what the last runs found, and look for nothing; 10 of them unless N says how many
    #[arg(
        long,
        value_name = "N",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "10",
        help_heading = "Run options"
    )]
    history: Option<usize>,

    #[command(flatten)]
    how: How,
}

/// Who approves, and what.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Safety options")]
pub(super) struct Approval {
    /// Ask nobody: for machines
    #[arg(long)]
    auto_approve: bool,

    /// Let protected resources of this type be destroyed
    #[arg(long, value_name = "TYPE")]
    allow_destroy: Vec<String>,
}

impl Plan {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        Order::new(Action::Plan, self.wanted, self.how).run(context)
    }
}

impl Apply {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let Approval { auto_approve, allow_destroy } = self.approval;
        let order = Order::new(Action::Apply, self.wanted, self.how);
        Order { auto_approve, allow_destroy, from_plan: self.from_plan, ..order }.run(context)
    }
}

impl Destroy {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let Approval { auto_approve, allow_destroy } = self.approval;
        Order { auto_approve, allow_destroy, ..Order::new(Action::Destroy, self.wanted, self.how) }.run(context)
    }
}

impl Drift {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if let Some(limit) = self.history {
            history::show(context, &self.wanted.selection().stacks, limit, self.how.shown.format)?;
            return Ok(exit::OK);
        }
        Order { ignore: self.ignore, ..Order::new(Action::Drift, self.wanted, self.how) }.run(context)
    }
}
