//! Words and letters: changes of case, wrapping, abbreviation.

use super::language::cut;
use crate::template::budget::check_length;
use crate::template::function::CallResult;

/// The upper case of a character where it is one character.
pub(super) fn simple_upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    if upper.len() == 1 { upper.next().unwrap_or(c) } else { c }
}

/// The lower case of a character.
pub(super) fn simple_lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The title case of the letters that are two in one: `ǆ` becomes `ǅ`.
pub(in crate::template) fn digraph(c: char) -> Option<char> {
    Some(match c {
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        _ => return None,
    })
}

/// The first letter of every word in upper case; all but letters, digits and `_` ends a word.
pub(in crate::template) fn title(s: &str) -> String {
    let mut after_gap = true;
    s.chars()
        .map(|c| {
            let c2 = if after_gap { digraph(c).unwrap_or_else(|| simple_upper(c)) } else { c };
            after_gap = if c.is_ascii() { !(c.is_ascii_alphanumeric() || c == '_') } else { c.is_whitespace() };
            c2
        })
        .collect()
}

/// The first letter of every word in lower case.
pub(super) fn untitle(s: &str) -> String {
    let mut after_gap = true;
    s.chars()
        .map(|c| {
            let c2 = if after_gap && !c.is_whitespace() { simple_lower(c) } else { c };
            after_gap = c.is_whitespace();
            c2
        })
        .collect()
}

/// Sprig looks at bytes here, and takes each for a character of Latin-1.
pub(super) fn without_spaces(s: &str) -> String {
    let kept: String = s.bytes().map(char::from).filter(|c| !c.is_whitespace()).collect();
    if kept.chars().count() == s.len() { s.to_owned() } else { kept }
}

/// The first byte of every word.
pub(super) fn initials(s: &str) -> String {
    let mut after_gap = true;
    s.bytes()
        .map(char::from)
        .filter(|c| {
            let first = after_gap && !c.is_whitespace();
            after_gap = c.is_whitespace();
            first
        })
        .collect()
}

pub(super) fn swap_case(s: &str) -> String {
    let mut after_space = true;
    s.chars()
        .map(|c| {
            if c.is_lowercase() {
                after_space = false;
                simple_upper(c)
            } else if c.is_uppercase() {
                after_space = false;
                simple_lower(c)
            } else {
                after_space = c.is_whitespace();
                c
            }
        })
        .collect()
}

/// Breaks a line at spaces so that no part is longer than `width` bytes; `cut_words` breaks words too.
pub(in crate::template) fn wrap(s: &str, width: isize, newline: &str, cut_words: bool) -> CallResult<String> {
    let width = usize::try_from(width).unwrap_or(1).max(1);
    let newline = if newline.is_empty() { "\n" } else { newline };
    check_length((s.len() / width + 1).saturating_mul(newline.len()))?;
    let bytes = s.as_bytes();
    let mut out = String::with_capacity(s.len() + s.len() / width);
    let mut at = 0;
    while bytes.len() - at > width {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        let window = &bytes[at..=at + width];
        let end = match window.iter().rposition(|b| *b == b' ') {
            Some(space) => at + space,
            None if cut_words => {
                out.push_str(&cut(s, at, at + width));
                out.push_str(newline);
                at += width;
                continue;
            }
            None => match bytes[at + width..].iter().position(|b| *b == b' ') {
                Some(space) => at + width + space,
                None => break,
            },
        };
        out.push_str(&cut(s, at, end));
        out.push_str(newline);
        at = end + 1;
    }
    out.push_str(&cut(s, at, s.len()));
    Ok(out)
}

/// Shortens a text to `width` bytes with `...`, keeping what stands at `offset` in sight.
pub(in crate::template) fn abbreviate(s: &str, offset: isize, width: isize) -> String {
    let Ok(width) = usize::try_from(width) else { return s.to_owned() };
    if width < 4 || offset > 0 && width < 7 || s.len() <= width {
        return s.to_owned();
    }
    let room = width - 3;
    let offset = usize::try_from(offset).unwrap_or(0).min(s.len());
    let offset = if s.len() - offset < room { s.len() - room } else { offset };
    if offset <= 4 {
        return format!("{}...", cut(s, 0, room));
    }
    if offset + room < s.len() {
        let rest = &s.as_bytes()[offset..];
        let inner = if room < 4 {
            String::new()
        } else if rest.len() <= room {
            cut(s, offset, s.len())
        } else {
            format!("{}...", cut(s, offset, offset + room - 3))
        };
        return format!("...{inner}");
    }
    format!("...{}", cut(s, s.len() - room, s.len()))
}

fn is_connector(c: char) -> bool {
    c == '-' || c == '_' || c.is_whitespace()
}

/// `foo_bar baz` in `CamelCase`.
pub(super) fn pascal_case(s: &str) -> String {
    let start = s.find(|c| !is_connector(c)).unwrap_or(s.len());
    let (head, rest) = s.split_at(start);
    let mut out = head.to_owned();
    let mut chars = rest.chars();
    let Some(first) = chars.next() else {
        // with nothing but connectors, the last comes twice
        out.extend(s.chars().next_back());
        return out;
    };
    let mut lowering = first.is_uppercase();
    let mut previous = simple_upper(first);
    for c in chars {
        let mut c = c;
        match (is_connector(previous), is_connector(c)) {
            (true, true) => {
                out.push(previous);
                previous = c;
                continue;
            }
            (true, false) => {
                lowering = c.is_uppercase();
                c = simple_upper(c);
            }
            (false, _) => {
                if lowering {
                    if c.is_uppercase() {
                        c = simple_lower(c);
                    } else {
                        lowering = false;
                    }
                }
                out.push(previous);
            }
        }
        previous = c;
    }
    out.push(previous);
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Upper,
    Letters,
    Connector,
    Punctuation,
    Other,
}

fn is_letter(c: char) -> bool {
    let cjk = matches!(u32::from(c), 0x3400..=0x4d85 | 0x4e00..=0x9fcc | 0x2_0000..=0x2_b81d);
    c.is_alphabetic() && !cjk
}

fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c)
    } else {
        matches!(u32::from(c), 0xa1 | 0xa7 | 0xab | 0xb6 | 0xb7 | 0xbb | 0xbf | 0x2010..=0x2027 | 0x2030..=0x205e | 0x3001..=0x3003 | 0x3008..=0x3011)
    }
}

fn kind_of(c: char) -> Kind {
    match c {
        _ if is_connector(c) => Kind::Connector,
        _ if is_punctuation(c) => Kind::Punctuation,
        _ if c.is_uppercase() => Kind::Upper,
        _ if is_letter(c) => Kind::Letters,
        _ if c.is_numeric() => Kind::Number,
        _ => Kind::Other,
    }
}

/// Cuts off the next word: a run of one kind, where a capital belongs to the letters that follow it.
fn next_word(s: &str) -> Option<(Kind, &str, &str)> {
    let first = s.chars().next()?;
    let kind = kind_of(first);
    let run = |matches: &dyn Fn(char) -> bool, from: usize| {
        s[from..].find(|c| !matches(c)).map_or(s.len(), |length| from + length)
    };
    let lower = |c: char| is_letter(c) && !c.is_uppercase();
    let after = first.len_utf8();
    let end = match kind {
        Kind::Upper => {
            let capitals = run(&char::is_uppercase, 0);
            if capitals == after {
                run(&lower, after)
            } else if s[capitals..].starts_with(is_letter) {
                // the last capital begins the next word
                capitals - s[..capitals].chars().next_back().map_or(0, char::len_utf8)
            } else {
                capitals
            }
        }
        Kind::Letters => run(&lower, after),
        Kind::Other => run(&|c| kind_of(c) == Kind::Other || c.is_uppercase() && !is_letter(c), after),
        Kind::Number => run(&char::is_numeric, after),
        kind => run(&|c| kind_of(c) == kind, after),
    };
    Some((kind, &s[..end], &s[end..]))
}

/// `FooBar2baz` in `snake_case` or, with `-`, in kebab case.
pub(super) fn split_case(s: &str, connector: char) -> String {
    let mut words = Words { rest: s, connector, out: String::new() };
    let Some(mut word) = words.next() else { return String::new() };
    while !words.rest.is_empty() {
        let (kind, text) = word;
        words.write(kind, text);
        let Some(next) = words.next() else { return words.out };
        word = next;
        match kind {
            Kind::Number => {
                let Some(next) = words.write_run(word) else { return words.out };
                word = next;
                words.connect_before(word.0);
            }
            Kind::Connector | Kind::Punctuation => {}
            _ if word.0 != Kind::Number => words.connect_before(word.0),
            _ if words.rest.is_empty() => {}
            _ => {
                // a number stays with the word before it, unless letters in lower case follow it
                let number = word;
                let Some(next) = words.next() else { return words.out };
                word = next;
                if word.0 == Kind::Letters {
                    words.out.push(connector);
                    words.write(number.0, number.1);
                    let Some(next) = words.write_run(word) else { return words.out };
                    word = next;
                } else {
                    words.write(number.0, number.1);
                }
                words.connect_before(word.0);
            }
        }
    }
    words.write(word.0, word.1);
    words.out
}

struct Words<'s> {
    rest: &'s str,
    connector: char,
    out: String,
}

impl<'s> Words<'s> {
    fn next(&mut self) -> Option<(Kind, &'s str)> {
        let (kind, word, rest) = next_word(self.rest)?;
        self.rest = rest;
        Some((kind, word))
    }

    fn write(&mut self, kind: Kind, word: &str) {
        match kind {
            Kind::Connector => self.out.extend(word.chars().map(|_| self.connector)),
            Kind::Upper => self.out.extend(word.chars().map(simple_lower)),
            _ => self.out.push_str(word),
        }
    }

    /// Writes words as long as they are letters or numbers; gives the first that is neither.
    fn write_run(&mut self, word: (Kind, &'s str)) -> Option<(Kind, &'s str)> {
        let mut word = word;
        while matches!(word.0, Kind::Letters | Kind::Number) {
            self.write(word.0, word.1);
            word = self.next()?;
        }
        Some(word)
    }

    fn connect_before(&mut self, kind: Kind) {
        if !matches!(kind, Kind::Connector | Kind::Punctuation) {
            self.out.push(self.connector);
        }
    }
}
