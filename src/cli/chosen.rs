//! The stack that `gaia context` keeps.

use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::output;
use crate::query::spoken;
use crate::runner::Runs;
use crate::value::json::{self, from_json};
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use std::path::PathBuf;
use std::sync::Arc;

/// The chosen stack: its name, and its variables as the Python CLI kept them.
#[derive(Clone, Debug)]
pub(super) struct Current(Map);

const PARTS: [&str; 4] = ["tenant", "account", "environment", "region"];

impl Current {
    pub(super) fn file(workspace: &Workspace) -> PathBuf {
        workspace.root.join(".gaia").join("context.json")
    }

    /// The choice in a repository, if there is one.
    ///
    /// # Errors
    /// The file cannot be read, or is not what `gaia context use` writes.
    pub(super) fn of(workspace: &Workspace) -> Result<Option<Current>> {
        let file = Self::file(workspace);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Error::new(format!("cannot read `{}`: {e}", file.display()))),
        };
        let current = from_json(&text).ok().and_then(|value| value.as_map().cloned()).map(Current);
        match current.filter(|current| !current.said().is_empty()) {
            Some(current) => Ok(Some(current)),
            None => Err(Error::new(format!("`{}` names no stack", file.display()))
                .hint("`gaia context use STACK` writes it anew, `gaia context clear` removes it")),
        }
    }

    /// The choice of a stack.
    pub(super) fn at(engine: &Engine, stack: &Arc<str>) -> Result<Current> {
        let places = engine.places()?;
        let place = places.iter().find(|place| place.stack == *stack || place.file == *stack);
        let place = place.ok_or_else(|| spoken::unknown_stack(stack, &places))?;
        let mut current = Map::from_iter([("stack", Value::str(Arc::clone(&place.stack)))]);
        for part in PARTS {
            let other = if part == "account" { "stage" } else { part };
            if let Some(value) = place.vars.get(part).or_else(|| place.vars.get(other)).filter(|v| v.as_str().is_some())
            {
                current.insert(part, value.clone());
            }
        }
        Ok(Current(current))
    }

    pub(super) fn write(&self, workspace: &Workspace) -> Result<()> {
        Runs::of(&workspace.root).keep_from_git()?;
        let text = json::to_json(&Value::map(self.0.clone()), json::Format::PRETTY)? + "\n";
        output::write_file(&Self::file(workspace), text.as_bytes())
    }

    /// As it is kept.
    pub(super) fn into_value(self) -> Value {
        Value::map(self.0)
    }

    /// How the stack is called; in what the Python CLI wrote, by its parts.
    pub(super) fn said(&self) -> String {
        let word = |part: &str| self.0.get(part).and_then(Value::as_str).filter(|word| !word.is_empty());
        match word("stack") {
            Some(stack) => stack.to_owned(),
            None => ["tenant", "account", "environment"].into_iter().filter_map(word).collect::<Vec<_>>().join("-"),
        }
    }
}
