//! Sprig's dates.

use crate::template::function::{CallResult, Table};
use crate::template::time::{Duration, Time, Zone, parse, time_of, time_val};
use crate::template::types::Type;
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("now", || time_val(Time::now()));
    table.add("date", |layout: Str, date: Val| in_zone(&layout, &date, "Local"));
    table.add("dateInZone date_in_zone", |layout: Str, date: Val, zone: Str| in_zone(&layout, &date, &zone));
    table.add("htmlDate", |date: Val| in_zone("2006-01-02", &date, "Local"));
    table.add("htmlDateInZone", |date: Val, zone: Str| in_zone("2006-01-02", &date, &zone));
    table.add("dateModify date_modify", |length: Str, time: Time| {
        time_val(Duration::parse(&length).map_or_else(|_| time.clone(), |length| time.add(length)))
    });
    table.add("mustDateModify must_date_modify", |length: Str, time: Time| -> CallResult {
        Ok(time_val(time.add(Duration::parse(&length)?)))
    });
    table.add("toDate", |layout: Str, text: Str| {
        time_val(parse(&layout, &text, &Zone::Local, &Zone::Local).unwrap_or_else(|_| Time::zero()))
    });
    table.add("mustToDate", |layout: Str, text: Str| -> CallResult {
        Ok(time_val(parse(&layout, &text, &Zone::Local, &Zone::Local)?))
    });
    table.add("unixEpoch", |time: Time| time.instant.as_second().to_string());
    table.add("ago", |date: Val| {
        let since = Time::now().since(&moment(&date, false));
        since.round(Duration::SECOND).to_string()
    });
    table.add("duration", |seconds: Val| {
        let seconds = match (&seconds, seconds.as_str()) {
            (_, Some(text)) => text.parse().unwrap_or(0),
            (Val::Integer(Type::Int64, number), _) => i64::try_from(*number).unwrap_or(0),
            _ => 0,
        };
        Duration(seconds.wrapping_mul(Duration::SECOND.0)).to_string()
    });
    table.add("durationRound", |length: Val| rounded(&length));
}

/// A time, or seconds since 1970; now where it is neither.
fn moment(val: &Val, int32: bool) -> Time {
    if let Some(time) = time_of(val) {
        return time.clone();
    }
    let is_seconds =
        matches!(val.type_of(), Some(Type::Int | Type::Int64)) || int32 && val.type_of() == Some(Type::Int32);
    let seconds = val.as_integer().filter(|_| is_seconds).and_then(|n| i64::try_from(n).ok());
    seconds.and_then(|seconds| Time::unix(seconds, 0)).unwrap_or_else(Time::now)
}

fn in_zone(layout: &str, date: &Val, zone: &str) -> String {
    moment(date, true).in_zone(Zone::load(zone).unwrap_or(Zone::Utc)).format(layout)
}

/// The largest unit of a duration, and how many of it there are.
fn rounded(val: &Val) -> String {
    let length = match (val, val.as_str(), time_of(val)) {
        (_, Some(text), _) => Duration::parse(text).unwrap_or(Duration(0)),
        (_, _, Some(time)) => Time::now().since(time),
        (Val::Integer(Type::Int64, number), ..) => Duration(i64::try_from(*number).unwrap_or(0)),
        _ => Duration(0),
    };
    let nanos = length.0.unsigned_abs();
    let hour = 3_600_000_000_000;
    let units = [
        (24 * 365 * hour, "y"),
        (24 * 30 * hour, "mo"),
        (24 * hour, "d"),
        (hour, "h"),
        (hour / 60, "m"),
        (hour / 3600, "s"),
    ];
    let unit = units.iter().find(|(unit, _)| nanos > *unit);
    unit.map_or_else(|| "0s".to_owned(), |(unit, name)| format!("{}{name}", nanos / unit))
}
