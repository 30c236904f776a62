//! Dependencies that no component keeps, because others take their place: what they name should be somewhere all the same.

use super::dependencies::{Index, severity};
use super::diagnostic::Diagnostic;
use super::marks;
use super::repo::Repo;
use super::stacks::Summary;
use crate::code;
use crate::engine::Manifest;
use crate::text::{Span, did_you_mean};
use crate::value::{Map, Value};
use rustc_hash::FxHashSet;
use std::path::Path;

/// A component, and a stack, as a dependency names them.
struct Named<'a> {
    component: Option<(&'a str, Span)>,
    stack: Option<(&'a str, Span)>,
}

/// Looks for names that no stack has in the manifests that stacks read; `told` are the places of what was told already.
pub(super) fn dependencies(
    repo: &Repo,
    index: &Index<'_>,
    summaries: &[Summary],
    told: &FxHashSet<(Span, Span)>,
) -> Vec<Diagnostic> {
    let names: FxHashSet<&str> = index.names().collect();
    let is_complete = !index.has_unnamed() && summaries.iter().all(|s| !s.incomplete);
    let read: FxHashSet<&Path> = summaries.iter().flat_map(|s| s.stack.files()).collect();
    let told: FxHashSet<Span> = told.iter().flat_map(|(component, stack)| [*component, *stack]).collect();
    let is_wrong = |word: &str, span: Span, near: Option<&str>| {
        !told.contains(&span) && !repo.may_be_lost(word) && (is_complete || near.is_some())
    };
    let mut found = Vec::new();
    for manifest in repo.manifests.iter().filter(|m| read.contains(m.path.as_path())) {
        for named in written(manifest) {
            if let Some((name, span)) = named.component.filter(|(name, _)| !names.contains(name)) {
                let near = did_you_mean(name, names.iter().copied());
                if is_wrong(name, span, near.as_deref()) {
                    let message = format!("no stack has a component `{name}` to depend on");
                    let wrong = Diagnostic::new(&code::DEPENDENCY_COMPONENT, message, span);
                    found.push(wrong.severity(severity(near.as_deref())).maybe_hint(near));
                }
            }
            if let Some((name, span)) = named.stack.filter(|(name, _)| !index.has_stack(name)) {
                let near = did_you_mean(name, index.stacks());
                if is_wrong(name, span, near.as_deref()) {
                    let message = format!("no stack is called `{name}`");
                    let wrong = Diagnostic::new(&code::DEPENDENCY_STACK, message, span);
                    found.push(wrong.severity(severity(near.as_deref())).maybe_hint(near));
                }
            }
        }
    }
    found
}

/// The dependencies that a manifest writes.
fn written(manifest: &Manifest) -> impl Iterator<Item = Named<'_>> {
    manifest.components().flat_map(|(_, component)| {
        let modern = component.dig(["dependencies", "components"]).and_then(Value::as_seq).unwrap_or_default();
        let legacy = component.dig(["settings", "depends_on"]).and_then(Value::as_map);
        let is_path = |item: &&Value| matches!(item.get("kind").and_then(Value::as_str), Some("file" | "folder"));
        let modern = modern.iter().filter(move |item| !is_path(item)).map(|item| Named {
            component: text(item, "component").or_else(|| text(item, "name")),
            stack: text(item, "stack"),
        });
        let legacy = legacy.into_iter().flat_map(Map::values);
        modern.chain(legacy.map(|item| Named { component: text(item, "component"), stack: None }))
    })
}

/// A text that says what it means without a template or a function.
fn text<'a>(item: &'a Value, key: &str) -> Option<(&'a str, Span)> {
    let value = item.get(key)?;
    let text = value.as_str().filter(|t| !t.is_empty() && !marks::is_open(t))?;
    Some((text, value.span))
}
