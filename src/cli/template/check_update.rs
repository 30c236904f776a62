//! `gaia template check-update [DST]`.

use super::console::Terminal;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::scaffold::{self, Request};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Say whether a newer version of a project's template exists
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template check-update
  gaia template check-update my-project --output-format json

With --quiet the answer is the exit code: 2 when there is an update, 0 otherwise.")]
pub(super) struct CheckUpdate {
    /// The file with the answers, relative to the project
    #[arg(short, long, value_name = "FILE")]
    answers_file: Option<String>,

    /// Let the newest tag be a pre-release
    #[arg(short = 'g', long)]
    prereleases: bool,

    /// Say nothing
    #[arg(short = 'q')]
    q: bool,

    /// How the answer is written
    #[arg(long, visible_alias = "format", value_enum, default_value_t = OutputFormat::Plain, value_name = "FORMAT")]
    output_format: OutputFormat,

    /// The project
    #[arg(value_name = "PROJECT", default_value = ".")]
    destination: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OutputFormat {
    Plain,
    Json,
}

impl CheckUpdate {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let request = Request {
            destination: self.destination,
            answers_file: self.answers_file,
            prereleases: self.prereleases,
            ..Request::default()
        };
        let update = scaffold::check_update(&request, &Terminal::new(context))?;
        if self.q || context.quiet() {
            return Ok(if update.available { exit::CHANGES } else { exit::OK });
        }
        let (current, latest) = (&update.current, &update.latest);
        match self.output_format {
            OutputFormat::Json => context.say(&format!(
                "{{\"update_available\": {}, \"current_version\": \"{current}\", \"latest_version\": \"{latest}\"}}\n",
                update.available
            ))?,
            OutputFormat::Plain if update.available => context.say(&format!(
                "New template version available.\nCurrent version is {current}, latest version is {latest}.\n"
            ))?,
            OutputFormat::Plain => context.say("Project is up-to-date!\n")?,
        }
        Ok(exit::OK)
    }
}
