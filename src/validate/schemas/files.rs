//! Files against the JSON Schemas that `schemas` of atmos.yaml names for them.

use crate::code;
use crate::engine::schema::{JsonSchema, Schema};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::validate::{Diagnostic, Report};
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use crate::yaml;
use std::path::{Path, PathBuf};

/// Entries of `schemas` that are folders of schemas for components.
const FOLDERS: [&str; 3] = ["cue", "jsonschema", "opa"];
/// What names the schema of manifests that comes with gaia.
const EMBEDDED: &str = "atmos://schema/atmos/manifest/1.0";

/// Checks the files of all entries of `schemas`, or of one; `schema` stands for the schema that it names.
///
/// # Errors
/// There is no such entry.
pub fn files(workspace: &Workspace, key: Option<&str>, schema: Option<&str>) -> Result<Report> {
    let schemas = workspace.config.get("schemas").and_then(Value::as_map);
    let entries: Vec<_> = schemas
        .into_iter()
        .flat_map(Map::sorted)
        .filter(|(name, entry)| !FOLDERS.contains(&&*name.name) && entry.as_map().is_some())
        .filter(|(name, _)| key.is_none_or(|key| key == &*name.name))
        .collect();
    if let (Some(key), true) = (key, entries.is_empty()) {
        let names = schemas.into_iter().flat_map(Map::names).filter(|n| !FOLDERS.contains(n));
        return Err(Error::usage(format!("atmos.yaml has no schema `{key}`"))
            .maybe_hint(did_you_mean(key, names))
            .hint("`schemas` of atmos.yaml names schemas and the files (`matches`) that they are for"));
    }
    let mut found = Vec::new();
    for (name, entry) in entries {
        match check(workspace, &name.name, entry, schema) {
            Ok(problems) => found.extend(problems),
            Err(error) => {
                let error = error.code(&code::INVALID_VALIDATION).at(entry.span);
                found.push(Diagnostic::from_error(&error, &code::INVALID_VALIDATION));
            }
        }
    }
    Ok(Report::new(found, workspace.sources.clone(), workspace.root.clone()))
}

fn check(workspace: &Workspace, name: &str, entry: &Value, schema: Option<&str>) -> Result<Vec<Diagnostic>> {
    let files = matches(workspace, entry);
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let text = |key: &str| entry.get(key).and_then(Value::as_str).filter(|t| !t.is_empty());
    let asked = schema.or(text("schema")).or(text("manifest"));
    let schema = match asked {
        Some(path) if path != EMBEDDED => Some(load(workspace, path)?),
        None if name != "atmos" => {
            return Err(Error::new(format!("`schemas.{name}` names files, and no schema for them"))
                .hint("add `schema: path/to/schema.json`"));
        }
        _ => None,
    };
    let manifests = Schema::default();
    let mut found = Vec::new();
    for path in files {
        let problems = match read(workspace, &path) {
            Ok(value) => match &schema {
                Some(schema) => schema.problems(&value),
                None => manifests.check(&value, &path),
            },
            Err(error) => vec![error],
        };
        found.extend(problems.iter().map(|e| Diagnostic::from_error(e, &code::FILE_SCHEMA).in_file(&path)));
    }
    Ok(found)
}

/// The files that `matches` of an entry finds, seen from the current directory.
fn matches(workspace: &Workspace, entry: &Value) -> Vec<PathBuf> {
    let patterns = entry.get("matches").and_then(Value::as_seq).unwrap_or_default();
    let mut files: Vec<PathBuf> =
        patterns.iter().filter_map(Value::as_str).flat_map(|p| workspace.glob(&workspace.cwd.join(p))).collect();
    files.sort();
    files.dedup();
    files
}

fn load(workspace: &Workspace, path: &str) -> Result<JsonSchema> {
    if path.contains("://") {
        return Err(
            Error::new(format!("the schema `{path}` is not on this machine")).hint("download it, and name the file")
        );
    }
    let here = [&workspace.cwd, &workspace.root].into_iter().map(|dir| dir.join(path)).find(|p| p.is_file());
    let Some(found) = here else { return Err(Error::new(format!("there is no schema `{path}`"))) };
    JsonSchema::load(&found, "the file")
}

/// A file as the schema sees it: YAML functions are the text that they are written as.
fn read(workspace: &Workspace, path: &Path) -> Result<Value> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Error::new(format!("cannot read `{}`: {e}", workspace.shown(path))).in_file(path))?;
    let source = workspace.sources.add(path, text, false);
    Ok(yaml::load(&source, &mut yaml::PlainTags)?.value)
}
