//! `gaia list settings`.

use super::values::Compared;
use crate::cli::context::Context;
use crate::cli::processing::Processing;
use crate::query::values;
use clap::Args;

/// Compare the settings of a component, or of all, in all stacks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list settings vpc
  gaia list settings --format json -s 'plat-*-prod'")]
pub(super) struct Settings {
    /// The component
    component: Option<String>,

    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    processing: Processing,
}

impl Settings {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.list_options())?;
        let selection = self.compared.selection(context, &engine)?;
        let found = values::settings(&engine, self.component.as_deref(), &selection)?;
        self.compared.show(context, found, "No settings found.")
    }
}
