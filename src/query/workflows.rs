//! `list workflows` and `describe workflows`: the workflows below `workflows.base_path`.

use super::{Column, Order};
use crate::text::SourceMap;
use crate::value::{Data, Map, Value};
use crate::workspace::Workspace;
use crate::yaml::{self, NoTags};
use crate::{Error, Result};
use std::path::Path;
use walkdir::WalkDir;

/// What `describe workflows` shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A list of file and workflow.
    List,
    /// A map from file to the names of its workflows.
    Map,
    /// A map from file to all that stands in it.
    All,
}

/// The columns when nobody asks for others.
pub fn default_columns() -> Vec<Column> {
    let fields = [("File", "file"), ("Workflow", "workflow"), ("Description", "description"), ("Steps", "steps")];
    fields.into_iter().map(|(name, field)| Column::field(name, field)).collect()
}

/// The order when nobody asks for another.
pub fn default_order() -> Vec<Order> {
    vec![Order::by("File"), Order::by("Workflow")]
}

/// One record a workflow: of one file, or of all files below the workflows folder.
///
/// # Errors
/// There is no workflows folder, or the file that was named cannot be read.
pub fn list(workspace: &Workspace, file: Option<&Path>) -> Result<Vec<Map>> {
    let manifests = match file {
        Some(file) => vec![(file.display().to_string(), named(file, &workspace.sources)?)],
        None => manifests(workspace)?,
    };
    let mut records = Vec::new();
    for (file, manifest) in &manifests {
        for (name, workflow) in workflows(manifest) {
            let steps = workflow.get("steps").and_then(Value::as_seq).map_or(0, <[Value]>::len);
            records.push(Map::from_iter([
                ("file", Value::from(file.as_str())),
                ("workflow", name.into()),
                ("description", workflow.get("description").and_then(text).unwrap_or_default().into()),
                ("steps", i64::try_from(steps).unwrap_or(i64::MAX).into()),
            ]));
        }
    }
    Ok(records)
}

/// The workflows as `describe workflows` shows them.
///
/// # Errors
/// No workflows folder is configured, or it is not there, or there are no stacks.
pub fn describe(workspace: &Workspace, shape: Shape) -> Result<Value> {
    workspace.stack_files()?;
    if workspace.config.dig(["workflows", "base_path"]).and_then(Value::as_str).unwrap_or_default().is_empty() {
        let error = Error::new("`workflows.base_path` is not configured");
        let error = error.hint("add `base_path: stacks/workflows` under `workflows:` in atmos.yaml");
        return Err(match workspace.config_files.last() {
            Some(file) => error.in_file(file),
            None => error,
        });
    }
    let manifests = manifests(workspace)?.into_iter().filter(|(_, manifest)| manifest.get("workflows").is_some());
    let names = |manifest: &Value| workflows(manifest).map(|(name, _)| Value::from(name)).collect::<Vec<_>>();
    Ok(match shape {
        Shape::List => {
            let items = manifests.flat_map(|(file, manifest)| {
                let item =
                    |name| Value::map(Map::from_iter([("file", Value::from(file.as_str())), ("workflow", name)]));
                names(&manifest).into_iter().map(item).collect::<Vec<_>>()
            });
            Value::seq(items.collect())
        }
        Shape::Map => Value::map(manifests.map(|(file, manifest)| (file, Value::seq(names(&manifest)))).collect()),
        Shape::All => Value::map(manifests.map(|(file, manifest)| (file, with_step_names(&manifest))).collect()),
    })
}

/// The manifests below the workflows folder by their paths in it. Files that hold no workflows as Atmos reads them are
/// passed over.
fn manifests(workspace: &Workspace) -> Result<Vec<(String, Value)>> {
    let dir = &workspace.settings.workflows_dir;
    if !dir.is_dir() {
        let error = Error::new(format!("the workflows folder `{}` is not there", workspace.shown(dir)));
        return Err(if workspace.config_files.is_empty() {
            workspace.outside(error)
        } else {
            error.hint("check `workflows.base_path` in atmos.yaml")
        });
    }
    let mut manifests = Vec::new();
    for name in files(workspace) {
        let path = dir.join(&name);
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let source = workspace.sources.add(path, text, false);
        let Ok(document) = yaml::load(&source, &mut NoTags) else { continue };
        if is_manifest(&document.value) {
            manifests.push((name, document.value));
        }
    }
    Ok(manifests)
}

/// The YAML files below the workflows folder by their paths in it, whatever they hold.
pub fn files(workspace: &Workspace) -> Vec<String> {
    let dir = &workspace.settings.workflows_dir;
    let entries = WalkDir::new(dir).sort_by_file_name().into_iter().filter_map(std::result::Result::ok);
    let files = entries.filter(|entry| !entry.file_type().is_dir() && is_yaml(entry.path()));
    let name = |path: &Path| path.strip_prefix(dir).unwrap_or(path).to_string_lossy().replace('\\', "/");
    files.map(|entry| name(entry.path())).collect()
}

/// The manifest in a file that was named.
fn named(file: &Path, sources: &SourceMap) -> Result<Value> {
    if !is_yaml(file) {
        return Err(Error::usage(format!("`{}` is no YAML file", file.display())));
    }
    let text =
        std::fs::read_to_string(file).map_err(|e| Error::new(format!("cannot read `{}`: {e}", file.display())))?;
    let source = sources.add(file, text, false);
    let manifest = yaml::load(&source, &mut NoTags)?.value;
    if is_manifest(&manifest) {
        return Ok(manifest);
    }
    Err(Error::new("the file holds no workflows").at(manifest.span).hint("workflows stand under `workflows:`, by name"))
}

fn is_yaml(path: &Path) -> bool {
    let is_template = path.extension().is_some_and(|e| e == "tmpl");
    let named = if is_template { path.with_extension("") } else { path.to_path_buf() };
    named.extension().is_some_and(|e| e == "yaml" || e == "yml")
}

/// Whether a document has the types of a manifest: workflows by name, with texts and lists of steps.
fn is_manifest(document: &Value) -> bool {
    let is_text = |v: Option<&Value>| v.is_none_or(|v| v.is_null() || text(v).is_some());
    let is_map = |v: &Value| v.is_null() || v.as_map().is_some();
    let is_workflow = |workflow: &Value| {
        let steps = workflow.get("steps").filter(|s| !s.is_null());
        is_map(workflow)
            && is_text(workflow.get("description"))
            && steps.is_none_or(|s| s.as_seq().is_some_and(|steps| steps.iter().all(is_map)))
    };
    let workflows = document.get("workflows").filter(|w| !w.is_null());
    is_map(document)
        && is_text(document.get("name"))
        && workflows.is_none_or(|w| w.as_map().is_some_and(|w| w.values().all(is_workflow)))
}

/// The workflows of a manifest, by name.
fn workflows(manifest: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let workflows = manifest.get("workflows").and_then(Value::as_map).map(Map::sorted).unwrap_or_default();
    workflows.into_iter().map(|(key, workflow)| (&*key.name, workflow))
}

/// A scalar as the text that Go reads it as.
fn text(value: &Value) -> Option<String> {
    match &value.data {
        Data::Str(s) | Data::Time(s) => Some(s.to_string()),
        Data::Bool(b) => Some(b.to_string()),
        Data::Int(i) => Some(i.to_string()),
        Data::Uint(u) => Some(u.to_string()),
        Data::Float(f) => Some(f.to_string()),
        Data::Null | Data::Seq(_) | Data::Map(_) => None,
    }
}

/// The manifest with names for steps that have none.
fn with_step_names(manifest: &Value) -> Value {
    let named = workflows(manifest).map(|(name, workflow)| {
        let mut workflow = workflow.as_map().cloned().unwrap_or_default();
        let steps = workflow.get("steps").and_then(Value::as_seq).unwrap_or_default();
        let steps = name_steps(steps, "");
        workflow.insert("steps", steps);
        (name, Value::map(workflow))
    });
    let named = Value::map(named.collect());
    let mut all = manifest.as_map().cloned().unwrap_or_default();
    all.insert("workflows", named);
    Value::map(all)
}

/// Steps by their numbers: `step1`, and inside it `step1_step1`.
fn name_steps(steps: &[Value], prefix: &str) -> Value {
    let named = steps.iter().enumerate().map(|(n, step)| {
        let span = step.span;
        let mut step = step.as_map().cloned().unwrap_or_default();
        let name = step.get("name").and_then(text).filter(|n| !n.is_empty());
        let name = name.unwrap_or_else(|| format!("{prefix}step{}", n + 1));
        if let Some(inner) = step.get("steps").and_then(Value::as_seq) {
            let inner = name_steps(inner, &format!("{name}_"));
            step.insert("steps", inner);
        }
        step.insert("name", name);
        Value::map(step).with_span(span)
    });
    Value::seq(named.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Value {
        yaml::load_str(text, &mut NoTags).unwrap().value
    }

    #[test]
    fn a_manifest_has_the_types_that_atmos_reads() {
        assert!(is_manifest(&read("workflows: { a: { description: 3, steps: [{ command: x }] }, b: }")));
        assert!(is_manifest(&read("vars: { a: 1 }")));
        assert!(!is_manifest(&read("workflows: [a]")));
        assert!(!is_manifest(&read("workflows: { a: text }")));
        assert!(!is_manifest(&read("workflows: { a: { steps: [text] } }")));
        assert!(!is_manifest(&read("workflows: { a: { description: [] } }")));
        assert!(!is_manifest(&read("- a")));
    }

    #[test]
    fn steps_without_a_name_get_one() {
        let named = with_step_names(&read("workflows: { a: { steps: [{ name: x }, { steps: [{ command: y }] }] } }"));
        let steps = named.dig(["workflows", "a", "steps"]).and_then(Value::as_seq).unwrap();
        assert_eq!(steps[0].get("name"), Some(&Value::from("x")));
        assert_eq!(steps[1].get("name"), Some(&Value::from("step2")));
        assert_eq!(steps[1].get("steps").unwrap().as_seq().unwrap()[0].get("name"), Some(&Value::from("step2_step1")));
    }
}
