//! Certificates: read, checked, and rotated wherever they are used, with a way back.
//!
//! ```text
//! files ──────┐                                  ┌─ Secrets Manager (AWSPENDING → AWSCURRENT)
//! ACM         ├─ Material ─ checks ─ plan ─ run ─┼─ ACM (the same ARN)
//! secrets     │  leaf, chain, key   │    journal ├─ Kubernetes (External Secrets, rollouts)
//! authorities ┘                  findings        └─ servers (TLS, every address)
//! ```
//! Private keys stay in memory, are overwritten when they are dropped, and have no text form but PEM.

pub mod acme;
pub mod aws;
mod certificate;
mod chain;
pub mod check;
mod declared;
mod finding;
pub mod issue;
mod key;
pub mod kubernetes;
mod material;
mod pem;
mod place;
mod record;
pub mod rotate;
mod secret;
mod source;
mod status;
mod target;
mod tls;

pub use certificate::{Authority, Certificate, KeyKind};
pub use chain::{Chain, Roots};
pub use declared::declared;
pub use finding::{Finding, FindingRecord, worst};
pub use key::PrivateKey;
pub use material::{Field, Found, Material, needs_passphrase, read_secret};
pub use place::{Looked, Place};
pub use record::{CertificateRecord, PlaceRecord};
pub use secret::Secret;
pub use source::{Files, Source};
pub use status::{Copy, Status, StatusRecord};
pub use target::{AcmTarget, KubeTarget, Policy, Restart, RestartWord, SecretTarget, Target};
pub use tls::Endpoint;
