//! How stacks differ: two stacks of a repository, or all stacks of two states of it.

use crate::affected::Comparison;
use crate::engine::{Engine, Instance, StacksFilter};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::diff::{Change, diff};
use crate::value::{Map, Value};
use std::collections::BTreeMap;

/// A component that is not the same on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The stack, where stacks of the same name are compared.
    pub stack: Option<String>,
    /// The component's type.
    pub kind: String,
    /// The component.
    pub component: String,
    /// What differs; one change at the root where only one side has the component.
    pub changes: Vec<Change>,
}

/// What identifies a component on both sides: the stack where it counts, the type, the name.
type Id = (Option<String>, String, String);

/// How two stacks differ, in all components or in one.
///
/// # Errors
/// An unknown stack or component, and whatever of the repository Atmos refuses.
pub fn of_stacks(engine: &Engine, old: &str, new: &str, component: Option<&str>) -> Result<Vec<Difference>> {
    let side = |stack: &str| {
        let found = engine.instances(&filter(Some(stack), component))?;
        // the one that is asked for may be in the other stack only
        if found.is_empty() && (component.is_none() || engine.instances(&filter(Some(stack), None))?.is_empty()) {
            return Err(unknown_stack(stack, &engine.instances(&StacksFilter::default())?));
        }
        Ok(found)
    };
    let (old_side, new_side) = (side(old)?, side(new)?);
    if let Some(component) = component
        && !has(&[&old_side, &new_side], component)
    {
        let mut all = engine.instances(&filter(Some(old), None))?;
        all.extend(engine.instances(&filter(Some(new), None))?);
        let error = Error::new(format!("neither `{old}` nor `{new}` has a component `{component}`"));
        return Err(error.maybe_hint(similar(component, &all)));
    }
    Ok(compare(by_id(&old_side, component, false), by_id(&new_side, component, false)))
}

/// How the stacks of a repository differ from what they were: all, or one; in all components, or in one.
///
/// # Errors
/// A stack or a component that is on neither side, and whatever Atmos refuses on either.
pub fn since(comparison: &Comparison, stack: Option<&str>, component: Option<&str>) -> Result<Vec<Difference>> {
    let (new, old) = comparison.instances(&filter(stack, component))?;
    let all = || comparison.head().instances(&StacksFilter::default());
    if let Some(stack) = stack
        && old.is_empty()
        && new.is_empty()
        && !all()?.iter().any(|i| i.stack == stack || *i.component.stack.file == *stack)
    {
        return Err(unknown_stack(stack, &all()?));
    }
    if let Some(component) = component
        && !has(&[&old, &new], component)
    {
        let error = Error::new(format!("neither the base nor the work tree has a component `{component}`"));
        return Err(error.maybe_hint(similar(component, &all()?)));
    }
    Ok(compare(by_id(&old, component, true), by_id(&new, component, true)))
}

/// Whether any side has a component; the filter lets through those that only run its code.
fn has(sides: &[&[Instance]], component: &str) -> bool {
    sides.iter().flat_map(|side| side.iter()).any(|i| *i.component.name == *component)
}

fn similar(component: &str, all: &[Instance]) -> Option<String> {
    did_you_mean(component, all.iter().map(|i| &*i.component.name))
}

fn filter(stack: Option<&str>, component: Option<&str>) -> StacksFilter {
    StacksFilter {
        stack: stack.map(str::to_owned),
        components: component.map(str::to_owned).into_iter().collect(),
        ..StacksFilter::default()
    }
}

/// The sections of components that manifests can set; between states of one stack its workspaces count as well.
fn by_id(instances: &[Instance], component: Option<&str>, across_time: bool) -> BTreeMap<Id, Value> {
    let wanted = instances.iter().filter(|i| component.is_none_or(|c| c == &*i.component.name));
    let entry = |instance: &Instance| {
        let stack = across_time.then(|| instance.stack.clone());
        let mut sections: Map = instance.written().map(|(key, value)| (key.clone(), value.clone())).collect();
        if let Some((key, workspace)) =
            instance.sections.as_map().and_then(|m| m.get_entry("workspace")).filter(|_| across_time)
        {
            sections.insert(key.clone(), workspace.clone());
        }
        let id = (stack, instance.component.kind.to_string(), instance.component.name.to_string());
        (id, Value::map(sections).with_span(instance.component.sections.span))
    };
    wanted.map(entry).collect()
}

fn compare(old: BTreeMap<Id, Value>, mut new: BTreeMap<Id, Value>) -> Vec<Difference> {
    let whole = |old, new| vec![Change { path: crate::value::Path::default(), old, new }];
    let mut found: BTreeMap<Id, Vec<Change>> = old
        .into_iter()
        .map(|(id, before)| {
            let changes = match new.remove(&id) {
                Some(after) => diff(&before, &after),
                None => whole(Some(before), None),
            };
            (id, changes)
        })
        .collect();
    found.extend(new.into_iter().map(|(id, after)| (id, whole(None, Some(after)))));
    found
        .into_iter()
        .filter(|(_, changes)| !changes.is_empty())
        .map(|((stack, kind, component), changes)| Difference { stack, kind, component, changes })
        .collect()
}

fn unknown_stack(stack: &str, all: &[Instance]) -> Error {
    Error::new(format!("no stack is called `{stack}`"))
        .maybe_hint(did_you_mean(stack, all.iter().map(|i| i.stack.as_str())))
        .hint("`gaia list stacks` shows all")
}
