//! One component of one stack: its parts merged into its final sections, before templates and YAML functions.

use super::deferred::{Deferred, merge_deferred};
use super::inherit::{Bases, helm_section, merge_free, source_section};
use super::keys::key;
use super::parts::Parts;
use super::sections::{FREE, HELM_KEYS, Kind, SECTIONS, Section};
use super::stack::{Scope, Stack, text_section};
use super::{Engine, backend, secrets};
use crate::error::{Error, Result};
use crate::value::merge::{Rules, merge_all};
use crate::value::{Key, Map, Value};
use std::sync::Arc;

/// A component as its manifests make it.
#[derive(Clone, Debug)]
pub struct Component {
    /// The stack's manifest.
    pub stack: Arc<Stack>,
    /// The type's name, custom ones included.
    pub kind: Arc<str>,
    /// The component's name.
    pub name: Arc<str>,
    /// The final sections, YAML functions and templates as they were written.
    pub sections: Value,
    /// The bases, nearest first; what `inheritance` prints.
    pub chain: Vec<Arc<str>>,
    /// Values that several parts give and of which one is a YAML function, by section.
    pub(crate) deferred: Vec<(&'static str, Deferred)>,
}

impl Component {
    /// A stack's name and a component's in one word, as Atmos's lists give it: `stack_slug`.
    pub fn slug(stack: &str, component: &str) -> String {
        format!("{stack}-{}", component.replace('/', "-"))
    }

    /// A section, if it is there.
    pub fn section(&self, name: &str) -> Option<&Value> {
        self.sections.get(name)
    }

    /// Whether `metadata.type` is `abstract`.
    pub fn is_abstract(&self) -> bool {
        self.sections.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract")
    }

    /// Whether `metadata.enabled` is not false.
    pub fn is_enabled(&self) -> bool {
        self.sections.dig(["metadata", "enabled"]).and_then(Value::as_bool) != Some(false)
    }

    /// The component whose code it runs, if that is not its own: `metadata.component`, else `component`.
    pub fn base(&self) -> &str {
        let metadata = self.sections.dig(["metadata", "component"]).and_then(Value::as_str);
        let base = metadata.or_else(|| self.section("component").and_then(Value::as_str)).unwrap_or_default();
        if base == &*self.name { "" } else { base }
    }
}

impl Engine {
    /// Resolves a component of a stack.
    ///
    /// # Errors
    /// Sections of the wrong type, bases that are missing or circular, a backend type without its section.
    pub(crate) fn resolve(&self, stack: &Arc<Stack>, kind: &str, name: &str) -> Result<Component> {
        match self.parts(stack, kind, name)? {
            Some(parts) => parts.merge(),
            None => self.resolve_custom(stack, kind, name),
        }
    }

    /// Refuses what [`Engine::resolve`] would, without merging where that cannot fail.
    ///
    /// # Errors
    /// As [`Engine::resolve`].
    pub(crate) fn check(&self, stack: &Arc<Stack>, kind: &str, name: &str) -> Result<()> {
        match self.parts(stack, kind, name)? {
            Some(parts) => parts.check(),
            None => self.resolve_custom(stack, kind, name).map(drop),
        }
    }

    /// The parts of a component; `None` for one of a custom type, which has none.
    ///
    /// # Errors
    /// No such component, and as [`Parts::of`].
    pub(crate) fn parts<'a>(&'a self, stack: &'a Arc<Stack>, kind: &str, name: &str) -> Result<Option<Parts<'a>>> {
        let (all, key, own) = written(stack, kind, name)?;
        Kind::from_name(kind).map(|kind| Parts::of(self, stack, kind, key, own, all)).transpose()
    }

    fn resolve_custom(&self, stack: &Arc<Stack>, kind: &str, name: &str) -> Result<Component> {
        let (all, key, own) = written(stack, kind, name)?;
        Ok(Component {
            stack: Arc::clone(stack),
            kind: kind.into(),
            name: Arc::clone(&key.name),
            sections: super::custom::resolve(self, stack, kind, name, own, all)?,
            chain: Vec::new(),
            deferred: Vec::new(),
        })
    }

    fn command(&self, kind: Kind, given: &[&str]) -> String {
        let configured = self
            .workspace
            .config
            .dig(["components", kind.name(), "command"])
            .and_then(Value::as_str)
            .unwrap_or_default();
        let configured = if matches!(kind, Kind::Kubernetes | Kind::Helm) { "" } else { configured };
        given
            .iter()
            .rev()
            .copied()
            .chain([configured])
            .find(|c| !c.is_empty())
            .unwrap_or_else(|| kind.name())
            .to_string()
    }

    /// `settings.integrations.github` lies over `integrations.github` of atmos.yaml.
    fn integrate_github(&self, sections: &mut Map, rules: Rules) {
        if self.settings.github.as_map().is_none_or(Map::is_empty) {
            return;
        }
        let below = Value::map(Map::from_iter([(
            "integrations",
            Value::map(Map::from_iter([("github", self.settings.github.clone())])),
        )]));
        if let Some(settings) = sections.get_mut("settings") {
            *settings = merge_all([&below, &*settings], rules);
        }
    }

    /// `auth` of a component lies over that of atmos.yaml.
    fn add_auth(&self, sections: &mut Map, deferred: &mut Vec<(&'static str, Deferred)>, rules: Rules) {
        let Some(auth) = sections.get_mut("auth") else { return };
        let (merged, waiting) = merge_deferred([&self.settings.auth, &*auth], rules);
        *auth = merged;
        deferred.retain(|(name, _)| *name != "auth");
        deferred.extend(waiting.map(|w| ("auth", w)));
    }
}

/// All components of a type of a stack, and of one of them the key and what manifests say.
fn written<'a>(stack: &'a Stack, kind: &str, name: &str) -> Result<(&'a Map, &'a Key, &'a Value)> {
    let found = stack.components(kind).and_then(|all| Some((all, all.get_entry(name)?)));
    let Some((all, (key, own))) = found else {
        return Err(Error::new(format!("no component `{name}` of type `{kind}` in the stack `{}`", stack.file)));
    };
    if own.as_map().is_none() {
        return Err(
            Error::new(format!("the component `{name}` must be a map, this is a {}", own.type_name())).at(key.span)
        );
    }
    Ok((all, key, own))
}

/// Merges the parts of a component.
///
/// # Errors
/// A backend type without its section, and what is wrong with secrets or Spacelift.
pub(crate) fn merge(parts: &Parts<'_>) -> Result<Component> {
    let Parts { engine, kind, name, own, scope, bases, rules, .. } = parts;
    let (kind, rules) = (*kind, *rules);
    let whose = || format!("the component `{name}`");
    let mut sections = Map::with_capacity(SECTIONS_AND_NAMES);
    let mut deferred = Vec::new();
    for part in SECTIONS.iter().filter(|s| s.has(kind)) {
        let (merged, waiting) = merge_section(parts, part)?;
        deferred.extend(waiting.map(|w| (part.name, w)));
        if part.always || merged.as_map().is_some_and(|m| !m.is_empty()) {
            sections.insert(key(part.name), merged);
        }
    }
    for part in FREE.iter().filter(|s| s.has(kind)) {
        if let Some(merged) =
            merge_free(part.name, [scope.section(part.name), bases.section(part.name), own.get(part.name)], rules)
        {
            sections.insert(key(part.name), merged);
        }
    }
    let own_metadata = own.get("metadata").cloned().unwrap_or_else(Value::empty_map);
    let metadata = metadata(scope, bases, &own_metadata, rules);
    engine.integrate_github(&mut sections, rules);

    let override_text =
        |key: &str| parts.overrides.and_then(|o| o.get(key)).and_then(Value::as_str).unwrap_or_default();
    let commands = [&scope.command, &bases.command, text_section(own, "command", &whose)?, override_text("command")];
    sections.insert(key("command"), Value::from(engine.command(kind, &commands)));
    sections.insert(key("inheritance"), chain_value(&bases.chain));
    sections.insert(key("overrides"), parts.overrides.cloned().unwrap_or_else(Value::empty_map));
    if kind == Kind::Terraform {
        let own_version = text_section(own, "required_version", &whose)?;
        let versions = [override_text("required_version"), own_version, &bases.required_version];
        let version = versions.into_iter().find(|v| !v.is_empty()).unwrap_or_default();
        sections.insert(key("required_version"), Value::from(version));
        let asked = backend::Asked {
            component: name,
            file: &parts.stack.file,
            base: &parts.base_name,
            metadata: &metadata,
            own,
            scope,
            bases,
        };
        backend::add(engine, &mut sections, &asked, rules)?;
        engine.add_auth(&mut sections, &mut deferred, rules);
        if own_metadata.get("type").and_then(Value::as_str) == Some("abstract") {
            drop_spacelift_switch(&mut sections, name)?;
        }
    }
    add_keys_of_kind(kind, &mut sections, own, (scope, bases), rules, &whose)?;
    sections.insert(key("metadata"), metadata);
    sections.insert(key("component"), Value::from(parts.base_name.as_str()));
    Ok(Component {
        stack: Arc::clone(parts.stack),
        kind: kind.name().into(),
        name: Arc::clone(name),
        sections: Value::map(sections).with_span(own.span),
        chain: bases.chain.clone(),
        deferred,
    })
}

/// As many entries as a component has at most, as a rule: with those that Atmos adds when it lists it.
const SECTIONS_AND_NAMES: usize = 36;

/// Merges one section, and tells what of it waits for YAML functions.
///
/// # Errors
/// A secret with a scope that is not its own.
pub(crate) fn merge_section(parts: &Parts<'_>, part: &Section) -> Result<(Value, Option<Deferred>)> {
    let [scope, bases, own, over] = parts.section(part.name);
    let source = match part.name {
        "source" => source_section(parts.own, &|| format!("the component `{}`", parts.name))?,
        _ => None,
    };
    let own = source.as_ref().or(own);
    let over = over.filter(|_| part.overridable);
    let empty = Value::empty_map();
    let values = [scope, bases, own, over].map(|l| l.unwrap_or(&empty));
    if part.name == "secrets" {
        let mut values = values.map(Value::clone);
        secrets::stamp_scopes(&mut values)?;
        return Ok((merge_all(&values, parts.rules), None));
    }
    Ok(if part.deferred { merge_deferred(values, parts.rules) } else { (merge_all(values, parts.rules), None) })
}

/// `metadata`: stack-wide, inherited (but for `type` and `inherits`), own.
fn metadata(scope: &Scope, bases: &Bases, own: &Value, rules: Rules) -> Value {
    let filled = |v: &Value| v.as_map().is_some_and(|m| !m.is_empty());
    if filled(&scope.metadata) || filled(&bases.metadata) {
        merge_all([&scope.metadata, &bases.metadata, own], rules)
    } else {
        own.clone()
    }
}

/// Null where there is no base: Atmos prints `null` until a template pass turns it into a list.
fn chain_value(chain: &[Arc<str>]) -> Value {
    if chain.is_empty() { Value::NULL } else { Value::seq(chain.iter().map(|n| Value::str(Arc::clone(n))).collect()) }
}

/// An abstract component never has a Spacelift stack of its own.
fn drop_spacelift_switch(sections: &mut Map, name: &str) -> Result<()> {
    let Some(spacelift) = sections.get("settings").and_then(|s| s.get("spacelift")) else { return Ok(()) };
    let Some(map) = spacelift.as_map() else {
        return Err(Error::new(format!(
            "`settings.spacelift` of `{name}` must be a map, this is a {}",
            spacelift.type_name()
        ))
        .at(spacelift.span));
    };
    let mut map = map.clone();
    map.remove("workspace_enabled");
    let span = spacelift.span;
    if let Some(settings) = sections.get_mut("settings") {
        settings.set("spacelift", Value::map(map).with_span(span));
    }
    Ok(())
}

/// The keys that only Kubernetes and Helm components have.
fn add_keys_of_kind(
    kind: Kind,
    sections: &mut Map,
    own: &Value,
    (scope, bases): (&Scope, &Bases),
    rules: Rules,
    whose: &dyn Fn() -> String,
) -> Result<()> {
    if kind == Kind::Kubernetes {
        let provider = [text_section(own, "provider", whose)?, &bases.provider, &scope.provider]
            .into_iter()
            .find(|p| !p.is_empty());
        if let Some(provider) = provider {
            sections.insert("provider", Value::from(provider));
        }
    }
    if kind == Kind::Helm {
        let merged = merge_all([&bases.helm, &helm_section(own)], rules);
        for key in HELM_KEYS {
            if let Some(value) = merged.get(key) {
                sections.insert(key, value.clone());
            }
        }
    }
    Ok(())
}
