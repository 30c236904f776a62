//! The answer of `describe component`.

use super::component::Component;
use super::evaluate::Pass;
use super::keys::key;
use super::names::{NameContext, NameRule, Naming, WorkspaceNaming};
use super::stack::Stack;
use super::{Engine, sources};
use crate::error::{Error, Result};
use crate::hcl::Printed;
use crate::text::did_you_mean;
use crate::value::{Data, Map, Value};
use rayon::prelude::*;
use std::sync::Arc;

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

/// A component with all that Atmos adds before templates are rendered.
pub(crate) struct Prepared {
    pub sections: Value,
    pub sources: Value,
    pub pass: Pass,
}

impl Engine {
    /// Renders templates and evaluates functions; mocks are left alone, whatever they hold.
    pub(crate) fn finish(
        &self,
        component: &Component,
        sections: &Value,
        stack_name: &str,
        pass: &Pass,
    ) -> Result<Value> {
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
            value.set("mocks", mocks);
        }
        Ok(value)
    }

    /// Renders the templates of all sections.
    pub(crate) fn render_all(&self, sections: &Value, stack_name: &str, pass: &Pass) -> Result<Value> {
        let mut value = self.render_sections(sections, stack_name, pass)?;
        if value.get("inheritance").is_some_and(Value::is_null)
            && let Data::Map(map) = &mut value.data
        {
            fill_inheritance(Arc::make_mut(map));
        }
        Ok(value)
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
        super::targets::clean(&path).to_string_lossy().into_owned()
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
            let dir = self.code_dir(component);
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
                if self.stack_of(candidate, kind, name, NameRule::Described)?.is_ok_and(|n| &*n == stack) {
                    found.push(self.resolve(candidate, kind, name)?);
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

    /// The name of the stack that a component of a manifest is in, by one of the rules.
    ///
    /// # Errors
    /// The component cannot be resolved; within that, it has no name.
    pub(crate) fn stack_of(
        &self,
        stack: &Arc<Stack>,
        kind: &str,
        name: &str,
        rule: NameRule,
    ) -> Result<Result<Arc<str>>> {
        Ok(match self.parts(stack, kind, name)? {
            Some(parts) => parts.stack_name(rule),
            None => self.stack_name_by(rule, &Naming::of(&self.resolve(stack, kind, name)?)).map(Arc::from),
        })
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
                self.check(&loaded, kind, other.1)?;
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
            .map(|stack| Self::listed(stack).try_for_each(|(kind, name)| self.check(stack, kind, name)))
            .collect();
        results.into_iter().collect()
    }

    fn unknown_component(&self, name: &str, stack: &str) -> Error {
        let stacks = self.stacks().unwrap_or_default();
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut components: Vec<&str> = Vec::new();
        for candidate in stacks {
            for (kind, component) in Self::listed(candidate) {
                let Ok(Ok(found)) = self.stack_of(candidate, kind, component, NameRule::Described) else { continue };
                if &*found == stack {
                    components.push(component);
                }
                if names.last() != Some(&found) && !names.contains(&found) {
                    names.push(found);
                }
            }
        }
        if components.is_empty() {
            return Error::new(format!("no stack is called `{stack}`"))
                .maybe_hint(did_you_mean(stack, names.iter().map(|n| &**n)))
                .hint("`gaia list stacks` shows all");
        }
        Error::new(format!("the stack `{stack}` has no component `{name}`"))
            .maybe_hint(did_you_mean(name, components))
            .hint(format!("`gaia list components -s {stack}` shows all"))
    }
}

/// The text that Atmos renders has no null lists: what rendering leaves of `inheritance`.
pub(crate) fn fill_inheritance(sections: &mut Map) {
    if let Some(inheritance) = sections.get_mut("inheritance").filter(|i| i.is_null()) {
        *inheritance = Value::seq(Vec::new());
    }
}

/// The names that Atmos writes into every component.
pub(crate) fn add_names(sections: &mut Map, component: &Component, stack: &str) {
    sections.insert(key("atmos_component"), Value::str(Arc::clone(&component.name)));
    let stack = Value::from(stack);
    sections.insert(key("atmos_stack"), stack.clone());
    sections.insert(key("stack"), stack);
    sections.insert(key("atmos_stack_file"), Value::str(Arc::clone(&component.stack.file)));
    sections.insert(key("atmos_manifest"), Value::str(Arc::clone(&component.stack.file)));
}
