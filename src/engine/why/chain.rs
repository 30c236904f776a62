//! The chain of one value, read off the history of its section.

use super::{How, Link, Why};
use crate::engine::Engine;
use crate::engine::component::Component;
use crate::engine::history::{History, Manifests};
use crate::engine::sections::is_written;
use crate::error::Result;
use crate::text::Span;
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Map, Path, Value};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A component before and after its templates and functions.
pub(super) struct Stages<'a> {
    pub merged: &'a Value,
    pub rendered: &'a Value,
    pub evaluated: &'a Value,
}

/// Works out chains; the history of a section once.
pub(super) struct Chains<'a> {
    engine: &'a Engine,
    component: &'a Component,
    manifests: Manifests,
    histories: HashMap<String, Rc<History>>,
}

impl<'a> Chains<'a> {
    pub(super) fn new(engine: &'a Engine, component: &'a Component) -> Result<Self> {
        Ok(Chains { engine, component, manifests: engine.manifests(component)?, histories: HashMap::new() })
    }

    /// The chain of one value; `None` if there is nothing there and never was.
    pub(super) fn why(&mut self, path: Path, stages: &Stages<'_>) -> Option<Why> {
        let (section, below) = path.split_first()?;
        let mut chain = if is_written(section) { self.merges(section, &below, stages) } else { Vec::new() };
        let merged = stages.merged.at(&path);
        let rendered = stages.rendered.at(&path);
        match merged {
            Some(value) if chain.is_empty() => chain.push(self.given(value)),
            // A function or a template gives the map or list that the value stands in.
            None if chain.is_empty() && is_written(section) => chain = self.around(section, &below, stages),
            _ => {}
        }
        if rendered != merged {
            let link = self.processed(How::Template, merged, rendered, chain.last());
            chain.push(link);
        }
        let value = stages.evaluated.at(&path);
        if value != rendered {
            let link = self.processed(How::Function, rendered, value, chain.last());
            chain.push(link);
        }
        settle(&mut chain, value);
        (!chain.is_empty()).then(|| Why { path, value: value.cloned(), chain })
    }

    /// The contributions to the nearest text around a value that is not there yet.
    fn around(&mut self, section: &str, below: &Path, stages: &Stages<'_>) -> Vec<Link> {
        let whole = stages.merged.get(section);
        let text =
            (0..below.steps().len()).rev().map(|length| below.steps()[..length].iter().cloned().collect::<Path>());
        let mut held = text.filter(|path| whole.and_then(|w| w.at(path)).is_some_and(|v| v.as_str().is_some()));
        held.next().map(|path| self.merges(section, &path, stages)).unwrap_or_default()
    }

    /// The contributions of manifests to a value.
    fn merges(&mut self, section: &str, below: &Path, stages: &Stages<'_>) -> Vec<Link> {
        let (engine, component, manifests) = (self.engine, self.component, &self.manifests);
        let history = self.histories.entry(section.to_string());
        let history = Rc::clone(history.or_insert_with(|| Rc::new(engine.history(component, manifests, section))));
        // Manifests hold a backend below the name of its type.
        let kind = match section {
            "backend" | "remote_state_backend" => stages.merged.get(&format!("{section}_type")).and_then(Value::as_str),
            _ => None,
        };
        let in_leaf = kind.map_or_else(|| below.clone(), |kind| below.below(&Path::default().key(kind)));
        let before: Option<&Value> = history.states.first().and_then(Option::as_ref).and_then(|s| s.at(below));
        let mut chain: Vec<Link> = Vec::new();
        let mut present = before;
        for (number, leaf) in history.leaves.iter().enumerate() {
            let Some(state) = &history.states[number + 1] else { continue };
            let now = state.at(below);
            let is_own = leaf.value.at(&in_leaf).is_some();
            // What the engine keeps in every state changes none: then the manifests that have it are named.
            let is_kept =
                is_own && before.is_some_and(|b| !b.span.is_none() && same(Some(b), now) && b.as_map().is_none());
            if is_kept || !same(present, now) {
                chain.push(self.contributed(&history, number, &in_leaf, now));
            }
            present = now;
        }
        if let Some(value) = before
            && !chain.iter().any(|link| link.node == value.span && !value.span.is_none())
            && !value.as_map().is_some_and(Map::is_empty)
        {
            chain.insert(0, self.given(value));
        }
        // Atmos completes some values, such as the key of a backend.
        if let Some(value) = present.filter(|v| v.span.is_none() && v.as_map().is_none() && v.as_seq().is_none())
            && chain.last().is_some_and(|link| link.value.as_ref() != Some(value))
        {
            chain.push(self.given(value));
        }
        chain
    }

    /// What a leaf gives to a value; `now` is what there is after it.
    fn contributed(&self, history: &History, number: usize, path: &Path, now: Option<&Value>) -> Link {
        let leaf = &history.leaves[number];
        let own = leaf.value.at(path);
        let value = own.or(now);
        // What takes a value away stands around it.
        let all = path.steps();
        let around = (0..=all.len()).rev().map(|length| all[..length].iter().cloned().collect::<Path>());
        let place = around.into_iter().find(|p| leaf.value.at(p).is_some()).unwrap_or_default();
        let is_list = own.is_none() && now.is_some();
        let written = if is_list { None } else { leaf.value.at(&place) };
        let key = if place.steps().is_empty() { Some(&leaf.key) } else { leaf.value.key_at(&place) };
        let places =
            [written.and(key).map(|k| k.span), written.map(|v| v.span), now.map(|v| v.span), Some(leaf.key.span)];
        let span = places.into_iter().flatten().find(|s| !s.is_none()).unwrap_or(Span::NONE);
        Link {
            how: How::from(&leaf.layer),
            span,
            value: value.map(unwrapped),
            importers: self.importers(span).unwrap_or_else(|| self.manifests.importers(leaf.manifest)),
            node: value.map_or(Span::NONE, |v| v.span),
        }
    }

    /// A value that no manifest of the stack gives.
    fn given(&self, value: &Value) -> Link {
        let how = if value.span.is_none() { How::Computed } else { How::Configuration };
        let importers = self.importers(value.span);
        let how = if importers.is_some() { How::Computed } else { how };
        Link {
            how,
            span: value.span,
            value: Some(value.clone()),
            importers: importers.unwrap_or_default(),
            node: value.span,
        }
    }

    /// What became of the value of the last link.
    fn processed(&self, how: How, before: Option<&Value>, value: Option<&Value>, last: Option<&Link>) -> Link {
        let inside = before.zip(value).and_then(|(a, b)| changed_inside(a, b)).filter(|span| !span.is_none());
        let span = inside.or(last.map(|l| l.span)).or(value.map(|v| v.span)).unwrap_or(Span::NONE);
        let importers = self.importers(span).or_else(|| last.map(|l| l.importers.clone()));
        Link {
            how,
            span,
            value: value.cloned(),
            importers: importers.unwrap_or_default(),
            node: value.map_or(Span::NONE, |v| v.span),
        }
    }

    /// The importers of the manifest that holds a place, if a manifest does.
    fn importers(&self, span: Span) -> Option<Vec<Arc<str>>> {
        let source = self.engine.loader.sources().get(span.source)?;
        self.manifests.number(&source.path).map(|number| self.manifests.importers(number))
    }
}

/// A value with the lists of `!append` as they were written.
fn unwrapped(value: &Value) -> Value {
    match value.as_map() {
        Some(map) => match map.get(APPEND_KEY) {
            Some(list) => list.clone(),
            None => Value::map(map.iter().map(|(k, v)| (k.clone(), unwrapped(v))).collect()).with_span(value.span),
        },
        None => value.clone(),
    }
}

/// Puts the winner last. A value that one link hides and functions bring back is the earlier link's.
fn settle(chain: &mut Vec<Link>, value: Option<&Value>) {
    let Some(value) = value.filter(|v| !v.span.is_none() && v.as_map().is_none() && v.as_seq().is_none()) else {
        return;
    };
    let gives = |link: &Link| link.node == value.span && link.value.as_ref() == Some(value);
    if chain.last().is_some_and(gives) {
        return;
    }
    if let Some(winner) = chain.iter().rposition(gives) {
        let winner = chain.remove(winner);
        chain.retain(|link| link.value.is_some());
        chain.push(winner);
    }
}

/// Where the first thing stands that changed inside a map or a list.
fn changed_inside(before: &Value, after: &Value) -> Option<Span> {
    let (a, b) = match (&before.data, &after.data) {
        (Data::Map(a), Data::Map(b)) => {
            a.iter().find_map(|(k, v)| b.get(&k.name).filter(|w| *w != v).map(|w| (v, w)))?
        }
        (Data::Seq(a), Data::Seq(b)) => a.iter().zip(b.iter()).find(|(v, w)| v != w)?,
        _ => return None,
    };
    changed_inside(a, b).or(Some(a.span))
}

/// Whether two states are the same node: the same data of the same places.
fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    a.span == b.span
        && match (&a.data, &b.data) {
            (Data::Map(x), Data::Map(y)) => {
                Arc::ptr_eq(x, y) || x.len() == y.len() && x.iter().all(|(k, v)| same(Some(v), y.get(&k.name)))
            }
            (Data::Seq(x), Data::Seq(y)) => {
                Arc::ptr_eq(x, y) || x.len() == y.len() && x.iter().zip(y.iter()).all(|(v, w)| same(Some(v), Some(w)))
            }
            _ => a == b,
        }
}
