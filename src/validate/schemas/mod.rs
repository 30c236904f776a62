//! Schemas and policies as Atmos has them: `settings.validation` of components, and `schemas` of atmos.yaml with
//! `matches` for other files.

mod component;
mod files;
mod settings;

pub use component::{Overrides, component, components};
pub use files::files;
