//! The lenient conversions of sprig and gomplate.

use crate::template::fmt;
use crate::template::number::{parse_float, parse_int, truncate};
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

/// An integer out of anything; what is none is zero.
pub(in crate::template) fn int(val: &Val) -> i64 {
    try_int(val).unwrap_or(0)
}

/// An integer out of anything that can be one.
pub(in crate::template) fn try_int(val: &Val) -> Option<i64> {
    if let Some(number) = val.as_integer() {
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
        Some(text) => parse_int(without_zero_fraction(text)),
        None if val.is_nil() => Some(0),
        None => None,
    }
}

/// Go's `int`, which has 64 bits here.
pub(in crate::template) fn isize(number: i64) -> isize {
    isize::try_from(number).unwrap_or(0)
}

/// `1.000` reads as the integer 1, `1.5` as none.
fn without_zero_fraction(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => whole,
        _ => text,
    }
}

/// A float out of anything; what is none is zero.
pub(in crate::template) fn float(val: &Val) -> f64 {
    try_float(val).unwrap_or(0.0)
}

/// A float out of anything that can be one.
pub(in crate::template) fn try_float(val: &Val) -> Option<f64> {
    #[allow(clippy::cast_precision_loss)]
    if let Some(number) = val.as_integer() {
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
