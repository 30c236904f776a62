//! Operators that Python's texts, dates and paths know and minijinja's do not, put as calls:
//!
//! | Jinja2 | minijinja |
//! |---|---|
//! | `'%s' % x` | `__percent('%s', x)` |
//! | `(x \| to_datetime) - y` | `__minus((x \| to_datetime), y)` |
//! | `_copier_conf.src_path / 'x'` | `__join(_copier_conf.src_path, 'x')` |
//! | `+x` | `x` |
//! | `x[a:b:-1]` | `__slice(x, a, b, -1)` |

use super::translate::end_of_string;
use std::borrow::Cow;
use std::ops::Range;

/// The tokens of an expression, without blanks.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '\'' | '"' => end_of_string(text, at).min(text.len()),
            c if c.is_ascii_digit() => number_end(text, at),
            c if c.is_alphanumeric() || c == '_' => at + word(&text[at..]).len(),
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

/// The word at the beginning of a text; empty where something else stands.
pub(super) fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())]
}

/// Where a number ends, with its fraction and exponent.
fn number_end(text: &str, start: usize) -> usize {
    let word_end = |from: usize| from + word(&text[from..]).len();
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut end = word_end(start);
    if text[end..].starts_with('.') && is_digit(end + 1) {
        end = word_end(end + 1);
    }
    let is_exponent = text[start..end].ends_with(['e', 'E']) && !text[start..end].starts_with("0x");
    if is_exponent && text[end..].starts_with(['+', '-']) && is_digit(end + 1) {
        end = word_end(end + 1);
    }
    end
}

/// An expression with its operators on texts and paths put as calls.
pub(super) fn expression(text: &str) -> Cow<'_, str> {
    let tokens = tokens(text);
    if is_too_long(text, &tokens) {
        return Cow::Borrowed("__too_long()");
    }
    for (index, token) in tokens.iter().enumerate() {
        let found = match &text[token.clone()] {
            "+" if is_sign(text, &tokens, index) => {
                let rewritten = format!("{} {}", &text[..token.start], &text[token.end..]);
                return Cow::Owned(expression(&rewritten).into_owned());
            }
            "%" => left_of_percent(text, &tokens, index).map(|left| ("__percent", left)),
            "/" => left_path(text, &tokens, index).map(|left| ("__join", left)),
            "-" => left_date(text, &tokens, index).map(|left| ("__minus", left)),
            "[" => match sliced(text, &tokens, index) {
                Some(rewritten) => return Cow::Owned(expression(&rewritten).into_owned()),
                None => None,
            },
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

/// How many operators one value may be made with.
pub(super) const MAX_OPERATORS: usize = 500;

/// Whether an expression has more operators behind each other than the stack holds; Python gives up earlier.
fn is_too_long(text: &str, tokens: &[Range<usize>]) -> bool {
    const OPERATORS: [&str; 11] = ["+", "-", "*", "/", "//", "%", "**", "~", "|", "and", "or"];
    if tokens.len() <= MAX_OPERATORS {
        return false;
    }
    // how many there are in each of the brackets that are open
    let (mut open, mut count) = (Vec::new(), 0_usize);
    tokens.iter().any(|token| {
        match &text[token.clone()] {
            "(" | "[" | "{" => open.push(std::mem::take(&mut count)),
            ")" | "]" | "}" => count = open.pop().unwrap_or_default(),
            "," => count = 0,
            operator => count += usize::from(OPERATORS.contains(&operator)),
        }
        count > MAX_OPERATORS
    })
}

/// A slice with a step, whose end minijinja does not always find.
fn sliced(text: &str, tokens: &[Range<usize>], open: usize) -> Option<String> {
    let start = tokens[operand_start(text, tokens, open)?].start;
    let (mut depth, mut close, mut colons) = (0_usize, None, Vec::new());
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match &text[token.clone()] {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.checked_sub(1)?,
            ":" if depth == 1 => colons.push(at),
            _ => {}
        }
        if depth == 0 {
            close = Some(at);
            break;
        }
    }
    let (close, &[first, second]) = (close?, colons.as_slice()) else { return None };
    let part = |from: usize, to: usize| match text[tokens[from].end..tokens[to].start].trim() {
        "" => "none",
        part => part,
    };
    let (value, rest) = (&text[start..tokens[open].start], &text[tokens[close].end..]);
    let parts = [part(open, first), part(first, second), part(second, close)].join(", ");
    Some(format!("{}__slice({value}, {parts}){rest}", &text[..start]))
}

/// Words that stand between operands.
const WORDS: [&str; 13] =
    ["and", "or", "not", "in", "is", "if", "else", "elif", "set", "do", "for", "with", "recursive"];

/// Whether `+` or `-` is a sign, and no operator between two operands.
fn is_sign(text: &str, tokens: &[Range<usize>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &text[tokens[before].clone()]) else { return true };
    let is_value = before.starts_with(|c: char| c.is_alphanumeric() || "_'\")]}".contains(c));
    !is_value || WORDS.contains(&before)
}

/// What stands before `%`, unless it is a number or part of a product.
fn left_of_percent(text: &str, tokens: &[Range<usize>], operator: usize) -> Option<usize> {
    let word = |at: usize| &text[tokens[at].clone()];
    let start = operand_start(text, tokens, operator)?;
    let is_number = word(start).starts_with(|c: char| c.is_ascii_digit());
    let is_product = start.checked_sub(1).is_some_and(|before| match word(before) {
        "*" | "/" | "//" | "%" | "**" => true,
        "-" => is_sign(text, tokens, before),
        _ => false,
    });
    let is_base = operand(text, tokens, operator + 1).is_some_and(|end| text[end..].trim_start().starts_with("**"));
    (!is_number && !is_product && !is_base).then_some(start)
}

/// Where the operand before a token begins: a value with its attributes, calls and filters.
fn operand_start(text: &str, tokens: &[Range<usize>], before: usize) -> Option<usize> {
    let word = |at: usize| &text[tokens[at].clone()];
    let is_value = |at: usize| {
        word(at).starts_with(|c: char| c.is_alphanumeric() || "_'\")]}".contains(c)) && !WORDS.contains(&word(at))
    };
    let mut at = before.checked_sub(1).filter(|at| is_value(*at))?;
    loop {
        if matches!(word(at), ")" | "]" | "}") {
            at = opening(text, tokens, at + 1)?;
            // a call or an item, or else something in brackets
            if word(at) == "{" || at.checked_sub(1).is_none_or(|callee| !is_value(callee)) {
                return Some(at);
            }
            at -= 1;
            continue;
        }
        match at.checked_sub(1).map(word) {
            Some("." | "|") => at = at.checked_sub(2).filter(|at| is_value(*at))?,
            _ => return Some(at),
        }
    }
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

/// The bracket that the one before a token closes.
fn opening(text: &str, tokens: &[Range<usize>], before: usize) -> Option<usize> {
    let word = |at: usize| &text[tokens[at].clone()];
    if !matches!(word(before.checked_sub(1)?), ")" | "]" | "}") {
        return None;
    }
    let mut depth = 0_usize;
    (0..before).rev().find(|at| {
        match word(*at) {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" => depth = depth.saturating_sub(1),
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
            ("x % 2", "__percent(x, 2)"),
            ("a * x % 2", "a * x % 2"),
            ("-x % 2", "-x % 2"),
            ("7 % 2", "7 % 2"),
            ("not f(x)[0].y|z('%') % (a, b) == 1", "not __percent(f(x)[0].y|z('%'), (a, b)) == 1"),
            ("x % 2 ** 3", "x % 2 ** 3"),
            ("[+1, a + +b, a + b]", "[ 1, a +  b, a + b]"),
            ("_copier_conf.src_path / 'a' / b", "__join(__join(_copier_conf.src_path, 'a'), b)"),
            ("a / 2", "a / 2"),
            ("(a|to_datetime) - (b|to_datetime)", "__minus((a|to_datetime), (b|to_datetime))"),
            ("((a|to_datetime)-b).days - 1", "(__minus((a|to_datetime),b)).days - 1"),
            ("now() - a", "__minus(now(), a)"),
            ("age(now()) - 1", "age(now()) - 1"),
            ("(a + 1) - b", "(a + 1) - b"),
            ("'a % b'", "'a % b'"),
            ("'%e' % 1e-10 ~ x", "__percent('%e', 1e-10) ~ x"),
            ("'%e' % 1.5E+3", "__percent('%e', 1.5E+3)"),
            ("a.b[::-1]|list", "__slice(a.b, none, none, -1)|list"),
            ("x[f(1):n - 1:2][0]", "__slice(x, f(1), n - 1, 2)[0]"),
            ("[{'a': x[1:]}, {1: 2}][0]", "[{'a': x[1:]}, {1: 2}][0]"),
        ] {
            assert_eq!(expression(text), expected);
        }
    }
}
