//! Dependencies between components: each names one that is there, and no circle.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::{Member, Subject, Summary};
use super::{marks, overridden, retyped};
use crate::code::{self, Severity};
use crate::engine::KINDS;
use crate::text::{Span, did_you_mean};
use crate::value::{Map, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// One dependency as it was written.
pub(super) struct Edge {
    /// The dependent's number among the stack's members.
    from: usize,
    component: String,
    component_at: Span,
    /// The type of the component, where it names one.
    kind: Option<(String, Span)>,
    /// The stack that it names, and where.
    stack: Option<(String, Span)>,
    /// `namespace`, `tenant`, `environment`, `stage` where the old form names them.
    context: [Option<(String, Span)>; 4],
}

const CONTEXT: [&str; 4] = ["namespace", "tenant", "environment", "stage"];

/// Notes what a component says that it depends on.
pub(super) fn component(subject: &Subject<'_>, summary: &mut Summary) {
    let sections = &subject.component.sections;
    if subject.component.is_abstract() || !subject.component.is_enabled() {
        return;
    }
    let from = summary.members.len();
    let files = sections.dig(["dependencies", "files"]).and_then(Value::as_seq).unwrap_or_default();
    let folders = sections.dig(["dependencies", "folders"]).and_then(Value::as_seq).unwrap_or_default();
    let modern = sections.dig(["dependencies", "components"]).and_then(Value::as_seq).unwrap_or_default();
    let legacy = [sections.dig(["settings", "depends_on"]), sections.get("depends_on")];
    let legacy = || legacy.into_iter().flatten().filter_map(Value::as_map).flat_map(Map::values);
    let is_path = |item: &&Value| matches!(item.get("kind").and_then(Value::as_str), Some("file" | "folder"));
    let paths = modern.iter().filter(is_path).filter_map(|item| item.get("path"));
    let older = legacy().flat_map(|item| [item.get("file"), item.get("folder")]).flatten();
    for path in files.iter().chain(folders).chain(paths).chain(older) {
        summary.found.extend(missing_file(subject.repo, path));
    }
    summary.found.extend((!modern.is_empty()).then(|| superseded(sections)).flatten());
    let mut edges: Vec<Edge> = modern.iter().filter_map(|item| edge(item, from, true, sections)).collect();
    if edges.is_empty() {
        edges.extend(legacy().filter_map(|item| edge(item, from, false, sections)));
    }
    summary.dependencies.extend(edges);
}

/// Dependencies in the older form, which Atmos passes over where there are some in the newer one.
fn superseded(sections: &Value) -> Option<Diagnostic> {
    let (key, older) = sections.get("settings")?.as_map()?.get_entry("depends_on")?;
    if older.as_map().is_none_or(Map::is_empty) || key.span.is_none() {
        return None;
    }
    let message = "Atmos does not read these dependencies: those in `dependencies.components` take their place";
    let older = Diagnostic::new(&code::LEGACY_DEPENDS_ON, message, key.span).severity(Severity::Warning);
    Some(older.hint("move them to `dependencies.components`"))
}

/// A file or folder that a component says it depends on, and that is not there.
fn missing_file(repo: &Repo, path: &Value) -> Option<Diagnostic> {
    let text = path.as_str().filter(|t| !t.is_empty() && !t.contains(['*', '{', '!', '$']))?;
    let workspace = repo.engine.workspace();
    if [&workspace.root, &workspace.cwd].into_iter().any(|dir| dir.join(text).exists()) {
        return None;
    }
    let whole = workspace.root.join(text);
    let beside = whole.parent().and_then(|dir| std::fs::read_dir(dir).ok()).into_iter().flatten().flatten();
    let names: Vec<String> = beside.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    let name = whole.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Some(
        Diagnostic::new(&code::DEPENDENCY_FILE, format!("there is no `{text}` to depend on"), path.span)
            .maybe_hint(did_you_mean(&name, names.iter().map(String::as_str))),
    )
}

fn edge(item: &Value, from: usize, modern: bool, sections: &Value) -> Option<Edge> {
    let text = |key: &str| {
        let value = item.get(key)?;
        let text = value.as_str().filter(|t| !t.is_empty())?;
        let rendered = text.contains("{{").then(|| retyped::render(text, sections)).flatten();
        Some((rendered.unwrap_or_else(|| text.to_owned()), value.span))
    };
    if matches!(item.get("kind").and_then(Value::as_str), Some("file" | "folder")) {
        return None;
    }
    let (component, component_at) = text("component").or_else(|| text("name").filter(|_| modern))?;
    let context = if modern { Default::default() } else { CONTEXT.map(text) };
    let known = |t: &str| !marks::is_open(t);
    let stack = text("stack");
    let readable = known(&component)
        && stack.as_ref().is_none_or(|(s, _)| known(s))
        && context.iter().flatten().all(|(t, _)| known(t));
    // of words that are no type the schema speaks
    let kind = text("kind").filter(|(kind, _)| modern && KINDS.contains(&kind.as_str()));
    readable.then_some(Edge { from, component, component_at, kind, stack, context })
}

/// The components of the repository, by stack and name.
pub(super) struct Index<'a> {
    by_stack: FxHashMap<&'a str, Vec<(usize, usize)>>,
    summaries: &'a [Summary],
}

impl<'a> Index<'a> {
    pub(super) fn new(summaries: &'a [Summary]) -> Self {
        let mut by_stack: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
        for (s, summary) in summaries.iter().enumerate() {
            for (m, member) in summary.members.iter().enumerate() {
                by_stack.entry(member.stack.as_str()).or_default().push((s, m));
            }
        }
        Index { by_stack, summaries }
    }

    pub(super) fn member(&self, (s, m): (usize, usize)) -> &'a Member {
        &self.summaries[s].members[m]
    }

    /// The members of a stack; a stack may go by its manifest too.
    pub(super) fn members(&self, stack: &str) -> &[(usize, usize)] {
        self.by_stack.get(stack).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn has_stack(&self, stack: &str) -> bool {
        self.by_stack.contains_key(stack) || self.summaries.iter().any(|s| &*s.stack.file == stack)
    }

    pub(super) fn find(&self, stack: &str, component: &str) -> Option<(usize, usize)> {
        self.members(stack).iter().copied().find(|at| &*self.member(*at).name == component)
    }

    pub(super) fn stacks(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.by_stack.keys().copied().filter(|n| !n.is_empty())
    }

    /// Whether something of a stack could not be read, so that what is missing may be there.
    pub(super) fn is_incomplete(&self, stack: &str) -> bool {
        self.members(stack).iter().any(|(s, _)| self.summaries[*s].incomplete)
    }

    /// The names of all components.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.summaries.iter().flat_map(|s| &s.members).map(|m| &*m.name)
    }

    pub(super) fn names_of(&self, stack: &str) -> impl Iterator<Item = &'a str> + '_ {
        self.members(stack).iter().map(|at| &*self.member(*at).name)
    }

    /// The stacks in which some component of the same manifest could not be named.
    pub(super) fn has_unnamed(&self) -> bool {
        self.by_stack.contains_key("") || self.summaries.iter().any(|s| s.members.is_empty())
    }
}

/// The stacks, by number, that the dependencies of one lead to.
pub(super) fn targets(index: &Index<'_>, summary: &Summary) -> Vec<usize> {
    let edges = summary.dependencies.iter().filter_map(|edge| {
        let from = summary.members.get(edge.from)?;
        target(index, from, edge).ok().map(|(s, _)| s)
    });
    edges.collect()
}

/// Looks every dependency up, and circles among those that are found.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let index = Index::new(summaries);
    let mut found = Vec::new();
    let mut graph = Graph::default();
    let mut told: FxHashSet<(Span, Span)> = FxHashSet::default();
    for (s, summary) in summaries.iter().enumerate() {
        for edge in &summary.dependencies {
            let Some(from) = summary.members.get(edge.from) else { continue };
            match target(&index, from, edge) {
                Ok(at) => {
                    let other = other_kind(&index, edge, at).filter(|d| told.insert((d.span, d.span)));
                    found.extend(other);
                    graph.entry((s, edge.from)).or_default().push((at, edge.component_at));
                }
                Err(problem) => {
                    // what a catalog says wrong is wrong in every stack that imports it: once is enough
                    let place = (edge.component_at, edge.stack.as_ref().map_or(Span::NONE, |(_, at)| *at));
                    if told.insert(place) {
                        found.extend(missing(repo, &index, from, edge, &problem));
                    }
                }
            }
        }
    }
    for ((s, m), targets) in &graph {
        for (target, at) in targets {
            let (from, to) = (index.member((*s, *m)), index.member(*target));
            if to.is_abstract && told.insert((*at, Span::NONE)) {
                found.push(
                    Diagnostic::new(
                        &code::DEPENDENCY_ABSTRACT,
                        format!("`{}` depends on `{}`, which is abstract and never deployed", from.name, to.name),
                        *at,
                    )
                    .hint("name the component that is deployed"),
                );
            }
        }
    }
    circles(&index, &graph, &mut found);
    found.extend(overridden::dependencies(repo, &index, summaries, &told));
    found
}

/// That what a dependency names is a component of another type than it says.
fn other_kind(index: &Index<'_>, edge: &Edge, at: (usize, usize)) -> Option<Diagnostic> {
    let (kind, span) = edge.kind.as_ref()?;
    let found = index.member(at);
    let mut namesakes = index.members(&found.stack).iter().map(|at| index.member(*at));
    if namesakes.any(|member| member.name == found.name && *member.kind == **kind) {
        return None;
    }
    let message = format!("`{}` is a component of {}, not of {kind}", found.name, found.kind);
    Some(Diagnostic::new(&code::DEPENDENCY_COMPONENT, message, *span).hint(format!("write `kind: {}`", found.kind)))
}

enum Problem {
    Stack { name: String, at: Span },
    Component { stack: String },
}

/// The component that a dependency means.
fn target(index: &Index<'_>, from: &Member, edge: &Edge) -> Result<(usize, usize), Problem> {
    if let Some((stack, at)) = &edge.stack {
        if !index.has_stack(stack) {
            return Err(Problem::Stack { name: stack.clone(), at: *at });
        }
        let found = index.find(stack, &edge.component);
        return found.ok_or_else(|| Problem::Component { stack: stack.clone() });
    }
    if edge.context.iter().all(Option::is_none) {
        let found = index.find(&from.stack, &edge.component);
        return found.ok_or_else(|| Problem::Component { stack: from.stack.clone() });
    }
    // the context variables that the dependency leaves out are the dependent's own
    let wanted: Vec<&str> = edge
        .context
        .iter()
        .zip(&from.context)
        .map(|(asked, own)| asked.as_ref().map_or(own.as_str(), |(t, _)| t))
        .collect();
    let fits = |m: &Member| m.context.iter().zip(&wanted).all(|(have, want)| have == want);
    let all = index.summaries.iter().enumerate().flat_map(|(s, sum)| (0..sum.members.len()).map(move |m| (s, m)));
    let mut same_context = all.filter(|at| fits(index.member(*at))).peekable();
    let Some(first) = same_context.peek().copied() else {
        let (name, at) = edge.context.iter().flatten().next_back().cloned().unwrap_or_default();
        return Err(Problem::Stack { name, at });
    };
    same_context
        .find(|at| *index.member(*at).name == *edge.component)
        .ok_or_else(|| Problem::Component { stack: index.member(first).stack.clone() })
}

fn missing(repo: &Repo, index: &Index<'_>, from: &Member, edge: &Edge, problem: &Problem) -> Option<Diagnostic> {
    match problem {
        Problem::Stack { name, at } => {
            let message = format!("`{}` depends on a component of the stack `{name}`, which does not exist", from.name);
            let contexts = index.summaries.iter().flat_map(|s| &s.members).flat_map(|m| m.context.iter());
            let near = did_you_mean(name, index.stacks())
                .or_else(|| did_you_mean(name, contexts.map(String::as_str).filter(|c| !c.is_empty())));
            if repo.may_be_lost(name) || (near.is_none() && index.has_unnamed()) {
                return None;
            }
            Some(
                Diagnostic::new(&code::DEPENDENCY_STACK, message, *at)
                    .severity(severity(near.as_deref()))
                    .maybe_hint(near),
            )
        }
        Problem::Component { stack } => {
            let near = did_you_mean(&edge.component, index.names_of(stack));
            // one of that name may be in what could not be read, however near another is
            let may_be = near.is_none() || index.names().any(|name| *name == *edge.component);
            if stack.is_empty() || (may_be && index.is_incomplete(stack)) || repo.may_be_lost(&edge.component) {
                return None;
            }
            let message =
                format!("`{}` depends on `{}`, which the stack `{stack}` does not have", from.name, edge.component);
            let elsewhere = || {
                let stacks = index.stacks().filter(|s| index.find(s, &edge.component).is_some());
                stacks.min().map(|s| format!("the stack `{s}` has it: name it with `stack: {s}`"))
            };
            Some(
                Diagnostic::new(&code::DEPENDENCY_COMPONENT, message, edge.component_at)
                    .severity(severity(near.as_deref()))
                    .maybe_hint(near.or_else(elsewhere)),
            )
        }
    }
}

/// A name that is nearly there is a mistake; one that is nowhere may be deployed by others.
pub(super) fn severity(near: Option<&str>) -> Severity {
    if near.is_some() { Severity::Error } else { Severity::Warning }
}

type Graph = FxHashMap<(usize, usize), Vec<((usize, usize), Span)>>;

/// Every circle once, at the dependency of the component whose name comes first; one that a catalog brings into many
/// stacks once, too.
fn circles(index: &Index<'_>, graph: &Graph, found: &mut Vec<Diagnostic>) {
    let mut nodes: Vec<(usize, usize)> = graph.keys().copied().collect();
    nodes.sort_unstable();
    let mut state: FxHashMap<(usize, usize), bool> = FxHashMap::default();
    let mut told: FxHashSet<Vec<Span>> = FxHashSet::default();
    for start in nodes {
        let mut way: Vec<((usize, usize), Span)> = Vec::new();
        visit(index, graph, start, &mut way, &mut state, &mut told, found);
    }
}

fn visit(
    index: &Index<'_>,
    graph: &Graph,
    at: (usize, usize),
    way: &mut Vec<((usize, usize), Span)>,
    state: &mut FxHashMap<(usize, usize), bool>,
    told: &mut FxHashSet<Vec<Span>>,
    found: &mut Vec<Diagnostic>,
) {
    if state.get(&at) == Some(&true) {
        return;
    }
    if let Some(start) = way.iter().position(|(n, _)| *n == at) {
        let circle = &way[start..];
        let mut key: Vec<Span> = circle.iter().map(|(_, span)| *span).collect();
        key.sort_by_key(|s| (s.source, s.start));
        if told.insert(key) {
            found.push(circle_of(index, graph, circle));
        }
        return;
    }
    for (next, span) in graph.get(&at).into_iter().flatten() {
        way.push((at, *span));
        visit(index, graph, *next, way, state, told, found);
        way.pop();
    }
    state.insert(at, true);
}

fn circle_of(index: &Index<'_>, graph: &Graph, circle: &[((usize, usize), Span)]) -> Diagnostic {
    let within: Vec<(usize, usize)> = circle.iter().map(|(at, _)| *at).collect();
    let dependents = |at: (usize, usize)| {
        graph.iter().filter(|(from, to)| !within.contains(from) && to.iter().any(|(t, _)| *t == at)).count()
    };
    // the odd step is the one from what most others stand on, else from what is written first, to what comes after it
    let odd = (0..circle.len()).max_by_key(|step| {
        let (from, to) = (circle[*step].0, circle[(*step + 1) % circle.len()].0);
        (dependents(from), from < to, std::cmp::Reverse(from))
    });
    let mut circle = circle.to_vec();
    let length = circle.len();
    circle.rotate_left(odd.map_or(0, |step| step + 1) % length);
    let name = |at: (usize, usize)| Arc::clone(&index.member(at).name);
    let names: Vec<Arc<str>> = circle.iter().map(|(at, _)| name(*at)).chain([name(circle[0].0)]).collect();
    let chain = names.iter().map(|n| &**n).collect::<Vec<_>>().join(" → ");
    let (last, rest) = circle.split_last().expect("a circle has a step");
    let message = if circle.len() == 1 {
        format!("`{}` depends on itself", names[0])
    } else {
        format!("components depend on each other in a circle: {chain}")
    };
    let mut diagnostic =
        Diagnostic::new(&code::DEPENDENCY_CIRCULAR, message, last.1).hint("remove one dependency of the circle");
    for (at, span) in rest {
        diagnostic = diagnostic.related(format!("`{}` depends on the next here", name(*at)), *span);
    }
    diagnostic
}
