//! Tasks and migrations: commands of the template that run in the project.

use super::data::{self, Data};
use super::questions::to_bool;
use super::source::{Command, Migration, Task, Template, Version};
use super::worker::Worker;
use crate::error::{Error, Kind, Result};
use minijinja::Value;
use minijinja::value::{Object, ObjectRepr};
use std::fmt;
use std::process;
use std::sync::Arc;

/// A command with the variables that only it sees.
pub(super) struct Job {
    task: Task,
    /// Where it stands in `copier.yml`.
    place: Vec<String>,
    variables: Data,
    /// Whether it runs when it does not say so itself.
    runs: bool,
}

/// When migrations run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Before,
    After,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Stage::Before => "before",
            Stage::After => "after",
        }
    }
}

/// The tasks of a template.
pub(super) fn of(template: &Template) -> Vec<Job> {
    let variables = Data::from_iter([("_stage".to_owned(), Value::from("task"))]);
    let job = |(index, task): (usize, &Task)| Job {
        task: task.clone(),
        place: vec!["_tasks".to_owned(), index.to_string()],
        variables: variables.clone(),
        runs: true,
    };
    template.config.tasks.iter().enumerate().map(job).collect()
}

/// The migrations that lead from one version of a template to another.
pub(super) fn migrations(stage: Stage, old: &Template, new: &Template, warn: &dyn Fn(&str)) -> Vec<Job> {
    let (Some(from), Some(to)) = (old.version(), new.version()) else { return Vec::new() };
    let text = |text: &Option<String>| Value::from(text.as_deref().unwrap_or_default());
    let mut variables = Data::from_iter([
        ("_stage".to_owned(), Value::from(stage.name())),
        ("_version_from".to_owned(), text(&old.commit)),
        ("_version_to".to_owned(), text(&new.commit)),
        ("_version_pep440_from".to_owned(), version_value(from)),
        ("_version_pep440_to".to_owned(), version_value(to)),
    ]);
    let mut applies = |at: &(String, Version)| {
        let applies = *to >= at.1 && at.1 > *from;
        if applies {
            variables.insert("_version_current".to_owned(), Value::from(at.0.as_str()));
            variables.insert("_version_pep440_current".to_owned(), version_value(&at.1));
        }
        applies.then(|| variables.clone()).ok_or(())
    };
    let mut jobs = Vec::new();
    let mut bare = None;
    for (index, migration) in new.config.migrations.iter().enumerate() {
        let place = vec!["_migrations".to_owned(), index.to_string()];
        match migration {
            Migration::Legacy { version, before, after } => {
                warn("This migration configuration is deprecated. Please switch to the new format.");
                let Ok(variables) = applies(version) else { continue };
                bare = Some(variables.clone());
                let tasks = if stage == Stage::Before { before } else { after };
                jobs.extend(tasks.iter().map(|task| Job {
                    task: task.clone(),
                    place: place.clone(),
                    variables: variables.clone(),
                    runs: true,
                }));
            }
            Migration::Current { task, version: Some(version) } => {
                let Ok(variables) = applies(version) else { continue };
                bare = Some(variables.clone());
                jobs.push(Job { task: task.clone(), place, variables, runs: stage == Stage::After });
            }
            Migration::Current { task, version: None } => {
                let variables = bare.clone().unwrap_or_else(|| plain(stage, old, new, from, to));
                jobs.push(Job { task: task.clone(), place, variables, runs: stage == Stage::After });
            }
        }
    }
    jobs
}

/// The variables of a migration without a version.
fn plain(stage: Stage, old: &Template, new: &Template, from: &Version, to: &Version) -> Data {
    let text = |text: &Option<String>| Value::from(text.as_deref().unwrap_or_default());
    Data::from_iter([
        ("_stage".to_owned(), Value::from(stage.name())),
        ("_version_from".to_owned(), text(&old.commit)),
        ("_version_to".to_owned(), text(&new.commit)),
        ("_version_pep440_from".to_owned(), version_value(from)),
        ("_version_pep440_to".to_owned(), version_value(to)),
    ])
}

/// Runs commands one after the other.
///
/// # Errors
/// An error when one of them fails, or cannot be rendered or started.
pub(super) fn run(worker: &Worker<'_>, jobs: &[Job]) -> Result<()> {
    let texts = &worker.template.config.texts;
    for (index, job) in jobs.iter().enumerate() {
        worker.console.go_on()?;
        let mut variables = job.variables.clone();
        variables.insert("_copier_operation".to_owned(), Value::from(worker.operation.name()));
        let context = worker.context_and(&variables)?;
        let place: Vec<&str> = job.place.iter().map(String::as_str).collect();
        let rendered = |text: &str| worker.render_setting(&place, text, &context);
        let runs = match &job.task.when {
            None => job.runs,
            Some(when) => match when.as_str() {
                Some(text) => to_bool(&Value::from(rendered(text)?)),
                None => to_bool(when),
            },
        };
        if !runs {
            continue;
        }
        let command = match &job.task.command {
            Command::Shell(line) => Command::Shell(rendered(line)?),
            Command::Program(words) => {
                Command::Program(words.iter().map(|word| rendered(word)).collect::<Result<_>>()?)
            }
        };
        worker.say(&format!(" > Running task {} of {}: {}", index + 1, jobs.len(), shown(&command)));
        if worker.request.pretend {
            continue;
        }
        let directory = super::paths::resolve(&worker.project.join(rendered(&job.task.directory)?));
        let mut process = match &command {
            Command::Shell(line) => {
                let mut process = process::Command::new("/bin/sh");
                process.args(["-c", line]);
                process
            }
            Command::Program(words) => {
                let (program, args) = words.split_first().ok_or_else(|| Error::new("a task has an empty command"))?;
                let mut process = process::Command::new(program);
                process.args(args);
                process
            }
        };
        if worker.console.keeps_stdout() {
            process.stdout(std::io::stderr());
        }
        let env = variables.iter().map(|(name, value)| (name[1..].to_uppercase(), data::text(value)));
        let status = process.current_dir(&directory).envs(env).status();
        let status = status.map_err(|e| {
            let error = Error::new(format!("the task {} cannot be started: {e}", quoted(&command))).kind(Kind::Failed);
            let missing = (!directory.is_dir()).then(|| format!("there is no directory `{}`", directory.display()));
            texts.point(missing.into_iter().fold(error, Error::note), &place)
        })?;
        if !status.success() {
            let code = status.code().map_or_else(|| "by a signal".to_owned(), |code| code.to_string());
            let error = Error::new(format!("Task {} returned non-zero exit status {code}.", quoted(&command)));
            return Err(texts.point(error, &place));
        }
    }
    Ok(())
}

fn shown(command: &Command) -> String {
    match command {
        Command::Shell(line) => line.clone(),
        Command::Program(_) => quoted(command),
    }
}

/// The command as Python writes it down.
fn quoted(command: &Command) -> String {
    match command {
        Command::Shell(line) => data::repr(&Value::from(line.as_str())),
        Command::Program(words) => data::repr(&Value::from(words.clone())),
    }
}

/// A version as templates see it.
#[derive(Debug)]
struct Shown(Version);

fn version_value(version: &Version) -> Value {
    Value::from_object(Shown(version.clone()))
}

impl Object for Shown {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let release = self.0.release();
        let number = |index: usize| Value::from(release.get(index).copied().unwrap_or(0));
        Some(match key.as_str()? {
            "major" => number(0),
            "minor" => number(1),
            "micro" => number(2),
            "release" => Value::from(release.to_vec()),
            "is_prerelease" => Value::from(self.0.is_prerelease()),
            "public" | "base_version" => Value::from(self.0.to_string()),
            _ => return None,
        })
    }

    fn custom_cmp(self: &Arc<Self>, other: &minijinja::value::DynObject) -> Option<std::cmp::Ordering> {
        other.downcast_ref::<Shown>().map(|other| self.0.cmp(&other.0))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
