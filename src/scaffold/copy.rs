//! A new project, and an old one made anew.

use super::console::Console;
use super::questions;
use super::request::{Request, Revision};
use super::settings::Settings;
use super::source::Template;
use super::source::git::Git;
use super::tasks;
use super::tree;
use super::worker::{Operation, Phase, Worker, absolute};
use super::{answers, journal, trust};
use crate::error::{Error, Result};
use std::fs;
use std::rc::Rc;

/// Makes a project from a template.
///
/// # Errors
/// An error when the template is not there, wrong or not trusted, an answer is missing or wrong, a path leads out of
/// the project, or something cannot be written. A project that did not exist before is removed then.
pub fn copy(request: &Request, settings: &Settings, console: &dyn Console) -> Result<()> {
    let project = absolute(&request.destination)?;
    if !request.pretend
        && let Some(places) = Git::at(&project).places()
    {
        journal::recover(&places, console)?;
    }
    let made = asked_for(request, settings, console).and_then(|mut worker| run(&mut worker));
    console.go_on().and(made)
}

/// A worker for what somebody asks for.
pub(super) fn asked_for<'a>(request: &Request, settings: &'a Settings, console: &'a dyn Console) -> Result<Worker<'a>> {
    let source = request.source.as_deref().ok_or_else(|| Error::usage("no template is given"))?;
    let last = last_commit(request)?;
    let revision = match &request.revision {
        Some(Revision::Named(name)) => Some(name.clone()),
        Some(Revision::Current) => Some(last.ok_or_else(|| Error::new("Template not found"))?),
        None => None,
    };
    let template = Rc::new(Template::open(source, revision.as_deref(), request.prereleases, console)?);
    prepared(request.clone(), settings, console, &template)
}

/// Makes a project anew from its template, with the answers of the last time.
///
/// # Errors
/// As [`copy`], and when the project does not say what it was made from.
pub fn recopy(request: &Request, settings: &Settings, console: &dyn Console) -> Result<()> {
    let project = absolute(&request.destination)?;
    let file = request.answers_file.as_deref().unwrap_or(".copier-answers.yml");
    let last = answers::last(&project, file)?;
    let source = last.get("_src_path").filter(|source| source.is_true()).map(super::data::text).ok_or_else(|| {
        Error::new(format!("Cannot recopy because cannot obtain old template references from `{file}`."))
    })?;
    copy(&Request { source: Some(source), ..request.clone() }, settings, console)
}

/// The commit that the project was made from the last time.
fn last_commit(request: &Request) -> Result<Option<String>> {
    if request.revision != Some(Revision::Current) {
        return Ok(None);
    }
    let file = request.answers_file.as_deref().unwrap_or(".copier-answers.yml");
    let last = answers::last(&absolute(&request.destination)?, file)?;
    Ok(last.get("_commit").map(super::data::text))
}

/// A worker whose template is trusted with what it does in a copy.
pub(super) fn prepared<'a>(
    request: Request,
    settings: &'a Settings,
    console: &'a dyn Console,
    template: &Rc<Template>,
) -> Result<Worker<'a>> {
    trust::check_copy(&request, settings, template)?;
    Worker::new(request, settings, console, template, Operation::Copy)
}

/// Asks, renders, runs the tasks.
pub(super) fn run(worker: &mut Worker<'_>) -> Result<()> {
    let template = Rc::clone(&worker.template);
    run_all(worker).map_err(|error| template.named(error))
}

fn run_all(worker: &mut Worker<'_>) -> Result<()> {
    worker.recall()?;
    worker.say_message("_message_before_copy")?;
    worker.phase = Phase::Prompt;
    questions::ask(worker)?;
    worker.phase = Phase::Undefined;
    let existed = worker.project.exists();
    // what is half made goes when somebody has asked to stop
    let made = make(worker).and_then(|()| worker.console.go_on());
    if made.is_err() && !existed && !worker.request.keep_on_error {
        match fs::remove_dir_all(&worker.project) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                let text = format!("Failed to clean up {}: {e}", worker.project.display());
                worker.console.warn("CleanupWarning", &text);
            }
            _ => {}
        }
    }
    made?;
    worker.phase = Phase::Undefined;
    worker.say_message("_message_after_copy")?;
    if !worker.request.quiet {
        worker.console.space();
    }
    Ok(())
}

fn make(worker: &mut Worker<'_>) -> Result<()> {
    if !worker.request.quiet {
        let version = worker.template.version().map_or_else(|| "None".to_owned(), ToString::to_string);
        worker.console.say(&format!("\nCopying from template version {version}"));
    }
    worker.phase = Phase::Render;
    tree::render(worker)?;
    if !worker.request.quiet {
        worker.console.space();
    }
    if !worker.request.skip_tasks {
        worker.phase = Phase::Tasks;
        tasks::run(worker, &tasks::of(&worker.template))?;
    }
    Ok(())
}
