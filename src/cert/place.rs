//! Where certificates are looked at: files, directories, servers, and the stores of AWS and Kubernetes.

use super::aws::{Cloud, region_of};
use super::{Endpoint, Field, Found, Secret, Source};
use crate::error::{Error, Kind, Result};
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A place that holds certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file: PEM, DER, PKCS#12.
    File(PathBuf),
    /// A directory of such files.
    Directory(PathBuf),
    /// A server.
    Endpoint(Endpoint),
    /// A certificate of ACM, by its ARN.
    Acm(String),
    /// A secret of Secrets Manager.
    Secret(String),
    /// A secret of Kubernetes.
    Kubernetes {
        /// The namespace.
        namespace: String,
        /// The name.
        name: String,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(path) | Place::Directory(path) => write!(f, "{}", path.display()),
            Place::Endpoint(endpoint) => write!(f, "{endpoint}"),
            Place::Acm(arn) => f.write_str(arn),
            Place::Secret(id) => write!(f, "secret:{id}"),
            Place::Kubernetes { namespace, name } => write!(f, "k8s:{namespace}/{name}"),
        }
    }
}

/// What is found at a place: several where a directory holds several, or a name has several addresses.
pub type Looked = Vec<(String, Result<Found>)>;

/// The endings of files in a directory that are looked at.
const ENDINGS: [&str; 9] = ["pem", "crt", "cer", "cert", "der", "p12", "pfx", "key", "chain"];

impl Place {
    /// Reads a place from its name: a path, `HOST:PORT`, an ARN, `secret:ID`, `k8s:NAMESPACE/NAME`.
    ///
    /// # Errors
    /// It is none of them.
    pub fn parse(text: &str) -> Result<Place> {
        let arn = |service: &str| text.starts_with("arn:") && text.split(':').nth(2) == Some(service);
        if arn("acm") {
            return Ok(Place::Acm(text.to_owned()));
        }
        if arn("secretsmanager") {
            return Ok(Place::Secret(text.to_owned()));
        }
        if let Some(id) = text.strip_prefix("secret:") {
            return Ok(Place::Secret(id.to_owned()));
        }
        if let Some((namespace, name)) = text.strip_prefix("k8s:").and_then(|rest| rest.split_once('/')) {
            return Ok(Place::Kubernetes { namespace: namespace.to_owned(), name: name.to_owned() });
        }
        let path = Path::new(text);
        if path.is_dir() {
            return Ok(Place::Directory(path.to_owned()));
        }
        if path.is_file() {
            return Ok(Place::File(path.to_owned()));
        }
        Endpoint::parse(text).map(Place::Endpoint).ok_or_else(|| {
            Error::new(format!("there is no file `{text}`"))
                .kind(Kind::Usage)
                .hint("a place is a file, a directory, HOST:PORT, an ARN of ACM, `secret:ID` or `k8s:NAMESPACE/NAME`")
        })
    }

    /// Looks at what is there.
    ///
    /// # Errors
    /// The place cannot be reached; what one of several parts lacks stands in its result.
    pub fn look(&self, cloud: &Cloud, passphrase: Option<&Secret>, timeout: Duration) -> Result<Looked> {
        let one = |found: Found| Ok(vec![(self.to_string(), Ok(found))]);
        match self {
            Place::File(path) => one(Found::read_file(path, Field::Any, passphrase)?),
            Place::Directory(dir) => look_into(dir, passphrase),
            Place::Endpoint(endpoint) => {
                let read = endpoint.read(timeout)?;
                Ok(read.into_iter().map(|(address, found)| (format!("{endpoint} at {address}"), found)).collect())
            }
            Place::Acm(arn) => one(cloud.acm(region_of(arn))?.read(arn)?.found()),
            Place::Secret(id) => one(Source::Secret { id: id.clone(), region: None }.read(cloud)?),
            Place::Kubernetes { namespace, name } => one(cloud.kubernetes(None)?.secret(namespace, name)?.found()?),
        }
    }
}

/// The files of a directory that hold certificates; keys without one stand beside them and are not shown.
fn look_into(dir: &Path, passphrase: Option<&Secret>) -> Result<Looked> {
    let failed = |e: std::io::Error| Error::new(format!("cannot read `{}`: {e}", dir.display()));
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        if path.is_file() && ENDINGS.contains(&ending.as_str()) {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| (path.display().to_string(), Found::read_file(&path, Field::Any, passphrase));
    let holds_certificates =
        |(_, found): &(String, Result<Found>)| found.as_ref().map_or(true, |f| !f.certificates.is_empty());
    Ok(paths.into_iter().map(read).filter(holds_certificates).collect())
}
