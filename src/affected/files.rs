//! Which components a list of changed files touches.

use super::comparison::{Changed, Rules};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::value::Value;
use crate::workspace::{Workspace, clean};
use globset::{GlobBuilder, GlobMatcher};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// Changed files, sorted into the folders of component types.
///
/// Atmos: a file belongs to the first of these folders that it lies in, and only the files of a type's folder count for a
/// component's code and for its modules. So a changed module beside the components is not seen.
pub(super) struct Files {
    all: Vec<PathBuf>,
    folders: Vec<(PathBuf, Vec<PathBuf>)>,
    changed: Changed,
    /// What dependencies on files are relative to.
    from: Vec<PathBuf>,
    base: PathBuf,
    code: FxHashMap<(String, String), bool>,
    modules: FxHashMap<String, bool>,
}

/// A file or folder that a component depends on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Dependency {
    File(String),
    Folder(String),
}

/// The folders that Atmos sorts files into, in its order; the last is that of the stacks.
const FOLDERS: [[&str; 3]; 5] = [
    ["components", "terraform", "base_path"],
    ["components", "helmfile", "base_path"],
    ["components", "packer", "base_path"],
    ["components", "kubernetes", "base_path"],
    ["stacks", "base_path", ""],
];

impl Files {
    /// The files of a change. `workspace` is that of the side that they are read from.
    pub(super) fn new(workspace: &Workspace, changed: Changed) -> Files {
        let root = changed.here(&workspace.root);
        let (base, from) = match changed.rules {
            Rules::Atmos => (clean(&workspace.cwd.join(workspace.base_path_text())), vec![workspace.cwd.clone()]),
            Rules::Whole => (root.clone(), vec![root, workspace.cwd.clone()]),
        };
        let all = changed.files.clone();
        let mut folders: Vec<(PathBuf, Vec<PathBuf>)> = Vec::new();
        for path in FOLDERS {
            let keys = path.into_iter().filter(|k| !k.is_empty());
            let folder = workspace.config.dig(keys).and_then(Value::as_str).filter(|f| !f.is_empty());
            folders.extend(folder.map(|f| (clean(&base.join(f)), Vec::new())));
        }
        for file in &all {
            if let Some((_, inside)) = folders.iter_mut().find(|(folder, _)| file.starts_with(folder)) {
                inside.push(file.clone());
            }
        }
        Files { all, folders, changed, from, base, code: FxHashMap::default(), modules: FxHashMap::default() }
    }

    /// Whether files count by Atmos's rules.
    pub(super) fn is_atmos(&self) -> bool {
        self.changed.rules == Rules::Atmos
    }

    /// Whether components of a type have a folder for their code.
    pub(super) fn has_folder(engine: &Engine, kind: &str) -> bool {
        let folder = engine.workspace().config.dig(["components", kind, "base_path"]).and_then(Value::as_str);
        folder.is_some_and(|f| !f.is_empty())
    }

    /// Whether a file of a component's folder changed.
    pub(super) fn touch_code(&mut self, engine: &Engine, kind: &str, component: &str) -> bool {
        let key = (kind.to_owned(), component.to_owned());
        if let Some(known) = self.code.get(&key) {
            return *known;
        }
        let folder = self.folder(engine, kind);
        let found = self.relevant(&folder).iter().any(|f| f.starts_with(clean(&folder.join(component))));
        self.code.insert(key, found);
        found
    }

    /// Whether a file of a local module that a Terraform component calls changed.
    pub(super) fn touch_modules(&mut self, engine: &Engine, component: &str) -> Result<bool> {
        if let Some(known) = self.modules.get(component) {
            return Ok(*known);
        }
        let folder = self.folder(engine, "terraform");
        let relevant = self.relevant(&folder);
        let found = match relevant {
            [] => false,
            files => {
                let dir = self.changed.there(&clean(&folder.join(component)));
                let modules = match self.changed.rules {
                    Rules::Atmos => engine.local_modules(&dir)?,
                    Rules::Whole => engine.all_local_modules(&dir)?,
                };
                let mut modules = modules.iter().map(|module| self.changed.here(module));
                modules.any(|module| files.iter().any(|f| f.starts_with(&module)))
            }
        };
        self.modules.insert(component.to_owned(), found);
        Ok(found)
    }

    /// The first dependency of which something changed. Paths are patterns; for Atmos they are relative to the current
    /// directory.
    pub(super) fn touch<'a>(&self, dependencies: &'a [Dependency]) -> Result<Option<&'a Dependency>> {
        for dependency in dependencies {
            for from in &self.from {
                let pattern = match dependency {
                    Dependency::File(path) => clean(&from.join(path)),
                    Dependency::Folder(path) => clean(&from.join(path)).join("**"),
                };
                if self.any_matches(&pattern)? {
                    return Ok(Some(dependency));
                }
            }
        }
        Ok(None)
    }

    fn any_matches(&self, pattern: &Path) -> Result<bool> {
        let text = pattern.to_string_lossy();
        let plain = text.strip_suffix("/**").unwrap_or(&text);
        if !plain.contains(['*', '?', '[', '{', '\\']) {
            let is_folder = plain.len() < text.len();
            let plain = Path::new(plain);
            return Ok(self.all.iter().any(|f| if is_folder { f.starts_with(plain) } else { f == plain }));
        }
        let matcher = matcher(&text)?;
        Ok(self.all.iter().any(|f| matcher.is_match(f)))
    }

    fn folder(&self, engine: &Engine, kind: &str) -> PathBuf {
        let folder = engine.workspace().config.dig(["components", kind, "base_path"]).and_then(Value::as_str);
        clean(&self.base.join(folder.unwrap_or_default()))
    }

    /// The files of a type's folder; all of them for a type whose folder is not among those that Atmos sorts by.
    fn relevant(&self, folder: &Path) -> &[PathBuf] {
        if self.changed.rules == Rules::Whole {
            return &self.all;
        }
        self.folders.iter().find(|(path, _)| path == folder).map_or(&self.all, |(_, files)| files)
    }
}

fn matcher(pattern: &str) -> Result<GlobMatcher> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.map(|g| g.compile_matcher()).map_err(|e| Error::new(format!("`{pattern}` is no pattern: {}", e.kind())))
}

/// The files and folders that a component depends on: those of `dependencies`, else those of `settings.depends_on`.
///
/// Atmos: of `dependencies` the entries of `components` with `kind: file` or `kind: folder` come first, then `files`, then
/// `folders`; a wrong type or an entry without path makes all of it void, and so does `settings.depends_on`.
pub(super) fn dependencies(sections: &Value) -> Vec<Dependency> {
    let modern = sections.get("dependencies").and_then(modern).unwrap_or_default();
    if !modern.is_empty() {
        return modern;
    }
    sections.dig(["settings", "depends_on"]).and_then(legacy).unwrap_or_default()
}

fn modern(section: &Value) -> Option<Vec<Dependency>> {
    let text = |value: Option<&Value>| match value {
        None => Some(String::new()),
        Some(value) if value.is_null() => Some(String::new()),
        Some(value) => value.as_str().map(str::to_owned),
    };
    let list = |key: &str| match section.get(key) {
        None => Some(&[][..]),
        Some(value) if value.is_null() => Some(&[][..]),
        Some(value) => value.as_seq(),
    };
    let mut found = Vec::new();
    for entry in list("components")? {
        entry.as_map()?;
        let [component, name, kind, path] = ["component", "name", "kind", "path"].map(|key| text(entry.get(key)));
        let (component, name, path) = (component?, name?, path?);
        if !component.is_empty() && !name.is_empty() && component != name {
            return None;
        }
        let dependency = match kind?.as_str() {
            "file" => Dependency::File(path),
            "folder" => Dependency::Folder(path),
            _ => continue,
        };
        if matches!(&dependency, Dependency::File(p) | Dependency::Folder(p) if p.is_empty()) {
            return None;
        }
        found.push(dependency);
    }
    for (key, make) in [("files", Dependency::File as fn(String) -> Dependency), ("folders", Dependency::Folder)] {
        for path in list(key)? {
            let dependency = make(text(Some(path))?);
            let (Dependency::File(path) | Dependency::Folder(path)) = &dependency;
            if !path.is_empty() && !found.contains(&dependency) {
                found.push(dependency);
            }
        }
    }
    Some(found)
}

fn legacy(depends_on: &Value) -> Option<Vec<Dependency>> {
    let mut found = Vec::new();
    for entry in depends_on.as_map()?.values() {
        entry.as_map()?;
        for (key, make) in [("file", Dependency::File as fn(String) -> Dependency), ("folder", Dependency::Folder)] {
            match entry.get(key) {
                None => {}
                Some(value) if value.is_null() => {}
                Some(value) => {
                    found.extend(Some(value.as_str()?).filter(|p| !p.is_empty()).map(|p| make(p.to_owned())));
                }
            }
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(text: &str) -> Value {
        crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value
    }

    fn file(path: &str) -> Dependency {
        Dependency::File(path.into())
    }

    fn folder(path: &str) -> Dependency {
        Dependency::Folder(path.into())
    }

    #[test]
    fn files_and_folders_come_from_every_form() {
        let modern =
            "dependencies: {components: [{component: vpc}, {kind: folder, path: a}], files: [b, b], folders: [a, c]}";
        assert_eq!(dependencies(&sections(modern)), [folder("a"), file("b"), folder("c")]);
        let legacy = "settings: {depends_on: {1: {file: a, folder: b}, 2: {component: vpc}}}";
        assert_eq!(dependencies(&sections(legacy)), [file("a"), folder("b")]);
    }

    #[test]
    fn dependencies_on_components_alone_leave_the_legacy_form() {
        let both = "dependencies: {components: [{component: vpc}]}\nsettings: {depends_on: {1: {file: a}}}";
        assert_eq!(dependencies(&sections(both)), [file("a")]);
    }

    #[test]
    fn a_wrong_entry_makes_the_list_void() {
        assert!(dependencies(&sections("dependencies: {components: [{kind: file}], files: [a]}")).is_empty());
        assert!(dependencies(&sections("dependencies: {files: [1]}")).is_empty());
        assert!(
            dependencies(&sections("dependencies: {components: [{component: a, name: b}], files: [a]}")).is_empty()
        );
    }
}
