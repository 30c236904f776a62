//! The components that can be worked on, with what they depend on.

use crate::engine::{self, Engine, Instance, StacksFilter};
use crate::error::Result;
use crate::graph::{Dependency, dependencies};
use crate::value::Value;
use std::path::PathBuf;

/// A Terraform component of a stack that is neither abstract nor disabled.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// The component.
    pub component: String,
    /// The stack.
    pub stack: String,
    /// The manifest of the stack, below the stacks folder.
    pub manifest: String,
    /// The directory of its code.
    pub dir: PathBuf,
    /// What only one step may use at a time: the directory that Terraform works in.
    pub lane: PathBuf,
    /// Whether it must not be changed (`metadata.locked`).
    pub locked: bool,
    /// The units that it depends on, by number.
    pub after: Vec<usize>,
    /// Its sections, with templates and functions as they were written.
    pub sections: Value,
}

impl Unit {
    /// Its name among all stacks.
    pub fn name(&self) -> String {
        format!("{}:{}", self.stack, self.component)
    }
}

/// All units of a repository, by stack and component.
///
/// # Errors
/// The first manifest or component that Atmos would refuse.
pub fn units(engine: &Engine) -> Result<Vec<Unit>> {
    let filter = StacksFilter { component_types: vec!["terraform".into()], ..StacksFilter::default() };
    let mut instances = engine.instances(&filter)?;
    instances.retain(|i| !i.component.is_abstract() && i.component.is_enabled());
    instances.sort_by(|a, b| (&a.stack, &a.component.name).cmp(&(&b.stack, &b.component.name)));
    instances.dedup_by(|b, a| a.stack == b.stack && a.component.name == b.component.name);
    let after = |instance: &Instance| {
        let mut after: Vec<usize> = dependencies(&instance.sections)
            .iter()
            .flat_map(|d| {
                instances.iter().enumerate().filter(|(_, other)| is_meant(d, instance, other)).map(|(number, _)| number)
            })
            .collect();
        after.sort_unstable();
        after.dedup();
        after
    };
    Ok(instances.iter().map(|instance| unit(engine, instance, after(instance))).collect())
}

/// Whether a dependency of one instance means another.
fn is_meant(dependency: &Dependency, instance: &Instance, other: &Instance) -> bool {
    const CONTEXT: [&str; 4] = ["namespace", "tenant", "environment", "stage"];
    if dependency.component != *other.component.name {
        return false;
    }
    if !dependency.stack.is_empty() {
        return dependency.stack == other.stack;
    }
    if dependency.modern || dependency.context.iter().all(String::is_empty) {
        return instance.stack == other.stack;
    }
    let var = |of: &Instance, name: &str| {
        of.sections.dig(["vars", name]).and_then(Value::as_str).map(str::to_owned).unwrap_or_default()
    };
    CONTEXT.iter().zip(&dependency.context).all(|(name, asked)| {
        let asked = if asked.is_empty() { var(instance, name) } else { asked.clone() };
        asked == var(other, name)
    })
}

fn unit(engine: &Engine, instance: &Instance, after: Vec<usize>) -> Unit {
    let workspace = engine.workspace();
    let component = &instance.component;
    let base = if component.base().is_empty() { &component.name } else { component.base() };
    let dir = workspace.component_dir("terraform", base);
    let name = format!("{}:{}", instance.stack, component.name);
    let enabled = |path: [&str; 3]| component.sections.dig(path).and_then(Value::as_bool) == Some(true);
    // with a working directory of its own, nothing is shared with other instances of the code
    let lane = if enabled(["provision", "workdir", "enabled"]) { dir.join(&name) } else { dir.clone() };
    let manifest = &component.stack.path;
    Unit {
        component: component.name.to_string(),
        stack: instance.stack.clone(),
        manifest: manifest.strip_prefix(&workspace.settings.stacks_dir).unwrap_or(manifest).display().to_string(),
        locked: component.sections.dig(["metadata", "locked"]).and_then(Value::as_bool) == Some(true),
        dir,
        lane,
        after,
        sections: component.sections.clone(),
    }
}

/// What an engine evaluates where nothing may be run: templates alone.
impl Unit {
    /// The options of an engine for [`units`].
    pub fn engine_options() -> engine::Options {
        engine::Options { process_functions: false, ..engine::Options::default() }
    }
}
