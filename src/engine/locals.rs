//! File-scoped `locals`, and what they let the templates of their file see.
//!
//! Locals may refer to each other, to the file's own `vars`, `settings` and `env`, and may be YAML functions. A file that
//! has `locals` is rendered when it is read, and so is every file that it imports (but without these locals): Atmos's rule.

use super::Engine;
use super::load::File;
use super::render::Missing;
use crate::code;
use crate::error::{Error, Result};
use crate::template::{Functions, ParseOptions, Template};
use crate::value::{Data, Map, Value};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// The locals of a file by scope. The scopes of types inherit the global ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locals {
    pub global: Option<Value>,
    /// For each of [`SCOPES`]: the locals under the type's key, joined with the global ones.
    pub typed: Vec<(&'static str, Value)>,
}

/// The types whose section may have locals of its own.
pub(crate) const SCOPES: [&str; 3] = ["terraform", "helmfile", "packer"];

impl Locals {
    /// The locals of all scopes as templates of the file see them; `None` when the file has no locals.
    fn flattened(&self) -> Option<Value> {
        if self.global.is_none() && self.typed.is_empty() {
            return None;
        }
        let mut flat = self.global.clone().unwrap_or_else(Value::empty_map);
        for (_, scope) in &self.typed {
            flat = overlay(&flat, scope);
        }
        Some(flat)
    }
}

/// The context of a file: what its asker gave, without the asker's locals, and with the file's own.
pub(crate) fn extend_context(engine: &Engine, file: &File, given: &Value) -> Result<Value> {
    let mut context = given.as_map().cloned().unwrap_or_default();
    context.remove("locals");
    let raw = match engine.loader.parse(file) {
        Ok(raw) => raw,
        // A template is rarely YAML before it is rendered.
        Err(_) if file.source.path.extension().is_some_and(|e| e == "tmpl") => return Ok(Value::map(context)),
        Err(error) => return Err(error),
    };
    let has_locals =
        raw.get("locals").is_some() || SCOPES.iter().any(|s| raw.get(s).is_some_and(|v| v.get("locals").is_some()));
    let locals = if has_locals {
        resolve(engine, &raw, &engine.local_stack_name(&file.source.path, &raw))?.flattened()
    } else {
        None
    };
    if let Some(locals) = locals {
        context.insert("locals", locals);
        engine.add_version(&file.source.text, &mut context, version_track(&raw))?;
        // Each section sees the ones before it as they were rendered; a failure leaves the section as it was written.
        for section in ["settings", "vars", "env"] {
            if let Some(value) = raw.get(section).filter(|v| v.as_map().is_some()) {
                let mut visible = given.as_map().cloned().unwrap_or_default();
                visible.extend(context.clone());
                let rendered = render_section(engine, value, &Value::map(visible)).unwrap_or_else(|_| value.clone());
                context.insert(section, rendered);
            }
        }
    } else {
        engine.add_version(&file.source.text, &mut context, version_track(&raw))?;
    }
    Ok(Value::map(context))
}

fn version_track(raw: &Value) -> Option<&str> {
    raw.get("version")?.get("track")?.as_str()
}

fn render_section(engine: &Engine, section: &Value, context: &Value) -> Result<Value> {
    let placed = place_references(section, context);
    let text = crate::yaml::to_string(&placed);
    if !text.contains("{{") {
        return Ok(placed);
    }
    let rendered = engine.render_strict(&text, context, Missing::Error).map_err(|e| Error::new(e.message()))?;
    super::load::from_text(&rendered)
}

/// Resolves the locals of a manifest as it was written.
///
/// # Errors
/// Locals that are no map, that need each other in a circle, or whose template or function fails.
pub(crate) fn resolve(engine: &Engine, raw: &Value, stack: &str) -> Result<Locals> {
    let sections: Map = ["settings", "vars", "env"]
        .into_iter()
        .filter_map(|s| raw.get(s).filter(|v| v.as_map().is_some()).map(|v| (s, v.clone())))
        .collect();
    let context = Value::map(sections);
    let mut locals = Locals { global: resolve_scope(engine, raw, None, &context, stack)?, typed: Vec::new() };
    for scope in SCOPES {
        let Some(section) = raw.get(scope).filter(|v| v.as_map().is_some()) else { continue };
        if section.get("locals").is_none() {
            continue;
        }
        let mut visible = context.as_map().cloned().unwrap_or_default();
        for name in ["settings", "vars", "env"] {
            if let Some(own) = section.get(name).filter(|v| v.as_map().is_some()) {
                let merged = visible.get(name).map_or_else(|| own.clone(), |above| overlay(above, own));
                visible.insert(name, merged);
            }
        }
        if let Some(resolved) = resolve_scope(engine, section, locals.global.as_ref(), &Value::map(visible), stack)? {
            locals.typed.push((scope, resolved));
        }
    }
    Ok(locals)
}

/// The locals of one scope with its parent's; `None` when neither has any.
fn resolve_scope(
    engine: &Engine,
    section: &Value,
    parent: Option<&Value>,
    context: &Value,
    stack: &str,
) -> Result<Option<Value>> {
    let Some((key, raw)) = section.as_map().and_then(|m| m.get_entry("locals")) else { return Ok(parent.cloned()) };
    let Some(locals) = raw.as_map() else {
        return Err(Error::new(format!("`locals` must be a map, this is a {}", raw.type_name()))
            .at(if raw.span.is_none() { key.span } else { raw.span }));
    };
    let mut resolved = parent.and_then(Value::as_map).cloned().unwrap_or_default();
    for name in order(locals)? {
        let (key, value) = locals.get_entry(name).expect("`order` gives names of `locals`");
        let value = resolve_value(engine, value, &resolved, context, stack).map_err(|e| {
            e.code(&code::TEMPLATE_FAILED).context(format_args!("local `{name}`")).at(value.span).at(key.span)
        })?;
        resolved.insert(key.clone(), value);
    }
    Ok(Some(Value::map(resolved)))
}

/// The names in an order in which each stands behind those that it needs; alphabetical where that leaves a choice.
fn order(locals: &Map) -> Result<Vec<&str>> {
    let needs: BTreeMap<&str, Vec<String>> = locals
        .iter()
        .map(|(key, value)| {
            let mut found = Vec::new();
            references(value, &mut found);
            found.retain(|f| locals.contains(f));
            found.sort();
            found.dedup();
            (&*key.name, found)
        })
        .collect();
    let mut order: Vec<&str> = Vec::with_capacity(needs.len());
    while order.len() < needs.len() {
        let ready =
            needs.iter().find(|(name, deps)| !order.contains(name) && deps.iter().all(|d| order.contains(&d.as_str())));
        match ready {
            Some((name, _)) => order.push(name),
            None => return Err(circle(locals, &needs, &order)),
        }
    }
    Ok(order)
}

fn circle(locals: &Map, needs: &BTreeMap<&str, Vec<String>>, done: &[&str]) -> Error {
    let waiting = |name: &str| needs[name].iter().find(|d| !done.contains(&d.as_str())).map(String::as_str);
    let mut chain: Vec<&str> = needs.keys().copied().filter(|n| !done.contains(n)).take(1).collect();
    while let Some(next) = chain.last().and_then(|n| waiting(n)) {
        let seen = chain.iter().position(|n| *n == next);
        chain.push(next);
        if let Some(start) = seen {
            chain.drain(..start);
            break;
        }
    }
    let at = chain.first().and_then(|n| locals.get_entry(n)).map_or(crate::text::Span::NONE, |(k, _)| k.span);
    Error::new(format!("locals need each other in a circle: {}", chain.join(" → ")))
        .code(&code::LOCALS_CIRCULAR)
        .at(at)
        .hint("let one of them stand on its own")
}

/// The locals that the templates in a value name.
fn references(value: &Value, found: &mut Vec<String>) {
    static LOCAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:^|[\s(|])\.locals\.([A-Za-z_][A-Za-z0-9_]*)").expect("a valid pattern"));
    match &value.data {
        // Atmos reads the names from a parse without functions: a template that calls one seems to need nothing.
        Data::Str(text) if text.contains("{{") && parses_without_functions(text) => {
            for action in actions(text) {
                found.extend(LOCAL.captures_iter(action).map(|c| c[1].to_string()));
            }
        }
        Data::Seq(items) => items.iter().for_each(|v| references(v, found)),
        Data::Map(map) => map.values().for_each(|v| references(v, found)),
        _ => {}
    }
}

/// Whether a text is a template that calls nothing but Go's own functions.
fn parses_without_functions(text: &str) -> bool {
    Template::parse("local", text, &ParseOptions::default(), &Functions::builtin()).is_ok()
}

/// What stands between the delimiters of a template.
fn actions(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{").skip(1).map(|rest| rest.split("}}").next().unwrap_or(rest).trim_start_matches('-'))
}

fn resolve_value(engine: &Engine, value: &Value, resolved: &Map, context: &Value, stack: &str) -> Result<Value> {
    match &value.data {
        Data::Str(text) => resolve_text(engine, value, text, resolved, context, stack),
        Data::Seq(items) => {
            let items: Result<Vec<_>> =
                items.iter().map(|v| resolve_value(engine, v, resolved, context, stack)).collect();
            Ok(Value::seq(items?).with_span(value.span))
        }
        Data::Map(map) => {
            let entries: Result<Map> =
                map.iter().map(|(k, v)| Ok((k.clone(), resolve_value(engine, v, resolved, context, stack)?))).collect();
            Ok(Value::map(entries?).with_span(value.span))
        }
        _ => Ok(value.clone()),
    }
}

fn resolve_text(
    engine: &Engine,
    value: &Value,
    text: &str,
    resolved: &Map,
    context: &Value,
    stack: &str,
) -> Result<Value> {
    if text.starts_with('!') {
        let result = engine.evaluate_local(value, stack)?;
        if !result.is_null() && result.as_str() != Some(text) {
            return Ok(result.with_span(value.span));
        }
    }
    if !text.contains("{{") {
        return Ok(value.clone());
    }
    let mut visible = context.as_map().cloned().unwrap_or_default();
    visible.insert("locals", Value::map(resolved.clone()));
    let visible = Value::map(visible);
    if let Some(found) = plain_reference(text).and_then(|path| visible.dig(path)) {
        return Ok(found.clone().with_span(value.span));
    }
    let rendered = engine.render_locals(text, &visible).map_err(|e| Error::new(e.message()))?;
    Ok(Value::str(rendered).with_span(value.span))
}

/// Puts every string that is nothing but a reference (`'{{ .vars.x }}'`) in place as it is, whatever its type.
pub(crate) fn place_references(value: &Value, context: &Value) -> Value {
    let data = match &value.data {
        Data::Str(text) => match plain_reference(text).and_then(|path| context.dig(path)) {
            Some(found) => return found.clone(),
            None => return value.clone(),
        },
        Data::Seq(items) => Data::Seq(Arc::new(items.iter().map(|v| place_references(v, context)).collect())),
        Data::Map(map) => {
            Data::Map(Arc::new(map.iter().map(|(k, v)| (k.clone(), place_references(v, context))).collect()))
        }
        _ => return value.clone(),
    };
    Value::new(data, value.span)
}

/// The path of a template that is one bare field and nothing else.
pub(crate) fn plain_reference(text: &str) -> Option<std::str::Split<'_, char>> {
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\s*\{\{(?:-\s)?\s*\.([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)\s*(?:\s-)?\}\}\s*$")
            .expect("a valid pattern")
    });
    if !text.contains("{{") {
        return None;
    }
    PLAIN.captures(text).and_then(|c| c.get(1)).map(|m| m.as_str().split('.'))
}

/// The keys of both maps; those of `over` win whole.
fn overlay(under: &Value, over: &Value) -> Value {
    let mut map = under.as_map().cloned().unwrap_or_default();
    for (key, value) in over.as_map().into_iter().flat_map(Map::iter) {
        map.insert(key.clone(), value.clone());
    }
    Value::map(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_field_is_a_plain_reference() {
        let path = |text| plain_reference(text).map(Iterator::collect::<Vec<_>>);
        assert_eq!(path("{{ .vars.a_b }}"), Some(vec!["vars", "a_b"]));
        assert_eq!(path("  {{- .locals -}} "), Some(vec!["locals"]));
        assert_eq!(path("{{ .a }}{{ .b }}"), None);
        assert_eq!(path("x {{ .a }}"), None);
        assert_eq!(path("{{ .a | upper }}"), None);
    }
}
