//! Terraform code, read for what it declares: variables with their types and defaults, outputs, module calls,
//! resources, providers.
//!
//! [`Module::read`] takes one directory and is the work; [`Modules`] remembers what was read. Nothing is evaluated
//! but constants, for that is all that can be known without running Terraform, and all that Atmos prints.

mod attributes;
mod body;
mod check;
mod constraint;
mod evaluate;
mod lenient;
mod locate;
mod module;
mod print;
mod problem;
mod providers;
mod scope;
#[cfg(test)]
mod tests;
mod validation;
pub mod version;

pub use attributes::attributes;
pub use check::{called, check};
pub use constraint::{Attribute, Type};
pub use module::{Argument, Module, ModuleCall, Output, Resource, Variable};
pub use print::Printed;
pub use problem::{Cause, Problem};
pub use providers::{ProviderConfig, ProviderRef, ProviderRequirement};
pub use scope::Scope;
pub use validation::Validation;

use crate::text::SourceMap;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The directories that were read, each once, whichever thread asks first.
#[derive(Debug, Default)]
pub struct Modules {
    sources: SourceMap,
    read: Mutex<FxHashMap<PathBuf, Arc<OnceLock<Arc<Module>>>>>,
}

impl Modules {
    /// A reader whose spans count in `sources`.
    pub fn new(sources: SourceMap) -> Self {
        Modules { sources, read: Mutex::default() }
    }

    /// The module of a directory.
    pub fn get(&self, dir: &Path) -> Arc<Module> {
        let cell = {
            let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            match read.get(dir) {
                Some(cell) => Arc::clone(cell),
                None => Arc::clone(read.entry(dir.to_owned()).or_default()),
            }
        };
        Arc::clone(cell.get_or_init(|| Arc::new(Module::read(dir, &self.sources))))
    }
}
