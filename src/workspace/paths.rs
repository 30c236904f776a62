//! Paths of the configuration made absolute, by Atmos's rules.

use super::Options;
use crate::external::git::Repository;
use crate::value::Value;
use std::path::{Component, Path, PathBuf};

/// A path without `.` and `..`, by name alone.
pub fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// The directory that a component is said by, without symbolic links: `.`, or a path with a slash. What is no such path
/// of a directory says none.
pub fn said_dir(said: &str) -> Option<PathBuf> {
    let is_path = said.contains(['/', std::path::MAIN_SEPARATOR]) || matches!(said, "." | "..");
    let dir = is_path.then(|| Path::new(said).canonicalize().ok()).flatten()?;
    dir.is_dir().then_some(dir)
}

/// A path below a directory; an absolute one stays.
pub(super) fn join(dir: &Path, path: &str) -> PathBuf {
    clean(&dir.join(path))
}

/// The absolute base path.
///
/// A path that begins with a dot is relative to the directory of the configuration, or, when a flag or
/// `ATMOS_BASE_PATH` gives it, to the current one. Any other is below the root of the git work tree if there is one, where
/// it exists there, else below the current directory.
pub(super) fn base_path(options: &Options, config: &Value, config_dir: Option<&Path>, at_runtime: bool) -> PathBuf {
    let path = config.get("base_path").and_then(Value::as_str).unwrap_or_default();
    resolve(options, path, config_dir, at_runtime)
}

/// A path by the rules of [`base_path`].
pub(super) fn resolve(options: &Options, path: &str, config_dir: Option<&Path>, at_runtime: bool) -> PathBuf {
    let cwd = |path: &str| join(&options.cwd, path);
    if Path::new(path).is_absolute() {
        return clean(Path::new(path));
    }
    let dotted = matches!(path.split('/').next(), Some("." | ".."));
    if dotted {
        return match config_dir {
            Some(dir) if !at_runtime => join(dir, path),
            _ => cwd(path),
        };
    }
    if let Some(root) = git_root(options) {
        let below_root = join(&root, path);
        return if path.is_empty() || below_root.exists() || !cwd(path).exists() { below_root } else { cwd(path) };
    }
    if at_runtime && !path.is_empty() && cwd(path).exists() {
        return cwd(path);
    }
    match config_dir {
        Some(dir) => {
            let below_config = join(dir, path);
            if path.is_empty() || below_config.exists() || !cwd(path).exists() { below_config } else { cwd(path) }
        }
        None => cwd(path),
    }
}

/// The root of the git work tree, unless `ATMOS_GIT_ROOT_BASEPATH=false` turns it off.
pub(super) fn git_root(options: &Options) -> Option<PathBuf> {
    if options.env("ATMOS_GIT_ROOT_BASEPATH").as_deref() == Some("false") {
        return None;
    }
    Repository::discover(&options.cwd).ok().map(|r| r.root().to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_vanish_by_name() {
        assert_eq!(clean(Path::new("/a/./b/../c")), Path::new("/a/c"));
        assert_eq!(clean(Path::new("../x")), Path::new("../x"));
    }

    #[test]
    fn dotted_paths_stand_on_the_configuration_and_flags_on_the_current_directory() {
        let options = Options { cwd: "/work".into(), ..Options::default() };
        assert_eq!(resolve(&options, "./x", Some(Path::new("/conf")), false), Path::new("/conf/x"));
        assert_eq!(resolve(&options, "./x", Some(Path::new("/conf")), true), Path::new("/work/x"));
        assert_eq!(resolve(&options, "/abs/../x", None, false), Path::new("/x"));
    }
}
