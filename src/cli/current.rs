//! `gaia context`: the stack that is meant where none is named.

use super::chosen::Current;
use super::context::Context;
use super::named;
use super::workflow::stack::{self, Triple};
use crate::engine::Options;
use crate::error::{Error, Result};
use crate::output::Format;
use crate::value::Value;
use clap::{Args, Subcommand, ValueEnum};
use std::collections::BTreeMap;

/// Choose the stack that is meant where none is named
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia context use plat-ue2-dev
  gaia context show
  gaia context clear

The choice is kept in .gaia/context.json of the repository, which git ignores. -s and ATMOS_STACK go before it.")]
pub(super) struct CurrentArgs {
    #[command(subcommand)]
    command: Option<Command>,

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
    fn command(self, context: &Context) -> Result<Command> {
        let triple = Triple { tenant: self.tenant, account: self.account, environment: self.environment };
        let (command, words) = if self.reset {
            (Command::Clear, "clear".to_owned())
        } else if triple.is_given() {
            let stack = stack::of_parts(context, &triple.all(&BTreeMap::new())?)?;
            let words = format!("use {stack}");
            (Command::Use { stack }, words)
        } else if self.show {
            (Command::Show { format: Shape::Text }, "show".to_owned())
        } else {
            return Ok(Command::Show { format: Shape::Text });
        };
        context.ui.info(&format!("hint: this is `gaia context {words}` now"));
        Ok(command)
    }
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Choose a stack
    Use {
        /// The stack: its name or the beginning of it, or the path of its manifest
        #[arg(value_name = "STACK")]
        stack: String,
    },
    /// Show the chosen stack
    Show {
        /// How to show it
        #[arg(short, long, value_enum, default_value = "text")]
        format: Shape,
    },
    /// Choose none
    Clear,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// Its name
    Text,
    /// What .gaia/context.json holds
    Json,
}

impl CurrentArgs {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let command = match self.command {
            Some(command) => command,
            None => self.old.command(context)?,
        };
        match command {
            Command::Use { stack } => {
                let engine = context.engine(Options::default())?;
                let stack = named::stack(context, &engine, &stack)?;
                let current = Current::at(&engine, &stack)?;
                current.write(engine.workspace())?;
                context.ui.info(&format!("The current stack is {}.", current.said()));
                Ok(())
            }
            Command::Show { format } => {
                let workspace = context.workspace()?;
                let Some(current) = Current::of(&workspace)? else {
                    context.ui.info("No stack is chosen; `gaia context use STACK` does it.");
                    return if format == Shape::Json {
                        context.answer(&Value::NULL, Format::Json, None)
                    } else {
                        Ok(())
                    };
                };
                match format {
                    Shape::Text => context.say(&format!("{}\n", current.said())),
                    Shape::Json => context.answer(&current.into_value(), Format::Json, None),
                }
            }
            Command::Clear => {
                let workspace = context.workspace()?;
                let file = Current::file(&workspace);
                match std::fs::remove_file(&file) {
                    Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                        Err(Error::new(format!("cannot remove `{}`: {e}", file.display())).into())
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}
