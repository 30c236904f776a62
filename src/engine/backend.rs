//! Backends: type and section of a Terraform component, with the defaults that Atmos derives from its name.

use super::Engine;
use super::inherit::Bases;
use super::keys::key;
use super::stack::{Scope, map_section, text_section};
use crate::code;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::merge::{Rules, merge_all};
use crate::value::{Map, Value};

/// The component whose backend is asked for.
pub(crate) struct Asked<'a> {
    pub component: &'a str,
    pub file: &'a str,
    pub base: &'a str,
    pub metadata: &'a Value,
    pub own: &'a Value,
    pub scope: &'a Scope,
    pub bases: &'a Bases,
}

impl Asked<'_> {
    /// The name that keys and prefixes are made of: `metadata.name`, else the code that runs, else the component.
    fn key_name(&self) -> &str {
        let name = self.metadata.get("name").and_then(Value::as_str).filter(|n| !n.is_empty());
        name.or(Some(self.base).filter(|b| !b.is_empty())).unwrap_or(self.component)
    }
}

/// Adds `backend_type`, `backend`, `remote_state_backend_type` and `remote_state_backend`.
pub(crate) fn add(engine: &Engine, sections: &mut Map, asked: &Asked<'_>, rules: Rules) -> Result<()> {
    let whose = || format!("the component `{}`", asked.component);
    // Atmos merges backends with the repository's list strategy, not with that of the component's settings.
    let rules = Rules { lists: engine.rules().lists, ..rules };
    let own_backend = map_section(asked.own, "backend", &whose)?;
    let kind = nearest([
        text_section(asked.own, "backend_type", &whose)?,
        &asked.bases.backend_type,
        &asked.scope.backend_type,
    ]);
    let all =
        merge_all([Some(&asked.scope.backend), Some(&asked.bases.backend), own_backend].into_iter().flatten(), rules);
    let mut backend = match all.get(kind) {
        Some(section) if section.as_map().is_some() => section.clone(),
        Some(section) => {
            return Err(Error::new(format!(
                "`backend.{kind}` of {} must be a map, this is a {}",
                whose(),
                section.type_name()
            ))
            .at(section.span));
        }
        None => {
            check_configured(engine, "backend", kind, std::iter::once(&all), asked)?;
            Value::empty_map()
        }
    };
    add_defaults(engine, &mut backend, kind, asked, own_backend);

    let own_remote = map_section(asked.own, "remote_state_backend", &whose)?;
    let remote_kind = nearest([
        text_section(asked.own, "remote_state_backend_type", &whose)?,
        &asked.bases.remote_state_backend_type,
        &asked.scope.remote_state_backend_type,
        kind,
    ]);
    let layers = [Some(&asked.scope.remote_state_backend), Some(&asked.bases.remote_state_backend), own_remote];
    if !layers.iter().flatten().any(|l| l.get(remote_kind).is_some()) {
        let layers = layers.iter().flatten().copied();
        check_configured(engine, "remote_state_backend", remote_kind, layers, asked)?;
    }
    let same = (remote_kind == kind).then_some(&backend);
    let mut parts = vec![];
    for section in layers.into_iter().flatten().filter_map(|l| l.get(remote_kind)) {
        if section.as_map().is_none() {
            return Err(Error::new(format!(
                "`remote_state_backend.{remote_kind}` of {} must be a map, this is a {}",
                whose(),
                section.type_name()
            ))
            .at(section.span));
        }
        parts.push(section);
    }
    let remote = merge_all(same.into_iter().chain(parts), rules);

    sections.insert(key("backend_type"), Value::from(kind));
    sections.insert(key("remote_state_backend_type"), Value::from(remote_kind));
    sections.insert(key("backend"), backend);
    sections.insert(key("remote_state_backend"), remote);
    Ok(())
}

/// The keys of a component that say something about backends.
pub(crate) const KEYS: [&str; 4] = ["backend", "backend_type", "remote_state_backend", "remote_state_backend_type"];

/// Whether a component that says nothing about backends gets one that is right.
pub(crate) fn is_sound(engine: &Engine, scope: &Scope, file: &str) -> bool {
    let (nothing, bases) = (Value::empty_map(), Bases::none());
    let asked = Asked { component: "", file, base: "", metadata: &nothing, own: &nothing, scope, bases: &bases };
    add(engine, &mut Map::default(), &asked, engine.rules()).is_ok()
}

/// The first that is set.
fn nearest<const N: usize>(candidates: [&str; N]) -> &str {
    candidates.into_iter().find(|c| !c.is_empty()).unwrap_or_default()
}

/// Refuses a backend type whose section is missing while others are configured; a tolerant engine goes on without it.
fn check_configured<'a>(
    engine: &Engine,
    section: &str,
    kind: &str,
    layers: impl Iterator<Item = &'a Value>,
    asked: &Asked<'_>,
) -> Result<()> {
    if kind.is_empty() || engine.is_tolerant() {
        return Ok(());
    }
    let mut keys: Vec<(&str, crate::text::Span)> =
        layers.filter_map(Value::as_map).flat_map(Map::iter).map(|(k, _)| (&*k.name, k.span)).collect();
    if keys.is_empty() {
        return Ok(());
    }
    keys.sort_unstable();
    keys.dedup_by_key(|(name, _)| *name);
    let names: Vec<&str> = keys.iter().map(|(n, _)| *n).collect();
    Err(Error::new(format!(
        "the component `{}` in `{}` has `{section}_type: {kind}`, but `{section}` configures only {}",
        asked.component,
        asked.file,
        names.join(", ")
    ))
    .code(&code::BACKEND_SECTION)
    .at(keys[0].1)
    .maybe_hint(did_you_mean(kind, names.iter().copied()))
    .hint(format!("add `{kind}:` under `{section}:`, or change `{section}_type`")))
}

fn add_defaults(engine: &Engine, backend: &mut Value, kind: &str, asked: &Asked<'_>, own: Option<&Value>) {
    let unset = |backend: &Value, key: &str| backend.get(key).and_then(Value::as_str).is_none_or(str::is_empty);
    let name = match &*engine.settings.workspace_separator {
        "/" => asked.key_name().to_string(),
        separator => asked.key_name().replace('/', separator),
    };
    match kind {
        "s3" if unset(backend, "workspace_key_prefix") => backend.set("workspace_key_prefix", Value::from(name)),
        "gcs" if unset(backend, "prefix") => backend.set("prefix", Value::from(name)),
        "azurerm" => {
            // A key of the component's own stays, and so does one that a base gave; the stack's is a folder.
            let key_of = |section: Option<&Value>| {
                section
                    .and_then(|s| s.get("azurerm"))
                    .and_then(|a| a.get("key"))
                    .and_then(Value::as_str)
                    .map(str::to_string)
            };
            let stack_key = key_of(Some(&asked.scope.backend));
            let merged = backend.get("key").and_then(Value::as_str).filter(|k| !k.is_empty());
            if key_of(own).is_some() || (merged.is_some() && merged != stack_key.as_deref()) {
                return;
            }
            let file = format!("{name}.terraform.tfstate");
            let key = stack_key.map_or_else(|| file.clone(), |folder| format!("{folder}/{file}"));
            backend.set("key", Value::from(key));
        }
        _ => {}
    }
}
