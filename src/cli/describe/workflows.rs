//! `gaia describe workflows`.

use super::Shown;
use crate::cli::context::Context;
use crate::output::Format;
use crate::query::workflows::{self, Shape};
use clap::{Args, ValueEnum};

/// Show the workflows and the files they stand in
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia describe workflows
  gaia describe workflows --output all --format json")]
pub(super) struct Workflows {
    /// What is shown of them
    #[arg(short, long, value_enum, default_value = "list", value_name = "SHAPE", help_heading = "Output options")]
    output: Output,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "yaml", help_heading = "Output options")]
    format: Format,

    #[command(flatten)]
    shown: Shown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Output {
    /// A list of file and workflow
    List,
    /// A map from file to the names of its workflows
    Map,
    /// A map from file to all that stands in it
    All,
}

impl Workflows {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let shape = match self.output {
            Output::List => Shape::List,
            Output::Map => Shape::Map,
            Output::All => Shape::All,
        };
        let workflows = workflows::describe(&*context.workspace()?, shape)?;
        self.shown.answer(context, workflows, self.format)
    }
}
