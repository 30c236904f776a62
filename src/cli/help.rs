//! `gaia help`: of commands, and pages that belong to none.

use super::context::Context;
use super::exit;
use super::shape::Shown;
use crate::text::did_you_mean;
use crate::{Error, Result};
use clap::Args;
use serde_json::Value;

/// Show the help of a command, or a page: exit-codes, quickstart
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia help describe component
  gaia help exit-codes")]
pub(super) struct Help {
    /// A command such as `describe component`, or `exit-codes`, `quickstart`
    #[arg(value_name = "TOPIC")]
    topic: Vec<String>,

    #[command(flatten)]
    shown: Shown,
}

/// A page that belongs to no command.
struct Page {
    name: &'static str,
    text: fn() -> String,
    record: fn() -> Value,
}

const PAGES: [Page; 2] = [
    Page { name: "exit-codes", text: exit::table, record: exit::record },
    Page { name: "quickstart", text: quickstart, record: || Value::String(quickstart()) },
];

/// What to do first.
fn quickstart() -> String {
    "\
In a repository with an atmos.yaml:

  gaia doctor                            the tools, and what is missing
  gaia list stacks                       what there is
  gaia validate                          everything that is wrong, each at its line
  gaia describe component vpc -s STACK   what comes out
  gaia why vars.cidr -c vpc -s STACK     and which lines made it
  gaia order -s STACK                    what is applied after what
  gaia plan --all -s STACK               all of it, planned by Atmos

Without one, `gaia init` starts one.
"
    .to_owned()
}

impl Help {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        if let [topic] = self.topic.as_slice()
            && let Some(page) = PAGES.iter().find(|page| page.name == topic)
        {
            return if self.shown.is_json() { context.say_json(&(page.record)()) } else { context.say(&(page.text)()) };
        }
        if self.shown.is_json() {
            return Err(Error::usage("only pages have JSON").hint("`gaia help exit-codes --format json`").into());
        }
        let mut command = super::command();
        command.build();
        let command = find(command, &self.topic)?;
        let long = command.clone().render_long_help();
        context.styled(&long.ansi())
    }
}

fn find(mut command: clap::Command, topic: &[String]) -> Result<clap::Command> {
    for word in topic {
        let Some(next) = command.find_subcommand(word).cloned() else {
            let known = command.get_subcommands().map(clap::Command::get_name);
            let pages = PAGES.iter().map(|page| page.name);
            let hint = did_you_mean(word, known.chain(pages));
            return Err(Error::usage(format!("there is no help on `{}`", topic.join(" ")))
                .hint(hint.unwrap_or_else(|| "`gaia --help` lists all commands".to_owned())));
        };
        command = next;
    }
    Ok(command)
}
