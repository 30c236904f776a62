//! Every problem of a repository at once, each at its own line.
//!
//! Nothing here runs a command, opens a connection or writes a file.
//!
//! ```text
//! manifests as they were written ─ scalars, imports, workflows ─┐
//! stacks, merged by a tolerant engine ─ components, names, ──────┼─ cascades ─ Report
//!                     dependencies, variables, references        │
//! what the engine met on the way ────────────────────────────────┘
//! ```

mod backends;
mod calls;
mod cascades;
mod components;
mod contrasts;
mod conventions;
mod dependencies;
mod diagnostic;
mod fix;
mod formats;
mod functions;
mod hooks;
mod imports;
mod legacy;
mod likely;
mod losses;
mod marks;
mod misnamed;
mod names;
mod naming;
mod outline;
mod overridden;
mod own;
mod patterns;
pub mod policy;
mod providers;
mod references;
mod rego;
mod repo;
mod report;
mod retyped;
mod scalars;
pub mod schemas;
mod scope;
mod scripts;
mod stacks;
mod stores;
mod terraform;
mod types;
mod unread;
mod usage;
mod variables;
mod vendor;
mod workflows;

pub use diagnostic::{Diagnostic, Edit, Fix, Location, Related, shown};
pub use fix::{Rewrite, rewrites};
pub use report::{Finding, Report};

use crate::code;
use crate::engine::Engine;
use crate::engine::schema::JsonSchema;
use crate::error::{Error, Result};
use crate::text::{SourceMap, did_you_mean, is_slip};
use crate::value::{Key, Map, Value};
use crate::workspace::gaia_yaml::{self, GaiaYaml};
use crate::workspace::{Misfit, Workspace};
use repo::Repo;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The report of a configuration that cannot be read.
pub fn misconfigured(error: &Error, sources: &SourceMap, root: &Path) -> Report {
    let diagnostic = Diagnostic::from_error(error, &code::CONFIGURATION);
    Report::new(vec![diagnostic], sources.clone(), root.to_path_buf())
}

/// Checks the whole repository.
///
/// # Errors
/// What keeps a validation from starting; problems of the repository are findings, not errors.
///
/// With `files`, only problems in these, and in what depends on them, are told.
pub fn run(workspace: Arc<Workspace>, files: &[PathBuf]) -> Result<Report> {
    let (sources, root) =
        (workspace.sources.clone(), workspace.misses_root().unwrap_or_else(|| workspace.root.clone()));
    let mut unreadable: Vec<Diagnostic> = unreadable(&workspace).collect();
    let is_told = |d: &Diagnostic| unreadable.iter().any(|u| u.span == d.span);
    let misfits: Vec<Diagnostic> = configuration(&workspace).into_iter().filter(|d| !is_told(d)).collect();
    let is_assumed = workspace.stack_files().is_err();
    // what is not there may be in what could not be read
    if let Some(error) = workspace.stackless()
        && unreadable.is_empty()
    {
        unreadable.push(no_stacks(&workspace, &error));
    }
    let workspace = if is_assumed { Arc::new(assumed(&workspace)?) } else { workspace };
    let mut engine = Engine::tolerant(workspace)?;
    let (mut repo, mut problems) = Repo::read(&engine, files)?;
    let misnaming = naming::slips(&repo);
    let misnamed = naming::told(&repo, &misnaming);
    if let Some(settled) = naming::settled(engine.workspace(), &misnaming) {
        engine = Engine::tolerant(Arc::new(settled))?;
        (repo, problems) = Repo::read(&engine, files)?;
    }
    let ((mut found, stacks), imports) =
        rayon::join(|| rayon::join(|| scalars::check(&repo), || stacks::check(&repo)), || imports::check(&repo));
    let (stacks, known) = stacks?;
    found.extend(imports);
    found.extend(stacks);
    // names and switches may be in what could not be read of the configuration
    if unreadable.iter().any(|d| *d.code == code::YAML_SYNTAX || *d.code == code::CONFIGURATION) {
        let configured = &engine.workspace().config_files;
        let is_configured =
            |d: &Diagnostic| sources.get(d.span.source).is_none_or(|source| configured.contains(&source.path));
        found.retain(|d| {
            let unnamed = *d.code == code::NO_NAME && is_configured(d);
            let is_off = |hint: &String| hint.starts_with("switch its library on");
            let undefined = *d.code == code::TEMPLATE_SYNTAX && d.hints.iter().any(is_off);
            !unnamed && !undefined && *d.code != code::TEMPLATES_OFF
        });
    }
    // a library of functions may be switched on in what does not fit
    let hides_functions = misfits.iter().any(|d| d.message.contains("`templates."));
    // the component that an import was to bring, where another stands twice
    let repeated: Vec<String> = found
        .iter()
        .filter(|d| *d.code == code::IMPORT_REPEATED)
        .filter_map(|d| Some(sources.get(d.span.source)?.path.with_extension("").to_string_lossy().into_owned()))
        .collect();
    found.retain(|d| {
        let is_off = d.hints.iter().any(|hint| hint.starts_with("switch its library on"));
        let stack = || d.message.split('`').nth(5).unwrap_or_default();
        let is_missing = *d.code == code::DEPENDENCY_COMPONENT
            && repeated.iter().any(|file| names::fits(stack(), file, &known.stacks));
        !(hides_functions && is_off || is_missing)
    });
    // what is taken for a stack may be none
    if is_assumed {
        found.retain(|d| *d.code != code::NO_NAME || d.hints.iter().any(|h| h.starts_with("did you mean")));
    }
    found.extend(unreadable);
    found.extend(misfits);
    found.extend(misnamed);
    found.extend(workflows::check(&repo, &known));
    found.extend(patterns::check(&repo));
    scalars::configuration(&engine.workspace().written, "", &mut found);
    found.extend(stores::check(&repo));
    found.extend(vendor::check(&repo));
    known.misnamed.drop_followers(&mut found);
    // circles of imports were looked for in the files themselves, where each is met once
    let is_known = |e: &&Error| {
        let code = e.get_code();
        let circle = code.is_some_and(|c| *c == code::IMPORT_CIRCULAR || *c == code::IMPORT_SELF);
        let place = e.span().and_then(|span| sources.locate(span));
        let emptied = code == Some(&code::WRONG_TYPE)
            && e.message().ends_with("not null")
            && place.is_some_and(|(source, at)| repo.losses.empties(&source, at.line));
        circle || emptied
    };
    let met = problems.iter().filter(|e| !is_known(e));
    found.extend(met.map(|e| Diagnostic::from_error(e, &code::UNRESOLVED)));
    fix::suffixes(&repo, &mut found);
    let mut found = cascades::drop(found, &sources);
    let stacks = repo.wanted_stacks();
    // a folder that is not there, and a type that the manifest's schema refused, were told
    let is_folder = |d: &Diagnostic| {
        *d.code == code::CODE_MISSING && ["JSON Schemas", "policies"].iter().any(|what| d.message.ends_with(what))
    };
    let misses_schemas = found.iter().any(is_folder);
    let is_told = |d: &Diagnostic| {
        let misses = misses_schemas && d.message.starts_with("there is no ");
        *d.code == code::INVALID_VALIDATION && (misses || d.message.starts_with("unknown schema type ``"))
    };
    found.extend(schemas::components(&engine, &repo.manifests, &stacks).into_iter().filter(|d| !is_told(d)));
    match GaiaYaml::of(engine.workspace()).and_then(|file| policy::Pack::new(&file.validate)) {
        Ok(pack) => found.extend(policy::components(&engine, &stacks, &pack)?),
        Err(error) => found.extend(own_settings(engine.workspace(), &error)),
    }
    let found = scope::within(&repo, found);
    // the process ends with the command: to take a large tree apart first would only take time
    std::mem::forget(repo);
    Ok(Report::new(found, sources, root))
}

/// What is wrong with the configuration itself.
fn unreadable(workspace: &Workspace) -> impl Iterator<Item = Diagnostic> {
    workspace.problems.iter().map(|e| Diagnostic::from_error(e, &code::CONFIGURATION))
}

/// Everything that is wrong with gaia.yaml: what reading it ended at, and what else its schema refuses.
fn own_settings(workspace: &Workspace, error: &Error) -> Vec<Diagnostic> {
    let mut found = vec![Diagnostic::from_error(error, &code::CONFIGURATION)];
    let schema = JsonSchema::new(Path::new("gaia.schema.json"), gaia_yaml::SCHEMA, "gaia.yaml");
    if let (Ok(schema), Ok(Some((_, written)))) = (schema, GaiaYaml::written(workspace)) {
        let others = schema.problems(&written).into_iter().filter(|other| {
            let line = |error: &Error| error.span().and_then(|span| Some(workspace.sources.locate(span)?.1.line));
            line(other) != line(error)
        });
        found.extend(others.map(|other| Diagnostic::from_error(&other, &code::CONFIGURATION)));
    }
    found
}

/// What of the configuration does not fit what Atmos knows.
fn configuration(workspace: &Workspace) -> Vec<Diagnostic> {
    let diagnostic = |misfit: &Misfit| match misfit {
        Misfit::Key { path, span, meant } => {
            Diagnostic::new(&code::CONFIGURATION_KEY, format!("Atmos knows no `{path}` and ignores it"), *span)
                .hint(format!("did you mean `{meant}`?"))
        }
        Misfit::Value { path, span, expected } => {
            // a section where a text belongs is passed over by some of Atmos's readers
            let severity = if *expected == "a text" { code::Severity::Warning } else { code::CONFIGURATION.severity };
            Diagnostic::new(&code::CONFIGURATION, format!("`{path}` must be {expected}"), *span).severity(severity)
        }
        Misfit::Misplaced { path, span, belongs } => {
            Diagnostic::new(&code::CONFIGURATION_KEY, format!("Atmos knows no `{path}` and ignores it"), *span)
                .hint(format!("it belongs to `{belongs}`"))
        }
        Misfit::Import { path, span } => {
            let message = format!("the import `{path}` finds no file: Atmos passes over it");
            Diagnostic::new(&code::CONFIGURATION, message, *span).severity(code::Severity::Warning)
        }
    };
    workspace.misfits.iter().map(diagnostic).collect()
}

/// That the configuration finds no stacks, at the key or the pattern that should.
fn no_stacks(workspace: &Workspace, error: &Error) -> Diagnostic {
    let mut diagnostic = Diagnostic::from_error(error, &code::NO_STACKS);
    diagnostic.file = diagnostic.file.or_else(|| workspace.config_files.last().cloned());
    let stacks = workspace.written.get("stacks").and_then(Value::as_map);
    let asked = ["included_paths", "base_path"];
    let place = |name: &str| {
        let (key, value) = stacks?.get_entry(name)?;
        Some(if value.is_null() || value.span.is_none() { key.span } else { value.span })
    };
    let slip = |key: &&Key| &*key.name != "excluded_paths" && asked.iter().any(|a| is_slip(&key.name, a));
    let base = place("base_path");
    let is_unset = error.message().contains("`stacks.base_path`");
    let has_folder = base.is_none() || workspace.settings.stacks_dir.is_dir() && !workspace.misses_stacks_dir();
    let excluded = stacks.and_then(|s| s.get("excluded_paths")?.as_seq());
    let excludes_all = workspace
        .excludes_all()
        .filter(|_| !workspace.leaves_some())
        .and_then(|number| Some(excluded?.get(number)?.span));
    if let Some(key) = stacks.into_iter().flat_map(Map::iter).map(|(key, _)| key).find(slip) {
        diagnostic.span = key.span;
        diagnostic = diagnostic.maybe_hint(did_you_mean(&key.name, asked));
    } else if let Some(base) = workspace.misses_root().and_then(|_| workspace.written.get("base_path")) {
        diagnostic.span = base.span;
        diagnostic = diagnostic.hint("the stacks are beside atmos.yaml: `base_path: .`");
    } else if is_unset || !has_folder {
        diagnostic.span = base.unwrap_or_default();
    } else if let Some(span) = excludes_all {
        diagnostic.span = span;
        diagnostic = diagnostic.hint("this pattern excludes all that is included");
    } else if let Some(span) = place("included_paths").or(base) {
        diagnostic.span = match stacks.and_then(|s| s.get("included_paths")?.as_seq()) {
            Some([only]) if !only.span.is_none() => only.span,
            _ => span,
        };
    }
    diagnostic
}

/// The repository with what are most likely its stacks: what the patterns nearly find, else the manifests that import and
/// that nobody imports.
fn assumed(workspace: &Arc<Workspace>) -> Result<Workspace> {
    let Some(dir) = workspace.likely_stacks_dir() else {
        return Ok(workspace.assuming(workspace.settings.stacks_dir.clone(), Vec::new()));
    };
    let likely = workspace.likely_stack_files();
    if !likely.is_empty() {
        return Ok(workspace.assuming(dir, likely));
    }
    let manifests = Engine::tolerant(Arc::new(workspace.assuming(dir.clone(), Vec::new())))?.written_manifests()?;
    let imported: FxHashSet<&PathBuf> = manifests.iter().flat_map(|(_, items)| items).flat_map(|i| &i.files).collect();
    let workflows = &workspace.settings.workflows_dir;
    let is_root = |path: &PathBuf| !imported.contains(path) && !path.starts_with(workflows);
    let roots = || manifests.iter().filter(|(manifest, _)| is_root(&manifest.path));
    let imports = roots().any(|(_, items)| !items.is_empty());
    let stacks = roots().filter(|(_, items)| !imports || !items.is_empty()).map(|(m, _)| m.path.clone()).collect();
    Ok(workspace.assuming(dir, stacks))
}
