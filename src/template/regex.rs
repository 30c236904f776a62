//! Go's regular expressions on those of Rust, which are of the same family but not the same.

use super::budget::check_length;
use super::collection::List;
use super::error::CallError;
use super::types::Type;
use regex::{Captures, Regex};
use std::cell::RefCell;
use std::collections::HashMap;
use std::str::Chars;

thread_local! {
    /// Patterns compiled before: a template in a loop, or in a thousand components, asks for the same again.
    static COMPILED: RefCell<HashMap<String, Regex>> = RefCell::default();
}

/// How many compiled patterns a thread keeps.
const MAX_KEPT: usize = 256;

/// A regular expression with Go's syntax.
pub(super) struct GoRegex(Regex);

impl GoRegex {
    pub(super) fn new(pattern: &str) -> Result<Self, CallError> {
        if let Some(known) = COMPILED.with_borrow(|known| known.get(pattern).cloned()) {
            return Ok(GoRegex(known));
        }
        let bad = |problem: &str| CallError::new(format!("bad regular expression `{pattern}`: {problem}"));
        let translated = translate(pattern).map_err(|problem| bad(&problem))?;
        let regex = Regex::new(&translated).map_err(|e| {
            let text = e.to_string();
            bad(text.lines().last().unwrap_or_default().trim_start_matches("error: "))
        })?;
        COMPILED.with_borrow_mut(|known| {
            if known.len() >= MAX_KEPT {
                known.clear();
            }
            known.insert(pattern.to_owned(), regex.clone());
        });
        Ok(GoRegex(regex))
    }

    pub(super) fn is_match(&self, s: &str) -> bool {
        self.0.is_match(s)
    }

    /// The first match, or nothing.
    pub(super) fn find<'s>(&self, s: &'s str) -> &'s str {
        self.0.find(s).map_or("", |found| found.as_str())
    }

    /// The first `count` matches, or all with a negative count.
    pub(super) fn find_all(&self, s: &str, count: isize) -> List {
        let limit = usize::try_from(count).unwrap_or(usize::MAX);
        let mut found = self.0.find_iter(s).take(limit).map(|found| found.as_str()).peekable();
        if found.peek().is_none() { List::nil(&Type::String) } else { List::strings(found) }
    }

    /// Replaces all matches; `$1` and `${name}` stand for groups.
    pub(super) fn replace_all(&self, s: &str, new: &str) -> Result<String, CallError> {
        self.replace_with(s, |groups, out| groups.expand(new, out))
    }

    pub(super) fn replace_all_literal(&self, s: &str, new: &str) -> Result<String, CallError> {
        self.replace_with(s, |_, out| out.push_str(new))
    }

    fn replace_with(&self, s: &str, add: impl Fn(&Captures<'_>, &mut String)) -> Result<String, CallError> {
        let mut out = String::with_capacity(s.len());
        let mut end = 0;
        for groups in self.0.captures_iter(s) {
            let Some(found) = groups.get(0) else { continue };
            out.push_str(&s[end..found.start()]);
            add(&groups, &mut out);
            check_length(out.len())?;
            end = found.end();
        }
        out.push_str(&s[end..]);
        Ok(out)
    }

    /// What stands between matches, in at most `count` parts unless it is negative.
    pub(super) fn split(&self, s: &str, count: isize) -> Vec<String> {
        let limit = usize::try_from(count).unwrap_or(usize::MAX);
        if limit == 0 {
            return Vec::new();
        }
        if s.is_empty() {
            return vec![String::new()];
        }
        let mut parts = Vec::new();
        let (mut start, mut end) = (0, 0);
        for found in self.0.find_iter(s) {
            if parts.len() + 1 == limit {
                break;
            }
            end = found.start();
            if found.end() != 0 {
                parts.push(s[start..end].to_owned());
            }
            start = found.end();
        }
        if end != s.len() {
            parts.push(s[start..].to_owned());
        }
        parts
    }
}

/// Escapes what is special in a regular expression.
pub(super) fn quote_meta(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if "\\.+*?()|[]{}^$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Rewrites a pattern of Go: its `\d`, `\w`, `\s` and `\b` know only ASCII, `\Q…\E` quotes, and `&&`, `--`, `~~`
/// and `[` have no meaning inside of a class.
fn translate(pattern: &str) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars().peekable();
    let mut class = false;
    let mut repeated = false;
    let mut names: Vec<String> = Vec::new();
    while let Some(c) = chars.next() {
        let was_repeated = std::mem::take(&mut repeated);
        match c {
            '\\' => match chars.next() {
                None => return Err("trailing backslash".into()),
                Some('Q') => {
                    let mut literal = String::new();
                    while let Some(c) = chars.next() {
                        if c == '\\' && chars.peek() == Some(&'E') {
                            chars.next();
                            break;
                        }
                        literal.push(c);
                    }
                    out.push_str(&regex::escape(&literal));
                }
                Some(letter) => out.push_str(&escape(letter, &mut chars, class)?),
            },
            '[' if class => {
                // `[:alpha:]` is a class of its own, a lone bracket is a character
                let rest: String = chars.clone().collect();
                match rest.strip_prefix(':').and_then(|rest| rest.find(":]").map(|end| rest[..end].to_owned())) {
                    Some(name) => {
                        out.extend(["[:", &*name, ":]"]);
                        chars.by_ref().take(name.chars().count() + 3).for_each(drop);
                    }
                    None => out.push_str("\\["),
                }
            }
            '[' => {
                class = true;
                out.push('[');
                if chars.next_if_eq(&'^').is_some() {
                    out.push('^');
                }
                if chars.next_if_eq(&']').is_some() {
                    out.push_str("\\]");
                }
            }
            ']' if class => {
                class = false;
                out.push(']');
            }
            '&' | '~' if class => {
                out.push('\\');
                out.push(c);
            }
            '-' if class && chars.peek() == Some(&'-') => out.push_str("\\-"),
            '*' | '+' | '?' if !class => {
                if was_repeated {
                    return Err(format!("invalid nested repetition operator `{c}`"));
                }
                out.push(c);
                if let Some(lazy) = chars.next_if_eq(&'?') {
                    out.push(lazy);
                }
                repeated = true;
            }
            '(' if !class && chars.peek() == Some(&'?') => {
                let rest: String = chars.clone().collect();
                let (group, length) = group(&rest, &mut names)?;
                out.push_str(&group);
                chars.by_ref().take(length).for_each(drop);
            }
            '{' if !class => {
                let rest: String = chars.clone().collect();
                match rest.find('}').map(|end| &rest[..end]).filter(|body| is_repetition(body)) {
                    Some(_) if was_repeated => return Err("invalid nested repetition operator `{`".into()),
                    Some(body) => {
                        if body.split(',').any(|n| n.parse::<u32>().is_ok_and(|n| n > 1000)) {
                            return Err("invalid repeat count".into());
                        }
                        out.extend(["{", body, "}"]);
                        chars.by_ref().take(body.len() + 1).for_each(drop);
                        if let Some(lazy) = chars.next_if_eq(&'?') {
                            out.push(lazy);
                        }
                        repeated = true;
                    }
                    None => out.push_str("\\{"),
                }
            }
            '}' if !class => out.push_str("\\}"),
            c => out.push(c),
        }
    }
    Ok(out)
}

/// Whether the inside of braces is `n`, `n,` or `n,m`: otherwise the braces are characters.
fn is_repetition(body: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    match body.split_once(',') {
        None => digits(body),
        Some((least, most)) => digits(least) && (most.is_empty() || digits(most)),
    }
}

/// The head of a group: its flags or its name, and how many characters of the pattern that is.
fn group(rest: &str, names: &mut Vec<String>) -> Result<(String, usize), String> {
    let head = rest.strip_prefix("?P<").or_else(|| rest.strip_prefix("?<"));
    if let Some(name) = head.and_then(|head| head.split_once('>')).map(|(name, _)| name) {
        let length = rest.chars().take_while(|c| *c != '>').count() + 1;
        // Go lets a name come twice; the first one is meant
        if names.iter().any(|known| known == name) {
            return Ok(("(".into(), length));
        }
        names.push(name.to_owned());
        return Ok((format!("(?P<{name}>"), length));
    }
    let flags: String = rest[1..].chars().take_while(|c| "imsU-".contains(*c)).collect();
    match rest[1 + flags.len()..].chars().next() {
        Some(end @ (':' | ')')) => Ok((format!("(?{flags}{end}"), flags.len() + 2)),
        _ => Err("invalid or unsupported group".into()),
    }
}

/// An escape whose letter has been taken; `\p{…}` and `\x{…}` take their braces along.
fn escape(letter: char, rest: &mut std::iter::Peekable<Chars<'_>>, in_class: bool) -> Result<String, String> {
    if matches!(letter, 'p' | 'P' | 'x') && rest.peek() == Some(&'{') {
        let braces: String = rest.clone().take_while(|c| *c != '}').collect();
        rest.by_ref().take(braces.chars().count() + 1).for_each(drop);
        return Ok(format!("\\{letter}{braces}}}"));
    }
    Ok(match letter {
        'd' if in_class => "0-9".into(),
        'd' => "[0-9]".into(),
        'w' if in_class => "0-9A-Za-z_".into(),
        'w' => "[0-9A-Za-z_]".into(),
        's' if in_class => "\\t\\n\\f\\r ".into(),
        's' => "[\\t\\n\\f\\r ]".into(),
        'D' => "[^0-9]".into(),
        'W' => "[^0-9A-Za-z_]".into(),
        'S' => "[^\\t\\n\\f\\r ]".into(),
        'b' | 'B' if !in_class => format!("(?-u:\\{letter})"),
        'a' | 'f' | 't' | 'n' | 'r' | 'v' | 'x' | 'p' | 'P' | '0'..='7' => format!("\\{letter}"),
        'A' | 'z' if !in_class => format!("\\{letter}"),
        c if c.is_ascii_alphanumeric() => return Err(format!("invalid escape sequence `\\{c}`")),
        c if c.is_ascii() => regex::escape(&c.to_string()),
        c => return Err(format!("invalid escape sequence `\\{c}`")),
    })
}
