//! Whole answers: a value as YAML or JSON, to stdout or into a file.

use super::Ui;
use crate::platform;
use crate::value::{Map, Value, json};
use crate::{Error, Result, yaml};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

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
    into(ui, file, |out| write(out, value, format))
}

/// Writes a map to stdout, or to `file`, whose values are made as they are written: several at a time, so that a large
/// answer is never in memory as a whole. Entries without a value are left out.
///
/// # Errors
/// A value cannot be made or has no JSON, or it cannot be written. Then a part of the answer may be out already.
pub fn answer_entries<T: Sync>(
    ui: Ui,
    entries: &[(Arc<str>, T)],
    make: impl Fn(&T) -> Result<Option<Value>> + Sync,
    format: Format,
    file: Option<&Path>,
) -> anyhow::Result<()> {
    let numbers = (0_i64..).map(Value::from);
    let numbered: Map = entries.iter().zip(numbers).map(|((name, _), number)| (Arc::clone(name), number)).collect();
    let sorted = match format {
        Format::Yaml => yaml::sorted(&numbered),
        Format::Json => numbered.sorted(),
    };
    let order = sorted.into_iter().filter_map(|(_, number)| usize::try_from(number.as_int()?).ok());
    let entries: Vec<_> = order.filter_map(|index| entries.get(index)).collect();
    let text = |(name, entry): &&(Arc<str>, T)| -> Result<Vec<u8>> {
        let Some(value) = make(entry)? else { return Ok(Vec::new()) };
        match format {
            Format::Yaml => Ok(yaml::to_string(&Value::map(Map::from_iter([(Arc::clone(name), value)]))).into_bytes()),
            Format::Json => json::entry_to_json(name, &value, json::Format::PRETTY),
        }
    };
    let (begin, between, end, empty) = match format {
        Format::Yaml => ("", "", "", "{}\n"),
        Format::Json => ("{", ",", "\n}\n", "{}\n"),
    };
    into(ui, file, |out| {
        let mut is_empty = true;
        let mut put = |texts: Vec<Result<Vec<u8>>>, out: &mut dyn Write| -> anyhow::Result<()> {
            for text in texts {
                let text = text?;
                if !text.is_empty() {
                    out.write_all(if is_empty { begin } else { between }.as_bytes())?;
                    out.write_all(&text)?;
                    is_empty = false;
                }
            }
            Ok(())
        };
        let mut ready = Vec::new();
        // one batch is written while the next is made
        for batch in entries.chunks(BATCH) {
            let (written, next) =
                rayon::join(|| put(std::mem::take(&mut ready), out), || batch.par_iter().map(text).collect());
            written?;
            ready = next;
        }
        put(ready, out)?;
        Ok(out.write_all(if is_empty { empty } else { end }.as_bytes())?)
    })
}

/// How many entries are made at a time.
const BATCH: usize = 16;

/// Opens stdout or `file`, and leaves nothing in a buffer.
fn into(
    ui: Ui,
    file: Option<&Path>,
    write: impl FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Some(file) = file else {
        let mut out = ui.plain();
        write(&mut out)?;
        return Ok(out.flush()?);
    };
    into_file(file, |out| write(out))
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
    platform::write_whole(file, contents, platform::Readers::AsBefore)
        .map_err(|e| Error::new(format!("cannot write `{}`: {e}", file.display())))
}

/// Writes a value and a line break.
fn write(mut out: &mut (dyn Write + Send), value: &Value, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Yaml => out.write_all(yaml::to_string(value).as_bytes())?,
        Format::Json => {
            json::write_json(&mut out, value, json::Format::PRETTY)??;
            writeln!(out)?;
        }
    }
    Ok(())
}
