//! `gaia validate`.

mod component;
mod plan;
mod schema;
mod stacks;

use super::context::Context;
use super::{exit, named};
use crate::code::Severity;
use crate::engine::Engine;
use crate::error::Kind;
use crate::external::git::Repository;
use crate::output::{self, ReportFormat, ask, write_file};
use crate::query::spoken;
use crate::validate::{self, Finding, Report};
use crate::workspace::Workspace;
use crate::{Error, Result};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Check the repository: every problem at once, each at its line
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_long_help = "Examples:
  gaia validate
  gaia validate stacks/deploy/dev.yaml
  gaia validate --staged
  gaia validate --fix
  gaia validate --format sarif > gaia.sarif
  gaia validate --strict --format github
  gaia explain GA0101"
)]
pub(super) struct Validate {
    #[command(subcommand)]
    what: Option<What>,

    #[command(flatten)]
    options: Options,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug)]
struct Options {
    /// Tell only what is wrong in these files and in what depends on them
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Tell only what is wrong in this stack: its manifest and what it imports
    #[arg(short, long, value_name = "STACK", conflicts_with_all = ["files", "staged"])]
    stack: Option<String>,

    /// Check what git's index holds, as the next commit will have it
    #[arg(long)]
    staged: bool,

    /// Rewrite what is safe to rewrite, after showing it and asking
    #[arg(long, conflicts_with = "staged")]
    fix: bool,

    /// With --fix: do not ask
    #[arg(short, long, requires = "fix")]
    yes: bool,

    /// Fail on warnings too
    #[arg(long)]
    strict: bool,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

#[derive(Subcommand, Debug)]
enum What {
    Stacks(stacks::Stacks),
    Component(component::Component),
    Schema(schema::Schema),
    Plan(plan::Plan),
}

impl Validate {
    /// Tells the exit code: problems are an answer, not an error.
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            Some(What::Stacks(stacks)) => stacks.run(context),
            Some(What::Component(component)) => component.run(context),
            Some(What::Schema(schema)) => schema.run(context),
            Some(What::Plan(plan)) => plan.run(context),
            None => self.options.run(context),
        }
    }
}

impl Options {
    /// The repository as git's index has it, where that is asked for.
    fn indexed(&self, workspace: Arc<Workspace>) -> Result<Arc<Workspace>> {
        if !self.staged {
            return Ok(workspace);
        }
        let staged = Repository::discover(&workspace.cwd)?.objects()?.staged()?;
        Ok(match Arc::try_unwrap(workspace) {
            Ok(workspace) => Arc::new(workspace.staged(Arc::new(staged))),
            Err(shared) => shared,
        })
    }

    /// Shows the rewrites, asks, and writes each file whole or not at all.
    fn rewrite(&self, context: &Context, report: &validate::Report) -> anyhow::Result<()> {
        let rewrites = validate::rewrites(report);
        if rewrites.is_empty() {
            context.ui.info("There is nothing to rewrite safely.");
            return Ok(());
        }
        for rewrite in &rewrites {
            context.ui.info(&format!("--- {}", validate::shown(&rewrite.path, &report.root)));
            for (line, old, new) in &rewrite.lines {
                context.ui.info(&format!("@@ line {line} @@\n-{old}\n+{new}"));
            }
        }
        if !self.yes {
            if !context.can_ask() {
                let error = Error::new("nobody can be asked here").kind(Kind::InputNeeded);
                return Err(error.hint("say `--yes`").into());
            }
            if !ask::confirm(&format!("Rewrite {} files?", rewrites.len()))? {
                return Ok(());
            }
        }
        for rewrite in &rewrites {
            write_file(&rewrite.path, rewrite.after.as_bytes())?;
        }
        context.ui.info(&format!("{} files are rewritten; run `gaia validate` again.", rewrites.len()));
        Ok(())
    }

    fn run(&self, context: &Context) -> anyhow::Result<u8> {
        // scripts name what a commit deleted, too, so this is no reason to stop
        for file in self.files.iter().filter(|file| !self.staged && !file.exists()) {
            let warning = Error::new(format!("there is no file `{}`", file.display()));
            let hint = "what imported it is checked by `gaia validate` without files";
            context.ui.warning(&warning.hint(hint), &context.sources);
        }
        let report = match context.lenient_workspace() {
            Ok(workspace) => {
                let files = self.stack.as_deref().map(|said| stack_files(context, &workspace, said)).transpose()?;
                let mut report = validate::run(self.indexed(workspace)?, &self.files)?;
                if let Some(files) = files {
                    let shown: Vec<String> = files.iter().map(|file| validate::shown(file, &report.root)).collect();
                    let is_told = |finding: &Finding| {
                        finding.location.as_ref().is_none_or(|location| shown.contains(&location.file))
                    };
                    report.findings.retain(is_told);
                }
                report
            }
            Err(error) if error.get_kind() == Kind::Failed => {
                let here = std::env::current_dir().unwrap_or_default();
                validate::misconfigured(&error, &context.sources, &here)
            }
            Err(error) => return Err(error.into()),
        };
        let code = answer(context, &report, self.format, self.strict, "No problems found.")?;
        if self.fix {
            self.rewrite(context, &report)?;
        }
        Ok(code)
    }
}

/// Answers with a report, and tells the exit code. What there is to say without problems is for people.
pub(super) fn answer(
    context: &Context,
    report: &Report,
    format: ReportFormat,
    strict: bool,
    fine: &str,
) -> anyhow::Result<u8> {
    output::report(context.ui, report, format)?;
    if report.findings.is_empty() {
        context.ui.info(fine);
    }
    let failed = report.count(Severity::Error) > 0 || (strict && report.count(Severity::Warning) > 0);
    Ok(if failed { exit::FAILED } else { exit::OK })
}

/// The manifest of a stack, and all that it imports.
fn stack_files(context: &Context, workspace: &Arc<Workspace>, said: &str) -> Result<Vec<PathBuf>> {
    let engine = Engine::tolerant(Arc::clone(workspace))?;
    let stack = named::stack(context, &engine, said)?;
    let places = engine.places()?;
    let Some(place) = places.iter().find(|place| place.stack == stack || place.file == stack) else {
        return Err(spoken::unknown_stack(&stack, &places));
    };
    let manifest = workspace.settings.stacks_dir.join(&*place.file);
    let stacks = engine.stacks()?;
    let own = stacks.iter().find(|stack| stack.path.with_extension("") == manifest);
    Ok(own.map(|stack| stack.files().map(Path::to_path_buf).collect()).unwrap_or_default())
}
