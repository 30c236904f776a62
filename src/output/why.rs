//! The chains of `gaia why`: for people, and as records.

use super::place::{Places, inline};
use super::{DIMMED, HEADING, Ui, WINNER};
use crate::engine::{How, Link, Why};
use crate::text::SourceMap;
use crate::value::{Map, Value};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

/// How much of a value is shown to people.
const MAX_VALUE: usize = 72;

/// Writes chains for people: a value, below it what made it, the winner last and marked.
///
/// # Errors
/// Stdout cannot be written to.
pub fn print(ui: Ui, found: &[Why], sources: &SourceMap) -> io::Result<()> {
    let mut out = ui.styled();
    out.write_all(text(found, &Places::new(sources)).as_bytes())?;
    out.flush()
}

fn text(found: &[Why], places: &Places<'_>) -> String {
    let mut out = String::new();
    for (number, why) in found.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let value = why.value.as_ref().map_or("not set".into(), |v| format!("= {}", inline(v, MAX_VALUE)));
        // writing to a string cannot fail
        let _ = writeln!(out, "{HEADING}{}{HEADING:#} {value}", why.path);
        let rows: Vec<[String; 3]> = why.chain.iter().map(|link| row(link, places)).collect();
        let width = |column: usize| rows.iter().map(|r| r[column].chars().count()).max().unwrap_or_default();
        let (at, how) = (width(0), width(1));
        for (number, [place, how_text, value]) in rows.iter().enumerate() {
            let is_last = number + 1 == rows.len();
            let (mark, style) = if is_last { ("→", WINNER) } else { (" ", DIMMED) };
            let line = format!("{place:at$}  {how_text:how$}  {value}");
            let _ = writeln!(out, "{style}{mark} {}{style:#}", line.trim_end());
        }
    }
    out
}

/// One step on the way to a value, for people: the place, what it did there, the value.
pub fn row(link: &Link, places: &Places<'_>) -> [String; 3] {
    let place = places.text(link.span).unwrap_or_else(|| "(no file)".into());
    let mut how = match &link.how {
        How::Inherit(base) => format!("inherited from {base}"),
        How::ComponentType => "component type".into(),
        other => other.name().into(),
    };
    if let Some(import) = kind_of_import(link, &place)
        && !matches!(link.how, How::Template | How::Function)
    {
        let _ = write!(how, ", {import}");
    }
    let value = link.value.as_ref().map_or("takes it away".into(), |v| inline(v, MAX_VALUE));
    [place, how, value]
}

/// A value in one line, for people.
pub fn short(value: &Value) -> String {
    inline(value, MAX_VALUE)
}

/// What an imported file is by the folder that it stands in, as repositories of Atmos are laid out.
fn kind_of_import(link: &Link, file: &str) -> Option<&'static str> {
    link.importers.first()?;
    let folder = |name: &str| Path::new(file).parent().is_some_and(|dir| dir.iter().any(|part| part == name));
    Some(if folder("mixins") {
        "mixin"
    } else if folder("catalog") {
        "catalog"
    } else {
        "import"
    })
}

/// The chains as `docs/schemas/why.json` describes them.
pub fn record(component: &str, stack: &str, found: &[Why], sources: &SourceMap) -> Value {
    let places = Places::new(sources);
    let values = found.iter().map(|why| {
        let mut value = Map::from_iter([
            ("key", Value::from(why.path.to_string())),
            ("chain", Value::seq(why.chain.iter().map(|link| link_record(link, &places)).collect())),
        ]);
        if let Some(present) = &why.value {
            value.insert("value", present.clone());
        }
        Value::map(value)
    });
    Value::map(Map::from_iter([
        ("component", Value::from(component)),
        ("stack", Value::from(stack)),
        ("values", Value::seq(values.collect())),
    ]))
}

fn link_record(link: &Link, places: &Places<'_>) -> Value {
    let mut record = places.record(link.span).unwrap_or_default();
    let import = record.get("file").and_then(Value::as_str).and_then(|file| kind_of_import(link, file));
    record.insert("how", link.how.name());
    if let How::Inherit(base) = &link.how {
        record.insert("base", Value::str(Arc::clone(base)));
    }
    if let Some(import) = import {
        record.insert("import", import);
        let importers = link.importers.iter().map(|name| Value::str(Arc::clone(name))).collect();
        record.insert("imported_by", Value::seq(importers));
    }
    if let Some(value) = &link.value {
        record.insert("value", value.clone());
    }
    Value::map(record)
}
