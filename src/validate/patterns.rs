//! The patterns of `stacks` in atmos.yaml against the files that are there.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code::{self, Severity};
use crate::text::is_slip;
use crate::value::Value;
use rustc_hash::FxHashSet;

/// Exclusions of a file's name that no file has, and some nearly have.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let names: FxHashSet<String> =
        repo.manifests.iter().filter_map(|m| Some(m.path.file_name()?.to_string_lossy().into_owned())).collect();
    let excluded = repo.engine.workspace().written.dig(["stacks", "excluded_paths"]).and_then(Value::as_seq);
    let wrong = excluded.unwrap_or_default().iter().filter_map(|pattern| {
        let name = pattern.as_str()?.rsplit('/').next().filter(|n| !n.contains(['*', '?', '[', '{']))?;
        // `_defaults.yaml` is excluded by habit, also where the file is called `defaults.yaml`
        let is_other = |known: &str| known.contains(name) || name.contains(known);
        let near = names.iter().filter(|k| !names.contains(name) && is_slip(name, k) && !is_other(k)).min()?;
        let message = format!("no manifest is called `{name}`: nothing is excluded");
        let diagnostic = Diagnostic::new(&code::CONFIGURATION, message, repo.word(pattern.span, name));
        Some(diagnostic.severity(Severity::Warning).hint(format!("did you mean `{near}`?")))
    });
    wrong.collect()
}
