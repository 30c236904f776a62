//! What Jinja2 can say and minijinja cannot, said in another way before a template is parsed:
//!
//! | Jinja2 | minijinja |
//! |---|---|
//! | `'%s' % x` | `__percent('%s', x)` |
//! | `(x \| to_datetime) - y` | `__minus((x \| to_datetime), y)` |
//! | `_copier_conf.src_path / 'x'` | `__join(_copier_conf.src_path, 'x')` |
//! | `{% set x = [] %}`, which may be changed in place | `{% set x = __own([]) %}` |
//! | `{% include x without context %}` | `{{ __include(x) }}` |
//! | `{% now 'utc', '%Y' %}` of `jinja2_time` | `{{ __now('utc', '%Y') }}` |
//! | a line comment, whose line stays | nothing |
//! | `{% if x: %}` | `{% if x %}` |

use crate::scaffold::source::Envops;
use std::borrow::Cow;
use std::ops::Range;

/// The text with everything put so that minijinja understands it.
pub(super) fn translate<'t>(text: Cow<'t, str>, envops: &Envops) -> Cow<'t, str> {
    let starts = [&envops.block.0, &envops.variable.0];
    if !starts.iter().any(|start| text.contains(start.as_str())) && envops.line_comment.is_none() {
        return text;
    }
    Cow::Owned(Translator { text: &text, envops, out: String::with_capacity(text.len() + 32) }.run())
}

struct Translator<'t> {
    text: &'t str,
    envops: &'t Envops,
    out: String,
}

/// What begins at a place of the text.
enum Start {
    Block,
    Variable,
    Comment,
}

impl Translator<'_> {
    fn run(mut self) -> String {
        let mut at = 0;
        loop {
            let Some((start, kind)) = self.next_start(at) else {
                self.data(at..self.text.len());
                return self.out;
            };
            self.data(at..start);
            at = match kind {
                Start::Comment => {
                    let end = self
                        .find(&self.envops.comment.1, start)
                        .map_or(self.text.len(), |end| end + self.envops.comment.1.len());
                    self.out += &self.text[start..end];
                    end
                }
                Start::Variable => self.variable(start),
                Start::Block => self.block(start),
            };
        }
    }

    fn find(&self, what: &str, from: usize) -> Option<usize> {
        self.text[from..].find(what).map(|found| from + found)
    }

    /// The next tag; of those that begin at one place the longest.
    fn next_start(&self, from: usize) -> Option<(usize, Start)> {
        let envops = self.envops;
        let candidates = [
            (&envops.block.0, Start::Block),
            (&envops.variable.0, Start::Variable),
            (&envops.comment.0, Start::Comment),
        ];
        let found = candidates.into_iter().filter_map(|(mark, kind)| Some((self.find(mark, from)?, mark.len(), kind)));
        found.min_by_key(|(at, length, _)| (*at, usize::MAX - length)).map(|(at, _, kind)| (at, kind))
    }

    /// Text outside of tags, without line comments.
    fn data(&mut self, range: Range<usize>) {
        let Some(mark) = self.envops.line_comment.as_deref().filter(|mark| !mark.is_empty()) else {
            self.out += &self.text[range];
            return;
        };
        for line in self.text[range].split_inclusive('\n') {
            match line.find(mark) {
                Some(at) => {
                    self.out += line[..at].trim_end_matches([' ', '\t']);
                    self.out += if line.ends_with('\n') { "\n" } else { "" };
                }
                None => self.out += line,
            }
        }
    }

    fn variable(&mut self, start: usize) -> usize {
        let (open, close) = (&self.envops.variable.0, &self.envops.variable.1);
        let Some(tag) = Tag::read(self.text, start, open, close) else { return self.rest(start) };
        self.out += open;
        self.out += tag.before;
        self.out += &expression(tag.body);
        self.out += tag.after;
        self.out += close;
        tag.end
    }

    /// A tag that does not end is left to minijinja, which says so.
    fn rest(&mut self, start: usize) -> usize {
        self.out += &self.text[start..];
        self.text.len()
    }

    fn block(&mut self, start: usize) -> usize {
        let (open, close) = (&self.envops.block.0, &self.envops.block.1);
        let Some(tag) = Tag::read(self.text, start, open, close) else { return self.rest(start) };
        let word = tag.body.split_whitespace().next().unwrap_or_default();
        if word == "raw" {
            let end = self.end_of_raw(tag.end);
            self.out += &self.text[start..end];
            return end;
        }
        // a colon may stand behind what begins a block
        let tag = Tag { body: tag.body.trim_end().strip_suffix(':').unwrap_or(tag.body), ..tag };
        let arguments = tag.body.trim_start().strip_prefix(word).unwrap_or_default();
        let call = match word {
            "now" => Some(format!("__now({})", arguments.trim())),
            "include" => arguments.trim_end().strip_suffix("without context").map(|what| {
                let what = what.trim_end();
                let optional = what.strip_suffix("ignore missing");
                format!("__include({}, {})", optional.unwrap_or(what).trim(), optional.is_some())
            }),
            _ => None,
        };
        if let Some(call) = call {
            let (open, close) = (&self.envops.variable.0, &self.envops.variable.1);
            self.out.extend([open, tag.before, " ", &call, " ", tag.after, close]);
            return tag.end;
        }
        let body = if word == "set" { assignment(tag.body) } else { None };
        self.out += open;
        self.out += tag.before;
        self.out += &body.unwrap_or_else(|| expression(tag.body).into_owned());
        self.out += tag.after;
        self.out += close;
        tag.end
    }

    fn end_of_raw(&self, from: usize) -> usize {
        let (open, close) = (&self.envops.block.0, &self.envops.block.1);
        let mut at = from;
        while let Some(start) = self.find(open, at) {
            let body = self.text[start + open.len()..].trim_start_matches(['-', '+']).trim_start();
            if body.starts_with("endraw") {
                return self.find(close, start).map_or(self.text.len(), |end| end + close.len());
            }
            at = start + open.len();
        }
        self.text.len()
    }
}

/// What stands between two delimiters.
struct Tag<'t> {
    /// `-` or `+` behind the first delimiter.
    before: &'t str,
    body: &'t str,
    /// `-` or `+` before the last delimiter.
    after: &'t str,
    end: usize,
}

impl<'t> Tag<'t> {
    fn read(text: &'t str, start: usize, open: &str, close: &str) -> Option<Self> {
        let inside = start + open.len();
        let mut at = inside;
        let mut depth = 0_usize;
        let bytes = text.as_bytes();
        while at < text.len() {
            if depth == 0 && text[at..].starts_with(close) {
                let body = &text[inside..at];
                let before = &body[..usize::from(body.starts_with(['-', '+']))];
                let body = &body[before.len()..];
                let after = if body.ends_with(['-', '+']) { &body[body.len() - 1..] } else { "" };
                let body = &body[..body.len() - after.len()];
                return Some(Tag { before, body, after, end: at + close.len() });
            }
            match bytes[at] {
                b'\'' | b'"' => at = end_of_string(text, at),
                b'(' | b'[' | b'{' => {
                    depth += 1;
                    at += 1;
                }
                b')' | b']' | b'}' => {
                    depth = depth.saturating_sub(1);
                    at += 1;
                }
                _ => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        None
    }
}

fn end_of_string(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == bytes[start] => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// `set NAME = VALUE`; none for a block that is set.
fn assignment(body: &str) -> Option<String> {
    let tokens = tokens(body);
    let equals = tokens.iter().position(|token| &body[token.clone()] == "=")?;
    let at = tokens[equals].clone();
    Some(format!("{} __own(({})) ", &body[..at.end], expression(body[at.end..].trim())))
}

/// The tokens of an expression, without blanks.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '\'' | '"' => end_of_string(text, at).min(text.len()),
            c if c.is_alphanumeric() || c == '_' => {
                let word = text[at..].find(|c: char| !(c.is_alphanumeric() || c == '_'));
                word.map_or(text.len(), |length| at + length)
            }
            _ => {
                let two =
                    text.get(at..at + 2).is_some_and(|two| matches!(two, "//" | "**" | "==" | "!=" | "<=" | ">="));
                at + if two { 2 } else { c.len_utf8() }
            }
        };
        tokens.push(at..end);
        at = end;
    }
    tokens
}

/// An expression with its operators on texts and paths put as calls.
fn expression(text: &str) -> Cow<'_, str> {
    let tokens = tokens(text);
    for (index, token) in tokens.iter().enumerate() {
        let found = match &text[token.clone()] {
            "%" => left_text(text, &tokens, index).map(|left| ("__percent", left)),
            "/" => left_path(text, &tokens, index).map(|left| ("__join", left)),
            "-" => left_date(text, &tokens, index).map(|left| ("__minus", left)),
            _ => None,
        };
        let (Some((call, left)), Some(right)) = (found, operand(text, &tokens, index + 1)) else { continue };
        let start = tokens[left].start;
        let operands = (text[start..token.start].trim_end(), &text[token.end..right]);
        let rewritten = format!("{}{call}({},{}){}", &text[..start], operands.0, operands.1, &text[right..]);
        // there may be more of them
        return Cow::Owned(expression(&rewritten).into_owned());
    }
    Cow::Borrowed(text)
}

/// The text that stands before an operator.
fn left_text(text: &str, tokens: &[Range<usize>], operator: usize) -> Option<usize> {
    let left = operator.checked_sub(1)?;
    text[tokens[left].clone()].starts_with(['\'', '"']).then_some(left)
}

/// The path that stands before an operator: one of Copier's, or what was joined before.
fn left_path(text: &str, tokens: &[Range<usize>], operator: usize) -> Option<usize> {
    let word = |back: usize| operator.checked_sub(back).map(|at| &text[tokens[at].clone()]);
    let is_path = |name: Option<&str>| matches!(name, Some("src_path" | "dst_path" | "answers_file"));
    if is_path(word(1)) && word(2) == Some(".") && word(3) == Some("_copier_conf") {
        return Some(operator - 3);
    }
    let open = opening(text, tokens, operator)?;
    open.checked_sub(1).filter(|name| &text[tokens[*name].clone()] == "__join")
}

/// The date that stands before an operator: `now()`, or something in parentheses in which a date is made.
fn left_date(text: &str, tokens: &[Range<usize>], operator: usize) -> Option<usize> {
    let open = opening(text, tokens, operator)?;
    let word = |at: usize| &text[tokens[at].clone()];
    let before = open.checked_sub(1);
    let start = match before.map(word) {
        Some("now") => before?,
        Some("(" | "[" | "{" | "," | "if" | "elif" | "else" | "and" | "or" | "not" | "in" | "=" | "~") | None => open,
        // arguments of a call
        Some(_) => return None,
    };
    (start..operator).any(|at| matches!(word(at), "to_datetime" | "now")).then_some(start)
}

/// The parenthesis that the one before a token closes.
fn opening(text: &str, tokens: &[Range<usize>], before: usize) -> Option<usize> {
    if &text[tokens[before.checked_sub(1)?].clone()] != ")" {
        return None;
    }
    let mut depth = 0_usize;
    (0..before).rev().find(|at| {
        match &text[tokens[*at].clone()] {
            ")" => depth += 1,
            "(" => depth = depth.saturating_sub(1),
            _ => return false,
        }
        depth == 0
    })
}

/// Where the operand that begins with a token ends: a value with its attributes, calls and filters.
fn operand(text: &str, tokens: &[Range<usize>], first: usize) -> Option<usize> {
    let token = |at: usize| tokens.get(at).map(|token| &text[token.clone()]);
    let bracket = |mut at: usize| {
        let mut depth = 0_usize;
        while let Some(word) = token(at) {
            match word {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 {
                return Some(at);
            }
        }
        None
    };
    let mut at = match token(first)? {
        "(" | "[" | "{" => bracket(first)?,
        word if word.starts_with(|c: char| c.is_alphanumeric() || "_'\"".contains(c)) => first + 1,
        _ => return None,
    };
    loop {
        at = match token(at) {
            Some("(" | "[") => bracket(at)?,
            Some("." | "|") if token(at + 1).is_some() => at + 2,
            _ => return Some(tokens[at - 1].end),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn operators_on_texts_and_paths_become_calls() {
        for (text, expected) in [
            ("'%s' % x", "__percent('%s', x)"),
            ("'%s-%d' % (a, b) ~ 'c'", "__percent('%s-%d', (a, b)) ~ 'c'"),
            ("\"%s\" % a.b[0]|upper", "__percent(\"%s\", a.b[0]|upper)"),
            ("x % 2", "x % 2"),
            ("_copier_conf.src_path / 'a' / b", "__join(__join(_copier_conf.src_path, 'a'), b)"),
            ("a / 2", "a / 2"),
            ("(a|to_datetime) - (b|to_datetime)", "__minus((a|to_datetime), (b|to_datetime))"),
            ("((a|to_datetime)-b).days - 1", "(__minus((a|to_datetime),b)).days - 1"),
            ("now() - a", "__minus(now(), a)"),
            ("age(now()) - 1", "age(now()) - 1"),
            ("(a + 1) - b", "(a + 1) - b"),
            ("'a % b'", "'a % b'"),
        ] {
            assert_eq!(expression(text), expected);
        }
    }
}
