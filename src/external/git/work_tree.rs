//! What the work tree differs in from a commit.

use super::diff::{Change, lists};
use super::objects::{Blob, Commit, File, Objects, one_line};
use crate::error::{Error, Result};
use gix::bstr::{BStr, ByteSlice};
use gix::dir::entry::{Kind, Status};
use gix::dir::walk::EmissionMode;
use gix::dir::walk::delegate::Collect;
use gix::index::entry::{Mode, Stat};
use gix::objs::tree::EntryKind;
use rayon::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

impl Objects {
    /// The files of the work tree that a commit has otherwise, by path. Files that git ignores do not count, new ones that
    /// are not added yet do.
    ///
    /// Contents are compared as they lie on disk: a file that git converts at checkout counts as changed, unless git's index
    /// knows it to be as it was checked out.
    ///
    /// # Errors
    /// An index or an object that cannot be read.
    pub fn uncommitted(&self, commit: &Commit) -> Result<Vec<Change>> {
        let repository = self.here();
        let broken = |e: gix::Error| Error::new(format!("cannot read git's index: {}", one_line(&e)));
        let index = repository.index_or_empty().map_err(broken)?;
        let tracked = index.entries().iter().map(|entry| {
            let known =
                Known { stat: entry.stat, id: entry.id, racy: entry.stat.is_racy(index.timestamp(), stat_options()) };
            (entry.path(&index), entry.mode, Some(known))
        });
        let mut collected = Collect::default();
        let options = repository.dirwalk_options().map_err(broken)?.emit_untracked(EmissionMode::Matching);
        let none: [&BStr; 0] = [];
        repository.dirwalk(&index, none, &AtomicBool::new(false), options, &mut collected).map_err(broken)?;
        let untracked = collected.unorded_entries.iter().filter(|(entry, _)| {
            entry.status == Status::Untracked && matches!(entry.disk_kind, Some(Kind::File | Kind::Symlink))
        });
        let candidates: Vec<(&BStr, Mode, Option<Known>)> =
            tracked.chain(untracked.map(|(entry, _)| (entry.rela_path.as_bstr(), Mode::FILE, None))).collect();
        let found: Vec<Option<File>> = candidates
            .par_iter()
            .map(|(path, mode, known)| {
                let path = path.to_string();
                let blob =
                    if *mode == Mode::COMMIT { None } else { on_disk(&self.root().join(&path), known.as_ref())? };
                Ok(blob.map(|blob| (path, blob)))
            })
            .collect::<Result<_>>()?;
        let mut files: Vec<File> = found.into_iter().flatten().collect();
        let mut old = self.files(commit)?;
        files.sort_by(|a, b| a.0.cmp(&b.0));
        files.dedup_by(|a, b| a.0 == b.0);
        old.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(lists(old, files))
    }
}

/// What the index knows of a file.
pub(super) struct Known {
    pub(super) stat: Stat,
    pub(super) id: gix::ObjectId,
    /// It may have changed at the moment at which the index was written.
    pub(super) racy: bool,
}

pub(super) fn stat_options() -> gix::index::entry::stat::Options {
    gix::index::entry::stat::Options { check_stat: true, use_nsec: true, ..Default::default() }
}

/// The file at a path as git would store it; `None` where there is none.
pub(super) fn on_disk(path: &Path, known: Option<&Known>) -> Result<Option<Blob>> {
    let Ok(metadata) = gix::index::fs::Metadata::from_path_no_follow(path) else { return Ok(None) };
    let kind = if metadata.is_symlink() {
        EntryKind::Link
    } else if metadata.is_executable() {
        EntryKind::BlobExecutable
    } else if metadata.is_file() {
        EntryKind::Blob
    } else {
        return Ok(None);
    };
    let stat = Stat::from_fs(&metadata).ok();
    if let (Some(known), Some(stat)) = (known.filter(|k| !k.racy), stat)
        && known.stat.matches(&stat, stat_options())
    {
        return Ok(Some(Blob { id: known.id, kind }));
    }
    let unreadable = |e: std::io::Error| Error::new(format!("cannot be read: {e}")).in_file(path);
    let data = if kind == EntryKind::Link {
        fs::read_link(path).map_err(unreadable)?.into_os_string().into_encoded_bytes()
    } else {
        fs::read(path).map_err(unreadable)?
    };
    let id = gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, &data)
        .map_err(|e| Error::new(format!("cannot be hashed: {}", one_line(&e))).in_file(path))?;
    Ok(Some(Blob { id, kind }))
}
