//! Certificates, read once: what they say about themselves.

use super::pem;
use crate::code::CERT_PEM;
use crate::error::{Error, Result};
use crate::text::sha256;
use jiff::Timestamp;
use rustls::SignatureScheme;
use rustls::crypto::WebPkiSupportedAlgorithms;
use rustls::pki_types::CertificateDer;
use std::net::IpAddr;
use x509_parser::extensions::{CRLDistributionPoint, DistributionPointName};
use x509_parser::prelude::{FromDer, GeneralName, ParsedExtension, X509Certificate};
use x509_parser::public_key::PublicKey;

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    spki: Vec<u8>,
    subject_der: Vec<u8>,
    issuer_der: Vec<u8>,
    /// Whom it is for.
    pub subject: String,
    /// Who made it.
    pub issuer: String,
    /// Its number at the issuer, in hexadecimal.
    pub serial: String,
    /// The names that it is valid for; of old, the common name.
    pub names: Vec<String>,
    /// When it becomes valid.
    pub not_before: Timestamp,
    /// When it ends.
    pub not_after: Timestamp,
    /// Its key.
    pub key: KeyKind,
    /// The algorithm that it is signed with.
    pub signature: String,
    /// Whether it may sign others, and how many others below it.
    pub authority: Option<Authority>,
    /// What its key is for, as far as it says (`digitalSignature`, …).
    pub key_usage: Option<Vec<&'static str>>,
    /// Which purposes it serves, as far as it says (`serverAuth`, …).
    pub purposes: Option<Vec<String>>,
    /// The id of its key.
    pub key_id: Option<Vec<u8>>,
    /// The id of the key that signed it.
    pub authority_key_id: Option<Vec<u8>>,
    /// Whether names are in the extension made for them.
    pub has_alternative_names: bool,
    /// Whether it carries proofs of transparency logs.
    pub has_log_proofs: bool,
    /// Where its issuer lists what it revoked.
    pub revocation_lists: Vec<String>,
}

/// A certificate that may sign others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    /// How many authorities may stand below it.
    pub path_len: Option<u32>,
    /// Whether its key may sign certificates.
    pub may_sign: bool,
}

/// A kind of key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA with so many bits.
    Rsa(usize),
    /// An elliptic curve of so many bits.
    Ec(usize),
    /// Ed25519.
    Ed25519,
    /// Another one, by its identifier.
    Other(String),
}

impl std::fmt::Display for KeyKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            KeyKind::Rsa(bits) => write!(f, "RSA {bits}"),
            KeyKind::Ec(bits) => write!(f, "EC P-{bits}"),
            KeyKind::Ed25519 => f.write_str("Ed25519"),
            KeyKind::Other(oid) => f.write_str(oid),
        }
    }
}

impl Certificate {
    /// Reads a certificate in DER.
    ///
    /// # Errors
    /// It is none.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        let unreadable = |why: String| Error::new(format!("a certificate cannot be read: {why}")).code(&CERT_PEM);
        let (rest, parsed) = X509Certificate::from_der(der).map_err(|_| unreadable("it is no X.509".into()))?;
        if !rest.is_empty() {
            return Err(unreadable("something stands behind its end".into()));
        }
        let time = |time: x509_parser::time::ASN1Time| {
            Timestamp::from_second(time.timestamp()).map_err(|e| unreadable(e.to_string()))
        };
        let mut certificate = Certificate {
            der: der.to_vec(),
            spki: parsed.public_key().raw.to_vec(),
            subject_der: parsed.subject().as_raw().to_vec(),
            issuer_der: parsed.issuer().as_raw().to_vec(),
            subject: parsed.subject().to_string(),
            issuer: parsed.issuer().to_string(),
            serial: parsed.serial.to_str_radix(16),
            names: Vec::new(),
            not_before: time(parsed.validity().not_before)?,
            not_after: time(parsed.validity().not_after)?,
            key: key_kind(&parsed),
            signature: algorithm(&parsed.signature_algorithm.algorithm.to_id_string()),
            authority: None,
            key_usage: None,
            purposes: None,
            key_id: None,
            authority_key_id: None,
            has_alternative_names: false,
            has_log_proofs: false,
            revocation_lists: Vec::new(),
        };
        certificate.read_extensions(&parsed);
        if !certificate.has_alternative_names && certificate.authority.is_none() {
            let common = parsed.subject().iter_common_name().filter_map(|name| name.as_str().ok());
            certificate.names = common.map(str::to_owned).collect();
        }
        Ok(certificate)
    }

    fn read_extensions(&mut self, parsed: &X509Certificate<'_>) {
        let mut may_sign = true;
        for extension in parsed.extensions() {
            match extension.parsed_extension() {
                ParsedExtension::SubjectAlternativeName(names) => {
                    self.has_alternative_names = true;
                    self.names = names.general_names.iter().filter_map(name).collect();
                }
                ParsedExtension::BasicConstraints(constraints) if constraints.ca => {
                    self.authority = Some(Authority { path_len: constraints.path_len_constraint, may_sign: true });
                }
                ParsedExtension::KeyUsage(usage) => {
                    may_sign = usage.key_cert_sign();
                    let words = [
                        (usage.digital_signature(), "digitalSignature"),
                        (usage.non_repudiation(), "nonRepudiation"),
                        (usage.key_encipherment(), "keyEncipherment"),
                        (usage.data_encipherment(), "dataEncipherment"),
                        (usage.key_agreement(), "keyAgreement"),
                        (usage.key_cert_sign(), "keyCertSign"),
                        (usage.crl_sign(), "cRLSign"),
                    ];
                    self.key_usage = Some(words.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect());
                }
                ParsedExtension::ExtendedKeyUsage(usage) => {
                    let words = [
                        (usage.any, "any"),
                        (usage.server_auth, "serverAuth"),
                        (usage.client_auth, "clientAuth"),
                        (usage.code_signing, "codeSigning"),
                        (usage.email_protection, "emailProtection"),
                        (usage.time_stamping, "timeStamping"),
                        (usage.ocsp_signing, "OCSPSigning"),
                    ];
                    let words = words.iter().filter(|(is, _)| *is).map(|(_, word)| (*word).to_owned());
                    let others = usage.other.iter().map(x509_parser::der_parser::Oid::to_id_string);
                    self.purposes = Some(words.chain(others).collect());
                }
                ParsedExtension::SubjectKeyIdentifier(id) => self.key_id = Some(id.0.to_vec()),
                ParsedExtension::AuthorityKeyIdentifier(id) => {
                    self.authority_key_id = id.key_identifier.as_ref().map(|id| id.0.to_vec());
                }
                ParsedExtension::SCT(_) => self.has_log_proofs = true,
                ParsedExtension::CRLDistributionPoints(points) => {
                    self.revocation_lists = points.iter().flat_map(addresses).collect();
                }
                _ => {}
            }
        }
        if let Some(authority) = &mut self.authority {
            authority.may_sign = may_sign;
        }
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The certificate in PEM.
    pub fn to_pem(&self) -> String {
        pem::write("CERTIFICATE", &self.der).to_string()
    }

    /// Its public key in DER.
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }

    /// Its SHA-256, by which copies are told apart: lower-case hexadecimal.
    pub fn fingerprint(&self) -> String {
        sha256(&self.der)
    }

    /// Whether it signed itself.
    pub fn is_self_signed(&self) -> bool {
        self.is_named_as_issuer_of(self) && self.signed(self)
    }

    /// Whether it bears the name that another one names as its issuer's.
    pub fn is_named_as_issuer_of(&self, other: &Certificate) -> bool {
        self.subject_der == other.issuer_der
    }

    /// Whether its key made the signature of another one.
    pub fn signed(&self, other: &Certificate) -> bool {
        let (Ok((_, own)), Ok((_, other))) =
            (X509Certificate::from_der(&self.der), X509Certificate::from_der(&other.der))
        else {
            return false;
        };
        other.verify_signature(Some(own.public_key())).is_ok()
    }

    /// Whether its key verifies a signature.
    pub(super) fn verifies(&self, scheme: SignatureScheme, message: &[u8], signature: &[u8]) -> bool {
        let algorithms: WebPkiSupportedAlgorithms =
            rustls::crypto::ring::default_provider().signature_verification_algorithms;
        let Some((_, candidates)) = algorithms.mapping.iter().find(|(known, _)| *known == scheme) else { return false };
        let der = CertificateDer::from(self.der.as_slice());
        let Ok(end) = webpki::EndEntityCert::try_from(&der) else { return false };
        candidates.iter().any(|algorithm| end.verify_signature(*algorithm, message, signature).is_ok())
    }

    /// Whether it is valid for a name: a wildcard stands for one label, the left-most (RFC 6125).
    pub fn covers(&self, name: &str) -> bool {
        self.names.iter().any(|own| covers(own, name))
    }

    /// The days that it is still valid, counted from a time; negative when it has ended.
    pub fn days_left(&self, now: Timestamp) -> i64 {
        (self.not_after.as_second() - now.as_second()).div_euclid(86_400)
    }

    /// The part of its lifetime that is still left, from 1 to 0.
    pub fn share_left(&self, now: Timestamp) -> f64 {
        let whole = self.not_after.duration_since(self.not_before).as_secs_f64();
        let left = self.not_after.duration_since(now).as_secs_f64();
        if whole > 0.0 { (left / whole).clamp(0.0, 1.0) } else { 0.0 }
    }
}

fn key_kind(parsed: &X509Certificate<'_>) -> KeyKind {
    match parsed.public_key().parsed() {
        Ok(PublicKey::RSA(key)) => KeyKind::Rsa(key.key_size()),
        // x509-parser tells the size of the field from the length of the point
        Ok(PublicKey::EC(point)) => KeyKind::Ec(match point.key_size() {
            528 | 1056 => 521,
            bits => bits,
        }),
        _ => match parsed.public_key().algorithm.algorithm.to_id_string() {
            oid if oid == "1.3.101.112" => KeyKind::Ed25519,
            oid => KeyKind::Other(oid),
        },
    }
}

/// The name of an algorithm that signs certificates.
fn algorithm(oid: &str) -> String {
    match oid {
        "1.2.840.113549.1.1.4" => "md5WithRSA",
        "1.2.840.113549.1.1.5" => "sha1WithRSA",
        "1.2.840.113549.1.1.10" => "rsaPSS",
        "1.2.840.113549.1.1.11" => "sha256WithRSA",
        "1.2.840.113549.1.1.12" => "sha384WithRSA",
        "1.2.840.113549.1.1.13" => "sha512WithRSA",
        "1.2.840.10045.4.1" => "sha1WithECDSA",
        "1.2.840.10045.4.3.2" => "sha256WithECDSA",
        "1.2.840.10045.4.3.3" => "sha384WithECDSA",
        "1.2.840.10045.4.3.4" => "sha512WithECDSA",
        "1.3.101.112" => "ed25519",
        other => other,
    }
    .to_owned()
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::IPAddress(bytes) => match bytes.len() {
            4 => Some(IpAddr::from(<[u8; 4]>::try_from(*bytes).ok()?).to_string()),
            16 => Some(IpAddr::from(<[u8; 16]>::try_from(*bytes).ok()?).to_string()),
            _ => None,
        },
        GeneralName::DNSName(name) | GeneralName::URI(name) | GeneralName::RFC822Name(name) => Some((*name).to_owned()),
        _ => None,
    }
}

/// Where a list can be fetched without further ado.
fn addresses(point: &CRLDistributionPoint<'_>) -> Vec<String> {
    let Some(DistributionPointName::FullName(names)) = &point.distribution_point else { return Vec::new() };
    names.iter().filter_map(name).filter(|name| name.starts_with("http://") || name.starts_with("https://")).collect()
}

/// Whether a name of a certificate stands for a wanted one.
fn covers(own: &str, wanted: &str) -> bool {
    let (own, wanted) = (own.trim_end_matches('.'), wanted.trim_end_matches('.'));
    if own.eq_ignore_ascii_case(wanted) {
        return true;
    }
    let (Some(own), Some((first, rest))) = (own.strip_prefix("*."), wanted.split_once('.')) else { return false };
    !first.is_empty() && first != "*" && own.contains('.') && own.eq_ignore_ascii_case(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wildcard_stands_for_one_label() {
        for (own, wanted, expected) in [
            ("a.example.org", "A.example.org", true),
            ("*.example.org", "a.example.org", true),
            ("*.example.org", "*.example.org", true),
            ("*.example.org", "b.a.example.org", false),
            ("*.example.org", "example.org", false),
            ("*.example.org", "*.a.example.org", false),
            ("*.org", "example.org", false),
            ("10.0.0.1", "10.0.0.1", true),
        ] {
            assert_eq!(covers(own, wanted), expected, "{own} {wanted}");
        }
    }

    #[test]
    fn what_a_certificate_says_is_read() {
        let made = rcgen::generate_simple_self_signed(["a.example.org".to_owned(), "10.0.0.1".to_owned()]).unwrap();
        let certificate = Certificate::from_der(made.cert.der()).unwrap();
        assert_eq!(certificate.names, ["a.example.org", "10.0.0.1"]);
        assert_eq!(certificate.key, KeyKind::Ec(256));
        assert_eq!(certificate.signature, "sha256WithECDSA");
        assert!(certificate.is_self_signed() && certificate.authority.is_none());
        assert_eq!(certificate.fingerprint().len(), 64);
    }
}
