//! Files that are there whole or not at all.

use super::{mode, restrict, set_mode};
use std::fs::{File, create_dir_all};
use std::io::{self, Write};
use std::path::Path;

/// Who may read a file that is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Readers {
    /// Those who could before; everybody, where it is new.
    AsBefore,
    /// Everybody.
    Everybody,
    /// Its owner alone.
    Owner,
}

/// Writes a file beside its place and moves it there, so that nobody meets half of it. Directories on the way are made.
///
/// # Errors
/// It cannot be written.
pub fn write_whole(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    replace(path, bytes, readers, |_| Ok(()))
}

/// The same, and the system has it on its disk when this returns.
///
/// # Errors
/// It cannot be written.
pub fn write_lasting(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    replace(path, bytes, readers, File::sync_all)
}

fn replace(path: &Path, bytes: &[u8], readers: Readers, settle: fn(&File) -> io::Result<()>) -> io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_dir_all(dir)?;
    let before = if readers == Readers::AsBefore { mode(path).ok() } else { None };
    let mut builder = tempfile::Builder::new();
    // from the beginning, so that what is private never was anything else
    restrict(&mut builder, if readers == Readers::Owner { 0o600 } else { 0o644 });
    let mut file = builder.tempfile_in(dir)?;
    file.write_all(bytes)?;
    if let Some(before) = before {
        set_mode(file.path(), before)?;
    }
    settle(file.as_file())?;
    file.persist(path).map_err(|e| e.error)?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_readers_unless_they_are_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new/file");
        write_whole(&path, b"1", Readers::AsBefore).unwrap();
        assert_eq!(mode(&path).unwrap() & 0o400, 0o400);
        set_mode(&path, 0o640).unwrap();
        write_lasting(&path, b"2", Readers::AsBefore).unwrap();
        assert_eq!((std::fs::read(&path).unwrap(), mode(&path).unwrap()), (b"2".to_vec(), 0o640));
        write_lasting(&path, b"3", Readers::Owner).unwrap();
        assert_eq!(mode(&path).unwrap(), 0o600);
        assert!(write_whole(dir.path(), b"", Readers::AsBefore).is_err());
        assert_eq!(dir.path().read_dir().unwrap().count(), 1, "nothing is left beside it");
    }
}
