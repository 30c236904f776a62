//! `gaia validate`.

use super::context::Context;
use crate::engine;
use clap::{Args, Subcommand};

/// Check stacks
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Validate {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Check all stack manifests: syntax, sections, imports, names, duplicates
    Stacks(Stacks),
}

#[derive(Args, Debug)]
struct Stacks {
    /// A JSON Schema for the manifests, instead of the one that Atmos brings: a file
    #[arg(long, value_name = "FILE")]
    schemas_atmos_manifest: Option<String>,
}

impl Validate {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.what {
            What::Stacks(stacks) => {
                let schema = [("ATMOS_SCHEMAS_ATMOS_MANIFEST", &stacks.schemas_atmos_manifest)];
                context.engine_with(engine::Options::default(), &schema)?.validate_stacks()?;
                context.ui.info("All stacks are valid.");
                Ok(())
            }
        }
    }
}
