//! Jinja's extensions. They are Python packages; those whose meaning is known are built in, all others are refused.

use super::Failure;
use super::filters::random_text;
use crate::error::{Error, Result};
use crate::scaffold::json;
use minijinja::value::Kwargs;
use minijinja::{Environment, Value};

/// Extensions that are built in.
const BUILT_IN: [&str; 12] = [
    "cookiecutter.extensions.JsonifyExtension",
    "cookiecutter.extensions.RandomStringExtension",
    "cookiecutter.extensions.SlugifyExtension",
    "cookiecutter.extensions.TimeExtension",
    "jinja2.ext.debug",
    "jinja2.ext.do",
    "jinja2.ext.loopcontrols",
    "jinja2_ansible_filters.AnsibleCoreFiltersExtension",
    "jinja2_slug.SlugExtension",
    "jinja2_time.TimeExtension",
    "copier._jinja_ext.YieldExtension",
    "copier.jinja_ext.YieldExtension",
];

/// Refuses what only Python could run.
///
/// # Errors
/// An error that names every such extension.
pub(in crate::scaffold) fn check(wanted: &[String]) -> Result<()> {
    let unknown: Vec<_> = wanted.iter().filter(|name| !BUILT_IN.contains(&name.as_str())).map(String::as_str).collect();
    let Some(first) = unknown.first() else { return Ok(()) };
    let module = first.split('.').next().unwrap_or_default();
    let (s, them) = if unknown.len() > 1 { ("s", "they are") } else { ("", "it is") };
    let message = format!(
        "No module named '{module}' is built in: the Jinja extension{s} {} cannot run here, as {them} Python code",
        unknown.join(", ")
    );
    Err(Error::new(message)
        .hint(format!("built in are {}", BUILT_IN[..BUILT_IN.len() - 2].join(", ")))
        .hint("for computed values use a question with `when: false` and a default that is a template"))
}

/// What the extensions add.
pub(super) fn add(env: &mut Environment<'_>) {
    env.add_filter("slugify", |text: String| slug(&text));
    env.add_filter("slug", |text: String| slug(&text));
    env.add_filter("jsonify", |value: &Value| jsonify(value));
    env.add_function("random_ascii_string", |length: usize, _: Kwargs| random_text(length));
    env.add_function("__now", |zone: &str, format: Option<String>| now(zone, format.as_deref()));
}

fn slug(text: &str) -> String {
    let ascii = deunicode::deunicode(text).to_lowercase().replace('\'', "");
    let words = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn jsonify(value: &Value) -> Result<String, Failure> {
    let style = json::Style { indent: Some(4), sort_keys: true, ..json::Style::default() };
    json::to_string(value, style).map_err(super::globals::failure)
}

fn now(zone: &str, format: Option<&str>) -> Result<String, Failure> {
    let failure = |e: jiff::Error| super::globals::failure(Error::new(e.to_string()));
    let zone = if zone == "local" {
        jiff::tz::TimeZone::system()
    } else {
        jiff::tz::TimeZone::get(if zone == "utc" { "UTC" } else { zone }).map_err(failure)?
    };
    let now = jiff::Timestamp::now().to_zoned(zone);
    jiff::fmt::strtime::format(format.unwrap_or("%Y-%m-%d"), &now).map_err(failure)
}
