//! `gaia list`: what is there, in rows.

mod components;
mod instances;
mod metadata;
mod settings;
mod shown;
mod stacks;
mod values;
mod workflows;

pub(super) use workflows::Workflows;

use super::context::Context;
use clap::{Args, Subcommand};

/// List stacks, components, instances and workflows
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct List {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Stacks(stacks::Stacks),
    Components(components::Components),
    Instances(instances::Instances),
    Workflows(workflows::Workflows),
    Vars(values::Vars),
    Values(values::Values),
    Settings(settings::Settings),
    Metadata(metadata::Metadata),
}

impl List {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.what {
            What::Stacks(stacks) => stacks.run(context),
            What::Components(components) => components.run(context),
            What::Instances(instances) => instances.run(context),
            What::Workflows(workflows) => workflows.run(context),
            What::Vars(vars) => vars.run(context),
            What::Values(values) => values.run(context),
            What::Settings(settings) => settings.run(context),
            What::Metadata(metadata) => metadata.run(context),
        }
    }
}
