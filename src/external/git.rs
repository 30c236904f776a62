//! The git repository that a directory lies in. Facts about it, for `!git.*` and `!repo-root`, are read from git's own
//! files, which takes microseconds; old revisions and what changed since straight from its objects. git is never run.

mod config;
mod diff;
mod objects;
mod rename;
mod staged;
mod url;
mod work_tree;

pub use diff::{Change, changes, patch_names};
pub use objects::{Commit, Objects};
pub use staged::Staged;
pub use url::Location;

use crate::error::{Error, Kind, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A repository's work tree and where git keeps what belongs to it.
#[derive(Clone, Debug)]
pub struct Repository {
    root: PathBuf,
    /// What is this work tree's own: `HEAD`.
    own: PathBuf,
    /// What all work trees share: branches, configuration.
    common: PathBuf,
}

/// What a git function asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The top directory of the work tree.
    Root,
    /// The id of the commit that is checked out.
    Sha,
    /// The branch that is checked out.
    Branch,
    /// `owner/name` of the remote repository.
    Repository,
    /// The owner of the remote repository.
    Owner,
    /// The name of the remote repository.
    Name,
    /// The host of the remote repository.
    Host,
    /// The address of the remote repository, as it is configured.
    Url,
}

impl Fact {
    /// The fact that a YAML tag asks for, such as `!git.sha`. `!git.ref` is the commit's id too, as in Atmos.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Some(match tag {
            "!repo-root" | "!git.root" => Fact::Root,
            "!git.sha" | "!git.ref" => Fact::Sha,
            "!git.branch" => Fact::Branch,
            "!git.repository" => Fact::Repository,
            "!git.owner" => Fact::Owner,
            "!git.name" => Fact::Name,
            "!git.host" => Fact::Host,
            "!git.url" => Fact::Url,
            _ => return None,
        })
    }
}

/// A fact about the repository around `dir`; `default`, when there is one, wherever the fact cannot be had.
///
/// # Errors
/// An error that says why the fact cannot be had: no repository, no commit, no branch, no remote.
pub fn fact(dir: &Path, fact: Fact, default: Option<&str>) -> Result<String> {
    let found = Repository::discover(dir).and_then(|repository| repository.fact(fact));
    match (found, default.map(str::trim).filter(|text| !text.is_empty())) {
        (Err(_), Some(default)) => Ok(default.to_owned()),
        (found, _) => found.map_err(|error| error.hint("or give the function a default value")),
    }
}

impl Repository {
    /// The repository around a directory: the nearest `.git`, upwards.
    ///
    /// # Errors
    /// An error when there is none, or it is broken.
    pub fn discover(dir: &Path) -> Result<Self> {
        for root in dir.ancestors() {
            let dot_git = root.join(".git");
            if dot_git.is_dir() {
                return Self::open(root, dot_git);
            }
            // a linked work tree and a submodule have a file that points to the directory
            if let Ok(text) = fs::read_to_string(&dot_git) {
                let target = text.trim().strip_prefix("gitdir:").map(str::trim);
                let target = target.ok_or_else(|| Error::new("expected `gitdir:` in the file").in_file(&dot_git))?;
                return Self::open(root, root.join(target));
            }
        }
        Err(Error::new(format!("`{}` lies in no git repository", dir.display())).hint("`git init` makes it one"))
    }

    fn open(root: &Path, own: PathBuf) -> Result<Self> {
        let common = match fs::read_to_string(own.join("commondir")) {
            Ok(path) => own.join(path.trim()),
            Err(_) => own.clone(),
        };
        let root = std::path::absolute(root)
            .map_err(|e| Error::new(format!("cannot resolve `{}`: {e}", root.display())).kind(Kind::Unavailable))?;
        Ok(Repository { root, own, common })
    }

    /// The top directory of the work tree.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The directory that holds this work tree's `HEAD`.
    pub fn git_dir(&self) -> &Path {
        &self.own
    }

    fn fact(&self, fact: Fact) -> Result<String> {
        let remote = |part: fn(Location) -> Option<String>| {
            let url = self.remote_url()?;
            part(Location::parse(&url)?)
                .ok_or_else(|| Error::new(format!("the remote `{url}` does not tell its owner and name")))
        };
        match fact {
            Fact::Root => Ok(self.root.display().to_string()),
            Fact::Sha => self.head_commit(),
            Fact::Branch => self.branch(),
            Fact::Repository => {
                remote(|at| (!at.owner.is_empty() && !at.name.is_empty()).then(|| format!("{}/{}", at.owner, at.name)))
            }
            Fact::Owner => remote(|at| Some(at.owner).filter(|owner| !owner.is_empty())),
            Fact::Name => remote(|at| Some(at.name).filter(|name| !name.is_empty())),
            Fact::Host => remote(|at| Some(at.host).filter(|host| !host.is_empty())),
            // an address that cannot be taken apart is refused here too, as Atmos does
            Fact::Url => {
                let url = self.remote_url()?;
                Location::parse(&url).map(|_| url)
            }
        }
    }

    /// The id of the commit that is checked out.
    ///
    /// # Errors
    /// An error when nothing is committed yet.
    pub fn head_commit(&self) -> Result<String> {
        let head = self.head()?;
        let Some(mut name) = head.strip_prefix("ref:").map(|name| name.trim().to_owned()) else { return Ok(head) };
        // a branch may point to another one; more than a few steps is a circle
        for _ in 0..5 {
            let value = self.reference(&name).ok_or_else(|| Error::new(format!("`{name}` has no commit yet")))?;
            match value.strip_prefix("ref:") {
                Some(next) => next.trim().clone_into(&mut name),
                None => return Ok(value),
            }
        }
        Err(Error::new(format!("`{name}` points to itself")))
    }

    /// The branch that is checked out.
    ///
    /// # Errors
    /// An error when a commit is checked out and not a branch, or nothing is committed yet.
    pub fn branch(&self) -> Result<String> {
        let head = self.head()?;
        let branch = head.strip_prefix("ref:").and_then(|name| name.trim().strip_prefix("refs/heads/"));
        let branch = branch.ok_or_else(|| {
            Error::new("no branch is checked out, but a commit").hint("check out a branch, or give a default value")
        })?;
        self.head_commit().map(|_| branch.to_owned())
    }

    /// The address of the remote: of `origin` if there is one, of the first by name otherwise. (With several remotes
    /// Atmos takes any of them, and not always the same.)
    ///
    /// # Errors
    /// An error when there is no remote.
    pub fn remote_url(&self) -> Result<String> {
        let file = self.common.join("config");
        let text = fs::read_to_string(&file).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(&file))?;
        let mut remotes = config::remotes(&text);
        remotes.sort_by_key(|(name, _)| (name != "origin", name.clone()));
        remotes.into_iter().next().map(|(_, url)| url).ok_or_else(|| {
            Error::new("the git repository has no remote").hint("`git remote add origin URL`, or give a default value")
        })
    }

    fn head(&self) -> Result<String> {
        let file = self.own.join("HEAD");
        let text = fs::read_to_string(&file).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(&file))?;
        Ok(text.trim().to_owned())
    }

    /// What a reference holds: loose, the work tree's own or shared, or packed.
    fn reference(&self, name: &str) -> Option<String> {
        let loose = [&self.own, &self.common].into_iter().find_map(|dir| fs::read_to_string(dir.join(name)).ok());
        if let Some(value) = loose {
            return Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        }
        let packed = fs::read_to_string(self.common.join("packed-refs")).ok()?;
        let mut lines = packed.lines().filter_map(|line| line.split_once(' '));
        lines.find(|(_, packed)| *packed == name).map(|(id, _)| id.to_owned())
    }
}

#[cfg(test)]
mod tests;
