//! What templates of components call: functions of namespaces, other components, data sources.

use super::diagnostic::Diagnostic;
use super::references::Reference;
use super::stacks::Subject;
use super::stores;
use crate::code;
use crate::template::{Called, Template};
use crate::text::{Span, did_you_mean};
use crate::value::{Map, Value};

/// Functions that take the name of a data source first.
const SOURCES: [&str; 5] = ["atmos.GomplateDatasource", "datasource", "datasourceExists", "ds", "include"];

/// Looks through the calls of a template; gives what is read of other components.
pub(super) fn check(
    subject: &Subject<'_>,
    template: &Template,
    text: &str,
    span: Span,
    found: &mut Vec<Diagnostic>,
) -> Vec<Reference> {
    let engine = &subject.repo.engine;
    let place = |offset: usize, word: &str| within(subject, text, span, offset, word);
    // most templates name no namespace at all
    if text.contains(|c: char| c.is_ascii_lowercase()) && text.contains('.') {
        for (member, meant) in engine.unknown_members(template, text) {
            let message = format!("`{}` has no function `{}`", member.space, member.name);
            let at = place(member.offset, &member.name);
            found.push(Diagnostic::new(&code::TEMPLATE_SYNTAX, message, at).maybe_hint(meant));
        }
    }
    let named: Vec<&str> =
        SOURCES.into_iter().chain(["atmos.Component", "atmos.Store"]).filter(|f| text.contains(f)).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let mut data: Map = subject.component.sections.as_map().cloned().unwrap_or_default();
    for name in ["atmos_stack", "stack"] {
        data.insert(name, subject.stack);
    }
    let data = Value::map(data);
    let calls =
        |function: &str| if named.contains(&function) { engine.calls_in(text, function, &data) } else { Vec::new() };
    for function in SOURCES {
        for call in calls(function) {
            if let Some(Some(name)) = call.arguments.first().filter(|a| !is_source(subject, a.as_deref())) {
                let message = format!("there is no data source `{name}`");
                let known = sources(subject).into_iter().flat_map(Map::names);
                let at = place(call.offset, name);
                found.push(Diagnostic::new(&code::TEMPLATE_FAILED, message, at).maybe_hint(did_you_mean(name, known)));
            }
        }
    }
    for call in calls("atmos.Store") {
        if let Some(Some(name)) = call.arguments.first() {
            found.extend(stores::unknown(subject.repo, name, "atmos.Store", place(call.offset, name)));
        }
    }
    let read = calls("atmos.Component");
    for call in read.iter().filter(|c| c.arguments.len() != 2) {
        let message =
            format!("`atmos.Component` takes a component and a stack, not {} arguments", call.arguments.len());
        found.push(Diagnostic::new(&code::TEMPLATE_FAILED, message, place(call.offset, "atmos.Component")));
    }
    read.iter().filter_map(|call| reference(subject, call, span)).collect()
}

fn reference(subject: &Subject<'_>, call: &Called, span: Span) -> Option<Reference> {
    let [Some(component), stack] = call.arguments.as_slice() else { return None };
    let field = |of: &str| match call.fields.as_slice() {
        [section, name, ..] if section == of => Some(name.clone()),
        _ => None,
    };
    // a stack that only a run can tell may be any
    let stack = stack.clone().filter(|s| !s.is_empty())?;
    Some(Reference {
        tag: "atmos.Component".to_owned(),
        component: component.clone(),
        stack: Some(stack),
        own_stack: subject.stack.to_owned(),
        output: field("outputs"),
        variable: field("vars"),
        span,
    })
}

/// The data sources that are configured, in atmos.yaml and for the component.
fn sources<'a>(subject: &'a Subject<'_>) -> Vec<&'a Map> {
    let path = ["templates", "settings", "gomplate", "datasources"];
    let config = subject.repo.engine.workspace().config.dig(path);
    let own = subject.component.section("settings").and_then(|s| s.dig(path));
    [config, own].into_iter().flatten().filter_map(Value::as_map).collect()
}

/// Whether a name is that of a data source, or a place by itself.
fn is_source(subject: &Subject<'_>, name: Option<&str>) -> bool {
    name.is_none_or(|name| name.contains([':', '/', '.']) || sources(subject).iter().any(|map| map.contains(name)))
}

/// The place of a word of a template, from an offset on; the template's own where it was not written as it reads.
fn within(subject: &Subject<'_>, text: &str, span: Span, offset: usize, word: &str) -> Span {
    let written = subject.repo.text(span);
    let behind = text.get(offset..).and_then(|rest| rest.find(word)).map(|at| offset + at);
    let start = behind.and_then(|at| Some(written.find(text)? + at));
    let Some(start) = start else { return subject.repo.word(span, word) };
    let start = span.start as usize + start;
    Span::new(span.source, start, start + word.len())
}
