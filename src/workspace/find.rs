//! Which configuration files hold, and how they merge.
//!
//! Atmos, weakest first: the system's, the user's, then of the current directory's parents and the git root (only where the
//! current directory has none of its own), the current directory's, and that of `ATMOS_CLI_CONFIG_PATH`. Flags replace the
//! search. Each file lies over `atmos.d/` beside it and over the files that it imports; profiles lie over all.

use super::discover::Directories;
use super::functions::ConfigTags;
use super::{Misfit, Options, config, defaults, misfit, paths, profiles};
use crate::error::{Error, Kind, Result};
use crate::external::fetch::{Failure, Fetcher, Network};
use crate::text::{SourceMap, Span};
use crate::value::Value;
use crate::value::merge::{Lists, merge_all};
use crate::yaml;
use std::path::{Path, PathBuf};

/// The names under which a configuration is looked for in a directory.
const NAMES: [&str; 4] = ["atmos.yaml", "atmos.yml", ".atmos.yaml", ".atmos.yml"];

/// Imports deeper than this are a mistake.
const MAX_DEPTH: usize = 10;

/// The merged configuration and where it came from.
pub(super) struct Loaded {
    pub config: Value,
    pub files: Vec<PathBuf>,
    pub config_dir: Option<PathBuf>,
    /// Whether a flag or the environment gave the base path.
    pub base_path_at_runtime: bool,
    /// Imports that were passed over.
    pub warnings: Vec<Error>,
    /// What is wrong, where reading goes on behind that.
    pub problems: Vec<Error>,
    /// What does not fit what Atmos knows, where reading goes on behind that.
    pub misfits: Vec<Misfit>,
    /// The configuration before what does not fit was put right.
    pub written: Value,
}

/// Finds and merges everything.
pub(super) fn load(options: &Options, sources: &SourceMap, fetcher: &Fetcher) -> Result<Loaded> {
    let (files, warnings, problems) = (Vec::new(), Vec::new(), Vec::new());
    let mut reader = Reader {
        options,
        sources,
        fetcher,
        files,
        warnings,
        problems,
        misfits: Vec::new(),
        directories: Directories::default(),
    };
    let mut config = Value::empty_map();
    let mut config_dir = None;
    let named = named_files(options)?;
    let (files, from_flags) = if named.is_empty() { (searched(options), false) } else { (named, true) };
    for file in &files {
        let own = reader.read_with_imports(file)?;
        config = merge_configs(&config, &own);
        if config_dir.is_none() || !from_flags {
            config_dir = file.parent().map(Path::to_path_buf);
        }
    }
    if files.is_empty() {
        config = defaults::without_config()?;
        if let Some(root) = paths::git_root(options) {
            let extra = reader.atmos_d(&root)?;
            config = merge_configs(&config, &extra);
        }
    }
    let profiles = profiles::directories(options, &config, config_dir.as_deref());
    for dir in reader.tolerate(profiles)?.unwrap_or_default() {
        for file in reader.yaml_files_below(&dir) {
            let own = reader.read_with_imports(&file)?;
            config = merge_configs(&config, &own);
        }
    }
    let config = reader.tolerate(defaults::apply(options, &config))?.unwrap_or(config);
    reader.tolerate(config::check_log_level(&config))?;
    let (written, base_path_at_runtime) = config::apply_environment(options, config)?;
    for error in config::problems(&written) {
        reader.tolerate(Err::<(), _>(error))?;
    }
    let mut misfits = if options.lenient { misfit::of(&written) } else { Vec::new() };
    misfits.append(&mut reader.misfits);
    let config = misfit::put_right(&written, &misfits);
    let Reader { files, warnings, problems, .. } = reader;
    Ok(Loaded { config, files, config_dir, base_path_at_runtime, warnings, problems, misfits, written })
}

/// The files that flags name.
fn named_files(options: &Options) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in &options.config {
        let path = paths::clean(&options.cwd.join(file));
        if !path.is_file() {
            return Err(Error::usage(format!("there is no configuration file `{}`", file.display())));
        }
        files.push(path);
    }
    for dir in &options.config_path {
        let path = paths::clean(&options.cwd.join(dir));
        let found = in_directory(&path)
            .ok_or_else(|| Error::usage(format!("there is no atmos.yaml in `{}`", dir.display())))?;
        files.push(found);
    }
    Ok(files)
}

fn in_directory(dir: &Path) -> Option<PathBuf> {
    NAMES.iter().map(|name| dir.join(name)).find(|path| path.is_file())
}

/// The files of the search, weakest first.
fn searched(options: &Options) -> Vec<PathBuf> {
    let home = options.env("HOME").map(|home| Path::new(&home).join(".atmos"));
    let mut dirs = vec![Some(PathBuf::from("/usr/local/etc/atmos")), home];
    let elsewhere = options.env("ATMOS_CLI_CONFIG_PATH").map(PathBuf::from);
    let local =
        in_directory(&options.cwd).is_some() || ["atmos.d", ".atmos.d"].iter().any(|d| options.cwd.join(d).is_dir());
    if elsewhere.is_none() && !local {
        dirs.push(options.cwd.ancestors().skip(1).find(|dir| in_directory(dir).is_some()).map(Path::to_path_buf));
        dirs.push(paths::git_root(options));
    }
    dirs.push(Some(options.cwd.clone()));
    dirs.push(elsewhere.map(|dir| paths::clean(&options.cwd.join(dir))));
    let mut files: Vec<PathBuf> = Vec::new();
    for file in dirs.into_iter().flatten().filter_map(|dir| if dir.is_file() { Some(dir) } else { in_directory(&dir) })
    {
        files.retain(|known| *known != file);
        files.push(file);
    }
    files
}

struct Reader<'a> {
    options: &'a Options,
    sources: &'a SourceMap,
    fetcher: &'a Fetcher,
    files: Vec<PathBuf>,
    warnings: Vec<Error>,
    problems: Vec<Error>,
    misfits: Vec<Misfit>,
    directories: Directories,
}

impl Reader<'_> {
    /// A file over `atmos.d/` beside it and over its imports.
    fn read_with_imports(&mut self, path: &Path) -> Result<Value> {
        let own = self.read(path)?;
        let dir = path.parent().unwrap_or(Path::new("/"));
        let mut below = Value::empty_map();
        if let Some(root) = paths::git_root(self.options).filter(|root| root != dir) {
            below = merge_configs(&below, &self.atmos_d(&root)?);
        }
        below = merge_configs(&below, &self.atmos_d(dir)?);
        below = merge_configs(&below, &self.imports(&own, dir, 1)?);
        self.files.push(path.to_path_buf());
        Ok(merge_configs(&below, &own))
    }

    fn read(&mut self, path: &Path) -> Result<Value> {
        let text =
            std::fs::read_to_string(path).map_err(|e| Error::new(format!("cannot read `{}`: {e}", path.display())))?;
        let source = self.sources.add(path, text, false);
        let mut tags = ConfigTags { options: self.options, path };
        let value = if self.options.lenient {
            let (document, problems) = yaml::load_lenient(&source, &mut tags);
            self.problems.extend(problems);
            document.value
        } else {
            yaml::load(&source, &mut tags)?.value
        };
        if value.is_null() {
            return Ok(Value::empty_map());
        }
        if value.as_map().is_none() {
            let what = format!("a configuration must be a map, this is a {}", value.type_name());
            self.tolerate(Err::<(), _>(Error::new(what).at(value.span)))?;
            return Ok(Value::empty_map());
        }
        Ok(value)
    }

    /// Hands an error on, or keeps it where reading goes on behind problems.
    fn tolerate<T>(&mut self, checked: Result<T>) -> Result<Option<T>> {
        match checked {
            Err(error) if self.options.lenient => {
                self.problems.push(error);
                Ok(None)
            }
            checked => checked.map(Some),
        }
    }

    fn yaml_files_below(&self, dir: &Path) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = self
            .directories
            .below(dir)
            .iter()
            .filter(|p| p.extension().is_some_and(|e| e == "yaml" || e == "yml"))
            .cloned()
            .collect();
        files.retain(|p| p.extension().is_some_and(|e| e == "yaml") || !p.with_extension("yaml").is_file());
        files.sort_by_key(|p| (p.components().count(), p.clone()));
        files
    }

    /// The files in `atmos.d` and `.atmos.d` of a directory.
    fn atmos_d(&mut self, dir: &Path) -> Result<Value> {
        let mut config = Value::empty_map();
        for name in ["atmos.d", ".atmos.d"] {
            for file in self.yaml_files_below(&dir.join(name)) {
                let own = self.read(&file)?;
                self.files.push(file);
                config = merge_configs(&config, &own);
            }
        }
        Ok(config)
    }

    /// The files that a configuration imports, in order, each before its own imports. An import that cannot be resolved or
    /// fetched is passed over, as in Atmos, but for one that only waits to be fetched.
    fn imports(&mut self, own: &Value, dir: &Path, depth: usize) -> Result<Value> {
        let mut config = Value::empty_map();
        let list = own.get("import").and_then(Value::as_seq).unwrap_or_default().to_vec();
        if depth > MAX_DEPTH && !list.is_empty() {
            return Err(Error::new("imports of the configuration nest too deeply")
                .at(own.get("import").map_or(Span::NONE, |v| v.span)));
        }
        let runtime = self.options.base_path.clone().or_else(|| self.options.env("ATMOS_BASE_PATH").map(PathBuf::from));
        let declared = own.get("base_path").and_then(Value::as_str).unwrap_or_default().to_string();
        let base = match &runtime {
            Some(path) => paths::resolve(self.options, &path.to_string_lossy(), Some(dir), true),
            None => paths::resolve(self.options, &declared, Some(dir), false),
        };
        let ttl = own.dig(["imports", "ttl"]).and_then(Value::as_str).unwrap_or_default();
        for (import, span) in list.iter().filter_map(|item| Some((item.as_str()?, item.span))) {
            let (found, below) = if is_address(import) {
                (self.fetched(import, ttl, span)?, None)
            } else {
                let path = paths::join(&base, import);
                (self.matching(&path), path.parent().map(Path::to_path_buf))
            };
            if found.is_empty() && self.options.lenient && !is_address(import) {
                self.misfits.push(Misfit::Import { path: import.to_owned(), span });
            }
            for file in found {
                let Ok(value) = self.read(&file) else { continue };
                let nested_dir = match value.get("base_path") {
                    Some(_) => below.as_deref().or(file.parent()).unwrap_or(&base).to_path_buf(),
                    None => base.clone(),
                };
                self.files.push(file);
                config = merge_configs(&config, &value);
                let nested = self.imports(&value, &nested_dir, depth + 1)?;
                config = merge_configs(&config, &nested);
            }
        }
        Ok(config)
    }

    /// The files that an address names; none, with a warning, when they cannot be had.
    fn fetched(&mut self, address: &str, ttl: &str, span: Span) -> Result<Vec<PathBuf>> {
        match self.fetcher.fetch(address, ttl) {
            Ok(files) => Ok(files.into_iter().map(|file| file.path).collect()),
            Err(Failure::Broken(error)) => Err(error.at(span)),
            // what this run leaves unasked could change every answer
            Err(Failure::Missing(error))
                if self.options.network != Network::Open && error.get_kind() == Kind::Unavailable =>
            {
                Err(error.at(span))
            }
            Err(Failure::Missing(error)) => {
                self.warnings.push(error.at(span).note("the configuration is used without this import, as Atmos does"));
                Ok(Vec::new())
            }
        }
    }

    fn matching(&self, path: &Path) -> Vec<PathBuf> {
        if path.is_file() {
            return vec![path.to_path_buf()];
        }
        if path.is_dir() {
            return self.yaml_files_below(path);
        }
        let patterns = match path.extension() {
            None => vec![path.with_extension("yaml"), path.with_extension("yml")],
            Some(_) => vec![path.to_path_buf()],
        };
        let mut files: Vec<PathBuf> = patterns.iter().flat_map(|p| self.directories.glob(p)).collect();
        files.sort_by_key(|p| (p.components().count(), p.clone()));
        files
    }
}

/// How an import of a configuration begins that Atmos fetches.
const ADDRESSES: [&str; 15] = [
    "http://",
    "https://",
    "git::",
    "git@",
    "s3::",
    "s3://",
    "gcs::",
    "gcs://",
    "oci://",
    "file://",
    "hg::",
    "scp://",
    "sftp://",
    "github.com/",
    "bitbucket.org/",
];

fn is_address(import: &str) -> bool {
    let import = import.to_ascii_lowercase();
    ADDRESSES.iter().any(|prefix| import.starts_with(prefix))
}

/// One configuration over another: maps merge, lists replace, but custom commands join by name.
fn merge_configs(below: &Value, above: &Value) -> Value {
    let mut merged = merge_all([below, above], Lists::Replace);
    if let (Some(first), Some(second)) =
        (below.get("commands").and_then(Value::as_seq), above.get("commands").and_then(Value::as_seq))
    {
        merged.set("commands", join_commands(first, second));
    }
    merged
}

fn join_commands(first: &[Value], second: &[Value]) -> Value {
    let mut commands = first.to_vec();
    for command in second {
        let name = command.get("name").and_then(Value::as_str);
        match commands.iter_mut().find(|c| name.is_some() && c.get("name").and_then(Value::as_str) == name) {
            Some(present) => {
                let nested =
                    (present.get("commands").and_then(Value::as_seq), command.get("commands").and_then(Value::as_seq));
                let joined = if let (Some(a), Some(b)) = nested { Some(join_commands(a, b)) } else { None };
                *present = merge_all([&*present, command], Lists::Replace);
                if let Some(joined) = joined {
                    present.set("commands", joined);
                }
            }
            None => commands.push(command.clone()),
        }
    }
    Value::seq(commands)
}
