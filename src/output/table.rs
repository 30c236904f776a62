//! Rows as a table that fits the terminal.

use super::{DIMMED, HEADING, Ui};
use crate::query::Rows;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use std::io::{self, Write};

/// A line under the headings, and no other.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill(RULE));
const RULE: char = '─';

/// Writes rows as a table, with cells wrapped to the terminal's width, and their number below.
pub(super) fn write(ui: Ui, rows: &Rows) -> io::Result<()> {
    let text = layout(rows, ui.width());
    let mut out = ui.styled();
    let mut in_headings = true;
    for line in text.lines() {
        let line = line.trim_end();
        if in_headings && line.chars().all(|c| c == RULE) {
            in_headings = false;
            writeln!(out, "{DIMMED}{line}{DIMMED:#}")?;
        } else if in_headings {
            writeln!(out, "{HEADING}{line}{HEADING:#}")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out, "{DIMMED}{}{DIMMED:#}", count(rows.rows.len()))?;
    out.flush()
}

fn layout(rows: &Rows, width: usize) -> String {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(&rows.headers)
        .add_rows(&rows.rows);
    table.to_string()
}

fn count(n: usize) -> String {
    if n == 1 { "1 row".into() } else { format!("{n} rows") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fits_its_width() {
        let rows = Rows {
            headers: vec!["Stack".into(), "Description".into()],
            rows: vec![vec!["dev".into(), "word ".repeat(30)], vec!["prod".into(), "short".into()]],
        };
        let text = layout(&rows, 40);
        assert!(text.lines().all(|line| line.chars().count() <= 40), "{text}");
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        assert_eq!(lines[0], " Stack  Description");
        assert!(lines[1].chars().all(|c| c == RULE), "{text}");
        assert_eq!(*lines.last().unwrap(), " prod   short");
        assert!(lines.len() > 5, "the long cell is wrapped: {text}");
    }
}
