//! `settings.gaia` of manifests: what this program reads itself.

use super::diagnostic::Diagnostic;
use super::marks;
use super::repo::Repo;
use crate::code::{self, Severity};
use crate::engine::Manifest;
use crate::engine::schema::JsonSchema;
use crate::value::{Data, Map, Value};
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
pub(super) fn check(repo: &Repo, manifest: &Manifest) -> Vec<Diagnostic> {
    // most manifests have none
    if !manifest.source.text.contains("gaia") {
        return Vec::new();
    }
    let sections = manifest.value.as_map().into_iter().flat_map(Map::values);
    let components = manifest.components().map(|(_, component)| component);
    let holders = std::iter::once(&manifest.value).chain(sections).chain(components);
    holders.flat_map(|holder| section(repo, holder)).collect()
}

fn section(repo: &Repo, holder: &Value) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(own) = holder.dig(["settings", "gaia"]).and_then(Value::as_map) else { return found };
    for (key, value) in own.iter() {
        if let Some(meant) = own.meant(&key.name, KEYS) {
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
            let text = repo.text(d.span);
            !d.message.contains("is a required property") && !marks::is_open(&text)
        });
        found.extend(settled.map(|d| d.severity(Severity::Warning)));
    }
    found
}
