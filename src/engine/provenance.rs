//! Where each value of a described component comes from.

use super::component::Component;
use super::history::Manifests;
use super::layers::Layer;
use super::{ComponentView, Engine};
use crate::error::Result;
use crate::text::Span;
use crate::value::{Data, Key, Map, Path, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// A component with the origins of its values.
#[derive(Debug)]
pub struct Provenance {
    /// The sections that a manifest says something about; `imports` is called `import`, as in manifests.
    pub sections: Value,
    /// The manifest of the stack, as Atmos names it.
    pub stack_file: Arc<str>,
    origins: HashMap<Path, Origin>,
}

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Origin {
    /// Where it stands.
    pub span: Span,
    /// 1 in the stack's own manifest, one more for each import on the way; `None` outside manifests.
    pub depth: Option<usize>,
    /// Whether a template or a function made the value of what stands there.
    pub computed: bool,
}

impl Provenance {
    /// The origin of the value at a path.
    pub fn origin(&self, path: &Path) -> Option<Origin> {
        self.origins.get(path).copied()
    }
}

impl Engine {
    /// What `describe component --provenance` prints: a component with the origins of its values.
    ///
    /// Atmos names the first file that it saw with a key, in any component; here it is the one whose value holds. A map has
    /// the place of the first manifest that gives the component some of it, as in Atmos.
    ///
    /// # Errors
    /// As [`Engine::describe_component`].
    pub fn provenance(&self, name: &str, stack: &str, view: ComponentView) -> Result<Provenance> {
        let component = self.find_component(name, stack)?;
        let described = self.describe_as(&component, stack, view)?;
        let manifests = self.manifests(&component)?;
        let mut finder = Finder { engine: self, component: &component, manifests: &manifests, origins: HashMap::new() };
        let mut sections = Map::default();
        for (key, value) in described.as_map().into_iter().flat_map(Map::iter) {
            let is_imports = &*key.name == "imports";
            let key = if is_imports { Key::from("import") } else { key.clone() };
            let path = Path::default().key(&*key.name);
            if is_imports {
                finder.imports(&path, value);
            } else {
                finder.walk(&path, value, None);
            }
            if finder.origins.get(&path).is_some_and(|o| o.depth.is_some()) {
                sections.insert(key, value.clone());
            }
        }
        let origins = finder.origins;
        Ok(Provenance { sections: Value::map(sections), stack_file: Arc::clone(&component.stack.file), origins })
    }
}

struct Finder<'a> {
    engine: &'a Engine,
    component: &'a Component,
    manifests: &'a Manifests,
    origins: HashMap<Path, Origin>,
}

impl Finder<'_> {
    /// Imports stand where they are imported first.
    fn imports(&mut self, path: &Path, imports: &Value) {
        for (index, name) in imports.as_seq().unwrap_or_default().iter().enumerate() {
            let Some((span, depth)) = name.as_str().and_then(|name| self.manifests.imported_at(name)) else { continue };
            let origin = Origin { span, depth: Some(depth), computed: false };
            self.origins.insert(path.index(index), origin);
            self.origins.entry(path.clone()).or_insert(origin);
        }
    }

    /// Notes the origins of a value and of all below it; `around` is that of what a function or a template made.
    fn walk(&mut self, path: &Path, value: &Value, around: Option<Origin>) {
        let merged = self.component.sections.at(path);
        let computed = match merged {
            Some(merged) if value.as_map().is_some() => merged.as_map().is_none(),
            merged => merged != Some(value),
        };
        let span = if value.as_map().is_some() { self.map_span(path) } else { None }.unwrap_or(value.span);
        let origin = if span.is_none() {
            around
        } else {
            Some(Origin { span, depth: self.manifests.depth(self.engine, span), computed })
        };
        let below = origin.filter(|o| o.computed);
        match &value.data {
            Data::Map(map) => map.iter().for_each(|(key, v)| self.walk(&path.key(&*key.name), v, below)),
            Data::Seq(items) => items.iter().enumerate().for_each(|(i, v)| self.walk(&path.index(i), v, below)),
            _ => {}
        }
        let is_empty = value.as_map().is_some_and(Map::is_empty) && value.span.is_none();
        if let Some(origin) = origin.filter(|_| !is_empty).or_else(|| self.inner(path, value)) {
            self.origins.insert(path.clone(), origin);
        }
    }

    /// The origin of a map that no layer holds as a whole: that of what it begins with.
    fn inner(&self, path: &Path, value: &Value) -> Option<Origin> {
        let entries = value.as_map().map(Map::sorted).unwrap_or_default();
        entries.into_iter().find_map(|(key, _)| self.origins.get(&path.key(&*key.name)).copied())
    }

    /// Where a map begins in the strongest layer that has it.
    fn map_span(&self, path: &Path) -> Option<Span> {
        let (section, below) = path.split_first()?;
        let bases: Vec<Arc<str>> = self.component.chain.iter().rev().cloned().collect();
        let layers = Layer::of(self.component, &bases);
        let spans = layers.iter().rev().filter_map(|layer| {
            let held = self.component.stack.merged.dig(layer.path(self.component, section))?.at(&below)?;
            held.as_map().filter(|m| !m.is_empty()).map(|_| held.span)
        });
        spans.into_iter().find(|span| !span.is_none())
    }
}
