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
use location::Location;
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
    /// Of a template that comes with gaia; otherwise git knows it.
    bundled: Option<Version>,
    /// Deleted in the end.
    checkout: Option<Checkout>,
    /// Deleted in the end.
    unpacked: Option<TempDir>,
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
        match Location::parse(source) {
            Location::Directory(path) => Self::read(source, path, None, console),
            location => {
                let checkout = Checkout::make(&location, revision, prereleases, console)?;
                Self::read(source, checkout.path().to_owned(), Some(checkout), console)
            }
        }
    }

    /// Another revision of this template. What was not committed when it was got is in no revision.
    ///
    /// # Errors
    /// As [`Template::open`].
    pub(super) fn beside(&self, revision: Option<&str>, prereleases: bool, console: &dyn Console) -> Result<Self> {
        match (&self.checkout, revision) {
            (Some(checkout), Some(revision)) if revision != "HEAD" => {
                let checkout = checkout.beside(revision)?;
                Self::read(&self.source, checkout.path().to_owned(), Some(checkout), console)
            }
            _ => Self::open(&self.source, revision, prereleases, console),
        }
    }

    fn read(source: &str, dir: PathBuf, checkout: Option<Checkout>, console: &dyn Console) -> Result<Self> {
        if !dir.is_dir() {
            return Err(Error::new("Local template must be a directory.")
                .in_file(dir)
                .maybe_hint(bundled::address_for(source).map(|address| format!("did you mean `{address}`?")))
                .hint("give a directory, a git repository or its address (`gh:owner/name`, `git+https://…`)"));
        }
        let root = dir.canonicalize().unwrap_or(dir);
        let config = Config::load(&root, console).map_err(|error| match &checkout {
            Some(_) => error.moved(&root, source),
            None => error,
        })?;
        let commit = checkout.as_ref().map(|checkout| checkout.facts().description.clone());
        Ok(Template { source: source.to_owned(), root, commit, config, bundled: None, checkout, unpacked: None })
    }

    /// A template that comes with gaia.
    fn unpack(source: &str, name: &str, revision: Option<&str>, console: &dyn Console) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("gaia-template.").tempdir();
        let dir = dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))?;
        let version = bundled::unpack(name, revision, dir.path())?;
        let root = dir.path().canonicalize().unwrap_or_else(|_| dir.path().to_owned());
        Ok(Template {
            source: source.to_owned(),
            config: Config::load(&root, console).map_err(|error| error.moved(&root, source))?,
            root,
            commit: Some(version.to_string()),
            bundled: Some(version),
            checkout: None,
            unpacked: Some(dir),
        })
    }

    /// The error in terms of what the user typed, where the template lies in a temporary directory.
    pub(super) fn named(&self, error: Error) -> Error {
        let is_temporary = self.checkout.is_some() || self.unpacked.is_some();
        if is_temporary { error.moved(&self.root, &self.source) } else { error }
    }

    /// The version by PEP 440.
    pub(super) fn version(&self) -> Option<&Version> {
        self.bundled.as_ref().or_else(|| self.checkout.as_ref()?.facts().version.as_ref())
    }

    /// The commit that is checked out.
    pub(super) fn hash(&self) -> Option<&str> {
        self.checkout.as_ref().map(Checkout::commit)
    }

    /// The mode that git has recorded for a file, relative to the root.
    pub(super) fn recorded_mode(&self, path: &Path) -> Option<u32> {
        self.checkout.as_ref()?.facts().modes.get(path).copied()
    }
}
