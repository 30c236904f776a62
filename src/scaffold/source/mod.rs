//! Templates: where they lie, how a revision of them gets onto this machine, and what they say about themselves.

mod checkout;
mod config;
pub(super) mod git;
mod location;
mod version;

#[cfg(test)]
pub(super) use config::Whitespace;
pub(super) use config::{Command, Config, Envops, Migration, Task, Undefined};
pub(super) use location::home;
pub(super) use version::Version;

use super::bundled;
use super::console::Console;
use crate::error::{Error, Result};
use checkout::Checkout;
use git::Git;
use location::Location;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A revision of a template on this machine.
#[derive(Debug)]
pub(super) struct Template {
    /// What the user typed.
    pub(super) source: String,
    /// Its directory, without symbolic links.
    pub(super) root: PathBuf,
    /// The revision as it is recorded; none when the template has no versions.
    pub(super) commit: Option<String>,
    pub(super) config: Config,
    version: OnceCell<Option<Version>>,
    hash: Option<String>,
    modes: OnceCell<HashMap<PathBuf, u32>>,
    /// Deleted in the end.
    checkout: Option<Checkout>,
    /// Deleted in the end.
    _unpacked: Option<TempDir>,
}

impl Template {
    /// Gets a template: its newest tag, or the revision given.
    ///
    /// # Errors
    /// An error when there is no such template or revision, or its `copier.yml` is wrong.
    pub(super) fn open(source: &str, revision: Option<&str>, prereleases: bool, console: &dyn Console) -> Result<Self> {
        if let Some(name) = bundled::name_of(source) {
            return Self::unpack(source, name, revision, console);
        }
        let location = Location::parse(source);
        let checkout = match &location {
            Location::Directory(_) => None,
            _ => Some(Checkout::make(&location, revision, prereleases, console)?),
        };
        Self::read(source, &location, checkout, console)
    }

    /// Another revision of this template. What was not committed when it was got is in no revision.
    ///
    /// # Errors
    /// As [`Template::open`].
    pub(super) fn beside(&self, revision: Option<&str>, prereleases: bool, console: &dyn Console) -> Result<Self> {
        match (&self.checkout, revision) {
            (Some(checkout), Some(revision)) if revision != "HEAD" => {
                let location = Location::Local(checkout.path().to_owned());
                Self::read(&self.source, &location, Some(checkout.beside(revision)?), console)
            }
            _ => Self::open(&self.source, revision, prereleases, console),
        }
    }

    fn read(source: &str, location: &Location, checkout: Option<Checkout>, console: &dyn Console) -> Result<Self> {
        let dir = match (&checkout, location) {
            (Some(checkout), _) => checkout.path().to_owned(),
            (None, Location::Directory(path) | Location::Local(path)) => path.clone(),
            (None, Location::Remote(_)) => PathBuf::new(),
        };
        if !dir.is_dir() {
            return Err(Error::new("Local template must be a directory.")
                .in_file(dir)
                .maybe_hint(bundled::address_for(source).map(|address| format!("did you mean `{address}`?")))
                .hint("give a directory, a git repository or its address (`gh:owner/name`, `git+https://…`)"));
        }
        let root = dir.canonicalize().unwrap_or(dir);
        let commit = match &checkout {
            Some(_) => Some(Git::at(&root).run(&["describe", "--tags", "--always"])?.trim().to_owned()),
            None => None,
        };
        let config = Config::load(&root, console)?;
        Ok(Template {
            source: source.to_owned(),
            root,
            commit,
            config,
            version: OnceCell::new(),
            hash: checkout.as_ref().map(|checkout| checkout.commit().to_owned()),
            modes: OnceCell::new(),
            checkout,
            _unpacked: None,
        })
    }

    /// A template that comes with gaia.
    fn unpack(source: &str, name: &str, revision: Option<&str>, console: &dyn Console) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("gaia-template.").tempdir();
        let dir = dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))?;
        let version = bundled::unpack(name, revision, dir.path())?;
        let root = dir.path().canonicalize().unwrap_or_else(|_| dir.path().to_owned());
        Ok(Template {
            source: source.to_owned(),
            config: Config::load(&root, console)?,
            root,
            commit: Some(version.to_string()),
            // no git knows more
            version: OnceCell::from(Some(version)),
            hash: None,
            modes: OnceCell::from(HashMap::new()),
            checkout: None,
            _unpacked: Some(dir),
        })
    }

    /// The version by PEP 440, told from the tags.
    pub(super) fn version(&self) -> Option<&Version> {
        let tell = || checkout::version(&Git::at(&self.root), self.commit.as_deref()?);
        self.version.get_or_init(tell).as_ref()
    }

    /// The commit that is checked out.
    pub(super) fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// The mode that git has recorded for a file, relative to the root.
    pub(super) fn recorded_mode(&self, path: &Path) -> Option<u32> {
        let read = || self.commit.as_ref().map(|_| checkout::modes(&Git::at(&self.root))).unwrap_or_default();
        self.modes.get_or_init(read).get(path).copied()
    }
}
