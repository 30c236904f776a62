//! Numbers as Go reads and writes them.

use super::ast::Number;
use crate::value::float;

/// Reads an integer by the prefix of its literal (`0x`, `0o`, `0b`, a leading `0`), without a sign.
pub(super) fn parse_uint(text: &str) -> Option<u64> {
    let lower = text.to_ascii_lowercase();
    let (digits, base) = match lower.as_bytes() {
        [b'0', b'x', ..] => (&lower[2..], 16),
        [b'0', b'o', ..] => (&lower[2..], 8),
        [b'0', b'b', ..] => (&lower[2..], 2),
        [b'0', _, ..] => (&lower[1..], 8),
        _ => (&*lower, 10),
    };
    if !underscores_ok(&lower) || digits.starts_with(['+', '-']) {
        return None;
    }
    u64::from_str_radix(&digits.replace('_', ""), base).ok()
}

/// Reads a signed integer by the prefix of its literal.
pub(super) fn parse_int(text: &str) -> Option<i64> {
    let (negative, digits) = split_sign(text);
    let magnitude = i128::from(parse_uint(digits)?);
    i64::try_from(if negative { -magnitude } else { magnitude }).ok()
}

/// Reads a floating-point number as `strconv.ParseFloat` does; one out of range is none.
pub(super) fn parse_float(text: &str) -> Option<f64> {
    let (negative, digits) = split_sign(text);
    let lower = digits.to_ascii_lowercase();
    if !underscores_ok(&lower) {
        return None;
    }
    let plain = lower.replace('_', "");
    let magnitude = match plain.strip_prefix("0x") {
        Some(hex) => parse_hex_float(hex)?,
        None if matches!(&*plain, "inf" | "infinity") => f64::INFINITY,
        None if plain == "nan" => f64::NAN,
        None if plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
            plain.parse().ok().filter(|f: &f64| f.is_finite())?
        }
        None => return None,
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    }
}

/// A hexadecimal float needs its binary exponent: `0x1.8p3` is 12.
fn parse_hex_float(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once('p')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let value = u64::from_str_radix(&digits, 16).ok()?;
    let exponent = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?.checked_mul(4)?)?;
    #[allow(clippy::cast_precision_loss)]
    Some(value as f64 * 2f64.powi(exponent)).filter(|f| f.is_finite())
}

/// Underscores may stand only between digits, or after the base prefix.
fn underscores_ok(text: &str) -> bool {
    if !text.contains('_') {
        return true;
    }
    let body = text.strip_prefix("0x").or(text.strip_prefix("0o")).or(text.strip_prefix("0b"));
    let body = body.map_or(text, |b| b.strip_prefix('_').unwrap_or(b));
    !body.is_empty()
        && body.split('_').all(|part| {
            part.starts_with(|c: char| c.is_ascii_hexdigit()) && part.ends_with(|c: char| c.is_ascii_hexdigit())
        })
}

impl Number {
    /// Reads a number literal.
    pub(super) fn parse(text: &str) -> Result<Number, String> {
        let mut uint = parse_uint(text.strip_prefix('+').unwrap_or(text)).filter(|_| !text.starts_with('+'));
        let mut int = parse_int(text);
        if int == Some(0) {
            uint = Some(0);
        }
        let has_point = text.contains(['.', 'e', 'E', 'p', 'P']);
        let float = match (int, uint) {
            #[allow(clippy::cast_precision_loss)]
            (Some(i), _) => Some(i as f64),
            #[allow(clippy::cast_precision_loss)]
            (None, Some(u)) => Some(u as f64),
            (None, None) => parse_float(text),
        };
        let Some(value) = float else { return Err(format!("illegal number `{text}`")) };
        if int.is_none() && uint.is_none() {
            if !has_point {
                return Err(format!("integer overflow: `{text}`"));
            }
            int = exact_int(value);
            uint = int.and_then(|i| u64::try_from(i).ok());
        }
        let hex = text.starts_with("0x") || text.starts_with("0X");
        let looks_float = has_point && (!hex || text.contains(['p', 'P']));
        Ok(Number { text: text.into(), int, uint, float, looks_float })
    }

    /// A character constant, which is a number.
    pub(super) fn rune(text: &str, c: char) -> Number {
        let code = u32::from(c);
        Number {
            text: text.into(),
            int: Some(code.into()),
            uint: Some(code.into()),
            float: Some(code.into()),
            looks_float: false,
        }
    }
}

/// The integer that a float is, if it is one.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::float_cmp)]
pub(super) fn exact_int(f: f64) -> Option<i64> {
    (f.fract() == 0.0 && f.abs() < 9.2e18 && (f as i64) as f64 == f).then_some(f as i64)
}

/// Turns a float into an integer as Go's conversion does on amd64: out of range gives the smallest.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn truncate(f: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&f) { f as i64 } else { i64::MIN }
}

/// How many digits a float is written with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Precision {
    /// As few as read back to the same number.
    Shortest,
    Digits(usize),
}

/// Writes a float as `strconv.FormatFloat` does with the verb `e`, `E`, `f`, `g` or `G`.
pub(super) fn format_float(f: f64, verb: char, precision: Precision) -> String {
    if f.is_nan() {
        return "NaN".into();
    }
    if f.is_infinite() {
        return if f > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    match verb {
        'g' if precision == Precision::Shortest => float::shortest(f),
        'e' | 'E' => {
            let (sign, digits, exponent) = decompose(
                f,
                match precision {
                    Precision::Shortest => None,
                    Precision::Digits(n) => Some(n + 1),
                },
            );
            exponent_form(sign, &digits, exponent, verb)
        }
        'f' | 'F' => match precision {
            Precision::Shortest => format!("{f}"),
            Precision::Digits(n) => format!("{f:.n$}"),
        },
        _ => {
            let wanted = match precision {
                Precision::Shortest => None,
                Precision::Digits(n) => Some(n.max(1)),
            };
            let (sign, mut digits, exponent) = decompose(f, wanted);
            digits.truncate(digits.trim_end_matches('0').len().max(1));
            let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
            // the exponent form begins at the precision, and at 6 where the shortest form is wanted
            let limit = match wanted.map(|n| i32::try_from(n).unwrap_or(i32::MAX)) {
                None => 6,
                Some(n) if n > count && count > exponent => count,
                Some(n) => n,
            };
            if exponent < -4 || exponent >= limit {
                return exponent_form(sign, &digits, exponent, if verb == 'G' { 'E' } else { 'e' });
            }
            positional(sign, &digits, exponent)
        }
    }
}

/// The sign, the digits (of a given number, or the shortest) and the exponent of the first digit.
fn decompose(f: f64, digits: Option<usize>) -> (&'static str, String, i32) {
    let text = match digits {
        None => format!("{:e}", f.abs()),
        Some(n) => format!("{:.*e}", n.saturating_sub(1), f.abs()),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (if f.is_sign_negative() { "-" } else { "" }, mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

fn exponent_form(sign: &str, digits: &str, exponent: i32, letter: char) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{first}{point}{rest}{letter}{exponent_sign}{:02}", exponent.abs())
}

fn positional(sign: &str, digits: &str, exponent: i32) -> String {
    let Ok(whole) = usize::try_from(exponent + 1) else {
        return format!("{sign}0.{}{digits}", "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0)));
    };
    match digits.len() {
        0 => format!("{sign}0"),
        _ if exponent < 0 => format!("{sign}0.{}{digits}", "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0))),
        n if n <= whole => format!("{sign}{digits}{}", "0".repeat(whole - n)),
        _ => format!("{sign}{}.{}", &digits[..whole], &digits[whole..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_in_go() {
        for (f, text) in [
            (1e8, "1e+08"),
            (2.5, "2.5"),
            (1e21, "1e+21"),
            (123_456_789.0, "1.23456789e+08"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (0.0, "0"),
            (-0.5, "-0.5"),
            (100_000.0, "100000"),
            (1e20, "1e+20"),
            (1e6, "1e+06"),
        ] {
            assert_eq!(format_float(f, 'g', Precision::Shortest), text, "{f}");
        }
    }

    #[test]
    fn literals_are_ideal_constants() {
        let n = Number::parse("1e3").unwrap();
        assert_eq!((n.int, n.looks_float), (Some(1000), true));
        assert_eq!(Number::parse("0x1F").unwrap().int, Some(31));
        assert_eq!(Number::parse("017").unwrap().int, Some(15));
        assert_eq!(Number::parse("1_000").unwrap().int, Some(1000));
        assert_eq!(Number::parse("0x1p4").unwrap().int, Some(16));
        assert!(Number::parse("1__0").is_err());
        assert!(Number::parse("-").is_err());
        assert!(Number::parse("99999999999999999999").is_err());
        assert_eq!(Number::parse("18446744073709551615").unwrap().uint, Some(u64::MAX));
    }
}
