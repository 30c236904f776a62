//! The components of all stacks: their names first, and the sections of each when somebody asks for them.

use super::Engine;
use super::component::Component;
use super::inert::is_inert_text;
use super::keys::key;
use super::names::{NameContext, NameRule, Naming, WorkspaceNaming};
use super::parts::Parts;
use super::sections::{KINDS, is_written};
use super::stack::Stack;
use crate::error::Result;
use crate::value::{Key, Map, Value};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Which components of which stacks are looked at, and what `describe stacks` shows of them.
#[derive(Clone, Debug, Default)]
pub struct StacksFilter {
    /// One stack, by its name or its manifest.
    pub stack: Option<String>,
    /// Some components, and those that run their code.
    pub components: Vec<String>,
    /// Some component types.
    pub component_types: Vec<String>,
    /// Some sections.
    pub sections: Vec<String>,
    /// Stacks without components too.
    pub include_empty: bool,
}

/// A component in a stack, by name. [`Engine::sections`] has the rest.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The stack's name.
    pub stack: Arc<str>,
    /// The component's type.
    pub kind: &'static str,
    /// The component's name.
    pub name: Arc<str>,
    manifest: Arc<Stack>,
    /// The sections, where templates or YAML functions had to make them: both run once.
    sections: Option<Value>,
}

/// A component in a stack, with its sections.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The stack's name.
    pub stack: String,
    /// The component as it was merged.
    pub component: Component,
    /// The answer: sections rendered and evaluated, with what Atmos adds.
    pub sections: Value,
}

impl Instance {
    /// The sections of the answer that manifests can set.
    pub fn written(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.sections.as_map().into_iter().flat_map(Map::iter).filter(|(key, _)| is_written(&key.name))
    }
}

/// The name of a component's stack, and the component if it must be rendered and evaluated.
type Chosen = (Arc<str>, Option<Component>);

impl StacksFilter {
    fn has_kind(&self, kind: &str) -> bool {
        self.component_types.is_empty() || self.component_types.iter().any(|t| t == kind)
    }

    fn has_component(&self, name: &str, base: &str) -> bool {
        self.components.is_empty() || self.components.iter().any(|c| c == name || c == base)
    }

    pub(super) fn has_stack(&self, file: &str, name: &str) -> bool {
        self.stack.as_deref().is_none_or(|s| s == file || s == name)
    }
}

impl Engine {
    /// The components of a stack's types, as `describe stacks` orders them.
    pub(crate) fn listed(stack: &Stack) -> impl Iterator<Item = (&'static str, &Arc<str>)> {
        KINDS.into_iter().flat_map(|kind| {
            stack.components(kind).into_iter().flat_map(Map::iter).map(move |(key, _)| (kind, &key.name))
        })
    }

    /// Every component of every stack that a filter lets through, in the order of manifests.
    ///
    /// # Errors
    /// The first component that Atmos would refuse, whether the filter lets it through or not; of those that it does, the
    /// first whose templates or functions fail.
    pub fn list(&self, filter: &StacksFilter) -> Result<Vec<Listed>> {
        self.list_of(self.stacks()?, filter)
    }

    fn list_of(&self, stacks: &[Arc<Stack>], filter: &StacksFilter) -> Result<Vec<Listed>> {
        let found: Vec<Result<Vec<Listed>>> = stacks.par_iter().map(|stack| self.list_stack(stack, filter)).collect();
        let mut all = Vec::new();
        for stack in found {
            all.extend(stack?);
        }
        Ok(all)
    }

    /// The names under which `describe stacks` lists the components of a stack: one as a rule.
    ///
    /// # Errors
    /// A component that Atmos would refuse.
    pub fn names_of(&self, stack: &Arc<Stack>) -> Result<FxHashSet<String>> {
        let mut names = FxHashSet::default();
        for (kind, name) in Self::listed(stack) {
            match self.parts(stack, kind, name)? {
                Some(parts) => {
                    parts.check()?;
                    names.insert(parts.stack_name(NameRule::Listed)?.to_string());
                }
                None => {
                    names.insert(self.listed_stack_name(&Naming::of(&self.resolve(stack, kind, name)?))?);
                }
            }
        }
        Ok(names)
    }

    fn list_stack(&self, stack: &Arc<Stack>, filter: &StacksFilter) -> Result<Vec<Listed>> {
        let mut found = Vec::new();
        for (kind, name) in Self::listed(stack) {
            let chosen = match self.parts(stack, kind, name)? {
                Some(parts) => self.choose(&parts, filter)?,
                None => self.choose_custom(self.resolve(stack, kind, name)?, filter)?,
            };
            let Some((stack_name, merged)) = chosen else { continue };
            let sections = merged.map(|component| self.list_sections(component, &stack_name, false)).transpose()?;
            let name = Arc::clone(name);
            found.push(Listed { stack: stack_name, kind, name, manifest: Arc::clone(stack), sections });
        }
        Ok(found)
    }

    /// The stack's name of a component that a filter lets through, and the component unless it is inert.
    fn choose(&self, parts: &Parts<'_>, filter: &StacksFilter) -> Result<Option<Chosen>> {
        if !filter.has_kind(parts.kind.name()) {
            parts.check()?;
            return Ok(None);
        }
        let stack = parts.stack_name(NameRule::Listed)?;
        let is_wanted =
            filter.has_stack(&parts.stack.file, &stack) && filter.has_component(parts.name, &parts.base_name);
        if is_wanted && !(parts.is_inert() && is_inert_text(&stack, &self.settings.templates.left)) {
            return Ok(Some((stack, Some(parts.merge()?))));
        }
        parts.check()?;
        Ok(is_wanted.then_some((stack, None)))
    }

    /// As [`Engine::choose`], for a component of a custom type.
    fn choose_custom(&self, component: Component, filter: &StacksFilter) -> Result<Option<Chosen>> {
        if !filter.has_kind(&component.kind) {
            return Ok(None);
        }
        let stack: Arc<str> = self.listed_stack_name(&Naming::of(&component))?.into();
        let base = component.section("component").and_then(Value::as_str).unwrap_or_default();
        let is_wanted = filter.has_stack(&component.stack.file, &stack) && filter.has_component(&component.name, base);
        Ok(is_wanted.then_some((stack, Some(component))))
    }

    /// The sections of a listed component as `describe stacks` prints them: rendered, evaluated, with what Atmos adds.
    ///
    /// # Errors
    /// None that [`Engine::list`] would not have found.
    pub fn sections(&self, listed: &Listed) -> Result<Value> {
        if let Some(sections) = &listed.sections {
            return Ok(sections.clone());
        }
        let component = self.resolve(&listed.manifest, listed.kind, &listed.name)?;
        self.list_sections(component, &listed.stack, true)
    }

    /// Every component of every stack that a filter lets through, resolved, rendered and evaluated.
    ///
    /// # Errors
    /// As [`Engine::list`].
    pub fn instances(&self, filter: &StacksFilter) -> Result<Vec<Instance>> {
        self.instances_of(self.stacks()?, filter)
    }

    /// Those of some stacks alone.
    ///
    /// # Errors
    /// As [`Engine::list`].
    pub fn instances_of(&self, stacks: &[Arc<Stack>], filter: &StacksFilter) -> Result<Vec<Instance>> {
        let found: Vec<Result<Instance>> = self
            .list_of(stacks, filter)?
            .into_par_iter()
            .map(|listed| {
                let component = self.resolve(&listed.manifest, listed.kind, &listed.name)?;
                let sections = match listed.sections {
                    Some(sections) => sections,
                    None => self.list_sections(component.clone(), &listed.stack, true)?,
                };
                Ok(Instance { stack: listed.stack.to_string(), component, sections })
            })
            .collect();
        found.into_iter().collect()
    }

    /// The sections of a component as `describe stacks` prints them. Those of an inert one are only put together.
    fn list_sections(&self, mut component: Component, stack_name: &str, is_inert: bool) -> Result<Value> {
        let workspace = match &*component.kind {
            "terraform" => Some(self.listed_workspace(&component)?),
            _ => None,
        };
        let info = self.listed_component_info(&component);
        let span = component.sections.span;
        let merged = if is_inert { std::mem::take(&mut component.sections) } else { component.sections.clone() };
        let mut sections = merged.into_map();
        super::describe::add_names(&mut sections, &component, stack_name);
        if let Some(workspace) = workspace {
            sections.insert(key("workspace"), Value::from(workspace));
        }
        sections.insert(key("component_info"), info);
        if !is_inert {
            return self.finish(&component, &Value::map(sections).with_span(span), stack_name, &self.pass());
        }
        if self.options.process_templates {
            super::describe::fill_inheritance(&mut sections);
        }
        Ok(Value::map(sections).with_span(span))
    }

    /// The Terraform workspace in lists: here Atmos prefers a fixed one to a pattern, and fills patterns only where stacks
    /// are named by one.
    fn listed_workspace(&self, component: &Component) -> Result<String> {
        let naming = Naming::of(component);
        let mut metadata = component.section("metadata").cloned().unwrap_or_else(Value::empty_map);
        if metadata.get("terraform_workspace").is_some_and(|w| w.as_str().is_some()) {
            let mut map = metadata.into_map();
            map.remove("terraform_workspace_pattern");
            map.remove("terraform_workspace_template");
            metadata = Value::map(map);
        }
        let by_pattern = naming.manifest_name.is_none()
            && self.settings.name_template.is_none()
            && self.settings.name_pattern.is_some();
        let context = if by_pattern { NameContext::of(component.section("vars")) } else { NameContext::default() };
        let backend_type = component.section("backend_type").and_then(Value::as_str).unwrap_or_default();
        let workspace = WorkspaceNaming { metadata: &metadata, context, component: "", base: "", backend_type };
        self.workspace_name(&naming, &workspace)
    }

    fn listed_component_info(&self, component: &Component) -> Value {
        let kind = &component.kind;
        let mut info = Map::from_iter([(key("component_type"), Value::str(Arc::clone(kind)))]);
        let base_path = match &**kind {
            "terraform" | "helmfile" | "packer" | "ansible" => {
                self.workspace.config.dig(["components", kind, "base_path"]).and_then(Value::as_str).unwrap_or_default()
            }
            "container" => "components/container",
            _ => "",
        };
        let name = component.section("component").and_then(Value::as_str).unwrap_or_default();
        if !base_path.is_empty() && !name.is_empty() {
            let prefix = component
                .sections
                .dig(["metadata", "component_folder_prefix"])
                .and_then(Value::as_str)
                .unwrap_or_default()
                .trim();
            let path = super::targets::clean(&std::path::Path::new(base_path).join(prefix).join(name));
            info.insert(key("component_path"), Value::from(path.to_string_lossy().into_owned()));
        }
        Value::map(info)
    }
}
