//! What a template asks, without asking it.

use super::console::Console;
use super::data;
use super::questions::Type;
use super::source::Template;
use crate::error::Result;
use minijinja::Value;

/// A template, and what it asks.
#[derive(Debug)]
pub struct Description {
    /// The revision; none where the template has no versions.
    pub version: Option<String>,
    /// What it asks, in order.
    pub questions: Vec<Asked>,
}

/// A question as the template has it: what is a template itself is not rendered.
#[derive(Debug)]
pub struct Asked {
    /// The name of the answer.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// The question in words.
    pub help: String,
    /// What holds when nothing is said; none where an answer is needed.
    pub default: Option<Value>,
    /// The choices; none where anything goes.
    pub choices: Option<Value>,
    /// When it is asked; none where it always is.
    pub when: Option<String>,
    /// Whether the answer is kept nowhere.
    pub is_secret: bool,
}

/// Reads what a template asks. Values that it only computes are left out.
///
/// # Errors
/// There is no such template or revision, or its `copier.yml` is wrong.
pub fn describe(source: &str, revision: Option<&str>, console: &dyn Console) -> Result<Description> {
    let template = Template::open(source, revision, false, console)?;
    let config = &template.config;
    let asked = config.questions.iter().filter_map(|(name, properties)| {
        let when = properties.get("when");
        if when.is_some_and(|when| data::text(when).eq_ignore_ascii_case("false")) {
            return None;
        }
        let default = properties.get("default");
        let text = |name: &str| properties.get(name).filter(|value| !value.is_none()).map(data::text);
        Some(Asked {
            name: name.clone(),
            kind: text("type").unwrap_or_else(|| Type::of_default(default).name().to_owned()),
            help: text("help").unwrap_or_default(),
            default: default.cloned(),
            choices: properties.get("choices").cloned(),
            when: when.filter(|when| data::text(when) != "True").map(data::text),
            is_secret: config.secrets.contains(name),
        })
    });
    Ok(Description { version: template.commit.clone(), questions: asked.collect() })
}
