//! Whether what a template made holds together with the repository, before any of it is written.

use super::networks::{Network, Networks};
use crate::code::Severity;
use crate::engine::{self, Engine};
use crate::error::{Error, Result};
use crate::external::git::Staged;
use crate::graph::Graph;
use crate::scaffold::apply::Made;
use crate::validate::{self, Report};
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A stack that was not there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStack {
    /// Its name.
    pub name: String,
    /// Its manifest.
    pub file: PathBuf,
    /// How many components it has.
    pub components: usize,
    /// The networks of its components.
    pub networks: Vec<Network>,
}

/// What was found about files that are not written yet.
#[derive(Debug)]
pub struct Proof {
    /// The new stacks.
    pub stacks: Vec<NewStack>,
    /// What a validation says that it did not say before.
    pub report: Report,
    /// What else speaks against them.
    pub objections: Vec<Error>,
}

impl Proof {
    /// Whether nothing speaks against writing them.
    pub fn holds(&self) -> bool {
        self.objections.is_empty() && self.report.count(Severity::Error) == 0
    }
}

/// Proves files that a template made for a repository, in memory: their stacks are new by name, resolve, validate, have
/// no circle of dependencies, and their networks overlap those of no other stack. The workspace is given twice, as it is
/// read twice: before and after.
///
/// # Errors
/// What keeps the checks from starting, such as a repository that is broken already.
pub fn prove(before: &Arc<Workspace>, after: Workspace, files: &[Made]) -> Result<Proof> {
    let root = after.root.clone();
    let after = over(after, files);
    let report = validate::run(Arc::clone(&after), &[])?.without(&report(before)?);
    let mut proof = Proof { stacks: Vec::new(), report, objections: Vec::new() };
    let broken = proof.report.count(Severity::Error) > 0;
    let engine = Engine::new(Arc::clone(&after), engine::Options { offline: true, ..engine::Options::default() })?;
    match stacks(&engine, before, &mut proof, &root) {
        // a report that tells what is wrong is better than an error about it
        _ if broken => return Ok(proof),
        result => result?,
    }
    if proof.stacks.is_empty() {
        let hint = "`stacks.included_paths` of atmos.yaml does not find its manifest, or it has no components";
        proof.objections.push(Error::new("the template made no new stack").hint(hint));
    }
    proof.objections.extend(circles(&engine, &proof.stacks)?);
    networks(&engine, &mut proof)?;
    Ok(proof)
}

/// What the repository calls the only stack that files would bring; none where they bring none or several, or one whose
/// name cannot be told. A proof says why.
pub fn name_of_new(before: &Workspace, after: Workspace, files: &[Made]) -> Option<String> {
    let engine =
        Engine::new(over(after, files), engine::Options { offline: true, ..engine::Options::default() }).ok()?;
    let known = manifests(before);
    let new = engine.stacks().ok()?.iter().filter(|stack| !known.contains(&stack.path));
    let names: BTreeSet<String> = new.flat_map(|stack| engine.resolvable(stack)).map(|(name, _)| name).collect();
    names.into_iter().reduce(|_, _| String::new()).filter(|name| !name.is_empty())
}

/// A repository as it would be with more files.
fn over(workspace: Workspace, files: &[Made]) -> Arc<Workspace> {
    let staged = Staged::over_disk(files.iter().map(|file| (file.path.clone(), file.bytes.clone())));
    Arc::new(workspace.staged(Arc::new(staged)))
}

fn manifests(workspace: &Workspace) -> BTreeSet<PathBuf> {
    workspace.stack_files().map(|files| files.iter().cloned().collect()).unwrap_or_default()
}

/// The new stacks, and which of their names are not new.
fn stacks(engine: &Engine, before: &Workspace, proof: &mut Proof, root: &Path) -> Result<()> {
    let known = manifests(before);
    let mut names: BTreeMap<String, PathBuf> = BTreeMap::new();
    for stack in engine.stacks()? {
        let components = engine.resolvable(stack);
        if known.contains(&stack.path) {
            names.extend(components.into_iter().map(|(name, _)| (name, stack.path.clone())));
            continue;
        }
        for name in components.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>() {
            let components = components.iter().filter(|(n, c)| *n == name && !c.is_abstract()).count();
            proof.stacks.push(NewStack { name, file: stack.path.clone(), components, networks: Vec::new() });
        }
    }
    for stack in &proof.stacks {
        if let Some(file) = names.get(&stack.name) {
            let file = validate::shown(file, root);
            let error = Error::new(format!("there is a stack `{}` already, in `{file}`", stack.name));
            proof.objections.push(error.hint("give the environment another name"));
        }
    }
    Ok(())
}

/// What a validation says about a repository; nothing where there is no stack yet.
///
/// # Errors
/// What keeps a validation from starting.
pub fn report(workspace: &Arc<Workspace>) -> Result<Report> {
    if workspace.stack_files().is_err() {
        return Ok(Report::default());
    }
    validate::run(Arc::clone(workspace), &[])
}

/// Circles of dependencies that a new stack is part of.
fn circles(engine: &Engine, stacks: &[NewStack]) -> Result<Vec<Error>> {
    let graph = Graph::of(engine)?;
    let is_new = |id: &_| stacks.iter().any(|stack| stack.name == *graph.node(*id).stack);
    let circles = graph.cycles().into_iter().filter(|cycle| cycle.iter().any(is_new));
    let told = circles.map(|cycle| {
        let names: Vec<String> = cycle
            .iter()
            .chain(cycle.first())
            .map(|id| {
                let node = graph.node(*id);
                format!("`{}` of `{}`", node.component, node.stack)
            })
            .collect();
        Error::new(format!("components depend on each other in a circle: {}", names.join(" → ")))
    });
    Ok(told.collect())
}

/// Networks of the new stacks that overlap others.
fn networks(engine: &Engine, proof: &mut Proof) -> Result<()> {
    let names: BTreeSet<String> = proof.stacks.iter().map(|stack| stack.name.clone()).collect();
    let (own, others) = Networks::of(engine)?.split(|stack| names.contains(stack));
    for taken in own {
        if let Some((stack, component, network)) = others.overlapping(taken.network) {
            let free = others.free(16).map(|free| format!("{free} is free"));
            let error =
                Error::new(format!("the network {} overlaps {network} of `{component}` in `{stack}`", taken.network));
            proof.objections.push(error.maybe_hint(free));
        }
        if let Some(stack) = proof.stacks.iter_mut().find(|stack| stack.name == taken.stack)
            && !stack.networks.contains(&taken.network)
        {
            stack.networks.push(taken.network);
        }
    }
    Ok(())
}
