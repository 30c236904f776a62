//! What a program is told of what a template made.

use super::console::Terminal;
use crate::cli::context::Context;
use crate::external::git::Repository;
use serde_json::{Value, json};
use std::path::Path;

/// The files of a copy: what became of each.
pub(super) fn of_copy(context: &Context, console: &Terminal, project: &Path, pretend: bool) -> anyhow::Result<()> {
    context.say_json(&json!({ "project": project, "files": console.files(), "written": !pretend }))
}

/// The files of an update, which begins with everything committed; with `--pretend` the difference that it would make.
pub(super) fn of_update(context: &Context, console: &Terminal, project: &Path, pretend: bool) -> anyhow::Result<()> {
    let files = if pretend { Vec::new() } else { changed(project)? };
    let difference = pretend.then(|| console.difference());
    context.say_json(&json!({ "project": project, "files": files, "difference": difference, "written": !pretend }))
}

/// What git sees changed in a project.
pub(in crate::cli) fn changed(project: &Path) -> crate::Result<Vec<Value>> {
    let project = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
    let project = project.canonicalize().unwrap_or(project);
    let objects = Repository::discover(&project)?.objects()?;
    let root = objects.root().canonicalize().unwrap_or_else(|_| objects.root().to_owned());
    let changes = objects.uncommitted(&objects.commit("HEAD")?)?;
    let told = changes.iter().filter_map(|change| {
        let path = root.join(&change.path);
        let path = path.strip_prefix(&project).ok()?;
        let action = match (change.is_added(), change.is_deleted()) {
            (true, _) => "create",
            (_, true) => "delete",
            _ => "change",
        };
        Some(json!({ "path": path, "action": action }))
    });
    Ok(told.collect())
}
