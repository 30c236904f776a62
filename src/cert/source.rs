//! Where a new certificate comes from.

use super::aws::{Body, CURRENT, Cloud, Pick, region_of};
use super::{Field, Found, Secret, read_secret};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Files that hold a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// The certificate.
    pub cert: Option<PathBuf>,
    /// Its private key.
    pub key: Option<PathBuf>,
    /// The certificates above it.
    pub chain: Option<PathBuf>,
    /// All three in one file.
    pub pkcs12: Option<PathBuf>,
    /// A file whose first line is the passphrase.
    pub passphrase_file: Option<PathBuf>,
    /// The passphrase that somebody typed. It is kept nowhere.
    #[serde(skip)]
    pub typed: Option<Secret>,
}

impl Files {
    /// The passphrase.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub fn passphrase(&self) -> Result<Option<Secret>> {
        let Some(path) = &self.passphrase_file else { return Ok(self.typed.clone()) };
        let bytes = read_secret(path)?;
        let line = bytes.bytes().split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        Ok(Some(Secret::new(line.to_vec())))
    }

    /// Reads what is given.
    ///
    /// # Errors
    /// No certificate is given, or a file does not hold what it should.
    pub fn read(&self) -> Result<Found> {
        let passphrase = self.passphrase()?;
        if let Some(path) = &self.pkcs12 {
            return Found::read_file(path, Field::Any, passphrase.as_ref());
        }
        let Some(cert) = &self.cert else {
            return Err(Error::usage("no certificate is given").hint("`--cert FILE`, or `--pkcs12 FILE`"));
        };
        // with a key of its own, the certificate's file is to hold none
        let field = if self.key.is_some() { Field::Certificates } else { Field::Any };
        let mut found = Found::read_file(cert, field, passphrase.as_ref())?;
        if let Some(chain) = &self.chain {
            found.add(Found::read_file(chain, Field::Certificates, None)?);
        }
        if let Some(key) = &self.key {
            found.add(Found::read_file(key, Field::Key, passphrase.as_ref())?);
        }
        Ok(found)
    }
}

/// A source. It says where the material is, never what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Files.
    Files(Files),
    /// A certificate of ACM; its key comes from a file, or from ACM where it may be exported.
    Acm {
        /// The ARN.
        arn: String,
        /// The file of its key.
        key: Option<PathBuf>,
        /// The secret that may hold its key.
        secret: Option<String>,
    },
    /// A secret of Secrets Manager, as it is now.
    Secret {
        /// Its name or ARN.
        id: String,
        /// Its region.
        region: Option<String>,
    },
}

impl Source {
    /// Reads the material.
    ///
    /// # Errors
    /// It cannot be reached, or is not what it should be.
    pub fn read(&self, cloud: &Cloud) -> Result<Found> {
        match self {
            Source::Files(files) => files.read(),
            Source::Acm { arn, key: Some(path), .. } => {
                let mut found = cloud.acm(region_of(arn))?.read(arn)?.found();
                found.add(Found::read_file(path, Field::Key, None)?);
                Ok(found)
            }
            Source::Acm { arn, key: None, secret } => {
                let acm = cloud.acm(region_of(arn))?;
                let held = acm.read(arn)?;
                if let (false, Some(id)) = (held.is_exportable, secret) {
                    let of_secret = Source::Secret { id: id.clone(), region: None }.read(cloud)?;
                    return Ok(Found { keys: of_secret.keys, ..held.found() });
                }
                if !held.is_exportable {
                    return Err(Error::new(format!("ACM hands out no key for `{arn}`"))
                        .hint("give the key that belongs to it: `--key FILE`"));
                }
                acm.export(arn)
            }
            Source::Secret { id, region } => {
                let secrets = cloud.secrets(region_of(id).or(region.as_deref()))?;
                let version = secrets.get(id, Pick::Stage(CURRENT))?;
                let what = format!("the secret `{id}`");
                let body = Body::parse(&version.text).map_err(|e| e.context(&what))?;
                body.found(&body.keys(None), &what)
            }
        }
    }

    /// In a few words.
    pub fn words(&self) -> String {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
        match self {
            Source::Files(files) if files.pkcs12.is_some() => path(&files.pkcs12),
            Source::Files(files) => path(&files.cert),
            Source::Acm { arn, .. } => arn.clone(),
            Source::Secret { id, .. } => format!("the secret `{id}`"),
        }
    }
}
