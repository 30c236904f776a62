//! `gaia why`.

use super::context::Context;
use super::named::OneStack;
use super::processing::Processing;
use crate::output::{Format, why};
use crate::value::Path;
use clap::{Args, ValueEnum};

/// Show what made a value: every file and line that set it, the winner last
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia why region -c vpc -s plat-ue2-prod
  gaia why vars.tags.team -c vpc -s plat-ue2-prod
  gaia why 'vars.azs[0]' -c vpc -s plat-ue2-prod
  gaia why settings -c vpc -s plat-ue2-prod --format json

A key that begins with no section is one of vars. A section alone shows all that stands below it.")]
pub(super) struct Why {
    /// The key: `vars.tags.team`, `vars.azs[0]`, a section, or nothing for all
    #[arg(value_name = "KEY")]
    key: Option<Path>,

    /// The component
    #[arg(short, long, value_name = "COMPONENT")]
    component: String,

    #[command(flatten)]
    stack: OneStack,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "text", help_heading = "Output options")]
    format: Shape,

    #[command(flatten)]
    processing: Processing,
}

/// How a chain is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Shape {
    /// For people
    Text,
    /// As docs/schemas/why.json describes it
    Json,
    /// The same as YAML
    Yaml,
}

impl Why {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let key = self.key.filter(|key| !key.steps().is_empty());
        let (component, stack) = self.stack.find_component(context, &engine, &self.component)?;
        let found = engine.why(&component, &stack, key.as_ref())?;
        let format = match self.format {
            Shape::Text => return Ok(why::print(context.ui, &found, &context.sources)?),
            Shape::Json => Format::Json,
            Shape::Yaml => Format::Yaml,
        };
        let record = why::record(&component, &stack, &found, &context.sources);
        context.answer(&record, format, None)
    }
}
