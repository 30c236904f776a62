//! Lines for people, no longer than the terminal is wide.

/// A text that begins at a column, broken between words; the lines below begin there too.
pub fn folded(text: &str, begin: usize, width: usize) -> String {
    let mut out = String::new();
    let mut column = begin;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > begin && column + 1 + length > width {
            out.push('\n');
            out.push_str(&" ".repeat(begin));
            column = begin;
        } else if !out.is_empty() {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_text_is_broken_between_words() {
        assert_eq!(folded("it is there", 4, usize::MAX), "it is there");
        assert_eq!(folded("it is there", 4, 10), "it is\n    there");
        assert_eq!(folded("a-word-that-is-too-long b", 2, 5), "a-word-that-is-too-long\n  b");
    }
}
