//! What an update would do, found out in a clone of the project.

use super::source::git::{Git, Places};
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A clone of a project's repository in which everything may be tried.
pub(super) struct Scratch {
    dir: TempDir,
    subdirectory: PathBuf,
}

impl Scratch {
    /// Clones what is committed.
    pub(super) fn new(top: &Path, subdirectory: &Path) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("gaia-pretend.").tempdir();
        let dir = dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))?;
        let git = Git::at(dir.path());
        git.run(&["clone", "-q", "--shared", "--", &top.to_string_lossy(), "."])?;
        Ok(Scratch { dir, subdirectory: subdirectory.to_owned() })
    }

    /// Where the clone keeps what.
    pub(super) fn places(&self) -> Result<Places> {
        let places = Git::at(self.dir.path()).places();
        places.ok_or_else(|| Error::new("git does not find the clone of the project").in_file(self.dir.path()))
    }

    /// The project in the clone.
    pub(super) fn project(&self) -> PathBuf {
        self.dir.path().join(&self.subdirectory)
    }

    /// Everything that was changed since.
    pub(super) fn difference(&self) -> Result<String> {
        let git = Git::at(self.dir.path());
        git.run(&["add", "-A"])?;
        git.run(&["diff", "--cached", "--no-color", "--no-ext-diff", "-M", "HEAD"])
    }
}
