//! The files that commands write certificates and keys into, and what they answer about them.

use crate::cert::{Certificate, CertificateRecord};
use crate::cli::context::Context;
use crate::cli::shape::Shown;
use crate::error::{Error, Result};
use crate::platform;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;

/// What was written so far.
pub(super) struct Written<'a> {
    context: &'a Context,
    shown: Shown,
    /// The paths, by what is in them.
    files: Map<String, Value>,
    /// A text that nobody wanted in a file.
    pem: Option<String>,
}

impl<'a> Written<'a> {
    pub(super) fn new(context: &'a Context, shown: Shown) -> Self {
        Written { context, shown, files: Map::new(), pem: None }
    }

    /// Writes a file that everybody may read.
    pub(super) fn public(&mut self, what: &str, path: &Path, bytes: &[u8]) -> Result<()> {
        self.write(what, path, bytes, 0o644)
    }

    /// Writes a file that its owner alone may read.
    pub(super) fn private(&mut self, what: &str, path: &Path, bytes: &[u8]) -> Result<()> {
        self.write(what, path, bytes, 0o600)
    }

    /// Writes a text into a file, or answers with it.
    pub(super) fn text(&mut self, what: &str, path: Option<&Path>, text: String) -> anyhow::Result<()> {
        match path {
            Some(path) => self.public(what, path, text.as_bytes())?,
            None if self.shown.is_json() => self.pem = Some(text),
            None => self.context.say(&text)?,
        }
        Ok(())
    }

    fn write(&mut self, what: &str, path: &Path, bytes: &[u8], mode: u32) -> Result<()> {
        write(path, bytes, mode)?;
        self.files.insert(what.to_owned(), path.display().to_string().into());
        Ok(())
    }

    /// Tells programs what was written, and of the certificate where there is one.
    pub(super) fn tell(self, certificate: Option<&Certificate>) -> anyhow::Result<()> {
        if !self.shown.is_json() {
            return Ok(());
        }
        let record = certificate.map(|certificate| CertificateRecord::new(certificate, Timestamp::now()));
        self.context.say_json(&json!({ "files": self.files, "pem": self.pem, "certificate": record }))
    }
}

/// Writes a file that its owner alone may read.
pub(super) fn private(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes, 0o600)
}

/// Writes a file beside its destination and puts it in its place.
fn write(path: &Path, bytes: &[u8], mode: u32) -> Result<()> {
    let failed = |e: std::io::Error| Error::new(format!("cannot write `{}`: {e}", path.display()));
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    platform::restrict(&mut builder, mode);
    let mut file = builder.tempfile_in(dir).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}
