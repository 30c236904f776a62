//! JSON as Python's `json` reads and writes it: objects keep their order, and everything beyond ASCII is escaped.

use super::data::{float_of, items, pairs, text};
use crate::error::{Error, Result};
use minijinja::Value;
use minijinja::value::ValueKind;
use std::fmt::Write;

/// How deep JSON may nest, so that reading it cannot exhaust the stack.
const MAX_DEPTH: usize = 200;

/// How JSON is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// Blanks a level, and a line an item.
    pub(super) indent: Option<usize>,
    /// Whether keys are sorted.
    pub(super) sort_keys: bool,
    /// Whether characters beyond ASCII stay as they are.
    pub(super) keep_unicode: bool,
    /// Whether no blanks follow commas and colons.
    pub(super) compact: bool,
}

/// A value as `json.dumps` writes it.
///
/// # Errors
/// An error for what JSON cannot hold.
pub(super) fn to_string(value: &Value, style: Style) -> Result<String> {
    let mut out = String::new();
    write_json(&mut out, value, style, 0)?;
    Ok(out)
}

fn write_json(out: &mut String, value: &Value, style: Style, depth: usize) -> Result<()> {
    let line = |out: &mut String, depth: usize| {
        if let Some(indent) = style.indent {
            out.push('\n');
            out.push_str(&" ".repeat(indent * depth));
        }
    };
    let comma = if style.indent.is_some() || style.compact { "," } else { ", " };
    match value.kind() {
        ValueKind::None => out.push_str("null"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number => match float_of(value) {
            Some(float) if float.is_nan() => out.push_str("NaN"),
            Some(float) if float.is_infinite() => out.push_str(if float > 0.0 { "Infinity" } else { "-Infinity" }),
            _ => out.push_str(&text(value)),
        },
        ValueKind::String => json_string(out, value.as_str().unwrap_or_default(), style.keep_unicode),
        ValueKind::Seq | ValueKind::Iterable => {
            let items = items(value);
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { comma } else { "" });
                line(out, depth + 1);
                write_json(out, item, style, depth + 1)?;
            }
            if !items.is_empty() {
                line(out, depth);
            }
            out.push(']');
        }
        ValueKind::Map => {
            let mut pairs = pairs(value);
            if style.sort_keys {
                pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
            }
            out.push('{');
            for (index, (key, item)) in pairs.iter().enumerate() {
                out.push_str(if index > 0 { comma } else { "" });
                line(out, depth + 1);
                let name = match key.kind() {
                    ValueKind::None => "null".to_owned(),
                    ValueKind::Bool => key.is_true().to_string(),
                    _ => text(key),
                };
                json_string(out, &name, style.keep_unicode);
                out.push_str(if style.compact { ":" } else { ": " });
                write_json(out, item, style, depth + 1)?;
            }
            if !pairs.is_empty() {
                line(out, depth);
            }
            out.push('}');
        }
        ValueKind::Plain => json_string(out, &text(value), style.keep_unicode),
        kind => return Err(Error::new(format!("{kind} is not JSON serializable"))),
    }
    Ok(())
}

fn json_string(out: &mut String, text: &str, keep_unicode: bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (' '..='\u{7f}').contains(&c) && c.is_ascii() => out.push(c),
            c if keep_unicode && c >= ' ' => out.push(c),
            c => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}

/// Reads JSON as `json.loads` does.
///
/// # Errors
/// An error for what is no JSON.
pub(super) fn parse(text: &str) -> Result<Value> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value()?;
    parser.blanks();
    if parser.at < text.len() { Err(parser.wrong("nothing more")) } else { Ok(value) }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn wrong(&self, expected: &str) -> Error {
        let line = self.text[..self.at].matches('\n').count() + 1;
        Error::new(format!("invalid JSON: expected {expected} in line {line}, character {}", self.at))
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn take(&mut self, token: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn value(&mut self) -> Result<Value> {
        self.blanks();
        match self.rest().bytes().next() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(Value::from),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Ok(Value::from(())),
            _ if self.take("true") => Ok(Value::from(true)),
            _ if self.take("false") => Ok(Value::from(false)),
            _ => Err(self.wrong("a value")),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value>) -> Result<Value> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.wrong("fewer levels"));
        }
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Result<Value> {
        let mut items = Vec::new();
        while !self.take("]") {
            if !items.is_empty() && !self.take(",") {
                return Err(self.wrong("`,` or `]`"));
            }
            items.push(self.value()?);
        }
        Ok(Value::from(items))
    }

    fn object(&mut self) -> Result<Value> {
        let mut pairs = super::data::Data::new();
        let mut first = true;
        while !self.take("}") {
            if !first && !self.take(",") {
                return Err(self.wrong("`,` or `}`"));
            }
            first = false;
            self.blanks();
            let name = self.string()?;
            if !self.take(":") {
                return Err(self.wrong("`:`"));
            }
            let value = self.value()?;
            pairs.insert(name, value);
        }
        Ok(Value::from_pairs(pairs))
    }

    fn string(&mut self) -> Result<String> {
        let bytes = self.rest().as_bytes();
        let mut end = 1;
        while bytes.first() == Some(&b'"') && end < bytes.len() {
            match bytes[end] {
                b'"' => {
                    let text = &self.rest()[..=end];
                    let string = serde_json::from_str(text).map_err(|_| self.wrong("a text without odd characters"))?;
                    self.at += end + 1;
                    return Ok(string);
                }
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        Err(self.wrong("a text in double quotes"))
    }

    fn number(&mut self) -> Result<Value> {
        let is_part = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
        let digits = &self.rest()[..self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len())];
        // the grammar of numbers is serde's
        let number: serde_json::Number = serde_json::from_str(digits).map_err(|_| self.wrong("a number"))?;
        self.at += digits.len();
        let text = number.to_string();
        if text.contains(['.', 'e', 'E']) {
            return Ok(Value::from(text.parse::<f64>().unwrap_or(f64::NAN)));
        }
        let integer = text.parse::<i64>().map(Value::from);
        Ok(integer.or_else(|_| text.parse::<i128>().map(Value::from)).unwrap_or_else(|_| Value::from(f64::INFINITY)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let text = r#"{"b": [1, 2.5, -3, 1e+20, "\u00fc \"q\""], "a": {"x": null, "y": true}, "c": [], "d": {}}"#;
        assert_eq!(to_string(&parse(text).unwrap(), Style::default()).unwrap(), text);
        let nice = Style { indent: Some(2), sort_keys: true, keep_unicode: true, ..Style::default() };
        assert_eq!(
            to_string(&parse(r#"{"b": "ü", "a": [1]}"#).unwrap(), nice).unwrap(),
            "{\n  \"a\": [\n    1\n  ],\n  \"b\": \"ü\"\n}"
        );
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        for text in ["", "plain", "{", "[1,]", "[1 2]", "1 2", "01", "{'a': 1}", "\"a", "{\"a\" 1}", &"[".repeat(300)] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
