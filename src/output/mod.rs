//! What people and scripts see: answers on stdout, everything else on stderr.
//!
//! [`Ui`] is the only owner of both streams. It knows once and for all whether colours, how much width and how many
//! words are wanted.

mod answer;
pub mod ask;
mod diagnostic;
pub mod difference;
mod fold;
pub mod log;
mod matrix;
pub mod pager;
pub mod patch;
mod place;
pub mod provenance;
mod report;
mod rows;
pub mod run;
mod table;
mod tree;
pub mod waiting;
pub mod why;

pub use answer::{Format, answer, answer_entries, write_file};
pub use fold::folded;
pub use matrix::matrix;
pub use place::Places;
pub(crate) use report::xml;
pub use report::{ReportFormat, report};
pub use rows::{RowFormat, rows};
pub use tree::Tree;

use crate::Error;
use crate::text::SourceMap;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The width of lines where no terminal tells.
const DEFAULT_WIDTH: usize = 120;

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// The two streams, and how to write to them.
#[derive(Clone, Copy, Debug)]
pub struct Ui {
    color: Color,
    quiet: bool,
    verbose: u8,
}

impl Ui {
    /// The streams with the user's wishes: colours, no words but errors (`quiet`), more words (`verbose`).
    pub fn new(color: Color, quiet: bool, verbose: u8) -> Self {
        Ui { color, quiet, verbose }
    }

    /// Whether answers go to a terminal.
    pub fn is_terminal(self) -> bool {
        io::stdout().is_terminal()
    }

    /// The columns of the terminal.
    pub fn width(self) -> usize {
        terminal_size::terminal_size().map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0))
    }

    /// Whether answers have colours.
    pub fn has_colours(self) -> bool {
        match self.color.into() {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }

    /// How many times `-v` was given.
    pub fn verbosity(self) -> u8 {
        self.verbose
    }

    /// The stream for answers with styles, which are dropped where they are not wanted; buffered for size.
    pub fn styled(self) -> impl Write {
        waiting::end();
        let choice = match self.color.into() {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            choice => choice,
        };
        let buffered: Box<dyn Write> = Box::new(io::BufWriter::with_capacity(1 << 16, pager::Stdout));
        AutoStream::new(buffered, choice)
    }

    /// The stream for answers without styles, buffered for size; flush it.
    pub fn plain(self) -> impl Write + Send {
        waiting::end();
        io::BufWriter::with_capacity(1 << 16, pager::Stdout)
    }

    /// Says something in passing, on stderr; nothing with `--quiet`.
    pub fn info(self, message: &str) {
        if self.quiet {
            log::note(message);
        } else {
            self.always(message);
        }
    }

    /// Says something that must be seen, on stderr.
    pub fn always(self, message: &str) {
        self.tell(&format!("{message}\n"));
    }

    /// Whether nothing but answers and errors is wanted.
    pub fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Says what is being done, on stderr: a word in the colour of its tone, and to what.
    pub fn step(self, tone: Tone, word: &str, what: &str) {
        let style = tone.style();
        self.tell(&format!("{style}{word}{style:#}{what}\n"));
    }

    /// Says what went wrong, with the source it stands in, on stderr.
    pub fn error(self, error: &Error, sources: &SourceMap) {
        let cwd = std::env::current_dir().unwrap_or_default();
        self.tell(&diagnostic::render(error, sources, &cwd, self.verbose > 0));
    }

    /// Says what may be wrong, with the source it stands in, on stderr; nothing with `--quiet`.
    pub fn warning(self, warning: &Error, sources: &SourceMap) {
        let cwd = std::env::current_dir().unwrap_or_default();
        let text = diagnostic::warning(warning, sources, &cwd);
        if self.quiet {
            log::note(&text);
        } else {
            self.tell(&text);
        }
    }

    /// Says what went wrong where no source is known: the chain of causes, on stderr.
    pub fn failure(self, error: &anyhow::Error) {
        self.tell(&format!("{ERROR}error:{ERROR:#} {error:#}\n"));
    }

    /// Writes lines with styles to stderr, and to the log where there is one.
    fn tell(self, text: &str) {
        waiting::end();
        log::note(text);
        // a closed stderr is no reason to fail
        let _ = AutoStream::new(io::stderr().lock(), self.color.into()).write_all(text.as_bytes());
    }
}

/// What a step means to the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// As it should be.
    Good,
    /// Nothing is changed.
    Dimmed,
    /// Something is replaced.
    Careful,
    /// Something is in the way.
    Bad,
}

impl Tone {
    /// How it looks.
    pub fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Good => HINT,
            Tone::Dimmed => DIMMED,
            Tone::Careful => WARNING,
            Tone::Bad => ERROR,
        }
    }
}

/// The style of the word `error`.
const ERROR: Style = AnsiColor::Red.on_default().bold();
/// The style of the word `warning`.
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The style of the word `hint`.
const HINT: Style = AnsiColor::Green.on_default().bold();
/// The style of line numbers and what leads the eye.
const GUIDE: Style = AnsiColor::Blue.on_default().bold();
/// The style of headings.
const HEADING: Style = Style::new().bold();
/// The style of what holds in the end.
const WINNER: Style = AnsiColor::Green.on_default();
/// The style of what matters less.
const DIMMED: Style = Style::new().dimmed();

/// `path` as seen from `root`, where it lies below it.
fn relative<'a>(path: &'a Path, root: &Path) -> &'a Path {
    path.strip_prefix(root).unwrap_or(path)
}
