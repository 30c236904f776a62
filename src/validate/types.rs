//! Values against Terraform's type constraints, with the conversions that Terraform makes.

use super::marks;
use super::repo::Repo;
use crate::hcl::Type;
use crate::text::Span;
use crate::value::{Data, Key, Value};
use std::sync::Arc;

/// A value that Terraform cannot convert.
pub(super) struct Mismatch {
    /// The steps from the variable to the value, the last first.
    steps: Vec<String>,
    pub(super) span: Span,
    pub(super) expected: String,
    pub(super) found: String,
    pub(super) hint: Option<String>,
    /// Whether it is an attribute that is not there.
    pub(super) incomplete: bool,
}

impl Mismatch {
    /// The path of the value in the variable.
    pub(super) fn path(&self, name: &str) -> String {
        self.steps.iter().rev().fold(name.to_owned(), |path, step| path + step)
    }

    fn below(mut self, step: String) -> Self {
        self.steps.push(step);
        self
    }
}

/// The parts of a value that do not fit; none where it fits, or where what it will be is not known yet.
pub(super) fn mismatches(value: &Value, of: &Type, key: &Key, repo: &Repo) -> Vec<Mismatch> {
    if is_open(value, repo) {
        return Vec::new();
    }
    let wrong = |hint: Option<String>| {
        vec![Mismatch {
            steps: Vec::new(),
            span: if value.span.is_none() { key.span } else { value.span },
            expected: words(of),
            found: found(value),
            hint,
            incomplete: false,
        }]
    };
    let below = |value: &Value, of: &Type, key: &Key, step: &dyn Fn() -> String| {
        let parts = mismatches(value, of, key, repo).into_iter();
        parts.map(|m| m.below(step())).collect::<Vec<_>>()
    };
    let item = |(n, (item, of)): (usize, (&Value, &Type))| {
        // what an item lacks is told at its first line
        let first = item.as_map().and_then(|map| Some(map.iter().next()?.0.span)).filter(|s| !s.is_none());
        let key = Key { name: Arc::clone(&key.name), span: first.unwrap_or(key.span) };
        below(item, of, &key, &|| format!("[{n}]"))
    };
    match (of, &value.data) {
        (Type::Any, _)
        | (
            Type::String,
            Data::Str(_) | Data::Time(_) | Data::Bool(_) | Data::Int(_) | Data::Uint(_) | Data::Float(_),
        )
        | (Type::Number, Data::Int(_) | Data::Uint(_) | Data::Float(_))
        | (Type::Bool, Data::Bool(_)) => Vec::new(),
        (Type::Number, Data::Str(text)) => {
            let is_number = text.trim().parse::<f64>().is_ok_and(f64::is_finite);
            if is_number { Vec::new() } else { wrong(None) }
        }
        (Type::Bool, Data::Str(text)) => match &**text {
            "true" | "false" | "1" | "0" => Vec::new(),
            "yes" | "on" | "Yes" | "On" => wrong(Some("write `true`".to_owned())),
            "no" | "off" | "No" | "Off" => wrong(Some("write `false`".to_owned())),
            _ => wrong(None),
        },
        (Type::List(of) | Type::Set(of), Data::Seq(items)) => {
            items.iter().map(|item| (item, &**of)).enumerate().flat_map(item).collect()
        }
        (Type::List(_) | Type::Set(_), Data::Str(_) | Data::Int(_)) => {
            wrong(Some(format!("write it as a list: `[{}]`", repo.text(value.span).trim())))
        }
        (Type::Tuple(types), Data::Seq(items)) if types.len() == items.len() => {
            items.iter().zip(types).enumerate().flat_map(item).collect()
        }
        (Type::Map(of), Data::Map(map)) => {
            map.iter().flat_map(|(key, item)| below(item, of, key, &|| format!(".{}", key.name))).collect()
        }
        (Type::Object(attributes), Data::Map(map)) => {
            attributes
                .iter()
                .flat_map(|attribute| match map.get_entry(&attribute.name) {
                    Some((key, item)) => below(item, &attribute.of, key, &|| format!(".{}", attribute.name)),
                    None if attribute.optional => Vec::new(),
                    None => {
                        let others = map.names().filter(|n| !attributes.iter().any(|a| a.name == *n));
                        let near = crate::text::nearest(&attribute.name, others);
                        // a misspelt key is told by itself
                        if near.and_then(|near| map.get_entry(near)).is_some_and(|(key, _)| !key.span.is_none()) {
                            return Vec::new();
                        }
                        vec![Mismatch {
                            steps: Vec::new(),
                            span: key.span,
                            expected: format!("an object with `{}`", attribute.name),
                            found: "one without it".to_owned(),
                            hint: None,
                            incomplete: true,
                        }]
                    }
                })
                .collect()
        }
        _ => wrong(None),
    }
}

/// Whether what the value will be is not known: null, a function, a template, a form of an older tool, a lost timestamp.
fn is_open(value: &Value, repo: &Repo) -> bool {
    match &value.data {
        Data::Null => true,
        Data::Str(text) => marks::is_open(text) || text.contains("${") || text.contains(repo.engine.left_delimiter()),
        Data::Map(map) if map.is_empty() => !repo.text(value.span).trim_start().starts_with('{'),
        _ => false,
    }
}

fn words(of: &Type) -> String {
    match of {
        Type::String => "a string".to_owned(),
        Type::Number => "a number".to_owned(),
        Type::Bool => "true or false".to_owned(),
        other => format!("`{other}`"),
    }
}

fn found(value: &Value) -> String {
    match &value.data {
        Data::Str(text) if text.len() < 40 => format!("the string `{text}`"),
        Data::Bool(b) => format!("the boolean `{b}`"),
        Data::Int(i) => format!("the number `{i}`"),
        _ => format!("a {}", value.type_name()),
    }
}
