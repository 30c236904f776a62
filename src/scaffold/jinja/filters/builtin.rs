//! Filters of Jinja2 itself whose twins in minijinja give something else.

use super::text::escaped;
use super::{Arguments, Failure, Filter, defined, failed, wrong};
use crate::scaffold::data;
use crate::scaffold::json;
use crate::scaffold::objects;
use minijinja::Value;
use minijinja::value::{Tuple, ValueKind};
use std::fmt::Write;

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("d", default),
    ("default", default),
    ("dictsort", dict_sort),
    ("e", escape),
    ("escape", escape),
    ("indent", indent),
    ("int", int),
    ("filesizeformat", file_size),
    ("float", |value, args| {
        let number = float(defined(value)?).map(Value::from);
        Ok(number.or_else(|| args.get(0, "default")).unwrap_or_else(|| Value::from(0.0)))
    }),
    ("format", |value, args| {
        super::super::format::percent(&data::text(value), args.places(), args.names(), args.places().is_empty())
            .map(Value::from)
    }),
    ("pprint", |value, _| Ok(Value::from(pretty(value, 0)))),
    ("replace", replace),
    ("tojson", to_json),
    ("urlencode", url_encode),
];

fn default(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let is_missing = value.is_undefined() || args.flag(1, "boolean") && !value.is_true();
    let other = || args.get(0, "default_value").unwrap_or_else(|| Value::from(""));
    Ok(if is_missing { other() } else { value.clone() })
}

fn escape(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    Ok(if value.is_safe() { value.clone() } else { Value::from_safe_string(escaped(&data::text(value))) })
}

fn dict_sort(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let by = args.text(1, "by").unwrap_or_else(|| "key".to_owned());
    let place = match by.as_str() {
        "key" => 0,
        "value" => 1,
        _ => return Err(wrong("You can only sort by either \"key\" or \"value\"")),
    };
    let case_sensitive = args.flag(0, "case_sensitive");
    let key = |pair: &(Value, Value)| {
        let value = if place == 0 { &pair.0 } else { &pair.1 };
        match value.as_str() {
            Some(text) if !case_sensitive => Value::from(text.to_lowercase()),
            _ => value.clone(),
        }
    };
    let mut pairs = data::pairs(value);
    pairs.sort_by_key(key);
    if args.flag(2, "reverse") {
        pairs.reverse();
    }
    Ok(pairs.into_iter().map(|(key, value)| Value::from_object(Tuple::new(vec![key, value]))).collect())
}

fn indent(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let indention = match args.get(0, "width") {
        Some(width) if width.as_str().is_some() => width.to_string(),
        Some(width) => " ".repeat(args.size(0, "width")?.map_or_else(|| usize::try_from(width), Ok)?),
        None => " ".repeat(4),
    };
    let blank = args.flag(2, "blank");
    let text = data::text(value) + "\n";
    let mut out = String::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push('\n');
            if blank || !line.is_empty() {
                out += &indention;
            }
        }
        out += line;
    }
    Ok(Value::from(if args.flag(1, "first") { indention + &out } else { out }))
}

fn float(value: &Value) -> Option<f64> {
    match value.kind() {
        ValueKind::Bool => Some(if value.is_true() { 1.0 } else { 0.0 }),
        ValueKind::Number => f64::try_from(value.clone()).ok(),
        ValueKind::String => value.as_str()?.trim().replace('_', "").parse().ok(),
        _ => None,
    }
}

/// A number of bytes for people.
fn file_size(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let bytes = float(defined(value)?).ok_or_else(|| wrong(format!("{} is no number of bytes", data::repr(value))))?;
    let binary = args.flag(0, "binary");
    let base = if binary { 1024.0 } else { 1000.0 };
    if (bytes - 1.0).abs() < f64::EPSILON {
        return Ok(Value::from("1 Byte"));
    }
    if bytes < base {
        return Ok(Value::from(format!("{} Bytes", bytes.trunc())));
    }
    let (mut size, mut unit) = (bytes / base, 0);
    let units = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
    while size >= base && unit + 1 < units.len() {
        size /= base;
        unit += 1;
    }
    let prefix = if binary { format!("{}i", units[unit].to_uppercase()) } else { units[unit].to_owned() };
    Ok(Value::from(format!("{size:.1} {prefix}B")))
}

fn int(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let value = defined(value)?;
    let base = args.get(1, "base").and_then(|base| u32::try_from(base).ok()).unwrap_or(10);
    if let Some(text) = value.as_str() {
        let text = text.trim().replace('_', "").to_lowercase();
        let prefix = match base {
            2 => "0b",
            8 => "0o",
            16 => "0x",
            _ => "",
        };
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let digits = digits.strip_prefix(prefix).unwrap_or(digits);
        if (2..=36).contains(&base)
            && let Ok(number) = i128::from_str_radix(&format!("{sign}{digits}"), base)
        {
            return Ok(whole(number));
        }
    }
    match float(value).filter(|number| number.is_finite()) {
        Some(_) if value.is_integer() => Ok(value.clone()),
        #[allow(clippy::cast_possible_truncation)] // what `int()` does
        Some(number) => Ok(whole(number.trunc() as i128)),
        None => Ok(args.get(0, "default").unwrap_or_else(|| Value::from(0))),
    }
}

fn whole(number: i128) -> Value {
    i64::try_from(number).map_or_else(|_| Value::from(number), Value::from)
}

/// `repr`, over several lines where one is too long.
fn pretty(value: &Value, column: usize) -> String {
    let whole = in_one_line(value);
    if column + whole.chars().count() <= 80 {
        return whole;
    }
    let separator = format!(",\n{}", " ".repeat(column + 1));
    match value.kind() {
        ValueKind::Map => {
            let entry = |(key, value): &(Value, Value)| {
                let key = data::repr(key);
                let column = column + key.chars().count() + 3;
                format!("{key}: {}", pretty(value, column))
            };
            format!("{{{}}}", sorted(value).iter().map(entry).collect::<Vec<_>>().join(&separator))
        }
        ValueKind::Seq | ValueKind::Iterable => {
            let items = data::items(value);
            format!("[{}]", items.iter().map(|item| pretty(item, column + 1)).collect::<Vec<_>>().join(&separator))
        }
        _ => whole,
    }
}

/// `repr` with all maps sorted.
fn in_one_line(value: &Value) -> String {
    let items = || data::items(value).iter().map(in_one_line).collect::<Vec<_>>().join(", ");
    match value.kind() {
        _ if objects::repr(value).is_some() => data::repr(value),
        ValueKind::Map => {
            let pair = |(key, value): &(Value, Value)| format!("{}: {}", data::repr(key), in_one_line(value));
            format!("{{{}}}", sorted(value).iter().map(pair).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Seq if value.is_tuple() && value.len() == Some(1) => format!("({},)", items()),
        ValueKind::Seq if value.is_tuple() => format!("({})", items()),
        ValueKind::Seq => format!("[{}]", items()),
        _ => data::repr(value),
    }
}

fn sorted(value: &Value) -> Vec<(Value, Value)> {
    let mut pairs = data::pairs(value);
    pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
    pairs
}

fn replace(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let (old, new) = (args.needed(0, "old")?, args.needed(1, "new")?);
    let text = data::text(value);
    Ok(Value::from(match args.number(2, "count") {
        Some(count) => text.replacen(&old, &new, count),
        None => text.replace(&old, &new),
    }))
}

fn to_json(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let style = json::Style { indent: args.size(0, "indent")?, sort_keys: true, ..json::Style::default() };
    let text = json::to_string(defined(value)?, style).map_err(failed)?;
    let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026").replace('\'', "\\u0027");
    Ok(Value::from_safe_string(text))
}

/// A text with its slashes kept, or pairs of a query.
fn url_encode(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let pairs = match value.kind() {
        ValueKind::Map => data::pairs(value),
        ValueKind::Seq | ValueKind::Iterable => {
            let pair = |item: &Value| {
                let mut items = data::items(item).into_iter();
                (items.next().unwrap_or_default(), items.next().unwrap_or_default())
            };
            data::items(value).iter().map(pair).collect()
        }
        _ => return Ok(Value::from(quoted(&data::text(value), "/"))),
    };
    let plus = |value: &Value| quoted(&data::text(value), " ").replace(' ', "+");
    let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{}={}", plus(key), plus(value))).collect();
    Ok(Value::from(pairs.join("&")))
}

fn quoted(text: &str, safe: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "_.-~".contains(c) || safe.contains(c) {
            out.push(c);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
