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
