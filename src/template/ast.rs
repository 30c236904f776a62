//! The tree of a parsed template.

use std::sync::Arc;

/// The name of a field, variable or function.
pub(super) type Name = Arc<str>;

/// A node and the byte of the text where it begins.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) node: T,
    pub(super) pos: u32,
}

/// What stands between an opening and its `end`.
pub(super) type Block = Vec<At<Node>>;

/// A part of a template that writes, decides or repeats.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Text(Arc<str>),
    Action(Pipe),
    /// `if … else if … else`: the first branch whose condition holds.
    If(Vec<(Pipe, Block)>, Block),
    /// `with … else with … else`: the same, with the value as the new dot.
    With(Vec<(Pipe, Block)>, Block),
    Range(Pipe, Block, Block),
    Template(Name, Option<Pipe>),
    Break,
    Continue,
}

/// `$x, $y := command | command`.
#[derive(Clone, Debug)]
pub(super) struct Pipe {
    pub(super) variables: Vec<Name>,
    /// `=`, not `:=`.
    pub(super) assigns: bool,
    pub(super) commands: Vec<Command>,
}

/// A term and its arguments; never empty.
#[derive(Clone, Debug)]
pub(super) struct Command {
    pub(super) head: At<Term>,
    pub(super) arguments: Vec<At<Term>>,
}

/// A simple expression.
#[derive(Clone, Debug)]
pub(super) enum Term {
    Dot,
    Nil,
    Bool(bool),
    Number(Number),
    Str(Arc<str>),
    /// `.a.b`
    Field(Vec<Name>),
    /// `$x.a.b`
    Variable(Name, Vec<Name>),
    Function(Name),
    /// `(pipeline)`
    Paren(Pipe),
    /// `(pipeline).a.b` or `function.a.b`
    Chain(Box<At<Term>>, Vec<Name>),
}

/// A number as it was written, which takes the type that its place asks for: Go's ideal constants.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub(super) text: Arc<str>,
    pub(super) int: Option<i64>,
    pub(super) uint: Option<u64>,
    pub(super) float: Option<f64>,
    /// What it is where any type will do.
    pub(super) looks_float: bool,
}
