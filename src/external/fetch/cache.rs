//! What was fetched, kept by its content.
//!
//! ```text
//! sources/<hash of the address>.json   which content an address gave, and when
//! content/<hash>/files/…               the files
//! content/<hash>/SHA256SUMS            the hash of each, for `sha256sum -c`; its own names the directory
//! ```
//! A file is read only after its hash was compared, so that what was changed on disk is found.

use crate::error::{Error, Result};
use crate::text::sha256;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use tempfile::{NamedTempFile, TempDir};
use walkdir::WalkDir;

#[derive(Debug)]
pub(super) struct Cache {
    dir: PathBuf,
}

/// What an address gave when it was asked last.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The address, without secrets: for people who look.
    pub(super) source: String,
    /// The name of the content.
    pub(super) content: String,
    /// The commit, where it is a git repository.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) commit: Option<String>,
    pub(super) fetched: SystemTime,
}

impl Entry {
    /// How long ago that was, in words.
    pub(super) fn age(&self) -> Option<String> {
        let seconds = self.fetched.elapsed().ok()?.as_secs();
        Some(match seconds {
            0..=119 => format!("{seconds} seconds"),
            120..=7_199 => format!("{} minutes", seconds / 60),
            7_200..=172_799 => format!("{} hours", seconds / 3_600),
            _ => format!("{} days", seconds / 86_400),
        })
    }
}

/// The files that an address gave.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    dir: PathBuf,
    /// The hash of each file by its path, with slashes.
    sums: Arc<BTreeMap<String, String>>,
}

/// Where a checkout of git keeps its own things.
const GIT: &str = ".git";

impl Cache {
    pub(super) fn new(dir: PathBuf) -> Self {
        Cache { dir }
    }

    pub(super) fn entry(&self, key: &str) -> Option<Entry> {
        let text = fs::read(self.entry_path(key)).ok()?;
        serde_json::from_slice(&text).ok()
    }

    fn entry_path(&self, key: &str) -> PathBuf {
        self.dir.join("sources").join(format!("{}.json", &sha256(key.as_bytes())[..32]))
    }

    /// Whether the content of an entry is there, changed or not.
    pub(super) fn holds(&self, entry: &Entry) -> bool {
        self.content(&entry.content).join("SHA256SUMS").is_file()
    }

    fn content(&self, name: &str) -> PathBuf {
        self.dir.join("content").join(name)
    }

    pub(super) fn record(&self, key: &str, entry: &Entry) -> Result<()> {
        let text = serde_json::to_vec_pretty(entry).map_err(|e| Error::new(format!("cannot be recorded: {e}")))?;
        write(&self.entry_path(key), &text)
    }

    /// An empty directory on the disk of the cache.
    pub(super) fn scratch(&self) -> Result<TempDir> {
        fs::create_dir_all(&self.dir)
            .and_then(|()| tempfile::Builder::new().prefix(".fetch-").tempdir_in(&self.dir))
            .map_err(|e| Error::new(format!("the cache `{}` cannot be written: {e}", self.dir.display())))
    }

    /// Keeps the files of a directory, and gives the name of that content. A link is kept as what it points to, if that
    /// lies in the directory too.
    pub(super) fn store(&self, from: &Path) -> Result<String> {
        let failed = |e: &dyn std::fmt::Display| Error::new(format!("what was fetched cannot be kept: {e}"));
        let root = from.canonicalize().map_err(|e| failed(&e))?;
        let scratch = self.scratch()?;
        let mut sums = BTreeMap::new();
        let walk = WalkDir::new(&root).into_iter().filter_entry(|e| e.file_name() != GIT);
        for found in walk {
            let found = found.map_err(|e| failed(&e))?;
            let Ok(target) = found.path().canonicalize() else { continue };
            if !target.is_file() || !target.starts_with(&root) {
                continue;
            }
            let Some(inside) = found.path().strip_prefix(&root).ok().and_then(Path::to_str) else { continue };
            // such a name would not be a line of SHA256SUMS
            if inside.contains('\n') {
                continue;
            }
            let bytes = fs::read(&target).map_err(|e| failed(&e))?;
            write(&scratch.path().join("files").join(inside), &bytes)?;
            sums.insert(inside.replace('\\', "/"), sha256(&bytes));
        }
        let text = sums.iter().fold(String::new(), |mut text, (path, sum)| {
            let _ = writeln!(text, "{sum}  files/{path}");
            text
        });
        write(&scratch.path().join("SHA256SUMS"), text.as_bytes())?;
        let name = sha256(text.as_bytes());
        let kept = self.content(&name);
        fs::create_dir_all(self.dir.join("content")).map_err(|e| failed(&e))?;
        // what is there and whole is the same; what was changed makes room
        if self.tree(&name).and_then(|tree| tree.verify_all()).is_err() {
            let _ = fs::remove_dir_all(&kept);
            if let Err(e) = fs::rename(scratch.path(), &kept)
                && !kept.is_dir()
            {
                return Err(failed(&e));
            }
        }
        Ok(name)
    }

    /// The content of an entry.
    pub(super) fn open(&self, entry: &Entry) -> Result<Tree> {
        self.tree(&entry.content)
    }

    fn tree(&self, name: &str) -> Result<Tree> {
        let dir = self.content(name);
        let path = dir.join("SHA256SUMS");
        let text = fs::read_to_string(&path).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(&path))?;
        if sha256(text.as_bytes()) != name {
            return Err(changed(&dir, "SHA256SUMS"));
        }
        let lines = text.lines().filter_map(|line| line.split_once("  files/"));
        let sums = lines.map(|(sum, path)| (path.to_owned(), sum.to_owned())).collect();
        Ok(Tree { dir, sums: Arc::new(sums) })
    }
}

impl Tree {
    pub(super) fn root(&self) -> PathBuf {
        self.dir.join("files")
    }

    pub(super) fn path(&self, inside: &str) -> PathBuf {
        self.root().join(inside)
    }

    /// The paths of all files, sorted.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.sums.keys().map(String::as_str)
    }

    pub(super) fn only_file(&self) -> Option<String> {
        let mut files = self.files();
        files.next().filter(|_| files.next().is_none()).map(str::to_owned)
    }

    /// Compares a file with its hash.
    pub(super) fn verify(&self, inside: &str) -> Result<()> {
        let found = fs::read(self.path(inside)).ok().map(|bytes| sha256(&bytes));
        if found.as_ref() == self.sums.get(inside) { Ok(()) } else { Err(changed(&self.dir, inside)) }
    }

    fn verify_all(&self) -> Result<()> {
        self.files().try_for_each(|inside| self.verify(inside))
    }
}

fn changed(dir: &Path, file: &str) -> Error {
    Error::new(format!("`{file}` in the cache is not what was fetched: it was changed since"))
        .note(format!("the cached copy is `{}`", dir.display()))
        .hint("remove that directory to fetch it again")
}

/// Writes a file whole or not at all, with the directories that it needs.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(dir).and_then(|()| {
        let mut file = NamedTempFile::new_in(dir)?;
        file.write_all(bytes)?;
        file.persist(path).map_err(|e| e.error)?;
        Ok(())
    });
    written.map_err(|e| Error::new(format!("`{}` cannot be written: {e}", path.display())))
}
