//! `gaia workflow`: native workflows, and the commands of the old CLI that went by this name.

mod lint;
mod native;
mod old;
mod run;

use super::context::Context;
use super::list;
use clap::{Args, Subcommand};

/// List, show and run workflows
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
    Run(run::Run),
    #[command(flatten)]
    Old(old::Old),
}

impl Workflow {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::List(list) => list.run(context).map(|()| super::exit::OK),
            What::Show(show) => show.run(context).map(|()| super::exit::OK),
            What::Run(run) => run.run(context),
            What::Old(old) => old.run(context),
        }
    }
}
