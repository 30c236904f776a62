//! Sprig's arithmetic.

use super::cast::{self, float, int};
use crate::template::budget::MAX_LIST;
use crate::template::collection::List;
use crate::template::error::CallError;
use crate::template::fmt;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::types::Type;
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("int", |val: Val| cast::isize(int(&val)));
    table.add("int64", |val: Val| int(&val));
    table.add("float64", |val: Val| float(&val));
    table.add("atoi", |text: Str| text.parse::<isize>().unwrap_or(0));
    table.add("toDecimal", |val: Val| i64::from_str_radix(&fmt::print_value(&val), 8).unwrap_or(0));
    table.add("add", |vals: Rest<Val>| vals.0.iter().fold(0i64, |sum, val| sum.wrapping_add(int(val))));
    table.add("add1", |val: Val| int(&val).wrapping_add(1));
    table.add("sub", |a: Val, b: Val| int(&a).wrapping_sub(int(&b)));
    table.add("mul", |a: Val, others: Rest<Val>| others.0.iter().fold(int(&a), |m, val| m.wrapping_mul(int(val))));
    table.add("div", |a: Val, b: Val| match int(&b) {
        0 => Err(CallError::from("division by zero")),
        divisor => Ok(int(&a).wrapping_div(divisor)),
    });
    table.add("mod", |a: Val, b: Val| match int(&b) {
        0 => Err(CallError::from("division by zero")),
        divisor => Ok(int(&a).wrapping_rem(divisor)),
    });
    table.add("max biggest", |a: Val, others: Rest<Val>| others.0.iter().map(int).fold(int(&a), i64::max));
    table.add("min", |a: Val, others: Rest<Val>| others.0.iter().map(int).fold(int(&a), i64::min));
    table.add("maxf", |a: Val, others: Rest<Val>| others.0.iter().map(float).fold(float(&a), go_max));
    table.add("minf", |a: Val, others: Rest<Val>| -others.0.iter().map(|v| -float(v)).fold(-float(&a), go_max));
    table.add("floor", |val: Val| float(&val).floor());
    table.add("ceil", |val: Val| float(&val).ceil());
    table.add("round", round);
    table.add("until", |count: isize| count_range(0, count, if count < 0 { -1 } else { 1 }));
    table.add("untilStep", count_range);
    table.add("seq", seq);
}

/// The larger; not a number if either is none.
fn go_max(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { a.max(b) }
}

fn round(val: Val, places: isize, half: Rest<f64>) -> f64 {
    let half = half.0.first().copied().unwrap_or(0.5);
    #[allow(clippy::cast_precision_loss)]
    let power = 10f64.powf(places as f64);
    let digits = power * float(&val);
    let rounded = if digits.fract() >= half { digits.ceil() } else { digits.floor() };
    rounded / power
}

fn numbers(start: isize, end: isize, step: isize) -> CallResult<Vec<isize>> {
    let forward = end >= start;
    if forward == (step <= 0) {
        return Ok(Vec::new());
    }
    let count = (start as i128).abs_diff(end as i128).div_ceil(step.unsigned_abs() as u128);
    if count > MAX_LIST as u128 {
        return Err(format!("{count} numbers are too many").into());
    }
    let mut numbers = Vec::new();
    let mut next = Some(start);
    while let Some(number) = next.filter(|n| if forward { *n < end } else { *n > end }) {
        numbers.push(number);
        next = number.checked_add(step);
    }
    Ok(numbers)
}

fn count_range(start: isize, end: isize, step: isize) -> CallResult {
    let items = numbers(start, end, step)?.into_iter().map(|n| Val::integer(Type::Int, n as i128)).collect();
    Ok(Val::List(List::new(&Type::Int, items)))
}

/// Like the shell's `seq`: the numbers as one text.
fn seq(parameters: Rest<isize>) -> CallResult<String> {
    let (start, step, end) = match *parameters.0 {
        [end] => (1, if end < 1 { -1 } else { 1 }, end),
        [start, end] => (start, if end < start { -1 } else { 1 }, end),
        [start, step, end] if end < start && step > 0 => return Ok(String::new()),
        [start, step, end] => (start, step, end),
        _ => return Ok(String::new()),
    };
    let beyond = end.saturating_add(if end < start { -1 } else { 1 });
    let texts: Vec<_> = numbers(start, beyond, step)?.iter().map(isize::to_string).collect();
    Ok(texts.join(" "))
}
