//! Environments: stacks that a template makes, proven before they are written.

mod networks;
mod proof;

pub use networks::{Network, Networks};
pub use proof::{NewStack, Proof, name_of_new, prove, report};

use super::{answers, data};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use std::fs;
use std::path::{Path, PathBuf};

/// Where environments keep what they were made from, below the base path.
const RECORDS: &str = ".gaia/env";

/// What an environment was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// Its name: tenant, account and environment.
    pub name: String,
    /// The file with the answers, relative to the repository.
    pub record: String,
    /// The template.
    pub source: String,
    /// The template's version; none where it has none.
    pub version: Option<String>,
}

impl Environment {
    /// What an environment is called.
    pub fn name_of(tenant: &str, account: &str, environment: &str) -> String {
        format!("{tenant}-{account}-{environment}")
    }

    /// The environments of a repository that templates made, by name.
    ///
    /// # Errors
    /// A record that is no mapping.
    pub fn all(root: &Path) -> Result<Vec<Environment>> {
        let entries = fs::read_dir(root.join(RECORDS)).into_iter().flatten().flatten();
        let is_record = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_record).collect();
        files.sort();
        let read = |file: PathBuf| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let record = format!("{RECORDS}/{name}.yaml");
            let last = answers::last(root, &record)?;
            let text = |key: &str| last.get(key).map(data::text);
            Ok(Environment { source: text("_src_path").unwrap_or_default(), version: text("_commit"), name, record })
        };
        files.into_iter().map(read).collect()
    }

    /// The environment of a name.
    ///
    /// # Errors
    /// There is none.
    pub fn find(root: &Path, name: &str) -> Result<Environment> {
        let all = Self::all(root)?;
        let names: Vec<String> = all.iter().map(|environment| environment.name.clone()).collect();
        all.into_iter().find(|environment| environment.name == name).ok_or_else(|| {
            Error::new(format!("no template made an environment `{name}`"))
                .maybe_hint(did_you_mean(name, names.iter().map(String::as_str)))
                .hint("`gaia env list` shows those that templates made")
        })
    }
}
