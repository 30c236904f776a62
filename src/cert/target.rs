//! Where a certificate is used: what `settings.gaia.certificates` of a component declares, or options say.

use super::Endpoint;
use super::aws::{Keys, account_of, region_of};
use serde::{Deserialize, Serialize};

/// A certificate and the places that use it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its name; that of the entry in `settings.gaia.certificates`.
    #[serde(default)]
    pub name: String,
    /// The stack that declares it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
    /// The component that declares it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The account that everything in AWS belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The names that it must cover.
    #[serde(default)]
    pub domains: Vec<String>,
    /// The certificate in ACM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acm: Option<AcmTarget>,
    /// The secret in Secrets Manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<SecretTarget>,
    /// The secrets in Kubernetes.
    #[serde(default)]
    pub kubernetes: Vec<KubeTarget>,
    /// The servers that serve it.
    #[serde(default)]
    pub endpoints: Vec<Endpoint>,
    /// What it must be like.
    #[serde(default)]
    pub policy: Policy,
}

/// A certificate in ACM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcmTarget {
    /// Its ARN, which stays.
    pub arn: String,
    /// Its region, where the ARN does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

impl AcmTarget {
    /// The region that it is in, as far as that is known.
    pub fn region(&self) -> Option<&str> {
        region_of(&self.arn).or(self.region.as_deref())
    }
}

/// A secret in Secrets Manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretTarget {
    /// Its name or ARN.
    pub id: String,
    /// Its region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The names of its fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Keys>,
}

impl SecretTarget {
    /// The region that it is in, as far as that is known.
    pub fn region(&self) -> Option<&str> {
        region_of(&self.id).or(self.region.as_deref())
    }
}

/// A secret in Kubernetes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KubeTarget {
    /// The context of the kubeconfig.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// The cluster that the context must lead to: its name or ARN in the kubeconfig, or its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<String>,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub secret: String,
    /// The `ExternalSecret` that makes it, where that has another name and cannot be found by its target.
    #[serde(default, rename = "externalsecret", skip_serializing_if = "Option::is_none")]
    pub external_secret: Option<String>,
    /// What is restarted afterwards; without it, as [`RestartWord::Auto`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restart: Option<Restart>,
}

impl std::fmt::Display for KubeTarget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(context) = &self.context {
            write!(f, "{context}:")?;
        }
        write!(f, "{}/{}", self.namespace, self.secret)
    }
}

/// What is restarted after a secret has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Restart {
    /// Everything that uses the secret and does not load it anew by itself, or nothing.
    Word(RestartWord),
    /// These: `deployment/NAME`.
    These(Vec<String>),
}

/// Words for what is restarted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RestartWord {
    /// Everything that uses the secret and does not load it anew by itself.
    Auto,
    /// Nothing.
    Never,
}

/// What a certificate must be like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// How many days a new certificate must be valid at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_days: Option<i64>,
    /// Days left that are worth a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<i64>,
    /// Days left that are critical.
    #[serde(default, alias = "crit", skip_serializing_if = "Option::is_none")]
    pub critical: Option<i64>,
    /// The kinds of keys that are allowed: `rsa2048`, `ec256`, …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// Whether clients know the certificate itself, so that it must not be rotated behind their back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

impl Target {
    /// A part that names nothing, as where a function gave an empty text.
    pub fn unnamed(&self) -> Option<&'static str> {
        let kubernetes = self.kubernetes.iter();
        let kubernetes = kubernetes
            .flat_map(|kube| [("kubernetes.namespace", &kube.namespace), ("kubernetes.secret", &kube.secret)]);
        let acm = self.acm.iter().map(|acm| ("acm.arn", &acm.arn));
        let secret = self.secret.iter().map(|secret| ("secret.id", &secret.id));
        let endpoints = self.endpoints.iter().map(|endpoint| ("endpoints.host", &endpoint.host));
        let mut texts = acm.chain(secret).chain(endpoints).chain(kubernetes);
        texts.find(|(_, text)| text.is_empty()).map(|(part, _)| part)
    }

    /// What two rotations of the same certificate have in common, wherever they were started.
    pub fn key(&self) -> String {
        let secret = self.secret.as_ref().map(|s| format!("secret {}", s.id));
        let acm = || self.acm.as_ref().map(|a| format!("acm {}", a.arn));
        let kubernetes = || self.kubernetes.first().map(|k| format!("kubernetes {k}"));
        secret.or_else(acm).or_else(kubernetes).unwrap_or_else(|| format!("name {}", self.name))
    }

    /// The accounts that its parts name.
    pub fn accounts(&self) -> Vec<(String, &str)> {
        let acm = self.acm.as_ref().and_then(|a| Some((format!("`{}`", a.arn), account_of(&a.arn)?)));
        let secret = self.secret.as_ref().and_then(|s| Some((format!("`{}`", s.id), account_of(&s.id)?)));
        let stack = self.account.as_deref().map(|account| match &self.stack {
            Some(stack) => (format!("the stack `{stack}`"), account),
            None => (format!("the certificate `{}`", self.name), account),
        });
        [stack, acm, secret].into_iter().flatten().collect()
    }
}
