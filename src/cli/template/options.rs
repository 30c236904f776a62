//! Options that several commands share, under Copier's names.

use crate::cli::shape::Shape;
use crate::scaffold::{Data, Request, Revision, read_data};
use crate::{Error, Result};
use clap::Args;
use std::path::PathBuf;

/// Options of `copy`, `recopy` and `update`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The file with the answers, relative to the project
    #[arg(short, long, value_name = "FILE")]
    answers_file: Option<String>,

    /// Answer a question; again for others
    #[arg(short, long, value_name = "NAME=VALUE")]
    data: Vec<String>,

    /// A YAML file with answers; `--data` wins
    #[arg(long, value_name = "FILE")]
    data_file: Option<PathBuf>,

    /// Leave out paths that match a pattern as in .gitignore; `!pattern` takes them in again
    #[arg(short = 'x', long, value_name = "PATTERN", allow_hyphen_values = true)]
    exclude: Vec<String>,

    /// Keep paths that match a pattern when they exist
    #[arg(short, long, value_name = "PATTERN")]
    skip: Vec<String>,

    /// Ask questions whose name matches, even if another option would skip them
    #[arg(long, value_name = "PATTERN")]
    ask: Vec<String>,

    /// A tag, branch or commit of the template instead of its newest tag; `:current:` for the one of the last time
    #[arg(short = 'r', long, value_name = "REVISION", allow_hyphen_values = true)]
    vcs_ref: Option<String>,

    /// Say what would be done, and change nothing
    #[arg(short = 'n', long)]
    pretend: bool,

    /// Say nothing but errors and warnings
    #[arg(short = 'q')]
    q: bool,

    /// Let the newest tag be a pre-release
    #[arg(short = 'g', long)]
    prereleases: bool,

    /// Let the template run tasks and migrations
    #[arg(long, alias = "UNSAFE")]
    trust: bool,

    /// Run no tasks
    #[arg(short = 'T', long)]
    skip_tasks: bool,

    /// Take the defaults instead of asking
    #[arg(short = 'l', long)]
    defaults: bool,

    /// How to tell what was done; Copier's `-f` is another option
    #[arg(long, value_enum, default_value = "text", help_heading = "Output options")]
    format: Shape,
}

impl Options {
    /// Whether a program wants to know what was done.
    pub(super) fn is_json(&self) -> bool {
        self.format == Shape::Json
    }

    /// What they ask for, for a project.
    pub(super) fn request(self, destination: PathBuf, quiet: bool) -> Result<Request> {
        // a program is told what becomes of each file, also where nobody else wants to know
        let quiet = (self.q || quiet) && !self.is_json();
        let mut data = match &self.data_file {
            Some(file) => read_data(file)?,
            None => Data::new(),
        };
        for pair in &self.data {
            let (name, value) = pair.split_once('=').ok_or_else(|| {
                Error::usage(format!("`--data {pair}` has no value")).hint(format!("`--data {pair}=VALUE`"))
            })?;
            data.insert(name.to_owned(), value.into());
        }
        Ok(Request {
            destination,
            answers_file: self.answers_file,
            revision: self.vcs_ref.as_deref().map(Revision::parse),
            data,
            data_file: self.data_file,
            exclude: self.exclude,
            skip: self.skip,
            ask: self.ask,
            prereleases: self.prereleases,
            defaults: self.defaults,
            pretend: self.pretend,
            quiet,
            trust: self.trust,
            skip_tasks: self.skip_tasks,
            context_lines: 3,
            ..Request::default()
        })
    }
}
