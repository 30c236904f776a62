//! Cuts a template into tokens: text between actions, and the words inside them.

use super::error::Fault;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token {
    Text,
    LeftDelim,
    RightDelim,
    Space,
    Assign,
    Declare,
    Pipe,
    LeftParen,
    RightParen,
    Comma,
    Char,
    Bool,
    Nil,
    Number,
    Rune,
    String,
    RawString,
    Dot,
    Field,
    Variable,
    Identifier,
    Keyword(Keyword),
    Eof,
}

/// The words that the language keeps for itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Keyword {
    Block,
    Break,
    Continue,
    Define,
    Else,
    End,
    If,
    Range,
    Template,
    With,
}

impl Keyword {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "block" => Keyword::Block,
            "break" => Keyword::Break,
            "continue" => Keyword::Continue,
            "define" => Keyword::Define,
            "else" => Keyword::Else,
            "end" => Keyword::End,
            "if" => Keyword::If,
            "range" => Keyword::Range,
            "template" => Keyword::Template,
            "with" => Keyword::With,
            _ => return None,
        })
    }
}

/// A token and the bytes of the text that it covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    pub(super) token: Token,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Reads tokens one by one, as the parser asks for them.
pub(super) struct Lexer<'t> {
    text: &'t str,
    left: &'t str,
    right: &'t str,
    pos: usize,
    /// Where the action began that we are in.
    action: Option<usize>,
    parens: usize,
}

const SPACES: [char; 4] = [' ', '\t', '\r', '\n'];

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str, left: &'t str, right: &'t str) -> Self {
        Lexer { text, left, right, pos: 0, action: None, parens: 0 }
    }

    /// The next token; [`Token::Eof`] at the end, however often it is asked for.
    pub(super) fn next(&mut self) -> Result<Lexeme, Fault> {
        match self.action {
            Some(start) => self.inside(start),
            None => self.outside(),
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.pos..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.pos += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    }

    fn accept(&mut self, set: &[char]) -> bool {
        let found = self.peek().filter(|c| set.contains(c));
        self.pos += found.map_or(0, char::len_utf8);
        found.is_some()
    }

    fn emit(&self, token: Token, start: usize) -> Lexeme {
        Lexeme { token, start, end: self.pos }
    }

    fn outside(&mut self) -> Result<Lexeme, Fault> {
        loop {
            let start = self.pos;
            let Some(length) = self.rest().find(self.left) else {
                self.pos = self.text.len();
                return Ok(self.emit(if self.pos > start { Token::Text } else { Token::Eof }, start));
            };
            let delim = start + length;
            let trims = begins_trim(&self.text[delim + self.left.len()..]);
            let text = &self.text[start..delim];
            let kept = if trims { text.trim_end_matches(SPACES).len() } else { length };
            self.pos = delim;
            if kept > 0 {
                return Ok(Lexeme { token: Token::Text, start, end: start + kept });
            }
            self.pos += self.left.len() + if trims { 2 } else { 0 };
            if !self.rest().starts_with("/*") {
                self.action = Some(delim);
                self.parens = 0;
                return Ok(Lexeme { token: Token::LeftDelim, start: delim, end: delim + self.left.len() });
            }
            self.comment(delim)?;
        }
    }

    fn comment(&mut self, start: usize) -> Result<(), Fault> {
        let Some(length) = self.rest().find("*/") else { return Err(Fault::new("unclosed comment", start)) };
        self.pos += length + 2;
        if self.right_delim(self.pos).is_none() {
            return Err(Fault::new(format!("the comment ends before the closing `{}`", self.right), start));
        }
        self.take_right_delim();
        Ok(())
    }

    /// Whether the right delimiter stands at a place, and if so whether it trims the text after it.
    fn right_delim(&self, at: usize) -> Option<bool> {
        let rest = &self.text[at..];
        if ends_trim(rest) && rest[2..].starts_with(self.right) {
            return Some(true);
        }
        rest.starts_with(self.right).then_some(false)
    }

    fn take_right_delim(&mut self) {
        let trims = self.right_delim(self.pos) == Some(true);
        self.pos += self.right.len() + if trims { 2 } else { 0 };
        if trims {
            self.skip_while(|c| SPACES.contains(&c));
        }
    }

    fn inside(&mut self, action: usize) -> Result<Lexeme, Fault> {
        let start = self.pos;
        if self.right_delim(start).is_some() {
            if self.parens > 0 {
                return Err(Fault::new("unclosed left parenthesis", start));
            }
            self.take_right_delim();
            self.action = None;
            return Ok(self.emit(Token::RightDelim, start));
        }
        let Some(c) = self.peek() else { return Err(Fault::new("unclosed action", action)) };
        self.pos += c.len_utf8();
        let token = match c {
            _ if SPACES.contains(&c) => {
                // stop before the space that belongs to a trimming delimiter
                while self.right_delim(self.pos).is_none() && self.accept(&SPACES) {}
                Token::Space
            }
            '=' => Token::Assign,
            ':' if self.accept(&['=']) => Token::Declare,
            ':' => return Err(Fault::new("expected `:=`", start)),
            '|' => Token::Pipe,
            ',' => Token::Comma,
            '"' => self.quoted('"', "unterminated quoted string", start)?,
            '\'' => self.quoted('\'', "unterminated character constant", start)?,
            '`' => {
                let Some(length) = self.rest().find('`') else {
                    return Err(Fault::new("unterminated raw quoted string", start));
                };
                self.pos += length + 1;
                Token::RawString
            }
            '$' => self.name(Token::Variable, Token::Variable)?,
            '.' if !self.peek().is_some_and(|c| c.is_ascii_digit()) => self.name(Token::Field, Token::Dot)?,
            '.' | '+' | '-' | '0'..='9' => {
                self.pos = start;
                self.number()?
            }
            '(' => {
                self.parens += 1;
                Token::LeftParen
            }
            ')' => {
                self.parens =
                    self.parens.checked_sub(1).ok_or_else(|| Fault::new("unexpected right parenthesis", start))?;
                Token::RightParen
            }
            _ if is_word(c) => {
                self.name(Token::Identifier, Token::Identifier)?;
                match &self.text[start..self.pos] {
                    "true" | "false" => Token::Bool,
                    "nil" => Token::Nil,
                    word => Keyword::of(word).map_or(Token::Identifier, Token::Keyword),
                }
            }
            '!'..='~' => Token::Char,
            _ => return Err(Fault::new(format!("unrecognized character {} in an action", name_of(c)), start)),
        };
        Ok(self.emit(token, start))
    }

    fn name(&mut self, token: Token, bare: Token) -> Result<Token, Fault> {
        let start = self.pos;
        self.skip_while(is_word);
        if !self.at_terminator() {
            let bad = self.peek().map_or_else(String::new, name_of);
            return Err(Fault::new(format!("bad character {bad}"), self.pos));
        }
        Ok(if self.pos > start { token } else { bare })
    }

    /// Whether a name may end here: `$x+2` is refused, not read as two words.
    fn at_terminator(&self) -> bool {
        self.peek().is_none_or(|c| SPACES.contains(&c) || ".,|:)(".contains(c)) || self.rest().starts_with(self.right)
    }

    fn quoted(&mut self, quote: char, problem: &str, start: usize) -> Result<Token, Fault> {
        let mut chars = self.rest().char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '\n' => break,
                '\\' if chars.next().is_none_or(|(_, c)| c == '\n') => break,
                '\\' => {}
                _ if c == quote => {
                    self.pos += at + 1;
                    return Ok(if quote == '"' { Token::String } else { Token::Rune });
                }
                _ => {}
            }
        }
        Err(Fault::new(problem, start))
    }

    /// Finds the end of a number; whether it is a good one is for the parser to say.
    fn number(&mut self) -> Result<Token, Fault> {
        let start = self.pos;
        self.accept(&['+', '-']);
        let mut digits: fn(char) -> bool = |c| c.is_ascii_digit() || c == '_';
        let mut exponent: &[char] = &['e', 'E'];
        if self.accept(&['0']) {
            if self.accept(&['x', 'X']) {
                digits = |c| c.is_ascii_hexdigit() || c == '_';
                exponent = &['p', 'P'];
            } else if self.accept(&['o', 'O', 'b', 'B']) {
                exponent = &[];
            }
        }
        self.skip_while(digits);
        if self.accept(&['.']) {
            self.skip_while(digits);
        }
        if self.accept(exponent) {
            self.accept(&['+', '-']);
            self.skip_while(|c| c.is_ascii_digit() || c == '_');
        }
        if self.peek().is_some_and(is_word) {
            self.skip_while(is_word);
            return Err(Fault::new(format!("bad number `{}`", &self.text[start..self.pos]), start));
        }
        Ok(Token::Number)
    }
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// A `-` after the left delimiter trims only with a space after it: `{{-3}}` is a number.
fn begins_trim(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('-') && chars.next().is_some_and(|c| SPACES.contains(&c))
}

fn ends_trim(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| SPACES.contains(&c)) && chars.next() == Some('-')
}

fn name_of(c: char) -> String {
    if c.is_control() { format!("U+{:04X}", c as u32) } else { format!("`{c}`") }
}
