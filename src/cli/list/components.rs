//! `gaia list components`.

use super::shown::{Columns, Marked, ROWS, Shape};
use crate::cli::context::Context;
use crate::cli::named;
use crate::cli::processing::Processing;
use crate::cli::switch::switch;
use crate::query::components::{self, Selection};
use clap::{Args, ValueEnum};

/// List the components, each once, with the number of stacks that have it
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia list components
  gaia list components -s 'plat-*-prod' --enabled
  gaia list components --type all --sort stacks:desc")]
pub(super) struct Components {
    /// Only stacks of this name or pattern
    #[arg(short, long, value_name = "PATTERN", env = "ATMOS_STACK")]
    stack: Option<String>,

    /// Real components, abstract ones, or all
    #[arg(short = 't', long = "type", value_enum, default_value = "real", env = "ATMOS_COMPONENT_TYPE")]
    kind: Kind,

    /// Only enabled components; with =false only disabled ones
    #[arg(long, value_name = "BOOL", env = "ATMOS_COMPONENT_ENABLED", value_parser = switch())]
    enabled: Option<bool>,

    /// Only locked components; with =false only unlocked ones
    #[arg(long, value_name = "BOOL", env = "ATMOS_COMPONENT_LOCKED", value_parser = switch())]
    locked: Option<bool>,

    /// Accepted for Atmos, where --type decides
    #[arg(long, hide = true)]
    r#abstract: bool,

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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Real,
    Abstract,
    All,
}

impl Components {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(self.processing.list_options())?;
        let kind = match self.kind {
            Kind::Real => Some("real"),
            Kind::Abstract => Some("abstract"),
            Kind::All => None,
        };
        let selection = Selection {
            stack: named::pattern(context, &engine, self.stack.as_deref())?,
            kind: kind.map(str::to_owned),
            enabled: self.enabled,
            locked: self.locked,
            marks: self.marked.marks()?,
        };
        let config = &engine.workspace().config;
        let shape = Shape::choose(self.format, config.dig(["components", "list", "format"]), ROWS)?;
        let columns = self.columns.choose(config.dig(["list", "components", "columns"]), components::default_columns);

        let records = components::list(&engine, &selection)?;
        if records.is_empty() {
            context.ui.info("No components found.");
            return Ok(());
        }
        self.columns.show(context, &records, &columns, components::default_order(), shape)
    }
}
