//! Go's regular expressions on those of Rust, which are of the same family but not the same.

use super::budget::{MAX_LIST, check_length};
use super::collection::List;
use super::error::CallError;
use super::types::Type;
use regex::{Captures, Regex};
use std::cell::RefCell;
use std::collections::HashMap;

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
        let limit = usize::try_from(count).unwrap_or(usize::MAX).min(MAX_LIST + 1);
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
        let limit = usize::try_from(count).unwrap_or(usize::MAX).min(MAX_LIST + 1);
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
    let mut translation =
        Translation { rest: pattern, out: String::with_capacity(pattern.len() + 16), names: Vec::new() };
    let mut repeated = false;
    while let Some(c) = translation.next() {
        let was_repeated = std::mem::take(&mut repeated);
        match c {
            '\\' => translation.escape(false)?,
            '[' => translation.class()?,
            '(' if translation.rest.starts_with('?') => translation.group()?,
            '*' | '+' | '?' => {
                if was_repeated {
                    return Err(format!("invalid nested repetition operator `{c}`"));
                }
                translation.out.push(c);
                translation.lazy();
                repeated = true;
            }
            '{' => repeated = translation.repetition(was_repeated)?,
            '}' => translation.out.push_str("\\}"),
            c => translation.out.push(c),
        }
    }
    Ok(translation.out)
}

struct Translation<'p> {
    rest: &'p str,
    out: String,
    /// The groups that have names.
    names: Vec<&'p str>,
}

impl Translation<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn lazy(&mut self) {
        if self.take("?") {
            self.out.push('?');
        }
    }

    /// A class, whose opening bracket is taken.
    fn class(&mut self) -> Result<(), String> {
        self.out.push('[');
        if self.take("^") {
            self.out.push('^');
        }
        if self.take("]") {
            self.out.push_str("\\]");
        }
        while let Some(c) = self.next() {
            match c {
                ']' => {
                    self.out.push(']');
                    return Ok(());
                }
                '\\' => self.escape(true)?,
                // `[:alpha:]` is a class of its own, a lone bracket is a character
                '[' => match self.rest.strip_prefix(':').and_then(|rest| rest.split_once(":]")) {
                    Some((name, rest)) if !name.contains(']') => {
                        self.out.extend(["[:", name, ":]"]);
                        self.rest = rest;
                    }
                    _ => self.out.push_str("\\["),
                },
                '&' | '~' => self.out.extend(['\\', c]),
                '-' if self.rest.starts_with('-') => self.out.push_str("\\-"),
                c => self.out.push(c),
            }
        }
        Err("missing closing `]`".into())
    }

    /// `{2}`, `{2,}` or `{2,3}`, whose brace is taken; anything else in braces is characters.
    fn repetition(&mut self, was_repeated: bool) -> Result<bool, String> {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let body = self.rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b',').count();
        let (body, rest) = self.rest.split_at(body);
        let counts = match body.split_once(',') {
            None => digits(body),
            Some((least, most)) => digits(least) && (most.is_empty() || digits(most)),
        };
        if !counts || !rest.starts_with('}') {
            self.out.push_str("\\{");
            return Ok(false);
        }
        if was_repeated {
            return Err("invalid nested repetition operator `{`".into());
        }
        if body.split(',').any(|n| !n.is_empty() && n.parse().map_or(true, |n: u32| n > 1000)) {
            return Err("invalid repeat count".into());
        }
        self.out.extend(["{", body, "}"]);
        self.rest = &rest[1..];
        self.lazy();
        Ok(true)
    }

    /// The head of a group with flags or a name, whose parenthesis is taken.
    fn group(&mut self) -> Result<(), String> {
        let rest = self.rest;
        if let Some(head) = rest.strip_prefix("?P<").or_else(|| rest.strip_prefix("?<")) {
            let Some((name, rest)) = head.split_once('>').filter(|(name, _)| !name.starts_with(['=', '!'])) else {
                return Err("invalid named capture".into());
            };
            self.rest = rest;
            // Go lets a name come twice; the first one is meant
            if self.names.contains(&name) {
                self.out.push('(');
            } else {
                self.names.push(name);
                self.out.extend(["(?P<", name, ">"]);
            }
            return Ok(());
        }
        let flags = rest[1..].bytes().take_while(|b| b"imsU-".contains(b)).count();
        let end = 1 + flags;
        if !rest[end..].starts_with([':', ')']) {
            return Err("invalid or unsupported group".into());
        }
        self.out.extend(["(", &rest[..=end]]);
        self.rest = &rest[end + 1..];
        Ok(())
    }

    /// An escape, whose backslash is taken.
    fn escape(&mut self, in_class: bool) -> Result<(), String> {
        let Some(letter) = self.next() else { return Err("trailing backslash".into()) };
        let text = match letter {
            'Q' if !in_class => {
                let (literal, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
                self.out.push_str(&regex::escape(literal));
                self.rest = rest;
                return Ok(());
            }
            // `\p{…}` and `\x{…}` take their braces along
            'p' | 'P' | 'x' if self.rest.starts_with('{') => {
                let length = self.rest.find('}').map_or(self.rest.len(), |at| at + 1);
                let (braces, rest) = self.rest.split_at(length);
                self.rest = rest;
                self.out.extend(["\\", letter.encode_utf8(&mut [0; 4]), braces]);
                return Ok(());
            }
            'd' if in_class => "0-9",
            'd' => "[0-9]",
            'w' if in_class => "0-9A-Za-z_",
            'w' => "[0-9A-Za-z_]",
            's' if in_class => "\\t\\n\\f\\r ",
            's' => "[\\t\\n\\f\\r ]",
            'D' => "[^0-9]",
            'W' => "[^0-9A-Za-z_]",
            'S' => "[^\\t\\n\\f\\r ]",
            'b' if !in_class => "(?-u:\\b)",
            'B' if !in_class => "(?-u:\\B)",
            'a' | 'f' | 't' | 'n' | 'r' | 'v' | 'x' | 'p' | 'P' | '0'..='7' => {
                self.out.extend(['\\', letter]);
                return Ok(());
            }
            'A' | 'z' if !in_class => {
                self.out.extend(['\\', letter]);
                return Ok(());
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => {
                self.out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
                return Ok(());
            }
            c => return Err(format!("invalid escape sequence `\\{c}`")),
        };
        self.out.push_str(text);
        Ok(())
    }
}
