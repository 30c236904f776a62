//! Rotation: what is where now, what a rotation would do, and doing it with a way back.
//!
//! ```text
//! present (what is where) ─ preflight (what stands in the way) ─ plan (steps, digest)
//!                                                                  │ --apply
//!     journal: intent, outcome ─ forward ─ step ─ step ─ step ─ finished
//!                                   └ failure ─ back: undo, least harmful first ─ rolled back
//! ```
//! Every step can be looked at: [`Step`]s are never believed to be done or undone because the journal says so, but
//! because the store holds the new certificate or the old one. So a run that was cut off anywhere goes on.

mod audit;
mod back;
mod forward;
mod ground;
mod log;
mod plan;
mod preflight;
mod present;
mod run;
mod step;
mod write;

pub use plan::{Planned, StepRecord};
pub use present::{KubeNow, Present, SecretNow};
pub use run::{Ending, How, KIND, Rotation, Unfinished, plan, unfinished};
pub use step::{Standing, Step};

use super::Source;
use super::Target;
use super::aws::Keys;
use super::kubernetes::Workload;
use crate::cert::RestartWord;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::PathBuf;

/// A part of what a rotation may touch.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Secrets Manager.
    Sm,
    /// ACM.
    Acm,
    /// Kubernetes.
    K8s,
    /// What servers serve.
    Tls,
}

/// How a rotation is done.
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The parts that are touched; all where none is named.
    pub only: Vec<Part>,
    /// What is restarted, in place of what the target says.
    pub restart: Option<RestartWord>,
    /// The roots to trust, in place of those that are trusted in public.
    pub ca: Option<PathBuf>,
    /// The key of the certificate in use, where no secret holds it.
    pub rollback_key: Option<PathBuf>,
    /// Whether a step may be done that cannot be undone.
    pub accept_irreversible: bool,
    /// Whether names may be given up.
    pub allow_san_drop: bool,
    /// Whether the first endpoint is looked at after the first restart, before anything else.
    #[serde(default)]
    pub canary: bool,
    /// Whether a failure is rolled back at once.
    pub rollback: bool,
    /// How long Kubernetes and servers may take, in seconds.
    pub verify_timeout: u64,
}

impl Options {
    /// Whether a part is touched.
    pub fn touches(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// How AWS and Kubernetes are reached: what a run that goes on needs to know again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// The profile of AWS.
    pub profile: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The address of every service of AWS.
    pub endpoint: Option<String>,
    /// The context of the kubeconfig.
    pub context: Option<String>,
    /// How long one call may take, in milliseconds.
    pub timeout: u64,
}

/// What was where before: fingerprints and certificates, never keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The certificate in use, in PEM with its chain.
    pub certificate: Option<String>,
    /// The secret.
    pub secret: Option<SecretBefore>,
    /// ACM.
    pub acm: Option<AcmBefore>,
    /// The secrets of Kubernetes, in the target's order.
    pub kubernetes: Vec<KubeBefore>,
    /// What each address of each endpoint served.
    pub endpoints: Vec<(String, SocketAddr, Option<String>)>,
}

/// A secret of Secrets Manager before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretBefore {
    /// The version that was current.
    pub version: String,
    /// Its certificate.
    pub fingerprint: Option<String>,
    /// The names of its fields.
    pub keys: Keys,
}

/// A certificate of ACM before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcmBefore {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Itself and its chain in PEM.
    pub certificate: String,
}

/// A secret of Kubernetes before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KubeBefore {
    /// Its certificate.
    pub fingerprint: Option<String>,
    /// Itself and its chain in PEM.
    pub certificate: Option<String>,
    /// Whether External Secrets makes it.
    pub is_external: bool,
    /// What uses it.
    pub users: Vec<Workload>,
}

/// Everything that a run has to know to go on: `data` of its record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Data {
    /// The certificate.
    pub target: Target,
    /// How it is done.
    pub options: Options,
    /// How AWS and Kubernetes are reached.
    pub reach: Reach,
    /// Where the new certificate comes from.
    pub source: Source,
    /// The fingerprint of the new certificate.
    pub new: String,
    /// The version of the secret that this run makes.
    pub token: String,
    /// What was where before.
    pub before: Before,
    /// The steps.
    pub steps: Vec<Step>,
    /// The digest of the plan.
    pub digest: String,
    /// When the run began: the mark of its restarts.
    pub started: String,
    /// Whoever the credentials belong to.
    pub caller: Option<String>,
    /// Who approved the plan.
    #[serde(default)]
    pub approver: Option<String>,
}
