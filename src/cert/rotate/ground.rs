//! What steps work with, and how it is found out where each stands.

use super::{Data, KubeBefore, Part, Standing, Step};
use crate::cert::aws::{Body, CURRENT, Cloud, PENDING, Pick, Secrets};
use crate::cert::kubernetes::{ExternalSecret, Kubernetes, Progress, Workload};
use crate::cert::{Certificate, Endpoint, Field, Found, KubeTarget, Material, Roots, SecretTarget};
use crate::error::{Error, Result};
use jiff::Timestamp;

/// What steps work with.
pub(super) struct Ground<'a> {
    pub(super) run: &'a str,
    pub(super) data: &'a Data,
    pub(super) cloud: &'a Cloud,
    pub(super) roots: &'a Roots,
    /// The new certificate, with its key.
    pub(super) new: Option<Material>,
}

impl Ground<'_> {
    pub(super) fn secret(&self) -> Result<(&SecretTarget, Secrets)> {
        let secret = self.data.target.secret.as_ref().ok_or_else(|| Error::new("no secret is named"))?;
        Ok((secret, self.cloud.secrets(secret.region())?))
    }

    pub(super) fn kube(&self, place: usize) -> Result<(&KubeTarget, &KubeBefore, Kubernetes)> {
        let missing = || Error::new("the record of the run does not know that secret");
        let kube = self.data.target.kubernetes.get(place).ok_or_else(missing)?;
        let before = self.data.before.kubernetes.get(place).ok_or_else(missing)?;
        Ok((kube, before, self.cloud.kubernetes(kube.context.as_deref())?))
    }

    pub(super) fn external(&self, place: usize) -> Result<Option<ExternalSecret>> {
        let (kube, before, cluster) = self.kube(place)?;
        if !before.is_external {
            return Ok(None);
        }
        cluster.external_secret(&kube.namespace, &kube.secret, kube.external_secret.as_deref())
    }

    /// The stage that keeps the old version.
    pub(super) fn label(&self) -> String {
        format!("gaia-prev-{}", self.run)
    }

    pub(super) fn copy(&self, kube: &KubeTarget) -> String {
        // a name in Kubernetes has no capitals
        format!("{}-gaia-prev-{}", kube.secret, self.run.to_lowercase())
    }

    pub(super) fn need_new(&self) -> Result<&Material> {
        self.new.as_ref().ok_or_else(|| Error::new("the new certificate is not at hand"))
    }

    /// The certificate that was in use, with its key, for undoing.
    pub(super) fn old(&self) -> Result<Material> {
        let options = &self.data.options;
        let now = Timestamp::now();
        if let Some(before) = &self.data.before.secret {
            let (secret, secrets) = self.secret()?;
            let version = secrets.get(&secret.id, Pick::Id(&before.version))?;
            let found = Body::parse(&version.text)?.found(&before.keys, "the old version of the secret")?;
            return Material::arrange(found, self.roots, now, "the old version of the secret");
        }
        let (Some(path), Some(acm)) = (&options.rollback_key, &self.data.before.acm) else {
            return Err(Error::new("the old private key is not at hand"));
        };
        let mut found = Found::read(acm.certificate.as_bytes(), "the old certificate", Field::Certificates, None)?;
        found.add(Found::read_file(path, Field::Key, None)?);
        Material::arrange(found, self.roots, now, "the old certificate")
    }

    /// What a secret of Kubernetes that gaia wrote itself held: as the copy beside it has it, else Secrets Manager. The
    /// copy is gone as soon as a run begins to remove its marks.
    pub(super) fn kept(&self, place: usize) -> Result<Material> {
        let (kube, before, cluster) = self.kube(place)?;
        if !cluster.has_secret(&kube.namespace, &self.copy(kube))? {
            let gone = || Error::new(format!("the copy of what {kube} held is gone"));
            let old = self.old().map_err(|e| gone().note(e.message()))?;
            return if Some(old.leaf.fingerprint()) == before.fingerprint { Ok(old) } else { Err(gone()) };
        }
        let copy = cluster.secret(&kube.namespace, &self.copy(kube))?;
        Material::arrange(copy.found()?, self.roots, Timestamp::now(), &copy.what)
    }

    /// Where a step stands.
    pub(super) fn look(&self, step: &Step) -> Result<Standing> {
        match step {
            Step::Stage => {
                let (secret, secrets) = self.secret()?;
                let stages = secrets.describe(&secret.id)?;
                let has = |stage| stages.holder(stage) == Some(&self.data.token);
                Ok(if has(PENDING) || has(CURRENT) { self.look_at_version(&secrets, secret)? } else { Standing::Old })
            }
            Step::Keep => {
                let (secret, secrets) = self.secret()?;
                let stages = secrets.describe(&secret.id)?;
                let is_promoted = stages.holder(CURRENT) == Some(&self.data.token);
                let is_kept = stages.holder(&self.label()).is_some();
                // after the end the mark is gone, and needed no more
                Ok(if is_kept || (is_promoted && stages.holder(PENDING).is_none()) {
                    Standing::New
                } else {
                    Standing::Old
                })
            }
            Step::Import => {
                let (Some(acm), Some(before)) = (&self.data.target.acm, &self.data.before.acm) else {
                    return Err(Error::new("no certificate of ACM is named"));
                };
                let leaf = self.cloud.acm(acm.region())?.read(&acm.arn)?.leaf;
                Ok(self.compare(&leaf, std::slice::from_ref(&before.fingerprint)))
            }
            Step::Promote => {
                let (secret, secrets) = self.secret()?;
                let before = self.data.before.secret.as_ref().map(|before| before.version.as_str());
                Ok(match secrets.describe(&secret.id)?.holder(CURRENT) {
                    Some(version) if version == self.data.token => Standing::New,
                    version if version == before => Standing::Old,
                    version => Standing::Between(format!("{CURRENT} is at {}", version.unwrap_or("no version"))),
                })
            }
            Step::Sync(place) => self.look_at_secret(*place),
            Step::Restart(place, workload) => self.look_at_workload(*place, workload),
            Step::Canary => Ok(self.look_at_endpoints(1)),
            Step::Verify => Ok(self.look_at_endpoints(usize::MAX)),
            Step::Finish => self.look_at_marks(),
        }
    }

    fn compare(&self, leaf: &Certificate, old: &[String]) -> Standing {
        let fingerprint = leaf.fingerprint();
        if fingerprint == self.data.new {
            Standing::New
        } else if old.contains(&fingerprint) {
            Standing::Old
        } else {
            Standing::Between(format!("it holds another certificate ({})", &fingerprint[..16]))
        }
    }

    /// The new version, read back: it must hold the new certificate with its key.
    fn look_at_version(&self, secrets: &Secrets, secret: &SecretTarget) -> Result<Standing> {
        let Some(before) = &self.data.before.secret else { return Ok(Standing::Old) };
        let version = secrets.get(&secret.id, Pick::Id(&self.data.token))?;
        let what = "the new version of the secret";
        let found = Body::parse(&version.text)?.found(&before.keys, what)?;
        let material = Material::arrange(found, self.roots, Timestamp::now(), what)?;
        material.need_key()?.fits(&material.leaf)?;
        Ok(self.compare(&material.leaf, &[]))
    }

    fn look_at_secret(&self, place: usize) -> Result<Standing> {
        let (kube, before, cluster) = self.kube(place)?;
        let secret = cluster.secret(&kube.namespace, &kube.secret)?;
        let found = match secret.found() {
            Ok(found) => found,
            Err(_) if before.fingerprint.is_none() => return Ok(Standing::Old),
            Err(error) => return Err(error),
        };
        let material = Material::arrange(found, self.roots, Timestamp::now(), &secret.what)?;
        let of_secret = self.data.before.secret.as_ref().and_then(|before| before.fingerprint.clone());
        let old: Vec<String> = before.fingerprint.iter().cloned().chain(of_secret).collect();
        let standing = self.compare(&material.leaf, &old);
        if standing != Standing::New {
            return Ok(standing);
        }
        material.need_key()?.fits(&material.leaf)?;
        let external = self.external(place)?;
        Ok(match external.map(|external| external.ready) {
            Some(Err(why)) => Standing::Between(format!("External Secrets: {why}")),
            _ => Standing::New,
        })
    }

    fn look_at_workload(&self, place: usize, workload: &Workload) -> Result<Standing> {
        let (_, _, cluster) = self.kube(place)?;
        let (mark, progress) = cluster.rollout(workload)?;
        Ok(match progress {
            Progress::Waiting(why) => Standing::Between(why),
            Progress::Done if mark.as_ref() == Some(&self.data.started) => Standing::New,
            // somebody else's restart counts as one of before
            Progress::Done => Standing::Old,
        })
    }

    fn look_at_endpoints(&self, first: usize) -> Standing {
        for endpoint in self.data.target.endpoints.iter().take(first) {
            if let Err(error) = self.look_at_endpoint(endpoint) {
                return Standing::Between(error.message().to_owned());
            }
        }
        Standing::New
    }

    fn look_at_endpoint(&self, endpoint: &Endpoint) -> Result<()> {
        for (address, served) in endpoint.read(self.cloud.options().timeout)? {
            let problem = |why: &str| Error::new(format!("{endpoint} at {address} {why}"));
            let mut served = served?.certificates.into_iter();
            let leaf = served.next().ok_or_else(|| problem("serves no certificate"))?;
            if leaf.fingerprint() != self.data.new {
                return Err(problem(&format!("serves another certificate (ends {})", leaf.not_after)));
            }
            if !leaf.covers(endpoint.name()) {
                return Err(problem("serves a certificate that does not cover its name"));
            }
            let chain: Vec<Certificate> = served.collect();
            self.roots
                .verify(&leaf, &chain, Timestamp::now())
                .map_err(|e| problem(&format!("serves a chain that fails: {e}")))?;
        }
        Ok(())
    }

    fn look_at_marks(&self) -> Result<Standing> {
        if self.data.before.secret.is_some() && self.data.options.touches(Part::Sm) {
            let (secret, secrets) = self.secret()?;
            let stages = secrets.describe(&secret.id)?;
            if stages.holder(PENDING) == Some(&self.data.token) || stages.holder(&self.label()).is_some() {
                return Ok(Standing::Old);
            }
        }
        for (place, before) in self.data.before.kubernetes.iter().enumerate() {
            let (kube, _, cluster) = self.kube(place)?;
            if !before.is_external && cluster.has_secret(&kube.namespace, &self.copy(kube))? {
                return Ok(Standing::Old);
            }
        }
        Ok(Standing::New)
    }

    /// What a step is done to, for the audit.
    pub(super) fn place(&self, step: &Step) -> String {
        let target = &self.data.target;
        let secret = || target.secret.as_ref().map(|s| format!("secret {}", s.id));
        let kube = |place: &usize| target.kubernetes.get(*place).map(ToString::to_string);
        let found = match step {
            Step::Stage | Step::Keep | Step::Promote => secret(),
            Step::Import => target.acm.as_ref().map(|acm| acm.arn.clone()),
            Step::Sync(place) => kube(place),
            Step::Restart(_, workload) => Some(workload.to_string()),
            Step::Canary => target.endpoints.first().map(ToString::to_string),
            Step::Verify => Some(target.endpoints.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            Step::Finish => secret().or_else(|| kube(&0)),
        };
        found.unwrap_or_default()
    }
}
