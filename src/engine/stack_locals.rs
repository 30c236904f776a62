//! The answer of `describe locals`.

use super::Engine;
use super::locals::{self, Locals};
use super::names::NameContext;
use super::render::Missing;
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use crate::yaml;
use std::path::Path;

impl Engine {
    /// The locals of a stack's manifest, by scope; with a component, those that it sees.
    ///
    /// # Errors
    /// An unknown stack, one without locals, and locals that cannot be resolved.
    pub fn describe_locals(&self, stack: &str, component: Option<&str>) -> Result<Value> {
        self.validate_stacks()?;
        let Some(name) = component else { return self.stack_locals(stack)?.ok_or_else(|| none(stack)) };
        let found = self.find_component(name, stack)?;
        let own = found.section("locals").cloned();
        let visible = match self.stack_locals(stack)? {
            Some(scopes) => {
                let global = scopes.get("locals");
                let typed = scopes.dig([&*found.kind, "locals"]);
                crate::value::merge::merge_all([global, typed, own.as_ref()].into_iter().flatten(), self.rules())
            }
            None => own.filter(|o| o.as_map().is_some_and(|m| !m.is_empty())).ok_or_else(|| none(stack))?,
        };
        let wrap = |key: &str, value: Value| Value::map(Map::from_iter([(key, value)]));
        Ok(wrap("components", wrap(&found.kind, wrap(name, wrap("locals", visible)))))
    }

    fn stack_locals(&self, stack: &str) -> Result<Option<Value>> {
        for path in self.workspace.stack_files()?.iter() {
            let Some(file) = self.loader.open(path) else { continue };
            let file_name = self.stack_file_name(path);
            // Here Atmos reads the file without its functions: `!env NAME` is the text `NAME`.
            let raw = match yaml::load(&file.source, &mut yaml::NoTags) {
                Ok(document) => document.value,
                Err(error) if file_name == stack => return Err(error),
                Err(_) => continue,
            };
            let name = self.local_stack_name(path, &raw);
            if stack == file_name || stack == name {
                return Ok(by_scope(&locals::resolve(self, &raw, &name)?));
            }
        }
        // the name may come from a file that is imported, whose vars are not those of the manifest
        let places = self.places()?;
        match places.iter().find(|place| &*place.stack == stack) {
            Some(place) => Err(Error::new(format!("the manifest of `{stack}` does not tell its name"))
                .hint(format!("say the manifest: `-s {}`", place.file))),
            None => Err(Error::new(format!("no stack is called `{stack}`")).hint("`gaia list stacks` shows all")),
        }
    }

    /// The name of a manifest's stack as far as the manifest alone tells it.
    pub(crate) fn local_stack_name(&self, path: &Path, raw: &Value) -> String {
        let file = self.stack_file_name(path);
        if let Some(name) = raw.get("name").and_then(Value::as_str).filter(|n| !n.is_empty()) {
            return name.to_string();
        }
        if let Some(template) = &self.settings.name_template {
            let data = Value::map(Map::from_iter([("vars", raw.get("vars").cloned().unwrap_or_default())]));
            let missing = if self.settings.ignore_missing_values { Missing::Default } else { Missing::Error };
            if let Ok(name) = self.render_strict(template, &data, missing)
                && !name.is_empty()
                && !name.contains("{{")
                && !name.contains("}}")
            {
                return name;
            }
        }
        let by_pattern = self
            .settings
            .name_pattern
            .as_ref()
            .and_then(|p| NameContext::of(raw.get("vars")).by_pattern(p, &file).ok());
        by_pattern.filter(|n| !n.is_empty()).unwrap_or(file)
    }
}

fn none(stack: &str) -> Error {
    Error::new(format!("the stack `{stack}` has no locals"))
        .hint("locals belong to the file that defines them; imported files keep theirs")
}

fn by_scope(locals: &Locals) -> Option<Value> {
    let filled = |v: &&Value| v.as_map().is_some_and(|m| !m.is_empty());
    let mut scopes = Map::default();
    if let Some(global) = locals.global.as_ref().filter(filled) {
        scopes.insert("locals", global.clone());
    }
    for (scope, values) in &locals.typed {
        let inherited = |key: &str, value: &Value| locals.global.as_ref().and_then(|g| g.get(key)) == Some(value);
        let own: Map = values
            .as_map()
            .into_iter()
            .flat_map(Map::iter)
            .filter(|(k, v)| !inherited(&k.name, v))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        if filled(&values) {
            scopes.insert(*scope, Value::map(Map::from_iter([("locals", Value::map(own))])));
        }
    }
    (!scopes.is_empty()).then(|| Value::map(scopes))
}
