//! The graph: component instances, and what depends on what and why.

use crate::text::Span;
use crate::value::Value;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use petgraph::{Direction, Graph as Petgraph};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::cmp::Ordering;
use std::sync::Arc;

/// The number of a node in its graph.
pub type NodeId = NodeIndex;

/// A component in a stack.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The component's name.
    pub component: Arc<str>,
    /// The stack's name.
    pub stack: Arc<str>,
    /// The component's type.
    pub kind: Arc<str>,
    /// The component whose code it runs; its own name where that is its own.
    pub base: Arc<str>,
    /// The directory of its code, as the configuration writes it.
    pub path: String,
    /// The manifest of its stack, below the stacks folder and without extension.
    pub file: Arc<str>,
    /// Whether it is deployed: `metadata.enabled` is not false.
    pub enabled: bool,
    /// Its final sections, templates and functions as they were written.
    pub sections: Value,
    /// The files and folders that it depends on.
    pub files: Vec<FileDependency>,
    /// Whether it may depend on more than is known: it runs commands (`!exec`, hooks), or evaluates what a template makes
    /// (`atmos.Resolve`).
    pub opaque: bool,
}

impl Node {
    /// A deployed component that nothing else is known of.
    pub fn new(stack: impl Into<Arc<str>>, component: impl Into<Arc<str>>) -> Self {
        let component: Arc<str> = component.into();
        Node {
            base: Arc::clone(&component),
            component,
            stack: stack.into(),
            kind: "terraform".into(),
            enabled: true,
            ..Node::default()
        }
    }

    /// The order of nodes.
    pub(super) fn by_name(&self, other: &Node) -> Ordering {
        (&self.stack, &self.component, &self.kind).cmp(&(&other.stack, &other.component, &other.kind))
    }
}

/// A file or a folder that a component depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDependency {
    /// The path as it is written.
    pub path: String,
    /// Whether it is a folder.
    pub folder: bool,
    /// Where it is written.
    pub span: Span,
}

/// How a dependency is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub enum Form {
    /// `dependencies.components`
    #[serde(rename = "dependencies.components")]
    DependenciesComponents,
    /// `settings.depends_on`
    #[serde(rename = "settings.depends_on")]
    SettingsDependsOn,
    /// `depends_on` of the component itself
    #[serde(rename = "depends_on")]
    DependsOn,
    /// `!terraform.output`
    #[serde(rename = "!terraform.output")]
    TerraformOutput,
    /// `!terraform.state`
    #[serde(rename = "!terraform.state")]
    TerraformState,
    /// `!store`
    #[serde(rename = "!store")]
    Store,
    /// `atmos.Component` in a template
    #[serde(rename = "atmos.Component")]
    TemplateComponent,
    /// `atmos.Store` in a template
    #[serde(rename = "atmos.Store")]
    TemplateStore,
    /// A data source `terraform_remote_state` in Terraform code
    #[serde(rename = "terraform_remote_state")]
    RemoteState,
    /// A `remote-state` module in Terraform code
    #[serde(rename = "remote-state")]
    RemoteStateModule,
    /// `${output.component.key}`
    #[serde(rename = "${output.component.key}")]
    Output,
    /// `${component.outputs.key}`
    #[serde(rename = "${component.outputs.key}")]
    Outputs,
}

impl Form {
    /// The name, as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Form::DependenciesComponents => "dependencies.components",
            Form::SettingsDependsOn => "settings.depends_on",
            Form::DependsOn => "depends_on",
            Form::TerraformOutput => "!terraform.output",
            Form::TerraformState => "!terraform.state",
            Form::Store => "!store",
            Form::TemplateComponent => "atmos.Component",
            Form::TemplateStore => "atmos.Store",
            Form::RemoteState => "terraform_remote_state",
            Form::RemoteStateModule => "remote-state",
            Form::Output => "${output.component.key}",
            Form::Outputs => "${component.outputs.key}",
        }
    }

    /// Whether somebody declared the dependency, rather than used a value of the other component.
    pub fn is_declared(self) -> bool {
        matches!(self, Form::DependenciesComponents | Form::SettingsDependsOn | Form::DependsOn)
    }

    /// Whether Atmos reads the other component's configuration to tell the value. Stores know nothing of components, a state
    /// is asked for by its own name, and `${…}` is nothing to Atmos.
    pub fn reads_configuration(self) -> bool {
        matches!(self, Form::TerraformOutput | Form::TerraformState | Form::TemplateComponent | Form::RemoteStateModule)
    }
}

/// One place that makes a component depend on another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// How it is written.
    pub form: Form,
    /// Where.
    pub span: Span,
    /// The value that holds it, by its path in the component: `vars.vpc_id`. Of Terraform code, the block.
    pub path: String,
    /// The reference as it is written.
    pub text: String,
    /// Whether a default stands in where the other component has no such output.
    pub soft: bool,
    /// Whether a bare name means several components, of which this is one.
    pub ambiguous: bool,
}

/// A dependency, from what is depended on to what depends, with every place that makes it so.
#[derive(Clone, Debug, Default)]
pub struct Edge {
    /// The places, at least one.
    pub reasons: Vec<Reason>,
}

impl Edge {
    /// Whether every reason has a default to fall back to.
    pub fn is_soft(&self) -> bool {
        self.reasons.iter().all(|r| r.soft)
    }

    /// Whether every reason is a bare name that means several components.
    pub fn is_ambiguous(&self) -> bool {
        !self.reasons.is_empty() && self.reasons.iter().all(|r| r.ambiguous)
    }
}

/// Why a reference leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The stack has no such component.
    Component,
    /// The component is abstract there: nothing deploys it.
    Abstract,
    /// No stack has this name, or these context variables.
    Stack,
    /// The name is known only once templates or Terraform have run.
    Dynamic,
    /// A state that no component of the repository keeps.
    State,
    /// It is the component itself.
    Own,
}

/// A reference that leads to no component.
#[derive(Clone, Debug)]
pub struct Unresolved {
    /// Who refers.
    pub from: NodeId,
    /// The component that it names, as far as it is known.
    pub component: String,
    /// The stack where it was looked for; empty for that of any.
    pub stack: String,
    /// Where and how.
    pub reason: Reason,
    /// What is missing.
    pub missing: Missing,
}

/// Components and their dependencies. Nodes are sorted by stack and component, so the same repository gives the same graph.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(super) inner: Petgraph<Node, Edge>,
    pub(super) unresolved: Vec<Unresolved>,
}

impl Graph {
    /// A graph of nodes without dependencies. Of two nodes with the same stack, component and type the first stays.
    pub fn new(mut nodes: Vec<Node>) -> Self {
        nodes.sort_by(Node::by_name);
        nodes.dedup_by(|b, a| a.by_name(b).is_eq());
        let mut inner = DiGraph::with_capacity(nodes.len(), nodes.len() * 2);
        for node in nodes {
            inner.add_node(node);
        }
        Graph { inner, unresolved: Vec::new() }
    }

    /// Makes `dependent` depend on `dependency`; a second reason joins the first.
    pub fn connect(&mut self, dependent: NodeId, dependency: NodeId, reason: Reason) {
        match self.number_of(dependent, dependency) {
            Some(edge) => {
                let reasons = &mut self.inner[edge].reasons;
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
            None => drop(self.inner.add_edge(dependency, dependent, Edge { reasons: vec![reason] })),
        }
    }

    /// The number of an edge, looked for among the few things that the dependent needs: others may be needed by thousands.
    fn number_of(&self, dependent: NodeId, dependency: NodeId) -> Option<EdgeIndex> {
        let mut edges = self.inner.edges_directed(dependent, Direction::Incoming);
        edges.find(|edge| edge.source() == dependency).map(|edge| edge.id())
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.inner.node_count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many dependencies there are.
    pub fn edge_count(&self) -> usize {
        self.inner.edge_count()
    }

    /// The nodes in their order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + use<> {
        self.inner.node_indices()
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.inner[id]
    }

    /// The node of a component in a stack.
    pub fn find(&self, stack: &str, component: &str) -> Option<NodeId> {
        let name = |n: &petgraph::graph::Node<Node>| (&*n.weight.stack, &*n.weight.component).cmp(&(stack, component));
        // nodes are sorted; of several types that share a name it is the first
        let place = self.inner.raw_nodes().partition_point(|n| name(n).is_lt());
        self.inner.raw_nodes().get(place).filter(|n| name(n).is_eq()).map(|_| NodeId::new(place))
    }

    /// The names of all stacks, sorted.
    pub fn stacks(&self) -> Vec<&Arc<str>> {
        let mut stacks: Vec<_> = self.inner.node_weights().map(|n| &n.stack).collect();
        stacks.dedup();
        stacks
    }

    /// What a node depends on, sorted.
    pub fn dependencies(&self, id: NodeId) -> Vec<NodeId> {
        self.neighbours(id, Direction::Incoming)
    }

    /// What depends on a node, sorted.
    pub fn dependents(&self, id: NodeId) -> Vec<NodeId> {
        self.neighbours(id, Direction::Outgoing)
    }

    pub(super) fn neighbours(&self, id: NodeId, direction: Direction) -> Vec<NodeId> {
        let mut found: Vec<_> = self.inner.neighbors_directed(id, direction).collect();
        found.sort_unstable();
        found
    }

    /// Why `dependent` depends on `dependency`, if it does.
    pub fn edge(&self, dependent: NodeId, dependency: NodeId) -> Option<&Edge> {
        self.number_of(dependent, dependency).map(|e| &self.inner[e])
    }

    /// All dependencies as (dependent, dependency, why), sorted.
    pub fn edges(&self) -> Vec<(NodeId, NodeId, &Edge)> {
        let mut edges: Vec<_> = self.inner.edge_references().map(|e| (e.target(), e.source(), e.weight())).collect();
        edges.sort_unstable_by_key(|(dependent, dependency, _)| (*dependent, *dependency));
        edges
    }

    /// The references that lead to no component, in the order of those who refer.
    pub fn unresolved(&self) -> &[Unresolved] {
        &self.unresolved
    }

    /// The part of the graph that a test keeps, with the dependencies among what is kept.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(NodeId) -> bool) -> Graph {
        let mut part = Graph::default();
        let mut numbers = FxHashMap::default();
        for id in self.ids().filter(|id| keep(*id)) {
            numbers.insert(id, part.inner.add_node(self.node(id).clone()));
        }
        for edge in self.inner.edge_references() {
            if let (Some(from), Some(to)) = (numbers.get(&edge.source()), numbers.get(&edge.target())) {
                part.inner.add_edge(*from, *to, edge.weight().clone());
            }
        }
        let renumbered = |u: &Unresolved| Some(Unresolved { from: *numbers.get(&u.from)?, ..u.clone() });
        part.unresolved = self.unresolved.iter().filter_map(renumbered).collect();
        part
    }

    /// The nodes that a test keeps, each with the dependencies that it has on the others directly or through nodes that are
    /// dropped.
    #[must_use]
    pub fn narrowed(&self, keep: impl Fn(NodeId) -> bool) -> Graph {
        let mut whole = self.clone();
        for id in self.ids().filter(|id| keep(*id)) {
            let mut way: Vec<NodeId> =
                self.inner.neighbors_directed(id, Direction::Incoming).filter(|d| !keep(*d)).collect();
            let mut seen: FxHashSet<NodeId> = way.iter().copied().collect();
            while let Some(dropped) = way.pop() {
                for dependency in self.inner.neighbors_directed(dropped, Direction::Incoming) {
                    if keep(dependency) {
                        // it is needed for what the way begins with
                        let edge = self.edge(dropped, dependency);
                        for reason in edge.map(|edge| edge.reasons.clone()).unwrap_or_default() {
                            whole.connect(id, dependency, reason);
                        }
                    } else if seen.insert(dependency) {
                        way.push(dependency);
                    }
                }
            }
        }
        whole.filtered(keep)
    }

    /// The graph without the dependencies that a test drops.
    #[must_use]
    pub fn without_edges(&self, drop: impl Fn(NodeId, NodeId, &Edge) -> bool) -> Graph {
        // taking single ones out would walk past all others of a node that thousands need
        let inner = self.inner.filter_map(
            |_, node| Some(node.clone()),
            |edge, why| {
                let (dependency, dependent) = self.inner.edge_endpoints(edge)?;
                (!drop(dependent, dependency, why)).then(|| why.clone())
            },
        );
        Graph { inner, unresolved: self.unresolved.clone() }
    }
}
