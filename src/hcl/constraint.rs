//! Types of variables as Terraform writes them: `map(object({ name = string, size = optional(number, 1) }))`.

use super::evaluate::{Evaluator, key_name};
use super::problem::Problems;
use crate::text::SourceId;
use crate::value::Value;
use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, FuncCall, ObjectKey};
use std::fmt;
use std::ops::Range;

/// A type constraint.
#[derive(Clone, PartialEq, Debug)]
pub enum Type {
    /// Any value, all of one type where several are meant: `any`.
    Any,
    /// A text.
    String,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// A list of one type.
    List(Box<Type>),
    /// A list without order or repetition.
    Set(Box<Type>),
    /// A map from texts to one type.
    Map(Box<Type>),
    /// A list with a type for each place.
    Tuple(Vec<Type>),
    /// A map with a type for each name.
    Object(Vec<Attribute>),
}

/// One attribute of an object type.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// The type of its value.
    pub of: Type,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it is when it is left out, other than null.
    pub default: Option<Value>,
}

impl Type {
    /// Whether it has objects in it, whose attributes are declared.
    pub fn has_objects(&self) -> bool {
        match self {
            Type::List(of) | Type::Set(of) | Type::Map(of) => of.has_objects(),
            Type::Object(_) => true,
            _ => false,
        }
    }

    /// The type that an expression writes; `None` when it is none that Terraform knows.
    pub(super) fn read(expr: &Expression, source: SourceId) -> Option<Type> {
        match expr {
            Expression::Variable(name) => Self::keyword(name.as_str()),
            Expression::String(name) => Self::keyword(name.as_str()),
            Expression::Parenthesis(inner) => Self::read(inner.inner(), source),
            Expression::FuncCall(call) => Self::call(call, source),
            _ => None,
        }
    }

    /// Where an expression that is no type goes wrong.
    pub(super) fn fault(expr: &Expression, source: SourceId) -> Option<Range<usize>> {
        let inner = |expr: &Expression| Self::read(expr, source).is_none().then(|| Self::fault(expr, source)).flatten();
        let nested = match expr {
            Expression::FuncCall(call) => {
                let name = call.name.name.as_str();
                if !["list", "set", "map", "tuple", "object", "optional"].contains(&name) {
                    return expr.span();
                }
                call.args.iter().next().and_then(|arg| match (name, arg) {
                    ("tuple", Expression::Array(items)) => items.iter().find_map(inner),
                    ("object", Expression::Object(object)) => object
                        .iter()
                        .find(|(key, value)| {
                            key_name(key).and_then(|name| Attribute::read(name, value.expr(), source)).is_none()
                        })
                        .and_then(|(_, value)| inner(value.expr())),
                    ("tuple" | "object", _) => None,
                    (_, arg) => inner(arg),
                })
            }
            _ => None,
        };
        nested.or_else(|| expr.span())
    }

    /// A bare word; the old forms without an item's type mean any.
    pub(super) fn keyword(name: &str) -> Option<Type> {
        Some(match name {
            "any" => Type::Any,
            "string" => Type::String,
            "number" => Type::Number,
            "bool" => Type::Bool,
            "list" => Type::List(Type::Any.into()),
            "set" => Type::Set(Type::Any.into()),
            "map" => Type::Map(Type::Any.into()),
            _ => return None,
        })
    }

    fn call(call: &FuncCall, source: SourceId) -> Option<Type> {
        let mut args = call.args.iter();
        let (Some(arg), None) = (args.next(), args.next()) else { return None };
        let of = || Self::read(arg, source).map(Box::new);
        Some(match (call.name.name.as_str(), arg) {
            ("list", _) => Type::List(of()?),
            ("set", _) => Type::Set(of()?),
            ("map", _) => Type::Map(of()?),
            ("tuple", Expression::Array(items)) => {
                Type::Tuple(items.iter().map(|item| Self::read(item, source)).collect::<Option<_>>()?)
            }
            ("object", Expression::Object(object)) => {
                let attribute = |(key, value): (&ObjectKey, &hcl_edit::expr::ObjectValue)| {
                    Attribute::read(key_name(key)?, value.expr(), source)
                };
                Type::Object(object.iter().map(attribute).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }
}

impl Attribute {
    fn read(name: &str, expr: &Expression, source: SourceId) -> Option<Attribute> {
        let name = name.to_owned();
        match expr {
            Expression::FuncCall(call) if call.name.name.as_str() == "optional" => {
                let of = Type::read(call.args.get(0)?, source)?;
                let mut problems = Problems::default();
                let default = call.args.get(1).and_then(|d| Evaluator::new(source, &mut problems).value(d));
                Some(Attribute { name, of, optional: true, default })
            }
            expr => Some(Attribute { name, of: Type::read(expr, source)?, optional: false, default: None }),
        }
    }
}

/// As Terraform's own messages write it, on one line.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Any => f.write_str("any"),
            Type::String => f.write_str("string"),
            Type::Number => f.write_str("number"),
            Type::Bool => f.write_str("bool"),
            Type::List(of) => write!(f, "list({of})"),
            Type::Set(of) => write!(f, "set({of})"),
            Type::Map(of) => write!(f, "map({of})"),
            Type::Tuple(items) => {
                let items: Vec<_> = items.iter().map(Type::to_string).collect();
                write!(f, "tuple([{}])", items.join(", "))
            }
            Type::Object(attributes) => {
                let attribute = |a: &Attribute| {
                    if a.optional {
                        format!("{} = optional({})", a.name, a.of)
                    } else {
                        format!("{} = {}", a.name, a.of)
                    }
                };
                write!(f, "object({{{}}})", attributes.iter().map(attribute).collect::<Vec<_>>().join(", "))
            }
        }
    }
}
