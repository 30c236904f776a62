//! `gaia describe dependents`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::named::OneStack;
use crate::cli::processing::Processing;
use crate::graph::{DependentsFilter, describe_dependents};
use crate::output::Format;
use clap::Args;

/// Show the components that depend on a component
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe dependents vpc -s plat-ue2-prod
  gaia describe dependents vpc -s plat-ue2-prod --query 'map(.component)'")]
pub(super) struct Dependents {
    /// The component
    component: String,

    #[command(flatten)]
    stack: OneStack,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "json", help_heading = "Output options")]
    format: Format,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    processing: Processing,
}

impl Dependents {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let (component, stack) = self.stack.find_component(context, &engine, &self.component)?;
        let dependents = describe_dependents(&engine, &component, &stack, &DependentsFilter::default())?;
        self.shown.answer(context, dependents, self.format)
    }
}
