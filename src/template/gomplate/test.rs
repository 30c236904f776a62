//! `test`: assertions and choices.

use super::conv::{text, to_bool};
use super::wrong_count;
use crate::template::error::CallError;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("test.Assert assert", |vals: Rest<Val>| -> CallResult<&str> {
        let (message, val) = with_message(&vals.0)?;
        match (to_bool(val), message) {
            (true, _) => Ok(""),
            (false, None | Some("")) => Err("assertion failed".into()),
            (false, Some(message)) => Err(CallError::new(format!("assertion failed: {message}"))),
        }
    });
    table.add("test.Fail fail", |vals: Rest<Val>| -> CallResult {
        match &*vals.0 {
            [] => Err("template generation failed".into()),
            [message] => Err(CallError::new(format!("template generation failed: {}", text(message)))),
            vals => Err(wrong_count("0 or 1", vals.len())),
        }
    });
    table.add("test.Required required", |vals: Rest<Val>| -> CallResult {
        let (message, val) = with_message(&vals.0)?;
        if val.is_nil() || val.as_str() == Some("") {
            let message = message.filter(|message| !message.is_empty());
            return Err(message.unwrap_or("a required value was not set").into());
        }
        Ok(val.clone())
    });
    table.add("test.Ternary ternary", |yes: Val, no: Val, choice: Val| if to_bool(&choice) { yes } else { no });
    table.add("test.Kind kind", |val: Val| kind(&val));
    table.add("test.IsKind isKind", |wanted: Str, val: Val| {
        let found = kind(&val);
        *wanted == *found
            || &*wanted == "number"
                && (found.starts_with("int") && found != "interface"
                    || found.starts_with("uint")
                    || found.starts_with("float"))
    });
}

/// A value, and before it perhaps a message.
fn with_message(vals: &[Val]) -> CallResult<(Option<&str>, &Val)> {
    match vals {
        [val] => Ok((None, val)),
        [message, val] => match message.as_str() {
            Some(text) => Ok((Some(text), val)),
            None => Err(format!("expected string, got {}", message.type_name()).into()),
        },
        vals => Err(wrong_count("1 or 2", vals.len())),
    }
}

fn kind(val: &Val) -> &'static str {
    val.type_of().map_or("invalid", |t| t.kind())
}
