//! A question as it is put to somebody.

use super::choices::Choice;
use crate::error::Result;
use minijinja::Value;
use std::fmt;

/// How an answer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// Yes or no; what holds when nothing is said.
    Confirm(bool),
    /// One of the choices.
    Select,
    /// Any of the choices.
    Checkbox,
    /// A line; of several lines with `multiline`.
    Text,
    /// A line that is not shown.
    Password,
    /// A path.
    Path,
}

/// A question as it is put to somebody.
pub struct Prompt<'a> {
    /// The name of the answer.
    pub name: &'a str,
    /// What stands before the question.
    pub mark: String,
    /// The question, which may have several lines.
    pub message: String,
    /// How it is answered.
    pub kind: PromptKind,
    /// What is there to be edited.
    pub default: String,
    /// The choices.
    pub choices: Vec<Choice>,
    /// The indices of the choices that are taken at first.
    pub chosen: Vec<usize>,
    /// Whether the answer may have several lines.
    pub multiline: bool,
    /// What is shown as long as nothing is typed.
    pub placeholder: String,
    /// Says what is wrong with an answer.
    pub check: &'a dyn Fn(&Value) -> Result<(), String>,
}

impl fmt::Debug for Prompt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prompt").field("name", &self.name).field("kind", &self.kind).finish_non_exhaustive()
    }
}
