//! `gaia env onboard`.

use super::create::{Create, Outcome, needs_approval};
use crate::cert::declared;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::engine;
use crate::output::{ask, write_file};
use crate::scaffold::environment::Environment;
use crate::{Error, Result};
use clap::{Arg, Args};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Make an environment and plan it for the first time, step by step
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia env onboard -t shop -a dev -e blue -r eu-west-1 --team-email shop@example.com
  gaia env onboard -t shop -a dev -e blue
  gaia env onboard -t shop -a dev -e blue --cert new.crt --key new.key

Each step is confirmed first. When one fails or is put off, the same command goes on there.")]
#[command(mut_args(needed))]
pub(super) struct Onboard {
    #[command(flatten)]
    create: Create,

    #[command(flatten)]
    files: Files,
}

/// What names an environment must be said: by it is known where to go on.
fn needed(arg: Arg) -> Arg {
    let names_it = ["tenant", "account", "environment"].contains(&arg.get_id().as_str());
    if names_it { arg.required_unless_present_any(["data", "data_file"]) } else { arg }
}

/// The certificate of the environment, where there is one already.
#[derive(Args, Debug)]
#[command(next_help_heading = "Certificates")]
struct Files {
    /// The certificate whose rotation is planned
    #[arg(long, value_name = "FILE", requires = "key")]
    cert: Option<PathBuf>,

    /// Its private key
    #[arg(long, value_name = "FILE", requires = "cert")]
    key: Option<PathBuf>,

    /// The certificates between it and its root
    #[arg(long, value_name = "FILE", requires = "cert")]
    chain: Option<PathBuf>,
}

/// How far it got.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Progress {
    /// The stacks of the environment.
    stacks: Vec<String>,
    /// The steps that are done.
    done: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Step {
    Create,
    Certificates,
    Plan,
}

impl Onboard {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let root = context.workspace()?.root.clone();
        let journal = self.journal(&root)?;
        let mut progress = read(&journal)?;
        if progress.done.contains(&Step::Create) {
            context.ui.info("1/3 The environment is made already.");
        } else {
            if !self.confirmed(context, "1/3 Make the environment?", "making the environment")? {
                return Ok(exit::OK);
            }
            match self.create.make(context)? {
                Outcome::Written(stacks) => progress.stacks = stacks,
                Outcome::Left => return Ok(exit::OK),
                Outcome::Refused => return Ok(exit::FAILED),
            }
            progress.finish(Step::Create, &journal)?;
        }
        if !progress.done.contains(&Step::Certificates) {
            match self.certificates(context, &progress.stacks) {
                Ok(Some(exit::OK)) => progress.finish(Step::Certificates, &journal)?,
                Ok(None) => return Ok(exit::OK),
                failed => {
                    context.ui.always(
                        "The environment is made; its certificates cannot be planned. The same command goes on with them.",
                    );
                    return failed.map(|code| code.unwrap_or(exit::FAILED));
                }
            }
        }
        if progress.done.contains(&Step::Plan) {
            context.ui.info("3/3 The first plan is made already. `gaia apply -s STACK` builds the environment.");
            return Ok(exit::OK);
        }
        if !self.confirmed(context, "3/3 Plan it?", "planning the environment")? {
            return Ok(exit::OK);
        }
        for stack in progress.stacks.clone() {
            let words = ["plan", "-s", &stack, "--all"].map(str::to_owned);
            let planned = crate::cli::again(context, &words);
            if !matches!(planned, Ok(exit::OK)) {
                context.ui.always("The environment is made; its plan failed. The same command goes on with the plan.");
                return planned;
            }
        }
        progress.finish(Step::Plan, &journal)?;
        let stacks: Vec<String> = progress.stacks.iter().map(|stack| format!("gaia apply -s {stack} --all")).collect();
        context.ui.info(&format!("Done. `{}` builds it.", stacks.join(" && ")));
        Ok(exit::OK)
    }

    /// Shows which certificates the stacks declare, and plans them where there is one already. None when it is put off.
    fn certificates(&self, context: &Context, stacks: &[String]) -> anyhow::Result<Option<u8>> {
        let options = engine::Options { offline: true, ..engine::Options::default() };
        let engine = context.engine(options)?;
        let mut wanted = Vec::new();
        for stack in stacks {
            match declared(&engine, Some(stack)) {
                Ok(targets) => wanted.extend(targets),
                // places that only the first apply makes
                Err(error) => context.ui.info(&format!("Certificates of `{stack}`: not known yet ({error}).")),
            }
        }
        if wanted.is_empty() {
            context.ui.info("2/3 Certificates: none are declared, so there is nothing to plan.");
            return Ok(Some(exit::OK));
        }
        if !self.confirmed(context, "2/3 Plan the certificates?", "planning certificates")? {
            return Ok(None);
        }
        for target in &wanted {
            let stack = target.stack.as_deref().unwrap_or_default();
            context.ui.info(&format!("`{}` of `{stack}`: {}", target.name, target.domains.join(", ")));
        }
        let Some(files) = self.files.words() else {
            context.ui.info(
                "No certificate is given (`--cert`, `--key`). `gaia cert request` and `gaia cert acme` obtain one, \
                 `gaia cert rotate NAME -s STACK` puts it into place.",
            );
            return Ok(Some(exit::OK));
        };
        for stack in stacks.iter().filter(|stack| wanted.iter().any(|target| target.stack.as_ref() == Some(stack))) {
            let words = ["cert", "rotate", "-s", stack].map(str::to_owned);
            let code = crate::cli::again(context, &[&words[..], &files].concat())?;
            if code != exit::OK {
                return Ok(Some(code));
            }
        }
        Ok(Some(exit::OK))
    }

    /// Where it is kept how far it got: by the environment's name, which must be known from the start.
    fn journal(&self, root: &Path) -> Result<PathBuf> {
        let data = self.create.answers.data()?;
        let text = |name: &str| {
            let given = data.get(name).map(ToString::to_string).filter(|text| !text.is_empty());
            given.ok_or_else(|| {
                Error::usage(format!("onboarding needs --{name}"))
                    .hint("tenant, account and environment tell where to go on")
            })
        };
        let name = Environment::name_of(&text("tenant")?, &text("account")?, &text("environment")?);
        if name.contains(['/', '\\']) {
            return Err(Error::usage(format!("`{name}` is no name of an environment")));
        }
        Ok(root.join(".gaia/onboard").join(format!("{name}.json")))
    }

    fn confirmed(&self, context: &Context, question: &str, what: &str) -> Result<bool> {
        if self.create.yes || self.create.dry_run {
            return Ok(true);
        }
        if !context.can_ask() {
            return Err(needs_approval(what));
        }
        ask::confirm(question)
    }
}

impl Files {
    /// The options of `gaia cert rotate` for them; none where none are given.
    fn words(&self) -> Option<Vec<String>> {
        self.cert.as_ref()?;
        let options = [("--cert", &self.cert), ("--key", &self.key), ("--chain", &self.chain)];
        let given = options.into_iter().filter_map(|(name, path)| Some((name, path.as_ref()?)));
        Some(given.flat_map(|(name, path)| [name.to_owned(), path.to_string_lossy().into_owned()]).collect())
    }
}

impl Progress {
    /// Notes that a step is done.
    fn finish(&mut self, step: Step, journal: &Path) -> Result<()> {
        self.done.push(step);
        let text = serde_json::to_string_pretty(self).map_err(|e| Error::new(format!("cannot be written: {e}")))?;
        write_file(journal, text.as_bytes())
    }
}

/// How far it got the last time.
fn read(journal: &Path) -> Result<Progress> {
    let Ok(text) = fs::read_to_string(journal) else { return Ok(Progress::default()) };
    serde_json::from_str(&text)
        .map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(journal).hint("remove the file to begin anew"))
}
