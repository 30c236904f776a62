//! `time`.

use super::conv::{text, to_int};
use crate::template::function::{CallResult, Table};
use crate::template::number::parse_int;
use crate::template::time::{Duration, Time, Zone, parse, time_val};
use crate::template::val::{Str, Val};

/// The layouts that Go has names for.
const LAYOUTS: [(&str, &str); 15] = [
    ("ANSIC", "Mon Jan _2 15:04:05 2006"),
    ("UnixDate", "Mon Jan _2 15:04:05 MST 2006"),
    ("RubyDate", "Mon Jan 02 15:04:05 -0700 2006"),
    ("RFC822", "02 Jan 06 15:04 MST"),
    ("RFC822Z", "02 Jan 06 15:04 -0700"),
    ("RFC850", "Monday, 02-Jan-06 15:04:05 MST"),
    ("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"),
    ("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"),
    ("RFC3339", "2006-01-02T15:04:05Z07:00"),
    ("RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"),
    ("Kitchen", "3:04PM"),
    ("Stamp", "Jan _2 15:04:05"),
    ("StampMilli", "Jan _2 15:04:05.000"),
    ("StampMicro", "Jan _2 15:04:05.000000"),
    ("StampNano", "Jan _2 15:04:05.000000000"),
];

pub(super) fn register(table: &mut Table) {
    for (name, layout) in LAYOUTS {
        table.add(&format!("time.{name}"), move || layout);
    }
    table.add("time.Now", || time_val(Time::now()));
    table.add("time.ZoneName", || Time::now().format("MST"));
    table.add("time.ZoneOffset", || Time::now().offset() as isize);
    table.add("time.Parse", |layout: Str, val: Val| read(&layout, &val, &Zone::Utc, &Zone::Local));
    table.add("time.ParseLocal", |layout: Str, val: Val| read(&layout, &val, &Zone::Local, &Zone::Local));
    table.add("time.ParseInLocation", |layout: Str, place: Str, val: Val| {
        let zone = Zone::load(&place).ok_or_else(|| format!("unknown time zone `{place}`"))?;
        read(&layout, &val, &zone, &zone)
    });
    table.add("time.Unix", |val: Val| -> CallResult {
        let (seconds, nanos) = seconds(&val)?;
        Ok(time_val(Time::unix(seconds, nanos).ok_or("the time is too far away")?))
    });
    let units = [
        ("Nanosecond", 1),
        ("Microsecond", 1_000),
        ("Millisecond", 1_000_000),
        ("Second", 1_000_000_000),
        ("Minute", 60_000_000_000),
        ("Hour", 3_600_000_000_000),
    ];
    for (name, unit) in units {
        table.add(&format!("time.{name}"), move |val: Val| Val::object(Duration(to_int(&val).wrapping_mul(unit))));
    }
    table.add("time.ParseDuration", |val: Val| -> CallResult { Ok(Val::object(Duration::parse(&text(&val))?)) });
    table.add("time.Since", |time: Time| Val::object(Time::now().since(&time)));
    table.add("time.Until", |time: Time| Val::object(time.since(&Time::now())));
}

fn read(layout: &str, val: &Val, fallback: &Zone, local: &Zone) -> CallResult {
    Ok(time_val(parse(layout, &text(val), fallback, local)?))
}

/// Seconds and nanoseconds; a fraction must be written as a text, because a float would not be exact.
fn seconds(val: &Val) -> CallResult<(i64, i64)> {
    let Some(text) = val.as_str() else {
        return match (val.as_integer(), val.as_float()) {
            (_, Some(f)) => Err(format!("the float {f} is not exact: write it as a string").into()),
            // only `int` and `uint64` count
            (Some(number), _) if !matches!(val, Val::Integer(..)) => Ok((i64::try_from(number).unwrap_or(0), 0)),
            _ => Ok((0, 0)),
        };
    };
    let bad = || format!("`{text}` is no number");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = parse_int(whole).ok_or_else(bad)?;
    if !text.contains('.') {
        return Ok((whole, 0));
    }
    let padded: String = fraction.chars().chain(std::iter::repeat('0')).take(9).collect();
    Ok((whole, parse_int(&padded).ok_or_else(bad)?))
}
