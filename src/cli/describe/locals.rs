//! `gaia describe locals`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::named::{self, OneStack};
use crate::engine;
use crate::output::Format;
use clap::Args;

/// Show the locals of a stack, or those that a component in it sees
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe locals -s deploy/dev
  gaia describe locals vpc -s plat-ue2-prod
  gaia describe locals -s plat-ue2-prod --query .locals.namespace")]
pub(super) struct Locals {
    /// The component
    component: Option<String>,

    #[command(flatten)]
    stack: OneStack,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,

    #[command(flatten)]
    shown: Shown,
}

impl Locals {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(engine::Options::default())?;
        let stack = self.stack.find(context, &engine)?;
        let component = self.component.map(|said| named::component(context, &engine, &stack, &said)).transpose()?;
        let locals = engine.describe_locals(&stack, component.as_deref())?;
        self.shown.answer(context, locals, self.format)
    }
}
