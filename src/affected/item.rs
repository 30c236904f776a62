//! One affected component as it is shown.

use super::Request;
use crate::engine::{Component, Engine};
use crate::error::Result;
use crate::graph::{CONTEXT, DependentsIndex, contained};
use crate::value::{Map, Value};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// A component that a change affects.
#[derive(Clone, Debug, Default)]
pub struct Affected {
    /// The stack's name.
    pub stack: String,
    /// The component's type.
    pub kind: String,
    /// The component's name.
    pub component: String,
    /// Why, the headline first: `stack.vars`, `component`, `component.module`, `file`, `deleted`, …
    pub reasons: Vec<String>,
    /// The folder of its code, as the configuration writes it.
    pub path: String,
    /// The file that it depends on, where that is the headline.
    pub file: String,
    /// The folder that it depends on, where that is the headline.
    pub folder: String,
    /// Whether it is gone, and how.
    pub deletion: Option<Deletion>,
    /// Its settings, if they were asked for.
    pub settings: Option<Value>,
    /// Those that depend on it, each with its own, if they were asked for.
    pub dependents: Option<Value>,
    /// Whether another one's dependents contain it.
    pub included_in_dependents: bool,
    names: Map,
}

/// What is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deletion {
    /// The component; its stack has others.
    Component,
    /// The whole stack.
    Stack,
}

impl Affected {
    /// An affected component with the names that others give it. `at` is its stack, type and name.
    pub(super) fn new(head: &Engine, at: [&str; 3], sections: &Value, reasons: Vec<String>) -> Affected {
        let [stack, kind, component] = at;
        Affected {
            stack: stack.to_owned(),
            kind: kind.to_owned(),
            component: component.to_owned(),
            reasons,
            path: head.relative_component_path(kind, sections, component),
            names: if kind == "terraform" {
                head.integration_names(component, stack, sections)
            } else {
                Map::default()
            },
            ..Affected::default()
        }
    }

    /// Adds the context variables, which Atmos shows of components that are gone.
    pub(super) fn with_context(mut self, sections: &Value) -> Affected {
        for name in CONTEXT {
            if let Some(value) = sections.dig(["vars", name]).filter(|v| v.as_str().is_some_and(|t| !t.is_empty())) {
                self.names.insert(name, value.clone());
            }
        }
        self
    }

    /// Whether both are the same component of the same stack.
    pub(super) fn is_same(&self, other: &Affected) -> bool {
        (&self.stack, &self.kind, &self.component) == (&other.stack, &other.kind, &other.component)
    }

    /// Stack and component in one word.
    pub fn slug(&self) -> String {
        Component::slug(&self.stack, &self.component)
    }

    /// The item as Atmos shows it.
    pub fn to_value(&self) -> Value {
        let mut item = self.names.clone();
        let all = self.reasons.iter().map(|r| Value::from(r.as_str())).collect();
        let entries = [
            ("component", Value::from(self.component.as_str())),
            ("component_type", Value::from(self.kind.as_str())),
            ("component_path", Value::from(self.path.as_str())),
            ("stack", Value::from(self.stack.as_str())),
            ("stack_slug", Value::from(self.slug())),
            ("affected", Value::from(self.reasons.first().map_or("", String::as_str))),
            ("affected_all", Value::seq(all)),
            ("dependents", self.dependents.clone().unwrap_or_default()),
            ("included_in_dependents", Value::from(self.included_in_dependents)),
            ("settings", self.settings.clone().unwrap_or_default()),
        ];
        for (key, value) in entries {
            item.insert(key, value);
        }
        for (key, text) in [("file", &self.file), ("folder", &self.folder)] {
            if !text.is_empty() {
                item.insert(key, Value::from(text.as_str()));
            }
        }
        if let Some(deletion) = self.deletion {
            item.insert("deleted", Value::from(true));
            item.insert("deletion_type", Value::from(if deletion == Deletion::Stack { "stack" } else { "component" }));
        }
        Value::map(item)
    }
}

impl Affected {
    /// The item as an entry of a job's matrix.
    pub fn matrix_entry(&self) -> Value {
        let entries = [
            ("stack", &self.stack),
            ("component", &self.component),
            ("component_path", &self.path),
            ("component_type", &self.kind),
        ];
        Value::map(entries.into_iter().map(|(key, text)| (key, Value::from(text.as_str()))).collect())
    }
}

/// Gives each component its dependents, each with its own.
pub(super) fn add_dependents(
    head: &Engine,
    index: &DependentsIndex<'_>,
    found: &mut [Affected],
    request: &Request,
) -> Result<()> {
    let is_shown = |a: &Affected| a.deletion.is_none() && request.stack.as_deref().is_none_or(|s| s == a.stack);
    let mut tree = index.tree(head, request.include_settings);
    for affected in found.iter().filter(|a| is_shown(a)) {
        tree.grow(&affected.component, &affected.stack)?;
    }
    let slugs: Vec<String> = found.iter().map(Affected::slug).collect();
    let reaches: Vec<_> = found.iter().map(|a| tree.reach(&a.component, &a.stack)).collect();
    let counts = contained(&slugs, &reaches);
    let by_others = |(slug, reach): (&String, &Rc<FxHashSet<String>>)| {
        counts.get(slug.as_str()).copied().unwrap_or_default() > usize::from(reach.contains(slug))
    };
    let included: Vec<bool> = slugs.iter().zip(&reaches).map(by_others).collect();
    for (affected, included) in found.iter_mut().zip(included) {
        affected.included_in_dependents = included;
        if affected.deletion.is_some() {
            affected.dependents = Some(Value::seq(Vec::new()));
        } else if is_shown(affected) {
            affected.dependents = Some(tree.dependents(&affected.component, &affected.stack, !included));
        }
    }
    Ok(())
}
