//! What a plain scalar means: the rules of go-yaml v3, which are those of neither YAML 1.1 nor 1.2.

use super::time::Timestamp;
use crate::error::{Error, Result};
use crate::value::Data;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Reads a scalar that has neither quotes nor a tag. `yes` and `on` are strings; `0755` and `0o755` are octal; `08` is the
/// float 8; underscores in numbers are skipped; `2024-01-02` is a timestamp.
pub fn resolve(text: &str) -> Data {
    match text.as_bytes().first() {
        None => Some(Data::Null),
        Some(b'+' | b'-' | b'0'..=b'9') => number(text, true).or_else(|| word(text)),
        Some(b'.') => word(text).or_else(|| fraction(text).map(Data::Float)),
        Some(b't' | b'T' | b'f' | b'F' | b'n' | b'N' | b'~') => word(text),
        Some(_) => None,
    }
    .unwrap_or_else(|| Data::Str(text.into()))
}

/// Whether a text without quotes would be read as that same string.
pub fn is_plain_string(text: &str) -> bool {
    match text.as_bytes().first() {
        None => false,
        Some(b'+' | b'-' | b'0'..=b'9') => number(text, true).or_else(|| word(text)).is_none(),
        Some(b'.') => word(text).is_none() && fraction(text).is_none(),
        Some(b't' | b'T' | b'f' | b'F' | b'n' | b'N' | b'~') => word(text).is_none(),
        Some(_) => true,
    }
}

/// Reads a scalar with one of YAML's own tags, such as `!!int`. Tags that go-yaml knows nothing of leave
/// the text alone.
pub(super) fn resolve_tagged(tag: &str, text: &str) -> Result<Data> {
    let data = match tag {
        "!!binary" => return decode_base64(text),
        "!!bool" | "!!null" | "!!timestamp" | "!!int" | "!!float" => resolve_untimed(tag, text),
        _ => return Ok(Data::Str(text.into())),
    };
    match (tag, data) {
        ("!!bool", data @ Data::Bool(_))
        | ("!!null", data @ Data::Null)
        | ("!!timestamp", data @ Data::Time(_))
        | ("!!int", data @ (Data::Int(_) | Data::Uint(_)))
        | ("!!float", data @ Data::Float(_)) => Ok(data),
        #[allow(clippy::cast_precision_loss)] // as Go converts
        ("!!float", Data::Int(i)) => Ok(Data::Float(i as f64)),
        (_, data) => {
            let what = crate::value::Value::from(data).type_name();
            Err(Error::new(format!("`{text}` is a {what}, not what its tag `{tag}` says"))
                .hint(format!("drop the tag `{tag}` or correct the value")))
        }
    }
}

/// As [`resolve`], but only `!!timestamp` looks for timestamps when there is a tag.
fn resolve_untimed(tag: &str, text: &str) -> Data {
    if tag == "!!timestamp" {
        return resolve(text);
    }
    match text.as_bytes().first() {
        Some(b'+' | b'-' | b'0'..=b'9') => {
            number(text, false).or_else(|| word(text)).unwrap_or_else(|| Data::Str(text.into()))
        }
        _ => resolve(text),
    }
}

/// The words that are no strings.
fn word(text: &str) -> Option<Data> {
    Some(match text {
        "true" | "True" | "TRUE" => Data::Bool(true),
        "false" | "False" | "FALSE" => Data::Bool(false),
        "" | "~" | "null" | "Null" | "NULL" => Data::Null,
        ".nan" | ".NaN" | ".NAN" => Data::Float(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Data::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Data::Float(f64::NEG_INFINITY),
        _ => return None,
    })
}

/// A timestamp, an integer or a float that begins with a sign or a digit.
fn number(text: &str, timed: bool) -> Option<Data> {
    // A word in a sentence, the usual case, ends at its first letters.
    if text.len() > 64 && !text.bytes().all(|b| b.is_ascii_hexdigit() || b"_+-.:xXoObB ".contains(&b)) {
        return None;
    }
    if timed && Timestamp::parse(text).is_some() {
        return Some(Data::Time(text.into()));
    }
    let spaceless;
    let plain = if text.contains('_') {
        spaceless = text.replace('_', "");
        &spaceless
    } else {
        text
    };
    integer(plain).or_else(|| is_float(plain).then(|| go_float(plain)).flatten().map(Data::Float))
}

/// An integer in base 10, or by prefix in base 16 (`0x`), 8 (`0o`, `0`) or 2 (`0b`).
fn integer(text: &str) -> Option<Data> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, &text[1..]),
        [b'+', ..] => (false, &text[1..]),
        _ => (false, text),
    };
    let (base, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, &digits[2..]),
        [b'0', b'o' | b'O', ..] => (8, &digits[2..]),
        [b'0', b'b' | b'B', ..] => (2, &digits[2..]),
        [b'0', _, ..] => (8, &digits[1..]),
        _ => (10, digits),
    };
    if matches!(text.as_bytes(), [b'0', b'b' | b'o', b'+' | b'-', ..]) {
        return i64::from_str_radix(digits, base).ok().map(Data::Int);
    }
    if !digits.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let magnitude = u64::from_str_radix(digits, base).ok()?;
    match (negative, i64::try_from(magnitude)) {
        (false, Ok(i)) => Some(Data::Int(i)),
        (false, Err(_)) if text.starts_with('+') => None,
        (false, Err(_)) => Some(Data::Uint(magnitude)),
        (true, Ok(i)) => Some(Data::Int(-i)),
        (true, Err(_)) => (magnitude == i64::MIN.unsigned_abs()).then_some(Data::Int(i64::MIN)),
    }
}

/// Whether the text is digits with at most one point, and perhaps an exponent.
fn is_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => !fraction.is_empty() && digits(fraction),
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => !mantissa.is_empty() && digits(mantissa),
    };
    mantissa_fits && exponent.is_none_or(|e| !e.is_empty() && digits(e))
}

/// A float that begins with its point; here an underscore must stand between digits.
fn fraction(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let separates = |i: usize| is_digit(i - 1) && is_digit(i + 1);
    let fits = (1..bytes.len()).all(|i| bytes[i] != b'_' || separates(i));
    fits.then(|| go_float(&text.replace('_', ""))).flatten()
}

/// A float that is finite: what is too large stays a string.
fn go_float(text: &str) -> Option<f64> {
    is_float(text).then(|| text.parse().ok()).flatten().filter(|f: &f64| f.is_finite())
}

/// `!!binary`: the bytes as text, as Atmos prints them.
fn decode_base64(text: &str) -> Result<Data> {
    const GO: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::RequireCanonical),
    );
    let joined: String = text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    let bytes = GO
        .decode(joined)
        .map_err(|e| Error::new(format!("the value of `!!binary` is no base64: {e}").to_lowercase()))?;
    Ok(Data::Str(String::from_utf8_lossy(&bytes).into()))
}
