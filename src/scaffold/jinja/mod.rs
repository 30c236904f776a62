//! Jinja as Copier sets it up: minijinja with the filters, tests, globals and methods that templates written for Jinja2
//! and `jinja2-ansible-filters` use.

mod arguments;
mod containers;
mod error;
mod extensions;
mod filters;
mod format;
mod globals;
mod macros;
mod methods;
mod operators;
mod path;
mod place;
mod scan;
mod translate;

pub(super) use containers::own;
pub(super) use error::{File, Spot, explain, message, spot};
pub(super) use extensions::check as check_extensions;
pub(super) use path::Part;
pub(super) use place::Place;

use super::data;
use super::source::{Envops, Undefined};
use crate::error::{Error, Result};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, ObjectRepr};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, Value};
use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What went wrong while rendering, before it is put into our words.
pub(super) type Failure = minijinja::Error;

/// The environment that renders everything of one template.
#[derive(Debug)]
pub(super) struct Jinja {
    env: Environment<'static>,
    envops: Envops,
    notices: globals::Notices,
}

impl Jinja {
    /// The environment of a template.
    ///
    /// # Errors
    /// An error for delimiters that cannot be.
    pub(super) fn new(root: &Path, envops: &Envops) -> Result<Self> {
        let mut env = Environment::new();
        env.set_syntax(syntax(envops)?);
        env.set_undefined_behavior(match envops.undefined {
            Undefined::Lenient => UndefinedBehavior::Lenient,
            Undefined::Strict => UndefinedBehavior::Strict,
        });
        let escape = envops.autoescape;
        env.set_auto_escape_callback(move |_| if escape { AutoEscape::Html } else { AutoEscape::None });
        env.set_formatter(format);
        env.set_unknown_method_callback(methods::call);
        let (root, own) = (root.to_owned(), envops.clone());
        env.set_loader(move |name| load(&root, name, &own));
        filters::add(&mut env, envops.undefined);
        containers::add(&mut env);
        extensions::add(&mut env);
        macros::add(&mut env);
        place::add(&mut env);
        let notices = globals::Notices::default();
        globals::add(&mut env, &notices);
        Ok(Jinja { env, envops: envops.clone(), notices })
    }

    /// Renders a text.
    pub(super) fn render(&self, text: &str, context: &Value) -> Result<String, Failure> {
        // most texts have nothing to render
        if self.is_plain(text) {
            return Ok(text.to_owned());
        }
        let text = translate::translate(normal(text, &self.envops.newline), &self.envops);
        self.env.render_str(&text, context.clone())
    }

    /// Renders the text of a file of the template.
    pub(super) fn render_named(&self, name: &str, text: &str, context: &Value) -> Result<String, Failure> {
        let text = translate::translate(normal(text, &self.envops.newline), &self.envops);
        self.env.render_named_str(name, &text, context.clone())
    }

    /// The value of an expression.
    fn evaluate(&self, expression: &str, context: &Value) -> Result<Value, Failure> {
        self.env.compile_expression_owned(expression.to_owned())?.eval(context.clone())
    }

    /// What was noticed since the last time.
    pub(super) fn notices(&self) -> Vec<globals::Notice> {
        self.notices.take()
    }

    /// Notices that a file with values is not there.
    pub(super) fn notice_missing(&self, path: &str) {
        self.notices.add("MissingFileWarning", format!("File not found; returning empty dict: {path}"));
    }

    /// Whether a text is the same after rendering, as far as a quick look tells.
    fn is_plain(&self, text: &str) -> bool {
        let envops = &self.envops;
        let lines = envops.line_statement.is_some() || envops.line_comment.is_some();
        let starts = [&envops.block.0, &envops.variable.0, &envops.comment.0];
        !lines
            && envops.whitespace.keep_trailing_newline
            && !text.contains('\r')
            && !starts.iter().any(|start| text.contains(start.as_str()))
    }
}

fn syntax(envops: &Envops) -> Result<SyntaxConfig> {
    let mut builder = SyntaxConfig::builder();
    let owned = |pair: &(String, String)| (Cow::Owned::<str>(pair.0.clone()), Cow::Owned::<str>(pair.1.clone()));
    let (start, end) = owned(&envops.block);
    builder.block_delimiters(start, end);
    let (start, end) = owned(&envops.variable);
    builder.variable_delimiters(start, end);
    let (start, end) = owned(&envops.comment);
    builder.comment_delimiters(start, end);
    if let Some(prefix) = &envops.line_statement {
        builder.line_statement_prefix(prefix.clone());
    }
    builder.trim_blocks(envops.whitespace.trim_blocks);
    builder.lstrip_blocks(envops.whitespace.lstrip_blocks);
    builder.keep_trailing_newline(envops.whitespace.keep_trailing_newline);
    builder.build().map_err(|e| Error::new(format!("`_envops`: {e}")))
}

/// A file for `include`, `import` and `extends`, which must lie in the template, symbolic links followed.
fn load(root: &Path, name: &str, envops: &Envops) -> Result<Option<String>, Failure> {
    let plain = name.trim_start_matches(globals::ALONE);
    let parts: Vec<_> = plain.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.contains(&"..") {
        return Ok(None);
    }
    let path: PathBuf = root.join(parts.join("/"));
    let Ok(real) = path.canonicalize() else { return Ok(None) };
    if !real.starts_with(root) {
        let message = format!("\"{}\" is forbidden\n\nFile path is outside the template root", real.display());
        return Err(error::wrong(message));
    }
    let Ok(bytes) = std::fs::read(&real) else { return Ok(None) };
    let text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&e.as_bytes()[..at]);
        let (line, column) =
            (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1);
        error::wrong(format!(
            "{plain}:{line}:{column}: is no UTF-8: the byte 0x{:02x} cannot stand here",
            e.as_bytes()[at]
        ))
    })?;
    let translated = translate::translate(normal(&text, &envops.newline), envops);
    let alone = if plain == name { String::new() } else { scan::without_context(&text, envops) };
    Ok(Some(alone + &translated))
}

/// The text with line ends as Jinja writes them.
fn normal<'t>(text: &'t str, newline: &str) -> Cow<'t, str> {
    if newline == "\n" && !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(if newline == "\n" { unix } else { unix.replace('\n', newline) })
}

/// Writes a value as Python would.
fn format(out: &mut minijinja::Output<'_>, state: &mut minijinja::State<'_, '_>, value: &Value) -> Result<(), Failure> {
    if value.downcast_object_ref::<Unset>().is_some() {
        return Err(error::wrong(UNSET));
    }
    if value.is_undefined() || value.is_safe() {
        return minijinja::escape_formatter(out, state, value);
    }
    let text = data::text(value);
    let escapes = matches!(state.auto_escape(), AutoEscape::Html);
    let text = if escapes { filters::escaped(&text) } else { text };
    out.write_str(&text).map_err(|_| Failure::from(ErrorKind::WriteFailure))
}

/// What a default prints to say that there is none.
const UNSET: &str = "UNSET";

/// The value of the name `UNSET`.
#[derive(Debug)]
struct Unset;

impl Object for Unset {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(UNSET)
    }
}

/// The value that makes a default say that there is none.
pub(super) fn unset() -> Value {
    Value::from_object(Unset)
}

/// Whether rendering came upon [`unset`].
pub(super) fn is_unset(failure: &Failure) -> bool {
    failure.detail() == Some(UNSET)
}

#[cfg(test)]
mod tests;
