//! Filters by chance.

use super::{Arguments, Failure, Filter, wrong};
use crate::scaffold::data;
use minijinja::Value;
use minijinja::value::ValueKind;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, rng};
use std::fmt::Write;

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("ans_random", ans_random),
    ("random", |value, _| Ok(data::items(value).choose(&mut rng()).cloned().unwrap_or_default())),
    ("random_mac", random_mac),
    ("shuffle", |value, _| {
        let mut items = data::items(value);
        items.shuffle(&mut rng());
        Ok(Value::from(items))
    }),
];

/// A number below another, or an item of a list.
fn ans_random(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    if value.kind() != ValueKind::Number {
        return Ok(data::items(value).choose(&mut rng()).cloned().unwrap_or_default());
    }
    let number =
        |value: Value| i128::try_from(value).map_err(|_| wrong("random can only be used on sequences and integers"));
    let end = number(value.clone())?;
    let start = args.get(0, "start").filter(|v| !v.is_none()).map_or(Ok(0), number)?;
    let step = args.get(1, "step").filter(|v| !v.is_none()).map_or(Ok(1), number)?.max(1);
    let count = (end - start + step - 1) / step;
    if count < 1 {
        return Err(wrong(format!("empty range for random: {start} to {end}")));
    }
    Ok(Value::from(start + step * rng().random_range(0..count)))
}

/// The rest of a hardware address.
fn random_mac(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let prefix = value.to_string().to_lowercase();
    let parts: Vec<_> = prefix.split(':').collect();
    let is_byte = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_hexdigit());
    if parts.len() > 5 || !parts.iter().all(is_byte) {
        return Err(wrong(format!("Invalid value ({prefix}) for random_mac")));
    }
    let mut mac = prefix.clone();
    for _ in parts.len()..6 {
        let _ = write!(mac, ":{:02x}", rng().random::<u8>());
    }
    Ok(Value::from(mac))
}

/// 128 hexadecimal digits.
pub(in crate::scaffold::jinja) fn secret() -> String {
    let mut text = String::new();
    for _ in 0..64 {
        let _ = write!(text, "{:02x}", rng().random::<u8>());
    }
    text
}

/// Paragraphs of words that mean nothing.
pub(in crate::scaffold::jinja) fn lorem_ipsum(paragraphs: usize, html: bool, min: usize, max: usize) -> Value {
    const WORDS: [&str; 24] = [
        "lorem",
        "ipsum",
        "dolor",
        "sit",
        "amet",
        "consectetur",
        "adipiscing",
        "elit",
        "sed",
        "eiusmod",
        "tempor",
        "incididunt",
        "labore",
        "magna",
        "aliqua",
        "enim",
        "minim",
        "veniam",
        "nostrud",
        "ullamco",
        "laboris",
        "nisi",
        "aliquip",
        "commodo",
    ];
    let paragraph = |_| {
        let count = rng().random_range(min.min(max)..=max.max(min).min(10_000));
        let words: Vec<_> = (0..count).filter_map(|_| WORDS.choose(&mut rng()).copied()).collect();
        let text = words.join(" ");
        if html { format!("<p>{text}.</p>") } else { format!("{text}.") }
    };
    let text: Vec<String> = (0..paragraphs.min(1000)).map(paragraph).collect();
    if html { Value::from_safe_string(text.join("\n")) } else { Value::from(text.join("\n\n")) }
}

/// So many letters.
pub(in crate::scaffold::jinja) fn text(length: usize) -> String {
    let letter = |_| {
        let index = rng().random_range(0..52u8);
        char::from(if index < 26 { b'a' + index } else { b'A' + index - 26 })
    };
    (0..length.min(10_000)).map(letter).collect()
}
