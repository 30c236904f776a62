//! Imports as they are written: circles, repetitions, and places where Atmos's way to import surprises.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code;
use crate::engine::{ImportItem, Manifest};
use crate::text::{Span, is_slip};
use crate::value::{Map, Value};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

/// Everything about imports that the files alone tell.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let each = repo.manifests.par_iter().map(|manifest| {
        let items = repo.imports.get(&manifest.path).map(Vec::as_slice).unwrap_or_default();
        let mut found = Vec::new();
        repeated(items, &mut found);
        skipped_yml(items, &mut found);
        replaced_by_locals(repo, manifest, items, &mut found);
        leaking_overrides(repo, items, &mut found);
        reset(repo, items, &mut found);
        unread_context(repo, manifest, items, &mut found);
        found
    });
    let (mut found, each): (_, Vec<Vec<Diagnostic>>) = rayon::join(|| circles(repo), || each.collect());
    found.extend(each.into_iter().flatten());
    found
}

fn name(path: &Path, repo: &Repo) -> String {
    super::shown(path, &repo.engine.workspace().root)
}

/// Circles of imports, each once: at the import that leads back to a file on the way there.
fn circles(repo: &Repo) -> Vec<Diagnostic> {
    let mut walk =
        Circles { repo, depths: depths(repo), done: FxHashSet::default(), way: Vec::new(), found: Vec::new() };
    // those that nobody imports come first: a circle is closed by the import that leads back to where one came from
    let imported: FxHashSet<&Path> =
        repo.imports.values().flatten().flat_map(|i| i.files.iter().map(PathBuf::as_path)).collect();
    let (inner, outer): (Vec<_>, Vec<_>) =
        repo.manifests.iter().map(|m| m.path.as_path()).partition(|p| imported.contains(p));
    for path in outer.into_iter().chain(inner) {
        walk.visit(path);
    }
    walk.found
}

struct Circles<'a> {
    repo: &'a Repo,
    /// How many imports lead from the nearest stack to a file.
    depths: FxHashMap<PathBuf, usize>,
    done: FxHashSet<&'a Path>,
    /// The files on the way here, each with the import that led on.
    way: Vec<(&'a Path, Span)>,
    found: Vec<Diagnostic>,
}

impl<'a> Circles<'a> {
    fn visit(&mut self, path: &'a Path) {
        if self.done.contains(path) {
            return;
        }
        self.way.push((path, Span::NONE));
        for item in self.repo.imports.get(path).into_iter().flatten() {
            for file in &item.files {
                if let Some(last) = self.way.last_mut() {
                    last.1 = item.span;
                }
                match self.way.iter().position(|(p, _)| p == file) {
                    Some(start) => self.close(start, file, item),
                    None => self.visit(file),
                }
            }
        }
        self.way.pop();
        self.done.insert(path);
    }

    fn close(&mut self, start: usize, file: &Path, item: &ImportItem) {
        let repo = self.repo;
        if start + 1 == self.way.len() {
            // a pattern that names its own file too is reported as what it is
            let message = format!("`{}` imports itself", name(file, repo));
            self.found.push(Diagnostic::new(&code::IMPORT_SELF, message, item.span).hint("remove the import"));
            return;
        }
        let names: Vec<String> =
            self.way[start..].iter().map(|(p, _)| *p).chain([file]).map(|p| name(p, repo)).collect();
        let circle: Vec<(&Path, Span)> = self.way[start..].to_vec();
        // the odd import is the one that leads back to where stacks come in, else the one that leads back here
        let depth = |step: &usize| self.depths.get(circle[(step + 1) % circle.len()].0).copied().unwrap_or(usize::MAX);
        let odd = (0..circle.len()).rev().min_by_key(depth).unwrap_or(circle.len() - 1);
        let place = if odd == circle.len() - 1 { item.span } else { circle[odd].1 };
        let mut diagnostic =
            Diagnostic::new(&code::IMPORT_CIRCULAR, format!("circular import: {}", names.join(" → ")), place)
                .hint("remove one import of the circle");
        for (_, (path, span)) in circle.iter().enumerate().filter(|(step, _)| *step != odd) {
            diagnostic = diagnostic.related(format!("`{}` leads on here", name(path, repo)), *span);
        }
        self.found.push(diagnostic);
    }
}

/// How many imports lead from the nearest stack to each file.
fn depths(repo: &Repo) -> FxHashMap<PathBuf, usize> {
    let mut depths: FxHashMap<PathBuf, usize> = FxHashMap::default();
    let mut open: Vec<PathBuf> = repo.engine.stacks().unwrap_or_default().iter().map(|s| s.path.clone()).collect();
    let mut depth = 0;
    while !open.is_empty() {
        open.retain(|path| match depths.entry(path.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(depth);
                true
            }
        });
        let imports = open.iter().filter_map(|path| repo.imports.get(path)).flatten();
        open = imports.flat_map(|i| i.files.iter().cloned()).collect();
        depth += 1;
    }
    depths
}

fn repeated(items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    for item in items.iter().filter(|i| !i.has_context && !i.path.contains("{{")) {
        if let Some(first) = seen.insert(&item.path, item.span) {
            found.push(
                Diagnostic::new(&code::IMPORT_REPEATED, format!("`{}` is imported already", item.path), item.span)
                    .related("here", first)
                    .hint("keep one: Atmos lays the file over everything in between once more"),
            );
        }
    }
}

/// `.yml` files beside those that a pattern without an extension finds.
fn skipped_yml(items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    for item in items.iter().filter(|i| i.path.contains('*') && Path::new(&i.path).extension().is_none()) {
        let mut skipped: Vec<String> = Vec::new();
        let dirs: FxHashSet<&Path> = item.files.iter().filter_map(|f| f.parent()).collect();
        for dir in dirs {
            let entries = std::fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path());
            let yml = entries.filter(|p| p.extension().is_some_and(|e| e == "yml"));
            skipped.extend(yml.filter_map(|p| Some(p.file_name()?.to_string_lossy().into_owned())));
        }
        skipped.sort();
        if let Some(first) = skipped.first() {
            let others = if skipped.len() > 1 { format!(" and {} more", skipped.len() - 1) } else { String::new() };
            let message = format!("`{}` does not import `{first}`{others}: it matches `.yaml` alone", item.path);
            found.push(
                Diagnostic::new(&code::GLOB_SKIPS_YML, message, item.span)
                    .hint(format!("rename the files, or import `{}.yml` too", item.path)),
            );
        }
    }
}

/// Keys of a context that no imported file reads, though one reads a name that is nearly theirs.
fn unread_context(repo: &Repo, manifest: &Manifest, items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    if !items.iter().any(|item| item.has_context) {
        return;
    }
    for written in manifest.value.get("import").and_then(Value::as_seq).unwrap_or_default() {
        let Some(context) = written.get("context").and_then(Value::as_map) else { continue };
        let path = written.get("path").and_then(Value::as_str).unwrap_or_default();
        let own: Vec<ImportItem> = items.iter().filter(|i| i.has_context && i.path == path).cloned().collect();
        let files = reached(repo, &own);
        let texts: Vec<&str> = files.iter().filter_map(|f| Some(&*repo.manifest(f)?.source.text)).collect();
        let read: FxHashSet<&str> = texts.iter().flat_map(|text| fields(text)).collect();
        for (key, _) in context.iter().filter(|(key, _)| !read.contains(&*key.name) && !key.span.is_none()) {
            let mut missing: Vec<&str> =
                read.iter().copied().filter(|name| !context.contains(name) && is_slip(&key.name, name)).collect();
            missing.sort_unstable();
            if let Some(meant) = missing.first() {
                let message = format!("no imported file reads `.{}` of the context", key.name);
                found.push(
                    Diagnostic::new(&code::TEMPLATE_MISSING, message, key.span)
                        .hint(format!("did you mean `{meant}`?")),
                );
            }
        }
    }
}

/// The fields of the data that the actions of a text begin with: `name` of `{{ .name | upper }}`.
fn fields(text: &str) -> impl Iterator<Item = &str> {
    let actions = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
    let words = actions.flat_map(|action| action.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|')));
    words.filter_map(|word| word.strip_prefix('.')?.split(|c: char| !(c.is_alphanumeric() || c == '_')).next())
}

/// The sections that a file with locals hands to its imports, where they replace what is there.
const HANDED_ON: [&str; 3] = ["vars", "settings", "env"];

fn replaced_by_locals(repo: &Repo, manifest: &Manifest, items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    let Some((locals, value)) = manifest.value.as_map().and_then(|m| m.get_entry("locals")) else { return };
    if value.as_map().is_none_or(Map::is_empty) {
        return;
    }
    for section in HANDED_ON {
        let Some((key, own)) = manifest.value.as_map().and_then(|m| m.get_entry(section)) else { continue };
        if own.as_map().is_none_or(Map::is_empty) {
            continue;
        }
        let lost = lost_keys(repo, items, section, own);
        if let Some((first, span)) = lost.first() {
            let others = if lost.len() > 1 { format!(" and {} more", lost.len() - 1) } else { String::new() };
            found.push(
                Diagnostic::new(
                    &code::LOCALS_REPLACE,
                    format!("`{section}` replaces that of the imports, because the file has `locals`: `{first}`{others} is lost"),
                    key.span,
                )
                .related(format!("`{first}` is set here"), *span)
                .related("the file has locals", locals.span)
                .hint("move the locals and what uses them into a file without imports"),
            );
        }
    }
}

/// The keys that imported files set in a section and that the file's own does not.
fn lost_keys(repo: &Repo, items: &[ImportItem], section: &str, own: &Value) -> Vec<(String, Span)> {
    let mut lost: Vec<(String, Span)> = Vec::new();
    for file in reached(repo, items) {
        let theirs = repo.manifest(&file).and_then(|m| m.value.get(section)).and_then(Value::as_map);
        for (key, _) in theirs.into_iter().flat_map(Map::iter) {
            if own.get(&key.name).is_none() && !lost.iter().any(|(n, _)| *n == *key.name) {
                lost.push((key.name.to_string(), key.span));
            }
        }
    }
    lost
}

/// Every file that imports lead to.
fn reached(repo: &Repo, items: &[ImportItem]) -> Vec<PathBuf> {
    let mut open: Vec<&PathBuf> = items.iter().flat_map(|i| &i.files).collect();
    let mut seen: Vec<PathBuf> = Vec::new();
    while let Some(path) = open.pop() {
        if !seen.contains(path) {
            seen.push(path.clone());
            open.extend(repo.imports.get(path).into_iter().flatten().flat_map(|i| &i.files));
        }
    }
    seen.sort();
    seen
}

/// Whether imports lead from one file to another.
pub(super) fn reaches(repo: &Repo, from: &Path, to: &Path) -> bool {
    let items = repo.imports.get(from).map(Vec::as_slice).unwrap_or_default();
    reached(repo, items).iter().any(|file| file == to)
}

/// Overrides of an imported file, where files with components of that type follow.
fn leaking_overrides(repo: &Repo, items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    let files: Vec<(&PathBuf, &ImportItem)> = items.iter().flat_map(|i| i.files.iter().map(move |f| (f, i))).collect();
    for (index, (file, _)) in files.iter().enumerate() {
        let Some(from) = repo.manifest(file) else { continue };
        for kind in ["terraform", "helmfile"] {
            let typed = from.value.get(kind).and_then(Value::as_map).and_then(|m| m.get_entry("overrides"));
            let global = from.value.as_map().and_then(|m| m.get_entry("overrides"));
            let Some((key, _)) = typed.or(global).filter(|(_, v)| v.as_map().is_some_and(|m| !m.is_empty())) else {
                continue;
            };
            let hit = files[index + 1..].iter().filter(|(other, _)| other != file).find_map(|(other, item)| {
                let components = repo.manifest(other)?.value.dig(["components", kind])?.as_map()?;
                Some((components.names().next()?.to_owned(), other, item.span))
            });
            if let Some((component, other, span)) = hit {
                let other = name(other, repo);
                found.push(
                    Diagnostic::new(
                        &code::OVERRIDES_LEAK,
                        format!(
                            "these overrides reach the component `{component}` of `{other}`, which is imported later"
                        ),
                        key.span,
                    )
                    .related(format!("`{other}` is imported here"), span)
                    .hint("import the file with the overrides last, or set the values in a base"),
                );
            }
        }
    }
}

/// Of two imports that both import a base, the second sets back what the first changed.
fn reset(repo: &Repo, items: &[ImportItem], found: &mut Vec<Diagnostic>) {
    let files: Vec<(&PathBuf, &ImportItem)> = items.iter().flat_map(|i| i.files.iter().map(move |f| (f, i))).collect();
    for (index, (first, _)) in files.iter().enumerate() {
        let own = repo.imports.get(*first).map(Vec::as_slice).unwrap_or_default();
        let bases: Vec<&PathBuf> = own.iter().flat_map(|i| &i.files).collect();
        if bases.is_empty() {
            continue;
        }
        for (second, item) in &files[index + 1..] {
            let theirs = repo.imports.get(*second).map(Vec::as_slice).unwrap_or_default();
            for base in theirs.iter().flat_map(|i| &i.files).filter(|f| bases.contains(f) && first != second) {
                let (Some(first), Some(base_file)) = (repo.manifest(first), repo.manifest(base)) else { continue };
                let changed = ["vars", "settings", "env"].into_iter().find_map(|section| {
                    let ours = first.value.get(section)?.as_map()?;
                    let base = base_file.value.get(section)?.as_map()?;
                    let late = repo.manifest(second)?.value.get(section).and_then(Value::as_map);
                    let mut keys = ours.iter().filter(|(k, _)| late.is_none_or(|l| !l.contains(&k.name)));
                    keys.find(|(k, v)| base.get(&k.name).is_some_and(|b| b != *v && v.as_map().is_none()))
                        .map(|(k, _)| (section, k.clone()))
                });
                if let Some((section, key)) = changed {
                    let (base, second) = (name(base, repo), name(second, repo));
                    found.push(
                        Diagnostic::new(
                            &code::IMPORT_RESETS,
                            format!("`{section}.{}` is set back: `{second}` imports `{base}` once more", key.name),
                            key.span,
                        )
                        .related(format!("`{second}` is imported here"), item.span)
                        .hint(format!("import `{base}` before both, and not in them")),
                    );
                }
            }
        }
    }
}
