//! Turns tokens into the tree, and refuses what Go refuses.

use super::ast::{At, Block, Command, Name, Node, Number, Pipe, Term};
use super::error::Fault;
use super::lex::{Keyword, Lexeme, Lexer, Token};
use super::quote::{unquote, unquote_rune};
use std::collections::HashMap;
use std::collections::VecDeque;
use std::sync::Arc;

/// How deep blocks and parentheses may nest: what bounds the stack.
const MAX_DEPTH: usize = 100;

/// The main block of a template, and those that it defines.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) main: Block,
    pub(super) defined: HashMap<Name, Block>,
}

/// Parses a text; `is_function` tells which names may be called.
pub(super) fn parse(
    name: &str,
    text: &str,
    left: &str,
    right: &str,
    is_function: &dyn Fn(&str) -> bool,
) -> Result<Tree, Fault> {
    let mut parser = Parser {
        text,
        lexer: Lexer::new(text, left, right),
        ahead: VecDeque::new(),
        variables: vec!["$".into()],
        is_function,
        defined: HashMap::new(),
        loops: 0,
        depth: 0,
    };
    let (main, end) = parser.block(true)?;
    match end {
        Close::Eof => {}
        Close::End(pos) => return Err(Fault::new("unexpected `end`", pos)),
        Close::Else(pos) => return Err(Fault::new("unexpected `else`", pos)),
    }
    if let Some(own) = parser.defined.remove(name) {
        // a definition of the template's own name is its body, unless both have one
        if is_empty(&main) {
            parser.defined.insert(name.into(), Vec::new());
            return Ok(Tree { main: own, defined: parser.defined });
        }
        if !is_empty(&own) {
            return Err(Fault::new(format!("template `{name}` is defined twice"), 0));
        }
    }
    Ok(Tree { main, defined: parser.defined })
}

/// What closed a block, and where.
enum Close {
    Eof,
    End(usize),
    Else(usize),
}

struct Parser<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    ahead: VecDeque<Lexeme>,
    variables: Vec<Name>,
    is_function: &'t dyn Fn(&str) -> bool,
    defined: HashMap<Name, Block>,
    loops: usize,
    depth: usize,
}

impl Parser<'_> {
    fn next(&mut self) -> Result<Lexeme, Fault> {
        match self.ahead.pop_front() {
            Some(lexeme) => Ok(lexeme),
            None => self.lexer.next(),
        }
    }

    fn peek(&mut self) -> Result<Lexeme, Fault> {
        if self.ahead.is_empty() {
            let lexeme = self.lexer.next()?;
            self.ahead.push_back(lexeme);
        }
        Ok(self.ahead[0])
    }

    fn skip_space(&mut self) -> Result<(), Fault> {
        while self.peek()?.token == Token::Space {
            self.next()?;
        }
        Ok(())
    }

    fn next_word(&mut self) -> Result<Lexeme, Fault> {
        self.skip_space()?;
        self.next()
    }

    fn peek_word(&mut self) -> Result<Lexeme, Fault> {
        self.skip_space()?;
        self.peek()
    }

    fn word(&self, lexeme: Lexeme) -> &str {
        &self.text[lexeme.start..lexeme.end]
    }

    fn unexpected(&self, lexeme: Lexeme, context: &str) -> Fault {
        let what = match lexeme.token {
            Token::Eof => "end of the template".to_owned(),
            _ => format!("`{}`", self.word(lexeme)),
        };
        Fault::new(format!("unexpected {what} in {context}"), lexeme.start)
    }

    fn deeper<T>(&mut self, at: usize, inner: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth == MAX_DEPTH {
            return Err(Fault::new("nested too deeply", at));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Reads text and actions up to `end`, `else` or the end; `define` may stand only at the top.
    fn block(&mut self, top: bool) -> Result<(Block, Close), Fault> {
        let mut block = Block::new();
        loop {
            let lexeme = self.next_word()?;
            let pos = lexeme.start;
            match lexeme.token {
                Token::Text => {
                    block.push(at(pos, Node::Text(self.word(lexeme).into())));
                    continue;
                }
                Token::Eof if top => return Ok((block, Close::Eof)),
                Token::Eof => return Err(Fault::new("unexpected end of the template: a block is not closed", pos)),
                Token::LeftDelim => {}
                _ => return Err(self.unexpected(lexeme, "input")),
            }
            let lexeme = self.peek_word()?;
            let Token::Keyword(keyword) = lexeme.token else {
                let pipe = self.pipeline("command", Token::RightDelim)?;
                block.push(at(lexeme.start, Node::Action(pipe)));
                continue;
            };
            self.next()?;
            match keyword {
                Keyword::End => {
                    self.expect(Token::RightDelim, "end")?;
                    return Ok((block, Close::End(lexeme.start)));
                }
                Keyword::Else => return Ok((block, Close::Else(lexeme.start))),
                Keyword::Define if top => self.define(lexeme.start)?,
                _ => {
                    let node = self.deeper(pos, |p| p.control(keyword, lexeme))?;
                    block.push(at(lexeme.start, node));
                }
            }
        }
    }

    fn control(&mut self, keyword: Keyword, lexeme: Lexeme) -> Result<Node, Fault> {
        match keyword {
            Keyword::If => self.branches("if", Keyword::If).map(|(branches, other)| Node::If(branches, other)),
            Keyword::With => self.branches("with", Keyword::With).map(|(branches, other)| Node::With(branches, other)),
            Keyword::Range => self.range(),
            Keyword::Template => self.template(),
            Keyword::Block => self.block_clause(lexeme.start),
            Keyword::Break | Keyword::Continue => {
                let word = self.word(lexeme).to_owned();
                self.expect(Token::RightDelim, &word)?;
                if self.loops == 0 {
                    return Err(Fault::new(format!("`{word}` outside of `range`"), lexeme.start));
                }
                Ok(if keyword == Keyword::Break { Node::Break } else { Node::Continue })
            }
            Keyword::Define | Keyword::Else | Keyword::End => Err(self.unexpected(lexeme, "command")),
        }
    }

    fn expect(&mut self, token: Token, context: &str) -> Result<Lexeme, Fault> {
        let lexeme = self.next_word()?;
        if lexeme.token == token { Ok(lexeme) } else { Err(self.unexpected(lexeme, context)) }
    }

    /// `if` and `with`, each with its chain of `else if` or `else with`.
    fn branches(&mut self, context: &str, keyword: Keyword) -> Result<(Vec<(Pipe, Block)>, Block), Fault> {
        let scope = self.variables.len();
        let mut branches = Vec::new();
        let other = loop {
            let pipe = self.pipeline(context, Token::RightDelim)?;
            let (block, end) = self.block(false)?;
            branches.push((pipe, block));
            if !matches!(end, Close::Else(_)) {
                break Block::new();
            }
            let word = self.peek_word()?;
            if word.token == Token::Keyword(keyword) {
                self.next()?;
                continue;
            }
            break self.else_block(context)?;
        };
        self.variables.truncate(scope);
        Ok((branches, other))
    }

    /// The block after a plain `else`; `else with` of an `if` is a block of its own inside of it.
    fn else_block(&mut self, context: &str) -> Result<Block, Fault> {
        let word = self.peek_word()?;
        if matches!(word.token, Token::Keyword(Keyword::If | Keyword::With)) {
            return Err(self.unexpected(word, &format!("`else` of `{context}`")));
        }
        self.expect(Token::RightDelim, "else")?;
        let (block, end) = self.block(false)?;
        match end {
            Close::Else(pos) => Err(Fault::new("expected `end`, found `else`", pos)),
            Close::End(_) | Close::Eof => Ok(block),
        }
    }

    fn range(&mut self) -> Result<Node, Fault> {
        let scope = self.variables.len();
        let pipe = self.pipeline("range", Token::RightDelim)?;
        self.loops += 1;
        let (block, end) = self.block(false)?;
        self.loops -= 1;
        let other = if matches!(end, Close::Else(_)) { self.else_block("range")? } else { Block::new() };
        self.variables.truncate(scope);
        Ok(Node::Range(pipe, block, other))
    }

    fn template(&mut self) -> Result<Node, Fault> {
        let name = self.template_name("template clause")?;
        if self.peek_word()?.token == Token::RightDelim {
            self.next()?;
            return Ok(Node::Template(name, None));
        }
        let pipe = self.pipeline("template clause", Token::RightDelim)?;
        Ok(Node::Template(name, Some(pipe)))
    }

    fn template_name(&mut self, context: &str) -> Result<Name, Fault> {
        let lexeme = self.next_word()?;
        match lexeme.token {
            Token::String | Token::RawString => self.string(lexeme),
            _ => Err(self.unexpected(lexeme, context)),
        }
    }

    fn string(&self, lexeme: Lexeme) -> Result<Name, Fault> {
        unquote(self.word(lexeme)).map(Arc::from).ok_or_else(|| Fault::new("bad string: invalid syntax", lexeme.start))
    }

    /// `block`: a definition and its use in one.
    fn block_clause(&mut self, pos: usize) -> Result<Node, Fault> {
        let name = self.template_name("block clause")?;
        let pipe = self.pipeline("block clause", Token::RightDelim)?;
        self.definition(name.clone(), "block clause", pos)?;
        Ok(Node::Template(name, Some(pipe)))
    }

    fn define(&mut self, pos: usize) -> Result<(), Fault> {
        let name = self.template_name("define clause")?;
        self.expect(Token::RightDelim, "define clause")?;
        self.deeper(pos, |p| p.definition(name, "define clause", pos))
    }

    /// The body of a `define` or `block`, which sees no variable but `$`.
    fn definition(&mut self, name: Name, context: &str, pos: usize) -> Result<(), Fault> {
        let outer = std::mem::replace(&mut self.variables, vec!["$".into()]);
        let loops = std::mem::take(&mut self.loops);
        let (block, end) = self.block(false)?;
        self.variables = outer;
        self.loops = loops;
        if let Close::Else(pos) = end {
            return Err(Fault::new(format!("unexpected `else` in {context}"), pos));
        }
        match self.defined.get(&name) {
            Some(known) if !is_empty(known) => {
                if !is_empty(&block) {
                    return Err(Fault::new(format!("template `{name}` is defined twice"), pos));
                }
            }
            _ => {
                self.defined.insert(name, block);
            }
        }
        Ok(())
    }

    fn pipeline(&mut self, context: &str, end: Token) -> Result<Pipe, Fault> {
        let start = self.peek_word()?.start;
        let (variables, assigns) = self.declarations(context)?;
        let mut commands = Vec::new();
        loop {
            let lexeme = self.peek_word()?;
            if lexeme.token == end {
                self.next()?;
                break;
            }
            if !begins_operand(lexeme.token) {
                return Err(self.unexpected(lexeme, context));
            }
            let command = self.command()?;
            let plain =
                matches!(command.head.node, Term::Bool(_) | Term::Dot | Term::Nil | Term::Number(_) | Term::Str(_));
            if plain && !commands.is_empty() {
                let stage = commands.len() + 1;
                let message = format!("stage {stage} of the pipeline is no command");
                return Err(Fault::new(message, lexeme.start));
            }
            commands.push(command);
        }
        if commands.is_empty() {
            return Err(Fault::new(format!("missing value for {context}"), start));
        }
        Ok(Pipe { variables, assigns, commands })
    }

    /// `$x :=`, `$x =`, and for `range` also `$i, $x :=`.
    fn declarations(&mut self, context: &str) -> Result<(Vec<Name>, bool), Fault> {
        let mut variables: Vec<Name> = Vec::new();
        loop {
            let variable = self.peek_word()?;
            if variable.token != Token::Variable {
                return Ok((variables, false));
            }
            self.next()?;
            let after = self.peek()?;
            let next = self.peek_word()?;
            match next.token {
                Token::Assign | Token::Declare => {
                    self.next()?;
                    self.declare(variable, &mut variables);
                    return Ok((variables, next.token == Token::Assign));
                }
                Token::Comma => {
                    self.next()?;
                    self.declare(variable, &mut variables);
                    if context != "range" || variables.len() > 1 {
                        return Err(Fault::new(format!("too many declarations in {context}"), next.start));
                    }
                    let second = self.peek_word()?;
                    if !matches!(second.token, Token::Variable | Token::RightDelim | Token::RightParen) {
                        return Err(Fault::new("`range` can only set variables", second.start));
                    }
                }
                _ => {
                    if after.token == Token::Space {
                        self.ahead.push_front(after);
                    }
                    self.ahead.push_front(variable);
                    return Ok((variables, false));
                }
            }
        }
    }

    fn declare(&mut self, lexeme: Lexeme, into: &mut Vec<Name>) {
        let name: Name = self.word(lexeme).into();
        self.variables.push(name.clone());
        into.push(name);
    }

    fn command(&mut self) -> Result<Command, Fault> {
        let start = self.peek_word()?;
        let mut operands = Vec::new();
        loop {
            self.skip_space()?;
            if let Some(operand) = self.operand()? {
                operands.push(operand);
            }
            let lexeme = self.peek()?;
            match lexeme.token {
                Token::Space => {}
                Token::RightDelim | Token::RightParen => break,
                Token::Pipe => {
                    self.next()?;
                    break;
                }
                _ => return Err(self.unexpected(lexeme, "operand")),
            }
        }
        let mut operands = operands.into_iter();
        let Some(head) = operands.next() else { return Err(Fault::new("empty command", start.start)) };
        Ok(Command { head, arguments: operands.collect() })
    }

    /// A term and the fields that follow it without a space.
    fn operand(&mut self) -> Result<Option<At<Term>>, Fault> {
        let lexeme = self.peek()?;
        let Some(term) = self.term()? else { return Ok(None) };
        let mut fields: Vec<Name> = Vec::new();
        while self.peek()?.token == Token::Field {
            let field = self.next()?;
            fields.push(self.word(field)[1..].into());
        }
        let pos = lexeme.start;
        if fields.is_empty() {
            return Ok(Some(at(pos, term)));
        }
        let term = match term {
            Term::Field(mut names) => {
                names.append(&mut fields);
                Term::Field(names)
            }
            Term::Variable(name, _) => Term::Variable(name, fields),
            Term::Bool(_) | Term::Str(_) | Term::Number(_) | Term::Nil | Term::Dot => {
                return Err(Fault::new(format!("unexpected `.` after `{}`", self.word(lexeme)), pos));
            }
            other => Term::Chain(Box::new(at(pos, other)), fields),
        };
        Ok(Some(at(pos, term)))
    }

    fn term(&mut self) -> Result<Option<Term>, Fault> {
        let lexeme = self.peek()?;
        if !begins_operand(lexeme.token) {
            return Ok(None);
        }
        self.next()?;
        let pos = lexeme.start;
        let word = &self.text[lexeme.start..lexeme.end];
        Ok(Some(match lexeme.token {
            Token::Identifier if !(self.is_function)(word) => {
                return Err(Fault::new(format!("function `{word}` is not defined"), pos));
            }
            Token::Identifier => Term::Function(word.into()),
            Token::Dot => Term::Dot,
            Token::Nil => Term::Nil,
            Token::Variable if !self.variables.iter().any(|v| &**v == word) => {
                return Err(Fault::new(format!("undefined variable `{word}`"), pos));
            }
            Token::Variable => Term::Variable(word.into(), Vec::new()),
            Token::Field => Term::Field(vec![word[1..].into()]),
            Token::Bool => Term::Bool(word == "true"),
            Token::Number => Term::Number(Number::parse(word).map_err(|message| Fault::new(message, pos))?),
            Token::Rune => match unquote_rune(word) {
                Some(c) => Term::Number(Number::rune(word, c)),
                None => return Err(Fault::new(format!("malformed character constant {word}"), pos)),
            },
            Token::LeftParen => {
                let pipe = self.deeper(pos, |p| p.pipeline("parenthesized pipeline", Token::RightParen))?;
                Term::Paren(pipe)
            }
            _ => Term::Str(self.string(lexeme)?),
        }))
    }
}

fn at<T>(pos: usize, node: T) -> At<T> {
    At { node, pos: u32::try_from(pos).unwrap_or(u32::MAX) }
}

fn begins_operand(token: Token) -> bool {
    matches!(
        token,
        Token::Bool
            | Token::Rune
            | Token::Dot
            | Token::Field
            | Token::Identifier
            | Token::Number
            | Token::Nil
            | Token::RawString
            | Token::String
            | Token::Variable
            | Token::LeftParen
    )
}

/// Whether a block holds nothing but white space, so that another definition may replace it.
fn is_empty(block: &Block) -> bool {
    block.iter().all(|n| matches!(&n.node, Node::Text(text) if text.trim().is_empty()))
}
