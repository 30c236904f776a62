//! `sources`, `deps` and `deps_all`: which manifests set each key of a component, as Atmos lists them.

use super::component::Component;
use crate::value::{Map, Value};

/// `sources` of a component, with the manifests it depends on: those that set a value, and all that try to.
#[allow(clippy::struct_field_names)] // they are the names of the keys
pub(crate) struct Sources {
    pub sources: Value,
    pub deps: Value,
    pub deps_all: Value,
}

/// Works out the sources of `vars`, `env`, `settings` and `backend`.
pub(crate) fn of(component: &Component) -> Sources {
    let mut nearest = Vec::new();
    let mut all = vec![component.stack.file.to_string()];
    let mut sources = Map::default();
    let backend_type = component.section("backend_type").and_then(Value::as_str).unwrap_or_default();
    for (section, below) in [("vars", ""), ("env", ""), ("settings", ""), ("backend", backend_type)] {
        let mut items = Map::default();
        for (key, value) in component.section(section).and_then(Value::as_map).into_iter().flat_map(Map::iter) {
            if section == "env" && value.is_null() {
                continue;
            }
            let found = setters(component, section, below, &key.name);
            for (index, (file, _)) in found.iter().enumerate() {
                all.push(file.clone());
                if index == 0 {
                    nearest.push(file.clone());
                }
            }
            let item = [
                ("final_value", value.clone()),
                ("name", Value::str(std::sync::Arc::clone(&key.name))),
                ("stack_dependencies", Value::seq(found.into_iter().map(|(_, v)| v).collect())),
            ];
            items.insert(key.clone(), Value::map(item.into_iter().collect()));
        }
        sources.insert(section, Value::map(items));
    }
    Sources { sources: Value::map(sources), deps: sorted(nearest), deps_all: sorted(all) }
}

fn sorted(mut names: Vec<String>) -> Value {
    names.sort();
    names.dedup();
    Value::seq(names.into_iter().map(Value::from).collect())
}

/// The manifests that set a key, strongest first: the component and its bases, then the type's and the stack's sections;
/// of each the stack's own manifest before its imports.
fn setters(component: &Component, section: &str, below: &str, key: &str) -> Vec<(String, Value)> {
    let kind = &*component.kind;
    let mut found: Vec<(String, Value)> = Vec::new();
    let dotted =
        |path: &[&str]| path.iter().copied().chain([below]).filter(|p| !p.is_empty()).collect::<Vec<_>>().join(".");
    let mut look = |file: &str, how: &str, holder: Option<&Value>, shown: String| {
        let holder = if below.is_empty() { holder } else { holder.and_then(|h| h.get(below)) };
        let Some(value) = holder.and_then(|h| h.get(key)) else { return };
        let entry = Value::map(Map::from_iter([
            ("dependency_type", Value::from(how)),
            ("stack_file", Value::from(file)),
            ("stack_file_section", Value::from(shown)),
            ("variable_value", value.clone()),
        ]));
        if !found.iter().any(|(_, e)| *e == entry) {
            found.push((file.to_string(), entry));
        }
    };
    let stack = &component.stack;
    let names = std::iter::once(&component.name).chain(&component.chain);
    for name in names {
        let shown = dotted(&["components", kind, section]);
        look(&stack.file, "inline", stack.own.dig(["components", kind, name, section]), shown.clone());
        for import in &stack.imports {
            look(&import.name, "import", import.own.dig(["components", kind, name, section]), shown.clone());
        }
    }
    look(&stack.file, "inline", stack.own.dig([kind, section]), dotted(&[kind, section]));
    look(&stack.file, "inline", stack.own.get(section), dotted(&[section]));
    for import in &stack.imports {
        look(&import.name, "import", import.own.dig([kind, section]), dotted(&[kind, section]));
    }
    for import in &stack.imports {
        look(&import.name, "import", import.own.get(section), dotted(&[section]));
    }
    found
}
