//! What all checks look at: the manifests as they were written, and which of them cannot be read whole.

use super::losses::Losses;
use super::scope::Focus;
use crate::engine::{Engine, ImportItem, Manifest, Stack};
use crate::error::{Error, Result};
use crate::hcl::Module;
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A repository under validation.
pub(super) struct Repo {
    pub(super) engine: Arc<Engine>,
    pub(super) manifests: Vec<Manifest>,
    /// The imports of each manifest.
    pub(super) imports: FxHashMap<PathBuf, Vec<ImportItem>>,
    /// The files that are rendered while they are read.
    pub(super) early: FxHashSet<PathBuf>,
    /// What could not be read.
    pub(super) losses: Losses,
    /// What is asked about.
    pub(super) focus: Focus,
    code: Mutex<CodeByFolder>,
}

/// By the type of the components and the folder.
type CodeByFolder = FxHashMap<(Arc<str>, String), Arc<Code>>;

/// The directory of a component's code.
pub(super) struct Code {
    pub(super) dir: PathBuf,
    pub(super) is_there: bool,
    /// What is declared there, where it is Terraform code.
    pub(super) module: Option<Arc<Module>>,
}

impl Repo {
    /// Reads everything, and tells the problems that this met.
    pub(super) fn read(engine: &Arc<Engine>, files: &[PathBuf]) -> Result<(Repo, Vec<Error>)> {
        let mut manifests = Vec::new();
        let mut imports: FxHashMap<PathBuf, Vec<ImportItem>> = FxHashMap::default();
        for (manifest, items) in engine.written_manifests()? {
            imports.insert(manifest.path.clone(), items);
            manifests.push(manifest);
        }
        // stacks first: what they import is read as they read it
        engine.stacks().map(drop).or_else(|e| engine.tolerate_error(e))?;
        let mut read: FxHashSet<&Path> =
            imports.values().flatten().flat_map(|i| i.files.iter().map(PathBuf::as_path)).collect();
        let stacks = engine.stacks().unwrap_or_default();
        read.extend(stacks.iter().flat_map(|s| s.files()));
        let is_template = |p: &Path| p.extension().is_some_and(|e| e == "tmpl");
        let paths = manifests.iter().map(|m| m.path.as_path());
        let rest: Vec<PathBuf> =
            paths.filter(|p| !read.contains(p) && !is_template(p)).map(Path::to_path_buf).collect();
        engine.read_through(&rest);
        let problems = engine.problems();
        let losses = Losses::of(&problems, &engine.workspace().sources);
        let early = early(&manifests, &imports);
        let focus = Focus::on(files, engine, &manifests, &imports);
        let code = Mutex::default();
        Ok((Repo { engine: Arc::clone(engine), manifests, imports, early, losses, focus, code }, problems))
    }

    /// The stacks that are asked about.
    pub(super) fn wanted_stacks(&self) -> Vec<&Arc<Stack>> {
        let stacks = self.engine.stacks().unwrap_or_default();
        stacks.iter().filter(|stack| self.focus.has(&stack.path)).collect()
    }

    /// The code of the components of a type that run it from a folder; looked at once.
    pub(super) fn code(&self, kind: &Arc<str>, folder: String) -> Arc<Code> {
        let key = (Arc::clone(kind), folder);
        if let Some(known) = self.code.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let dir = self.engine.workspace().component_dir(kind, &key.1);
        let module = (&**kind == "terraform").then(|| self.engine.module(&dir)).filter(|m| !m.sources.is_empty());
        let code = Arc::new(Code { is_there: dir.is_dir(), dir, module });
        self.code.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&code));
        code
    }

    /// The folders of code that were looked at, sorted.
    pub(super) fn code_dirs(&self) -> Vec<PathBuf> {
        let code = self.code.lock().unwrap_or_else(PoisonError::into_inner);
        let mut dirs: Vec<PathBuf> = code.values().filter(|c| c.is_there).map(|c| c.dir.clone()).collect();
        dirs.sort();
        dirs.dedup();
        dirs
    }

    /// Whether a name that is not known may be defined in what could not be read.
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        self.losses.has_word(name)
    }

    /// Whether imports of a stack could not be read, so that what is missing may be there.
    pub(super) fn is_incomplete(&self, stack: &Stack) -> bool {
        stack.incomplete || self.losses.has_import(stack.files())
    }

    /// The manifest of a path, as it was written.
    pub(super) fn manifest(&self, path: &Path) -> Option<&Manifest> {
        self.manifests.binary_search_by(|m| m.path.as_path().cmp(path)).ok().map(|i| &self.manifests[i])
    }

    /// The manifest that a span lies in, as it was written.
    pub(super) fn source_manifest(&self, span: Span) -> Option<&Manifest> {
        let source = self.engine.workspace().sources.get(span.source)?;
        self.manifest(&source.path)
    }

    /// The text that a span covers.
    pub(super) fn text(&self, span: Span) -> String {
        let source = self.engine.workspace().sources.get(span.source);
        source.and_then(|s| s.text.get(span.start as usize..span.end as usize).map(str::to_owned)).unwrap_or_default()
    }

    /// The place of a word inside a value, as it was written; the value's own place where it cannot be told.
    pub(super) fn word(&self, span: Span, word: &str) -> Span {
        let Some(at) = self.text(span).find(word).filter(|_| !word.is_empty()) else { return span };
        let start = span.start as usize + at;
        Span::new(span.source, start, start + word.len())
    }
}

/// Files with locals, those imported with a context, and everything that such files import.
fn early(manifests: &[Manifest], imports: &FxHashMap<PathBuf, Vec<ImportItem>>) -> FxHashSet<PathBuf> {
    let has_locals = |m: &Manifest| {
        ["terraform", "helmfile", "packer"].iter().any(|s| m.value.dig([*s, "locals"]).is_some())
            || m.value.get("locals").is_some()
    };
    let mut open: Vec<PathBuf> = manifests
        .iter()
        .filter(|m| has_locals(m) || m.path.extension().is_some_and(|e| e == "tmpl"))
        .map(|m| m.path.clone())
        .collect();
    open.extend(imports.values().flatten().filter(|i| i.has_context).flat_map(|i| i.files.clone()));
    let mut early = FxHashSet::default();
    while let Some(path) = open.pop() {
        if early.insert(path.clone()) {
            open.extend(imports.get(&path).into_iter().flatten().flat_map(|i| i.files.clone()));
        }
    }
    early
}
