//! One rendering of one template into one project: what all its steps share.

use super::answers::{self, Answers};
use super::apply::Made;
use super::console::Console;
use super::data::{self, Data};
use super::external::External;
use super::jinja::{self, Jinja, Place};
use super::journal::Journal;
use super::request::{Conflict, Request, Revision};
use super::settings::Settings;
use super::source::Template;
use crate::error::{Error, Result};
use minijinja::Value;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// The step that runs, as templates see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Prompt,
    Tasks,
    Migrate,
    Render,
    Undefined,
}

/// What is done to the project, as templates see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Copy,
    Update,
}

impl Operation {
    pub(super) fn name(self) -> &'static str {
        match self {
            Operation::Copy => "copy",
            Operation::Update => "update",
        }
    }
}

/// A rendering.
pub(super) struct Worker<'a> {
    pub(super) request: Request,
    pub(super) settings: &'a Settings,
    pub(super) console: &'a dyn Console,
    pub(super) template: Rc<Template>,
    pub(super) jinja: Arc<Jinja>,
    pub(super) answers: Answers,
    pub(super) phase: Phase,
    pub(super) operation: Operation,
    /// The project as an absolute path.
    pub(super) project: PathBuf,
    /// The answers of the last time, where the file may say something else by now.
    pub(super) known: Option<Data>,
    /// Where the files go that would be written, when somebody wants to see them first.
    pub(super) made: Option<RefCell<Vec<Made>>>,
    /// Where changes are written down before they are made, so that they can be undone.
    pub(super) journal: Option<Rc<Journal>>,
}

impl<'a> Worker<'a> {
    /// A rendering of a template that is here already.
    pub(super) fn new(
        request: Request,
        settings: &'a Settings,
        console: &'a dyn Console,
        template: &Rc<Template>,
        operation: Operation,
    ) -> Result<Self> {
        let config = &template.config;
        let project = absolute(&request.destination)?;
        jinja::check_extensions(&config.extensions)
            .map_err(|error| config.texts.point(error, &["_jinja_extensions"]))?;
        let jinja = Jinja::new(&template.root, &config.envops);
        let jinja = jinja.map_err(|error| config.texts.point(error, &["_envops"]))?;
        Ok(Worker {
            request,
            settings,
            console,
            template: Rc::clone(template),
            jinja: Arc::new(jinja),
            answers: Answers::default(),
            phase: Phase::Undefined,
            operation,
            project,
            known: None,
            made: None,
            journal: None,
        })
    }

    /// Where the answers of the last time are looked for: before the template is known to name another file.
    pub(super) fn old_answers_file(&self) -> &str {
        self.request.answers_file.as_deref().unwrap_or(".copier-answers.yml")
    }

    /// Starts with the answers that are there already.
    pub(super) fn recall(&mut self) -> Result<()> {
        let mut metadata = Data::from_iter([("_src_path".to_owned(), Value::from(self.template.source.as_str()))]);
        if let Some(commit) = &self.template.commit {
            metadata.insert("_commit".to_owned(), Value::from(commit.as_str()));
        }
        let last = match &self.known {
            Some(known) => known.clone(),
            None => answers::last(&self.project, self.old_answers_file())?,
        };
        self.answers = Answers { init: self.request.data.clone(), metadata, last, ..Answers::default() };
        Ok(())
    }

    /// The file with the answers, relative to the project.
    pub(super) fn answers_file(&self) -> Result<String> {
        let path = self.request.answers_file.as_ref().unwrap_or(&self.template.config.answers_file);
        if Path::new(path).is_absolute() {
            let error = Error::new(format!("\"{path}\" is not a relative path"));
            return Err(match self.request.answers_file {
                Some(_) => error,
                None => self.template.config.texts.point(error, &["_answers_file"]),
            });
        }
        if !path.contains('{') && !path.contains('[') && !path.contains('%') {
            return Ok(normal(path));
        }
        let context = self.context_with(String::new());
        self.render_setting(&["_answers_file"], path, &context).map(|path| normal(&path))
    }

    /// Everything that templates can refer to.
    pub(super) fn context(&self) -> Result<Value> {
        Ok(self.context_with(self.answers_file()?))
    }

    fn context_with(&self, answers_file: String) -> Value {
        let combined = self.answers.combined().into_iter().map(|(name, value)| (name, jinja::own(value)));
        let mut context: Data = combined.collect();
        let shown = self.request.stands_for.as_ref().and_then(|shown| absolute(shown).ok());
        let shown = shown.as_ref().unwrap_or(&self.project);
        let name = shown.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut answers = self.answers.to_remember(&self.template);
        // what templates change is the same value everywhere
        for (name, value) in answers.iter_mut().filter(|(name, _)| !name.starts_with('_')) {
            if let Some(shared) = context.get(name) {
                *value = shared.clone();
            }
        }
        context.insert("_copier_answers".to_owned(), Value::from_pairs(answers));
        context.insert("_copier_conf".to_owned(), Value::from_pairs(self.configuration(answers_file)));
        context.insert("_folder_name".to_owned(), Value::from(name));
        context.insert("_copier_python".to_owned(), Value::from(python()));
        context.insert("_copier_phase".to_owned(), Value::from(self.phase_name()));
        let external = if self.template.config.external_data.is_empty() {
            Value::from_pairs(Data::new())
        } else {
            let mut seen = context.clone();
            // it may be read in any phase, and then never again
            seen.insert("_copier_phase".to_owned(), Value::from("undefined"));
            Value::from_object(External::new(self, seen))
        };
        context.insert("_external_data".to_owned(), external);
        Value::from_pairs(context)
    }

    /// The context with some values more.
    pub(super) fn context_and(&self, extra: &Data) -> Result<Value> {
        let context = self.context()?;
        Ok(if extra.is_empty() { context } else { with(&context, extra) })
    }

    /// Renders a text in a context made before.
    pub(super) fn render_in(&self, text: &str, context: &Value) -> Result<String, jinja::Failure> {
        let rendered = self.jinja.render(text, context);
        self.pass_on_notices();
        rendered
    }

    /// Renders what stands at a path of keys in `copier.yml`.
    pub(super) fn render_setting(&self, setting: &[&str], text: &str, context: &Value) -> Result<String> {
        self.render_in(text, context).map_err(|failure| {
            let error = jinja::explain(&failure, context);
            self.template.config.texts.point_into(error, setting, jinja::spot(&failure))
        })
    }

    /// Warns of what the template uses and Copier has deprecated.
    pub(super) fn pass_on_notices(&self) {
        for (class, text) in self.jinja.notices() {
            // what will change one day is told to who wants to read something
            if !(self.request.quiet && class == "FutureWarning") {
                self.console.warn(class, &text);
            }
        }
    }

    /// Says a message of the template.
    pub(super) fn say_message(&self, setting: &str) -> Result<()> {
        let message = self.template.config.messages.get(setting).map_or("", String::as_str);
        if !message.is_empty() && !self.request.quiet {
            self.console.say(&self.render_setting(&[setting], message, &self.context()?)?);
        }
        Ok(())
    }

    /// Says a line, unless it shall be quiet.
    pub(super) fn say(&self, line: &str) {
        if !self.request.quiet {
            self.console.say(line);
        }
    }

    fn phase_name(&self) -> &'static str {
        match self.phase {
            Phase::Prompt => "prompt",
            Phase::Tasks => "tasks",
            Phase::Migrate => "migrate",
            Phase::Render => "render",
            Phase::Undefined => "undefined",
        }
    }

    fn configuration(&self, answers_file: String) -> Data {
        let request = &self.request;
        let texts = |texts: &[String]| Value::from(texts.to_vec());
        let revision = match &request.revision {
            Some(Revision::Named(name)) => Value::from(name.as_str()),
            Some(Revision::Current) => self.answers.last.get("_commit").cloned().unwrap_or_default(),
            None => Value::from(()),
        };
        let conflict = match request.conflict {
            Conflict::Inline => "inline",
            Conflict::Reject => "rej",
            Conflict::Mine => "mine",
            Conflict::Theirs => "theirs",
            Conflict::Ask => "ask",
        };
        let settings = Data::from_iter([
            ("defaults".to_owned(), Value::from_pairs(self.settings.defaults.clone())),
            ("trust".to_owned(), texts(&self.settings.trust)),
        ]);
        let destination = request.stands_for.as_ref().unwrap_or(&request.destination);
        let destination = match destination.to_string_lossy().into_owned() {
            empty if empty.is_empty() => ".".to_owned(),
            destination => normal(&destination),
        };
        let os = if cfg!(windows) {
            "windows"
        } else if cfg!(target_os = "macos") {
            "macos"
        } else {
            "linux"
        };
        let pairs = [
            ("src_path", Place::value(self.template.root.to_string_lossy())),
            ("dst_path", Place::value(destination)),
            ("answers_file", Place::value(answers_file)),
            ("vcs_ref", revision),
            ("vcs_ref_hash", self.template.hash().map_or(Value::from(()), Value::from)),
            ("data", Value::from_pairs(request.data.clone())),
            ("settings", Value::from_pairs(settings)),
            ("exclude", texts(&request.exclude)),
            ("use_prereleases", Value::from(request.prereleases)),
            ("skip_if_exists", texts(&request.skip)),
            ("cleanup_on_error", Value::from(!request.keep_on_error)),
            ("defaults", Value::from(request.defaults)),
            ("user_defaults", Value::from_pairs(Data::new())),
            ("overwrite", Value::from(request.overwrite)),
            ("pretend", Value::from(request.pretend)),
            ("quiet", Value::from(request.quiet)),
            ("conflict", Value::from(conflict)),
            ("context_lines", Value::from(request.context_lines)),
            ("unsafe", Value::from(request.trust)),
            ("skip_answered", Value::from(request.skip_answered)),
            ("skip_tasks", Value::from(request.skip_tasks)),
            ("sep", Value::from(std::path::MAIN_SEPARATOR.to_string())),
            ("os", Value::from(os)),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// A context with some values more.
pub(super) fn with(context: &Value, extra: &Data) -> Value {
    let mut all = data::data(context);
    all.extend(extra.iter().map(|(name, value)| (name.clone(), value.clone())));
    Value::from_pairs(all)
}

/// The path as one from the root.
pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let absolute = std::path::absolute(path);
    absolute.map_err(|e| Error::new(format!("cannot resolve `{}`: {e}", path.display())))
}

/// The path without `.` and doubled slashes, as Python's `Path` prints it.
fn normal(path: &str) -> String {
    let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let root = if path.starts_with('/') { "/" } else { "" };
    let joined = format!("{root}{}", parts.join("/"));
    if joined.is_empty() { ".".to_owned() } else { joined }
}

/// Where Python is, for templates that run it; empty when it is nowhere.
fn python() -> String {
    static FOUND: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    FOUND
        .get_or_init(|| {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let mut candidates = std::env::split_paths(&path).map(|dir| dir.join("python3"));
            candidates.find(|file| file.is_file()).map(|file| file.to_string_lossy().into_owned()).unwrap_or_default()
        })
        .clone()
}
