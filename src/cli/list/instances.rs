//! `gaia list instances`.

use super::shown::{Columns, Marked, Shape};
use crate::cli::context::Context;
use crate::cli::named;
use crate::cli::processing::Processing;
use crate::output::Tree;
use crate::query::instances::{self, Selection};
use crate::query::select;
use crate::value::{Map, Value, json};
use crate::{Error, Result};
use clap::Args;
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

const SHAPES: &[Shape] = &[Shape::Table, Shape::Json, Shape::Yaml, Shape::Csv, Shape::Tsv, Shape::Tree, Shape::Matrix];

/// List the components of all stacks, one by one
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list instances
  gaia list instances -s 'plat-*-prod' --filter '.vars.region == \"us-*\"'
  gaia list instances --format matrix --output-file \"$GITHUB_OUTPUT\"")]
pub(super) struct Instances {
    /// Only stacks of this name or pattern
    #[arg(short, long, value_name = "PATTERN", env = "ATMOS_STACK")]
    stack: Option<String>,

    /// Only instances for which a yq expression is true
    #[arg(long, value_name = "EXPRESSION", env = "ATMOS_LIST_FILTER")]
    filter: Option<String>,

    /// Show what a yq expression gives instead, as `value`
    #[arg(short, long, value_name = "EXPRESSION", env = "ATMOS_LIST_QUERY")]
    query: Option<String>,

    /// How to show it
    #[arg(short, long, value_parser = Shape::one_of(SHAPES), env = "ATMOS_LIST_FORMAT")]
    #[arg(help_heading = "Output options")]
    format: Option<Shape>,

    /// Append the matrix to this file, as `matrix=…` and `count=…`
    #[arg(short, long, value_name = "FILE", env = "ATMOS_LIST_OUTPUT_FILE", help_heading = "Output options")]
    output_file: Option<PathBuf>,

    /// Accepted for Atmos
    #[arg(long, hide = true)]
    max_columns: Option<usize>,

    #[command(flatten)]
    marked: Marked,
    #[command(flatten)]
    columns: Columns,
    #[command(flatten)]
    processing: Processing,
}

impl Instances {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.list_options())?;
        let selection =
            Selection { stack: named::pattern(context, &engine, self.stack.as_deref())?, marks: self.marked.marks()? };
        let config = &engine.workspace().config;
        let shape = self.format.unwrap_or(Shape::Table);
        if shape == Shape::Matrix {
            let matrix = instances::matrix(&engine, selection.stack.as_ref())?;
            return self.write_matrix(context, &matrix);
        }

        let configured =
            config.dig(["list", "instances", "columns"]).filter(|c| c.as_seq().is_some_and(|c| !c.is_empty()));
        let configured = configured.or_else(|| config.dig(["components", "list", "columns"]));
        let columns = self.columns.choose(configured, instances::default_columns);
        let filter = self.filter.as_deref().filter(|f| !f.is_empty());
        let query = self.query.as_deref().filter(|q| !q.is_empty());
        let mut records = instances::list(&engine, &selection)?;
        if let Some(filter) = filter {
            select::filter(&mut records, filter)?;
        }
        if let Some(query) = query {
            select::project(&mut records, query)?;
        }
        if shape == Shape::Tree {
            return Ok(tree(&records).print(context.ui)?);
        }
        self.columns.show(context, &records, &columns, instances::default_order(), shape)
    }

    fn write_matrix(&self, context: &Context, matrix: &Value) -> anyhow::Result<()> {
        let text = json::to_json(matrix, json::Format::COMPACT)?;
        let Some(file) = self.output_file.as_deref().filter(|f| !f.as_os_str().is_empty()) else {
            return context.say(&format!("{text}\n"));
        };
        let count = matrix.get("include").and_then(Value::as_seq).map_or(0, <[Value]>::len);
        Ok(append(file, &format!("matrix={text}\ncount={count}\n"))?)
    }
}

fn append(file: &Path, text: &str) -> Result<()> {
    let write = || OpenOptions::new().create(true).append(true).open(file)?.write_all(text.as_bytes());
    write().map_err(|e| Error::new(format!("cannot write `{}`: {e}", file.display())))
}

/// The stacks with their components, and the folder of the code where it is called otherwise.
fn tree(records: &[Map]) -> Tree {
    let text = |record: &Map, name| record.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut stacks: BTreeMap<String, BTreeMap<String, Tree>> = BTreeMap::new();
    for record in records {
        let (component, folder) = (text(record, "component"), text(record, "component_folder"));
        let remark = (!folder.is_empty() && folder != component).then_some(folder);
        let leaf = Tree::leaf(component.as_str()).remark(remark);
        stacks.entry(text(record, "stack")).or_default().insert(component, leaf);
    }
    let stacks = stacks.into_iter().map(|(stack, components)| Tree::node(stack, components.into_values().collect()));
    Tree::node("Instances", stacks.collect())
}
