//! From a repository to its graph: every component is a node, every reference that leads to one an edge.

use super::dependencies::Dependency;
use super::dependents::{Wanted, context_of, is_match};
use super::model::{Graph, Missing, Node, NodeId, Reason, Unresolved};
use super::references::{Reader, Reference, References, StateQuery, Target, kept_state};
use crate::engine::{Engine, Placed};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::Value;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

impl Graph {
    /// The graph of a whole repository. Nothing is evaluated: no function is called, no state read, no program run.
    ///
    /// # Errors
    /// The first manifest or component that Atmos would refuse.
    pub fn of(engine: &Engine) -> Result<Graph> {
        Ok(Builder::new(engine, Read::new(engine, engine.placed(|_, _| true)?)).graph())
    }

    /// The graph of one stack, with the components of other stacks that its own depend on, directly or through others.
    ///
    /// # Errors
    /// No stack of this name, and whatever of the repository Atmos would refuse.
    pub fn of_stack(engine: &Engine, stack: &str) -> Result<Graph> {
        let mut read = Read::new(engine, engine.placed(|name, file| name == stack || file == stack)?);
        if read.stacks.is_empty() {
            // the error knows the names of all
            return Graph::of(engine)?.in_stack(stack).map(|_| Graph::default());
        }
        let mut asked: FxHashSet<String> = read.stacks.iter().map(ToString::to_string).collect();
        loop {
            let Some(others) = read.others() else { return Self::part(&Graph::of(engine)?, stack) };
            let new: FxHashSet<String> = others.into_iter().filter(|other| !asked.contains(other)).collect();
            if new.is_empty() {
                return Self::part(&Builder::new(engine, read).graph(), stack);
            }
            read.add(engine, engine.placed(|name, _| new.contains(name))?);
            asked.extend(new);
        }
    }

    /// The components of a stack with all that they depend on.
    fn part(graph: &Graph, stack: &str) -> Result<Graph> {
        let own = graph.in_stack(stack)?;
        let kept = graph.reachable(own, petgraph::Direction::Incoming, None);
        Ok(graph.filtered(|id| kept.contains(&id)))
    }

    /// The components of a stack, by its name or its manifest.
    ///
    /// # Errors
    /// There is no such stack, or it deploys nothing.
    pub fn in_stack(&self, stack: &str) -> Result<Vec<NodeId>> {
        let own: Vec<NodeId> =
            self.ids().filter(|id| matches!(self.node(*id), n if &*n.stack == stack || &*n.file == stack)).collect();
        if own.is_empty() {
            let names = self.stacks();
            return Err(Error::new(format!("no stack with components is called `{stack}`"))
                .maybe_hint(did_you_mean(stack, names.iter().map(|n| &***n)))
                .hint("`gaia list stacks` shows all"));
        }
        Ok(own)
    }
}

/// A deployable component with what it refers to.
struct Entry {
    placed: Placed,
    context: [String; 4],
    references: Vec<Reference>,
}

struct Builder<'e> {
    engine: &'e Engine,
    graph: Graph,
    /// What belongs to the nodes, by their numbers.
    entries: Vec<Entry>,
    names: Names,
}

type InStack = (Arc<str>, Arc<str>);

/// Who is called how.
#[derive(Default)]
struct Names {
    stacks: FxHashSet<Arc<str>>,
    abstracts: FxHashSet<InStack>,
    components: FxHashMap<Arc<str>, Vec<NodeId>>,
    placed: FxHashMap<InStack, Vec<NodeId>>,
    /// By stack and the component whose code is run.
    bases: FxHashMap<InStack, Vec<NodeId>>,
    states: States,
}

/// Who keeps which state: by a key of the backend that tells states apart, and its value.
#[derive(Default)]
struct States {
    kept: FxHashMap<NodeId, (Value, Option<String>)>,
    by_key: FxHashMap<(&'static str, String), Vec<NodeId>>,
}

/// Components as they were read, before anybody looks where their references lead.
#[derive(Default)]
struct Read {
    stacks: FxHashSet<Arc<str>>,
    abstracts: FxHashSet<InStack>,
    components: Vec<(Node, Entry)>,
}

impl Read {
    fn new(engine: &Engine, placed: Vec<Placed>) -> Self {
        let mut read = Read::default();
        read.add(engine, placed);
        read
    }

    fn add(&mut self, engine: &Engine, placed: Vec<Placed>) {
        for p in &placed {
            self.stacks.insert(Arc::clone(&p.stack));
            if p.component.is_abstract() {
                self.abstracts.insert((Arc::clone(&p.stack), Arc::clone(&p.component.name)));
            }
        }
        let deployable = placed.into_par_iter().filter(|p| !p.component.is_abstract());
        self.components.par_extend(deployable.map(|p| entry(engine, p)));
    }

    /// The stacks that references name; `None` where one may lead to any.
    fn others(&self) -> Option<FxHashSet<String>> {
        let mut stacks = FxHashSet::default();
        for reference in self.components.iter().flat_map(|(_, entry)| &entry.references) {
            match &reference.target {
                Target::Exact { stack, .. } => stacks.extend(stack.clone()),
                Target::Declared(dependency) if !dependency.stack.is_empty() => {
                    stacks.insert(dependency.stack.clone());
                }
                Target::Declared(dependency) if !dependency.modern && dependency.has_context() => return None,
                Target::State(_) => return None,
                Target::Declared(_) | Target::Bare(_) | Target::Dynamic(_) => {}
            }
        }
        Some(stacks)
    }
}

impl<'e> Builder<'e> {
    fn new(engine: &'e Engine, read: Read) -> Self {
        let Read { stacks, abstracts, mut components } = read;
        let names = Names { stacks, abstracts, ..Names::default() };
        components.sort_by(|(a, _), (b, _)| a.by_name(b));
        components.dedup_by(|(b, _), (a, _)| a.by_name(b).is_eq());
        let (nodes, entries) = components.into_iter().unzip();
        let mut builder = Builder { engine, graph: Graph::new(nodes), entries, names };
        builder.index();
        builder
    }

    fn index(&mut self) {
        for id in self.graph.ids() {
            let node = self.graph.node(id);
            let in_stack = |name: &Arc<str>| (Arc::clone(&node.stack), Arc::clone(name));
            self.names.components.entry(Arc::clone(&node.component)).or_default().push(id);
            self.names.placed.entry(in_stack(&node.component)).or_default().push(id);
            self.names.bases.entry(in_stack(&node.base)).or_default().push(id);
        }
        let all = self.entries.iter().flat_map(|e| &e.references);
        if all.clone().any(|r| matches!(r.target, Target::State(_))) {
            self.names.states = States::of(self.engine, &self.entries);
        }
    }

    fn graph(mut self) -> Graph {
        let entries = std::mem::take(&mut self.entries);
        for (id, entry) in self.graph.ids().zip(&entries) {
            for reference in &entry.references {
                match self.resolve(id, entry, reference, &entries) {
                    Ok(Found { ids, ambiguous }) => {
                        for dependency in ids {
                            let reason = Reason { ambiguous, ..reference.reason.clone() };
                            self.graph.connect(id, dependency, reason);
                        }
                    }
                    Err((missing, component, stack)) => {
                        let reason = reference.reason.clone();
                        self.graph.unresolved.push(Unresolved { from: id, component, stack, reason, missing });
                    }
                }
            }
        }
        self.graph
    }

    fn resolve(&self, from: NodeId, entry: &Entry, reference: &Reference, entries: &[Entry]) -> Resolved {
        let node = self.graph.node(from);
        let not_itself = |ids: Vec<NodeId>, component: &str, stack: &str| {
            let others: Vec<NodeId> = ids.iter().copied().filter(|id| *id != from).collect();
            match (others.is_empty(), ids.is_empty()) {
                (false, _) => Ok(Found { ids: others, ambiguous: false }),
                (true, false) => Err((Missing::Own, component.to_owned(), stack.to_owned())),
                (true, true) => Err((self.why_not(component, stack), component.to_owned(), stack.to_owned())),
            }
        };
        match &reference.target {
            Target::Dynamic(component) => Err((Missing::Dynamic, component.clone(), String::new())),
            Target::Exact { component, stack } => {
                let stack = stack.as_deref().unwrap_or(&node.stack);
                not_itself(self.one_of_a_name(node, stack, component), component, stack)
            }
            Target::Declared(dependency) => {
                let ids = self.declared(node, entry, dependency, entries);
                let anywhere = !dependency.modern && dependency.has_context();
                let stack = match dependency.stack.as_str() {
                    "" if anywhere => "",
                    "" => &node.stack,
                    stack => stack,
                };
                not_itself(ids, &dependency.component, stack)
            }
            Target::Bare(name) => self.bare(from, node, name),
            Target::State(query) => self.state(node, query),
        }
    }

    /// The component of a name in a stack; of several types that share it, the dependent's own, else any.
    fn one_of_a_name(&self, node: &Node, stack: &str, component: &str) -> Vec<NodeId> {
        let found = self.names.placed.get(&(stack.into(), component.into())).map(Vec::as_slice).unwrap_or_default();
        let own = found.iter().find(|id| self.graph.node(**id).kind == node.kind);
        own.or(found.first()).copied().into_iter().collect()
    }

    /// The components that an entry of `dependencies` or `depends_on` means, by the rules of Atmos.
    fn declared(&self, node: &Node, entry: &Entry, dependency: &Dependency, entries: &[Entry]) -> Vec<NodeId> {
        let is_kind = |id: &NodeId| dependency.kind.is_empty() || *self.graph.node(*id).kind == *dependency.kind;
        let stack = if dependency.stack.is_empty() { &node.stack } else { dependency.stack.as_str() };
        if dependency.modern || !dependency.has_context() || !dependency.stack.is_empty() {
            let found = self.one_of_a_name(node, stack, &dependency.component);
            let matches = |id: &NodeId| dependency.modern || self.is_meant(node, entry, dependency, *id, entries);
            return found.into_iter().filter(is_kind).filter(matches).collect();
        }
        let named = self.names.components.get(dependency.component.as_str()).map(Vec::as_slice).unwrap_or_default();
        let meant = |id: &NodeId| self.is_meant(node, entry, dependency, *id, entries);
        named.iter().copied().filter(is_kind).filter(meant).collect()
    }

    fn is_meant(&self, node: &Node, entry: &Entry, dependency: &Dependency, id: NodeId, entries: &[Entry]) -> bool {
        let other = self.graph.node(id);
        let wanted = Wanted { stack: &other.stack, context: &entries[id.index()].context };
        is_match(dependency, &node.stack, &entry.context, &wanted)
    }

    /// A bare name: the component itself, else one with the same ending (`eks/main` and `vpc` mean `vpc/main`), else all
    /// that run its code.
    fn bare(&self, from: NodeId, node: &Node, name: &str) -> Resolved {
        let single = |ids: Vec<NodeId>| Ok(Found { ids, ambiguous: false });
        let own = || Err((Missing::Own, name.to_owned(), node.stack.to_string()));
        if name == &*node.component {
            return own();
        }
        let exact = self.one_of_a_name(node, &node.stack, name);
        if !exact.is_empty() {
            return single(exact);
        }
        if let Some((_, ending)) = node.component.rsplit_once('/') {
            let same = self.one_of_a_name(node, &node.stack, &format!("{name}/{ending}"));
            if same == [from] {
                return own();
            }
            if !same.is_empty() {
                return single(same);
            }
        }
        let all = self.names.bases.get(&(Arc::clone(&node.stack), name.into())).map(Vec::as_slice).unwrap_or_default();
        let ids: Vec<NodeId> = all.iter().copied().filter(|id| *id != from).collect();
        match ids.len() {
            0 => Err((self.why_not(name, &node.stack), name.to_owned(), node.stack.to_string())),
            n => Ok(Found { ids, ambiguous: n > 1 }),
        }
    }

    /// Whoever keeps a state; where its workspace is not known, the own stack's.
    fn state(&self, node: &Node, query: &StateQuery) -> Resolved {
        let mut ids = self.names.states.keepers(query);
        if query.workspace.is_none() && ids.iter().any(|id| self.graph.node(*id).stack == node.stack) {
            ids.retain(|id| self.graph.node(*id).stack == node.stack);
        }
        ids.retain(|id| !std::ptr::eq(self.graph.node(*id), node));
        match ids.len() {
            0 => Err((Missing::State, String::new(), String::new())),
            n => Ok(Found { ids, ambiguous: n > 1 }),
        }
    }

    fn why_not(&self, component: &str, stack: &str) -> Missing {
        if self.names.abstracts.contains(&(Arc::from(stack), Arc::from(component))) {
            Missing::Abstract
        } else if stack.is_empty() || self.names.stacks.contains(stack) {
            Missing::Component
        } else {
            Missing::Stack
        }
    }
}

/// The components that a reference means.
struct Found {
    ids: Vec<NodeId>,
    ambiguous: bool,
}

/// The components, or what is missing: of which component, in which stack.
type Resolved = std::result::Result<Found, (Missing, String, String)>;

fn entry(engine: &Engine, placed: Placed) -> (Node, Entry) {
    let References { found, files, opaque } = Reader::read(engine, &placed);
    let component = &placed.component;
    let base = component.base();
    let node = Node {
        component: Arc::clone(&component.name),
        stack: Arc::clone(&placed.stack),
        kind: Arc::clone(&component.kind),
        base: if base.is_empty() { Arc::clone(&component.name) } else { base.into() },
        path: engine.relative_component_path(&component.kind, &component.sections, &component.name),
        file: Arc::clone(&component.stack.file),
        enabled: component.is_enabled(),
        sections: component.sections.clone(),
        files,
        opaque,
    };
    // vars of a wrong type are refused where Atmos refuses them
    let context = component.section("vars").and_then(Value::as_map).and_then(|vars| context_of(vars).ok());
    (node, Entry { placed, context: context.unwrap_or_default(), references: found })
}

impl States {
    fn of(engine: &Engine, entries: &[Entry]) -> States {
        let kept: Vec<_> = entries.par_iter().map(|entry| kept_state(engine, &entry.placed)).collect();
        let mut states = States::default();
        for (n, (backend, workspace)) in kept.into_iter().enumerate() {
            let id = NodeId::new(n);
            for key in StateQuery::keys(&backend, workspace.as_deref()) {
                states.by_key.entry(key).or_default().push(id);
            }
            states.kept.insert(id, (backend, workspace));
        }
        states
    }

    fn keepers(&self, query: &StateQuery) -> Vec<NodeId> {
        let Some(key) = query.key() else { return Vec::new() };
        let candidates = self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
        let keeps = |id: &NodeId| self.kept.get(id).is_some_and(|(b, w)| query.is_kept_by(b, w.as_deref()));
        candidates.iter().copied().filter(keeps).collect()
    }
}
