//! Templates whose result is read otherwise than it was meant: cut at `#`, or turned into a number.

use super::diagnostic::Diagnostic;
use super::marks;
use super::stacks::Subject;
use crate::code;
use crate::template::Reference;
use crate::text::Span;
use crate::value::{Data, Value};
use crate::yaml;
use regex::Regex;
use std::sync::LazyLock;

/// Renders a template of plain references and texts in its place, and looks how YAML reads the result.
pub(super) fn check(
    subject: &Subject<'_>,
    text: &str,
    span: Span,
    references: &[Reference],
    found: &mut Vec<Diagnostic>,
) {
    // Atmos writes a text in quotes that could not stand without them: its template is then inside quotes
    if text.contains('\n') || text.starts_with(['{', '"', '\'', '[', '!', '&', '*', '|', '>', '%', '@', '`']) {
        return;
    }
    let plain = yaml::to_string(&Value::str(text));
    if plain.starts_with(['"', '\'', '|', '>']) {
        return;
    }
    if references.iter().any(|r| r.guarded) || subject.repo.engine.left_delimiter() != "{{" {
        return;
    }
    let Some(rendered) = render(text, &subject.component.sections) else { return };
    if let Some(at) = rendered.find(" #") {
        let message = format!("after rendering, the value ends before the `#`: `{}`", rendered[..at].trim_end());
        found.push(
            Diagnostic::new(&code::CUT_AT_HASH, message, span)
                .hint("render the whole value with `printf`, and `quote` it"),
        );
        return;
    }
    let what = match yaml::resolve(&rendered) {
        Data::Int(_) | Data::Uint(_) => "an integer",
        Data::Float(_) => "a number",
        Data::Bool(_) => "a boolean",
        Data::Null => "null",
        _ => return,
    };
    let message = format!("after rendering, `{rendered}` is {what}, not a text");
    found.push(
        Diagnostic::new(&code::TEMPLATE_RETYPED, message, span)
            .hint("render the whole value with `printf`, and `quote` it where a text is meant"),
    );
}

/// The text with its actions replaced by what the sections hold; `None` where one is more than a reference or a text in
/// quotes.
pub(super) fn render(text: &str, sections: &Value) -> Option<String> {
    static ACTION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^\s*(?:(?P<field>(?:\.[A-Za-z_][A-Za-z0-9_]*)+)|"(?P<text>[^"\\]*)")\s*$"#)
            .expect("a valid pattern")
    });
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        out.push_str(&rest[..start]);
        let (action, after) = rest[start + 2..].split_once("}}")?;
        let action = ACTION.captures(action)?;
        match (action.name("field"), action.name("text")) {
            (Some(field), _) => {
                let value = sections.dig(field.as_str()[1..].split('.'))?;
                match &value.data {
                    Data::Str(text) if !marks::is_open(text) => out.push_str(text),
                    Data::Int(i) => out.push_str(&i.to_string()),
                    Data::Bool(b) => out.push_str(&b.to_string()),
                    _ => return None,
                }
            }
            (None, text) => out.push_str(text.map_or("", |t| t.as_str())),
        }
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}
