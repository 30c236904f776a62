//! Backends of Terraform: the settings without which no state can be kept.

use super::diagnostic::Diagnostic;
use super::stacks::Subject;
use crate::code;
use crate::text::Span;
use crate::value::{Map, Value};

/// The settings that each backend asks for; of each group one is enough.
const NEEDED: &[(&str, &[&[&str]])] = &[
    ("s3", &[&["bucket"]]),
    ("gcs", &[&["bucket"]]),
    ("azurerm", &[&["storage_account_name"], &["container_name"]]),
    ("http", &[&["address"]]),
    ("consul", &[&["path"]]),
    ("cos", &[&["bucket"]]),
    ("oss", &[&["bucket"]]),
    ("kubernetes", &[&["secret_suffix"]]),
    ("remote", &[&["workspaces"], &["organization"]]),
    ("cloud", &[&["workspaces"]]),
];

/// Checks the backend of a component that is deployed.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let component = subject.component;
    if &*component.kind != "terraform" || component.is_abstract() || !component.is_enabled() {
        return;
    }
    let kind = component.section("backend_type").and_then(Value::as_str).unwrap_or_default();
    let Some(needed) = NEEDED.iter().find(|(name, _)| *name == kind).map(|(_, needed)| *needed) else { return };
    let Some(backend) = component.section("backend").and_then(Value::as_map) else { return };
    // a backend that nobody configured here is configured in the code
    let Some(place) = configured_at(subject, kind, backend) else { return };
    for group in needed {
        let has = |name: &&str| backend.get(name).is_some_and(|v| !v.is_null() && v.as_str() != Some(""));
        if !group.iter().any(has) {
            let wanted = group.join("` or `");
            found.push(
                Diagnostic::new(&code::BACKEND_INCOMPLETE, format!("the {kind} backend needs `{wanted}`"), place)
                    .hint(format!("add `{}` under `backend.{kind}`", group[0])),
            );
        }
    }
}

/// The key of the backend's section in the file that sets it last.
fn configured_at(subject: &Subject<'_>, kind: &str, backend: &Map) -> Option<Span> {
    let written: Vec<Span> = backend.iter().map(|(key, _)| key.span).filter(|span| !span.is_none()).collect();
    let stack = &subject.component.stack;
    let section = |path: &[&str]| {
        let (key, _) = stack.merged.dig(path.iter().copied())?.as_map()?.get_entry(kind)?;
        Some(key.span).filter(|s| !s.is_none())
    };
    let own = section(&["components", "terraform", &subject.component.name, "backend"]);
    let bases = subject.component.chain.iter().find_map(|b| section(&["components", "terraform", b, "backend"]));
    (!written.is_empty()).then_some(())?;
    own.or(bases).or_else(|| section(&["terraform", "backend"])).or_else(|| written.first().copied())
}
