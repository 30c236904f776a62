//! The functions that every template knows.

use crate::template::collection::List;
use crate::template::error::CallError;
use crate::template::fmt;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::quote::is_print;
use crate::template::types::Type;
use crate::template::val::{Str, Val};
use std::fmt::Write as _;

pub(super) fn register(table: &mut Table) {
    // the interpreter itself evaluates these two, because they need not look at all their arguments
    table.add("and or", |first: Val, _: Rest<Val>| first);
    table.add("not", |val: Val| !val.is_true());
    table.add("len", length);
    table.add("index", index);
    table.add("slice", slice);
    table.add("call", call);
    table.add("print", |values: Rest<Val>| fmt::sprint(&values.0));
    table.add("println", |values: Rest<Val>| fmt::sprintln(&values.0));
    table.add("printf", |format: Str, values: Rest<Val>| fmt::sprintf(&format, &values.0));
    table.add("html", |values: Rest<Val>| escape_html(&joined(&values.0)));
    table.add("js", |values: Rest<Val>| escape_js(&joined(&values.0)));
    table.add("urlquery", |values: Rest<Val>| escape_query(&joined(&values.0)));
}

fn length(val: Val) -> CallResult<isize> {
    let length = match &val {
        Val::List(list) => list.len(),
        Val::Dict(dict) => dict.len(),
        Val::Bytes(bytes) => bytes.len(),
        val => match val.as_str() {
            Some(text) => text.len(),
            None => return Err(format!("{} has no length", val.type_name()).into()),
        },
    };
    Ok(isize::try_from(length).unwrap_or(isize::MAX))
}

/// An index, which must lie below `limit`, or at it where a slice may end.
fn position(index: &Val, limit: usize, may_end: bool) -> CallResult<usize> {
    let Some(number) = index.as_integer() else {
        return Err(format!("a list or text cannot be indexed with {}", index.type_name()).into());
    };
    let found = usize::try_from(number).ok().filter(|n| *n < limit || may_end && *n == limit);
    found.ok_or_else(|| format!("index out of range: {number}").into())
}

fn index(val: Val, indexes: Rest<Val>) -> CallResult {
    if val.is_nil() {
        return Err("index of nil".into());
    }
    let mut val = val;
    for index in indexes.0 {
        val = match &val {
            Val::List(list) => list.items()[position(&index, list.len(), false)?].clone(),
            Val::Bytes(bytes) => Val::Integer(Type::Uint8, bytes[position(&index, bytes.len(), false)?].into()),
            Val::Dict(dict) => match index.as_str() {
                Some(key) => dict.get(key).unwrap_or_else(|| dict.element().zero()),
                None if index.is_nil() => return Err("a map's key cannot be nil".into()),
                None => return Err(format!("a map's key is a string, not {}", index.type_name()).into()),
            },
            val if val.is_nil() => return Err("index of nil".into()),
            val => match val.as_str() {
                Some(text) => {
                    let at = position(&index, text.len(), false)?;
                    Val::Integer(Type::Uint8, text.as_bytes()[at].into())
                }
                None => return Err(format!("{} cannot be indexed", val.type_name()).into()),
            },
        };
    }
    Ok(val)
}

fn slice(val: Val, indexes: Rest<Val>) -> CallResult {
    let indexes = indexes.0;
    if indexes.len() > 3 {
        return Err(format!("too many slice indexes: {}", indexes.len()).into());
    }
    let length = match &val {
        Val::List(list) => list.len(),
        Val::Bytes(bytes) => bytes.len(),
        val => match val.as_str() {
            Some(_) if indexes.len() == 3 => return Err("a text cannot be sliced with three indexes".into()),
            Some(text) => text.len(),
            None => return Err(format!("{} cannot be sliced", val.type_name()).into()),
        },
    };
    let mut bounds = [0, length, length];
    for (bound, index) in bounds.iter_mut().zip(&indexes) {
        *bound = position(index, length, true)?;
    }
    let [start, end, limit] = bounds;
    if start > end || end > limit {
        return Err(format!("invalid slice index: {start} > {end}").into());
    }
    Ok(match &val {
        Val::List(list) => Val::List(List::new(list.element(), list.items()[start..end].to_vec())),
        Val::Bytes(bytes) => Val::Bytes(bytes[start..end].into()),
        val => Val::str(cut(val.as_str().unwrap_or_default(), start, end)),
    })
}

/// The bytes of a text from `start` to `end`; a character that is cut becomes the replacement character.
pub(in crate::template) fn cut(text: &str, start: usize, end: usize) -> String {
    String::from_utf8_lossy(&text.as_bytes()[start..end]).into_owned()
}

fn call(function: Val, arguments: Rest<Val>) -> CallResult {
    match function {
        Val::Func(function) => function.call(&arguments.0),
        val if val.is_nil() => Err("call of nil".into()),
        val => Err(CallError::new(format!("{} is no function", val.type_name()))),
    }
}

/// The text of the arguments, as `print` gives it.
fn joined(values: &[Val]) -> String {
    let values: Vec<_> =
        values.iter().map(|val| if val.is_nil() { Val::str("<no value>") } else { val.clone() }).collect();
    fmt::sprint(&values)
}

/// Escapes what is special in HTML.
pub(in crate::template) fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0' => out.push('\u{fffd}'),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

fn escape_js(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '"' => out.push_str("\\\""),
            '<' | '>' | '&' | '=' | '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c if c.is_ascii() || is_print(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
        }
    }
    out
}

/// Escapes a text for the query of a URL.
pub(in crate::template) fn escape_query(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(byte.into()),
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
