//! What is where now.

use super::{AcmBefore, Before, KubeBefore, Options, Part, SecretBefore};
use crate::cert::aws::{Body, CURRENT, Cloud, Imported, Keys, Pick, Stages};
use crate::cert::kubernetes::{ExternalSecret, KubeSecret, Kubernetes, SecretStore, Workload};
use crate::cert::{Certificate, Finding, Material, Restart, RestartWord, Roots, Target};
use crate::code::{CERT_ACM, CERT_ENDPOINT, CERT_KUBERNETES, CERT_SECRET, Severity};
use crate::error::Result;
use jiff::Timestamp;
use std::net::SocketAddr;

/// What the places of a target hold; what could not be read stands in the findings.
#[derive(Debug, Default)]
pub struct Present {
    /// The secret.
    pub secret: Option<SecretNow>,
    /// The certificate in ACM.
    pub acm: Option<Imported>,
    /// The secrets of Kubernetes, in the target's order; `None` for one that could not be read.
    pub kubernetes: Vec<Option<KubeNow>>,
    /// What each address of each endpoint serves.
    pub endpoints: Vec<(String, SocketAddr, Option<Certificate>)>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// A secret of Secrets Manager.
#[derive(Debug)]
pub struct SecretNow {
    /// Its versions and stages.
    pub stages: Stages,
    /// The version that is current.
    pub version: String,
    /// What it holds.
    pub body: Body,
    /// The names of its fields.
    pub keys: Keys,
    /// Its certificate, where it holds one.
    pub material: Result<Material>,
}

/// A secret of Kubernetes.
#[derive(Debug)]
pub struct KubeNow {
    /// The cluster.
    pub cluster: Kubernetes,
    /// The secret.
    pub secret: KubeSecret,
    /// Its certificate, where it holds one.
    pub material: Result<Material>,
    /// What makes it, if that is External Secrets.
    pub external: Option<ExternalSecret>,
    /// Where that reads from, as far as it may be looked at.
    pub store: Result<Option<SecretStore>>,
    /// What is restarted after it has changed.
    pub users: Vec<Workload>,
    /// Pods that use it and belong to nothing.
    pub bare: Vec<String>,
    /// What reads it and loads it anew by itself.
    pub readers: Vec<String>,
}

impl SecretNow {
    /// A field beside the certificate that tells another end than the certificate has.
    pub fn told_wrong(&self, what: &str) -> Option<Finding> {
        let (told, material) = (self.body.told_end()?, self.material.as_ref().ok()?);
        let (told, ends): (Timestamp, _) = (told.parse().ok()?, material.leaf.not_after);
        let message = format!("its field says that the certificate ends {told}; it ends {ends}");
        (told != ends).then(|| Finding::new(&CERT_SECRET, Severity::Warning, what, message))
    }
}

impl Present {
    /// Looks at everything that a rotation would touch.
    pub fn look(target: &Target, options: &Options, cloud: &Cloud, roots: &Roots, now: Timestamp) -> Present {
        let mut present = Present::default();
        if let Some(secret) = &target.secret {
            let what = format!("secret {}", secret.id);
            match secret_now(target, cloud, roots, now) {
                Ok(found) => present.secret = found,
                Err(error) => present.findings.push(Finding::of(&CERT_SECRET, &what, &error)),
            }
        }
        if let Some(acm) = &target.acm {
            match cloud.acm(acm.region()).and_then(|client| client.read(&acm.arn)) {
                Ok(found) => present.acm = Some(found),
                Err(error) => present.findings.push(Finding::of(&CERT_ACM, &acm.arn, &error)),
            }
        }
        if options.touches(Part::K8s) {
            for kube in &target.kubernetes {
                let found = kube_now(kube, options, cloud, roots, now);
                let found =
                    found.map_err(|e| present.findings.push(Finding::of(&CERT_KUBERNETES, &kube.to_string(), &e)));
                present.kubernetes.push(found.ok());
            }
        }
        if options.touches(Part::Tls) {
            present.look_at_endpoints(target, cloud);
        }
        present
    }

    fn look_at_endpoints(&mut self, target: &Target, cloud: &Cloud) {
        for endpoint in &target.endpoints {
            let what = endpoint.to_string();
            let read = match endpoint.read(cloud.options().timeout) {
                Ok(read) => read,
                Err(error) => {
                    self.findings.push(Finding::of(&CERT_ENDPOINT, &what, &error));
                    continue;
                }
            };
            for (address, served) in read {
                let leaf = match served {
                    Ok(found) => found.certificates.into_iter().next(),
                    Err(error) => {
                        // a server that is down may be so because its certificate has ended
                        let finding = Finding::new(&CERT_ENDPOINT, Severity::Warning, &what, error.message());
                        self.findings.push(finding);
                        None
                    }
                };
                self.endpoints.push((what.clone(), address, leaf));
            }
        }
    }

    /// The certificate in use: that of the first place that holds one.
    pub fn leaf(&self) -> Option<&Certificate> {
        let secret = self.secret.as_ref().and_then(|s| s.material.as_ref().ok()).map(|m| &m.leaf);
        let kubernetes = || self.kubernetes.iter().flatten().find_map(|k| Some(&k.material.as_ref().ok()?.leaf));
        let served = || self.endpoints.iter().find_map(|(_, _, leaf)| leaf.as_ref());
        secret.or(self.acm.as_ref().map(|acm| &acm.leaf)).or_else(kubernetes).or_else(served)
    }

    /// What is to be remembered of it.
    pub fn before(&self) -> Before {
        let fingerprint = |material: &Result<Material>| material.as_ref().ok().map(|m| m.leaf.fingerprint());
        Before {
            certificate: self.leaf().map(Certificate::to_pem),
            secret: self.secret.as_ref().map(|secret| SecretBefore {
                version: secret.version.clone(),
                fingerprint: fingerprint(&secret.material),
                keys: secret.keys.clone(),
            }),
            acm: self.acm.as_ref().map(|acm| AcmBefore {
                fingerprint: acm.leaf.fingerprint(),
                certificate: acm.found().certificates.iter().map(Certificate::to_pem).collect(),
            }),
            kubernetes: self
                .kubernetes
                .iter()
                .flatten()
                .map(|kube| KubeBefore {
                    fingerprint: fingerprint(&kube.material),
                    certificate: kube.material.as_ref().ok().map(Material::full_chain),
                    is_external: kube.external.is_some(),
                    users: kube.users.clone(),
                })
                .collect(),
            endpoints: self
                .endpoints
                .iter()
                .map(|(name, address, leaf)| (name.clone(), *address, leaf.as_ref().map(Certificate::fingerprint)))
                .collect(),
        }
    }
}

fn secret_now(target: &Target, cloud: &Cloud, roots: &Roots, now: Timestamp) -> Result<Option<SecretNow>> {
    let Some(secret) = &target.secret else { return Ok(None) };
    let secrets = cloud.secrets(secret.region())?;
    let stages = secrets.describe(&secret.id)?;
    let version = secrets.get(&secret.id, Pick::Stage(CURRENT))?;
    let what = format!("the secret `{}`", secret.id);
    let body = Body::parse(&version.text).map_err(|e| e.context(&what))?;
    let keys = body.keys(secret.keys.as_ref());
    let material = body.found(&keys, &what).and_then(|found| Material::arrange(found, roots, now, &what));
    Ok(Some(SecretNow { stages, version: version.id, body, keys, material }))
}

fn kube_now(
    kube: &crate::cert::KubeTarget,
    options: &Options,
    cloud: &Cloud,
    roots: &Roots,
    now: Timestamp,
) -> Result<KubeNow> {
    let cluster = cloud.kubernetes(kube.context.as_deref())?;
    let secret = cluster.secret(&kube.namespace, &kube.secret)?;
    let external = cluster.external_secret(&kube.namespace, &kube.secret, kube.external_secret.as_deref())?;
    let store = external.as_ref().map_or(Ok(None), |external| cluster.secret_store(external));
    let material = secret.found().and_then(|found| Material::arrange(found, roots, now, &secret.what));
    let (users, bare) = cluster.users(&kube.namespace, &kube.secret)?;
    let readers = cluster.readers(&kube.namespace, &kube.secret);
    let wanted = |user: &Workload| match (options.restart, &kube.restart) {
        (Some(RestartWord::Never), _) | (None, Some(Restart::Word(RestartWord::Never))) => false,
        (None, Some(Restart::These(names))) => {
            let own = format!("{}/{}", user.resource.trim_end_matches('s'), user.name);
            names.contains(&own)
        }
        _ => !user.reloads_itself,
    };
    let users = users.into_iter().filter(wanted).collect();
    Ok(KubeNow { cluster, secret, material, external, store, users, bare, readers })
}
