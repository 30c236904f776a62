//! What git's index holds: the files as the next commit will have them.

use super::objects::{Objects, contents, one_line};
use super::work_tree::{Known, on_disk, stat_options};
use crate::error::{Error, Result};
use gix::index::entry::{Mode, Stage};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// The files of the index.
#[derive(Debug, Default)]
pub struct Staged {
    root: PathBuf,
    /// What a file holds where that is not what lies on disk.
    files: FxHashMap<PathBuf, Option<Vec<u8>>>,
}

impl Staged {
    /// Whether the next commit has a file; nothing for paths outside the work tree.
    pub fn has(&self, path: &Path) -> Option<bool> {
        path.starts_with(&self.root).then(|| self.files.contains_key(path))
    }

    /// What a file will hold, where that is not what lies on disk.
    pub fn contents(&self, path: &Path) -> Option<&[u8]> {
        self.files.get(path)?.as_deref()
    }

    /// The files below a directory, in no particular order.
    pub fn below<'a>(&'a self, dir: &'a Path) -> impl Iterator<Item = &'a PathBuf> {
        self.files.keys().filter(move |path| path.starts_with(dir))
    }
}

impl Objects {
    /// What the index holds.
    ///
    /// # Errors
    /// An index or an object that cannot be read.
    pub fn staged(&self) -> Result<Staged> {
        let repository = self.here();
        let broken = |e: gix::Error| Error::new(format!("cannot read git's index: {}", one_line(&e)));
        let index = repository.index_or_empty().map_err(broken)?;
        let mut staged = Staged { root: self.root().to_owned(), files: FxHashMap::default() };
        for entry in index.entries() {
            if entry.stage() != Stage::Unconflicted || entry.mode == Mode::COMMIT {
                continue;
            }
            let path = self.root().join(entry.path(&index).to_string());
            let racy = entry.stat.is_racy(index.timestamp(), stat_options());
            let known = Known { stat: entry.stat, id: entry.id, racy };
            let same = on_disk(&path, Some(&known))?.is_some_and(|blob| blob.id == entry.id);
            let held = if same { None } else { Some(contents(&repository, entry.id)?) };
            staged.files.insert(path, held);
        }
        Ok(staged)
    }
}
