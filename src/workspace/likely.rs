//! What a configuration most likely means where what it names is not there: for a validation, which tells the mistake and
//! goes on.

use super::discover::Directories;
use super::{Config, Workspace, paths};
use crate::code;
use crate::error::Error;
use crate::text::is_slip;
use crate::value::Value;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The folders that the configuration names.
const FOLDERS: [[&str; 3]; 5] = [
    ["", "stacks", "base_path"],
    ["", "workflows", "base_path"],
    ["components", "terraform", "base_path"],
    ["components", "helmfile", "base_path"],
    ["components", "packer", "base_path"],
];

/// The root of a repository whose base path is not there: the one that it is nearly called like, else the directory of the
/// configuration; with what is wrong.
pub(super) fn root(root: &Path, config: &Value, config_dir: Option<&Path>) -> Option<(PathBuf, Error)> {
    let written = config.get("base_path").filter(|v| !v.span.is_none() && !root.is_dir())?;
    let likely = nearest_folder(root).or_else(|| config_dir.map(Path::to_path_buf))?;
    let message = format!("there is no folder `{}`", written.as_str().unwrap_or_default());
    let hint = "`base_path` is seen from the directory of atmos.yaml: `.` is that directory";
    Some((likely, Error::new(message).code(&code::CONFIGURATION).at(written.span).hint(hint)))
}

/// Puts folders that are called nearly so in the place of those that are not there.
pub(super) fn folders(config: &mut Value, root: &Path) {
    for path in FOLDERS {
        let path: Vec<&str> = path.into_iter().filter(|p| !p.is_empty()).collect();
        let Some(value) = config.dig(path.iter().copied()) else { continue };
        let Some(text) = value.as_str().filter(|t| !t.is_empty()) else { continue };
        let Some(likely) = nearest_folder(&paths::join(root, text)) else { continue };
        let value = Value::from(likely.to_string_lossy().as_ref()).with_span(value.span);
        *config = with(config, &path, value);
    }
}

fn with(map: &Value, path: &[&str], value: Value) -> Value {
    let Some((first, rest)) = path.split_first() else { return value };
    let mut map = map.clone();
    let inner = map.get(first).cloned().unwrap_or_default();
    map.set(first, with(&inner, rest, value));
    map
}

/// The folder that one which is not there was most likely meant to be: the same but for slips in its names.
fn nearest_folder(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        return None;
    }
    let mut at = PathBuf::new();
    for part in path.components() {
        let next = at.join(part);
        if next.is_dir() {
            at = next;
            continue;
        }
        let name = part.as_os_str().to_string_lossy();
        let beside = std::fs::read_dir(&at).ok()?.flatten().filter(|e| e.path().is_dir());
        let mut names: Vec<String> = beside.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        at.push(names.iter().find(|n| is_slip(&name, n))?);
    }
    Some(at)
}

impl Workspace {
    /// The folder of the stacks as it was most likely meant: the one that is configured, or `stacks`.
    pub(crate) fn likely_stacks_dir(&self) -> Option<PathBuf> {
        let configured = self.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default();
        let dir = if configured.is_empty() { self.root.join("stacks") } else { self.settings.stacks_dir.clone() };
        dir.is_dir().then_some(dir)
    }

    /// Whether the folder of the stacks is not there under the name that is written.
    pub(crate) fn misses_stacks_dir(&self) -> bool {
        let written = self.written.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default();
        !written.is_empty() && !paths::join(&self.root, written).is_dir()
    }

    /// What keeps the configuration from finding stacks, before what does not fit in it was put right.
    pub(crate) fn stackless(&self) -> Option<Error> {
        let mut written = self.moved(&self.root, &self.root, true);
        written.directories = self.index().map_or_else(Directories::default, Directories::staged);
        written.config = self.written.clone();
        written.settings = Config::of(&written.config, &written.root);
        written.find_stack_files().err()
    }

    /// The same repository with another folder for stacks, and these files in it as top-level manifests.
    pub(crate) fn assuming(&self, stacks_dir: PathBuf, files: Vec<PathBuf>) -> Workspace {
        let mut workspace = self.moved(&self.root, &self.root, true);
        workspace.directories = self.index().map_or_else(Directories::default, Directories::staged);
        workspace.settings.stacks_dir = stacks_dir;
        if self.excludes_all().is_some() {
            workspace.settings.excluded_paths.clear();
        }
        workspace.stack_files = OnceLock::from(Ok(Arc::new(files)));
        workspace
    }

    /// The same repository with another `name_template` or `name_pattern`.
    pub(crate) fn naming_stacks(&self, setting: &str, rule: &str) -> Workspace {
        let mut workspace = self.moved(&self.root, &self.root, true);
        workspace.directories = self.index().map_or_else(Directories::default, Directories::staged);
        workspace.stack_files = self.stack_files.clone();
        workspace.config = with(&self.config, &["stacks", setting], Value::from(rule));
        workspace
    }

    /// The top-level manifests that `stacks.included_paths` most likely means: what its patterns find but for slips in the
    /// names of folders. None where no pattern is like a folder that is there.
    pub(crate) fn likely_stack_files(&self) -> Vec<PathBuf> {
        let meant = |pattern: &String| {
            let pattern = paths::join(&self.settings.stacks_dir, pattern);
            let is_fixed = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
            let fixed: PathBuf = pattern.components().take_while(is_fixed).collect();
            let below = pattern.strip_prefix(&fixed).ok().filter(|b| !b.as_os_str().is_empty())?;
            Some(nearest_folder(&fixed)?.join(below))
        };
        let patterns = self.settings.included_paths.iter().filter_map(meant);
        self.manifests_matching(patterns).unwrap_or_default()
    }

    /// Whether something below the folders that `stacks.included_paths` begins with is not excluded: then those patterns
    /// are too narrow.
    pub(crate) fn leaves_some(&self) -> bool {
        let below = |pattern: &String| {
            let pattern = paths::join(&self.settings.stacks_dir, pattern);
            let is_fixed = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
            pattern.components().take_while(is_fixed).collect::<PathBuf>().join("**/*")
        };
        let patterns = self.settings.included_paths.iter().map(below);
        self.manifests_matching(patterns).is_ok_and(|found| !found.is_empty())
    }

    /// The folder of atmos.yaml, where the stacks are there and its `base_path` leads elsewhere.
    pub(crate) fn misses_root(&self) -> Option<PathBuf> {
        let stacks = self.written.dig(["stacks", "base_path"]).and_then(Value::as_str)?;
        let base = self.written.get("base_path").and_then(Value::as_str).filter(|base| !base.is_empty())?;
        let beside = self.config_files.last()?.parent()?;
        (base != "." && !self.settings.stacks_dir.is_dir() && beside.join(stacks).is_dir())
            .then(|| beside.to_path_buf())
    }

    /// The pattern of `stacks.excluded_paths`, by number, without which there would be stacks.
    pub(crate) fn excludes_all(&self) -> Option<usize> {
        let mut open = self.moved(&self.root, &self.root, true);
        let patterns = std::mem::take(&mut open.settings.excluded_paths);
        let mut finds_some = |excluded: &[String]| {
            open.settings.excluded_paths = excluded.to_vec();
            open.find_stack_files().is_ok()
        };
        finds_some(&[]).then(|| (0..patterns.len()).find(|n| !finds_some(&patterns[..=*n])))?
    }
}
