//! What a stack manifest may hold: the check that comes before anything is merged.
//!
//! `describe stacks`, `describe affected`, `describe locals` and `validate stacks` of Atmos first check every manifest
//! under the stacks' folder (workflow manifests that lie there too; no `.tmpl` files, which need not be YAML before
//! they are rendered) and everything that these import, and refuse the whole repository for one word that is wrong;
//! `describe component` and the `list` commands check nothing. The tables beside this file hold Atmos's documented
//! keys: an unknown one is allowed at the top of a manifest, under `components`, `settings`, `hooks.<name>` and the
//! like, and refused in a component and most other sections.

mod check;
mod hooks;
mod manifest;
mod own;
mod sections;
mod shape;
mod slips;
#[cfg(test)]
mod tests;
mod vendor;
mod workflow;

pub use own::JsonSchema;
pub use vendor::{component_vendor_problems, vendor_problems};

use crate::code;
use crate::error::{Error, Result};
use crate::text::Source;
use crate::value::Value;
use crate::workspace::Workspace;
use crate::yaml::{self, TagResolver};
use std::path::Path;
use std::sync::Arc;

/// The rules that manifests are checked against; cheap to clone, and shared by threads.
#[derive(Clone, Debug, Default)]
pub struct Schema(Option<Arc<JsonSchema>>);

impl Schema {
    /// The schema that the configuration of a workspace asks for.
    ///
    /// # Errors
    /// As [`Schema::from_setting`].
    pub fn of(workspace: &Workspace) -> Result<Self> {
        let setting =
            workspace.config.dig(["schemas", "atmos", "manifest"]).and_then(Value::as_str).unwrap_or_default();
        Self::from_setting(setting, &workspace.root)
    }

    /// The schema that `schemas.atmos.manifest` of `atmos.yaml` names: Atmos's for an empty text, otherwise a JSON Schema
    /// of the user's own, a path as it stands or below the base path.
    ///
    /// # Errors
    /// There is no such file, it is a URL, or no schema.
    pub fn from_setting(setting: &str, base_path: &Path) -> Result<Self> {
        if setting.is_empty() {
            return Ok(Self::default());
        }
        let path = own::find(setting, base_path)?;
        let schema = JsonSchema::load(&path, "the manifest").map_err(|e| {
            e.hint("it is named by `schemas.atmos.manifest` in atmos.yaml; without that, Atmos's own schema is used")
        })?;
        Ok(Schema(Some(Arc::new(schema))))
    }

    /// Everything in a manifest that Atmos refuses, in the order of the text.
    ///
    /// `manifest` is the document as Atmos reads it: rendered where it is imported with a context, its `!include`s read,
    /// other YAML functions still strings. `file` names what has no place of its own.
    pub fn check(&self, manifest: &Value, file: &Path) -> Vec<Error> {
        let problems = match &self.0 {
            None => check::problems(manifest, &manifest::MANIFEST),
            Some(own) => own.problems(manifest).into_iter().map(|e| e.code(&code::OWN_SCHEMA)).collect(),
        };
        problems.into_iter().map(|e| if e.span().is_none() { e.in_file(file) } else { e }).collect()
    }

    /// What Atmos's own schema lets pass in a manifest, and hardly anybody means; nothing where the schema is another.
    pub fn slips(&self, manifest: &Value) -> Vec<Error> {
        if self.0.is_some() { Vec::new() } else { slips::slips(manifest, &manifest::MANIFEST) }
    }

    /// Reads a manifest and checks it; what makes it no YAML is the only problem then.
    ///
    /// An empty file and a `.tmpl` have none. A file of comments, of blank lines or of `---` alone is null, which no
    /// manifest may be.
    pub fn check_file(&self, source: &Source, tags: &mut dyn TagResolver) -> Vec<Error> {
        if source.text.is_empty() || source.path.extension().is_some_and(|e| e == "tmpl") {
            return Vec::new();
        }
        match yaml::load(source, tags) {
            Ok(document) => self.check(&document.value, &source.path),
            Err(error) => vec![error],
        }
    }
}
