//! Paths of the template as paths of the project, and the wall around the project.

use super::data::Data;
use super::jinja::Part;
use super::worker::{Worker, with};
use crate::error::{Error, Result};
use minijinja::Value;
use std::path::{Component, Path, PathBuf};

/// A path of the project, and the variables that loops in it have set.
pub(super) type Target = (PathBuf, Data);

/// What paths are rendered with.
pub(super) struct Names<'w, 'a> {
    pub(super) worker: &'w Worker<'a>,
    pub(super) context: &'w Value,
    pub(super) answers_file: &'w str,
    /// The directory whose tree is copied.
    pub(super) copy_root: &'w Path,
}

impl Names<'_, '_> {
    /// The paths that a path of the template becomes: none, one, or one an item of its loops.
    pub(super) fn targets(&self, path: &Path) -> Result<Vec<Target>> {
        let suffix = &self.worker.template.config.suffix;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_template = name.ends_with(suffix.as_str());
        if !suffix.is_empty() && self.copy_root.join(format!("{}{suffix}", path.display())).exists() {
            return Ok(Vec::new());
        }
        let path = if is_template && !suffix.is_empty() { path.with_extension("") } else { path.to_owned() };
        let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let mut targets = Vec::new();
        self.walk(&parts, 0, (PathBuf::new(), Data::new()), is_template, &mut targets)?;
        Ok(targets)
    }

    fn walk(&self, parts: &[String], at: usize, done: Target, is_template: bool, out: &mut Vec<Target>) -> Result<()> {
        let (path, variables) = done;
        let Some(part) = parts.get(at) else {
            let suffix = &self.worker.template.config.suffix;
            let sibling = self.worker.template.root.join(format!("{}{suffix}", path.display()));
            if is_template || !sibling.exists() {
                out.push((path, variables));
            }
            return Ok(());
        };
        let context = if variables.is_empty() { self.context.clone() } else { with(self.context, &variables) };
        let more = |name: &str, value: &Value| with(&context, &Data::from_iter([(name.to_owned(), value.clone())]));
        let rendered = self.worker.jinja.part(part, &context, &more);
        self.worker.pass_on_notices();
        let so_far = || parts[..=at].iter().collect::<PathBuf>().display().to_string();
        let template = || self.copy_root.join(parts[..=at].iter().collect::<PathBuf>());
        let names = match rendered.map_err(|error| error.of(&so_far(), &context).in_file(template()))? {
            Part::One(name) => vec![(name, variables)],
            Part::Many(variable, items) => {
                let named = items.into_iter().map(|(value, name)| {
                    let mut variables = variables.clone();
                    variables.insert(variable.clone(), value);
                    (name, variables)
                });
                named.collect()
            }
        };
        for (name, variables) in names {
            if name.is_empty() {
                continue;
            }
            if name == self.answers_file {
                if !path.as_os_str().is_empty() {
                    self.worker.console.warn(
                        "DeprecationWarning",
                        "Answers file template locations other than the template root directory are deprecated. Specify a \
                         non-default answers file name/location via the `_answers_file` setting in the `copier.yaml` file \
                         instead.",
                    );
                }
                out.push((PathBuf::from(&name), variables));
                continue;
            }
            self.walk(parts, at + 1, (path.join(&name), variables), is_template, out)?;
        }
        Ok(())
    }
}

/// The error for a path that leads out of where it belongs.
pub(super) fn forbidden(path: &Path) -> Error {
    Error::new(format!("\"{}\" is forbidden", path.display()))
        .hint("nothing may lie outside of the project or the template")
}

/// Refuses a path of the project that leads out of it, by `..`, a root of its own, or a symbolic link, or into its
/// repository.
///
/// # Errors
/// An error that names the path.
pub(super) fn check(root: &Path, relative: &Path) -> Result<()> {
    // what lies in a `.git` runs commands, and some file systems know it under other names, too
    let is_git = |part: &std::ffi::OsStr| {
        let part = part.to_string_lossy().to_lowercase();
        matches!(part.trim_end_matches(['.', ' ']), ".git" | "git~1")
    };
    if relative.iter().any(is_git) {
        return Err(forbidden(relative));
    }
    let path = root.join(relative);
    // a link itself may point anywhere: it is replaced or kept, but not followed
    let real = match (path.is_symlink(), path.parent(), path.file_name()) {
        (true, Some(parent), Some(name)) => resolve(parent).join(name),
        _ => resolve(&path),
    };
    if real.starts_with(root) { Ok(()) } else { Err(forbidden(relative)) }
}

/// A path without links and `..`, as far as it exists; behind that without `..`.
pub(super) fn resolve(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(resolved.pop()),
            other => {
                resolved.push(other);
                // a broken link leads where it points to
                if let Ok(target) = resolved.read_link() {
                    let target = resolved.parent().map(|parent| parent.join(&target)).unwrap_or(target);
                    resolved = target.canonicalize().unwrap_or_else(|_| clean(&target));
                }
            }
        }
    }
    resolved
}

fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(clean.pop()),
            other => clean.push(other),
        }
    }
    clean
}
