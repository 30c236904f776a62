//! Filters and tests that minijinja does not have: the rest of Jinja2's, and those of `jinja2-ansible-filters`.

#![allow(clippy::unnecessary_wraps)] // all filters have one signature

mod builtin;
mod collections;
mod encode;
mod files;
mod ordered;
mod random;
mod regexes;
mod text;
mod urlize;

pub(super) use random::{lorem_ipsum, secret, text as random_text};
pub(super) use text::escaped;

use super::Failure;
use super::arguments::Arguments;
use super::error::wrong;
use crate::error::Error;
use crate::scaffold::data;
use crate::scaffold::source::Undefined;
use minijinja::value::{Kwargs, Rest, ValueKind};
use minijinja::{Environment, ErrorKind, Value};

type Filter = fn(&Value, &Arguments) -> Result<Value, Failure>;

/// Every test.
pub(super) const TESTS: [&str; 32] = [
    "boolean",
    "callable",
    "defined",
    "divisibleby",
    "eq",
    "equalto",
    "escaped",
    "even",
    "false",
    "filter",
    "float",
    "ge",
    "greaterthan",
    "gt",
    "in",
    "integer",
    "iterable",
    "le",
    "lessthan",
    "lower",
    "lt",
    "mapping",
    "ne",
    "none",
    "number",
    "odd",
    "sameas",
    "sequence",
    "string",
    "test",
    "true",
    "undefined",
];

/// Those filters that are minijinja's own, or added below.
const OTHERS: [&str; 46] = [
    "abs",
    "attr",
    "batch",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "e",
    "escape",
    "first",
    "float",
    "forceescape",
    "format",
    "groupby",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "pprint",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "safe",
    "select",
    "selectattr",
    "slice",
    "sort",
    "string",
    "striptags",
    "sum",
    "title",
    "tojson",
    "trim",
    "unique",
    "upper",
    "wordcount",
];

/// The filters by their names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    groups().into_iter().flatten().map(|(name, _)| *name).chain(OTHERS)
}

fn groups() -> [&'static [(&'static str, Filter)]; 7] {
    [
        builtin::FILTERS,
        collections::FILTERS,
        encode::FILTERS,
        files::FILTERS,
        random::FILTERS,
        regexes::FILTERS,
        text::FILTERS,
    ]
}

pub(super) fn add(env: &mut Environment<'_>, undefined: Undefined) {
    for (name, filter) in groups().into_iter().flatten() {
        let filter = *filter;
        env.add_filter(*name, move |value: &Value, rest: Rest<Value>, names: Kwargs| {
            filter(value, &Arguments::new(rest, names))
        });
    }
    ordered::add(env);
    env.add_filter("striptags", minijinja_contrib::filters::striptags);
    for name in ["length", "count"] {
        env.add_filter(name, move |value: &Value| match value.len() {
            None if value.is_undefined() && undefined == Undefined::Lenient => Ok(0),
            Some(length) => Ok(length),
            None => minijinja::filters::length(value),
        });
    }
    let end = move |value: &Value, last: bool| -> Result<Value, Failure> {
        let value = if undefined == Undefined::Strict { defined(value)? } else { value };
        if value.is_none() {
            return Err(wrong("'NoneType' object is not iterable"));
        }
        let mut items = value.try_iter()?;
        let found = if last { items.last() } else { items.next() };
        Ok(found.unwrap_or_default())
    };
    env.add_filter(
        "string",
        |value: &Value| if value.is_safe() { value.clone() } else { Value::from(data::text(value)) },
    );
    env.add_filter("items", |value: &Value| match value.kind() {
        ValueKind::Undefined => Ok(Value::from(Vec::<Value>::new())),
        ValueKind::Map => minijinja::filters::items(value),
        _ => Err(wrong("Can only get item pairs from a mapping.")),
    });
    env.add_filter("first", move |value: &Value| end(value, false));
    env.add_filter("last", move |value: &Value| end(value, true));
    env.add_test("sequence", |value: &Value| {
        matches!(value.kind(), ValueKind::Seq | ValueKind::Map | ValueKind::String | ValueKind::Bytes)
    });
    env.add_test("callable", |value: &Value| value.kind() == ValueKind::Plain);
    env.add_test("iterable", |value: &Value| !value.is_none() && value.try_iter().is_ok());
    env.add_test("filter", |value: &Value| value.as_str().is_some_and(|name| names().any(|known| known == name)));
    env.add_test("test", |value: &Value| value.as_str().is_some_and(|name| TESTS.contains(&name)));
    // Jinja2 knows these two by their signs, too
    env.add_test("greaterthan", |a: &Value, b: &Value| a > b);
    env.add_test("lessthan", |a: &Value, b: &Value| a < b);
}

/// An error of ours as one of a filter.
#[allow(clippy::needless_pass_by_value)] // for `map_err`
fn failed(error: Error) -> Failure {
    super::globals::failure(error)
}

/// Fails for a value that is not defined.
fn defined(value: &Value) -> Result<&Value, Failure> {
    if value.is_undefined() { Err(Failure::from(ErrorKind::UndefinedError)) } else { Ok(value) }
}
