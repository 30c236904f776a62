//! `gaia list workflows`.

use super::shown::{Columns, ROWS, Shape};
use crate::cli::context::Context;
use crate::query::workflows;
use clap::Args;
use std::path::PathBuf;

/// List the workflows
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list workflows
  gaia list workflows --file stacks/workflows/deploy.yaml
  gaia workflow list --format json")]
pub(in crate::cli) struct Workflows {
    /// Only the workflows of this file
    #[arg(long, value_name = "FILE", env = "ATMOS_WORKFLOW_FILE")]
    file: Option<PathBuf>,

    /// How to show it
    #[arg(short, long, value_parser = Shape::one_of(ROWS), env = "ATMOS_LIST_FORMAT", help_heading = "Output options")]
    format: Option<Shape>,

    #[command(flatten)]
    columns: Columns,
}

impl Workflows {
    pub(in crate::cli) fn run(self, context: &Context) -> anyhow::Result<()> {
        let workspace = context.workspace()?;
        let configured = |key| workspace.config.dig(["workflows", "list", key]);
        let shape = Shape::choose(self.format, configured("format"), ROWS)?;
        let columns = self.columns.choose(configured("columns"), workflows::default_columns);
        let file = self.file.as_deref().filter(|f| !f.as_os_str().is_empty());
        let records = workflows::list(&workspace, file)?;
        if records.is_empty() {
            context.ui.info("No workflows found.");
            return Ok(());
        }
        self.columns.show(context, &records, &columns, workflows::default_order(), shape)
    }
}
