//! The types of Go, as far as templates can see them: in `%T`, `typeOf`, and in what a function refuses.

use super::collection::{Dict, List};
use super::val::Val;
use crate::value::Data;
use std::collections::BTreeMap;
use std::fmt;

/// A Go type.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Type {
    /// `interface {}`: anything.
    Any,
    /// `bool`
    Bool,
    /// `int`, what integers of YAML and of the template's text are
    Int,
    /// `int32`
    Int32,
    /// `int64`
    Int64,
    /// `uint`
    Uint,
    /// `uint8`, also called byte
    Uint8,
    /// `uint32`
    Uint32,
    /// `uint64`
    Uint64,
    /// `float64`
    Float64,
    /// `string`
    String,
    /// A slice of a type
    Slice(&'static Type),
    /// A map from strings to a type
    Map(&'static Type),
    /// A structure, by its name
    Struct(&'static str),
    /// An integer with a name of its own, such as `time.Duration`
    Named(&'static str),
    /// A pointer to a structure, by its name
    Pointer(&'static str),
    /// Any function
    Func,
}

impl Type {
    /// `[]interface {}`
    pub const LIST: Type = Type::Slice(&Type::Any);
    /// `[]string`
    pub const STRINGS: Type = Type::Slice(&Type::String);
    /// `map[string]interface {}`
    pub const MAP: Type = Type::Map(&Type::Any);
    /// `time.Time`
    pub const TIME: Type = Type::Struct("time.Time");
    /// `time.Duration`
    pub const DURATION: Type = Type::Named("time.Duration");

    /// The word of `kindOf`.
    pub fn kind(self) -> &'static str {
        match self {
            Type::Any => "interface",
            Type::Bool => "bool",
            Type::Int32 => "int32",
            Type::Int64 | Type::DURATION => "int64",
            Type::Int | Type::Named(_) => "int",
            Type::Uint => "uint",
            Type::Uint8 => "uint8",
            Type::Uint32 => "uint32",
            Type::Uint64 => "uint64",
            Type::Float64 => "float64",
            Type::String => "string",
            Type::Slice(_) => "slice",
            Type::Map(_) => "map",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "ptr",
            Type::Func => "func",
        }
    }

    /// Its zero value: what `missingkey=zero` and an absent key of `index` give.
    pub(super) fn zero(self) -> Val {
        match self {
            Type::Bool => Val::from(false),
            Type::String => Val::str(""),
            Type::Float64 => Val::Value(Data::Float(0.0).into()),
            Type::Int | Type::Int32 | Type::Int64 | Type::Uint | Type::Uint8 | Type::Uint32 | Type::Uint64 => {
                Val::integer(self, 0)
            }
            Type::Slice(element) => Val::List(List::new(element, Vec::new())),
            Type::Map(element) => Val::Dict(Dict::of_type(element, BTreeMap::new())),
            _ => Val::NIL,
        }
    }

    /// Whether it is an integer without a sign.
    pub fn is_unsigned(self) -> bool {
        matches!(self, Type::Uint | Type::Uint8 | Type::Uint32 | Type::Uint64)
    }

    /// Whether a variable of the type may be nil.
    pub fn can_be_nil(self) -> bool {
        matches!(self, Type::Any | Type::Slice(_) | Type::Map(_) | Type::Pointer(_) | Type::Func)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Any => f.write_str("interface {}"),
            Type::Slice(element) => write!(f, "[]{element}"),
            Type::Map(element) => write!(f, "map[string]{element}"),
            Type::Struct(name) | Type::Named(name) => f.write_str(name),
            Type::Pointer(name) => write!(f, "*{name}"),
            other => f.write_str(other.kind()),
        }
    }
}
