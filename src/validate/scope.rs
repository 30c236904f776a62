//! Some files, and what depends on them.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::engine::{Engine, ImportItem, Manifest};
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is asked about: everything, or some files.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// The manifests to look into; none are all.
    manifests: Option<FxHashSet<PathBuf>>,
    /// The files whose problems are told; none are all.
    told: Option<FxHashSet<PathBuf>>,
    /// The files that were named.
    named: FxHashSet<PathBuf>,
    /// The directories of code whose stacks are told of too.
    code: FxHashSet<PathBuf>,
}

impl Focus {
    /// Some files, with the manifests that import or include them, directly or not. A file of Terraform code speaks for its
    /// directory: what stacks say wrong about the code counts too. With the configuration everything may change.
    pub(super) fn on(
        files: &[PathBuf],
        engine: &Engine,
        manifests: &[Manifest],
        imports: &FxHashMap<PathBuf, Vec<ImportItem>>,
    ) -> Focus {
        let workspace = engine.workspace();
        let real_files: Vec<PathBuf> = files.iter().map(|f| real(f)).collect();
        if files.is_empty() || workspace.config_files.iter().any(|c| real_files.contains(&real(c))) {
            return Focus::default();
        }
        let is_code = |f: &&PathBuf| f.to_string_lossy().ends_with(".tf") || f.to_string_lossy().ends_with(".tf.json");
        let code: FxHashSet<PathBuf> =
            real_files.iter().filter(is_code).filter_map(|f| Some(f.parent()?.to_path_buf())).collect();
        let mut told: FxHashSet<PathBuf> = real_files.iter().cloned().collect();
        // a file is often named as the loader knows it; links are looked through only where it is not
        let mut open: Vec<&Path> = Vec::new();
        for file in &real_files {
            let is_it = |path: &Path| path == file || (path.file_name() == file.file_name() && real(path) == *file);
            open.extend(manifests.iter().map(|m| m.path.as_path()).filter(|path| is_it(path)));
            open.extend(including(file, manifests));
        }
        let mut importers: FxHashMap<&Path, Vec<&Path>> = FxHashMap::default();
        for (path, items) in imports {
            for file in items.iter().flat_map(|item| &item.files) {
                importers.entry(file).or_default().push(path);
            }
        }
        let mut wanted: FxHashSet<PathBuf> = FxHashSet::default();
        while let Some(path) = open.pop() {
            if wanted.insert(path.to_path_buf()) {
                open.extend(importers.get(path).into_iter().flatten());
            }
        }
        // imports that are templates show only in what stacks are made of
        for stack in engine.stacks().unwrap_or_default() {
            if !wanted.contains(&stack.path) && stack.files().any(|f| wanted.contains(f)) {
                wanted.insert(stack.path.clone());
            }
        }
        told.extend(wanted.iter().cloned());
        let is_workflow = |f: &PathBuf| f.starts_with(&workspace.settings.workflows_dir);
        let is_known = |f: &PathBuf| is_workflow(f) || !wanted.is_empty();
        // of code, schemas and policies every stack may speak
        let narrow = code.is_empty() && real_files.iter().all(is_known);
        let named = real_files.into_iter().collect();
        Focus { manifests: narrow.then_some(wanted), told: Some(told), named, code }
    }

    /// Whether only some manifests are to be looked into.
    pub(super) fn is_narrow(&self) -> bool {
        self.manifests.is_some()
    }

    /// Whether a manifest is to be looked into.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.manifests.as_ref().is_none_or(|wanted| wanted.contains(path))
    }
}

/// The manifests that name a file where they include others.
fn including<'a>(file: &'a Path, manifests: &'a [Manifest]) -> impl Iterator<Item = &'a Path> {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let includes = move |m: &&Manifest| {
        let mut lines = m.source.text.lines().filter(|line| line.contains("!include"));
        lines.any(|line| line.contains(&name))
    };
    manifests.iter().filter(includes).map(|m| m.path.as_path())
}

/// The problems that are asked about.
pub(super) fn within(repo: &Repo, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(told) = &repo.focus.told else { return found };
    let sources = &repo.engine.workspace().sources;
    let mut known: FxHashMap<Arc<Path>, bool> = FxHashMap::default();
    let mut is_told = |path: &Path| {
        if let Some(known) = known.get(path) {
            return *known;
        }
        let is_told = told.contains(path) || told.contains(&real(path));
        known.insert(path.into(), is_told);
        is_told
    };
    let path = |span: Span| sources.get(span.source).map(|s| s.path.clone());
    let Focus { named, code, .. } = &repo.focus;
    let concerns = |path: PathBuf| {
        let path = real(&path);
        named.contains(&path) || path.parent().is_some_and(|dir| code.contains(dir))
    };
    let mut is_wanted = |d: &Diagnostic| {
        let at = path(d.span).or_else(|| d.file.clone());
        at.is_some_and(|at| is_told(&at)) || d.related.iter().filter_map(|r| path(r.span)).any(concerns)
    };
    found.into_iter().filter(|d| is_wanted(d)).collect()
}

/// A path as the disk knows it; as it is where there is no such file.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
