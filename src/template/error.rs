//! What can be wrong with a template.

use crate::text::Position;
use std::fmt;

/// When a template failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// The text is no template.
    Parse,
    /// The template could not be carried out over its data.
    Render,
}

/// A template that is malformed, or that failed over its data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TemplateError {
    /// What is wrong: one lower-case line.
    pub message: String,
    /// The byte of the template's text where it is wrong.
    pub offset: usize,
    /// The same place in lines and columns.
    pub position: Position,
    /// The name that the template was parsed under.
    pub template: String,
    /// Whether it was malformed or failed.
    pub phase: Phase,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TemplateError {}

/// What a function says when it cannot answer; the interpreter adds the place and the function's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallError(pub String);

impl CallError {
    /// An error with a message.
    pub fn new(message: impl Into<String>) -> Self {
        CallError(message.into())
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for CallError {
    fn from(message: String) -> Self {
        CallError(message)
    }
}

impl From<&str> for CallError {
    fn from(message: &str) -> Self {
        CallError(message.to_owned())
    }
}

/// A message and its byte offset, before the template around it is known.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) offset: usize,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>, offset: usize) -> Self {
        Fault { message: message.into(), offset }
    }

    pub(super) fn in_template(self, name: &str, text: &str, phase: Phase) -> TemplateError {
        let before = text.get(..self.offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let position =
            Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 };
        TemplateError { message: self.message, offset: before.len(), position, template: name.to_owned(), phase }
    }
}
