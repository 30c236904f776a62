//! A file's own sections, rendered where it is a template.

use super::Request;
use crate::engine::Engine;
use crate::engine::load::{File, drop_times};
use crate::engine::locals;
use crate::engine::render::{self, Missing};
use crate::error::Result;
use crate::value::{Data, Value};
use std::path::Path;
use std::sync::Arc;

impl Engine {
    /// The file's own sections, rendered where its asker or its locals make it a template, and what its imports see.
    pub(super) fn read(&self, file: &File, request: &Request<'_>) -> Result<(Value, Value)> {
        let path = &file.source.path;
        let mut context = request.context.clone();
        if !request.skip_templates {
            context = locals::extend_context(self, file, &context)?;
        }
        let has_context = context.as_map().is_some_and(|c| !c.is_empty());
        let is_template = is_template(path);
        let mut own =
            if request.skip_templates || !(is_template || has_context) || !render::is_template(&file.source.text) {
                self.loader.parse(file)?
            } else {
                let given = request.context.as_map().is_some_and(|c| !c.is_empty());
                self.render_manifest(file, &context, has_context, given, request.ignore_missing_values)?
            };
        // What the context says replaces what the file says, imports of a file with locals included: Atmos's rule.
        for section in ["locals", "vars", "settings", "env"] {
            if let Some(value) = context.get(section).filter(|v| v.as_map().is_some_and(|m| !m.is_empty()))
                && own.as_map().is_some()
            {
                own.set(section, value.clone());
            }
        }
        Ok((drop_times(&own), context))
    }

    fn render_manifest(
        &self,
        file: &File,
        context: &Value,
        has_context: bool,
        given: bool,
        ignore_missing: bool,
    ) -> Result<Value> {
        let source = &file.source;
        let mut original = None;
        let mut text: Arc<str> = Arc::clone(&source.text);
        // With a context Atmos first puts plain references (`'{{ .vars.x }}'`) in place as they are, whatever their
        // type, and renders the text that is left.
        if has_context && let Ok(parsed) = self.loader.parse(file) {
            let placed = locals::place_references(&parsed, context);
            text = crate::yaml::to_string(&drop_times(&placed)).into();
            original = Some(parsed);
        }
        let missing = if ignore_missing { Missing::Default } else { Missing::Error };
        let rendered = match self.render_strict(&text, context, missing) {
            Ok(rendered) => rendered,
            // The context came out of the file itself: its templates wait for the component's values.
            Err(_) if !given => text.to_string(),
            Err(error) => return Err(error.into_error(source, original.is_some().then_some(&*text))),
        };
        let rendered = self.loader.sources().add(source.path.clone(), rendered, true);
        let value = self.loader.parse_source(&rendered)?;
        Ok(match original {
            Some(original) => graft_spans(&value, &original),
            None => value,
        })
    }
}

/// Whether a file is rendered before it is parsed whoever imports it.
pub(super) fn is_template(path: &Path) -> bool {
    path.to_str().is_some_and(|p| p.ends_with(".yaml.tmpl") || p.ends_with(".yml.tmpl"))
}

/// The places of `original` for the nodes of `value` that stand at the same path: a rendered text has none of its own.
fn graft_spans(value: &Value, original: &Value) -> Value {
    let data = match (&value.data, &original.data) {
        (Data::Map(map), Data::Map(from)) => {
            let entries = map.iter().map(|(key, value)| match from.get_entry(&key.name) {
                Some((origin, before)) => (origin.clone(), graft_spans(value, before)),
                None => (key.clone(), value.clone()),
            });
            Data::Map(Arc::new(entries.collect()))
        }
        (Data::Seq(items), Data::Seq(from)) if items.len() == from.len() => {
            Data::Seq(Arc::new(items.iter().zip(from.iter()).map(|(item, before)| graft_spans(item, before)).collect()))
        }
        (data, _) => data.clone(),
    };
    Value::new(data, original.span)
}
