//! Why a value of a component is what it is: the chain of places that made it.

use super::Engine;
use super::component::Component;
use super::describe::Prepared;
use super::evaluate::has_function;
use super::history::{History, Manifests};
use super::layers::Layer;
use super::sections::is_written;
use crate::error::{Error, Result};
use crate::text::{Span, did_you_mean};
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Map, Path, Step, Value};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A value and what made it.
#[derive(Clone, Debug)]
pub struct Why {
    /// Where the value stands in the component.
    pub path: Path,
    /// The value; `None` when something took it away.
    pub value: Option<Value>,
    /// What made it, the winner last.
    pub chain: Vec<Link>,
}

/// One step on the way to a value.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it did.
    pub how: How,
    /// Where it stands; [`Span::NONE`] for what no file holds.
    pub span: Span,
    /// What it gives: of a map or a list its own part. `None` when it takes the value away.
    pub value: Option<Value>,
    /// The manifests through which its own is imported, the nearest first; none for the stack's own manifest.
    pub importers: Vec<Arc<str>>,
    /// Where the given value itself stands, by which the winner is known.
    node: Span,
}

/// How a step contributes to a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum How {
    /// atmos.yaml sets it for all stacks.
    Configuration,
    /// No file sets it: Atmos derives it.
    Computed,
    /// The stack sets it for all components.
    Global,
    /// The stack sets it for all components of the type.
    ComponentType,
    /// A base of the component sets it.
    Inherit(Arc<str>),
    /// The component sets it.
    Component,
    /// The component's overrides set it.
    Override,
    /// A Go template in it was rendered.
    Template,
    /// A YAML function in it was evaluated.
    Function,
}

impl How {
    /// The word for it in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            How::Configuration => "configuration",
            How::Computed => "computed",
            How::Global => "global",
            How::ComponentType => "component-type",
            How::Inherit(_) => "inherit",
            How::Component => "component",
            How::Override => "override",
            How::Template => "template",
            How::Function => "function",
        }
    }
}

impl From<&Layer> for How {
    fn from(layer: &Layer) -> Self {
        match layer {
            Layer::Global => How::Global,
            Layer::Type => How::ComponentType,
            Layer::Base(name) => How::Inherit(Arc::clone(name)),
            Layer::Component => How::Component,
            Layer::Overrides => How::Override,
        }
    }
}

impl Engine {
    /// What made a value of a component.
    ///
    /// A key with one word that is a section gives every value below it, no key gives all that manifests set. A key whose
    /// first word is no section is one of `vars`. Only what was asked for is evaluated.
    ///
    /// # Errors
    /// An unknown component, stack or key, and whatever of the repository Atmos refuses.
    pub fn why(&self, name: &str, stack: &str, key: Option<&Path>) -> Result<Vec<Why>> {
        let component = self.find_component(name, stack)?;
        let prepared = self.prepare(&component, stack, &self.pass())?;
        let asked = key.map(|key| in_section(key, &prepared.sections));
        let rendered = self.rendered(&prepared, stack, asked.as_ref())?;
        let part = match &asked {
            Some(path) => part_at(&rendered, path.steps()).unwrap_or_else(Value::empty_map),
            None => Value::map(written(&rendered).map(|(name, value)| (name, value.clone())).collect()),
        };
        let evaluated = self.evaluated(&component, &prepared, &part, &rendered, stack, asked.as_ref())?;

        let paths = match &asked {
            Some(path) if path.steps().len() > 1 => vec![path.clone()],
            Some(section) => below(section, evaluated.at(section)),
            None => {
                written(&evaluated).flat_map(|(name, value)| below(&Path::default().key(name), Some(value))).collect()
            }
        };
        let mut chains = Chains {
            engine: self,
            component: &component,
            manifests: self.manifests(&component)?,
            histories: HashMap::new(),
        };
        let stages = Stages { merged: &prepared.sections, rendered: &rendered, evaluated: &evaluated };
        let found: Vec<Why> = paths.into_iter().filter_map(|path| chains.why(path, &stages)).collect();
        match asked {
            Some(path) if found.is_empty() && evaluated.at(&path).is_none() => Err(unknown_key(&path, &rendered, name)),
            _ => Ok(found),
        }
    }

    /// The sections with their templates rendered, unless what was asked for has none.
    fn rendered(&self, prepared: &Prepared, stack: &str, asked: Option<&Path>) -> Result<Value> {
        let sections = &prepared.sections;
        let left = &self.settings.templates.left;
        let value = asked.map_or(Some(sections), |path| sections.at(path));
        let untouched = value.is_some_and(|v| !super::render::contains(v, left));
        if untouched || !prepared.pass.options.process_templates {
            return Ok(sections.clone());
        }
        let mut input = sections.clone();
        let mocks = match &mut input.data {
            Data::Map(map) => Arc::make_mut(map).remove("mocks"),
            _ => None,
        };
        let mut rendered = self
            .render_all(&input, stack, &prepared.pass)
            .map_err(|e| e.hint("`--process-templates=false` shows what the manifests say"))?;
        if let Some(mocks) = mocks {
            super::import::set(&mut rendered, "mocks", mocks);
        }
        Ok(rendered)
    }

    /// A part of the rendered sections with its functions evaluated.
    fn evaluated(
        &self,
        component: &Component,
        prepared: &Prepared,
        part: &Value,
        rendered: &Value,
        stack: &str,
        asked: Option<&Path>,
    ) -> Result<Value> {
        if !prepared.pass.options.process_functions {
            return Ok(part.clone());
        }
        let deferred = component.deferred.iter().filter_map(|(section, deferred)| match asked {
            None => Some((*section, deferred.clone())),
            Some(path) => {
                let keys: Vec<&str> =
                    path.steps().iter().map_while(|s| if let Step::Key(k) = s { Some(&**k) } else { None }).collect();
                let (first, below) = keys.split_first()?;
                (first == section).then(|| (*section, deferred.within(below)))
            }
        });
        let deferred: Vec<_> = deferred.filter(|(_, d)| !d.is_empty()).collect();
        if deferred.is_empty() && !has_function(part) {
            return Ok(part.clone());
        }
        let component = Component { deferred, ..component.clone() };
        let templates = prepared.pass.options.process_templates.then_some(&prepared.sections);
        self.evaluate_part(&component, part, rendered, stack, templates, &prepared.pass)
            .map_err(|e| e.hint("`--process-functions=false` shows what the manifests say"))
    }
}

/// A component before and after its templates and functions.
struct Stages<'a> {
    merged: &'a Value,
    rendered: &'a Value,
    evaluated: &'a Value,
}

/// Works out chains; the history of a section once.
struct Chains<'a> {
    engine: &'a Engine,
    component: &'a Component,
    manifests: Manifests,
    histories: HashMap<String, Rc<History>>,
}

impl Chains<'_> {
    /// The chain of one value; `None` if there is nothing there and never was.
    fn why(&mut self, path: Path, stages: &Stages<'_>) -> Option<Why> {
        let (section, below) = path.split_first()?;
        let mut chain = if is_written(section) { self.merges(section, &below, stages) } else { Vec::new() };
        let merged = stages.merged.at(&path);
        let rendered = stages.rendered.at(&path);
        match merged {
            Some(value) if chain.is_empty() => chain.push(self.given(value)),
            // A function or a template gives the map or list that the value stands in.
            None if chain.is_empty() && is_written(section) => chain = self.around(section, &below, stages),
            _ => {}
        }
        if rendered != merged {
            let link = self.processed(How::Template, merged, rendered, chain.last());
            chain.push(link);
        }
        let value = stages.evaluated.at(&path);
        if value != rendered {
            let link = self.processed(How::Function, rendered, value, chain.last());
            chain.push(link);
        }
        settle(&mut chain, value);
        (!chain.is_empty()).then(|| Why { path, value: value.cloned(), chain })
    }

    /// The contributions to the nearest text around a value that is not there yet.
    fn around(&mut self, section: &str, below: &Path, stages: &Stages<'_>) -> Vec<Link> {
        let whole = stages.merged.get(section);
        let text =
            (0..below.steps().len()).rev().map(|length| below.steps()[..length].iter().cloned().collect::<Path>());
        let mut held = text.filter(|path| whole.and_then(|w| w.at(path)).is_some_and(|v| v.as_str().is_some()));
        held.next().map(|path| self.merges(section, &path, stages)).unwrap_or_default()
    }

    /// The contributions of manifests to a value.
    fn merges(&mut self, section: &str, below: &Path, stages: &Stages<'_>) -> Vec<Link> {
        let (engine, component, manifests) = (self.engine, self.component, &self.manifests);
        let history = self.histories.entry(section.to_string());
        let history = Rc::clone(history.or_insert_with(|| Rc::new(engine.history(component, manifests, section))));
        // Manifests hold a backend below the name of its type.
        let kind = match section {
            "backend" | "remote_state_backend" => stages.merged.get(&format!("{section}_type")).and_then(Value::as_str),
            _ => None,
        };
        let in_leaf = kind.map_or_else(|| below.clone(), |kind| below.below(&Path::default().key(kind)));
        let before: Option<&Value> = history.states.first().and_then(Option::as_ref).and_then(|s| s.at(below));
        let mut chain: Vec<Link> = Vec::new();
        let mut present = before;
        for (number, leaf) in history.leaves.iter().enumerate() {
            let Some(state) = &history.states[number + 1] else { continue };
            let now = state.at(below);
            let is_own = leaf.value.at(&in_leaf).is_some();
            // What the engine keeps in every state changes none: then the manifests that have it are named.
            let is_kept =
                is_own && before.is_some_and(|b| !b.span.is_none() && same(Some(b), now) && b.as_map().is_none());
            if is_kept || !same(present, now) {
                chain.push(self.contributed(&history, number, &in_leaf, now));
            }
            present = now;
        }
        if let Some(value) = before
            && !chain.iter().any(|link| link.node == value.span && !value.span.is_none())
            && !value.as_map().is_some_and(Map::is_empty)
        {
            chain.insert(0, self.given(value));
        }
        // Atmos completes some values, such as the key of a backend.
        if let Some(value) = present.filter(|v| v.span.is_none() && v.as_map().is_none() && v.as_seq().is_none())
            && chain.last().is_some_and(|link| link.value.as_ref() != Some(value))
        {
            chain.push(self.given(value));
        }
        chain
    }

    /// What a leaf gives to a value; `now` is what there is after it.
    fn contributed(&self, history: &History, number: usize, path: &Path, now: Option<&Value>) -> Link {
        let leaf = &history.leaves[number];
        let own = leaf.value.at(path);
        let value = own.or(now);
        // What takes a value away stands around it.
        let all = path.steps();
        let around = (0..=all.len()).rev().map(|length| all[..length].iter().cloned().collect::<Path>());
        let place = around.into_iter().find(|p| leaf.value.at(p).is_some()).unwrap_or_default();
        let is_list = own.is_none() && now.is_some();
        let written = if is_list { None } else { leaf.value.at(&place) };
        let key = if place.steps().is_empty() { Some(&leaf.key) } else { leaf.value.key_at(&place) };
        let places =
            [written.and(key).map(|k| k.span), written.map(|v| v.span), now.map(|v| v.span), Some(leaf.key.span)];
        let span = places.into_iter().flatten().find(|s| !s.is_none()).unwrap_or(Span::NONE);
        Link {
            how: How::from(&leaf.layer),
            span,
            value: value.map(unwrapped),
            importers: self.importers(span).unwrap_or_else(|| self.manifests.importers(leaf.manifest)),
            node: value.map_or(Span::NONE, |v| v.span),
        }
    }

    /// A value that no manifest of the stack gives.
    fn given(&self, value: &Value) -> Link {
        let how = if value.span.is_none() { How::Computed } else { How::Configuration };
        let importers = self.importers(value.span);
        let how = if importers.is_some() { How::Computed } else { how };
        Link {
            how,
            span: value.span,
            value: Some(value.clone()),
            importers: importers.unwrap_or_default(),
            node: value.span,
        }
    }

    /// What became of the value of the last link.
    fn processed(&self, how: How, before: Option<&Value>, value: Option<&Value>, last: Option<&Link>) -> Link {
        let inside = before.zip(value).and_then(|(a, b)| changed_inside(a, b)).filter(|span| !span.is_none());
        let span = inside.or(last.map(|l| l.span)).or(value.map(|v| v.span)).unwrap_or(Span::NONE);
        let importers = self.importers(span).or_else(|| last.map(|l| l.importers.clone()));
        Link {
            how,
            span,
            value: value.cloned(),
            importers: importers.unwrap_or_default(),
            node: value.map_or(Span::NONE, |v| v.span),
        }
    }

    /// The importers of the manifest that holds a place, if a manifest does.
    fn importers(&self, span: Span) -> Option<Vec<Arc<str>>> {
        let source = self.engine.loader.sources().get(span.source)?;
        self.manifests.number(&source.path).map(|number| self.manifests.importers(number))
    }
}

/// A value with the lists of `!append` as they were written.
fn unwrapped(value: &Value) -> Value {
    match value.as_map() {
        Some(map) => match map.get(APPEND_KEY) {
            Some(list) => list.clone(),
            None => Value::map(map.iter().map(|(k, v)| (k.clone(), unwrapped(v))).collect()).with_span(value.span),
        },
        None => value.clone(),
    }
}

/// Puts the winner last. A value that one link hides and functions bring back is the earlier link's.
fn settle(chain: &mut Vec<Link>, value: Option<&Value>) {
    let Some(value) = value.filter(|v| !v.span.is_none() && v.as_map().is_none() && v.as_seq().is_none()) else {
        return;
    };
    let gives = |link: &Link| link.node == value.span && link.value.as_ref() == Some(value);
    if chain.last().is_some_and(gives) {
        return;
    }
    if let Some(winner) = chain.iter().rposition(gives) {
        let winner = chain.remove(winner);
        chain.retain(|link| link.value.is_some());
        chain.push(winner);
    }
}

/// Where the first thing stands that changed inside a map or a list.
fn changed_inside(before: &Value, after: &Value) -> Option<Span> {
    let (a, b) = match (&before.data, &after.data) {
        (Data::Map(a), Data::Map(b)) => {
            a.iter().find_map(|(k, v)| b.get(&k.name).filter(|w| *w != v).map(|w| (v, w)))?
        }
        (Data::Seq(a), Data::Seq(b)) => a.iter().zip(b.iter()).find(|(v, w)| v != w)?,
        _ => return None,
    };
    changed_inside(a, b).or(Some(a.span))
}

/// Whether two states are the same node: the same data of the same places.
fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    a.span == b.span
        && match (&a.data, &b.data) {
            (Data::Map(x), Data::Map(y)) => {
                Arc::ptr_eq(x, y) || x.len() == y.len() && x.iter().all(|(k, v)| same(Some(v), y.get(&k.name)))
            }
            (Data::Seq(x), Data::Seq(y)) => {
                Arc::ptr_eq(x, y) || x.len() == y.len() && x.iter().zip(y.iter()).all(|(v, w)| same(Some(v), Some(w)))
            }
            _ => a == b,
        }
}

/// The key below its section: `vars`, unless it begins with one.
fn in_section(key: &Path, sections: &Value) -> Path {
    match key.split_first() {
        Some((first, _)) if sections.get(first).is_some() || is_written(first) => key.clone(),
        _ => key.below(&Path::default().key("vars")),
    }
}

/// The sections that manifests can set, in the order in which they are printed.
fn written(sections: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let entries = sections.as_map().map(Map::sorted).unwrap_or_default();
    entries.into_iter().map(|(key, value)| (&*key.name, value)).filter(|(name, _)| is_written(name))
}

/// The paths of what stands below a value: of maps their entries, everything else as a whole.
fn below(path: &Path, value: Option<&Value>) -> Vec<Path> {
    match value.map(|v| (v, v.as_map())) {
        None => Vec::new(),
        Some((_, Some(map))) if map.is_empty() => Vec::new(),
        Some((_, Some(map))) => {
            map.sorted().into_iter().flat_map(|(key, value)| entry(&path.key(&*key.name), value)).collect()
        }
        Some((_, None)) => vec![path.clone()],
    }
}

fn entry(path: &Path, value: &Value) -> Vec<Path> {
    match value.as_map() {
        Some(map) if map.is_empty() => vec![path.clone()],
        _ => below(path, Some(value)),
    }
}

/// The value with nothing but what stands at a path; lists are kept whole.
fn part_at(value: &Value, path: &[Step]) -> Option<Value> {
    let (Some((Step::Key(name), rest)), Some(map)) = (path.split_first(), value.as_map()) else {
        return Some(value.clone());
    };
    let (key, next) = map.get_entry(name)?;
    let next = part_at(next, rest)?;
    Some(Value::map(Map::from_iter([(key.clone(), next)])).with_span(value.span))
}

fn unknown_key(path: &Path, sections: &Value, component: &str) -> Error {
    let asked = path.to_string();
    let mut known: Vec<String> = Vec::new();
    for (name, value) in written(sections) {
        gather(&Path::default().key(name), value, &mut known);
    }
    Error::new(format!("the component `{component}` has no `{asked}`"))
        .maybe_hint(did_you_mean(&asked, known.iter().map(String::as_str)))
        .hint("without a key, `gaia why` shows all")
}

/// The paths of all entries of maps below a value.
fn gather(path: &Path, value: &Value, into: &mut Vec<String>) {
    into.push(path.to_string());
    for (key, value) in value.as_map().into_iter().flat_map(Map::iter) {
        gather(&path.key(&*key.name), value, into);
    }
}
