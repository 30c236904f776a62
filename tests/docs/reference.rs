//! The reference as Markdown: commands from clap's grammar, problems and exit codes from their tables.

use clap::{Arg, Command};
use gaia::cli::exit;
use gaia::code;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Every generated page by its path below `docs/`.
pub(crate) fn pages() -> BTreeMap<String, String> {
    let mut root = gaia::cli::command();
    root.build();
    let mut pages = BTreeMap::from([
        ("reference/index.md".to_owned(), overview(&root)),
        ("errors.md".to_owned(), errors()),
        ("exit-codes.md".to_owned(), exit_codes()),
    ]);
    for command in visible(&root) {
        let mut page = String::new();
        section(&mut page, command, 1);
        pages.insert(format!("reference/{}.md", command.get_name()), page);
    }
    pages
}

fn visible(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|below| !below.is_hide_set())
}

fn overview(root: &Command) -> String {
    let mut page = "# Commands\n\n".to_owned();
    for command in visible(root) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        line(&mut page, &format!("- [`gaia {0}`]({0}.md): {1}", command.get_name(), prose(&about)));
    }
    page.push_str("\n## Options of every command\n");
    options(&mut page, root.get_arguments().filter(|arg| arg.is_global_set()), 3);
    page
}

/// A command with all below it.
fn section(page: &mut String, command: &Command, depth: usize) {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).replace('-', " ");
    // names of commands may have hyphens of their own: the last word is known
    let own = command.get_name();
    let above = name.strip_suffix(&own.replace('-', " ")).unwrap_or_default();
    line(page, &format!("{} `{above}{own}`\n", "#".repeat(depth.min(4))));
    let about = command.get_long_about().or_else(|| command.get_about());
    line(page, &prose(&about.map(ToString::to_string).unwrap_or_default()));
    let usage = command.clone().render_usage().to_string();
    fence(page, usage.trim_start_matches("Usage: "));
    if command.has_subcommands() {
        line(page, "");
        for below in visible(command) {
            let about = below.get_about().map(ToString::to_string).unwrap_or_default();
            line(page, &format!("- `{}`: {}", below.get_name(), prose(&about)));
        }
    }
    options(page, command.get_arguments().filter(|arg| !arg.is_global_set()), depth + 1);
    if let Some(after) = command.get_after_long_help() {
        fence(page, &after.to_string());
    }
    for below in visible(command) {
        page.push('\n');
        section(page, below, depth + 1);
    }
}

/// Arguments and options under the headings that the help shows them under.
fn options<'a>(page: &mut String, args: impl Iterator<Item = &'a Arg>, depth: usize) {
    let mut groups: Vec<(&str, Vec<&Arg>)> = Vec::new();
    let shown = |arg: &&Arg| !arg.is_hide_set() && !matches!(arg.get_id().as_str(), "help" | "version");
    for arg in args.filter(shown) {
        let heading = arg.get_help_heading().unwrap_or(if arg.is_positional() { "Arguments" } else { "Options" });
        match groups.iter_mut().find(|(name, _)| *name == heading) {
            Some((_, group)) => group.push(arg),
            None => groups.push((heading, vec![arg])),
        }
    }
    for (heading, group) in groups {
        line(page, &format!("\n{} {heading}\n", "#".repeat(depth.min(5))));
        for arg in group {
            line(page, &option(arg));
        }
    }
}

fn option(arg: &Arg) -> String {
    let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|name| format!("<{name}>")).collect();
    let takes_value = arg.is_positional() || arg.get_action().takes_values();
    let value = if takes_value { names.join(" ") } else { String::new() };
    let called = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long} {value}"),
        (Some(short), None) => format!("-{short} {value}"),
        (None, Some(long)) => format!("--{long} {value}"),
        (None, None) => value,
    };
    let help = arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let mut text =
        format!("- `{}`: {}", called.trim_end(), prose(&help).replace("\n\n", "\\\n  ").replace('\n', "\n  "));
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| takes_value && !value.is_hide_set())
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    if !values.is_empty() && !arg.is_hide_possible_values_set() {
        write!(text, "\\\n  one of {}", values.join(", ")).unwrap();
    }
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| format!("`{}`", value.display())).collect();
    if takes_value && !defaults.is_empty() && !arg.is_hide_default_value_set() {
        write!(text, "\\\n  default: {}", defaults.join(", ")).unwrap();
    }
    text
}

fn errors() -> String {
    let mut page = "# Problems by code\n\n`gaia explain CODE` prints the same.\n".to_owned();
    for code in code::all() {
        line(
            &mut page,
            &format!("\n## {} {}\n\n*{}*: {}", code.id, code.name, code.severity.name(), prose(code.about)),
        );
        fence(&mut page, code.example);
        line(&mut page, &format!("\n{}", prose(code.fix)));
    }
    page
}

fn exit_codes() -> String {
    let mut page = "# Exit codes\n\n| code | name | meaning |\n|---|---|---|\n".to_owned();
    for meaning in exit::TABLE {
        line(&mut page, &format!("| {} | {} | {} |", meaning.code, meaning.name, prose(meaning.about)));
    }
    page
}

fn line(page: &mut String, text: &str) {
    page.push_str(text.trim_end_matches(' '));
    page.push('\n');
}

fn fence(page: &mut String, text: &str) {
    line(page, &format!("\n```text\n{}\n```", text.trim_end()));
}

/// Plain text as Markdown: what stands between backticks is code already, and nothing else is markup.
fn prose(text: &str) -> String {
    let mut parts = text.trim_end().split('`').enumerate();
    let (_, first) = parts.next().unwrap_or_default();
    parts.fold(
        escaped(first),
        |out, (n, part)| if n % 2 == 1 { format!("{out}`{part}") } else { format!("{out}`{}", escaped(part)) },
    )
}

fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('*', "\\*").replace('|', "\\|")
}
