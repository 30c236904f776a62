//! How certificates fare: every copy of each, whether they are the same, and how long they last.

use super::aws::Cloud;
use super::check::{Thresholds, ends};
use super::rotate::{Options, Present};
use super::{Certificate, CertificateRecord, Finding, FindingRecord, Roots, Target, worst};
use crate::code::{CERT_COPIES, CERT_SECRET, CERT_TIME, Severity};
use jiff::Timestamp;
use serde::Serialize;

/// A certificate of a stack, with all its copies.
#[derive(Debug)]
pub struct Status {
    /// Where it is used.
    pub target: Target,
    /// Its copies.
    pub copies: Vec<Copy>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// A copy of a certificate in one place.
#[derive(Debug)]
pub struct Copy {
    /// The place.
    pub place: String,
    /// The certificate, where it could be read.
    pub leaf: Option<Certificate>,
    /// Whether it is renewed by itself.
    pub renews: bool,
    /// What uses it.
    pub used_by: Vec<String>,
}

/// A certificate as programs read it.
#[derive(Debug, Serialize)]
pub struct StatusRecord<'a> {
    stack: Option<&'a str>,
    component: Option<&'a str>,
    certificate: &'a str,
    state: &'static str,
    days_left: Option<i64>,
    copies_differ: bool,
    copies: Vec<CopyRecord<'a>>,
    findings: Vec<FindingRecord>,
}

#[derive(Debug, Serialize)]
struct CopyRecord<'a> {
    place: &'a str,
    renews: bool,
    used_by: &'a [String],
    certificate: Option<CertificateRecord>,
}

impl Copy {
    fn record(&self, now: Timestamp) -> CopyRecord<'_> {
        let certificate = self.leaf.as_ref().map(|leaf| CertificateRecord::new(leaf, now));
        CopyRecord { place: &self.place, renews: self.renews, used_by: &self.used_by, certificate }
    }
}

impl Status {
    /// Looks at every copy.
    pub fn of(target: Target, cloud: &Cloud, roots: &Roots, limits: Thresholds, now: Timestamp) -> Status {
        let present = Present::look(&target, &Options::default(), cloud, roots, now);
        let copies = copies(&target, &present);
        let policy = &target.policy;
        let limits = Thresholds {
            warn: policy.warn.unwrap_or(limits.warn),
            critical: policy.critical.unwrap_or(limits.critical),
            ..limits
        };
        let mut findings = present.findings;
        for copy in &copies {
            let Some(leaf) = &copy.leaf else { continue };
            if leaf.not_after <= now {
                findings.push(Finding::error(&CERT_TIME, &copy.place, format!("ended {}", leaf.not_after)));
            }
            // what renews itself is not late before it is critical
            let near = ends(leaf, now, limits, &copy.place);
            findings.extend(near.filter(|near| !copy.renews || near.severity == Severity::Error));
        }
        let what = target.secret.as_ref().map(|secret| format!("secret {}", secret.id)).unwrap_or_default();
        if let Some(secret) = present.secret.as_ref().filter(|secret| secret.material.is_err()) {
            let why = secret.material.as_ref().err().map(|e| e.message().to_owned()).unwrap_or_default();
            findings.push(Finding::error(&CERT_SECRET, &what, why));
        }
        findings.extend(present.secret.as_ref().and_then(|secret| secret.told_wrong(&what)));
        let mut status = Status { target, copies, findings };
        if status.differ() {
            let held = status
                .copies
                .iter()
                .filter_map(|copy| Some(format!("{} holds {}", copy.place, &copy.leaf.as_ref()?.fingerprint()[..16])));
            let message = held.collect::<Vec<_>>().join(", ");
            let name = status.target.name.clone();
            status.findings.push(Finding::error(&CERT_COPIES, &name, message));
        }
        status
    }

    /// Whether not all copies are the same.
    pub fn differ(&self) -> bool {
        let mut leaves = self.copies.iter().filter_map(|copy| copy.leaf.as_ref());
        leaves.next().is_some_and(|first| leaves.any(|other| other != first))
    }

    /// The days until the first copy ends.
    pub fn days_left(&self, now: Timestamp) -> Option<i64> {
        self.copies.iter().filter_map(|copy| Some(copy.leaf.as_ref()?.days_left(now))).min()
    }

    /// The worst that was found.
    pub fn worst(&self) -> Option<Severity> {
        worst(&self.findings)
    }

    /// In a word.
    pub fn word(&self) -> &'static str {
        match self.worst() {
            Some(Severity::Error) => "critical",
            Some(Severity::Warning) => "warning",
            Some(Severity::Note) | None => "ok",
        }
    }

    /// As programs read it.
    pub fn record(&self, now: Timestamp) -> StatusRecord<'_> {
        StatusRecord {
            stack: self.target.stack.as_deref(),
            component: self.target.component.as_deref(),
            certificate: &self.target.name,
            state: self.word(),
            days_left: self.days_left(now),
            copies_differ: self.differ(),
            copies: self.copies.iter().map(|copy| copy.record(now)).collect(),
            findings: self.findings.iter().map(Finding::record).collect(),
        }
    }
}

fn copies(target: &Target, present: &Present) -> Vec<Copy> {
    let mut copies = Vec::new();
    let mut copy = |place: String, leaf: Option<Certificate>, renews: bool, used_by: Vec<String>| {
        copies.push(Copy { place, leaf, renews, used_by });
    };
    if let Some(secret) = &target.secret {
        let material = present.secret.as_ref().and_then(|secret| secret.material.as_ref().ok());
        copy(format!("secret {}", secret.id), material.map(|m| m.leaf.clone()), false, Vec::new());
    }
    if let Some(acm) = &target.acm {
        let held = present.acm.as_ref();
        let used_by = held.map(|held| held.in_use_by.clone()).unwrap_or_default();
        copy(acm.arn.clone(), held.map(|held| held.leaf.clone()), held.is_some_and(|held| held.renews), used_by);
    }
    for (kube, found) in target.kubernetes.iter().zip(&present.kubernetes) {
        let material = found.as_ref().and_then(|found| found.material.as_ref().ok());
        let users = found.iter().flat_map(|found| &found.users).map(ToString::to_string);
        let users = users.chain(found.iter().flat_map(|found| found.readers.clone()));
        let bare = found.iter().flat_map(|found| &found.bare).map(|pod| format!("pod {pod}"));
        copy(format!("kubernetes {kube}"), material.map(|m| m.leaf.clone()), false, users.chain(bare).collect());
    }
    for (endpoint, address, leaf) in &present.endpoints {
        copy(format!("{endpoint} at {address}"), leaf.clone(), false, Vec::new());
    }
    copies
}
