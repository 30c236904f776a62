//! Names that a component has elsewhere: its Spacelift stack and its Atlantis project.

use super::Engine;
use super::names::{NameContext, Naming};
use crate::error::Result;
use crate::hcl::Cause;
use crate::value::{Map, Value};
use crate::workspace::clean;
use std::path::{Path, PathBuf};

impl Engine {
    /// The names of a Terraform component in Spacelift and Atlantis, those that it has, by Atmos's keys.
    pub(crate) fn integration_names(&self, component: &str, stack: &str, sections: &Value) -> Map {
        let names = [
            ("spacelift_stack", self.spacelift_stack(component, stack, sections)),
            ("atlantis_project", self.atlantis_project(component, sections)),
        ];
        let given = names.into_iter().filter_map(|(key, name)| Some((key, name.filter(|n| !n.is_empty())?)));
        given.map(|(key, name)| (key, Value::from(name))).collect()
    }

    /// What a name pattern makes of context variables; nothing where stacks are not named by a pattern.
    ///
    /// # Errors
    /// A variable is missing.
    pub(crate) fn context_prefix(&self, vars: &Value, stack: &str) -> Result<Option<String>> {
        match (&self.settings.name_template, &self.settings.name_pattern) {
            (None, Some(pattern)) => NameContext::of(Some(vars)).by_pattern(pattern, stack).map(Some),
            _ => Ok(None),
        }
    }

    /// The directories of the local modules that the Terraform code of a directory calls. Atmos takes every call without
    /// version for one.
    ///
    /// # Errors
    /// Code that cannot be parsed; a directory that is not there has no modules.
    pub(crate) fn local_modules(&self, dir: &Path) -> Result<Vec<PathBuf>> {
        let module = self.modules.get(dir);
        if module.problems.iter().any(|p| p.cause == Cause::Missing) {
            return Ok(Vec::new());
        }
        if let Some(problem) = module.problems.first() {
            return Err(problem.error.clone());
        }
        let calls = module.module_calls.values().filter(|call| call.version.is_empty());
        Ok(calls.map(|call| clean(&dir.join(&call.source))).collect())
    }

    /// The directories of all modules that the Terraform code of a directory calls by a relative path, and of those that they
    /// call. Code that cannot be parsed calls nothing.
    ///
    /// # Errors
    /// The code of the directory itself cannot be parsed.
    pub(crate) fn all_local_modules(&self, dir: &Path) -> Result<Vec<PathBuf>> {
        self.local_modules(dir)?;
        let mut found: Vec<PathBuf> = Vec::new();
        let mut next = vec![dir.to_owned()];
        while let Some(dir) = next.pop() {
            for call in self.modules.get(&dir).module_calls.values() {
                let module = clean(&dir.join(&call.source));
                let is_local = call.source.starts_with("./") || call.source.starts_with("../");
                if is_local && !found.contains(&module) {
                    found.push(module.clone());
                    next.push(module);
                }
            }
        }
        Ok(found)
    }

    /// The Spacelift stack of a component with `settings.spacelift.workspace_enabled`: by `stack_name_pattern`, by
    /// `stack_name`, else the stack's name and the component's.
    pub(crate) fn spacelift_stack(&self, component: &str, stack: &str, sections: &Value) -> Option<String> {
        let settings = sections.dig(["settings", "spacelift"])?;
        if settings.get("workspace_enabled").and_then(Value::as_bool) != Some(true) {
            return None;
        }
        let name = component.replace('/', "-");
        let naming = Naming { file: stack, manifest_name: None, sections };
        let prefix = self.stack_name(&naming).ok()?;
        let text = |key: &str| settings.get(key).and_then(Value::as_str);
        if let Some(pattern) = text("stack_name_pattern") {
            return Some(NameContext::of(sections.get("vars")).fill(pattern, &name, ""));
        }
        Some(text("stack_name").map_or_else(|| format!("{prefix}-{name}").replace('/', "-"), str::to_string))
    }

    /// The Atlantis project of a component: the name of `settings.atlantis.project_template`, or of the template of
    /// atmos.yaml that `project_template_name` names.
    pub(crate) fn atlantis_project(&self, component: &str, sections: &Value) -> Option<String> {
        let settings = sections.dig(["settings", "atlantis"])?;
        let own = settings.get("project_template").filter(|t| t.as_map().is_some());
        let template = own.or_else(|| {
            let name = settings.get("project_template_name").and_then(Value::as_str)?;
            self.workspace.config.dig(["integrations", "atlantis", "project_templates", name])
        })?;
        let pattern = template.get("name").and_then(Value::as_str).filter(|n| !n.is_empty())?;
        Some(NameContext::of(sections.get("vars")).fill(pattern, &component.replace('/', "-"), ""))
    }
}
