//! `gaia` alone: what it can do, by task, for the repository that it stands in.

use super::chosen::Current;
use super::context::Context;
use super::known::{self, Known};
use crate::query::stacks::has_no_manifests;
use crate::runner::{Run, Runs, State, Status};
use crate::workspace::Workspace;
use anstyle::Style;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

const HEADING: Style = Style::new().bold();
const DIMMED: Style = Style::new().dimmed();

/// Where descriptions begin.
const COLUMN: usize = 44;

/// Command lines with what they are for, under what one wants to do.
type Task = (&'static str, &'static [(&'static str, &'static str)]);

const INSIDE: &[Task] = &[
    (
        "Look around",
        &[
            ("gaia ui", "stacks and values, with keys"),
            ("gaia list stacks", "components, instances, workflows"),
            ("gaia describe component COMPONENT -s STACK", "all that Terraform is given"),
            ("gaia why KEY -c COMPONENT -s STACK", "the lines that set a value"),
            ("gaia graph -s STACK", "what depends on what"),
        ],
    ),
    (
        "Check",
        &[
            ("gaia validate", "every mistake, with its line"),
            ("gaia affected --base main", "what a change affects"),
            ("gaia doctor", "tools and their versions"),
        ],
    ),
    (
        "Run",
        &[
            ("gaia plan -s STACK", "in the order of dependencies"),
            ("gaia apply -s STACK", "what was shown, and no more"),
            ("gaia run list", "what was run; show, logs, resume"),
            ("gaia workflow list", "or show, run"),
        ],
    ),
    (
        "Build",
        &[
            ("gaia env create", "an environment from the template"),
            ("gaia component create", "a component"),
            ("gaia template update", "what a newer template brings"),
        ],
    ),
    ("Certificates", &[("gaia cert status", "or inspect, check, rotate")]),
];

const OUTSIDE: &[Task] = &[
    (
        "Start",
        &[
            ("gaia init DIR", "a repository from the template"),
            ("gaia -C DIR", "the same page for a repository"),
            ("gaia doctor", "whether the tools are there"),
        ],
    ),
    (
        "Anywhere",
        &[("gaia template list", "templates for projects"), ("gaia cert inspect FILE", "certificates, also HOST:PORT")],
    ),
];

/// What there is to say about where we are.
#[derive(Debug)]
enum Here {
    /// No configuration is found.
    Outside,
    Inside {
        root: String,
        /// The names, or why they cannot be told.
        known: Result<Known, String>,
        current: Option<String>,
        /// The latest run, with its kind, if it did not end well.
        unfinished: Option<(String, String, &'static str)>,
    },
}

/// Says what can be done here. Whatever is wrong with the repository is part of the answer.
pub(super) fn show(context: &Context) -> anyhow::Result<()> {
    context.styled(&text(&here(context), context.ui.width()).trim_end())
}

fn here(context: &Context) -> Here {
    let workspace = match context.workspace() {
        Ok(workspace) => workspace,
        Err(error) => {
            return Here::Inside {
                root: ".".to_owned(),
                known: Err(error.message().to_owned()),
                current: None,
                unfinished: None,
            };
        }
    };
    if workspace.config_files.is_empty() {
        return Here::Outside;
    }
    Here::Inside {
        root: workspace.root.display().to_string(),
        known: names(&workspace),
        current: Current::of(&workspace).ok().flatten().map(|current| current.said()),
        unfinished: unfinished(&Runs::of(&workspace.root)),
    }
}

/// The names; a repository without a stack yet has none.
fn names(workspace: &Arc<Workspace>) -> Result<Known, String> {
    if has_no_manifests(workspace) {
        return Ok(Known::new());
    }
    known::names(workspace).map_err(|error| error.message().to_owned())
}

fn unfinished(runs: &Runs) -> Option<(String, String, &'static str)> {
    let latest: Run = runs.ids().into_iter().find_map(|id| runs.open(&id).ok())?;
    let state = latest.state();
    let can_go_on = match state {
        State::Died => true,
        State::Running => false,
        State::Ended(status) => !status.is_good() && status != Status::NotStarted,
    };
    can_go_on.then(|| (latest.record.id, latest.record.kind, state.words()))
}

fn text(here: &Here, width: usize) -> String {
    let mut out = String::new();
    let version = env!("CARGO_PKG_VERSION");
    // writing to a string cannot fail
    let _ = match here {
        Here::Outside => writeln!(out, "{HEADING}gaia {version}{HEADING:#}: no Atmos repository here"),
        Here::Inside { root, .. } => writeln!(out, "{HEADING}gaia {version}{HEADING:#} in {root}"),
    };
    if let Here::Inside { known, current, .. } = here {
        let counts = match known {
            Ok(known) => counts(known),
            Err(why) => format!("cannot be read: {why}"),
        };
        let current = current.as_ref().map_or_else(String::new, |stack| format!("; the current one is {stack}"));
        let _ = writeln!(out, "{counts}{current}");
    }
    let tasks = if matches!(here, Here::Outside) { OUTSIDE } else { INSIDE };
    for (task, lines) in tasks {
        let _ = writeln!(out, "\n{HEADING}{task}{HEADING:#}");
        for (command, what) in *lines {
            let line = format!("  {command:COLUMN$}{what}");
            // on a narrow terminal the command alone tells enough
            let line = if line.chars().count() > width { format!("  {command}") } else { line };
            let _ = writeln!(out, "{line}");
        }
    }
    let (next, why) = next(here);
    let _ = writeln!(out, "\n{HEADING}Next{HEADING:#}\n  {next}\n  {DIMMED}{why}{DIMMED:#}");
    let _ = writeln!(out, "\n`gaia help COMMAND` tells more, `gaia --help` lists all commands.");
    out
}

fn counts(known: &Known) -> String {
    let components: BTreeSet<&String> = known.iter().flat_map(|(_, components)| components).collect();
    let words = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    format!("{}, {} (bases included)", words(known.len(), "stack"), words(components.len(), "component"))
}

/// What one would do next, and why.
fn next(here: &Here) -> (String, String) {
    let say = |next: &str, why: &str| (next.to_owned(), why.to_owned());
    match here {
        Here::Outside => say("gaia init DIR", "starts a repository, and asks what it needs to know"),
        Here::Inside { known: Err(_), .. } => say("gaia validate", "tells what is wrong, and where"),
        Here::Inside { known: Ok(known), .. } if known.is_empty() => {
            say("gaia env create", "makes the first environment, with its stack")
        }
        Here::Inside { unfinished: Some((id, kind, state)), .. } => {
            (format!("gaia run show {id}"), format!("the last {kind}: {state}; `gaia run resume {id}` goes on with it"))
        }
        Here::Inside { current: None, known: Ok(known), .. } => {
            let (stack, _) = &known[0];
            (format!("gaia context use {stack}"), "chooses the stack that is meant where none is named".to_owned())
        }
        Here::Inside { .. } => say("gaia plan", "plans the components of the current stack that you choose"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(known: Known) -> Here {
        Here::Inside { root: "/work/acme".into(), known: Ok(known), current: None, unfinished: None }
    }

    fn shown(here: &Here) -> String {
        anstream::adapter::strip_str(&text(here, 80)).to_string()
    }

    #[test]
    fn the_page_tells_what_can_be_done() {
        let known = vec![("dev".to_owned(), vec!["vpc".to_owned(), "eks".to_owned()])];
        let page = shown(&inside(known));
        insta::assert_snapshot!(page);
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        insta::assert_snapshot!(shown(&Here::Outside));
    }

    #[test]
    fn what_comes_next_depends_on_what_there_is() {
        let known = vec![("dev".to_owned(), vec!["vpc".to_owned()])];
        let with = |known: Result<Known, String>, current: Option<&str>, died: bool| Here::Inside {
            root: ".".into(),
            known,
            current: current.map(str::to_owned),
            unfinished: died.then(|| ("20260101T1".to_owned(), "plan".to_owned(), "died")),
        };
        let steps = [
            (Here::Outside, "gaia init DIR"),
            (with(Err("broken".into()), None, false), "gaia validate"),
            (with(Ok(Vec::new()), None, false), "gaia env create"),
            (with(Ok(known.clone()), None, true), "gaia run show 20260101T1"),
            (with(Ok(known.clone()), None, false), "gaia context use dev"),
            (with(Ok(known), Some("dev"), false), "gaia plan"),
        ];
        for (here, wanted) in steps {
            assert_eq!(next(&here).0, wanted, "{here:?}");
        }
    }
}
