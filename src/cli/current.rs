//! `gaia context`: the stack that is meant where none is named.

use super::chosen::Current;
use super::context::Context;
use super::named;
use super::shape::Shown;
use super::workflow::stack::{self, Triple};
use crate::engine::Options;
use crate::error::{Error, Result};
use crate::output::Format;
use crate::value::Value;
use clap::{Args, Subcommand};
use std::collections::BTreeMap;

/// Choose the stack that is meant where none is named
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_long_help = "Examples:
  gaia context
  gaia context use plat-ue2-dev
  gaia context show --format json
  gaia context clear

The choice is kept in .gaia/context.json of the repository, which git ignores. -s and ATMOS_STACK go before it.")]
pub(super) struct CurrentArgs {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    shown: Shown,

    #[command(flatten)]
    old: OldOptions,
}

/// What the Python CLI took in place of subcommands.
#[derive(Args, Debug)]
struct OldOptions {
    #[arg(long, hide = true)]
    show: bool,
    #[arg(long, hide = true)]
    reset: bool,
    #[arg(long, hide = true)]
    tenant: Option<String>,
    #[arg(long, hide = true)]
    account: Option<String>,
    #[arg(long, hide = true)]
    environment: Option<String>,
}

impl OldOptions {
    /// The subcommand that says the same.
    fn command(self, context: &Context, shown: Shown) -> Result<Command> {
        let triple = Triple { tenant: self.tenant, account: self.account, environment: self.environment };
        let (command, words) = if self.reset {
            (Command::Clear { shown }, "clear".to_owned())
        } else if triple.is_given() {
            let stack = stack::of_parts(context, &triple.all(&BTreeMap::new())?)?;
            let words = format!("use {stack}");
            (Command::Use { stack, shown }, words)
        } else if self.show {
            (Command::Show { shown }, "show".to_owned())
        } else {
            return Ok(Command::Show { shown });
        };
        context.ui.info(&format!("hint: this is `gaia context {words}` now"));
        Ok(command)
    }
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Choose a stack
    #[command(after_long_help = "Examples:
  gaia context use plat-ue2-dev
  gaia context use stacks/deploy/dev.yaml")]
    Use {
        /// The stack: its name or the beginning of it, or the path of its manifest
        #[arg(value_name = "STACK")]
        stack: String,
        #[command(flatten)]
        shown: Shown,
    },
    /// Show the chosen stack
    #[command(after_long_help = "Examples:
  gaia context show
  gaia context show --format json")]
    Show {
        #[command(flatten)]
        shown: Shown,
    },
    /// Choose none
    #[command(after_long_help = "Examples:
  gaia context clear")]
    Clear {
        #[command(flatten)]
        shown: Shown,
    },
}

impl CurrentArgs {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let command = match self.command {
            Some(command) => command,
            None => self.old.command(context, self.shown)?,
        };
        match command {
            Command::Use { stack, shown } => {
                let engine = context.engine(Options::default())?;
                let stack = named::stack(context, &engine, &stack)?;
                let current = Current::at(&engine, &stack)?;
                current.write(engine.workspace())?;
                context.ui.info(&format!("The current stack is {}.", current.said()));
                if shown.is_json() { answer(context, Some(current)) } else { Ok(()) }
            }
            Command::Show { shown } => {
                let current = Current::of(&*context.workspace()?)?;
                match &current {
                    None => context.ui.info("No stack is chosen; `gaia context use STACK` does it."),
                    Some(current) if !shown.is_json() => return context.say(&format!("{}\n", current.said())),
                    Some(_) => {}
                }
                if shown.is_json() { answer(context, current) } else { Ok(()) }
            }
            Command::Clear { shown } => {
                let file = Current::file(&*context.workspace()?);
                match std::fs::remove_file(&file) {
                    Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                        return Err(Error::new(format!("cannot remove `{}`: {e}", file.display())).into());
                    }
                    Err(_) => context.ui.info("No stack was chosen."),
                    Ok(()) => context.ui.info("No stack is chosen any more."),
                }
                if shown.is_json() { answer(context, None) } else { Ok(()) }
            }
        }
    }
}

/// Answers with the choice that holds now, as .gaia/context.json has it.
fn answer(context: &Context, current: Option<Current>) -> anyhow::Result<()> {
    context.answer(&current.map_or(Value::NULL, Current::into_value), Format::Json, None)
}
