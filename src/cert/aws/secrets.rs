//! Secrets of Secrets Manager, with their versions and stages.

use crate::cert::Secret;
use crate::error::{Error, Result};
use crate::external::aws::failed;
use crate::external::runtime;
use aws_config::SdkConfig;
use aws_sdk_secretsmanager::Client;
use std::collections::BTreeMap;

/// Secrets Manager in one region.
#[derive(Debug)]
pub struct Secrets {
    client: Client,
}

/// What a secret is like, without what it holds.
#[derive(Clone, Debug, Default)]
pub struct Stages {
    /// Its ARN.
    pub arn: String,
    /// The stages of its versions.
    pub versions: BTreeMap<String, Vec<String>>,
    /// Whether it will be deleted.
    pub is_deleted: bool,
    /// Whether AWS rotates it.
    pub is_rotated: bool,
}

impl Stages {
    /// The version that has a stage.
    pub fn holder(&self, stage: &str) -> Option<&str> {
        self.versions.iter().find(|(_, stages)| stages.iter().any(|s| s == stage)).map(|(id, _)| id.as_str())
    }
}

/// Which version of a secret is meant.
#[derive(Clone, Copy, Debug)]
pub enum Pick<'a> {
    /// By its stage.
    Stage(&'a str),
    /// By its id.
    Id(&'a str),
}

/// A version of a secret.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// What it holds.
    pub text: Secret,
}

impl Secrets {
    pub(super) fn new(session: &SdkConfig) -> Self {
        Secrets { client: Client::new(session) }
    }

    /// What a secret is like.
    ///
    /// # Errors
    /// What AWS said.
    pub fn describe(&self, id: &str) -> Result<Stages> {
        let request = self.client.describe_secret().secret_id(id);
        let answer = runtime::block_on(async {
            request.send().await.map_err(|e| failed(format_args!("cannot read the secret `{id}`"), e))
        })?;
        Ok(Stages {
            arn: answer.arn.unwrap_or_default(),
            versions: answer.version_ids_to_stages.unwrap_or_default().into_iter().collect(),
            is_deleted: answer.deleted_date.is_some(),
            is_rotated: answer.rotation_enabled.unwrap_or_default(),
        })
    }

    /// A version with what it holds.
    ///
    /// # Errors
    /// What AWS said; it holds bytes instead of text.
    pub fn get(&self, id: &str, pick: Pick<'_>) -> Result<Version> {
        let request = self.client.get_secret_value().secret_id(id);
        let request = match pick {
            Pick::Stage(stage) => request.version_stage(stage),
            Pick::Id(version) => request.version_id(version),
        };
        let answer = runtime::block_on(async {
            request.send().await.map_err(|e| failed(format_args!("cannot read the secret `{id}`"), e))
        })?;
        let text = answer.secret_string.ok_or_else(|| Error::new(format!("the secret `{id}` holds no text")))?;
        Ok(Version { id: answer.version_id.unwrap_or_default(), text: Secret::new(text.into_bytes()) })
    }

    /// Makes a version with one stage. The same id and text once more changes nothing.
    ///
    /// # Errors
    /// What AWS said.
    pub fn put(&self, id: &str, version: &str, text: &Secret, stage: &str) -> Result<()> {
        let request = self
            .client
            .put_secret_value()
            .secret_id(id)
            .client_request_token(version)
            .secret_string(text.text().unwrap_or_default())
            .version_stages(stage);
        runtime::block_on(async {
            request.send().await.map(drop).map_err(|e| failed(format_args!("cannot write the secret `{id}`"), e))
        })
    }

    /// Moves a stage from one version to another; AWS refuses where it is not at the first.
    ///
    /// # Errors
    /// What AWS said.
    pub fn stage(&self, id: &str, stage: &str, from: Option<&str>, to: Option<&str>) -> Result<()> {
        let request = self
            .client
            .update_secret_version_stage()
            .secret_id(id)
            .version_stage(stage)
            .set_remove_from_version_id(from.map(str::to_owned))
            .set_move_to_version_id(to.map(str::to_owned));
        runtime::block_on(async {
            let what = format_args!("cannot move the stage {stage} of the secret `{id}`");
            request.send().await.map(drop).map_err(|e| failed(what, e))
        })
    }
}
