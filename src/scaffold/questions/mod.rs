//! The questions of a template: what they mean, which answers they take, and in which order they are asked.

mod ask;
mod cast;
mod choices;
mod prompt;
mod question;

pub(super) use ask::ask;
pub(super) use cast::{Type, to_bool};
pub use choices::Choice;
pub use prompt::{Prompt, PromptKind};
