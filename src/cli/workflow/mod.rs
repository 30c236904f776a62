//! `gaia workflow`: workflows of Atmos and of the older dialect, and the commands of the old CLI that went by this name.

mod atmos;
mod check;
mod convert;
mod guard;
mod old;
mod run;
pub(super) mod stack;
mod steps;

pub(super) use atmos::atmos;
pub(super) use steps::is_secret;

use super::context::Context;
use super::list;
use clap::{Args, Subcommand};

/// List, show, check, run and convert workflows
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Workflow {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(list::Workflows),
    Show(run::Show),
    Check(check::Check),
    Run(run::Run),
    Convert(convert::Convert),
    #[command(flatten)]
    Old(old::Old),
}

impl Workflow {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::List(list) => list.run(context).map(|()| super::exit::OK),
            What::Show(show) => show.run(context).map(|()| super::exit::OK),
            What::Check(check) => check.run(context),
            What::Run(run) => run.run(context),
            What::Convert(convert) => convert.run(context),
            What::Old(old) => old.run(context),
        }
    }
}
