//! How a section of a component came about: the state after each contribution.
//!
//! Nothing here knows how sections merge. The manifests of a stack are merged once more, with one contribution more each
//! time, and the engine resolves the component each time: what changes is what the contribution did. So the ordinary path
//! carries no records, and the history is right wherever the engine is.

use super::Engine;
use super::component::Component;
use super::custom;
use super::layers::Layer;
use super::sections::Kind;
use crate::error::Result;
use crate::text::Span;
use crate::value::merge::{Rules, merge_all};
use crate::value::{Data, Key, Map, Value};
use std::path::Path;
use std::sync::Arc;

/// A manifest of a stack.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub path: Arc<Path>,
    pub name: Arc<str>,
    /// 0 for the stack's own, 1 for what that imports, and so on.
    pub depth: usize,
    /// Where it is imported.
    at: Span,
    /// The file alone, with the overrides that reach its components.
    own: Value,
}

/// The manifests of a stack in the order in which they merge: each after its imports, the stack's own last.
#[derive(Debug)]
pub(crate) struct Manifests(Vec<Manifest>);

/// What one manifest gives a section in one layer.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub layer: Layer,
    /// The number of its manifest.
    pub manifest: usize,
    /// The section's key in the manifest.
    pub key: Key,
    pub value: Value,
}

/// A section as it grew.
#[derive(Debug)]
pub(crate) struct History {
    /// The contributions, weakest first.
    pub leaves: Vec<Leaf>,
    /// The section without any contribution, and after each; `None` where it is not there, or cannot be yet.
    pub states: Vec<Option<Value>>,
}

/// What stays of a section that waits for its contributions: the engine needs it to find the layers.
fn structure(section: &str) -> &'static [&'static str] {
    match section {
        "settings" => &["list_merge_strategy"],
        "metadata" => &["inherits", "component", "type"],
        _ => &[],
    }
}

/// The keys of manifests that make a section.
fn parts(section: &str) -> Vec<&str> {
    match section {
        "remote_state_backend" => vec!["backend", "remote_state_backend"],
        other => vec![other],
    }
}

impl Engine {
    /// The manifests of a component's stack.
    pub(crate) fn manifests(&self, component: &Component) -> Result<Manifests> {
        let stack = &component.stack;
        let imported = self.import_stack(&stack.path)?;
        let imports = imported.imports.iter().map(|import| Manifest {
            path: Arc::clone(&import.path),
            name: Arc::clone(&import.name),
            depth: import.depth,
            at: import.at,
            own: import.own.clone(),
        });
        let last = Manifest {
            path: stack.path.as_path().into(),
            name: Arc::clone(&stack.file),
            depth: 0,
            at: Span::NONE,
            own: imported.own.clone(),
        };
        Ok(Manifests(imports.chain([last]).collect()))
    }

    /// The history of one section of a component.
    pub(crate) fn history(&self, component: &Component, manifests: &Manifests, section: &str) -> History {
        let (bases, others_matter) = match Kind::from_name(&component.kind) {
            Some(_) => (component.chain.iter().rev().cloned().collect(), false),
            None => (custom::bases(component), true),
        };
        let layers = Layer::of(component, &bases);
        let mut growing: Vec<Value> = manifests
            .0
            .iter()
            .map(|m| if others_matter { m.own.clone() } else { only(&m.own, component, &bases) })
            .collect();
        let mut leaves = Vec::new();
        for layer in &layers {
            for (number, manifest) in manifests.0.iter().enumerate() {
                for part in parts(section) {
                    let path = layer.path(component, part);
                    let Some((key, value)) = entry(&manifest.own, &path) else { continue };
                    leaves.push(Leaf {
                        layer: layer.clone(),
                        manifest: number,
                        key: key.clone(),
                        value: value.clone(),
                    });
                    hold_back(&mut growing[number], &path, structure(part));
                }
            }
        }
        let mut states = Vec::with_capacity(leaves.len() + 1);
        states.push(self.state(component, manifests, &growing, section));
        for leaf in &leaves {
            let path = leaf.layer.path(component, &leaf.key.name);
            put(&mut growing[leaf.manifest], &path, &leaf.value);
            states.push(self.state(component, manifests, &growing, section));
        }
        History { leaves, states }
    }

    /// A section as it is with other contents of the manifests.
    fn state(&self, component: &Component, manifests: &Manifests, contents: &[Value], section: &str) -> Option<Value> {
        let stack = component.stack.with_merged(manifests.merge(contents, self.rules()));
        let resolved = self.resolve(&Arc::new(stack), &component.kind, &component.name).ok()?;
        resolved.section(section).cloned()
    }
}

impl Manifests {
    /// The number of the manifest at a path: the last one, should it be imported more than once.
    pub(crate) fn number(&self, path: &Path) -> Option<usize> {
        self.0.iter().rposition(|m| &*m.path == path)
    }

    /// The depth of the manifest that holds a place, counted from 1; of several the least.
    pub(crate) fn depth(&self, engine: &Engine, span: Span) -> Option<usize> {
        let source = engine.loader.sources().get(span.source)?;
        self.0.iter().filter(|m| *m.path == *source.path).map(|m| m.depth + 1).min()
    }

    /// Where a manifest is imported first, and the depth of the manifest that does, counted from 1.
    pub(crate) fn imported_at(&self, name: &str) -> Option<(Span, usize)> {
        let manifest = self.0.iter().find(|m| &*m.name == name && m.depth > 0)?;
        Some((manifest.at, manifest.depth))
    }

    /// The names of the manifests through which one is imported, the nearest first, the stack's own last.
    pub(crate) fn importers(&self, number: usize) -> Vec<Arc<str>> {
        let mut depth = self.0[number].depth;
        let above = self.0[number + 1..].iter().filter(|m| {
            let is_next = m.depth + 1 == depth;
            depth -= usize::from(is_next);
            is_next
        });
        above.map(|m| Arc::clone(&m.name)).collect()
    }

    /// Merges as the engine merges imports, with other contents. Which manifests are empty is decided by what they hold
    /// in truth: a single one keeps its `!append` wrappers.
    fn merge(&self, contents: &[Value], rules: Rules) -> Value {
        let is_filled = |v: &Value| v.as_map().is_some_and(|m| !m.is_empty());
        let mut waiting: Vec<(usize, Value, bool)> = Vec::new();
        for (manifest, content) in self.0.iter().zip(contents) {
            let children = waiting.iter().rposition(|(depth, ..)| *depth != manifest.depth + 1).map_or(0, |at| at + 1);
            let mut inputs: Vec<Value> =
                waiting.drain(children..).filter(|(.., filled)| *filled).map(|w| w.1).collect();
            if is_filled(&manifest.own) {
                inputs.push(content.clone());
            }
            let filled = !inputs.is_empty();
            let merged = if inputs.len() == 1 { inputs.remove(0) } else { merge_all(&inputs, rules) };
            waiting.push((manifest.depth, merged, filled));
        }
        waiting.pop().map_or_else(Value::empty_map, |(_, merged, _)| merged)
    }
}

/// A manifest without the components that the asked one has nothing to do with.
fn only(own: &Value, component: &Component, bases: &[Arc<str>]) -> Value {
    let Some(all) = own.get("components").filter(|c| c.as_map().is_some()) else { return own.clone() };
    let mut kept = Map::default();
    if let Some((kind, of_kind)) = all.as_map().and_then(|m| m.get_entry(&component.kind)) {
        let of_kind = match of_kind.as_map() {
            Some(map) => {
                let related = |key: &Key| key.name == component.name || bases.contains(&key.name);
                let map = map.iter().filter(|(k, _)| related(k)).map(|(k, v)| (k.clone(), v.clone())).collect();
                Value::map(map).with_span(of_kind.span)
            }
            None => of_kind.clone(),
        };
        kept.insert(kind.clone(), of_kind);
    }
    let mut manifest = own.clone();
    manifest.set("components", Value::map(kept).with_span(all.span));
    manifest
}

fn entry<'a>(manifest: &'a Value, path: &[&str]) -> Option<(&'a Key, &'a Value)> {
    let (last, parents) = path.split_last()?;
    manifest.dig(parents.iter().copied())?.as_map()?.get_entry(last)
}

/// Takes the value at a path out, but for some of its keys.
fn hold_back(manifest: &mut Value, path: &[&str], kept: &[&str]) {
    change(manifest, path, &mut |map, key| {
        let rest: Map = map
            .get(key)
            .and_then(Value::as_map)
            .into_iter()
            .flat_map(Map::iter)
            .filter(|(k, _)| kept.contains(&&*k.name))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        if rest.is_empty() {
            map.remove(key);
        } else {
            map.insert(key, Value::map(rest));
        }
    });
}

fn put(manifest: &mut Value, path: &[&str], value: &Value) {
    change(manifest, path, &mut |map, key| drop(map.insert(key, value.clone())));
}

/// Changes the map that holds the last key of a path.
fn change(value: &mut Value, path: &[&str], how: &mut dyn FnMut(&mut Map, &str)) {
    let (Some((key, rest)), Data::Map(map)) = (path.split_first(), &mut value.data) else { return };
    let map = Arc::make_mut(map);
    if rest.is_empty() {
        how(map, key);
    } else if let Some(next) = map.get_mut(key) {
        change(next, rest, how);
    }
}
