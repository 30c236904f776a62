//! yq expressions over a [`Value`]: `--query`, and the expressions of `!terraform.output` and `!store`.
//!
//! A path such as `.vars.tags["a/b"]` is walked directly. Everything else runs in jaq: `translate` rewrites what
//! yq spells differently from jq, `adapt` gives operators yq's meaning, and `defs.jq` has yq's functions. The
//! result goes through `reread`, because Atmos reads the text that yq prints as YAML again.

mod adapt;
mod convert;
mod path;
mod reread;
mod translate;

use crate::value::Value;
use crate::{Error, Result};
use jaq_core::data::JustLut;
use jaq_core::load::{self, Arena, File, Loader, parse::Def};
use jaq_core::{Compiler, Ctx, Filter, Vars};
use jaq_json::Val;
use path::Path;

/// What yq has and jq has not.
const DEFS: &str = include_str!("defs.jq");

/// The name under which the expression itself is defined.
const MAIN: &str = "the_expression";

/// Deeper nesting than this is refused: the parser would run out of stack.
const MAX_NESTING: usize = 200;

/// An expression, ready to be evaluated against many values.
pub struct Query {
    expression: String,
    plan: Plan,
}

enum Plan {
    Path(Path),
    Program(Box<Filter<JustLut<Val>>>),
}

/// Evaluates `expression` against `value`.
///
/// # Errors
/// The expression is wrong, or does not fit the value: `fromjson` of what is no JSON.
pub fn eval(expression: &str, value: &Value) -> Result<Value> {
    Query::new(expression)?.eval(value)
}

impl Query {
    /// Reads an expression.
    ///
    /// # Errors
    /// The expression cannot be read, or calls a function that there is not.
    pub fn new(expression: &str) -> Result<Self> {
        let plan = match Path::parse(expression) {
            Some(path) => Plan::Path(path),
            None => Plan::Program(Box::new(compile(expression)?)),
        };
        Ok(Query { expression: expression.to_owned(), plan })
    }

    /// Evaluates the expression. Nothing found is null; several results are read as the one text that yq prints.
    ///
    /// # Errors
    /// The expression does not fit the value.
    pub fn eval(&self, value: &Value) -> Result<Value> {
        let failed = |message: String| Error::new(format!("the query `{}` failed: {message}", self.expression.trim()));
        match &self.plan {
            Plan::Path(path) => match path.walk(value) {
                Ok(found) => reread::result(found),
                Err(message) => Err(failed(message)),
            },
            Plan::Program(filter) => {
                let ctx = Ctx::<JustLut<Val>>::new(&filter.lut, Vars::new([]));
                let mut results = Vec::new();
                for result in filter.id.run((ctx, convert::to_jaq(value))) {
                    match result {
                        Ok(result) => results.push(convert::from_jaq(&result)),
                        Err(exception) => {
                            let message = exception.get_err().map_or("it stopped early".into(), |e| e.to_string());
                            return Err(failed(message));
                        }
                    }
                }
                reread::results(&results)
            }
        }
    }
}

fn compile(expression: &str) -> Result<Filter<JustLut<Val>>> {
    let invalid = |why: String| {
        Error::new(format!("invalid query `{}`: {why}", expression.trim()))
            .hint("a query is a yq or jq expression, such as `.vars.tags` or `.vars | keys`")
    };
    if nesting(expression) > MAX_NESTING {
        return Err(invalid("it is nested too deeply".into()));
    }
    let code = translate::to_jq(expression);
    let tokens = load::Lexer::new(&code).lex().map_err(|errors| invalid(lex_error(&errors)))?;
    let term = load::Parser::new(&tokens).parse(load::Parser::term).map_err(|errors| invalid(parse_error(&errors)))?;
    let main = Def { name: MAIN, args: Vec::new(), body: adapt::term(term) };
    let own = load::parse(DEFS, |p| p.defs()).unwrap_or_default();
    let built_in: Vec<_> = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs()).chain(own).collect();
    let mut defs: Vec<Def<&str>> = built_in;
    defs.push(main);
    let funs = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());

    let arena = Arena::default();
    let modules = Loader::new(defs)
        .load(&arena, File { code: MAIN, path: () })
        .map_err(|_| invalid("it cannot be read".into()))?;
    Compiler::default().with_funs(funs).compile(modules).map_err(|errors| {
        let unknown = errors.iter().flat_map(|(_, errors)| errors).next();
        invalid(
            unknown.map_or("it cannot be read".into(), |(name, kind)| format!("unknown {} `{name}`", kind.as_str())),
        )
    })
}

fn lex_error(errors: &[load::lex::Error<&str>]) -> String {
    match errors.first() {
        Some((expected, "")) => format!("expected {} at the end", expected.as_str()),
        Some((expected, rest)) => format!("expected {} at `{}`", expected.as_str(), excerpt(rest)),
        None => "it cannot be read".into(),
    }
}

fn parse_error(errors: &[load::parse::TError<&str>]) -> String {
    match errors.first() {
        Some((expected, Some(found))) => format!("expected {}, found `{}`", expected.as_str(), excerpt(found.0)),
        Some((expected, None)) => format!("expected {} at the end", expected.as_str()),
        None => "it cannot be read".into(),
    }
}

/// How deep brackets stand in each other, at most.
fn nesting(expression: &str) -> usize {
    let depths = expression.bytes().scan(0_usize, |depth, b| {
        match b {
            b'(' | b'[' | b'{' => *depth += 1,
            b')' | b']' | b'}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or_default()
}

/// The beginning of a text, for a message of one line.
fn excerpt(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    line.chars().take(20).collect()
}

#[cfg(test)]
mod tests;
