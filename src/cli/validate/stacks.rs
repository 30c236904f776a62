//! `gaia validate stacks`.

use crate::cli::context::Context;
use crate::cli::{exit, old};
use crate::engine::{Engine, Options};
use crate::error::{Error, Result};
use crate::external::git::{Objects, Repository};
use crate::workspace::Workspace;
use clap::{Args, ValueEnum};
use globset::GlobBuilder;
use std::path::Path;
use std::sync::Arc;

/// Check all stack manifests as Atmos does: the first problem ends it
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia validate stacks
  gaia validate stacks --affected --base main
  gaia validate stacks --exclude 'stacks/sandbox/**'")]
pub(super) struct Stacks {
    /// A JSON Schema for the manifests, instead of the one that Atmos brings: a file
    #[arg(long, value_name = "FILE")]
    schemas_atmos_manifest: Option<String>,

    /// Only if manifests or atmos.yaml changed since this branch left its base
    #[arg(long)]
    affected: bool,

    /// With --affected: the branch or commit to compare with; otherwise that of the pull request, or origin's default
    #[arg(long, value_name = "REVISION")]
    base: Option<String>,

    /// Manifests to leave out: patterns from the root of the repository or of the stacks
    #[arg(long, value_name = "PATTERNS", value_delimiter = ',')]
    exclude: Vec<String>,

    /// Accepted for Atmos: a problem is shown with its place and an excerpt in both
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,

    /// Everything that is wrong in one stack, for the Python CLI
    #[arg(short, long, hide = true)]
    stack: Option<String>,
}

/// The formats of `atmos validate`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Rich,
}

impl Stacks {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if let Some(stack) = &self.stack {
            return old::instead(context, &["validate", "-s", stack]);
        }
        let schema = [("ATMOS_SCHEMAS_ATMOS_MANIFEST", &self.schemas_atmos_manifest)];
        let workspace = context.workspace_with(&schema)?;
        if self.affected && !self.is_affected(&workspace)? {
            context.ui.info("No stack manifests changed: there is nothing to check.");
            return Ok(exit::OK);
        }
        let workspace = match Arc::try_unwrap(workspace) {
            Ok(workspace) => Arc::new(workspace.excluding(&self.exclude)),
            Err(shared) => shared,
        };
        let engine = Engine::new(workspace, Options::default())?;
        engine.validate_stacks()?;
        context.warn_of_no_manifests(engine.workspace());
        context.ui.info("All stacks are valid.");
        // the process ends with the command: to take a large tree apart first would only take time
        std::mem::forget(engine);
        Ok(exit::OK)
    }

    /// Whether manifests or the configuration changed since the base, committed or not.
    fn is_affected(&self, workspace: &Workspace) -> Result<bool> {
        let excluded = self.exclude.iter().map(|pattern| {
            let glob = GlobBuilder::new(pattern.trim_start_matches("./")).literal_separator(true).build();
            glob.map(|glob| glob.compile_matcher()).map_err(|e| Error::usage(format!("--exclude `{pattern}`: {e}")))
        });
        let excluded = excluded.collect::<Result<Vec<_>>>()?;
        let objects = Repository::discover(&workspace.cwd)?.objects()?;
        let head = objects.commit("HEAD")?;
        let base = objects.merge_base(&head, &self.base(&objects)?)?;
        let stacks = &workspace.settings.stacks_dir;
        Ok(objects.uncommitted(&base)?.iter().any(|change| {
            let path = objects.root().join(&change.path);
            !excluded.iter().any(|glob| glob.is_match(&change.path))
                && (path.starts_with(stacks)
                    || is_configuration(&change.path)
                    || workspace.config_files.contains(&path))
        }))
    }

    /// The commit to compare with: what `--base` says, else the base of the pull request, else origin's default branch, or
    /// the commit before this one where there is none.
    fn base(&self, objects: &Objects) -> Result<crate::external::git::Commit> {
        let set = |name: &str| std::env::var(name).ok().filter(|text| !text.trim().is_empty());
        if let Some(base) = self.base.as_deref().map(str::trim).filter(|base| !base.is_empty()) {
            return objects.commit(base);
        }
        if let Some(commit) = set("GITHUB_EVENT_PATH").and_then(|path| event_base(Path::new(&path))) {
            return objects.commit(&commit);
        }
        match set("GITHUB_BASE_REF") {
            Some(branch) => objects.commit(&format!("origin/{}", branch.trim())),
            None => objects.commit("origin/HEAD").or_else(|e| objects.commit("HEAD~1").map_err(|_| e)),
        }
    }
}

/// The commit that an event of GitHub Actions names as its base.
fn event_base(path: &Path) -> Option<String> {
    let event: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    let base = event.pointer("/pull_request/base/sha").or_else(|| event.get("before"))?;
    base.as_str().filter(|sha| !sha.is_empty()).map(str::to_owned)
}

/// Whether a path from the root of a repository is one that Atmos reads its configuration from.
fn is_configuration(path: &str) -> bool {
    matches!(path, "atmos.yaml" | "atmos.yml" | ".atmos.yaml" | ".atmos.yml")
        || ["atmos.d/", ".atmos.d/", "profiles/", ".atmos/profiles/"].iter().any(|dir| path.starts_with(dir))
}
