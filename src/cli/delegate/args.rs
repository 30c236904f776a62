//! The options of everything that works on infrastructure.

use crate::delegate::Selection;
use crate::output::run::LogOrder;
use crate::workspace::gaia_yaml::seconds;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Which components.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Selection options")]
pub(super) struct Wanted {
    /// Components, also as patterns: `database/*`
    #[arg(value_name = "COMPONENT")]
    components: Vec<String>,

    /// The stack, by its name; several times or as a pattern for several
    #[arg(short, long, value_name = "STACK", env = "ATMOS_STACK")]
    stack: Vec<String>,

    /// All components: of the stack, or of every stack where none is named
    #[arg(long)]
    all: bool,

    /// Only what a change affects
    #[arg(long)]
    affected: bool,

    /// The revision to compare with: a branch, a tag, a commit
    #[arg(long, value_name = "REVISION", requires = "affected")]
    base: Option<String>,

    /// Only this component and what depends on it
    #[arg(long, value_name = "COMPONENT")]
    from: Option<String>,

    /// Only this component and what it depends on
    #[arg(long, value_name = "COMPONENT")]
    until: Option<String>,

    /// Leave out components that match
    #[arg(long, value_name = "GLOB")]
    skip: Vec<String>,

    /// What they depend on as well
    #[arg(long)]
    with_dependencies: bool,

    /// What depends on them as well
    #[arg(long)]
    with_dependents: bool,
}

impl Wanted {
    /// All of a stack.
    pub(super) fn whole(stack: &str) -> Wanted {
        Wanted { stack: vec![stack.to_owned()], all: true, ..Wanted::default() }
    }

    pub(super) fn selection(&self) -> Selection {
        Selection {
            stacks: self.stack.iter().filter(|s| !s.is_empty()).cloned().collect(),
            components: self.components.clone(),
            only: None,
            from: self.from.clone(),
            until: self.until.clone(),
            skip: self.skip.clone(),
            with_dependencies: self.with_dependencies,
            with_dependents: self.with_dependents,
        }
    }

    /// The revision of `--affected`, empty for the default one.
    pub(super) fn affected(&self) -> Option<&str> {
        self.affected.then(|| self.base.as_deref().unwrap_or_default())
    }

    /// Whether the words leave open which components are meant.
    pub(super) fn is_open(&self) -> bool {
        self.components.is_empty() && !self.all && !self.affected && self.from.is_none() && self.until.is_none()
    }

    /// Whether no stack is named where one must be: a whole repository is asked for by name.
    pub(super) fn lacks_stack(&self) -> bool {
        self.stack.iter().all(String::is_empty) && !self.all && !self.affected
    }

    /// Whether anything is chosen.
    pub(super) fn is_empty(&self) -> bool {
        self.is_open() && self.lacks_stack() && self.skip.is_empty()
    }
}

/// How a run is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub(super) enum Format {
    /// Progress, then a table.
    #[default]
    Table,
    /// Events, a line of JSON each.
    Json,
    /// A summary for a pull request.
    Markdown,
}

/// How it is carried out.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Run options")]
pub(super) struct How {
    /// How many components at once (default: the cores, 4 at most)
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) parallel: Option<u16>,

    /// Go on with what does not depend on a failure
    #[arg(long, conflicts_with = "fail_fast")]
    pub(super) keep_going: bool,

    /// Start nothing more after a failure
    #[arg(long)]
    pub(super) fail_fast: bool,

    /// How long one component may take: 90s, 10m, 1h30m
    #[arg(long, value_name = "DURATION", value_parser = seconds)]
    pub(super) timeout: Option<u64>,

    /// How often a failure that may pass (throttling, a locked state) is tried again (default: 2)
    #[arg(long, value_name = "N")]
    pub(super) retries: Option<u32>,

    /// How long to wait before the first time; twice as long each time after (default: 5s)
    #[arg(long, value_name = "DURATION", value_parser = seconds)]
    pub(super) retry_delay: Option<u64>,

    /// Errors that may pass, beside those that gaia knows: a regular expression
    #[arg(long, value_name = "REGEX")]
    pub(super) retry_on: Vec<String>,

    /// Take no lock on the stack, where something else keeps runs apart
    #[arg(long)]
    pub(super) no_lock: bool,

    /// Let Atmos read all manifests, not only those that the component needs
    #[arg(long)]
    pub(super) no_narrow: bool,

    /// Show the command lines in order, and run nothing
    #[arg(long)]
    pub(super) dry_run: bool,

    /// Exit with 2 when there are changes
    #[arg(long)]
    pub(super) detailed_exitcode: bool,

    #[command(flatten)]
    pub(super) shown: Shown,

    /// Arguments for terraform
    #[arg(last = true, value_name = "ARGS")]
    pub(super) args: Vec<String>,
}

/// What is shown and written.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Output options")]
pub(super) struct Shown {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "table")]
    pub(super) format: Format,

    /// Show the logs of all components, not only of those that fail
    #[arg(long, value_name = "ORDER", value_enum)]
    pub(super) log_order: Option<LogOrder>,

    /// What changes cost: the JSON of `infracost diff`, with projects called STACK:COMPONENT
    #[arg(long, value_name = "FILE")]
    pub(super) costs: Option<PathBuf>,

    /// Write a report for CI
    #[arg(long, value_name = "FILE")]
    pub(super) junit: Option<PathBuf>,

    /// Write a summary for a comment on a pull request
    #[arg(long, value_name = "FILE")]
    pub(super) summary: Option<PathBuf>,
}
