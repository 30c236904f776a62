//! Operators, conditions and the conversions between primitive values.

use super::Evaluator;
use crate::text::Span;
use crate::value::{Data, Value};
use hcl_edit::Number;
use hcl_edit::expr::{BinaryOp, BinaryOperator, Conditional, UnaryOp, UnaryOperator};

impl Evaluator<'_> {
    pub(super) fn choose(&mut self, choice: &Conditional, span: Span) -> Option<Data> {
        let condition = self.value(&choice.cond_expr);
        let (yes, no) = (self.value(&choice.true_expr), self.value(&choice.false_expr));
        let condition = condition?;
        let Some(taken) = to_bool(&condition) else {
            self.problems.invalid(span, format!("a condition must be a boolean, not {}", condition.type_name()));
            return None;
        };
        let (yes, no) = (yes?, no?);
        let (result, other) = if taken { (yes, no) } else { (no, yes) };
        // of a string and another primitive value, both are strings
        match (&result.data, &other.data) {
            (Data::Bool(_) | Data::Int(_) | Data::Float(_), Data::Str(_)) => {
                to_text(&result).map(|t| Data::Str(t.into()))
            }
            _ => Some(result.data),
        }
    }

    pub(super) fn unary(&mut self, op: &UnaryOp, span: Span) -> Option<Data> {
        let value = self.value(&op.expr)?;
        match op.operator.value() {
            UnaryOperator::Neg => match value.data {
                Data::Int(i) => Some(i.checked_neg().map_or(Data::Float(-as_float(i)), Data::Int)),
                _ => self.number_of(&value, span).map(|n| from_float(-n)),
            },
            UnaryOperator::Not => self.bool_of(&value, span).map(|b| Data::Bool(!b)),
        }
    }

    pub(super) fn binary(&mut self, op: &BinaryOp, span: Span) -> Option<Data> {
        let (left, right) = (self.value(&op.lhs_expr), self.value(&op.rhs_expr));
        let (left, right) = (left?, right?);
        match op.operator.value() {
            BinaryOperator::Eq => return Some(Data::Bool(equal(&left, &right))),
            BinaryOperator::NotEq => return Some(Data::Bool(!equal(&left, &right))),
            BinaryOperator::And => return Some(Data::Bool(self.bool_of(&left, span)? & self.bool_of(&right, span)?)),
            BinaryOperator::Or => return Some(Data::Bool(self.bool_of(&left, span)? | self.bool_of(&right, span)?)),
            _ => {}
        }
        let (a, b) = (self.number_of(&left, span)?, self.number_of(&right, span)?);
        let result = match op.operator.value() {
            BinaryOperator::Plus => a + b,
            BinaryOperator::Minus => a - b,
            BinaryOperator::Mul => a * b,
            BinaryOperator::Div => a / b,
            BinaryOperator::Mod => a % b,
            BinaryOperator::LessEq => return Some(Data::Bool(a <= b)),
            BinaryOperator::GreaterEq => return Some(Data::Bool(a >= b)),
            BinaryOperator::Less => return Some(Data::Bool(a < b)),
            _ => return Some(Data::Bool(a > b)),
        };
        if !result.is_finite() {
            self.problems.invalid(span, "this cannot be divided");
            return None;
        }
        Some(from_float(result))
    }

    fn number_of(&mut self, value: &Value, span: Span) -> Option<f64> {
        let number = to_number(value);
        if number.is_none() {
            self.problems.invalid(span, format!("a number is needed here, not {}", value.type_name()));
        }
        number
    }

    fn bool_of(&mut self, value: &Value, span: Span) -> Option<bool> {
        let bool = to_bool(value);
        if bool.is_none() {
            self.problems.invalid(span, format!("a boolean is needed here, not {}", value.type_name()));
        }
        bool
    }
}

/// Values of different types are never equal: `1 == "1"` is false.
fn equal(a: &Value, b: &Value) -> bool {
    match (&a.data, &b.data) {
        (Data::Int(_) | Data::Float(_), Data::Int(_) | Data::Float(_)) => to_number(a) == to_number(b),
        _ => a == b,
    }
}

/// A boolean, or the text of one.
pub(crate) fn to_bool(value: &Value) -> Option<bool> {
    match &value.data {
        Data::Bool(b) => Some(*b),
        Data::Str(s) if &**s == "true" || &**s == "1" => Some(true),
        Data::Str(s) if &**s == "false" || &**s == "0" => Some(false),
        _ => None,
    }
}

/// A number, or the text of one.
pub(super) fn to_number(value: &Value) -> Option<f64> {
    match &value.data {
        Data::Int(i) => Some(as_float(*i)),
        Data::Float(f) => Some(*f),
        Data::Str(s) if s.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.') => s.parse().ok(),
        _ => None,
    }
}

/// A text, or the text of a number or a boolean.
pub(crate) fn to_text(value: &Value) -> Option<String> {
    match &value.data {
        Data::Str(s) => Some(s.to_string()),
        Data::Bool(b) => Some(b.to_string()),
        Data::Int(i) => Some(i.to_string()),
        Data::Uint(u) => Some(u.to_string()),
        Data::Float(f) => Some(f.to_string()),
        _ => None,
    }
}

/// The item that a whole number names.
pub(super) fn index(number: f64, items: &[Value]) -> Option<&Value> {
    items.iter().zip(0_u32..).find(|(_, i)| f64::from(*i).to_bits() == number.to_bits()).map(|(item, _)| item)
}

/// A number as it was written; beyond 64 bits it is a float.
pub(super) fn number(number: &Number) -> Data {
    number.as_i64().map_or_else(|| Data::Float(number.as_f64().unwrap_or_default()), Data::Int)
}

/// A whole number where it is one.
pub(crate) fn from_float(number: f64) -> Data {
    // 2^63, the first float that an i64 cannot hold
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if number.fract() == 0.0 && number.abs() < LIMIT {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and in range")]
        return Data::Int(number as i64);
    }
    Data::Float(number)
}

#[expect(clippy::cast_precision_loss, reason = "JSON numbers of Atmos are floats too")]
pub(crate) fn as_float(i: i64) -> f64 {
    i as f64
}
