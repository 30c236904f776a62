//! Rows under headers: a table on a terminal, plain lines in a pipe, or a format that programs read.

use super::{Format, Ui, answer, table};
use crate::query::Rows;
use crate::value::{Map, Value};
use std::io::Write;

/// How rows are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowFormat<'a> {
    /// A table on a terminal; in a pipe the cells with tabs between them and no headers.
    Table,
    /// A list of maps, from header to text.
    Json,
    /// The same as YAML.
    Yaml,
    /// Lines with this between the cells, headers first.
    Delimited(&'a str),
}

/// Writes rows to stdout.
///
/// # Errors
/// Stdout cannot be written to.
pub fn rows(ui: Ui, rows: &Rows, format: RowFormat<'_>) -> anyhow::Result<()> {
    let lines = |headers: Option<&Vec<String>>, between: &str| {
        let mut out = ui.plain();
        for cells in headers.into_iter().chain(&rows.rows) {
            let cells: Vec<_> = cells.iter().map(|cell| quoted(cell, between)).collect();
            writeln!(out, "{}", cells.join(between))?;
        }
        Ok(out.flush()?)
    };
    match format {
        RowFormat::Table if ui.is_terminal() => Ok(table::write(ui, rows)?),
        RowFormat::Table => lines(None, "\t"),
        RowFormat::Delimited(delimiter) => lines(Some(&rows.headers), delimiter),
        RowFormat::Json => answer::answer(ui, &records(rows), Format::Json, None),
        RowFormat::Yaml => answer::answer(ui, &records(rows), Format::Yaml, None),
    }
}

/// Every row as a map from header to cell.
fn records(rows: &Rows) -> Value {
    let record = |cells: &Vec<String>| -> Value {
        rows.headers.iter().zip(cells).map(|(header, cell)| (header.as_str(), cell.as_str())).collect::<Map>().into()
    };
    Value::seq(rows.rows.iter().map(record).collect())
}

/// The cell, in quotes where it would be read as more than one.
fn quoted(cell: &str, delimiter: &str) -> String {
    let ambiguous = cell.contains(['"', '\n', '\r']) || (!delimiter.is_empty() && cell.contains(delimiter));
    if ambiguous { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_only_where_it_must_be() {
        assert_eq!(quoted("eu-west-1", ","), "eu-west-1");
        assert_eq!(quoted("a,b", ","), "\"a,b\"");
        assert_eq!(quoted("a,b", "\t"), "a,b");
        assert_eq!(quoted("say \"hi\"", ","), "\"say \"\"hi\"\"\"");
    }

    #[test]
    fn records_are_maps_of_text() {
        let rows = Rows { headers: vec!["Stack".into(), "Steps".into()], rows: vec![vec!["dev".into(), "3".into()]] };
        let records = records(&rows);
        assert_eq!(records.as_seq().unwrap()[0].get("Steps"), Some(&Value::from("3")));
    }
}
