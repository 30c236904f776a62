//! From manifests to resolved components.

pub mod schema;
