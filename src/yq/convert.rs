//! Values to and from jaq's.

use crate::value::{Data, Map, Value};
use jaq_json::{Num, Val};

/// The value as jaq holds it; a timestamp becomes its text.
pub(super) fn to_jaq(value: &Value) -> Val {
    match &value.data {
        Data::Null => Val::Null,
        Data::Bool(b) => Val::Bool(*b),
        Data::Int(i) => Val::Num(Num::from_integral(*i)),
        Data::Uint(u) => Val::Num(Num::from_integral(*u)),
        Data::Float(f) => Val::Num(Num::Float(*f)),
        Data::Str(s) | Data::Time(s) => Val::from(s.to_string()),
        Data::Seq(items) => items.iter().map(to_jaq).collect(),
        Data::Map(map) => {
            Val::obj(map.sorted().into_iter().map(|(k, v)| (Val::from(k.name.to_string()), to_jaq(v))).collect())
        }
    }
}

/// The value that jaq computed.
pub(super) fn from_jaq(value: &Val) -> Value {
    match value {
        Val::Null => Value::NULL,
        Val::Bool(b) => Value::from(*b),
        Val::Num(n) => number(n),
        Val::BStr(bytes) | Val::TStr(bytes) => Value::str(String::from_utf8_lossy(bytes).as_ref()),
        Val::Arr(items) => Value::seq(items.iter().map(from_jaq).collect()),
        Val::Obj(entries) => {
            let key = |k: &Val| match k {
                Val::BStr(bytes) | Val::TStr(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                other => other.to_string(),
            };
            Value::map(entries.iter().map(|(k, v)| (key(k), from_jaq(v))).collect::<Map>())
        }
    }
}

fn number(n: &Num) -> Value {
    if let Some(i) = n.as_isize() {
        return Value::from(i as i64);
    }
    if let Num::Float(f) = n {
        return Data::Float(*f).into();
    }
    let text = n.to_string();
    if let Ok(u) = text.parse::<u64>() {
        return Data::Uint(u).into();
    }
    text.parse::<f64>().map_or_else(|_| Value::str(text.as_str()), |f| Data::Float(f).into())
}
