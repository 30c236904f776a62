//! Commands of the Python CLI that are called otherwise now: they say so in one line, and run the new ones.

use super::again;
use super::context::Context;
use super::named;
use super::workflow::stack::{self, Triple};
use crate::engine::Options;
use clap::{Args, Subcommand};
use std::collections::BTreeMap;

/// What the Python CLI had at its top.
#[derive(Subcommand, Debug)]
pub(super) enum Old {
    /// Check the repository, as `gaia validate`
    #[command(hide = true)]
    Hygiene(Hygiene),
    /// Look after the tools, as `gaia doctor`
    #[command(hide = true)]
    Dashboard,
    /// List the components of an environment, as `gaia list components`
    #[command(hide = true)]
    Status(Status),
    /// What to do first, as `gaia help quickstart`
    #[command(hide = true)]
    QuickStart,
    /// Run Terraform, as `atmos terraform`
    #[command(hide = true, disable_help_flag = true)]
    Terraform(Terraform),
}

#[derive(Args, Debug)]
pub(super) struct Hygiene {
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    fix: Option<bool>,
    #[arg(long)]
    scope: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    report: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Status {
    #[command(flatten)]
    triple: Triple,
}

#[derive(Args, Debug)]
pub(super) struct Terraform {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

impl Old {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self {
            Old::Hygiene(hygiene) => {
                let given = [
                    ("--fix", hygiene.fix == Some(true)),
                    ("--scope", hygiene.scope.is_some()),
                    ("--report", hygiene.report.is_some()),
                ];
                say_what_means_nothing(context, &given);
                instead(context, &["validate"])
            }
            Old::Dashboard => instead(context, &["doctor"]),
            Old::QuickStart => instead(context, &["help", "quickstart"]),
            Old::Status(Status { triple }) if triple.is_given() => {
                let stack = stack::of_parts(context, &triple.all(&BTreeMap::new())?)?;
                instead(context, &["list", "components", "-s", &stack])
            }
            Old::Status(_) => instead(context, &["list", "stacks"]),
            Old::Terraform(terraform) => terraform.run(context),
        }
    }
}

/// Runs another command line in place of an old one, and says so.
pub(super) fn instead(context: &Context, words: &[&str]) -> anyhow::Result<u8> {
    context.ui.info(&format!("hint: this is `gaia {}` now", words.join(" ")));
    again(context, &words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
}

/// Options of old that are taken so that scripts run: whoever gave them is told that nothing comes of them.
pub(super) fn say_what_means_nothing(context: &Context, given: &[(&str, bool)]) {
    let names: Vec<&str> = given.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
    if !names.is_empty() {
        context.ui.info(&format!("without meaning here: {}", names.join(", ")));
    }
}

impl Terraform {
    /// Hands everything to Atmos, the stack by its name.
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let mut words = self.words;
        for at in 0..words.len() {
            let said = match words[at].as_str() {
                "-s" | "--stack" => words.get(at + 1).cloned().map(|said| (at + 1, said, "")),
                word => word.strip_prefix("--stack=").map(|said| (at, said.to_owned(), "--stack=")),
            };
            // a repository that does not load is Atmos's to complain of
            if let Some((at, said, option)) = said
                && let Ok(engine) = context.engine(Options { process_functions: false, ..Options::default() })
                && let Ok(stack) = named::stack(context, &engine, &said)
            {
                words[at] = format!("{option}{stack}");
            }
            if words[at] == "--auto-approve" {
                "-auto-approve".clone_into(&mut words[at]);
            }
        }
        let mut all = vec!["terraform".to_owned()];
        all.extend(words);
        context.ui.info(&format!("hint: this is `atmos {}` now", all.join(" ")));
        Ok(super::workflow::atmos(&all)?)
    }
}
