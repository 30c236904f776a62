//! Names that a component has elsewhere: its Spacelift stack and its Atlantis project.

use super::Engine;
use super::names::{NameContext, Naming};
use crate::value::Value;

impl Engine {
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
