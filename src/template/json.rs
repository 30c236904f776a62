//! JSON over the values of templates.

use super::error::CallError;
use super::val::Val;
use crate::value::json::{Dialect, Format, from_json, to_json};
use crate::value::{Data, Map, Value};

/// Writes a value as Go's `encoding/json` does.
pub(super) fn write(val: &Val, dialect: Dialect, indent: Option<&'static str>) -> Result<String, CallError> {
    if matches!(val, Val::Func(_)) {
        return Err("a function has no JSON".into());
    }
    to_json(&val.to_value(), Format { dialect, indent }).map_err(|e| CallError::new(e.message()))
}

/// Reads JSON; every number becomes a `float64`, as Go has it.
pub(super) fn read(text: &str) -> Result<Val, CallError> {
    let value = from_json(text).map_err(|e| CallError::new(e.message()))?;
    Ok(Val::from(with_floats(&value)))
}

#[allow(clippy::cast_precision_loss)]
fn with_floats(value: &Value) -> Value {
    match &value.data {
        Data::Int(i) => Data::Float(*i as f64).into(),
        Data::Uint(u) => Data::Float(*u as f64).into(),
        Data::Seq(items) => Value::seq(items.iter().map(with_floats).collect()),
        Data::Map(map) => map.iter().map(|(key, item)| (key.clone(), with_floats(item))).collect::<Map>().into(),
        _ => value.clone(),
    }
}
