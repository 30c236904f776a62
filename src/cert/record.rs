//! Certificates as programs read them.

use super::{Certificate, FindingRecord, Material};
use jiff::Timestamp;
use serde::Serialize;

/// What is told of a certificate.
#[derive(Clone, Debug, Serialize)]
pub struct CertificateRecord {
    subject: String,
    issuer: String,
    serial: String,
    sha256: String,
    names: Vec<String>,
    not_before: String,
    not_after: String,
    days_left: i64,
    key: String,
    signature: String,
    is_authority: bool,
    self_signed: bool,
}

impl CertificateRecord {
    /// A certificate, seen from a time.
    pub fn new(certificate: &Certificate, now: Timestamp) -> Self {
        CertificateRecord {
            subject: certificate.subject.clone(),
            issuer: certificate.issuer.clone(),
            serial: certificate.serial.clone(),
            sha256: certificate.fingerprint(),
            names: certificate.names.clone(),
            not_before: certificate.not_before.to_string(),
            not_after: certificate.not_after.to_string(),
            days_left: certificate.days_left(now),
            key: certificate.key.to_string(),
            signature: certificate.signature.clone(),
            is_authority: certificate.authority.is_some(),
            self_signed: certificate.is_self_signed(),
        }
    }
}

/// What is told of a place.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRecord {
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<CertificateRecord>,
    chain: Vec<CertificateRecord>,
    /// `fits`, `differs`, or nothing where no key is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    private_key: Option<&'static str>,
    findings: Vec<FindingRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl PlaceRecord {
    /// A place, with what was found there or why not.
    pub fn new(place: &str, material: Result<&Material, &crate::Error>, now: Timestamp) -> Self {
        let mut record = PlaceRecord {
            place: place.to_owned(),
            certificate: None,
            chain: Vec::new(),
            private_key: None,
            findings: Vec::new(),
            error: None,
        };
        match material {
            Ok(material) => {
                record.certificate = Some(CertificateRecord::new(&material.leaf, now));
                record.chain = material.chain.iter().map(|c| CertificateRecord::new(c, now)).collect();
                let fits = material.key.as_ref().map(|key| key.fits(&material.leaf).is_ok());
                record.private_key = fits.map(|fits| if fits { "fits" } else { "differs" });
                record.findings = material.findings.iter().map(super::Finding::record).collect();
            }
            Err(error) => record.error = Some(error.message().to_owned()),
        }
        record
    }

    /// Puts what checks found in place of what reading found.
    #[must_use]
    pub fn with_findings(mut self, findings: &[super::Finding]) -> Self {
        self.findings = findings.iter().map(super::Finding::record).collect();
        self
    }
}
