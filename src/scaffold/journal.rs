//! An update that breaks off leaves the project as it was. Before its first change it writes down, in the project's own
//! git directory, what is needed to undo it; whoever starts next and finds that nobody works on it any more does so.
//!
//! What git knows comes back from the index as it was, which is kept as a whole. Of all else the journal keeps what is
//! replaced, and the names of what is made.

use super::console::Console;
use super::source::git::{Git, Places};
use crate::error::{Error, Kind, Result};
use crate::platform;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Below the git directory.
const PLACE: &str = "gaia-update";

/// Where what an interrupted update had made can be looked at.
const KEPT: &str = "refs/gaia/interrupted-update";

/// How long a git process that was killed, too, may hold the index.
const PATIENCE: Duration = Duration::from_secs(2);

/// The project before the update.
#[derive(Debug, Serialize, Deserialize)]
struct Before {
    head: String,
    project: PathBuf,
}

/// Something that git would not bring back.
#[derive(Debug, Serialize, Deserialize)]
enum Entry {
    /// A file or link that was there; its content is kept under a number.
    Replaced(PathBuf, u32),
    /// A path that was not there.
    Made(PathBuf),
    /// A directory elsewhere that is only needed for a while.
    Temporary(PathBuf),
}

/// What undoes an update, as long as it lasts.
pub(super) struct Journal {
    place: PathBuf,
    before: Before,
    /// Held as long as the update lives.
    _lock: File,
    log: File,
    tracked: HashSet<PathBuf>,
    kept: Cell<u32>,
}

impl Journal {
    /// Writes down what the project is like.
    ///
    /// # Errors
    /// An error when another update works on the project, or the git directory cannot be written.
    pub(super) fn begin(project: &Path, places: &Places) -> Result<Self> {
        let git = Git::at(project);
        let place = places.git_dir.join(PLACE);
        fs::create_dir_all(&place).map_err(|e| cannot(&place, &e))?;
        let lock = lock(&place)?.ok_or_else(busy)?;
        let index = place.join("index");
        fs::copy(&places.index, &index).map_err(|e| cannot(&index, &e))?;
        let listed = git.run(&["ls-files", "-z", "--full-name", "."])?;
        let log = OpenOptions::new().create(true).append(true).open(place.join("log"));
        let before = Before {
            head: git.ask(&["rev-parse", "HEAD"]).unwrap_or_default(),
            project: project.canonicalize().unwrap_or_else(|_| project.to_owned()),
        };
        let journal = Journal {
            log: log.map_err(|e| cannot(&place, &e))?,
            tracked: listed.split('\0').filter(|name| !name.is_empty()).map(|name| places.top.join(name)).collect(),
            kept: Cell::new(0),
            _lock: lock,
            place,
            before,
        };
        // from here on there is something to undo
        let text = serde_json::to_vec(&journal.before).map_err(|e| Error::new(e.to_string()))?;
        let written = fs::write(journal.place.join("before.new"), text)
            .and_then(|()| fs::rename(journal.place.join("before.new"), journal.place.join("before")));
        written.map_err(|e| cannot(&journal.place, &e))?;
        Ok(journal)
    }

    /// A path is about to be replaced, made or removed.
    pub(super) fn before(&self, path: &Path) -> Result<()> {
        let real = path.parent().and_then(|parent| parent.canonicalize().ok());
        let real = real.zip(path.file_name()).map_or_else(|| path.to_owned(), |(parent, name)| parent.join(name));
        if self.tracked.contains(&real) {
            return Ok(());
        }
        let is_link = real.is_symlink();
        if !is_link && !real.exists() {
            return self.write(&Entry::Made(real));
        }
        if !is_link && !real.is_file() {
            return Ok(());
        }
        let number = self.kept.get();
        self.kept.set(number + 1);
        let copy = self.place.join(format!("kept-{number}"));
        let kept = if is_link {
            fs::read_link(&real).and_then(|to| platform::symlink(&to, &copy))
        } else {
            fs::copy(&real, &copy).map(drop)
        };
        kept.map_err(|e| cannot(&copy, &e))?;
        self.write(&Entry::Replaced(real, number))
    }

    /// A directory elsewhere goes with the update.
    pub(super) fn temporary(&self, path: &Path) -> Result<()> {
        self.write(&Entry::Temporary(path.to_owned()))
    }

    fn write(&self, entry: &Entry) -> Result<()> {
        let mut line = serde_json::to_vec(entry).map_err(|e| Error::new(e.to_string()))?;
        line.push(b'\n');
        (&self.log).write_all(&line).map_err(|e| cannot(&self.place, &e))
    }

    /// The update is done.
    pub(super) fn close(self) {
        forget(&self.place);
    }

    /// Undoes the update because of an error.
    pub(super) fn undo(self, error: Error) -> Error {
        match undo(&self.place, &self.before) {
            Ok(()) => {
                forget(&self.place);
                error.note("the project is as it was before")
            }
            Err(failure) => error.note(failure.message().to_owned()).hint(
                "the project is half updated: the next `gaia template update` tries again to undo it, and so do \
                 `git checkout -- .` and `git clean -fd`",
            ),
        }
    }
}

/// Undoes an update of a project that was interrupted.
///
/// # Errors
/// An error when another update works on the project, or the interrupted one cannot be undone.
pub(super) fn recover(places: &Places, console: &dyn Console) -> Result<()> {
    let place = places.git_dir.join(PLACE);
    if !place.is_dir() {
        return Ok(());
    }
    let _lock = lock(&place)?.ok_or_else(busy)?;
    let before = fs::read(place.join("before")).ok().and_then(|text| serde_json::from_slice::<Before>(&text).ok());
    let Some(before) = before else {
        // it was interrupted before its first change
        forget(&place);
        return Ok(());
    };
    let git = Git::at(&before.project);
    if git.ask(&["rev-parse", "HEAD"]).unwrap_or_default() != before.head {
        let text = "an update was interrupted here, and something was committed since: it is not undone";
        console.warn("InterruptedUpdateWarning", text);
        forget(&place);
        return Ok(());
    }
    let is_kept = keep(&git, &place).is_some();
    undo(&place, &before)?;
    forget(&place);
    let kept = if is_kept { format!("; what it had made is in {KEPT}") } else { String::new() };
    console.warn("InterruptedUpdateWarning", &format!("an update was interrupted here, and is undone{kept}"));
    Ok(())
}

/// Keeps what an interrupted update has made, and what was done by hand since, where git finds it.
fn keep(git: &Git, place: &Path) -> Option<()> {
    let index = place.join("index.kept");
    fs::copy(place.join("index"), &index).ok()?;
    let own = git.clone().env("GIT_INDEX_FILE", &index);
    own.ask(&["add", "-A", "--", "."])?;
    let tree = own.ask(&["write-tree"])?;
    let message = "what an interrupted update had made";
    let commit = own.ask(&["commit-tree", "-p", "HEAD", "-m", message, "--no-gpg-sign", &tree])?;
    git.ask(&["update-ref", KEPT, &commit]).map(drop)
}

fn undo(place: &Path, before: &Before) -> Result<()> {
    let git = Git::at(&before.project);
    let index = before.project.join(git.run(&["rev-parse", "--git-path", "index"])?.trim());
    let lock = index.with_extension("lock");
    let since = Instant::now();
    while lock.exists() && since.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(50));
    }
    // its owner was killed together with the update
    let _ = fs::remove_file(&lock);
    fs::copy(place.join("index"), &index).map_err(|e| cannot(&index, &e))?;

    let log = fs::read_to_string(place.join("log")).unwrap_or_default();
    for entry in log.lines().rev().filter_map(|line| serde_json::from_str(line).ok()) {
        match entry {
            Entry::Made(path) => remove(&path, &before.project),
            Entry::Temporary(path) => drop(fs::remove_dir_all(path)),
            Entry::Replaced(path, number) => bring_back(&place.join(format!("kept-{number}")), &path)?,
        }
    }
    let untracked = git.run(&["ls-files", "--others", "--exclude-standard", "-z", "--", "."])?;
    for name in untracked.split('\0').filter(|name| !name.is_empty()) {
        remove(&before.project.join(name), &before.project);
    }
    git.run(&["-c", "core.hooksPath=/dev/null", "checkout", "-q", "--", "."]).map(drop)
}

/// Removes what the update has made, and directories that are empty then.
fn remove(path: &Path, project: &Path) {
    if path.is_dir() && !path.is_symlink() {
        let _ = fs::remove_dir(path);
    } else {
        // it may not be there yet, or not any more
        let _ = fs::remove_file(path);
    }
    for dir in path.ancestors().skip(1).take_while(|dir| *dir != project && dir.starts_with(project)) {
        if fs::remove_dir(dir).is_err() {
            break;
        }
    }
}

fn bring_back(copy: &Path, path: &Path) -> Result<()> {
    let _ = fs::remove_file(path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|e| cannot(parent, &e))?;
    }
    let back = match fs::read_link(copy) {
        Ok(target) => platform::symlink(&target, path),
        Err(_) => fs::copy(copy, path).map(drop),
    };
    back.map_err(|e| cannot(path, &e))
}

/// The lock; none when somebody else has it.
fn lock(place: &Path) -> Result<Option<File>> {
    let path = place.join("lock");
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(|e| cannot(&path, &e))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(e)) => Err(cannot(&path, &e)),
    }
}

fn busy() -> Error {
    Error::new("another update of this project is running").kind(Kind::Locked)
}

fn forget(place: &Path) {
    // first what says that there is something to undo
    let _ = fs::remove_file(place.join("before"));
    let _ = fs::remove_dir_all(place);
}

fn cannot(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("cannot be written: {error}")).in_file(path)
}
