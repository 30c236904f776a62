//! The two sides of a comparison: where their files are, and which files differ.

use crate::engine::{Engine, Options, is_self_contained};
use crate::error::{Error, Result};
use crate::external::git::{self, Commit, Objects, Repository};
use crate::workspace::{Workspace, clean};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use walkdir::WalkDir;

/// Two sides of a repository.
///
/// The configuration is that of the work tree for both sides, as in Atmos: what a change of atmos.yaml does is not seen.
#[derive(Debug)]
pub struct Comparison {
    pub(super) head: Arc<Engine>,
    pub(super) base: Arc<Engine>,
    pub(super) changed: Changed,
    /// How people call the base.
    pub(super) base_name: String,
    /// Files that were written out, for as long as they may be read: those of the base first.
    written: Vec<TempDir>,
}

/// The files that differ, with the rules by which they count.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    pub files: Vec<PathBuf>,
    pub rules: Rules,
    /// The work tree: the paths of `files` lie below it.
    pub root: PathBuf,
    /// Where the files of the newer side are: the same, or a directory that they were written to.
    pub head: PathBuf,
}

impl Changed {
    /// Where a path of the newer side lies in the work tree.
    pub(super) fn here(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.head).map_or_else(|_| path.to_owned(), |below| clean(&self.root.join(below)))
    }

    /// Where a path of the work tree lies in the newer side.
    pub(super) fn there(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).map_or_else(|_| path.to_owned(), |below| clean(&self.head.join(below)))
    }
}

/// By which rules files reach components.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rules {
    /// Atmos's: only code below the folders of components counts, modules of modules are not followed, and what is not
    /// committed is not seen.
    Atmos,
    /// gaia's own: everything counts.
    Whole,
}

/// A commit with the objects that hold it.
struct Side {
    objects: Objects,
    commit: Commit,
}

impl Side {
    fn new(dir: &Path, revision: &str) -> Result<Side> {
        let objects = Repository::discover(dir)?.objects()?;
        let commit = objects.commit(revision)?;
        Ok(Side { objects, commit })
    }
}

impl Comparison {
    /// The work tree with a commit, by Atmos's rules. The commit's files are written to a temporary directory, from git's
    /// objects, as far as they are needed.
    ///
    /// # Errors
    /// No git repository, an unknown revision, objects that are not here, a disk that is full.
    pub fn with_revision(workspace: &Arc<Workspace>, options: &Options, revision: &str) -> Result<Comparison> {
        let (ours, theirs) = (Side::new(&workspace.cwd, "HEAD")?, Side::new(&workspace.cwd, revision)?);
        let written = write_base(workspace, &theirs)?;
        let root = ours.objects.root();
        Ok(Comparison {
            head: Engine::new(Arc::clone(workspace), options.clone())?,
            base: elsewhere(workspace, options, (root, written.path()), Rules::Atmos)?,
            changed: changed(&ours, &theirs)?,
            base_name: revision.to_owned(),
            written: vec![written],
        })
    }

    /// The work tree with another one, such as one that CI has made, by Atmos's rules: its files as they are, and what the
    /// two `HEAD`s differ in.
    ///
    /// # Errors
    /// No git repository, here or there.
    pub fn with_directory(workspace: &Arc<Workspace>, options: &Options, dir: &Path) -> Result<Comparison> {
        let (ours, theirs) = (Side::new(&workspace.cwd, "HEAD")?, Side::new(&workspace.cwd.join(dir), "HEAD")?);
        Ok(Comparison {
            head: Engine::new(Arc::clone(workspace), options.clone())?,
            base: elsewhere(workspace, options, (ours.objects.root(), theirs.objects.root()), Rules::Atmos)?,
            changed: changed(&ours, &theirs)?,
            base_name: dir.display().to_string(),
            written: Vec::new(),
        })
    }

    /// A commit with a later one, or with the work tree as it is, by gaia's own rules.
    ///
    /// # Errors
    /// As [`Comparison::with_revision`].
    pub fn between(
        workspace: &Arc<Workspace>,
        options: &Options,
        base: &str,
        head: Option<&str>,
    ) -> Result<Comparison> {
        let theirs = Side::new(&workspace.cwd, base)?;
        let root = theirs.objects.root().to_owned();
        let written = write_base(workspace, &theirs)?;
        let base_engine = elsewhere(workspace, options, (&root, written.path()), Rules::Whole)?;
        let mut kept = vec![written];
        let (changes, head_dir, head_engine) = match head {
            None => {
                let changes = theirs.objects.uncommitted(&theirs.commit)?;
                (changes, root.clone(), Engine::new(Arc::clone(workspace), options.clone())?)
            }
            Some(revision) => {
                let commit = theirs.objects.commit(revision)?;
                let changes = git::changes((&theirs.objects, &theirs.commit), (&theirs.objects, &commit))?;
                let written = temporary("gaia-head-")?;
                theirs.objects.write(&commit, written.path(), |_| true)?;
                let engine = elsewhere(workspace, options, (&root, written.path()), Rules::Whole)?;
                let dir = written.path().to_owned();
                kept.push(written);
                (changes, dir, engine)
            }
        };
        let files = changes.into_iter().map(|change| root.join(change.path)).collect();
        Ok(Comparison {
            head: head_engine,
            base: base_engine,
            changed: Changed { files, rules: Rules::Whole, root, head: head_dir },
            base_name: base.to_owned(),
            written: kept,
        })
    }
}

impl Comparison {
    /// The engine of the newer side.
    pub fn head(&self) -> &Engine {
        &self.head
    }

    /// The directory that the files of the base were written to; it is there as long as this is.
    pub fn base_dir(&self) -> Option<&Path> {
        self.written.first().map(TempDir::path)
    }
}

/// The files that two commits differ in, as Atmos names them.
fn changed(ours: &Side, theirs: &Side) -> Result<Changed> {
    let changes = git::changes((&theirs.objects, &theirs.commit), (&ours.objects, &ours.commit))?;
    let names = git::patch_names(&changes, &theirs.objects, &ours.objects)?;
    let root = ours.objects.root();
    let files = names.iter().map(|name| root.join(name)).collect();
    Ok(Changed { files, rules: Rules::Atmos, root: root.to_owned(), head: root.to_owned() })
}

fn temporary(prefix: &str) -> Result<TempDir> {
    let made = tempfile::Builder::new().prefix(prefix).tempdir();
    made.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))
}

/// Writes out the stacks of a commit, and everything else where a manifest may ask for other files.
fn write_base(workspace: &Workspace, side: &Side) -> Result<TempDir> {
    let written = temporary("gaia-base-")?;
    let stacks = workspace.settings.stacks_dir.strip_prefix(side.objects.root());
    let Ok(stacks) = stacks else { return Ok(written) };
    let is_stack = |path: &str| Path::new(path).starts_with(stacks);
    side.objects.write(&side.commit, written.path(), is_stack)?;
    if !is_self_contained_below(workspace, &written.path().join(stacks)) {
        side.objects.write(&side.commit, written.path(), |path| !is_stack(path))?;
    }
    Ok(written)
}

fn is_self_contained_below(workspace: &Workspace, dir: &Path) -> bool {
    let files = WalkDir::new(dir).into_iter().filter_map(std::result::Result::ok);
    let mut files = files.filter(|entry| !entry.file_type().is_dir());
    // a link may lead out of the folder
    files.all(|entry| {
        entry.file_type().is_file() && fs::read_to_string(entry.path()).is_ok_and(|t| is_self_contained(workspace, &t))
    })
}

/// An engine over the same configuration, with the directories of the work tree replaced by those of another tree.
fn elsewhere(
    workspace: &Workspace,
    options: &Options,
    (from, to): (&Path, &Path),
    rules: Rules,
) -> Result<Arc<Engine>> {
    Engine::new(Arc::new(workspace.moved(from, to, rules == Rules::Whole)), options.clone())
}
