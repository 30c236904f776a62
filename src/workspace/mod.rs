//! Where we are: which `atmos.yaml` holds, where the stacks are, which manifests there are. Nothing is parsed but the
//! configuration.

mod auth;
mod config;
mod defaults;
mod discover;
mod edition;
mod find;
mod functions;
pub mod gaia_yaml;
mod likely;
mod misfit;
mod paths;
mod profiles;
mod shape;
mod view;

pub use misfit::Misfit;
pub use paths::{clean, said_dir};

use crate::error::{Error, Result};
use crate::external::fetch::{Fetcher, Network};
use crate::external::git::Staged;
use crate::text::{SourceMap, did_you_mean};
use crate::value::Value;
use discover::Directories;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// How the user asks for the configuration: flags, and the directory that everything starts from.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The current directory, after `-C`.
    pub cwd: PathBuf,
    /// `--base-path`
    pub base_path: Option<PathBuf>,
    /// `--config`: files, each merged over the one before, instead of the search.
    pub config: Vec<PathBuf>,
    /// `--config-path`: directories with an atmos.yaml, likewise.
    pub config_path: Vec<PathBuf>,
    /// `--profile`
    pub profiles: Vec<String>,
    /// Whether imports may be fetched over the network.
    pub network: Network,
    /// Whether reading goes on behind what is wrong with the configuration; [`Workspace::problems`] tells it.
    pub lenient: bool,
    /// Environment variables that tests put over those of the process; `None` unsets one.
    pub env: Vec<(String, Option<String>)>,
}

impl Options {
    /// The options of a run in the current directory without any flag.
    ///
    /// # Errors
    /// The current directory is gone.
    pub fn here() -> Result<Options> {
        let cwd = std::env::current_dir().map_err(|e| Error::new(format!("there is no current directory: {e}")))?;
        Ok(Options { cwd, ..Options::default() })
    }

    /// The user's directory for what can be fetched anew.
    pub fn cache_dir(&self) -> Option<PathBuf> {
        let below_home = || Some(Path::new(&self.env("HOME").or_else(|| self.env("USERPROFILE"))?).join(".cache"));
        self.env("XDG_CACHE_HOME").map(PathBuf::from).filter(|dir| dir.is_absolute()).or_else(below_home)
    }

    /// An environment variable that is set and not empty.
    fn env(&self, name: &str) -> Option<String> {
        self.env_raw(name).filter(|v| !v.is_empty())
    }

    fn env_raw(&self, name: &str) -> Option<String> {
        match self.env.iter().rev().find(|(n, _)| n == name) {
            Some((_, value)) => value.clone(),
            None => std::env::var(name).ok(),
        }
    }
}

/// A repository as its atmos.yaml describes it.
#[derive(Debug)]
pub struct Workspace {
    /// The base path, absolute: what relative paths of the configuration stand on.
    pub root: PathBuf,
    /// The directory that gaia works in.
    pub cwd: PathBuf,
    /// The merged configuration with defaults, as it was written: all keys, unknown ones too.
    pub config: Value,
    /// All texts that were read.
    pub sources: SourceMap,
    /// The directories and switches that the engine needs.
    pub settings: Config,
    /// The configuration files that were merged, weakest first.
    pub config_files: Vec<PathBuf>,
    /// The directory of the strongest configuration file, where there is one.
    pub config_dir: Option<PathBuf>,
    /// Where relative paths of included files are looked up first: the current directory.
    pub(crate) files_cwd: PathBuf,
    /// What was passed over while the configuration was read, as Atmos passes over it.
    pub warnings: Vec<Error>,
    /// What is wrong with the configuration, where reading went on behind that.
    pub problems: Vec<Error>,
    /// What of the configuration does not fit what Atmos knows, where reading went on behind that.
    pub misfits: Vec<Misfit>,
    /// The configuration before what does not fit was put right.
    pub(crate) written: Value,
    /// Fetches imports.
    pub fetcher: Arc<Fetcher>,
    options: Options,
    directories: Directories,
    stack_files: OnceLock<Result<Arc<Vec<PathBuf>>>>,
}

/// What others need of the configuration, with types.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The stacks folder, absolute.
    pub stacks_dir: PathBuf,
    /// The workflows folder, absolute.
    pub workflows_dir: PathBuf,
    /// Whether components inherit `metadata` (`stacks.inherit.metadata`).
    pub inherit_metadata: bool,
    /// Whether components inherit `source` and `provision` (`stacks.inherit.source`).
    pub inherit_source: bool,
    /// `stacks.included_paths`
    pub included_paths: Vec<String>,
    /// `stacks.excluded_paths`
    pub excluded_paths: Vec<String>,
}

impl Config {
    fn of(config: &Value, root: &Path) -> Config {
        let text = |path: [&str; 2]| config.dig(path).and_then(Value::as_str).unwrap_or_default();
        let list = |path: [&str; 2]| {
            let items = config.dig(path).and_then(Value::as_seq).unwrap_or_default();
            items.iter().filter_map(Value::as_str).map(str::to_string).collect()
        };
        let inherit = |what: &str| config.dig(["stacks", "inherit", what]).and_then(Value::as_bool).unwrap_or(true);
        Config {
            stacks_dir: paths::join(root, text(["stacks", "base_path"])),
            workflows_dir: paths::join(root, text(["workflows", "base_path"])),
            inherit_metadata: inherit("metadata"),
            inherit_source: inherit("source"),
            included_paths: list(["stacks", "included_paths"]),
            excluded_paths: list(["stacks", "excluded_paths"]),
        }
    }
}

impl Workspace {
    /// Finds and merges the configuration.
    ///
    /// # Errors
    /// A configuration file that is no YAML or has values that Atmos refuses, a missing file that was named, a profile that
    /// is not there.
    pub fn open(options: &Options, sources: &SourceMap) -> Result<Workspace> {
        let fetcher = Fetcher::new(options.network, options.cache_dir().as_deref(), Arc::default());
        let loaded = find::load(options, sources, &fetcher)?;
        let mut config = loaded.config;
        let root = paths::base_path(options, &config, loaded.config_dir.as_deref(), loaded.base_path_at_runtime);
        let (mut root, mut problems) = (root, loaded.problems);
        if options.lenient {
            if let Some((likely, problem)) = likely::root(&root, &config, loaded.config_dir.as_deref()) {
                root = likely;
                problems.push(problem);
            }
            likely::folders(&mut config, &root);
        }
        let settings = Config::of(&config, &root);
        Ok(Workspace {
            root,
            cwd: options.cwd.clone(),
            files_cwd: options.cwd.clone(),
            settings,
            config,
            sources: sources.clone(),
            config_files: loaded.files,
            config_dir: loaded.config_dir,
            warnings: loaded.warnings,
            problems,
            misfits: loaded.misfits,
            written: loaded.written,
            fetcher: Arc::new(fetcher),
            options: options.clone(),
            directories: Directories::default(),
            stack_files: OnceLock::new(),
        })
    }

    /// The same repository as git's index has it, or with files that are about to be written: manifests are those.
    /// Terraform code is read from disk.
    #[must_use]
    pub fn staged(mut self, staged: Arc<Staged>) -> Workspace {
        self.directories = Directories::staged(staged);
        self.stack_files = OnceLock::new();
        self
    }

    /// The same repository without the manifests that further patterns name, as they stand in `stacks.excluded_paths` or
    /// from the root of the repository.
    #[must_use]
    pub fn excluding(mut self, patterns: &[String]) -> Workspace {
        let base = self.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default();
        let base = format!("{}/", base.trim_start_matches("./").trim_end_matches('/'));
        let below = |pattern: &String| {
            let pattern = pattern.trim().trim_start_matches("./");
            let whole = paths::join(&self.settings.stacks_dir, pattern.strip_prefix(&base).unwrap_or(pattern));
            whole.to_string_lossy().into_owned()
        };
        let whole: Vec<String> = patterns.iter().map(below).collect();
        self.settings.excluded_paths.extend(whole);
        self.stack_files = OnceLock::new();
        self
    }

    /// The files below a directory, as manifests are.
    pub(crate) fn files_below(&self, dir: &Path) -> Arc<Vec<PathBuf>> {
        self.directories.below(dir)
    }

    /// What a file holds, as a manifest is read.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn bytes_of(&self, path: &Path) -> Result<Vec<u8>> {
        if let Some(held) = self.index().as_ref().and_then(|held| held.contents(path)) {
            return Ok(held.to_vec());
        }
        std::fs::read(path).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(path))
    }

    /// Git's index, where it holds instead of the disk.
    pub(crate) fn index(&self) -> Option<Arc<Staged>> {
        self.directories.index()
    }

    /// Whether a manifest is there.
    pub(crate) fn has_file(&self, path: &Path) -> bool {
        self.directories.has(path)
    }

    /// The same configuration over other files: its directories below `from` are those below `to`. The current directory
    /// stays, as it does for Atmos when it reads another revision; but for files that manifests include, if `includes` says
    /// so.
    #[must_use]
    pub fn moved(&self, from: &Path, to: &Path, includes: bool) -> Workspace {
        let moved =
            |path: &Path| path.strip_prefix(from).map_or_else(|_| path.to_owned(), |below| clean(&to.join(below)));
        Workspace {
            root: moved(&self.root),
            cwd: self.cwd.clone(),
            files_cwd: if includes { moved(&self.cwd) } else { self.cwd.clone() },
            config: self.config.clone(),
            sources: self.sources.clone(),
            settings: Config {
                stacks_dir: moved(&self.settings.stacks_dir),
                workflows_dir: moved(&self.settings.workflows_dir),
                ..self.settings.clone()
            },
            config_files: self.config_files.clone(),
            config_dir: self.config_dir.clone(),
            warnings: Vec::new(),
            problems: Vec::new(),
            misfits: Vec::new(),
            written: self.written.clone(),
            fetcher: Arc::clone(&self.fetcher),
            options: self.options.clone(),
            directories: Directories::default(),
            stack_files: OnceLock::new(),
        }
    }

    /// The base path as the configuration gives it, on which Atmos puts the paths of components that it shows.
    pub(crate) fn base_path_text(&self) -> String {
        let assumed = self.assumed_base_path().unwrap_or_default();
        let given = self.config.get("base_path").and_then(Value::as_str);
        assumed.as_str().or(given).unwrap_or_default().to_owned()
    }

    /// An environment variable as this run sees it.
    pub fn env(&self, name: &str) -> Option<String> {
        self.options.env_raw(name)
    }

    /// The top-level manifests, sorted: what `stacks.included_paths` finds and `excluded_paths` does not take away.
    ///
    /// # Errors
    /// The configuration names no stacks folder or no included path, or nothing is found.
    pub fn stack_files(&self) -> Result<Arc<Vec<PathBuf>>> {
        self.stack_files.get_or_init(|| self.find_stack_files().map(Arc::new)).clone()
    }

    fn find_stack_files(&self) -> Result<Vec<PathBuf>> {
        let stacks = &self.settings;
        if self.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or_default().is_empty() {
            return Err(self.unconfigured("stacks.base_path", "base_path: stacks"));
        }
        if stacks.included_paths.is_empty() {
            return Err(self.unconfigured("stacks.included_paths", "included_paths: [\"deploy/**/*\"]"));
        }
        let patterns = stacks.included_paths.iter().map(|pattern| paths::join(&stacks.stacks_dir, pattern));
        let found = self.manifests_matching(patterns)?;
        if found.is_empty() {
            let shown = stacks.included_paths.join("`, `");
            let dir = stacks.stacks_dir.display();
            let error = Error::new(format!("no stack manifests below `{dir}` match `{shown}`"));
            if self.config_files.is_empty() {
                return Err(self.outside(error));
            }
            return Err(error.hint("check `stacks.base_path`, `included_paths` and `excluded_paths` in atmos.yaml"));
        }
        Ok(found)
    }

    /// The files that absolute patterns find and `excluded_paths` does not take away, sorted.
    fn manifests_matching(&self, patterns: impl Iterator<Item = PathBuf>) -> Result<Vec<PathBuf>> {
        let excluded = discover::Patterns::below(&self.settings.stacks_dir, &self.settings.excluded_paths)?;
        let patterns = patterns.flat_map(|pattern| discover::with_extensions(&pattern));
        let mut found: Vec<PathBuf> =
            patterns.flat_map(|pattern| self.glob(&pattern)).filter(|path| !excluded.matches(path)).collect();
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// The user's cache directory, where there is a place for one.
    pub fn cache_dir(&self) -> Option<PathBuf> {
        self.options.cache_dir()
    }

    fn unconfigured(&self, key: &str, example: &str) -> Error {
        let error = Error::new(format!("`{key}` is not configured"));
        match self.config_files.last() {
            Some(file) => error.in_file(file).hint(format!("add `{example}` under `stacks:`")),
            None => self.outside(error),
        }
    }

    /// An error that comes from there being no repository here.
    pub fn outside(&self, error: Error) -> Error {
        error
            .note(format!("no atmos.yaml in `{}` or above it", self.cwd.display()))
            .hint("go to a directory of the repository, or name it with `-C`; `gaia init DIR` starts one")
    }

    /// Every manifest below the stacks folder that Atmos's validation reads: all YAML files but templates and excluded ones.
    ///
    /// # Errors
    /// A pattern of `excluded_paths` that cannot be read.
    pub fn all_manifest_files(&self) -> Result<Vec<PathBuf>> {
        let excluded = discover::Patterns::new(self.settings.excluded_paths.iter().map(PathBuf::from))?;
        let mut files = self.importable_files();
        files.retain(|path| !excluded.matches(path));
        Ok(files)
    }

    /// Every YAML file below the stacks folder: imports may name those that `excluded_paths` keeps from being stacks.
    pub(crate) fn importable_files(&self) -> Vec<PathBuf> {
        let files = self.directories.below(&self.settings.stacks_dir);
        let is_manifest = |path: &&PathBuf| path.extension().is_some_and(|e| e == "yaml" || e == "yml");
        files.iter().filter(is_manifest).cloned().collect()
    }

    /// The files that an absolute pattern (`**`, `*`, `?`, `[…]`, `{…}`) names, sorted.
    pub fn glob(&self, pattern: &Path) -> Vec<PathBuf> {
        self.directories.glob(pattern)
    }

    /// The directory of a component's code.
    pub fn component_dir(&self, kind: &str, component: &str) -> PathBuf {
        let base = self.config.dig(["components", kind, "base_path"]).and_then(Value::as_str).unwrap_or_default();
        paths::join(&paths::join(&self.root, base), component)
    }

    /// The configuration as `describe component` shows it in its full form.
    pub fn cli_config(&self) -> Value {
        view::of_stacks(self)
    }

    /// The whole configuration as `describe config` shows it.
    pub fn describe_config(&self) -> Value {
        view::whole(self)
    }

    /// `auth` of the configuration, where it names providers or identities: the weakest layer of every Terraform
    /// component's `auth`.
    pub fn auth(&self) -> Option<Value> {
        let section = self.config.get("auth")?;
        let names_some = |key| section.get(key).is_some_and(|v| v.as_map().is_some());
        (names_some("providers") || names_some("identities"))
            .then(|| Value::map(auth::of(&self.config, self.config_dir.as_deref(), self.env("ATMOS_AUTH_REALM"))))
    }

    /// `auth` of the configuration as a described component has it that has no `auth` of its own; empty where nothing is
    /// configured.
    pub fn inherited_auth(&self) -> Value {
        Value::map(auth::inherited(&self.config, self.env("ATMOS_AUTH_REALM")))
    }

    /// The base path where neither a file gives one nor a file of the current directory stands for it.
    pub(crate) fn assumed_base_path(&self) -> Option<Value> {
        let path = self.config.get("base_path").and_then(Value::as_str).unwrap_or_default();
        let elsewhere = self.config_dir.as_deref().is_some_and(|dir| dir != self.cwd);
        (path.is_empty() && elsewhere).then(|| Value::from(self.root.to_string_lossy().as_ref()))
    }

    /// A path as people write it: below the current directory where it lies there.
    pub fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.cwd).unwrap_or(path).display()
    }
}

/// The error for a value that is none of those allowed.
fn not_one_of(key: &str, value: &Value, allowed: &[&str]) -> Error {
    let text = value.as_str().unwrap_or_default();
    Error::new(format!("unknown `{key}` `{text}`"))
        .at(value.span)
        .maybe_hint(did_you_mean(text, allowed.iter().copied()))
        .hint(format!("one of: {}", allowed.join(", ")))
}
