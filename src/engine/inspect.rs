//! What a validation asks of the engine beside answers: manifests as they were written, components before templates and
//! functions, templates that are parsed and not run.

use super::component::Component;
use super::import::Imported;
use super::names::{NameRule, Naming};
use super::sections::KINDS;
use super::{Engine, Stack};
use crate::error::{Error, Result};
use crate::hcl::Module;
use crate::template::{ParseOptions, Template, TemplateError};
use crate::text::{Source, Span};
use crate::value::{Key, Map, Value};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A manifest as it was written: nothing rendered, nothing merged.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub source: Arc<Source>,
    /// What it says.
    pub value: Value,
}

impl Manifest {
    /// The components of all types that it writes, in the order in which they stand.
    pub fn components(&self) -> impl Iterator<Item = (&Key, &Value)> {
        let types = self.value.get("components").and_then(Value::as_map).into_iter().flat_map(Map::values);
        types.filter_map(Value::as_map).flat_map(Map::iter)
    }
}

/// One item of an `import` list.
#[derive(Clone, Debug)]
pub struct ImportItem {
    /// The path as it was written.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// Whether the item hands a context on.
    pub has_context: bool,
    /// The files that it names now; none where it is a template.
    pub files: Vec<PathBuf>,
}

impl Engine {
    /// Every manifest below the stacks folder, every one that is a stack, and every one that these import, excluded or not,
    /// in the order of their paths, each with its imports. Files that are templates as a whole have no value.
    ///
    /// # Errors
    /// Patterns of atmos.yaml that cannot be read.
    pub fn written_manifests(&self) -> Result<Vec<(Manifest, Vec<ImportItem>)>> {
        let mut open = self.workspace.all_manifest_files()?;
        open.extend(self.workspace.stack_files().into_iter().flat_map(|f| f.iter().cloned().collect::<Vec<_>>()));
        let mut known: FxHashSet<PathBuf> = FxHashSet::default();
        let mut all: Vec<(Manifest, Vec<ImportItem>)> = Vec::new();
        while !open.is_empty() {
            open.retain(|path| known.insert(path.clone()));
            let read = |path: &PathBuf| {
                let manifest = self.manifest(path)?;
                let imports = self.imports(&manifest);
                Some((manifest, imports))
            };
            let read: Vec<_> = open.par_iter().filter_map(read).collect();
            open = read.iter().flat_map(|(_, imports)| imports).flat_map(|i| i.files.iter().cloned()).collect();
            all.extend(read);
        }
        all.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        Ok(all)
    }

    /// A manifest as it was written; `None` when it cannot be read.
    pub fn manifest(&self, path: &Path) -> Option<Manifest> {
        let file = self.loader.open(path)?;
        let is_template = path.extension().is_some_and(|e| e == "tmpl");
        let value = if file.source.text.is_empty() || is_template {
            Value::empty_map()
        } else {
            self.loader.parse(&file).unwrap_or_else(|_| Value::empty_map())
        };
        Some(Manifest { path: path.to_path_buf(), source: Arc::clone(&file.source), value })
    }

    /// Reads manifests with all that they import, for the problems that this meets.
    pub fn read_through(&self, files: &[PathBuf]) {
        files.par_iter().for_each(|path| {
            let imported: Result<Arc<Imported>> = self.import_stack(path);
            // a tolerant engine keeps what goes wrong further down
            let _ = self.tolerate(imported);
        });
    }

    /// The imports of a manifest as it was written.
    pub fn imports(&self, manifest: &Manifest) -> Vec<ImportItem> {
        let items = manifest.value.get("import").and_then(Value::as_seq).unwrap_or_default();
        items.iter().filter_map(|item| self.written_import(item, &manifest.path)).collect()
    }

    /// The components of a stack that Atmos knows types for, with the key of each.
    pub fn declared(stack: &Stack) -> impl Iterator<Item = (&'static str, &crate::value::Key, &Value)> {
        let of = |kind| stack.components(kind).into_iter().flat_map(Map::iter).map(move |(k, v)| (kind, k, v));
        KINDS.into_iter().flat_map(of)
    }

    /// A component with its layers merged, templates and functions as they were written.
    ///
    /// # Errors
    /// Layers that cannot be merged.
    pub fn component(&self, stack: &Arc<Stack>, kind: &str, name: &str) -> Result<Component> {
        self.resolve(stack, kind, name)
    }

    /// The name of the stack that a component lives in.
    ///
    /// # Errors
    /// As the rules of atmos.yaml ask for a value that is not there.
    pub fn name_of(&self, component: &Component) -> Result<String> {
        self.stack_name(&Naming {
            file: &component.stack.file,
            manifest_name: component.stack.manifest_name(),
            sections: &component.sections,
        })
    }

    /// The names of the stacks that the components of a manifest are in, in the order of [`Engine::declared`], without merging
    /// them: those that set nothing that names are made of share a name. None where there is no name.
    pub(crate) fn names_within(&self, stack: &Arc<Stack>) -> Vec<Option<String>> {
        let look_up = |kind: &str, name: &str| match self.parts(stack, kind, name).ok()? {
            Some(parts) => parts.stack_name(NameRule::Described).ok().map(|name| name.to_string()),
            None => self.name_of(&self.resolve(stack, kind, name).ok()?).ok(),
        };
        let vars = self.name_vars();
        let sets_any = |value: &Value| {
            vars.is_none_or(|vars| vars.iter().any(|var| value.dig(["vars", var]).is_some()))
                || value.get("overrides").is_some()
        };
        let is_shared = !Self::declared(stack).any(|(_, _, value)| sets_any(value));
        let mut last: Option<(&str, Option<String>)> = None;
        let mut names = Vec::new();
        for (kind, key, _) in Self::declared(stack) {
            let name = match &last {
                Some((of, name)) if is_shared && *of == kind => name.clone(),
                _ => look_up(kind, &key.name),
            };
            last = Some((kind, name.clone()));
            names.push(name);
        }
        names
    }

    /// The name that the template or the pattern of atmos.yaml gives, whatever the manifest's `name`.
    ///
    /// # Errors
    /// As [`Engine::name_of`].
    pub fn pattern_name_of(&self, component: &Component) -> Result<String> {
        self.stack_name(&Naming { file: &component.stack.file, manifest_name: None, sections: &component.sections })
    }

    /// Parses a template of a component, with the functions and delimiters that atmos.yaml gives it; `early` ones are
    /// rendered while a manifest is read, with all functions.
    ///
    /// # Errors
    /// The text is no template.
    pub fn parse_template(&self, text: &str, early: bool) -> std::result::Result<Template, TemplateError> {
        let settings = &self.settings.templates;
        let options =
            if early { ParseOptions::default() } else { ParseOptions { left: &settings.left, right: &settings.right } };
        Template::parse("value", text, &options, &self.functions.names(self, text, early))
    }

    /// What goes wrong when a template of a component is rendered over sections that hold neither templates nor functions
    /// where it looks: nothing where it asks for more than that, or where all is well.
    pub fn trial(&self, template: &Template, text: &str, sections: &Value) -> Option<TemplateError> {
        let left = &self.settings.templates.left;
        let is_plain = |path: &[String]| {
            let value = sections.dig(path.iter().map(String::as_str));
            value.is_some_and(|value| super::inert::is_inert(value, left))
        };
        let is_known = super::purity::is_pure(text, left) && template.references().iter().all(|r| is_plain(&r.path));
        let functions = is_known.then(|| self.functions.names(self, text, false))?;
        template.render(sections, &functions, crate::template::MissingKey::Default).err()
    }

    /// Whether templates of components are rendered at all.
    pub fn renders_templates(&self) -> bool {
        self.settings.templates.enabled
    }

    /// What begins a template of a component.
    pub fn left_delimiter(&self) -> &str {
        &self.settings.templates.left
    }

    /// How often templates of components are rendered.
    pub fn evaluations(&self) -> usize {
        self.settings.templates.evaluations.max(1)
    }

    /// What Terraform refuses in the code of a directory; `whole` as in [`crate::hcl::check()`].
    pub fn check_module(&self, module: &Module, whole: bool) -> Vec<Error> {
        crate::hcl::check(module, &self.modules, whole)
    }

    /// The Terraform code of a directory.
    pub fn module(&self, dir: &Path) -> Arc<Module> {
        self.modules.get(dir)
    }
}
