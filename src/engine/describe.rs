//! The answers of `describe stacks` and `describe component`.

use super::component::Component;
use super::evaluate::Pass;
use super::keys::key;
use super::names::{NameContext, Naming, WorkspaceNaming};
use super::sections::{Kind, is_written};
use super::stack::Stack;
use super::{Engine, sources};
use crate::error::{Error, Result};
use crate::hcl::Printed;
use crate::text::did_you_mean;
use crate::value::{Key, Map, Value};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What `describe stacks` shows.
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

/// What `describe component` shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ComponentView {
    /// The sections that manifests can set.
    #[default]
    Schema,
    /// Everything, with what Atmos computes.
    Full,
}

/// The keys of a component that [`ComponentView::Schema`] keeps.
const SCHEMA_KEYS: [&str; 11] = [
    "vars",
    "settings",
    "env",
    "backend",
    "metadata",
    "overrides",
    "providers",
    "imports",
    "dependencies",
    "component",
    "hooks",
];

/// The types in the order in which `describe component` looks for a name; the last two are custom to the merge.
const SEARCHED: [&str; 8] =
    ["terraform", "helmfile", "packer", "ansible", "container", "emulator", "kubernetes", "helm"];

/// A component in a stack, named.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The stack's name.
    pub stack: String,
    /// The component as it was merged.
    pub component: Component,
    /// The answer: sections rendered and evaluated, with what Atmos adds.
    pub sections: Value,
}

/// A component with all that Atmos adds before templates are rendered.
pub(crate) struct Prepared {
    pub sections: Value,
    pub sources: Value,
    pub pass: Pass,
}

impl Instance {
    /// The sections of the answer that manifests can set.
    pub fn written(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.sections.as_map().into_iter().flat_map(Map::iter).filter(|(key, _)| is_written(&key.name))
    }
}

impl Engine {
    /// The components of a stack's types, as `describe stacks` orders them.
    pub(super) fn listed(stack: &Stack) -> impl Iterator<Item = (&'static str, &Arc<str>)> {
        const LISTED: [&str; 8] =
            ["terraform", "helmfile", "packer", "ansible", "kubernetes", "helm", "container", "emulator"];
        LISTED.into_iter().flat_map(|kind| {
            stack.components(kind).into_iter().flat_map(Map::iter).map(move |(key, _)| (kind, &key.name))
        })
    }

    /// Every component of every stack that a filter lets through, resolved, rendered and evaluated.
    ///
    /// # Errors
    /// The first component, in the order of manifests, that Atmos would refuse.
    pub fn instances(&self, filter: &StacksFilter) -> Result<Vec<Instance>> {
        self.instances_of(self.stacks()?, filter)
    }

    /// Those of some stacks alone.
    ///
    /// # Errors
    /// As [`Engine::instances`].
    pub fn instances_of(&self, stacks: &[Arc<Stack>], filter: &StacksFilter) -> Result<Vec<Instance>> {
        let found: Vec<Result<Vec<Instance>>> =
            stacks.par_iter().map(|stack| self.stack_instances(stack, filter)).collect();
        let mut instances = Vec::new();
        for stack in found {
            instances.extend(stack?);
        }
        Ok(instances)
    }

    /// The names under which `describe stacks` lists the components of a stack: one as a rule.
    ///
    /// # Errors
    /// A component that Atmos would refuse.
    pub fn names_of(&self, stack: &Arc<Stack>) -> Result<FxHashSet<String>> {
        let mut names = FxHashSet::default();
        for (kind, name) in Self::listed(stack) {
            let component = self.resolve(stack, kind, name)?;
            let naming =
                Naming { file: &stack.file, manifest_name: stack.manifest_name(), sections: &component.sections };
            names.insert(self.listed_stack_name(&naming)?);
        }
        Ok(names)
    }

    fn stack_instances(&self, stack: &Arc<Stack>, filter: &StacksFilter) -> Result<Vec<Instance>> {
        let mut instances = Vec::new();
        for (kind, name) in Self::listed(stack) {
            let component = self.resolve(stack, kind, name)?;
            if !filter.component_types.is_empty() && !filter.component_types.iter().any(|t| t == kind) {
                continue;
            }
            let base = component.section("component").and_then(Value::as_str).unwrap_or_default();
            let wanted = |n: &str| filter.components.iter().any(|c| c == n);
            let included = filter.components.is_empty() || wanted(name) || wanted(base);
            let naming =
                Naming { file: &stack.file, manifest_name: stack.manifest_name(), sections: &component.sections };
            let stack_name = self.listed_stack_name(&naming)?;
            if filter.stack.as_deref().is_some_and(|s| s != &*stack.file && s != stack_name) || !included {
                continue;
            }
            let sections = self.describe_in_list(&component, &naming, &stack_name)?;
            instances.push(Instance { stack: stack_name, component, sections });
        }
        Ok(instances)
    }

    /// The sections of a component as `describe stacks` prints them.
    fn describe_in_list(&self, component: &Component, naming: &Naming<'_>, stack_name: &str) -> Result<Value> {
        let mut sections = component.sections.as_map().cloned().unwrap_or_default();
        add_names(&mut sections, component, stack_name);
        if &*component.kind == Kind::Terraform.name() {
            // Here Atmos prefers a fixed workspace to a pattern, and fills patterns only where stacks are named by one.
            let mut metadata = component.section("metadata").cloned().unwrap_or_else(Value::empty_map);
            if metadata.get("terraform_workspace").is_some_and(|w| w.as_str().is_some())
                && let Some(map) = metadata.as_map()
            {
                let mut map = map.clone();
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
            sections.insert(key("workspace"), Value::from(self.workspace_name(naming, &workspace)?));
        }
        sections.insert(key("component_info"), self.listed_component_info(component));
        self.finish(component, &Value::map(sections).with_span(component.sections.span), stack_name, &self.pass())
    }

    /// Renders templates and evaluates functions; mocks are left alone, whatever they hold.
    fn finish(&self, component: &Component, sections: &Value, stack_name: &str, pass: &Pass) -> Result<Value> {
        let mut map = sections.as_map().cloned().unwrap_or_default();
        let mocks = map.remove("mocks");
        let mut value = Value::map(map).with_span(sections.span);
        let mut data = None;
        if pass.options.process_templates {
            data = Some(value.clone());
            value = self.render_all(&value, stack_name, pass)?;
        }
        if pass.options.process_functions {
            value = self.evaluate_sections(component, &value, stack_name, data.as_ref(), pass)?;
        }
        if let Some(mocks) = mocks {
            super::import::set(&mut value, "mocks", mocks);
        }
        Ok(value)
    }

    /// Renders the templates of all sections.
    pub(crate) fn render_all(&self, sections: &Value, stack_name: &str, pass: &Pass) -> Result<Value> {
        let mut value = self.render_sections(sections, stack_name, pass)?;
        // The text that Atmos renders has no null lists.
        if value.get("inheritance").is_some_and(Value::is_null) {
            super::import::set(&mut value, "inheritance", Value::seq(Vec::new()));
        }
        Ok(value)
    }

    fn listed_component_info(&self, component: &Component) -> Value {
        let kind = &*component.kind;
        let mut info = Map::from_iter([("component_type", Value::from(kind))]);
        let base_path = match kind {
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
            let path = super::import::clean(&std::path::Path::new(base_path).join(prefix).join(name));
            info.insert("component_path", Value::from(path.to_string_lossy().into_owned()));
        }
        Value::map(info)
    }

    /// What `describe stacks` prints: stacks by name, in them components by type and name.
    ///
    /// # Errors
    /// Whatever Atmos refuses: manifests against the schema, duplicate components, anything that cannot be resolved.
    pub fn describe_stacks(&self, filter: &StacksFilter) -> Result<Value> {
        self.validate_stacks()?;
        let mut stacks = Map::default();
        if filter.include_empty {
            for stack in self.stacks()? {
                let unnamed = self.settings.name_template.is_none() && self.settings.name_pattern.is_none();
                let name = stack.manifest_name().or(unnamed.then_some(&stack.file));
                if let Some(name) =
                    name.filter(|n| filter.stack.as_deref().is_none_or(|s| s == *n || s == &*stack.file))
                {
                    stacks.insert(name, Value::map(Map::from_iter([("components", Value::empty_map())])));
                }
            }
        }
        self.add_instances(&mut stacks, self.instances(filter)?, filter);
        if !filter.include_empty {
            return Ok(shown_stacks(stacks));
        }
        Ok(Value::map(stacks))
    }

    /// Instances as `describe stacks` prints them, stacks without components left out.
    pub fn stacks_of(&self, instances: Vec<Instance>, filter: &StacksFilter) -> Value {
        let mut stacks = Map::default();
        self.add_instances(&mut stacks, instances, filter);
        shown_stacks(stacks)
    }

    fn add_instances(&self, stacks: &mut Map, instances: Vec<Instance>, filter: &StacksFilter) {
        for instance in instances {
            let keep_empty = self.settings.include_empty || &*instance.component.kind != "terraform";
            let kept = |name: &str, value: &Value| {
                (filter.sections.is_empty() || filter.sections.iter().any(|s| s == name))
                    && (keep_empty || value.as_map().is_none_or(|m| !m.is_empty()))
            };
            let all = filter.sections.is_empty() && keep_empty;
            let shown = if all {
                instance.sections
            } else {
                Value::map(
                    instance
                        .sections
                        .as_map()
                        .into_iter()
                        .flat_map(Map::iter)
                        .filter(|(k, v)| kept(&k.name, v))
                        .map(|(k, v)| (k.clone(), v.clone()))
                        .collect(),
                )
            };
            put(stacks, &[&instance.stack, "components", &instance.component.kind, &instance.component.name], shown);
        }
    }

    /// What `describe component` prints.
    ///
    /// # Errors
    /// An unknown component or stack, and whatever of the repository Atmos refuses.
    pub fn describe_component(&self, name: &str, stack: &str, view: ComponentView) -> Result<Value> {
        self.describe_as(&self.find_component(name, stack)?, stack, view)
    }

    /// What `describe component` prints of a component that is found.
    ///
    /// # Errors
    /// Templates and functions that fail.
    pub fn describe_as(&self, component: &Component, stack: &str, view: ComponentView) -> Result<Value> {
        let name = &*component.name;
        let (value, sources) = self.describe_found(component, stack, &self.pass())?;
        let mut shown = value.as_map().cloned().unwrap_or_default();
        if view == ComponentView::Schema {
            return Ok(Value::map(shown.into_iter().filter(|(k, _)| SCHEMA_KEYS.contains(&&*k.name)).collect()));
        }
        let names = [
            ("spacelift_stack", self.spacelift_stack(name, stack, &component.sections)),
            ("atlantis_project", self.atlantis_project(name, &component.sections)),
        ];
        for (key, found) in names {
            if let Some(found) = found.filter(|n| !n.is_empty()) {
                shown.insert(key, Value::from(found));
            }
        }
        shown.insert("sources", sources);
        shown.insert("component_type", Value::str(Arc::clone(&component.kind)));
        shown.insert("component_info", self.component_info(component)?);
        shown.insert("cli_args", Value::seq(vec![Value::from("describe"), Value::from("component")]));
        shown.insert("tf_cli_vars", Value::empty_map());
        shown.insert("atmos_cli_config", self.workspace.cli_config());
        Ok(Value::map(shown))
    }

    /// All sections of a component that `describe component` can show.
    ///
    /// # Errors
    /// As [`Engine::describe_component`].
    pub fn describe_sections(&self, name: &str, stack: &str) -> Result<Value> {
        let component = self.find_component(name, stack)?;
        self.describe_found(&component, stack, &self.pass()).map(|(sections, _)| sections)
    }

    /// The directory of a component's code as the configuration writes it: base path, folder of the type, and `component` or
    /// else `fallback`. Empty for types whose code Atmos does not look for there.
    pub fn relative_component_path(&self, kind: &str, sections: &Value, fallback: &str) -> String {
        let text =
            |path: &[&str]| self.workspace.config.dig(path.iter().copied()).and_then(Value::as_str).unwrap_or_default();
        let component = sections.get("component").and_then(Value::as_str).filter(|c| !c.is_empty()).unwrap_or(fallback);
        if component.is_empty() || !matches!(kind, "terraform" | "helmfile" | "packer") {
            return String::new();
        }
        let path =
            std::path::Path::new(text(&["base_path"])).join(text(&["components", kind, "base_path"])).join(component);
        super::import::clean(&path).to_string_lossy().into_owned()
    }

    /// The sections of a found component as `describe component` makes them, and its `sources`.
    pub(crate) fn describe_found(&self, component: &Component, stack: &str, pass: &Pass) -> Result<(Value, Value)> {
        let Prepared { sections, sources, pass } = self.prepare(component, stack, pass)?;
        let value = self.finish(component, &sections, stack, &pass)?;
        Ok((value, sources))
    }

    /// The sections of a found component with all that Atmos adds before templates are rendered.
    pub(crate) fn prepare(&self, component: &Component, stack: &str, pass: &Pass) -> Result<Prepared> {
        let mut sections = component.sections.as_map().cloned().unwrap_or_default();
        add_names(&mut sections, component, stack);
        if sections.get("auth").and_then(Value::as_map).is_none_or(Map::is_empty) {
            let inherited = self.workspace.inherited_auth();
            if inherited.as_map().is_some_and(|m| !m.is_empty()) {
                sections.insert("auth", inherited);
            }
        }
        let imports = component.stack.imports.iter().map(|i| Value::str(Arc::clone(&i.name))).collect();
        sections.insert("imports", Value::seq(imports));
        let file = if self.is_unnamed(&component.stack) { stack } else { &component.stack.file };
        let naming = Naming { file, manifest_name: component.stack.manifest_name(), sections: &component.sections };
        let metadata = component.section("metadata").cloned().unwrap_or_else(Value::empty_map);
        let has_context = naming.manifest_name.is_some()
            || (self.settings.name_template.is_none() && self.settings.name_pattern.is_some());
        let context = if has_context { NameContext::of(component.section("vars")) } else { NameContext::default() };
        let backend_type = component.section("backend_type").and_then(Value::as_str).unwrap_or_default();
        let workspace = WorkspaceNaming {
            metadata: &metadata,
            context,
            component: &component.name,
            base: component.base(),
            backend_type,
        };
        sections.insert(key("workspace"), Value::from(self.workspace_name(&naming, &workspace)?));
        let sources = sources::of(component);
        let track = component.stack.merged.dig(["version", "track"]).and_then(Value::as_str).map(str::to_string);
        sections.insert("deps", sources.deps);
        sections.insert("deps_all", sources.deps_all);
        Ok(Prepared {
            sections: Value::map(sections).with_span(component.sections.span),
            sources: sources.sources,
            pass: Pass { track, ..pass.clone() },
        })
    }

    fn is_unnamed(&self, stack: &Stack) -> bool {
        stack.manifest_name().is_none() && self.settings.name_template.is_none() && self.settings.name_pattern.is_none()
    }

    /// `component_info` with the Terraform code that the component runs.
    fn component_info(&self, component: &Component) -> Result<Value> {
        let kind = &*component.kind;
        let mut info = Map::from_iter([("component_type", Value::from(kind))]);
        if matches!(kind, "terraform" | "helmfile" | "packer") {
            let base = component.base();
            let dir = self.workspace.component_dir(kind, if base.is_empty() { &component.name } else { base });
            info.insert("component_path", Value::from(dir.to_string_lossy().into_owned()));
            if kind == "terraform" {
                let printed = self.modules.get(&dir).printed()?;
                if matches!(printed, Printed::Skipped) {
                    info.insert("validation_skipped_module_source_interpolation", Value::from(true));
                }
                info.insert(
                    "terraform_config",
                    if let Printed::Config(config) = printed { config } else { Value::NULL },
                );
            }
        }
        Ok(Value::map(info))
    }

    /// The component of a name in a stack of a name.
    ///
    /// A stack may be given by its name, or, with a slash, by its manifest.
    ///
    /// # Errors
    /// No such component, or two manifests of the stack define it differently.
    pub fn find_component(&self, name: &str, stack: &str) -> Result<Component> {
        if let Some(found) = self.find_by_manifest(name, stack)? {
            return Ok(found);
        }
        let stacks = self.stacks()?;
        self.check_all()?;
        for kind in SEARCHED {
            let mut found: Vec<Component> = Vec::new();
            for candidate in stacks.iter().filter(|s| s.components(kind).is_some_and(|c| c.contains(name))) {
                let component = self.resolve(candidate, kind, name)?;
                let naming = Naming {
                    file: &candidate.file,
                    manifest_name: candidate.manifest_name(),
                    sections: &component.sections,
                };
                if self.stack_name(&naming).is_ok_and(|n| n == stack) {
                    found.push(component);
                }
            }
            match &found[..] {
                [] => {}
                [_] => return Ok(found.remove(0)),
                [first, others @ ..] => {
                    if let Some(other) = others.iter().find(|o| o.sections != first.sections) {
                        return Err(Error::new(format!(
                            "the component `{name}` is defined twice in the stack `{stack}`, and differently"
                        ))
                        .at(other.sections.span)
                        .note(format!("in `{}` and in `{}`", first.stack.file, other.stack.file)));
                    }
                    return Ok(found.remove(0));
                }
            }
        }
        Err(self.unknown_component(name, stack))
    }

    /// A stack given with a slash that ends the path of a manifest is that manifest, and only its full name works.
    fn find_by_manifest(&self, name: &str, stack: &str) -> Result<Option<Component>> {
        if stack.find('/').is_none_or(|at| at == 0) {
            return Ok(None);
        }
        let files = self.workspace.stack_files()?;
        let is_named = |path: &std::path::Path| {
            let path = path.to_string_lossy();
            ["", ".tmpl"]
                .iter()
                .any(|t| path.ends_with(&format!("{stack}.yaml{t}")) || path.ends_with(&format!("{stack}.yml{t}")))
        };
        let Some(path) = files.iter().find(|p| is_named(p)) else { return Ok(None) };
        let loaded = self.load_stack(path)?;
        for kind in SEARCHED {
            for other in Self::listed(&loaded).filter(|(k, _)| *k == kind) {
                self.resolve(&loaded, kind, other.1)?;
            }
        }
        for kind in SEARCHED {
            if &*loaded.file == stack && loaded.components(kind).is_some_and(|c| c.contains(name)) {
                return self.resolve(&loaded, kind, name).map(Some);
            }
        }
        Err(self.unknown_component(name, stack))
    }

    /// Refuses a repository in which any component cannot be resolved: Atmos merges all before it answers about one.
    pub(crate) fn check_all(&self) -> Result<()> {
        let results: Vec<Result<()>> = self
            .stacks()?
            .par_iter()
            .map(|stack| Self::listed(stack).try_for_each(|(kind, name)| self.resolve(stack, kind, name).map(drop)))
            .collect();
        results.into_iter().collect()
    }

    fn unknown_component(&self, name: &str, stack: &str) -> Error {
        let stacks = self.stacks().unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        let mut components: Vec<&str> = Vec::new();
        for candidate in stacks {
            for (kind, component) in Self::listed(candidate) {
                let Ok(resolved) = self.resolve(candidate, kind, component) else { continue };
                let naming = Naming {
                    file: &candidate.file,
                    manifest_name: candidate.manifest_name(),
                    sections: &resolved.sections,
                };
                let Ok(found) = self.stack_name(&naming) else { continue };
                if found == stack {
                    components.push(component);
                }
                if !names.contains(&found) {
                    names.push(found);
                }
            }
        }
        if components.is_empty() {
            return Error::new(format!("no stack is called `{stack}`"))
                .maybe_hint(did_you_mean(stack, names.iter().map(String::as_str)))
                .hint("`gaia list stacks` shows all");
        }
        Error::new(format!("the stack `{stack}` has no component `{name}`"))
            .maybe_hint(did_you_mean(name, components))
            .hint(format!("`gaia list components -s {stack}` shows all"))
    }
}

/// The names that Atmos writes into every component.
fn add_names(sections: &mut Map, component: &Component, stack: &str) {
    sections.insert(key("atmos_component"), Value::str(Arc::clone(&component.name)));
    let stack = Value::from(stack);
    sections.insert(key("atmos_stack"), stack.clone());
    sections.insert(key("stack"), stack);
    sections.insert(key("atmos_stack_file"), Value::str(Arc::clone(&component.stack.file)));
    sections.insert(key("atmos_manifest"), Value::str(Arc::clone(&component.stack.file)));
}

/// Puts a value at a path of keys; keys of a map that is there already are joined with it.
fn put(into: &mut Map, path: &[&str], value: Value) {
    let Some((key, rest)) = path.split_first() else { return };
    if rest.is_empty() {
        match (into.get_mut(key).map(|v| &mut v.data), value.as_map()) {
            (Some(crate::value::Data::Map(present)), Some(map)) => {
                Arc::make_mut(present).extend(map.iter().map(|(k, v)| (k.clone(), v.clone())));
            }
            _ => {
                into.insert(*key, value);
            }
        }
        return;
    }
    if !into.contains(key) {
        into.insert(*key, Value::empty_map());
    }
    if let Some(crate::value::Data::Map(next)) = into.get_mut(key).map(|v| &mut v.data) {
        put(Arc::make_mut(next), rest, value);
    }
}

/// The stacks that have a name and something to show.
fn shown_stacks(stacks: Map) -> Value {
    let shown = stacks.into_iter().filter(|(name, stack)| !name.name.is_empty() && has_content(stack));
    Value::map(shown.collect())
}

/// Whether any component of a described stack has a section.
fn has_content(stack: &Value) -> bool {
    let types = stack.get("components").and_then(Value::as_map);
    types
        .into_iter()
        .flat_map(Map::values)
        .filter_map(Value::as_map)
        .flat_map(Map::values)
        .any(|c| c.as_map().is_some_and(|m| !m.is_empty()))
}
