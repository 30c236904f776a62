//! `gaia template update [DST]`.

use super::console::Terminal;
use super::options::Options;
use super::told;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::scaffold::{self, Conflict, Request, Settings};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Bring a project to a newer version of its template, and keep what was changed in it
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template update
  gaia template update --defaults --conflict rej
  gaia template update --vcs-ref v2.0.0 --data size=large
  gaia template update --vcs-ref :current: --data size=large
  gaia template update --pretend
  gaia template update --conflict ask

The project must be committed. What the template changed and what the project changed since are merged; where both
changed the same lines, markers are left in the file, and git shows it as unmerged. --pretend prints the whole
difference and changes nothing. An update that is interrupted is undone: at once, or by the next run if it was killed.")]
#[allow(clippy::struct_excessive_bools)] // each is a flag
pub(super) struct Update {
    #[command(flatten)]
    options: Options,

    /// What is left where both sides changed the same lines: markers in the file, a file *.rej beside it, the project's
    /// lines, the template's, or what you say about each file
    #[arg(short = 'o', long, value_enum, default_value_t = OnConflict::Inline, value_name = "HOW")]
    conflict: OnConflict,

    /// Lines around a change that have to be the same for it to fit
    #[arg(short = 'c', long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    context_lines: u16,

    /// Show in conflicts what the last update had made of the lines, too
    #[arg(long)]
    diff3: bool,

    /// Carry the project's changes into files that the template has renamed
    #[arg(long)]
    renames: bool,

    /// The same as `--defaults`
    #[arg(short, long)]
    force: bool,

    /// Ask no question that was answered before
    #[arg(short = 'A', long)]
    skip_answered: bool,

    /// The project
    #[arg(value_name = "PROJECT", default_value = ".")]
    destination: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OnConflict {
    Inline,
    Rej,
    Mine,
    Theirs,
    Ask,
}

impl Update {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let json = self.options.is_json();
        let console = Terminal::stoppable(context)?.for_program(json);
        let request = self.options.request(self.destination, context.quiet())?;
        let request = Request {
            defaults: request.defaults || self.force,
            skip_answered: self.skip_answered,
            context_lines: usize::from(self.context_lines),
            conflict: match self.conflict {
                OnConflict::Inline => Conflict::Inline,
                OnConflict::Rej => Conflict::Reject,
                OnConflict::Mine => Conflict::Mine,
                OnConflict::Theirs => Conflict::Theirs,
                OnConflict::Ask => Conflict::Ask,
            },
            diff3: self.diff3,
            renames: self.renames,
            ..request
        };
        scaffold::update(&request, &Settings::load(&console)?, &console)?;
        if json {
            told::of_update(context, &console, &request.destination, request.pretend)?;
        }
        Ok(exit::OK)
    }
}
