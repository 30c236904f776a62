//! `gaia template recopy [DST]`.

use super::console::Terminal;
use super::options::Options;
use super::told;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::scaffold::{self, Request, Settings};
use clap::Args;
use std::path::PathBuf;

/// Make a project anew from its template, with the answers of the last time
///
/// Changes made in the project since are overwritten; `update` keeps them.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template recopy
  gaia template recopy my-project --skip-answered --overwrite")]
pub(super) struct Recopy {
    #[command(flatten)]
    options: Options,

    /// Overwrite what exists without asking
    #[arg(short = 'w', long)]
    overwrite: bool,

    /// The same as `--defaults --overwrite`
    #[arg(short, long)]
    force: bool,

    /// Ask no question that was answered before
    #[arg(short = 'A', long)]
    skip_answered: bool,

    /// The project
    #[arg(value_name = "PROJECT", default_value = ".")]
    destination: PathBuf,
}

impl Recopy {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let json = self.options.is_json();
        let console = Terminal::stoppable(context)?.for_program(json);
        let request = self.options.request(self.destination, context.quiet())?;
        let request = Request {
            overwrite: self.overwrite || self.force,
            defaults: request.defaults || self.force,
            skip_answered: self.skip_answered,
            ..request
        };
        scaffold::recopy(&request, &Settings::load(&console)?, &console)?;
        if json {
            told::of_copy(context, &console, &request.destination, request.pretend)?;
        }
        Ok(exit::OK)
    }
}
