//! Timestamps as go-yaml recognizes them and as Go prints them.

use std::fmt::{self, Write};

/// A moment with its zone, read from one of the four forms that go-yaml takes for a timestamp.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timestamp {
    year: u32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
    nanos: u32,
    /// Seconds east of Greenwich.
    offset: i32,
}

impl Timestamp {
    /// Reads `2024-01-02`, `2024-01-02 03:04:05.6`, `2024-01-02T03:04:05Z` and `…t03:04:05+01:00`; fields but for the year
    /// may have one digit.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < 8 || bytes[4] != b'-' || !bytes[..4].iter().all(u8::is_ascii_digit) {
            return None;
        }
        let mut rest = Cursor(&bytes[5..]);
        let year = bytes[..4].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        let month = rest.number(1..=12)?;
        rest.byte(b'-')?;
        let day = rest.number(1..=days_in(year, month))?;
        let date = Timestamp { year, month, day, hour: 0, minute: 0, second: 0, nanos: 0, offset: 0 };
        let zoned = match rest.0.first() {
            None => return Some(date),
            Some(b'T' | b't') => {
                rest.0 = &rest.0[1..];
                true
            }
            Some(b' ') => {
                while rest.byte(b' ').is_some() {}
                false
            }
            Some(_) => return None,
        };
        let hour = rest.number(0..=23)?;
        rest.byte(b':')?;
        let minute = rest.number(0..=59)?;
        rest.byte(b':')?;
        let second = rest.number(0..=59)?;
        let nanos = rest.fraction();
        let offset = if zoned { rest.zone()? } else { 0 };
        rest.0.is_empty().then_some(Timestamp { hour, minute, second, nanos, offset, ..date })
    }

    /// As Go's `time.RFC3339Nano`, which go-yaml writes: `2024-01-02T00:00:00Z`.
    pub fn rfc3339(&self) -> String {
        let mut out = self.date_and_time('T');
        match self.offset {
            0 => out.push('Z'),
            offset => zone(&mut out, offset, ":"),
        }
        out
    }

    fn date_and_time(&self, between: char) -> String {
        let Timestamp { year, month, day, hour, minute, second, .. } = self;
        let mut out = format!("{year:04}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second:02}");
        if self.nanos > 0 {
            let _ = write!(out, ".{:09}", self.nanos);
            out.truncate(out.trim_end_matches('0').len());
        }
        out
    }
}

/// As Go prints a `time.Time`: `2024-01-02 00:00:00 +0000 UTC`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = self.date_and_time(' ');
        out.push(' ');
        match self.offset {
            0 => out.push_str("+0000 UTC"),
            offset => {
                zone(&mut out, offset, "");
                out.push(' ');
                zone(&mut out, offset, "");
            }
        }
        f.write_str(&out)
    }
}

fn zone(out: &mut String, offset: i32, between: &str) {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    let _ = write!(out, "{sign}{:02}{between}{:02}", minutes / 60, minutes % 60);
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// What is left of the text.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn byte(&mut self, wanted: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        (*first == wanted).then(|| self.0 = rest)
    }

    /// One digit, or two if there are two.
    fn number(&mut self, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let digits = self.0.iter().take(2).take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let n = self.0[..digits].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        self.0 = &self.0[digits..];
        range.contains(&n).then_some(n)
    }

    /// A fraction of a second as nanoseconds, further digits dropped; 0 when there is none. Go takes a comma too.
    fn fraction(&mut self) -> u32 {
        let [b'.' | b',', rest @ ..] = self.0 else { return 0 };
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            return 0;
        }
        let nanos =
            (0..9).fold(0, |n, i| n * 10 + rest.get(i).filter(|_| i < digits).map_or(0, |b| u32::from(b - b'0')));
        self.0 = &rest[digits..];
        nanos
    }

    /// `Z` or `+hh:mm` in seconds; Go lets 24 hours and 60 minutes pass.
    fn zone(&mut self) -> Option<i32> {
        if self.byte(b'Z').is_some() {
            return Some(0);
        }
        let sign = match self.0.first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let [_, h1, h2, b':', m1, m2, rest @ ..] = self.0 else { return None };
        let two = |a: &u8, b: &u8| {
            (a.is_ascii_digit() && b.is_ascii_digit()).then(|| i32::from(a - b'0') * 10 + i32::from(b - b'0'))
        };
        let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
        self.0 = rest;
        (hours <= 24 && minutes <= 60).then_some(sign * (hours * 3600 + minutes * 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_go_does() {
        let t = |s: &str| Timestamp::parse(s).map(|t| (t.rfc3339(), t.to_string()));
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(t("2024-01-02"), pair("2024-01-02T00:00:00Z", "2024-01-02 00:00:00 +0000 UTC"));
        assert_eq!(t("2024-1-2 3:4:5.60"), pair("2024-01-02T03:04:05.6Z", "2024-01-02 03:04:05.6 +0000 UTC"));
        assert_eq!(
            t("2024-01-02t03:04:05-05:30"),
            pair("2024-01-02T03:04:05-05:30", "2024-01-02 03:04:05 -0530 -0530")
        );
    }

    #[test]
    fn other_forms_are_no_timestamps() {
        for text in ["2023-02-29", "2024-13-01", "2024-01-02T03:04", "2024-01-02 03:04:05Z", "24-01-02", "2024-01-02x"]
        {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
