//! Reads a time by a layout.

use super::layout::{Chunk, MONTHS, Pad, WEEKDAYS, next_chunk};
use super::{Time, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// What a text says so far.
struct Fields {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
    year_day: Option<i16>,
    hour: i8,
    minute: i8,
    second: i8,
    nanos: i32,
    afternoon: Option<bool>,
    utc: bool,
    offset: Option<i32>,
    zone_name: String,
}

/// Reads a text by a layout. A text without a zone is a time of `fallback`; the names of zones are those of `local`.
pub(in crate::template) fn parse(layout: &str, text: &str, fallback: &Zone, local: &Zone) -> Result<Time, String> {
    let bad = || format!("`{text}` is no time of the form `{layout}`");
    let mut fields = Fields {
        year: 0,
        month: None,
        day: None,
        year_day: None,
        hour: 0,
        minute: 0,
        second: 0,
        nanos: 0,
        afternoon: None,
        utc: false,
        offset: None,
        zone_name: String::new(),
    };
    let mut value = text;
    let mut rest = layout;
    loop {
        let (literal, chunk, after) = next_chunk(rest);
        value = skip(value, literal).ok_or_else(bad)?;
        let Some(chunk) = chunk else {
            return if value.is_empty() { fields.finish(fallback, local).ok_or_else(bad) } else { Err(bad()) };
        };
        let next = next_chunk(after).1;
        let fraction_follows = matches!(next, Some(Chunk::Fraction { .. }));
        value = fields.read(chunk, value, fraction_follows).ok_or_else(bad)?;
        rest = after;
    }
}

/// Takes a literal off; spaces in it match any number of spaces.
fn skip<'v>(value: &'v str, literal: &str) -> Option<&'v str> {
    let mut value = value;
    let mut literal = literal;
    while let Some(c) = literal.chars().next() {
        if c == ' ' {
            if !value.is_empty() && !value.starts_with(' ') {
                return None;
            }
            literal = literal.trim_start_matches(' ');
            value = value.trim_start_matches(' ');
            continue;
        }
        value = value.strip_prefix(c)?;
        literal = &literal[c.len_utf8()..];
    }
    Some(value)
}

/// A number of one or two digits, or of exactly two.
fn number(value: &str, fixed: bool) -> Option<(i8, &str)> {
    let digits = value.bytes().take(2).take_while(u8::is_ascii_digit).count();
    if digits == 0 || fixed && digits < 2 {
        return None;
    }
    Some((value[..digits].parse().ok()?, &value[digits..]))
}

/// Which of the names a text begins with, whatever its case.
fn name<'v>(names: &[&str], value: &'v str, short: bool) -> Option<(usize, &'v str)> {
    names.iter().enumerate().find_map(|(index, name)| {
        let name = if short { &name[..3] } else { name };
        let head = value.get(..name.len())?;
        head.eq_ignore_ascii_case(name).then(|| (index, &value[name.len()..]))
    })
}

/// The digits after a decimal point as nanoseconds.
fn nanos(digits: &str) -> Option<i32> {
    let padded: String = digits.chars().chain(std::iter::repeat('0')).take(9).collect();
    padded.parse().ok()
}

impl Fields {
    fn read<'v>(&mut self, chunk: Chunk, value: &'v str, fraction_follows: bool) -> Option<&'v str> {
        let in_range = |n: i8, low: i8, high: i8| (low..=high).contains(&n).then_some(n);
        Some(match chunk {
            Chunk::LongYear => {
                let digits = value.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
                self.year = digits.parse().ok()?;
                &value[4..]
            }
            Chunk::Year => {
                let (year, rest) = number(value, true)?;
                self.year = i16::from(year) + if year >= 69 { 1900 } else { 2000 };
                rest
            }
            Chunk::LongMonth | Chunk::Month => {
                let (index, rest) = name(&MONTHS, value, chunk == Chunk::Month)?;
                self.month = i8::try_from(index + 1).ok();
                rest
            }
            Chunk::NumMonth { zero } => {
                let (month, rest) = number(value, zero)?;
                self.month = Some(in_range(month, 1, 12)?);
                rest
            }
            Chunk::LongWeekday | Chunk::Weekday => name(&WEEKDAYS, value, chunk == Chunk::Weekday)?.1,
            Chunk::Day(pad) => {
                let value = if pad == Pad::Space { value.strip_prefix(' ').unwrap_or(value) } else { value };
                let (day, rest) = number(value, pad == Pad::Zero)?;
                self.day = Some(day);
                rest
            }
            Chunk::YearDay { zero } => {
                let padding = if zero { 0 } else { value.bytes().take(2).take_while(|b| *b == b' ').count() };
                let digits = value.get(padding..3).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
                self.year_day = Some(digits.parse().ok()?);
                &value[3..]
            }
            Chunk::Hour => {
                let (hour, rest) = number(value, false)?;
                self.hour = in_range(hour, 0, 23)?;
                rest
            }
            Chunk::Hour12 { zero } => {
                let (hour, rest) = number(value, zero)?;
                self.hour = in_range(hour, 0, 12)?;
                rest
            }
            Chunk::Minute { zero } => {
                let (minute, rest) = number(value, zero)?;
                self.minute = in_range(minute, 0, 59)?;
                rest
            }
            Chunk::Second { zero } => {
                let (second, rest) = number(value, zero)?;
                self.second = in_range(second, 0, 59)?;
                self.undeclared_fraction(rest, fraction_follows)?
            }
            Chunk::Upper | Chunk::Lower => {
                let (am, pm) = if chunk == Chunk::Upper { ("AM", "PM") } else { ("am", "pm") };
                self.afternoon = Some(value.starts_with(pm));
                value.strip_prefix(pm).or_else(|| value.strip_prefix(am))?
            }
            Chunk::Offset { z: true, .. } if value.starts_with('Z') => {
                self.utc = true;
                &value[1..]
            }
            Chunk::Offset { colon, parts, .. } => self.read_offset(value, colon, parts)?,
            Chunk::ZoneName => {
                if let Some(rest) = value.strip_prefix("UTC") {
                    self.utc = true;
                    return Some(rest);
                }
                let length = zone_name_length(value)?;
                value[..length].clone_into(&mut self.zone_name);
                &value[length..]
            }
            Chunk::Fraction { trim: false, digits, .. } => {
                value.strip_prefix(['.', ','])?;
                let shown = value.get(1..=digits).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
                self.nanos = nanos(shown)?;
                &value[1 + digits..]
            }
            Chunk::Fraction { trim: true, .. } => self.undeclared_fraction(value, false)?,
        })
    }

    /// A fraction of a second may follow even where the layout has none.
    fn undeclared_fraction<'v>(&mut self, value: &'v str, declared: bool) -> Option<&'v str> {
        let Some(after) = value.strip_prefix(['.', ',']).filter(|_| !declared) else { return Some(value) };
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Some(value);
        }
        self.nanos = nanos(&after[..digits])?;
        Some(&after[digits..])
    }

    fn read_offset<'v>(&mut self, value: &'v str, colon: bool, parts: u8) -> Option<&'v str> {
        let sign = match value.as_bytes().first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let mut rest = &value[1..];
        let mut seconds = 0;
        for (part, (unit, most)) in [(3600, 24), (60, 60), (1, 60)].into_iter().take(parts.into()).enumerate() {
            if colon && part > 0 {
                rest = rest.strip_prefix(':')?;
            }
            let (number, after) = number(rest, true)?;
            if i32::from(number) > most {
                return None;
            }
            seconds += i32::from(number) * unit;
            rest = after;
        }
        self.offset = Some(sign * seconds);
        Some(rest)
    }

    fn finish(self, fallback: &Zone, local: &Zone) -> Option<Time> {
        let hour = match self.afternoon {
            Some(true) if self.hour < 12 => self.hour + 12,
            Some(false) if self.hour == 12 => 0,
            _ => self.hour,
        };
        let date = match self.year_day {
            Some(day) => {
                let date = Date::new(self.year, 1, 1).ok()?.with().day_of_year(day).build().ok()?;
                let same = |stated: Option<i8>, found: i8| stated.is_none_or(|stated| stated == found);
                if !same(self.month, date.month()) || !same(self.day, date.day()) {
                    return None;
                }
                date
            }
            None => Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()?,
        };
        let clock = date.to_datetime(jiff::civil::Time::new(hour, self.minute, self.second, self.nanos).ok()?);
        if self.utc {
            return Some(Time { instant: Zone::Utc.instant(clock)?, zone: Zone::Utc });
        }
        if let Some(offset) = self.offset {
            let instant = Zone::Fixed(String::new(), offset).instant(clock)?;
            let (there, name) = local.at(instant);
            let is_local = there == offset && (self.zone_name.is_empty() || self.zone_name == name);
            let zone = if is_local { local.clone() } else { Zone::Fixed(self.zone_name, offset) };
            return Some(Time { instant, zone });
        }
        if !self.zone_name.is_empty() {
            return named(clock, self.zone_name, local);
        }
        Some(Time { instant: fallback.instant(clock)?, zone: fallback.clone() })
    }
}

/// A time of a zone that is known by its abbreviation: that of the local zone if it is called so then, or one that
/// nobody knows the offset of.
fn named(clock: DateTime, name: String, local: &Zone) -> Option<Time> {
    let instant: Timestamp = local.instant(clock)?;
    if local.at(instant).1 == name {
        return Some(Time { instant, zone: local.clone() });
    }
    // Go reads the clock as that of Greenwich, and yet shows `GMT+3` three hours ahead
    let hours = name.strip_prefix("GMT").and_then(|hours| hours.parse::<i32>().ok()).unwrap_or(0);
    Some(Time { instant: Zone::Utc.instant(clock)?, zone: Zone::Fixed(name, hours * 3600) })
}

/// How long the abbreviation of a zone is at the beginning of a text.
fn zone_name_length(value: &str) -> Option<usize> {
    if value.starts_with("ChST") || value.starts_with("MeST") {
        return Some(4);
    }
    let signed = |text: &str| {
        let hours = text.strip_prefix(['+', '-'])?;
        let digits = hours.bytes().take_while(u8::is_ascii_digit).count();
        hours[..digits].parse::<u8>().ok().filter(|h| *h < 24).map(|_| 1 + digits)
    };
    if let Some(rest) = value.strip_prefix("GMT") {
        return Some(3 + signed(rest).unwrap_or(0));
    }
    if value.starts_with(['+', '-']) {
        return signed(value);
    }
    let letters = value.bytes().take(6).take_while(u8::is_ascii_uppercase).count();
    match letters {
        5 if value.as_bytes()[4] == b'T' => Some(5),
        4 if value.as_bytes()[3] == b'T' || value.starts_with("WITA") => Some(4),
        3 => Some(3),
        _ => None,
    }
}
