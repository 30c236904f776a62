//! What a repository is compared with: Atmos's options for the other side of `describe affected`.

use crate::affected::Comparison;
use crate::engine;
use crate::error::{Error, Result};
use crate::workspace::Workspace;
use clap::Args;
use std::path::PathBuf;
use std::sync::Arc;

/// The other side of a comparison.
#[derive(Args, Debug)]
#[command(next_help_heading = "Comparison options")]
pub(super) struct Against {
    /// A git reference to compare with: refs/heads/main, refs/tags/v1
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<String>,

    /// A commit to compare with
    #[arg(long, value_name = "SHA")]
    sha: Option<String>,

    /// A work tree of its own to compare with, such as one that CI has made
    #[arg(long, value_name = "DIR")]
    repo_path: Option<PathBuf>,

    /// Compare with a branch as the remote repository had it when it was fetched last. gaia never clones
    #[arg(long)]
    clone_target_ref: bool,

    /// Accepted for Atmos
    #[arg(long, hide = true, value_name = "FILE")]
    ssh_key: Option<String>,

    /// Accepted for Atmos
    #[arg(long, hide = true, value_name = "PASSWORD")]
    ssh_key_password: Option<String>,
}

/// What Atmos compares with when it is told nothing.
const DEFAULT: &str = "refs/remotes/origin/HEAD";

impl Against {
    /// The comparison. `base` is `--base` of the commands that have it: it stands for `--ref` or `--sha`.
    pub(super) fn comparison(
        &self,
        base: Option<&str>,
        workspace: &Arc<Workspace>,
        options: &engine::Options,
    ) -> Result<Comparison> {
        let given = |text: &Option<String>| text.clone().filter(|t| !t.is_empty());
        let (reference, sha) = (given(&self.reference), given(&self.sha));
        let base = base.filter(|b| !b.is_empty()).map(str::to_owned);
        if let Some(dir) = self.repo_path.as_deref().filter(|d| !d.as_os_str().is_empty()) {
            let others = [("--base", &base), ("--ref", &reference), ("--sha", &sha), ("--ssh-key", &self.ssh_key)];
            let others = others.into_iter().chain([("--ssh-key-password", &self.ssh_key_password)]);
            if let Some((name, _)) = others.into_iter().find(|(_, value)| value.is_some()) {
                return Err(Error::usage(format!("`--repo-path` and `{name}` name two sides to compare with"))
                    .hint("give one of them"));
            }
            return Comparison::with_directory(workspace, options, dir);
        }
        let revision = sha.or(base).or(reference).unwrap_or_else(|| DEFAULT.to_owned());
        let revision = match revision.strip_prefix("refs/heads/") {
            Some(branch) if self.clone_target_ref => format!("refs/remotes/origin/{branch}"),
            _ => revision,
        };
        let comparison = Comparison::with_revision(workspace, options, &revision);
        comparison
            .map_err(|e| if revision == DEFAULT { e.hint("`--base REVISION` says what to compare with") } else { e })
    }
}
