//! AWS: who one is, certificates of ACM, secrets of Secrets Manager.

mod acm;
mod body;
mod secrets;

pub use acm::{Acm, Imported};
pub(crate) use body::LARGEST;
pub use body::{Body, Keys};
pub use secrets::{Pick, Secrets, Stages, Version};

/// The stage of the version that readers get.
pub const CURRENT: &str = "AWSCURRENT";
/// The stage of a version that is to become current.
pub const PENDING: &str = "AWSPENDING";

use crate::error::{Error, Result};
use crate::external::Environment;
use crate::external::aws::{Access, Aws, Identity};
use aws_config::SdkConfig;
use aws_config::timeout::TimeoutConfig;
use std::time::Duration;

/// The places beyond this machine, with the credentials to reach them.
#[derive(Debug)]
pub struct Cloud {
    aws: Aws,
    options: CloudOptions,
}

/// How the places beyond this machine are reached.
#[derive(Clone, Debug)]
pub struct CloudOptions {
    /// The profile of AWS; without it the environment's.
    pub profile: Option<String>,
    /// The region, where an ARN does not tell; without it the environment's or the profile's.
    pub region: Option<String>,
    /// The address of every service of AWS; without it AWS's own.
    pub endpoint: Option<String>,
    /// The context of the kubeconfig; without it the current one.
    pub context: Option<String>,
    /// The environment.
    pub env: Environment,
    /// How long one call may take.
    pub timeout: Duration,
}

/// The region that an ARN names.
pub fn region_of(arn: &str) -> Option<&str> {
    arn.strip_prefix("arn:")?.split(':').nth(2).filter(|region| !region.is_empty())
}

/// The account that an ARN names.
pub fn account_of(arn: &str) -> Option<&str> {
    arn.strip_prefix("arn:")?.split(':').nth(3).filter(|account| !account.is_empty())
}

impl Cloud {
    /// Nothing is opened before it is needed.
    pub fn new(options: CloudOptions) -> Self {
        Cloud { aws: Aws::default(), options }
    }

    /// How it is reached.
    pub fn options(&self) -> &CloudOptions {
        &self.options
    }

    fn access(&self, region: Option<&str>) -> Access {
        Access {
            region: region.map(str::to_owned).or_else(|| self.options.region.clone()),
            profile: self.options.profile.clone(),
            endpoint: self.options.endpoint.clone(),
            env: self.options.env.clone(),
            ..Access::default()
        }
    }

    fn session(&self, region: Option<&str>) -> Result<SdkConfig> {
        let limit = self.options.timeout;
        let timeouts = TimeoutConfig::builder().operation_attempt_timeout(limit).operation_timeout(limit * 3).build();
        let session = self.aws.session(&self.access(region))?;
        if session.region().is_none() {
            return Err(
                Error::new("no region of AWS is set").hint("give it: `--region NAME`, `AWS_REGION`, or in the profile")
            );
        }
        Ok(session.to_builder().timeout_config(timeouts).build())
    }

    /// Who the credentials belong to.
    ///
    /// # Errors
    /// What AWS said, or that there are no credentials.
    pub fn identity(&self) -> Result<Identity> {
        self.aws.identity(&self.access(None))
    }

    /// ACM in the region of an ARN.
    ///
    /// # Errors
    /// There are no credentials, or no region.
    pub fn acm(&self, region: Option<&str>) -> Result<Acm> {
        Ok(Acm::new(&self.session(region)?))
    }

    /// Secrets Manager in a region, or in that of the ARN of a secret.
    ///
    /// # Errors
    /// There are no credentials, or no region.
    pub fn secrets(&self, region: Option<&str>) -> Result<Secrets> {
        Ok(Secrets::new(&self.session(region)?))
    }
}
