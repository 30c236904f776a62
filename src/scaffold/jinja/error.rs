//! Failures of templates in words that their authors know from Jinja2.

use super::Failure;
use minijinja::ErrorKind;
use std::error::Error as _;

/// That a value or an argument is none that can be worked with.
pub(super) fn wrong(message: impl Into<String>) -> Failure {
    Failure::new(ErrorKind::InvalidOperation, message.into())
}

/// What went wrong, in one line; Jinja2's own words where it has some.
pub(in crate::scaffold) fn message(failure: &Failure) -> String {
    // the cause lies innermost: an include fails because of what is included
    if let Some(inner) = failure.source().and_then(|source| source.downcast_ref::<Failure>()) {
        return message(inner);
    }
    match failure.kind() {
        ErrorKind::UndefinedError => match undefined_name(failure) {
            Some(name) => format!("'{name}' is undefined"),
            None => failure.detail().unwrap_or("an undefined value is used").to_owned(),
        },
        ErrorKind::UnknownFunction => {
            let detail = failure.detail().unwrap_or_default();
            format!("'{}' is undefined", detail.strip_suffix(" is unknown").unwrap_or(detail))
        }
        ErrorKind::UnknownFilter => format!("No filter named '{}'.", named(failure, "filter")),
        ErrorKind::UnknownTest => format!("No test named '{}'.", named(failure, "test")),
        ErrorKind::UnknownMethod => {
            let detail = failure.detail().unwrap_or_default();
            let (kind, name) = detail.split_once(" has no method named ").unwrap_or(("object", detail));
            let class = match kind {
                "string" => "str",
                "map" => "dict",
                "sequence" => "list",
                "none" => "NoneType",
                other => other,
            };
            format!("'{class} object' has no attribute '{name}'")
        }
        _ => failure.detail().map_or_else(|| failure.kind().to_string(), str::to_owned),
    }
}

/// The name in a detail such as `filter x is unknown`.
fn named(failure: &Failure, what: &str) -> String {
    let detail = failure.detail().unwrap_or_default();
    let rest = detail.strip_prefix(what).unwrap_or(detail).trim();
    rest.strip_suffix("is unknown").unwrap_or(rest).trim().trim_matches(['`', '\'', '"']).to_owned()
}

/// The name that is undefined, as far as the failure tells.
fn undefined_name(failure: &Failure) -> Option<String> {
    let source = failure.template_source()?;
    let range = failure.range()?;
    let text = source.get(range)?;
    // what operators have become, in their own words
    let calls = ["__percent(", "__minus(", "__join(", "__own(("];
    let text = calls.iter().find_map(|call| text.strip_prefix(call)).unwrap_or(text);
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}
