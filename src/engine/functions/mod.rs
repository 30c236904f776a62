//! The YAML functions of Atmos: which there are and what each gives.
//!
//! A function is a string that begins with its tag. A tag that is skipped (`--skip`) or not known stays text.

pub(crate) mod datasources;
pub(crate) mod include;
mod local;
mod native;
pub(crate) mod outside;
pub(crate) mod template;

use super::Engine;
use super::component::Component;
use super::evaluate::{Evaluated, Pass};
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use std::cell::RefCell;
use std::sync::Arc;

/// Where a function is called: by which component of which stack.
pub(crate) struct Call<'a> {
    pub engine: &'a Engine,
    /// `None` for the locals of a file.
    pub component: Option<&'a Component>,
    /// The component's sections as they are before evaluation.
    pub sections: &'a Value,
    pub stack: &'a str,
    pub skip: &'a [&'a str],
    pub pass: &'a Pass,
    /// The keys and indices that lead to the value, as far as the walk over the sections has come.
    pub at: RefCell<Vec<Arc<str>>>,
}

impl Call<'_> {
    /// Does something one step further into the sections.
    pub(crate) fn inside<T>(&self, step: Arc<str>, act: impl FnOnce() -> T) -> T {
        self.at.borrow_mut().push(step);
        let result = act();
        self.at.borrow_mut().pop();
        result
    }

    fn metadata(&self, key: &str) -> Option<&Value> {
        self.sections.dig(["metadata", key])
    }
}

/// Splits `!name arguments`; the name ends where no letter, digit, `.`, `-` or `_` follows.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('!')?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))).unwrap_or(rest.len());
    Some((&rest[..end], rest[end..].trim()))
}

/// Whether a function runs a program or opens a connection.
fn is_outside(name: &str) -> bool {
    matches!(name, "exec" | "terraform.state" | "terraform.output" | "store" | "store.get" | "emulator")
        || name.starts_with("aws.")
}

/// Evaluates one string.
pub(crate) fn evaluate(call: &Call<'_>, value: &Value, text: &str) -> Result<Evaluated> {
    let Some((name, arguments)) = split(text) else { return Ok(Evaluated::Value(value.clone())) };
    if call.skip.contains(&name) || (call.pass.options.offline && is_outside(name)) {
        return Ok(Evaluated::Value(value.clone()));
    }
    let needed = || {
        if arguments.is_empty() {
            Err(Error::new(format!("`!{name}` needs an argument"))
                .hint(format!("see `!{name}` in Atmos's documentation of YAML functions")))
        } else {
            Ok(arguments)
        }
    };
    let result = match name {
        "unset" => return Ok(Evaluated::Unset),
        "template" => local::template(needed()?),
        "exec" => local::exec(needed()?, &call.engine.workspace)?,
        "env" => local::env(call, needed()?)?,
        "random" => return Ok(Evaluated::Value(value.clone())),
        "repo-root" | "git.root" => local::repo_root(call, arguments)?,
        "git.sha" | "git.ref" | "git.branch" | "git.repository" | "git.owner" | "git.name" | "git.host" | "git.url" => {
            local::git(call, name, arguments)?
        }
        "version" => call.engine.locked_version(needed()?, call.pass.track.as_deref())?,
        "tags" if arguments.is_empty() => list(texts(call.metadata("tags"))),
        "labels" if arguments.is_empty() => labels(call),
        "labels.keys" if arguments.is_empty() => list(label_entries(call).into_iter().map(|(k, _)| k).collect()),
        "labels.values" if arguments.is_empty() => {
            let mut values: Vec<String> = label_entries(call).into_iter().map(|(_, v)| v).collect();
            values.sort();
            list(values)
        }
        "secret" => outside::secret(needed()?),
        "terraform.state" => outside::terraform_state(call, needed()?)?,
        "terraform.output" => outside::terraform_output(call, needed()?)?,
        "store" => outside::store(call, needed()?)?,
        "store.get" => outside::store_get(call, needed()?)?,
        "emulator" => outside::emulator(call, needed()?)?,
        _ if name.starts_with("aws.") && arguments.is_empty() => outside::aws(call, text, value)?,
        _ => return Ok(Evaluated::Value(value.clone())),
    };
    Ok(Evaluated::Value(result.with_span(value.span)))
}

fn list(items: Vec<String>) -> Value {
    Value::seq(items.into_iter().map(Value::from).collect())
}

/// The strings of a list.
fn texts(value: Option<&Value>) -> Vec<String> {
    value.and_then(Value::as_seq).unwrap_or_default().iter().filter_map(Value::as_str).map(str::to_string).collect()
}

/// The labels whose values are strings, by key.
fn label_entries(call: &Call<'_>) -> Vec<(String, String)> {
    let labels = call.metadata("labels").and_then(Value::as_map);
    let mut entries: Vec<_> = labels
        .into_iter()
        .flat_map(Map::iter)
        .filter_map(|(k, v)| Some((k.name.to_string(), v.as_str()?.to_string())))
        .collect();
    entries.sort();
    entries
}

fn labels(call: &Call<'_>) -> Value {
    Value::map(label_entries(call).into_iter().collect())
}
