//! The Terraform code of components: what Terraform would refuse before it asks anybody.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::Summary;
use super::types;
use crate::code::{self, Severity};
use crate::hcl::{Cause, Module, Type, called};
use crate::value::{Key, Value};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Checks the code of every component, and of the modules that it calls by a path.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    // files of code may be made by Atmos
    let whole = !repo.manifests.iter().any(|m| m.source.text.contains("generate:"));
    let of = |module: &Arc<Module>| {
        let invalid = module.problems.iter().filter(|p| p.cause == Cause::Invalid).map(|p| &p.error);
        let unread = invalid.chain(&module.refused);
        let mut found: Vec<Diagnostic> = unread.map(|e| Diagnostic::from_error(e, &code::TERRAFORM_CODE)).collect();
        // Atmos looks at none of this
        let refused = repo.engine.check_module(module, whole);
        let warning = |e| Diagnostic::from_error(e, &code::TERRAFORM_CODE).severity(Severity::Warning);
        found.extend(refused.iter().map(warning));
        found.extend(defaults(repo, module));
        found
    };
    modules(repo, summaries).par_iter().flat_map_iter(of).collect()
}

fn modules(repo: &Repo, summaries: &[Summary]) -> Vec<Arc<Module>> {
    let mut seen: FxHashSet<PathBuf> = FxHashSet::default();
    let members = summaries.iter().flat_map(|s| &s.members).filter_map(|m| m.code.as_ref());
    let mut open: Vec<Arc<Module>> = members.filter(|m| seen.insert(m.path.clone())).map(Arc::clone).collect();
    let mut modules = Vec::new();
    while let Some(module) = open.pop() {
        let called = module.module_calls.values().filter_map(|call| called(&module, &call.source));
        open.extend(called.filter(|dir| seen.insert(dir.clone())).map(|dir| repo.engine.module(&dir)));
        modules.push(module);
    }
    modules
}

/// Defaults that the type of their variable does not allow.
fn defaults(repo: &Repo, module: &Module) -> Vec<Diagnostic> {
    let wrong = module.variables.iter().flat_map(|(name, variable)| {
        let default = variable.default.as_ref().zip(variable.constraint.as_ref());
        let tell = move |(default, of): (&Value, &Type)| {
            let key = Key { name: name.as_str().into(), span: default.span };
            types::mismatches(default, of, &key, repo)
        };
        default.map(tell).unwrap_or_default().into_iter().map(move |mismatch| {
            let message = format!(
                "the default of `{}` must be {}, not {}",
                mismatch.path(name),
                mismatch.expected,
                mismatch.found
            );
            let diagnostic = Diagnostic::new(&code::TERRAFORM_CODE, message, mismatch.span).severity(Severity::Warning);
            diagnostic.related("its type is declared here", variable.type_span).maybe_hint(mismatch.hint)
        })
    });
    wrong.collect()
}
