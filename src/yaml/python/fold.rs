//! How texts are written and folded at the width of the line.

use super::analysis::is_break;
use super::emit::{Emitter, Then};
use crate::yaml::escape;

impl Emitter {
    /// Without quotes; such a text has one line.
    pub(super) fn plain(&mut self, text: &str, split: bool) {
        if text.is_empty() {
            return;
        }
        if !self.whitespace {
            self.put(" ");
        }
        self.whitespace = false;
        self.indention = false;
        for run in runs(text) {
            if run == " " && self.column > self.style.width && split {
                self.write_indent();
                self.whitespace = false;
                self.indention = false;
            } else {
                self.put(run);
            }
        }
    }

    /// In single quotes.
    pub(super) fn single_quoted(&mut self, text: &str, split: bool) {
        self.indicator("'", true, Then::default());
        let mut at = 0;
        for run in runs(text) {
            let (start, end) = (at, at + run.len());
            at = end;
            match run.chars().next() {
                Some(' ') => {
                    let inside = start != 0 && end != text.len();
                    if run == " " && self.column > self.style.width && split && inside {
                        self.write_indent();
                    } else {
                        self.put(run);
                    }
                }
                Some(first) if is_break(first) => {
                    // a lone line break would be folded into a blank
                    if first == '\n' {
                        self.line_break('\n');
                    }
                    run.chars().for_each(|c| self.line_break(c));
                    self.write_indent();
                }
                _ => self.put(&run.replace('\'', "''")),
            }
        }
        self.indicator("'", false, Then::default());
    }

    /// In double quotes, with escapes.
    pub(super) fn double_quoted(&mut self, text: &str, split: bool) {
        self.indicator("\"", true, Then::default());
        let chars: Vec<char> = text.chars().collect();
        let (mut start, mut end) = (0, 0);
        while end <= chars.len() {
            let next = chars.get(end).copied();
            if next.is_none_or(|c| self.must_be_escaped(c)) {
                if start < end {
                    self.put_chars(&chars[start..end]);
                    start = end;
                }
                if let Some(c) = next {
                    let mut escaped = String::new();
                    escape::write(&mut escaped, c);
                    self.put(&escaped);
                    start = end + 1;
                }
            }
            let room_left = end > 0 && end + 1 < chars.len();
            let wide = self.column + end.saturating_sub(start) > self.style.width;
            if room_left && (next == Some(' ') || start >= end) && wide && split {
                if start < end {
                    self.put_chars(&chars[start..end]);
                    start = end;
                }
                self.put("\\");
                self.write_indent();
                self.whitespace = false;
                self.indention = false;
                if chars.get(start) == Some(&' ') {
                    self.put("\\");
                }
            }
            end += 1;
        }
        self.indicator("\"", false, Then::default());
    }

    fn must_be_escaped(&self, c: char) -> bool {
        let readable = (' '..='~').contains(&c)
            || self.style.allow_unicode
                && (('\u{a0}'..='\u{d7ff}').contains(&c) || ('\u{e000}'..='\u{fffd}').contains(&c));
        !readable || matches!(c, '"' | '\\' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    }

    fn put_chars(&mut self, chars: &[char]) {
        self.column += chars.len();
        self.out.extend(chars);
    }
}

/// Runs of blanks, of line breaks, and of everything else.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if c == ' ' { 0 } else { 1 + u8::from(is_break(c)) };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != first).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        rest = behind;
        Some(run)
    })
}
