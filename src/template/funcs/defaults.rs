//! Sprig's defaults: what to take where nothing is.

use crate::template::error::CallError;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("default", |fallback: Val, given: Rest<Val>| match given.0.into_iter().next() {
        Some(val) if val.is_true() => val,
        _ => fallback,
    });
    table.add("empty", |val: Val| !val.is_true());
    table.add("coalesce", |vals: Rest<Val>| vals.0.into_iter().find(Val::is_true).unwrap_or(Val::NIL));
    table.add("all", |vals: Rest<Val>| vals.0.iter().all(Val::is_true));
    table.add("any", |vals: Rest<Val>| vals.0.iter().any(Val::is_true));
    table.add("ternary", |yes: Val, no: Val, choice: bool| if choice { yes } else { no });
    table.add("fail", |message: Str| -> CallResult { Err(CallError::new(&*message)) });
    table.add("hello", || "Hello!");
}
