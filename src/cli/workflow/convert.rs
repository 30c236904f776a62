//! `gaia workflow convert`.

use super::check::files;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::error::{Error, Result};
use crate::output::patch::{Patch, patches};
use crate::output::write_file;
use crate::validate::shown;
use crate::workflow::convert::convert;
use clap::Args;
use serde::Serialize;
use serde_json::json;
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

    #[command(flatten)]
    shown: Shown,
}

/// A file that is converted.
struct Changed {
    file: PathBuf,
    patch: Patch,
    converted: Told,
}

/// What a program is told of it.
#[derive(Serialize)]
struct Told {
    path: String,
    action: &'static str,
    /// How many steps are rewritten.
    steps: usize,
    /// What its one workflow was called, and is called now.
    renamed: Option<[String; 2]>,
    /// The steps in whose commands Atmos would look for templates.
    templates: Vec<String>,
}

impl Convert {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let mut changed: Vec<Changed> = Vec::new();
        for file in files(&workspace, &self.names)? {
            changed.extend(convert_file(context, file, &workspace.root)?);
        }
        if self.write {
            // every file is converted before the first is written
            for Changed { file, patch, .. } in &changed {
                write_file(file, patch.after.as_bytes())?;
            }
        }
        if self.shown.is_json() {
            let difference: String = changed.iter().map(|changed| changed.patch.to_plain()).collect();
            let files: Vec<Told> = changed.into_iter().map(|changed| changed.converted).collect();
            context.say_json(&json!({ "files": files, "difference": difference, "written": self.write }))?;
            return Ok(exit::OK);
        }
        for Changed { converted: Told { path, renamed, templates, .. }, .. } in &changed {
            if let Some([before, now]) = renamed {
                context.ui.info(&format!("{path}: `{before}` is called `{now}`, as its file"));
            }
            for step in templates {
                context.ui.always(&format!("warning: {path}: `{{{{` in the step `{step}` is a template for Atmos"));
            }
        }
        let count = count(changed.len());
        if changed.is_empty() {
            context.ui.info("Atmos runs these workflows as they are.");
        } else if self.write {
            context.ui.info(&format!("{count} converted; `gaia validate` checks them."));
        } else {
            let all: Vec<Patch> = changed.into_iter().map(|changed| changed.patch).collect();
            patches(context.ui, &all)?;
            context.ui.info(&format!("{count} would change; `--write` writes them."));
        }
        Ok(exit::OK)
    }
}

/// What becomes of a file; nothing where Atmos runs it already.
fn convert_file(context: &Context, file: PathBuf, root: &Path) -> Result<Option<Changed>> {
    let path = shown(&file, root);
    let text = std::fs::read_to_string(&file).map_err(|e| Error::new(format!("cannot read `{path}`: {e}")))?;
    let source = context.sources.add(&file, text, false);
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let converted = convert(&source, &stem)?;
    if converted.steps == 0 {
        return Ok(None);
    }
    let told = Told {
        path: path.clone(),
        action: "change",
        steps: converted.steps,
        renamed: converted.renamed.map(|(before, now)| [before, now]),
        templates: converted.templates,
    };
    let difference = Patch { path, before: Some(source.text.to_string()), after: converted.text };
    Ok(Some(Changed { file, patch: difference, converted: told }))
}

fn count(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}
