//! Go's layouts: a date is written as the reference time `Mon Jan 2 15:04:05 MST 2006` would be.

use super::Time;
use std::fmt::Write as _;

/// A piece of a layout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Chunk {
    LongMonth,
    Month,
    /// `1`, or `01` with a leading zero.
    NumMonth {
        zero: bool,
    },
    LongWeekday,
    Weekday,
    /// `2`, `_2` or `02`.
    Day(Pad),
    /// `__2` or `002`.
    YearDay {
        zero: bool,
    },
    Hour,
    Hour12 {
        zero: bool,
    },
    Minute {
        zero: bool,
    },
    Second {
        zero: bool,
    },
    LongYear,
    Year,
    Upper,
    Lower,
    ZoneName,
    /// `-0700` and its kin.
    Offset {
        z: bool,
        colon: bool,
        parts: u8,
    },
    /// `.000` with all digits, `.999` without the zeros at the end.
    Fraction {
        separator: char,
        digits: usize,
        trim: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pad {
    None,
    Space,
    Zero,
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const OFFSETS: [(&str, bool, u8); 5] =
    [("070000", false, 3), ("07:00:00", true, 3), ("0700", false, 2), ("07:00", true, 2), ("07", false, 1)];

/// Splits a layout at its first piece: what stands before it, the piece, and the rest.
pub(super) fn next_chunk(layout: &str) -> (&str, Option<Chunk>, &str) {
    for (at, c) in layout.char_indices() {
        let rest = &layout[at..];
        if let Some((chunk, skip, length)) = chunk_at(c, rest) {
            return (&layout[..at + skip], Some(chunk), &rest[length..]);
        }
    }
    (layout, None, "")
}

/// The piece at the beginning of a text, how much before it belongs to no piece, and where it ends.
fn chunk_at(first: char, rest: &str) -> Option<(Chunk, usize, usize)> {
    let lower_after = |n: usize| rest[n..].starts_with(|c: char| c.is_ascii_lowercase());
    let piece = |chunk, length| Some((chunk, 0, length));
    match first {
        'J' if rest.starts_with("January") => piece(Chunk::LongMonth, 7),
        'J' if rest.starts_with("Jan") && !lower_after(3) => piece(Chunk::Month, 3),
        'M' if rest.starts_with("Monday") => piece(Chunk::LongWeekday, 6),
        'M' if rest.starts_with("Mon") && !lower_after(3) => piece(Chunk::Weekday, 3),
        'M' if rest.starts_with("MST") => piece(Chunk::ZoneName, 3),
        '0' => match rest.as_bytes().get(1)? {
            b'1' => piece(Chunk::NumMonth { zero: true }, 2),
            b'2' => piece(Chunk::Day(Pad::Zero), 2),
            b'3' => piece(Chunk::Hour12 { zero: true }, 2),
            b'4' => piece(Chunk::Minute { zero: true }, 2),
            b'5' => piece(Chunk::Second { zero: true }, 2),
            b'6' => piece(Chunk::Year, 2),
            b'0' if rest.starts_with("002") => piece(Chunk::YearDay { zero: true }, 3),
            _ => None,
        },
        '1' if rest.starts_with("15") => piece(Chunk::Hour, 2),
        '1' => piece(Chunk::NumMonth { zero: false }, 1),
        '2' if rest.starts_with("2006") => piece(Chunk::LongYear, 4),
        '2' => piece(Chunk::Day(Pad::None), 1),
        '_' if rest.starts_with("_2006") => Some((Chunk::LongYear, 1, 5)),
        '_' if rest.starts_with("_2") => piece(Chunk::Day(Pad::Space), 2),
        '_' if rest.starts_with("__2") => piece(Chunk::YearDay { zero: false }, 3),
        '3' => piece(Chunk::Hour12 { zero: false }, 1),
        '4' => piece(Chunk::Minute { zero: false }, 1),
        '5' => piece(Chunk::Second { zero: false }, 1),
        'P' if rest.starts_with("PM") => piece(Chunk::Upper, 2),
        'p' if rest.starts_with("pm") => piece(Chunk::Lower, 2),
        '-' | 'Z' => {
            let (text, colon, parts) = OFFSETS.iter().find(|(text, ..)| rest[1..].starts_with(text))?;
            piece(Chunk::Offset { z: first == 'Z', colon: *colon, parts: *parts }, 1 + text.len())
        }
        '.' | ',' => {
            let digit = *rest.as_bytes().get(1).filter(|b| matches!(b, b'0' | b'9'))?;
            let digits = rest.bytes().skip(1).take_while(|b| *b == digit).count();
            let more = rest.as_bytes().get(1 + digits).is_some_and(u8::is_ascii_digit);
            let chunk = Chunk::Fraction { separator: first, digits, trim: digit == b'9' };
            (!more).then_some((chunk, 0, 1 + digits))
        }
        _ => None,
    }
}

impl Time {
    /// Writes the time by a layout.
    pub(in crate::template) fn format(&self, layout: &str) -> String {
        let mut out = String::with_capacity(layout.len() + 8);
        let mut rest = layout;
        loop {
            let (literal, chunk, after) = next_chunk(rest);
            out.push_str(literal);
            let Some(chunk) = chunk else { return out };
            self.write_chunk(&mut out, chunk);
            rest = after;
        }
    }

    fn write_chunk(&self, out: &mut String, chunk: Chunk) {
        let clock = self.clock();
        let hour12 = (clock.hour() + 11) % 12 + 1;
        let month = MONTHS[usize::try_from(clock.month() - 1).unwrap_or(0)];
        let weekday = WEEKDAYS[usize::try_from(clock.weekday().to_sunday_zero_offset()).unwrap_or(0)];
        // writing into a string does not fail
        let _ = match chunk {
            Chunk::LongMonth => out.write_str(month),
            Chunk::Month => out.write_str(&month[..3]),
            Chunk::NumMonth { zero: true } => write!(out, "{:02}", clock.month()),
            Chunk::NumMonth { zero: false } => write!(out, "{}", clock.month()),
            Chunk::LongWeekday => out.write_str(weekday),
            Chunk::Weekday => out.write_str(&weekday[..3]),
            Chunk::Day(Pad::None) => write!(out, "{}", clock.day()),
            Chunk::Day(Pad::Space) => write!(out, "{:2}", clock.day()),
            Chunk::Day(Pad::Zero) => write!(out, "{:02}", clock.day()),
            Chunk::YearDay { zero: true } => write!(out, "{:03}", clock.day_of_year()),
            Chunk::YearDay { zero: false } => write!(out, "{:3}", clock.day_of_year()),
            Chunk::Hour => write!(out, "{:02}", clock.hour()),
            Chunk::Hour12 { zero: true } => write!(out, "{hour12:02}"),
            Chunk::Hour12 { zero: false } => write!(out, "{hour12}"),
            Chunk::Minute { zero: true } => write!(out, "{:02}", clock.minute()),
            Chunk::Minute { zero: false } => write!(out, "{}", clock.minute()),
            Chunk::Second { zero: true } => write!(out, "{:02}", clock.second()),
            Chunk::Second { zero: false } => write!(out, "{}", clock.second()),
            Chunk::LongYear => write!(out, "{:04}", clock.year()),
            Chunk::Year => write!(out, "{:02}", clock.year().rem_euclid(100)),
            Chunk::Upper => out.write_str(if clock.hour() >= 12 { "PM" } else { "AM" }),
            Chunk::Lower => out.write_str(if clock.hour() >= 12 { "pm" } else { "am" }),
            Chunk::ZoneName => match self.zone.at(self.instant) {
                (offset, name) if name.is_empty() => out.write_str(&offset_text(offset, false, 2)),
                (_, name) => out.write_str(&name),
            },
            Chunk::Offset { z, colon, parts } => match self.offset() {
                0 if z => out.write_char('Z'),
                offset => out.write_str(&offset_text(offset, colon, parts)),
            },
            Chunk::Fraction { separator, digits, trim } => {
                let nanos = format!("{:09}", clock.subsec_nanosecond());
                let mut shown: String = nanos.chars().chain(std::iter::repeat('0')).take(digits).collect();
                if trim {
                    shown.truncate(shown.trim_end_matches('0').len());
                }
                if shown.is_empty() { Ok(()) } else { write!(out, "{separator}{shown}") }
            }
        };
    }
}

fn offset_text(offset: i32, colon: bool, parts: u8) -> String {
    let colon = if colon { ":" } else { "" };
    let sign = if offset < 0 { '-' } else { '+' };
    let seconds = offset.abs();
    let mut out = format!("{sign}{:02}", seconds / 3600);
    if parts >= 2 {
        let _ = write!(out, "{colon}{:02}", seconds / 60 % 60);
    }
    if parts >= 3 {
        let _ = write!(out, "{colon}{:02}", seconds % 60);
    }
    out
}
