//! Prints values under a verb.

use super::super::budget::MAX_TEXT;
use super::super::number::{Precision, format_float};
use super::super::quote;
use super::super::types::Type;
use super::directive::Spec;
use crate::template::val::Val;
use crate::value::Data;

/// How deep collections are printed: a map may have been put into itself.
const MAX_DEPTH: usize = 200;

#[derive(Default)]
pub(super) struct Printer {
    out: String,
    pub(super) spec: Spec,
    depth: usize,
}

impl Printer {
    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn push(&mut self, c: char) {
        self.out.push(c);
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Prints a value; a verb that it does not know is said in the output.
    pub(super) fn print(&mut self, val: &Val, verb: char) {
        // the interpreter refuses what is longer
        if self.out.len() > MAX_TEXT {
            return;
        }
        if verb == 'T' {
            let name = val.type_of().map_or_else(|| "<nil>".to_owned(), |t| t.to_string());
            return self.pad(&name);
        }
        match val {
            val if val.is_nil() => match verb {
                'v' if self.depth > 0 && self.spec.go_syntax => self.push_str("interface {}(nil)"),
                'v' => self.pad("<nil>"),
                _ if self.depth > 0 => self.push_str("<nil>"),
                _ => self.push_str(&format!("%!{verb}(<nil>)")),
            },
            Val::Value(value) => match &value.data {
                Data::Bool(b) if matches!(verb, 'v' | 't') => self.pad(if *b { "true" } else { "false" }),
                Data::Int(i) => self.integer(val, (*i).into(), verb),
                Data::Uint(u) => self.integer(val, (*u).into(), verb),
                Data::Float(f) => self.float(val, *f, verb),
                Data::Str(text) | Data::Time(text) => self.text(val, text, verb),
                Data::Seq(_) | Data::Map(_) => self.print(&Val::from(value.clone()), verb),
                Data::Bool(_) | Data::Null => self.bad_verb(val, verb),
            },
            Val::Integer(_, number) => self.integer(val, *number, verb),
            Val::List(list) => self.collection(val, verb, |printer| {
                for (index, item) in list.items().iter().enumerate() {
                    printer.separate(index);
                    printer.print(item, verb);
                }
            }),
            Val::Dict(dict) => self.collection(val, verb, |printer| {
                for (index, (key, item)) in dict.entries().into_iter().enumerate() {
                    printer.separate(index);
                    printer.print(&Val::str(key), verb);
                    printer.push(':');
                    printer.print(&item, verb);
                }
            }),
            Val::Bytes(bytes) => self.bytes(val, bytes, verb),
            Val::Object(object) if matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') => {
                self.text(val, &object.display(), verb);
            }
            Val::Object(object) => match object.to_value().data {
                Data::Int(i) => self.integer(val, i.into(), verb),
                _ => self.bad_verb(val, verb),
            },
            Val::Namespace(_) => self.push_str("{}"),
            _ => self.bad_verb(val, verb),
        }
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.push_str(if self.spec.go_syntax { ", " } else { " " });
        }
    }

    fn collection(&mut self, val: &Val, verb: char, items: impl FnOnce(&mut Self)) {
        if self.depth == MAX_DEPTH {
            return self.push_str("...");
        }
        let (open, close) = match val {
            _ if self.spec.go_syntax => (format!("{}{{", val.type_name()), '}'),
            Val::Dict(_) => ("map[".to_owned(), ']'),
            _ => ("[".to_owned(), ']'),
        };
        let _ = verb;
        self.push_str(&open);
        self.depth += 1;
        items(self);
        self.depth -= 1;
        self.push(close);
    }

    fn bad_verb(&mut self, val: &Val, verb: char) {
        let mut plain = Printer { depth: self.depth, ..Printer::default() };
        plain.spec = self.spec;
        plain.print(val, 'v');
        self.push_str(&format!("%!{verb}({}={})", val.type_name(), plain.finish()));
    }

    fn pad(&mut self, text: &str) {
        self.pad_with(text, self.spec.zero && !self.spec.minus);
    }

    fn pad_with(&mut self, text: &str, zero: bool) {
        let missing = self.spec.width.unwrap_or(0).saturating_sub(text.chars().count());
        if self.spec.minus {
            self.push_str(text);
            self.push_str(&" ".repeat(missing));
        } else {
            self.push_str(&(if zero { "0" } else { " " }).repeat(missing));
            self.push_str(text);
        }
    }

    fn integer(&mut self, val: &Val, number: i128, verb: char) {
        let magnitude = number.unsigned_abs();
        let unsigned = val.type_of().is_some_and(Type::is_unsigned);
        let digits = match verb {
            'v' if self.spec.go_syntax && unsigned => format!("0x{magnitude:x}"),
            'v' | 'd' => magnitude.to_string(),
            'b' => format!("{magnitude:b}"),
            'o' | 'O' => format!("{magnitude:o}"),
            'x' => format!("{magnitude:x}"),
            'X' => format!("{magnitude:X}"),
            'c' | 'q' | 'U' => return self.character(number, verb),
            _ => return self.bad_verb(val, verb),
        };
        if self.spec.precision == Some(0) && number == 0 {
            return self.pad_with("", false);
        }
        let sign = match number < 0 {
            true => "-",
            false if self.spec.plus => "+",
            false if self.spec.space => " ",
            false => "",
        };
        let zero_width = self.spec.width.filter(|_| self.spec.zero && !self.spec.minus).unwrap_or(0);
        let wanted = self.spec.precision.unwrap_or_else(|| zero_width.saturating_sub(sign.len()));
        let padded = format!("{}{digits}", "0".repeat(wanted.saturating_sub(digits.len())));
        let prefix = match verb {
            'O' if self.spec.sharp && !padded.starts_with('0') => "0o0",
            'O' => "0o",
            'b' if self.spec.sharp => "0b",
            'o' if self.spec.sharp && !padded.starts_with('0') => "0",
            'x' if self.spec.sharp => "0x",
            'X' if self.spec.sharp => "0X",
            _ => "",
        };
        self.pad_with(&format!("{sign}{prefix}{padded}"), false);
    }

    fn character(&mut self, number: i128, verb: char) {
        let c = u32::try_from(number).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
        match verb {
            'c' => self.pad(&c.to_string()),
            'q' => self.pad(&quote::quote_rune(c, self.spec.plus)),
            _ => {
                let digits = self.spec.precision.unwrap_or(4).max(4);
                let mut text = format!("U+{:0digits$X}", number.unsigned_abs());
                if self.spec.sharp && quote::is_print(c) {
                    text.extend([' ', '\'', c, '\'']);
                }
                self.pad_with(&text, false);
            }
        }
    }

    fn float(&mut self, val: &Val, f: f64, verb: char) {
        let (letter, default) = match verb {
            'v' | 'g' => ('g', Precision::Shortest),
            'G' => ('G', Precision::Shortest),
            'e' | 'E' => (verb, Precision::Digits(6)),
            'f' | 'F' => ('f', Precision::Digits(6)),
            _ => return self.bad_verb(val, verb),
        };
        let precision = self.spec.precision.map_or(default, Precision::Digits);
        let mut text = format_float(f, letter, precision);
        if self.spec.sharp && f.is_finite() {
            keep_point(&mut text, letter, self.spec.precision);
        }
        let unsigned = text.trim_start_matches(['+', '-']);
        let sign = match text.starts_with('-') {
            true => "-",
            false if self.spec.plus => "+",
            false if self.spec.space => " ",
            false if f == f64::INFINITY => "+",
            false => "",
        };
        let room = self.spec.width.unwrap_or(0).saturating_sub(sign.len() + unsigned.chars().count());
        if self.spec.zero && !self.spec.minus && f.is_finite() {
            self.push_str(&format!("{sign}{}{unsigned}", "0".repeat(room)));
        } else {
            self.pad_with(&format!("{sign}{unsigned}"), false);
        }
    }

    fn text(&mut self, val: &Val, text: &str, verb: char) {
        let cut: String = match self.spec.precision {
            Some(length) if !matches!(verb, 'x' | 'X') => text.chars().take(length).collect(),
            _ => text.to_owned(),
        };
        match verb {
            'v' if !self.spec.go_syntax => self.pad(&cut),
            's' => self.pad(&cut),
            'v' | 'q' => {
                let raw = self.spec.sharp && !cut.contains('`') && !cut.contains(|c: char| c.is_control() && c != '\t');
                let quoted = if raw { format!("`{cut}`") } else { quote::quote(&cut, self.spec.plus) };
                self.pad(&quoted);
            }
            'x' | 'X' => self.hex(text.as_bytes(), verb),
            _ => self.bad_verb(val, verb),
        }
    }

    fn bytes(&mut self, val: &Val, bytes: &[u8], verb: char) {
        match verb {
            'x' | 'X' => self.hex(bytes, verb),
            's' | 'q' => self.text(val, &String::from_utf8_lossy(bytes), verb),
            'v' if self.spec.go_syntax => {
                let items: Vec<_> = bytes.iter().map(|b| format!("0x{b:x}")).collect();
                self.push_str(&format!("[]byte{{{}}}", items.join(", ")));
            }
            _ => {
                self.push('[');
                for (index, byte) in bytes.iter().enumerate() {
                    self.separate(index);
                    self.print(&Val::Integer(Type::Uint8, (*byte).into()), verb);
                }
                self.push(']');
            }
        }
    }

    fn hex(&mut self, bytes: &[u8], verb: char) {
        let bytes = &bytes[..self.spec.precision.unwrap_or(bytes.len()).min(bytes.len())];
        let prefix = match (self.spec.sharp, verb) {
            (true, 'x') => "0x",
            (true, _) => "0X",
            (false, _) => "",
        };
        let mut text = String::new();
        for (index, byte) in bytes.iter().enumerate() {
            if self.spec.space && index > 0 {
                text.push(' ');
            }
            if index == 0 || self.spec.space {
                text.push_str(prefix);
            }
            let digits = format!("{byte:02x}");
            text.push_str(&if verb == 'x' { digits } else { digits.to_ascii_uppercase() });
        }
        self.pad(&text);
    }
}

/// `%#g` keeps the decimal point and the zeros after it.
fn keep_point(text: &mut String, letter: char, precision: Option<usize>) {
    let at = text.find(['e', 'E']).unwrap_or(text.len());
    let (mantissa, exponent) = text.split_at(at);
    let mut mantissa = mantissa.to_owned();
    let digits = mantissa.chars().filter(char::is_ascii_digit).collect::<String>();
    let significant = digits.trim_start_matches('0').len();
    if !mantissa.contains('.') {
        mantissa.push('.');
    }
    if matches!(letter, 'g' | 'G') {
        mantissa.push_str(&"0".repeat(precision.unwrap_or(6).saturating_sub(significant.max(1))));
    }
    *text = format!("{mantissa}{exponent}");
}
