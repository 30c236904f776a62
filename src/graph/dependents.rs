//! The components that depend on one: the answer of `describe dependents`.

use super::dependencies::{CONTEXT, Dependency, dependencies, texts};
use super::tree::Tree;
use crate::engine::{Component, Engine, StacksFilter};
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use rustc_hash::FxHashMap;

/// What `describe dependents` shows.
#[derive(Clone, Debug, Default)]
pub struct DependentsFilter {
    /// Whether each dependent shows its settings.
    pub include_settings: bool,
}

/// The components that depend on a component of a stack, as Atmos lists them: sorted by `stack_slug`.
///
/// # Errors
/// An unknown component, context variables that are no strings, and whatever of the repository Atmos refuses.
pub fn describe_dependents(engine: &Engine, component: &str, stack: &str, filter: &DependentsFilter) -> Result<Value> {
    let instances = engine.instances(&StacksFilter::default())?;
    let found = engine.describe_sections(component, stack)?;
    let Some(vars) = found.get("vars").and_then(Value::as_map) else { return Ok(Value::seq(Vec::new())) };
    let wanted = Wanted { stack, context: &context_of(vars)? };
    let mut dependents = Vec::new();
    for instance in instances.iter().filter(|i| &*i.component.name != component) {
        let node = Node {
            stack: &instance.stack,
            kind: &instance.component.kind,
            name: &instance.component.name,
            sections: &instance.sections,
        };
        let Some(own) = node.context()? else { continue };
        let matching = dependencies(node.sections);
        let matching = matching.iter().filter(|d| d.component == component && is_match(d, node.stack, &own, &wanted));
        dependents.extend(matching.map(|_| node));
    }
    sort(&mut dependents);
    Ok(Value::seq(dependents.iter().map(|node| Value::map(node.entry(engine, filter.include_settings))).collect()))
}

/// A component of a described stack.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    pub stack: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
    pub sections: &'a Value,
}

/// Who depends on what, for many questions about the same stacks.
#[derive(Debug)]
pub struct DependentsIndex<'a> {
    stacks: &'a Value,
    /// By the name of the component that is depended on.
    by_component: FxHashMap<String, Vec<Edge<'a>>>,
}

#[derive(Debug)]
struct Edge<'a> {
    from: Node<'a>,
    own: [String; 4],
    dependency: Dependency,
}

impl<'a> DependentsIndex<'a> {
    /// The index of described stacks. Components whose context variables are no strings depend on nothing here, as in
    /// Atmos.
    pub fn new(stacks: &'a Value) -> Self {
        let mut by_component: FxHashMap<String, Vec<Edge<'a>>> = FxHashMap::default();
        for from in nodes(stacks) {
            let Ok(Some(own)) = from.context() else { continue };
            for dependency in dependencies(from.sections) {
                let edge = Edge { from, own: own.clone(), dependency };
                by_component.entry(edge.dependency.component.clone()).or_default().push(edge);
            }
        }
        DependentsIndex { stacks, by_component }
    }

    /// The dependents of components with their own dependents, as `describe affected` nests them.
    pub fn tree(&self, engine: &'a Engine, include_settings: bool) -> Tree<'_> {
        Tree::new(self, engine, include_settings)
    }

    /// The components that depend on one directly, sorted by stack and name.
    pub(super) fn of(&self, engine: &Engine, component: &str, stack: &str) -> Result<Vec<Node<'a>>> {
        let described = ["terraform", "helmfile"].into_iter().find_map(|kind| {
            self.stacks.dig([stack, "components", kind, component]).filter(|c| c.as_map().is_some()).cloned()
        });
        let found = described.map_or_else(|| engine.describe_sections(component, stack), Ok)?;
        let Some(vars) = found.get("vars").and_then(Value::as_map) else { return Ok(Vec::new()) };
        let wanted = Wanted { stack, context: &context_of(vars)? };
        let edges = self.by_component.get(component).map(Vec::as_slice).unwrap_or_default();
        let edges = edges.iter().filter(|e| e.from.name != component);
        let matching = edges.filter(|e| is_match(&e.dependency, e.from.stack, &e.own, &wanted));
        let mut found: Vec<Node<'a>> = matching.map(|e| e.from).collect();
        sort(&mut found);
        Ok(found)
    }
}

/// The components of described stacks.
fn nodes(stacks: &Value) -> impl Iterator<Item = Node<'_>> {
    stacks.as_map().into_iter().flat_map(Map::iter).flat_map(|(stack, described)| {
        let kinds = described.get("components").and_then(Value::as_map).into_iter().flat_map(Map::iter);
        kinds.flat_map(move |(kind, components)| {
            let components = components.as_map().into_iter().flat_map(Map::iter);
            components.map(move |(name, sections)| Node {
                stack: &stack.name,
                kind: &kind.name,
                name: &name.name,
                sections,
            })
        })
    })
}

fn sort(nodes: &mut [Node<'_>]) {
    nodes.sort_by_cached_key(|n| (n.slug(), n.name.to_owned(), n.stack.to_owned()));
}

impl Node<'_> {
    pub(super) fn slug(&self) -> String {
        Component::slug(self.stack, self.name)
    }

    /// Its context variables; `None` for a component that depends on nothing: an abstract or disabled one.
    fn context(&self) -> Result<Option<[String; 4]>> {
        let metadata = |key: &str| self.sections.dig(["metadata", key]);
        let is_abstract = metadata("type").and_then(Value::as_str) == Some("abstract");
        let is_disabled = metadata("enabled").and_then(Value::as_bool) == Some(false);
        match self.sections.get("vars").and_then(Value::as_map) {
            Some(vars) if !is_abstract && !is_disabled => context_of(vars).map(Some),
            _ => Ok(None),
        }
    }

    /// What is shown of it, without dependents of its own.
    pub(super) fn entry(&self, engine: &Engine, include_settings: bool) -> Map {
        let sections = self.sections;
        let settings = sections.get("settings").filter(|_| include_settings).cloned();
        let mut entry = Map::from_iter([
            ("component", Value::from(self.name)),
            ("component_path", Value::from(engine.relative_component_path(self.kind, sections, ""))),
            ("component_type", Value::from(self.kind)),
            ("dependents", Value::NULL),
            ("included_in_dependents", Value::from(false)),
            ("settings", settings.unwrap_or_default()),
            ("stack", Value::from(self.stack)),
            ("stack_slug", Value::from(self.slug())),
        ]);
        for name in CONTEXT {
            if let Some(value) = sections.dig(["vars", name]).filter(|v| v.as_str().is_some_and(|t| !t.is_empty())) {
                entry.insert(name, value.clone());
            }
        }
        if self.kind == "terraform" {
            entry.extend(engine.integration_names(self.name, self.stack, sections));
        }
        entry
    }
}

/// Where a component is that something may depend on.
pub(super) struct Wanted<'a> {
    pub(super) stack: &'a str,
    pub(super) context: &'a [String; 4],
}

/// Whether a dependency is the wanted component: by its stack, or, in the legacy form, by the context variables, of which
/// those that it leaves out must be the same on both sides.
pub(super) fn is_match(dependency: &Dependency, stack: &str, own: &[String; 4], wanted: &Wanted<'_>) -> bool {
    let unset = !dependency.has_context();
    let same_stack = if dependency.stack.is_empty() {
        !(dependency.modern || unset) || wanted.stack == stack
    } else {
        wanted.stack == dependency.stack
    };
    if dependency.modern {
        return same_stack;
    }
    let mut variables = dependency.context.iter().zip(own).zip(wanted.context);
    same_stack && variables.all(|((asked, own), theirs)| if asked.is_empty() { own == theirs } else { asked == theirs })
}

/// The context variables of a component.
///
/// # Errors
/// One of them is no string: Atmos refuses that here.
pub(super) fn context_of(vars: &Map) -> Result<[String; 4]> {
    texts(vars, CONTEXT).ok_or_else(|| {
        let wrong =
            CONTEXT.into_iter().filter_map(|k| vars.get_entry(k)).find(|(_, v)| !v.is_null() && v.as_str().is_none());
        let (name, span) = wrong.map_or(("context", crate::text::Span::NONE), |(k, v)| (&*k.name, v.span));
        Error::new(format!("the var `{name}` must be a string where dependents are looked for"))
            .at(span)
            .hint("put it in quotes")
    })
}
