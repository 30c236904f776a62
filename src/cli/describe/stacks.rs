//! `gaia describe stacks`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::named;
use crate::cli::processing::Processing;
use crate::engine::{Described, StacksFilter};
use crate::output::{self, Format};
use clap::Args;
use std::sync::Arc;

/// Show all stacks with their components
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe stacks
  gaia describe stacks -s plat-ue2-prod --components vpc,eks --sections vars,settings
  gaia describe stacks --format json --query keys")]
pub(super) struct Stacks {
    /// Only this stack: its name, or the path of its manifest
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// Only these components
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    components: Vec<String>,

    /// Only components of these types: terraform, helmfile, packer, ansible, …
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    component_types: Vec<String>,

    /// Only these sections of the components: vars, settings, env, metadata, backend, …
    #[arg(long, value_name = "SECTION", value_delimiter = ',')]
    sections: Vec<String>,

    /// Show stacks without components too
    #[arg(long = "include-empty-stacks")]
    include_empty: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    processing: Processing,
}

impl Stacks {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let stack = named::stack_or_pattern(context, &engine, self.stack.filter(|s| !s.is_empty()))?;
        stack.as_deref().map(|name| named::warn_of_unknown(context, &engine, name)).transpose()?;
        let filter = StacksFilter {
            stack,
            components: self.components,
            component_types: self.component_types,
            sections: self.sections,
            include_empty: self.include_empty,
        };
        if self.shown.query().is_some() {
            return self.shown.answer(context, engine.describe_stacks(&filter)?, self.format);
        }
        let stacks: Vec<_> =
            engine.described(&filter)?.into_iter().map(|stack| (Arc::clone(&stack.name), stack)).collect();
        let make = |stack: &Described| engine.describe_stack(stack, &filter);
        output::answer_entries(context.ui, &stacks, make, self.format, self.shown.file())
    }
}
