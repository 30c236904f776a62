//! The places of a certificate that no stack declares, by options.

use super::reach::Reach;
use crate::cert::{AcmTarget, Endpoint, KubeTarget, SecretTarget, Target};
use crate::error::{Error, Result};
use clap::Args;

/// The places that use a certificate, without a stack.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct Places {
    /// The secret in Secrets Manager
    #[arg(long, value_name = "ID", help_heading = "Places")]
    pub(super) secret: Option<String>,

    /// The certificate in ACM
    #[arg(short, long, value_name = "ARN", help_heading = "Places")]
    acm_arn: Option<String>,

    /// The namespace of the secret in Kubernetes
    #[arg(short, long, value_name = "NAME", help_heading = "Places")]
    namespace: Option<String>,

    /// The secret in Kubernetes; the last part of the secret's name where it is not given
    #[arg(short, long, value_name = "NAME", requires = "namespace", help_heading = "Places")]
    k8s_secret: Option<String>,

    /// A server that serves it: HOST:PORT, or HOST:PORT=NAME
    #[arg(long = "endpoint", value_name = "HOST:PORT", help_heading = "Places")]
    endpoints: Vec<String>,

    /// A name that the new certificate must cover
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',', help_heading = "Places")]
    domains: Vec<String>,
}

impl Places {
    /// Whether any is given.
    pub(super) fn are_given(&self) -> bool {
        self.secret.is_some() || self.acm_arn.is_some() || self.namespace.is_some() || !self.endpoints.is_empty()
    }

    /// The certificate that they make.
    ///
    /// # Errors
    /// They do not belong together, or cannot be read.
    pub(super) fn target(&self, reach: &Reach) -> Result<Target> {
        let last = |id: &str| id.rsplit('/').next().unwrap_or(id).to_owned();
        let name = self.k8s_secret.clone().or_else(|| self.secret.as_deref().map(last));
        let kubernetes = match (&self.namespace, &name) {
            (None, _) => Vec::new(),
            (Some(_), None) => {
                return Err(Error::usage("no secret of the namespace is named").hint("`--k8s-secret NAME`"));
            }
            (Some(namespace), Some(name)) => vec![KubeTarget {
                context: reach.context.clone(),
                namespace: namespace.clone(),
                secret: name.clone(),
                cluster: None,
                external_secret: None,
                restart: None,
            }],
        };
        let parse = |text: &String| {
            Endpoint::parse(text).ok_or_else(|| Error::usage(format!("`{text}` is no endpoint")).hint("HOST:PORT"))
        };
        Ok(Target {
            name: name.or_else(|| self.acm_arn.as_deref().map(last)).unwrap_or_else(|| "certificate".into()),
            domains: self.domains.clone(),
            acm: self.acm_arn.clone().map(|arn| AcmTarget { arn, region: reach.region.clone() }),
            secret: self.secret.clone().map(|id| SecretTarget { id, region: reach.region.clone(), keys: None }),
            kubernetes,
            endpoints: self.endpoints.iter().map(parse).collect::<Result<_>>()?,
            ..Target::default()
        })
    }
}
