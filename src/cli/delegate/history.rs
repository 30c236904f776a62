//! `gaia drift --history`: what earlier runs found.

use super::args::Format;
use crate::cli::context::Context;
use crate::delegate::{DriftedUnit, Finding, history};
use crate::error::Result;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::runner::Runs;

/// Shows what the last runs found.
pub(super) fn show(context: &Context, stacks: &[String], limit: usize, format: Format) -> anyhow::Result<()> {
    let found = read(context, stacks, limit)?;
    let headers = ["Run", "Started", "Components", "Drifted", "New", "Gone"].map(str::to_owned).to_vec();
    match format {
        Format::Json => context.say(&format!("{}\n", serde_json::to_string_pretty(&found)?)),
        Format::Markdown => {
            let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
            let body = found.iter().map(|finding| line(&row(finding)));
            context.say(
                &[line(&headers), "|---|---|---:|---|---|---|\n".to_owned()]
                    .into_iter()
                    .chain(body)
                    .collect::<String>(),
            )
        }
        Format::Table if found.is_empty() => {
            context.ui.info("No run of `gaia drift` looked at these stacks yet.");
            Ok(())
        }
        Format::Table => rows(context.ui, &Rows { headers, rows: found.iter().map(row).collect() }, RowFormat::Table),
    }
}

fn read(context: &Context, stacks: &[String], limit: usize) -> Result<Vec<Finding>> {
    history(&Runs::of(&context.workspace()?.root), stacks, limit)
}

fn row(finding: &Finding) -> Vec<String> {
    let failed = if finding.failed > 0 { format!(" ({} failed)", finding.failed) } else { String::new() };
    let of = |unit: &DriftedUnit| {
        let addresses: Vec<&str> = unit.drift.iter().map(|d| d.address.as_str()).collect();
        format!("{}:{} {}", unit.stack, unit.component, addresses.join(" "))
    };
    vec![
        finding.run.clone(),
        finding.started.get(..19).unwrap_or(&finding.started).replace('T', " "),
        format!("{}{failed}", finding.components),
        finding.drifted.iter().map(of).collect::<Vec<_>>().join(", "),
        finding.new.join(", "),
        finding.gone.join(", "),
    ]
}
