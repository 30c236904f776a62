//! gaia reads an Atmos repository and answers what Atmos answers.
//!
//! Modules stand in strict order of dependence: each may use only those above it (`docs/architecture.md`).

pub mod affected;
pub mod cert;
pub mod cli;
pub mod code;
pub mod delegate;
pub mod engine;
pub mod error;
pub mod external;
pub mod graph;
pub mod hcl;
pub mod output;
pub mod pipeline;
pub mod platform;
pub mod query;
pub mod runner;
pub mod scaffold;
pub mod template;
pub mod text;
pub mod validate;
pub mod value;
pub mod workflow;
pub mod workspace;
pub mod yaml;
pub mod yq;

pub use error::{Error, Result};
