//! Commits, trees and files read straight from git's objects: no checkout, no git program.

use super::Repository;
use crate::error::{Error, Result};
use crate::platform;
use gix::objs::tree::EntryKind;
use gix::{ObjectId, ThreadSafeRepository};
use rayon::prelude::*;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The objects of a repository, for any thread.
#[derive(Clone)]
pub struct Objects {
    repository: ThreadSafeRepository,
    root: PathBuf,
}

/// A commit.
#[derive(Clone, Debug)]
pub struct Commit {
    /// Its id, in hexadecimal digits.
    pub id: String,
    pub(super) tree: ObjectId,
}

/// A file of a tree or of the work tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Blob {
    pub id: ObjectId,
    pub kind: EntryKind,
}

/// A file with its path from the root, parts separated by slashes.
pub(super) type File = (String, Blob);

impl fmt::Debug for Objects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Objects").field(&self.root).finish()
    }
}

impl Repository {
    /// The objects of the repository.
    ///
    /// # Errors
    /// A repository that cannot be opened, such as one of a newer format.
    pub fn objects(&self) -> Result<Objects> {
        let repository = ThreadSafeRepository::open(self.root())
            .map_err(|e| Error::new(format!("cannot open the git repository: {e}")).in_file(self.git_dir()))?;
        Ok(Objects { repository, root: self.root().to_owned() })
    }
}

impl Objects {
    /// The top directory of the work tree.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The commit that a revision names: a branch, a tag, `HEAD~1`, the beginning of an id.
    ///
    /// # Errors
    /// There is no such revision here, or it is no commit.
    pub fn commit(&self, revision: &str) -> Result<Commit> {
        let repository = self.here();
        let unknown = |e: gix::Error| {
            let mut error = Error::new(format!("git knows no revision `{revision}` here"));
            let why = one_line(&e);
            if !why.starts_with("couldn't parse revision") {
                error = error.note(why);
            }
            if repository.is_shallow().unwrap_or_default() {
                error = error.hint("this clone is shallow: `git fetch --unshallow`, or fetch the revision");
            }
            error.hint("`git fetch origin` brings what the remote repository has")
        };
        let id = repository.rev_parse_single(revision).map_err(unknown)?;
        let commit = id.object().and_then(gix::Object::peel_to_commit).map_err(unknown)?;
        let tree = commit.tree_id().map_err(unknown)?.detach();
        Ok(Commit { id: commit.id.to_string(), tree })
    }

    /// The commit from which two others went apart.
    ///
    /// # Errors
    /// They have no commit in common here.
    pub fn merge_base(&self, one: &Commit, two: &Commit) -> Result<Commit> {
        let repository = self.here();
        let id = |commit: &Commit| ObjectId::from_hex(commit.id.as_bytes());
        let found = match (id(one), id(two)) {
            (Ok(one), Ok(two)) => repository.merge_base(one, two).ok().flatten().map(|id| id.to_string()),
            _ => None,
        };
        match found {
            Some(id) => self.commit(&id),
            None => Err(Error::new(format!("the commits `{}` and `{}` have none in common here", one.id, two.id))
                .hint("this clone may be shallow: `git fetch --unshallow`")),
        }
    }

    /// Writes the files of a commit that a predicate chooses by their path below a directory. Submodules are left out,
    /// as an unpacked work tree has them.
    ///
    /// # Errors
    /// An object that is not here, such as in a partial clone, and a file that cannot be written.
    pub fn write(&self, commit: &Commit, into: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
        let mut files = self.files(commit)?;
        files.retain(|(path, _)| wanted(path));
        let mut dirs: Vec<PathBuf> =
            files.iter().filter_map(|(path, _)| Some(into.join(path).parent()?.to_owned())).collect();
        dirs.dedup();
        for dir in dirs {
            fs::create_dir_all(&dir).map_err(|e| Error::new(format!("cannot be made: {e}")).in_file(dir))?;
        }
        files.par_iter().try_for_each_init(
            || self.here(),
            |repository, (path, blob)| {
                let data = contents(repository, blob.id)?;
                let file = into.join(path);
                put(&file, blob.kind, &data).map_err(|e| Error::new(format!("cannot be written: {e}")).in_file(file))
            },
        )
    }

    /// All files of a commit, by path.
    pub(super) fn files(&self, commit: &Commit) -> Result<Vec<File>> {
        let repository = self.here();
        let mut files = Vec::new();
        below(&repository, commit.tree, "", &mut files)?;
        Ok(files)
    }

    /// A view of the repository for this thread.
    pub(super) fn here(&self) -> gix::Repository {
        self.repository.to_thread_local()
    }
}

/// The files of a tree and its subtrees; submodules are none.
pub(super) fn below(repository: &gix::Repository, tree: ObjectId, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    for (name, blob) in entries(repository, tree)? {
        let path = format!("{prefix}{name}");
        match blob.kind {
            EntryKind::Tree => below(repository, blob.id, &format!("{path}/"), files)?,
            EntryKind::Commit => {}
            _ => files.push((path, blob)),
        }
    }
    Ok(())
}

/// What a tree holds, in git's order.
pub(super) fn entries(repository: &gix::Repository, tree: ObjectId) -> Result<Vec<File>> {
    let tree = repository.find_tree(tree).map_err(|e| unreadable(tree, &e))?;
    let decoded = tree.decode().map_err(|e| unreadable(tree.id, &e))?;
    let entry = |e: &gix::objs::tree::EntryRef<'_>| {
        (e.filename.to_string(), Blob { id: e.oid.to_owned(), kind: e.mode.kind() })
    };
    Ok(decoded.entries.iter().map(entry).collect())
}

/// The bytes of a file.
pub(super) fn contents(repository: &gix::Repository, id: ObjectId) -> Result<Vec<u8>> {
    let mut blob = repository.find_blob(id).map_err(|e| unreadable(id, &e))?;
    Ok(blob.take_data())
}

fn put(file: &Path, kind: EntryKind, data: &[u8]) -> std::io::Result<()> {
    if kind == EntryKind::Link {
        let target = gix::path::from_byte_slice(data).map_err(std::io::Error::other)?;
        return platform::symlink(target, file);
    }
    fs::write(file, data)?;
    if kind == EntryKind::BlobExecutable {
        platform::set_mode(file, 0o755)?;
    }
    Ok(())
}

fn unreadable(id: ObjectId, error: &gix::Error) -> Error {
    Error::new(format!("cannot read the git object {id}"))
        .note(one_line(error))
        .hint("`git fsck` tells whether it is damaged, `git fetch` brings what is missing")
}

pub(super) fn one_line(error: &gix::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
