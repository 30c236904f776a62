//! Whole answers: a value as YAML or JSON, to stdout or into a file.

use super::Ui;
use crate::value::{Value, json};
use crate::{Error, yaml};
use std::fs::{self, File};
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
    into_file(file, |out| write(out, value, format))
}

/// Writes a text with styles to stdout, or without any to `file`.
pub(super) fn text(ui: Ui, text: &str, file: Option<&Path>) -> anyhow::Result<()> {
    let Some(file) = file else {
        let mut out = ui.styled();
        out.write_all(text.as_bytes())?;
        return Ok(out.flush()?);
    };
    into_file(file, |out| Ok(write!(out, "{}", anstream::adapter::strip_str(text))?))
}

fn into_file(file: &Path, write_to: impl FnOnce(&mut io::BufWriter<File>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let cannot = |e: io::Error| Error::new(format!("cannot write `{}`: {e}", file.display()));
    let mut out = io::BufWriter::new(File::create(file).map_err(cannot)?);
    write_to(&mut out)?;
    Ok(out.flush().map_err(cannot)?)
}

/// Writes a file whole: beside its place first, so that nobody meets half of it. Directories on the way are made.
///
/// # Errors
/// It cannot be written.
pub fn write_file(file: &Path, contents: &[u8]) -> Result<(), Error> {
    let cannot = |e: io::Error| Error::new(format!("cannot write `{}`: {e}", file.display()));
    let dir = file.parent().filter(|d| !d.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(dir).map_err(cannot)?;
    let mut beside = tempfile::NamedTempFile::new_in(dir).map_err(cannot)?;
    beside.write_all(contents).map_err(cannot)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // a temporary file is its owner's alone
        let mode = fs::metadata(file).map_or(0o644, |m| m.permissions().mode());
        beside.as_file().set_permissions(fs::Permissions::from_mode(mode)).map_err(cannot)?;
    }
    beside.persist(file).map_err(|e| cannot(e.error))?;
    Ok(())
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
