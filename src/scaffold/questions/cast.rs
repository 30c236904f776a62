//! Answers as the types of questions want them, by Python's rules.

use crate::error::{Error, Result};
use crate::scaffold::{data, json};
use crate::text::did_you_mean;
use crate::yaml::python;
use minijinja::Value;
use minijinja::value::ValueKind;

/// The type of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scaffold) enum Type {
    Bool,
    Float,
    Int,
    Json,
    Path,
    Str,
    Yaml,
}

const TYPES: [Type; 7] = [Type::Bool, Type::Float, Type::Int, Type::Json, Type::Path, Type::Str, Type::Yaml];

impl Type {
    pub(super) fn parse(name: &str) -> Option<Self> {
        TYPES.into_iter().find(|kind| kind.name() == name)
    }

    /// What somebody may have meant who wrote something else.
    pub(super) fn meant_by(name: &str) -> String {
        let meant = match name.to_lowercase().as_str() {
            "string" | "text" => Some("did you mean `str`?".to_owned()),
            "integer" | "number" => Some("did you mean `int`?".to_owned()),
            "boolean" => Some("did you mean `bool`?".to_owned()),
            "double" | "decimal" => Some("did you mean `float`?".to_owned()),
            "list" | "dict" | "map" | "array" | "object" => Some("did you mean `yaml`?".to_owned()),
            name => did_you_mean(name, TYPES.map(Type::name)),
        };
        meant.unwrap_or_else(|| format!("the types are {}", TYPES.map(Type::name).join(", ")))
    }

    pub(in crate::scaffold) fn name(self) -> &'static str {
        match self {
            Type::Bool => "bool",
            Type::Float => "float",
            Type::Int => "int",
            Type::Json => "json",
            Type::Path => "path",
            Type::Str => "str",
            Type::Yaml => "yaml",
        }
    }

    /// The type of a question that only has a default.
    pub(in crate::scaffold) fn of_default(default: Option<&Value>) -> Self {
        match default.map(Value::kind) {
            Some(ValueKind::Bool) => Type::Bool,
            Some(ValueKind::String) => Type::Str,
            Some(ValueKind::Number) if default.is_some_and(Value::is_integer) => Type::Int,
            Some(ValueKind::Number) => Type::Float,
            _ => Type::Yaml,
        }
    }

    /// One answer, cast. Texts are parsed as JSON or YAML; everything else is that already.
    pub(super) fn cast(self, answer: &Value) -> Result<Value> {
        match self {
            Type::Bool => Ok(Value::from(to_bool(answer))),
            Type::Float => to_float(answer).map(Value::from),
            Type::Int => to_int(answer),
            Type::Path => Ok(Value::from(data::text(answer))),
            Type::Str => match answer.kind() {
                ValueKind::String => Ok(answer.clone()),
                ValueKind::Number | ValueKind::Bool => Ok(Value::from(data::text(answer))),
                _ => Err(Error::new(format!("Could not convert {} to string", data::text(answer)))),
            },
            Type::Json => match answer.as_str() {
                Some(text) => json::parse(text),
                None => Ok(answer.clone()),
            },
            Type::Yaml => match answer.as_str() {
                Some(text) => data::from_node(python::load(text)?),
                None => Ok(answer.clone()),
            },
        }
    }
}

/// Anything as a bool: numbers, then words, then whether it is empty.
pub(in crate::scaffold) fn to_bool(value: &Value) -> bool {
    if let Ok(number) = to_float(value) {
        return number != 0.0;
    }
    match value.as_str().map(|text| text.trim().to_lowercase()).as_deref() {
        Some("y" | "yes" | "t" | "true" | "on") => true,
        Some("" | "n" | "no" | "f" | "false" | "off" | "~" | "null" | "none") => false,
        _ => value.is_true(),
    }
}

fn to_float(value: &Value) -> Result<f64> {
    match value.kind() {
        ValueKind::Bool => Ok(f64::from(u8::from(value.is_true()))),
        ValueKind::Number => Ok(f64::try_from(value.clone()).unwrap_or(f64::NAN)),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            let clean = digits(text.trim()).filter(|text| !text.to_lowercase().starts_with("0x"));
            let number = clean.and_then(|text| text.parse().ok());
            number.ok_or_else(|| Error::new(format!("could not convert string to float: {}", data::repr(value))))
        }
        _ => Err(Error::new(format!("{} is no number", data::repr(value)))),
    }
}

fn to_int(value: &Value) -> Result<Value> {
    let integer = |value: i128| i64::try_from(value).map_or_else(|_| Value::from(value), Value::from);
    match value.kind() {
        ValueKind::Bool => Ok(Value::from(i64::from(value.is_true()))),
        ValueKind::Number if value.is_integer() => Ok(value.clone()),
        #[allow(clippy::cast_possible_truncation)] // what `int()` does
        ValueKind::Number => Ok(integer(f64::try_from(value.clone()).unwrap_or(0.0).trunc() as i128)),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default().trim();
            let parsed = digits(text).and_then(|text| text.parse().ok()).map(integer);
            parsed.ok_or_else(|| Error::new(format!("invalid literal for int() with base 10: {}", data::repr(value))))
        }
        _ => Err(Error::new(format!("{} is no number", data::repr(value)))),
    }
}

/// The text without underscores, which may stand between digits.
fn digits(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let fits = |(at, _): (usize, &str)| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    text.match_indices('_').all(fits).then(|| text.replace('_', ""))
}
