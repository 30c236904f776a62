//! `gaia init`.

use super::context::Context;
use super::exit;
use super::shape::Shown;
use super::template::Terminal;
use crate::code::{NO_STACKS, Severity};
use crate::output::{self, ReportFormat};
use crate::scaffold::{self, Data, Request, Settings};
use crate::text::SourceMap;
use crate::validate;
use crate::workspace::{Options, Workspace};
use crate::{Error, Result};
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Make a repository for Atmos and gaia
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia init platform
  gaia init platform --namespace acme --backend local --defaults

On a terminal, what no option answers is asked.")]
pub(super) struct Init {
    /// The directory
    #[arg(value_name = "DIR", default_value = ".")]
    directory: PathBuf,

    /// Short name of the organisation
    #[arg(long)]
    namespace: Option<String>,

    /// The team that looks after the platform
    #[arg(long, value_name = "TEAM")]
    owner: Option<String>,

    /// Where the team is reached
    #[arg(long, value_name = "ADDRESS")]
    team_email: Option<String>,

    /// Where Terraform keeps its state: s3, local
    #[arg(long, value_name = "KIND")]
    backend: Option<String>,

    /// What runs on every change: github, gitlab, none
    #[arg(long, value_name = "CI")]
    ci: Option<String>,

    /// Take the defaults instead of asking
    #[arg(short = 'l', long)]
    defaults: bool,

    #[command(flatten)]
    shown: Shown,
}

impl Init {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if self.directory.join("atmos.yaml").exists() {
            return Err(Error::new("there is an atmos.yaml already")
                .in_file(self.directory.join("atmos.yaml"))
                .hint("`gaia env create` makes environments in it")
                .into());
        }
        let given = [
            ("namespace", &self.namespace),
            ("owner", &self.owner),
            ("team_email", &self.team_email),
            ("backend", &self.backend),
            ("ci", &self.ci),
        ];
        let data: Data =
            given.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?.into()))).collect();
        let defaults = self.defaults || !context.can_ask();
        if defaults && self.namespace.is_none() {
            return Err(Error::usage("a repository needs --namespace")
                .hint("on a terminal without `--defaults`, what is missing is asked")
                .into());
        }
        let console = Terminal::new(context);
        if !defaults {
            console.greet();
        }
        let request = Request {
            source: Some("bundled:atmos-repo".to_owned()),
            destination: self.directory.clone(),
            data,
            defaults,
            quiet: true,
            ..Request::default()
        };
        let files = scaffold::preview(&request, &Settings::load(&console)?, &console)?.files;
        scaffold::write(&files)?;
        context.ui.info(&format!("{} files are written into `{}`.", files.len(), self.directory.display()));
        let holds = holds(context, &self.directory)?;
        if self.shown.is_json() {
            let shown = |file: &scaffold::Made| file.path.display().to_string();
            context.say_json(&serde_json::json!({
                "directory": self.directory,
                "files": files.iter().map(shown).collect::<Vec<_>>(),
                "valid": holds,
                "next": Self::NEXT,
            }))?;
        }
        if !holds {
            return Ok(exit::FAILED);
        }
        if !self.shown.is_json() {
            let go = self.elsewhere().map_or_else(String::new, |dir| format!("  cd {dir} && git init\n"));
            context.ui.info(&format!("Next:\n{go}  {}", Self::NEXT.join("\n  ")));
        }
        Ok(exit::OK)
    }

    /// The directory, where it is another than this one.
    fn elsewhere(&self) -> Option<String> {
        Some(&self.directory).filter(|dir| dir.as_path() != Path::new(".")).map(|dir| dir.display().to_string())
    }

    /// What one does with a new repository.
    const NEXT: [&'static str; 3] =
        ["gaia env create", "gaia validate", "gaia plan -s TENANT-ACCOUNT-ENVIRONMENT --all"];
}

/// Whether the new repository validates. It has no stack yet, which is no mistake of it.
fn holds(context: &Context, directory: &Path) -> Result<bool, anyhow::Error> {
    let cwd = std::path::absolute(directory)?;
    let options = Options { cwd: cwd.clone(), ..Options::default() };
    let workspace = Arc::new(Workspace::open(&options, &SourceMap::default())?);
    if workspace.root != cwd.canonicalize()? && workspace.root != cwd {
        context.ui.info(&format!("note: the configuration above it, in `{}`, goes first", workspace.root.display()));
    }
    let mut report = validate::run(workspace, &[])?;
    report.findings.retain(|finding| finding.diagnostic.code.id != NO_STACKS.id);
    if report.count(Severity::Error) == 0 {
        return Ok(true);
    }
    output::report(context.ui, &report, ReportFormat::Human)?;
    Ok(false)
}
