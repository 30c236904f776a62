//! Certificates with their chains and keys, as they are read from files.

use super::{Certificate, Chain, Finding, PrivateKey, Roots, Secret, key, pem};
use crate::code::{CERT_KEY, CERT_PEM, Severity};
use crate::error::{Error, Kind, Result};
use jiff::Timestamp;
use p12_keystore::{KeyStore, KeyStoreEntry, Pkcs12ImportPolicy, PrivateKeyChain};
use std::path::Path;
use zeroize::Zeroizing;

/// What was found in one place: certificates in any order, and keys.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The certificates.
    pub certificates: Vec<Certificate>,
    /// The keys.
    pub keys: Vec<PrivateKey>,
    /// What is untidy.
    pub findings: Vec<Finding>,
}

/// What a place is meant to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Certificates, and no key.
    Certificates,
    /// A key, and no certificate.
    Key,
    /// Both.
    Any,
}

impl Found {
    /// Reads PEM, DER or PKCS#12.
    ///
    /// # Errors
    /// It is none of them, it is damaged, or it holds what does not belong there.
    pub fn read(bytes: &[u8], what: &str, field: Field, passphrase: Option<&Secret>) -> Result<Found> {
        let mut found = if pem::is_pem(bytes) {
            Self::read_pem(bytes, what, passphrase)?
        } else if let Ok(certificate) = Certificate::from_der(bytes) {
            Found { certificates: vec![certificate], ..Found::default() }
        } else if let Ok(key) = PrivateKey::from_der(&Secret::new(bytes.to_vec())) {
            Found { keys: vec![key], ..Found::default() }
        } else {
            Self::read_pkcs12(bytes, what, passphrase)?
        };
        let wrong = |found: &str, wanted: &str| {
            Error::new(format!("{what} holds a {found} where {wanted} belongs")).code(&CERT_PEM)
        };
        match field {
            Field::Certificates if !found.keys.is_empty() => Err(wrong("private key", "a certificate")),
            Field::Key if !found.certificates.is_empty() && found.keys.is_empty() => {
                Err(wrong("certificate", "a private key"))
            }
            Field::Key => {
                // files of both are common; the key alone is taken
                found.certificates.clear();
                Ok(found)
            }
            Field::Certificates | Field::Any => Ok(found),
        }
    }

    fn read_pem(bytes: &[u8], what: &str, passphrase: Option<&Secret>) -> Result<Found> {
        let (blocks, findings) = pem::read(bytes, what)?;
        let mut found = Found { findings, ..Found::default() };
        for block in blocks {
            let place = format!("{what}, line {}", block.line);
            match block.label.as_str() {
                "CERTIFICATE" | "X509 CERTIFICATE" => {
                    found.certificates.push(Certificate::from_der(block.der.bytes()).map_err(|e| e.context(place))?);
                }
                label if key::is_key(label) => {
                    found.keys.push(PrivateKey::from_block(&block, passphrase).map_err(|e| e.context(place))?);
                }
                // OpenSSL writes these before keys
                "EC PARAMETERS" | "DH PARAMETERS" => {}
                label => {
                    let message =
                        format!("line {}: `{label}` is neither certificate nor key, and left out", block.line);
                    found.findings.push(Finding::new(&CERT_PEM, Severity::Warning, what, message));
                }
            }
        }
        Ok(found)
    }

    fn read_pkcs12(bytes: &[u8], what: &str, passphrase: Option<&Secret>) -> Result<Found> {
        let refused = |why: String| Error::new(format!("{what} cannot be read: {why}")).code(&CERT_PEM);
        // a sequence: what PKCS#12 begins with
        if bytes.first() != Some(&0x30) {
            return Err(refused("it is neither PEM nor DER nor PKCS#12".into()));
        }
        let password = passphrase.and_then(Secret::text).unwrap_or_default();
        let store = KeyStore::from_pkcs12(bytes, password, Pkcs12ImportPolicy::Relaxed).map_err(|_| {
            let error = refused("it is no DER, and as PKCS#12 its passphrase is wrong or it is damaged".into());
            if passphrase.is_some() {
                return error;
            }
            error.kind(Kind::InputNeeded).hint("give its passphrase: `--passphrase-file FILE`")
        })?;
        let mut found = Found::default();
        for (_, entry) in store.entries() {
            match entry {
                KeyStoreEntry::PrivateKeyChain(chain) => {
                    found.keys.push(PrivateKey::from_pkcs8(Secret::new(chain.key().as_der().to_vec()))?);
                    for certificate in chain.certs() {
                        found.certificates.push(Certificate::from_der(certificate.as_der())?);
                    }
                }
                KeyStoreEntry::Certificate(certificate) => {
                    found.certificates.push(Certificate::from_der(certificate.as_der())?);
                }
                KeyStoreEntry::Secret(_) => {}
            }
        }
        Ok(found)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// As [`Found::read`]; the file cannot be read.
    pub fn read_file(path: &Path, field: Field, passphrase: Option<&Secret>) -> Result<Found> {
        let bytes = read_secret(path)?;
        Self::read(bytes.bytes(), &format!("`{}`", path.display()), field, passphrase)
    }

    /// Puts what was found elsewhere behind this.
    pub fn add(&mut self, other: Found) {
        self.certificates.extend(other.certificates);
        self.keys.extend(other.keys);
        self.findings.extend(other.findings);
    }
}

/// Whether a file cannot be read without a passphrase.
pub fn needs_passphrase(path: &Path) -> bool {
    Found::read_file(path, Field::Any, None).is_err_and(|error| error.get_kind() == Kind::InputNeeded)
}

/// Reads a file whose content is not to stay in memory.
///
/// # Errors
/// It cannot be read.
pub fn read_secret(path: &Path) -> Result<Secret> {
    let bytes = std::fs::read(path)
        .map_err(|e| Error::new(format!("cannot read `{}`: {e}", path.display())).kind(Kind::Usage))?;
    Ok(Secret::new(bytes))
}

/// A certificate with its key and the certificates above it, ready for use.
#[derive(Clone, Debug)]
pub struct Material {
    /// The certificate of the server.
    pub leaf: Certificate,
    /// What stands between it and its root, in order.
    pub chain: Vec<Certificate>,
    /// Its key, where that is known.
    pub key: Option<PrivateKey>,
    /// What was found while it was read and put in order.
    pub findings: Vec<Finding>,
}

impl Material {
    /// Arranges what was found: which certificate is the leaf, which is its key, and the chain above it.
    ///
    /// # Errors
    /// There is no certificate.
    pub fn arrange(found: Found, roots: &Roots, now: Timestamp, subject: &str) -> Result<Material> {
        let Found { certificates, mut keys, mut findings } = found;
        let Some(leaf) = leaf(&certificates, &keys) else {
            return Err(Error::new(format!("{subject} holds no certificate")).code(&CERT_PEM));
        };
        let leaf = leaf.clone();
        // the first of its copies is the leaf; another one is a double
        let mut others = certificates;
        if let Some(place) = others.iter().position(|c| *c == leaf) {
            others.remove(place);
        }
        let chain = Chain::build(&leaf, &others, roots, now, subject);
        findings.extend(chain.findings);
        let own = keys.iter().position(|key| key.fits(&leaf).is_ok()).unwrap_or(0);
        if keys.len() > 1 {
            let message = format!("holds {} private keys; the one that fits is taken", keys.len());
            findings.push(Finding::new(&CERT_KEY, Severity::Warning, subject, message));
        }
        let key = if keys.is_empty() { None } else { Some(keys.swap_remove(own)) };
        Ok(Material { leaf, chain: chain.between, key, findings })
    }

    /// The leaf and the chain above it in PEM, as servers want it.
    pub fn full_chain(&self) -> String {
        std::iter::once(&self.leaf).chain(&self.chain).map(Certificate::to_pem).collect()
    }

    /// The chain alone in PEM.
    pub fn chain_pem(&self) -> String {
        self.chain.iter().map(Certificate::to_pem).collect()
    }

    /// The key.
    ///
    /// # Errors
    /// There is none.
    pub fn need_key(&self) -> Result<&PrivateKey> {
        self.key
            .as_ref()
            .ok_or_else(|| Error::new(format!("the private key of `{}` is missing", self.leaf.subject)).code(&CERT_KEY))
    }

    /// Everything as PKCS#12 behind a passphrase.
    ///
    /// # Errors
    /// The key is missing, or it cannot be written.
    pub fn to_pkcs12(&self, passphrase: &Secret) -> Result<Zeroizing<Vec<u8>>> {
        let failed = |e: p12_keystore::error::Error| Error::new(format!("cannot write PKCS#12: {e}"));
        let password = passphrase.text().ok_or_else(|| Error::usage("the passphrase is no text"))?;
        let key = p12_keystore::PrivateKey::from_der(self.need_key()?.pkcs8().bytes()).map_err(failed)?;
        let certificates = std::iter::once(&self.leaf).chain(&self.chain);
        let certificates: Result<Vec<_>, _> =
            certificates.map(|c| p12_keystore::Certificate::from_der(c.der())).collect();
        let id = self.leaf.fingerprint();
        let chain = PrivateKeyChain::new(id.as_bytes(), key, certificates.map_err(failed)?);
        let mut store = KeyStore::new();
        let alias = self.leaf.names.first().map_or("certificate", String::as_str);
        store.add_entry(alias, KeyStoreEntry::PrivateKeyChain(chain));
        store.writer(password).write().map(Zeroizing::new).map_err(failed)
    }
}

/// The certificate that is not there to sign others: the one of a key, else the first that signed none of the others.
fn leaf<'a>(certificates: &'a [Certificate], keys: &[PrivateKey]) -> Option<&'a Certificate> {
    let spkis: Vec<Vec<u8>> = keys.iter().filter_map(PrivateKey::spki).collect();
    let of_key = certificates.iter().find(|c| spkis.iter().any(|spki| spki == c.spki()));
    let signs_another = |c: &Certificate| certificates.iter().any(|other| other != c && c.is_named_as_issuer_of(other));
    let plain = || certificates.iter().find(|c| c.authority.is_none() && !signs_another(c));
    of_key.or_else(plain).or_else(|| certificates.first())
}
