//! `eq`, `lt` and the others, which compare only what is of one kind.

use super::cast;
use crate::template::budget::Budget;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::Val;
use crate::value::{Data, Value};
use std::cmp::Ordering;

pub(super) fn register(table: &mut Table) {
    table.add("eq", |first: Val, others: Rest<Val>| {
        if others.0.is_empty() {
            return Err("nothing to compare with".into());
        }
        for other in &others.0 {
            if equal(&first, other)? {
                return Ok(true);
            }
        }
        Ok(false)
    });
    table.add("ne", |a: Val, b: Val| equal(&a, &b).map(|same| !same));
    table.add("lt", |a: Val, b: Val| less(&a, &b));
    table.add("le", |a: Val, b: Val| at_most(&a, &b));
    table.add("gt", |a: Val, b: Val| at_most(&a, &b).map(|at_most| !at_most));
    table.add("ge", |a: Val, b: Val| less(&a, &b).map(|less| !less));
}

/// What can be compared; integers of all types are one kind.
enum Basic<'v> {
    Bool(bool),
    Integer(i128),
    Float(f64),
    Text(&'v str),
}

fn basic(val: &Val) -> Option<Basic<'_>> {
    if let Some(number) = cast::integer(val) {
        return Some(Basic::Integer(number));
    }
    match val {
        Val::Value(Value { data: Data::Bool(b), .. }) => Some(Basic::Bool(*b)),
        Val::Value(Value { data: Data::Float(f), .. }) => Some(Basic::Float(*f)),
        Val::Value(Value { data: Data::Str(text), .. }) => Some(Basic::Text(text)),
        _ => None,
    }
}

#[allow(clippy::float_cmp)]
pub(in crate::template) fn equal(a: &Val, b: &Val) -> CallResult<bool> {
    match (basic(a), basic(b)) {
        (Some(Basic::Bool(a)), Some(Basic::Bool(b))) => Ok(a == b),
        (Some(Basic::Integer(a)), Some(Basic::Integer(b))) => Ok(a == b),
        (Some(Basic::Float(a)), Some(Basic::Float(b))) => Ok(a == b),
        (Some(Basic::Text(a)), Some(Basic::Text(b))) => Ok(a == b),
        (None, None) => match (a, b) {
            _ if a.is_nil() || b.is_nil() => Ok(a.is_nil() && b.is_nil()),
            (Val::Object(x), Val::Object(y)) if x.type_of().kind() == y.type_of().kind() => Ok(x.equals(&**y)),
            _ => Err(format!("{} and {} cannot be compared", a.type_name(), b.type_name()).into()),
        },
        _ if a.is_nil() || b.is_nil() => Ok(false),
        _ => Err(incompatible(a, b)),
    }
}

pub(in crate::template) fn less(a: &Val, b: &Val) -> CallResult<bool> {
    let ordering = match (basic(a), basic(b)) {
        (Some(Basic::Integer(a)), Some(Basic::Integer(b))) => Some(a.cmp(&b)),
        (Some(Basic::Float(a)), Some(Basic::Float(b))) => a.partial_cmp(&b),
        (Some(Basic::Text(a)), Some(Basic::Text(b))) => Some(a.cmp(b)),
        (Some(Basic::Bool(_)), Some(Basic::Bool(_))) => return Err("bool has no order".into()),
        (Some(_), Some(_)) => return Err(incompatible(a, b)),
        (first, _) => {
            let culprit = if first.is_none() { a } else { b };
            return Err(format!("{} has no order", culprit.type_name()).into());
        }
    };
    Ok(ordering == Some(Ordering::Less))
}

fn at_most(a: &Val, b: &Val) -> CallResult<bool> {
    Ok(less(a, b)? || equal(a, b)?)
}

fn incompatible(a: &Val, b: &Val) -> crate::template::CallError {
    format!("incompatible types for comparison: {} and {}", a.type_name(), b.type_name()).into()
}

/// Go's `reflect.DeepEqual`: types must be the same too, and `int` is not `int64`.
pub(in crate::template) fn deep_equal(a: &Val, b: &Val) -> bool {
    equal_within(a, b, &mut Budget::new())
}

fn equal_within(a: &Val, b: &Val, budget: &mut Budget) -> bool {
    if a.is_nil() || b.is_nil() {
        return a.is_nil() && b.is_nil();
    }
    if a.type_of() != b.type_of() {
        return false;
    }
    match (a, b) {
        (Val::List(a), Val::List(b)) => {
            let mut pairs = a.items().iter().zip(b.items());
            let same = |budget: &mut Budget| pairs.all(|(a, b)| equal_within(a, b, budget));
            a.same(b) || a.len() == b.len() && budget.enter(same) == Some(true)
        }
        (Val::Dict(a), Val::Dict(b)) => {
            let same = |budget: &mut Budget| {
                let (a, b) = (a.entries(), b.entries());
                a.iter().zip(&b).all(|((ka, va), (kb, vb))| ka == kb && equal_within(va, vb, budget))
            };
            a.same(b) || a.len() == b.len() && budget.enter(same) == Some(true)
        }
        (Val::Bytes(a), Val::Bytes(b)) => a == b,
        (Val::Object(a), Val::Object(b)) => a.equals(&**b),
        (Val::Func(_), _) => false,
        (Val::Namespace(a), Val::Namespace(b)) => std::sync::Arc::ptr_eq(a, b),
        _ => equal(a, b).unwrap_or(false),
    }
}
