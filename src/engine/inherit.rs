//! Inheritance: what a component's bases give it.
//!
//! `component: X` takes X with its ancestors; each of `metadata.inherits`, left to right, is laid over what came before, its
//! own ancestors first. A later base wins even over values that an earlier one changed in a common ancestor.

use super::Engine;
use super::sections::{FREE, HELM_KEYS, Kind, SECTIONS};
use super::stack::{list_strategy, map_section, text_section};
use crate::code;
use crate::error::{Error, Result};
use crate::text::{Span, did_you_mean};
use crate::value::merge::{Rules, merge_all};
use crate::value::{Map, Value};
use std::sync::{Arc, OnceLock, PoisonError};

/// What all bases of a component add up to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bases {
    pub sections: Vec<(&'static str, Value)>,
    pub metadata: Value,
    pub helm: Value,
    pub backend: Value,
    pub remote_state_backend: Value,
    /// The base's own `command`: an ancestor's is lost where a nearer base has none, as in Atmos. So are backend types.
    pub command: String,
    pub backend_type: String,
    pub remote_state_backend_type: String,
    pub provider: String,
    pub required_version: String,
    /// The first base that was looked at.
    pub first: Option<Arc<str>>,
    /// The bases, the last one first, each before its ancestors.
    pub chain: Vec<Arc<str>>,
    /// Whether all of it is inert: looked up once.
    pub inert: OnceLock<bool>,
}

/// The bases that some components of one name have had so far, with the components that they were made of.
#[derive(Debug, Default)]
pub(crate) struct KnownBases(Vec<(Vec<Seen>, Arc<Bases>)>);

/// A component that was looked up on the way to a base, and what was found.
type Seen = (Arc<str>, Option<Value>);

/// What names known bases: type, list strategy, the heir and the bases that it names.
pub(crate) type BasesKey = (Kind, Rules, String);

impl KnownBases {
    /// Stacks of one folder tend to share what they import, and come one after the other.
    const KEPT: usize = 4;

    /// The bases, if those of another stack were made of the same components.
    fn get(&self, all: &Map) -> Option<Arc<Bases>> {
        let is_same = |(name, then): &Seen| match (all.get(name), then) {
            (Some(now), Some(then)) => now.ptr_eq(then),
            (now, then) => now.is_none() && then.is_none(),
        };
        self.0.iter().rev().find(|(seen, _)| seen.iter().all(is_same)).map(|(_, bases)| Arc::clone(bases))
    }

    fn put(&mut self, seen: Vec<Seen>, bases: Arc<Bases>) {
        if self.0.len() == Self::KEPT {
            self.0.remove(0);
        }
        self.0.push((seen, bases));
    }
}

/// The way to a base.
#[derive(Default)]
struct Walk {
    /// The steps that led here: component and base.
    open: Vec<(String, String)>,
    seen: Vec<Seen>,
}

impl Bases {
    /// No bases at all.
    pub(crate) fn none() -> Bases {
        Bases { metadata: Value::empty_map(), helm: Value::empty_map(), ..Bases::default() }
    }

    pub(crate) fn section(&self, name: &str) -> Option<&Value> {
        self.sections.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// Everything that manifests wrote.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        let others = [&self.metadata, &self.helm, &self.backend, &self.remote_state_backend];
        self.sections.iter().map(|(_, v)| v).chain(others)
    }

    /// As [`Bases::values`]: the texts.
    pub(crate) fn texts(&self) -> [&str; 5] {
        [&self.command, &self.provider, &self.required_version, &self.backend_type, &self.remote_state_backend_type]
    }

    /// Whether any base says something about backends.
    pub(crate) fn sets_backend(&self) -> bool {
        let filled = |v: &Value| v.as_map().is_some_and(|m| !m.is_empty());
        filled(&self.backend)
            || filled(&self.remote_state_backend)
            || !self.backend_type.is_empty()
            || !self.remote_state_backend_type.is_empty()
    }

    fn merge(&mut self, name: &'static str, value: Option<&Value>, rules: Rules) {
        let Some(value) = value else { return };
        match self.sections.iter_mut().find(|(n, _)| *n == name) {
            Some((_, present)) => *present = merge_all([&*present, value], rules),
            None => self.sections.push((name, merge_all([value], rules))),
        }
    }
}

/// A component whose bases are gathered.
pub(crate) struct Heir<'a> {
    pub kind: Kind,
    pub name: &'a str,
    pub file: &'a str,
    /// All components of the type in the stack.
    pub all: &'a Map,
    /// How lists merge where a base does not say otherwise.
    pub rules: Rules,
}

impl Engine {
    /// The bases of a component added up, in the order in which it names them; from memory where another stack has the
    /// same.
    ///
    /// # Errors
    /// Bases that are missing or circular, and sections of the wrong type.
    pub(crate) fn bases(&self, heir: &Heir<'_>, named: &[(&str, Span)]) -> Result<Arc<Bases>> {
        if named.is_empty() {
            return Ok(Arc::clone(&self.no_bases));
        }
        let of_names = named.iter().fold(heir.name.to_string(), |all, (name, _)| all + "\0" + name);
        let key = (heir.kind, heir.rules, of_names);
        let lock = || self.known_bases.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key).and_then(|known| known.get(heir.all)) {
            return Ok(known);
        }
        let mut walk = Walk::default();
        let bases = Arc::new(self.add_bases(heir, named, &mut walk)?);
        lock().entry(key).or_default().put(walk.seen, Arc::clone(&bases));
        Ok(bases)
    }

    /// A base that is named again takes everything back to what it was after its first time: Atmos remembers that and looks
    /// no further. (Lists of `inherits` double where two imports bring them under `list_merge_strategy: append`.)
    fn add_bases(&self, heir: &Heir<'_>, named: &[(&str, Span)], walk: &mut Walk) -> Result<Bases> {
        let mut bases = Bases::none();
        let mut after: Vec<(&str, Bases)> = Vec::new();
        for (base, at) in named {
            if let Some((_, known)) = after.iter().find(|(name, _)| name == base) {
                bases = known.clone();
                continue;
            }
            self.add_base_of(&mut bases, heir, heir.name, base, *at, walk)?;
            after.push((base, bases.clone()));
        }
        Ok(bases)
    }

    fn add_base_of(
        &self,
        bases: &mut Bases,
        heir: &Heir<'_>,
        component: &str,
        base: &str,
        at: Span,
        walk: &mut Walk,
    ) -> Result<()> {
        if component == base {
            return Ok(());
        }
        let step = (component.to_string(), base.to_string());
        if walk.open.contains(&step) {
            let mut names: Vec<&str> = walk.open.iter().map(|(_, base)| base.as_str()).collect();
            names.push(base);
            return Err(Error::new(format!("circular inheritance: {} → {}", heir.name, names.join(" → ")))
                .code(&code::INHERITS_CIRCULAR)
                .at(at)
                .hint("remove one `inherits` or `component` of the circle"));
        }
        let Some((key, section)) = heir.all.get_entry(base) else {
            walk.seen.push((base.into(), None));
            return self.missing_base(heir, component, base, at);
        };
        walk.seen.push((Arc::clone(&key.name), Some(section.clone())));
        walk.open.push(step);
        let whose = || format!("the component `{base}`");
        if section.as_map().is_none() {
            return Err(
                Error::new(format!("{} must be a map, this is a {}", whose(), section.type_name())).at(key.span)
            );
        }
        let metadata = map_section(section, "metadata", &whose)?;
        let is_abstract = metadata.and_then(|m| m.get("type")).and_then(Value::as_str) == Some("abstract");
        if !is_abstract && let Some(parent) = section.get("component") {
            let name = parent
                .as_str()
                .ok_or_else(|| Error::new(format!("`component` of {} must be a string", whose())).at(parent.span))?;
            self.add_base_of(bases, heir, base, name, parent.span, walk)?;
        }
        if let Some(list) = metadata.and_then(|m| m.get("inherits")).and_then(Value::as_seq) {
            for item in list {
                let name = inherited_name(item, base)?;
                if !heir.all.contains(name) {
                    if self.is_tolerant() {
                        walk.seen.push((name.into(), None));
                        continue;
                    }
                    return Err(unknown_base(heir, component, name, item.span));
                }
                self.add_base_of(bases, heir, component, name, item.span, walk)?;
            }
        }
        self.add_own(bases, heir, base, section, metadata)?;
        walk.open.pop();
        Ok(())
    }

    /// Lays the sections of one base over what the others gave.
    fn add_own(
        &self,
        bases: &mut Bases,
        heir: &Heir<'_>,
        base: &str,
        section: &Value,
        metadata: Option<&Value>,
    ) -> Result<()> {
        let whose = || format!("the component `{base}`");
        let rules = list_strategy(heir.rules, [map_section(section, "settings", &whose)?])?;
        for part in SECTIONS {
            let value = if part.name == "source" {
                source_section(section, &whose)?
            } else {
                map_section(section, part.name, &whose)?.cloned()
            };
            if matches!(part.name, "source" | "provision") && !self.settings.inherit_source {
                continue;
            }
            bases.merge(part.name, value.as_ref(), rules);
        }
        for part in FREE {
            if let Some(value) = section.get(part.name) {
                let merged = merge_free(part.name, [bases.section(part.name), Some(value)], rules);
                bases.sections.retain(|(n, _)| *n != part.name);
                bases.sections.extend(merged.map(|m| (part.name, m)));
            }
        }
        if self.settings.inherit_metadata {
            let own: Map = metadata
                .and_then(Value::as_map)
                .into_iter()
                .flat_map(Map::iter)
                .filter(|(k, _)| !matches!(&*k.name, "inherits" | "type"))
                .map(|(k, v)| (k.clone(), v.clone()))
                .collect();
            bases.metadata = merge_all([&bases.metadata, &Value::map(own)], rules);
        }
        bases.helm = merge_all([&bases.helm, &helm_section(section)], rules);
        bases.backend =
            merge_all([Some(&bases.backend), map_section(section, "backend", &whose)?].into_iter().flatten(), rules);
        bases.remote_state_backend = merge_all(
            [Some(&bases.remote_state_backend), map_section(section, "remote_state_backend", &whose)?]
                .into_iter()
                .flatten(),
            rules,
        );
        bases.command = text_section(section, "command", &whose)?.to_string();
        bases.backend_type = text_section(section, "backend_type", &whose)?.to_string();
        bases.remote_state_backend_type = text_section(section, "remote_state_backend_type", &whose)?.to_string();
        for (name, target) in [("provider", &mut bases.provider), ("required_version", &mut bases.required_version)] {
            let value = text_section(section, name, &whose)?;
            if !value.is_empty() {
                *target = value.to_string();
            }
        }
        let name: Arc<str> = base.into();
        bases.first.get_or_insert_with(|| Arc::clone(&name));
        bases.chain.retain(|n| *n != name);
        bases.chain.insert(0, name);
        Ok(())
    }

    /// A base that no manifest defines is fine if it is a directory of Terraform code (`component: X` names code).
    fn missing_base(&self, heir: &Heir<'_>, component: &str, base: &str, at: Span) -> Result<()> {
        if self.workspace.component_dir(heir.kind.name(), base).is_dir() {
            return Ok(());
        }
        Err(unknown_base(heir, component, base, at))
    }
}

pub(crate) fn unknown_base(heir: &Heir<'_>, component: &str, base: &str, at: Span) -> Error {
    Error::new(format!(
        "the component `{component}` inherits from `{base}`, which no manifest of the stack `{}` defines",
        heir.file
    ))
    .at(at)
    .maybe_hint(did_you_mean(base, heir.all.names()))
    .hint(format!("import the manifest that defines `{base}`"))
}

/// The name in an item of `metadata.inherits`.
pub(crate) fn inherited_name<'a>(item: &'a Value, component: &str) -> Result<&'a str> {
    item.as_str().ok_or_else(|| {
        Error::new(format!("`metadata.inherits` of `{component}` must list names, this is a {}", item.type_name()))
            .at(item.span)
    })
}

/// `source` may be a string: then it is the `uri`.
pub(crate) fn source_section(of: &Value, whose: &dyn Fn() -> String) -> Result<Option<Value>> {
    match of.get("source") {
        Some(value) if value.as_str() == Some("") => Ok(Some(Value::empty_map())),
        Some(value) if value.as_str().is_some() => Ok(Some(Value::map(Map::from_iter([("uri", value.clone())])))),
        _ => Ok(map_section(of, "source", whose)?.cloned()),
    }
}

/// What a helm component keeps beside the sections, as one map.
pub(crate) fn helm_section(of: &Value) -> Value {
    Value::map(
        HELM_KEYS.into_iter().filter_map(|k| of.as_map()?.get_entry(k)).map(|(k, v)| (k.clone(), v.clone())).collect(),
    )
}

/// Merges values of any shape; `None` when there are none.
pub(crate) fn merge_free<'a>(
    name: &'static str,
    layers: impl IntoIterator<Item = Option<&'a Value>>,
    rules: Rules,
) -> Option<Value> {
    let layers: Vec<Value> = layers
        .into_iter()
        .flatten()
        .filter(|v| !v.is_null())
        .map(|v| Value::map(Map::from_iter([(name, v.clone())])))
        .collect();
    if layers.is_empty() { None } else { merge_all(&layers, rules).get(name).cloned() }
}
