//! Filters of minijinja that take their arguments by name only, or choose another of equal items, or another number.

use super::super::arguments::named;
use super::Failure;
use crate::scaffold::data;
use crate::scaffold::objects::Group;
use minijinja::value::{Kwargs, Rest, ValueKind};
use minijinja::{Environment, State, Value, filters};

pub(super) fn add(env: &mut Environment<'_>) {
    env.add_filter("sort", |state: &State, value: Value, places: Rest<Value>, names: Kwargs| {
        filters::sort(state, value, named(places, &names, &["reverse", "case_sensitive", "attribute"])?)
    });
    env.add_filter("unique", |state: &State, value: Value, places: Rest<Value>, names: Kwargs| {
        filters::unique(state, value, named(places, &names, &["case_sensitive", "attribute"])?)
    });
    env.add_filter("groupby", |value: Value, places: Rest<Value>, names: Kwargs| {
        let groups =
            filters::groupby(value, None, named(places, &names, &["attribute", "default", "case_sensitive"])?)?;
        let group = |group: Value| -> Result<Value, Failure> {
            let list = Value::from(data::items(&group.get_attr("list")?));
            Ok(Value::from_object(Group { grouper: group.get_attr("grouper")?, list }))
        };
        data::items(&groups).into_iter().map(group).collect::<Result<Vec<_>, _>>().map(Value::from)
    });
    env.add_filter("join", |state: &mut State, value: &Value, places: Rest<Value>, names: Kwargs| {
        filters::join(state, value, None, None, named(places, &names, &["d", "attribute"])?)
    });
    env.add_filter("sum", |state: &State, value: Value, places: Rest<Value>, names: Kwargs| {
        filters::sum(state, value, None, None, named(places, &names, &["attribute", "start"])?)
    });
    env.add_filter("min", |state: &State, value: Value, places: Rest<Value>, names: Kwargs| {
        filters::min(state, value, named(places, &names, &["case_sensitive", "attribute"])?)
    });
    env.add_filter("max", |state: &State, value: Value, places: Rest<Value>, names: Kwargs| {
        // the first of the largest, and not the last
        let value = match value.kind() {
            ValueKind::Seq | ValueKind::Iterable => data::items(&value).into_iter().rev().collect(),
            _ => value,
        };
        filters::max(state, value, named(places, &names, &["case_sensitive", "attribute"])?)
    });
    env.add_filter("reverse", |value: &Value| match value.kind() {
        ValueKind::Map => Ok(data::items(value).into_iter().rev().collect()),
        _ => filters::reverse(value),
    });
    env.add_filter("round", round);
}

/// What is rounded up or down is a number with a point ever after.
fn round(value: Value, precision: Option<i32>, method: Option<&str>, names: Kwargs) -> Result<Value, Failure> {
    let is_common = match method {
        Some(method) => method == "common",
        None => names.peek::<String>("method").map_or(true, |method| method == "common"),
    };
    let rounded = filters::round(value, precision, method, names)?;
    Ok(if is_common || !rounded.is_integer() { rounded } else { Value::from(f64::try_from(rounded)?) })
}
