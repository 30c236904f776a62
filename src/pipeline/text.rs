//! Words in the languages of others.

/// Letters, digits and dashes alone, beginning with a letter.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    let trimmed = out.trim_matches('-');
    if trimmed.starts_with(|c: char| c.is_ascii_alphabetic()) { trimmed.to_owned() } else { format!("c-{trimmed}") }
}

/// A word for a POSIX shell, quoted where it needs to be.
pub(super) fn shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./@%+=:,-".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A scalar for YAML, quoted where it needs to be.
pub(super) fn yaml(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./@ -".contains(c);
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(plain)
        && !reserved.contains(&text.to_ascii_lowercase().as_str());
    if is_plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// A list on one line for YAML.
pub(super) fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> =
        items.into_iter().map(|item| if item.contains(' ') { quoted(item) } else { yaml(item) }).collect();
    format!("[{}]", items.join(", "))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A string for Groovy, in which nothing is replaced.
pub(super) fn groovy(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'").replace('\n', r"\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_they_must_be() {
        assert_eq!(shell("database/orders"), "database/orders");
        assert_eq!(shell("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(yaml("gaia plan a/b -s x"), "gaia plan a/b -s x");
        for text in ["on", "a: b", "#x", "1.0", "- a", "'x'", ""] {
            assert_eq!(yaml(text), format!("{text:?}"));
        }
        assert_eq!(groovy("it's"), r"'it\'s'");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Database/Orders"), "database-orders");
        assert_eq!(slug("7//x!"), "c-7-x");
    }
}
