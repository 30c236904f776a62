//! Whole answers: a value as YAML or JSON, to stdout or into a file.

use super::Ui;
use crate::value::{Value, json};
use crate::{Error, yaml};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// How a whole value is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Format {
    /// YAML, with sorted keys.
    Yaml,
    /// JSON, indented, with sorted keys.
    Json,
}

/// Writes a value to stdout, or to `file`.
///
/// # Errors
/// The value has no JSON, or it cannot be written.
pub fn answer(ui: Ui, value: &Value, format: Format, file: Option<&Path>) -> anyhow::Result<()> {
    let Some(file) = file else {
        let mut out = ui.plain();
        write(&mut out, value, format)?;
        return Ok(out.flush()?);
    };
    let cannot = |e: io::Error| Error::new(format!("cannot write `{}`: {e}", file.display()));
    let mut out = io::BufWriter::new(File::create(file).map_err(cannot)?);
    write(&mut out, value, format)?;
    Ok(out.flush().map_err(cannot)?)
}

/// Writes a value and a line break.
fn write(out: &mut impl Write, value: &Value, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Yaml => out.write_all(yaml::to_string(value).as_bytes())?,
        Format::Json => {
            json::write_json(out, value, json::Format::PRETTY)??;
            writeln!(out)?;
        }
    }
    Ok(())
}
