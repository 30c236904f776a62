//! A file that keeps what gaia says to people, where somebody wants one: what was run, what was told, and how it ended.

use crate::platform;
use crate::{Error, Result};
use anstream::adapter::strip_str;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

static LOG: Mutex<Option<File>> = Mutex::new(None);

/// Writes at the end of a file from now on. A new one is its owner's alone: errors may show values.
///
/// # Errors
/// It cannot be opened.
pub fn open(path: &Path) -> Result<()> {
    let cannot = |e: std::io::Error| Error::new(format!("cannot write the log `{}`: {e}", path.display()));
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(cannot)?;
    }
    let file = platform::append(path, 0o600).map_err(cannot)?;
    *LOG.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    Ok(())
}

/// Writes a text without its styles, each line behind the time.
pub fn note(text: &str) {
    let mut log = LOG.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(file) = log.as_mut() else { return };
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ");
    let lines = strip_str(text).to_string().lines().fold(String::new(), |mut lines, line| {
        // writing to a string cannot fail
        let _ = writeln!(lines, "{now}  {line}");
        lines
    });
    // a disk that is full is no reason to stop the work
    let _ = file.write_all(lines.as_bytes());
}
