//! `gaia list stacks`.

use super::shown::{Columns, Marked, Shape};
use crate::cli::context::Context;
use crate::cli::processing::Processing;
use crate::output::Tree;
use crate::query::stacks;
use crate::value::Value;
use clap::Args;

const SHAPES: &[Shape] = &[Shape::Table, Shape::Json, Shape::Yaml, Shape::Csv, Shape::Tsv, Shape::Tree];

/// List the stacks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list stacks
  gaia list stacks -c vpc
  gaia list stacks --columns stack,Region=vars.region --format csv")]
pub(super) struct Stacks {
    /// Only stacks that have this component
    #[arg(short, long, value_name = "NAME", env = "ATMOS_COMPONENT")]
    component: Option<String>,

    /// How to show it
    #[arg(short, long, value_parser = Shape::one_of(SHAPES), env = "ATMOS_LIST_FORMAT")]
    #[arg(help_heading = "Output options")]
    format: Option<Shape>,

    #[command(flatten)]
    marked: Marked,
    #[command(flatten)]
    columns: Columns,
    #[command(flatten)]
    processing: Processing,
}

impl Stacks {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let marks = self.marked.marks()?;
        let engine = context.engine(self.processing.list_options())?;
        let config = &engine.workspace().config;
        let component = self.component.as_deref().filter(|c| !c.is_empty());
        let shape = Shape::choose(self.format, config.dig(["stacks", "list", "format"]), SHAPES)?;
        let columns = self
            .columns
            .choose(config.dig(["stacks", "list", "columns"]), || stacks::default_columns(component.is_some()));

        let records = stacks::list(&engine, component, &marks)?;
        if records.is_empty() {
            context.ui.info("No stacks found.");
            context.warn_of_no_manifests(engine.workspace());
            return Ok(());
        }
        if shape == Shape::Tree {
            let names = records.iter().filter_map(|r| r.get("stack")).filter_map(Value::as_str);
            return Ok(Tree::node("Stacks", names.map(Tree::leaf).collect()).print(context.ui)?);
        }
        self.columns.show(context, &records, &columns, stacks::default_order(), shape)
    }
}
