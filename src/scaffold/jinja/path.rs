//! Parts of paths. A part may hold a loop, `{% yield x from list %}…{% endyield %}`, which makes one path an item.

use super::{Failure, Jinja, explain};
use crate::error::{Error, Result};
use minijinja::Value;
use regex::Regex;

/// What a part of a path becomes.
pub(in crate::scaffold) enum Part {
    /// One name; the path is not made when it is empty.
    One(String),
    /// A variable's name, and a name for each of its values.
    Many(String, Vec<(Value, String)>),
}

impl Jinja {
    /// Renders a part of a path. `with` is the context with one variable more.
    ///
    /// # Errors
    /// An error when the part cannot be rendered, or holds more than one loop.
    pub(in crate::scaffold) fn part(
        &self,
        part: &str,
        context: &Value,
        with: &dyn Fn(&str, &Value) -> Value,
    ) -> Result<Part, PartError> {
        let Some(found) = self.find_loop(part)? else {
            return Ok(Part::One(self.render(part, context)?));
        };
        let list = self.evaluate(&found.list, context)?;
        let items: Vec<_> = if list.is_undefined() { Vec::new() } else { list.try_iter()?.collect() };
        let text = format!("{}{}{}", found.before, found.body, found.after);
        let name = |item: Value| {
            let name = self.render(&text, &with(&found.variable, &item))?;
            Ok::<_, Failure>((item, name))
        };
        Ok(Part::Many(found.variable.clone(), items.into_iter().map(name).collect::<Result<_, _>>()?))
    }

    /// Refuses a loop for paths in the contents of a file.
    ///
    /// # Errors
    /// An error that names the file.
    pub(in crate::scaffold) fn refuse_loop(&self, name: &str, text: &str) -> Result<()> {
        if !text.contains("yield") || self.loop_start().is_none_or(|start| !start.is_match(text)) {
            return Ok(());
        }
        Err(Error::new(format!("File {name} contains a yield tag, but it is not allowed."))
            .hint("`yield` makes several files from one name; in a file use `for`"))
    }

    fn loop_start(&self) -> Option<Regex> {
        let (start, end) = (regex::escape(&self.envops.block.0), regex::escape(&self.envops.block.1));
        Regex::new(&format!(r"{start}[-+]?\s*yield\s+(\w+)\s+from\s+(.+?)\s*[-+]?{end}")).ok()
    }

    fn find_loop(&self, part: &str) -> Result<Option<Loop>, PartError> {
        if !part.contains("yield") {
            return Ok(None);
        }
        let Some(opening) = self.loop_start() else { return Ok(None) };
        let Some(found) = opening.captures(part) else { return Ok(None) };
        let (start, end) = (regex::escape(&self.envops.block.0), regex::escape(&self.envops.block.1));
        let closing = Regex::new(&format!(r"{start}[-+]?\s*endyield\s*[-+]?{end}")).ok();
        let (before, rest) =
            (&part[..found.get(0).map_or(0, |m| m.start())], &part[found.get(0).map_or(0, |m| m.end())..]);
        let Some(close) = closing.and_then(|closing| closing.find(rest)) else {
            return Err(PartError::Other(Error::new(format!("`{part}` lacks an `endyield`"))));
        };
        let (body, after) = (&rest[..close.start()], &rest[close.end()..]);
        if opening.is_match(body) || opening.is_match(after) {
            return Err(PartError::Other(Error::new(format!(
                "Attempted to parse the yield tag twice. Only one yield tag is allowed per path name.\n\
                 A yield tag with the name: \"{}\" and iterable: \"{}\" already exists.",
                &found[1], &found[2]
            ))));
        }
        Ok(Some(Loop {
            variable: found[1].to_owned(),
            list: found[2].to_owned(),
            before: before.to_owned(),
            body: body.to_owned(),
            after: after.to_owned(),
        }))
    }
}

/// A loop and what stands around it.
struct Loop {
    variable: String,
    list: String,
    before: String,
    body: String,
    after: String,
}

/// Why a part has no name.
pub(in crate::scaffold) enum PartError {
    /// The template failed.
    Template(Failure),
    /// The loop is wrong.
    Other(Error),
}

impl From<Failure> for PartError {
    fn from(failure: Failure) -> Self {
        PartError::Template(failure)
    }
}

impl PartError {
    /// The error for a path.
    pub(in crate::scaffold) fn of(self, path: &str, context: &Value) -> Error {
        match self {
            PartError::Template(failure) => {
                explain(&failure, context).context(format!("Error rendering template path {path}"))
            }
            PartError::Other(error) => error,
        }
    }
}
