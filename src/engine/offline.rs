//! Components as they are written, and what can be told of them without asking the world: no YAML function is evaluated,
//! no state read, no program run.

use super::Engine;
use super::component::Component;
use super::names::{NameContext, NameRule, Naming, WorkspaceNaming};
use super::stack::Stack;
use crate::error::Result;
use crate::template::{CallError, Called, Functions, MissingKey, ParseOptions, Template};
use crate::value::merge::merge_all;
use crate::value::{Map, Value};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// A component in a stack, neither rendered nor evaluated.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The stack's name.
    pub stack: Arc<str>,
    /// The component as it was merged.
    pub component: Component,
}

/// Functions of templates that ask the world, and those that Atmos adds.
const WORLD: [&str; 11] = [
    "atmos.Component",
    "atmos.Resolve",
    "atmos.Store",
    "datasource",
    "ds",
    "include",
    "datasourceReachable",
    "defineDatasource",
    "getHostByName",
    "net.LookupIP",
    "net.LookupIPs",
];

impl Engine {
    /// Every component of the stacks that a test picks by name and manifest, abstract ones included, in the order of
    /// manifests. Only what is picked is merged.
    ///
    /// # Errors
    /// The first manifest or component that Atmos would refuse, picked or not.
    pub fn placed(&self, is_picked: impl Fn(&str, &str) -> bool + Sync) -> Result<Vec<Placed>> {
        let place = |manifest: &Arc<Stack>| -> Result<Vec<Placed>> {
            let mut placed = Vec::new();
            for (kind, name) in Self::listed(manifest) {
                let (stack, component) = if let Some(parts) = self.parts(manifest, kind, name)? {
                    let stack = parts.stack_name(NameRule::Listed)?;
                    if !is_picked(&stack, &manifest.file) {
                        parts.check()?;
                        continue;
                    }
                    (stack, parts.merge()?)
                } else {
                    let component = self.resolve(manifest, kind, name)?;
                    (self.listed_stack_name(&Naming::of(&component))?.into(), component)
                };
                if is_picked(&stack, &manifest.file) {
                    placed.push(Placed { stack, component });
                }
            }
            Ok(placed)
        };
        let found: Vec<Result<Vec<Placed>>> = self.stacks()?.par_iter().map(place).collect();
        let mut all = Vec::new();
        for stack in found {
            all.extend(stack?);
        }
        Ok(all)
    }

    /// The `depends_on` that stands in the component itself, beside its `vars`: an old form that Atmos still reads. Bases
    /// hand it down; a list replaces theirs.
    pub fn own_depends_on(&self, component: &Component) -> Option<Value> {
        let all = component.stack.components(&component.kind)?;
        let names = component.chain.iter().rev().chain([&component.name]);
        let layers: Vec<&Value> = names.filter_map(|name| all.get(name)?.get("depends_on")).collect();
        let last = layers.last()?;
        let whole = layers.iter().all(|layer| layer.as_map().is_some());
        Some(if whole { merge_all(layers, self.rules()) } else { (*last).clone() })
    }

    /// The values that merge with a YAML function only once it is evaluated: layers of a section that are not seen in it.
    pub fn waiting_values<'a>(&self, component: &'a Component) -> impl Iterator<Item = (&'static str, &'a Value)> {
        component.deferred.iter().flat_map(|(section, deferred)| deferred.values().map(move |value| (*section, value)))
    }

    /// Whether a text holds a template, as far as templates are switched on.
    pub fn is_template(&self, text: &str) -> bool {
        let settings = &self.settings.templates;
        settings.enabled && text.contains(&settings.left)
    }

    /// A text with its templates carried out, as far as no function asks the world; `None` where one would, or where
    /// rendering fails. A text without templates comes back as it is.
    pub fn render_offline(&self, text: &str, sections: &Value) -> Option<String> {
        if !self.is_template(text) {
            return Some(text.to_owned());
        }
        let functions = self.offline_functions();
        let template = self.offline_template(text, functions)?;
        template.render(sections, functions, MissingKey::Error).ok()
    }

    /// The calls of a template function in a text: `atmos.Component`, `atmos.Store`.
    pub fn calls_in(&self, text: &str, function: &str, sections: &Value) -> Vec<Called> {
        if !self.is_template(text) {
            return Vec::new();
        }
        let functions = self.offline_functions();
        let template = self.offline_template(text, functions);
        template.map(|template| template.calls(function, sections, functions)).unwrap_or_default()
    }

    fn offline_template(&self, text: &str, functions: &Functions) -> Option<Template> {
        let settings = &self.settings.templates;
        let options = ParseOptions { left: &settings.left, right: &settings.right };
        Template::parse("component", text, &options, functions).ok()
    }

    fn offline_functions(&self) -> &Functions {
        self.offline.get_or_init(|| {
            let mut functions = self.functions.of_components();
            for name in WORLD {
                functions.insert(name, |_| Err(CallError::new("the world outside is not asked here")));
            }
            functions
        })
    }

    /// The directory of the code that a component runs.
    pub fn code_dir(&self, component: &Component) -> PathBuf {
        let base = component.base();
        self.workspace.component_dir(&component.kind, if base.is_empty() { &component.name } else { base })
    }

    /// The name of a component's Terraform workspace, where it can be told.
    pub fn terraform_workspace(&self, component: &Component) -> Option<String> {
        let naming = Naming::of(component);
        let metadata = component.section("metadata").cloned().unwrap_or_else(Value::empty_map);
        let workspace = WorkspaceNaming {
            metadata: &metadata,
            context: NameContext::of(component.section("vars")),
            component: &component.name,
            base: component.base(),
            backend_type: component.section("backend_type").and_then(Value::as_str).unwrap_or_default(),
        };
        self.workspace_name(&naming, &workspace).ok()
    }

    /// What templates of a component see: its sections, and the names that Atmos adds.
    pub fn template_data(&self, placed: &Placed) -> Value {
        let mut sections = placed.component.sections.as_map().cloned().unwrap_or_else(Map::default);
        super::describe::add_names(&mut sections, &placed.component, &placed.stack);
        Value::map(sections)
    }
}

/// The functions of [`Engine::calls_in`] and [`Engine::render_offline`]; made when a template first needs them.
#[derive(Default)]
pub(super) struct Offline(OnceLock<Functions>);

impl Offline {
    fn get_or_init(&self, make: impl FnOnce() -> Functions) -> &Functions {
        self.0.get_or_init(make)
    }
}

impl std::fmt::Debug for Offline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Offline")
    }
}
