//! Writes YAML byte by byte as go-yaml v3's encoder does, and so as Atmos prints it.

use super::escape;
use super::scalar::is_plain_string;
use super::time::Timestamp;
use crate::value::{Data, Key, Map, Value, float};
use regex::Regex;
use std::cmp::Ordering;
use std::fmt::Write;
use std::sync::LazyLock;

/// The longest key, in bytes, that needs no `? `.
const MAX_SIMPLE_KEY: usize = 128;

/// The text of a value with an indentation of two, as Atmos prints it. Ends with a line break.
pub fn to_string(value: &Value) -> String {
    write(value, 2)
}

/// As [`to_string`], but texts that hold a single quote stand in double quotes, which leave it as it is: Atmos writes so
/// where a template's delimiters hold single quotes.
pub fn to_string_keeping_single_quotes(value: &Value) -> String {
    Emitter { keep_single_quotes: true, ..Emitter::new(2) }.document(value)
}

/// The text of a value with an indentation of 2 to 9 columns; go-yaml takes 2 for anything else.
pub fn write(value: &Value, indent: usize) -> String {
    Emitter::new(indent).document(value)
}

/// As [`write()`], but texts of one line with more than `limit` bytes stand on a line of their own, folded (`>-`).
pub fn write_folded(value: &Value, indent: usize, limit: usize) -> String {
    Emitter { fold_beyond: limit, ..Emitter::new(indent) }.document(value)
}

struct Emitter {
    out: String,
    step: usize,
    keep_single_quotes: bool,
    /// Longer texts are folded.
    fold_beyond: usize,
}

impl Emitter {
    fn new(indent: usize) -> Self {
        let step = if (2..=9).contains(&indent) { indent } else { 2 };
        Emitter { out: String::new(), step, keep_single_quotes: false, fold_beyond: usize::MAX }
    }

    fn document(mut self, value: &Value) -> String {
        let emitter = &mut self;
        match &value.data {
            Data::Map(map) if !map.is_empty() => emitter.map(map, 0, true),
            Data::Seq(items) if !items.is_empty() => emitter.seq(items, 0, true),
            _ => emitter.leaf(value, emitter.step),
        }
        emitter.end_line();
        self.out
    }

    /// The entries of a map that has some. `started` when the first key stands on a line that is begun, after `- `.
    fn map(&mut self, map: &Map, indent: usize, mut started: bool) {
        for (key, value) in sorted(map) {
            if !started {
                self.new_line(indent);
            }
            started = false;
            self.entry(&key.name, value, indent);
        }
    }

    fn entry(&mut self, key: &str, value: &Value, indent: usize) {
        let inner = self.deeper(indent);
        if key.len() <= MAX_SIMPLE_KEY && !Analysis::of(key).multiline {
            self.string(key, inner, true);
            self.out.push(':');
            match &value.data {
                Data::Map(map) if !map.is_empty() => self.map(map, inner, false),
                Data::Seq(items) if !items.is_empty() => self.seq(items, inner, false),
                _ => {
                    self.out.push(' ');
                    self.leaf(value, inner);
                }
            }
            return;
        }
        self.out.push_str("? ");
        self.string(key, inner, false);
        self.new_line(indent);
        self.out.push(':');
        self.after_indicator(value, indent, inner);
    }

    /// The items of a sequence that has some.
    fn seq(&mut self, items: &[Value], indent: usize, mut started: bool) {
        for item in items {
            if !started {
                self.new_line(indent);
            }
            started = false;
            self.out.push('-');
            self.after_indicator(item, indent, indent + 2);
        }
    }

    /// A node on the line of its `-` or `:`.
    fn after_indicator(&mut self, value: &Value, indent: usize, inner: usize) {
        match &value.data {
            Data::Map(map) if !map.is_empty() => {
                self.spaces(inner - indent - 1);
                self.map(map, inner, true);
            }
            Data::Seq(items) if !items.is_empty() => {
                self.spaces(inner - indent - 1);
                self.seq(items, inner, true);
            }
            _ => {
                self.out.push(' ');
                self.leaf(value, inner);
            }
        }
    }

    /// Whatever needs no lines of its own.
    fn leaf(&mut self, value: &Value, indent: usize) {
        match &value.data {
            Data::Null => self.out.push_str("null"),
            Data::Bool(b) => self.out.push_str(if *b { "true" } else { "false" }),
            Data::Int(i) => self.display(i),
            Data::Uint(u) => self.display(u),
            Data::Float(f) if f.is_nan() => self.out.push_str(".nan"),
            Data::Float(f) if f.is_infinite() => self.out.push_str(if *f > 0.0 { ".inf" } else { "-.inf" }),
            Data::Float(f) => self.out.push_str(&float::shortest(*f)),
            Data::Str(s) => self.string(s, indent, false),
            Data::Time(t) => match Timestamp::parse(t) {
                Some(time) => self.out.push_str(&time.rfc3339()),
                None => self.out.push_str(t),
            },
            Data::Seq(_) => self.out.push_str("[]"),
            Data::Map(_) => self.out.push_str("{}"),
        }
    }

    fn string(&mut self, text: &str, indent: usize, is_key: bool) {
        let analysis = Analysis::of(text);
        let style = if self.keep_single_quotes && text.contains('\'') {
            Style::Double
        } else if text.len() > self.fold_beyond && !is_key && !analysis.multiline {
            if analysis.block { Style::Folded } else { Style::Double }
        } else if text.contains('\n') {
            if analysis.block && !is_key { Style::Literal } else { Style::Double }
        } else if !is_plain(text) || analysis.multiline && is_key {
            Style::Double
        } else if analysis.plain {
            Style::Plain
        } else if analysis.single {
            Style::Single
        } else {
            Style::Double
        };
        match style {
            Style::Plain => self.out.push_str(text),
            Style::Single => self.single_quoted(text, indent),
            Style::Double => self.double_quoted(text),
            Style::Literal => self.literal(text, indent),
            Style::Folded => self.folded(text, indent),
        }
    }

    fn single_quoted(&mut self, text: &str, indent: usize) {
        self.out.push('\'');
        let mut after_break = false;
        for c in text.chars() {
            let is_break = is_break(c);
            if after_break && !is_break {
                self.spaces(indent);
            }
            if c == '\'' {
                self.out.push('\'');
            }
            self.out.push(c);
            after_break = is_break;
        }
        self.out.push('\'');
    }

    fn double_quoted(&mut self, text: &str) {
        // go-yaml looks for a byte order mark at the start of the text whatever character it is about to write
        let escape_all = text.starts_with('\u{feff}');
        self.out.push('"');
        for c in text.chars() {
            let is_plain = !matches!(c, '"' | '\\') && !escape_all && is_printable(c) && !is_break(c);
            if is_plain {
                self.out.push(c);
            } else {
                escape::write(&mut self.out, c);
            }
        }
        self.out.push('"');
    }

    fn literal(&mut self, text: &str, indent: usize) {
        self.out.push('|');
        if text.starts_with([' ', '\n', '\u{2028}', '\u{2029}']) {
            self.display(self.step);
        }
        let mut ends = text.chars().rev();
        match (ends.next().is_some_and(is_break), ends.next().is_none_or(is_break)) {
            (false, _) => self.out.push('-'),
            (true, true) => self.out.push('+'),
            (true, false) => {}
        }
        let mut after_break = true;
        // go-yaml drops a line break here: the text `"\na"` reads back as `"a"`
        if !text.starts_with(is_break) {
            self.out.push('\n');
        }
        for line in text.split_inclusive(is_break) {
            if after_break && !line.starts_with(is_break) {
                self.spaces(indent);
            }
            self.out.push_str(line);
            after_break = line.ends_with(is_break);
        }
    }

    /// A text of one line.
    fn folded(&mut self, text: &str, indent: usize) {
        self.out.push('>');
        if text.starts_with(' ') {
            self.display(self.step);
        }
        self.out.push_str("-\n");
        self.spaces(indent);
        self.out.push_str(text);
    }

    fn display(&mut self, number: impl std::fmt::Display) {
        // a string takes every character
        let _ = write!(self.out, "{number}");
    }

    /// Ends the line if there is one, which after a literal that keeps its last line break there is not.
    fn end_line(&mut self) {
        if !self.out.ends_with(['\n', '\u{2028}', '\u{2029}']) {
            self.out.push('\n');
        }
    }

    fn new_line(&mut self, indent: usize) {
        self.end_line();
        self.spaces(indent);
    }

    fn spaces(&mut self, n: usize) {
        self.out.extend(std::iter::repeat_n(' ', n));
    }

    /// The next multiple of the step.
    fn deeper(&self, indent: usize) -> usize {
        self.step * ((indent + self.step) / self.step)
    }
}

enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

/// Whether a text may do without quotes as far as its meaning goes: it is read as a string, by YAML 1.1 too.
fn is_plain(text: &str) -> bool {
    let old_bool = matches!(
        text,
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF"
    );
    !old_bool && is_plain_string(text) && !is_base_60(text)
}

/// `12:30:45`, a number in base 60 to YAML 1.1.
fn is_base_60(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let Some((first, rest)) = unsigned.split_once(':') else { return false };
    let digits = |s: &str, also: &str| s.chars().all(|c| c.is_ascii_digit() || also.contains(c));
    if !first.starts_with(|c: char| c.is_ascii_digit()) || !digits(first, "_") {
        return false;
    }
    let (places, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    digits(fraction, "_")
        && places.split(':').all(|place| match place.as_bytes() {
            [d] | [b'0'..=b'5', d] => d.is_ascii_digit(),
            _ => false,
        })
}

/// How a text may be written as far as its characters go.
#[allow(clippy::struct_excessive_bools)] // four independent questions
struct Analysis {
    plain: bool,
    single: bool,
    block: bool,
    multiline: bool,
}

impl Analysis {
    fn of(text: &str) -> Self {
        let simple = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'/' | b'=' | b'+' | b'(' | b')');
        if let [first, rest @ ..] = text.as_bytes()
            && simple(*first)
            && *first != b'.'
            && rest.iter().all(|b| simple(*b) || *b == b'-')
        {
            return Analysis { plain: true, single: true, block: true, multiline: false };
        }
        Self::thorough(text)
    }

    fn thorough(text: &str) -> Self {
        if text.is_empty() {
            return Analysis { plain: true, single: true, block: false, multiline: false };
        }
        let mut indicators = text.starts_with("---") || text.starts_with("...");
        let (mut breaks, mut special, mut tabs) = (false, false, false);
        let (mut break_space, mut space_break) = (false, false);
        let mut previous = None;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let followed_by_blank = chars.peek().is_none_or(|c| matches!(c, ' ' | '\t'));
            indicators |= match (previous, c) {
                (
                    None,
                    '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`',
                ) => true,
                (None, '?' | '-') | (_, ':') => followed_by_blank,
                (Some(p), '#') => matches!(p, ' ' | '\t' | '\0') || is_break(p),
                _ => false,
            };
            if c == '\t' {
                tabs = true;
            } else if !is_printable(c) {
                special = true;
            }
            if c == ' ' {
                break_space |= previous.is_some_and(is_break);
            } else if is_break(c) {
                breaks = true;
                space_break |= previous == Some(' ');
            }
            previous = Some(c);
        }
        let edge = |c: Option<char>| c.is_some_and(|c| c == ' ' || is_break(c));
        let quoted_only = break_space || space_break || tabs || special;
        Analysis {
            plain: !(indicators || breaks || quoted_only || edge(text.chars().next()) || edge(previous)),
            single: !quoted_only,
            block: !(space_break || special || previous == Some(' ')),
            multiline: breaks,
        }
    }
}

/// A line break to YAML 1.1.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether go-yaml writes a character as it is; it escapes everything beyond U+FFFF.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

/// The entries in the order in which go-yaml writes them.
pub fn sorted(map: &Map) -> Vec<(&Key, &Value)> {
    let order = |a: &(&Key, &Value), b: &(&Key, &Value)| natural(&a.0.name, &b.0.name);
    let mut entries: Vec<_> = map.iter().collect();
    if entries.iter().all(|(key, _)| has_order(&key.name)) {
        entries.sort_by(order);
        return entries;
    }
    // the standard library panics where a < b < c < a; a binary search merely ends somewhere
    let mut sorted: Vec<(&Key, &Value)> = Vec::with_capacity(entries.len());
    for entry in entries {
        let place = sorted.partition_point(|before| order(before, &entry).is_le());
        sorted.insert(place, entry);
    }
    sorted
}

/// Whether [`natural`] orders a text among its like: not with digits of other scripts, nor if the number overflows.
fn has_order(text: &str) -> bool {
    let mut digits = 0;
    text.chars().all(|c| {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        digits <= 18 && (c.is_ascii() || !is_digit(c))
    })
}

/// go-yaml's order of keys: digits by the number that they make, letters after everything else but right after a digit
/// before it.
fn natural(a: &str, b: &str) -> Ordering {
    let mut at = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(at) {
        at -= 1;
    }
    let (a_rest, b_rest) = (&a[at..], &b[at..]);
    let (Some(x), Some(y)) = (a_rest.chars().next(), b_rest.chars().next()) else { return a.len().cmp(&b.len()) };
    let before = a[..at].chars().rev();
    match (is_letter(x), is_letter(y)) {
        (true, true) => return x.cmp(&y),
        (false, false) => {}
        (x_is_letter, _) => {
            let letter_first = before.clone().next().is_some_and(is_digit);
            return if x_is_letter == letter_first { Ordering::Less } else { Ordering::Greater };
        }
    }
    // zeros within a number count for its length, zeros before it do not
    let is_within = (x == '0' || y == '0') && before.take_while(|c| is_digit(*c)).any(|c| c != '0');
    number(a_rest, is_within).cmp(&number(b_rest, is_within)).then(x.cmp(&y))
}

/// The number at the start of a text, and how many digits it has. Go counts on the code points.
fn number(text: &str, is_within: bool) -> (i64, usize) {
    text.chars().take_while(|c| is_digit(*c)).fold((i64::from(is_within), 0), |(n, length), c| {
        (n.wrapping_mul(10).wrapping_add(i64::from(u32::from(c)) - i64::from(b'0')), length + 1)
    })
}

fn is_digit(c: char) -> bool {
    static DIGIT: Category = LazyLock::new(|| Regex::new(r"\p{Nd}").ok());
    c.is_ascii_digit() || !c.is_ascii() && is_in(&DIGIT, c)
}

fn is_letter(c: char) -> bool {
    static LETTER: Category = LazyLock::new(|| Regex::new(r"\p{L}").ok());
    c.is_ascii_alphabetic() || !c.is_ascii() && is_in(&LETTER, c)
}

type Category = LazyLock<Option<Regex>>;

/// Go asks for Unicode's general category, which the standard library does not know.
fn is_in(category: &Category, c: char) -> bool {
    category.as_ref().is_some_and(|category| category.is_match(c.encode_utf8(&mut [0; 4])))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of up to `length` of the characters.
    fn texts(characters: &[&str], length: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut last = all.clone();
        for _ in 0..length {
            last = last.iter().flat_map(|text| characters.iter().map(move |c| format!("{text}{c}"))).collect();
            all.extend(last.iter().cloned());
        }
        all
    }

    #[test]
    fn the_natural_order_is_an_order() {
        let texts = texts(&["0", "1", "a", "-"], 3);
        for a in &texts {
            for b in &texts {
                assert_eq!(natural(a, b), natural(b, a).reverse(), "{a} {b}");
                for c in texts.iter().filter(|c| natural(a, b).is_lt() && natural(b, c).is_lt()) {
                    assert_eq!(natural(a, c), Ordering::Less, "{a} {b} {c}");
                }
            }
        }
    }

    #[test]
    fn keys_that_have_no_order_are_all_written() {
        let texts = texts(&["1", "0", "\u{663}", "a"], 4);
        let long = ["9".repeat(30), "8".repeat(31), "7".repeat(32)];
        let map: Map = texts.iter().chain(&long).map(|text| (text.clone(), Value::NULL)).collect();
        assert_eq!(to_string(&Value::map(map)).lines().count(), texts.len() + long.len());
    }
}
