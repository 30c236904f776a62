//! Sprig's arithmetic with decimals, which is exact where floats are not: `addf 0.1 0.2` is 0.3.

use super::cast::float;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::Val;
use num_bigint::BigInt;

/// How many digits a quotient gets after the point.
const QUOTIENT_DIGITS: i32 = 16;

pub(super) fn register(table: &mut Table) {
    table.add("add1f", |val: Val| fold(float(&val), &[1.0], |a, b| Ok(a.add(&b))));
    table.add("addf", |vals: Rest<Val>| fold(0.0, &floats(&vals), |a, b| Ok(a.add(&b))));
    table.add("subf", |val: Val, others: Rest<Val>| {
        fold(float(&val), &floats(&others), |a, b| Ok(a.add(&b.negative())))
    });
    table.add("mulf", |val: Val, others: Rest<Val>| fold(float(&val), &floats(&others), |a, b| Ok(a.multiply(&b))));
    table.add("divf", |val: Val, others: Rest<Val>| fold(float(&val), &floats(&others), |a, b| a.divide(&b)));
}

fn floats(vals: &Rest<Val>) -> Vec<f64> {
    vals.0.iter().map(float).collect()
}

fn fold(first: f64, others: &[f64], step: fn(Decimal, Decimal) -> CallResult<Decimal>) -> CallResult<f64> {
    let mut result = Decimal::from_float(first)?;
    for other in others {
        result = step(result, Decimal::from_float(*other)?)?;
    }
    Ok(result.to_float())
}

/// A whole number times a power of ten.
struct Decimal {
    digits: BigInt,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal that reads back as the float.
    fn from_float(f: f64) -> CallResult<Self> {
        if !f.is_finite() {
            return Err("infinity and not-a-number are no decimals".into());
        }
        let text = format!("{f:e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}").parse().unwrap_or_default();
        let places = i32::try_from(fraction.len()).unwrap_or(0);
        Ok(Decimal { digits, exponent: exponent.parse::<i32>().unwrap_or(0) - places })
    }

    fn to_float(&self) -> f64 {
        format!("{}e{}", self.digits, self.exponent).parse().unwrap_or(0.0)
    }

    /// The digits of the number with a smaller exponent.
    fn scaled(&self, exponent: i32) -> BigInt {
        &self.digits * BigInt::from(10).pow(self.exponent.saturating_sub(exponent).unsigned_abs())
    }

    fn add(&self, other: &Decimal) -> Decimal {
        let exponent = self.exponent.min(other.exponent);
        Decimal { digits: self.scaled(exponent) + other.scaled(exponent), exponent }
    }

    fn negative(&self) -> Decimal {
        Decimal { digits: -&self.digits, exponent: self.exponent }
    }

    fn multiply(&self, other: &Decimal) -> Decimal {
        Decimal { digits: &self.digits * &other.digits, exponent: self.exponent + other.exponent }
    }

    /// The quotient to sixteen places, rounded half away from zero.
    fn divide(&self, other: &Decimal) -> CallResult<Decimal> {
        let zero = BigInt::ZERO;
        if other.digits == zero {
            return Err("decimal division by zero".into());
        }
        let shift = self.exponent - other.exponent + QUOTIENT_DIGITS;
        let power = BigInt::from(10).pow(shift.unsigned_abs());
        let (dividend, divisor) = if shift >= 0 {
            (&self.digits * power, other.digits.clone())
        } else {
            (self.digits.clone(), &other.digits * power)
        };
        let (mut quotient, rest) = (&dividend / &divisor, &dividend % &divisor);
        if rest.magnitude() * 2u8 >= *divisor.magnitude() {
            let up = (dividend < zero) == (divisor < zero);
            quotient += if up { 1 } else { -1 };
        }
        Ok(Decimal { digits: quotient, exponent: -QUOTIENT_DIGITS })
    }
}
