//! The lenient conversions of sprig and gomplate.

use crate::template::fmt;
use crate::template::number::{parse_float, parse_int, truncate};
use crate::template::types::Type;
use crate::template::val::{Str, Val};

/// sprig's conversion to text: texts and bytes as they are, all else as printed.
pub(in crate::template) fn text(val: &Val) -> Str {
    match val {
        Val::Bytes(bytes) => String::from_utf8_lossy(bytes).into(),
        Val::Value(value) => match value.as_str() {
            Some(_) => match &value.data {
                crate::value::Data::Str(text) => text.clone(),
                _ => Str::from(""),
            },
            None => fmt::print_value(val).into(),
        },
        val => fmt::print_value(val).into(),
    }
}

/// The texts of a list; nil elements are left out, and a single value is a list of one.
pub(in crate::template) fn texts(val: &Val) -> Vec<Str> {
    match val {
        Val::List(list) => list.items().iter().filter(|item| !item.is_nil()).map(text).collect(),
        Val::Bytes(bytes) => bytes.iter().map(|byte| byte.to_string().into()).collect(),
        val if val.is_nil() => Vec::new(),
        val => vec![text(val)],
    }
}

/// An integer of any type, named ones such as durations among them.
pub(in crate::template) fn integer(val: &Val) -> Option<i128> {
    match val {
        Val::Object(object) if matches!(object.type_of(), Type::Named(_)) => object.to_value().as_int().map(i128::from),
        val => val.as_integer(),
    }
}

/// An integer out of anything; what is none is zero.
pub(in crate::template) fn int(val: &Val) -> i64 {
    try_int(val).unwrap_or(0)
}

/// An integer out of anything that can be one.
pub(in crate::template) fn try_int(val: &Val) -> Option<i64> {
    if let Some(number) = integer(val) {
        // a uint64 above the range wraps around, as Go's conversion does
        #[allow(clippy::cast_possible_truncation)]
        return Some(number as i64);
    }
    if let Some(float) = val.as_float() {
        return Some(truncate(float));
    }
    if let Some(b) = val.as_bool() {
        return Some(b.into());
    }
    match val.as_str() {
        Some("") => Some(0),
        Some(text) => parse_int(without_fraction(text)),
        None if val.is_nil() => Some(0),
        None => None,
    }
}

/// Go's `int`, which has 64 bits here.
pub(in crate::template) fn isize(number: i64) -> isize {
    isize::try_from(number).unwrap_or(0)
}

/// `1.5` reads as the integer 1, but `1.5e3` as none.
fn without_fraction(text: &str) -> &str {
    let Some((whole, fraction)) = text.split_once('.') else { return text };
    let digits = whole.strip_prefix(['-', '+']).unwrap_or(whole);
    if !digits.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return text;
    }
    if digits.is_empty() { "0" } else { whole }
}

/// A float out of anything; what is none is zero.
pub(in crate::template) fn float(val: &Val) -> f64 {
    try_float(val).unwrap_or(0.0)
}

/// A float out of anything that can be one.
pub(in crate::template) fn try_float(val: &Val) -> Option<f64> {
    #[allow(clippy::cast_precision_loss)]
    if let Some(number) = integer(val) {
        return Some(number as f64);
    }
    if let Some(float) = val.as_float() {
        return Some(float);
    }
    if let Some(b) = val.as_bool() {
        return Some(f64::from(u8::from(b)));
    }
    match val.as_str() {
        Some(text) => parse_float(text),
        None if val.is_nil() => Some(0.0),
        None => None,
    }
}

/// gomplate's conversion to text: nil is `nil`.
pub(in crate::template) fn gomplate_text(val: &Val) -> Str {
    if val.is_nil() { "nil".into() } else { text(val) }
}
