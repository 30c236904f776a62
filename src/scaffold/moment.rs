//! Moments, as far as templates use Python's `datetime`: those that a template makes, and those of YAML.

use crate::error::{Error, Result};
use jiff::civil;
use jiff::tz::{Offset, TimeZone};
use minijinja::value::{Kwargs, Object, ObjectRepr, Rest, from_args};
use minijinja::{ErrorKind, State, Value};
use std::fmt;
use std::sync::Arc;

type Failure = minijinja::Error;

/// A day, or a moment of one.
#[derive(Debug)]
pub(super) struct Moment {
    at: jiff::Zoned,
    kind: Kind,
}

/// Which of Python's classes it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Date,
    /// A date and time somewhere.
    Naive,
    /// One that knows its time zone, and prints it.
    Aware,
}

impl Moment {
    /// This moment, in UTC.
    pub(super) fn now() -> Value {
        Value::from_object(Moment { at: jiff::Zoned::now().with_time_zone(TimeZone::UTC), kind: Kind::Aware })
    }

    /// A date and time somewhere.
    pub(super) fn naive(at: civil::DateTime) -> Option<Value> {
        Moment::at(at, TimeZone::UTC, Kind::Naive).map(Value::from_object)
    }

    /// A date or a time of YAML, as Python reads it.
    ///
    /// # Errors
    /// An error for a day or an hour that is none.
    pub(super) fn read(text: &str) -> Result<Value> {
        let moment = Moment::parse(text).ok_or_else(|| Error::new(format!("`{text}` is no date")))?;
        Ok(Value::from_object(moment))
    }

    fn at(at: civil::DateTime, zone: TimeZone, kind: Kind) -> Option<Moment> {
        Some(Moment { at: at.to_zoned(zone).ok()?, kind })
    }

    fn parse(text: &str) -> Option<Moment> {
        let (day, time) = match text.find(|c: char| matches!(c, 'T' | 't') || c.is_ascii_whitespace()) {
            Some(at) => (&text[..at], text[at + 1..].trim_start()),
            None => (text, ""),
        };
        let mut numbers = day.splitn(3, '-').map(str::parse::<i16>);
        let mut number = || numbers.next()?.ok();
        let (year, month, day) = (number()?, i8::try_from(number()?).ok()?, i8::try_from(number()?).ok()?);
        let date = civil::Date::new(year, month, day).ok()?;
        if time.is_empty() {
            return Moment::at(date.at(0, 0, 0, 0), TimeZone::UTC, Kind::Date);
        }
        let clock = &time[..time.find(|c: char| !(c.is_ascii_digit() || ":.".contains(c))).unwrap_or(time.len())];
        let (seconds, fraction) = clock.split_once('.').unwrap_or((clock, ""));
        let mut numbers = seconds.splitn(3, ':').map(str::parse::<i8>);
        let mut number = || numbers.next()?.ok();
        // Python knows no parts of microseconds
        let micros: i32 = format!("{fraction:0<6.6}").parse().ok()?;
        let time_of_day = civil::Time::new(number()?, number()?, number()?, micros * 1000).ok()?;
        let (zone, kind) = match time[clock.len()..].trim() {
            "" => (TimeZone::UTC, Kind::Naive),
            "Z" => (TimeZone::UTC, Kind::Aware),
            offset => (TimeZone::fixed(offset_of(offset)?), Kind::Aware),
        };
        Moment::at(date.to_datetime(time_of_day), zone, kind)
    }

    /// What Python calls its class.
    pub(super) fn class(&self) -> &'static str {
        if self.kind == Kind::Date { "date" } else { "datetime" }
    }

    /// Python's `repr`.
    pub(super) fn repr(&self) -> String {
        let at = &self.at;
        let mut numbers = vec![i32::from(at.year()), i32::from(at.month()), i32::from(at.day())];
        if self.kind != Kind::Date {
            numbers.extend([i32::from(at.hour()), i32::from(at.minute())]);
            // seconds and parts of them that are none are left out
            let micros = at.subsec_nanosecond() / 1000;
            numbers.extend((at.second() != 0 || micros != 0).then_some(i32::from(at.second())));
            numbers.extend((micros != 0).then_some(micros));
        }
        let mut arguments: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        if self.kind == Kind::Aware {
            let zone = match i64::from(at.offset().seconds()) {
                0 => "datetime.timezone.utc".to_owned(),
                seconds => {
                    let span = Span(jiff::SignedDuration::from_secs(seconds));
                    format!("datetime.timezone({})", span.repr())
                }
            };
            arguments.push(format!("tzinfo={zone}"));
        }
        format!("datetime.{}({})", self.class(), arguments.join(", "))
    }

    /// Python's `isoformat`.
    fn iso(&self, separator: &str) -> String {
        let fraction = if self.at.subsec_nanosecond() < 1000 { "" } else { ".%6f" };
        let time = format!("{separator}%H:%M:%S{fraction}%:z");
        self.format(&format!("%Y-%m-%d{}", if self.kind == Kind::Date { "" } else { &time })).unwrap_or_default()
    }

    /// Python's `strftime`.
    fn format(&self, format: &str) -> Result<String, Failure> {
        let zoneless =
            |part: &str| ["%z", "%:z", "%Z"].iter().fold(part.to_owned(), |part, zone| part.replace(zone, ""));
        let format = match self.kind {
            Kind::Aware => format.to_owned(),
            Kind::Date | Kind::Naive => format.split("%%").map(zoneless).collect::<Vec<_>>().join("%%"),
        };
        jiff::fmt::strtime::format(&format, &self.at)
            .map_err(|e| Failure::new(ErrorKind::InvalidOperation, e.to_string()))
    }

    /// The same with other numbers.
    fn replaced(&self, names: &Kwargs) -> Result<Value, Failure> {
        let at = self.at.datetime();
        let number = |name: &str, own: i32| names.get::<Option<i32>>(name).map(|given| given.unwrap_or(own));
        let numbers = [
            number("year", at.year().into())?,
            number("month", at.month().into())?,
            number("day", at.day().into())?,
            number("hour", at.hour().into())?,
            number("minute", at.minute().into())?,
            number("second", at.second().into())?,
        ];
        let micros = number("microsecond", at.subsec_nanosecond() / 1000)?;
        names.assert_all_used()?;
        let moment = || {
            let [month, day, hour, minute, second] = <[i32; 5]>::try_from(&numbers[1..]).ok()?.map(i8::try_from);
            let date = civil::Date::new(i16::try_from(numbers[0]).ok()?, month.ok()?, day.ok()?).ok()?;
            let nanos = micros.checked_mul(1000)?;
            let time = civil::Time::new(hour.ok()?, minute.ok()?, second.ok()?, nanos).ok()?;
            Moment::at(date.to_datetime(time), self.at.time_zone().clone(), self.kind)
        };
        let out_of_range = || Failure::new(ErrorKind::InvalidOperation, "a number is out of range for a date");
        moment().map(Value::from_object).ok_or_else(out_of_range)
    }

    /// Seconds since 1970; a moment somewhere is one here.
    fn timestamp(&self) -> f64 {
        let here = || self.at.datetime().to_zoned(TimeZone::system()).map_or(self.at.timestamp(), |at| at.timestamp());
        let timestamp = if self.kind == Kind::Aware { self.at.timestamp() } else { here() };
        timestamp.as_duration().as_secs_f64()
    }
}

/// `+02:00`, `-5`.
fn offset_of(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Offset::from_seconds(sign * seconds).ok()
}

impl Object for Moment {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let at = &self.at;
        Some(match (key.as_str()?, self.kind) {
            ("year", _) => Value::from(at.year()),
            ("month", _) => Value::from(at.month()),
            ("day", _) => Value::from(at.day()),
            (_, Kind::Date) => return None,
            ("hour", _) => Value::from(at.hour()),
            ("minute", _) => Value::from(at.minute()),
            ("second", _) => Value::from(at.second()),
            ("microsecond", _) => Value::from(at.subsec_nanosecond() / 1000),
            _ => return None,
        })
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, args: &[Value]) -> Result<Value, Failure> {
        let (Rest(places), names): (Rest<Value>, Kwargs) = from_args(args)?;
        let argument = |name: &str| places.first().cloned().or_else(|| names.get(name).ok());
        let has_time = self.kind != Kind::Date;
        match name {
            "strftime" => {
                self.format(&argument("format").map(|format| format.to_string()).unwrap_or_default()).map(Value::from)
            }
            "isoformat" => Ok(Value::from(self.iso(&argument("sep").map_or("T".to_owned(), |sep| sep.to_string())))),
            "ctime" => self.format("%a %b %e %H:%M:%S %Y").map(Value::from),
            "weekday" => Ok(Value::from(self.at.weekday().to_monday_zero_offset())),
            "isoweekday" => Ok(Value::from(self.at.weekday().to_monday_one_offset())),
            "replace" => self.replaced(&names),
            "date" if has_time => Ok(Value::from_object(Moment {
                at: self.at.start_of_day().unwrap_or(self.at.clone()),
                kind: Kind::Date,
            })),
            "time" if has_time => {
                let fraction = if self.at.subsec_nanosecond() < 1000 { "" } else { ".%6f" };
                self.format(&format!("%H:%M:%S{fraction}")).map(Value::from)
            }
            "timestamp" if has_time => Ok(Value::from(self.timestamp())),
            "utcoffset" if has_time => Ok(match self.kind {
                Kind::Aware => {
                    Value::from_object(Span(jiff::SignedDuration::from_secs(self.at.offset().seconds().into())))
                }
                _ => Value::from(()),
            }),
            _ => Err(Failure::from(ErrorKind::UnknownMethod)),
        }
    }

    fn custom_cmp(self: &Arc<Self>, other: &minijinja::value::DynObject) -> Option<std::cmp::Ordering> {
        other.downcast_ref::<Moment>().map(|other| self.at.cmp(&other.at))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso(" "))
    }
}

/// What lies between two moments.
#[derive(Debug)]
pub(super) struct Span(jiff::SignedDuration);

impl Span {
    /// Days, and the seconds of the last one: Python counts days down, and seconds up.
    fn parts(&self) -> (i64, i64, i64) {
        const DAY: i128 = 86_400_000_000;
        let micros = self.0.as_micros();
        let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
        let whole = |number: i128| i64::try_from(number).unwrap_or(i64::MAX);
        (whole(days), whole(rest / 1_000_000), whole(rest % 1_000_000))
    }

    /// Python's `repr`, of whole seconds.
    fn repr(&self) -> String {
        let (days, seconds, _) = self.parts();
        let parts = [("days", days), ("seconds", seconds)].into_iter().filter(|(_, number)| *number != 0);
        let parts: Vec<_> = parts.map(|(name, number)| format!("{name}={number}")).collect();
        format!("datetime.timedelta({})", if parts.is_empty() { "0".to_owned() } else { parts.join(", ") })
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
