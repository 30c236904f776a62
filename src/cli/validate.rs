//! `gaia validate`.

use super::context::Context;
use super::exit;
use crate::code::Severity;
use crate::engine;
use crate::output::{self, ReportFormat};
use crate::validate;
use clap::{Args, Subcommand};

/// Check the repository: every problem at once, each at its line
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_long_help = "Examples:
  gaia validate
  gaia validate --format sarif > gaia.sarif
  gaia validate --strict --format github
  gaia explain GA0101"
)]
pub(super) struct Validate {
    #[command(subcommand)]
    what: Option<What>,

    #[command(flatten)]
    options: Options,
}

#[derive(Args, Debug)]
struct Options {
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Check all stack manifests as Atmos does: the first problem ends it
    Stacks(Stacks),
}

#[derive(Args, Debug)]
struct Stacks {
    /// A JSON Schema for the manifests, instead of the one that Atmos brings: a file
    #[arg(long, value_name = "FILE")]
    schemas_atmos_manifest: Option<String>,
}

impl Validate {
    /// Tells the exit code: problems are an answer, not an error.
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            Some(What::Stacks(stacks)) => {
                let schema = [("ATMOS_SCHEMAS_ATMOS_MANIFEST", &stacks.schemas_atmos_manifest)];
                context.engine_with(engine::Options::default(), &schema)?.validate_stacks()?;
                context.ui.info("All stacks are valid.");
                Ok(exit::OK)
            }
            None => self.options.run(context),
        }
    }
}

impl Options {
    fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let report = match context.workspace() {
            Ok(workspace) => validate::run(workspace)?,
            Err(error) if error.get_kind() == crate::error::Kind::Failed => {
                let here = std::env::current_dir().unwrap_or_default();
                validate::misconfigured(&error, &context.sources, &here)
            }
            Err(error) => return Err(error.into()),
        };
        output::report(context.ui, &report, self.format)?;
        let failed = report.count(Severity::Error) > 0 || (self.strict && report.count(Severity::Warning) > 0);
        if report.findings.is_empty() {
            context.ui.info("No problems found.");
        }
        Ok(if failed { exit::FAILED } else { exit::OK })
    }
}
