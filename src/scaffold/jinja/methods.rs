//! Methods of Python's values that templates call.

use super::arguments::MAX_SIZE;
use super::format::braces;
use super::{Failure, containers};
use crate::scaffold::data;
use crate::scaffold::objects::{self, View};
use crate::text::hex;
use minijinja::value::{Kwargs, Rest, Tuple, ValueKind, from_args};
use minijinja::{State, Value};

/// Calls a method of a value: those that minijinja's own collection knows, and these.
pub(super) fn call(state: &mut State<'_, '_>, value: &Value, method: &str, args: &[Value]) -> Result<Value, Failure> {
    let by_place = by_place(method, args)?;
    let args = by_place.as_deref().unwrap_or(args);
    match (value.kind(), method) {
        (ValueKind::String, "format" | "format_map") => return formatted(value, method, args),
        // what changes a list or map that nobody else sees
        (ValueKind::Seq | ValueKind::Map, _) if containers::CHANGES.contains(&method) && !containers::is_own(value) => {
            let copy = containers::own(value.clone());
            if containers::is_own(&copy) {
                return copy.call_method(state, method, args);
            }
        }
        (ValueKind::Map, "fromkeys") => return super::globals::from_keys(args),
        // between two places of a text
        (ValueKind::String, "startswith" | "endswith" | "count") if args.len() > 1 => {
            let part = part(value.as_str().unwrap_or_default(), &args[1..]);
            return minijinja_contrib::pycompat::unknown_method_callback(state, &part, method, &args[..1]);
        }
        _ => {}
    }
    match own(value, method, args) {
        Some(result) => Ok(result),
        None => minijinja_contrib::pycompat::unknown_method_callback(state, value, method, args),
    }
}

/// Arguments by place where some are given by name.
fn by_place(method: &str, args: &[Value]) -> Result<Option<Vec<Value>>, Failure> {
    let parameters: &[&str] = match method {
        "split" | "rsplit" => &["sep", "maxsplit"],
        "splitlines" => &["keepends"],
        "encode" | "decode" => &["encoding", "errors"],
        "expandtabs" => &["tabsize"],
        _ => return Ok(None),
    };
    let (Rest(mut places), names): (Rest<Value>, Kwargs) = from_args(args)?;
    for name in parameters.iter().skip(places.len()) {
        let value: Option<Value> = names.get(name)?;
        places.push(value.unwrap_or_default());
    }
    names.assert_all_used()?;
    while places.last().is_some_and(Value::is_undefined) {
        places.pop();
    }
    Ok(Some(places))
}

fn formatted(value: &Value, method: &str, args: &[Value]) -> Result<Value, Failure> {
    let text = value.as_str().unwrap_or_default();
    let text = if let ("format_map", [names]) = (method, args) {
        braces(text, &[], &Kwargs::from_iter(data::data(names)))?
    } else {
        let (Rest(places), names): (Rest<Value>, Kwargs) = from_args(args)?;
        braces(text, &places, &names)?
    };
    Ok(Value::from(text))
}

/// The part of a text from one character to another; negative ones are counted from the end.
fn part(text: &str, ends: &[Value]) -> Value {
    let length = text.chars().count();
    let place = |at: usize, default: usize| {
        let at = ends.get(at).and_then(|at| i64::try_from(at.clone()).ok());
        at.map_or(default, |at| match usize::try_from(at) {
            Ok(at) => at.min(length),
            Err(_) => length.saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(length)),
        })
    };
    let (start, end) = (place(0, 0), place(1, length));
    Value::from(text.chars().take(end).skip(start).collect::<String>())
}

/// What Python calls the type of a value.
pub(super) fn class(value: &Value) -> &'static str {
    if let Some(class) = objects::class(value) {
        return class;
    }
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
        ValueKind::Seq | ValueKind::Map if method == "copy" && args.is_empty() => Some(containers::copied(value)),
        ValueKind::Map if args.is_empty() => match method {
            "keys" => Some(View::value("dict_keys", data::items(value))),
            "values" => {
                Some(View::value("dict_values", data::pairs(value).into_iter().map(|(_, value)| value).collect()))
            }
            "items" => {
                let pair = |(key, value)| Value::from_object(Tuple::new(vec![key, value]));
                Some(View::value("dict_items", data::pairs(value).into_iter().map(pair).collect()))
            }
            _ => None,
        },
        ValueKind::Bytes if method == "decode" => String::from_utf8(value.as_bytes()?.to_vec()).ok().map(Value::from),
        ValueKind::Bytes if method == "hex" => Some(Value::from(hex(value.as_bytes()?))),
        ValueKind::Number if method == "is_integer" => {
            f64::try_from(value.clone()).ok().map(|number| Value::from(number.fract() == 0.0))
        }
        _ => None,
    }
}

fn of_text(text: &str, method: &str, args: &[Value]) -> Option<Value> {
    let first = args.first().and_then(Value::as_str);
    let width = args.first().and_then(|value| usize::try_from(value.clone()).ok()).filter(|width| *width <= MAX_SIZE);
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
        "title" => Value::from(titled(text)),
        "isprintable" => Value::from(text.chars().all(|c| c == ' ' || !c.is_control() && !c.is_whitespace())),
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
        "maketrans" => return translation(args),
        "translate" => translated(text, args.first()?),
        "isdecimal" => Value::from(!text.is_empty() && text.chars().all(|c| c.is_ascii_digit())),
        "rsplit" => rsplit(text, args),
        "encode" => Value::from_bytes(text.as_bytes().to_vec()),
        _ => return None,
    })
}

/// What letters become: a map of them, or two texts of one length, and what is left out.
fn translation(args: &[Value]) -> Option<Value> {
    let code = |c: char| Value::from(u32::from(c));
    let letters = |at: usize| args.get(at).and_then(Value::as_str).map(|text| text.chars().collect::<Vec<_>>());
    if args.len() == 1 {
        let key = |key: Value| key.as_str().and_then(|text| text.chars().next()).map_or(key.clone(), code);
        return Some(Value::from_pairs(data::pairs(&args[0]).into_iter().map(|(from, to)| (key(from), to))));
    }
    let (from, to) = (letters(0)?, letters(1)?);
    let pairs = from.iter().zip(&to).map(|(from, to)| (code(*from), code(*to)));
    let gone = letters(2).unwrap_or_default().into_iter().map(|c| (code(c), Value::from(())));
    (from.len() == to.len()).then(|| Value::from_pairs(pairs.chain(gone)))
}

fn translated(text: &str, table: &Value) -> Value {
    let mut out = String::new();
    for c in text.chars() {
        match table.get_item(&Value::from(u32::from(c))).unwrap_or_default() {
            to if to.is_undefined() => out.push(c),
            to if to.is_none() => {}
            to => match u32::try_from(to.clone()).ok().and_then(char::from_u32) {
                Some(letter) => out.push(letter),
                None => out += &data::text(&to),
            },
        }
    }
    Value::from(out)
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

/// A letter behind something else is a capital.
fn titled(text: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for c in text.chars() {
        if is_inside {
            out.extend(c.to_lowercase());
        } else {
            out.extend(c.to_uppercase());
        }
        is_inside = c.is_alphabetic();
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

fn rsplit(text: &str, args: &[Value]) -> Value {
    let limit = args.get(1).and_then(|value| usize::try_from(value.clone()).ok());
    let mut parts: Vec<&str> = match args.first().and_then(Value::as_str) {
        Some(separator) => text.rsplitn(limit.map_or(usize::MAX, |n| n + 1), separator).collect(),
        None => words_from_the_end(text, limit.unwrap_or(usize::MAX)),
    };
    parts.reverse();
    Value::from(parts.into_iter().map(str::to_owned).collect::<Vec<_>>())
}

/// The last words, and what stands before them.
fn words_from_the_end(text: &str, limit: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end();
    while words.len() < limit && !rest.is_empty() {
        let start = rest.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
        words.push(&rest[start..]);
        rest = rest[..start].trim_end();
    }
    words.extend((!rest.is_empty()).then_some(rest));
    words
}
