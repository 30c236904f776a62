//! Components against the schemas and policies that their `settings.validation` names.

use super::settings::{self, Validation};
use crate::code;
use crate::engine::schema::JsonSchema;
use crate::engine::{Component, ComponentView, Engine, Manifest, Stack};
use crate::error::{Error, Result};
use crate::text::{Source, Span};
use crate::validate::rego::{self, Dialect, Rego};
use crate::validate::{Diagnostic, Report};
use crate::value::{Data, Key, Map, Value};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a policy may take, unless the validation says otherwise; as in Atmos.
const TIMEOUT: u64 = 20;

/// What Atmos evaluates in a policy.
const ERRORS: &str = "data.atmos.errors";

/// What the command line says in the place of `settings.validation`.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--schema-path`
    pub schema_path: Option<String>,
    /// `--schema-type`
    pub schema_type: Option<String>,
    /// `--module-paths`
    pub module_paths: Vec<String>,
    /// `--timeout`, in seconds
    pub timeout: Option<u64>,
}

impl Overrides {
    /// The validations to carry out: path and type of the command line alone are one; otherwise those of the component,
    /// each with what the command line says instead.
    fn apply(&self, validations: Vec<Validation>) -> Vec<Validation> {
        if let (Some(path), Some(kind)) = (&self.schema_path, &self.schema_type) {
            return vec![Validation {
                name: path.clone(),
                schema_type: kind.clone(),
                schema_path: path.clone(),
                module_paths: self.module_paths.clone(),
                timeout: self.timeout.unwrap_or_default(),
                ..Validation::default()
            }];
        }
        let replaced = |mut v: Validation| {
            v.schema_path = self.schema_path.clone().unwrap_or(v.schema_path);
            v.schema_type = self.schema_type.clone().unwrap_or(v.schema_type);
            v.timeout = self.timeout.filter(|t| *t > 0).unwrap_or(v.timeout);
            if !self.module_paths.is_empty() {
                v.module_paths.clone_from(&self.module_paths);
            }
            v
        };
        validations.into_iter().filter(|v| !v.disabled).map(replaced).collect()
    }
}

/// Checks one component of one stack, as `atmos validate component` does but with every problem.
///
/// # Errors
/// An unknown component or stack, or a component that cannot be described.
pub fn component(engine: &Arc<Engine>, name: &str, stack: &str, overrides: &Overrides) -> Result<Report> {
    let component = engine.find_component(name, stack)?;
    let sections = described(engine, &component, stack)?;
    let found = Checker::new(engine).check(&sections, overrides);
    let workspace = engine.workspace();
    Ok(Report::new(found, workspace.sources.clone(), workspace.root.clone()))
}

/// Checks every component that has validations; abstract and disabled ones have none. What cannot be described is left
/// to the checks that say so.
pub fn components(engine: &Arc<Engine>, manifests: &[Manifest], stacks: &[&Arc<Stack>]) -> Vec<Diagnostic> {
    let checker = Checker::new(engine);
    let is_wanted = |component: &Component| {
        let validations = component.sections.dig(["settings", "validation"]).and_then(Value::as_map);
        let is_on = |v: &Value| v.get("disabled").and_then(Value::as_bool) != Some(true);
        validations.is_some_and(|v| v.values().any(is_on)) && !component.is_abstract() && component.is_enabled()
    };
    let stacks = stacks.par_iter().filter(|stack| asks_for_validation(stack));
    let wanted = stacks.flat_map_iter(|stack| engine.resolvable(stack)).filter(|(_, c)| is_wanted(c));
    let mut found = unread(manifests, &checker);
    let refused: Vec<Diagnostic> = wanted
        .flat_map_iter(|(stack, component)| {
            described(engine, &component, &stack)
                .map(|sections| checker.check(&sections, &Overrides::default()))
                .unwrap_or_default()
        })
        .collect();
    // what cannot be read was told
    found.extend(refused);
    found
}

/// The schemas and policies that manifests name and that cannot be read, whatever becomes of the components.
fn unread(manifests: &[Manifest], checker: &Checker<'_>) -> Vec<Diagnostic> {
    let components = manifests.iter().flat_map(Manifest::components).map(|(_, component)| component);
    let validations = components.flat_map(|sections| settings::read(sections).unwrap_or_default());
    let fault = |validation: Validation| {
        let path = checker.find(&validation).ok().filter(|_| !validation.disabled)?;
        let error = match validation.schema_type.as_str() {
            "jsonschema" => checker.schema(&path).err()?,
            "opa" => checker.policy(&checker.files(&path, &validation).ok()?).err()?,
            _ => return None,
        };
        let error = error.at(validation.path_span);
        Some(Diagnostic::from_error(&error, &code::INVALID_VALIDATION))
    };
    validations.filter_map(fault).collect()
}

/// Whether anything in a stack has a `settings.validation`: most have none, and need not be merged to find that out.
fn asks_for_validation(stack: &Stack) -> bool {
    let asks = |holder: &Value| holder.dig(["settings", "validation"]).is_some();
    let asks = |holder: &Value| asks(holder) || holder.get("overrides").is_some_and(asks);
    let components = stack.merged.get("components").and_then(Value::as_map).into_iter().flat_map(Map::values);
    asks(&stack.merged)
        || stack.merged.as_map().into_iter().flat_map(Map::values).any(asks)
        || components.filter_map(Value::as_map).flat_map(Map::values).any(asks)
}

/// All sections of a component, with the place of the component.
fn described(engine: &Engine, component: &Component, stack: &str) -> Result<Value> {
    Ok(engine.describe_as(component, stack, ComponentView::Full)?.with_span(component.sections.span))
}

/// Carries validations out; schemas and policies are read once.
struct Checker<'a> {
    engine: &'a Engine,
    schemas: Memo<PathBuf, JsonSchema>,
    policies: Memo<Vec<PathBuf>, Rego>,
}

impl<'a> Checker<'a> {
    fn new(engine: &'a Engine) -> Self {
        Checker { engine, schemas: Memo::default(), policies: Memo::default() }
    }

    /// Everything that the validations find.
    fn check(&self, sections: &Value, overrides: &Overrides) -> Vec<Diagnostic> {
        let validations = match settings::read(sections) {
            Ok(validations) => overrides.apply(validations),
            Err(error) => return vec![Diagnostic::from_error(&error, &code::INVALID_VALIDATION)],
        };
        let mut seen = sections.clone();
        if let (Data::Map(map), false) = (&mut seen.data, validations.is_empty()) {
            Arc::make_mut(map).insert("process_env", environment());
        }
        let carry_out = |validation: &Validation| {
            self.carry_out(validation, &seen).unwrap_or_else(|error| {
                let error = error.at(if validation.path_span.is_none() { sections.span } else { validation.path_span });
                vec![Diagnostic::from_error(&error, &code::INVALID_VALIDATION)]
            })
        };
        validations.iter().flat_map(carry_out).collect()
    }

    fn carry_out(&self, validation: &Validation, sections: &Value) -> Result<Vec<Diagnostic>> {
        validation.check_type()?;
        let path = self.find(validation)?;
        let described = |diagnostic: Diagnostic| {
            let text = if validation.description.is_empty() { &validation.name } else { &validation.description };
            diagnostic.related(format!("asked for by the validation `{text}`"), validation.path_span)
        };
        if validation.schema_type == "jsonschema" {
            let schema = self.schema(&path)?;
            let found = schema.problems(sections).into_iter();
            return Ok(found.map(|e| described(Diagnostic::from_error(&e, &code::COMPONENT_SCHEMA))).collect());
        }
        let files = self.files(&path, validation)?;
        let policy = self.policy(&files)?;
        let mut policy = Rego::clone(&policy);
        let seconds = if validation.timeout == 0 { TIMEOUT } else { validation.timeout };
        policy.limit(Duration::from_secs(seconds));
        let found = policy.eval(ERRORS, rego::input(sections)).map_err(|e| {
            let place = rego::place(&e);
            let e = e.context(format_args!("the policy `{}` cannot be evaluated", validation.schema_path));
            let e = if files.len() == 1 {
                self.within(&path, e, |source| place.map(|(l, c)| source.rest_of_line(l, c)))
            } else {
                e
            };
            e.hint(format!("it may take {seconds} s: `timeout` of the validation says how long"))
        })?;
        let Some(serde_json::Value::Array(messages)) = found else {
            return Err(Error::new(format!("the policy `{}` has no list of `errors`", validation.schema_path))
                .hint("begin it with `package atmos`, and give messages with `errors[message] { … }`"));
        };
        Ok(messages
            .iter()
            .map(|message| {
                let text = message.as_str().map_or_else(|| message.to_string(), str::to_owned);
                let span = place(&text, sections);
                described(Diagnostic::new(&code::COMPONENT_POLICY, text, span))
            })
            .collect())
    }

    fn schema(&self, path: &Path) -> Result<Arc<JsonSchema>> {
        let load = || JsonSchema::load(path, "the component").map_err(|e| self.within(path, e, JsonSchema::fault));
        self.schemas.get(path.to_owned(), load)
    }

    /// A policy with its modules.
    fn files(&self, path: &Path, validation: &Validation) -> Result<Vec<PathBuf>> {
        let mut files = vec![path.to_owned()];
        for module in &validation.module_paths {
            files.extend(rego::files(&self.base("opa").join(module)).map_err(|e| e.code(&code::INVALID_VALIDATION))?);
        }
        Ok(files)
    }

    fn policy(&self, files: &[PathBuf]) -> Result<Arc<Rego>> {
        self.policies.get(files.to_vec(), || self.compile(files))
    }

    fn compile(&self, files: &[PathBuf]) -> Result<Rego> {
        let mut policy = Rego::new(Dialect::V0);
        for file in files {
            let text = std::fs::read_to_string(file)
                .map_err(|e| Error::new(format!("cannot read the policy `{}`: {e}", file.display())))?;
            policy.add(Path::new(file), &text).map_err(|e| {
                let place = rego::place(&e);
                self.within(file, e, |source| place.map(|(line, column)| source.rest_of_line(line, column)))
            })?;
        }
        Ok(policy)
    }

    /// An error at its place in the text of a schema or policy.
    fn within(&self, path: &Path, error: Error, place: impl FnOnce(&Arc<Source>) -> Option<Span>) -> Error {
        let Ok(text) = std::fs::read_to_string(path) else { return error };
        let source = self.engine.workspace().sources.add(path, text, false);
        error.at(place(&source).unwrap_or_default())
    }

    /// The file of a schema: as the path stands, or below the base path of its type.
    fn find(&self, validation: &Validation) -> Result<PathBuf> {
        let as_written = self.engine.workspace().cwd.join(&validation.schema_path);
        if as_written.is_file() {
            return Ok(as_written);
        }
        let base = self.base(&validation.schema_type);
        let below = base.join(validation.schema_path.trim_start_matches('/'));
        if below.is_file() {
            return Ok(below);
        }
        Err(Error::new(format!("there is no {} `{}`", what(&validation.schema_type), validation.schema_path))
            .code(&code::INVALID_VALIDATION)
            .hint(format!(
                "paths are seen from `{}` (`schemas.{}.base_path` of atmos.yaml)",
                self.engine.workspace().shown(&base),
                validation.schema_type
            )))
    }

    /// `schemas.<type>.base_path` of atmos.yaml.
    fn base(&self, kind: &str) -> PathBuf {
        let workspace = self.engine.workspace();
        let base = workspace.config.dig(["schemas", kind, "base_path"]).and_then(Value::as_str).unwrap_or_default();
        crate::workspace::clean(&workspace.root.join(base))
    }
}

fn what(schema_type: &str) -> &'static str {
    if schema_type == "opa" { "policy" } else { "JSON Schema" }
}

/// The process's environment: what Atmos shows to schemas as `process_env`.
fn environment() -> Value {
    Value::map(std::env::vars().map(|(name, value)| (Key::from(name), Value::from(value))).collect())
}

/// The value that a policy's message speaks of: the longest word in it that is the path or the name of a variable; the
/// component where there is none. A policy's message is a text without a place.
fn place(message: &str, sections: &Value) -> Span {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let mut words: Vec<&str> =
        message.split(|c| !is_word(c)).map(|w| w.trim_matches('.')).filter(|w| w.len() > 2).collect();
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    let find = |word: &&str| {
        let path = word.strip_prefix("input.").unwrap_or(word).split('.');
        let value = sections.dig(path.clone()).or_else(|| sections.get("vars")?.dig(path))?;
        // a section is named in passing
        (!value.span.is_none() && (word.contains('.') || sections.get(word).is_none())).then_some(value.span)
    };
    words.iter().find_map(find).unwrap_or(sections.span)
}

/// What was read, by what it was read from.
struct Memo<K, V>(Mutex<FxHashMap<K, Result<Arc<V>>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(Mutex::default())
    }
}

impl<K: std::hash::Hash + Eq, V> Memo<K, V> {
    fn get(&self, key: K, read: impl FnOnce() -> Result<V>) -> Result<Arc<V>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| read().map(Arc::new)).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourceMap;
    use crate::yaml;

    #[test]
    fn the_place_of_a_message_is_that_of_the_variable_it_names() {
        let sources = SourceMap::default();
        let text = "vars:\n  name: x\n  versioning_enabled: false\n  tags: {team: a}\nsettings: {}\n";
        let source = sources.add("a.yaml", text, false);
        let sections = yaml::load(&source, &mut yaml::NoTags).expect("YAML").value;
        let line = |message| source.position(place(message, &sections).start).line;
        assert_eq!(line("In 'prod', set 'versioning_enabled' variable of 'name' to 'true'"), 3);
        assert_eq!(line("the vars must have a name"), 2);
        assert_eq!(line("input.vars.tags.team is wrong"), 4);
        assert_eq!(line("nothing of this is here"), 1);
    }
}
