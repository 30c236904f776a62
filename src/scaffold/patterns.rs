//! Patterns of paths, as in `.gitignore`, where the last one that matches decides.

use crate::error::{Error, Result};
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// A list of patterns.
#[derive(Debug, Default)]
pub(super) struct Patterns(Vec<(Regex, bool)>);

impl Patterns {
    /// Compiles the lines of a list.
    ///
    /// # Errors
    /// An error for a pattern that cannot be.
    pub(super) fn new<'l>(lines: impl IntoIterator<Item = &'l str>) -> Result<Self> {
        let mut patterns = Vec::new();
        for line in lines {
            let line: String = line.nfd().collect();
            let Some((regex, included)) = translate(&line) else { continue };
            let regex = Regex::new(&regex).map_err(|e| Error::new(format!("the pattern `{line}` cannot be: {e}")))?;
            patterns.push((regex, included));
        }
        Ok(Patterns(patterns))
    }

    /// Whether a relative path matches.
    pub(super) fn matches(&self, path: &str) -> bool {
        self.0.iter().rev().find(|(regex, _)| regex.is_match(path)).is_some_and(|(_, included)| *included)
    }
}

/// A line as a regular expression, and whether it includes what it matches; none for a line that says nothing.
fn translate(line: &str) -> Option<(String, bool)> {
    let line = trimmed(line);
    if line.is_empty() || line.starts_with('#') || line == "/" {
        return None;
    }
    let (line, included) = match line.strip_prefix('!') {
        Some(rest) => (rest, false),
        None => (line.strip_prefix('\\').filter(|rest| rest.starts_with(['#', '!'])).unwrap_or(line), true),
    };
    let mut parts: Vec<&str> = line.split('/').collect();
    if parts[0].is_empty() {
        parts.remove(0);
    } else if parts.len() == 1 || (parts.len() == 2 && parts[1].is_empty()) {
        // without a slash inside it matches at any depth
        parts.insert(0, "**");
    }
    if parts.last().is_some_and(|last| last.is_empty()) {
        // only what lies inside a directory
        parts.pop();
        parts.push("**");
    }
    parts.dedup_by(|a, b| *a == "**" && *b == "**");
    if parts == ["**"] {
        return Some(("^[^/]+(?:/.*)?$".to_owned(), included));
    }
    let end = parts.len() - 1;
    let mut regex = "(?s)^".to_owned();
    let mut needs_slash = false;
    for (index, part) in parts.iter().enumerate() {
        if *part == "**" {
            regex += match index {
                0 => "(?:.+/)?",
                _ if index == end => "/.*",
                _ => "(?:/.+)?",
            };
            needs_slash = index != 0 && index != end;
            continue;
        }
        if needs_slash {
            regex.push('/');
        }
        regex += &if *part == "*" { "[^/]+".to_owned() } else { glob(part) };
        if index == end {
            regex += "(?:/.*)?";
        }
        needs_slash = true;
    }
    Some((regex + "$", included))
}

/// Without blanks at the end, unless they are escaped.
fn trimmed(line: &str) -> &str {
    let bare = line.trim_end();
    if bare.ends_with('\\') && bare.len() < line.len() { &line[..=bare.len()] } else { bare }
}

/// `*`, `?` and `[…]` inside a part.
fn glob(part: &str) -> String {
    let chars: Vec<char> = part.chars().collect();
    let mut regex = String::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        at += 1;
        match c {
            '\\' if at < chars.len() => {
                regex += &regex::escape(&chars[at].to_string());
                at += 1;
            }
            '*' => regex += "[^/]*",
            '?' => regex += "[^/]",
            '[' => match class(&chars[at..]) {
                Some((class, length)) => {
                    regex += &class;
                    at += length;
                }
                None => regex += "\\[",
            },
            c => regex += &regex::escape(&c.to_string()),
        }
    }
    regex
}

/// A class behind its bracket, and how many characters it takes.
fn class(chars: &[char]) -> Option<(String, usize)> {
    let negated = usize::from(matches!(chars.first(), Some('!' | '^')));
    // a bracket right at the start is one of the class
    let close = chars.iter().skip(negated + 1).position(|c| *c == ']')? + negated + 1;
    let body: String = chars[negated..close].iter().collect();
    let body = body.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]").replace("&&", "&\\&");
    Some((format!("[{}{body}]", if negated == 1 { "^" } else { "" }), close + 1))
}

/// A path as a pattern that matches nothing else.
pub(super) fn escape(path: &str) -> String {
    let mut out = String::new();
    let ends = (path.len() - path.trim_start().len(), path.trim_end().len());
    for (at, c) in path.char_indices() {
        if "[]!*#?\\".contains(c) || c.is_whitespace() && (at < ends.0 || at >= ends.1) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Patterns;

    #[test]
    fn patterns_match_as_in_gitignore() {
        for (lines, path, matches) in [
            (&["*.pyc"][..], "a/b.pyc", true),
            (&["*.py[co]"], "x.pyo", true),
            (&["/a"], "b/a", false),
            (&["/a"], "a/b", true),
            (&["a/b"], "c/a/b", false),
            (&["dir/"], "dir", false),
            (&["dir/"], "x/dir/y", true),
            (&["**/x"], "x", true),
            (&["a/**/b"], "a/b", true),
            (&["a/**/b"], "a/x/y/b", true),
            (&["a/**"], "a", false),
            (&["*", "!keep"], "keep", false),
            (&["~*"], "~x", true),
            (&["[!a]*"], "abc", false),
            (&["# comment", ""], "# comment", false),
            (&["\\#x"], "#x", true),
            (&["a b\\ "], "a b ", true),
            (&["**"], "any/thing", true),
        ] {
            assert_eq!(Patterns::new(lines.iter().copied()).unwrap().matches(path), matches, "{lines:?} {path}");
        }
    }

    #[test]
    fn an_escaped_path_matches_itself() {
        for path in ["a*b[c]", "#x", " x ", "back\\slash"] {
            let escaped = super::escape(path);
            let patterns = Patterns::new([escaped.as_str()]).unwrap();
            assert!(patterns.matches(path), "{escaped}");
            assert!(!patterns.matches("aXbc"));
        }
    }
}
