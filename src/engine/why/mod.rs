//! Why a value of a component is what it is: the chain of places that made it.

mod chain;

use super::Engine;
use super::component::Component;
use super::describe::Prepared;
use super::evaluate::has_function;
use super::layers::Layer;
use super::sections::is_written;
use crate::error::{Error, Result};
use crate::text::{Span, did_you_mean};
use crate::value::{Data, Map, Path, Step, Value};
use chain::{Chains, Stages};
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
        let mut chains = Chains::new(self, &component)?;
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
            rendered.set("mocks", mocks);
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
