//! Files that are not, or not so, on disk: what a commit or git's index holds, and what somebody is about to write.

use super::objects::{Commit, File, Objects, contents, one_line};
use super::work_tree::{Known, on_disk, stat_options};
use crate::error::{Error, Result};
use gix::index::entry::{Mode, Stage};
use gix::objs::tree::EntryKind;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// Files that count in place of those on disk.
#[derive(Debug, Default)]
pub struct Staged {
    /// Below it there are no other files; nothing where all that is on disk stays.
    root: Option<PathBuf>,
    /// What a file holds where that is not what lies on disk.
    files: FxHashMap<PathBuf, Option<Vec<u8>>>,
}

impl Staged {
    /// Files over those on disk.
    pub fn over_disk(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Self {
        Staged { root: None, files: files.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect() }
    }

    /// Whether a file is there; nothing where the disk tells.
    pub fn has(&self, path: &Path) -> Option<bool> {
        let is_held = self.files.contains_key(path);
        (is_held || self.root.as_ref().is_some_and(|root| path.starts_with(root))).then_some(is_held)
    }

    /// What a file will hold, where that is not what lies on disk.
    pub fn contents(&self, path: &Path) -> Option<&[u8]> {
        self.files.get(path)?.as_deref()
    }

    /// All files with what they hold, in no particular order.
    pub fn held(&self) -> impl Iterator<Item = (&PathBuf, &[u8])> {
        self.files.iter().filter_map(|(path, bytes)| Some((path, bytes.as_deref()?)))
    }

    /// The files below a directory, in no particular order.
    pub fn below<'a>(&'a self, dir: &'a Path) -> impl Iterator<Item = &'a PathBuf> {
        self.files.keys().filter(move |path| path.starts_with(dir))
    }
}

impl Objects {
    /// The files of a commit that a predicate chooses by their path, as if they lay below a directory, where nothing else
    /// is. Nothing if one of them is a symbolic link, which may lead anywhere.
    ///
    /// # Errors
    /// An object that is not here, such as in a partial clone.
    pub fn held(&self, commit: &Commit, below: &Path, wanted: impl Fn(&str) -> bool) -> Result<Option<Staged>> {
        let mut files = self.files(commit)?;
        files.retain(|(path, _)| wanted(path));
        if files.iter().any(|(_, blob)| blob.kind == EntryKind::Link) {
            return Ok(None);
        }
        let read = |repository: &mut gix::Repository, (path, blob): &File| {
            Ok((below.join(path), Some(contents(repository, blob.id)?)))
        };
        let files = files.par_iter().map_init(|| self.here(), read).collect::<Result<_>>()?;
        Ok(Some(Staged { root: Some(below.to_owned()), files }))
    }

    /// What the index holds.
    ///
    /// # Errors
    /// An index or an object that cannot be read.
    pub fn staged(&self) -> Result<Staged> {
        let repository = self.here();
        let broken = |e: gix::Error| Error::new(format!("cannot read git's index: {}", one_line(&e)));
        let index = repository.index_or_empty().map_err(broken)?;
        let mut staged = Staged { root: Some(self.root().to_owned()), files: FxHashMap::default() };
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
