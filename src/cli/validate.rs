//! `gaia validate`.

mod component;
mod plan;
mod schema;

use super::context::Context;
use super::exit;
use crate::code::Severity;
use crate::engine;
use crate::output::{self, ReportFormat};
use crate::validate::{self, Report};
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
    Component(component::Component),
    Schema(schema::Schema),
    Plan(plan::Plan),
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
            Some(What::Component(component)) => component.run(context),
            Some(What::Schema(schema)) => schema.run(context),
            Some(What::Plan(plan)) => plan.run(context),
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
        answer(context, &report, self.format, self.strict, "No problems found.")
    }
}

/// Answers with a report, and tells the exit code. What there is to say without problems is for people.
fn answer(context: &Context, report: &Report, format: ReportFormat, strict: bool, fine: &str) -> anyhow::Result<u8> {
    output::report(context.ui, report, format)?;
    if report.findings.is_empty() {
        context.ui.info(fine);
    }
    let failed = report.count(Severity::Error) > 0 || (strict && report.count(Severity::Warning) > 0);
    Ok(if failed { exit::FAILED } else { exit::OK })
}
