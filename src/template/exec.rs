//! Carries a template out over its data.

use super::ast::{At, Block, Command, Name, Node, Number, Pipe, Term};
use super::budget::{MAX_LIST, MAX_TEXT};
use super::error::{CallError, Fault};
use super::function::{Found, Function, Functions, Namespace};
use super::parse::Tree;
use super::types::Type;
use super::val::Val;
use super::{MissingKey, fmt};
use crate::value::{Data, Value};

/// How deep templates, blocks and parentheses may nest while they run: what bounds the stack.
const MAX_DEPTH: usize = 400;
/// How many nodes a rendering may visit, and sixteenths of the bytes it may make: what bounds its time.
// fewer in tests, where nothing is optimized
const MAX_STEPS: usize = if cfg!(test) { 500_000 } else { 20_000_000 };
/// How long its output may grow, in bytes.
const MAX_OUTPUT: usize = 64 << 20;

type Executed<T = ()> = Result<T, Fault>;

/// How a block was left.
#[derive(PartialEq, Eq)]
enum Flow {
    Next,
    Break,
    Continue,
}

/// Renders a tree.
pub(super) fn render(tree: &Tree, data: &Val, functions: &Functions, missing: MissingKey) -> Executed<String> {
    let mut run = Run {
        tree,
        functions,
        missing,
        out: String::new(),
        variables: vec![("$".into(), data.clone())],
        base: 0,
        depth: 0,
        steps: 0,
    };
    run.block(&tree.main, data)?;
    Ok(run.out)
}

struct Run<'t> {
    tree: &'t Tree,
    functions: &'t Functions,
    missing: MissingKey,
    out: String,
    variables: Vec<(Name, Val)>,
    /// Where the variables of the running template begin.
    base: usize,
    depth: usize,
    steps: usize,
}

impl<'t> Run<'t> {
    fn deeper<T>(&mut self, pos: u32, inner: impl FnOnce(&mut Self) -> Executed<T>) -> Executed<T> {
        if self.depth == MAX_DEPTH {
            return Err(fault(pos, "templates are nested too deeply"));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn check_steps(&self, pos: u32) -> Executed {
        if self.steps > MAX_STEPS || self.out.len() > MAX_OUTPUT {
            return Err(fault(pos, "the template does not come to an end"));
        }
        Ok(())
    }

    fn block(&mut self, block: &'t Block, dot: &Val) -> Executed<Flow> {
        for at in block {
            self.steps += 1;
            self.check_steps(at.pos)?;
            match &at.node {
                Node::Text(text) => self.out.push_str(text),
                Node::Action(pipe) => {
                    let val = self.pipeline(pipe, dot)?;
                    if pipe.variables.is_empty() {
                        self.print(at.pos, &val)?;
                    }
                }
                Node::Break => return Ok(Flow::Break),
                Node::Continue => return Ok(Flow::Continue),
                node => {
                    let flow = self.deeper(at.pos, |run| run.control(at.pos, node, dot))?;
                    if flow != Flow::Next {
                        return Ok(flow);
                    }
                }
            }
        }
        Ok(Flow::Next)
    }

    fn control(&mut self, pos: u32, node: &'t Node, dot: &Val) -> Executed<Flow> {
        let scope = self.variables.len();
        let flow = match node {
            Node::If(branches, other) => self.branches(branches, other, dot, false)?,
            Node::With(branches, other) => self.branches(branches, other, dot, true)?,
            Node::Range(pipe, body, other) => self.range(pos, pipe, body, other, dot)?,
            Node::Template(name, pipe) => return self.template(pos, name, pipe.as_ref(), dot),
            _ => Flow::Next,
        };
        self.variables.truncate(scope);
        Ok(flow)
    }

    fn branches(&mut self, branches: &'t [(Pipe, Block)], other: &'t Block, dot: &Val, with: bool) -> Executed<Flow> {
        for (pipe, block) in branches {
            let val = self.pipeline(pipe, dot)?;
            if val.is_true() {
                return self.block(block, if with { &val } else { dot });
            }
        }
        self.block(other, dot)
    }

    fn range(&mut self, pos: u32, pipe: &'t Pipe, body: &'t Block, other: &'t Block, dot: &Val) -> Executed<Flow> {
        let val = self.pipeline(pipe, dot)?;
        let two = pipe.variables.len() > 1;
        let mut ran = false;
        match &val {
            Val::List(list) => {
                for (index, item) in list.items().iter().enumerate() {
                    ran = true;
                    if !self.iteration(pipe, body, || int(index), item)? {
                        break;
                    }
                }
            }
            Val::Bytes(bytes) => {
                for (index, byte) in bytes.iter().enumerate() {
                    ran = true;
                    if !self.iteration(pipe, body, || int(index), &Val::Integer(Type::Uint8, (*byte).into()))? {
                        break;
                    }
                }
            }
            Val::Dict(dict) => {
                for (key, item) in dict.entries() {
                    ran = true;
                    if !self.iteration(pipe, body, || Val::str(key), &item)? {
                        break;
                    }
                }
            }
            val => match (val.as_integer(), val.type_of()) {
                (Some(_), _) if two => {
                    return Err(fault(pos, format!("`range` over {} has only one variable", fmt::print_value(val))));
                }
                (Some(count), Some(kind)) => {
                    for number in 0..count {
                        ran = true;
                        if !self.iteration(pipe, body, || Val::Missing, &Val::integer(kind, number))? {
                            break;
                        }
                    }
                }
                _ if val.is_nil() => {}
                _ => return Err(fault(pos, format!("`range` cannot iterate over {}", describe(val)))),
            },
        }
        if ran { Ok(Flow::Next) } else { self.block(other, dot) }
    }

    /// One turn of a loop; whether to go on.
    fn iteration(
        &mut self,
        pipe: &'t Pipe,
        body: &'t Block,
        index: impl FnOnce() -> Val,
        item: &Val,
    ) -> Executed<bool> {
        // a body may be empty, and a number has no end
        self.steps += 1;
        self.check_steps(u32::try_from(pos_of(pipe)).unwrap_or(u32::MAX))?;
        match &*pipe.variables {
            [] => {}
            [name] if pipe.assigns => self.assign(pipe, name, item.clone())?,
            [first, second] if pipe.assigns => {
                self.assign(pipe, first, index())?;
                self.assign(pipe, second, item.clone())?;
            }
            names => {
                // `pipeline` has pushed them: the item is on top, the index below
                let top = self.variables.len();
                self.variables[top - 1].1 = item.clone();
                if names.len() > 1 {
                    self.variables[top - 2].1 = index();
                }
            }
        }
        let scope = self.variables.len();
        let flow = self.block(body, item)?;
        self.variables.truncate(scope);
        Ok(flow != Flow::Break)
    }

    fn template(&mut self, pos: u32, name: &Name, pipe: Option<&'t Pipe>, dot: &Val) -> Executed<Flow> {
        let Some(block) = self.tree.defined.get(name) else {
            return Err(fault(pos, format!("template `{name}` is not defined")));
        };
        let dot = match pipe {
            Some(pipe) => self.pipeline(pipe, dot)?,
            None => Val::Missing,
        };
        let scope = self.variables.len();
        let base = std::mem::replace(&mut self.base, scope);
        self.variables.push(("$".into(), dot.clone()));
        self.block(block, &dot)?;
        self.base = base;
        self.variables.truncate(scope);
        Ok(Flow::Next)
    }

    fn print(&mut self, pos: u32, val: &Val) -> Executed {
        match val {
            Val::Value(Value { data: Data::Str(text), .. }) => self.out.push_str(text),
            Val::Func(_) => return Err(fault(pos, "a function cannot be printed")),
            val if val.is_nil() => self.out.push_str("<no value>"),
            val => self.out.push_str(&fmt::print_value(val)),
        }
        Ok(())
    }

    fn variable(&self, pos: u32, name: &Name) -> Executed<&Val> {
        let found = self.variables[self.base..].iter().rev().find(|(n, _)| n == name);
        found.map(|(_, val)| val).ok_or_else(|| fault(pos, format!("undefined variable `{name}`")))
    }

    fn assign(&mut self, pipe: &Pipe, name: &Name, val: Val) -> Executed {
        match self.variables[self.base..].iter_mut().rev().find(|(n, _)| n == name) {
            Some((_, slot)) => {
                *slot = val;
                Ok(())
            }
            None => Err(Fault::new(format!("undefined variable `{name}`"), pos_of(pipe))),
        }
    }

    fn pipeline(&mut self, pipe: &'t Pipe, dot: &Val) -> Executed<Val> {
        let mut last = None;
        for command in &pipe.commands {
            let val = self.command(command, dot, last)?;
            // a nil interface holds nothing, and nothing is what it becomes here
            last = Some(if val.is_nil() { Val::Missing } else { val });
        }
        let val = last.unwrap_or_default();
        for name in &pipe.variables {
            if pipe.assigns {
                self.assign(pipe, name, val.clone())?;
            } else {
                self.variables.push((name.clone(), val.clone()));
            }
        }
        Ok(val)
    }

    fn command(&mut self, command: &'t Command, dot: &Val, last: Option<Val>) -> Executed<Val> {
        let At { node, pos } = &command.head;
        let (pos, arguments) = (*pos, Given { terms: &command.arguments, last });
        match node {
            Term::Field(names) => self.fields(pos, dot.clone(), names, dot, arguments),
            Term::Chain(head, names) => {
                let receiver = self.chain_head(head, dot)?;
                self.fields(pos, receiver, names, dot, arguments)
            }
            Term::Function(name) => self.function(pos, name, dot, arguments),
            Term::Variable(name, names) => {
                let val = self.variable(pos, name)?.clone();
                self.fields(pos, val, names, dot, arguments)
            }
            _ if !arguments.is_empty() => Err(fault(pos, "what is no function cannot take arguments")),
            Term::Paren(pipe) => self.deeper(pos, |run| run.pipeline(pipe, dot)),
            Term::Bool(b) => Ok(Val::from(*b)),
            Term::Dot => Ok(dot.clone()),
            Term::Nil => Err(fault(pos, "nil is not a command")),
            Term::Number(number) => constant(pos, number),
            Term::Str(text) => Ok(Val::str(text.clone())),
        }
    }

    fn chain_head(&mut self, head: &'t At<Term>, dot: &Val) -> Executed<Val> {
        match &head.node {
            Term::Paren(pipe) => self.deeper(head.pos, |run| run.pipeline(pipe, dot)),
            Term::Function(name) => self.function(head.pos, name, dot, Given::NONE),
            _ => Err(fault(head.pos, "a field of an explicit nil")),
        }
    }

    fn fields(&mut self, pos: u32, val: Val, names: &'t [Name], dot: &Val, arguments: Given<'t>) -> Executed<Val> {
        let Some((last, before)) = names.split_last() else {
            return if arguments.is_empty() {
                Ok(val)
            } else {
                Err(fault(pos, "what is no function cannot take arguments"))
            };
        };
        let mut val = val;
        for name in before {
            val = self.field(pos, &val, name, dot, Given::NONE)?;
        }
        self.field(pos, &val, last, dot, arguments)
    }

    fn field(&mut self, pos: u32, val: &Val, name: &Name, dot: &Val, arguments: Given<'t>) -> Executed<Val> {
        match val {
            Val::Missing if self.missing == MissingKey::Error => {
                Err(fault(pos, format!("nil data has no entry for the key `{name}`")))
            }
            Val::Missing => Ok(Val::Missing),
            Val::Dict(_) if !arguments.is_empty() => {
                Err(fault(pos, format!("`{name}` has arguments but is no function")))
            }
            Val::Dict(dict) => match (dict.get(name), self.missing) {
                (Some(val), _) => Ok(val),
                (None, MissingKey::Default) => Ok(Val::Missing),
                (None, MissingKey::Zero) => Ok(dict.element().zero()),
                (None, MissingKey::Error) => Err(fault(pos, format!("the map has no entry for the key `{name}`"))),
            },
            Val::Namespace(space) => self.method(pos, space, name, dot, arguments),
            Val::Object(object) => {
                let values = self.untyped(dot, &arguments)?;
                match object.member(name, &values) {
                    Some(result) => result.map(Val::wrapped).map_err(|e| call_fault(pos, name, &e)),
                    None => Err(fault(pos, format!("{} has no field or method `{name}`", val.type_name()))),
                }
            }
            val if val.is_nil() => Err(fault(pos, format!("nil has no field `{name}`"))),
            val => Err(fault(pos, format!("{} has no field `{name}`", val.type_name()))),
        }
    }

    fn method(&mut self, pos: u32, space: &Namespace, name: &Name, dot: &Val, arguments: Given<'t>) -> Executed<Val> {
        match space.get(name) {
            Some(function) => self.call(pos, name, function, dot, arguments),
            None => Err(fault(pos, format!("{} has no function `{name}`", Type::Pointer(space.type_name())))),
        }
    }

    fn function(&mut self, pos: u32, name: &Name, dot: &Val, arguments: Given<'t>) -> Executed<Val> {
        match self.functions.find(name) {
            None => Err(fault(pos, format!("function `{name}` is not defined"))),
            Some(Found::Namespace(space)) if arguments.is_empty() => Ok(Val::Namespace(space)),
            Some(Found::Namespace(_)) => Err(fault(pos, format!("`{name}` takes no arguments"))),
            Some(Found::Function(_)) if &**name == "and" => self.short_circuit(pos, name, dot, arguments, false),
            Some(Found::Function(_)) if &**name == "or" => self.short_circuit(pos, name, dot, arguments, true),
            Some(Found::Function(function)) => self.call(pos, name, &function, dot, arguments),
        }
    }

    /// `and` stops at the first false argument, `or` at the first true one.
    fn short_circuit(
        &mut self,
        pos: u32,
        name: &Name,
        dot: &Val,
        arguments: Given<'t>,
        stop_at: bool,
    ) -> Executed<Val> {
        if arguments.is_empty() {
            return Err(fault(pos, format!("wrong number of arguments for `{name}`: expected at least 1, got 0")));
        }
        let mut val = Val::Missing;
        for term in arguments.terms {
            val = self.argument(term, dot, Type::Any)?;
            if val.is_true() == stop_at {
                return Ok(val);
            }
        }
        Ok(arguments.last.unwrap_or(val))
    }

    fn call(&mut self, pos: u32, name: &Name, function: &Function, dot: &Val, arguments: Given<'t>) -> Executed<Val> {
        let signature = function.signature();
        signature.check_count(arguments.len()).map_err(|e| fault(pos, format!("`{name}`: {e}")))?;
        let mut values = Vec::with_capacity(arguments.len());
        for term in arguments.terms {
            let parameter = signature.parameter(values.len());
            values.push(self.argument(term, dot, parameter)?);
        }
        values.extend(arguments.last);
        let result = function.call(&values).map_err(|e| call_fault(pos, name, &e))?;
        let (size, limit) = match &result {
            Val::List(list) => (list.len(), MAX_LIST),
            Val::Dict(dict) => (dict.len(), MAX_LIST),
            Val::Bytes(bytes) => (bytes.len() / 16, MAX_TEXT / 16),
            result => (result.as_str().map_or(0, str::len) / 16, MAX_TEXT / 16),
        };
        if size > limit {
            return Err(fault(pos, format!("`{name}`: the result is too large")));
        }
        self.steps += size;
        self.check_steps(pos)?;
        Ok(result)
    }

    fn untyped(&mut self, dot: &Val, arguments: &Given<'t>) -> Executed<Vec<Val>> {
        let mut values = Vec::with_capacity(arguments.len());
        for term in arguments.terms {
            values.push(self.argument(term, dot, Type::Any)?);
        }
        values.extend(arguments.last.clone());
        Ok(values)
    }

    /// An argument. Constants take the type that the parameter asks for; other values are checked by the call.
    fn argument(&mut self, term: &'t At<Term>, dot: &Val, wanted: Type) -> Executed<Val> {
        let pos = term.pos;
        match &term.node {
            Term::Dot => Ok(dot.clone()),
            Term::Nil if wanted.can_be_nil() => Ok(Val::NIL),
            Term::Nil => Err(fault(pos, format!("nil is no {wanted}"))),
            Term::Field(names) => self.fields(pos, dot.clone(), names, dot, Given::NONE),
            Term::Variable(name, names) => {
                let val = self.variable(pos, name)?.clone();
                self.fields(pos, val, names, dot, Given::NONE)
            }
            Term::Paren(pipe) => self.deeper(pos, |run| run.pipeline(pipe, dot)),
            Term::Function(name) => self.function(pos, name, dot, Given::NONE),
            Term::Chain(head, names) => {
                let receiver = self.chain_head(head, dot)?;
                self.fields(pos, receiver, names, dot, Given::NONE)
            }
            Term::Bool(b) if matches!(wanted, Type::Bool | Type::Any) => Ok(Val::from(*b)),
            Term::Str(text) if matches!(wanted, Type::String | Type::Any) => Ok(Val::str(text.clone())),
            Term::Number(number) => typed_constant(pos, number, wanted),
            Term::Bool(b) => Err(fault(pos, format!("expected {wanted}, found {b}"))),
            Term::Str(text) => Err(fault(pos, format!("expected {wanted}, found \"{text}\""))),
        }
    }
}

/// The arguments of a command: those that are written, and the value of the stage before.
struct Given<'t> {
    terms: &'t [At<Term>],
    last: Option<Val>,
}

impl Given<'_> {
    const NONE: Given<'static> = Given { terms: &[], last: None };

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        self.terms.len() + usize::from(self.last.is_some())
    }
}

fn int(number: usize) -> Val {
    Val::Value(i64::try_from(number).unwrap_or(i64::MAX).into())
}

/// A number where any type will do.
fn constant(pos: u32, number: &Number) -> Executed<Val> {
    match (number.float, number.int) {
        (Some(float), _) if number.looks_float => Ok(Val::Value(Data::Float(float).into())),
        (_, Some(int)) => Ok(Val::Value(int.into())),
        _ => Err(fault(pos, format!("{} overflows int", number.text))),
    }
}

fn typed_constant(pos: u32, number: &Number, wanted: Type) -> Executed<Val> {
    let wrong = |what: &str| fault(pos, format!("expected {what}, found {}", number.text));
    match wanted {
        Type::Any => constant(pos, number),
        Type::Int | Type::Int32 | Type::Int64 | Type::Named(_) => {
            number.int.map(|i| Val::integer(wanted, i.into())).ok_or_else(|| wrong("an integer"))
        }
        Type::Uint | Type::Uint8 | Type::Uint32 | Type::Uint64 => {
            number.uint.map(|u| Val::integer(wanted, u.into())).ok_or_else(|| wrong("an unsigned integer"))
        }
        Type::Float64 => number.float.map(|f| Val::Value(Data::Float(f).into())).ok_or_else(|| wrong("a float")),
        _ => Err(wrong(&wanted.to_string())),
    }
}

fn describe(val: &Val) -> String {
    let text = fmt::print_value(val);
    if text.chars().count() > 40 { format!("a {}", val.type_name()) } else { format!("`{text}`") }
}

fn pos_of(pipe: &Pipe) -> usize {
    pipe.commands.first().map_or(0, |command| command.head.pos as usize)
}

fn fault(pos: u32, message: impl Into<String>) -> Fault {
    Fault::new(message, pos as usize)
}

fn call_fault(pos: u32, name: &Name, error: &CallError) -> Fault {
    fault(pos, format!("`{name}`: {error}"))
}
