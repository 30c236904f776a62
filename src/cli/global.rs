//! The options of every command: gaia's own, and those of Atmos that scripts pass.

use super::switch::switch;
use crate::external::fetch::Network;
use crate::output::Color;
use clap::builder::FalseyValueParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Args, Command};
use std::path::PathBuf;

const HEADING: &str = "Global options";

/// Options that may stand anywhere on the command line.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug, Default)]
pub(super) struct Global {
    /// Run as if started in this directory
    #[arg(short = 'C', long, global = true, value_name = "DIR", env = "ATMOS_CHDIR", help_heading = HEADING)]
    pub(super) chdir: Option<PathBuf>,

    /// The directory that the paths in atmos.yaml are relative to
    #[arg(long, global = true, value_name = "DIR", help_heading = HEADING)]
    pub(super) base_path: Option<PathBuf>,

    /// Configuration files to read instead of looking for atmos.yaml
    #[arg(long, global = true, value_name = "FILE", value_delimiter = ',', help_heading = HEADING)]
    pub(super) config: Vec<PathBuf>,

    /// Directories to look for atmos.yaml in
    #[arg(long, global = true, value_name = "DIR", value_delimiter = ',', help_heading = HEADING)]
    pub(super) config_path: Vec<PathBuf>,

    /// Configuration profiles to use
    #[arg(long, global = true, value_name = "NAME", env = "ATMOS_PROFILE", value_delimiter = ',')]
    #[arg(help_heading = HEADING)]
    pub(super) profile: Vec<String>,

    /// When to use colours: auto, always, never
    #[arg(long, global = true, value_name = "WHEN", env = "GAIA_COLOR", value_enum, hide_possible_values = true)]
    #[arg(help_heading = HEADING)]
    pub(super) color: Option<Color>,

    /// Say nothing but answers and errors
    #[arg(long, global = true, value_parser = FalseyValueParser::new(), help_heading = HEADING)]
    pub(super) quiet: bool,

    /// Say more: how an error came about, where an import comes from
    #[arg(short, long, global = true, action = ArgAction::Count, value_parser = level, help_heading = HEADING)]
    pub(super) verbose: u8,

    /// Never ask; fail where input is needed
    #[arg(long, global = true, env = "CI", value_parser = FalseyValueParser::new(), help_heading = HEADING)]
    pub(super) no_input: bool,

    /// Show long answers at once, not page by page (`GAIA_PAGER` or `PAGER` says by which program)
    #[arg(long, global = true, env = "GAIA_NO_PAGER", value_parser = FalseyValueParser::new(), help_heading = HEADING)]
    pub(super) no_pager: bool,

    /// Fetch no import: use what was fetched before. On for commands that only read, unless =false
    #[arg(long, global = true, value_name = "BOOL", env = "GAIA_OFFLINE", value_parser = switch())]
    #[arg(help_heading = HEADING)]
    pub(super) offline: Option<bool>,

    /// Append the command line, what is said on stderr, and the exit code to this file
    #[arg(long, global = true, value_name = "FILE", help_heading = HEADING)]
    pub(super) log_file: Option<PathBuf>,

    /// Overrides `edition` of atmos.yaml
    #[arg(long, global = true, hide = true)]
    pub(super) edition: Option<String>,

    /// Overrides `settings.list_merge_strategy` of atmos.yaml
    #[arg(long, global = true, hide = true)]
    pub(super) settings_list_merge_strategy: Option<String>,

    /// Accepted for Atmos
    #[arg(long, global = true, hide = true)]
    pub(super) no_color: bool,

    /// Accepted for Atmos
    #[arg(long, global = true, hide = true)]
    pub(super) force_color: bool,

    /// What was said of these options, and where.
    #[arg(skip)]
    pub(super) said: Vec<Said>,
}

/// A global option with what holds for it.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Its name, as after the two hyphens.
    pub(super) name: String,
    /// Its value; nothing where none holds.
    pub(super) value: Option<String>,
    /// Who said so.
    pub(super) by: By,
}

/// Who said what holds for an option.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum By {
    /// Nobody.
    Default,
    /// A variable of the environment.
    Environment(String),
    /// The command line.
    Flag,
}

/// What holds for the global options that are shown.
pub(super) fn said(command: &Command, matches: &ArgMatches) -> Vec<Said> {
    let shown = command.get_arguments().filter(|arg| arg.is_global_set() && !arg.is_hide_set());
    let said = shown.filter_map(|arg| {
        let id = arg.get_id().as_str();
        let by = match matches.value_source(id) {
            Some(ValueSource::CommandLine) => By::Flag,
            Some(ValueSource::EnvVariable) => By::Environment(arg.get_env()?.to_string_lossy().into_owned()),
            _ => By::Default,
        };
        let value = match arg.get_action() {
            ArgAction::SetTrue => Some(matches.get_flag(id).to_string()),
            ArgAction::Count => Some(matches.get_count(id).to_string()),
            _ => matches
                .get_raw(id)
                .map(|values| values.map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(",")),
        };
        Some(Said { name: arg.get_long()?.to_owned(), value, by })
    });
    said.collect()
}

/// How much more `GAIA_VERBOSE` wants to be said: a number, or whether at all.
fn level(text: &str) -> Result<u8, String> {
    match text {
        "true" => Ok(1),
        "false" => Ok(0),
        _ => text.parse().map_err(|_| "it is a number from 0, true or false".to_owned()),
    }
}

/// gaia's own variable for a global option.
pub(super) fn variable(long: &str) -> String {
    format!("GAIA_{}", long.to_uppercase().replace('-', "_"))
}

/// What an option of Atmos is followed by.
#[derive(Clone, Copy)]
enum Takes {
    Value,
    /// `--flag`, `--flag=value`
    Maybe,
    /// `--identity`, `--identity=name`, `--identity name`
    MaybeApart,
}

/// Global options of Atmos that change no answer.
const ACCEPTED: [(&str, Takes); 16] = [
    ("logs-level", Takes::Value),
    ("logs-file", Takes::Value),
    ("redirect-stderr", Takes::Value),
    ("use-version", Takes::Value),
    ("heatmap-mode", Takes::Value),
    ("profiler-host", Takes::Value),
    ("profiler-port", Takes::Value),
    ("profile-file", Takes::Value),
    ("profile-type", Takes::Value),
    ("profiler-enabled", Takes::Maybe),
    ("heatmap", Takes::Maybe),
    ("interactive", Takes::Maybe),
    ("mask", Takes::Maybe),
    ("force-tty", Takes::Maybe),
    ("identity", Takes::MaybeApart),
    ("pager", Takes::MaybeApart),
];

/// Those options, which are accepted so that scripts run, and not shown.
pub(super) fn accepted() -> impl Iterator<Item = Arg> {
    ACCEPTED.into_iter().map(|(name, takes)| {
        let arg = Arg::new(name).long(name).global(true).hide(true).action(ArgAction::Append);
        match takes {
            Takes::Value => arg,
            Takes::Maybe => arg.num_args(0..=1).require_equals(true),
            Takes::MaybeApart => arg.num_args(0..=1),
        }
    })
}

impl Global {
    /// Whether imports may be fetched, by a command that only reads or by another.
    pub(super) fn network(&self, only_reads: bool) -> Network {
        match (self.offline, only_reads) {
            (Some(true), _) => Network::Offline,
            (Some(false), _) | (None, false) => Network::Open,
            (None, true) => Network::Untouched,
        }
    }

    /// When to use colours, after Atmos's options.
    pub(super) fn color(&self) -> Color {
        match (self.color, self.no_color, self.force_color) {
            (Some(color), ..) => color,
            (None, true, _) => Color::Never,
            (None, false, true) => Color::Always,
            (None, false, false) => Color::Auto,
        }
    }
}
