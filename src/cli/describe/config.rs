//! `gaia describe config`.

use super::Shown;
use crate::cli::context::Context;
use crate::output::Format;
use clap::Args;

/// Show the configuration that all atmos.yaml files make together
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe config
  gaia describe config --query .stacks.name_template")]
pub(super) struct Config {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "json", help_heading = "Output options")]
    format: Format,

    #[command(flatten)]
    shown: Shown,
}

impl Config {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let config = context.workspace()?.describe_config();
        self.shown.answer(context, config, self.format)
    }
}
