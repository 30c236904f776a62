//! What stands in the way of a rotation, all of it at once, before anything is written.

use super::step::foreign;
use super::{KubeNow, Options, Part, Present, SecretNow};
use crate::cert::aws::{Cloud, Imported, LARGEST, account_of, region_of};
use crate::cert::check::{self, Thresholds, Wanted};
use crate::cert::kubernetes::Kubernetes;
use crate::cert::{Finding, KeyKind, KubeTarget, Material, Roots, Source, Target};
use crate::code::{
    CERT_ACM, CERT_IDENTITY, CERT_KUBERNETES, CERT_LOCKED, CERT_RIGHTS, CERT_SECRET, CERT_STRENGTH, CERT_UNDO, Severity,
};
use jiff::{Timestamp, ToSpan};

/// How many days a new certificate must be valid at least, unless the target says otherwise.
const MIN_DAYS: i64 = 7;
/// How long the old certificate must still be valid for a rollback to it.
pub(super) const UNDO_HOURS: i64 = 24;

/// What is looked at.
pub(super) struct Preflight<'a> {
    pub(super) target: &'a Target,
    pub(super) options: &'a Options,
    pub(super) source: &'a Source,
    pub(super) cloud: &'a Cloud,
    pub(super) roots: &'a Roots,
    pub(super) present: &'a Present,
    pub(super) new: &'a Material,
    pub(super) now: Timestamp,
}

impl Preflight<'_> {
    /// Every finding.
    pub(super) fn check(&self) -> Vec<Finding> {
        let policy = &self.target.policy;
        let limits = Thresholds::default();
        let wanted = Wanted {
            now: self.now,
            roots: self.roots,
            domains: &self.target.domains,
            replaces: self.present.leaf(),
            may_drop_names: self.options.allow_san_drop,
            thresholds: Thresholds {
                warn: policy.warn.unwrap_or(limits.warn),
                critical: policy.critical.unwrap_or(limits.critical),
                share: limits.share,
            },
            min_days: policy.min_days.unwrap_or(MIN_DAYS),
            needs_key: true,
        };
        let mut findings = check::check(self.new, &wanted, "the new certificate");
        findings.extend(check::revoked(self.new, self.roots, self.now, "the new certificate"));
        findings.extend(self.present.findings.iter().cloned());
        findings.extend(self.policy());
        findings.extend(self.identity());
        if let Some(secret) = self.present.secret.as_ref().filter(|_| self.options.touches(Part::Sm)) {
            self.secret(secret, &mut findings);
        }
        if let Some(acm) = self.present.acm.as_ref().filter(|_| self.options.touches(Part::Acm)) {
            self.acm(acm, &mut findings);
        }
        for (kube, found) in self.target.kubernetes.iter().zip(&self.present.kubernetes) {
            if let Some(found) = found {
                self.kubernetes(kube, found, &mut findings);
            }
        }
        findings.extend(self.undo());
        findings
    }

    fn policy(&self) -> Vec<Finding> {
        let policy = &self.target.policy;
        let mut findings = Vec::new();
        let kind = match &self.new.leaf.key {
            KeyKind::Rsa(bits) => format!("rsa{bits}"),
            KeyKind::Ec(bits) => format!("ec{bits}"),
            KeyKind::Ed25519 => "ed25519".into(),
            KeyKind::Other(oid) => oid.clone(),
        };
        if !policy.key.is_empty() && !policy.key.contains(&kind) {
            let message = format!("its key is {kind}; the policy allows {}", policy.key.join(", "));
            findings.push(Finding::error(&CERT_STRENGTH, "the new certificate", message));
        }
        if policy.pinned {
            let message =
                "clients know the certificate itself (`policy.pinned`): tell them first, and take the mark away";
            findings.push(Finding::error(&CERT_UNDO, &self.target.name, message));
        }
        findings
    }

    /// The credentials must be of the account that everything belongs to.
    fn identity(&self) -> Vec<Finding> {
        if self.target.acm.is_none() && self.target.secret.is_none() {
            return Vec::new();
        }
        match self.cloud.identity() {
            Err(error) => vec![Finding::of(&CERT_IDENTITY, "AWS", &error)],
            Ok(identity) => {
                let others = self.target.accounts().into_iter().filter(|(_, account)| *account != identity.account);
                let finding = |(whose, account): (String, &str)| {
                    let message =
                        format!("{whose} is of the account {account}, the credentials are of {}", identity.account);
                    Finding::error(&CERT_IDENTITY, "AWS", message)
                };
                others.map(finding).collect()
            }
        }
    }

    fn secret(&self, secret: &SecretNow, findings: &mut Vec<Finding>) {
        let what = self.target.secret.as_ref().map(|s| format!("secret {}", s.id)).unwrap_or_default();
        let mut error = |message: String| findings.push(Finding::error(&CERT_SECRET, &what, message));
        if secret.stages.is_deleted {
            error("it will be deleted".into());
        }
        if secret.stages.is_rotated {
            error("AWS rotates it by itself: two rotations would fight over AWSPENDING".into());
        }
        if let Ok(body) = secret.body.with(&secret.keys, self.new, self.now) {
            let size = body.text().bytes().len();
            if size > LARGEST {
                error(format!("it would hold {size} bytes; {LARGEST} is the most"));
            }
        }
        if let Some(version) = foreign(&secret.stages, "") {
            let message = format!("another rotation holds AWSPENDING ({version})");
            findings.push(Finding::error(&CERT_LOCKED, &what, message));
        }
        findings.extend(secret.told_wrong(&what));
    }

    /// ACM takes onto an ARN only what is of the same kind.
    fn acm(&self, acm: &Imported, findings: &mut Vec<Finding>) {
        let mut error = |message: String| findings.push(Finding::error(&CERT_ACM, &acm.arn, message));
        if !acm.is_imported {
            error("it was not imported: ACM renews it itself, and takes no other in its place".into());
        }
        if !acm.is_issued && acm.status != "EXPIRED" {
            error(format!("its state is {}", acm.status));
        }
        let of_cloudfront = |user: &String| user.starts_with("arn:aws:cloudfront:");
        if region_of(&acm.arn) != Some("us-east-1") && acm.in_use_by.iter().any(of_cloudfront) {
            error("CloudFront uses it, which takes certificates of us-east-1 alone".into());
        }
        let new = &self.new.leaf;
        if new.key != acm.leaf.key {
            error(format!("its key is {}, that of the new certificate {}", acm.leaf.key, new.key));
        }
        let lost = |old: &[String], new: Option<Vec<String>>| {
            let new = new.unwrap_or_default();
            old.iter().filter(|usage| !new.contains(usage)).cloned().collect::<Vec<_>>()
        };
        let words = |usage: &Option<Vec<&'static str>>| -> Option<Vec<String>> {
            usage.as_ref().map(|words| words.iter().map(|word| (*word).to_owned()).collect())
        };
        let usages = lost(&words(&acm.leaf.key_usage).unwrap_or_default(), words(&new.key_usage));
        let purposes = lost(&acm.leaf.purposes.clone().unwrap_or_default(), new.purposes.clone());
        let lost: Vec<String> = usages.into_iter().chain(purposes).collect();
        if !lost.is_empty() {
            error(format!("the new certificate loses {}", lost.join(", ")));
        }
        if !acm.in_use_by.is_empty() {
            let message = format!("in use by {}", acm.in_use_by.join(", "));
            findings.push(Finding::new(&CERT_ACM, Severity::Note, &acm.arn, message));
        }
    }

    fn kubernetes(&self, kube: &KubeTarget, found: &KubeNow, findings: &mut Vec<Finding>) {
        let what = kube.to_string();
        let mut error = |message: String| findings.push(Finding::error(&CERT_KUBERNETES, &what, message));
        if found.secret.kind != "kubernetes.io/tls" {
            error(format!("its type is `{}`, not `kubernetes.io/tls`", found.secret.kind));
        }
        if found.secret.is_immutable {
            error("it is immutable".into());
        }
        if found.secret.is_of_cert_manager {
            error("cert-manager makes it, and would write over it".into());
        }
        if let Some(external) = &found.external {
            if let Err(why) = &external.ready {
                error(format!("the ExternalSecret `{}` is not ready: {why}", external.name));
            }
            if !external.refreshes {
                error(format!("the ExternalSecret `{}` reads once and never again", external.name));
            }
            let reads =
                |id: &str| external.reads.iter().any(|key| key == id || id.contains(&format!(":secret:{key}-")));
            match &self.target.secret {
                Some(secret) if !reads(&secret.id) && !external.reads.is_empty() => error(format!(
                    "the ExternalSecret `{}` reads {}, not `{}`",
                    external.name,
                    external.reads.join(", "),
                    secret.id
                )),
                Some(_) if !self.options.touches(Part::Sm) && !self.secret_is_new() => {
                    error("External Secrets copies the secret, which this run does not change".into());
                }
                Some(_) => {}
                None => {
                    error(format!("the ExternalSecret `{}` makes it: name the secret that it reads", external.name));
                }
            }
        }
        findings.extend(self.store(&what, found));
        for pod in &found.bare {
            let message = format!("the pod `{pod}` uses it and belongs to nothing: it is not restarted");
            findings.push(Finding::new(&CERT_KUBERNETES, Severity::Warning, &what, message));
        }
        if !found.readers.is_empty() {
            let message = format!("also read, and loaded anew without a restart, by {}", found.readers.join(", "));
            findings.push(Finding::new(&CERT_KUBERNETES, Severity::Note, &what, message));
        }
        findings.extend(self.cluster(kube, &found.cluster));
        Self::rights(kube, found, findings);
    }

    /// External Secrets must read from where the secret is written.
    fn store(&self, what: &str, found: &KubeNow) -> Option<Finding> {
        let store = match &found.store {
            Ok(store) => store.as_ref()?,
            Err(error) => {
                let message = format!("where External Secrets reads cannot be looked at: {}", error.message());
                return Some(Finding::new(&CERT_KUBERNETES, Severity::Note, what, message));
            }
        };
        let leads = |to: &str| {
            let message = format!("the store `{}` of External Secrets leads to {to}", store.name);
            Some(Finding::error(&CERT_KUBERNETES, what, message))
        };
        match (store.provider.as_str(), store.service.as_deref()) {
            ("aws", None | Some("SecretsManager")) => {}
            ("aws", Some(service)) => return leads(&format!("{service}, not to Secrets Manager")),
            (provider, _) => return leads(&format!("`{provider}`, not to AWS")),
        }
        let (named, secret) = (self.target.secret.as_ref()?, self.present.secret.as_ref()?);
        let wanted = region_of(&secret.stages.arn)?;
        let region = store.region.as_deref().filter(|region| *region != wanted)?;
        leads(&format!("{region}; the secret `{}` is in {wanted}", named.id))
    }

    /// The context must lead to the cluster of the stack.
    fn cluster(&self, kube: &KubeTarget, cluster: &Kubernetes) -> Vec<Finding> {
        let error = |message: String| Finding::error(&CERT_IDENTITY, &kube.to_string(), message);
        let mut findings = Vec::new();
        if let Some(meant) = kube.cluster.as_deref().filter(|meant| !cluster.is(meant)) {
            findings.push(error(format!("the context leads to the cluster `{}`, not to `{meant}`", cluster.name())));
        }
        if let (Some(wanted), Some(account)) = (self.target.account.as_deref(), account_of(cluster.name()))
            && wanted != account
        {
            findings.push(error(format!("the cluster is of the account {account}, the stack of {wanted}")));
        }
        findings
    }

    fn secret_is_new(&self) -> bool {
        let material = self.present.secret.as_ref().and_then(|secret| secret.material.as_ref().ok());
        material.is_some_and(|material| material.leaf == self.new.leaf) || matches!(self.source, Source::Secret { .. })
    }

    fn rights(kube: &KubeTarget, found: &KubeNow, findings: &mut Vec<Finding>) {
        let mut wanted = vec![("get", "", "secrets")];
        if found.external.is_some() {
            let group = "external-secrets.io";
            wanted.extend([("get", group, "externalsecrets"), ("patch", group, "externalsecrets")]);
        } else {
            wanted.extend([("patch", "", "secrets"), ("create", "", "secrets"), ("delete", "", "secrets")]);
        }
        for user in &found.users {
            wanted.extend([("get", "apps", user.resource.as_str()), ("patch", "apps", user.resource.as_str())]);
        }
        wanted.dedup();
        for (verb, group, resource) in wanted {
            match found.cluster.may(verb, group, resource, &kube.namespace) {
                Ok(true) => {}
                Ok(false) => {
                    let message = format!("may not {verb} {resource} in the namespace `{}`", kube.namespace);
                    findings.push(Finding::error(&CERT_RIGHTS, &kube.to_string(), message));
                }
                Err(error) => findings.push(Finding::of(&CERT_RIGHTS, &kube.to_string(), &error)),
            }
        }
    }

    /// Whether what is changed can be put back.
    fn undo(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(acm) = self
            .present
            .acm
            .as_ref()
            .filter(|acm| self.options.touches(Part::Acm) && acm.leaf != self.new.leaf && !self.can_undo_acm())
        {
            let severity = if self.options.accept_irreversible { Severity::Warning } else { Severity::Error };
            let message =
                "the private key of the certificate that ACM holds is not at hand: the import cannot be undone";
            findings.push(Finding::new(&CERT_UNDO, severity, &acm.arn, message));
        }
        let soon = self.now + UNDO_HOURS.hours();
        if let Some(old) = self.present.leaf().filter(|old| old.not_after < soon && **old != self.new.leaf) {
            let message = format!("the certificate in use ends {}: a failure is not rolled back to it", old.not_after);
            findings.push(Finding::new(&CERT_UNDO, Severity::Warning, "the certificate in use", message));
        }
        findings
    }

    /// Whether the key of what ACM holds is known.
    pub(super) fn can_undo_acm(&self) -> bool {
        let Some(acm) = &self.present.acm else { return true };
        let of_secret = self.present.secret.as_ref().and_then(|secret| secret.material.as_ref().ok());
        let fits = |key: &crate::cert::PrivateKey| key.fits(&acm.leaf).is_ok();
        if let Some(material) = of_secret {
            return material.leaf == acm.leaf && material.key.as_ref().is_some_and(fits);
        }
        let read = |path: &std::path::PathBuf| {
            crate::cert::Found::read_file(path, crate::cert::Field::Key, None).ok()?.keys.into_iter().next()
        };
        self.options.rollback_key.as_ref().and_then(read).is_some_and(|key| fits(&key))
    }
}
