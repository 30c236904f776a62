//! What yq spells differently from jq, as text: keys with dashes and slashes, `.list.0`, `.map.*`, `env(NAME)`.

/// The length of the path segment at the start of `text`: letters, digits, `_`, `-`, `@` and single slashes between
/// them, or a lone `*`.
pub(super) fn segment_end(text: &str) -> usize {
    if text.starts_with('*') {
        return 1;
    }
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = match c {
            '_' | '-' | '@' => true,
            // `.a//"x"` is an alternative, `.eks/main` a key
            '/' => at > 0 && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()),
            c => c.is_alphanumeric(),
        };
        if !inner {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The expression in jq's words.
pub(super) fn to_jq(expression: &str) -> String {
    let mut out = String::with_capacity(expression.len() + 16);
    let mut rest = expression;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '"' => string(rest, &mut out),
            '.' => dot(rest, &mut out),
            c if c.is_ascii_digit() => number(rest, &mut out),
            c if c.is_alphabetic() || c == '_' || c == '$' || c == '@' => word(rest, &mut out),
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

/// A string with its interpolations; gives the number of bytes read, as all below do.
fn string(text: &str, out: &mut String) -> usize {
    out.push('"');
    let mut at = 1;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(inside) = rest.strip_prefix("\\(") {
            let end = closing_parenthesis(inside);
            out.push_str("\\(");
            out.push_str(&to_jq(&inside[..end]));
            at += 2 + end;
        } else if c == '\\' {
            let len = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
            out.push_str(&rest[..len]);
            at += len;
        } else {
            out.push(c);
            at += c.len_utf8();
            if c == '"' {
                break;
            }
        }
    }
    at
}

/// The offset of the parenthesis that closes what was opened before `text`.
fn closing_parenthesis(text: &str) -> usize {
    let mut depth = 0;
    let mut in_string = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '(' if !in_string => depth += 1,
            ')' if !in_string && depth == 0 => return at,
            ')' if !in_string => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn dot(text: &str, out: &mut String) -> usize {
    let rest = &text[1..];
    if rest.starts_with('.') {
        out.push_str("..");
        return 2;
    }
    let end = segment_end(rest);
    let segment = &rest[..end];
    let continues =
        out.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ']' | '"' | '?' | ')'));
    let start = if continues { "" } else { "." };
    let identifier = !segment.starts_with(|c: char| c.is_ascii_digit())
        && segment.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    match segment {
        "" => out.push('.'),
        "*" => out.extend([start, "[]"]),
        s if s.bytes().all(|b| b.is_ascii_digit()) => out.extend([start, "[", s, "]"]),
        s if identifier => out.extend([".", s]),
        s => out.extend([".\"", s, "\""]),
    }
    1 + end
}

fn number(text: &str, out: &mut String) -> usize {
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    if let Some(fraction) = text[end..].strip_prefix('.') {
        let n = digits(fraction);
        end += if n > 0 { n + 1 } else { 0 };
    }
    out.push_str(&text[..end]);
    end
}

fn word(text: &str, out: &mut String) -> usize {
    let end = text
        .char_indices()
        .find(|(at, c)| !(c.is_alphanumeric() || *c == '_' || (*at == 0 && matches!(c, '$' | '@'))))
        .map_or(text.len(), |(at, _)| at);
    let word = &text[..end];
    if let ("env" | "strenv", Some(inside)) = (word, text[end..].strip_prefix('(')) {
        let close = closing_parenthesis(inside);
        let name = inside[..close].trim();
        if close < inside.len() && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            let call = if word == "env" { "yq_env(\"" } else { "(env[\"" };
            let after = if word == "env" { "\")" } else { "\"])" };
            out.extend([call, name, after]);
            return end + 1 + close + 1;
        }
    }
    out.push_str(word);
    end
}
