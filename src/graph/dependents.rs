//! The answer of `describe dependents`: the components that depend on one.

use super::dependencies::{CONTEXT, Dependency, dependencies, texts};
use crate::engine::{Engine, Instance, StacksFilter};
use crate::error::{Error, Result};
use crate::value::{Map, Value};

/// What `describe dependents` shows.
#[derive(Clone, Debug, Default)]
pub struct DependentsFilter {
    /// Whether each dependent shows its settings.
    pub include_settings: bool,
}

/// The components that depend on a component of a stack, as Atmos lists them: sorted by `stack_slug`.
///
/// # Errors
/// An unknown component, context variables that are no strings, and whatever of the repository Atmos refuses.
pub fn describe_dependents(engine: &Engine, component: &str, stack: &str, filter: &DependentsFilter) -> Result<Value> {
    let instances = engine.instances(&StacksFilter::default())?;
    let found = engine.describe_sections(component, stack)?;
    let Some(vars) = found.get("vars").and_then(Value::as_map) else { return Ok(Value::seq(Vec::new())) };
    let wanted = Wanted { component, stack, context: context(vars)? };
    let mut dependents = Vec::new();
    for instance in instances.iter().filter(|i| &*i.component.name != component) {
        for _ in matching(instance, &wanted)? {
            dependents.push(entry(engine, instance, filter));
        }
    }
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_string();
    dependents.sort_by_cached_key(|d| (text(d, "stack_slug"), text(d, "component"), text(d, "stack")));
    Ok(Value::seq(dependents))
}

struct Wanted<'a> {
    component: &'a str,
    stack: &'a str,
    context: [String; 4],
}

/// The dependencies of an instance that are the wanted component.
fn matching(instance: &Instance, wanted: &Wanted<'_>) -> Result<Vec<Dependency>> {
    let sections = &instance.sections;
    let metadata = |key: &str| sections.dig(["metadata", key]);
    let is_abstract = metadata("type").and_then(Value::as_str) == Some("abstract");
    let Some(vars) = sections.get("vars").and_then(Value::as_map) else { return Ok(Vec::new()) };
    if is_abstract || metadata("enabled").and_then(Value::as_bool) == Some(false) {
        return Ok(Vec::new());
    }
    let own = context(vars)?;
    let found = dependencies(sections).into_iter().filter(|d| d.component == wanted.component);
    Ok(found.filter(|d| is_match(d, instance, wanted, &own)).collect())
}

/// Whether a dependency is the wanted component: by its stack, or, in the legacy form, by the context variables, of which
/// those that it leaves out must be the same on both sides.
fn is_match(dependency: &Dependency, instance: &Instance, wanted: &Wanted<'_>, own: &[String; 4]) -> bool {
    let unset = dependency.context.iter().all(String::is_empty);
    let same_stack = if dependency.stack.is_empty() {
        !(dependency.modern || unset) || wanted.stack == instance.stack
    } else {
        wanted.stack == dependency.stack
    };
    if dependency.modern {
        return same_stack;
    }
    let mut variables = dependency.context.iter().zip(own).zip(&wanted.context);
    same_stack && variables.all(|((asked, own), theirs)| if asked.is_empty() { own == theirs } else { asked == theirs })
}

/// The context variables of a component.
///
/// # Errors
/// One of them is no string: Atmos refuses that here.
fn context(vars: &Map) -> Result<[String; 4]> {
    texts(vars, CONTEXT).ok_or_else(|| {
        let wrong =
            CONTEXT.into_iter().filter_map(|k| vars.get_entry(k)).find(|(_, v)| !v.is_null() && v.as_str().is_none());
        let (name, span) = wrong.map_or(("context", crate::text::Span::NONE), |(k, v)| (&*k.name, v.span));
        Error::new(format!("the var `{name}` must be a string where dependents are looked for"))
            .at(span)
            .hint("put it in quotes")
    })
}

fn entry(engine: &Engine, instance: &Instance, filter: &DependentsFilter) -> Value {
    let sections = &instance.sections;
    let component = &instance.component;
    let mut entry = Map::from_iter([
        ("component", Value::str(std::sync::Arc::clone(&component.name))),
        ("component_path", Value::from(engine.relative_component_path(&component.kind, sections))),
        ("component_type", Value::str(std::sync::Arc::clone(&component.kind))),
        ("dependents", Value::NULL),
        ("included_in_dependents", Value::from(false)),
        (
            "settings",
            if filter.include_settings { sections.get("settings").cloned().unwrap_or_default() } else { Value::NULL },
        ),
        ("stack", Value::from(instance.stack.as_str())),
        ("stack_slug", Value::from(format!("{}-{}", instance.stack, component.name.replace('/', "-")))),
    ]);
    for name in CONTEXT {
        if let Some(value) = sections.dig(["vars", name]).filter(|v| v.as_str().is_some_and(|t| !t.is_empty())) {
            entry.insert(name, value.clone());
        }
    }
    if &*component.kind == "terraform" {
        let names = [
            ("spacelift_stack", engine.spacelift_stack(&component.name, &instance.stack, sections)),
            ("atlantis_project", engine.atlantis_project(&component.name, sections)),
        ];
        for (key, name) in names {
            if let Some(name) = name.filter(|n| !n.is_empty()) {
                entry.insert(key, Value::from(name));
            }
        }
    }
    Value::map(entry)
}
