//! What a template computes with: the data's values, and what Go's functions make of them.

use super::base::encode64;
use super::budget::Budget;
use super::collection::{Dict, List};
use super::function::{Function, Namespace};
use super::time::Time;
use super::types::Type;
use crate::value::{Data, Value};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// A shared text.
pub type Str = Arc<str>;

/// A value during rendering.
///
/// The data's nulls, booleans, numbers and texts stay what they are; its lists and maps are wrapped when they
/// are first looked at, because `set` and `merge` change maps in place. The rest is what only functions make.
#[derive(Clone, Default)]
pub enum Val {
    /// Nothing at all: a missing key, the end of an empty pipeline. Prints as `<no value>`.
    #[default]
    Missing,
    /// A null (Go's nil), boolean, `int`, `uint64`, `float64` or text. A function may also give a list or map.
    Value(Value),
    /// An integer of another type than `int` and `uint64`.
    Integer(Type, i128),
    /// A list (Go's slice).
    List(List),
    /// A map with text keys.
    Dict(Dict),
    /// A `[]byte`.
    Bytes(Rc<[u8]>),
    /// A value with fields and methods, such as a time or a version.
    Object(Rc<dyn Object>),
    /// The functions behind a name such as `strings` or `atmos`.
    Namespace(Arc<Namespace>),
    /// A function that `call` can call.
    Func(Function),
}

/// A value with fields and methods.
pub trait Object {
    /// Its Go type.
    fn type_of(&self) -> Type;

    /// A field, or a method called with arguments; `None` when it has none of that name.
    fn member(&self, name: &str, arguments: &[Val]) -> Option<Result<Val, super::CallError>>;

    /// What it prints as.
    fn display(&self) -> String;

    /// What it becomes in JSON and YAML.
    fn to_value(&self) -> Value {
        self.display().into()
    }

    /// Whether it equals another object.
    fn equals(&self, other: &dyn Object) -> bool {
        self.type_of() == other.type_of() && self.display() == other.display()
    }

    /// The object itself, to be read by the functions that made it.
    fn as_any(&self) -> &dyn std::any::Any;
}

impl Val {
    /// Go's nil, a null of the data.
    pub const NIL: Val = Val::Value(Value::NULL);

    /// A text.
    pub fn str(text: impl Into<Str>) -> Self {
        Val::Value(Value::str(text))
    }

    /// An `int64`.
    pub fn int64(number: i64) -> Self {
        Val::Integer(Type::Int64, number.into())
    }

    /// An integer of a Go type; one that does not fit is zero.
    pub fn integer(kind: Type, number: i128) -> Self {
        match kind {
            Type::Int => Val::Value(i64::try_from(number).unwrap_or_default().into()),
            Type::Uint64 => Val::Value(Data::Uint(u64::try_from(number).unwrap_or_default()).into()),
            kind => Val::Integer(kind, number),
        }
    }

    /// A value with fields and methods.
    pub fn object(object: impl Object + 'static) -> Self {
        Val::Object(Rc::new(object))
    }

    /// Wraps a list or map that a function gave as plain data.
    #[must_use]
    pub(super) fn wrapped(self) -> Self {
        match self {
            Val::Value(value) => Val::from(value),
            other => other,
        }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Val::Value(value) => value.as_str(),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Val::Value(value) => value.as_bool(),
            _ => None,
        }
    }

    /// Any integer, whatever its type.
    pub fn as_integer(&self) -> Option<i128> {
        match self {
            Val::Integer(_, number) => Some(*number),
            Val::Value(Value { data: Data::Int(number), .. }) => Some((*number).into()),
            Val::Value(Value { data: Data::Uint(number), .. }) => Some((*number).into()),
            _ => None,
        }
    }

    /// The float, if it is one.
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Val::Value(Value { data: Data::Float(number), .. }) => Some(*number),
            _ => None,
        }
    }

    /// The object, if it is one of that kind.
    pub fn as_object<T: 'static>(&self) -> Option<&T> {
        match self {
            Val::Object(object) => object.as_any().downcast_ref(),
            _ => None,
        }
    }

    /// Whether it is nil or nothing.
    pub fn is_nil(&self) -> bool {
        match self {
            Val::Missing => true,
            Val::Value(value) => value.is_null(),
            _ => false,
        }
    }

    /// Whether `if` takes it for true: neither empty nor zero nor nil.
    pub fn is_true(&self) -> bool {
        match self {
            Val::Missing => false,
            Val::Value(value) => match &value.data {
                Data::Null => false,
                Data::Bool(b) => *b,
                Data::Int(i) => *i != 0,
                Data::Uint(u) => *u != 0,
                Data::Float(f) => *f != 0.0,
                Data::Str(s) => !s.is_empty(),
                Data::Time(_) => true,
                Data::Seq(items) => !items.is_empty(),
                Data::Map(map) => !map.is_empty(),
            },
            Val::Integer(_, number) => *number != 0,
            Val::List(list) => !list.is_empty(),
            Val::Dict(dict) => !dict.is_empty(),
            Val::Bytes(bytes) => !bytes.is_empty(),
            Val::Object(_) | Val::Namespace(_) | Val::Func(_) => true,
        }
    }

    /// Its Go type; nothing and nil have none.
    pub fn type_of(&self) -> Option<Type> {
        Some(match self {
            Val::Missing => return None,
            Val::Value(value) => match &value.data {
                Data::Null => return None,
                Data::Bool(_) => Type::Bool,
                Data::Int(_) => Type::Int,
                Data::Uint(_) => Type::Uint64,
                Data::Float(_) => Type::Float64,
                Data::Str(_) => Type::String,
                Data::Time(_) => Type::TIME,
                Data::Seq(_) => Type::LIST,
                Data::Map(_) => Type::MAP,
            },
            Val::Integer(kind, _) => *kind,
            Val::List(list) => Type::Slice(list.element()),
            Val::Dict(dict) => Type::Map(dict.element()),
            Val::Bytes(_) => Type::Slice(&Type::Uint8),
            Val::Object(object) => object.type_of(),
            Val::Namespace(space) => Type::Pointer(space.type_name()),
            Val::Func(_) => Type::Func,
        })
    }

    /// The name of its type in messages.
    pub fn type_name(&self) -> String {
        self.type_of().map_or_else(|| "nil".to_owned(), |t| t.to_string())
    }

    /// The plain data of it, as JSON would hold it; a function is null.
    pub fn to_value(&self) -> Value {
        self.data(&mut Budget::new())
    }

    pub(super) fn data(&self, budget: &mut Budget) -> Value {
        match self {
            Val::Missing | Val::Func(_) => Value::NULL,
            Val::Value(value) => value.clone(),
            Val::Integer(_, number) => match (i64::try_from(*number), u64::try_from(*number)) {
                (Ok(i), _) => Data::Int(i).into(),
                (_, Ok(u)) => Data::Uint(u).into(),
                _ => Value::NULL,
            },
            Val::List(list) => budget.enter(|budget| list.data(budget)).unwrap_or_default(),
            Val::Dict(dict) => budget.enter(|budget| dict.data(budget)).unwrap_or_default(),
            Val::Bytes(bytes) => encode64(bytes).into(),
            Val::Object(object) => object.to_value(),
            Val::Namespace(_) => Value::empty_map(),
        }
    }
}

impl From<Value> for Val {
    fn from(value: Value) -> Self {
        match value.data {
            Data::Seq(items) => Val::List(List::of_data(items)),
            Data::Map(map) => Val::Dict(Dict::of_data(map)),
            Data::Time(text) => Time::of_yaml(&text).map_or_else(|| Val::str(text), Val::object),
            _ => Val::Value(value),
        }
    }
}

impl FromIterator<Val> for Val {
    fn from_iter<I: IntoIterator<Item = Val>>(items: I) -> Self {
        Val::List(List::of(items.into_iter().collect()))
    }
}

impl From<&str> for Val {
    fn from(text: &str) -> Self {
        Val::str(text)
    }
}

impl From<String> for Val {
    fn from(text: String) -> Self {
        Val::str(text)
    }
}

impl From<bool> for Val {
    fn from(b: bool) -> Self {
        Val::Value(b.into())
    }
}

impl fmt::Debug for Val {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.type_name(), super::fmt::print_value(self))
    }
}
