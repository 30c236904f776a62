//! How a list is shown: format, columns, order; from flags, then from `atmos.yaml`.

use crate::cli::context::Context;
use crate::output::{self, RowFormat};
use crate::query::select::Marks;
use crate::query::{Column, Order, Rows};
use crate::value::{Map, Value};
use crate::{Error, Result};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// The formats of lists; not every list has all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Table,
    Json,
    Yaml,
    Csv,
    Tsv,
    Tree,
    Matrix,
}

/// What rows can be shown as.
pub(super) const ROWS: &[Shape] = &[Shape::Table, Shape::Json, Shape::Yaml, Shape::Csv, Shape::Tsv];

impl Shape {
    fn name(self) -> &'static str {
        match self {
            Shape::Table => "table",
            Shape::Json => "json",
            Shape::Yaml => "yaml",
            Shape::Csv => "csv",
            Shape::Tsv => "tsv",
            Shape::Tree => "tree",
            Shape::Matrix => "matrix",
        }
    }

    /// Reads the name of one of `shapes`.
    pub(super) fn one_of(shapes: &'static [Shape]) -> impl TypedValueParser<Value = Shape> {
        PossibleValuesParser::new(shapes.iter().map(|s| s.name()))
            .try_map(move |name| shapes.iter().copied().find(|s| s.name() == name).ok_or("no such format"))
    }

    /// The format of a list: that of the flag, that of `atmos.yaml`, or a table.
    pub(super) fn choose(flag: Option<Shape>, configured: Option<&Value>, shapes: &[Shape]) -> Result<Shape> {
        let Some(value) = configured.filter(|_| flag.is_none()) else { return Ok(flag.unwrap_or(Shape::Table)) };
        let name = value.as_str().unwrap_or_default();
        if name.is_empty() {
            return Ok(Shape::Table);
        }
        shapes.iter().copied().find(|s| s.name() == name).ok_or_else(|| {
            let names: Vec<_> = shapes.iter().map(|s| s.name()).collect();
            Error::new(format!("this list has no format `{name}`"))
                .at(value.span)
                .hint(format!("the formats are {}", names.join(", ")))
        })
    }

    /// The format for rows. Trees and matrices are no rows, and are shown before it comes to that.
    pub(super) fn rows(self, delimiter: Option<&str>) -> RowFormat<'_> {
        let delimiter = delimiter.filter(|d| !d.is_empty());
        match self {
            Shape::Json => RowFormat::Json,
            Shape::Yaml => RowFormat::Yaml,
            Shape::Csv => RowFormat::Delimited(delimiter.unwrap_or(",")),
            Shape::Tsv => RowFormat::Delimited(delimiter.unwrap_or("\t")),
            Shape::Table | Shape::Tree | Shape::Matrix => RowFormat::Table,
        }
    }
}

/// The columns of a list and the order of its rows.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output options")]
pub(super) struct Columns {
    /// Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`
    #[arg(long = "columns", value_name = "COLUMN", env = "ATMOS_LIST_COLUMNS", value_delimiter = ',')]
    specs: Vec<String>,

    /// Columns to sort by: `stack:asc,component:desc`
    #[arg(long, value_name = "COLUMN:ORDER", env = "ATMOS_LIST_SORT")]
    sort: Option<String>,

    /// What stands between the cells of csv and tsv
    #[arg(long, value_name = "TEXT", env = "ATMOS_LIST_DELIMITER")]
    delimiter: Option<String>,
}

impl Columns {
    /// The columns of the flag, those of `atmos.yaml`, or the default ones.
    pub(super) fn choose(&self, configured: Option<&Value>, default: impl FnOnce() -> Vec<Column>) -> Vec<Column> {
        let asked: Vec<Column> = self.specs.iter().filter(|c| !c.trim().is_empty()).map(|c| Column::parse(c)).collect();
        if !asked.is_empty() {
            return asked;
        }
        let configured = Column::from_config(configured);
        if configured.is_empty() { default() } else { configured }
    }

    /// Shows records as rows.
    pub(super) fn show(
        &self,
        context: &Context,
        records: &[Map],
        columns: &[Column],
        order: Vec<Order>,
        shape: Shape,
    ) -> anyhow::Result<()> {
        let order = match self.sort.as_deref().filter(|s| !s.is_empty()) {
            Some(spec) => Order::parse(spec)?,
            None => order,
        };
        let rows = Rows::of(records, columns, &order)?;
        output::rows(context.ui, &rows, shape.rows(self.delimiter.as_deref()))
    }
}

/// Which components are meant: those with tags and labels.
#[derive(Args, Debug)]
pub(super) struct Marked {
    /// Only components with one of these tags
    #[arg(long, value_name = "TAG,…", env = "ATMOS_COMPONENT_TAGS")]
    tags: Option<String>,

    /// Only components with all these labels: `key=value,key:value`
    #[arg(long, value_name = "LABEL,…", env = "ATMOS_COMPONENT_LABELS")]
    labels: Option<String>,
}

impl Marked {
    pub(super) fn marks(&self) -> Result<Marks> {
        Marks::parse(self.tags.as_deref().unwrap_or(""), self.labels.as_deref().unwrap_or(""))
    }
}
