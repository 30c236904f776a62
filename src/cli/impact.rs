//! `gaia impact`.

use super::context::Context;
use super::processing::Processing;
use crate::affected::{Reach, impact};
use crate::output::{self, Format, RowFormat};
use crate::query::Rows;
use crate::value::Value;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// List the components that files reach
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia impact stacks/catalog/vpc.yaml
  gaia impact components/terraform/vpc/main.tf modules/tags/main.tf
  git diff --name-only main | xargs gaia impact --format json

A file reaches a component as the manifest of its stack, by an import, as its code, as a local module that the code calls, or
as a file or folder that it depends on.")]
pub(super) struct Impact {
    /// Files, whether they are there or not
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "list", help_heading = "Output options")]
    format: Shape,

    #[command(flatten)]
    processing: Processing,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Shape {
    /// A table on a terminal; in a pipe stack, component and how it is reached with tabs between them
    List,
    /// JSON
    Json,
}

impl Impact {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.reading_options())?;
        let found = impact(&engine, &self.files)?;
        match self.format {
            Shape::Json => context.answer(&Value::seq(found.iter().map(Reach::to_value).collect()), Format::Json, None),
            Shape::List if found.is_empty() => {
                context.ui.info("No component is reached.");
                Ok(())
            }
            Shape::List => output::rows(context.ui, &rows(&found), RowFormat::Table),
        }
    }
}

fn rows(found: &[Reach]) -> Rows {
    let how = |reach: &Reach| {
        let mut how: Vec<&str> = reach.files.iter().map(|(_, how)| *how).collect();
        how.sort_unstable();
        how.dedup();
        how.join(",")
    };
    Rows {
        headers: ["Stack", "Component", "How"].map(str::to_owned).to_vec(),
        rows: found.iter().map(|r| vec![r.stack.clone(), r.component.clone(), how(r)]).collect(),
    }
}
