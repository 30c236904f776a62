//! What reading the manifests of a stack asks for before any component is looked at: locals hold functions, and files with
//! locals, with a context or with `.tmpl` at their end are rendered while they are read.

use super::locals::SCOPES;
use super::{Engine, Stack};
use crate::value::{Data, Value};

impl Engine {
    /// Whether reading the manifests of a stack may ask for components, of this stack or of others. When in doubt it may.
    pub fn asks_early(&self, stack: &Stack) -> bool {
        let strict = |text: &str| text.contains("atmos.");
        let names = self.settings.name_template.as_deref().is_some_and(strict);
        let (mut renders, mut mentions) = (false, false);
        for path in stack.files() {
            let Some(file) = self.loader.open(path) else { return true };
            let text = &file.source.text;
            let has_locals = text.contains("locals");
            renders |= has_locals || text.contains("context") || path.extension().is_some_and(|e| e == "tmpl");
            mentions |= strict(text);
            if has_locals && (text.contains("!terraform.") || text.contains("!exec")) {
                let asks_in_locals = self.loader.parse(&file).map_or(true, |manifest| {
                    let scopes = SCOPES.iter().filter_map(|scope| manifest.get(scope)).chain([&manifest]);
                    scopes.filter_map(|scope| scope.get("locals")).any(asks)
                });
                if asks_in_locals {
                    return true;
                }
            }
        }
        names || (renders && mentions)
    }
}

/// Whether a function below a value asks for components, or runs a command that may.
fn asks(value: &Value) -> bool {
    match &value.data {
        Data::Str(text) => text.starts_with("!terraform.") || text.starts_with("!exec"),
        Data::Seq(items) => items.iter().any(asks),
        Data::Map(map) => map.values().any(asks),
        _ => false,
    }
}
