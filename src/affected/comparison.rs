//! The two sides of a comparison: where their files are, and which files differ.

use crate::engine::{Engine, Options, is_self_contained};
use crate::error::{Error, Result};
use crate::external::git::{self, Commit, Objects, Repository, Staged};
use crate::workspace::{Workspace, clean};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

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
    /// Where the files of the base are, or seem to be.
    base_dir: Option<PathBuf>,
    /// Files that were written out, for as long as they may be read.
    _written: Vec<TempDir>,
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

/// The older side.
struct Base {
    engine: Arc<Engine>,
    dir: PathBuf,
    written: Option<TempDir>,
}

impl Side {
    fn new(dir: &Path, revision: &str) -> Result<Side> {
        let objects = Repository::discover(dir)?.objects()?;
        let commit = objects.commit(revision)?;
        Ok(Side { objects, commit })
    }
}

impl Comparison {
    /// The work tree with a commit, by Atmos's rules. The commit's files are read from git's objects.
    ///
    /// # Errors
    /// No git repository, an unknown revision, objects that are not here, a disk that is full.
    pub fn with_revision(workspace: &Arc<Workspace>, options: &Options, revision: &str) -> Result<Comparison> {
        let (ours, theirs) = (Side::new(&workspace.cwd, "HEAD")?, Side::new(&workspace.cwd, revision)?);
        let base = Base::new(workspace, options, (&theirs, revision), Rules::Atmos)?;
        Ok(Comparison {
            head: Engine::new(Arc::clone(workspace), options.clone())?,
            base: base.engine,
            changed: changed(&ours, &theirs)?,
            base_name: revision.to_owned(),
            base_dir: Some(base.dir),
            _written: base.written.into_iter().collect(),
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
            base: Engine::new(
                Arc::new(elsewhere(workspace, (ours.objects.root(), theirs.objects.root()), Rules::Atmos)),
                options.clone(),
            )?,
            changed: changed(&ours, &theirs)?,
            base_name: dir.display().to_string(),
            base_dir: None,
            _written: Vec::new(),
        })
    }

    /// A commit with a later one, or with the work tree as it is, by gaia's own rules.
    ///
    /// # Errors
    /// As [`Comparison::with_revision`].
    pub fn between(
        workspace: &Arc<Workspace>,
        options: &Options,
        revision: &str,
        head: Option<&str>,
    ) -> Result<Comparison> {
        let theirs = Side::new(&workspace.cwd, revision)?;
        let root = theirs.objects.root().to_owned();
        let base = Base::new(workspace, options, (&theirs, revision), Rules::Whole)?;
        let mut kept: Vec<TempDir> = base.written.into_iter().collect();
        let (changes, head_dir, head_engine) = match head {
            None => {
                let changes = theirs.objects.uncommitted(&theirs.commit)?;
                (changes, root.clone(), Engine::new(Arc::clone(workspace), options.clone())?)
            }
            Some(revision) => {
                let commit = theirs.objects.commit(revision)?;
                let changes = git::changes((&theirs.objects, &theirs.commit), (&theirs.objects, &commit))?;
                if theirs.objects.uncommitted(&commit)?.is_empty() {
                    // as in CI: the work tree is that commit
                    (changes, root.clone(), Engine::new(Arc::clone(workspace), options.clone())?)
                } else {
                    let written = temporary("gaia-head-")?;
                    theirs.objects.write(&commit, written.path(), |_| true)?;
                    let there = elsewhere(workspace, (&root, written.path()), Rules::Whole);
                    let engine = Engine::new(Arc::new(there), options.clone())?;
                    let dir = written.path().to_owned();
                    kept.push(written);
                    (changes, dir, engine)
                }
            }
        };
        let files = changes.into_iter().map(|change| root.join(change.path)).collect();
        Ok(Comparison {
            head: head_engine,
            base: base.engine,
            changed: Changed { files, rules: Rules::Whole, root, head: head_dir },
            base_name: revision.to_owned(),
            base_dir: Some(base.dir),
            _written: kept,
        })
    }
}

impl Comparison {
    /// The engine of the newer side.
    pub fn head(&self) -> &Engine {
        &self.head
    }

    /// The directory that the files of the base are in; it need not be on disk.
    pub fn base_dir(&self) -> Option<&Path> {
        self.base_dir.as_deref()
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

impl Base {
    /// The manifests of a commit, straight from git's objects. Where one of them may ask for other files, everything is
    /// written to a temporary directory, for those are looked for on disk.
    fn new(workspace: &Workspace, options: &Options, (side, name): (&Side, &str), rules: Rules) -> Result<Base> {
        let root = side.objects.root();
        let stacks = workspace.settings.stacks_dir.strip_prefix(root).ok().map(Path::to_owned);
        let is_stack = |path: &str| stacks.as_ref().is_some_and(|stacks| Path::new(path).starts_with(stacks));
        let dir = PathBuf::from(format!("{}@{}", root.display(), name.replace(['/', '\\'], "-")));
        let held = side.objects.held(&side.commit, &dir, is_stack)?;
        let is_self_contained = |held: &Staged| {
            held.held()
                .all(|(_, bytes)| std::str::from_utf8(bytes).is_ok_and(|text| is_self_contained(workspace, text)))
        };
        if let Some(held) = held.filter(is_self_contained) {
            let there = elsewhere(workspace, (root, &dir), rules).staged(Arc::new(held));
            return Ok(Base { engine: Engine::new(Arc::new(there), options.clone())?, dir, written: None });
        }
        let written = temporary("gaia-base-")?;
        let dir = written.path().to_owned();
        if stacks.is_some() {
            side.objects.write(&side.commit, &dir, |_| true)?;
        }
        let there = elsewhere(workspace, (root, &dir), rules);
        Ok(Base { engine: Engine::new(Arc::new(there), options.clone())?, dir, written: Some(written) })
    }
}

/// The same configuration, with the directories of the work tree replaced by those of another tree.
fn elsewhere(workspace: &Workspace, (from, to): (&Path, &Path), rules: Rules) -> Workspace {
    workspace.moved(from, to, rules == Rules::Whole)
}
