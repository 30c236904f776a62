//! `gaia describe component`.

use super::Shown;
use crate::cli::context::Context;
use crate::cli::named::OneStack;
use crate::cli::processing::Processing;
use crate::cli::switch::switch;
use crate::engine::ComponentView;
use crate::error::Error;
use crate::output::{Format, provenance};
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
    #[arg(value_name = "COMPONENT", required_unless_present = "old_name")]
    name: Option<String>,

    /// The component, as the Python CLI took it
    #[arg(short = 'c', long = "component", hide = true, conflicts_with = "name")]
    old_name: Option<String>,

    #[command(flatten)]
    stack: OneStack,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,

    /// Show beside each line of YAML where its value comes from (unless =false, or by describe.provenance)
    #[arg(long, value_name = "BOOL", value_parser = switch(), help_heading = "Output options")]
    provenance: Option<bool>,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    processing: Processing,
}

impl Component {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let said = self.name.as_deref().or(self.old_name.as_deref()).unwrap_or_default();
        let (component, stack) = self.stack.find_component(context, &engine, said)?;
        let configured = engine.workspace().config.dig(["describe", "component", "filter"]).and_then(Value::as_str);
        let all = self.shown.query().is_some() || configured == Some("full");
        let view = if all { ComponentView::Full } else { ComponentView::Schema };
        if self.with_provenance(&engine.workspace().config)? {
            let provenance = engine.provenance(&component, &stack, view)?;
            return provenance::print(context.ui, &provenance, engine.workspace(), &context.sources, self.shown.file());
        }
        let described = engine.describe_component(&component, &stack, view)?;
        self.shown.answer(context, described, self.format)
    }

    /// Whether origins are shown: by default with YAML and without a query, unless `describe.provenance` says no.
    fn with_provenance(&self, config: &Value) -> anyhow::Result<bool> {
        let possible = self.format == Format::Yaml && self.shown.query().is_none();
        if self.provenance == Some(true) && !possible {
            return Err(Error::usage("origins can be shown with YAML and without a query only")
                .hint("`gaia why -f json` tells them to programs")
                .into());
        }
        let configured = config.dig(["describe", "provenance"]).and_then(Value::as_bool) == Some(true);
        Ok(self.provenance.unwrap_or(possible && configured))
    }
}
