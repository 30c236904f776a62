//! JSON texts as values, with the types that Atmos gives them.

use crate::value::{Data, Key, Map, Value};

/// Reads a JSON text as Go's `encoding/json` reads it into an untyped value: every number becomes a float, also `5`.
///
/// `None` when the text is no JSON, or holds a number too large for a float.
pub fn from_json(text: &str) -> Option<Value> {
    value(serde_json::from_str(text).ok()?)
}

/// The value of parsed JSON.
pub(crate) fn value(json: serde_json::Value) -> Option<Value> {
    Some(match json {
        serde_json::Value::Null => Value::NULL,
        serde_json::Value::Bool(b) => b.into(),
        serde_json::Value::Number(n) => Data::Float(n.as_str().parse().ok().filter(|f: &f64| f.is_finite())?).into(),
        serde_json::Value::String(s) => s.into(),
        serde_json::Value::Array(items) => Value::seq(items.into_iter().map(value).collect::<Option<_>>()?),
        serde_json::Value::Object(entries) => {
            let mut map = Map::with_capacity(entries.len());
            for (name, item) in entries {
                map.insert(Key::from(name), value(item)?);
            }
            map.into()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_floats() {
        assert_eq!(from_json("5"), Some(Data::Float(5.0).into()));
        assert_eq!(from_json("123456789012345678"), Some(Data::Float(123_456_789_012_345_680.0).into()));
        assert_eq!(
            from_json(r#"[{"a": 1e2}]"#).and_then(|v| v.as_seq()?[0].get("a").cloned()),
            Some(Data::Float(100.0).into())
        );
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in ["", "plain", "{", "1 2", "1e400", "01"] {
            assert_eq!(from_json(text), None, "{text}");
        }
    }
}
