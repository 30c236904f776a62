//! Times and durations as templates see them.

use super::layout::{MONTHS, WEEKDAYS};
use super::{Duration, Time, Zone};
use crate::template::error::CallError;
use crate::template::function::{CallResult, Param};
use crate::template::types::Type;
use crate::template::val::{Object, Val};
use crate::value::{Data, Value};
use std::any::Any;

/// A time as a value of templates.
pub(in crate::template) fn time_val(time: Time) -> Val {
    Val::object(time)
}

/// The time that a value is.
pub(in crate::template) fn time_of(val: &Val) -> Option<&Time> {
    val.as_object()
}

/// A duration as a value of templates.
pub(in crate::template) fn duration_val(duration: Duration) -> Val {
    Val::object(duration)
}

#[allow(clippy::unnecessary_wraps)]
fn int(number: impl Into<i128>) -> CallResult {
    Ok(Val::integer(Type::Int, number.into()))
}

fn argument<T: 'static>(arguments: &[Val], kind: Type) -> CallResult<&T> {
    match arguments {
        [val] => val.as_object::<T>().ok_or_else(|| format!("expected {kind}, got {}", val.type_name()).into()),
        _ => Err(CallError::from("wrong number of arguments: expected 1")),
    }
}

/// An argument that is an integer, or a duration.
fn length(arguments: &[Val]) -> CallResult<Duration> {
    argument::<Duration>(arguments, Type::DURATION).copied()
}

impl Param for Time {
    const TYPE: Type = Type::TIME;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        arguments.next()?.as_object::<Self>().cloned()
    }
}

impl Object for Time {
    fn type_of(&self) -> Type {
        Type::TIME
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let clock = self.clock();
        let takes_none = !matches!(
            name,
            "Format" | "Add" | "Sub" | "After" | "Before" | "Equal" | "Compare" | "AddDate" | "Round" | "Truncate"
        );
        if takes_none && !arguments.is_empty() {
            return Some(Err("wrong number of arguments: expected 0".into()));
        }
        let other = || argument::<Time>(arguments, Type::TIME);
        Some(match name {
            "Format" => match arguments {
                [layout] if layout.as_str().is_some() => Ok(Val::str(self.format(layout.as_str().unwrap_or("")))),
                _ => Err("expected a layout, a string".into()),
            },
            "Year" => int(clock.year()),
            "Month" => Ok(Val::object(Named::month(clock.month()))),
            "Day" => int(clock.day()),
            "Hour" => int(clock.hour()),
            "Minute" => int(clock.minute()),
            "Second" => int(clock.second()),
            "Nanosecond" => int(clock.subsec_nanosecond()),
            "YearDay" => int(clock.day_of_year()),
            "Weekday" => Ok(Val::object(Named::weekday(clock.weekday().to_sunday_zero_offset()))),
            "Unix" => Ok(Val::int64(self.instant.as_second())),
            "UnixMilli" => Ok(Val::int64(self.instant.as_millisecond())),
            "UnixMicro" => Ok(Val::int64(self.instant.as_microsecond())),
            "UnixNano" => Ok(Val::int64(i64::try_from(self.instant.as_nanosecond()).unwrap_or(0))),
            "UTC" => Ok(time_val(self.in_zone(Zone::Utc))),
            "Local" => Ok(time_val(self.in_zone(Zone::Local))),
            "Location" => Ok(Val::str(self.zone.name())),
            "IsZero" => Ok(Val::from(self.is_zero())),
            "String" => Ok(Val::str(self.to_string())),
            "Add" => length(arguments).map(|length| time_val(self.add(length))),
            "AddDate" => self.add_date(arguments),
            "Sub" => other().map(|other| duration_val(self.since(other))),
            "After" => other().map(|other| Val::from(self.instant > other.instant)),
            "Before" => other().map(|other| Val::from(self.instant < other.instant)),
            "Equal" => other().map(|other| Val::from(self.instant == other.instant)),
            "Compare" => other().and_then(|other| int(self.instant.cmp(&other.instant) as i8)),
            "Round" | "Truncate" => length(arguments).map(|unit| {
                let since_zero = self.since(&Time::zero());
                let rest = if unit.0 > 0 { since_zero.0.rem_euclid(unit.0) } else { 0 };
                let up = name == "Round" && unit.0 > 0 && rest * 2 >= unit.0;
                time_val(self.add(Duration(if up { unit.0 - rest } else { -rest })))
            }),
            _ => return None,
        })
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn to_value(&self) -> Value {
        Data::Time(self.format("2006-01-02T15:04:05.999999999Z07:00").into()).into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Time {
    /// Years, months and days later, where a day past the end of a month runs on into the next.
    fn add_date(&self, arguments: &[Val]) -> CallResult {
        let numbers: Vec<_> = arguments.iter().filter_map(|a| i64::try_from(a.as_integer()?).ok()).collect();
        let [years, months, days] = numbers[..] else { return Err("expected years, months and days".into()) };
        let clock = self.clock();
        let months = (i64::from(clock.year()) + years) * 12 + i64::from(clock.month()) - 1 + months;
        let too_far = || CallError::from("the date is too far away");
        let year = i16::try_from(months.div_euclid(12)).map_err(|_| too_far())?;
        let month = i8::try_from(months.rem_euclid(12) + 1).map_err(|_| too_far())?;
        let first = jiff::civil::Date::new(year, month, 1).map_err(|_| too_far())?;
        let span = jiff::Span::new().try_days(days + i64::from(clock.day()) - 1).map_err(|_| too_far())?;
        let date = first.checked_add(span).map_err(|_| too_far())?;
        let instant = self.zone.instant(date.to_datetime(clock.time())).ok_or_else(too_far)?;
        Ok(time_val(Time { instant, zone: self.zone.clone() }))
    }
}

impl Object for Duration {
    fn type_of(&self) -> Type {
        Type::DURATION
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let float = |unit: i64| Ok(Val::Value(Data::Float(self.in_units(unit)).into()));
        Some(match name {
            "Hours" => float(3_600_000_000_000),
            "Minutes" => float(60_000_000_000),
            "Seconds" => float(1_000_000_000),
            "Milliseconds" => Ok(Val::int64(self.0 / 1_000_000)),
            "Microseconds" => Ok(Val::int64(self.0 / 1_000)),
            "Nanoseconds" => Ok(Val::int64(self.0)),
            "Abs" => Ok(duration_val(Duration(self.0.saturating_abs()))),
            "Round" => length(arguments).map(|unit| duration_val(self.round(unit))),
            "Truncate" => length(arguments).map(|unit| duration_val(self.truncate(unit))),
            "String" => Ok(Val::str(self.to_string())),
            _ => return None,
        })
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn to_value(&self) -> Value {
        self.0.into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A month or weekday: a number with a name.
pub(in crate::template) struct Named {
    kind: Type,
    number: i64,
    name: &'static str,
}

impl Named {
    fn month(number: i8) -> Self {
        let index = usize::try_from(number - 1).unwrap_or(0);
        Named { kind: Type::Named("time.Month"), number: number.into(), name: MONTHS[index] }
    }

    fn weekday(number: i8) -> Self {
        let index = usize::try_from(number).unwrap_or(0);
        Named { kind: Type::Named("time.Weekday"), number: number.into(), name: WEEKDAYS[index] }
    }
}

impl Object for Named {
    fn type_of(&self) -> Type {
        self.kind
    }

    fn member(&self, name: &str, _: &[Val]) -> Option<CallResult> {
        (name == "String").then(|| Ok(Val::str(self.name)))
    }

    fn display(&self) -> String {
        self.name.to_owned()
    }

    fn to_value(&self) -> Value {
        self.number.into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
