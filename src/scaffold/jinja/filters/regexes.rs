//! Filters with regular expressions as Python's `re` understands them.

use super::{Arguments, Failure, Filter, wrong};
use crate::scaffold::data;
use fancy_regex::{Captures, Regex};
use minijinja::Value;
use minijinja::value::Tuple;

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("regex_escape", |value, args| escape(&value.to_string(), args)),
    ("regex_findall", find_all),
    ("regex_replace", replace),
    ("regex_search", search),
];

/// Compiles a pattern; the flags stand in an order of their own in each filter.
fn compile(pattern: &str, multiline: bool, ignore_case: bool) -> Result<Regex, Failure> {
    let flags = match (multiline, ignore_case) {
        (true, true) => "(?mi)",
        (true, false) => "(?m)",
        (false, true) => "(?i)",
        (false, false) => "",
    };
    // the very end of the text is called otherwise
    let pattern = pattern.replace("\\Z", "\\z");
    Regex::new(&format!("{flags}{pattern}")).map_err(|e| wrong(format!("{pattern}: {e}")))
}

fn escape(text: &str, args: &Arguments) -> Result<Value, Failure> {
    let special = match args.text(0, "re_type").as_deref() {
        None | Some("python") => "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}",
        Some("posix_basic") => "].[^$*\\",
        Some(other) => return Err(wrong(format!("Invalid regex type ({other})"))),
    };
    let mut out = String::new();
    for c in text.chars() {
        if special.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    Ok(Value::from(out))
}

fn group(found: &Captures<'_, str>, index: usize) -> String {
    found.get(index).map_or_else(String::new, |m| m.as_str().to_owned())
}

fn find_all(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let regex = compile(&args.needed(0, "regex")?, args.flag(1, "multiline"), args.flag(2, "ignorecase"))?;
    let text = value.to_string();
    let mut all = Vec::new();
    for found in regex.captures_iter(text.as_str()) {
        let found = found.map_err(|e| wrong(e.to_string()))?;
        all.push(match found.len() {
            1 => Value::from(group(&found, 0)),
            2 => Value::from(group(&found, 1)),
            groups => {
                Value::from_object(Tuple::new((1..groups).map(|index| Value::from(group(&found, index))).collect()))
            }
        });
    }
    Ok(Value::from(all))
}

fn replace(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let pattern = args.text(0, "pattern").unwrap_or_default();
    let replacement = args.text(1, "replacement").unwrap_or_default();
    let regex = compile(&pattern, false, args.flag(2, "ignorecase"))?;
    let text = data::text(value);
    let mut out = String::new();
    let mut end = 0;
    for found in regex.captures_iter(text.as_str()) {
        let found = found.map_err(|e| wrong(e.to_string()))?;
        if let Some(whole) = found.get(0) {
            out += &text[end..whole.start()];
            out += &expand(&replacement, &found);
            end = whole.end();
        }
    }
    Ok(Value::from(out + &text[end..]))
}

/// Puts groups in place of `\1`, `\g<1>` and `\g<name>`.
fn expand(template: &str, found: &Captures<'_, str>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('\\') {
        out += &rest[..at];
        rest = &rest[at + 1..];
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            let digits = digits.min(2);
            out += &group(found, rest[..digits].parse().unwrap_or(0));
            rest = &rest[digits..];
        } else if let Some((name, behind)) = rest.strip_prefix("g<").and_then(|rest| rest.split_once('>')) {
            out += &named(found, name);
            rest = behind;
        } else {
            let c = rest.chars().next();
            match c {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            }
            rest = &rest[c.map_or(0, char::len_utf8)..];
        }
    }
    out + rest
}

fn named(found: &Captures<'_, str>, name: &str) -> String {
    match name.parse() {
        Ok(index) => group(found, index),
        Err(_) => found.name(name).map_or_else(String::new, |m| m.as_str().to_owned()),
    }
}

fn search(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let named_flag = |name: &str| args.flag(usize::MAX, name);
    let regex = compile(&args.needed(0, "regex")?, named_flag("multiline"), named_flag("ignorecase"))?;
    let text = value.to_string();
    let Some(found) = regex.captures(text.as_str()).map_err(|e| wrong(e.to_string()))? else {
        return Ok(Value::from(()));
    };
    let wanted = args.places().get(1..).unwrap_or_default();
    if wanted.is_empty() {
        return Ok(Value::from(group(&found, 0)));
    }
    let groups = wanted.iter().map(|reference| {
        let reference = reference.to_string();
        let name = reference.strip_prefix("\\g<").and_then(|rest| rest.strip_suffix('>'));
        match name.or_else(|| reference.strip_prefix('\\')) {
            Some(name) => Ok(Value::from(named(&found, name))),
            None => Err(wrong("Unknown argument")),
        }
    });
    groups.collect::<Result<Vec<_>, _>>().map(Value::from)
}
