//! Values and keys that contradict what all others say at their place: a text over a map, a word over a number, a key
//! that everybody else writes otherwise.
//!
//! Atmos replaces one value by the other without a word, and knows no names of keys that people choose themselves. Where
//! Terraform code declares a type, that has spoken already.

mod keys;
mod kinds;

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::Summary;
use crate::engine::Manifest;
use crate::hcl::Module;
use crate::value::{Data, Key, Map, Value};
use kinds::Kind;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::path::Path;

/// How deep values are compared.
const DEPTH: usize = 4;

/// Finds the values and keys that contradict all others at their place.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let bases = bases(repo);
    let manifests = repo.manifests.par_iter();
    let places = manifests.fold(Places::default, |places, manifest| places.with(manifest, &bases));
    let places = places.reduce(Places::default, Places::and);
    let members = summaries.iter().flat_map(|s| &s.members);
    let code: Code<'_> = members.filter_map(|m| Some((&*m.name, m.code.as_deref()?))).collect();
    let mut found = kinds::check(repo, &bases, &places, &code);
    found.extend(keys::check(&places, &code));
    found
}

/// The Terraform code of components.
type Code<'a> = FxHashMap<&'a str, &'a Module>;

/// The first base of each component.
type Bases<'a> = FxHashMap<&'a str, &'a str>;

fn bases(repo: &Repo) -> Bases<'_> {
    let components = repo.manifests.iter().flat_map(Manifest::components);
    let bases = components.filter_map(|(key, component)| {
        let list = component.dig(["metadata", "inherits"]).and_then(Value::as_seq)?;
        let base = list.first().and_then(Value::as_str).filter(|base| **base != *key.name)?;
        Some((&*key.name, base))
    });
    bases.collect()
}

/// A chain of bases is followed this far.
const CHAIN: usize = 8;

/// The component that one is made from in the end.
fn origin<'a>(bases: &Bases<'a>, name: &'a str) -> &'a str {
    (0..CHAIN).fold(name, |name, _| bases.get(name).copied().unwrap_or(name))
}

/// What all manifests say at one place, whatever the component.
struct Place<'a> {
    /// The kinds of its values, as bits.
    kinds: u8,
    number: usize,
    /// Of one value that stands there:
    component: &'a str,
    key: &'a Key,
    beside: &'a Map,
    /// The keys above it.
    above: u64,
}

/// The places at which manifests say something. A place is known by its hash: so many paths are too long to keep.
#[derive(Default)]
struct Places<'a> {
    all: FxHashMap<u64, Place<'a>>,
    /// The kinds of values at a place, among components that are made from one.
    of_origins: FxHashMap<u64, u8>,
}

impl<'a> Places<'a> {
    fn with(mut self, manifest: &'a Manifest, bases: &Bases<'a>) -> Places<'a> {
        walk(manifest, bases, &mut |step| {
            let Step { component, key, beside, above, .. } = step;
            let kind = Kind::of(step.value).map_or(0, |kind| kind as u8);
            let new = Place { kinds: 0, number: 0, component, key, beside, above };
            let place = self.all.entry(step.place).or_insert(new);
            place.kinds |= kind;
            place.number += 1;
            *self.of_origins.entry(step.place_of_origin()).or_default() |= kind;
        });
        self
    }

    fn and(mut self, other: Places<'a>) -> Places<'a> {
        for (hash, theirs) in other.all {
            let (kinds, number) = (theirs.kinds, theirs.number);
            let ours = self.all.entry(hash).or_insert(Place { kinds: 0, number: 0, ..theirs });
            ours.kinds |= kinds;
            ours.number += number;
        }
        for (hash, kinds) in other.of_origins {
            *self.of_origins.entry(hash).or_default() |= kinds;
        }
        self
    }
}

/// One step of the walk over everything that manifests set.
#[derive(Clone, Copy)]
struct Step<'a, 'b> {
    /// The component that others are made from; none for whole stacks.
    origin: &'a str,
    component: &'a str,
    file: &'a Path,
    /// The section and the keys below it.
    path: &'b [&'a str],
    /// The hash of the path.
    place: u64,
    /// That of the path without its last key.
    above: u64,
    key: &'a Key,
    value: &'a Value,
    /// The keys beside it.
    beside: &'a Map,
}

impl Step<'_, '_> {
    /// The place among the components that are made from one.
    fn place_of_origin(&self) -> u64 {
        below(self.place, self.origin)
    }
}

/// The hash of a path that goes on with a key.
pub(super) fn below(place: u64, key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    place.hash(&mut hasher);
    key.hash(&mut hasher);
    hasher.finish()
}

/// Every value of `vars` and `settings`, and of the maps and lists of maps in them.
fn walk<'a>(manifest: &'a Manifest, bases: &Bases<'a>, each: &mut impl FnMut(Step<'a, '_>)) {
    let file = manifest.path.as_path();
    let mut path = Vec::new();
    let mut of = |holder: &'a Value, component: &'a str| {
        let mut walk = Walk { origin: origin(bases, component), component, file, path: &mut path, each: &mut *each };
        for section in ["vars", "settings"] {
            if let Some(map) = holder.get(section).and_then(Value::as_map) {
                walk.path.push(section);
                walk.map(map, below(0, section));
                walk.path.pop();
            }
        }
    };
    of(&manifest.value, "");
    if let Some(terraform) = manifest.value.get("terraform") {
        of(terraform, "");
    }
    for (key, component) in manifest.components() {
        of(component, &key.name);
    }
}

struct Walk<'a, 'b, F> {
    origin: &'a str,
    component: &'a str,
    file: &'a Path,
    path: &'b mut Vec<&'a str>,
    each: &'b mut F,
}

impl<'a, F: FnMut(Step<'a, '_>)> Walk<'a, '_, F> {
    fn map(&mut self, map: &'a Map, above: u64) {
        for (key, value) in map.iter() {
            let place = below(above, &key.name);
            self.path.push(&key.name);
            let Walk { origin, component, file, .. } = *self;
            (self.each)(Step { origin, component, file, path: self.path, place, above, key, value, beside: map });
            if self.path.len() <= DEPTH {
                match &value.data {
                    Data::Map(map) => self.map(map, place),
                    Data::Seq(items) => items.iter().filter_map(Value::as_map).for_each(|map| self.map(map, place)),
                    _ => {}
                }
            }
            self.path.pop();
        }
    }
}
