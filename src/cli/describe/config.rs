//! `gaia describe config`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::named;
use crate::engine::{Options, StacksFilter};
use crate::output::Format;
use crate::value::Value;
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

    /// A stack in place of the configuration, for the Python CLI
    #[arg(short, long, hide = true)]
    stack: Option<String>,

    #[command(flatten)]
    shown: Shown,
}

impl Config {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        if let Some(said) = self.stack {
            let engine = context.engine(Options::default())?;
            let stack = named::stack(context, &engine, &said)?;
            context.ui.info(&format!("hint: this is `gaia describe stacks -s {stack}` now"));
            let filter = StacksFilter { stack: Some(stack.to_string()), ..StacksFilter::default() };
            let stacks = engine.describe_stacks(&filter)?;
            let own = stacks.get(&stack).cloned().unwrap_or(Value::NULL);
            return self.shown.answer(context, own, self.format);
        }
        let config = context.workspace()?.describe_config();
        self.shown.answer(context, config, self.format)
    }
}
