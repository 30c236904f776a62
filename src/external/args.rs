//! The arguments of the YAML functions, read by Atmos's grammar.
//!
//! Arguments stand between blanks; one that holds blanks is quoted whole, in double or single quotes, where a doubled
//! quote stands for itself. What follows the last argument of a grammar is an expression and kept as it is written.

mod csv;

use crate::error::{Error, Result};

/// A function's tag and its arguments: `!store.get a b` is `("!store.get", "a b")`. `None` for a text without a tag.
///
/// The name ends where no letter, digit, `.`, `-` or `_` follows, so that `!template[1]` is a call too.
pub fn split_tag(text: &str) -> Option<(&str, &str)> {
    let name = text.strip_prefix('!')?;
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))).unwrap_or(name.len());
    (end > 0).then(|| (&text[..=end], name[end..].trim()))
}

/// The arguments of `!terraform.state` and `!terraform.output`: `component [stack] expression`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terraform {
    /// The component.
    pub component: String,
    /// The stack; without it, the stack of the component that holds the call.
    pub stack: Option<String>,
    /// The output's name, or a yq expression over all outputs.
    pub expression: String,
}

impl Terraform {
    /// Reads the arguments.
    ///
    /// The second of two is the expression, and so is everything from a second argument on that begins as expressions
    /// do, with one of `.[{|'"`. With three, the last in double quotes and with doubled quotes in it, the older
    /// grammar of separated values applies.
    ///
    /// # Errors
    /// An error that says which argument is missing or too many.
    pub fn parse(text: &str) -> Result<Self> {
        let tokens = tokenize(text)?;
        if is_separated_values(&tokens) {
            let mut fields: Vec<String> = csv::record(text).iter().map(|field| field.trim().to_owned()).collect();
            let stack = (fields.len() == 3).then(|| fields.remove(1));
            if let [component, expression] = &fields[..] {
                return Self::checked(component.clone(), stack, expression.clone());
            }
        }
        let [component, second, rest @ ..] = &tokens[..] else {
            return Err(wrong("needs a component, optionally a stack, and an output"));
        };
        let component = component.unquoted();
        if rest.is_empty() || second.begins_expression() {
            return Self::checked(component, None, rest_from(text, second));
        }
        if rest.len() > 1 && !rest[0].begins_expression() {
            return Err(wrong(format!("takes two or three arguments; `{}` is one too many", rest[1].text)));
        }
        Self::checked(component, Some(second.unquoted()), rest_from(text, &rest[0]))
    }

    fn checked(component: String, stack: Option<String>, expression: String) -> Result<Self> {
        if component.is_empty() {
            return Err(wrong("needs the name of a component; it is empty"));
        }
        if expression.is_empty() {
            return Err(wrong("needs the name of an output; it is empty"));
        }
        Ok(Terraform { component, stack: stack.filter(|s| !s.is_empty()), expression })
    }

    /// The output that the expression names, when it is a name and nothing else. Only such an output can be missing,
    /// which gives null; any other expression is worth what yq says.
    pub fn plain_output(&self) -> Option<&str> {
        let name = self.expression.strip_prefix('.').unwrap_or(&self.expression);
        let plain = !name.contains(['.', '|', '=', '[', ']']) && !name.contains("//");
        plain.then_some(name)
    }

    /// Whether the expression has a default value (`//`), which stands in for a state that does not exist.
    pub fn has_default(&self) -> bool {
        self.expression.contains("//")
    }

    /// The expression with the dot that yq wants in front.
    pub fn yq(&self) -> String {
        if self.expression.starts_with('.') { self.expression.clone() } else { format!(".{}", self.expression) }
    }
}

/// The arguments of `!store`: `store [stack] component key [| default value] [| query expression]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The name of the store in `atmos.yaml`.
    pub store: String,
    /// The stack; without it, the stack of the component that holds the call.
    pub stack: Option<String>,
    /// The component.
    pub component: String,
    /// The key.
    pub key: String,
    /// What follows the key.
    pub options: Options,
}

/// The arguments of `!store.get`: `store key [| default value] [| query expression]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreGet {
    /// The name of the store in `atmos.yaml`.
    pub store: String,
    /// The key, without stack and component.
    pub key: String,
    /// What follows the key.
    pub options: Options,
}

/// What may follow the arguments of the store functions, each after a `|`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The text to use when the store has no value.
    pub default: Option<String>,
    /// The yq expression to put to the value.
    pub query: Option<String>,
}

impl Store {
    /// Reads the arguments.
    ///
    /// # Errors
    /// An error that says which argument is missing or too many.
    pub fn parse(text: &str) -> Result<Self> {
        let (words, options) = words_and_options(text)?;
        let (store, stack, component, key) = match <[String; 4]>::try_from(words) {
            Ok([store, stack, component, key]) => (store, Some(stack), component, key),
            Err(words) => match <[String; 3]>::try_from(words) {
                Ok([store, component, key]) => (store, None, component, key),
                Err(_) => return Err(wrong("needs a store, optionally a stack, a component and a key")),
            },
        };
        Ok(Store { store, stack: stack.filter(|s| !s.is_empty()), component, key, options })
    }
}

impl StoreGet {
    /// Reads the arguments.
    ///
    /// # Errors
    /// An error that says which argument is missing or too many.
    pub fn parse(text: &str) -> Result<Self> {
        let (words, options) = words_and_options(text)?;
        match <[String; 2]>::try_from(words) {
            Ok([store, key]) => Ok(StoreGet { store, key, options }),
            Err(_) => Err(wrong("needs a store and a key")),
        }
    }
}

/// The arguments of `!include` and `!include.raw`: a path and a yq expression. Also those of `!env`: a name and a
/// default value.
///
/// # Errors
/// An error when there is no argument, or a quote is not closed.
pub fn first_and_rest(text: &str) -> Result<(String, Option<String>)> {
    let tokens = tokenize(text)?;
    let Some(first) = tokens.first() else { return Err(wrong("needs an argument")) };
    Ok((first.unquoted(), tokens.get(1).map(|second| rest_from(text, second))))
}

/// The arguments as words, for functions without an expression.
///
/// # Errors
/// An error when a quote is not closed or a `|` stands between the words.
pub fn words(text: &str) -> Result<Vec<String>> {
    let tokens = tokenize(text)?;
    if tokens.iter().any(|token| token.kind == Kind::Pipe) {
        return Err(wrong("does not take a `|` here"));
    }
    Ok(tokens.iter().map(Token::unquoted).collect())
}

fn words_and_options(text: &str) -> Result<(Vec<String>, Options)> {
    let tokens = tokenize(text)?;
    match next_option(&tokens, 0) {
        Some(first) => Ok((words(text[..tokens[first].start].trim())?, options(text, &tokens, first)?)),
        None => Ok((words(text)?, Options::default())),
    }
}

fn options(text: &str, tokens: &[Token], first: usize) -> Result<Options> {
    let mut options = Options::default();
    let mut next = Some(first);
    while let Some(pipe) = next {
        let keyword = tokens[pipe + 1].unquoted();
        let Some(value) = tokens.get(pipe + 2).filter(|token| token.kind != Kind::Pipe) else {
            return Err(wrong(format!("needs a value after `| {keyword}`")));
        };
        next = next_option(tokens, pipe + 2);
        let last = next.map_or(tokens.len(), |n| n) - 1;
        let raw = unquote(text[value.start..tokens[last].end()].trim());
        if keyword == "default" {
            if last != pipe + 2 {
                return Err(wrong("takes one value after `| default`").hint("quote a default value that holds blanks"));
            }
            options.default = Some(raw);
        } else if raw.is_empty() {
            return Err(wrong("needs an expression after `| query`; it is empty"));
        } else {
            options.query = Some(raw);
        }
    }
    Ok(options)
}

/// The index of the next `| default` or `| query`.
fn next_option(tokens: &[Token], from: usize) -> Option<usize> {
    (from..tokens.len().saturating_sub(1))
        .find(|&at| tokens[at].kind == Kind::Pipe && matches!(tokens[at + 1].unquoted().as_str(), "default" | "query"))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Quoted,
    Pipe,
    Text,
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    kind: Kind,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn unquoted(&self) -> String {
        unquote(self.text)
    }

    fn begins_expression(&self) -> bool {
        self.text.starts_with(['.', '[', '{', '|', '\'', '"'])
    }
}

fn tokenize(text: &str) -> Result<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if is_blank(first) {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = match (first, quoted_length(rest)) {
            ('|', _) => (Kind::Pipe, 1),
            (_, Some(length)) => (Kind::Quoted, length),
            ('"' | '\'', None) => return Err(wrong(format!("has an unclosed quote: `{rest}`"))),
            _ => (Kind::Text, rest.find(|c| is_blank(c) || c == '|').unwrap_or(rest.len())),
        };
        tokens.push(Token { text: &rest[..length], start: at, kind });
        at += length;
    }
    Ok(tokens)
}

/// The length of the quoted text at the start, which ends on its line; doubled quotes stay inside.
fn quoted_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first().filter(|b| matches!(b, b'"' | b'\''))?;
    let mut at = 1;
    loop {
        match *bytes.get(at)? {
            b'\r' | b'\n' => return None,
            b if b == quote && bytes.get(at + 1) == Some(&quote) => at += 2,
            b if b == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

fn unquote(text: &str) -> String {
    for (quote, doubled) in [("'", "''"), ("\"", "\"\"")] {
        if text.len() >= 2
            && let Some(inner) = text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote))
        {
            return inner.replace(doubled, quote);
        }
    }
    text.to_owned()
}

/// The rest of the arguments from a token on, unquoted when it is quoted as a whole.
fn rest_from(text: &str, token: &Token) -> String {
    unquote(text[token.start..].trim())
}

fn is_separated_values(tokens: &[Token]) -> bool {
    matches!(tokens.len(), 2 | 3)
        && tokens
            .last()
            .is_some_and(|last| last.kind == Kind::Quoted && last.text.starts_with('"') && last.text.contains("\"\""))
}

fn wrong(message: impl Into<String>) -> Error {
    Error::new(message)
}

#[cfg(test)]
mod tests;
