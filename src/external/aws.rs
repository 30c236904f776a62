//! AWS: sessions (region, profile, role) and who one is there, for `!aws.*`, states in S3 and the AWS stores.
//!
//! gaia does not log in: it uses the credentials that the SDK finds in the environment, in profiles, SSO caches and
//! on AWS's own machines.

mod session;

pub use session::{Access, Role};

use super::environment::Environment;
use super::{Chain, Memo, runtime};
use crate::error::{Error, Result};
use aws_config::SdkConfig;
use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_sts::config::{Credentials, ProvideCredentials};
use aws_sdk_sts::error::ErrorMetadata;
use std::fmt;

/// AWS as one run sees it: each session, identity and organisation is asked for once.
#[derive(Debug, Default)]
pub struct Aws {
    sessions: Memo<Access, SdkConfig>,
    credentials: Memo<Access, Credentials>,
    identities: Memo<Access, Identity>,
    organizations: Memo<Access, String>,
}

/// Who the credentials belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The account's number.
    pub account: String,
    /// The caller's ARN.
    pub arn: String,
    /// The caller's unique id.
    pub user_id: String,
    /// The region of the session; empty when none is set.
    pub region: String,
}

/// What an AWS function asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// `!aws.account_id`
    AccountId,
    /// `!aws.caller_identity_arn`
    CallerArn,
    /// `!aws.caller_identity_user_id`
    CallerUserId,
    /// `!aws.region`
    Region,
    /// `!aws.organization_id`
    OrganizationId,
}

impl Fact {
    /// The fact that a YAML tag asks for. These functions take no arguments; with any, the text stays text.
    pub fn from_tag(text: &str) -> Option<Self> {
        Some(match text {
            "!aws.account_id" => Fact::AccountId,
            "!aws.caller_identity_arn" => Fact::CallerArn,
            "!aws.caller_identity_user_id" => Fact::CallerUserId,
            "!aws.region" => Fact::Region,
            "!aws.organization_id" => Fact::OrganizationId,
            _ => return None,
        })
    }
}

impl Aws {
    /// A fact about the account that the environment's credentials belong to. `!aws.region` asks STS too, as Atmos
    /// does: without credentials it is refused.
    ///
    /// # Errors
    /// What AWS said, or that there are no credentials.
    pub fn fact(&self, fact: Fact, env: &Environment) -> Result<String> {
        let access = Access { env: env.clone(), ..Access::default() };
        if fact == Fact::OrganizationId {
            return self.organization_id(&access);
        }
        let identity = self.identity(&access)?;
        Ok(match fact {
            Fact::AccountId => identity.account,
            Fact::CallerArn => identity.arn,
            Fact::CallerUserId => identity.user_id,
            Fact::Region | Fact::OrganizationId => identity.region,
        })
    }

    /// Who the credentials belong to, by one call of `sts:GetCallerIdentity`.
    ///
    /// # Errors
    /// What AWS said, or that there are no credentials.
    pub fn identity(&self, access: &Access) -> Result<Identity> {
        self.identities.get(access, &Chain::default(), |_| {
            let config = self.session(access)?;
            let mut sts = aws_sdk_sts::config::Builder::from(&config);
            if let Some(endpoint) = access.sts_endpoint() {
                sts.set_endpoint_url(Some(endpoint));
            }
            let client = aws_sdk_sts::Client::from_conf(sts.build());
            let answer = runtime::block_on(async {
                client.get_caller_identity().send().await.map_err(|e| failed("cannot tell the AWS identity", e))
            })?;
            Ok(Identity {
                account: answer.account.unwrap_or_default(),
                arn: answer.arn.unwrap_or_default(),
                user_id: answer.user_id.unwrap_or_default(),
                region: config.region().map(ToString::to_string).unwrap_or_default(),
            })
        })
    }

    fn organization_id(&self, access: &Access) -> Result<String> {
        self.organizations.get(access, &Chain::default(), |_| {
            let client = aws_sdk_organizations::Client::new(&self.session(access)?);
            let answer = runtime::block_on(async {
                client.describe_organization().send().await.map_err(|e| failed("cannot tell the AWS organization", e))
            })?;
            let id = answer.organization.and_then(|organization| organization.id).filter(|id| !id.is_empty());
            id.ok_or_else(|| Error::new("cannot tell the AWS organization: AWS gave none"))
        })
    }

    /// The configuration for a service's client.
    pub(crate) fn session(&self, access: &Access) -> Result<SdkConfig> {
        self.sessions.get(access, &Chain::default(), |_| runtime::block_on(session::load(access)))
    }

    /// The credentials themselves, for a client that is not of the SDK.
    pub(super) fn credentials(&self, access: &Access) -> Result<Credentials> {
        self.credentials.get(access, &Chain::default(), |_| {
            let provider = self.session(access)?.credentials_provider();
            let provider = provider.ok_or_else(|| Error::new("there are no AWS credentials"))?;
            runtime::block_on(async {
                provider.provide_credentials().await.map_err(|e| failed("cannot get AWS credentials", e))
            })
        })
    }
}

/// An error with the innermost of the causes that the SDK tells: what the service said, or what kept it from being
/// reached.
pub(crate) fn failed(what: impl fmt::Display, error: impl std::error::Error + 'static) -> Error {
    let mut cause: &(dyn std::error::Error + 'static) = &error;
    let mut about_credentials = false;
    loop {
        about_credentials |= cause.is::<CredentialsError>();
        match cause.source() {
            Some(inner) => cause = inner,
            None => break,
        }
    }
    let why = if let Some(said) = cause.downcast_ref::<ErrorMetadata>() {
        format!("{} ({})", said.message().unwrap_or("refused"), said.code().unwrap_or("no code"))
    } else if matches!(cause.downcast_ref(), Some(CredentialsError::CredentialsNotLoaded(_))) {
        "there are no credentials".to_owned()
    } else {
        cause.to_string()
    };
    let error = Error::new(format!("{what}: {why}"));
    if about_credentials {
        return error.hint("log in (`aws sso login`), set `AWS_PROFILE`, or set `AWS_ACCESS_KEY_ID` and its secret");
    }
    error
}
