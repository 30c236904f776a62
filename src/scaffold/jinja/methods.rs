//! Methods of Python's values that templates call.

use super::Failure;
use crate::scaffold::data;
use minijinja::value::{Tuple, ValueKind};
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
    let at = |found: Option<usize>| found.map(|at| Value::from(text[..at].chars().count()));
    let triple = |parts: Option<(&str, &str)>, separator: &str, rest_first: bool| {
        let parts = match parts {
            Some((head, tail)) => [head, separator, tail],
            None if rest_first => ["", "", text],
            None => [text, "", ""],
        };
        Value::from_object(Tuple::from(parts.map(Value::from)))
    };
    Some(match method {
        "removeprefix" => Value::from(text.strip_prefix(first?).unwrap_or(text)),
        "removesuffix" => Value::from(text.strip_suffix(first?).unwrap_or(text)),
        "partition" => triple(text.split_once(first?), first?, false),
        "rpartition" => triple(text.rsplit_once(first?), first?, true),
        "casefold" => Value::from(text.to_lowercase().replace('ß', "ss")),
        "index" => return at(text.find(first?)),
        "rindex" => return at(text.rfind(first?)),
        "expandtabs" => Value::from(expand_tabs(text, width.unwrap_or(8))),
        "istitle" => Value::from(is_title(text)),
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

fn expand_tabs(text: &str, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '\t' if width > 0 => {
                let blanks = width - column % width;
                out += &" ".repeat(blanks);
                column += blanks;
            }
            '\t' => {}
            c => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    out
}

fn is_title(text: &str) -> bool {
    let (mut is_inside, mut has_letters) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() == is_inside && (c.is_uppercase() || c.is_lowercase()) {
            return false;
        }
        is_inside = c.is_uppercase() || c.is_lowercase();
        has_letters |= is_inside;
    }
    has_letters
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
