//! Files of a project that are looked at before they are written, and then written all or not at all.

use super::answers::Answers;
use super::console::Console;
use super::copy;
use super::data::Data;
use super::request::Request;
use super::settings::Settings;
use crate::error::{Error, Result};
use crate::platform;
use std::cell::RefCell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file that a template makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it belongs, as an absolute path.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Its permissions.
    pub mode: u32,
}

/// What a copy would make.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The files that it would write.
    pub files: Vec<Made>,
    /// The answers that they come from, but for those that the template keeps to itself.
    pub answers: Data,
}

/// The files that a copy would write: not those that are there already, and not those that are to be kept. Nothing is
/// written, and no task runs.
///
/// # Errors
/// As a copy.
pub fn preview(request: &Request, settings: &Settings, console: &dyn Console) -> Result<Preview> {
    let request = Request { pretend: true, skip_tasks: true, ..request.clone() };
    let mut worker = copy::asked_for(&request, settings, console)?;
    worker.made = Some(RefCell::default());
    copy::run(&mut worker)?;
    let files = worker.made.take().map(RefCell::into_inner).unwrap_or_default();
    let Answers { user, init, hidden, .. } = worker.answers;
    let answers = init.into_iter().chain(user).filter(|(name, _)| !hidden.contains(name)).collect();
    Ok(Preview { files, answers })
}

/// Writes files, all or none: when one cannot be written, those before it are as they were.
///
/// # Errors
/// The file that cannot be written, and why.
pub fn write(files: &[Made]) -> Result<()> {
    let mut done = Done::default();
    for file in files {
        if let Err(error) = done.write(file) {
            return Err(done.undo(error));
        }
    }
    Ok(())
}

/// What has been written so far.
#[derive(Default)]
struct Done {
    directories: Vec<PathBuf>,
    /// Each file with what it held before.
    files: Vec<(PathBuf, Option<Vec<u8>>)>,
}

impl Done {
    fn write(&mut self, made: &Made) -> Result<()> {
        let failed = |e: std::io::Error| Error::new(format!("cannot be written: {e}")).in_file(&made.path);
        let parent = made.path.parent().unwrap_or(Path::new("/"));
        let missing: Vec<_> = parent.ancestors().take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
        for dir in missing.into_iter().rev() {
            fs::create_dir(&dir).map_err(failed)?;
            self.directories.push(dir);
        }
        let before = fs::read(&made.path).ok();
        let mut file = tempfile::NamedTempFile::new_in(parent).map_err(failed)?;
        file.write_all(&made.bytes).map_err(failed)?;
        platform::set_mode(file.path(), made.mode).map_err(failed)?;
        file.persist(&made.path).map_err(|e| failed(e.error))?;
        self.files.push((made.path.clone(), before));
        Ok(())
    }

    fn undo(self, error: Error) -> Error {
        let mut left = Vec::new();
        for (path, before) in self.files.into_iter().rev() {
            let undone = match before {
                Some(bytes) => fs::write(&path, bytes),
                None => fs::remove_file(&path),
            };
            if undone.is_err() {
                left.push(path.display().to_string());
            }
        }
        for dir in self.directories.iter().rev() {
            // what is not empty has been written into by somebody else
            let _ = fs::remove_dir(dir);
        }
        if left.is_empty() { error } else { error.note(format!("left behind: {}", left.join(", "))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_whole_is_not_written() {
        let dir = tempfile::tempdir().unwrap();
        let made = |path: &str, text: &str| Made { path: dir.path().join(path), bytes: text.into(), mode: 0o644 };
        write(&[made("old", "1")]).unwrap();
        fs::create_dir(dir.path().join("taken")).unwrap();
        let error = write(&[made("a/b/new", "2"), made("old", "2"), made("taken", "2")]).unwrap_err();
        assert!(error.message().starts_with("cannot be written: "), "{error:?}");
        assert_eq!(fs::read_to_string(dir.path().join("old")).unwrap(), "1");
        assert!(!dir.path().join("a").exists());
        write(&[made("a/b/new", "2"), made("old", "2")]).unwrap();
        assert_eq!(fs::read_to_string(dir.path().join("a/b/new")).unwrap(), "2");
    }
}
