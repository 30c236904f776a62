//! Vendoring manifests: `vendor.yaml` with what it imports, and `component.yaml` beside the code of components.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code::{self, Severity};
use crate::engine::schema;
use crate::error::Error;
use crate::text::{Span, did_you_mean};
use crate::value::Value;
use crate::yaml;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// Checks every vendoring manifest. None of them keeps Atmos from reading stacks: what does not fit is a warning.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let mut check = Check { repo, found: Vec::new(), seen: FxHashSet::default(), components: FxHashMap::default() };
    for path in roots(repo) {
        check.vendor(&path);
    }
    for dir in repo.code_dirs() {
        let names = ["component.yaml", "component.yml"].map(|name| dir.join(name));
        if let Some(path) = names.iter().find(|path| path.is_file()) {
            check.read(path, schema::component_vendor_problems);
        }
    }
    check.found
}

/// The files that `vendor.base_path` names, or `vendor.yaml`.
fn roots(repo: &Repo) -> Vec<PathBuf> {
    let workspace = repo.engine.workspace();
    let configured = workspace.config.dig(["vendor", "base_path"]).and_then(Value::as_str).unwrap_or_default();
    let path = workspace.root.join(if configured.is_empty() { "vendor" } else { configured });
    if configured.is_empty() || !path.is_dir() {
        return found(&path).into_iter().collect();
    }
    workspace.glob(&path.join("*.{yaml,yml}"))
}

/// The file of a path that may leave its extension out.
fn found(path: &Path) -> Option<PathBuf> {
    let with = |extension: &str| PathBuf::from(format!("{}.{extension}", path.display()));
    [path.to_path_buf(), with("yaml"), with("yml")].into_iter().find(|path| path.is_file())
}

struct Check<'a> {
    repo: &'a Repo,
    found: Vec<Diagnostic>,
    /// The files that were read.
    seen: FxHashSet<PathBuf>,
    /// The names of components, with the places where they stand first.
    components: FxHashMap<String, Span>,
}

/// What the templates of a source may name.
const FIELDS: [&str; 2] = ["Component", "Version"];

impl Check<'_> {
    fn vendor(&mut self, path: &Path) {
        if !self.seen.insert(path.to_path_buf()) {
            return;
        }
        let Some(manifest) = self.read(path, schema::vendor_problems) else { return };
        let list = |key: &str| manifest.dig(["spec", key]).and_then(Value::as_seq).unwrap_or_default().to_vec();
        for source in list("sources") {
            self.templates(&source);
            let Some(name) = source.get("component") else { continue };
            let Some(text) = name.as_str().filter(|text| !text.is_empty()) else { continue };
            if let Some(first) = self.components.insert(text.to_owned(), name.span) {
                let message = format!("`{text}` is vendored twice, which Atmos refuses");
                let twice = Diagnostic::new(&code::DUPLICATE_COMPONENT, message, name.span);
                self.found.push(twice.severity(Severity::Warning).related("it stands here already", first));
            }
        }
        for import in list("imports") {
            if let Some(text) = import.as_str() {
                self.import(text, import.span);
            }
        }
    }

    /// The templates of a source, which see its component and its version.
    fn templates(&mut self, source: &Value) {
        let targets = source.get("targets").and_then(Value::as_seq).unwrap_or_default();
        for value in source.get("source").into_iter().chain(targets) {
            let Some(text) = value.as_str().filter(|text| text.contains("{{")) else { continue };
            let template = match self.repo.engine.parse_template(text, false) {
                Ok(template) => template,
                Err(error) => {
                    let message = format!("the template does not parse: {}", error.message);
                    let wrong = Diagnostic::new(&code::TEMPLATE_SYNTAX, message, value.span);
                    self.found.push(wrong.severity(Severity::Warning));
                    continue;
                }
            };
            let fields = template.references();
            for field in fields.iter().filter_map(|r| r.path.first()).filter(|f| !FIELDS.contains(&f.as_str())) {
                let message = format!("`.{field}` is not set: Atmos writes `<no value>`");
                let place = self.repo.word(value.span, &format!(".{field}"));
                let missing = Diagnostic::new(&code::TEMPLATE_MISSING, message, place);
                self.found.push(missing.maybe_hint(did_you_mean(field, FIELDS)));
            }
        }
    }

    fn import(&mut self, text: &str, span: Span) {
        let workspace = self.repo.engine.workspace();
        let dirs = [&workspace.root, &workspace.cwd];
        let Some(path) = dirs.into_iter().find_map(|dir| found(&dir.join(text))) else {
            let is_pattern = text.contains(['*', '?', '[', '{']);
            if !is_pattern {
                let message = format!("the import `{text}` matches no file");
                self.found.push(Diagnostic::new(&code::IMPORT_MISSING, message, span).severity(Severity::Warning));
            }
            return;
        };
        self.vendor(&path);
    }

    /// Reads a manifest, and tells what its shape is not.
    fn read(&mut self, path: &Path, shape: fn(&Value) -> Vec<Error>) -> Option<Value> {
        let workspace = self.repo.engine.workspace();
        let bytes = workspace.bytes_of(path).ok()?;
        let source = workspace.sources.add(path.to_path_buf(), String::from_utf8_lossy(&bytes), false);
        let (document, problems) = yaml::load_lenient(&source, &mut yaml::PlainTags);
        self.found.extend(problems.iter().map(|e| Diagnostic::from_error(e, &code::YAML_SYNTAX)));
        if problems.is_empty() {
            let warning =
                |e: &Error| Diagnostic::from_error(e, &code::WRONG_TYPE).severity(Severity::Warning).in_file(path);
            self.found.extend(shape(&document.value).iter().map(warning));
        }
        Some(document.value)
    }
}
