//! Components for those who check all of them: one that cannot be resolved or named hides no other.

use super::component::Component;
use super::names::Naming;
use super::stack::Stack;
use super::{Engine, Options};
use crate::error::Result;
use crate::hcl::Module;
use crate::value::Value;
use std::path::Path;
use std::sync::Arc;

impl Engine {
    /// The components of a stack that can be resolved, each with the name of its stack. The others are left to the checks
    /// that say why they cannot.
    pub fn resolvable(&self, stack: &Arc<Stack>) -> Vec<(String, Component)> {
        let resolve = |(kind, name): (&str, &Arc<str>)| {
            let component = self.resolve(stack, kind, name).ok()?;
            let naming =
                Naming { file: &stack.file, manifest_name: stack.manifest_name(), sections: &component.sections };
            Some((self.listed_stack_name(&naming).ok()?, component))
        };
        Self::listed(stack).filter_map(resolve).collect()
    }

    /// The sections of a component with its templates rendered; YAML functions are the text that they are written as.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn describe_rendered(&self, component: &Component, stack: &str) -> Result<Value> {
        let mut pass = self.pass();
        pass.options = Arc::new(Options { process_functions: false, ..Options::clone(&pass.options) });
        if !super::render::contains(&component.sections, &self.settings.templates.left) {
            return Ok(component.sections.clone());
        }
        self.describe_found(component, stack, &pass).map(|(sections, _)| sections)
    }

    /// The Terraform code that a component runs, read once in a run.
    pub fn code_of(&self, component: &Component) -> Arc<Module> {
        let base = component.base();
        let prefix = component.sections.dig(["metadata", "component_folder_prefix"]).and_then(Value::as_str);
        let name =
            Path::new(prefix.unwrap_or_default().trim()).join(if base.is_empty() { &component.name } else { base });
        self.modules.get(&self.workspace.component_dir(&component.kind, &name.to_string_lossy()))
    }
}
