//! `gaia man`.

use super::context::Context;
use crate::error::Error;
use crate::output;
use clap::Args;
use clap_mangen::Man as Page;
use std::path::{Path, PathBuf};

/// Print the manual page, or write those of all commands
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia man | man -l -
  gaia man --dir ~/.local/share/man/man1    then: man gaia-describe-component")]
pub(super) struct Man {
    /// Write gaia.1, gaia-plan.1, … into this directory
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let mut command = super::command();
        command.build();
        match &self.dir {
            Some(dir) => write(command, dir),
            None => context.say(&String::from_utf8_lossy(&page(command)?)),
        }
    }
}

/// The pages of a command and of all below it. A subcommand that is built is called by its whole path, with hyphens.
fn write(command: clap::Command, dir: &Path) -> anyhow::Result<()> {
    for below in command.get_subcommands().filter(|below| !below.is_hide_set()) {
        write(below.clone(), dir)?;
    }
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    Ok(output::write_file(&dir.join(format!("{name}.1")), &page(command)?)?)
}

fn page(command: clap::Command) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    let rendered = Page::new(command).render(&mut text);
    rendered.map(|()| text).map_err(|e| Error::new(format!("cannot render the manual: {e}")))
}
