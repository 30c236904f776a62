//! The pieces of words: quotes, expansions, arithmetic, and the names that they read.

use super::{Scanner, is_name, name};
use crate::workflow::script::{Event, Form, Read};

impl Scanner<'_> {
    /// A piece of a word: a quote, an expansion, or one byte.
    pub(super) fn piece(&mut self, byte: u8) {
        match byte {
            b'\'' => {
                self.at += 1;
                self.at = self.text[self.at..].find('\'').map_or(self.text.len(), |end| self.at + end + 1);
            }
            b'"' => {
                self.at += 1;
                self.until(Some(b'"'));
            }
            b'`' => {
                self.at += 1;
                self.nested(b'`');
            }
            b'$' => self.dollar(),
            _ => self.at += 1,
        }
    }

    /// Reads on to a byte that is not quoted, as in double quotes.
    pub(super) fn until(&mut self, end: Option<u8>) {
        while let Some(byte) = self.peek(0) {
            match byte {
                _ if end == Some(byte) => {
                    self.at += 1;
                    return;
                }
                b'\\' => self.skip(2),
                b'$' => self.dollar(),
                b'`' => self.piece(byte),
                _ => self.at += 1,
            }
        }
    }

    /// What a dollar begins.
    fn dollar(&mut self) {
        let start = self.at;
        match self.peek(1) {
            Some(b'(') if self.peek(2) == Some(b'(') => {
                self.at += 1;
                self.arithmetic();
            }
            Some(b'(') => {
                self.at += 2;
                self.nested(b')');
            }
            Some(b'{') => self.parameter(),
            Some(b'\'') => {
                self.at += 2;
                while let Some(byte) = self.peek(0).filter(|b| *b != b'\'') {
                    self.skip(if byte == b'\\' { 2 } else { 1 });
                }
                self.skip(1);
            }
            Some(byte) if is_name(byte) && !byte.is_ascii_digit() => {
                let read = name(&self.text[start + 1..]).to_owned();
                self.at = start + 1 + read.len();
                self.read(read, Form::Plain, start);
            }
            _ => self.skip(2),
        }
    }

    /// `${name…}`
    fn parameter(&mut self) {
        let start = self.at;
        self.at += 2;
        let is_indirect = matches!(self.peek(0), Some(b'#' | b'!'));
        self.at += usize::from(is_indirect);
        let read = name(&self.text[self.at..]).to_owned();
        self.at += read.len();
        if self.peek(0) == Some(b'[') {
            self.at = self.text[self.at..].find(']').map_or(self.text.len(), |end| self.at + end + 1);
        }
        let colon = usize::from(self.peek(0) == Some(b':'));
        let operator = self.peek(colon);
        let word = self.at + colon + 1;
        // what the word reads is read before
        while let Some(byte) = self.peek(0).filter(|b| *b != b'}') {
            match byte {
                b'\\' => self.skip(2),
                _ => self.piece(byte),
            }
        }
        let word = self.text.get(word..self.at).unwrap_or_default().to_owned();
        self.skip(1);
        let form = match operator {
            _ if is_indirect => Form::Other,
            Some(b'}' | b'?') | None => Form::Plain,
            Some(b'-' | b'=') => Form::Default(word),
            Some(b'+') => Form::Alternative(word),
            Some(_) => Form::Other,
        };
        if !read.is_empty() {
            self.read(read, form, start);
        }
    }

    fn read(&mut self, name: String, form: Form, start: usize) {
        self.events.push(Event::Read(Read { name, form, at: start..self.at }));
    }

    /// `((…))`: names need no dollar there.
    pub(super) fn arithmetic(&mut self) {
        let mut open = 0_usize;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'(' => {
                    open += 1;
                    self.at += 1;
                }
                b')' => {
                    open = open.saturating_sub(1);
                    self.at += 1;
                    if open == 0 {
                        return;
                    }
                }
                b'$' => self.dollar(),
                _ if is_name(byte) => {
                    let (start, word) = (self.at, name(&self.text[self.at..]).to_owned());
                    self.at += word.len().max(1);
                    if !word.is_empty() {
                        self.read(word, Form::Other, start);
                    }
                }
                _ => self.at += 1,
            }
        }
    }
}
