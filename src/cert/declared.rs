//! Certificates that a repository declares: `settings.gaia.certificates` of its components.

use super::Target;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::Value;
use crate::value::json::{Format, to_json};

/// The certificates of a stack, or of all of them, in the order of stacks, components and names. YAML functions in the
/// declarations (`arn: !terraform.output acm arn`) are evaluated, and no others.
///
/// # Errors
/// The stacks cannot be read; a declaration has the wrong form.
pub fn declared(engine: &Engine, stack: Option<&str>) -> Result<Vec<Target>> {
    let mut targets = Vec::new();
    let mut names = Vec::new();
    for manifest in engine.stacks()? {
        for (name, component) in engine.resolvable(manifest) {
            if !names.contains(&name) {
                names.push(name.clone());
            }
            let is_wanted = stack.is_none_or(|wanted| wanted == name || wanted == &*manifest.file);
            let is_abstract = component.sections.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract");
            if !is_wanted || is_abstract || component.sections.dig(PATH).is_none() {
                continue;
            }
            let sections = engine.describe_sections(&component.name, &name)?;
            targets.extend(of_component(&sections, &name, &component.name)?);
        }
    }
    if let Some(wanted) = stack
        && !names.iter().any(|name| name == wanted)
        && targets.is_empty()
    {
        return Err(Error::usage(format!("there is no stack `{wanted}`"))
            .maybe_hint(did_you_mean(wanted, names.iter().map(String::as_str))));
    }
    Ok(targets)
}

const PATH: [&str; 3] = ["settings", "gaia", "certificates"];

fn of_component(sections: &Value, stack: &str, component: &str) -> Result<Vec<Target>> {
    let Some(declared) = sections.dig(PATH) else { return Ok(Vec::new()) };
    let wrong = |value: &Value, why: String| {
        Error::new(format!("`settings.gaia.certificates`: {why}"))
            .at(value.span)
            .note(format!("component `{component}` of the stack `{stack}`"))
            .hint("docs/schemas/certificates.json has the shape")
    };
    let Some(map) = declared.as_map() else { return Err(wrong(declared, "it must be a map of names".into())) };
    let account = ["account_id", "aws_account_id"].iter().find_map(|name| text(sections.dig(["vars", name])?));
    let mut targets = Vec::new();
    for (key, value) in map.iter() {
        let json = to_json(value, Format::COMPACT)?;
        let mut target: Target =
            serde_json::from_str(&json).map_err(|e| wrong(value, format!("`{}`: {}", key.name, plain(&e))))?;
        if let Some(part) = target.unnamed() {
            return Err(wrong(value, format!("`{}`: `{part}` is empty", key.name)));
        }
        target.name = key.name.to_string();
        target.stack = Some(stack.to_owned());
        target.component = Some(component.to_owned());
        target.account = target.account.or_else(|| account.clone());
        targets.push(target);
    }
    Ok(targets)
}

/// An account's number, which YAML may read as one.
fn text(value: &Value) -> Option<String> {
    match value.as_str() {
        Some(text) => Some(text.to_owned()),
        None => to_json(value, Format::COMPACT).ok().filter(|text| text.chars().all(|c| c.is_ascii_digit())),
    }
}

/// What serde says, without the place in a text that nobody wrote.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
