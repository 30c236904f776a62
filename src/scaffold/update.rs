//! A project brought to another version of its template: what the template changed and what the project changed since,
//! merged.

use super::answers;
use super::console::Console;
use super::copy;
use super::data::{self, Data};
use super::journal::{self, Journal};
use super::merge::Merge;
use super::pretend::Scratch;
use super::request::{Request, Revision};
use super::settings::Settings;
use super::source::Template;
use super::source::git::{Git, Places};
use super::tasks::{self, Stage};
use super::tree;
use super::trees::Side;
use super::trust;
use super::worker::{Operation, Phase, Worker, absolute};
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Brings a project to the newest version of its template, or to the one that is asked for.
///
/// # Errors
/// An error when the project or the template lies in no git repository, the project has changes that are not
/// committed, does not say what it was made from, or was made from a later version; when somebody asks to stop; and as
/// in a copy. The project is as it was then.
pub fn update(request: &Request, settings: &Settings, console: &dyn Console) -> Result<()> {
    let project = absolute(&request.destination)?;
    let places = Git::at(&project).places();
    if let Some(places) = &places {
        journal::recover(places, console)?;
    }
    let file = request.answers_file.clone().unwrap_or_else(|| ".copier-answers.yml".to_owned());
    let last = answers::last(&project, &file)?;
    let text = |name: &str| last.get(name).filter(|value| value.is_true()).map(data::text);
    let unknown = || {
        Error::new(format!("Cannot update because cannot obtain old template references from `{file}`."))
            .hint("`--answers-file` names another file; `recopy` and `copy` need no old version")
    };
    let Some(source) = text("_src_path") else {
        check_project(&project, places)?;
        return Err(unknown());
    };
    let commit = text("_commit");
    let wanted = match &request.revision {
        Some(Revision::Named(name)) => Some(name.as_str()),
        Some(Revision::Current) => commit.as_deref(),
        None => None,
    };
    let new = Rc::new(Template::open(&source, wanted, request.prereleases, console)?);
    let old = Rc::new(new.beside(commit.as_deref(), request.prereleases, console)?);
    let migrations = |stage| tasks::migrations(stage, &old, &new, &|text| console.warn("DeprecationWarning", text));
    let (before, after) = (migrations(Stage::Before), migrations(Stage::After));
    trust::check_update(request, settings, &old, &new, !(before.is_empty() && after.is_empty()))?;
    let places = check_project(&project, places)?;
    if commit.is_none() {
        return Err(unknown());
    }
    check_versions(&old, &new)?;

    let subdirectory = project.canonicalize().unwrap_or_else(|_| project.clone());
    let subdirectory = subdirectory.strip_prefix(&places.top).unwrap_or(Path::new("")).to_owned();
    let request = Request { source: Some(source), overwrite: true, ..request.clone() };
    if request.pretend {
        let scratch = Scratch::new(&places.top, &subdirectory)?;
        let request = Request {
            stands_for: Some(request.destination),
            destination: scratch.project(),
            pretend: false,
            skip_tasks: true,
            ..request
        };
        let update = Update { request, settings, console, old, new, last, subdirectory, journal: None };
        update.run(&scratch.places()?, &[], &[])?;
        return console.show(&scratch.difference()?);
    }
    let journal = Rc::new(Journal::begin(&project, &places)?);
    let update =
        Update { request, settings, console, old, new, last, subdirectory, journal: Some(Rc::clone(&journal)) };
    // whoever asks to stop reaches the programs that run, too, and their failures are not the cause
    let result = update.run(&places, &before, &after);
    let result = console.go_on().and(result);
    drop(update);
    match (result, Rc::into_inner(journal)) {
        (Err(error), Some(journal)) => Err(journal.undo(error)),
        (result, journal) => {
            journal.into_iter().for_each(Journal::close);
            result
        }
    }
}

/// Whether the project can be updated at all; where its repository keeps what.
fn check_project(project: &Path, places: Option<Places>) -> Result<Places> {
    let Some(places) = places else {
        return Err(Error::new("Updating is only supported in git-tracked subprojects.").in_file(project));
    };
    let path = project.to_string_lossy();
    if Git::at(project).run(&["status", "--porcelain", "--", &path])?.trim().is_empty() {
        return Ok(places);
    }
    Err(Error::new(
        "Destination repository is dirty; cannot continue. Please commit or stash your local changes and retry.",
    ))
}

fn check_versions(old: &Template, new: &Template) -> Result<()> {
    if new.commit.is_none() {
        return Err(Error::new("Updating is only supported in git-tracked templates."));
    }
    let from = old.version().ok_or_else(|| Error::new("Cannot update: version from last update not detected."))?;
    let to = new.version().ok_or_else(|| Error::new("Cannot update: version from template not detected."))?;
    if from > to {
        return Err(Error::new(format!("You are downgrading from {from} to {to}. Downgrades are not supported.")));
    }
    Ok(())
}

/// What an update consists of.
struct Update<'a> {
    request: Request,
    settings: &'a Settings,
    console: &'a dyn Console,
    old: Rc<Template>,
    new: Rc<Template>,
    last: Data,
    /// The project below the top of its repository.
    subdirectory: PathBuf,
    journal: Option<Rc<Journal>>,
}

impl<'a> Update<'a> {
    fn worker(&self, request: Request, template: &Rc<Template>) -> Result<Worker<'a>> {
        Worker::new(request, self.settings, self.console, template, Operation::Update)
    }

    fn run(&self, places: &Places, before: &[tasks::Job], after: &[tasks::Job]) -> Result<()> {
        let mut worker = self.worker(self.request.clone(), &self.new)?;
        worker.say_message("_message_before_update")?;
        let (from, to) = (self.old.version(), self.new.version());
        let verb = if from == to { "Keeping" } else { "Updating to" };
        worker.say(&format!("{verb} template version {}", to.map(ToString::to_string).unwrap_or_default()));
        worker.phase = Phase::Migrate;
        self.apply(&mut worker, places, before)?;
        worker.phase = Phase::Migrate;
        tasks::run(&worker, after)?;
        worker.phase = Phase::Undefined;
        worker.say_message("_message_after_update")
    }

    fn apply(&self, worker: &mut Worker<'_>, places: &Places, before: &[tasks::Job]) -> Result<()> {
        let (old, new) = (Side::new("old")?, Side::new("new")?);
        if let Some(journal) = &self.journal {
            journal.temporary(old.path())?;
            journal.temporary(new.path())?;
        }
        self.render_old(old.path(), &self.subdirectory)?;
        tasks::run(worker, before)?;
        let mut merge = Merge::new(places, &self.subdirectory, old, new, self.journal.clone())?;

        let mut skipping = self.worker(self.request.clone(), &self.new)?;
        skipping.recall()?;
        merge.find_removed(&tree::skipped(&skipping)?);

        let mut current = self.worker(Request { quiet: true, ..self.request.clone() }, &self.new)?;
        current.known = self.request.skip_answered.then(|| self.last.clone());
        current.journal.clone_from(&self.journal);
        copy::run(&mut current)?;
        worker.answers.clone_from(&current.answers);
        merge.drop_removed(&places.top)?;

        self.render_new(merge.new_path(), &self.subdirectory, &current)?;
        merge.finish_new()?;
        let skipped = tree::skipped(&current)?;
        let answers_file = current.answers_file()?;
        merge.apply(&self.request, &skipped, &answers_file, self.console)
    }

    /// The project as the old version made it.
    fn render_old(&self, root: &Path, subdirectory: &Path) -> Result<()> {
        let exclude = [self.new.config.exclude.clone(), self.request.exclude.clone()].concat();
        let revision = self.old.commit.clone().map(Revision::Named);
        let request = Request {
            destination: root.join(subdirectory),
            data: self.last.clone(),
            defaults: true,
            quiet: true,
            revision,
            exclude,
            ask: Vec::new(),
            ..self.request.clone()
        };
        copy::run(&mut self.worker(request, &self.old)?)
    }

    /// The project as the new version makes it, with the answers that the user has given.
    fn render_new(&self, root: &Path, subdirectory: &Path, current: &Worker<'_>) -> Result<()> {
        let answers = current.answers.combined().into_iter().filter(|(name, value)| {
            !name.starts_with('_') && !current.answers.hidden.contains(name) && data::is_json(value)
        });
        let request = Request {
            destination: root.join(subdirectory),
            data: answers.collect(),
            defaults: true,
            quiet: true,
            ask: Vec::new(),
            ..self.request.clone()
        };
        copy::run(&mut self.worker(request, &self.new)?)
    }
}
