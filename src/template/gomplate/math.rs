//! `math`: integers as long as nothing is a float.

use super::conv::{to_float, to_int};
use super::wrong_count;
use crate::template::budget::MAX_LIST;
use crate::template::collection::List;
use crate::template::function::{CallResult, Rest, Return, Table};
use crate::template::number::{parse_float, parse_int, truncate};
use crate::template::types::Type;
use crate::template::val::Val;

pub(super) fn register(table: &mut Table) {
    table.add("math.IsInt", |val: Val| is_int(&val));
    table.add("math.IsFloat", |val: Val| is_float(&val));
    table.add("math.IsNum", |val: Val| is_int(&val) || is_float(&val));
    table.add("math.Abs", |val: Val| {
        let magnitude = to_float(&val).abs();
        if is_int(&val) { truncate(magnitude).into_call_result() } else { magnitude.into_call_result() }
    });
    table.add("math.Add add", |vals: Rest<Val>| fold(&vals.0, 0, i64::wrapping_add, |a, b| a + b));
    table.add("math.Mul mul", |vals: Rest<Val>| fold(&vals.0, 1, i64::wrapping_mul, |a, b| a * b));
    table.add("math.Sub sub", |a: Val, b: Val| {
        if is_float(&a) || is_float(&b) {
            (to_float(&a) - to_float(&b)).into_call_result()
        } else {
            to_int(&a).wrapping_sub(to_int(&b)).into_call_result()
        }
    });
    table.add("math.Div div", |a: Val, b: Val| -> CallResult<f64> {
        let divisor = to_float(&b);
        if divisor == 0.0 { Err("division by zero".into()) } else { Ok(to_float(&a) / divisor) }
    });
    table.add("math.Rem rem", |a: Val, b: Val| match to_int(&b) {
        0 => Err("division by zero".into()),
        divisor => to_int(&a).wrapping_rem(divisor).into_call_result(),
    });
    table.add("math.Pow pow", |a: Val, b: Val| {
        let power = to_float(&a).powf(to_float(&b));
        if is_float(&a) { power.into_call_result() } else { truncate(power).into_call_result() }
    });
    table.add("math.Seq seq", seq);
    table.add("math.Max", |first: Val, others: Rest<Val>| extreme(&first, &others.0, i64::max, f64::max));
    table.add("math.Min", |first: Val, others: Rest<Val>| extreme(&first, &others.0, i64::min, f64::min));
    table.add("math.Ceil", |val: Val| to_float(&val).ceil());
    table.add("math.Floor", |val: Val| to_float(&val).floor());
    table.add("math.Round", |val: Val| to_float(&val).round());
}

fn is_int(val: &Val) -> bool {
    match val.as_str() {
        Some(text) => parse_int(text).is_some(),
        None => val.as_integer().is_some(),
    }
}

fn is_float(val: &Val) -> bool {
    match val.as_str() {
        Some(text) => parse_float(text).is_some() && parse_int(text).is_none(),
        None => val.as_float().is_some(),
    }
}

#[allow(clippy::cast_precision_loss)]
fn fold(vals: &[Val], start: i64, ints: fn(i64, i64) -> i64, floats: fn(f64, f64) -> f64) -> CallResult {
    if vals.iter().any(is_float) {
        return vals.iter().map(to_float).fold(start as f64, floats).into_call_result();
    }
    vals.iter().map(to_int).fold(start, ints).into_call_result()
}

fn extreme(first: &Val, others: &[Val], ints: fn(i64, i64) -> i64, floats: fn(f64, f64) -> f64) -> CallResult {
    if is_float(first) || others.iter().any(is_float) {
        let floats = |a: f64, b: f64| if a.is_nan() || b.is_nan() { f64::NAN } else { floats(a, b) };
        return others.iter().map(to_float).fold(to_float(first), floats).into_call_result();
    }
    others.iter().map(to_int).fold(to_int(first), ints).into_call_result()
}

/// The numbers from a start to an end, whichever of the two is larger.
fn seq(vals: Rest<Val>) -> CallResult<List> {
    let (start, end, step) = match &*vals.0 {
        [] => return Err(wrong_count("at least 1", 0)),
        [end] => (1, to_int(end), 1),
        [start, end] => (to_int(start), to_int(end), 1),
        [start, end, step] => (to_int(start), to_int(end), to_int(step)),
        _ => (1, 0, 1),
    };
    if step == 0 {
        return Ok(List::new(&Type::Int64, Vec::new()));
    }
    let count = u128::from(start.abs_diff(end) / step.unsigned_abs());
    if count > MAX_LIST as u128 {
        return Err(format!("{count} numbers are too many").into());
    }
    let step = i128::from(step.unsigned_abs()) * if end < start { -1 } else { 1 };
    let numbers = (0..=count).filter_map(|i| i128::try_from(i).ok());
    let items = numbers.map(|i| Val::integer(Type::Int64, i128::from(start) + i * step)).collect();
    Ok(List::new(&Type::Int64, items))
}
