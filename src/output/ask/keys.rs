//! Keys one by one, from a terminal or from a pipe that sends what a terminal would.

use crate::platform::Keyboard;
use std::io::Read;

/// A key that somebody pressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Enter with Alt, or behind Escape.
    AltEnter,
    /// The character before the cursor shall go.
    Backspace,
    /// The word before the cursor shall go: Alt-Backspace, Ctrl-W.
    AltBackspace,
    /// All before the cursor shall go: Ctrl-U.
    Kill,
    /// The character under the cursor shall go.
    Delete,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Escape, alone.
    Escape,
    /// Ctrl-C.
    Interrupt,
    /// A key without a meaning here.
    Other,
}

/// Reads keys until it is dropped. A terminal shows none of them meanwhile.
#[derive(Debug)]
pub(super) struct Keys(Keyboard);

impl Keys {
    /// Takes the terminal over, if stdin is one.
    pub(super) fn start() -> Self {
        Keys(Keyboard::open())
    }

    /// The next key; none when there will be none.
    pub(super) fn read(&mut self) -> Option<Key> {
        Some(match self.byte()? {
            b'\r' | b'\n' => Key::Enter,
            0x08 | 0x7f => Key::Backspace,
            b'\t' => Key::Tab,
            0x01 => Key::Home,
            0x03 => Key::Interrupt,
            0x05 => Key::End,
            0x15 => Key::Kill,
            0x17 => Key::AltBackspace,
            0x1b => self.escaped()?,
            first if first < b' ' => Key::Other,
            first => self.character(first)?,
        })
    }

    fn byte(&mut self) -> Option<u8> {
        let mut byte = [0];
        matches!(self.0.read(&mut byte), Ok(1)).then_some(byte[0])
    }

    /// What Escape begins.
    fn escaped(&mut self) -> Option<Key> {
        if !self.0.has_more() {
            return Some(Key::Escape);
        }
        Some(match self.byte()? {
            b'\r' | b'\n' => Key::AltEnter,
            0x08 | 0x7f => Key::AltBackspace,
            b'[' | b'O' => {
                let mut digits = String::new();
                loop {
                    match self.byte()? {
                        b'A' => return Some(Key::Up),
                        b'B' => return Some(Key::Down),
                        b'C' => return Some(Key::Right),
                        b'D' => return Some(Key::Left),
                        b'H' => return Some(Key::Home),
                        b'F' => return Some(Key::End),
                        b'Z' => return Some(Key::BackTab),
                        b'~' => break,
                        byte @ (b'0'..=b'9' | b';') => digits.push(char::from(byte)),
                        _ => return Some(Key::Other),
                    }
                }
                match digits.as_str() {
                    "1" | "7" => Key::Home,
                    "4" | "8" => Key::End,
                    "3" => Key::Delete,
                    _ => Key::Other,
                }
            }
            _ => Key::Other,
        })
    }

    /// A character whose first byte is there.
    fn character(&mut self, first: u8) -> Option<Key> {
        let length = match first {
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf7 => 4,
            _ => 1,
        };
        let mut bytes = vec![first];
        while bytes.len() < length {
            bytes.push(self.byte()?);
        }
        Some(std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()).map_or(Key::Other, Key::Char))
    }
}
