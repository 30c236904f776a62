//! What neither templates nor YAML functions change: most components, which then need not be merged to know that all is
//! well with them.

use super::Engine;
use crate::value::{Data, Value};

/// Whether no text below a value holds a template, names a function, or reads differently after it was written as YAML.
pub(crate) fn is_inert(value: &Value, left: &str) -> bool {
    match &value.data {
        Data::Str(text) => is_inert_text(text, left),
        Data::Seq(items) => items.iter().all(|v| is_inert(v, left)),
        Data::Map(map) => map.iter().all(|(k, v)| !holds(&k.name, left) && is_inert(v, left)),
        _ => true,
    }
}

/// Whether all of some values and texts are inert.
pub(crate) fn are_inert<'a, const N: usize>(
    mut values: impl Iterator<Item = &'a Value>,
    texts: [&str; N],
    left: &str,
) -> bool {
    values.all(|v| is_inert(v, left)) && texts.iter().all(|t| is_inert_text(t, left))
}

/// As [`is_inert`], of a text.
pub(crate) fn is_inert_text(text: &str, left: &str) -> bool {
    !text.starts_with(['!', '\n']) && !holds(text, left)
}

/// `str::contains`, quick about texts without the first character: nearly all.
fn holds(text: &str, left: &str) -> bool {
    left.as_bytes().first().is_none_or(|first| text.as_bytes().contains(first)) && text.contains(left)
}

/// Whether one layer of `settings` holds nothing that rendering a component looks at: see `render::check_settings`.
pub(crate) fn has_plain_settings(settings: &Value) -> bool {
    settings.get("templates").is_none()
        && settings.get("spacelift").is_none()
        && settings
            .get("depends_on")
            .is_none_or(|d| d.is_null() || d.as_map().is_some_and(|m| m.values().all(|entry| entry.as_map().is_some())))
}

impl Engine {
    /// Whether what atmos.yaml adds to components is inert.
    pub(crate) fn has_inert_config(&self) -> bool {
        *self.inert_config.get_or_init(|| {
            let left = &self.settings.templates.left;
            let settings = [&self.settings.github, &self.settings.auth];
            settings.into_iter().chain(self.workspace.config.get("components")).all(|v| is_inert(v, left))
        })
    }
}
