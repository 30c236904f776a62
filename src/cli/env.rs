//! `gaia env`: environments that a template makes.

mod answers;
mod create;
mod list;
mod onboard;
mod update;
mod wizard;

pub(super) use answers::Answers;
pub(super) use create::Create;
pub(super) use update::Update;

use super::context::Context;
use clap::{Args, Subcommand};

/// Make environments, and keep them up to date
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Env {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Create(Create),
    Update(Update),
    List(list::List),
    Onboard(onboard::Onboard),
}

impl Env {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::Create(create) => create.run(context),
            What::Update(update) => update.run(context),
            What::List(list) => list.run(context),
            What::Onboard(onboard) => onboard.run(context),
        }
    }
}
