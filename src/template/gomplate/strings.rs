//! `strings`: texts out of anything.

use super::conv::{text, to_int};
use super::slug::slug;
use super::{items, wrong_count};
use crate::template::budget::check_length;
use crate::template::funcs::strings::{go_trim, repeat, replace, split};
use crate::template::funcs::{language, words};
use crate::template::function::{CallResult, Rest, Table};
use crate::template::quote::quote;
use crate::template::types::Type;
use crate::template::val::{Str, Val};
use unicode_segmentation::UnicodeSegmentation as _;

pub(super) fn register(table: &mut Table) {
    table.add("strings.Abbrev", abbreviate);
    table.add("strings.ReplaceAll replaceAll", |old: Str, new: Str, s: Val| replace(&text(&s), &old, &new));
    table.add("strings.Contains", |part: Str, s: Val| text(&s).contains(&*part));
    table.add("strings.HasPrefix", |prefix: Str, s: Val| text(&s).starts_with(&*prefix));
    table.add("strings.HasSuffix", |suffix: Str, s: Val| text(&s).ends_with(&*suffix));
    table.add("strings.Repeat", |count: isize, s: Val| repeat(&text(&s), count));
    table.add("strings.Sort", |list: Val| -> CallResult<Vec<Str>> {
        let mut texts: Vec<_> = items(&list)?.iter().map(text).collect();
        texts.sort();
        Ok(texts)
    });
    table.add("strings.Split", |separator: Str, s: Val| split(&separator, &text(&s), -1));
    table.add("strings.SplitN", |separator: Str, count: isize, s: Val| split(&separator, &text(&s), count));
    table.add("strings.Trim", |set: Str, s: Val| trim(&text(&s), &set));
    table.add("strings.TrimPrefix", |prefix: Str, s: Val| {
        let s = text(&s);
        s.strip_prefix(&*prefix).unwrap_or(&s).to_owned()
    });
    table.add("strings.TrimSuffix", |suffix: Str, s: Val| {
        let s = text(&s);
        s.strip_suffix(&*suffix).unwrap_or(&s).to_owned()
    });
    table.add("strings.TrimSpace trimSpace", |s: Val| go_trim(&text(&s)).to_owned());
    table.add("strings.Title title", |s: Val| title(&text(&s)));
    table.add("strings.ToUpper toUpper", |s: Val| text(&s).to_uppercase());
    table.add("strings.ToLower toLower", |s: Val| text(&s).to_lowercase());
    table.add("strings.Trunc", |length: isize, s: Val| {
        let s = text(&s);
        match usize::try_from(length) {
            Ok(length) if length < s.len() => language::cut(&s, 0, length),
            _ => s.to_string(),
        }
    });
    table.add("strings.Indent indent", indent);
    table.add("strings.Slug", |s: Val| slug(&text(&s)));
    table.add("strings.Quote quote", |s: Val| quote(&text(&s), false));
    table.add("strings.Squote squote", |s: Val| format!("'{}'", text(&s).replace('\'', "''")));
    table.add("strings.ShellQuote shellQuote", |val: Val| match &val {
        Val::List(list) if *list.element() == Type::String => {
            list.items().iter().map(|item| shell_quote(&text(item))).collect::<Vec<_>>().join(" ")
        }
        // gomplate quotes the description of what is no text, and of what might not be one
        Val::List(list) => vec![shell_quote(&format!("<{} Value>", list.element())); list.len()].join(" "),
        val => shell_quote(&text(val)),
    });
    table.add("strings.SnakeCase", |s: Val| delimited(&text(&s), "_"));
    table.add("strings.KebabCase", |s: Val| delimited(&text(&s), "-"));
    table.add("strings.CamelCase", |s: Val| camel_case(&text(&s)));
    table.add("strings.WordWrap", word_wrap);
    table.add("strings.RuneCount", |vals: Rest<Val>| {
        vals.0.iter().map(|val| text(val).chars().count()).sum::<usize>().cast_signed()
    });
    // these are Go's own functions, which take the text first
    table.add("contains", |s: Str, part: Str| s.contains(&*part));
    table.add("hasPrefix", |s: Str, prefix: Str| s.starts_with(&*prefix));
    table.add("hasSuffix", |s: Str, suffix: Str| s.ends_with(&*suffix));
    table.add("split", |s: Str, separator: Str| split(&separator, &s, -1));
    table.add("splitN", |s: Str, separator: Str, count: isize| split(&separator, &s, count));
    table.add("trim", |s: Str, set: Str| trim(&s, &set));
}

fn trim(s: &str, set: &str) -> String {
    s.trim_matches(|c| set.contains(c)).to_owned()
}

fn shell_quote(s: &str) -> String {
    format!("'{}'", s.replace('\'', "'\"'\"'"))
}

fn abbreviate(vals: Rest<Val>) -> CallResult<String> {
    let (offset, width, s) = match &*vals.0 {
        [width, s] => (0, to_int(width), text(s)),
        [offset, width, s] => (to_int(offset), to_int(width), text(s)),
        vals if vals.len() < 2 => return Err(wrong_count("at least 2", vals.len())),
        _ => return Ok(String::new()),
    };
    if i64::try_from(s.len()).is_ok_and(|length| length <= width) {
        return Ok(s.to_string());
    }
    if width < 4 {
        return Err("the width must be 4 at least".into());
    }
    let size = |number: i64| isize::try_from(number).unwrap_or(0);
    // what stays of the text begins so near its start that no dots stand before it
    let begins_near = offset.min(i64::try_from(s.len()).unwrap_or(0)) <= 4;
    if width < 7 && !begins_near {
        return Err("the width must be 7 at least with an offset".into());
    }
    let offset = if width < 7 { 0 } else { offset };
    Ok(words::abbreviate(&s, size(offset), size(width)))
}

/// The first letter of every word in upper case, the others in lower case.
fn title(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for word in s.split_word_bounds() {
        let start = word.find(char::is_alphabetic).unwrap_or(word.len());
        let mut letters = word[start..].chars();
        out.push_str(&word[..start]);
        out.extend(letters.next().map(title_case));
        out.push_str(&letters.as_str().to_lowercase());
    }
    out
}

/// The title case of a letter: `ß` becomes `Ss`.
fn title_case(c: char) -> String {
    if let Some(digraph) = words::digraph(c) {
        return digraph.into();
    }
    let mut upper = c.to_uppercase();
    let first = upper.next();
    first.into_iter().chain(upper.flat_map(char::to_lowercase)).collect()
}

/// Puts spaces, or another text, before every line that is not empty.
fn indent(vals: Rest<Val>) -> CallResult<String> {
    let width_of = |val: &Val| val.as_integer().filter(|_| matches!(val.type_of(), Some(t) if t.kind() == "int"));
    let bad = "indent takes a width, a text to indent with, or both";
    let (width, indent, s) = match &*vals.0 {
        [] => return Err(wrong_count("at least 1", 0)),
        [first, s] => match (first.as_str(), width_of(first)) {
            (Some(indent), _) => (1, indent, s),
            (_, Some(width)) => (width, " ", s),
            _ => return Err(bad.into()),
        },
        [width, indent, s] => match (width_of(width), indent.as_str()) {
            (Some(width), Some(indent)) => (width, indent, s),
            _ => return Err(bad.into()),
        },
        [.., s] => (1, " ", s),
    };
    let s = text(s);
    if width <= 0 || indent.contains('\n') {
        return Ok(s.to_string());
    }
    let pad = repeat(indent, isize::try_from(width).unwrap_or(isize::MAX))?;
    check_length(s.lines().count().saturating_mul(pad.len()))?;
    let line = |line: &str| if line == "\n" || line.is_empty() { line.to_owned() } else { format!("{pad}{line}") };
    Ok(s.split_inclusive('\n').map(line).collect())
}

/// The words in lower case, but for the very first letter, with a text between them.
fn delimited(s: &str, between: &str) -> CallResult<String> {
    let s = go_trim(s);
    let lower = s.to_lowercase();
    let (Some(first), Some(small)) = (s.chars().next(), lower.chars().next()) else {
        return Err("an empty text has no case".into());
    };
    let lower = if first.is_ascii() { lower.replacen(small, &first.to_string(), 1) } else { lower };
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    Ok(words.join(between))
}

fn camel_case(s: &str) -> CallResult<String> {
    let s = go_trim(s);
    let titled = title(s);
    let (Some(first), Some(large)) = (s.chars().next(), titled.chars().next()) else {
        return Err("an empty text has no case".into());
    };
    let titled = if first.is_ascii() { titled.replacen(large, &first.to_string(), 1) } else { titled };
    Ok(titled.chars().filter(|c| c.is_alphanumeric()).collect())
}

fn word_wrap(vals: Rest<Val>) -> CallResult<String> {
    let (width, newline, s) = match &*vals.0 {
        [s] => (0, Str::from(""), s),
        [first, s] => match first.as_str() {
            Some(newline) => (0, newline.into(), s),
            None => (to_int(first), "".into(), s),
        },
        [width, newline, s] => (to_int(width), text(newline), s),
        vals => return Err(wrong_count("1 to 3", vals.len())),
    };
    let width = if width == 0 { 80 } else { isize::try_from(width).unwrap_or(isize::MAX) };
    words::wrap(&text(s), width, &newline, false)
}
