//! What Jinja2 can say and minijinja cannot, said in another way before a template is parsed:
//!
//! | Jinja2 | minijinja |
//! |---|---|
//! | operators on texts, dates and paths | calls, in `operators` |
//! | macros | what `macros` makes of them |
//! | `{% for x in 1, 2 %}` | `{% for x in (1, 2) %}` |
//! | `{% set x = [] %}`, which may be changed in place | `{% set x = __own([]) %}` |
//! | `{% include x without context %}` | `{{ __include(x) }}` |
//! | `{% import x as m %}` | `{% import __alone(x) as m %}`, whose text begins with what hides the context |
//! | `{% now 'utc', '%Y' %}` of `jinja2_time` | `{{ __now('utc', '%Y') }}` |
//! | a line comment, whose line stays | nothing |
//! | `{% if x: %}` | `{% if x %}` |

use super::macros::Signature;
use super::operators::{expression, tokens, word};
use crate::scaffold::source::Envops;
use std::borrow::Cow;
use std::ops::Range;

/// The text with everything put so that minijinja understands it.
pub(super) fn translate<'t>(text: Cow<'t, str>, envops: &Envops) -> Cow<'t, str> {
    let starts = [&envops.block.0, &envops.variable.0];
    if !starts.iter().any(|start| text.contains(start.as_str())) && envops.line_comment.is_none() {
        return text;
    }
    Cow::Owned(Translator::new(&text, envops).run())
}

pub(super) struct Translator<'t> {
    text: &'t str,
    envops: &'t Envops,
    out: String,
    /// The macros that are open, and where their bodies begin.
    macros: Vec<(Signature, usize)>,
}

/// What begins at a place of the text.
pub(super) enum Start {
    Block,
    Variable,
    Comment,
}

impl<'t> Translator<'t> {
    pub(super) fn new(text: &'t str, envops: &'t Envops) -> Self {
        Translator { text, envops, out: String::new(), macros: Vec::new() }
    }

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

    pub(super) fn find(&self, what: &str, from: usize) -> Option<usize> {
        self.text[from..].find(what).map(|found| from + found)
    }

    /// The next tag; of those that begin at one place the longest.
    pub(super) fn next_start(&self, from: usize) -> Option<(usize, Start)> {
        let envops = self.envops;
        let candidates = [
            (&envops.block.0, Start::Block),
            (&envops.variable.0, Start::Variable),
            (&envops.comment.0, Start::Comment),
        ];
        let found = candidates.into_iter().filter_map(|(mark, kind)| Some((self.find(mark, from)?, mark.len(), kind)));
        found.min_by_key(|(at, length, _)| (*at, usize::MAX - length)).map(|(at, _, kind)| (at, kind))
    }

    /// Text outside of tags, without line comments; of line statements what a tag would say.
    fn data(&mut self, range: Range<usize>) {
        let envops = self.envops;
        let mark = |mark: &'t Option<String>| mark.as_deref().filter(|mark| !mark.is_empty());
        let (comment, statement) = (mark(&envops.line_comment), mark(&envops.line_statement));
        if comment.is_none() && statement.is_none() {
            self.out += &self.text[range];
            return;
        }
        let mut at = range.start;
        for line in self.text[range].split_inclusive('\n') {
            let begins = at == 0 || self.text[..at].ends_with('\n');
            at += line.len();
            let cut = comment.and_then(|mark| line.find(mark)).map(|at| line[..at].trim_end_matches([' ', '\t']));
            let kept = cut.unwrap_or_else(|| line.trim_end_matches(['\r', '\n']));
            let body = statement.filter(|_| begins).and_then(|mark| kept.trim_start().strip_prefix(mark));
            match body {
                Some(body) => {
                    self.out += &kept[..kept.len() - body.len()];
                    self.out += &statement_body(without_colon(body));
                }
                None => self.out += kept,
            }
            self.out += if cut.is_some() && line.ends_with('\n') { "\n" } else { &line[kept.len()..] };
        }
    }

    fn variable(&mut self, start: usize) -> usize {
        let (open, close) = (&self.envops.variable.0, &self.envops.variable.1);
        let Some(tag) = Tag::read(self.text, start, open, close) else { return self.rest(start) };
        self.out += open;
        self.out += tag.before;
        // values behind each other are a tuple
        let tuple = comma(tag.body).then(|| format!(" ({}) ", tag.body.trim()));
        self.out += &expression(tuple.as_deref().unwrap_or(tag.body));
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
        let tag = Tag { body: without_colon(tag.body), ..tag };
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
        match word {
            "macro" => {
                if let Some(signature) = Signature::read(arguments) {
                    self.tags(&tag, &signature.opening());
                    self.macros.push((signature, tag.end));
                    return tag.end;
                }
            }
            "endmacro" => {
                if let Some((signature, body)) = self.macros.pop() {
                    let tags = signature.closing(&self.text[body..tag.end]);
                    self.tags(&tag, &tags);
                    return tag.end;
                }
            }
            _ => {}
        }
        self.out += open;
        self.out += tag.before;
        self.out += &statement_body(tag.body);
        self.out += tag.after;
        self.out += close;
        tag.end
    }

    /// Several tags in place of one.
    fn tags(&mut self, tag: &Tag<'_>, bodies: &[String]) {
        let (open, close) = (&self.envops.block.0, &self.envops.block.1);
        for (index, body) in bodies.iter().enumerate() {
            let before = if index == 0 { tag.before } else { "" };
            let after = if index + 1 == bodies.len() { tag.after } else { "" };
            self.out.extend([open, before, " ", body, " ", after, close]);
        }
    }

    pub(super) fn end_of_raw(&self, from: usize) -> usize {
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
pub(super) struct Tag<'t> {
    /// `-` or `+` behind the first delimiter.
    before: &'t str,
    pub(super) body: &'t str,
    /// `-` or `+` before the last delimiter.
    after: &'t str,
    pub(super) end: usize,
}

impl<'t> Tag<'t> {
    pub(super) fn read(text: &'t str, start: usize, open: &str, close: &str) -> Option<Self> {
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

pub(super) fn end_of_string(text: &str, start: usize) -> usize {
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

/// A statement as minijinja has it.
fn statement_body(body: &str) -> Cow<'_, str> {
    let rewritten = match word(body.trim_start()) {
        "set" => assignment(body),
        "for" => loop_over_several(body),
        "import" | "from" => alone(body),
        _ => None,
    };
    rewritten.map_or_else(|| expression(body), Cow::Owned)
}

/// A colon may stand behind what begins a block.
fn without_colon(body: &str) -> &str {
    body.trim_end().strip_suffix(':').unwrap_or(body)
}

/// Whether a comma stands in an expression outside of all brackets.
fn comma(text: &str) -> bool {
    let mut depth = 0_usize;
    text.contains(',')
        && tokens(text).into_iter().any(|token| {
            match &text[token] {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                "," => return depth == 0,
                _ => {}
            }
            false
        })
}

/// `import FILE as NAME` and `from FILE import NAME`, unless they give their context along.
fn alone(body: &str) -> Option<String> {
    let tokens = tokens(body);
    let words: Vec<&str> = tokens.iter().map(|token| &body[token.clone()]).collect();
    let end = match words.as_slice() {
        [.., "with", "context"] => return None,
        [.., "without", "context"] => tokens[tokens.len() - 3].end,
        _ => tokens.last()?.end,
    };
    let middle = words.iter().rposition(|word| *word == if words[0] == "from" { "import" } else { "as" })?;
    let (from, to) = (tokens.first()?.end, tokens.get(middle)?.start);
    Some(format!("{} __alone({}) {} ", &body[..from], body[from..to].trim(), &body[to..end]))
}

/// `set NAME = VALUE`; none for a block that is set.
fn assignment(body: &str) -> Option<String> {
    let tokens = tokens(body);
    let equals = tokens.iter().position(|token| &body[token.clone()] == "=")?;
    let at = tokens[equals].clone();
    Some(format!("{} __own(({})) ", &body[..at.end], expression(body[at.end..].trim())))
}

/// `for NAME in VALUE, VALUE`, whose values stand in no parentheses.
fn loop_over_several(body: &str) -> Option<String> {
    let tokens = tokens(body);
    let word = |at: usize| &body[tokens[at].clone()];
    let start = (0..tokens.len()).find(|at| word(*at) == "in")? + 1;
    let mut depth = 0_usize;
    let mut several = false;
    let mut end = tokens.len();
    for at in start..tokens.len() {
        match word(at) {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.checked_sub(1)?,
            "," if depth == 0 => several = true,
            "if" | "recursive" if depth == 0 => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let (from, to) = (tokens.get(start)?.start, tokens[end - 1].end);
    let rewritten = || format!("{}({}){}", &body[..from], &body[from..to], &body[to..]);
    several.then(|| expression(&rewritten()).into_owned())
}
