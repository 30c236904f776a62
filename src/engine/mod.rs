//! The merge engine: manifests in, resolved components out, as Atmos resolves them.
//!
//! ```text
//! load → import → (locals, templates of imports) → Stack → resolve → Component → render → evaluate → answer
//! ```
//! Stacks are loaded in parallel, files parsed once, and what importers share is merged once and shared. Components are
//! resolved on demand.

mod atlantis;
mod backend;
mod calls;
mod component;
mod custom;
mod deferred;
mod describe;
mod early;
mod evaluate;
mod functions;
mod history;
mod import;
mod inert;
mod inherit;
mod inspect;
mod instances;
mod integrations;
mod keys;
mod layers;
mod listing;
mod load;
mod locals;
mod names;
mod offline;
mod origins;
mod parts;
mod pieces;
mod places;
mod provenance;
mod purity;
mod remote;
mod render;
pub mod schema;
mod secrets;
mod sections;
mod settings;
mod settled;
mod sources;
mod stack;
mod stack_locals;
mod stacks;
mod tags;
mod targets;
mod tolerant;
mod validation;
mod version;
mod why;

pub use atlantis::AtlantisRequest;
pub use component::Component;
pub use describe::ComponentView;
pub use inspect::{ImportItem, Manifest};
pub use listing::{Instance, Listed, StacksFilter};
pub use offline::Placed;
pub use places::Place;
pub use provenance::{Origin, Provenance};
pub use purity::{Asks, Purity, is_self_contained};
pub use sections::{KINDS, Kind};
pub use stack::Stack;
pub use stacks::Described;
pub use tags::TAGS;
pub use why::{How, Link, Why};

use crate::error::Result;
use crate::external;
use crate::hcl::Modules;
use crate::value::Value;
use crate::value::merge::Rules;
use crate::workspace::Workspace;
use evaluate::Reference;
use functions::outside::Outside;
use import::{Imported, MemoKey};
use inherit::{Bases, BasesKey, KnownBases};
use load::Loader;
use rayon::prelude::*;
use render::{FunctionSets, no_lookups};
use rustc_hash::FxHashMap;
use settings::Settings;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use targets::{Target, TargetKey};

/// What an engine evaluates.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether Go templates in components are rendered.
    pub process_templates: bool,
    /// Whether YAML functions are evaluated.
    pub process_functions: bool,
    /// YAML functions to leave as they are, by name without exclamation mark.
    pub skip: Vec<String>,
    /// Whether nothing outside the repository is asked: what would run a program or open a connection stays unknown.
    pub offline: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { process_templates: true, process_functions: true, skip: Vec::new(), offline: false }
    }
}

/// Reads the stacks of a workspace and resolves their components.
#[derive(Debug)]
pub struct Engine {
    /// Itself, for the functions of templates, which outlive every borrow.
    me: Weak<Engine>,
    workspace: Arc<Workspace>,
    options: Arc<Options>,
    settings: Settings,
    loader: Loader,
    functions: FunctionSets,
    imported: Memo<MemoKey, Imported>,
    targets: Memo<TargetKey, Target>,
    known_bases: Mutex<FxHashMap<BasesKey, KnownBases>>,
    no_bases: Arc<Bases>,
    inert_config: OnceLock<bool>,
    name_vars: OnceLock<Option<Vec<String>>>,
    stacks: OnceLock<Result<Vec<Arc<Stack>>>>,
    lock_file: OnceLock<Result<Value>>,
    references: external::Memo<Reference, Value>,
    /// Those of passes that ask nothing outside.
    offline_references: external::Memo<Reference, Value>,
    outside: Outside,
    modules: Modules,
    /// Set where problems are kept instead of ending at the first.
    tolerance: Option<tolerant::Tolerance>,
    offline: offline::Offline,
}

impl Engine {
    /// An engine over a workspace. Nothing is read yet.
    ///
    /// # Errors
    /// Settings of atmos.yaml that cannot hold, such as an unknown list strategy.
    pub fn new(workspace: Arc<Workspace>, options: Options) -> Result<Arc<Engine>> {
        Self::build(workspace, options, None)
    }

    fn build(
        workspace: Arc<Workspace>,
        options: Options,
        tolerance: Option<tolerant::Tolerance>,
    ) -> Result<Arc<Engine>> {
        let keep = |error| match &tolerance {
            Some(tolerance) => {
                tolerance.keep(error);
                Ok(())
            }
            None => Err(error),
        };
        let settings = Settings::of(&workspace, &keep)?;
        let modules = Modules::new(workspace.sources.clone());
        Ok(Arc::new_cyclic(|me| Engine {
            me: Weak::clone(me),
            loader: Loader::new(
                workspace.sources.clone(),
                workspace.root.clone(),
                workspace.files_cwd.clone(),
                workspace.index(),
                Engine::problems_of(tolerance.as_ref()),
            ),
            functions: FunctionSets::new(&settings.templates, no_lookups(&workspace, &options)),
            settings,
            outside: Outside::new(Arc::clone(workspace.fetcher.aws())),
            workspace,
            options: Arc::new(options),
            imported: Memo::default(),
            targets: Memo::default(),
            known_bases: Mutex::default(),
            no_bases: Arc::new(Bases::none()),
            inert_config: OnceLock::new(),
            name_vars: OnceLock::new(),
            stacks: OnceLock::new(),
            lock_file: OnceLock::new(),
            references: external::Memo::default(),
            offline_references: external::Memo::default(),
            modules,
            tolerance,
            offline: offline::Offline::default(),
        }))
    }

    /// The workspace that it reads.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// All stacks, in the order of their manifests' paths. Read once, in parallel.
    ///
    /// # Errors
    /// The first manifest that cannot be read or merged.
    pub fn stacks(&self) -> Result<&[Arc<Stack>]> {
        let stacks = self.stacks.get_or_init(|| {
            let files = self.workspace.stack_files()?;
            let loaded: Vec<Result<Option<Arc<Stack>>>> =
                files.par_iter().map(|path| self.tolerate(self.load_stack(path))).collect();
            loaded.into_iter().filter_map(Result::transpose).collect()
        });
        match stacks {
            Ok(stacks) => Ok(stacks),
            Err(error) => Err(error.clone()),
        }
    }

    /// The stack of one manifest alone.
    ///
    /// # Errors
    /// The manifest, or one that it imports, cannot be read or merged.
    pub fn stack_at(&self, path: &Path) -> Result<Arc<Stack>> {
        self.load_stack(path)
    }

    /// The stack of one manifest.
    fn load_stack(&self, path: &Path) -> Result<Arc<Stack>> {
        let stack = Stack::new(self, path)?;
        if !self.is_tolerant() {
            stack::check_top_level(&stack.merged)?;
        }
        Ok(Arc::new(stack))
    }

    /// How maps merge in this repository.
    fn rules(&self) -> Rules {
        Rules { lists: self.settings.lists, appends: self.loader.appends() }
    }

    /// The name by which Atmos knows a manifest: its path below the stacks folder without extension.
    fn stack_file_name(&self, path: &Path) -> String {
        let relative =
            path.strip_prefix(&self.settings.stacks_dir).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let without = relative.strip_suffix(".yaml").unwrap_or(&relative);
        without.strip_suffix(".yml").unwrap_or(without).to_string()
    }

    /// A path as people write it: below the workspace's root where it lies there.
    fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.workspace.root).unwrap_or(path).display().to_string()
    }

    /// The names of all manifests that another can import, for 'did you mean'.
    fn importable_names(&self, importer: &Path) -> Vec<String> {
        let files = self.workspace.importable_files();
        files.iter().filter(|file| *file != importer).map(|file| self.import_name(file)).collect()
    }
}

/// Answers that are worked out once and shared. Two threads may both work one out: the same, so the first stays.
#[derive(Debug)]
struct Memo<K, V>(Mutex<FxHashMap<K, Arc<V>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(Mutex::default())
    }
}

impl<K: std::hash::Hash + Eq, V> Memo<K, V> {
    fn get(&self, key: &K) -> Option<Arc<V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: K, value: &Arc<V>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert_with(|| Arc::clone(value));
    }
}
