//! `gaia workflow check`.

use crate::cli::context::Context;
use crate::cli::validate::answer;
use crate::error::{Error, Result};
use crate::output::ReportFormat;
use crate::query::workflows;
use crate::text::did_you_mean;
use crate::validate;
use crate::workflow::Workflow;
use crate::workspace::Workspace;
use clap::Args;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Check workflows of both dialects: their steps, what their scripts run, their arguments
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia workflow check
  gaia workflow check plan-environment
  gaia workflow check --strict --format github

`gaia validate` checks workflows too, with the rest of the repository.")]
pub(super) struct Check {
    /// Files with workflows, by their names or those of workflows in them; all without
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Fail on warnings too
    #[arg(long)]
    strict: bool,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

impl Check {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.lenient_workspace()?;
        let files = files(&workspace, &self.names)?;
        let mut report = validate::run(workspace, &files)?;
        let own: Vec<String> = files.iter().map(|file| validate::shown(file, &report.root)).collect();
        report.findings.retain(|finding| finding.location.as_ref().is_some_and(|place| own.contains(&place.file)));
        answer(context, &report, self.format, self.strict, "No problems found.")
    }
}

/// The files of workflows: those of some names, or all. One that cannot be read is among them.
///
/// # Errors
/// Nothing has a name.
pub(super) fn files(workspace: &Workspace, names: &[String]) -> Result<Vec<PathBuf>> {
    let workflows = Workflow::all(workspace)?;
    let all = workflows::files(workspace);
    let stem = |file: &str| Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut chosen: BTreeSet<&str> = BTreeSet::new();
    for name in names {
        let path = Path::new(name).file_name().map_or(name.into(), |name| name.to_string_lossy());
        let of_file = |file: &&str| *file == name || *file == path || stem(file).as_ref() == Some(name);
        let mut found: Vec<&str> = all.iter().map(String::as_str).filter(of_file).collect();
        if found.is_empty() {
            found = workflows.iter().filter(|w| w.name == *name).map(|w| w.file.as_str()).collect();
        }
        if found.is_empty() {
            return Err(Error::new(format!("there is no workflow `{name}`"))
                .maybe_hint(did_you_mean(name, workflows.iter().flat_map(|w| [w.name.as_str(), w.stem()])))
                .hint("`gaia workflow list` shows all"));
        }
        chosen.extend(found);
    }
    if names.is_empty() {
        chosen.extend(all.iter().map(String::as_str));
    }
    Ok(chosen.into_iter().map(|file| workspace.settings.workflows_dir.join(file)).collect())
}
