//! Both sides described, with as little work as is needed for the base: a stack of which no file differs, and whose files
//! say all by themselves, is there what it is here.

use super::{Comparison, Request};
use crate::engine::{Asks, Engine, Instance, Purity, Stack, StacksFilter};
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What `describe stacks` says on both sides. Stacks that are the same on both and that no changed file can reach may be
/// left out of both.
pub(super) fn described(comparison: &Comparison, request: &Request, filter: &StacksFilter) -> Result<(Value, Value)> {
    let (current, previous) = comparison.read(is_lean(comparison, request), filter)?;
    Ok((comparison.head.stacks_of(current, filter), comparison.base.stacks_of(previous, filter)))
}

impl Comparison {
    /// The components of the newer side and those of the base.
    ///
    /// # Errors
    /// Whatever Atmos refuses on either side.
    pub fn instances(&self, filter: &StacksFilter) -> Result<(Vec<Instance>, Vec<Instance>)> {
        self.read(false, filter)
    }

    fn read(&self, lean: bool, filter: &StacksFilter) -> Result<(Vec<Instance>, Vec<Instance>)> {
        let (head, base) = (&*self.head, &*self.base);
        let Ok(files) = base.workspace().stack_files() else {
            // no stacks yet: everything is new
            return Ok((head.instances(filter)?, Vec::new()));
        };
        let in_base = |e: Error| e.note(format!("in the base, `{}`", self.base_name));
        let sides = Sides { head, base, here: dir(head), there: dir(base) };
        let touched = sides.touched().map_err(in_base)?;
        let mut previous = sides.previous(&files, &touched, filter).map_err(in_base)?;
        let current = if lean {
            let names: FxHashSet<String> = previous.iter().map(|instance| instance.stack.clone()).collect();
            head.instances_of(&sides.involved(&touched, &names)?, filter)?
        } else {
            head.instances(filter)?
        };
        let same = current.iter().filter(|i| !touched.contains(&below(sides.here, &i.component.stack.path)));
        previous.extend(same.cloned());
        // of stacks with the same name the manifests merge in this order
        previous.sort_by_cached_key(|i| {
            let path = &i.component.stack.path;
            path.strip_prefix(sides.here).or_else(|_| path.strip_prefix(sides.there)).unwrap_or(path).to_owned()
        });
        Ok((current, previous))
    }
}

fn dir(engine: &Engine) -> &Path {
    &engine.workspace().settings.stacks_dir
}

/// A path below a directory.
fn below(dir: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(dir).unwrap_or(path).to_owned()
}

/// Whether stacks that are the same on both sides can be left out: nothing but manifests changed, and nothing is asked of
/// stacks that did not.
fn is_lean(comparison: &Comparison, request: &Request) -> bool {
    let changed = &comparison.changed;
    let stacks = changed.here(dir(&comparison.head));
    let workspace = comparison.head.workspace();
    let kinds = workspace.config.get("components").and_then(Value::as_map).into_iter().flat_map(Map::iter);
    let mut folders = kinds.map(|(kind, _)| changed.here(&workspace.component_dir(&kind.name, "")));
    !request.include_dependents
        && !request.include_spacelift_admin_stacks
        && changed.files.iter().all(|file| file.starts_with(&stacks))
        && !folders.any(|folder| folder.starts_with(&stacks))
}

struct Sides<'a> {
    head: &'a Engine,
    base: &'a Engine,
    /// The folders of the stacks.
    here: &'a Path,
    there: &'a Path,
}

impl Sides<'_> {
    /// The manifests of the stacks that may differ, by their paths below the stacks folder.
    fn touched(&self) -> Result<FxHashSet<PathBuf>> {
        let differing = Differing::between((self.head, self.here), (self.base, self.there))?;
        let mut touched = touched(self.head, self.here, self.head.stacks()?, &differing);
        if differing.some_are_gone {
            // what a stack imported and does not any more is known there alone
            touched.extend(self::touched(self.base, self.there, self.base.stacks()?, &differing));
        }
        Ok(touched)
    }

    /// The components of the base's stacks that may differ.
    fn previous(
        &self,
        files: &[PathBuf],
        touched: &FxHashSet<PathBuf>,
        filter: &StacksFilter,
    ) -> Result<Vec<Instance>> {
        let ours: FxHashSet<PathBuf> = self.head.stacks()?.iter().map(|stack| below(self.here, &stack.path)).collect();
        let needed = files.par_iter().filter(|path| {
            let name = below(self.there, path);
            touched.contains(&name) || !ours.contains(&name)
        });
        let stacks: Vec<Arc<Stack>> = needed.map(|path| self.base.stack_at(path)).collect::<Result<_>>()?;
        self.base.instances_of(&stacks, filter)
    }

    /// The stacks that may differ, that may depend on a file, or that have a name in common with one that may differ.
    fn involved(&self, touched: &FxHashSet<PathBuf>, names: &FxHashSet<String>) -> Result<Vec<Arc<Stack>>> {
        let stacks = self.head.stacks()?;
        let own_names: Vec<FxHashSet<String>> =
            stacks.par_iter().map(|stack| self.head.names_of(stack)).collect::<Result<_>>()?;
        let is_touched = |stack: &Stack| touched.contains(&below(self.here, &stack.path));
        let mut common = names.clone();
        for (_, own) in stacks.iter().zip(&own_names).filter(|(stack, _)| is_touched(stack)) {
            common.extend(own.iter().cloned());
        }
        let mut mentions = Purity::new(self.head, Asks::Files);
        let involved = stacks.iter().zip(&own_names).filter(|(stack, own)| {
            is_touched(stack) || !mentions.holds(stack) || own.iter().any(|name| common.contains(name))
        });
        Ok(involved.map(|(stack, _)| Arc::clone(stack)).collect())
    }
}

/// The manifests of the stacks that need a second look, by their paths below the stacks folder.
fn touched(engine: &Engine, dir: &Path, stacks: &[Arc<Stack>], differing: &Differing) -> FxHashSet<PathBuf> {
    let mut purity = Purity::new(engine, Asks::More);
    let mut known: FxHashMap<&Path, bool> = FxHashMap::default();
    let mut touched = FxHashSet::default();
    for stack in stacks {
        // a file outside the stacks folder was not compared
        let differs = |file: &Path| file.strip_prefix(dir).map_or(true, |name| differing.names.contains(name));
        let any_differs = stack.files().any(|file| *known.entry(file).or_insert_with(|| differs(file)));
        if any_differs || !purity.holds(stack) {
            touched.insert(stack.path.strip_prefix(dir).unwrap_or(&stack.path).to_owned());
        }
    }
    touched
}

/// The files of two directories that are not the same.
struct Differing {
    names: FxHashSet<PathBuf>,
    /// Whether some are in the second one only.
    some_are_gone: bool,
}

impl Differing {
    fn between((head, here): (&Engine, &Path), (base, there): (&Engine, &Path)) -> Result<Differing> {
        let (ours, theirs) = (names(head, here), names(base, there));
        let read = |engine: &Engine, path: &Path| engine.workspace().bytes_of(path);
        let both: Vec<&PathBuf> = ours.intersection(&theirs).collect();
        let changed: Vec<Option<PathBuf>> = both
            .par_iter()
            .map(|name| Ok((read(head, &here.join(name))? != read(base, &there.join(name))?).then(|| (*name).clone())))
            .collect::<Result<_>>()?;
        let one_sided = ours.symmetric_difference(&theirs).cloned();
        let some_are_gone = theirs.difference(&ours).next().is_some();
        Ok(Differing { names: changed.into_iter().flatten().chain(one_sided).collect(), some_are_gone })
    }
}

/// The paths of the files below a directory.
fn names(engine: &Engine, dir: &Path) -> FxHashSet<PathBuf> {
    let files = engine.workspace().files_below(dir);
    files.iter().filter_map(|file| Some(file.strip_prefix(dir).ok()?.to_owned())).collect()
}
