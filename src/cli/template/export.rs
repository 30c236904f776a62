//! `gaia template export NAME DIR`.

use crate::cli::context::Context;
use crate::cli::shape::Shown;
use crate::scaffold;
use clap::Args;
use std::path::PathBuf;

/// Write a template that comes with gaia out, for Copier and for your own changes
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template export nodejs-api ./our-template && copier copy ./our-template my-service")]
pub(super) struct Export {
    /// A name of `gaia template list`, or its address
    #[arg(value_name = "TEMPLATE")]
    template: String,

    /// A directory that is not there yet
    #[arg(value_name = "DIR")]
    directory: PathBuf,

    #[command(flatten)]
    shown: Shown,
}

impl Export {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.template.strip_prefix("bundled:").unwrap_or(&self.template);
        scaffold::export(name, &self.directory)?;
        if self.shown.is_json() {
            return context.say_json(&serde_json::json!({ "template": name, "directory": self.directory }));
        }
        context.ui.info(&format!("The template is in `{}`.", self.directory.display()));
        Ok(())
    }
}
