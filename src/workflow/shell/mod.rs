//! What a shell script reads, sets and runs, as far as that can be told without running it.
//!
//! This is no parser of the whole grammar: words, quotes, expansions, substitutions, here-documents and the operators
//! between commands are told apart, keywords are stepped over. Commands are read here, what stands in their words beside.

mod pieces;

use super::script::{Command, Event, Link, Script, Word};

/// Words that a command may follow.
const BEFORE_COMMANDS: [&str; 12] = ["if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}"];
/// Commands whose arguments are names that they set.
const SETTERS: [&str; 8] = ["read", "local", "export", "declare", "typeset", "readonly", "mapfile", "readarray"];

/// Reads a script.
pub(super) fn script(text: &str) -> Script {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, events: Vec::new(), depth: 0 };
    scanner.commands(None);
    Script { events: scanner.events }
}

/// Reads a text as one in double quotes.
pub(super) fn quoted(text: &str) -> Script {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, events: Vec::new(), depth: 0 };
    scanner.until(None);
    Script { events: scanner.events }
}

/// Whether a byte may stand in a name.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The name that a text begins with, where one does.
fn name(text: &str) -> &str {
    let end = text.bytes().position(|b| !is_name(b)).unwrap_or(text.len());
    if text.starts_with(|c: char| c.is_ascii_digit()) { "" } else { &text[..end] }
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    events: Vec<Event>,
    /// How many substitutions and subshells this is inside of.
    depth: usize,
}

/// A command while it is read.
struct Line {
    words: Vec<Word>,
    /// Where the word began that is being read.
    word: Option<usize>,
    link: Link,
    /// Whether the next word is the target of a redirection.
    redirected: bool,
    /// How many `case` are open.
    cases: usize,
    /// Delimiters of here-documents that begin with the next line, and whether they are quoted.
    documents: Vec<(String, bool)>,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn follows(&self, text: &str) -> bool {
        self.text.as_bytes()[self.at..].starts_with(text.as_bytes())
    }

    /// Reads commands up to a closing byte, or to the end.
    fn commands(&mut self, end: Option<u8>) {
        let mut line = Line {
            words: Vec::new(),
            word: None,
            link: Link::Then,
            redirected: false,
            cases: 0,
            documents: Vec::new(),
        };
        while let Some(byte) = self.peek(0) {
            match byte {
                b' ' | b'\t' => {
                    self.end_word(&mut line);
                    self.at += 1;
                }
                b'\n' => {
                    self.end_command(&mut line, Link::Then);
                    self.at += 1;
                    self.documents(&mut line);
                }
                b'\\' => {
                    if self.peek(1) == Some(b'\n') {
                        self.end_word(&mut line);
                    } else {
                        line.word.get_or_insert(self.at);
                    }
                    self.skip(2);
                }
                b'#' if line.word.is_none() => self.skip_line(),
                b'`' if end == Some(b'`') => {
                    self.end_command(&mut line, Link::Then);
                    self.at += 1;
                    return;
                }
                b')' => {
                    if line.cases > 0 {
                        // the pattern of a case
                        line.word = None;
                        line.words.clear();
                    } else {
                        self.end_command(&mut line, Link::Then);
                    }
                    self.at += 1;
                    if line.cases == 0 && end == Some(b')') {
                        return;
                    }
                }
                b'(' => self.parenthesis(&mut line),
                b'<' | b'>' if self.peek(1) == Some(b'(') => {
                    line.word.get_or_insert(self.at);
                    self.at += 2;
                    self.nested(b')');
                }
                b'<' | b'>' => self.redirection(&mut line),
                b'&' if self.peek(1) == Some(b'>') => {
                    self.end_word(&mut line);
                    self.at += 1;
                }
                b';' | b'&' | b'|' => self.operator(&mut line),
                _ => {
                    line.word.get_or_insert(self.at);
                    self.piece(byte);
                }
            }
        }
        self.end_command(&mut line, Link::Then);
    }

    /// Reads what stands inside brackets as commands of their own.
    fn nested(&mut self, end: u8) {
        self.depth += 1;
        self.commands(Some(end));
        self.depth -= 1;
    }

    /// A list in an assignment, a function, arithmetic, or a subshell.
    fn parenthesis(&mut self, line: &mut Line) {
        let before = line.word.map(|start| &self.text[start..self.at]);
        match before {
            Some(word) if word.ends_with('=') => {
                let inner = self.at + 1;
                self.at = inner;
                let known = self.events.len();
                self.nested(b')');
                // its words are no commands
                let mut kept = self.events.split_off(known);
                kept.retain(|event| matches!(event, Event::Read(_)));
                self.events.append(&mut kept);
            }
            Some(_) if self.peek(1) == Some(b')') => {
                line.word = None;
                line.words.clear();
                self.at += 2;
            }
            None if self.peek(1) == Some(b'(') && line.words.is_empty() => self.arithmetic(),
            _ if line.cases > 0 => self.at += 1,
            _ => {
                self.end_command(line, Link::Then);
                self.at += 1;
                self.nested(b')');
            }
        }
    }

    fn redirection(&mut self, line: &mut Line) {
        // the number of a stream is no word
        if line.word.is_some_and(|start| self.text[start..self.at].bytes().all(|b| b.is_ascii_digit())) {
            line.word = None;
        }
        self.end_word(line);
        if self.follows("<<<") {
            self.at += 3;
            line.redirected = true;
        } else if self.follows("<<") {
            self.at += 2;
            while matches!(self.peek(0), Some(b'-' | b' ')) {
                self.at += 1;
            }
            let rest = &self.text[self.at..];
            let word = &rest[..rest.find([' ', '\t', '\n', ';', '|', '&', ')', '<', '>']).unwrap_or(rest.len())];
            self.at += word.len();
            let plain = word.trim_matches(['"', '\'']).trim_start_matches('\\');
            line.documents.push((plain.to_owned(), plain.len() < word.len()));
        } else {
            while matches!(self.peek(0), Some(b'<' | b'>' | b'&' | b'|')) {
                self.at += 1;
            }
            line.redirected = true;
        }
    }

    /// The here-documents that begin after a line.
    fn documents(&mut self, line: &mut Line) {
        for (delimiter, is_quoted) in std::mem::take(&mut line.documents) {
            let start = self.at;
            let mut end = start;
            for text in self.text[start..].split_inclusive('\n') {
                if text.trim() == delimiter {
                    break;
                }
                end += text.len();
            }
            if !is_quoted {
                let mut inner = Scanner {
                    text: &self.text[..end],
                    bytes: &self.bytes[..end],
                    at: start,
                    events: Vec::new(),
                    depth: self.depth + 1,
                };
                inner.until(None);
                self.events.append(&mut inner.events);
            }
            self.at = end;
            self.skip_line();
        }
    }

    fn operator(&mut self, open: &mut Line) {
        let (link, length) = match &self.bytes[self.at..] {
            [b'&', b'&', ..] => (Link::And, 2),
            [b'|', b'|', ..] => (Link::Or, 2),
            [b'|', b'&', ..] => (Link::Pipe, 2),
            [b'|', ..] => (Link::Pipe, 1),
            [b';', b';', ..] => (Link::Then, 2),
            _ => (Link::Then, 1),
        };
        self.end_command(open, link);
        self.at += length;
    }

    fn end_word(&mut self, line: &mut Line) {
        let Some(start) = line.word.take() else { return };
        let text = &self.text[start..self.at];
        if std::mem::take(&mut line.redirected) {
            return;
        }
        if line.words.is_empty() {
            match text {
                "case" => line.cases += 1,
                "esac" => {
                    line.cases = line.cases.saturating_sub(1);
                    return;
                }
                _ if BEFORE_COMMANDS.contains(&text) => return,
                _ => {}
            }
            let set = name(text);
            let rest = &text[set.len()..];
            let is_element = rest.starts_with('[') && rest.contains("]=");
            if !set.is_empty() && (rest.starts_with('=') || rest.starts_with("+=") || is_element) {
                self.events.push(Event::Set(set.to_owned(), start));
                return;
            }
        }
        line.words.push(Word { text: text.to_owned(), at: start });
    }

    fn end_command(&mut self, open: &mut Line, next: Link) {
        self.end_word(open);
        open.redirected = false;
        let words = std::mem::take(&mut open.words);
        let link = std::mem::replace(&mut open.link, next);
        let Some(first) = words.first() else { return };
        let arguments = words.iter().skip(1).filter(|word| !word.text.starts_with('-'));
        let set: Vec<&Word> = match first.text.as_str() {
            "for" | "select" => arguments.take(1).collect(),
            setter if SETTERS.contains(&setter) => arguments.collect(),
            "printf" if words.get(1).is_some_and(|word| word.text == "-v") => words.iter().skip(2).take(1).collect(),
            "getopts" => words.iter().skip(2).take(1).collect(),
            _ => Vec::new(),
        };
        for word in set {
            self.events.push(Event::Set(name(&word.text).to_owned(), word.at));
        }
        if first.text != "case" {
            self.events.push(Event::Command(Command { words, link, depth: self.depth }));
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    fn skip_line(&mut self) {
        self.at = self.text[self.at..].find('\n').map_or(self.text.len(), |end| self.at + end);
    }
}
