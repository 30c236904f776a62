//! The matrix of a GitHub Actions job.

use super::Ui;
use crate::Error;
use crate::value::{Map, Value, json};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

/// Writes `{"include": […]}` in one line to stdout, or appends it to a file as `matrix=…`, with `count=…` after it.
///
/// # Errors
/// The file cannot be written.
pub fn matrix(ui: Ui, entries: impl Iterator<Item = Value>, file: Option<&Path>) -> anyhow::Result<()> {
    let entries: Vec<Value> = entries.collect();
    let count = entries.len();
    let matrix = Value::map(Map::from_iter([("include", Value::seq(entries))]));
    let mut line = Vec::new();
    json::write_json(&mut line, &matrix, json::Format::COMPACT)??;
    let mut out = Vec::new();
    match file {
        None => {
            out.append(&mut line);
            out.push(b'\n');
            let mut stdout = ui.plain();
            stdout.write_all(&out)?;
            return Ok(stdout.flush()?);
        }
        Some(file) => {
            out.extend_from_slice(b"matrix=");
            out.append(&mut line);
            writeln!(out, "\ncount={count}")?;
            let opened = OpenOptions::new().append(true).create(true).open(file);
            let written = opened.and_then(|mut f| f.write_all(&out));
            written.map_err(|e| Error::new(format!("cannot write `{}`: {e}", file.display())))?;
        }
    }
    Ok(())
}
