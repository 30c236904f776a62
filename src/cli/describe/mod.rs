//! `gaia describe`: what is so, with everything merged and evaluated.

mod affected;
mod component;
mod config;
mod dependents;
mod locals;
mod stacks;
mod workflows;

use super::context::Context;
use crate::output::Format;
use crate::value::Value;
use crate::yq;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// Show stacks, components and configuration with everything merged
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Describe {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Stacks(stacks::Stacks),
    Component(component::Component),
    Config(config::Config),
    Dependents(dependents::Dependents),
    Affected(affected::Affected),
    Locals(locals::Locals),
    Workflows(workflows::Workflows),
}

impl Describe {
    /// As for commands: what a change affects is asked about changes that someone proposes.
    pub(super) fn only_reads(&self) -> bool {
        matches!(self.what, What::Affected(_))
    }

    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.what {
            What::Stacks(stacks) => stacks.run(context),
            What::Component(component) => component.run(context),
            What::Config(config) => config.run(context),
            What::Dependents(dependents) => dependents.run(context),
            What::Affected(affected) => affected.run(context),
            What::Locals(locals) => locals.run(context),
            What::Workflows(workflows) => workflows.run(context),
        }
    }
}

/// How the answer is shown.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output options")]
struct Shown {
    /// Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`
    #[arg(short, long, value_name = "EXPRESSION")]
    query: Option<String>,

    /// Write the answer to a file
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Shown {
    fn query(&self) -> Option<&str> {
        self.query.as_deref().filter(|q| !q.is_empty())
    }

    fn file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|f| !f.as_os_str().is_empty())
    }

    /// Answers with the value, or with what the query makes of it.
    fn answer(&self, context: &Context, value: Value, format: Format) -> anyhow::Result<()> {
        let value = match self.query() {
            Some(query) => yq::eval(query, &value)?,
            None => value,
        };
        context.answer(&value, format, self.file())
    }
}
