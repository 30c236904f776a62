//! `gaia describe affected`.

use super::Shown;
use crate::affected::{Affected as Item, Request, affected, to_value};
use crate::cli::against::Against;
use crate::cli::context::Context;
use crate::cli::processing::Processing;
use crate::error::{Error, Kind};
use crate::output::{self, matrix};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Show the components that a change affects
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe affected --base main
  gaia describe affected --base HEAD~1 --include-dependents
  gaia describe affected --base origin/main --format matrix
  gaia describe affected --query 'map(.component)'

Compares the files as they are with a commit, as Atmos does: with the default branch of `origin` when none is named. Code,
and files that components depend on, count as changed when the commits differ in them. `gaia affected` is the shorter form.")]
pub(super) struct Affected {
    /// The revision to compare with: a branch, a tag, a commit, HEAD~1
    #[arg(long, value_name = "REVISION", help_heading = "Comparison options")]
    base: Option<String>,

    #[command(flatten)]
    against: Against,

    /// Only this stack, by its name
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// Show what depends on the affected components, and what depends on that
    #[arg(long)]
    include_dependents: bool,

    /// Show the settings of the components
    #[arg(long)]
    include_settings: bool,

    /// Add the Spacelift stacks that manage the affected ones
    #[arg(long)]
    include_spacelift_admin_stacks: bool,

    /// Leave out components with `metadata.locked: true`
    #[arg(long)]
    exclude_locked: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "json", help_heading = "Output options")]
    format: Format,

    /// Append a matrix to this file as `matrix=…` and `count=…`: `$GITHUB_OUTPUT`
    #[arg(long, value_name = "FILE", help_heading = "Output options")]
    output_file: Option<PathBuf>,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    processing: Processing,

    /// Accepted for Atmos
    #[arg(long, hide = true)]
    upload: bool,

    /// Accepted for Atmos
    #[arg(long, hide = true, value_name = "MODE")]
    error_mode: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// JSON, indented, with sorted keys
    Json,
    /// YAML, with sorted keys
    Yaml,
    /// One line of JSON for the matrix of a GitHub Actions job
    Matrix,
}

impl Affected {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        if self.upload {
            let error = Error::new("gaia does not upload to Atmos Pro").kind(Kind::Unavailable);
            return Err(error.hint("`atmos describe affected --upload` does").into());
        }
        if self.output_file.is_some() && self.format != Format::Matrix {
            return Err(Error::usage("`--output-file` needs `--format matrix`").into());
        }
        let options = self.processing.options();
        let comparison = self.against.comparison(self.base.as_deref(), &context.workspace()?, &options)?;
        let request = Request {
            stack: self.stack.filter(|s| !s.is_empty()),
            include_settings: self.include_settings,
            include_dependents: self.include_dependents,
            include_spacelift_admin_stacks: self.include_spacelift_admin_stacks,
            exclude_locked: self.exclude_locked,
        };
        let found = affected(&comparison, &request)?;
        let format = match self.format {
            Format::Json => output::Format::Json,
            Format::Yaml => output::Format::Yaml,
            Format::Matrix => {
                return matrix(context.ui, found.iter().map(Item::matrix_entry), self.output_file.as_deref());
            }
        };
        self.shown.answer(context, to_value(&found), format)
    }
}
