//! `gaia lint`: the form of code and manifests, by the tools that are there.

use super::context::Context;
use super::exit;
use super::shape::Shown;
use crate::error::{Error, Result};
use crate::external::Environment;
use crate::workspace::Workspace;
use clap::Args;
use serde::Serialize;
use std::path::Path;

/// Check the form of Terraform code and manifests, by the tools that are there
///
/// `terraform fmt` or `tofu fmt`, `yamllint` and `tfsec` run one after the other, until one finds something; what tfsec finds
/// is told and nothing more. A tool that is not there is skipped, and that is said. `gaia validate` needs no tools.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia lint
  gaia lint --fix --skip-security")]
pub(super) struct Lint {
    /// Rewrite the code in Terraform's form
    #[arg(long)]
    fix: bool,

    /// Leave tfsec out
    #[arg(long)]
    skip_security: bool,

    #[command(flatten)]
    shown: Shown,
}

/// A tool with the words that it is given.
struct Tool<'a> {
    /// Its program, or another that does the same.
    programs: &'static [&'static str],
    /// What it reads, behind the words.
    place: &'a Path,
    words: Vec<String>,
    /// Whether what it finds is told and nothing more.
    soft: bool,
}

/// What became of a tool.
#[derive(Serialize)]
struct Done {
    tool: &'static str,
    status: &'static str,
    exit_code: Option<i32>,
}

impl Lint {
    /// Runs one tool after the other.
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let code = workspace.component_dir("terraform", "");
        let json = self.shown.is_json();
        let mut all = Vec::new();
        let color = !json && context.ui.has_colours();
        for tool in self.tools(&workspace.root, &code, &workspace.settings.stacks_dir, color) {
            let done = tool.run(context, &workspace, json)?;
            let failed = done.status == "failed";
            all.push(done);
            if failed {
                break;
            }
        }
        let failed = all.iter().any(|done| done.status == "failed");
        if json {
            context.say_json(&all)?;
        }
        Ok(if failed { exit::FAILED } else { exit::OK })
    }

    fn tools<'a>(&self, root: &Path, code: &'a Path, stacks: &'a Path, color: bool) -> Vec<Tool<'a>> {
        let mut format = vec!["fmt".to_owned(), "-recursive".to_owned()];
        if !self.fix {
            format.extend(["-check", "-diff"].map(str::to_owned));
        }
        // it writes colours into pipes too
        if !color {
            format.push("-no-color".to_owned());
        }
        let rules = match [".yamllint", ".yamllint.yml", ".yamllint.yaml"].iter().find(|name| root.join(name).is_file())
        {
            Some(name) => ["-c".to_owned(), (*name).to_owned()],
            None => ["-d".to_owned(), "{extends: default, rules: {line-length: {max: 120}}}".to_owned()],
        };
        let mut tools = vec![
            Tool { programs: &["terraform", "tofu"], place: code, words: format, soft: false },
            Tool { programs: &["yamllint"], place: stacks, words: rules.to_vec(), soft: false },
        ];
        if !self.skip_security {
            tools.push(Tool { programs: &["tfsec"], place: code, words: vec!["--soft-fail".to_owned()], soft: true });
        }
        tools
    }
}

impl Tool<'_> {
    fn run(mut self, context: &Context, workspace: &Workspace, json: bool) -> Result<Done> {
        let skip = |why: &str| {
            context.ui.always(&format!("skipped: {why}"));
            Ok(Done { tool: self.programs[0], status: "skipped", exit_code: None })
        };
        let Some(program) = self.programs.iter().find(|program| Environment::default().find_program(program).is_some())
        else {
            let names: Vec<String> = self.programs.iter().map(|program| format!("`{program}`")).collect();
            return skip(&format!("{} is not on PATH", names.join(" or ")));
        };
        if !self.place.is_dir() {
            return skip(&format!("`{program}`, for there is no `{}`", workspace.shown(self.place)));
        }
        self.words.push(self.place.display().to_string());
        context.ui.info(&format!("{program} {}", self.words.join(" ")));
        let command = duct::cmd(*program, &self.words).dir(&workspace.root).unchecked();
        let command = if json { command.stdout_to_stderr() } else { command };
        let done = command.run().map_err(|e| Error::new(format!("cannot run `{program}`: {e}")))?;
        let passed = done.status.success() || self.soft;
        if !passed {
            context.ui.always(&format!("`{program}` found something"));
        }
        Ok(Done { tool: program, status: if passed { "passed" } else { "failed" }, exit_code: done.status.code() })
    }
}
