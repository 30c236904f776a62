//! What happens to each path of the project: made, left, overwritten, skipped.

use super::apply::Made;
use super::console::Action;
use super::patterns::Patterns;
use super::source::git::{Git, may_be_tracked};
use super::worker::Worker;
use crate::error::{Error, Result};
use crate::platform;
use std::cell::OnceCell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a file shall be.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) mode: u32,
}

/// Writes into a project.
pub(super) struct Writer<'w, 'a> {
    worker: &'w Worker<'a>,
    skipped: Patterns,
    answers_file: PathBuf,
    /// Whether the project's git looks at no modes, so that they have to be told to it.
    modes_unseen: OnceCell<bool>,
}

impl<'w, 'a> Writer<'w, 'a> {
    pub(super) fn new(worker: &'w Worker<'a>, skipped: Patterns, answers_file: &str) -> Self {
        Writer { worker, skipped, answers_file: PathBuf::from(answers_file), modes_unseen: OnceCell::new() }
    }

    /// Makes a directory.
    pub(super) fn folder(&self, path: &Path) -> Result<()> {
        if self.worker.request.pretend {
            return Ok(());
        }
        let whole = self.worker.project.join(path);
        if whole.exists() && !whole.is_dir() {
            return Err(Error::new("is a file, but the template has a directory of that name").in_file(&whole));
        }
        self.status(if whole.exists() { Action::Identical } else { Action::Create }, path);
        self.note(&whole)?;
        fs::create_dir_all(&whole).map_err(|e| cannot("make", &whole, &e))
    }

    /// Writes down what is there, so that it can be brought back.
    fn note(&self, whole: &Path) -> Result<()> {
        self.worker.journal.as_ref().map_or(Ok(()), |journal| journal.before(whole))
    }

    /// Makes a symbolic link.
    pub(super) fn link(&self, path: &Path, target: &Path) -> Result<()> {
        let whole = self.worker.project.join(path);
        let same = whole.is_symlink() && fs::read_link(&whole).is_ok_and(|old| old == target);
        if !self.is_wanted(path, &whole, same)? || self.worker.request.pretend {
            return Ok(());
        }
        self.note(&whole)?;
        if whole.is_symlink() || whole.exists() {
            fs::remove_file(&whole).map_err(|e| cannot("replace", &whole, &e))?;
        }
        make_parent(&whole)?;
        platform::symlink(target, &whole).map_err(|e| cannot("make", &whole, &e))
    }

    /// Makes a file.
    pub(super) fn file(&self, path: &Path, content: &Content) -> Result<()> {
        let whole = self.worker.project.join(path);
        let same = !whole.is_symlink()
            && platform::mode(&whole).is_ok_and(|mode| mode & 0o111 == content.mode & 0o111)
            && fs::read(&whole).is_ok_and(|old| old == content.bytes);
        if whole.is_dir() && !whole.is_symlink() {
            return Err(Error::new("is a directory, but the template has a file of that name").in_file(&whole));
        }
        if !self.is_wanted(path, &whole, same)? {
            return Ok(());
        }
        if let Some(made) = &self.worker.made {
            made.borrow_mut().push(Made { path: whole.clone(), bytes: content.bytes.clone(), mode: content.mode });
        }
        if self.worker.request.pretend {
            return Ok(());
        }
        self.note(&whole)?;
        make_parent(&whole)?;
        self.replace(&whole, content)?;
        self.tell_mode(path, content.mode);
        Ok(())
    }

    /// Decides as Copier does, and says so.
    fn is_wanted(&self, path: &Path, whole: &Path, same: bool) -> Result<bool> {
        if !whole.is_symlink() && !whole.exists() {
            self.status(Action::Create, path);
            return Ok(true);
        }
        if same {
            self.status(Action::Identical, path);
            return Ok(false);
        }
        self.status(Action::Conflict, path);
        if self.skipped.matches(&path.to_string_lossy()) {
            self.status(Action::Skip, path);
            return Ok(false);
        }
        if self.worker.request.overwrite || path == self.answers_file {
            self.status(Action::Overwrite, path);
            return Ok(true);
        }
        let answer = self.worker.console.confirm(&format!(" Overwrite {}?", path.display()))?;
        answer.ok_or_else(|| Error::new("Interactive session required: Consider using `--overwrite`"))
    }

    fn status(&self, action: Action, path: &Path) {
        if !self.worker.request.quiet {
            self.worker.console.status(action, &path.to_string_lossy());
        }
    }

    /// Writes beside the file and moves it there, so that it is never half written.
    fn replace(&self, whole: &Path, content: &Content) -> Result<()> {
        let parent = whole.parent().unwrap_or(Path::new("."));
        let failed = |e: std::io::Error| cannot("write", whole, &e);
        let mut file = tempfile::NamedTempFile::new_in(parent).map_err(failed)?;
        file.write_all(&content.bytes).map_err(failed)?;
        if let Err(error) = platform::set_mode(file.path(), content.mode) {
            let text = format!("Path permissions for {} cannot be changed: {error}", whole.display());
            self.worker.console.warn("UserWarning", &text);
        }
        file.persist(whole).map_err(|e| failed(e.error))?;
        Ok(())
    }

    /// Tells the mode of a tracked file to a git that looks at no modes. Its contents there stay as they are.
    fn tell_mode(&self, path: &Path, mode: u32) {
        let git = Git::at(&self.worker.project);
        let is_unseen = || {
            let ask = || git.ask(&["config", "--type=bool", "--get", "core.fileMode"]);
            may_be_tracked(&self.worker.project) && ask().as_deref() == Some("false")
        };
        if !*self.modes_unseen.get_or_init(is_unseen) {
            return;
        }
        let path = path.to_string_lossy();
        let Some(entry) = git.ask(&["ls-files", "--stage", "--", &path]) else { return };
        let mut words = entry.split_whitespace();
        let (Some(old), Some(id)) = (words.next(), words.next()) else { return };
        let new = if mode & 0o111 == 0 { "100644" } else { "100755" };
        if old != new {
            // git's own troubles are no reason to fail
            git.ask(&["update-index", "--cacheinfo", &format!("{new},{id},{path}")]);
        }
    }
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("cannot {what} it: {error}")).in_file(path)
}

fn make_parent(path: &Path) -> Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|e| cannot("make", parent, &e))
}
