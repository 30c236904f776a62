//! Moments, as far as templates use Python's `datetime`.

use super::Failure;
use crate::error::Error;
use minijinja::value::{Object, ObjectRepr};
use minijinja::{ErrorKind, State, Value};
use std::fmt;
use std::sync::Arc;

/// A moment.
#[derive(Debug)]
pub(super) struct Moment {
    at: jiff::Zoned,
    /// Whether it knows its time zone, and prints it.
    aware: bool,
}

impl Moment {
    /// This moment, in UTC.
    pub(super) fn now() -> Value {
        Value::from_object(Moment { at: jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC), aware: true })
    }

    /// A date and time somewhere.
    pub(super) fn naive(at: jiff::civil::DateTime) -> Option<Value> {
        let at = at.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
        Some(Value::from_object(Moment { at, aware: false }))
    }

    /// Python's `isoformat`.
    fn iso(&self, separator: char) -> String {
        let fraction = if self.at.microsecond() == 0 && self.at.millisecond() == 0 { "" } else { ".%6f" };
        let zone = if self.aware { "%:z" } else { "" };
        self.format(&format!("%Y-%m-%d{separator}%H:%M:%S{fraction}{zone}")).unwrap_or_default()
    }

    fn format(&self, format: &str) -> Result<String, Failure> {
        let text = jiff::fmt::strtime::format(format, &self.at);
        text.map_err(|e| super::globals::failure(Error::new(e.to_string())))
    }
}

impl Object for Moment {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(match key.as_str()? {
            "year" => Value::from(self.at.year()),
            "month" => Value::from(self.at.month()),
            "day" => Value::from(self.at.day()),
            "hour" => Value::from(self.at.hour()),
            "minute" => Value::from(self.at.minute()),
            "second" => Value::from(self.at.second()),
            "microsecond" => Value::from(i64::from(self.at.subsec_nanosecond() / 1000)),
            _ => return None,
        })
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, args: &[Value]) -> Result<Value, Failure> {
        match name {
            "strftime" => self.format(&args.first().map(ToString::to_string).unwrap_or_default()).map(Value::from),
            "isoformat" => Ok(Value::from(self.iso('T'))),
            "date" => self.format("%Y-%m-%d").map(Value::from),
            "time" => self.format("%H:%M:%S").map(Value::from),
            "timestamp" => Ok(Value::from(self.at.timestamp().as_duration().as_secs_f64())),
            "weekday" => Ok(Value::from(self.at.weekday().to_monday_zero_offset())),
            "isoweekday" => Ok(Value::from(self.at.weekday().to_monday_one_offset())),
            _ => Err(Failure::from(ErrorKind::UnknownMethod)),
        }
    }

    fn custom_cmp(self: &Arc<Self>, other: &minijinja::value::DynObject) -> Option<std::cmp::Ordering> {
        other.downcast_ref::<Moment>().map(|other| self.at.cmp(&other.at))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso(' '))
    }
}

/// What lies between two moments.
#[derive(Debug)]
struct Span(jiff::SignedDuration);

impl Span {
    /// Days, and the seconds of the last one: Python counts days down, and seconds up.
    fn parts(&self) -> (i64, i64, i64) {
        const DAY: i128 = 86_400_000_000;
        let micros = self.0.as_micros();
        let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
        let whole = |number: i128| i64::try_from(number).unwrap_or(i64::MAX);
        (whole(days), whole(rest / 1_000_000), whole(rest % 1_000_000))
    }
}

impl Object for Span {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let (days, seconds, micros) = self.parts();
        Some(Value::from(match key.as_str()? {
            "days" => days,
            "seconds" => seconds,
            "microseconds" => micros,
            _ => return None,
        }))
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, _: &[Value]) -> Result<Value, Failure> {
        match name {
            "total_seconds" => Ok(Value::from(self.0.as_secs_f64())),
            _ => Err(Failure::from(ErrorKind::UnknownMethod)),
        }
    }

    fn custom_cmp(self: &Arc<Self>, other: &minijinja::value::DynObject) -> Option<std::cmp::Ordering> {
        other.downcast_ref::<Span>().map(|other| self.0.cmp(&other.0))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, seconds, micros) = self.parts();
        if days != 0 {
            write!(f, "{days} day{}, ", if days.abs() == 1 { "" } else { "s" })?;
        }
        write!(f, "{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if micros == 0 { Ok(()) } else { write!(f, ".{micros:06}") }
    }
}

/// What lies between two moments; of numbers, the difference.
pub(super) fn minus(left: &Value, right: &Value) -> Result<Value, Failure> {
    if let (Some(left), Some(right)) = (left.downcast_object_ref::<Moment>(), right.downcast_object_ref::<Moment>()) {
        return Ok(Value::from_object(Span(right.at.timestamp().duration_until(left.at.timestamp()))));
    }
    match (i64::try_from(left.clone()), i64::try_from(right.clone())) {
        (Ok(left), Ok(right)) if left.checked_sub(right).is_some() => Ok(Value::from(left - right)),
        _ => Ok(Value::from(f64::try_from(left.clone())? - f64::try_from(right.clone())?)),
    }
}
