//! `gaia list metadata`.

use super::shown::{Columns, Marked, ROWS, Shape};
use crate::cli::context::Context;
use crate::cli::named;
use crate::cli::processing::Processing;
use crate::query::instances::{self, Selection};
use crate::query::select;
use clap::Args;

/// List the metadata of the components of all stacks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list metadata
  gaia list metadata -s 'plat-*-prod' --columns stack,component,locked
  gaia list metadata --filter '.enabled == true'")]
pub(super) struct Metadata {
    /// Only stacks of this name or pattern
    #[arg(short, long, value_name = "PATTERN", env = "ATMOS_STACK")]
    stack: Option<String>,

    /// Only instances for which a yq expression is true
    #[arg(long, value_name = "EXPRESSION", env = "ATMOS_LIST_FILTER")]
    filter: Option<String>,

    /// How to show it
    #[arg(short, long, value_parser = Shape::one_of(ROWS), env = "ATMOS_LIST_FORMAT", help_heading = "Output options")]
    format: Option<Shape>,

    #[command(flatten)]
    marked: Marked,
    #[command(flatten)]
    columns: Columns,
    #[command(flatten)]
    processing: Processing,
}

impl Metadata {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.options())?;
        let selection =
            Selection { stack: named::pattern(context, &engine, self.stack.as_deref())?, marks: self.marked.marks()? };
        let configured = engine.workspace().config.dig(["components", "list", "columns"]);
        let columns = self.columns.choose(configured, instances::metadata_columns);
        let filter = self.filter.as_deref().filter(|f| !f.is_empty());
        let mut records = instances::list(&engine, &selection)?;
        if let Some(filter) = filter {
            select::filter(&mut records, filter)?;
        }
        let shape = self.format.unwrap_or(Shape::Table);
        self.columns.show(context, &records, &columns, instances::metadata_order(), shape)
    }
}
