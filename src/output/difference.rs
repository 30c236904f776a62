//! The answers of `gaia diff`: for people, and as records.

use super::place::{Places, inline};
use super::{DIMMED, HEADING, Ui};
use crate::query::difference::Difference;
use crate::value::diff::Change;
use crate::value::{Map, Value};
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// How much of a value is shown to people.
const MAX_VALUE: usize = 60;

const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const CHANGE: (char, Style, &str) = ('~', AnsiColor::Yellow.on_default(), "changed");

/// Writes differences for people: what was added (`+`), removed (`-`) and changed (`~`), below each component.
///
/// # Errors
/// Stdout cannot be written to.
pub fn print(ui: Ui, differences: &[Difference], places: &Places<'_>) -> io::Result<()> {
    let mut out = ui.styled();
    out.write_all(text(differences, places).as_bytes())?;
    out.flush()
}

fn text(differences: &[Difference], places: &Places<'_>) -> String {
    let mut out = String::new();
    for (number, difference) in differences.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let (mark, style, said) = whole(difference).map_or(CHANGE, kind);
        let stack = difference.stack.as_ref().map_or_else(String::new, |stack| format!("{stack}: "));
        // writing to a string cannot fail
        let _ = write!(out, "{style}{mark}{style:#} {HEADING}{stack}{}{HEADING:#}", difference.component);
        let _ = write!(out, " {DIMMED}({}){DIMMED:#}", difference.kind);
        if let Some(change) = whole(difference) {
            let _ = writeln!(out, " {style}{said}{style:#}{}", place(change, places));
        } else {
            out.push('\n');
            difference.changes.iter().for_each(|change| line(&mut out, change, places));
        }
    }
    out
}

/// The change of a component that only one side has.
fn whole(difference: &Difference) -> Option<&Change> {
    difference.changes.first().filter(|change| change.path.steps().is_empty())
}

/// The mark, the style and the word of a change.
fn kind(change: &Change) -> (char, Style, &'static str) {
    match (&change.old, &change.new) {
        (None, _) => ('+', ADDED, "added"),
        (_, None) => ('-', REMOVED, "removed"),
        _ => CHANGE,
    }
}

fn line(out: &mut String, change: &Change, places: &Places<'_>) {
    let (mark, style, _) = kind(change);
    let values: Vec<String> = [&change.old, &change.new].into_iter().flatten().map(|v| inline(v, MAX_VALUE)).collect();
    let _ = write!(out, "  {style}{mark} {}{style:#}: {}", change.path, values.join(" → "));
    let _ = writeln!(out, "{}", place(change, places));
}

/// Where the values stand.
fn place(change: &Change, places: &Places<'_>) -> String {
    let shown: Vec<String> =
        [&change.old, &change.new].into_iter().flatten().filter_map(|v| places.text(v.span)).collect();
    if shown.is_empty() { String::new() } else { format!("  {DIMMED}{}{DIMMED:#}", shown.join(" → ")) }
}

/// The differences as `docs/schemas/diff.json` describes them. `from` and `to` say what is compared.
pub fn record(from: Value, to: Value, differences: &[Difference], places: &Places<'_>) -> Value {
    let changes = differences.iter().flat_map(|difference| {
        difference.changes.iter().map(move |change| {
            let (_, _, how) = kind(change);
            let mut record = Map::from_iter([
                ("type", Value::from(difference.kind.as_str())),
                ("component", Value::from(difference.component.as_str())),
                ("change", Value::from(how)),
            ]);
            if let Some(stack) = &difference.stack {
                record.insert("stack", stack.as_str());
            }
            if !change.path.steps().is_empty() {
                record.insert("path", change.path.to_string());
            }
            for (name, at, value) in [("old", "old_at", &change.old), ("new", "new_at", &change.new)] {
                let Some(value) = value else { continue };
                record.insert(name, value.clone());
                if let Some(place) = places.record(value.span) {
                    record.insert(at, Value::map(place));
                }
            }
            Value::map(record)
        })
    });
    Value::map(Map::from_iter([("from", from), ("to", to), ("changes", Value::seq(changes.collect()))]))
}
