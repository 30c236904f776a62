//! Checks that need the certificate, its chain and its key, and nothing else.

use crate::cert::{Certificate, Finding, KeyKind, Material, Roots};
use crate::code::{
    CERT_ENDS, CERT_KEY, CERT_LIFETIME, CERT_LOGS, CERT_NAMES, CERT_OLDER, CERT_PURPOSE, CERT_STRENGTH, CERT_TIME,
    CERT_TRUST, Severity,
};
use jiff::{Timestamp, ToSpan, civil::date, tz::TimeZone};

/// When the end of a certificate is near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Days left: at most so many are worth a warning.
    pub warn: i64,
    /// Days left: at most so many are critical.
    pub critical: i64,
    /// The share of the lifetime that is left: less is worth a warning. Counts for short-lived certificates, whose
    /// whole life may be shorter than the days above.
    pub share: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds { warn: 30, critical: 14, share: 1.0 / 3.0 }
    }
}

/// What a certificate is wanted for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Now.
    pub now: Timestamp,
    /// The roots that it must lead to.
    pub roots: &'a Roots,
    /// Names that it must cover.
    pub domains: &'a [String],
    /// The certificate that it takes the place of.
    pub replaces: Option<&'a Certificate>,
    /// Whether names of that one may be given up.
    pub may_drop_names: bool,
    /// When its end is near.
    pub thresholds: Thresholds,
    /// How many days a new certificate must be valid at least.
    pub min_days: i64,
    /// Whether its key must be there.
    pub needs_key: bool,
}

/// How far clocks may be apart.
const SKEW_MINUTES: i64 = 5;

/// Checks a bundle.
pub fn check(material: &Material, wanted: &Wanted<'_>, subject: &str) -> Vec<Finding> {
    let mut findings = material.findings.clone();
    let leaf = &material.leaf;
    key(material, wanted, subject, &mut findings);
    if let Err(error) = wanted.roots.verify(leaf, &material.chain, wanted.now) {
        findings.push(Finding::error(&CERT_TRUST, subject, error.message()));
    }
    time(material, wanted, subject, &mut findings);
    findings.extend(ends(leaf, wanted.now, wanted.thresholds, subject));
    names(leaf, wanted, subject, &mut findings);
    for certificate in std::iter::once(leaf).chain(&material.chain) {
        strength(certificate, subject, &mut findings);
    }
    purpose(leaf, subject, &mut findings);
    if wanted.roots.are_public() && !leaf.is_self_signed() {
        public(leaf, subject, &mut findings);
    }
    findings
}

fn key(material: &Material, wanted: &Wanted<'_>, subject: &str, findings: &mut Vec<Finding>) {
    match &material.key {
        Some(key) => findings.extend(key.fits(&material.leaf).err().map(|e| Finding::of(&CERT_KEY, subject, &e))),
        None if wanted.needs_key => {
            findings.push(Finding::error(&CERT_KEY, subject, "the private key is missing"));
        }
        None => {}
    }
}

fn time(material: &Material, wanted: &Wanted<'_>, subject: &str, findings: &mut Vec<Finding>) {
    let leaf = &material.leaf;
    let soonest = wanted.now - SKEW_MINUTES.minutes();
    for certificate in std::iter::once(leaf).chain(&material.chain) {
        let who = if certificate == leaf { "it".to_owned() } else { format!("`{}` above it", certificate.subject) };
        if certificate.not_after <= wanted.now {
            let message = format!("{who} ended {}", day(certificate.not_after));
            findings.push(Finding::error(&CERT_TIME, subject, message));
        } else if certificate.not_before > wanted.now {
            let message = format!("{who} is valid only from {:.0}", certificate.not_before);
            findings.push(Finding::error(&CERT_TIME, subject, message));
        } else if certificate.not_before > soonest {
            let message = format!("{who} became valid only just: clients whose clock is slow refuse it");
            findings.push(Finding::new(&CERT_TIME, Severity::Warning, subject, message));
        }
        if certificate.not_after < leaf.not_after {
            let message = format!("{who} ends {}, before the certificate itself", day(certificate.not_after));
            findings.push(Finding::new(&CERT_ENDS, Severity::Warning, subject, message));
        }
    }
    let days = leaf.days_left(wanted.now);
    if (0..wanted.min_days).contains(&days) {
        let message = format!("ends in {days} days; at least {} are wanted", wanted.min_days);
        findings.push(Finding::error(&CERT_TIME, subject, message));
    }
    if let Some(old) = wanted.replaces.filter(|old| *old != leaf && leaf.not_after <= old.not_after) {
        let message = format!("ends {}, no later than the one in use ({})", day(leaf.not_after), day(old.not_after));
        findings.push(Finding::error(&CERT_OLDER, subject, message));
    }
}

/// Whether the end of a certificate is near.
pub fn ends(leaf: &Certificate, now: Timestamp, thresholds: Thresholds, subject: &str) -> Option<Finding> {
    let days = leaf.days_left(now);
    if leaf.not_after <= now {
        return None;
    }
    let lifetime = leaf.days_left(leaf.not_before);
    // a certificate that lives no longer than the days is judged by its share alone
    let by_days = lifetime > thresholds.warn;
    let share = leaf.share_left(now);
    let severity = if (by_days && days <= thresholds.critical) || (!by_days && share < thresholds.share / 2.0) {
        Severity::Error
    } else if (by_days && days <= thresholds.warn) || share < thresholds.share.min(by_days_share(by_days)) {
        Severity::Warning
    } else {
        return None;
    };
    let percent = (share * 100.0).round();
    Some(Finding::new(&CERT_ENDS, severity, subject, format!("ends in {days} days ({percent} % of its lifetime)")))
}

/// The share never makes a certificate of a year a warning for months.
fn by_days_share(by_days: bool) -> f64 {
    if by_days { 0.1 } else { 1.0 }
}

fn names(leaf: &Certificate, wanted: &Wanted<'_>, subject: &str, findings: &mut Vec<Finding>) {
    for domain in wanted.domains.iter().filter(|domain| !leaf.covers(domain)) {
        let message = format!("does not cover `{domain}` (it covers {})", leaf.names.join(", "));
        findings.push(Finding::error(&CERT_NAMES, subject, message));
    }
    let served = wanted.replaces.map(|old| old.names.as_slice()).unwrap_or_default();
    for name in served.iter().filter(|name| !leaf.covers(name) && !wanted.domains.contains(name)) {
        let severity = if wanted.may_drop_names { Severity::Warning } else { Severity::Error };
        let message = format!("does not cover `{name}`, which the certificate in use covers");
        findings.push(Finding::new(&CERT_NAMES, severity, subject, message));
    }
    if !leaf.has_alternative_names {
        let message = "names nobody in its alternative names; clients ignore the common name";
        findings.push(Finding::error(&CERT_NAMES, subject, message));
    }
}

fn strength(certificate: &Certificate, subject: &str, findings: &mut Vec<Finding>) {
    let whose = |what: &str| format!("{what} of `{}`", certificate.subject);
    match &certificate.key {
        KeyKind::Rsa(bits) if *bits < 2048 => {
            let message = format!("{} has {bits} bits, below 2048", whose("the RSA key"));
            findings.push(Finding::error(&CERT_STRENGTH, subject, message));
        }
        KeyKind::Rsa(_) | KeyKind::Ec(256 | 384) => {}
        KeyKind::Ec(521) | KeyKind::Ed25519 => {
            let message = format!("{} is {}, which ACM or many clients refuse", whose("the key"), certificate.key);
            findings.push(Finding::new(&CERT_STRENGTH, Severity::Warning, subject, message));
        }
        KeyKind::Ec(_) | KeyKind::Other(_) => {
            let message = format!("{} is of an uncommon kind ({})", whose("the key"), certificate.key);
            findings.push(Finding::error(&CERT_STRENGTH, subject, message));
        }
    }
    if ["md5", "sha1"].iter().any(|weak| certificate.signature.starts_with(weak)) {
        let message = format!("{} is {}", whose("the signature"), certificate.signature);
        findings.push(Finding::error(&CERT_STRENGTH, subject, message));
    }
}

fn purpose(leaf: &Certificate, subject: &str, findings: &mut Vec<Finding>) {
    let serves = |purpose: &String| purpose == "serverAuth" || purpose == "any";
    if let Some(purposes) = &leaf.purposes
        && !purposes.iter().any(serves)
    {
        let message = format!("is for {}, not for servers (serverAuth)", purposes.join(", "));
        findings.push(Finding::error(&CERT_PURPOSE, subject, message));
    }
    if leaf.authority.is_some() {
        let message = "is the certificate of an authority, not of a server";
        findings.push(Finding::error(&CERT_PURPOSE, subject, message));
    }
}

/// What only public authorities promise.
fn public(leaf: &Certificate, subject: &str, findings: &mut Vec<Finding>) {
    let issued = leaf.not_before.to_zoned(TimeZone::UTC).date();
    let limit = if issued >= date(2029, 3, 15) {
        47
    } else if issued >= date(2027, 3, 15) {
        100
    } else if issued >= date(2026, 3, 15) {
        200
    } else {
        398
    };
    let days = leaf.days_left(leaf.not_before);
    if days > limit {
        let message = format!("lives {days} days; browsers accept {limit} for one issued {issued}");
        findings.push(Finding::new(&CERT_LIFETIME, Severity::Warning, subject, message));
    }
    if !leaf.has_log_proofs {
        let message = "carries no proof of a transparency log";
        findings.push(Finding::new(&CERT_LOGS, Severity::Warning, subject, message));
    }
}

/// A day in UTC.
fn day(time: Timestamp) -> String {
    time.to_zoned(TimeZone::UTC).date().to_string()
}
