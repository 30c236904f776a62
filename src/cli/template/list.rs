//! `gaia template list`.

use crate::cli::context::Context;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::scaffold;
use clap::{Args, ValueEnum};
use serde_json::json;

/// How templates and questions are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Shape {
    Table,
    Json,
}

/// List the templates that come with gaia
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template list
  gaia template list --format json")]
pub(super) struct List {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

impl List {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let templates = scaffold::bundled();
        if self.format == Shape::Json {
            let shown: Vec<_> = templates
                .iter()
                .map(|t| {
                    let address = format!("bundled:{}", t.name);
                    json!({"name": t.name, "address": address, "version": t.version, "description": t.about})
                })
                .collect();
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&shown)?));
        }
        let headers = ["Template", "Version", "Description"].map(str::to_owned).to_vec();
        let row = |t: &scaffold::Bundled| [t.name, t.version, t.about].map(str::to_owned).to_vec();
        rows(context.ui, &Rows { headers, rows: templates.iter().map(row).collect() }, RowFormat::Table)
    }
}
