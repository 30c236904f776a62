//! `gaia validate plan`.

use super::answer;
use crate::cli::context::Context;
use crate::engine::{self, ComponentView};
use crate::output::ReportFormat;
use crate::validate::policy::{self, Pack, PlanOptions};
use crate::value::Value;
use crate::workspace::gaia_yaml::GaiaYaml;
use clap::Args;
use std::path::{Path, PathBuf};

/// Check what a Terraform plan destroys, and what it makes against the policies
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  terraform show -json plan.tfplan > plan.json
  gaia validate plan plan.json
  gaia validate plan plan.json -c database -s shop-prod
  gaia validate plan plan.json --acknowledge 'aws_db_instance.old*'

With a component and its stack, the waivers of the component hold, and its variables tell the stage.")]
pub(super) struct Plan {
    /// What `terraform show -json` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The component that the plan is for
    #[arg(short, long, value_name = "COMPONENT", requires = "stack")]
    component: Option<String>,

    /// Its stack
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// The stage that the plan is for, where neither its variables nor a component tell
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,

    /// The address of a protected resource that may be destroyed or replaced; a pattern, and more than once
    #[arg(long, value_name = "ADDRESS")]
    acknowledge: Vec<String>,

    /// Fail on warnings too
    #[arg(long)]
    strict: bool,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

impl Plan {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let settings = GaiaYaml::of(&workspace)?.validate;
        let sections = match (&self.component, &self.stack) {
            (Some(component), Some(stack)) => {
                let options = engine::Options { offline: true, ..engine::Options::default() };
                context.engine(options)?.describe_component(component, stack, ComponentView::Schema)?
            }
            _ => Value::NULL,
        };
        let options = PlanOptions {
            stage: self.stage,
            stack: self.stack.unwrap_or_default(),
            acknowledged: self.acknowledge,
            sections,
        };
        let root = std::env::current_dir().unwrap_or_else(|_| Path::new(".").to_path_buf());
        let file = root.join(&self.file);
        let report = policy::plan(&file, &Pack::new(&settings)?, &options, &context.sources, &root)?;
        answer(context, &report, self.format, self.strict, "The plan keeps to the policies.")
    }
}
