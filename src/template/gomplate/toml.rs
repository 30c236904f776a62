//! TOML as the library of gomplate writes it, and as the `toml` crate reads it.

use crate::template::error::CallError;
use crate::template::function::CallResult;
use crate::value::{Data, Key, Map, Value};
use std::fmt::Write as _;
use toml::de::{DeTable, DeValue};

/// Reads a document.
pub(super) fn read(text: &str) -> CallResult<Value> {
    let table = DeTable::parse(text).map_err(|e| CallError::new(format!("bad TOML: {}", e.message())))?;
    table_of(table.into_inner())
}

fn table_of(table: DeTable<'_>) -> CallResult<Value> {
    let entries = table
        .into_iter()
        .map(|(key, value)| Ok((Key::from(key.into_inner().into_owned()), value_of(value.into_inner())?)));
    Ok(entries.collect::<CallResult<Map>>()?.into())
}

fn value_of(value: DeValue<'_>) -> CallResult<Value> {
    Ok(match value {
        DeValue::String(text) => text.into_owned().into(),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(int) => int.into(),
            Err(_) => return Err(CallError::new(format!("bad TOML: the integer {number} is out of range"))),
        },
        DeValue::Float(number) => match number.as_str() {
            "nan" | "+nan" | "-nan" => Data::Float(f64::NAN).into(),
            text => Data::Float(text.parse().unwrap_or(f64::NAN)).into(),
        },
        DeValue::Boolean(b) => b.into(),
        DeValue::Datetime(time) => Data::Time(time.to_string().into()).into(),
        DeValue::Array(items) => {
            Value::seq(items.into_iter().map(|item| value_of(item.into_inner())).collect::<CallResult<_>>()?)
        }
        DeValue::Table(table) => table_of(table)?,
    })
}

/// Writes a map as a document: plain values first, then the tables, each sorted by name.
pub(super) fn write(value: &Value) -> CallResult<String> {
    let Data::Map(map) = &value.data else {
        return Err(format!("a TOML document is a map, not a {}", value.type_name()).into());
    };
    let mut out = String::new();
    table(&mut out, &mut Vec::new(), map)?;
    Ok(out)
}

fn is_table(value: &Value) -> bool {
    match &value.data {
        Data::Map(_) => true,
        Data::Seq(items) => matches!(items.first(), Some(first) if matches!(first.data, Data::Map(_))),
        _ => false,
    }
}

fn table(out: &mut String, path: &mut Vec<String>, map: &Map) -> CallResult<()> {
    let (tables, plain): (Vec<_>, Vec<_>) = map.sorted().into_iter().partition(|(_, value)| is_table(value));
    for (key, value) in plain.into_iter().filter(|(_, value)| !value.is_null()) {
        // what stands in a table is indented once more than its head
        let indent = "  ".repeat(path.len());
        out.extend([&*indent, &quoted_key(&key.name), " = ", &inline(value)?, "\n"]);
    }
    for (key, value) in tables {
        path.push(quoted_key(&key.name));
        let indent = "  ".repeat(path.len() - 1);
        match &value.data {
            Data::Map(inner) => {
                if path.len() == 1 && !out.is_empty() {
                    out.push('\n');
                }
                out.extend([&*indent, "[", &path.join("."), "]\n"]);
                table(out, path, inner)?;
            }
            Data::Seq(items) => {
                for item in items.iter() {
                    let Data::Map(inner) = &item.data else {
                        return Err("a list of TOML cannot mix tables with other values".into());
                    };
                    if !out.is_empty() {
                        out.push('\n');
                    }
                    out.extend([&*indent, "[[", &path.join("."), "]]\n"]);
                    table(out, path, inner)?;
                }
            }
            _ => {}
        }
        path.pop();
    }
    Ok(())
}

fn inline(value: &Value) -> CallResult<String> {
    Ok(match &value.data {
        Data::Null => return Err("a list of TOML cannot hold null".into()),
        Data::Bool(b) => b.to_string(),
        Data::Int(i) => i.to_string(),
        Data::Uint(u) => u.to_string(),
        Data::Float(f) if f.is_nan() => "nan".into(),
        Data::Float(f) if f.is_infinite() => if *f > 0.0 { "+inf" } else { "-inf" }.into(),
        Data::Float(f) => {
            let text = f.to_string();
            if text.contains('.') { text } else { format!("{text}.0") }
        }
        Data::Str(text) => quoted(text),
        Data::Time(text) => text.to_string(),
        Data::Seq(items) => format!("[{}]", items.iter().map(inline).collect::<CallResult<Vec<_>>>()?.join(", ")),
        Data::Map(map) => {
            let (tables, plain): (Vec<_>, Vec<_>) = map.sorted().into_iter().partition(|(_, value)| is_table(value));
            let entries = plain.into_iter().chain(tables).filter(|(_, value)| !value.is_null());
            let entries = entries.map(|(key, value)| Ok(format!("{} = {}", quoted_key(&key.name), inline(value)?)));
            format!("{{{}}}", entries.collect::<CallResult<Vec<_>>>()?.join(", "))
        }
    })
}

fn quoted_key(key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\x1f' | '\x7f' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
