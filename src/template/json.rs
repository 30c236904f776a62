//! JSON over the values of templates.

use super::error::CallError;
use super::val::Val;
use crate::value::json::{Dialect, Format, to_json};
use crate::value::{Data, Key, Map, Value};

/// Writes a value as Go's `encoding/json` does.
pub(super) fn write(val: &Val, dialect: Dialect, indent: Option<&'static str>) -> Result<String, CallError> {
    if matches!(val, Val::Func(_)) {
        return Err("a function has no JSON".into());
    }
    to_json(&val.to_value(), Format { dialect, indent }).map_err(|e| CallError::new(e.message()))
}

/// Reads JSON; every number becomes a `float64`, as Go has it.
pub(super) fn read(text: &str) -> Result<Val, CallError> {
    let json: serde_json::Value =
        serde_json::from_str(text).map_err(|e| CallError::new(format!("invalid JSON: {e}")))?;
    value_of(json).map(Val::from)
}

fn value_of(json: serde_json::Value) -> Result<Value, CallError> {
    Ok(match json {
        serde_json::Value::Null => Value::NULL,
        serde_json::Value::Bool(b) => b.into(),
        serde_json::Value::Number(number) => match number.as_f64().filter(|f| f.is_finite()) {
            Some(f) => Data::Float(f).into(),
            None => return Err(format!("the number {number} is too large").into()),
        },
        serde_json::Value::String(text) => text.into(),
        serde_json::Value::Array(items) => Value::seq(items.into_iter().map(value_of).collect::<Result<_, _>>()?),
        serde_json::Value::Object(entries) => {
            let entries = entries.into_iter().map(|(key, item)| Ok((Key::from(key), value_of(item)?)));
            entries.collect::<Result<Map, CallError>>()?.into()
        }
    })
}
