//! The result of a query as Atmos has it: the text that yq prints, read as YAML again.
//!
//! yq prints a text without quotes, so the text `0123` comes back as a number and `a: b` as a map, as in Atmos. Maps
//! and lists come back as they are.

use crate::value::{Data, Value};
use crate::yaml::{self, PlainTags};
use crate::{Error, Result};

/// One result.
pub(super) fn result(value: Value) -> Result<Value> {
    match &value.data {
        Data::Str(text) => reread(text).map(|read| read.with_span(value.span)),
        _ => Ok(value),
    }
}

/// Several results, of which yq prints one after the other; none is null.
pub(super) fn results(values: &[Value]) -> Result<Value> {
    match values {
        [] => Ok(Value::NULL),
        [value] => result(value.clone()),
        _ => {
            let printed = values.iter().map(|v| match v.as_str() {
                Some(text) => format!("{text}\n"),
                None => yaml::to_string(v),
            });
            reread(&printed.collect::<String>())
        }
    }
}

fn reread(text: &str) -> Result<Value> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(Value::NULL);
    }
    let one_line = !trimmed.contains('\n');
    // what YAML would take for a comment or a key
    let comment = trimmed.starts_with('#');
    let key = trimmed.ends_with(':') && !trimmed.contains(": ") && !trimmed.starts_with(['{', '[']);
    if one_line && (comment || key) {
        return Ok(Value::str(trimmed));
    }
    match yaml::load_str(text, &mut PlainTags) {
        Ok(document) => Ok(document.value),
        Err(_) if one_line => Ok(Value::str(trimmed)),
        Err(error) => Err(Error::new(format!("the results of the query are no YAML together: {}", error.message()))),
    }
}
