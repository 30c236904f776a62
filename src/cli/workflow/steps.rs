//! Workflows of the older dialect, run step by step: each script by bash, with the arguments as variables.

use super::guard::guard;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::error::{Error, Kind, Result};
use crate::output::Tone;
use crate::platform;
use crate::runner::Signals;
use crate::text::shell_word;
use crate::workflow::arguments::expand;
use crate::workflow::{Step, Workflow};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Instant;

/// Endings of the names of arguments whose values nobody shall see.
const SECRET: [&str; 6] = ["password", "passwd", "token", "secret", "api_key", "private_key"];

/// How a workflow is run.
pub(super) struct Plan<'a> {
    pub(super) workflow: &'a Workflow,
    pub(super) given: &'a BTreeMap<String, String>,
    /// The number of the step to begin with, from 0.
    pub(super) from: usize,
    /// Whether the answer is JSON, and what steps say is for people.
    pub(super) json: bool,
}

/// What became of a workflow.
#[derive(Serialize)]
struct Outcome<'a> {
    workflow: &'a str,
    file: &'a str,
    exit_code: u8,
    steps: Vec<Done<'a>>,
}

/// What became of a step.
#[derive(Serialize)]
struct Done<'a> {
    name: &'a str,
    status: &'static str,
    exit_code: Option<u8>,
    seconds: f64,
}

/// Variables in their order.
type Variables = Vec<(String, String)>;

impl<'a> Plan<'a> {
    /// Runs the steps one after the other, until one fails, and tells its exit code.
    ///
    /// # Errors
    /// The workflow runs already; there is no bash; a variable asks for more than an expansion.
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let guard = guard(self.workflow)?;
        let steps = self.steps(&guard)?;
        let root = context.workspace()?.root.clone();
        // Ctrl-C is for the step, whose end is waited for
        let _signals = Signals::listen()?;
        let mut outcome = Outcome {
            workflow: &self.workflow.name,
            file: &self.workflow.file,
            exit_code: exit::OK,
            steps: Vec::with_capacity(steps.len()),
        };
        for (number, (step, variables)) in steps.iter().enumerate() {
            if number < self.from || outcome.exit_code != exit::OK {
                outcome.steps.push(Done { name: step.name, status: "skipped", exit_code: None, seconds: 0.0 });
                continue;
            }
            context.ui.info(&format!("[{}/{}] {}", number + 1, steps.len(), titled(*step)));
            let begin = Instant::now();
            let code = bash(context, &root, step.text(), variables, self.json)?;
            let seconds = begin.elapsed().as_secs_f64();
            let status = if code == exit::OK { "succeeded" } else { "failed" };
            outcome.steps.push(Done { name: step.name, status, exit_code: Some(code), seconds });
            outcome.exit_code = code;
            if code == exit::OK {
                context.ui.info(&format!("      {seconds:.1} s"));
            } else {
                let what = format!(" `{}` after {seconds:.1} s with exit code {code}", step.name);
                context.ui.step(Tone::Bad, "failed:", &what);
                context.ui.info(&format!("hint: go on with `{}`", self.again(step.name)));
            }
        }
        if self.json {
            context.say(&format!("{}\n", serde_json::to_string_pretty(&outcome)?))?;
        }
        Ok(outcome.exit_code)
    }

    /// Shows what would be run.
    ///
    /// # Errors
    /// As [`Plan::run`].
    pub(super) fn show(&self, context: &Context) -> anyhow::Result<()> {
        let steps = self.steps(&guard(self.workflow)?)?;
        let mut text = String::new();
        for (number, (step, variables)) in steps.iter().enumerate().skip(self.from) {
            // writing to a string cannot fail
            let _ = writeln!(text, "# [{}/{}] {}", number + 1, steps.len(), titled(*step));
            for (name, value) in variables.iter().filter(|(name, _)| !name.starts_with("GAIA_")) {
                let _ = writeln!(text, "# {name}={}", shown(name, value));
            }
            let _ = writeln!(text, "{}\n", step.text().trim_end());
        }
        context.say(&text)
    }

    /// The steps with their variables. All are looked at before the first one runs.
    fn steps(&self, guard: &[(&str, String)]) -> Result<Vec<(Step<'a>, Variables)>> {
        let written = self.workflow.written();
        let steps: Vec<Step<'a>> = written.iter().filter_map(Step::of).collect();
        if steps.len() < written.len() {
            let other = written.iter().find(|step| Step::of(step).is_none());
            let span = other.map(|step| step.span).unwrap_or_default();
            if other.is_some_and(|step| step.get("command").is_none()) {
                return Err(Error::new("the step has no `run.command` that is a text").at(span));
            }
            return Err(Error::new(format!("the workflow `{}` has steps of two dialects", self.workflow.name))
                .at(span)
                .hint("`gaia workflow convert` makes one of them, which Atmos runs"));
        }
        steps.into_iter().map(|step| Ok((step, self.variables(step, guard)?))).collect()
    }

    /// What the script of a step finds in its environment, beside what gaia does.
    fn variables(&self, step: Step<'_>, guard: &[(&str, String)]) -> Result<Variables> {
        let mut all: Variables = self.given.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        for (name, text) in step.variables() {
            let known = |name: &str| {
                let own = all.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone());
                own.or_else(|| std::env::var(name).ok())
            };
            let value = expand(step.name, &text, &known)?;
            all.push((name.to_owned(), value));
        }
        all.extend(guard.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        Ok(all)
    }

    /// The command line that goes on with a step.
    fn again(&self, step: &str) -> String {
        let mut words = ["gaia", "workflow", "run", &self.workflow.name].map(str::to_owned).to_vec();
        words.extend(["-f".to_owned(), self.workflow.file.clone(), "--from-step".to_owned(), step.to_owned()]);
        words.extend(self.given.iter().map(|(name, value)| format!("{name}={}", shown(name, value))));
        words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" ")
    }
}

fn titled(step: Step<'_>) -> String {
    match step.description {
        Some(description) => format!("{}: {description}", step.name),
        None => step.name.to_owned(),
    }
}

/// A value as people may see it.
pub(super) fn shown<'a>(name: &str, value: &'a str) -> &'a str {
    if is_secret(name) { "***" } else { value }
}

/// Whether nobody shall see the value of an argument.
pub(in crate::cli) fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|end| name.to_lowercase().ends_with(end))
}

/// Runs a script. Its variables are never part of its text.
fn bash(context: &Context, root: &Path, script: &str, variables: &Variables, json: bool) -> Result<u8> {
    let mut command = duct::cmd("bash", ["-c", script]).dir(root).unchecked();
    for (name, value) in variables {
        command = command.env(name, value);
    }
    // scripts call gaia, wherever it lies
    if let Some(path) = with_own_directory() {
        command = command.env("PATH", path);
    }
    if context.no_input() {
        command = command.stdin_null();
    }
    if json {
        command = command.stdout_to_stderr();
    }
    let done = command.run().map_err(|e| {
        Error::new(format!("cannot run `bash`: {e}")).kind(Kind::Unavailable).hint("scripts of workflows are for bash")
    })?;
    Ok(code(done.status))
}

/// PATH with the directory of this program behind all others.
fn with_own_directory() -> Option<std::ffi::OsString> {
    let own = std::env::current_exe().ok()?.parent()?.to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::env::split_paths(&path).chain([own])).ok()
}

/// The exit code of a program that ended; of one that a signal ended, what shells say.
pub(super) fn code(status: ExitStatus) -> u8 {
    let code = status.code().or_else(|| platform::signal(status).map(|signal| 128 + signal)).unwrap_or_default();
    u8::try_from(code).unwrap_or(exit::FAILED)
}
