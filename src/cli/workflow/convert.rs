//! `gaia workflow convert`.

use super::check::files;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::error::{Error, Result};
use crate::output::patch::{Patch, patches};
use crate::output::write_file;
use crate::validate::shown;
use crate::workflow::Workflow;
use crate::workflow::convert::convert;
use clap::Args;
use std::path::{Path, PathBuf};

/// Rewrite workflows of the older dialect as ones that Atmos runs
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia workflow convert                       # shows what would change
  gaia workflow convert plan-environment --write

Comments stay. `run.command` becomes the command of a shell step; variables that refer to others are exported by the
command; the one workflow of a file takes the file's name, by which it was called. Arguments are variables of the
environment then: `gaia workflow run NAME key=value` sets them.")]
pub(super) struct Convert {
    /// Files with workflows, by their names or those of workflows in them; all without
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Write the files
    #[arg(long)]
    write: bool,
}

impl Convert {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let files = files(&Workflow::all(&workspace)?, &self.names, &workspace.settings.workflows_dir)?;
        let mut changed: Vec<(PathBuf, Patch)> = Vec::new();
        for file in files {
            if let Some(patch) = patch(context, &file, &workspace.root)? {
                changed.push((file, patch));
            }
        }
        if changed.is_empty() {
            context.ui.info("Atmos runs these workflows as they are.");
            return Ok(exit::OK);
        }
        if !self.write {
            let all: Vec<Patch> = changed.into_iter().map(|(_, patch)| patch).collect();
            patches(context.ui, &all)?;
            context.ui.info(&format!("{} would change; `--write` writes them.", count(all.len())));
            return Ok(exit::OK);
        }
        // every file is converted before the first is written
        for (file, patch) in &changed {
            write_file(file, patch.after.as_bytes())?;
        }
        context.ui.info(&format!("{} converted; `gaia validate` checks them.", count(changed.len())));
        Ok(exit::OK)
    }
}

/// What becomes of a file; nothing where Atmos runs it already.
fn patch(context: &Context, file: &Path, root: &Path) -> Result<Option<Patch>> {
    let path = shown(file, root);
    let text = std::fs::read_to_string(file).map_err(|e| Error::new(format!("cannot read `{path}`: {e}")))?;
    let source = context.sources.add(file, text, false);
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let converted = convert(&source, &stem)?;
    if converted.steps == 0 {
        return Ok(None);
    }
    if let Some((before, now)) = converted.renamed {
        context.ui.info(&format!("{path}: `{before}` is called `{now}`, as its file"));
    }
    for step in converted.templates {
        context.ui.always(&format!("warning: {path}: `{{{{` in the step `{step}` is a template for Atmos"));
    }
    Ok(Some(Patch { path, before: Some(source.text.to_string()), after: converted.text }))
}

fn count(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}
