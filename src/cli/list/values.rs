//! `gaia list values` and `gaia list vars`.

use super::shown::{ROWS, Shape};
use crate::Result;
use crate::cli::context::Context;
use crate::cli::named;
use crate::cli::processing::Processing;
use crate::engine::Engine;
use crate::output::{self, Format};
use crate::query::values::{self, ByStack, Selection};
use crate::value::{Map, Value};
use clap::Args;

/// Compare a component's values in all stacks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list values vpc
  gaia list values vpc --query .vars.region --format csv
  gaia list values vpc -s 'plat-*-prod'")]
pub(super) struct Values {
    /// The component
    component: String,

    /// Show the vars; the same as --query .vars
    #[arg(long, env = "ATMOS_LIST_VARS", value_parser = clap::builder::FalseyValueParser::new())]
    vars: bool,

    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    processing: Processing,
}

/// Compare a component's vars in all stacks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list vars vpc
  gaia list vars vpc --format json")]
pub(super) struct Vars {
    /// The component
    component: String,

    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    processing: Processing,
}

/// The characters that a column of a table needs at least, with its gap.
const NARROW: usize = 12;

/// What is compared and how it is shown.
#[derive(Args, Debug)]
pub(super) struct Compared {
    /// Only these stacks: names or patterns with commas between them
    #[arg(short, long, value_name = "PATTERN", env = "ATMOS_STACK")]
    stack: Option<String>,

    /// Compare what a yq expression gives: `.vars.tags`
    #[arg(short, long, value_name = "EXPRESSION", env = "ATMOS_LIST_QUERY")]
    query: Option<String>,

    /// No more stacks than this (0: all)
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        env = "ATMOS_LIST_MAX_COLUMNS",
        help_heading = "Output options"
    )]
    max_columns: usize,

    /// How to show it
    #[arg(short, long, value_parser = Shape::one_of(ROWS), env = "ATMOS_LIST_FORMAT", help_heading = "Output options")]
    format: Option<Shape>,

    /// What stands between the cells of csv and tsv
    #[arg(long, value_name = "TEXT", env = "ATMOS_LIST_DELIMITER", help_heading = "Output options")]
    delimiter: Option<String>,

    /// Accepted for Atmos, which shows abstract components anyway
    #[arg(long, hide = true)]
    r#abstract: bool,
}

impl Compared {
    /// What is asked for.
    ///
    /// # Errors
    /// A word could mean several stacks.
    pub(super) fn selection(&self, context: &Context, engine: &Engine) -> Result<Selection> {
        let given = |text: &Option<String>| text.clone().filter(|t| !t.is_empty());
        let stack = given(&self.stack).map(|said| named::names_or_patterns(context, engine, &said)).transpose()?;
        Ok(Selection { stack, max_columns: self.max_columns, query: given(&self.query) })
    }

    /// Shows the values: as they are in JSON and YAML, side by side otherwise.
    pub(super) fn show(&self, context: &Context, found: ByStack, nothing: &str) -> anyhow::Result<()> {
        if found.is_empty() {
            context.ui.info(nothing);
            return Ok(());
        }
        let format = match self.format.unwrap_or(Shape::Table) {
            Shape::Json => Format::Json,
            Shape::Yaml => Format::Yaml,
            shape => {
                // in a pipe a table is csv: the headers tell the stacks apart
                let is_table = shape == Shape::Table && context.ui.is_terminal();
                let shape = if shape == Shape::Table && !is_table { Shape::Csv } else { shape };
                let rows = values::side_by_side(&found, is_table);
                // a column of fewer characters is hard to read
                let is_cramped = is_table && rows.headers.len() * NARROW > context.ui.width();
                let rows = if is_cramped && rows.headers.len() > rows.rows.len() { rows.turned("Stack") } else { rows };
                return output::rows(context.ui, &rows, shape.rows(self.delimiter.as_deref()));
            }
        };
        let map: Map = found.into_iter().collect();
        context.answer(&Value::from(map), format, None)
    }
}

impl Values {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let query = self.vars.then_some(".vars");
        compare(context, &self.component, &self.compared, &self.processing, query, "values")
    }
}

impl Vars {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        compare(context, &self.component, &self.compared, &self.processing, Some(".vars"), "vars")
    }
}

fn compare(
    context: &Context,
    component: &str,
    compared: &Compared,
    processing: &Processing,
    query: Option<&str>,
    what: &str,
) -> anyhow::Result<()> {
    let engine = context.engine(processing.options())?;
    let mut selection = compared.selection(context, &engine)?;
    selection.query = query.map(str::to_owned).or(selection.query);
    let found = values::values(&engine, component, &selection)?;
    compared.show(context, found, &format!("No {what} found for component {component}."))
}
