//! Go's `time`: moments with their zone, durations, and the layouts that write and read them.

mod duration;
mod layout;
mod methods;
mod parse;

pub(super) use duration::Duration;
pub(super) use methods::{time_of, time_val};
pub(super) use parse::parse;

use crate::yaml::Timestamp as YamlTimestamp;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// A moment and the place whose clock shows it.
#[derive(Clone, Debug)]
pub(super) struct Time {
    pub(super) instant: Timestamp,
    pub(super) zone: Zone,
}

/// Where a clock stands: Go's `time.Location`.
#[derive(Clone, Debug)]
pub(super) enum Zone {
    Utc,
    /// Where this machine is.
    Local,
    Place(TimeZone),
    /// A name, which may be empty, and seconds east of Greenwich.
    Fixed(String, i32),
}

/// Nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;

impl Zone {
    /// The zone of a name of the time zone database.
    pub(super) fn load(name: &str) -> Option<Zone> {
        match name {
            "" | "UTC" => Some(Zone::Utc),
            "Local" => Some(Zone::Local),
            _ if name.contains("..") || name.starts_with(['/', '\\']) => None,
            _ => TimeZone::get(name).ok().map(Zone::Place),
        }
    }

    /// Seconds east of Greenwich at a moment, and how the zone is called then.
    fn at(&self, instant: Timestamp) -> (i32, String) {
        let of = |zone: &TimeZone| {
            let info = zone.to_offset_info(instant);
            (info.offset().seconds(), info.abbreviation().to_owned())
        };
        match self {
            Zone::Utc => (0, "UTC".into()),
            Zone::Local => of(&TimeZone::system()),
            Zone::Place(zone) => of(zone),
            Zone::Fixed(name, offset) => (*offset, name.clone()),
        }
    }

    /// What `Location` prints as.
    fn name(&self) -> String {
        match self {
            Zone::Utc => "UTC".into(),
            Zone::Local => "Local".into(),
            Zone::Place(zone) => zone.iana_name().unwrap_or("").into(),
            Zone::Fixed(name, _) => name.clone(),
        }
    }

    /// The moment when a clock in the zone shows a date and time.
    fn instant(&self, clock: DateTime) -> Option<Timestamp> {
        let of = |zone: &TimeZone| zone.to_ambiguous_timestamp(clock).compatible().ok();
        match self {
            Zone::Utc => Offset::UTC.to_timestamp(clock).ok(),
            Zone::Local => of(&TimeZone::system()),
            Zone::Place(zone) => of(zone),
            Zone::Fixed(_, offset) => Offset::from_seconds(*offset).ok()?.to_timestamp(clock).ok(),
        }
    }
}

impl Time {
    pub(super) fn now() -> Self {
        Time { instant: Timestamp::now(), zone: Zone::Local }
    }

    /// The time that YAML has in one of its forms.
    pub(super) fn of_yaml(text: &str) -> Option<Self> {
        let text = YamlTimestamp::parse(text)?.rfc3339();
        parse("2006-01-02T15:04:05.999999999Z07:00", &text, &Zone::Utc, &Zone::Local).ok()
    }

    /// Go's zero time: the first of January of the year 1.
    pub(super) fn zero() -> Self {
        Time { instant: Timestamp::from_second(-62_135_596_800).unwrap_or_default(), zone: Zone::Utc }
    }

    /// Seconds and nanoseconds since 1970; `None` when that is too far away.
    pub(super) fn unix(seconds: i64, nanos: i64) -> Option<Self> {
        let total = i128::from(seconds) * SECOND + i128::from(nanos);
        Some(Time { instant: Timestamp::from_nanosecond(total).ok()?, zone: Zone::Local })
    }

    pub(super) fn is_zero(&self) -> bool {
        self.instant == Time::zero().instant
    }

    pub(super) fn in_zone(&self, zone: Zone) -> Self {
        Time { instant: self.instant, zone }
    }

    /// The moment that much later; one out of range stays where it is.
    pub(super) fn add(&self, duration: Duration) -> Self {
        let later = Timestamp::from_nanosecond(self.instant.as_nanosecond() + i128::from(duration.0));
        Time { instant: later.unwrap_or(self.instant), zone: self.zone.clone() }
    }

    /// How long after another moment it is; Go's durations end at 292 years.
    pub(super) fn since(&self, other: &Time) -> Duration {
        let nanos = self.instant.as_nanosecond() - other.instant.as_nanosecond();
        Duration(nanos.clamp(i64::MIN.into(), i64::MAX.into()).try_into().unwrap_or(0))
    }

    pub(super) fn offset(&self) -> i32 {
        self.zone.at(self.instant).0
    }

    fn clock(&self) -> DateTime {
        Offset::from_seconds(self.offset()).unwrap_or(Offset::UTC).to_datetime(self.instant)
    }
}

/// As `time.Time` prints: `2024-01-02 03:04:05 +0000 UTC`.
impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.format("2006-01-02 15:04:05.999999999 -0700 MST"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_write_what_they_read() {
        for (layout, text) in [
            ("2006-01-02", "2024-02-29"),
            ("Mon, 02 Jan 2006 15:04:05 -0700", "Thu, 29 Feb 2024 13:04:05 +0530"),
            ("January _2, 2006 at 3:04pm (MST)", "March  5, 2024 at 1:04am (UTC)"),
            ("2006-01-02T15:04:05.999Z07:00", "2024-01-02T03:04:05.25Z"),
            ("06/1/2 03:04:05.000 PM", "24/1/2 03:04:05.120 PM"),
            ("2006 002", "2024 060"),
        ] {
            assert_eq!(parse(layout, text, &Zone::Utc, &Zone::Utc).unwrap().format(layout), text, "{layout}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for (layout, text) in [
            ("2006-01-02", "2023-02-29"),
            ("2006-01-02", "2024-13-01"),
            ("2006-01-02", "2024-01-02x"),
            ("15:04", "25:00"),
            ("Jan", "Foo"),
        ] {
            assert!(parse(layout, text, &Zone::Utc, &Zone::Utc).is_err(), "{layout} {text}");
        }
    }
}
