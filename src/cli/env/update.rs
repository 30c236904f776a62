//! `gaia env update`.

use super::answers::Answers;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::cli::template::{Terminal, changed};
use crate::code::Severity;
use crate::output::{self, ReportFormat, ask};
use crate::scaffold::environment::{Environment, report};
use crate::scaffold::{self, Conflict, Request, Revision, Settings};
use crate::{Error, Result};
use clap::Args;
use serde_json::{Value, json};
use std::path::Path;

/// What an environment is: with other answers it is another one.
const IDENTITY: [&str; 4] = ["tenant", "account", "environment", "region"];

#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
/// Bring environments to the newest version of their template
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia env update shop-dev-blue
  gaia env update shop-dev-blue --rds --data database_engine=mysql
  gaia env update --all

The repository must be in git, with everything committed. Where the template and the repository changed the same lines,
markers are left in the file. `git checkout . && git clean -fd` takes an update back.")]
pub(in crate::cli) struct Update {
    /// The environments; with one in the repository, that one
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// All environments that templates made
    #[arg(long, conflicts_with = "names")]
    all: bool,

    #[command(flatten)]
    answers: Answers,

    /// Overwrite what is changed with what the template makes
    #[arg(long)]
    overwrite: bool,

    /// Leave rejected changes in *.rej instead of markers
    #[arg(long)]
    reject: bool,

    /// Say what would be done, and change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,

    /// A tag, branch or commit of the template instead of its newest tag
    #[arg(long, value_name = "REVISION")]
    vcs_ref: Option<String>,

    #[command(flatten)]
    shown: Shown,
}

impl Update {
    /// The update of one environment, as the old CLI has it.
    pub(in crate::cli) fn of(name: String, overwrite: bool) -> Self {
        Update {
            names: vec![name],
            all: false,
            answers: Answers::default(),
            overwrite,
            reject: false,
            dry_run: false,
            vcs_ref: None,
            shown: Shown::default(),
        }
    }

    pub(in crate::cli) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let root = workspace.root.clone();
        let before = report(&workspace)?;
        let data = self.answers.data()?;
        if let Some(name) = IDENTITY.into_iter().find(|name| data.contains_key(*name)) {
            return Err(Error::usage(format!("an environment with another {name} is another environment"))
                .hint("`gaia env create` makes it")
                .into());
        }
        let json = self.shown.is_json();
        let console = Terminal::stoppable(context)?.for_program(json);
        let settings = Settings::load(&console)?;
        let wanted = self.wanted(context, &root)?;
        for environment in &wanted {
            context.ui.info(&format!("{}:", environment.name));
            let request = Request {
                source: Some(environment.source.clone()),
                destination: root.clone(),
                answers_file: Some(environment.record.clone()),
                revision: self.vcs_ref.as_deref().map(Revision::parse),
                data: data.clone(),
                defaults: !context.can_ask(),
                skip_answered: true,
                pretend: self.dry_run,
                quiet: context.quiet(),
                conflict: if self.reject { Conflict::Reject } else { Conflict::Inline },
                context_lines: 3,
                ..Request::default()
            };
            if self.overwrite {
                scaffold::recopy(&Request { overwrite: true, ..request }, &settings, &console)?;
            } else {
                scaffold::update(&request, &settings, &console)?;
            }
        }
        let names: Vec<&str> = wanted.iter().map(|environment| environment.name.as_str()).collect();
        let record = |files: &[Value], valid: Option<bool>| {
            let written = !self.dry_run;
            json!({ "environments": names, "files": files, "written": written, "valid": valid })
        };
        if self.dry_run {
            return if json { context.say_json(&record(&[], None)).map(|()| exit::OK) } else { Ok(exit::OK) };
        }
        let report = report(&context.workspace()?)?.without(&before);
        let valid = report.count(Severity::Error) == 0;
        if json {
            context.say_json(&record(&changed(&root)?, Some(valid)))?;
            return Ok(if valid { exit::OK } else { exit::FAILED });
        }
        if valid {
            context.ui.info("The repository holds together. Look at what changed: `git diff`.");
            return Ok(exit::OK);
        }
        output::report(context.ui, &report, ReportFormat::Human)?;
        context.ui.always(
            "The repository does not hold together any more: mend it, or take the update back with \
             `git checkout . && git clean -fd`.",
        );
        Ok(exit::FAILED)
    }

    fn wanted(&self, context: &Context, root: &Path) -> Result<Vec<Environment>> {
        if !self.names.is_empty() {
            return self.names.iter().map(|name| Environment::find(root, name)).collect();
        }
        let mut all = Environment::all(root)?;
        match all.len() {
            0 => Err(Error::new("no template made an environment here").hint("`gaia env create` makes one")),
            1 => Ok(all),
            _ if self.all => Ok(all),
            _ if context.can_ask() => {
                let names: Vec<String> = all.iter().map(|environment| environment.name.clone()).collect();
                Ok(vec![all.swap_remove(ask::choose("Which environment?", &names)?)])
            }
            _ => {
                let names: Vec<&str> = all.iter().map(|environment| environment.name.as_str()).collect();
                Err(Error::usage("which environment?").hint(format!("{}, or `--all`", names.join(", "))))
            }
        }
    }
}
