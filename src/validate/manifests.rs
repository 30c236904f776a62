//! Each manifest by itself: YAML, and the schema.

use super::diagnostic::Diagnostic;
use crate::code;
use crate::engine::Engine;
use crate::error::Result;
use rayon::prelude::*;

/// Checks every manifest below the stacks folder.
pub(super) fn check(engine: &Engine) -> Result<Vec<Diagnostic>> {
    let files = engine.workspace().all_manifest_files()?;
    let schema = engine.manifest_schema()?;
    let found: Vec<Vec<Diagnostic>> = files
        .par_iter()
        .map(|path| {
            engine.check_manifest(&schema, path).iter().map(|e| Diagnostic::from_error(e, &code::WRONG_TYPE)).collect()
        })
        .collect();
    Ok(found.into_iter().flatten().collect())
}
