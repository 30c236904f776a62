//! `gaia completions SHELL`.

use super::complete;
use super::context::Context;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// Print what makes a shell complete gaia's command lines
///
/// The shell asks gaia while you type: stacks and components are those of the repository that you are in.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia completions bash > ~/.local/share/bash-completion/completions/gaia
  gaia completions zsh > ~/.zfunc/_gaia
  gaia completions fish > ~/.config/fish/completions/gaia.fish")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_parser = PossibleValuesParser::new(complete::shells()))]
    shell: String,
}

impl Completions {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        context.say(&complete::registration(&self.shell)?)
    }
}
