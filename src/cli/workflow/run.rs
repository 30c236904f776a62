//! `gaia workflow show` and `gaia workflow run`.

use super::steps::{Plan, is_secret};
use super::{atmos, stack};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::error::{Error, Result};
use crate::output::Format;
use crate::output::ask::{Dialogue, Leave, MARK, Text, in_turn, interrupted};
use crate::text::did_you_mean;
use crate::workflow::Workflow;
use crate::workflow::arguments::{self, Parameter, parameters};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;

/// Show a workflow, and the arguments that it reads
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia workflow show plan-environment
  gaia workflow show deploy --file deploy.yaml --format json")]
pub(super) struct Show {
    /// The workflow, or its file
    #[arg(value_name = "WORKFLOW")]
    name: String,

    /// The file that it stands in
    #[arg(long, value_name = "FILE")]
    file: Option<String>,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,
}

impl Show {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let workflow = Workflow::find(&*context.workspace()?, &self.name, self.file.as_deref())?;
        let read: Vec<String> = parameters(&workflow).iter().map(told).collect();
        if !read.is_empty() {
            context.ui.info(&format!("arguments: {}", read.join(", ")));
        }
        context.answer(&workflow.content, self.format, None)
    }
}

/// An argument as people write it.
fn told(parameter: &Parameter) -> String {
    let Parameter { name, required, default } = parameter;
    match default {
        _ if *required => format!("{name} (required)"),
        Some(default) if !default.is_empty() && !default.contains('$') => format!("{name}={default}"),
        _ => name.clone(),
    }
}

/// Run a workflow: by `atmos workflow`, or, in the older dialect, step by step
#[expect(clippy::struct_field_names, reason = "they are the names of the options")]
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia workflow run plan-environment -s plat-ue2-dev
  gaia workflow run plan-environment tenant=fnx account=dev environment=testenv-01
  gaia workflow run deploy -f deploy.yaml --from-step network

Arguments become variables of the scripts; in the older dialect (`run.command`), -s gives tenant, account and environment
from the stack. A workflow is called by its name, or by its file where that holds one alone.")]
pub(super) struct Run {
    /// The workflow, or its file
    #[arg(value_name = "WORKFLOW")]
    name: String,

    /// Arguments of the workflow
    #[arg(value_name = "KEY=VALUE")]
    arguments: Vec<String>,

    /// The file that it stands in
    #[arg(short, long, value_name = "FILE")]
    file: Option<String>,

    /// The stack that it runs for
    #[arg(short, long, value_name = "STACK", env = "ATMOS_STACK")]
    stack: Option<String>,

    /// Begin with this step
    #[arg(long, value_name = "STEP")]
    from_step: Option<String>,

    /// Show the steps, and run nothing
    #[arg(long)]
    dry_run: bool,

    /// What is answered in the end: of the older dialect, each step with its exit code and time
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Answer,
}

/// What a run answers.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Answer {
    /// What the steps say
    #[default]
    Text,
    /// A map; what the steps say goes to stderr
    Json,
}

impl Run {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let given = arguments::parse(&self.arguments)?;
        let workflow = Workflow::find(&workspace, &self.name, self.file.as_deref())?;
        let from = self.from_step.as_deref().map(|step| find_step(&workflow, step)).transpose()?;
        let stack = self.stack.filter(|stack| !stack.is_empty());
        if workflow.is_old() {
            let given = complete(context, &workflow, given, stack.as_deref())?;
            let json = self.format == Answer::Json;
            let plan = Plan { workflow: &workflow, given: &given, from: from.unwrap_or_default(), json };
            if self.dry_run {
                return plan.show(context).map(|()| exit::OK);
            }
            return plan.run(context);
        }
        if self.format == Answer::Json {
            return Err(Error::usage("`--format json` is for workflows of the older dialect")
                .hint("what Atmos runs, Atmos reports")
                .into());
        }
        let mut words = Vec::new();
        words.extend(stack.into_iter().flat_map(|stack| ["-s".to_owned(), stack]));
        words.extend(self.from_step.into_iter().flat_map(|step| ["--from-step".to_owned(), step]));
        if self.dry_run {
            words.push("--dry-run".to_owned());
        }
        words.extend(context.atmos_options());
        Ok(atmos::run(&workflow, &given, &words)?)
    }
}

/// The number of a step, from 0.
fn find_step(workflow: &Workflow, step: &str) -> Result<usize> {
    let steps = workflow.steps();
    steps.iter().position(|name| *name == step).ok_or_else(|| {
        Error::usage(format!("the workflow `{}` has no step `{step}`", workflow.name))
            .maybe_hint(did_you_mean(step, steps.iter().copied()))
            .hint(format!("its steps: {}", steps.join(", ")))
    })
}

/// The arguments of a workflow of the older dialect: those given, else what the stack says, else variables of the
/// environment, as the Python CLI took them, else what is typed on a terminal.
///
/// # Errors
/// One is not read by the workflow; one that it needs is missing, and nobody can be asked.
pub(super) fn complete(
    context: &Context,
    workflow: &Workflow,
    mut given: BTreeMap<String, String>,
    stack: Option<&str>,
) -> Result<BTreeMap<String, String>> {
    arguments::refuse_unknown(workflow, &given)?;
    let of_stack = stack.map(|stack| stack::parts(context, stack)).transpose()?.unwrap_or_default();
    let mut missing = Vec::new();
    for Parameter { name, required, .. } in parameters(workflow) {
        if given.contains_key(&name) {
            continue;
        }
        if let Some(value) = of_stack.get(&name).cloned().or_else(|| stack::from_environment(&name)) {
            given.insert(name, value);
        } else if required {
            missing.push(name);
        }
    }
    let asked = if context.can_ask() { ask(workflow, &missing)? } else { Vec::new() };
    if asked.len() == missing.len() {
        given.extend(missing.into_iter().zip(asked));
        return Ok(given);
    }
    let Workflow { name, file, .. } = workflow;
    let of_that_name = Workflow::all(&*context.workspace()?)?.iter().filter(|other| other.name == *name).count();
    let place = if of_that_name > 1 { format!(" -f {file}") } else { String::new() };
    let example: Vec<String> = missing.iter().map(|name| format!("{name}=…")).collect();
    let error = Error::usage(format!("the workflow `{name}` needs {}", missing.join(", ")))
        .hint(format!("`gaia workflow run {name}{place} {}`", example.join(" ")));
    let of_stack = missing.iter().any(|name| ["tenant", "account", "environment"].contains(&name.as_str()));
    Err(if of_stack { error.hint("`-s STACK` gives tenant, account and environment") } else { error })
}

/// Asks for arguments; answers none where somebody leaves the first question.
///
/// # Errors
/// The user interrupted.
fn ask(workflow: &Workflow, names: &[String]) -> Result<Vec<String>> {
    let check = |text: &str| if text.is_empty() { Err("something must stand here".to_owned()) } else { Ok(()) };
    let asked = in_turn::<Error>(names.len(), |answers, before| {
        let name = &names[answers.len()];
        let mut dialogue = Dialogue::start();
        dialogue.question(MARK, &format!("{name}, an argument of the workflow `{}`\n", workflow.name));
        Ok(dialogue.line(&Text { default: before, hidden: is_secret(name), ..Text::default() }, &check))
    })?;
    match asked {
        Ok(answers) => Ok(answers),
        Err(Leave::Interrupted) => Err(interrupted()),
        Err(Leave::Back | Leave::Nobody) => Ok(Vec::new()),
    }
}
