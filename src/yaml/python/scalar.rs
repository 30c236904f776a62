//! What a plain scalar means in YAML 1.1, as `PyYAML` understands it.

use super::Node;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use regex::Regex;
use std::sync::LazyLock;

static INT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$",
    )
});
static FLOAT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
    )
});
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$",
    )
});

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

/// Reads a scalar that has neither quotes nor a tag.
pub(super) fn resolve(text: &str) -> Node {
    boolean(text)
        .map(Node::Bool)
        .or_else(|| is_null(text).then_some(Node::Null))
        .or_else(|| INT.is_match(text).then(|| integer(text)).flatten().map(Node::Int))
        .or_else(|| FLOAT.is_match(text).then(|| float(text)).flatten().map(Node::Float))
        .or_else(|| TIME.is_match(text).then(|| Node::Time(text.to_owned())))
        .unwrap_or_else(|| Node::Str(text.to_owned()))
}

/// Whether a text without quotes would be read as that same string.
pub(super) fn is_plain_string(text: &str) -> bool {
    // `=` and `<<` have a meaning of their own
    !matches!(text, "=" | "<<") && matches!(resolve(text), Node::Str(_))
}

/// Reads a scalar with one of YAML's own tags; none when the text does not fit, or the tag is not one of those.
pub(super) fn resolve_tagged(tag: &str, text: &str) -> Option<Node> {
    match tag {
        "!!str" | "!" => Some(Node::Str(text.to_owned())),
        "!!null" => Some(Node::Null),
        "!!bool" => boolean(text).map(Node::Bool),
        "!!int" => integer(text).map(Node::Int),
        "!!float" => float(text).map(Node::Float),
        "!!timestamp" => TIME.is_match(text).then(|| Node::Time(text.to_owned())),
        "!!binary" => {
            let text: String = text.split_whitespace().collect();
            STANDARD.decode(text).ok().map(Node::Bytes)
        }
        _ => None,
    }
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Some(true),
        "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn integer(text: &str) -> Option<i128> {
    let text = text.replace('_', "");
    let (sign, digits) = signed(&text);
    let value = if digits == "0" {
        0
    } else if let Some(bits) = digits.strip_prefix("0b") {
        i128::from_str_radix(bits, 2).ok()?
    } else if let Some(hex) = digits.strip_prefix("0x") {
        i128::from_str_radix(hex, 16).ok()?
    } else if let Some(octal) = digits.strip_prefix('0') {
        i128::from_str_radix(octal, 8).ok()?
    } else if digits.contains(':') {
        digits.split(':').try_fold(0i128, |sum, part| sum.checked_mul(60)?.checked_add(part.parse().ok()?))?
    } else {
        digits.parse().ok()?
    };
    Some(sign * value)
}

#[allow(clippy::cast_precision_loss)] // the sign alone
fn float(text: &str) -> Option<f64> {
    let text = text.replace('_', "").to_lowercase();
    let (sign, digits) = signed(&text);
    let sign = sign as f64;
    match digits {
        ".inf" => return Some(sign * f64::INFINITY),
        ".nan" => return Some(f64::NAN),
        _ => {}
    }
    if digits.contains(':') {
        let sum = digits.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?))?;
        return Some(sign * sum);
    }
    Some(sign * digits.parse::<f64>().ok()?)
}

fn signed(text: &str) -> (i128, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    }
}
