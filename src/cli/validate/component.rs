//! `gaia validate component`.

use super::answer;
use crate::cli::context::Context;
use crate::cli::named::OneStack;
use crate::cli::old;
use crate::engine;
use crate::error::Error;
use crate::output::ReportFormat;
use crate::validate::schemas::{self, Overrides};
use clap::Args;

/// Check a component in a stack against its JSON Schemas and OPA policies
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia validate component vpc -s plat-ue2-prod
  gaia validate component vpc -s plat-ue2-prod --schema-path vpc.json --schema-type jsonschema
  gaia validate component vpc -s plat-ue2-prod --schema-path vpc.rego --schema-type opa --module-paths catalog

Without --schema-path and --schema-type the component's `settings.validation` tells what to check it against. Nothing
is run or fetched: what `!exec`, `!terraform.state` and the like would give stays the text that stands there.")]
pub(super) struct Component {
    /// The component
    #[arg(value_name = "COMPONENT", required_unless_present = "stack")]
    name: Option<String>,

    #[command(flatten)]
    stack: OneStack,

    /// The schema or policy: a file, as it stands or below `schemas.<type>.base_path` of atmos.yaml
    #[arg(long, value_name = "FILE")]
    schema_path: Option<String>,

    /// The type of the schema: jsonschema or opa
    #[arg(long, value_name = "TYPE")]
    schema_type: Option<String>,

    /// Files and directories of Rego that the policy uses, below `schemas.opa.base_path` of atmos.yaml
    #[arg(long, value_name = "PATHS", value_delimiter = ',')]
    module_paths: Vec<String>,

    /// How many seconds a policy may take
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<u64>,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

impl Component {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let name = match (self.name, self.stack.said()) {
            (Some(name), _) => name,
            // as the Python CLI took it
            (None, Some(stack)) => return old::instead(context, &["validate", "-s", stack]),
            (None, None) => {
                return Err(Error::usage("no component is named").hint("`gaia validate component NAME`").into());
            }
        };
        let engine = context.engine(engine::Options { offline: true, ..engine::Options::default() })?;
        let (component, stack) = self.stack.find_component(context, &engine, &name)?;
        let overrides = Overrides {
            schema_path: self.schema_path,
            schema_type: self.schema_type,
            module_paths: self.module_paths,
            timeout: self.timeout,
        };
        let report = schemas::component(&engine, &component, &stack, &overrides)?;
        answer(context, &report, self.format, false, "The component is valid.")
    }
}
