//! Where a mistake is that the parser notices only further down.

/// The byte to blame for what the parser stumbled over at `at`: a quote that its line does not close, or a bracket that
/// another kind of bracket closes, above.
pub(super) fn look_above(text: &str, at: usize) -> usize {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut start = 0;
    let mut heredoc: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        if start > at {
            break;
        }
        if let Some(end) = heredoc {
            if line.trim() == end {
                heredoc = None;
            }
        } else {
            match line_of(line, start, &mut open) {
                Line::Open(quote) => return quote,
                Line::Mismatch(bracket) => return bracket,
                Line::Sound => {}
            }
            heredoc = line.split_once("<<").map(|(_, word)| word.trim_start_matches('-').trim());
            heredoc = heredoc.filter(|word| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_'));
        }
        start += line.len();
    }
    at
}

enum Line {
    Sound,
    /// Where the quote is that stays open.
    Open(usize),
    /// Where the bracket is that another kind closes.
    Mismatch(usize),
}

fn line_of(line: &str, start: usize, open: &mut Vec<(usize, char)>) -> Line {
    let mut quote: Option<usize> = None;
    let mut depth = 0;
    let mut chars = line.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                chars.next();
            }
            // what is interpolated may hold quotes of its own
            (Some(_), '$' | '%') if chars.peek().is_some_and(|(_, next)| *next == '{') => depth += 1,
            (Some(_), '}') if depth > 0 => depth -= 1,
            (Some(_), '"') if depth == 0 => quote = None,
            (None, '"') => quote = Some(start + offset),
            (None, '#') => break,
            (None, '/') if chars.peek().is_some_and(|(_, next)| matches!(next, '/' | '*')) => break,
            (None, '(' | '[' | '{') => open.push((start + offset, c)),
            (None, ')' | ']' | '}') => {
                let fits = |of: char| matches!((of, c), ('(', ')') | ('[', ']') | ('{', '}'));
                if let Some((at, of)) = open.pop()
                    && !fits(of)
                {
                    return Line::Mismatch(at);
                }
            }
            _ => {}
        }
    }
    quote.filter(|_| depth == 0).map_or(Line::Sound, Line::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_quote_and_an_open_bracket_are_found_above() {
        let quote = "output \"a {\n  value = 1\n}\noutput \"b\" {\n}\n";
        assert_eq!(look_above(quote, quote.rfind("b\"").unwrap()), 7);
        let bracket = "variable \"a\" {\n  default = [1,\n}\n";
        assert_eq!(look_above(bracket, bracket.rfind('}').unwrap()), bracket.find('[').unwrap());
        let sound = "a = \"${b[\"c\"]}\" # it's\nc = <<EOT\n\"\nEOT\nd = = 1\n";
        assert_eq!(look_above(sound, sound.rfind('=').unwrap()), sound.rfind('=').unwrap());
    }
}
