//! JSON as Go writes it, and back.

use super::{Data, Key, Map, Value, float};
use crate::error::{Error, Result};
use std::io;
use std::sync::Arc;

/// Which of Go's encoders to follow.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Dialect {
    /// What Atmos prints: `<`, `>` and `&` as they are.
    #[default]
    Atmos,
    /// The `encoding/json` of templates' `toJson`: `<`, `>`, `&`, U+2028 and U+2029 escaped.
    Standard,
    /// The same without the escapes of HTML: templates' `toRawJson`.
    Raw,
    /// The codec of templates' `toJSON`: as [`Dialect::Standard`], but floats keep their point and infinity is null.
    Codec,
}

/// How to write JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Format {
    /// Which encoder to follow.
    pub dialect: Dialect,
    /// The indentation of a level; `None` writes everything on one line without a space.
    pub indent: Option<&'static str>,
}

impl Format {
    /// One line.
    pub const COMPACT: Format = Format { dialect: Dialect::Atmos, indent: None };
    /// Two spaces a level, as `describe … --format json` prints.
    pub const PRETTY: Format = Format { dialect: Dialect::Atmos, indent: Some("  ") };
}

/// The JSON text of a value, keys sorted, without a line break at the end.
///
/// # Errors
/// A number is infinite or not a number, which JSON cannot say; Go refuses it too.
pub fn to_json(value: &Value, format: Format) -> Result<String> {
    let mut writer = Writer { out: Vec::new(), format, depth: 0 };
    writer.value(value, &mut |_| Ok(())).map_err(Failure::error)?;
    String::from_utf8(writer.out).map_err(|e| Error::new(e.to_string()))
}

/// Writes the JSON text of a value in pieces, so that a large answer is never in memory as a whole.
///
/// # Errors
/// As [`to_json`]; the inner error is that of the writer.
pub fn write_json<W: io::Write>(out: &mut W, value: &Value, format: Format) -> Result<io::Result<()>> {
    let mut writer = Writer { out: Vec::with_capacity(PIECE + PIECE / 4), format, depth: 0 };
    let mut flush = |piece: &mut Vec<u8>| {
        if piece.len() >= PIECE {
            out.write_all(piece)?;
            piece.clear();
        }
        Ok(())
    };
    match writer.value(value, &mut flush) {
        Ok(()) => Ok(out.write_all(&writer.out)),
        Err(Failure::Io(error)) => Ok(Err(error)),
        Err(Failure::Value(error)) => Err(error),
    }
}

/// The JSON text of one entry of a map that is a whole answer, with the line break before it but no comma.
///
/// # Errors
/// As [`to_json`].
pub fn entry_to_json(key: &str, value: &Value, format: Format) -> Result<Vec<u8>> {
    let mut writer = Writer { out: Vec::new(), format, depth: 1 };
    writer.new_line();
    writer.entry(key, value, &mut |_| Ok(())).map_err(Failure::error)?;
    Ok(writer.out)
}

/// How many bytes are gathered before they are written.
const PIECE: usize = 1 << 16;

enum Failure {
    Io(io::Error),
    Value(Error),
}

impl Failure {
    fn error(self) -> Error {
        match self {
            Failure::Io(error) => Error::new(error.to_string()),
            Failure::Value(error) => error,
        }
    }
}

type Flush<'a> = dyn FnMut(&mut Vec<u8>) -> io::Result<()> + 'a;

struct Writer {
    out: Vec<u8>,
    format: Format,
    depth: usize,
}

impl Writer {
    fn value(&mut self, value: &Value, flush: &mut Flush<'_>) -> Result<(), Failure> {
        match &value.data {
            Data::Null => self.out.extend_from_slice(b"null"),
            Data::Bool(b) => self.out.extend_from_slice(if *b { b"true" } else { b"false" }),
            Data::Int(i) => self.display(i),
            Data::Uint(u) => self.display(u),
            Data::Float(f) if f.is_finite() => {
                let text = float::json(*f);
                match self.format.dialect {
                    Dialect::Codec if text.contains('e') => self.out.extend_from_slice(float::shortest(*f).as_bytes()),
                    Dialect::Codec if !text.contains('.') => self.out.extend_from_slice(format!("{text}.0").as_bytes()),
                    _ => self.out.extend_from_slice(text.as_bytes()),
                }
            }
            Data::Float(_) if self.format.dialect == Dialect::Codec => self.out.extend_from_slice(b"null"),
            Data::Float(f) => {
                let error = Error::new(format!("the number {} cannot be written as JSON", float::shortest(*f)));
                return Err(Failure::Value(error.at(value.span).hint("quote it to make it a string")));
            }
            Data::Str(s) => self.string(s),
            Data::Time(t) => self.string(t),
            Data::Seq(items) => {
                self.out.push(b'[');
                self.depth += 1;
                for (i, item) in items.iter().enumerate() {
                    self.next(i);
                    self.value(item, flush)?;
                }
                self.end(items.is_empty(), b']');
            }
            Data::Map(map) => {
                self.out.push(b'{');
                self.depth += 1;
                for (i, (key, value)) in map.sorted().into_iter().enumerate() {
                    self.next(i);
                    self.entry(&key.name, value, flush)?;
                }
                self.end(map.is_empty(), b'}');
                flush(&mut self.out).map_err(Failure::Io)?;
            }
        }
        Ok(())
    }

    fn entry(&mut self, key: &str, value: &Value, flush: &mut Flush<'_>) -> Result<(), Failure> {
        self.string(key);
        self.out.extend_from_slice(if self.format.indent.is_some() { b": " } else { b":" });
        self.value(value, flush)
    }

    fn display(&mut self, number: impl std::fmt::Display) {
        use std::io::Write;
        // a vector takes every byte
        let _ = write!(self.out, "{number}");
    }

    fn next(&mut self, index: usize) {
        if index > 0 {
            self.out.push(b',');
        }
        self.new_line();
    }

    fn end(&mut self, was_empty: bool, bracket: u8) {
        self.depth -= 1;
        if !was_empty {
            self.new_line();
        }
        self.out.push(bracket);
    }

    fn new_line(&mut self) {
        if let Some(indent) = self.format.indent {
            self.out.push(b'\n');
            for _ in 0..self.depth {
                self.out.extend_from_slice(indent.as_bytes());
            }
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        let bytes = text.as_bytes();
        let standard = self.format.dialect != Dialect::Atmos;
        let html = matches!(self.format.dialect, Dialect::Standard | Dialect::Codec);
        let mut written = 0;
        for (i, byte) in bytes.iter().enumerate() {
            let escape = match byte {
                b'"' => b"\\\"".as_slice(),
                b'\\' => b"\\\\",
                b'\n' => b"\\n",
                b'\r' => b"\\r",
                b'\t' => b"\\t",
                0x08 if standard => b"\\b",
                0x0c if standard => b"\\f",
                b'<' if html => b"\\u003c",
                b'>' if html => b"\\u003e",
                b'&' if html => b"\\u0026",
                0..=0x1f => {
                    self.out.extend_from_slice(&bytes[written..i]);
                    self.out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                    written = i + 1;
                    continue;
                }
                // U+2028 and U+2029, which end a line in JavaScript
                0xe2 if standard && matches!(bytes[i..], [_, 0x80, 0xa8 | 0xa9, ..]) => {
                    self.out.extend_from_slice(&bytes[written..i]);
                    self.out.extend_from_slice(if bytes[i + 2] == 0xa8 { b"\\u2028" } else { b"\\u2029" });
                    written = i + 3;
                    continue;
                }
                _ => continue,
            };
            self.out.extend_from_slice(&bytes[written..i]);
            self.out.extend_from_slice(escape);
            written = i + 1;
        }
        self.out.extend_from_slice(&bytes[written..]);
        self.out.push(b'"');
    }
}

/// Reads JSON. Integers stay integers, as in YAML; Go's own decoder makes every number a float.
///
/// # Errors
/// The text is no JSON.
pub fn from_json(text: &str) -> Result<Value> {
    let value: serde_json::Value = serde_json::from_str(text)
        .map_err(|e| Error::new(format!("invalid JSON: {e}").replacen("EOF", "the end", 1)))?;
    Ok(value.into())
}

impl From<serde_json::Value> for Value {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Value::NULL,
            serde_json::Value::Bool(b) => b.into(),
            serde_json::Value::Number(n) => number(&n).into(),
            serde_json::Value::String(s) => s.into(),
            serde_json::Value::Array(items) => Value::seq(items.into_iter().map(Value::from).collect()),
            serde_json::Value::Object(entries) => {
                Value::map(entries.into_iter().map(|(k, v)| (Key::from(k), Value::from(v))).collect::<Map>())
            }
        }
    }
}

fn number(n: &serde_json::Number) -> Data {
    if let Some(i) = n.as_i64() {
        Data::Int(i)
    } else if let Some(u) = n.as_u64() {
        Data::Uint(u)
    } else {
        match n.as_f64() {
            Some(f) if f.is_finite() => Data::Float(f),
            _ => Data::Str(Arc::from(n.to_string())),
        }
    }
}
