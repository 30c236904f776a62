//! Go's quoted strings: `strconv.Quote` and its reverse.

use std::fmt::Write as _;

/// The text of a string literal, quoted with `"` or with backquotes.
pub(super) fn unquote(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('`') {
        return raw.strip_suffix('`').map(|raw| raw.replace('\r', ""));
    }
    let body = literal.strip_prefix('"')?.strip_suffix('"')?;
    if !body.contains('\\') {
        return Some(body.to_owned());
    }
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        let (unit, after) = unquote_unit(rest, '"')?;
        match unit {
            Unit::Byte(b) => bytes.push(b),
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        debug_assert!(after.len() < rest.len(), "{c:?} is consumed");
        rest = after;
    }
    Some(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => String::from_utf8_lossy(e.as_bytes()).into_owned(),
    })
}

/// The character of a character constant, with its quotes.
pub(super) fn unquote_rune(literal: &str) -> Option<char> {
    let body = literal.strip_prefix('\'')?.strip_suffix('\'')?;
    match unquote_unit(body, '\'')? {
        (Unit::Char(c), "") => Some(c),
        (Unit::Byte(b), "") => Some(b.into()),
        _ => None,
    }
}

enum Unit {
    Byte(u8),
    Char(char),
}

/// One character or escape, and what follows it.
fn unquote_unit(text: &str, quote: char) -> Option<(Unit, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if first == quote || first == '\n' {
        return None;
    }
    if first != '\\' {
        return Some((Unit::Char(first), chars.as_str()));
    }
    let escape = chars.next()?;
    let rest = chars.as_str();
    let plain = |c: char| Some((Unit::Char(c), rest));
    match escape {
        'a' => plain('\x07'),
        'b' => plain('\x08'),
        'f' => plain('\x0c'),
        'n' => plain('\n'),
        'r' => plain('\r'),
        't' => plain('\t'),
        'v' => plain('\x0b'),
        '\\' => plain('\\'),
        c if c == quote => plain(c),
        'x' => Some((Unit::Byte(u8::from_str_radix(hex(rest, 2)?, 16).ok()?), &rest[2..])),
        'u' => Some((Unit::Char(char::from_u32(u32::from_str_radix(hex(rest, 4)?, 16).ok()?)?), &rest[4..])),
        'U' => Some((Unit::Char(char::from_u32(u32::from_str_radix(hex(rest, 8)?, 16).ok()?)?), &rest[8..])),
        '0'..='7' => {
            let digits = text.get(1..4).filter(|d| d.bytes().all(|b| matches!(b, b'0'..=b'7')))?;
            Some((Unit::Byte(u8::from_str_radix(digits, 8).ok()?), &text[4..]))
        }
        _ => None,
    }
}

fn hex(text: &str, digits: usize) -> Option<&str> {
    text.get(..digits).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Quotes a text as `%q` does; with `ascii` everything else is escaped.
pub(super) fn quote(text: &str, ascii: bool) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        escape_into(&mut out, c, '"', ascii);
    }
    out.push('"');
    out
}

/// Quotes a character as `%q` of an integer does.
pub(super) fn quote_rune(c: char, ascii: bool) -> String {
    let mut out = String::from("'");
    escape_into(&mut out, c, '\'', ascii);
    out.push('\'');
    out
}

fn escape_into(out: &mut String, c: char, quote: char, ascii: bool) {
    match c {
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        '\\' => out.push_str("\\\\"),
        _ if c == quote => {
            out.push('\\');
            out.push(c);
        }
        ' '..='~' => out.push(c),
        _ if !ascii && is_print(c) => out.push(c),
        _ if c.is_ascii() => {
            let _ = write!(out, "\\x{:02x}", c as u32);
        }
        _ if (c as u32) < 0x1_0000 => {
            let _ = write!(out, "\\u{:04x}", c as u32);
        }
        _ => {
            let _ = write!(out, "\\U{:08x}", c as u32);
        }
    }
}

/// Whether Go prints a character as it is: letters, marks, numbers, punctuation, symbols and the space.
pub(super) fn is_print(c: char) -> bool {
    match c {
        ' '..='~' => true,
        _ if c.is_ascii() => false,
        // Rust escapes what is not printable, and combining marks, which Go prints
        _ => c.escape_debug().len() == 1 || is_mark(c),
    }
}

fn is_mark(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(u32::from(c), 0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_unquoted() {
        assert_eq!(unquote(r#""a\tb\x41\101\u00e4""#).as_deref(), Some("a\tbAAä"));
        assert_eq!(unquote("`a\\t\r\nb`").as_deref(), Some("a\\t\nb"));
        assert_eq!(unquote(r#""\q""#), None);
        assert_eq!(unquote_rune("'a'"), Some('a'));
        assert_eq!(unquote_rune(r"'\''"), Some('\''));
        assert_eq!(unquote_rune("'ab'"), None);
    }

    #[test]
    fn texts_are_quoted_as_in_go() {
        assert_eq!(quote("a\"b\n\u{1}ä\u{200b}", false), "\"a\\\"b\\n\\x01ä\\u200b\"");
        assert_eq!(quote("ä", true), "\"\\u00e4\"");
    }
}
