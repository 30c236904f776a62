//! What a variable's `validation` blocks demand of its value, as far as that is plain: one of some words, a number within
//! bounds.

use super::body::{Body, Expr};
use super::evaluate::to_text;
use super::problem::Problems;
use crate::text::{Source, Span};
use crate::value::Value;
use hcl_edit::expr::{BinaryOperator, Expression, Traversal, TraversalOperator};

/// A `validation` block that can be judged without Terraform.
#[derive(Clone, Debug)]
pub struct Validation {
    demands: Vec<Demand>,
    /// What it says of a value that it refuses.
    pub message: String,
    /// Where its condition stands.
    pub span: Span,
}

#[derive(Clone, Debug)]
enum Demand {
    /// The value is one of these.
    OneOf(Vec<String>),
    /// The value compares with this number as the operator says.
    Compares(BinaryOperator, f64),
}

impl Validation {
    /// The validations of a variable's block; those that ask for more than is known here are passed over.
    pub(super) fn read(block: &Body<'_>, variable: &str, source: &Source) -> Vec<Validation> {
        let mut unread = Problems::default();
        let blocks = block.blocks(&[("validation", 0)], source, &mut unread);
        let read = |body: &Body<'_>| {
            let condition = body.attribute("condition")?;
            let Expr::Native(expression) = condition else { return None };
            let mut demands = Vec::new();
            demand(expression, variable, &mut demands)?;
            let message = body.attribute("error_message").and_then(|text| text.text(source, &mut Problems::default()));
            Some(Validation { demands, message: message.unwrap_or_default(), span: condition.span(source) })
        };
        blocks.iter().filter_map(|block| read(&block.body)).collect()
    }

    /// Whether a value is refused. What is neither a text nor a number is not judged.
    pub fn refuses(&self, value: &Value) -> bool {
        let Some(text) = to_text(value) else { return false };
        self.demands.iter().any(|demand| match demand {
            Demand::OneOf(words) => !words.contains(&text),
            Demand::Compares(operator, bound) => {
                text.parse().is_ok_and(|number: f64| !compares(number, *operator, *bound))
            }
        })
    }

    /// The words of which the value is to be one; none where anything else is asked for.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.demands.iter().filter_map(|demand| match demand {
            Demand::OneOf(words) => Some(words),
            Demand::Compares(..) => None,
        });
        words.flatten().map(String::as_str)
    }
}

/// Notes what a condition demands; `None` where that is not known.
fn demand(condition: &Expression, variable: &str, demands: &mut Vec<Demand>) -> Option<()> {
    match condition {
        Expression::Parenthesis(inner) => demand(inner.inner(), variable, demands)?,
        Expression::BinaryOp(both) if *both.operator.value() == BinaryOperator::And => {
            demand(&both.lhs_expr, variable, demands)?;
            demand(&both.rhs_expr, variable, demands)?;
        }
        Expression::BinaryOp(comparison) if is_variable(&comparison.lhs_expr, variable) => {
            let operator = *comparison.operator.value();
            let Expression::Number(bound) = &comparison.rhs_expr else { return None };
            let is_order = matches!(
                operator,
                BinaryOperator::Less | BinaryOperator::LessEq | BinaryOperator::Greater | BinaryOperator::GreaterEq
            );
            demands.push(Demand::Compares(operator, bound.value().as_f64().filter(|_| is_order)?));
        }
        Expression::FuncCall(call) if call.name.name.as_str() == "contains" && call.name.namespace.is_empty() => {
            let mut arguments = call.args.iter();
            let (Some(Expression::Array(words)), Some(value)) = (arguments.next(), arguments.next()) else {
                return None;
            };
            let words: Option<Vec<String>> = words.iter().map(word).collect();
            demands.push(Demand::OneOf(words.filter(|_| is_variable(value, variable))?));
        }
        _ => return None,
    }
    Some(())
}

fn word(expression: &Expression) -> Option<String> {
    match expression {
        Expression::String(text) => Some(text.value().clone()),
        Expression::Number(number) => Some(number.value().to_string()),
        Expression::Bool(flag) => Some(flag.value().to_string()),
        _ => None,
    }
}

/// Whether an expression is the variable itself: `var.name`.
fn is_variable(expression: &Expression, variable: &str) -> bool {
    let Expression::Traversal(traversal) = expression else { return false };
    let Traversal { expr: Expression::Variable(root), operators, .. } = &**traversal else { return false };
    let [step] = &operators[..] else { return false };
    root.as_str() == "var" && matches!(step.value(), TraversalOperator::GetAttr(name) if name.as_str() == variable)
}

fn compares(number: f64, operator: BinaryOperator, bound: f64) -> bool {
    match operator {
        BinaryOperator::Less => number < bound,
        BinaryOperator::LessEq => number <= bound,
        BinaryOperator::Greater => number > bound,
        _ => number >= bound,
    }
}
