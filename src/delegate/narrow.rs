//! Which manifests a component needs, so that Atmos need not read the others.

use crate::engine::Engine;
use crate::error::Result;
use crate::graph::{Graph, Missing, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The manifests of stacks, and what keeps Atmos from being told which it needs.
#[derive(Debug, Default)]
pub(super) struct Manifests {
    /// By the name that the graph gives them.
    files: BTreeMap<String, File>,
    stacks: FxHashMap<Arc<str>, Files>,
    /// Who refers to something that is not there: Atmos must see all of it to say so.
    lost: FxHashSet<NodeId>,
}

#[derive(Debug, Default)]
struct File {
    /// The path below the stacks folder.
    path: String,
    /// Whether reading it may ask for components.
    asks_early: bool,
}

/// The manifests of a stack.
#[derive(Debug, Default)]
struct Files {
    paths: BTreeSet<String>,
    asks_early: bool,
}

impl Manifests {
    /// The manifests of a repository and its graph.
    ///
    /// # Errors
    /// Manifests that cannot be read.
    pub(super) fn of(engine: &Engine, graph: &Graph) -> Result<Manifests> {
        let dir = &engine.workspace().settings.stacks_dir;
        let mut manifests = Manifests::default();
        for stack in engine.stacks()? {
            let file = File { path: below(dir, &stack.path), asks_early: engine.asks_early(stack) };
            manifests.files.insert(stack.file.to_string(), file);
        }
        for id in graph.ids() {
            let node = graph.node(id);
            let Some(file) = manifests.files.get(&*node.file) else { continue };
            let files = manifests.stacks.entry(Arc::clone(&node.stack)).or_default();
            files.asks_early |= file.asks_early;
            if !files.paths.contains(&file.path) {
                files.paths.insert(file.path.clone());
            }
        }
        let is_lost = |r: &&crate::graph::Unresolved| r.missing != Missing::Own && r.reason.form.reads_configuration();
        manifests.lost = graph.unresolved().iter().filter(is_lost).map(|r| r.from).collect();
        Ok(manifests)
    }

    /// The path of a manifest below the stacks folder.
    pub(super) fn path(&self, file: &str) -> String {
        self.files.get(file).map(|file| file.path.clone()).unwrap_or_default()
    }

    /// The manifests that Atmos has to read to work on a component: those of its stack, and those of the stacks whose
    /// components its functions, templates and code read. `None` where that cannot be known without running them.
    pub(super) fn needed(&self, graph: &Graph, component: NodeId) -> Option<BTreeSet<String>> {
        let mut open = vec![component];
        let mut seen: FxHashSet<NodeId> = open.iter().copied().collect();
        let mut needed: BTreeSet<&String> = BTreeSet::new();
        while let Some(id) = open.pop() {
            let node = graph.node(id);
            let files = self.stacks.get(&node.stack)?;
            if node.opaque || files.asks_early || self.lost.contains(&id) {
                return None;
            }
            needed.extend(&files.paths);
            let reads = |dependency: &NodeId| {
                let edge = graph.edge(id, *dependency);
                edge.is_some_and(|edge| edge.reasons.iter().any(|reason| reason.form.reads_configuration()))
            };
            open.extend(graph.dependencies(id).into_iter().filter(reads).filter(|d| seen.insert(*d)));
        }
        // Atmos reads patterns, with commas between them
        let is_plain = |path: &&String| !path.contains([',', '*', '?', '[', ']', '{', '}', '\\']);
        needed.iter().all(is_plain).then(|| needed.into_iter().cloned().collect())
    }
}

fn below(dir: &Path, path: &Path) -> String {
    path.strip_prefix(dir).unwrap_or(path).display().to_string()
}
