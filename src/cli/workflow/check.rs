//! `gaia workflow check`.

use crate::cli::context::Context;
use crate::cli::validate::answer;
use crate::error::{Error, Result};
use crate::output::ReportFormat;
use crate::text::did_you_mean;
use crate::validate;
use crate::workflow::Workflow;
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
        let dir = workspace.settings.workflows_dir.clone();
        let files = files(&Workflow::all(&workspace)?, &self.names, &dir)?;
        let mut report = validate::run(workspace, &files)?;
        let own: Vec<String> = files.iter().map(|file| validate::shown(file, &report.root)).collect();
        report.findings.retain(|finding| finding.location.as_ref().is_some_and(|place| own.contains(&place.file)));
        answer(context, &report, self.format, self.strict, "No problems found.")
    }
}

/// The files of workflows: those of some names, or all.
///
/// # Errors
/// Nothing has a name.
pub(super) fn files(all: &[Workflow], names: &[String], dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files: BTreeSet<&str> = BTreeSet::new();
    for name in names {
        let path = Path::new(name).file_name().map_or(name.into(), |name| name.to_string_lossy());
        let of_file = |w: &&Workflow| w.file == *name || w.file == *path || w.stem() == name;
        let mut found: Vec<&str> = all.iter().filter(of_file).map(|w| w.file.as_str()).collect();
        if found.is_empty() {
            found = all.iter().filter(|w| w.name == *name).map(|w| w.file.as_str()).collect();
        }
        if found.is_empty() {
            return Err(Error::new(format!("there is no workflow `{name}`"))
                .maybe_hint(did_you_mean(name, all.iter().flat_map(|w| [w.name.as_str(), w.stem()])))
                .hint("`gaia workflow list` shows all"));
        }
        files.extend(found);
    }
    if names.is_empty() {
        files.extend(all.iter().map(|w| w.file.as_str()));
    }
    Ok(files.into_iter().map(|file| dir.join(file)).collect())
}
