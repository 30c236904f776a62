//! A stack manifest with its imports, ready to resolve components from.

use super::Engine;
use super::import::Import;
use super::sections::{FREE, GLOBAL_METADATA, Kind, SECTIONS, Section};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::merge::{Lists, Rules, merge_all};
use crate::value::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A top-level manifest, merged with its imports.
#[derive(Debug)]
pub struct Stack {
    /// The path below the stacks folder without extension, with which Atmos names manifests.
    pub file: Arc<str>,
    /// The manifest.
    pub path: PathBuf,
    /// Imports and manifest, deep-merged.
    pub merged: Value,
    /// The manifest alone.
    pub own: Value,
    /// All imported files, by name, each once, sorted; with several contexts the last one's reading.
    pub(crate) imports: Vec<Import>,
    /// Whether an import is missing, and reading went on without it.
    pub incomplete: bool,
    scopes: [OnceLock<Result<Arc<Scope>>>; 6],
}

/// What stands above the components of one type in one stack: the weakest layer of each section.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    pub sections: Vec<(&'static str, Value)>,
    pub metadata: Value,
    pub command: String,
    pub provider: String,
    pub backend_type: String,
    pub backend: Value,
    pub remote_state_backend_type: String,
    pub remote_state_backend: Value,
    /// Whether a component that says nothing about backends gets a sound one: looked up once, like what follows.
    pub sound_backend: OnceLock<bool>,
    /// Whether all of it is inert.
    pub inert: OnceLock<bool>,
    /// The stack's name for components that set none of the vars that it is made of, by rule.
    pub names: [OnceLock<Result<Arc<str>>>; 3],
}

impl Scope {
    /// Everything that manifests wrote.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        let others = [&self.metadata, &self.backend, &self.remote_state_backend];
        self.sections.iter().map(|(_, v)| v).chain(others)
    }

    /// As [`Scope::values`]: the texts.
    pub(crate) fn texts(&self) -> [&str; 4] {
        [&self.command, &self.provider, &self.backend_type, &self.remote_state_backend_type]
    }

    pub(crate) fn section(&self, name: &str) -> Option<&Value> {
        self.sections.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }
}

impl Stack {
    pub(crate) fn new(engine: &Engine, path: &Path) -> Result<Stack> {
        let imported = engine.import_stack(path)?;
        let mut imports: Vec<Import> = Vec::with_capacity(imported.imports.len());
        let mut by_name: Vec<&Import> = imported.imports.iter().collect();
        by_name.sort_by(|a, b| a.name.cmp(&b.name));
        for import in by_name {
            match imports.last_mut() {
                Some(last) if last.name == import.name => *last = import.clone(),
                _ => imports.push(import.clone()),
            }
        }
        Ok(Stack {
            file: engine.stack_file_name(path).into(),
            path: path.to_path_buf(),
            merged: imported.merged.clone(),
            own: imported.own.clone(),
            imports,
            incomplete: imported.incomplete,
            scopes: Default::default(),
        })
    }

    /// The same stack with other manifests.
    pub(crate) fn with_merged(&self, merged: Value) -> Stack {
        Stack {
            file: Arc::clone(&self.file),
            path: self.path.clone(),
            own: Value::empty_map(),
            merged,
            imports: Vec::new(),
            incomplete: self.incomplete,
            scopes: Default::default(),
        }
    }

    /// `name` of the manifest.
    pub fn manifest_name(&self) -> Option<&str> {
        self.merged.get("name").and_then(Value::as_str).filter(|n| !n.is_empty())
    }

    /// The components of a type as the manifests give them.
    pub fn components(&self, kind: &str) -> Option<&Map> {
        self.merged.get("components")?.get(kind)?.as_map()
    }

    /// The layers above the components of a type; worked out once.
    pub(crate) fn scope(&self, engine: &Engine, kind: Kind) -> Result<Arc<Scope>> {
        self.scopes[kind as usize].get_or_init(|| Scope::new(engine, self, kind).map(Arc::new)).clone()
    }
}

/// A section that must be a map if it is there.
pub(crate) fn map_section<'a>(of: &'a Value, name: &str, whose: &dyn Fn() -> String) -> Result<Option<&'a Value>> {
    match of.as_map().and_then(|m| m.get_entry(name)) {
        None => Ok(None),
        Some((_, value)) if value.as_map().is_some() => Ok(Some(value)),
        Some((key, value)) => {
            Err(Error::new(format!("`{name}` of {} must be a map, this is a {}", whose(), value.type_name()))
                .at(if value.span.is_none() || value.is_null() { key.span } else { value.span })
                .hint(format!("write `{name}:` with keys below it, or remove it")))
        }
    }
}

/// A section that must be a string if it is there.
pub(crate) fn text_section<'a>(of: &'a Value, name: &str, whose: &dyn Fn() -> String) -> Result<&'a str> {
    match of.as_map().and_then(|m| m.get_entry(name)) {
        None => Ok(""),
        Some((key, value)) => value.as_str().ok_or_else(|| {
            Error::new(format!("`{name}` of {} must be a string, this is a {}", whose(), value.type_name()))
                .at(if value.is_null() { key.span } else { value.span })
        }),
    }
}

/// The sections that a stack may set for all its components; each must be a map.
const TOP_LEVEL: [&str; 16] = [
    "vars",
    "hooks",
    "settings",
    "env",
    "generate",
    "terraform",
    "helmfile",
    "packer",
    "ansible",
    "kubernetes",
    "helm",
    "components",
    "auth",
    "metadata",
    "secrets",
    "dependencies",
];

/// Refuses a manifest whose top-level sections Atmos cannot merge.
pub(crate) fn check_top_level(merged: &Value) -> Result<()> {
    for name in TOP_LEVEL {
        map_section(merged, name, &|| "the stack".to_string())?;
    }
    for (key, _) in merged.get("metadata").and_then(Value::as_map).into_iter().flat_map(Map::iter) {
        if !GLOBAL_METADATA.contains(&&*key.name) {
            return Err(Error::new(format!("stack-wide `metadata` cannot have `{}`", key.name))
                .at(key.span)
                .maybe_hint(did_you_mean(&key.name, GLOBAL_METADATA))
                .hint(format!(
                    "allowed here: {}; anything else belongs to a component's `metadata`",
                    GLOBAL_METADATA.join(", ")
                )));
        }
    }
    Ok(())
}

impl Scope {
    fn new(engine: &Engine, stack: &Stack, kind: Kind) -> Result<Scope> {
        let rules = engine.rules();
        let top = &stack.merged;
        let empty = Value::empty_map();
        let typed = top.get(kind.name()).unwrap_or(&empty);
        let whose = || format!("`{}`", kind.name());
        let layer = |section: &Section| -> Result<Option<Value>> {
            let global = if section.is_global(kind) { top.get(section.name) } else { None };
            let typed = if section.is_typed(kind) { map_section(typed, section.name, &whose)? } else { None };
            let environment = (section.name == "env").then_some(&engine.settings.env);
            let layers = [environment, global, typed];
            Ok(match layers.iter().flatten().count() {
                0 => None,
                _ => Some(merge_all(layers.into_iter().flatten(), rules)),
            })
        };
        let mut sections = Vec::new();
        for section in SECTIONS.iter().filter(|s| s.has(kind)) {
            if let Some(value) = layer(section)? {
                sections.push((section.name, value));
            }
        }
        for section in FREE.iter().filter(|s| s.has(kind) && s.is_typed(kind)) {
            if let Some(value) = typed.get(section.name) {
                sections.push((section.name, value.clone()));
            }
        }
        let mut scope = Scope {
            sections,
            metadata: top.get("metadata").cloned().unwrap_or_else(Value::empty_map),
            command: text_section(typed, "command", &whose)?.to_string(),
            ..Scope::default()
        };
        match kind {
            Kind::Terraform => {
                scope.backend_type = text_section(typed, "backend_type", &whose)?.to_string();
                scope.backend = map_section(typed, "backend", &whose)?.cloned().unwrap_or_default();
                scope.remote_state_backend_type = text_section(typed, "remote_state_backend_type", &whose)?.to_string();
                scope.remote_state_backend =
                    map_section(typed, "remote_state_backend", &whose)?.cloned().unwrap_or_default();
            }
            Kind::Kubernetes => scope.provider = text_section(typed, "provider", &whose)?.to_string(),
            _ => {}
        }
        Ok(scope)
    }
}

/// The list strategy that the strongest of some `settings` sections asks for, else the given one.
///
/// # Errors
/// A name that is no strategy.
pub(crate) fn list_strategy<'a>(rules: Rules, settings: impl IntoIterator<Item = Option<&'a Value>>) -> Result<Rules> {
    let mut rules = rules;
    for value in settings.into_iter().flatten().filter_map(|s| s.get("list_merge_strategy")) {
        if let Some(name) = value.as_str().filter(|n| !n.is_empty()) {
            rules.lists = Lists::from_name(name).ok_or_else(|| {
                Error::new(format!("unknown `list_merge_strategy` `{name}`"))
                    .at(value.span)
                    .maybe_hint(did_you_mean(name, Lists::NAMES))
                    .hint(format!("one of: {}", Lists::NAMES.join(", ")))
            })?;
        }
    }
    Ok(rules)
}
