//! What an update compares, as trees of git: a temporary repository holds what the versions of the template make, and
//! borrows the objects of the project.

use super::source::git::Git;
use crate::error::{Error, Result};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Hooks that may change what is committed, or refuse it.
const HOOKS: [&str; 4] = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"];

/// A project rendered beside the true one.
pub(super) struct Side {
    dir: TempDir,
    /// Its index in the repository of trees.
    index: &'static str,
}

impl Side {
    pub(super) fn new(index: &'static str) -> Result<Self> {
        Ok(Side { dir: temporary()?, index })
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }
}

/// How a file differs between two trees.
pub(super) struct Change {
    pub(super) path: String,
    /// `A`, `D`, `M` or `T`, as git writes them.
    pub(super) kind: char,
    /// Whether it is no text.
    pub(super) binary: bool,
}

/// The repository that holds the trees.
pub(super) struct Trees {
    dir: TempDir,
    /// Whether hooks of the user's run at every commit.
    hooked: bool,
}

impl Trees {
    /// An empty one, which borrows from another place of objects.
    pub(super) fn beside(objects: &Path) -> Result<Self> {
        let dir = temporary()?;
        let git = Git::at(dir.path());
        git.run(&["init", "-q"])?;
        let alternates = dir.path().join(".git/objects/info/alternates");
        fs::write(&alternates, format!("{}\n", objects.display()))
            .map_err(|e| Error::new(format!("cannot be written: {e}")).in_file(&alternates))?;
        let hooks = git.run(&["rev-parse", "--git-path", "hooks"])?;
        let hooks = dir.path().join(hooks.trim());
        let hooked = HOOKS.iter().any(|name| hooks.join(name).exists());
        Ok(Trees { dir, hooked })
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// git on one of the sides.
    pub(super) fn git(&self, side: &Side) -> Git {
        let dir = self.dir.path().join(".git");
        let index = dir.join(side.index);
        Git::at(side.path()).env("GIT_DIR", dir).env("GIT_WORK_TREE", side.path()).env("GIT_INDEX_FILE", index)
    }

    /// The tree of a side with everything that git does not ignore in it.
    pub(super) fn of(&self, side: &Side) -> Result<String> {
        self.git(side).run(&["-c", "core.fsmonitor=false", "add", "."])?;
        self.indexed(side)
    }

    /// The tree of a side with some files more, ignored or not.
    pub(super) fn with(&self, side: &Side, paths: &[String]) -> Result<String> {
        let words = ["--literal-pathspecs", "add", "--force", "--"].into_iter();
        self.git(side).run(&words.chain(paths.iter().map(String::as_str)).collect::<Vec<_>>())?;
        self.indexed(side)
    }

    /// The tree of the index. Hooks may change it first, as they did in the project.
    fn indexed(&self, side: &Side) -> Result<String> {
        let git = self.git(side);
        if self.hooked {
            git.bytes(&["commit", "-q", "--allow-empty", "-am", "as it is", "--no-gpg-sign"], b"")?;
            git.run(&["commit", "-q", "--allow-empty", "-am", "as it stays", "--no-gpg-sign", "--no-verify"])?;
        }
        Ok(git.run(&["write-tree"])?.trim().to_owned())
    }

    /// How files differ between two trees, by the attributes of a side.
    pub(super) fn changes(&self, side: &Side, from: &str, to: &str) -> Result<Vec<Change>> {
        let args = ["diff-tree", "-r", "--no-renames", "--raw", "--numstat", "-z", from, to];
        let listed = self.git(side).run(&args)?;
        let mut changes: Vec<Change> = Vec::new();
        let mut words = listed.split('\0').filter(|word| !word.is_empty());
        while let Some(word) = words.next() {
            if word.starts_with(':') {
                let kind = word.rsplit(' ').next().and_then(|kind| kind.chars().next()).unwrap_or('M');
                let Some(path) = words.next() else { break };
                changes.push(Change { path: path.to_owned(), kind, binary: false });
            } else if let Some(path) = word.strip_prefix("-\t-\t") {
                changes.iter_mut().filter(|change| change.path == path).for_each(|change| change.binary = true);
            }
        }
        Ok(changes)
    }
}

fn temporary() -> Result<TempDir> {
    let dir = tempfile::Builder::new().prefix("gaia-update.").tempdir();
    dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))
}

/// The paths of a list that git has ended with zeros.
pub(super) fn names(listed: &str) -> Vec<String> {
    listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
