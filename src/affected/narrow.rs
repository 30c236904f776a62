//! Both sides described, with as little work as is needed for the base: a stack of which no file differs, and whose files
//! say all by themselves, is there what it is here.

use super::Comparison;
use crate::engine::{Engine, Instance, Purity, Stack, StacksFilter};
use crate::error::{Error, Result};
use crate::value::Value;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// What `describe stacks` says on both sides.
pub(super) fn described(comparison: &Comparison, filter: &StacksFilter) -> Result<(Value, Value)> {
    let (current, previous) = comparison.instances(filter)?;
    Ok((comparison.head.stacks_of(current, filter), comparison.base.stacks_of(previous, filter)))
}

impl Comparison {
    /// The components of the newer side and those of the base.
    ///
    /// # Errors
    /// Whatever Atmos refuses on either side.
    pub fn instances(&self, filter: &StacksFilter) -> Result<(Vec<Instance>, Vec<Instance>)> {
        let (head, base) = (&*self.head, &*self.base);
        let current = head.instances(filter)?;
        let previous = match base.workspace().stack_files() {
            Ok(files) => previous(head, base, &current, &files, filter)
                .map_err(|e| e.note(format!("in the base, `{}`", self.base_name)))?,
            // no stacks yet: everything is new
            Err(_) => Vec::new(),
        };
        Ok((current, previous))
    }
}

fn previous(
    head: &Engine,
    base: &Engine,
    current: &[Instance],
    files: &[PathBuf],
    filter: &StacksFilter,
) -> Result<Vec<Instance>> {
    let (here, there) = (&head.workspace().settings.stacks_dir, &base.workspace().settings.stacks_dir);
    let differing = Differing::between(here, there)?;
    let mut touched = touched(head, here, head.stacks()?, &differing);
    if differing.some_are_gone {
        // what a stack imported and does not any more is known there alone
        touched.extend(self::touched(base, there, base.stacks()?, &differing));
    }
    let named = |dir: &Path, path: &Path| path.strip_prefix(dir).map_or_else(|_| path.to_owned(), Path::to_owned);
    let ours: FxHashSet<PathBuf> = head.stacks()?.iter().map(|stack| named(here, &stack.path)).collect();
    let needed = files.par_iter().filter(|path| {
        let name = named(there, path);
        touched.contains(&name) || !ours.contains(&name)
    });
    let stacks: Vec<Arc<Stack>> = needed.map(|path| base.stack_at(path)).collect::<Result<_>>()?;
    let mut previous: Vec<(PathBuf, Instance)> = base
        .instances_of(&stacks, filter)?
        .into_iter()
        .map(|instance| (named(there, &instance.component.stack.path), instance))
        .collect();
    let same = current.iter().map(|i| (named(here, &i.component.stack.path), i));
    previous.extend(same.filter(|(name, _)| !touched.contains(name)).map(|(name, i)| (name, i.clone())));
    // of stacks with the same name the manifests merge in this order
    previous.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(previous.into_iter().map(|(_, instance)| instance).collect())
}

/// The manifests of the stacks that need a second look, by their paths below the stacks folder.
fn touched(engine: &Engine, dir: &Path, stacks: &[Arc<Stack>], differing: &Differing) -> FxHashSet<PathBuf> {
    let mut purity = Purity::new(engine);
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
    fn between(here: &Path, there: &Path) -> Result<Differing> {
        let (ours, theirs) = (names(here), names(there));
        let both: Vec<&PathBuf> = ours.intersection(&theirs).collect();
        let changed: Vec<Option<PathBuf>> = both
            .par_iter()
            .map(|name| Ok((read(&here.join(name))? != read(&there.join(name))?).then(|| (*name).clone())))
            .collect::<Result<_>>()?;
        let one_sided = ours.symmetric_difference(&theirs).cloned();
        let some_are_gone = theirs.difference(&ours).next().is_some();
        Ok(Differing { names: changed.into_iter().flatten().chain(one_sided).collect(), some_are_gone })
    }
}

/// The paths of the files below a directory.
fn names(dir: &Path) -> FxHashSet<PathBuf> {
    let files = WalkDir::new(dir).follow_links(true).into_iter().filter_map(std::result::Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.filter_map(|entry| Some(entry.path().strip_prefix(dir).ok()?.to_owned())).collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(path))
}
