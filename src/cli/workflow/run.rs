//! `gaia workflow show` and `gaia workflow run`.

use super::native::Native;
use crate::cli::context::Context;
use crate::error::Error;
use crate::output::{Format, ask};
use clap::Args;

/// Show a workflow
#[derive(Args, Debug)]
pub(super) struct Show {
    /// The workflow
    #[arg(value_name = "NAME")]
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
        let workflow = Native::find(&*context.workspace()?, &self.name, self.file.as_deref())?;
        context.answer(&workflow.content, self.format, None)
    }
}

/// Run a workflow by `atmos workflow`
#[expect(clippy::struct_field_names, reason = "they are the names of the options")]
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia workflow run plan-environment -s plat-ue2-dev
  gaia workflow run deploy -f deploy.yaml --from-step network
  gaia workflow run            # on a terminal: pick one")]
pub(super) struct Run {
    /// The workflow; on a terminal it can be picked
    #[arg(value_name = "NAME")]
    name: Option<String>,

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
}

impl Run {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let workflow = match &self.name {
            Some(name) => Native::find(&workspace, name, self.file.as_deref())?,
            None if context.can_ask() => {
                let mut all = Native::all(&workspace)?;
                let names: Vec<String> = all.iter().map(|w| format!("{} ({})", w.name, w.file)).collect();
                all.swap_remove(ask::choose("Which workflow?", &names)?)
            }
            None => return Err(Error::usage("which workflow?").hint("`gaia workflow list` shows all").into()),
        };
        let mut words = Vec::new();
        if let Some(stack) = self.stack.filter(|s| !s.is_empty()) {
            words.extend(["-s".to_owned(), stack]);
        }
        if let Some(step) = self.from_step {
            let steps = workflow.steps();
            if !steps.contains(&step) {
                return Err(Error::usage(format!("the workflow `{}` has no step `{step}`", workflow.name))
                    .maybe_hint(crate::text::did_you_mean(&step, steps.iter().map(String::as_str)))
                    .hint(format!("its steps: {}", steps.join(", ")))
                    .into());
            }
            words.extend(["--from-step".to_owned(), step]);
        }
        if self.dry_run {
            words.push("--dry-run".to_owned());
        }
        words.extend(context.atmos_options());
        Ok(workflow.run(&words)?)
    }
}
