//! Expressions with some names known: what a component's vars make of the arguments in its code.

use super::evaluate::Evaluator;
use super::problem::Problems;
use crate::text::SourceId;
use crate::value::{Map, Value};
use hcl_edit::expr::{Expression, ObjectKey};

/// Names and what they stand for: `var`, say, for all input variables.
#[derive(Clone, Debug, Default)]
pub struct Scope(Vec<(String, Value)>);

impl Scope {
    /// A scope of names.
    pub fn new(names: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Scope(names.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The value of an expression; `None` where it takes more than the known names to tell.
    pub fn value(&self, expression: &str) -> Option<Value> {
        self.evaluate(&hcl_edit::parser::parse_expr(expression).ok()?)
    }

    /// The entries of an object whose values can be told.
    pub fn entries(&self, expression: &str) -> Map {
        let Ok(Expression::Object(object)) = hcl_edit::parser::parse_expr(expression) else { return Map::default() };
        let entry = |(key, value): (&ObjectKey, &hcl_edit::expr::ObjectValue)| {
            let name = super::evaluate::key_name(key)?.to_owned();
            Some((name, self.evaluate(value.expr())?))
        };
        object.iter().filter_map(entry).collect()
    }

    fn evaluate(&self, expression: &Expression) -> Option<Value> {
        Evaluator::new(SourceId::NONE, &mut Problems::default()).with_names(&self.0).value(expression)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope() -> Scope {
        let vars = Map::from_iter([("stage", Value::from("dev")), ("none", Value::NULL)]);
        Scope::new([("var", Value::map(vars))])
    }

    #[test]
    fn known_names_are_replaced() {
        assert_eq!(scope().value("var.stage"), Some(Value::from("dev")));
        assert_eq!(scope().value(r#""plat-${var.stage}-vpc""#), Some(Value::from("plat-dev-vpc")));
        assert_eq!(scope().value("var.other"), None);
        assert_eq!(scope().value("lower(var.stage)"), None);
    }

    #[test]
    fn an_entry_that_is_not_known_leaves_the_others() {
        let entries =
            scope().entries(r#"{ bucket = "b", key = "${var.stage}/x", region = data.aws_region.this.name }"#);
        assert_eq!(entries.names().collect::<Vec<_>>(), ["bucket", "key"]);
    }
}
