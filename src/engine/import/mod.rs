//! One manifest with everything that it imports, merged in Atmos's order.
//!
//! Imports merge in the order in which they stand, each after its own imports; the file itself comes last. Nothing is
//! deduplicated: of two imports that both import `base`, the later brings `base` once more over what the first changed.

mod chain;
mod overrides;
mod read;

use super::Engine;
use super::load::{File, drop_times};
use super::remote::Base;
use super::render::{self, Missing};
use super::targets::{Found, Item, Target, is_pattern};
use crate::code;
use crate::error::{Error, Kind, Result};
use crate::external::fetch;
use crate::text::{Span, did_you_mean};
use crate::value::merge::{Rules, merge_all};
use crate::value::{Map, Value};
use chain::{Chain, Open};
use overrides::{OVERRIDDEN, Overrides, expect_map, override_components, overrides_of};
use read::is_template;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A manifest merged with its imports.
#[derive(Clone, Debug)]
pub(crate) struct Imported {
    /// Imports and file, deep-merged.
    pub merged: Value,
    /// The file alone, with the overrides that reach its components.
    pub own: Value,
    /// The file alone, as it was rendered: what the schema is about.
    pub written: Value,
    /// Every file that was imported on the way, in the order in which they merge: each after its own imports.
    pub imports: Vec<Import>,
    /// `overrides` for each type that has them: those of this file and its parents, and those of its imports.
    overrides: [Overrides; 2],
    /// Whether the path of an import was a template over what earlier imports set.
    templated_paths: bool,
    /// Whether an import is missing, and reading went on without it.
    pub incomplete: bool,
    /// The outermost file, counted from the stack at 0, that a circle of imports led back to, and was not read again.
    led_back_to: Option<usize>,
}

/// A file that was imported.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub name: Arc<str>,
    pub path: Arc<Path>,
    /// How many imports lead here: 1 for what the manifest itself imports.
    pub depth: usize,
    /// Where it is imported.
    pub at: Span,
    /// The file alone, without its imports, with the overrides that reach its components.
    pub own: Value,
    /// The file alone, as it was rendered.
    pub written: Value,
}

/// How a file is asked for by the one that imports it.
#[derive(Clone, Default)]
pub(crate) struct Request<'a> {
    /// What templates in the file see.
    context: Value,
    /// What templates in import paths see: `vars`, `settings` and `env` of earlier imports.
    earlier: Earlier,
    skip_templates: bool,
    ignore_missing_values: bool,
    skip_if_missing: bool,
    overrides: [Overrides; 2],
    /// What paths of imports in the file are relative to.
    base: Base,
    chain: Option<&'a Chain<'a>>,
}

impl Request<'_> {
    /// Whether another asker with the same flags gets the same answer.
    fn is_plain(&self) -> bool {
        let unset = |v: &Value| v.as_map().is_none_or(Map::is_empty);
        unset(&self.context) && self.overrides.iter().all(|o| unset(&o.inline) && unset(&o.imports))
    }
}

/// The merged manifests that were imported earlier, the latest first. Merged only if an import path is a template.
#[derive(Clone, Default)]
struct Earlier(Option<Arc<(Value, Earlier)>>);

impl Earlier {
    fn and(&self, merged: &Value) -> Earlier {
        Earlier(Some(Arc::new((merged.clone(), self.clone()))))
    }

    fn context(&self, rules: Rules) -> Value {
        let mut layers = Vec::new();
        let mut next = self;
        while let Some(link) = &next.0 {
            let sections = ["settings", "vars", "env"]
                .into_iter()
                .filter_map(|s| Some((s, link.0.get(s).filter(|v| !v.is_null())?.clone())));
            layers.push(Value::map(sections.collect()));
            next = &link.1;
        }
        merge_all(layers.iter().rev(), rules)
    }
}

/// The key of a merged manifest that may be shared: the file and the flags that change its reading.
pub(crate) type MemoKey = (PathBuf, Base, [bool; 3]);

impl Engine {
    /// A top-level manifest with its imports.
    pub(crate) fn import_stack(&self, path: &Path) -> Result<Arc<Imported>> {
        let request = Request { ignore_missing_values: self.settings.ignore_missing_values, ..Request::default() };
        self.import(path, &request, Span::NONE)
    }

    /// The merged manifest of a file, from memory where its asker adds nothing to it.
    fn import(&self, path: &Path, request: &Request<'_>, at: Span) -> Result<Arc<Imported>> {
        let first = Open::default();
        let (depth, open) = request.chain.map_or((0, &first), |c| (c.depth + 1, c.open));
        let chain = Chain { path, at, depth, parent: request.chain, open };
        let plain = request.is_plain();
        let flags = [request.skip_templates, request.ignore_missing_values, request.skip_if_missing];
        let key = (path.to_path_buf(), request.base.clone(), flags);
        if plain && let Some(known) = self.imported.get(&key) {
            return Ok(known);
        }
        if plain && let Some(known) = open.borrow().get(&key) {
            return Ok(Arc::clone(known));
        }
        let request = Request { chain: Some(&chain), ..request.clone() };
        let imported = Arc::new(self.import_file(path, &request)?);
        if plain && !imported.templated_paths {
            if imported.led_back_to.is_some_and(|met| met < depth) {
                // read again on another way it is as far from complete: what holds it may not be shared either
                let kept = Imported { led_back_to: Some(0), ..Imported::clone(&imported) };
                open.borrow_mut().insert(key, Arc::new(kept));
            } else {
                self.imported.put(key, &imported);
            }
        }
        Ok(imported)
    }

    fn import_file(&self, path: &Path, request: &Request<'_>) -> Result<Imported> {
        let file = match self.loader.open(path) {
            Some(file) if !file.source.text.is_empty() => file,
            Some(_) => return Ok(Imported::empty()),
            None if request.skip_if_missing => return Ok(Imported::empty()),
            None => return Err(self.unreadable(path, request.chain)),
        };
        let read = self.read(&file, request).map_err(|e| self.with_chain(e, request.chain));
        let (own, context) = match self.tolerate(read)? {
            Some(read) => read,
            None if is_template(path) => return Ok(Imported { incomplete: true, ..Imported::empty() }),
            None => (drop_times(&self.loader.parse(&file)?), request.context.clone()),
        };
        let (own, lost) = self.sound(own, path);
        let mut imported = self.merge_imports(&file, own, &context, request)?;
        imported.incomplete |= lost;
        Ok(imported)
    }

    fn merge_imports(&self, file: &File, mut own: Value, context: &Value, request: &Request<'_>) -> Result<Imported> {
        let path = &file.source.path;
        let written = own.clone();
        let rules = self.rules();
        let global = overrides_of(&own, "overrides")?;
        let mut overrides = request.overrides.clone();
        for (kind, overrides) in OVERRIDDEN.into_iter().zip(&mut overrides) {
            let typed = match own.get(kind) {
                Some(section) => {
                    expect_map(section, kind)?;
                    overrides_of(section, "overrides")?
                }
                None => Value::empty_map(),
            };
            overrides.inline = merge_all([&global, &typed, &overrides.inline], rules);
        }

        let mut layers: Vec<Arc<Imported>> = Vec::new();
        let mut imports: Vec<Import> = Vec::new();
        let mut templated_paths = false;
        let mut incomplete = false;
        let mut led_back_to = None;
        let mut earlier = request.earlier.clone();
        for item in self.import_items(&own, path, &request.base)? {
            let target = if item.path.contains("{{") && !item.skip_templates && self.settings.templates_enabled {
                templated_paths = true;
                let Some(target) = self.tolerate(self.render_import_path(&item, &earlier))? else {
                    incomplete = true;
                    continue;
                };
                target
            } else {
                item.path.clone()
            };
            let found = self.find_imports(&target, &item, path, request);
            let Some(files) = self.tolerate(found)?.or_else(|| self.likely_import(&target, path)) else {
                incomplete = true;
                continue;
            };
            let before = earlier.clone();
            let child_context = merge_all([&item.context, context], rules);
            for found in files.iter() {
                if let Some(met) = request.chain.into_iter().flat_map(Chain::iter).find(|c| *c.path == *found.path) {
                    self.tolerate_error(self.circular(&found.path, item.span, request.chain))?;
                    led_back_to = led_back_to.into_iter().chain([met.depth]).min();
                    continue;
                }
                let child = Request {
                    context: child_context.clone(),
                    earlier: before.clone(),
                    skip_templates: item.skip_templates,
                    ignore_missing_values: item.ignore_missing_values || self.settings.ignore_missing_values,
                    skip_if_missing: item.skip_if_missing,
                    overrides: overrides.clone(),
                    base: found.base.clone(),
                    chain: request.chain,
                };
                let Some(imported) = self.tolerate(self.import(&found.path, &child, item.span))? else { continue };
                incomplete |= imported.incomplete;
                led_back_to = led_back_to.into_iter().chain(imported.led_back_to).min();
                for (ours, theirs) in overrides.iter_mut().zip(&imported.overrides) {
                    ours.imports = merge_all([&ours.imports, &theirs.imports, &theirs.inline], rules);
                }
                templated_paths |= imported.templated_paths;
                imports.extend(imported.imports.iter().map(|i| Import { depth: i.depth + 1, ..i.clone() }));
                imports.push(Import {
                    name: Arc::clone(&found.name),
                    path: Arc::clone(&found.path),
                    depth: 1,
                    at: item.span,
                    own: imported.own.clone(),
                    written: imported.written.clone(),
                });
                earlier = earlier.and(&imported.merged);
                layers.push(imported);
            }
        }

        for (kind, overrides) in OVERRIDDEN.into_iter().zip(&overrides) {
            let last = merge_all([&overrides.imports, &overrides.inline], rules);
            if last.as_map().is_some_and(|m| !m.is_empty()) {
                override_components(&mut own, kind, &last);
            }
        }
        let merged = merge_manifests(layers.iter().map(|l| &l.merged).chain([&own]), rules);
        Ok(Imported { merged, own, written, imports, overrides, templated_paths, incomplete, led_back_to })
    }

    fn render_import_path(&self, item: &Item, earlier: &Earlier) -> Result<String> {
        let data = merge_all([&earlier.context(self.rules()), &item.context], self.rules());
        let missing = if item.ignore_missing_values || self.settings.ignore_missing_values {
            Missing::Default
        } else {
            Missing::Error
        };
        self.render_strict(&item.path, &data, missing).map_err(|e| {
            Error::new(format!("the import path `{}` cannot be rendered: {}", item.path, e.message()))
                .code(&code::IMPORT_TEMPLATE)
                .at(item.span)
                .hint("set the value in an earlier import or in the import's `context`")
        })
    }

    /// The files that an import names.
    fn find_imports(
        &self,
        target: &str,
        item: &Item,
        importer: &Path,
        request: &Request<'_>,
    ) -> Result<Arc<Vec<Found>>> {
        let chain = request.chain;
        if target.is_empty() {
            return Err(self
                .with_chain(Error::new("an import without a path").code(&code::IMPORT_INVALID).at(item.span), chain));
        }
        let below = item.remote.base_below(&request.base, &self.settings.stacks_dir);
        if fetch::is_remote(target) {
            let found = self.remote_imports(target, item, &below);
            return found.map_err(|e| {
                let unasked = e.get_kind() == Kind::Unavailable;
                let code = if unasked { &code::IMPORT_REMOTE } else { &code::IMPORT_MISSING };
                self.with_chain(e.code(code).at(item.span), chain)
            });
        }
        let Target { pattern, files } = &*self.import_target(target, &request.base, &below);
        if pattern == importer {
            let error = Error::new(format!("`{}` imports itself", self.import_name(importer)))
                .code(&code::IMPORT_SELF)
                .at(item.span)
                .hint("remove the import");
            return Err(self.with_chain(error, chain));
        }
        // A path with a template action that could not be rendered is passed over, as in Atmos.
        if files.is_empty() && !item.skip_if_missing && !render::is_template(target) {
            let all = self.importable_names(importer);
            let error = Error::new(format!("the import `{target}` matches no file"))
                .code(if is_pattern(target) { &code::IMPORT_GLOB_EMPTY } else { &code::IMPORT_MISSING })
                .at(item.span)
                .maybe_hint(did_you_mean(target, all.iter().map(String::as_str)))
                .hint(format!(
                    "imports are paths below `{}`; `skip_if_missing: true` allows a file that is not there",
                    self.relative(self.base_dir(&request.base))
                ));
            return Err(self.with_chain(error, chain));
        }
        Ok(Arc::clone(files))
    }

    /// A place as people write it: file, line and column.
    pub(crate) fn place(&self, at: Span) -> Option<String> {
        self.loader.sources().describe(at, &self.workspace.root)
    }
}

impl Imported {
    fn empty() -> Self {
        Imported {
            merged: Value::empty_map(),
            own: Value::empty_map(),
            written: Value::empty_map(),
            imports: Vec::new(),
            overrides: Default::default(),
            templated_paths: false,
            incomplete: false,
            led_back_to: None,
        }
    }
}

/// Merges manifests. A single one keeps its `!append` wrappers, as in Atmos.
fn merge_manifests<'a>(inputs: impl Iterator<Item = &'a Value>, rules: Rules) -> Value {
    let inputs: Vec<&Value> = inputs.filter(|v| v.as_map().is_some_and(|m| !m.is_empty())).collect();
    match inputs[..] {
        [] => Value::empty_map(),
        [one] => one.clone(),
        _ => merge_all(inputs, rules),
    }
}
