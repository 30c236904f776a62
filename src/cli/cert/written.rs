//! The files that commands write certificates and keys into, and what they answer about them.

use crate::cert::{Certificate, CertificateRecord};
use crate::cli::context::Context;
use crate::cli::shape::Shown;
use crate::error::{Error, Result};
use crate::platform::{self, Readers};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
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
        self.write(what, path, bytes, Readers::Everybody)
    }

    /// Writes a file that its owner alone may read.
    pub(super) fn private(&mut self, what: &str, path: &Path, bytes: &[u8]) -> Result<()> {
        self.write(what, path, bytes, Readers::Owner)
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

    fn write(&mut self, what: &str, path: &Path, bytes: &[u8], readers: Readers) -> Result<()> {
        write(path, bytes, readers)?;
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
    write(path, bytes, Readers::Owner)
}

fn write(path: &Path, bytes: &[u8], readers: Readers) -> Result<()> {
    platform::write_lasting(path, bytes, readers)
        .map_err(|e| Error::new(format!("cannot write `{}`: {e}", path.display())))
}
