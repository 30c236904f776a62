//! The answer of `describe stacks`, as a whole or stack by stack.

use super::Engine;
use super::listing::{Instance, Listed, StacksFilter};
use crate::error::Result;
use crate::value::{Data, Map, Value};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::sync::Arc;

/// What `describe stacks` shows of the stack of one name.
#[derive(Debug)]
pub struct Described {
    /// The stack's name.
    pub name: Arc<str>,
    components: Vec<Listed>,
}

impl Engine {
    /// What `describe stacks` prints: stacks by name, in them components by type and name.
    ///
    /// # Errors
    /// Whatever Atmos refuses: manifests against the schema, duplicate components, anything that cannot be resolved.
    pub fn describe_stacks(&self, filter: &StacksFilter) -> Result<Value> {
        let mut stacks = Map::default();
        for described in self.described(filter)? {
            if let Some(stack) = self.describe_stack(&described, filter)? {
                stacks.insert(described.name, stack);
            }
        }
        Ok(Value::map(stacks))
    }

    /// Instances as `describe stacks` prints them, stacks without components left out.
    pub fn stacks_of(&self, instances: Vec<Instance>, filter: &StacksFilter) -> Value {
        let mut stacks: IndexMap<String, Components, FxBuildHasher> = IndexMap::default();
        for Instance { stack, component, sections } in instances {
            let shown = self.shown(&component.kind, sections, filter);
            stacks.entry(stack).or_default().put(&component.kind, &component.name, shown);
        }
        let shown = stacks.into_iter().filter(|(name, components)| !name.is_empty() && !components.are_empty());
        Value::map(shown.map(|(name, components)| (name, components.into_stack())).collect())
    }

    /// The stacks that `describe stacks` prints, in the order of their manifests; what it refuses is refused here.
    ///
    /// # Errors
    /// As [`Engine::describe_stacks`].
    pub fn described(&self, filter: &StacksFilter) -> Result<Vec<Described>> {
        self.validate_stacks()?;
        let mut stacks: IndexMap<Arc<str>, Vec<Listed>, FxBuildHasher> = IndexMap::default();
        if filter.include_empty {
            let unnamed = self.settings.name_template.is_none() && self.settings.name_pattern.is_none();
            for stack in self.stacks()? {
                let name = stack.manifest_name().or(unnamed.then_some(&stack.file));
                if let Some(name) = name.filter(|n| filter.has_stack(&stack.file, n)) {
                    stacks.entry(name.into()).or_default();
                }
            }
        }
        for listed in self.list(filter)? {
            stacks.entry(Arc::clone(&listed.stack)).or_default().push(listed);
        }
        Ok(stacks.into_iter().map(|(name, components)| Described { name, components }).collect())
    }

    /// What `describe stacks` prints of one stack; `None` where there is nothing to print.
    ///
    /// # Errors
    /// None that [`Engine::described`] would not have found.
    pub fn describe_stack(&self, described: &Described, filter: &StacksFilter) -> Result<Option<Value>> {
        let mut components = Components::default();
        for listed in &described.components {
            let shown = self.shown(listed.kind, self.sections(listed)?, filter);
            components.put(listed.kind, &listed.name, shown);
        }
        let is_shown = filter.include_empty || !(components.are_empty() || described.name.is_empty());
        Ok(is_shown.then(|| components.into_stack()))
    }

    /// The sections that a filter and atmos.yaml let through.
    fn shown(&self, kind: &str, sections: Value, filter: &StacksFilter) -> Map {
        let sections = sections.into_map();
        let keep_empty = self.settings.include_empty || kind != "terraform";
        if filter.sections.is_empty() && keep_empty {
            return sections;
        }
        let is_shown = |name: &str, value: &Value| {
            (filter.sections.is_empty() || filter.sections.iter().any(|s| s == name))
                && (keep_empty || value.as_map().is_none_or(|m| !m.is_empty()))
        };
        sections.into_iter().filter(|(key, value)| is_shown(&key.name, value)).collect()
    }
}

/// The components of a stack, by type and name.
#[derive(Default)]
struct Components(Map);

impl Components {
    /// Puts a component where it belongs. Where two manifests define it, the later one's sections win.
    fn put(&mut self, kind: &str, name: &Arc<str>, sections: Map) {
        if !self.0.contains(kind) {
            self.0.insert(kind, Value::map(Map::default()));
        }
        let Some(Data::Map(of_kind)) = self.0.get_mut(kind).map(|v| &mut v.data) else { return };
        let of_kind = Arc::make_mut(of_kind);
        match of_kind.get_mut(name).map(|v| &mut v.data) {
            Some(Data::Map(present)) => Arc::make_mut(present).extend(sections),
            _ => {
                of_kind.insert(Arc::clone(name), sections);
            }
        }
    }

    /// Whether no component has a section.
    fn are_empty(&self) -> bool {
        let mut components = self.0.values().filter_map(Value::as_map).flat_map(Map::values);
        components.all(|c| c.as_map().is_none_or(Map::is_empty))
    }

    fn into_stack(self) -> Value {
        Value::map(Map::from_iter([("components", self.0)]))
    }
}
