//! `gaia run`: the journal of what was run.

use super::context::Context;
use super::shape::Shown;
use super::{delegate, exit};
use crate::delegate::Changes;
use crate::error::Error;
use crate::output::run::{duration, words};
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::runner::{self, Run, State};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use std::io::Write;

/// Show runs, and go on with them
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
#[command(after_long_help = "Examples:
  gaia run list --kind apply
  gaia run show
  gaia run logs latest vpc
  gaia run resume
  gaia run clean --keep 50

Runs are kept in .gaia/runs of the repository, which git ignores.")]
pub(super) struct Runs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Show(Show),
    Logs(Logs),
    Resume(delegate::Resume),
    Clean(Clean),
}

/// How rows are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Shape {
    Table,
    Json,
}

/// List runs, the latest first
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia run list
  gaia run list --kind apply --limit 5")]
struct List {
    /// Only runs of this kind: plan, apply, destroy, drift
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// How many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    limit: usize,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

/// Show what became of each component of a run
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia run show
  gaia run show 20261122T0655 --format json")]
struct Show {
    /// The run: its name, the beginning of it, or `latest`
    #[arg(value_name = "RUN", default_value = "latest")]
    run: String,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

/// Show what the components of a run wrote
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia run logs latest
  gaia run logs latest vpc")]
struct Logs {
    /// The run: its name, the beginning of it, or `latest`
    #[arg(value_name = "RUN")]
    run: String,

    /// A component; all of them where none is named
    #[arg(value_name = "COMPONENT")]
    component: Option<String>,

    #[command(flatten)]
    shown: Shown,
}

/// Remove old runs, with their plans and logs
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia run clean
  gaia run clean --keep 100")]
struct Clean {
    /// How many of the latest stay
    #[arg(long, value_name = "N", default_value_t = 20)]
    keep: usize,

    #[command(flatten)]
    shown: Shown,
}

impl Runs {
    /// Whether it only looks.
    pub(super) fn only_answers(&self) -> bool {
        matches!(self.what, What::List(_) | What::Show(_) | What::Logs(_))
    }

    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if let What::Resume(resume) = &self.what {
            return delegate::resume(context, resume);
        }
        let runs = runner::Runs::of(&context.workspace()?.root);
        match self.what {
            What::List(list) => list.run(context, &runs)?,
            What::Show(show) => show.run(context, &runs)?,
            What::Logs(logs) => logs.run(context, &runs)?,
            What::Clean(clean) => clean.run(context, &runs)?,
            What::Resume(_) => {}
        }
        Ok(exit::OK)
    }
}

impl List {
    fn run(&self, context: &Context, runs: &runner::Runs) -> anyhow::Result<()> {
        let is_wanted = |run: &Run| self.kind.as_ref().is_none_or(|kind| run.record.kind == *kind);
        // a run that cannot be read is no reason to hide the others
        let found = runs.ids().into_iter().filter_map(|id| runs.open(&id).ok()).filter(is_wanted).take(self.limit);
        let found: Vec<Run> = found.collect();
        if self.format == Shape::Json {
            let records: Vec<_> = found.iter().map(summary).collect();
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?));
        }
        if found.is_empty() {
            context.ui.info("There are no runs.");
            return Ok(());
        }
        let row = |run: &Run| {
            vec![
                run.record.id.clone(),
                run.record.kind.clone(),
                run.state().words().to_owned(),
                run.record.steps.len().to_string(),
                run.seconds().map(duration).unwrap_or_default(),
                run.record.command.get(1..).unwrap_or_default().join(" "),
            ]
        };
        let headers = ["Run", "Kind", "State", "Components", "Time", "Command"].map(str::to_owned).to_vec();
        rows(context.ui, &Rows { headers, rows: found.iter().map(row).collect() }, RowFormat::Table)
    }
}

fn summary(run: &Run) -> serde_json::Value {
    json!({
        "run": run.record.id,
        "kind": run.record.kind,
        "state": run.state(),
        "started": run.record.started,
        "seconds": run.seconds(),
        "components": run.record.steps.len(),
        "command": run.record.command,
        "directory": run.dir,
    })
}

impl Show {
    fn run(&self, context: &Context, runs: &runner::Runs) -> anyhow::Result<()> {
        let run = runs.find(&self.run)?;
        if self.format == Shape::Json {
            let mut shown = summary(&run);
            let steps = run.record.steps.iter().map(|step| {
                let last = run.last(&step.name);
                json!({
                    "name": step.name,
                    "labels": step.labels,
                    "after": step.after,
                    "commands": step.commands.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    "log": run.dir.join(&step.log),
                    "last": last,
                })
            });
            shown["steps"] = steps.collect();
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&shown)?));
        }
        let died = run.state() == State::Died;
        let row = |step: &runner::StepRecord| {
            let last = run.last(&step.name);
            let status = match last.map(|e| (e.status, &e.reason)) {
                None => "not started".to_owned(),
                Some((None, _)) if died => "cut off".to_owned(),
                Some((None, _)) => "running".to_owned(),
                Some((Some(status), Some(reason))) => format!("{}: {reason}", status.words()),
                Some((Some(status), None)) => status.words().to_owned(),
            };
            let changes = last.and_then(|e| Changes::of(e.details.as_ref()?)).map(|c| words(&c)).unwrap_or_default();
            let seconds = last.and_then(|e| e.seconds).map(duration).unwrap_or_default();
            vec![step.name.clone(), changes, seconds, status]
        };
        let headers = ["Component", "Changes", "Time", "Status"].map(str::to_owned).to_vec();
        let found = Rows { headers, rows: run.record.steps.iter().map(row).collect() };
        rows(context.ui, &found, RowFormat::Table)?;
        let state = run.state();
        context.ui.info(&format!("{} {}: {}", run.record.kind, run.record.id, state.words()));
        if died {
            context.ui.info(&format!("`gaia run resume {}` goes on", run.record.id));
        }
        Ok(())
    }
}

impl Logs {
    fn run(&self, context: &Context, runs: &runner::Runs) -> anyhow::Result<()> {
        let run = runs.find(&self.run)?;
        let is_wanted = |step: &&runner::StepRecord| {
            self.component.as_ref().is_none_or(|c| step.name == *c || step.labels.get("component") == Some(c))
        };
        let steps: Vec<_> = run.record.steps.iter().filter(is_wanted).collect();
        if let Some(component) = self.component.as_deref().filter(|_| steps.is_empty()) {
            return Err(unknown(&run, component).into());
        }
        if self.shown.is_json() {
            let log = |step: &runner::StepRecord| {
                // what was never started wrote nothing
                let log = std::fs::read(run.dir.join(&step.log)).ok();
                json!({"name": step.name, "log": log.map(|log| String::from_utf8_lossy(&log).into_owned())})
            };
            return context.say_json(&steps.iter().map(|step| log(step)).collect::<Vec<_>>());
        }
        let mut out = context.ui.plain();
        for step in &steps {
            let Ok(log) = std::fs::read(run.dir.join(&step.log)) else { continue };
            if steps.len() > 1 {
                writeln!(out, "== {}", step.name)?;
            }
            out.write_all(&log)?;
        }
        Ok(out.flush()?)
    }
}

fn unknown(run: &Run, component: &str) -> Error {
    let names = run.record.steps.iter().flat_map(|s| [Some(&s.name), s.labels.get("component")]).flatten();
    Error::new(format!("the run `{}` has no component `{component}`", run.record.id))
        .maybe_hint(crate::text::did_you_mean(component, names.map(String::as_str)))
}

impl Clean {
    fn run(&self, context: &Context, runs: &runner::Runs) -> anyhow::Result<()> {
        let mut removed = Vec::new();
        for id in runs.ids().into_iter().skip(self.keep) {
            match runs.remove(&id) {
                Ok(()) => removed.push(id),
                Err(error) => context.ui.info(error.message()),
            }
        }
        if self.shown.is_json() {
            return context.say_json(&json!({"removed": removed}));
        }
        context.ui.info(&format!("{} runs are removed", removed.len()));
        Ok(())
    }
}
