//! `gaia describe component`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::processing::Processing;
use crate::engine::ComponentView;
use crate::output::Format;
use crate::value::Value;
use clap::Args;

/// Show a component in a stack
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe component vpc -s plat-ue2-prod
  gaia describe component vpc -s plat-ue2-prod --format json
  gaia describe component vpc -s plat-ue2-prod --query .vars.tags

A query sees all sections of the component; without one, only those that people write are shown.
ATMOS_DESCRIBE_COMPONENT_FILTER=full, or describe.component.filter in atmos.yaml, shows all.")]
pub(super) struct Component {
    /// The component
    #[arg(value_name = "COMPONENT")]
    name: String,

    /// The stack: its name, or the path of its manifest
    #[arg(short, long, value_name = "STACK")]
    stack: String,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,

    /// Accepted for Atmos
    #[arg(long, hide = true)]
    provenance: bool,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    processing: Processing,
}

impl Component {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let configured = engine.workspace().config.dig(["describe", "component", "filter"]).and_then(Value::as_str);
        let all = self.shown.query().is_some() || configured == Some("full");
        let view = if all { ComponentView::Full } else { ComponentView::Schema };
        let component = engine.describe_component(&self.name, &self.stack, view)?;
        self.shown.answer(context, component, self.format)
    }
}
