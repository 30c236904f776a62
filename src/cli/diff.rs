//! `gaia diff`.

use super::context::Context;
use super::exit;
use super::named::stack;
use super::processing::Processing;
use crate::affected::Comparison;
use crate::error::Error;
use crate::output::{Format, Places, difference};
use crate::query::difference::{of_stacks, since};
use crate::value::{Map, Value};
use clap::{Args, ValueEnum};

/// Show how two stacks differ, or what changed in the stacks since a revision
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia diff plat-ue2-staging plat-ue2-prod
  gaia diff plat-ue2-staging plat-ue2-prod -c vpc
  gaia diff --base main
  gaia diff --base HEAD~1 -s plat-ue2-prod --format json

Values are compared, not texts: what is only written or imported differently is the same. Functions that need credentials
or run programs are compared as they are written.")]
pub(super) struct Diff {
    /// The stack to compare with
    #[arg(value_name = "OLD", conflicts_with = "base")]
    old: Option<String>,

    /// The stack that is compared
    #[arg(value_name = "NEW")]
    new: Option<String>,

    /// Compare all stacks with a revision of the repository: a branch, a tag, a commit, HEAD~1
    #[arg(long, value_name = "REVISION")]
    base: Option<String>,

    /// Only this stack, with --base
    #[arg(short, long, value_name = "STACK", requires = "base")]
    stack: Option<String>,

    /// Only this component
    #[arg(short, long, value_name = "COMPONENT")]
    component: Option<String>,

    /// End with 1 when there are differences
    #[arg(long)]
    exit_code: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "text", help_heading = "Output options")]
    format: Shape,

    #[command(flatten)]
    processing: Processing,
}

/// How differences are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Shape {
    /// For people
    Text,
    /// As docs/schemas/diff.json describes it
    Json,
    /// The same as YAML
    Yaml,
}

impl Diff {
    /// Tells the exit code: differences are an answer, not an error.
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let options = self.processing.reading_options();
        let named = |name: &str, what: &str| Value::map(Map::from_iter([(name, Value::from(what))]));
        let component = self.component.as_deref();
        let mut places = Places::new(&context.sources);
        // the files of the base may be shown as long as it is here
        let comparison;
        let (from, to, found) = match (&self.base, &self.old, &self.new) {
            (Some(revision), ..) => {
                let workspace = context.workspace()?;
                comparison = Comparison::between(&workspace, &options, revision, None)?;
                if let Some(dir) = comparison.base_dir() {
                    places.name(dir, revision);
                }
                let found = since(&comparison, self.stack.as_deref(), component)?;
                (named("revision", revision), named("work_tree", &workspace.root.display().to_string()), found)
            }
            (None, Some(old), Some(new)) => {
                let engine = context.engine(options)?;
                let (old, new) = (&*stack(context, &engine, old)?, &*stack(context, &engine, new)?);
                (named("stack", old), named("stack", new), of_stacks(&engine, old, new, component)?)
            }
            _ => {
                let error = Error::usage("two stacks can be compared, or all with a revision");
                return Err(error.hint("`gaia diff OLD NEW`, or `gaia diff --base REVISION`").into());
            }
        };
        match self.format {
            Shape::Text if found.is_empty() => context.ui.info("No differences."),
            Shape::Text => difference::print(context.ui, &found, &places)?,
            Shape::Json => context.answer(&difference::record(from, to, &found, &places), Format::Json, None)?,
            Shape::Yaml => context.answer(&difference::record(from, to, &found, &places), Format::Yaml, None)?,
        }
        Ok(if self.exit_code && !found.is_empty() { exit::FAILED } else { exit::OK })
    }
}
