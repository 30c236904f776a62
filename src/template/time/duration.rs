//! Lengths of time as Go has them: nanoseconds in 64 bits.

use std::fmt;

/// A length of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::template) struct Duration(pub(in crate::template) i64);

const UNITS: [(&str, i64); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("μs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

impl Duration {
    pub(in crate::template) const SECOND: Duration = Duration(1_000_000_000);

    /// Reads `1h15m30.918s`.
    pub(in crate::template) fn parse(text: &str) -> Result<Duration, String> {
        let bad = || format!("`{text}` is no duration");
        let (negative, mut rest) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        if rest == "0" {
            return Ok(Duration(0));
        }
        if rest.is_empty() {
            return Err(bad());
        }
        let mut total: i128 = 0;
        while !rest.is_empty() {
            let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
            let (whole, after) = rest.split_at(digits(rest));
            let (fraction, after) = match after.strip_prefix('.') {
                Some(after) => after.split_at(digits(after)),
                None => ("", after),
            };
            if whole.is_empty() && fraction.is_empty() {
                return Err(bad());
            }
            let length = after.find(|c: char| c == '.' || c.is_ascii_digit()).unwrap_or(after.len());
            let (name, after) = after.split_at(length);
            let unit = UNITS.iter().find(|(unit, _)| *unit == name);
            let Some((_, unit)) = unit else {
                let problem =
                    if name.is_empty() { "a unit is missing".into() } else { format!("unknown unit `{name}`") };
                return Err(format!("`{text}` is no duration: {problem}"));
            };
            let unit = i128::from(*unit);
            let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| bad())? };
            total = whole.checked_mul(unit).and_then(|n| total.checked_add(n)).ok_or_else(bad)?;
            let kept: String = fraction.chars().take(18).collect();
            if let Ok(number) = kept.parse::<i128>() {
                total += number * unit / 10i128.pow(u32::try_from(kept.len()).unwrap_or(0));
            }
            rest = after;
        }
        i64::try_from(if negative { -total } else { total }).map(Duration).map_err(|_| bad())
    }

    /// Rounds to a multiple of another length, halves away from zero.
    pub(in crate::template) fn round(self, unit: Duration) -> Duration {
        if unit.0 <= 0 {
            return self;
        }
        let (number, unit) = (i128::from(self.0), i128::from(unit.0));
        let rest = (number % unit).abs();
        let toward_zero = number.signum() * (number.abs() - rest);
        let rounded = if rest * 2 < unit { toward_zero } else { toward_zero + number.signum() * unit };
        Duration(rounded.clamp(i64::MIN.into(), i64::MAX.into()).try_into().unwrap_or(0))
    }

    /// Rounds toward zero to a multiple of another length.
    pub(in crate::template) fn truncate(self, unit: Duration) -> Duration {
        if unit.0 <= 0 { self } else { Duration(self.0 - self.0 % unit.0) }
    }

    /// The length in units of that many nanoseconds.
    #[allow(clippy::cast_precision_loss)]
    pub(in crate::template) fn in_units(self, unit: i64) -> f64 {
        (self.0 / unit) as f64 + (self.0 % unit) as f64 / unit as f64
    }
}

/// `1h15m30.918s`; below a second the largest unit that fits.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nanos = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimal = |number: u64, unit: u64| {
            let width = unit.ilog10() as usize;
            let text = format!("{}.{:0width$}", number / unit, number % unit);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        match nanos {
            0 => f.write_str("0s"),
            1..1_000 => write!(f, "{sign}{nanos}ns"),
            1_000..1_000_000 => write!(f, "{sign}{}µs", decimal(nanos, 1_000)),
            1_000_000..1_000_000_000 => write!(f, "{sign}{}ms", decimal(nanos, 1_000_000)),
            _ => {
                let minutes = nanos / 60_000_000_000;
                let seconds = decimal(nanos % 60_000_000_000, 1_000_000_000);
                match (minutes / 60, minutes % 60) {
                    (0, 0) => write!(f, "{sign}{seconds}s"),
                    (0, minutes) => write!(f, "{sign}{minutes}m{seconds}s"),
                    (hours, minutes) => write!(f, "{sign}{hours}h{minutes}m{seconds}s"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_and_written() {
        for (text, printed) in [
            ("1h15m30.918s", "1h15m30.918s"),
            ("90m", "1h30m0s"),
            ("1.5us", "1.5µs"),
            ("-0.5s", "-500ms"),
            ("0", "0s"),
            ("1h", "1h0m0s"),
        ] {
            assert_eq!(Duration::parse(text).unwrap().to_string(), printed);
        }
        for text in ["", "1", "h", "1x", "9223372036855s", "."] {
            assert!(Duration::parse(text).is_err(), "{text}");
        }
        assert_eq!(Duration::parse("1h15m30.918s").unwrap().round(Duration::SECOND).to_string(), "1h15m31s");
    }
}
