//! Texts for addresses: `Héllo & Wörld` is `hello-and-world`.

use deunicode::deunicode_char;

/// Letters and digits of ASCII in lower case, with dashes for all else.
pub(super) fn slug(s: &str) -> String {
    let mut ascii = String::with_capacity(s.len());
    for c in s.trim().chars() {
        match c {
            '&' => ascii.push_str("and"),
            '@' => ascii.push_str("at"),
            '"' | '\'' | '’' => {}
            '‒' | '–' | '—' | '―' => ascii.push('-'),
            c => ascii.push_str(deunicode_char(c).unwrap_or("")),
        }
    }
    let mut out = String::with_capacity(ascii.len());
    for c in ascii.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == '_' => out.push(c.to_ascii_lowercase()),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_matches(['-', '_']).to_owned()
}
