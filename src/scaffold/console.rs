//! What the engine tells and asks, behind a trait: it neither prints nor reads itself.

use super::questions::Prompt;
use crate::error::Result;
use minijinja::Value;

/// What is done with a path of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is not there yet.
    Create,
    /// It is there and just as it shall be.
    Identical,
    /// It is there and differs.
    Conflict,
    /// It differs and is replaced.
    Overwrite,
    /// It differs and is kept.
    Skip,
}

impl Action {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Action::Create => "create",
            Action::Identical => "identical",
            Action::Conflict => "conflict",
            Action::Overwrite => "overwrite",
            Action::Skip => "skip",
        }
    }
}

/// What becomes of a file that both the project and the template have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The project's lines stay where both differ.
    Mine,
    /// The template's lines come where both differ.
    Theirs,
    /// Both are left in the file, with markers.
    Markers,
}

/// What comes of a question.
#[derive(Clone, Debug)]
pub enum Reply {
    /// An answer.
    Answer(Value),
    /// The question before shall be put once more.
    Back,
    /// There is nobody to ask.
    Nobody,
}

/// Where words go, and who answers questions.
pub trait Console {
    /// Says a line.
    fn say(&self, line: &str);

    /// Says what happens to a path.
    fn status(&self, action: Action, path: &str);

    /// Warns; `class` is what Copier calls the kind of warning.
    fn warn(&self, class: &str, text: &str);

    /// Leaves an empty line where answers go, as Copier does between its steps.
    fn space(&self);

    /// Asks a question.
    ///
    /// # Errors
    /// An error when the user breaks off.
    fn ask(&self, prompt: &Prompt<'_>) -> Result<Reply>;

    /// Shows a difference, in git's form.
    ///
    /// # Errors
    /// An error when nothing can be written.
    fn show(&self, difference: &str) -> Result<()>;

    /// Asks what becomes of a file that both sides have changed. The difference is between the project's file and one
    /// with markers; none when there is nobody to ask.
    ///
    /// # Errors
    /// An error when the user breaks off.
    fn decide(&self, path: &str, difference: &str) -> Result<Option<Decision>>;

    /// Whether stdout belongs to an answer, so that programs which a template runs must not write there.
    fn keeps_stdout(&self) -> bool {
        false
    }

    /// Whether work goes on; it is asked again and again while it does.
    ///
    /// # Errors
    /// An error when somebody has asked to stop.
    fn go_on(&self) -> Result<()> {
        Ok(())
    }

    /// Asks whether to go on; none when there is nobody to ask.
    ///
    /// # Errors
    /// An error when the user breaks off.
    fn confirm(&self, question: &str) -> Result<Option<bool>>;
}
