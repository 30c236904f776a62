//! What every command works with: the user's wishes, the two streams, and the repository when it is asked for.

use super::global::{Global, Said};
use super::workflow::is_secret;
use crate::engine::{self, Engine};
use crate::external::fetch::Network;
use crate::output::{self, Format, Ui};
use crate::text::{SourceMap, shell_word};
use crate::value::Value;
use crate::workspace::{self, Workspace};
use crate::{Error, Result};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// One run of gaia.
pub(super) struct Context {
    pub(super) ui: Ui,
    pub(super) sources: SourceMap,
    global: Global,
    network: Network,
}

impl Context {
    /// A run of a command that only reads, or of another.
    pub(super) fn new(global: Global, quiet: bool, only_reads: bool) -> Self {
        let network = global.network(only_reads);
        let ui = Ui::new(global.color(), quiet, global.verbose);
        Context { ui, sources: SourceMap::default(), global, network }
    }

    /// Whether nothing but answers and errors shall be said.
    pub(super) fn quiet(&self) -> bool {
        self.ui.is_quiet()
    }

    /// Goes to the directory of `--chdir`.
    pub(super) fn enter(&self) -> Result<()> {
        let Some(dir) = &self.global.chdir else { return Ok(()) };
        std::env::set_current_dir(dir).map_err(|e| Error::usage(format!("cannot change to `{}`: {e}", dir.display())))
    }

    /// Begins the log with the command line, if one is wanted. Values of arguments that are secret are left out.
    pub(super) fn begin_log(&self, args: &[OsString]) -> Result<()> {
        let Some(file) = &self.global.log_file else { return Ok(()) };
        output::log::open(file)?;
        let word = |arg: &OsString| {
            let arg = arg.to_string_lossy();
            match arg.split_once('=') {
                Some((name, _)) if is_secret(name) => format!("{name}=***"),
                _ => shell_word(&arg),
            }
        };
        let words: Vec<String> = args.iter().skip(1).map(word).collect();
        output::log::note(&format!("gaia {}", words.join(" ")));
        Ok(())
    }

    /// The repository.
    pub(super) fn workspace(&self) -> Result<Arc<Workspace>> {
        self.workspace_with(&[])
    }

    /// The repository, with options that say the same as a variable of Atmos.
    pub(super) fn workspace_with(&self, options: &[(&str, &Option<String>)]) -> Result<Arc<Workspace>> {
        self.open(options, false)
    }

    /// The repository, read on behind what is wrong with its configuration.
    pub(super) fn lenient_workspace(&self) -> Result<Arc<Workspace>> {
        self.open(&[], true)
    }

    fn open(&self, options: &[(&str, &Option<String>)], lenient: bool) -> Result<Arc<Workspace>> {
        let global = &self.global;
        let globals = [
            ("ATMOS_EDITION", &global.edition),
            ("ATMOS_SETTINGS_LIST_MERGE_STRATEGY", &global.settings_list_merge_strategy),
        ];
        let given = |(name, value): &(&str, &Option<String>)| Some(((*name).to_owned(), Some((*value).clone()?)));
        let options = workspace::Options {
            env: globals.iter().chain(options).filter_map(given).collect(),
            base_path: global.base_path.clone(),
            config: global.config.clone(),
            config_path: global.config_path.clone(),
            profiles: global.profile.clone(),
            network: self.network,
            lenient,
            ..workspace::Options::here()?
        };
        let workspace = Workspace::open(&options, &self.sources)?;
        for warning in &workspace.warnings {
            self.ui.warning(warning, &self.sources);
        }
        Ok(Arc::new(workspace))
    }

    /// The engine over the repository.
    pub(super) fn engine(&self, options: engine::Options) -> Result<Arc<Engine>> {
        self.engine_with(options, &[])
    }

    /// The engine over the repository, with options that say the same as a variable of Atmos.
    pub(super) fn engine_with(
        &self,
        options: engine::Options,
        overrides: &[(&str, &Option<String>)],
    ) -> Result<Arc<Engine>> {
        let engine = Engine::new(self.workspace_with(overrides)?, options)?;
        // the process ends with the command: to take a large tree apart first would only take time
        std::mem::forget(Arc::clone(&engine));
        Ok(engine)
    }

    /// Says why there are no stacks, where that is no error.
    pub(super) fn warn_of_no_manifests(&self, workspace: &Workspace) {
        if let Err(why) = workspace.stack_files() {
            self.ui.warning(&why, &self.sources);
        }
    }

    /// With `-v`, the error with the imports that lead from a stack to its place.
    pub(super) fn with_importers(&self, error: &Error) -> Error {
        let source = error.span().and_then(|span| self.sources.get(span.source));
        let Some(source) = source.filter(|_| self.ui.verbosity() > 0 && error.notes().is_empty()) else {
            return error.clone();
        };
        let importers = self.engine(engine::Options::default()).map(|e| e.importers(&source.path)).unwrap_or_default();
        importers.into_iter().fold(error.clone(), |error, place| error.note(format!("imported by {place}")))
    }

    /// What was said of the global options.
    pub(super) fn said(&self) -> &[Said] {
        &self.global.said
    }

    /// Shows what is being done, if it takes its time, until something is said.
    pub(super) fn wait_for(&self, what: &str) {
        if !self.quiet() {
            output::waiting::start(what.to_owned());
        }
    }

    /// Whether nobody is to be asked.
    pub(super) fn no_input(&self) -> bool {
        self.global.no_input
    }

    /// Whether the user wants nothing to be asked over the network.
    pub(super) fn is_offline(&self) -> bool {
        self.global.offline == Some(true)
    }

    /// Whether there is somebody to ask, and they want to be.
    pub(super) fn can_ask(&self) -> bool {
        !self.global.no_input && output::ask::can_ask()
    }

    /// The options that Atmos needs to find the same configuration as gaia.
    pub(super) fn atmos_options(&self) -> Vec<String> {
        let global = &self.global;
        let option = |name: &str, path: &Path| format!("--{name}={}", path.display());
        let mut options: Vec<String> = global.base_path.iter().map(|path| option("base-path", path)).collect();
        options.extend(global.config.iter().map(|path| option("config", path)));
        options.extend(global.config_path.iter().map(|path| option("config-path", path)));
        options.extend(global.profile.iter().map(|name| format!("--profile={name}")));
        options
    }

    /// Answers with a value.
    pub(super) fn answer(&self, value: &Value, format: Format, file: Option<&Path>) -> anyhow::Result<()> {
        output::answer(self.ui, value, format, file)
    }

    /// Answers with a text.
    pub(super) fn say(&self, text: &str) -> anyhow::Result<()> {
        let mut out = self.ui.plain();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// Answers with a text, on stdout or whole in a file.
    pub(super) fn say_to(&self, text: &str, file: Option<&Path>) -> anyhow::Result<()> {
        let Some(file) = file else { return self.say(text) };
        output::write_file(file, text.as_bytes())?;
        Ok(())
    }

    /// Answers with a text that has styles, which are dropped where they are not wanted.
    pub(super) fn styled(&self, text: &impl std::fmt::Display) -> anyhow::Result<()> {
        let mut out = self.ui.styled();
        writeln!(out, "{text}")?;
        Ok(out.flush()?)
    }
}
