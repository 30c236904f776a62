//! Advisory locks that say who holds them.

use crate::error::{Error, Result};
use crate::platform;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Who holds a lock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The run.
    pub run: String,
    /// What it does.
    pub what: String,
    /// The user.
    pub user: String,
    /// The machine.
    pub host: String,
    /// The process.
    pub process: u32,
    /// Since when.
    pub since: String,
}

impl Holder {
    /// This process, for a run.
    pub fn here(run: &str, what: &str) -> Holder {
        let variable =
            |names: &[&str]| names.iter().find_map(|n| std::env::var(n).ok().filter(|value| !value.is_empty()));
        Holder {
            run: run.to_owned(),
            what: what.to_owned(),
            // in a container nobody may have given it a name
            user: variable(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(platform::user),
            host: platform::host(),
            process: std::process::id(),
            since: super::now(),
        }
    }
}

impl std::fmt::Display for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Holder { run, what, user, host, process, since } = self;
        write!(f, "run `{run}` (`{what}`) of {user} on {host}, process {process}, since {since}")
    }
}

/// A lock that is held until it is dropped, also when the process dies.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "it is held by being open")] File);

/// Why a lock was not given.
#[derive(Debug)]
pub enum Locked {
    /// Somebody else holds it; who, if that could be read.
    By(Option<Box<Holder>>),
    /// It could not be tried.
    Failed(Error),
}

impl Lock {
    /// Takes the lock of a file, which is made where it is missing and says from then on who holds it.
    ///
    /// # Errors
    /// Somebody else holds it, or the file cannot be written.
    pub fn take(path: &Path, holder: &Holder) -> Result<Lock, Locked> {
        let failed = |e: std::io::Error| Locked::Failed(Error::new(format!("cannot lock `{}`: {e}", path.display())));
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir).map_err(failed)?;
        }
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let _ = file.read_to_string(&mut text);
                return Err(Locked::By(serde_json::from_str(&text).ok()));
            }
            Err(TryLockError::Error(e)) => return Err(failed(e)),
        }
        let text = serde_json::to_string(holder).unwrap_or_default();
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(text.as_bytes())).map_err(failed)?;
        Ok(Lock(file))
    }

    /// Whether somebody holds the lock of a file.
    pub fn is_held(path: &Path) -> bool {
        File::open(path).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_was_first() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("locks/dev.lock");
        let holder = Holder::here("r1", "gaia plan -s dev");
        let lock = Lock::take(&path, &holder).unwrap();
        assert!(Lock::is_held(&path));
        match Lock::take(&path, &Holder::here("r2", "gaia apply")) {
            Err(Locked::By(Some(other))) => assert_eq!(*other, holder),
            other => panic!("{other:?}"),
        }
        drop(lock);
        assert!(!Lock::is_held(&path));
        assert!(Lock::take(&path, &holder).is_ok());
    }
}
