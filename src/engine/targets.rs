//! What the items of an `import` list name: the forms in which they are written, and the files on this disk.

use super::Engine;
use super::inspect::ImportItem;
use super::remote::{self, Base};
use crate::code;
use crate::error::{Error, Result};
use crate::external::fetch;
use crate::text::{Span, nearest};
use crate::value::{Data, Value};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The path of an import, what it is relative to, and what imports of its files are.
pub(crate) type TargetKey = (String, Base, Base);

/// What the path of an import names.
#[derive(Debug)]
pub(crate) struct Target {
    pub pattern: PathBuf,
    pub files: Arc<Vec<Found>>,
}

/// A file that an import names.
#[derive(Debug)]
pub(crate) struct Found {
    pub path: Arc<Path>,
    pub name: Arc<str>,
    /// What paths of its own imports are relative to.
    pub base: Base,
}

/// One item of an `import` list.
pub(crate) struct Item {
    pub path: String,
    pub context: Value,
    pub skip_templates: bool,
    pub ignore_missing_values: bool,
    pub skip_if_missing: bool,
    pub remote: remote::Wishes,
    pub span: Span,
}

impl Engine {
    /// The items of the `import` list of a manifest.
    pub(crate) fn import_items(&self, own: &Value, path: &Path, base: &Base) -> Result<Vec<Item>> {
        let list = match own.get("import") {
            None => return Ok(Vec::new()),
            Some(value) if value.is_null() => return Ok(Vec::new()),
            Some(value) => value.as_seq().ok_or_else(|| {
                Error::new(format!("`import` must be a list, this is a {}", value.type_name()))
                    .code(&code::WRONG_TYPE)
                    .at(value.span)
                    .hint("write `import:` with `- path` lines")
            })?,
        };
        let relative_to = path.strip_prefix(self.base_dir(base)).unwrap_or(path);
        let items = list.iter().map(|item| self.tolerate(import_item(item, relative_to)));
        items.filter_map(Result::transpose).collect()
    }

    /// The file that a path which names none most likely means, where reading goes on behind problems.
    pub(crate) fn likely_import(&self, target: &str, importer: &Path) -> Option<Arc<Vec<Found>>> {
        let names = self.importable_names(importer);
        let near = nearest(target, names.iter().map(String::as_str)).filter(|_| self.is_tolerant())?;
        Some(Arc::clone(&self.import_target(near, &Base::Local, &Base::Local).files))
    }

    /// An item of an `import` list with the files that it names as far as its text alone tells.
    pub(crate) fn written_import(&self, item: &Value, importer: &Path) -> Option<ImportItem> {
        let relative_to = importer.strip_prefix(&self.settings.stacks_dir).unwrap_or(importer);
        let read = import_item(item, relative_to).ok()?;
        let is_known =
            !(read.path.is_empty() || fetch::is_remote(&read.path) || super::render::is_template(&read.path));
        let files = if is_known {
            let target = self.import_target(&read.path, &Base::Local, &Base::Local);
            target.files.iter().map(|f| f.path.to_path_buf()).collect()
        } else {
            Vec::new()
        };
        let span = item.get("path").map_or(item.span, |path| path.span);
        let has_context = read.context.as_map().is_some_and(|c| !c.is_empty());
        Some(ImportItem { path: read.path, span, has_context, files })
    }

    /// What an import names on this disk; looked up once per text.
    pub(crate) fn import_target(&self, target: &str, base: &Base, below: &Base) -> Arc<Target> {
        let key = (target.to_string(), base.clone(), below.clone());
        if let Some(known) = self.targets.get(&key) {
            return known;
        }
        let dir = self.base_dir(base);
        let pattern = self.import_pattern(dir, target);
        let found = |path: &PathBuf| Found {
            path: Arc::from(path.as_path()),
            name: name_below(dir, path).into(),
            base: below.clone(),
        };
        let files = self.workspace.glob(&pattern).iter().map(found).collect();
        let found = Arc::new(Target { pattern, files: Arc::new(files) });
        self.targets.put(key, &found);
        found
    }

    /// The path or pattern of an import: without extension it is `.yaml`, `.yml` or one of their templates, whichever is
    /// there; a template beside a file named with its extension wins.
    fn import_pattern(&self, dir: &Path, target: &str) -> PathBuf {
        let with = |suffix: &str| clean(&dir.join(format!("{target}{suffix}")));
        match Path::new(target).extension().and_then(|e| e.to_str()) {
            None => [".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl"]
                .into_iter()
                .map(with)
                .find(|p| self.workspace.has_file(p))
                .unwrap_or_else(|| with(".yaml")),
            Some("yaml" | "yml") => {
                Some(with(".tmpl")).filter(|p| self.workspace.has_file(p)).unwrap_or_else(|| with(""))
            }
            Some(_) => with(""),
        }
    }

    /// The name of an imported file: its path below the stacks folder without the last extension.
    pub(crate) fn import_name(&self, path: &Path) -> String {
        name_below(&self.settings.stacks_dir, path)
    }

    /// Where a file is imported, and where the file that imports it, up to the first stack that reaches it; empty for
    /// files that no stack imports.
    ///
    /// Looks at import paths as they are written: what a template makes of one is not followed.
    pub fn importers(&self, file: &Path) -> Vec<String> {
        let stacks = self.workspace.stack_files().unwrap_or_default();
        let mut reached: FxHashMap<PathBuf, Option<(PathBuf, Span)>> =
            stacks.iter().map(|path| (path.clone(), None)).collect();
        let mut next: VecDeque<PathBuf> = stacks.iter().cloned().collect();
        while let Some(path) = next.pop_front().filter(|_| !reached.contains_key(file)) {
            let parsed = self.loader.open(&path).and_then(|file| self.loader.parse(&file).ok()).unwrap_or_default();
            let items = self.import_items(&parsed, &path, &Base::Local).unwrap_or_default();
            for item in items.iter().filter(|item| !fetch::is_remote(&item.path)) {
                let target = self.import_target(&item.path, &Base::Local, &Base::Local);
                for found in target.files.iter().map(|found| found.path.to_path_buf()) {
                    if let Entry::Vacant(entry) = reached.entry(found.clone()) {
                        entry.insert(Some((path.clone(), item.span)));
                        next.push_back(found);
                    }
                }
            }
        }
        let mut places = Vec::new();
        let mut at = file;
        while let Some(Some((importer, span))) = reached.get(at) {
            places.extend(self.place(*span));
            at = importer;
        }
        places
    }
}

/// The path of a file below a directory, without its last extension.
fn name_below(dir: &Path, path: &Path) -> String {
    path.strip_prefix(dir).unwrap_or(path).with_extension("").to_string_lossy().replace('\\', "/")
}

fn import_item(item: &Value, relative_to: &Path) -> Result<Item> {
    let plain = |path: String| Item {
        path,
        context: Value::empty_map(),
        skip_templates: false,
        ignore_missing_values: false,
        skip_if_missing: false,
        remote: remote::Wishes::default(),
        span: item.get("path").map_or(item.span, |path| path.span),
    };
    let invalid = |what: &str| {
        Error::new(what.to_string())
            .code(&code::IMPORT_INVALID)
            .at(item.span)
            .hint("an import is a path, or a map with `path` and `context`")
    };
    match &item.data {
        Data::Str(path) if path.is_empty() => Err(invalid("an import without a path")),
        Data::Str(path) => Ok(plain(resolve_relative(path, relative_to))),
        Data::Map(map) => {
            let path = match map.get("path") {
                None => "",
                Some(path) => path.as_str().ok_or_else(|| invalid("`path` of an import must be a string"))?,
            };
            let flag = |name: &str| match map.get(name) {
                None => Ok(false),
                Some(value) if value.is_null() => Ok(false),
                Some(value) => {
                    value.as_bool().ok_or_else(|| invalid(&format!("`{name}` of an import must be true or false")))
                }
            };
            let context = match map.get("context") {
                None => Value::empty_map(),
                Some(value) if value.is_null() => Value::empty_map(),
                Some(value) if value.as_map().is_some() => value.clone(),
                Some(_) => return Err(invalid("`context` of an import must be a map")),
            };
            Ok(Item {
                context,
                skip_templates: flag("skip_templates_processing")?,
                ignore_missing_values: flag("ignore_missing_template_values")?,
                skip_if_missing: flag("skip_if_missing")?,
                remote: remote::Wishes::of(map)?,
                ..plain(resolve_relative(path, relative_to))
            })
        }
        _ => Err(invalid(&format!("an import must be a path or a map, this is a {}", item.type_name()))),
    }
}

/// `./x` and `../x` are relative to the importing file, everything else to the stacks folder.
fn resolve_relative(path: &str, file: &Path) -> String {
    let first = path.split('/').next().unwrap_or("");
    if path.is_empty() || !(first == "." || first == "..") {
        return path.to_string();
    }
    let joined = file.parent().unwrap_or(Path::new("")).join(path);
    clean(&joined).to_string_lossy().into_owned()
}

/// A path without `.` and `..`, by name alone.
pub(crate) fn clean(path: &Path) -> PathBuf {
    use std::path::Component::{CurDir, Normal, ParentDir};
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            CurDir => {}
            ParentDir if matches!(out.components().next_back(), Some(Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// Whether an import names files by a pattern.
pub(crate) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?', '[', '{'])
}
