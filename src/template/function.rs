//! Functions of templates: how they are found, what they take, and how Rust functions become some.
//!
//! A Rust function's parameter types are its Go signature: `fn(isize, Str) -> String` takes `int, string`, as
//! the original does, and refuses an `int64` as the original does.

use super::collection::{Dict, List};
use super::error::CallError;
use super::types::Type;
use super::val::{Str, Val};
use crate::value::{Data, Value};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a function call gives.
pub type CallResult<T = Val> = Result<T, CallError>;

/// What a function takes: checked before it is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The types of the parameters; the last repeats if the signature is variadic.
    pub parameters: Vec<Type>,
    /// Whether the last parameter takes any number of arguments.
    pub variadic: bool,
}

impl Signature {
    fn any() -> Self {
        Signature { parameters: vec![Type::Any], variadic: true }
    }

    /// The type of an argument by its number.
    pub(super) fn parameter(&self, number: usize) -> Type {
        self.parameters.get(number).or(self.parameters.last()).copied().unwrap_or(Type::Any)
    }

    /// Refuses a wrong number of arguments.
    pub(super) fn check_count(&self, count: usize) -> CallResult<()> {
        let fixed = self.parameters.len() - usize::from(self.variadic);
        if self.variadic && count < fixed {
            return Err(format!("wrong number of arguments: expected at least {fixed}, got {count}").into());
        }
        if !self.variadic && count != fixed {
            return Err(format!("wrong number of arguments: expected {fixed}, got {count}").into());
        }
        Ok(())
    }
}

type Body = dyn Fn(&[Val]) -> CallResult + Send + Sync;

/// A function that templates can call.
#[derive(Clone)]
pub struct Function(Arc<Definition>);

struct Definition {
    signature: Signature,
    body: Box<Body>,
}

impl Function {
    /// A function that takes any arguments as they come.
    pub fn new(body: impl Fn(&[Val]) -> CallResult + Send + Sync + 'static) -> Self {
        Function(Arc::new(Definition { signature: Signature::any(), body: Box::new(body) }))
    }

    /// A function whose Go signature is that of a Rust function.
    pub fn typed<M>(function: impl Typed<M>) -> Self {
        Function(Arc::new(Definition { signature: function.signature(), body: function.into_body() }))
    }

    /// What it takes.
    pub fn signature(&self) -> &Signature {
        &self.0.signature
    }

    /// Calls it.
    ///
    /// # Errors
    /// The arguments do not fit, or the function itself fails.
    pub fn call(&self, arguments: &[Val]) -> CallResult {
        self.0.signature.check_count(arguments.len())?;
        (self.0.body)(arguments).map(Val::wrapped)
    }
}

/// The functions behind a name: `{{ strings.ToUpper .x }}`.
pub struct Namespace {
    type_name: &'static str,
    functions: FxHashMap<Str, Function>,
}

impl Namespace {
    /// An empty namespace; the type's name is seen only in messages and `typeOf`.
    pub fn new(type_name: &'static str) -> Self {
        Namespace { type_name, functions: FxHashMap::default() }
    }

    pub(super) fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// A function of the namespace.
    pub fn get(&self, name: &str) -> Option<&Function> {
        self.functions.get(name)
    }

    /// The names of its functions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.functions.keys().map(|name| &**name)
    }
}

#[derive(Clone)]
enum Entry {
    Function(Function),
    Namespace(Arc<Namespace>),
}

/// One layer of names, such as all of sprig.
#[derive(Default, Clone)]
pub(super) struct Table(FxHashMap<Str, Entry>);

impl Table {
    /// Adds a Rust function under a name, or under several names of Go for the same function.
    pub(super) fn add<M>(&mut self, names: &str, function: impl Typed<M>) {
        let function = Function::typed(function);
        for name in names.split(' ') {
            self.insert(name, function.clone());
        }
    }

    /// Adds a function; a dotted name puts it into a namespace.
    pub(super) fn insert(&mut self, name: &str, function: Function) {
        let Some((space, member)) = name.split_once('.') else {
            self.0.insert(name.into(), Entry::Function(function));
            return;
        };
        self.namespace(space, "namespace", &[(member, function)]);
    }
}

impl Table {
    /// Adds functions to a namespace, which is made with that type if it is not there.
    pub(super) fn namespace(&mut self, name: &str, type_name: &'static str, members: &[(&str, Function)]) {
        let entry = self.0.entry(name.into()).or_insert_with(|| Entry::Namespace(Namespace::new(type_name).into()));
        if let Entry::Function(_) = entry {
            *entry = Entry::Namespace(Namespace::new(type_name).into());
        }
        if let Entry::Namespace(namespace) = entry {
            let mut functions = namespace.functions.clone();
            functions.extend(members.iter().map(|(member, function)| (Str::from(*member), function.clone())));
            *namespace = Arc::new(Namespace { type_name: namespace.type_name, functions });
        }
    }
}

/// All functions that a template may call. Cheap to clone; later ones win over earlier ones.
#[derive(Clone, Default)]
pub struct Functions {
    layers: Vec<Arc<Table>>,
    own: Arc<Table>,
}

/// What a name stands for.
pub(super) enum Found {
    Function(Function),
    Namespace(Arc<Namespace>),
}

impl Functions {
    /// Puts a layer of functions above those that are there.
    #[must_use]
    pub(super) fn with_layer(mut self, table: &Arc<Table>) -> Self {
        if !self.own.0.is_empty() {
            self.layers.push(std::mem::take(&mut self.own));
        }
        self.layers.push(Arc::clone(table));
        self
    }

    /// Adds a function, or with a name such as `atmos.Component` a function of a namespace.
    pub fn insert(&mut self, name: &str, body: impl Fn(&[Val]) -> CallResult + Send + Sync + 'static) {
        self.insert_function(name, Function::new(body));
    }

    /// Adds a function that was made elsewhere. The others of its namespace stay.
    pub fn insert_function(&mut self, name: &str, function: Function) {
        let below = name.split_once('.').filter(|(space, _)| !self.own.0.contains_key(*space));
        let kept = below.and_then(|(space, _)| Some((space, self.find_entry(space)?.clone())));
        let own = Arc::make_mut(&mut self.own);
        own.0.extend(kept.map(|(space, entry)| (space.into(), entry)));
        own.insert(name, function);
    }

    /// Whether a name may be called.
    pub fn contains(&self, name: &str) -> bool {
        self.find_entry(name).is_some()
    }

    fn find_entry(&self, name: &str) -> Option<&Entry> {
        self.own.0.get(name).or_else(|| self.layers.iter().rev().find_map(|table| table.0.get(name)))
    }

    pub(super) fn find(&self, name: &str) -> Option<Found> {
        Some(match self.find_entry(name)? {
            Entry::Function(function) => Found::Function(function.clone()),
            Entry::Namespace(space) => Found::Namespace(Arc::clone(space)),
        })
    }

    /// The functions of a namespace; nothing where the name stands for none.
    pub fn members(&self, space: &str) -> Option<Vec<&str>> {
        match self.find_entry(space)? {
            Entry::Namespace(space) => Some(space.names().collect()),
            Entry::Function(_) => None,
        }
    }

    /// The names that may be called, for hints.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().chain([&self.own]).flat_map(|table| table.0.keys().map(|name| &**name))
    }
}

/// A parameter of a Rust function that templates call.
pub trait Param: Sized {
    /// The type that arguments must have.
    const TYPE: Type;
    /// Whether it takes all the arguments that are left.
    const VARIADIC: bool = false;

    /// Takes what it needs; `None` when an argument is of another type.
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self>;
}

macro_rules! param {
    ($type:ty, $go:expr, $pattern:pat => $result:expr) => {
        impl Param for $type {
            const TYPE: Type = $go;
            fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
                match arguments.next()? {
                    $pattern => $result,
                    _ => None,
                }
            }
        }
    };
}

param!(Str, Type::String, Val::Value(Value { data: Data::Str(text), .. }) => Some(Arc::clone(text)));
param!(bool, Type::Bool, Val::Value(Value { data: Data::Bool(b), .. }) => Some(*b));
param!(isize, Type::Int, Val::Value(Value { data: Data::Int(i), .. }) => isize::try_from(*i).ok());
param!(i64, Type::Int64, Val::Integer(Type::Int64, i) => i64::try_from(*i).ok());
param!(u64, Type::Uint64, Val::Value(Value { data: Data::Uint(u), .. }) => Some(*u));
param!(u32, Type::Uint32, Val::Integer(Type::Uint32, u) => u32::try_from(*u).ok());
param!(usize, Type::Uint, Val::Integer(Type::Uint, u) => usize::try_from(*u).ok());
param!(f64, Type::Float64, Val::Value(Value { data: Data::Float(f), .. }) => Some(*f));

impl Param for Val {
    const TYPE: Type = Type::Any;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        arguments.next().map(|val| if matches!(val, Val::Missing) { Val::NIL } else { val.clone() })
    }
}

impl Param for Dict {
    const TYPE: Type = Type::MAP;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        match arguments.next()? {
            Val::Dict(dict) if *dict.element() == Type::Any => Some(dict.clone()),
            val if val.is_nil() => Some(Dict::new()),
            _ => None,
        }
    }
}

impl Param for Option<Dict> {
    const TYPE: Type = Type::MAP;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        if arguments.as_slice().first().is_some_and(Val::is_nil) {
            arguments.next();
            return Some(None);
        }
        Dict::take(arguments).map(Some)
    }
}

impl Param for List {
    const TYPE: Type = Type::LIST;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        match arguments.next()? {
            Val::List(list) if *list.element() == Type::Any => Some(list.clone()),
            val if val.is_nil() => Some(List::of(Vec::new())),
            _ => None,
        }
    }
}

impl Param for Vec<Str> {
    const TYPE: Type = Type::STRINGS;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        match arguments.next()? {
            Val::List(list) if *list.element() == Type::String => {
                Some(list.items().iter().filter_map(Val::as_str).map(Str::from).collect())
            }
            val if val.is_nil() => Some(Vec::new()),
            _ => None,
        }
    }
}

/// The arguments that are left: Go's `...T`.
pub struct Rest<T>(pub Vec<T>);

impl<T: Param> Param for Rest<T> {
    const TYPE: Type = T::TYPE;
    const VARIADIC: bool = true;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        let mut rest = Vec::with_capacity(arguments.len());
        while !arguments.as_slice().is_empty() {
            rest.push(T::take(arguments)?);
        }
        Some(Rest(rest))
    }
}

/// What a Rust function may return to a template.
pub trait Return {
    /// The value or error that the template gets.
    ///
    /// # Errors
    /// The function failed.
    fn into_call_result(self) -> CallResult;
}

impl<T: Return> Return for Result<T, CallError> {
    fn into_call_result(self) -> CallResult {
        self?.into_call_result()
    }
}

macro_rules! returns {
    ($($type:ty: $name:ident => $val:expr;)*) => {
        $(impl Return for $type {
            fn into_call_result(self) -> CallResult {
                let $name = self;
                Ok($val)
            }
        })*
    };
}

returns! {
    Val: v => v;
    Value: v => Val::from(v);
    String: s => Val::str(s);
    &str: s => Val::str(s);
    Str: s => Val::str(s);
    bool: b => Val::from(b);
    isize: i => Val::integer(Type::Int, i as i128);
    i64: i => Val::int64(i);
    u64: u => Val::Value(Data::Uint(u).into());
    usize: u => Val::Integer(Type::Uint, u as i128);
    f64: f => Val::Value(Data::Float(f).into());
    List: l => Val::List(l);
    Dict: d => Val::Dict(d);
    Vec<Val>: v => Val::List(List::of(v));
    Vec<String>: v => Val::List(List::strings(v));
    Vec<Str>: v => Val::List(List::strings(v));
    Vec<u8>: v => Val::Bytes(v.into());
    BTreeMap<Str, Val>: m => Val::Dict(Dict::of(m));
}

/// A Rust function whose parameters and result templates know.
pub trait Typed<M> {
    /// What it takes.
    fn signature(&self) -> Signature;
    /// The function over untyped arguments.
    fn into_body(self) -> Box<Body>;
}

macro_rules! typed {
    ($($param:ident),*) => {
        impl<F, R, $($param),*> Typed<(R, $($param,)*)> for F
        where
            F: Fn($($param),*) -> R + Send + Sync + 'static,
            R: Return,
            $($param: Param,)*
        {
            fn signature(&self) -> Signature {
                Signature { parameters: vec![$($param::TYPE),*], variadic: false $(|| $param::VARIADIC)* }
            }

            #[allow(non_snake_case, unused_variables, unused_mut)]
            fn into_body(self) -> Box<Body> {
                Box::new(move |arguments| {
                    let mut left = arguments.iter();
                    $(
                        let before = left.as_slice();
                        let Some($param) = $param::take(&mut left) else {
                            return Err(mismatch($param::TYPE, before, left.len()));
                        };
                    )*
                    self($($param),*).into_call_result()
                })
            }
        }
    };
}

typed!();
typed!(A);
typed!(A, B);
typed!(A, B, C);
typed!(A, B, C, D);
typed!(A, B, C, D, E);
typed!(A, B, C, D, E, G);

/// The error for the argument that was read last.
#[cold]
fn mismatch(expected: Type, before: &[Val], left: usize) -> CallError {
    let taken = (before.len() - left).max(1);
    let got = before.get(taken - 1).map_or_else(|| "nothing".to_owned(), Val::type_name);
    format!("wrong type of argument: expected {expected}, got {got}").into()
}
