//! `gaia affected`.

use super::context::Context;
use super::processing::Processing;
use crate::affected::{Affected as Item, Comparison, Request, affected, to_value};
use crate::output::{self, Format, RowFormat, matrix};
use crate::query::Rows;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// List the components that a change affects
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia affected --base main
  gaia affected --base v1.4 --head v1.5
  gaia affected --base origin/main --format matrix --output-file \"$GITHUB_OUTPUT\"

Compares a revision with the work tree as it is, or with a later revision. A component is affected when its sections differ,
its code or a local module that the code calls (at any depth), or a file or folder that it depends on. Nothing is executed,
cloned or checked out. `gaia describe affected` answers exactly as Atmos does.")]
pub(super) struct Affected {
    /// The revision to compare with: a branch, a tag, a commit, HEAD~1
    #[arg(long, value_name = "REVISION", default_value = "refs/remotes/origin/HEAD")]
    base: String,

    /// The later revision, instead of the work tree
    #[arg(long, value_name = "REVISION")]
    head: Option<String>,

    /// Only this stack, by its name
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// With what depends on the affected components, and what depends on that
    #[arg(long)]
    include_dependents: bool,

    /// Without components with `metadata.locked: true`
    #[arg(long)]
    exclude_locked: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "list", help_heading = "Output options")]
    format: Shape,

    /// Append a matrix to this file as `matrix=…` and `count=…`: `$GITHUB_OUTPUT`
    #[arg(long, value_name = "FILE", help_heading = "Output options")]
    output_file: Option<PathBuf>,

    #[command(flatten)]
    processing: Processing,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Shape {
    /// A table on a terminal; in a pipe stack, component and reasons with tabs between them
    List,
    /// JSON with the keys of `gaia describe affected`
    Json,
    /// One line of JSON for the matrix of a GitHub Actions job
    Matrix,
}

impl Affected {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        if self.output_file.is_some() && self.format != Shape::Matrix {
            return Err(crate::Error::usage("`--output-file` needs `--format matrix`").into());
        }
        let options = self.processing.reading_options();
        let head = self.head.as_deref().filter(|h| !h.is_empty());
        let comparison = Comparison::between(&context.workspace()?, &options, &self.base, head)?;
        let request = Request {
            stack: self.stack.filter(|s| !s.is_empty()),
            include_dependents: self.include_dependents,
            exclude_locked: self.exclude_locked,
            ..Request::default()
        };
        let found = affected(&comparison, &request)?;
        match self.format {
            Shape::Json => context.answer(&to_value(&found), Format::Json, None),
            Shape::Matrix => matrix(context.ui, found.iter().map(Item::matrix_entry), self.output_file.as_deref()),
            Shape::List if found.is_empty() => {
                context.ui.info("Nothing is affected.");
                Ok(())
            }
            Shape::List => output::rows(context.ui, &rows(&found), RowFormat::Table),
        }
    }
}

/// A row for each component; dependents follow the last one, each once.
fn rows(found: &[Item]) -> Rows {
    let mut rows: Vec<Vec<String>> =
        found.iter().map(|a| vec![a.stack.clone(), a.component.clone(), a.reasons.join(",")]).collect();
    for (stack, component) in crate::affected::all_dependents(found) {
        rows.push(vec![stack, component, "dependent".to_owned()]);
    }
    Rows { headers: ["Stack", "Component", "Reasons"].map(str::to_owned).to_vec(), rows }
}
