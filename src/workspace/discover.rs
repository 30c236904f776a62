//! Files by pattern. Each directory is walked once per run.

use super::paths::clean;
use crate::error::{Error, Result};
use crate::external::git::Staged;
use globset::{GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::path::{Components, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use walkdir::{DirEntry, WalkDir};

/// The listings of directories, with everything below them.
#[derive(Debug, Default)]
pub(super) struct Directories {
    known: Mutex<FxHashMap<PathBuf, Arc<Vec<PathBuf>>>>,
    /// Git's index, where it holds instead of the disk.
    staged: Option<Arc<Staged>>,
}

impl Directories {
    /// Listings of what git's index holds.
    pub(super) fn staged(staged: Arc<Staged>) -> Self {
        Directories { staged: Some(staged), ..Directories::default() }
    }

    /// Git's index, where it holds.
    pub(super) fn index(&self) -> Option<Arc<Staged>> {
        self.staged.clone()
    }

    /// All files below a directory, symbolic links followed: those of a directory by name, then those of its directories.
    /// In this order a glob's imports merge.
    pub(super) fn below(&self, dir: &Path) -> Arc<Vec<PathBuf>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(files) = known.get(dir) {
            return Arc::clone(files);
        }
        let rank = |entry: &DirEntry| (entry.file_type().is_dir(), entry.file_name().to_owned());
        let walk = WalkDir::new(dir).follow_links(true).sort_by_key(rank).into_iter().filter_map(Result::ok);
        let mut files: Vec<PathBuf> = walk.filter(|e| e.file_type().is_file()).map(DirEntry::into_path).collect();
        if let Some(staged) = &self.staged {
            files.retain(|path| staged.has(path) != Some(false));
            let gone: Vec<PathBuf> = staged.below(dir).filter(|path| !path.exists()).cloned().collect();
            if !gone.is_empty() {
                files.extend(gone);
                files.sort_by(|a, b| in_order(a, b));
            }
        }
        let files = Arc::new(files);
        known.insert(dir.to_path_buf(), Arc::clone(&files));
        files
    }

    /// Whether a file is there.
    pub(super) fn has(&self, path: &Path) -> bool {
        let staged = self.staged.as_ref().and_then(|staged| staged.has(path));
        staged.unwrap_or_else(|| path.is_file())
    }

    /// The files that a pattern names, in the order of [`Directories::below`].
    pub(super) fn glob(&self, pattern: &Path) -> Vec<PathBuf> {
        let pattern = clean(pattern);
        let fixed: PathBuf =
            pattern.components().take_while(|c| !is_pattern(&c.as_os_str().to_string_lossy())).collect();
        if fixed == pattern {
            return if self.has(&pattern) { vec![pattern] } else { Vec::new() };
        }
        let Ok(matcher) = matcher(&pattern) else { return Vec::new() };
        self.below(&fixed).iter().filter(|path| matcher.is_match(path)).cloned().collect()
    }
}

/// The order of [`Directories::below`].
fn in_order(a: &Path, b: &Path) -> Ordering {
    let (mut ours, mut theirs) = (a.components(), b.components());
    loop {
        match (ours.next(), theirs.next()) {
            (Some(x), Some(y)) if x == y => {}
            (x, y) => {
                let is_dir = |rest: &Components<'_>| rest.clone().next().is_some();
                return (is_dir(&ours), x).cmp(&(is_dir(&theirs), y));
            }
        }
    }
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

fn matcher(pattern: &Path) -> Result<GlobMatcher> {
    Ok(glob(pattern)?.compile_matcher())
}

fn glob(pattern: &Path) -> Result<globset::Glob> {
    let text = pattern.to_string_lossy();
    GlobBuilder::new(&text).literal_separator(true).build().map_err(|e| {
        Error::new(format!("`{text}` is no pattern: {}", e.kind()))
            .hint("patterns know `**`, `*`, `?`, `[…]` and `{a,b}`")
    })
}

/// Several patterns of which one must match.
pub(super) struct Patterns(GlobSet);

impl Patterns {
    pub(super) fn new(patterns: impl Iterator<Item = PathBuf>) -> Result<Patterns> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            set.add(glob(&pattern)?);
        }
        set.build().map(Patterns).map_err(|e| Error::new(e.to_string()))
    }

    /// Patterns below a directory.
    pub(super) fn below(dir: &Path, patterns: &[String]) -> Result<Patterns> {
        Self::new(patterns.iter().map(|p| super::paths::join(dir, p)))
    }

    pub(super) fn matches(&self, path: &Path) -> bool {
        self.0.is_match(path)
    }
}

/// A pattern without extension names manifests of every extension, templates too.
pub(super) fn with_extensions(pattern: &Path) -> Vec<PathBuf> {
    if pattern.extension().is_some() {
        return vec![pattern.to_path_buf()];
    }
    [".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl"]
        .iter()
        .map(|extension| PathBuf::from(format!("{}{extension}", pattern.display())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        matcher(Path::new(pattern)).expect("a pattern").is_match(path)
    }

    #[test]
    fn files_come_before_directories() {
        let mut paths = ["/s/b/x", "/s/c", "/s/a/y", "/s/a/b/c", "/s/a.yaml", "/s/a/z"].map(Path::new);
        paths.sort_by(|a, b| in_order(a, b));
        assert_eq!(paths, ["/s/a.yaml", "/s/c", "/s/a/y", "/s/a/z", "/s/a/b/c", "/s/b/x"].map(Path::new));
    }

    #[test]
    fn two_stars_cross_directories_and_one_does_not() {
        assert!(matches("/s/deploy/**/*.yaml", "/s/deploy/a/b/c.yaml"));
        assert!(matches("/s/deploy/**/*.yaml", "/s/deploy/c.yaml"));
        assert!(!matches("/s/deploy/*.yaml", "/s/deploy/a/c.yaml"));
        assert!(matches("/s/{a,b}/x?.yaml", "/s/b/x1.yaml"));
        assert!(matches("**/_*", "/s/deploy/_defaults.yaml"));
    }

    #[test]
    fn patterns_without_extension_name_every_kind_of_manifest() {
        assert_eq!(with_extensions(Path::new("/s/**/*")).len(), 4);
        assert_eq!(with_extensions(Path::new("/s/**/*.yaml")).len(), 1);
    }

    #[test]
    fn a_directory_is_listed_once() {
        let dir = tempfile::tempdir().expect("a directory");
        std::fs::write(dir.path().join("a.yaml"), "").expect("a file");
        let directories = Directories::default();
        assert_eq!(directories.glob(&dir.path().join("*.yaml")).len(), 1);
        std::fs::write(dir.path().join("b.yaml"), "").expect("a file");
        assert_eq!(directories.glob(&dir.path().join("*.yaml")).len(), 1);
    }
}
