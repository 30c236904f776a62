//! Words of a command line that is shown to be copied.

/// A word as a shell reads it back: quoted where it has to be.
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn what_a_shell_would_read_otherwise_is_quoted() {
        for (word, shown) in [("a=b", "a=b"), ("", "''"), ("$(x)", "'$(x)'"), ("it's", r"'it'\''s'")] {
            assert_eq!(shell_word(word), shown);
        }
    }
}
