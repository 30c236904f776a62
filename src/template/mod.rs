//! Go's `text/template` over [`Value`], with the functions of sprig and gomplate that Atmos offers.
//!
//! ```
//! use gaia::template::{Functions, MissingKey, ParseOptions, Template};
//! use gaia::value::{Map, Value};
//!
//! let functions = Functions::builtin().with_sprig();
//! let template = Template::parse("name", "{{ .stage | upper }}", &ParseOptions::default(), &functions)?;
//! let data = Value::map(Map::from_iter([("stage", "dev")]));
//! assert_eq!(template.render(&data, &functions, MissingKey::Error)?, "DEV");
//! # Ok::<(), gaia::template::TemplateError>(())
//! ```

mod ast;
mod base;
mod budget;
mod calls;
mod collection;
mod error;
mod exec;
mod fmt;
mod funcs;
mod function;
mod gomplate;
mod json;
mod lex;
mod number;
mod parse;
mod path;
mod quote;
mod references;
mod regex;
mod semver;
mod time;
mod types;
mod url;
mod val;

pub use calls::{Called, Member};
pub use collection::{Dict, List};
pub use error::{CallError, Phase, TemplateError};
pub use fmt::print_value;
pub use function::{CallResult, Function, Functions, Namespace, Param, Rest, Return, Signature, Typed};
pub use gomplate::{Datasources, Fetch, LocalDatasources, read_datasource};
pub use references::Reference;
pub use types::Type;
pub use val::{Object, Str, Val};

#[cfg(test)]
mod tests;

use crate::value::Value;
use std::sync::Arc;

/// What opens and closes an action.
#[derive(Clone, Copy, Debug)]
pub struct ParseOptions<'a> {
    /// The left delimiter, `{{` by default; an empty one stands for the default too.
    pub left: &'a str,
    /// The right delimiter, `}}` by default.
    pub right: &'a str,
}

impl Default for ParseOptions<'_> {
    fn default() -> Self {
        ParseOptions { left: "{{", right: "}}" }
    }
}

/// What a key is that the data does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MissingKey {
    /// `<no value>`
    #[default]
    Default,
    /// An error: what Atmos does unless `ignore_missing_template_values` is set.
    Error,
    /// The zero value of the map's type.
    Zero,
}

/// A parsed template.
#[derive(Debug)]
pub struct Template {
    name: Arc<str>,
    text: Arc<str>,
    tree: parse::Tree,
}

impl Template {
    /// Parses a text. Whatever it calls must be among the functions.
    ///
    /// # Errors
    /// The text is no template, by the rules of Go.
    pub fn parse(
        name: &str,
        text: &str,
        options: &ParseOptions<'_>,
        functions: &Functions,
    ) -> Result<Template, TemplateError> {
        let left = if options.left.is_empty() { "{{" } else { options.left };
        let right = if options.right.is_empty() { "}}" } else { options.right };
        let tree = parse::parse(name, text, left, right, &|word| functions.contains(word))
            .map_err(|fault| fault.in_template(name, text, Phase::Parse))?;
        Ok(Template { name: name.into(), text: text.into(), tree })
    }

    /// Carries the template out over its data.
    ///
    /// # Errors
    /// A function fails, a key is missing that may not be, a value is not of the type that is needed.
    pub fn render(&self, data: &Value, functions: &Functions, missing: MissingKey) -> Result<String, TemplateError> {
        exec::render(&self.tree, &Val::from(data.clone()), functions, missing)
            .map_err(|fault| fault.in_template(&self.name, &self.text, Phase::Render))
    }

    fn block(&self) -> &ast::Block {
        &self.tree.main
    }

    /// Whether it has an action that writes something, which is when Atmos calls a text a template.
    pub fn has_action(&self) -> bool {
        self.tree.main.iter().any(|at| matches!(at.node, ast::Node::Action(_)))
    }
}

/// Whether a text may be a template: a quick look for the left delimiter.
pub fn contains_action(text: &str, left: &str) -> bool {
    text.contains(if left.is_empty() { "{{" } else { left })
}
