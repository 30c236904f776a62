//! `gaia completions SHELL`.

use super::context::Context;
use clap::Args;
use clap_complete::Shell;

/// Print the completions for a shell
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia completions bash > ~/.local/share/bash-completion/completions/gaia
  gaia completions zsh > ~/.zfunc/_gaia
  gaia completions fish > ~/.config/fish/completions/gaia.fish")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "gaia", &mut script);
        context.say(&String::from_utf8_lossy(&script))
    }
}
