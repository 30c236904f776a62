//! `gaia template`: Copier's commands, with Copier's options.

mod check_update;
mod console;
mod copy;
mod export;
mod list;
mod old;
mod options;
mod prompt;
mod recopy;
mod show;
mod told;
mod update;

pub(super) use console::Terminal;
pub(super) use told::changed;

use super::context::Context;
use super::exit;
use clap::{Args, Subcommand};

/// Make projects from templates and keep them up to date, as Copier does
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
#[command(after_long_help = "Templates are those of Copier 9: a directory or git repository with a copier.yml.
Some come with gaia: `gaia template list` shows them, `bundled:NAME` is their address.
Exit codes are Copier's: 1 for errors, 4 for a template that needs --trust, and 2 for `check-update --quiet`
when there is an update.")]
pub(super) struct Template {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Copy(copy::Copy),
    Update(update::Update),
    Recopy(recopy::Recopy),
    CheckUpdate(check_update::CheckUpdate),
    List(list::List),
    Show(show::Show),
    Export(export::Export),
    #[command(flatten)]
    Old(old::Old),
}

impl Template {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::Copy(copy) => copy.run(context),
            What::Update(update) => update.run(context),
            What::Recopy(recopy) => recopy.run(context),
            What::CheckUpdate(check_update) => check_update.run(context),
            What::List(list) => list.run(context).map(|()| exit::OK),
            What::Show(show) => show.run(context).map(|()| exit::OK),
            What::Export(export) => export.run(context).map(|()| exit::OK),
            What::Old(old) => old.run(context),
        }
    }
}
