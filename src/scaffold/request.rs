//! What a user asks for.

use super::data::Data;
use std::path::PathBuf;

/// Which revision of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// The one that the project was made from: `:current:`.
    Current,
    /// A tag, a branch, a commit.
    Named(String),
}

impl Revision {
    /// Reads what `--vcs-ref` says.
    pub fn parse(text: &str) -> Self {
        if text == ":current:" { Revision::Current } else { Revision::Named(text.to_owned()) }
    }
}

/// What an update leaves where both sides changed the same lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Conflict {
    /// Markers in the file.
    #[default]
    Inline,
    /// The rejected hunks in a file `*.rej` beside it.
    Reject,
    /// What the project has.
    Mine,
    /// What the template has.
    Theirs,
    /// What the user says about each file.
    Ask,
}

/// One run over one project: Copier's options under Copier's names, in our words.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a flag of the command line
pub struct Request {
    /// The template as the user typed it; recorded in the answers.
    pub source: Option<String>,
    /// The project.
    pub destination: PathBuf,
    /// The project as templates shall see it, when another place stands for it.
    pub stands_for: Option<PathBuf>,
    /// The file with the answers, relative to the project.
    pub answers_file: Option<String>,
    /// The revision of the template instead of the newest tag.
    pub revision: Option<Revision>,
    /// Answers given in advance.
    pub data: Data,
    /// The file that some of them stand in.
    pub data_file: Option<PathBuf>,
    /// Patterns of paths that are not made.
    pub exclude: Vec<String>,
    /// Patterns of paths that are kept when they exist.
    pub skip: Vec<String>,
    /// Patterns of questions that are asked although an option would skip them.
    pub ask: Vec<String>,
    /// Whether the newest tag may be a pre-release.
    pub prereleases: bool,
    /// Take the defaults instead of asking.
    pub defaults: bool,
    /// Overwrite what exists without asking.
    pub overwrite: bool,
    /// Change nothing.
    pub pretend: bool,
    /// Say nothing.
    pub quiet: bool,
    /// How conflicts are left.
    pub conflict: Conflict,
    /// Whether conflicts show the common ancestor, too.
    pub diff3: bool,
    /// Whether the project's changes go along with files that the template has renamed; Copier does not do so.
    pub renames: bool,
    /// Lines of context that an update compares.
    pub context_lines: usize,
    /// Allow tasks, migrations, extensions and files from elsewhere.
    pub trust: bool,
    /// Ask no question that was answered before.
    pub skip_answered: bool,
    /// Run no tasks.
    pub skip_tasks: bool,
    /// Keep a new project when copying fails.
    pub keep_on_error: bool,
}
