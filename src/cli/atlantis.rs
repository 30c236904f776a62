//! `gaia atlantis`: configuration for Atlantis.

use super::against::Against;
use super::context::Context;
use crate::affected::{Request, affected};
use crate::engine::{self, AtlantisRequest, Engine};
use crate::output;
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::sync::Arc;

/// Generate configuration for Atlantis
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Atlantis {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Generate(Generate),
}

/// Generate files for Atlantis
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
struct Generate {
    #[command(subcommand)]
    what: Generated,
}

#[derive(Subcommand, Debug)]
enum Generated {
    RepoConfig(RepoConfig),
}

/// Write atlantis.yaml: a project for each component of each stack
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia atlantis generate repo-config --config-template config-1 --project-template project-1
  gaia atlantis generate repo-config --stacks plat-ue2-dev,plat-ue2-prod --components vpc
  gaia atlantis generate repo-config --affected-only --ref refs/heads/main

Templates stand in atmos.yaml under integrations.atlantis, or in the components' settings.atlantis.")]
struct RepoConfig {
    /// The file to write, instead of `integrations.atlantis.path` of atmos.yaml; stdout when neither is given
    #[arg(long, value_name = "FILE")]
    output_path: Option<PathBuf>,

    /// A template of `integrations.atlantis.config_templates`
    #[arg(long, value_name = "NAME")]
    config_template: Option<String>,

    /// A template of `integrations.atlantis.project_templates`
    #[arg(long, value_name = "NAME")]
    project_template: Option<String>,

    /// Only these stacks: their names, or the paths of their manifests
    #[arg(long, value_name = "STACK", value_delimiter = ',')]
    stacks: Vec<String>,

    /// Only these components
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    components: Vec<String>,

    /// Only components that a change affects
    #[arg(long)]
    affected_only: bool,

    #[command(flatten)]
    against: Against,
}

impl Atlantis {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let What::Generate(Generate { what: Generated::RepoConfig(repo_config) }) = self.what;
        repo_config.run(context)
    }
}

impl RepoConfig {
    fn run(self, context: &Context) -> anyhow::Result<()> {
        let workspace = context.workspace()?;
        let options = engine::Options::default();
        let engine = Engine::new(Arc::clone(&workspace), options.clone())?;
        let given = |text: Option<String>| text.filter(|t| !t.is_empty());
        let mut request = AtlantisRequest {
            config_template: given(self.config_template),
            project_template: given(self.project_template),
            stacks: self.stacks.into_iter().filter(|s| !s.is_empty()).collect(),
            components: self.components.into_iter().filter(|c| !c.is_empty()).collect(),
        };
        if self.affected_only {
            let comparison = self.against.comparison(None, &workspace, &options)?;
            let found = affected(&comparison, &Request::default())?;
            if found.is_empty() {
                return Ok(());
            }
            // Atmos takes every affected component in every affected stack
            let found: Vec<_> = found.into_iter().filter(|a| a.kind == "terraform").collect();
            request.stacks = found.iter().map(|a| a.stack.clone()).collect();
            request.components = found.into_iter().map(|a| a.component).collect();
        }
        let text = engine.atlantis_repo_config(&request)?;
        let path = self.output_path.filter(|p| !p.as_os_str().is_empty());
        match path.or_else(|| engine.atlantis_path().map(PathBuf::from)) {
            Some(path) => Ok(output::write_file(&path, text.as_bytes())?),
            None => context.say(&text),
        }
    }
}
