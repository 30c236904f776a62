//! The layers of a component's sections: which there are, and where each stands in a manifest.

use super::component::Component;
use std::sync::Arc;

/// Where in a manifest a section of a component may be set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Layer {
    /// At the top level, for every component.
    Global,
    /// Below the component type's own key.
    Type,
    /// In a base of the component.
    Base(Arc<str>),
    /// In the component itself.
    Component,
    /// In the component's overrides.
    Overrides,
}

impl Layer {
    /// The layers of a component, weakest first, whether or not a section has them.
    pub(crate) fn of(component: &Component, bases: &[Arc<str>]) -> Vec<Layer> {
        let bases = bases.iter().filter(|base| **base != component.name);
        [Layer::Global, Layer::Type]
            .into_iter()
            .chain(bases.map(|base| Layer::Base(Arc::clone(base))))
            .chain([Layer::Component, Layer::Overrides])
            .collect()
    }

    /// The keys that lead to a section of this layer in a manifest.
    pub(crate) fn path<'a>(&'a self, component: &'a Component, section: &'a str) -> Vec<&'a str> {
        let (kind, name) = (&*component.kind, &*component.name);
        match self {
            Layer::Global => vec![section],
            Layer::Type => vec![kind, section],
            Layer::Base(base) => vec!["components", kind, base, section],
            Layer::Component => vec!["components", kind, name, section],
            Layer::Overrides => vec!["components", kind, name, "overrides", section],
        }
    }
}
