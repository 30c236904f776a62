//! `settings.gaia` of manifests: what this program reads itself.

use super::diagnostic::Diagnostic;
use crate::code::{self, Severity};
use crate::engine::Manifest;
use crate::engine::schema::JsonSchema;
use crate::text::{SourceMap, is_slip};
use crate::value::{Data, Value};
use crate::workspace::gaia_yaml::Patience;
use std::path::Path;
use std::sync::LazyLock;

/// What `settings.gaia` may say.
const KEYS: [&str; 7] = ["certificates", "ephemeral", "monthly_cost", "retries", "retry_delay", "retry_on", "timeout"];

static CERTIFICATES: LazyLock<Option<JsonSchema>> = LazyLock::new(|| {
    let schema = include_str!("../../docs/schemas/certificates.json");
    JsonSchema::new(Path::new("certificates.json"), schema, "`settings.gaia.certificates`").ok()
});

/// Checks every `settings.gaia` of a manifest: of the whole stack, of a type, of a component, of overrides.
pub(super) fn check(manifest: &Manifest, sources: &SourceMap) -> Vec<Diagnostic> {
    // most manifests have none
    if !manifest.source.text.contains("gaia") {
        return Vec::new();
    }
    let inside =
        |value: &'_ Value| value.as_map().map(|map| map.values().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let types = inside(&manifest.value);
    let components = manifest.value.get("components").map(inside).unwrap_or_default();
    let components = components.iter().flat_map(inside).collect::<Vec<_>>();
    let holders = std::iter::once(&manifest.value).chain(&types).chain(&components);
    let found = holders.filter(|holder| holder.dig(["settings", "gaia"]).is_some()).flat_map(|h| section(h, sources));
    found.collect()
}

fn section(holder: &Value, sources: &SourceMap) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(own) = holder.dig(["settings", "gaia"]).and_then(Value::as_map) else { return found };
    for (key, value) in own.iter() {
        if let Some(meant) = KEYS.into_iter().find(|known| !own.contains(known) && is_slip(&key.name, known)) {
            let message = format!("`settings.gaia` has no `{}`", key.name);
            let slip = Diagnostic::new(&code::UNKNOWN_KEY, message, key.span).severity(Severity::Warning);
            found.push(slip.hint(format!("did you mean `{meant}`?")));
        }
        if &*key.name == "monthly_cost" && matches!(value.data, Data::Bool(_) | Data::Seq(_) | Data::Map(_)) {
            let message = "`settings.gaia.monthly_cost` must be a number";
            found.push(Diagnostic::new(&code::WRONG_TYPE, message, value.span).severity(Severity::Warning));
        }
    }
    if let Err(error) = Patience::of_component(holder) {
        found.push(Diagnostic::from_error(&error, &code::INVALID_VALUE));
    }
    if let (Some(certificates), Some(schema)) = (own.get("certificates"), &*CERTIFICATES) {
        let problems = schema.problems(certificates);
        let settled = problems.iter().map(|error| Diagnostic::from_error(error, &code::INVALID_VALUE)).filter(|d| {
            // a part may come from another file, or from a template
            let text = sources
                .get(d.span.source)
                .and_then(|s| s.text.get(d.span.start as usize..d.span.end as usize).map(str::to_owned));
            !d.message.contains("is a required property")
                && text.is_none_or(|t| !t.contains("{{") && !t.starts_with('!'))
        });
        found.extend(settled.map(|d| d.severity(Severity::Warning)));
    }
    found
}
