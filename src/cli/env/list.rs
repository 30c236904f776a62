//! `gaia env list`.

use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::scaffold::environment::Environment;
use clap::Args;
use serde_json::json;

/// List the environments that templates made
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia env list
  gaia env list --format json")]
pub(super) struct List {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

impl List {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let all = Environment::all(&context.workspace()?.root)?;
        if self.format == Shape::Json {
            let record = |e: &Environment| json!({"name": e.name, "template": e.source, "version": e.version, "record": e.record});
            let records: Vec<_> = all.iter().map(record).collect();
            context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?))?;
            return Ok(exit::OK);
        }
        if all.is_empty() {
            context.ui.info("No template made an environment here. `gaia env create` makes one.");
            return Ok(exit::OK);
        }
        let headers = ["Environment", "Template", "Version"].map(str::to_owned).to_vec();
        let row = |e: &Environment| vec![e.name.clone(), e.source.clone(), e.version.clone().unwrap_or_default()];
        rows(context.ui, &Rows { headers, rows: all.iter().map(row).collect() }, RowFormat::Table)?;
        Ok(exit::OK)
    }
}
