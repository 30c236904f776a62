//! Some files, and what depends on them.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// The problems that lie in some files or in files that import them. A file of Terraform code speaks for its directory:
/// what stacks say wrong about the code counts too.
pub(super) fn within(repo: &Repo, found: Vec<Diagnostic>, files: &[PathBuf]) -> Vec<Diagnostic> {
    let workspace = repo.engine.workspace();
    let is_config = |file: &PathBuf| workspace.config_files.iter().any(|c| same(c, file));
    if files.iter().any(is_config) {
        return found;
    }
    let mut wanted: FxHashSet<PathBuf> = files.iter().map(|f| real(f)).collect();
    let code: FxHashSet<PathBuf> = files
        .iter()
        .filter(|f| f.to_string_lossy().ends_with(".tf") || f.to_string_lossy().ends_with(".tf.json"))
        .filter_map(|f| Some(real(f).parent()?.to_path_buf()))
        .collect();
    // whoever imports a wanted file is wanted too
    loop {
        let before = wanted.len();
        for (path, items) in &repo.imports {
            if items.iter().flat_map(|i| &i.files).any(|f| wanted.contains(&real(f))) {
                wanted.insert(real(path));
            }
        }
        if wanted.len() == before {
            break;
        }
    }
    for stack in repo.engine.stacks().unwrap_or_default() {
        if stack.files().any(|f| wanted.contains(&real(f))) {
            wanted.insert(real(&stack.path));
        }
    }
    let sources = &workspace.sources;
    let path = |span: crate::text::Span| sources.get(span.source).map(|s| real(&s.path));
    let is_wanted = |d: &Diagnostic| {
        let at = path(d.span).or_else(|| d.file.as_deref().map(real));
        at.is_some_and(|at| wanted.contains(&at))
            || d.related.iter().filter_map(|r| path(r.span)).any(|p| p.parent().is_some_and(|dir| code.contains(dir)))
    };
    found.into_iter().filter(is_wanted).collect()
}

/// A path as the disk knows it; as it is where there is no such file.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

fn same(a: &Path, b: &Path) -> bool {
    real(a) == real(b)
}
