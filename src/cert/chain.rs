//! Chains of certificates, built by their signatures.

use super::{Certificate, Finding};
use crate::code::{CERT_CHAIN, CERT_TRUST, Severity};
use crate::error::{Error, Result};
use jiff::Timestamp;
use rustls::pki_types::{CertificateDer, TrustAnchor, UnixTime};
use std::time::Duration;
use webpki::{
    CertRevocationList, EndEntityCert, KeyUsage, RevocationCheckDepth, RevocationOptions, RevocationOptionsBuilder,
    UnknownStatusPolicy, anchor_from_trusted_cert,
};

/// How many certificates may stand above a leaf: bounds the search.
const LONGEST: usize = 8;

/// The roots that are trusted.
#[derive(Clone, Debug, Default)]
pub struct Roots {
    own: Vec<Certificate>,
}

impl Roots {
    /// The roots that are trusted in public.
    pub fn public() -> Self {
        Roots::default()
    }

    /// Roots of one's own, and no others.
    pub fn own(roots: Vec<Certificate>) -> Self {
        Roots { own: roots }
    }

    /// Whether these are the roots that are trusted in public.
    pub fn are_public(&self) -> bool {
        self.own.is_empty()
    }

    fn anchors(&self) -> Vec<TrustAnchor<'static>> {
        if self.are_public() {
            return webpki_roots::TLS_SERVER_ROOTS.to_vec();
        }
        let anchor = |root: &Certificate| {
            anchor_from_trusted_cert(&CertificateDer::from(root.der())).ok().map(|anchor| anchor.to_owned())
        };
        self.own.iter().filter_map(anchor).collect()
    }

    /// Whether one of these roots stands above a chain, at a time.
    ///
    /// # Errors
    /// Why not.
    pub fn verify(&self, leaf: &Certificate, chain: &[Certificate], now: Timestamp) -> Result<()> {
        self.path(leaf, chain, now, None)
    }

    /// Whether none of these lists names the leaf or a certificate of its chain. A certificate that no list covers
    /// passes.
    ///
    /// # Errors
    /// One is revoked, or a list was not signed by the issuer.
    pub fn unrevoked(
        &self,
        leaf: &Certificate,
        chain: &[Certificate],
        lists: &[CertRevocationList<'_>],
        now: Timestamp,
    ) -> Result<()> {
        let lists: Vec<&CertRevocationList<'_>> = lists.iter().collect();
        let Ok(options) = RevocationOptionsBuilder::new(&lists) else { return Ok(()) };
        let options = options.with_depth(RevocationCheckDepth::Chain).with_status_policy(UnknownStatusPolicy::Allow);
        self.path(leaf, chain, now, Some(options.build()))
    }

    fn path(
        &self,
        leaf: &Certificate,
        chain: &[Certificate],
        now: Timestamp,
        revocation: Option<RevocationOptions<'_>>,
    ) -> Result<()> {
        // that the leaf itself has ended is another matter
        let time = now.clamp(leaf.not_before, leaf.not_after.max(leaf.not_before));
        let time = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(time.as_second()).unwrap_or_default()));
        let der = CertificateDer::from(leaf.der());
        let chain: Vec<CertificateDer<'_>> = chain.iter().map(|c| CertificateDer::from(c.der())).collect();
        let failed = |e: webpki::Error| Error::new(words(&e)).code(&CERT_TRUST);
        let end = EndEntityCert::try_from(&der).map_err(failed)?;
        let algorithms = rustls::crypto::ring::default_provider().signature_verification_algorithms.all;
        let anchors = self.anchors();
        end.verify_for_usage(algorithms, &anchors, &chain, time, KeyUsage::server_auth(), revocation, None)
            .map(drop)
            .map_err(failed)
    }
}

fn words(error: &webpki::Error) -> String {
    use webpki::Error as E;
    match error {
        E::UnknownIssuer => "no trusted root stands above it".into(),
        E::CaUsedAsEndEntity => "it is the certificate of an authority, not of a server".into(),
        E::CertExpired { .. } => "a certificate of the chain has ended".into(),
        E::CertNotValidYet { .. } => "a certificate of the chain is not valid yet".into(),
        E::PathLenConstraintViolated => "an authority of the chain may not stand above another one".into(),
        E::NameConstraintViolation => "an authority of the chain may not sign for these names".into(),
        E::CertRevoked => "its issuer has revoked it, or a certificate above it".into(),
        E::EndEntityUsedAsCa => "a certificate of the chain is not that of an authority".into(),
        other => format!("its chain is refused: {other}"),
    }
}

/// A leaf with the certificates between it and its root: in order, each once, without the root.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The certificates.
    pub between: Vec<Certificate>,
    /// What is wrong with it, and how it differs from what was given.
    pub findings: Vec<Finding>,
}

impl Chain {
    /// Builds the chain of a leaf from certificates in any order.
    pub fn build(leaf: &Certificate, given: &[Certificate], roots: &Roots, now: Timestamp, subject: &str) -> Chain {
        let mut paths = Vec::new();
        let mut pool: Vec<Certificate> = given.to_vec();
        pool.extend(roots.own.iter().cloned());
        walk(leaf, &pool, &mut Vec::new(), &mut paths);
        // the shortest that is trusted, else the one that comes farthest
        paths.sort_by_key(Vec::len);
        let trusted = paths.iter().find(|path| roots.verify(leaf, path, now).is_ok());
        let between = trusted.or_else(|| paths.last()).cloned().unwrap_or_default();
        let mut findings = Vec::new();
        let top = between.last().unwrap_or(leaf);
        if trusted.is_none() && !top.is_self_signed() && !pool.iter().any(|root| issues(root, top)) {
            let message = match pool.iter().find(|other| other.is_named_as_issuer_of(top)) {
                Some(other) if !other.signed(top) => {
                    format!(
                        "`{}` bears the name of the issuer of `{}`, and did not sign it",
                        other.subject, top.subject
                    )
                }
                Some(other) => format!("`{}` signed `{}`, and may not sign certificates", other.subject, top.subject),
                None => format!("the certificate of `{}`, which signed `{}`, is missing", top.issuer, top.subject),
            };
            // where the issuer is a root that is trusted in public, nothing is missing
            findings.push(Finding::error(&CERT_CHAIN, subject, message));
        }
        findings.extend(differences(leaf, given, &between, subject));
        Chain { between, findings }
    }
}

/// Whether the first is an authority that signed the second.
fn issues(issuer: &Certificate, other: &Certificate) -> bool {
    issuer != other
        && issuer.authority.is_some_and(|authority| authority.may_sign)
        && issuer.is_named_as_issuer_of(other)
        && issuer.signed(other)
}

/// Every way from a certificate up to a root; roots are left out.
fn walk(at: &Certificate, pool: &[Certificate], path: &mut Vec<Certificate>, paths: &mut Vec<Vec<Certificate>>) {
    paths.push(path.clone());
    if path.len() == LONGEST {
        return;
    }
    let above: Vec<&Certificate> = pool.iter().filter(|c| issues(c, at) && !path.contains(c)).collect();
    for issuer in above {
        if !issuer.is_self_signed() {
            path.push(issuer.clone());
            walk(issuer, pool, path, paths);
            path.pop();
        }
    }
}

/// How the chain differs from what was given, as notes.
fn differences(leaf: &Certificate, given: &[Certificate], between: &[Certificate], subject: &str) -> Vec<Finding> {
    let mut notes = Vec::new();
    let mut seen: Vec<&Certificate> = vec![leaf];
    for certificate in given {
        if seen.contains(&certificate) {
            notes.push(format!("`{}` stands twice and is left out once", certificate.subject));
        } else if certificate.is_self_signed() {
            notes.push(format!("the root `{}` is left out: clients have it", certificate.subject));
        } else if !between.contains(certificate) {
            notes.push(format!("`{}` does not belong to the chain and is left out", certificate.subject));
        }
        seen.push(certificate);
    }
    let kept: Vec<&Certificate> = given.iter().filter(|c| between.contains(c)).collect();
    let mut kept_once: Vec<&Certificate> = Vec::new();
    for certificate in kept {
        if !kept_once.contains(&certificate) {
            kept_once.push(certificate);
        }
    }
    if kept_once.iter().zip(between).any(|(a, b)| **a != *b) {
        notes.push("the chain is put in order".to_owned());
    }
    notes.into_iter().map(|note| Finding::new(&CERT_CHAIN, Severity::Note, subject, note)).collect()
}
