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
    Stacks,
}

impl Validate {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.what {
            What::Stacks => {
                context.engine(engine::Options::default())?.validate_stacks()?;
                context.ui.info("All stacks are valid.");
                Ok(())
            }
        }
    }
}
