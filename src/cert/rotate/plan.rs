//! The plan: what each step changes and how it is undone, with a digest to approve.

use super::{Before, Options, Part, Present, Step};
use crate::cert::{CertificateRecord, Finding, FindingRecord, Material, Target};
use crate::code::Severity;
use crate::error::{Error, Result};
use crate::text::sha256;
use jiff::Timestamp;
use serde::Serialize;

/// A plan.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What is rotated.
    pub target: Target,
    /// The steps.
    pub steps: Vec<Step>,
    /// What was where before.
    pub before: Before,
    /// The new certificate.
    pub new: Material,
    /// The one in use.
    pub old: Option<crate::cert::Certificate>,
    /// What was found: an error stands in the way.
    pub findings: Vec<Finding>,
    /// What a reader approves.
    pub digest: String,
    /// What each step is, for people and programs.
    pub records: Vec<StepRecord>,
}

/// A step as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct StepRecord {
    /// Its name.
    pub step: String,
    /// What it is done to.
    pub place: String,
    /// What is there now.
    pub now: String,
    /// What it does.
    pub change: String,
    /// How it is undone.
    pub undo: String,
}

impl Planned {
    /// Whether something stands in the way.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Whether every place holds the new certificate already.
    pub fn is_nothing(&self) -> bool {
        let new = self.new.leaf.fingerprint();
        let is_new = |fingerprint: &Option<String>| fingerprint.as_ref() == Some(&new);
        let before = &self.before;
        before.secret.as_ref().is_none_or(|secret| is_new(&secret.fingerprint))
            && before.acm.as_ref().is_none_or(|acm| acm.fingerprint == new)
            && before.kubernetes.iter().all(|kube| is_new(&kube.fingerprint))
            && before.endpoints.iter().all(|(_, _, served)| is_new(served))
    }

    /// As programs read it.
    pub fn record(&self, now: Timestamp) -> PlanRecord<'_> {
        PlanRecord {
            digest: &self.digest,
            certificate: &self.target.name,
            stack: self.target.stack.as_deref(),
            new: CertificateRecord::new(&self.new.leaf, now),
            old: self.old.as_ref().map(|old| CertificateRecord::new(old, now)),
            steps: &self.records,
            findings: self.findings.iter().map(Finding::record).collect(),
            is_blocked: self.is_blocked(),
            changes_nothing: self.is_nothing(),
        }
    }
}

/// A plan as programs read it.
#[derive(Debug, Serialize)]
pub struct PlanRecord<'a> {
    digest: &'a str,
    certificate: &'a str,
    stack: Option<&'a str>,
    new: CertificateRecord,
    old: Option<CertificateRecord>,
    steps: &'a [StepRecord],
    findings: Vec<FindingRecord>,
    is_blocked: bool,
    changes_nothing: bool,
}

/// The steps of a rotation, in the order in which they harm least.
pub(super) fn steps(target: &Target, options: &Options, present: &Present, new: &Material) -> Vec<Step> {
    let mut steps = Vec::new();
    let held = present.secret.as_ref().and_then(|secret| secret.material.as_ref().ok());
    let is_there =
        held.is_some_and(|held| held.leaf == new.leaf && held.key.as_ref().is_some_and(|k| k.fits(&new.leaf).is_ok()));
    let secret = target.secret.is_some() && options.touches(Part::Sm) && !is_there;
    if secret {
        steps.extend([Step::Stage, Step::Keep]);
    }
    if target.acm.is_some() && options.touches(Part::Acm) {
        steps.push(Step::Import);
    }
    if secret {
        steps.push(Step::Promote);
    }
    if options.touches(Part::K8s) {
        steps.extend(in_kubernetes(target, options, present));
    }
    if options.touches(Part::Tls) && !target.endpoints.is_empty() {
        steps.push(Step::Verify);
    }
    if secret || steps.iter().any(|step| matches!(step, Step::Sync(_))) {
        steps.push(Step::Finish);
    }
    steps
}

/// Every secret is brought up to date before the first restart, unless a canary goes ahead: one secret, one restart,
/// and a look at the first endpoint.
fn in_kubernetes(target: &Target, options: &Options, present: &Present) -> Vec<Step> {
    let mut restarts: Vec<Step> = Vec::new();
    for (place, kube) in present.kubernetes.iter().enumerate() {
        let users = kube.iter().flat_map(|kube| kube.users.iter().cloned());
        restarts.extend(users.map(|user| Step::Restart(place, user)));
    }
    let mut syncs: Vec<Step> = (0..target.kubernetes.len()).map(Step::Sync).collect();
    if !options.canary || !options.touches(Part::Tls) || target.endpoints.is_empty() {
        return [syncs, restarts].concat();
    }
    let first = restarts.iter().find_map(|step| if let Step::Restart(place, _) = step { Some(*place) } else { None });
    let mut ahead: Vec<Step> = syncs.extract_if(.., |step| *step == Step::Sync(first.unwrap_or(0))).collect();
    if !restarts.is_empty() {
        ahead.push(restarts.remove(0));
    }
    ahead.push(Step::Canary);
    [ahead, syncs, restarts].concat()
}

/// What a reader approves: the target, the new certificate, what was where, and the steps.
///
/// # Errors
/// They cannot be written.
pub(super) fn digest_of(
    target: &Target,
    options: &Options,
    before: &Before,
    steps: &[Step],
    new: &str,
) -> Result<String> {
    let text = serde_json::to_vec(&(target, options, before, steps, new)).map_err(|e| Error::new(e.to_string()))?;
    Ok(sha256(&text)[..16].to_owned())
}

/// How a step is shown.
pub(super) fn record(step: &Step, target: &Target, present: &Present, can_undo_acm: bool) -> StepRecord {
    let short = |leaf: &crate::cert::Certificate| {
        format!("{} until {}", &leaf.fingerprint()[..16], leaf.not_after.strftime("%Y-%m-%d"))
    };
    let secret = || target.secret.as_ref().map(|s| s.id.clone()).unwrap_or_default();
    let secret_now = || {
        let material = present.secret.as_ref().and_then(|secret| secret.material.as_ref().ok());
        material.map_or("no certificate".into(), |material| short(&material.leaf))
    };
    let kube = |place: usize| target.kubernetes.get(place).map(ToString::to_string).unwrap_or_default();
    let kube_now = |place: usize| present.kubernetes.get(place).and_then(Option::as_ref);
    let (place, now, change, undo) = match step {
        Step::Stage => (
            secret(),
            secret_now(),
            "a new version with the stage AWSPENDING, read back".to_owned(),
            "remove the stage".to_owned(),
        ),
        Step::Keep => {
            (secret(), String::new(), "a stage of its own on the old version".into(), "remove the stage".into())
        }
        Step::Import => (
            target.acm.as_ref().map(|acm| acm.arn.clone()).unwrap_or_default(),
            present.acm.as_ref().map(|acm| short(&acm.leaf)).unwrap_or_default(),
            match present.acm.as_ref().map_or(0, |acm| acm.in_use_by.len()) {
                0 => "import onto the same ARN".into(),
                uses => format!("import onto the same ARN, which {uses} others use"),
            },
            if can_undo_acm { "import the old one again".into() } else { "cannot be undone".into() },
        ),
        Step::Promote => (secret(), secret_now(), "move AWSCURRENT to the new version".into(), "move it back".into()),
        Step::Sync(at) => {
            let found = kube_now(*at);
            let leaf = found.and_then(|kube| kube.material.as_ref().ok()).map(|material| short(&material.leaf));
            let external = found.and_then(|kube| kube.external.as_ref());
            let (change, undo) = match external {
                Some(external) => (
                    format!(
                        "have ExternalSecret {} look at once, wait until it is ready with the new one",
                        external.name
                    ),
                    "have it look again".to_owned(),
                ),
                None => {
                    ("write certificate and key; a copy is kept until the end".into(), "write the copy back".into())
                }
            };
            (kube(*at), leaf.unwrap_or_default(), change, undo)
        }
        Step::Restart(at, workload) => (
            format!("{} of {}", workload, kube(*at)),
            workload.restarted.clone().map_or("never restarted".into(), |at| format!("restarted {at}")),
            "restart through a rollout, wait until every pod is new".into(),
            "roll back to the template of before".into(),
        ),
        Step::Canary | Step::Verify => {
            let looked_at = if *step == Step::Canary { 1 } else { target.endpoints.len() };
            let endpoints: Vec<String> = target.endpoints.iter().take(looked_at).map(ToString::to_string).collect();
            let served = present.endpoints.iter().filter_map(|(_, _, leaf)| leaf.as_ref()).map(short).next();
            (
                endpoints.join(", "),
                served.unwrap_or_default(),
                "every address must serve the new one, with its chain".into(),
                String::new(),
            )
        }
        Step::Finish => (secret(), String::new(), "remove the marks of this run".into(), String::new()),
    };
    StepRecord { step: step.to_string().split(' ').next().unwrap_or_default().to_owned(), place, now, change, undo }
}
