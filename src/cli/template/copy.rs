//! `gaia template copy SRC DST`.

use super::console::Terminal;
use super::options::Options;
use super::told;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::scaffold::{self, Request, Settings};
use clap::Args;
use std::path::PathBuf;

/// Make a project from a template
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template copy gh:owner/template my-project
  gaia template copy ./template my-project --data name=shop --defaults
  gaia template copy bundled:nodejs-api my-service
  gaia template copy --vcs-ref v1.2.0 git+https://example.com/template my-project")]
pub(super) struct Copy {
    #[command(flatten)]
    options: Options,

    /// Keep a new project when making it fails
    #[arg(long)]
    no_cleanup: bool,

    /// Overwrite what exists without asking
    #[arg(short = 'w', long)]
    overwrite: bool,

    /// The same as `--defaults --overwrite`
    #[arg(short, long)]
    force: bool,

    /// The template: a directory, a git repository, its address, `gh:owner/name`, `gl:owner/name`, `bundled:name`
    #[arg(value_name = "TEMPLATE")]
    source: String,

    /// The project
    #[arg(value_name = "PROJECT")]
    destination: PathBuf,
}

impl Copy {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let json = self.options.is_json();
        let console = Terminal::stoppable(context)?.for_program(json);
        let request = self.options.request(self.destination, context.quiet())?;
        let request = Request {
            source: Some(self.source),
            overwrite: self.overwrite || self.force,
            defaults: request.defaults || self.force,
            keep_on_error: self.no_cleanup,
            ..request
        };
        scaffold::copy(&request, &Settings::load(&console)?, &console)?;
        if json {
            told::of_copy(context, &console, &request.destination, request.pretend)?;
        }
        Ok(exit::OK)
    }
}
