//! The side that is compared with: a commit of the repository, or another work tree.

use crate::engine::{Engine, Options, StacksFilter};
use crate::error::{Error, Result};
use crate::external::git::{self, Commit, Objects, Repository};
use crate::value::Value;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A side to compare the work tree's repository with.
///
/// The configuration is that of the work tree for both sides, as in Atmos: what a change of atmos.yaml does is not seen.
#[derive(Debug)]
pub struct Base {
    engine: Arc<Engine>,
    ours: Side,
    theirs: Side,
    /// How people call it.
    name: String,
    /// The files of the commit, for as long as they may be read.
    _files: Option<TempDir>,
}

/// A commit with the objects that hold it.
#[derive(Debug)]
struct Side {
    objects: Objects,
    commit: Commit,
}

impl Side {
    fn head(dir: &Path) -> Result<Side> {
        let objects = Repository::discover(dir)?.objects()?;
        let commit = objects.commit("HEAD")?;
        Ok(Side { objects, commit })
    }
}

impl Base {
    /// A commit of the repository that the workspace lies in. Its files are written to a temporary directory, from git's
    /// objects.
    ///
    /// # Errors
    /// No git repository, an unknown revision, objects that are not here, a disk that is full.
    pub fn revision(workspace: &Workspace, options: Options, revision: &str) -> Result<Base> {
        let ours = Side::head(&workspace.cwd)?;
        let commit = ours.objects.commit(revision)?;
        let files = tempfile::Builder::new().prefix("gaia-base-").tempdir();
        let files = files.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))?;
        ours.objects.write(&commit, files.path(), |_| true)?;
        let engine = elsewhere(workspace, options, ours.objects.root(), files.path())?;
        let theirs = Side { objects: ours.objects.clone(), commit };
        Ok(Base { engine, ours, theirs, name: revision.to_owned(), _files: Some(files) })
    }

    /// A work tree of its own, such as one that CI has made: its files as they are, and what its `HEAD` differs in.
    ///
    /// # Errors
    /// No git repository, here or there.
    pub fn directory(workspace: &Workspace, options: Options, dir: &Path) -> Result<Base> {
        let ours = Side::head(&workspace.cwd)?;
        let theirs = Side::head(&workspace.cwd.join(dir))?;
        let engine = elsewhere(workspace, options, ours.objects.root(), theirs.objects.root())?;
        Ok(Base { engine, ours, theirs, name: dir.display().to_string(), _files: None })
    }

    /// What `describe stacks` says there; nothing where there are no stacks yet.
    pub(super) fn stacks(&self, filter: &StacksFilter) -> Result<Value> {
        if self.engine.workspace().stack_files().is_err() {
            return Ok(Value::empty_map());
        }
        self.engine.stacks_as_they_are(filter).map_err(|e| e.note(format!("while reading the base, `{}`", self.name)))
    }

    /// The files that the two commits differ in, as Atmos names them: absolute, in this work tree.
    pub(super) fn changed_files(&self) -> Result<Vec<PathBuf>> {
        let (ours, theirs) = (&self.ours, &self.theirs);
        let changes = git::changes((&theirs.objects, &theirs.commit), (&ours.objects, &ours.commit))?;
        let names = git::patch_names(&changes, &theirs.objects, &ours.objects)?;
        Ok(names.iter().map(|name| ours.objects.root().join(name)).collect())
    }
}

/// An engine over the same configuration, with the directories of the work tree replaced by those of the base.
fn elsewhere(workspace: &Workspace, options: Options, from: &Path, to: &Path) -> Result<Arc<Engine>> {
    Engine::new(Arc::new(workspace.moved(from, to)), options)
}
