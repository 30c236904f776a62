//! Filters over texts.

use super::{Arguments, Failure, Filter, wrong};
use crate::scaffold::data;
use minijinja::Value;
use minijinja::value::ValueKind;

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("bool", boolean),
    ("center", center),
    ("comment", comment),
    ("forceescape", force_escape),
    ("mandatory", mandatory),
    ("quote", quote),
    ("ternary", ternary),
    ("truncate", truncate),
    ("type_debug", type_debug),
    ("urlize", super::urlize::urlize),
    ("wordcount", word_count),
    ("wordwrap", word_wrap),
    ("xmlattr", xml_attributes),
];

fn boolean(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    if matches!(value.kind(), ValueKind::None | ValueKind::Bool) {
        return Ok(value.clone());
    }
    let text = value.to_string().to_lowercase();
    Ok(Value::from(matches!(text.as_str(), "yes" | "on" | "1" | "true" | "1.0")))
}

fn center(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let text = data::text(value);
    let width = args.size(0, "width")?.unwrap_or(80);
    let missing = width.saturating_sub(text.chars().count());
    let left = missing / 2 + (missing & width & 1);
    Ok(Value::from(format!("{}{text}{}", " ".repeat(left), " ".repeat(missing - left))))
}

/// Marks every line of a text as a comment.
fn comment(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let style = args.text(0, "style").unwrap_or_else(|| "plain".to_owned());
    let (beginning, decoration, end) = match style.as_str() {
        "plain" => ("", "# ", ""),
        "erlang" => ("", "% ", ""),
        "c" => ("", "// ", ""),
        "cblock" => ("/*", " * ", " */"),
        "xml" => ("<!--", " - ", "-->"),
        _ => return Err(wrong(format!("comment knows no style '{style}'"))),
    };
    let option = |name: &str, default: &str| args.text(usize::MAX, name).unwrap_or_else(|| default.to_owned());
    let count = |name: &str| args.size(usize::MAX, name).map(|count| count.unwrap_or(1));
    let newline = option("newline", "\n");
    let decoration = option("decoration", decoration);
    let fence = decoration.trim_end().to_owned();
    let (beginning, end) = (option("beginning", beginning), option("end", end));
    let (prefix, postfix) = (option("prefix", &fence), option("postfix", &fence));
    let mut out = String::new();
    if !beginning.is_empty() {
        out.extend([beginning, newline.clone()]);
    }
    let prefix_line = if prefix == newline { newline.clone() } else { format!("{prefix}{newline}") };
    out += &prefix_line.repeat(count("prefix_count")?);
    let body = format!("{decoration}{}", value.to_string().replace(&newline, &format!("{newline}{decoration}")));
    out += &body.replace(&format!("{decoration}{newline}"), &format!("{fence}{newline}"));
    out += &format!("{newline}{postfix}").repeat(count("postfix_count")?);
    if !end.is_empty() {
        out.extend([newline, end]);
    }
    Ok(Value::from(out))
}

/// A text for HTML.
pub(in crate::scaffold::jinja) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&#34;").replace('\'', "&#39;")
}

fn force_escape(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    Ok(Value::from_safe_string(escaped(&value.to_string())))
}

fn mandatory(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    if !value.is_undefined() {
        return Ok(value.clone());
    }
    Err(wrong(args.text(0, "msg").unwrap_or_else(|| "Mandatory variable not defined.".to_owned())))
}

/// Quoted for a shell, where it has to be.
fn quote(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let text = value.to_string();
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "_@%+=:,./-".contains(c);
    Ok(Value::from(match text.as_str() {
        "" => "''".to_owned(),
        text if text.chars().all(is_safe) => text.to_owned(),
        text => format!("'{}'", text.replace('\'', "'\"'\"'")),
    }))
}

fn ternary(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let (yes, no) = (args.get(0, "true_val").unwrap_or_default(), args.get(1, "false_val").unwrap_or_default());
    Ok(match args.get(2, "none_val") {
        Some(none) if value.is_none() && !none.is_none() => none,
        _ if value.is_true() => yes,
        _ => no,
    })
}

fn truncate(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let text: Vec<char> = value.to_string().chars().collect();
    let length = args.number(0, "length").unwrap_or(255);
    let end = args.text(2, "end").unwrap_or_else(|| "...".to_owned());
    let leeway = args.number(3, "leeway").unwrap_or(5);
    if text.len() <= length + leeway {
        return Ok(value.clone());
    }
    let mut kept: String = text[..length.saturating_sub(end.chars().count())].iter().collect();
    if !args.flag(1, "killwords") {
        // the last word goes
        kept = kept.rsplit_once(' ').map_or(kept.clone(), |(words, _)| words.to_owned());
    }
    Ok(Value::from(kept + &end))
}

fn type_debug(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    Ok(Value::from(crate::scaffold::jinja::methods::class(value)))
}

fn word_count(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let text = value.to_string();
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    Ok(Value::from(words.count()))
}

/// Breaks lines as Python's `textwrap` does.
fn word_wrap(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let width = args.number(0, "width").unwrap_or(79).max(1);
    let break_long = args.get(1, "break_long_words").is_none_or(|value| value.is_true());
    let newline = args.text(2, "wrapstring").unwrap_or_else(|| "\n".to_owned());
    let break_hyphens = args.get(3, "break_on_hyphens").is_none_or(|value| value.is_true());
    let wrap = |line: &str| wrapped(line, width, break_long, break_hyphens).join(&newline);
    Ok(Value::from(value.to_string().lines().map(wrap).collect::<Vec<_>>().join(&newline)))
}

fn wrapped(line: &str, width: usize, break_long: bool, break_hyphens: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let length = |text: &str| text.chars().count();
    for chunk in chunks(line, break_hyphens) {
        if chunk.trim().is_empty() && current.is_empty() && !lines.is_empty() {
            continue;
        }
        if length(&current) + length(&chunk) <= width {
            current += &chunk;
            continue;
        }
        if chunk.trim().is_empty() {
            lines.push(std::mem::take(&mut current).trim_end().to_owned());
            continue;
        }
        let mut chunk = chunk;
        if length(&chunk) > width && break_long {
            while length(&current) + length(&chunk) > width {
                let room = width - length(&current).min(width);
                let at = chunk.char_indices().nth(room).map_or(chunk.len(), |(at, _)| at);
                current += &chunk[..at];
                chunk = chunk[at..].to_owned();
                lines.push(std::mem::take(&mut current).trim_end().to_owned());
            }
        } else if !current.trim().is_empty() {
            lines.push(std::mem::take(&mut current).trim_end().to_owned());
        }
        current += &chunk;
    }
    if !current.trim().is_empty() {
        lines.push(current.trim_end().to_owned());
    }
    lines
}

/// Words and the blanks between them; a word with hyphens is several.
fn chunks(line: &str, break_hyphens: bool) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    let mut was_blank = None;
    for c in line.chars() {
        let blank = c.is_whitespace();
        let after_hyphen = break_hyphens && chunks.last().is_some_and(|chunk| chunk.len() > 1 && chunk.ends_with('-'));
        match chunks.last_mut() {
            Some(chunk) if was_blank == Some(blank) && !(after_hyphen && c.is_alphabetic()) => chunk.push(c),
            _ => chunks.push(c.to_string()),
        }
        was_blank = Some(blank);
    }
    chunks
}

fn xml_attributes(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let pairs = data::pairs(value).into_iter().filter(|(_, value)| !value.is_none() && !value.is_undefined());
    let pairs: Vec<_> = pairs.collect();
    let is_wrong = |name: &Value| name.to_string().contains(|c: char| c.is_whitespace() || "/>=".contains(c));
    if let Some((name, _)) = pairs.iter().find(|(name, _)| is_wrong(name)) {
        return Err(wrong(format!("Invalid character in attribute name: {}", data::repr(name))));
    }
    let attributes =
        pairs.iter().map(|(name, value)| format!("{}=\"{}\"", escaped(&name.to_string()), escaped(&value.to_string())));
    let text = attributes.collect::<Vec<_>>().join(" ");
    let space = args.get(0, "autospace").is_none_or(|value| value.is_true()) && !text.is_empty();
    Ok(Value::from(if space { format!(" {text}") } else { text }))
}
