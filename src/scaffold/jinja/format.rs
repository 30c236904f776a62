//! Texts formatted as Python does it: `'%5d' % n`, `'{:>8}'.format(x)`.

use super::Failure;
use super::error::wrong;
use crate::scaffold::data;
use crate::yaml::python::python_float;
use minijinja::Value;
use minijinja::value::{Kwargs, ValueKind};

/// How many letters or digits a format may ask for: Rust writes no more digits than 65,535.
const MAX_WIDTH: usize = 60_000;

/// How a value is written.
#[derive(Clone, Copy, Default)]
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    sign: Option<char>,
    alternate: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
fn parse(text: &str) -> Option<Spec> {
    let mut spec = Spec::default();
    let mut chars: &[char] = &text.chars().collect::<Vec<_>>();
    let is_align = |c: Option<&char>| matches!(c, Some('<' | '>' | '^' | '='));
    if is_align(chars.get(1)) {
        (spec.fill, spec.align) = (Some(chars[0]), Some(chars[1]));
        chars = &chars[2..];
    } else if is_align(chars.first()) {
        spec.align = Some(chars[0]);
        chars = &chars[1..];
    }
    let mut take = |wanted: &str| {
        let found = chars.first().copied().filter(|c| wanted.contains(*c));
        chars = &chars[usize::from(found.is_some())..];
        found
    };
    spec.sign = take("+- ");
    spec.alternate = take("#").is_some();
    if take("0").is_some() && spec.fill.is_none() {
        spec.fill = Some('0');
        spec.align = spec.align.or(Some('='));
    }
    while let Some(digit) = take("0123456789") {
        spec.width = spec.width.checked_mul(10)?.checked_add(digit.to_digit(10)? as usize)?;
    }
    spec.grouping = take(",_");
    if take(".").is_some() {
        let mut precision = None::<usize>;
        while let Some(digit) = take("0123456789") {
            precision = Some(precision.unwrap_or(0).checked_mul(10)?.checked_add(digit.to_digit(10)? as usize)?);
        }
        spec.precision = Some(precision?);
    }
    spec.kind = take("bcdeEfFgGnosxX%");
    let reasonable = |number: usize| number <= MAX_WIDTH;
    (chars.is_empty() && reasonable(spec.width) && spec.precision.is_none_or(reasonable)).then_some(spec)
}

/// `format(value, spec)`.
fn formatted(value: &Value, text: &str) -> Result<String, Failure> {
    if text.is_empty() {
        return Ok(data::text(value));
    }
    let invalid = || wrong(format!("Invalid format specifier '{text}' for object of type '{}'", class(value)));
    let spec = parse(text).ok_or_else(invalid)?;
    let unknown = || wrong(format!("Unknown format code '{}' for object", spec.kind.unwrap_or_default()));
    match (value.kind(), spec.kind) {
        (ValueKind::String, None | Some('s')) => {
            let text = value.as_str().unwrap_or_default().chars();
            Ok(aligned("", &text.take(spec.precision.unwrap_or(usize::MAX)).collect::<String>(), &spec, '<'))
        }
        (ValueKind::Bool, _) => number(&Value::from(i64::from(value.is_true())), &spec).ok_or_else(unknown),
        (ValueKind::Number, _) => number(value, &spec).ok_or_else(unknown),
        (ValueKind::String, _) => Err(unknown()),
        _ => Err(wrong(format!("unsupported format string passed to {}.__format__", class(value)))),
    }
}

fn class(value: &Value) -> &'static str {
    super::methods::class(value)
}

fn number(value: &Value, spec: &Spec) -> Option<String> {
    let whole = i128::try_from(value.clone()).ok().filter(|_| value.is_integer());
    let (is_negative, prefix, digits) = match (spec.kind, whole) {
        (None | Some('d' | 'n'), Some(whole)) => (whole < 0, "", whole.unsigned_abs().to_string()),
        (Some('b'), Some(whole)) => (whole < 0, "0b", format!("{:b}", whole.unsigned_abs())),
        (Some('o'), Some(whole)) => (whole < 0, "0o", format!("{:o}", whole.unsigned_abs())),
        (Some('x'), Some(whole)) => (whole < 0, "0x", format!("{:x}", whole.unsigned_abs())),
        (Some('X'), Some(whole)) => (whole < 0, "0X", format!("{:X}", whole.unsigned_abs())),
        (Some('c'), Some(whole)) => (false, "", char::from_u32(u32::try_from(whole).ok()?)?.to_string()),
        (Some('b' | 'o' | 'x' | 'X' | 'c' | 'd' | 's'), _) => return None,
        (kind, _) => {
            let number = f64::try_from(value.clone()).ok()?;
            (number.is_sign_negative() && !number.is_nan(), "", float(number.abs(), kind, spec))
        }
    };
    let digits = match spec.grouping {
        Some(separator) => {
            let size = if matches!(spec.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
            grouped(&digits, separator, size)
        }
        None => digits,
    };
    let sign = match (is_negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let prefix = if spec.alternate { prefix } else { "" };
    Some(aligned(&format!("{sign}{prefix}"), &digits, spec, '>'))
}

/// A number that is not negative.
fn float(number: f64, kind: Option<char>, spec: &Spec) -> String {
    if !number.is_finite() {
        let text = if number.is_nan() { "nan" } else { "inf" };
        return if matches!(kind, Some('E' | 'F' | 'G')) { text.to_uppercase() } else { text.to_owned() };
    }
    let precision = spec.precision.unwrap_or(6);
    match kind {
        Some('f' | 'F') => format!("{number:.precision$}"),
        Some('%') => format!("{:.precision$}%", number * 100.0),
        Some('e') => exponent(&format!("{number:.precision$e}")),
        Some('E') => exponent(&format!("{number:.precision$e}")).to_uppercase(),
        Some('g' | 'n') => general(number, precision, spec.alternate),
        Some('G') => general(number, precision, spec.alternate).to_uppercase(),
        _ if spec.precision.is_none() => python_float(number),
        _ => {
            let text = general(number, precision, false);
            let is_whole = text.bytes().all(|b| b.is_ascii_digit());
            if is_whole { text + ".0" } else { text }
        }
    }
}

/// An exponent has a sign and two digits.
fn exponent(text: &str) -> String {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (sign, digits) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
    format!("{mantissa}e{sign}{digits:0>2}")
}

/// With or without an exponent, as it is shorter.
fn general(number: f64, precision: usize, keep_zeros: bool) -> String {
    let precision = precision.max(1);
    let scientific = format!("{number:.*e}", precision - 1);
    let (mantissa, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i64 = power.parse().unwrap_or(0);
    let short = |text: &str| {
        let has_zeros = text.contains('.') && !keep_zeros;
        if has_zeros { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text.to_owned() }
    };
    let length = i64::try_from(precision).unwrap_or(i64::MAX);
    if (-4..length).contains(&power) {
        let places = usize::try_from(length - 1 - power).unwrap_or(0);
        short(&format!("{number:.places$}"))
    } else {
        exponent(&format!("{}e{power}", short(mantissa)))
    }
}

/// Digits in groups, those behind a point apart.
fn grouped(digits: &str, separator: char, size: usize) -> String {
    let is_digit = |c: char| if size == 4 { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
    let length = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
    let mut out = String::new();
    for (index, digit) in digits[..length].chars().enumerate() {
        if index > 0 && (length - index) % size == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out + &digits[length..]
}

fn aligned(sign: &str, text: &str, spec: &Spec, natural: char) -> String {
    let missing = spec.width.saturating_sub(sign.chars().count() + text.chars().count());
    let fill = |count: usize| spec.fill.unwrap_or(' ').to_string().repeat(count);
    match spec.align.unwrap_or(natural) {
        '<' => format!("{sign}{text}{}", fill(missing)),
        '^' => format!("{}{sign}{text}{}", fill(missing / 2), fill(missing - missing / 2)),
        '=' => format!("{sign}{}{text}", fill(missing)),
        _ => format!("{}{sign}{text}", fill(missing)),
    }
}

/// `'{} {name!r:>5}'.format(…)`.
pub(super) fn braces(text: &str, places: &[Value], names: &Kwargs) -> Result<String, Failure> {
    Fields { places, names, next: 0 }.fill(text, 0)
}

/// What fields of a text are filled with.
struct Fields<'a> {
    places: &'a [Value],
    names: &'a Kwargs,
    next: usize,
}

impl Fields<'_> {
    fn fill(&mut self, text: &str, depth: usize) -> Result<String, Failure> {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            out += &rest[..at];
            let (brace, behind) = rest[at..].split_at(1);
            if behind.starts_with(brace) {
                out += brace;
                rest = &behind[1..];
                continue;
            }
            if brace == "}" {
                return Err(wrong("Single '}' encountered in format string"));
            }
            let end = closing(behind).ok_or_else(|| wrong("expected '}' before end of string"))?;
            if depth > 1 {
                return Err(wrong("Max string recursion exceeded"));
            }
            out += &self.field(&behind[..end], depth)?;
            rest = &behind[end + 1..];
        }
        Ok(out + rest)
    }

    fn field(&mut self, field: &str, depth: usize) -> Result<String, Failure> {
        let (name, spec) = field.split_once(':').unwrap_or((field, ""));
        let (name, conversion) = match name.rsplit_once('!') {
            Some((name, conversion)) => (name, Some(conversion)),
            None => (name, None),
        };
        let value = self.value(name)?;
        let spec = self.fill(spec, depth + 1)?;
        match conversion {
            None => formatted(&value, &spec),
            Some("s") => formatted(&Value::from(data::text(&value)), &spec),
            Some("r") => formatted(&Value::from(data::repr(&value)), &spec),
            Some("a") => formatted(&Value::from(ascii(&data::repr(&value))), &spec),
            Some(other) => Err(wrong(format!("Unknown conversion specifier '{other}'"))),
        }
    }

    /// The value of `NAME.ATTRIBUTE[KEY]`.
    fn value(&mut self, path: &str) -> Result<Value, Failure> {
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let (name, mut rest) = path.split_at(end);
        let at = if name.is_empty() { Some(self.next) } else { name.parse().ok() };
        self.next += usize::from(name.is_empty());
        let mut value = match at {
            Some(at) => self
                .places
                .get(at)
                .cloned()
                .ok_or_else(|| wrong(format!("Replacement index {at} out of range for positional args tuple")))?,
            None => self.names.peek(name).map_err(|_| wrong(format!("'{name}'")))?,
        };
        while !rest.is_empty() {
            if let Some((key, behind)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                value = key
                    .parse::<i64>()
                    .map_or_else(|_| value.get_item(&Value::from(key)), |at| value.get_item(&at.into()))?;
                rest = behind;
            } else {
                let behind = &rest[1..];
                let end = behind.find(['.', '[']).unwrap_or(behind.len());
                value = value.get_attr(&behind[..end])?;
                rest = &behind[end..];
            }
        }
        Ok(value)
    }
}

/// Where the field that has begun ends.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// The text with everything beyond ASCII escaped.
fn ascii(text: &str) -> String {
    let escaped = text.chars().map(|c| match u32::from(c) {
        0..=0x7f => c.to_string(),
        code @ 0x80..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    });
    escaped.collect::<Vec<_>>().concat()
}

/// `text % values`, or `text % names`.
pub(super) fn percent(text: &str, places: &[Value], names: &Kwargs, is_map: bool) -> Result<String, Failure> {
    let mut places = places.iter();
    let mut next = || places.next().cloned().ok_or_else(|| wrong("not enough arguments for format string"));
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out += &rest[..at];
        rest = &rest[at + 1..];
        let mut name = None;
        if let Some((found, behind)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            name = Some(found);
            rest = behind;
        }
        let flags = &rest[..rest.len() - rest.trim_start_matches(['-', '+', ' ', '#', '0']).len()];
        rest = &rest[flags.len()..];
        let mut number = |rest: &mut &str| -> Result<Option<i64>, Failure> {
            if let Some(behind) = rest.strip_prefix('*') {
                *rest = behind;
                return i64::try_from(next()?).map(Some).map_err(|_| wrong("* wants int"));
            }
            let digits = &rest[..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
            *rest = &rest[digits.len()..];
            Ok(digits.parse().ok())
        };
        let width = number(&mut rest)?;
        let precision = match rest.strip_prefix('.') {
            Some(behind) => {
                rest = behind;
                Some(number(&mut rest)?.unwrap_or(0))
            }
            None => None,
        };
        let kind = rest.chars().next().ok_or_else(|| wrong("incomplete format"))?;
        rest = &rest[kind.len_utf8()..];
        if kind == '%' {
            out.push('%');
            continue;
        }
        let value = match name {
            Some(name) => names.peek(name).map_err(|_| wrong(format!("'{name}'")))?,
            None => next()?,
        };
        let left = flags.contains('-') || width.is_some_and(|width| width < 0);
        let is_text = matches!(kind, 's' | 'r' | 'a' | 'c');
        let size = |number: i64| usize::try_from(number.unsigned_abs()).ok().filter(|size| *size <= MAX_WIDTH);
        let zero = flags.contains('0') && !left && !is_text;
        let spec = Spec {
            fill: zero.then_some('0'),
            align: Some(if left {
                '<'
            } else if zero {
                '='
            } else {
                '>'
            }),
            sign: flags.chars().find(|c| *c == '+').or_else(|| flags.chars().find(|c| *c == ' ')),
            alternate: flags.contains('#'),
            width: size(width.unwrap_or(0)).ok_or_else(|| wrong("width too big"))?,
            precision: precision.and_then(size),
            ..Spec::default()
        };
        out += &converted(&value, kind, spec)?;
    }
    if places.next().is_some() && !is_map {
        return Err(wrong("not all arguments converted during string formatting"));
    }
    Ok(out + rest)
}

/// A value by one of the letters behind `%`.
fn converted(value: &Value, kind: char, spec: Spec) -> Result<String, Failure> {
    let is_number = matches!(value.kind(), ValueKind::Number | ValueKind::Bool);
    let text = match kind {
        's' => data::text(value),
        'r' => data::repr(value),
        'a' => ascii(&data::repr(value)),
        'c' if value.as_str().is_some_and(|text| text.chars().count() == 1) => data::text(value),
        _ if !is_number => {
            return Err(wrong(format!("%{kind} format: a real number is required, not {}", class(value))));
        }
        _ => {
            let kind = if matches!(kind, 'i' | 'u') { 'd' } else { kind };
            let value = match kind {
                _ if value.kind() == ValueKind::Bool => Value::from(i64::from(value.is_true())),
                #[allow(clippy::cast_possible_truncation)] // as Python does
                'd' if !value.is_integer() => Value::from(f64::try_from(value.clone()).unwrap_or(0.0).trunc() as i128),
                _ => value.clone(),
            };
            let spec = Spec { kind: Some(kind), ..spec };
            let known = "doxXeEfFgGc".contains(kind);
            let text = known.then(|| number(&value, &spec)).flatten();
            return text.ok_or_else(|| wrong(format!("unsupported format character '{kind}'")));
        }
    };
    let kept: String = text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
    Ok(aligned("", &kept, &spec, '>'))
}
