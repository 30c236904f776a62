//! Sprig's functions over texts.

use super::cast;
use super::language::cut;
use super::words::{self, simple_lower, simple_upper};
use crate::template::budget::{MAX_LIST, check_length};
use crate::template::collection::Dict;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::quote;
use crate::template::types::Type;
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("trim", |s: Str| go_trim(&s).to_owned());
    table.add("trimall trimAll", |set: Str, s: Str| s.trim_matches(|c| set.contains(c)).to_owned());
    table.add("trimSuffix", |suffix: Str, s: Str| s.strip_suffix(&*suffix).unwrap_or(&s).to_owned());
    table.add("trimPrefix", |prefix: Str, s: Str| s.strip_prefix(&*prefix).unwrap_or(&s).to_owned());
    table.add("upper", |s: Str| upper(&s));
    table.add("lower", |s: Str| lower(&s));
    table.add("title", |s: Str| words::title(&s));
    table.add("untitle", |s: Str| words::untitle(&s));
    table.add("repeat", |count: isize, s: Str| repeat(&s, count));
    table.add("substr", substring);
    table.add("trunc", truncate);
    table.add("nospace", |s: Str| words::without_spaces(&s));
    table.add("initials", |s: Str| words::initials(&s));
    table.add("swapcase", |s: Str| words::swap_case(&s));
    table.add("camelcase", |s: Str| words::pascal_case(&s));
    table.add("snakecase", |s: Str| words::split_case(&s, '_'));
    table.add("kebabcase", |s: Str| words::split_case(&s, '-'));
    table.add("wrap", |width: isize, s: Str| words::wrap(&s, width, "\n", false));
    table.add("wrapWith", |width: isize, separator: Str, s: Str| words::wrap(&s, width, &separator, true));
    table.add("abbrev", |width: isize, s: Str| words::abbreviate(&s, 0, width));
    table.add("abbrevboth", |left: isize, right: isize, s: Str| words::abbreviate(&s, left, right));
    table.add("contains", |part: Str, s: Str| s.contains(&*part));
    table.add("hasPrefix", |prefix: Str, s: Str| s.starts_with(&*prefix));
    table.add("hasSuffix", |suffix: Str, s: Str| s.ends_with(&*suffix));
    table.add("quote", |vals: Rest<Val>| quoted(&vals.0, |val| quote::quote(&cast::text(val), false)));
    table.add("squote", |vals: Rest<Val>| quoted(&vals.0, |val| format!("'{}'", crate::template::print_value(val))));
    table.add("cat", |vals: Rest<Val>| quoted(&vals.0, crate::template::print_value));
    table.add("indent", |spaces: isize, s: Str| indent(spaces, &s));
    table.add("nindent", |spaces: isize, s: Str| indent(spaces, &s).map(|text| format!("\n{text}")));
    table.add("replace", |old: Str, new: Str, s: Str| replace(&s, &old, &new));
    table.add("plural", |one: Str, many: Str, count: isize| if count == 1 { one } else { many });
    table.add("toString", |val: Val| cast::text(&val));
    table.add("split", |separator: Str, s: Str| numbered(&split(&separator, &s, -1)));
    table.add("splitn", |separator: Str, count: isize, s: Str| numbered(&split(&separator, &s, count)));
    table.add("splitList", |separator: Str, s: Str| split(&separator, &s, -1));
}

/// Trims what Go calls white space.
pub(in crate::template) fn go_trim(s: &str) -> &str {
    s.trim_matches(char::is_whitespace)
}

/// Upper case, character by character: `ß` stays `ß`.
pub(in crate::template) fn upper(s: &str) -> String {
    s.chars().map(simple_upper).collect()
}

/// Lower case, character by character.
pub(in crate::template) fn lower(s: &str) -> String {
    s.chars().map(simple_lower).collect()
}

/// A text several times over.
pub(in crate::template) fn repeat(s: &str, count: isize) -> CallResult<String> {
    let count = usize::try_from(count).map_err(|_| "negative repeat count")?;
    check_length(s.len().saturating_mul(count))?;
    Ok(s.repeat(count))
}

/// Replaces all of a text in another.
pub(in crate::template) fn replace(s: &str, old: &str, new: &str) -> CallResult<String> {
    let places = s.len().checked_div(old.len()).unwrap_or(s.len() + 1);
    if check_length(places.saturating_mul(new.len())).is_err() {
        check_length(s.matches(old).count().saturating_mul(new.len()))?;
    }
    Ok(s.replace(old, new))
}

/// Puts a text between texts.
pub(in crate::template) fn join(texts: &[Str], separator: &str) -> CallResult<String> {
    let length: usize = texts.iter().map(|text| text.len() + separator.len()).sum();
    check_length(length)?;
    Ok(texts.join(separator))
}

fn substring(start: isize, end: isize, s: Str) -> CallResult<String> {
    let out_of_range = || "slice bounds out of range";
    let end_at = |end: isize| usize::try_from(end).ok().filter(|end| *end <= s.len()).ok_or_else(out_of_range);
    if start < 0 {
        return Ok(cut(&s, 0, end_at(end)?));
    }
    let start = start.unsigned_abs();
    let end = end_at(end).unwrap_or(s.len());
    if start > end { Err(out_of_range().into()) } else { Ok(cut(&s, start, end)) }
}

/// The first bytes of a text, or with a negative count the last ones.
fn truncate(count: isize, s: Str) -> String {
    let length = count.unsigned_abs();
    if length >= s.len() {
        return s.to_string();
    }
    if count < 0 { cut(&s, s.len() - length, s.len()) } else { cut(&s, 0, length) }
}

fn quoted(vals: &[Val], one: impl Fn(&Val) -> String) -> String {
    let texts: Vec<_> = vals.iter().filter(|val| !val.is_nil()).map(one).collect();
    texts.join(" ")
}

/// Puts spaces before every line.
pub(in crate::template) fn indent(spaces: isize, s: &str) -> CallResult<String> {
    let pad = repeat(" ", spaces)?;
    check_length((s.matches('\n').count() + 1).saturating_mul(pad.len()))?;
    Ok(format!("{pad}{}", s.replace('\n', &format!("\n{pad}"))))
}

/// Splits as Go does: into characters at an empty separator, into at most `count` parts unless it is negative.
pub(in crate::template) fn split(separator: &str, s: &str, count: isize) -> Vec<String> {
    // what has more parts than a list may have is refused by the interpreter
    let limit = usize::try_from(count).unwrap_or(usize::MAX).min(MAX_LIST + 1);
    if limit == 0 {
        return Vec::new();
    }
    if separator.is_empty() {
        let mut parts: Vec<String> = s.chars().take(limit - 1).map(String::from).collect();
        let taken: usize = parts.iter().map(String::len).sum();
        if taken < s.len() {
            parts.push(s[taken..].to_owned());
        }
        return parts;
    }
    s.splitn(limit, separator).map(str::to_owned).collect()
}

/// Sprig's `split` gives a map: `_0`, `_1` and so on.
fn numbered(parts: &[String]) -> Dict {
    let entries = parts.iter().enumerate().map(|(i, part)| (format!("_{i}").into(), Val::str(&**part))).collect();
    Dict::of_type(&Type::String, entries)
}
