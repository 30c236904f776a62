//! What is wrong with certificates: every check of a bundle alone, all findings at once.

mod bundle;
mod revocation;

pub use bundle::{Thresholds, Wanted, check, ends};
pub use revocation::revoked;
