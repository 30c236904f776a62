//! Whether issuers took certificates back: by their lists, fetched where the certificates say.

use crate::cert::{Finding, Material, Roots};
use crate::code::{CERT_REVOKED, Severity};
use crate::error::Result;
use crate::external::fetch_list;
use jiff::Timestamp;
use std::collections::BTreeSet;
use webpki::{CertRevocationList, OwnedCertRevocationList};

/// Asks the lists of a certificate and of those above it. A list that cannot be had is a note: many are reached from
/// their own network alone.
pub fn revoked(material: &Material, roots: &Roots, now: Timestamp, subject: &str) -> Vec<Finding> {
    let certificates = || std::iter::once(&material.leaf).chain(&material.chain);
    // what is not trusted is found elsewhere, and nobody's list counts for it
    if roots.verify(&material.leaf, &material.chain, now).is_err() {
        return Vec::new();
    }
    let addresses: BTreeSet<&String> = certificates().flat_map(|certificate| &certificate.revocation_lists).collect();
    let (mut lists, mut findings) = (Vec::new(), Vec::new());
    for address in addresses {
        match list(address) {
            Ok(list) => lists.push(list),
            Err(error) => {
                let message = format!("the list of what its issuer revoked cannot be read: {}", error.message());
                findings.push(Finding::new(&CERT_REVOKED, Severity::Note, subject, message));
            }
        }
    }
    if let Err(error) = roots.unrevoked(&material.leaf, &material.chain, &lists, now) {
        findings.push(Finding::error(&CERT_REVOKED, subject, error.message()));
    }
    findings
}

fn list(address: &str) -> Result<CertRevocationList<'static>> {
    let bytes = fetch_list(address)?;
    let list = OwnedCertRevocationList::from_der(&bytes)
        .map_err(|e| crate::Error::new(format!("`{address}` holds no list of revoked certificates ({e})")))?;
    Ok(list.into())
}
