//! Workflows of the repository: those that Atmos runs, and those of the older dialect, whose steps have their command
//! under `run` and read their arguments as variables.

pub mod arguments;
pub mod convert;
pub mod old_cli;
pub mod script;
mod shell;

use crate::error::{Error, Result};
use crate::query::workflows::{Shape, describe, files};
use crate::text::did_you_mean;
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use std::path::Path;

/// A workflow with the file that it stands in.
#[derive(Clone, Debug)]
pub struct Workflow {
    /// The file, below the workflows folder.
    pub file: String,
    /// The workflow's name.
    pub name: String,
    /// What stands under it.
    pub content: Value,
}

/// A step that runs in a shell.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Its name; `step1` and so on where it has none.
    pub name: &'a str,
    /// What is said about it.
    pub description: Option<&'a str>,
    /// The script.
    pub command: &'a Value,
    /// The variables that it sets.
    pub env: Option<&'a Map>,
}

impl Workflow {
    /// All workflows of the repository, by file and name.
    ///
    /// # Errors
    /// No workflows folder is configured, or it is not there.
    pub fn all(workspace: &Workspace) -> Result<Vec<Workflow>> {
        let manifests = describe(workspace, Shape::All)?;
        let mut found = Vec::new();
        for (file, manifest) in manifests.as_map().into_iter().flat_map(Map::iter) {
            for (name, content) in manifest.get("workflows").and_then(Value::as_map).into_iter().flat_map(Map::iter) {
                let (file, name) = (file.name.to_string(), name.name.to_string());
                found.push(Workflow { file, name, content: content.clone() });
            }
        }
        Ok(found)
    }

    /// The workflow of a name: its own, else its path, else that of a file which holds one alone. Of several with the name,
    /// the one whose file has it too.
    ///
    /// # Errors
    /// None has it, or several have.
    pub fn find(workspace: &Workspace, name: &str, file: Option<&str>) -> Result<Workflow> {
        let mut all = Self::all(workspace)?;
        if let Some(file) = file {
            let named = Path::new(file).file_name().map_or(file.into(), |name| name.to_string_lossy());
            let is_it = |known: &str| known == file || *known == *named || stem(known) == stem(&named);
            all.retain(|w| is_it(&w.file));
            if all.is_empty() {
                return Err(unread(workspace, &is_it).unwrap_or_else(|| {
                    Error::new(format!("there are no workflows in `{file}`")).hint("`gaia workflow list` shows all")
                }));
            }
        }
        let mut found: Vec<&Workflow> = all.iter().filter(|w| w.name == name).collect();
        if found.len() > 1 && found.iter().filter(|w| w.stem() == name).count() == 1 {
            found.retain(|w| w.stem() == name);
        }
        if found.is_empty() {
            found = all.iter().filter(|w| w.path() == name).collect();
        }
        if found.is_empty() {
            found = all.iter().filter(|w| w.stem() == name).collect();
        }
        match found[..] {
            [one] => Ok(one.clone()),
            [] => Err(unread(workspace, &|file| file == name || stem(file) == name).unwrap_or_else(|| {
                Error::new(format!("there is no workflow `{name}`"))
                    .maybe_hint(did_you_mean(name, all.iter().flat_map(|w| [w.name.as_str(), w.stem()])))
                    .hint("`gaia workflow list` shows all")
            })),
            [first, ref others @ ..] => {
                let names: Vec<String> = found.iter().map(|w| format!("`{}` in `{}`", w.name, w.file)).collect();
                let error = Error::usage(format!("`{name}` may be any of: {}", names.join(", ")));
                Err(if others.iter().all(|other| other.file == first.file) {
                    error.hint(format!("name one of them: `{}`", first.name))
                } else {
                    error.hint(format!("name its file too: `{}`, or `-f {}`", first.path(), first.file))
                })
            }
        }
    }

    /// The name of its file, without the extension.
    pub fn stem(&self) -> &str {
        stem(&self.file)
    }

    /// Its file and its name, which no other workflow has: `deploy-template/deploy`.
    pub fn path(&self) -> String {
        format!(
            "{}/{}",
            self.file.strip_suffix(".yaml").or(self.file.strip_suffix(".yml")).unwrap_or(&self.file),
            self.name
        )
    }

    /// Its steps as they are written.
    pub fn written(&self) -> &[Value] {
        self.content.get("steps").and_then(Value::as_seq).unwrap_or_default()
    }

    /// The names of the steps.
    pub fn steps(&self) -> Vec<&str> {
        self.written().iter().filter_map(|step| step.get("name")?.as_str()).collect()
    }

    /// Whether it is of the older dialect: Atmos takes such a step for an empty command, and all seems well.
    pub fn is_old(&self) -> bool {
        self.written().iter().any(is_old)
    }

    /// The steps that run in a shell, of either form.
    pub fn scripts(&self) -> impl Iterator<Item = Step<'_>> {
        self.written().iter().filter_map(Step::of)
    }
}

impl<'a> Step<'a> {
    /// A step that runs in a shell; nothing where it is of another type.
    pub fn of(step: &'a Value) -> Option<Step<'a>> {
        let (command, holder) = match step.get("command") {
            Some(command) if step.get("type").and_then(Value::as_str) == Some("shell") => (command, step),
            Some(_) => return None,
            None => (step.dig(["run", "command"])?, step.get("run")?),
        };
        command.as_str()?;
        Some(Step {
            name: step.get("name").and_then(Value::as_str).unwrap_or_default(),
            description: step.get("description").and_then(Value::as_str),
            command,
            env: holder.get("env").and_then(Value::as_map),
        })
    }

    /// The script's text.
    pub fn text(&self) -> &'a str {
        self.command.as_str().unwrap_or_default()
    }

    /// The variables that it sets, as they are written.
    pub fn variables(&self) -> impl Iterator<Item = (&'a str, String)> {
        self.env.into_iter().flat_map(Map::iter).map(|(key, value)| {
            let text = if value.is_null() { String::new() } else { scalar(value) };
            (&*key.name, text)
        })
    }
}

/// A scalar as a variable holds it.
fn scalar(value: &Value) -> String {
    value.as_str().map_or_else(|| crate::yaml::to_string(value).trim_end().to_owned(), str::to_owned)
}

/// Whether a step is of the older dialect.
pub fn is_old(step: &Value) -> bool {
    step.get("command").is_none() && step.dig(["run", "command"]).is_some()
}

/// That a file which is meant holds nothing that can be read as workflows.
fn unread(workspace: &Workspace, is_it: &dyn Fn(&str) -> bool) -> Option<Error> {
    let file = files(workspace).into_iter().find(|file| is_it(file))?;
    let check = format!("`gaia workflow check {}` tells why", stem(&file));
    Some(Error::new(format!("`{file}` cannot be read as workflows")).hint(check))
}

fn stem(file: &str) -> &str {
    Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or(file)
}
