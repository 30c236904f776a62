//! What `validate stacks` refuses, and `describe stacks` before it answers: manifests against the schema, imports that fail
//! even where no stack needs them, and a component that two manifests of one stack define differently.

use super::component::Component;
use super::import::Imported;
use super::names::NameRule;
use super::sections::Kind;
use super::stack::Stack;
use super::{Engine, schema};
use crate::error::{Error, Result};
use crate::value::{Data, Map, Value};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
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
        for kind in [Kind::Terraform, Kind::Helmfile] {
            let named: Vec<_> = self.stacks()?.par_iter().map(|s| self.validated_names(s, kind)).collect();
            let mut seen: FxHashMap<_, Vec<&Arc<Stack>>> = FxHashMap::default();
            for (stack, named) in self.stacks()?.iter().zip(named) {
                for (stack_name, component) in named? {
                    seen.entry((stack_name, component)).or_default().push(stack);
                }
            }
            let mut repeated: Vec<_> = seen.into_iter().filter(|(_, stacks)| stacks.len() > 1).collect();
            repeated.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
            for ((stack, name), stacks) in repeated {
                let components = stacks.into_iter().map(|stack| self.resolve(stack, kind.name(), name));
                let components = components.collect::<Result<Vec<_>>>()?;
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

    /// The components of a manifest that are not abstract, each with the name of its stack.
    fn validated_names<'a>(&self, stack: &'a Arc<Stack>, kind: Kind) -> Result<Vec<(Arc<str>, &'a Arc<str>)>> {
        let mut named = Vec::new();
        for (key, _) in stack.components(kind.name()).into_iter().flat_map(Map::iter) {
            if let Some(parts) = self.parts(stack, kind.name(), &key.name)?.filter(|l| !l.is_abstract()) {
                named.push((parts.stack_name(NameRule::Validated)?, &key.name));
            }
        }
        Ok(named)
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
