//! What `validate stacks` refuses, and `describe stacks` before it answers: manifests against the schema, imports that fail
//! even where no stack needs them, and a component that two manifests of one stack define differently.

use super::component::Component;
use super::import::Imported;
use super::{Engine, schema};
use crate::error::{Error, Result};
use crate::value::{Data, Map, Value};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

impl Engine {
    /// Refuses what Atmos's `validate stacks` refuses.
    ///
    /// # Errors
    /// The first problem: of the stacks, then of duplicates, then of the manifests by path.
    pub fn validate_stacks(&self) -> Result<()> {
        if !self.settings.stacks_dir.exists() {
            return Ok(());
        }
        self.check_all()?;
        self.check_duplicates()?;
        self.check_manifests()
    }

    /// Checks every manifest below the stacks folder with its imports. One that another imports is checked as that other
    /// reads it: rendered with its context.
    fn check_manifests(&self) -> Result<()> {
        let files = self.workspace.all_manifest_files()?;
        let read: Vec<Result<Arc<Imported>>> = files.par_iter().map(|path| self.import_stack(path)).collect();
        let imported: FxHashSet<&Path> =
            read.iter().flatten().flat_map(|i| i.imports.iter().map(|import| &*import.path)).collect();
        let mut seen = FxHashSet::default();
        let mut manifests: Vec<(&Path, Value)> = Vec::new();
        for (path, read) in files.iter().zip(&read).filter(|(path, _)| !imported.contains(path.as_path())) {
            let read = read.as_ref().map_err(Clone::clone)?;
            let imports = read.imports.iter().map(|i| (&*i.path, &i.written));
            for (path, own) in imports.chain([(path.as_path(), &read.written)]) {
                if seen.insert(identity(path, own)) {
                    manifests.push((path, own.clone()));
                }
            }
        }
        let schema = self.manifest_schema()?;
        let problems: Vec<Option<Error>> =
            manifests.par_iter().map(|(path, own)| schema.check(own, path).into_iter().next()).collect();
        problems.into_iter().flatten().next().map_or(Ok(()), Err)
    }

    /// The schema of manifests that atmos.yaml asks for.
    ///
    /// # Errors
    /// A schema of the user's own that cannot be used.
    fn manifest_schema(&self) -> Result<schema::Schema> {
        schema::Schema::of(&self.workspace)
    }

    /// Refuses a component that two manifests of one stack define differently.
    pub(crate) fn check_duplicates(&self) -> Result<()> {
        for kind in ["terraform", "helmfile"] {
            let mut seen: BTreeMap<(String, String), Vec<Component>> = BTreeMap::new();
            for stack in self.stacks()? {
                for name in stack.components(kind).into_iter().flat_map(Map::names) {
                    let component = self.resolve(stack, kind, name)?;
                    if component.is_abstract() {
                        continue;
                    }
                    let stack_name = self.validated_stack_name(&component)?;
                    seen.entry((stack_name, name.to_string())).or_default().push(component);
                }
            }
            for ((stack, name), components) in seen {
                if let [first, others @ ..] = &components[..]
                    && let Some(other) = others.iter().find(|o| !same(first, o))
                {
                    return Err(Error::new(format!(
                        "the component `{name}` is defined twice in the stack `{stack}`, and differently"
                    ))
                    .at(other.sections.span)
                    .note(format!("in `{}` and in `{}`", first.stack.file, other.stack.file))
                    .hint("define it in one manifest, or let the manifests give different stack names"));
                }
            }
        }
        Ok(())
    }

    /// The name that Atmos's validation works with: by template or pattern, whatever the manifest's `name`.
    fn validated_stack_name(&self, component: &Component) -> Result<String> {
        let naming =
            super::names::Naming { file: &component.stack.file, manifest_name: None, sections: &component.sections };
        if self.settings.name_template.is_none() && self.settings.name_pattern.is_none() {
            return Err(Error::new(
                "stacks have no names: `stacks.name_template` or `stacks.name_pattern` must be set in atmos.yaml",
            )
            .hint("add `name_pattern: \"{stage}\"` (or `{tenant}-{environment}-{stage}`) under `stacks:`"));
        }
        self.stack_name(&naming)
    }
}

/// Tells apart the readings of one file: the same tree is checked once.
fn identity<'a>(path: &'a Path, own: &Value) -> (&'a Path, *const Map) {
    match &own.data {
        Data::Map(map) => (path, Arc::as_ptr(map)),
        _ => (path, std::ptr::null()),
    }
}

fn same(a: &Component, b: &Component) -> bool {
    let (Some(a), Some(b)) = (a.sections.as_map(), b.sections.as_map()) else { return false };
    a.len() == b.len() && a.iter().all(|(k, v): (_, &Value)| b.get(&k.name) == Some(v))
}
