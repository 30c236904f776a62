//! One component of one stack: its layers merged into its final sections, before templates and YAML functions.

use super::deferred::{Deferred, merge_deferred};
use super::inherit::{Bases, Heir, helm_section, inherited_name, merge_free, source_section, unknown_base};
use super::keys::key;
use super::sections::{FREE, HELM_KEYS, Kind, SECTIONS};
use super::stack::{Scope, Stack, list_strategy, map_section, text_section};
use super::{Engine, backend, secrets};
use crate::error::{Error, Result};
use crate::text::{Span, nearest};
use crate::value::merge::{Rules, merge_all};
use crate::value::{Map, Value};
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
    /// Values that several layers give and of which one is a YAML function, by section.
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
        let all = stack.components(kind).cloned().unwrap_or_default();
        let Some((key, own)) = all.get_entry(name) else {
            return Err(Error::new(format!("no component `{name}` of type `{kind}` in the stack `{}`", stack.file)));
        };
        if own.as_map().is_none() {
            return Err(
                Error::new(format!("the component `{name}` must be a map, this is a {}", own.type_name())).at(key.span)
            );
        }
        let component = |sections, chain, deferred| Component {
            stack: Arc::clone(stack),
            kind: kind.into(),
            name: name.into(),
            sections,
            chain,
            deferred,
        };
        match Kind::from_name(kind) {
            Some(known) => {
                let (sections, chain, deferred) = self.merge_layers(stack, known, name, own, &all)?;
                Ok(component(sections, chain, deferred))
            }
            None => Ok(component(super::custom::resolve(self, stack, kind, name, own, &all)?, Vec::new(), Vec::new())),
        }
    }

    #[allow(clippy::type_complexity)]
    fn merge_layers(
        &self,
        stack: &Arc<Stack>,
        kind: Kind,
        name: &str,
        own: &Value,
        all: &Map,
    ) -> Result<(Value, Vec<Arc<str>>, Vec<(&'static str, Deferred)>)> {
        let whose = || format!("the component `{name}`");
        let scope = stack.scope(self, kind)?;
        let overrides = map_section(own, "overrides", &whose)?.cloned().unwrap_or_else(Value::empty_map);
        let whose_overrides = || format!("the overrides of `{name}`");
        let own_settings = map_section(own, "settings", &whose)?;
        let override_settings = map_section(&overrides, "settings", &whose_overrides)?;

        let rules = self.rules();
        let heir = Heir {
            kind,
            name,
            file: &stack.file,
            all,
            rules: list_strategy(rules, [own_settings, override_settings])?,
        };
        let (bases, base_name) = self.bases(&heir, own)?;
        let rules = list_strategy(
            rules,
            [scope.section("settings"), bases.section("settings"), own_settings, override_settings],
        )?;

        let empty = Value::empty_map();
        let mut sections = Map::with_capacity(40);
        let mut deferred = Vec::new();
        for part in SECTIONS.iter().filter(|s| s.has(kind)) {
            let source;
            let mine = if part.name == "source" {
                source = source_section(own, &whose)?;
                source.as_ref()
            } else {
                map_section(own, part.name, &whose)?
            };
            let over = if part.overridable { map_section(&overrides, part.name, &whose_overrides)? } else { None };
            let layers = [scope.section(part.name), bases.section(part.name), mine, over].map(|l| l.unwrap_or(&empty));
            let merged = if part.name == "secrets" {
                let mut layers = layers.map(Value::clone);
                secrets::stamp_scopes(&mut layers)?;
                merge_all(&layers, rules)
            } else if part.deferred {
                let (merged, waiting) = merge_deferred(layers, rules);
                deferred.extend(waiting.map(|w| (part.name, w)));
                merged
            } else {
                merge_all(layers, rules)
            };
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
        let own_metadata = map_section(own, "metadata", &whose)?.cloned().unwrap_or_else(Value::empty_map);
        let metadata = metadata(&scope, &bases, &own_metadata, rules);
        self.integrate_github(&mut sections, rules);

        let command = self.command(
            kind,
            &[
                &scope.command,
                &bases.command,
                text_section(own, "command", &whose)?,
                text_section(&overrides, "command", &whose_overrides)?,
            ],
        );
        sections.insert(key("command"), Value::from(command));
        sections.insert(key("inheritance"), chain_value(&bases.chain));
        sections.insert(key("overrides"), overrides.clone());
        if kind == Kind::Terraform {
            let version = text_section(&overrides, "required_version", &whose_overrides)?;
            let version = [version, text_section(own, "required_version", &whose)?, &bases.required_version]
                .into_iter()
                .find(|v| !v.is_empty())
                .unwrap_or_default();
            sections.insert(key("required_version"), Value::from(version));
            let asked = backend::Asked {
                component: name,
                file: &stack.file,
                base: &base_name,
                metadata: &metadata,
                own,
                scope: &scope,
                bases: &bases,
            };
            backend::add(self, &mut sections, &asked, rules)?;
            self.add_auth(&mut sections, &mut deferred, rules);
            if own_metadata.get("type").and_then(Value::as_str) == Some("abstract") {
                drop_spacelift_switch(&mut sections, name)?;
            }
        }
        add_keys_of_kind(kind, &mut sections, own, (&scope, &bases), rules, &whose)?;
        sections.insert(key("metadata"), metadata);
        sections.insert(key("component"), Value::from(base_name));
        let span = own.span;
        Ok((Value::map(sections).with_span(span), bases.chain, deferred))
    }

    /// The bases of a component, and the name of the component whose code it runs.
    fn bases(&self, heir: &Heir<'_>, own: &Value) -> Result<(Bases, String)> {
        let whose = || format!("the component `{}`", heir.name);
        let name_at = |value: &Value, key: &str| match value.get(key) {
            None => Ok(None),
            Some(name) => match name.as_str() {
                Some(text) => Ok(Some((text.to_string(), name.span))),
                None => {
                    Err(Error::new(format!("`{key}` of {} must be a string, this is a {}", whose(), name.type_name()))
                        .at(name.span))
                }
            },
        };
        let parent = name_at(own, "component")?;
        let metadata = map_section(own, "metadata", &whose)?;
        let explicit = metadata.map(|m| name_at(m, "component")).transpose()?.flatten();
        let mut named: Vec<(&str, Span)> = parent.iter().map(|(name, at)| (name.as_str(), *at)).collect();
        if let Some(inherits) = metadata.and_then(|m| m.get("inherits")) {
            let list = inherits.as_seq().ok_or_else(|| {
                Error::new(format!(
                    "`metadata.inherits` of {} must be a list, this is a {}",
                    whose(),
                    inherits.type_name()
                ))
                .at(inherits.span)
                .hint("write `inherits:` with `- name` lines")
            })?;
            for item in list {
                let name = inherited_name(item, heir.name)?;
                if !heir.all.contains(name) {
                    if self.is_tolerant() {
                        // told elsewhere; the base that was most likely meant keeps further problems away
                        named.extend(nearest(name, heir.all.names()).map(|near| (near, item.span)));
                        continue;
                    }
                    return Err(unknown_base(heir, heir.name, name, item.span));
                }
                named.push((name, item.span));
            }
        }
        let bases = self.add_bases(heir, named)?;
        let inherited = parent.and_then(|_| bases.first.as_deref().map(str::to_string));
        let base_name = explicit.map(|(name, _)| name).or(inherited).filter(|n| !n.is_empty());
        Ok((bases, base_name.unwrap_or_else(|| heir.name.to_string())))
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
        super::import::set(settings, "spacelift", Value::map(map).with_span(span));
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
