//! Keys one by one, from a terminal or from a pipe that sends what a terminal would.

use std::io::{self, IsTerminal, Read};

/// A key that somebody pressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Enter with Alt, or behind Escape.
    AltEnter,
    /// The character before the cursor shall go.
    Backspace,
    /// The word before the cursor shall go.
    AltBackspace,
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
    /// Ctrl-C.
    Interrupt,
    /// A key without a meaning here.
    Other,
}

/// Reads keys until it is dropped. A terminal shows none of them meanwhile.
#[derive(Debug)]
pub struct Keys {
    #[cfg(unix)]
    saved: Option<rustix::termios::Termios>,
}

impl Keys {
    /// Takes the terminal over, if stdin is one.
    pub fn start() -> Self {
        #[cfg(unix)]
        {
            Keys { saved: silence() }
        }
        #[cfg(not(unix))]
        {
            Keys {}
        }
    }

    /// Whether stdin is a terminal, whose lines can be drawn anew.
    pub fn is_terminal(&self) -> bool {
        io::stdin().is_terminal()
    }

    /// The next key; none when there will be none.
    pub fn read(&mut self) -> Option<Key> {
        Some(match byte()? {
            b'\r' | b'\n' => Key::Enter,
            0x08 | 0x7f => Key::Backspace,
            b'\t' => Key::Tab,
            0x01 => Key::Home,
            0x03 => Key::Interrupt,
            0x05 => Key::End,
            0x1b => escaped()?,
            first if first < b' ' => Key::Other,
            first => character(first)?,
        })
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(saved) = &self.saved {
            // nobody is left to be told
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, saved);
        }
    }
}

/// Makes a terminal hand on every key at once, and show none.
#[cfg(unix)]
fn silence() -> Option<rustix::termios::Termios> {
    use rustix::termios::{InputModes, LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let saved = tcgetattr(io::stdin()).ok()?;
    let mut silent = saved.clone();
    silent.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
    silent.input_modes.remove(InputModes::ICRNL);
    tcsetattr(io::stdin(), OptionalActions::Now, &silent).ok()?;
    Some(saved)
}

fn byte() -> Option<u8> {
    let mut byte = [0];
    matches!(io::stdin().lock().read(&mut byte), Ok(1)).then_some(byte[0])
}

/// What Escape begins.
fn escaped() -> Option<Key> {
    Some(match byte()? {
        b'\r' | b'\n' => Key::AltEnter,
        0x08 | 0x7f => Key::AltBackspace,
        b'[' | b'O' => {
            let mut digits = String::new();
            loop {
                match byte()? {
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
fn character(first: u8) -> Option<Key> {
    let length = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => 1,
    };
    let mut bytes = vec![first];
    while bytes.len() < length {
        bytes.push(byte()?);
    }
    Some(std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()).map_or(Key::Other, Key::Char))
}
