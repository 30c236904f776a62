//! Methods of Python's values that templates call.

use super::Failure;
use crate::scaffold::data;
use minijinja::value::ValueKind;
use minijinja::{State, Value};

/// Calls a method of a value: those that minijinja's own collection knows, and these.
pub(super) fn call(state: &mut State<'_, '_>, value: &Value, method: &str, args: &[Value]) -> Result<Value, Failure> {
    match own(value, method, args) {
        Some(result) => Ok(result),
        None => minijinja_contrib::pycompat::unknown_method_callback(state, value, method, args),
    }
}

/// What Python calls the type of a value.
pub(super) fn class(value: &Value) -> &'static str {
    match value.kind() {
        ValueKind::None => "NoneType",
        ValueKind::Bool => "bool",
        ValueKind::Number if value.is_integer() => "int",
        ValueKind::Number => "float",
        ValueKind::String => "str",
        ValueKind::Bytes => "bytes",
        ValueKind::Seq | ValueKind::Iterable if value.is_tuple() => "tuple",
        ValueKind::Seq | ValueKind::Iterable => "list",
        ValueKind::Map => "dict",
        _ => "object",
    }
}

fn own(value: &Value, method: &str, args: &[Value]) -> Option<Value> {
    match value.kind() {
        ValueKind::String => of_text(value.as_str()?, method, args),
        ValueKind::Seq if method == "index" => {
            let wanted = args.first()?;
            data::items(value).iter().position(|item| item == wanted).map(Value::from)
        }
        ValueKind::Seq | ValueKind::Map if method == "copy" && args.is_empty() => Some(value.clone()),
        ValueKind::Number if method == "is_integer" => {
            f64::try_from(value.clone()).ok().map(|number| Value::from(number.fract() == 0.0))
        }
        _ => None,
    }
}

fn of_text(text: &str, method: &str, args: &[Value]) -> Option<Value> {
    let first = args.first().and_then(Value::as_str);
    let width = args.first().and_then(|value| usize::try_from(value.clone()).ok());
    let fill = args.get(1).and_then(Value::as_str).and_then(|fill| fill.chars().next()).unwrap_or(' ');
    let missing = |width: usize| width.saturating_sub(text.chars().count());
    let pad = |count: usize| fill.to_string().repeat(count);
    let triple = |parts: Option<(&str, &str)>, separator: &str, rest_first: bool| {
        Value::from(match parts {
            Some((head, tail)) => vec![head.to_owned(), separator.to_owned(), tail.to_owned()],
            None if rest_first => vec![String::new(), String::new(), text.to_owned()],
            None => vec![text.to_owned(), String::new(), String::new()],
        })
    };
    Some(match method {
        "removeprefix" => Value::from(text.strip_prefix(first?).unwrap_or(text)),
        "removesuffix" => Value::from(text.strip_suffix(first?).unwrap_or(text)),
        "partition" => triple(text.split_once(first?), first?, false),
        "rpartition" => triple(text.rsplit_once(first?), first?, true),
        "casefold" => Value::from(text.to_lowercase()),
        "swapcase" => Value::from(text.chars().map(swap).collect::<String>()),
        "ljust" => Value::from(format!("{text}{}", pad(missing(width?)))),
        "rjust" => Value::from(format!("{}{text}", pad(missing(width?)))),
        "center" => {
            let missing = missing(width?);
            // of an odd number the left side gets the smaller part, unless the width is odd
            let left = missing / 2 + (missing & width? & 1);
            Value::from(format!("{}{text}{}", pad(left), pad(missing - left)))
        }
        "zfill" => {
            let (sign, digits) = match text.strip_prefix(['-', '+']) {
                Some(digits) => (&text[..1], digits),
                None => ("", text),
            };
            Value::from(format!("{sign}{}{digits}", "0".repeat(missing(width?))))
        }
        "isidentifier" => {
            let mut chars = text.chars();
            let starts = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
            Value::from(starts && chars.all(|c| c == '_' || c.is_alphanumeric()))
        }
        "isdecimal" => Value::from(!text.is_empty() && text.chars().all(|c| c.is_ascii_digit())),
        "rsplit" => return rsplit(text, args),
        "encode" => Value::from_bytes(text.as_bytes().to_vec()),
        _ => return None,
    })
}

fn swap(c: char) -> String {
    if c.is_lowercase() { c.to_uppercase().to_string() } else { c.to_lowercase().to_string() }
}

fn rsplit(text: &str, args: &[Value]) -> Option<Value> {
    let limit = args.get(1).and_then(|value| usize::try_from(value.clone()).ok()).map_or(usize::MAX, |n| n + 1);
    let separator = args.first().and_then(Value::as_str);
    let mut parts: Vec<&str> = match separator {
        Some(separator) => text.rsplitn(limit, separator).collect(),
        None if limit == usize::MAX => text.split_whitespace().rev().collect(),
        None => return None,
    };
    parts.reverse();
    Some(Value::from(parts.into_iter().map(str::to_owned).collect::<Vec<_>>()))
}
