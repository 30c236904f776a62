//! Where manifests are deployed: the names of their stacks, and the variables by which people speak of them.

use super::Engine;
use super::names::NameRule;
use super::stack::Stack;
use crate::error::Result;
use crate::value::Value;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A stack as one manifest makes it.
#[derive(Clone, Debug)]
pub struct Place {
    /// The stack's name.
    pub stack: Arc<str>,
    /// The manifest: its path below the stacks folder, without extension.
    pub file: Arc<str>,
    /// The variables that hold for all of the stack's Terraform components, as they are written.
    pub vars: Value,
    /// The names of its components, abstract ones included, each once.
    pub components: Vec<Arc<str>>,
}

impl Engine {
    /// Whether a stack has exactly this name, or a manifest with components this path. Found without naming more than one
    /// component a manifest, so a stack that is only made by another component is missed.
    ///
    /// # Errors
    /// A manifest that cannot be loaded. What cannot be named is no stack.
    pub fn is_stack(&self, said: &str) -> Result<bool> {
        Ok(self.stacks()?.par_iter().any(|stack| {
            let first = Self::listed(stack).next();
            first.is_some_and(|(kind, name)| {
                &*stack.file == said || self.place_name(stack, kind, name).as_deref() == Some(said)
            })
        }))
    }

    /// Whether a stack, by its name or the path of a manifest, has exactly this component. Only the components of this name
    /// are named.
    ///
    /// # Errors
    /// A manifest that cannot be loaded. What cannot be named is in no stack.
    pub fn is_component(&self, stack: &str, component: &str) -> Result<bool> {
        Ok(self.stacks()?.par_iter().any(|manifest| {
            let mut namesakes = Self::listed(manifest).filter(|(_, name)| &***name == component);
            namesakes.any(|(kind, name)| self.is_in(stack, manifest, kind, name))
        }))
    }

    /// The components of a stack, by its name or the path of a manifest, whose code is in a directory, given without
    /// symbolic links; no abstract ones.
    ///
    /// # Errors
    /// A manifest or a component that cannot be loaded.
    pub fn components_at(&self, stack: &str, dir: &Path) -> Result<BTreeSet<Arc<str>>> {
        let mut found = BTreeSet::new();
        for manifest in self.stacks()? {
            for (kind, name) in Self::listed(manifest) {
                if !self.is_in(stack, manifest, kind, name) {
                    continue;
                }
                let component = self.resolve(manifest, kind, name)?;
                let is_there = || self.code_dir(&component).canonicalize().is_ok_and(|code| code == dir);
                if !component.is_abstract() && is_there() {
                    found.insert(Arc::clone(name));
                }
            }
        }
        Ok(found)
    }

    /// Every stack of every manifest, in the order of manifests. Components that cannot be named are left to the checks
    /// that say why.
    ///
    /// # Errors
    /// A manifest that cannot be loaded.
    pub fn places(&self) -> Result<Vec<Place>> {
        let places = |stack: &Arc<Stack>| {
            let mut places: Vec<Place> = Vec::new();
            for (kind, component) in Self::listed(stack) {
                let Some(name) = self.place_name(stack, kind, component) else { continue };
                let known = places.iter().position(|place| place.stack == name);
                let at = known.unwrap_or(places.len());
                if known.is_none() {
                    let (file, vars) = (Arc::clone(&stack.file), self.place_vars(stack));
                    places.push(Place { stack: name, file, vars, components: Vec::new() });
                }
                let place = &mut places[at];
                if !place.components.contains(component) {
                    place.components.push(Arc::clone(component));
                }
            }
            places
        };
        Ok(self.stacks()?.par_iter().flat_map_iter(places).collect())
    }

    /// Whether a component of a manifest is in a stack, by its name or the path of the manifest.
    fn is_in(&self, stack: &str, manifest: &Arc<Stack>, kind: &str, component: &str) -> bool {
        &*manifest.file == stack || self.place_name(manifest, kind, component).as_deref() == Some(stack)
    }

    fn place_name(&self, stack: &Arc<Stack>, kind: &str, component: &str) -> Option<Arc<str>> {
        self.stack_of(stack, kind, component, NameRule::Listed).ok()?.ok()
    }

    /// The variables above the components of a manifest.
    fn place_vars(&self, stack: &Stack) -> Value {
        let scope = stack.scope(self, super::Kind::Terraform).ok();
        scope.and_then(|scope| scope.section("vars").cloned()).unwrap_or_else(Value::empty_map)
    }
}
