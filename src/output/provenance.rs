//! A component as YAML with the origins of its values beside the lines, in the form of Atmos.

use super::{DIMMED, Ui, answer};
use crate::engine::{Origin, Provenance};
use crate::text::{Position, Source, SourceMap};
use crate::value::{Data, Path, Value};
use crate::workspace::Workspace;
use crate::yaml;
use anstyle::{AnsiColor, Color, Style};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path as FilePath;
use std::sync::Arc;

/// Where origins begin when stdout is no terminal, and the least column where they do on one.
const COLUMN: usize = 50;
const LEAST_COLUMN: usize = 40;
/// What a terminal leaves to origins.
const FOR_ORIGINS: usize = 60;
/// Texts that reach nearer to the column of origins than this stand on a line of their own.
const MARGIN: usize = 10;

const LEGEND: [&str; 4] = [
    "# Provenance Legend:",
    "#   ● [1] Defined in parent stack",
    "#   ○ [N] Inherited/imported (N=2+ levels deep)",
    "#   ∴ Computed/templated",
];

/// Writes a component with its origins to stdout, or to `file`.
///
/// # Errors
/// It cannot be written.
pub fn print(
    ui: Ui,
    component: &Provenance,
    workspace: &Workspace,
    sources: &SourceMap,
    file: Option<&FilePath>,
) -> anyhow::Result<()> {
    let column = if ui.is_terminal() { ui.width().saturating_sub(FOR_ORIGINS).max(LEAST_COLUMN) } else { COLUMN };
    answer::text(ui, &render(component, column, workspace, sources), file)
}

fn render(component: &Provenance, column: usize, workspace: &Workspace, sources: &SourceMap) -> String {
    let mut out = String::new();
    for line in LEGEND {
        // writing to a string cannot fail
        let _ = writeln!(out, "{DIMMED}{line}{DIMMED:#}");
    }
    let _ = writeln!(out, "\n{DIMMED}# Stack: {}{DIMMED:#}\n", component.stack_file);
    let indent = workspace.config.dig(["settings", "terminal", "tab_width"]).and_then(Value::as_int);
    let indent = indent.and_then(|n| usize::try_from(n).ok()).unwrap_or(2);
    let text = yaml::write_folded(&component.sections, indent, column - MARGIN);
    let paths = paths_by_line(&text);
    for (number, line) in text.split('\n').enumerate() {
        out.push_str(line);
        if let Some(origin) = paths.get(&(number + 1)).and_then(|path| component.origin(path))
            && let Some(comment) = comment(origin, workspace, sources)
        {
            let padding = match column.checked_sub(line.len()) {
                Some(padding) if padding > 0 => padding,
                // a line below the head of a text would be of the text
                _ if is_head_of_text(line) => 1,
                _ => {
                    out.push('\n');
                    column
                }
            };
            let _ = write!(out, "{:padding$}{comment}", "");
        }
        out.push('\n');
    }
    out
}

/// Whether a line ends with the `|` or `>` of a text that stands below it.
fn is_head_of_text(line: &str) -> bool {
    line.rsplit(' ').next().is_some_and(|word| word.len() < 4 && word.starts_with(['|', '>']))
}

/// What begins on each line of a YAML text; of several things the innermost.
fn paths_by_line(text: &str) -> HashMap<usize, Path> {
    let sources = SourceMap::default();
    let source = sources.add("", text, false);
    let mut lines = HashMap::new();
    if let Ok(document) = yaml::load(&source, &mut yaml::PlainTags) {
        note(&Path::default(), &document.value, &source, &mut lines);
    }
    lines
}

fn note(path: &Path, value: &Value, source: &Arc<Source>, lines: &mut HashMap<usize, Path>) {
    match &value.data {
        Data::Map(map) => {
            for (key, value) in map.iter() {
                let path = path.key(&*key.name);
                lines.insert(source.position(key.span.start).line, path.clone());
                note(&path, value, source, lines);
            }
        }
        Data::Seq(items) => {
            for (index, item) in items.iter().enumerate() {
                let path = path.index(index);
                lines.insert(source.position(item.span.start).line, path.clone());
                note(&path, item, source, lines);
            }
        }
        _ => {}
    }
}

/// `# ● [1] file:line`.
fn comment(origin: Origin, workspace: &Workspace, sources: &SourceMap) -> Option<String> {
    let (source, Position { line, .. }) = sources.locate(origin.span)?;
    let file = in_stacks(&source.path, workspace);
    let symbol = match origin {
        Origin { computed: true, .. } | Origin { depth: None, .. } => '∴',
        Origin { depth: Some(1), .. } => '●',
        _ => '○',
    };
    let depth = origin.depth.map_or_else(String::new, |depth| {
        let color = match depth {
            1 | 2 => AnsiColor::Green,
            3 => AnsiColor::Yellow,
            _ => AnsiColor::Red,
        };
        let style = Style::new().fg_color(Some(Color::Ansi(color)));
        format!("{style}[{depth}]{style:#} ")
    });
    Some(format!("{DIMMED}# {symbol}{DIMMED:#} {depth}{DIMMED}{file}:{line}{DIMMED:#}"))
}

/// A path below the stacks folder, else below the root.
fn in_stacks(path: &FilePath, workspace: &Workspace) -> String {
    let shown = path.strip_prefix(&workspace.settings.stacks_dir).or_else(|_| path.strip_prefix(&workspace.root));
    shown.unwrap_or(path).display().to_string()
}
