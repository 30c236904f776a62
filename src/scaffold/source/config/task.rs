//! Commands that a template runs: tasks, and migrations between two of its versions.

use crate::error::{Error, Result};
use crate::scaffold::data;
use crate::scaffold::source::version::Version;
use minijinja::Value;
use minijinja::value::ValueKind;

/// What is run.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scaffold) enum Command {
    /// A line for the shell.
    Shell(String),
    /// A program with its arguments.
    Program(Vec<String>),
}

/// A command, where it runs, and whether.
#[derive(Clone, Debug)]
pub(in crate::scaffold) struct Task {
    pub(in crate::scaffold) command: Command,
    /// Rendered and read as a bool; none for always.
    pub(in crate::scaffold) when: Option<Value>,
    pub(in crate::scaffold) directory: String,
}

/// A command between two versions.
#[derive(Clone, Debug)]
pub(in crate::scaffold) enum Migration {
    /// Runs in both stages, as its condition says; only between versions when it has one.
    Current { task: Task, version: Option<(String, Version)> },
    /// The old form with a list of commands a stage.
    Legacy { version: (String, Version), before: Vec<Task>, after: Vec<Task> },
}

impl Command {
    fn read(value: &Value) -> Result<Self> {
        match value.kind() {
            ValueKind::Seq => Ok(Command::Program(data::items(value).iter().map(data::text).collect())),
            ValueKind::String => Ok(Command::Shell(data::text(value))),
            _ => Err(Error::new(format!("a command must be a text or a list, but is {}", data::repr(value)))),
        }
    }
}

impl Task {
    /// Reads an item of `_tasks`.
    pub(super) fn read(value: &Value) -> Result<Self> {
        if value.kind() != ValueKind::Map {
            return Ok(Task { command: Command::read(value)?, when: None, directory: ".".to_owned() });
        }
        let properties = data::data(value);
        let command = properties.get("command").ok_or_else(|| Error::new("a task needs a `command`"))?;
        Ok(Task {
            command: Command::read(command)?,
            when: properties.get("when").cloned(),
            directory: properties.get("working_directory").map_or_else(|| ".".to_owned(), data::text),
        })
    }
}

impl Migration {
    /// Reads an item of `_migrations`.
    pub(super) fn read(value: &Value) -> Result<Self> {
        let properties = data::data(value);
        let version = properties.get("version").map(|value| {
            let text = data::text(value);
            match Version::parse(&text) {
                Some(version) => Ok((text, version)),
                None => Err(Error::new(format!("the version of a migration, {text}, is no version"))),
            }
        });
        let version = version.transpose()?;
        if !properties.contains_key("before") && !properties.contains_key("after") {
            return Ok(Migration::Current { task: Task::read(value)?, version });
        }
        let stage = |name: &str| {
            let tasks = properties.get(name).map(data::items).unwrap_or_default();
            tasks.iter().map(Task::read).collect::<Result<Vec<_>>>()
        };
        let version = version.ok_or_else(|| Error::new("a migration with `before` or `after` needs a `version`"))?;
        Ok(Migration::Legacy { version, before: stage("before")?, after: stage("after")? })
    }
}
