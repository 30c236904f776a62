//! What is wrong with Terraform code.

use crate::error::Error;
use crate::text::Span;

/// One thing that is wrong with a module's code.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The message with its place.
    pub error: Error,
    /// What kind of thing it is.
    pub cause: Cause,
}

/// Why a problem is one, as far as Atmos tells them apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The directory cannot be read: the component's code is not there (yet).
    Missing,
    /// A value refers to a variable where only a constant can be read.
    Variable,
    /// Anything else.
    Invalid,
}

/// The problems of one reading, in the order in which they were found.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    pub(super) fn add(&mut self, cause: Cause, span: Span, message: impl Into<String>) {
        self.0.push(Problem { error: Error::new(message).at(span), cause });
    }

    pub(super) fn invalid(&mut self, span: Span, message: impl Into<String>) {
        self.add(Cause::Invalid, span, message);
    }
}
