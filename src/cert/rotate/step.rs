//! The steps of a rotation, and where they can stand.

use crate::cert::aws::{CURRENT, PENDING, Stages};
use crate::cert::kubernetes::Workload;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A new version of the secret, with the stage AWSPENDING alone.
    Stage,
    /// A stage of this run on the old version, so that AWS does not remove it.
    Keep,
    /// The new certificate under the same ARN of ACM.
    Import,
    /// The stage AWSCURRENT on the new version.
    Promote,
    /// A secret of Kubernetes, by its place in the target.
    Sync(usize),
    /// A workload of that secret.
    Restart(usize, Workload),
    /// Every address of the first endpoint, before the others' turn.
    Canary,
    /// Every address of every endpoint.
    Verify,
    /// The marks of this run are removed.
    Finish,
}

/// Where a step stands, by what the store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is done.
    New,
    /// It is not, or is undone.
    Old,
    /// Neither: in words.
    Between(String),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Stage => f.write_str("stage"),
            Step::Keep => f.write_str("keep"),
            Step::Import => f.write_str("import"),
            Step::Promote => f.write_str("promote"),
            Step::Sync(place) => write!(f, "sync {place}"),
            Step::Restart(place, workload) => write!(f, "restart {place} {workload}"),
            Step::Canary => f.write_str("canary"),
            Step::Verify => f.write_str("verify"),
            Step::Finish => f.write_str("finish"),
        }
    }
}

/// The version of another rotation, by its stage.
pub(super) fn foreign<'a>(stages: &'a Stages, token: &str) -> Option<&'a str> {
    stages.holder(PENDING).filter(|version| *version != token && stages.holder(CURRENT) != Some(version))
}
