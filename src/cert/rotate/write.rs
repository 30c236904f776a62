//! How each step is done and undone.

use super::ground::Ground;
use super::step::foreign;
use super::{Part, Step};
use crate::cert::aws::{Body, CURRENT, PENDING, Pick, Secrets};
use crate::cert::kubernetes::{ExternalSecret, Kubernetes};
use crate::cert::{Material, SecretTarget};
use crate::code::CERT_LOCKED;
use crate::error::{Error, Kind, Result};
use jiff::Timestamp;
use std::time::{Duration, Instant};

/// How many seconds External Secrets may take to look again when a run goes back.
const LOOKS: u64 = 30;

impl Ground<'_> {
    /// Does a step. Whether it took effect is told by [`Ground::look`].
    pub(super) fn apply(&self, step: &Step) -> Result<()> {
        match step {
            Step::Stage => {
                let (secret, secrets) = self.secret()?;
                self.nobody_else(&secrets, secret)?;
                let before = self.data.before.secret.as_ref().ok_or_else(|| Error::new("the secret was not read"))?;
                let old = secrets.get(&secret.id, Pick::Id(&before.version))?;
                let new = Body::parse(&old.text)?.with(&before.keys, self.need_new()?, Timestamp::now())?;
                secrets.put(&secret.id, &self.data.token, &new.text(), PENDING)
            }
            Step::Keep => {
                let (secret, secrets) = self.secret()?;
                let before = self.data.before.secret.as_ref().map(|before| before.version.as_str());
                secrets.stage(&secret.id, &self.label(), None, before)
            }
            Step::Import => {
                let acm = self.data.target.acm.as_ref().ok_or_else(|| Error::new("no certificate of ACM is named"))?;
                self.cloud.acm(acm.region())?.import(&acm.arn, self.need_new()?)
            }
            Step::Promote => {
                let (secret, secrets) = self.secret()?;
                self.nobody_else(&secrets, secret)?;
                let before = self.data.before.secret.as_ref().map(|before| before.version.as_str());
                secrets.stage(&secret.id, CURRENT, before, Some(&self.data.token))
            }
            Step::Sync(place) => {
                let (kube, before, cluster) = self.kube(*place)?;
                if let Some(external) = self.external(*place)? {
                    return cluster.force_sync(&external, &sync_mark());
                }
                let secret = cluster.secret(&kube.namespace, &kube.secret)?;
                if before.fingerprint.is_some() {
                    let old = Material::arrange(secret.found()?, self.roots, Timestamp::now(), &secret.what)?;
                    cluster.keep_secret(&kube.namespace, &self.copy(kube), self.run, &old)?;
                }
                cluster.write_secret(&kube.namespace, &kube.secret, &secret.version, self.need_new()?)
            }
            Step::Restart(place, workload) => self.kube(*place)?.2.restart(workload, Some(self.data.started.as_str())),
            Step::Canary | Step::Verify => Ok(()),
            Step::Finish => self.remove_marks(),
        }
    }

    /// Undoes a step. Whether it took effect is told by [`Ground::look`].
    pub(super) fn undo(&self, step: &Step) -> Result<()> {
        match step {
            Step::Stage => {
                let (secret, secrets) = self.secret()?;
                secrets.stage(&secret.id, PENDING, Some(&self.data.token), None)
            }
            Step::Keep => {
                let (secret, secrets) = self.secret()?;
                match secrets.describe(&secret.id)?.holder(&self.label()) {
                    Some(version) => secrets.stage(&secret.id, &self.label(), Some(version), None),
                    None => Ok(()),
                }
            }
            Step::Import => {
                let acm = self.data.target.acm.as_ref().ok_or_else(|| Error::new("no certificate of ACM is named"))?;
                let old = self.old()?;
                if self.data.before.acm.as_ref().is_none_or(|before| before.fingerprint != old.leaf.fingerprint()) {
                    return Err(Error::new("the old private key is of another certificate than ACM held"));
                }
                self.cloud.acm(acm.region())?.import(&acm.arn, &old)
            }
            Step::Promote => {
                let (secret, secrets) = self.secret()?;
                let before = self.data.before.secret.as_ref().map(|before| before.version.as_str());
                secrets.stage(&secret.id, CURRENT, Some(&self.data.token), before)
            }
            Step::Sync(place) => {
                let (kube, _, cluster) = self.kube(*place)?;
                if let Some(external) = self.external(*place)? {
                    return self.sync_again(&cluster, &external);
                }
                let old = self.kept(*place)?;
                let secret = cluster.secret(&kube.namespace, &kube.secret)?;
                cluster.write_secret(&kube.namespace, &kube.secret, &secret.version, &old)
            }
            Step::Restart(place, workload) => self.kube(*place)?.2.restart(workload, workload.restarted.as_deref()),
            Step::Canary | Step::Verify | Step::Finish => Ok(()),
        }
    }

    /// Has External Secrets look again, and waits until it did: it may just be about to copy what it read before.
    fn sync_again(&self, cluster: &Kubernetes, external: &ExternalSecret) -> Result<()> {
        cluster.force_sync(external, &sync_mark())?;
        let (begun, patience) = (Instant::now(), Duration::from_secs(self.data.options.verify_timeout.min(LOOKS)));
        while begun.elapsed() < patience {
            // its times have no more than seconds: one that looks like the one before is waited for in vain
            if cluster.again(external)?.refreshed != external.refreshed {
                break;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Ok(())
    }

    fn remove_marks(&self) -> Result<()> {
        if self.data.before.secret.is_some() && self.data.options.touches(Part::Sm) {
            let (secret, secrets) = self.secret()?;
            let stages = secrets.describe(&secret.id)?;
            if stages.holder(PENDING) == Some(&self.data.token) {
                secrets.stage(&secret.id, PENDING, Some(&self.data.token), None)?;
            }
            if let Some(version) = stages.holder(&self.label()) {
                secrets.stage(&secret.id, &self.label(), Some(version), None)?;
            }
        }
        for (place, before) in self.data.before.kubernetes.iter().enumerate() {
            if !before.is_external {
                let (kube, _, cluster) = self.kube(place)?;
                cluster.drop_secret(&kube.namespace, &self.copy(kube))?;
            }
        }
        Ok(())
    }

    /// Whether nobody else rotates the secret: AWSPENDING is the lock that other machines see.
    fn nobody_else(&self, secrets: &Secrets, secret: &SecretTarget) -> Result<()> {
        let stages = secrets.describe(&secret.id)?;
        match foreign(&stages, &self.data.token) {
            Some(version) => {
                Err(Error::new(format!("another rotation holds {PENDING} of the secret `{}` ({version})", secret.id))
                    .kind(Kind::Locked)
                    .code(&CERT_LOCKED))
            }
            None => Ok(()),
        }
    }
}

/// A mark that is new each time.
fn sync_mark() -> String {
    Timestamp::now().as_millisecond().to_string()
}
