//! Where a mistake is that the parser notices only further down.

/// A byte to blame, and what is wrong there.
pub(super) type Found = (usize, &'static str);

/// What to blame for what the parser stumbled over at `at`, where that stands above: a quote that its line does not close,
/// a bracket that another kind of bracket closes, a block that ends nowhere.
pub(super) fn look_above(text: &str, at: usize) -> Option<Found> {
    let mut open = Vec::new();
    let mut outdented = None;
    let mut start = 0;
    let mut heredoc: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        if start > at {
            return None;
        }
        if let Some(end) = heredoc {
            if line.trim() == end {
                heredoc = None;
            }
        } else {
            match line_of(line, start, &mut open) {
                Line::Open(quote) => return Some((quote, "the quote is not closed")),
                Line::Mismatch(bracket) => return Some((bracket, UNCLOSED)),
                Line::Outdent(bracket) => outdented = outdented.or(Some(bracket)),
                Line::Sound => {}
            }
            heredoc = line.split_once("<<").map(|(_, word)| word.trim_start_matches('-').trim());
            heredoc = heredoc.filter(|word| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_'));
        }
        start += line.len();
    }
    // at the end of the file something is open still: what a brace further left closed, or what it all stands in
    let outer = open.first().map(|bracket: &Bracket| bracket.at);
    outer.map(|outer| (outdented.unwrap_or(outer), UNCLOSED))
}

const UNCLOSED: &str = "the bracket is not closed";

/// An open bracket.
struct Bracket {
    at: usize,
    kind: char,
    /// How far in its line begins.
    indent: usize,
}

enum Line {
    Sound,
    /// Where the quote is that stays open.
    Open(usize),
    /// Where the bracket is that another kind closes.
    Mismatch(usize),
    /// Where the bracket is that one further left closes.
    Outdent(usize),
}

fn line_of(line: &str, start: usize, open: &mut Vec<Bracket>) -> Line {
    let indent = line.len() - line.trim_start().len();
    let mut quote: Option<usize> = None;
    let mut depth = 0;
    let mut found = Line::Sound;
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
            (None, '(' | '[' | '{') => open.push(Bracket { at: start + offset, kind: c, indent }),
            (None, ')' | ']' | '}') => {
                let Some(bracket) = open.pop() else { continue };
                if !matches!((bracket.kind, c), ('(', ')') | ('[', ']') | ('{', '}')) {
                    return Line::Mismatch(bracket.at);
                }
                if offset == indent && indent < bracket.indent {
                    found = Line::Outdent(bracket.at);
                }
            }
            _ => {}
        }
    }
    quote.filter(|_| depth == 0).map_or(found, Line::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_quote_and_an_open_bracket_are_found_above() {
        let quote = "output \"a {\n  value = 1\n}\noutput \"b\" {\n}\n";
        assert_eq!(look_above(quote, quote.rfind("b\"").unwrap()).unwrap().0, 7);
        let bracket = "variable \"a\" {\n  default = [1,\n}\n";
        assert_eq!(look_above(bracket, bracket.rfind('}').unwrap()).unwrap().0, bracket.find('[').unwrap());
        let sound = "a = \"${b[\"c\"]}\" # it's\nc = <<EOT\n\"\nEOT\nd = = 1\n";
        assert_eq!(look_above(sound, sound.rfind('=').unwrap()), None);
    }

    #[test]
    fn a_block_without_an_end_is_found_where_it_begins() {
        let outer = "variable \"a\" {\n  type = bool\nvariable \"b\" {\n  type = bool\n}\n";
        assert_eq!(look_above(outer, outer.len()), Some((13, UNCLOSED)));
        let inner = "variable \"a\" {\n  validation {\n    condition = true\n}\nvariable \"b\" {\n}\n";
        assert_eq!(look_above(inner, inner.len()), Some((28, UNCLOSED)));
    }
}
