//! `copier.yml`: settings begin with `_`, everything else is a question.

mod include;
mod task;

pub(in crate::scaffold) use task::{Command, Migration, Task};

use super::version::Version;
use crate::error::{Error, Result};
use crate::scaffold::console::Console;
use crate::scaffold::data::{self, Data};
use crate::scaffold::texts::Texts;
use crate::text::did_you_mean;
use minijinja::Value;
use minijinja::value::ValueKind;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The version of Copier whose templates are understood.
const COPIER: &str = "9.19.1";

/// What is not made when a template says nothing: its own machinery.
const DEFAULT_EXCLUDE: [&str; 8] =
    ["copier.yaml", "copier.yml", "~*", "*.py[co]", "__pycache__", ".git", ".DS_Store", ".svn"];

/// What a template says about itself.
#[derive(Debug)]
pub(in crate::scaffold) struct Config {
    pub(in crate::scaffold) answers_file: String,
    pub(in crate::scaffold) envops: Envops,
    pub(in crate::scaffold) exclude: Vec<String>,
    pub(in crate::scaffold) external_data: Vec<(String, String)>,
    pub(in crate::scaffold) extensions: Vec<String>,
    /// What is said before and after, by the names of the settings.
    pub(in crate::scaffold) messages: HashMap<&'static str, String>,
    pub(in crate::scaffold) migrations: Vec<Migration>,
    pub(in crate::scaffold) preserve_symlinks: bool,
    /// The questions with their properties, in order.
    pub(in crate::scaffold) questions: Vec<(String, Data)>,
    pub(in crate::scaffold) secrets: Vec<String>,
    pub(in crate::scaffold) skip_if_exists: Vec<String>,
    pub(in crate::scaffold) subdirectory: String,
    pub(in crate::scaffold) suffix: String,
    pub(in crate::scaffold) tasks: Vec<Task>,
    /// The files that all this was read from.
    pub(in crate::scaffold) texts: Texts,
}

/// How names that mean nothing are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scaffold) enum Undefined {
    /// They print nothing.
    Lenient,
    /// They are errors.
    Strict,
}

/// The arguments of Jinja's environment.
#[derive(Clone, Debug)]
pub(in crate::scaffold) struct Envops {
    pub(in crate::scaffold) block: (String, String),
    pub(in crate::scaffold) variable: (String, String),
    pub(in crate::scaffold) comment: (String, String),
    pub(in crate::scaffold) line_statement: Option<String>,
    pub(in crate::scaffold) line_comment: Option<String>,
    pub(in crate::scaffold) whitespace: Whitespace,
    pub(in crate::scaffold) newline: String,
    pub(in crate::scaffold) autoescape: bool,
    pub(in crate::scaffold) undefined: Undefined,
}

/// What becomes of blanks around tags.
#[derive(Clone, Copy, Debug)]
pub(in crate::scaffold) struct Whitespace {
    pub(in crate::scaffold) trim_blocks: bool,
    pub(in crate::scaffold) lstrip_blocks: bool,
    pub(in crate::scaffold) keep_trailing_newline: bool,
}

impl Config {
    /// Reads the file of a template.
    ///
    /// # Errors
    /// An error when it is no YAML, includes what lies outside, or a setting has a value that is not understood.
    pub(super) fn load(root: &Path, console: &dyn Console) -> Result<Self> {
        let file = find(root)?;
        let mut texts = Texts::default();
        let merged = match &file {
            Some(file) => include::load(root, file, &mut texts)?,
            None => Data::new(),
        };
        let settings = Settings { values: &merged, texts: &texts };
        settings.check_version(console)?;
        settings.warn(console);
        let subdirectory = settings.text("_subdirectory", "")?;
        let is_root = subdirectory.split('/').all(|part| part.is_empty() || part == ".");
        let exclude = match merged.get("_exclude") {
            Some(_) => settings.texts("_exclude")?,
            None if is_root => DEFAULT_EXCLUDE.map(str::to_owned).to_vec(),
            None => Vec::new(),
        };
        let mut secrets = settings.texts("_secret_questions")?;
        let mut questions: Vec<_> = merged.iter().filter(|(key, _)| !key.starts_with('_')).map(question).collect();
        for (name, properties) in &mut questions {
            if secrets.contains(name) {
                properties.insert("secret".to_owned(), Value::from(true));
            } else if properties.get("secret").is_some_and(Value::is_true) {
                secrets.push(name.clone());
            }
        }
        let external = settings.mapping("_external_data")?;
        Ok(Config {
            answers_file: settings.text("_answers_file", ".copier-answers.yml")?,
            envops: settings.envops()?,
            exclude,
            external_data: external.into_iter().map(|(name, path)| (name, data::text(&path))).collect(),
            extensions: settings.texts("_jinja_extensions")?,
            messages: MESSAGES.iter().map(|name| Ok((*name, settings.text(name, "")?))).collect::<Result<_>>()?,
            migrations: settings.each("_migrations", Migration::read)?,
            preserve_symlinks: merged.get("_preserve_symlinks").is_some_and(Value::is_true),
            questions,
            secrets,
            skip_if_exists: settings.texts("_skip_if_exists")?,
            subdirectory,
            suffix: settings.text("_templates_suffix", ".jinja")?,
            tasks: settings.each("_tasks", Task::read)?,
            texts,
        })
    }
}

/// `copier.yml` or `copier.yaml` at the top.
fn find(root: &Path) -> Result<Option<PathBuf>> {
    let entries = fs::read_dir(root).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(root))?;
    let is_config = |path: &PathBuf| {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        path.file_stem().is_some_and(|stem| stem == "copier") && matches!(extension.as_str(), "yml" | "yaml")
    };
    let mut found: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| is_config(p) && p.is_file()).collect();
    found.sort();
    if found.len() > 1 {
        let names: Vec<_> = found.iter().map(|path| path.display().to_string()).collect();
        return Err(Error::new(format!("MULTIPLE CONFIG FILES {}", names.join(", "))).hint("keep one of them"));
    }
    Ok(found.pop())
}

/// A question; a bare value is its default.
fn question((name, value): (&String, &Value)) -> (String, Data) {
    let properties = match value.kind() {
        ValueKind::Map => data::data(value),
        _ => Data::from_iter([("default".to_owned(), value.clone())]),
    };
    (name.clone(), properties)
}

/// Everything that Copier looks at.
const SETTINGS: [&str; 17] = [
    "_answers_file",
    "_envops",
    "_exclude",
    "_external_data",
    "_jinja_extensions",
    "_message_after_copy",
    "_message_after_update",
    "_message_before_copy",
    "_message_before_update",
    "_migrations",
    "_min_copier_version",
    "_preserve_symlinks",
    "_secret_questions",
    "_skip_if_exists",
    "_subdirectory",
    "_tasks",
    "_templates_suffix",
];

/// The settings that are messages.
const MESSAGES: [&str; 4] =
    ["_message_before_copy", "_message_after_copy", "_message_before_update", "_message_after_update"];

/// What Jinja can be told; the last ones change nothing that is rendered.
const ENVOPS: [&str; 19] = [
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
    "keep_trailing_newline",
    "autoescape",
    "undefined",
    "optimized",
    "cache_size",
    "auto_reload",
    "enable_async",
    "finalize",
];

/// The settings with the files that they stand in, for errors.
struct Settings<'a> {
    values: &'a Data,
    texts: &'a Texts,
}

impl Settings<'_> {
    fn wrong(&self, path: &[&str], message: impl Into<String>) -> Error {
        self.texts.point(Error::new(message), path)
    }

    /// Warns of names that were probably meant otherwise; nobody looks at them.
    fn warn(&self, console: &dyn Console) {
        let unknown = |name: &&String| name.starts_with('_') && !SETTINGS.contains(&name.as_str());
        for name in self.values.keys().filter(unknown) {
            if let Some(hint) = did_you_mean(name, SETTINGS) {
                let place = self.texts.line_of(&[name]).unwrap_or_default();
                console.warn("UserWarning", &format!("{place}: the setting `{name}` is unknown: {hint}"));
            }
        }
    }

    /// The items of a list, each read; errors point to the item.
    fn each<T>(&self, name: &str, read: impl Fn(&Value) -> Result<T>) -> Result<Vec<T>> {
        let Some(value) = self.values.get(name).filter(|value| !value.is_none()) else { return Ok(Vec::new()) };
        if value.kind() != ValueKind::Seq {
            return Err(self.wrong(&[name], format!("`{name}` must be a list, but is {}", data::repr(value))));
        }
        let items = data::items(value).into_iter().enumerate();
        let read = |(index, item): (usize, Value)| {
            read(&item).map_err(|error| self.texts.point(error, &[name, &index.to_string()]))
        };
        items.map(read).collect()
    }

    fn mapping(&self, name: &str) -> Result<Data> {
        match self.values.get(name).filter(|value| !value.is_none()) {
            None => Ok(Data::new()),
            Some(value) if value.kind() == ValueKind::Map => Ok(data::data(value)),
            Some(value) => {
                Err(self.wrong(&[name], format!("`{name}` must be a mapping, but is {}", data::repr(value))))
            }
        }
    }

    fn text(&self, name: &str, default: &str) -> Result<String> {
        match self.values.get(name).filter(|value| !value.is_none()) {
            None => Ok(default.to_owned()),
            Some(value) => match value.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => Err(self.wrong(&[name], format!("`{name}` must be a text, but is {}", data::repr(value)))),
            },
        }
    }

    fn texts(&self, name: &str) -> Result<Vec<String>> {
        let Some(value) = self.values.get(name) else { return Ok(Vec::new()) };
        match value.kind() {
            ValueKind::Seq => Ok(data::items(value).iter().map(data::text).collect()),
            ValueKind::None => Ok(Vec::new()),
            _ => Err(self.wrong(&[name], format!("`{name}` must be a list, but is {}", data::repr(value)))),
        }
    }

    fn envops(&self) -> Result<Envops> {
        let given = self.mapping("_envops")?;
        if let Some(unknown) = given.keys().find(|name| !ENVOPS.contains(&name.as_str())) {
            let error = Error::new(format!("`_envops`: Jinja has no option `{unknown}`"));
            let error = error.maybe_hint(did_you_mean(unknown, ENVOPS));
            return Err(self.texts.point_at_name(error, &["_envops", unknown]));
        }
        let is_text = |name: &&String| name.ends_with("_string") || name.ends_with("_prefix");
        if let Some((name, value)) =
            given.iter().find(|(name, value)| is_text(name) && !value.is_none() && value.as_str().is_none())
        {
            let message = format!("`{name}` must be a text, but is {}", data::repr(value));
            return Err(self.wrong(&["_envops", name], message));
        }
        let text = |name: &str| given.get(name).filter(|v| !v.is_none()).map(data::text);
        let or = |name: &str, default: &str| text(name).unwrap_or_else(|| default.to_owned());
        let flag = |name: &str, default: bool| given.get(name).map_or(default, Value::is_true);
        let undefined = match text("undefined").as_deref() {
            None | Some("" | "jinja2.Undefined") => Undefined::Lenient,
            Some("jinja2.StrictUndefined") => Undefined::Strict,
            Some(other) => {
                let message = format!(
                    "Unsupported envops.undefined value specified: {other}.\nSupported values are \
                     \"jinja2.Undefined\" and \"jinja2.StrictUndefined\"."
                );
                return Err(self.wrong(&["_envops", "undefined"], message));
            }
        };
        let newline = or("newline_sequence", "\n");
        if !matches!(newline.as_str(), "\n" | "\r\n" | "\r") {
            let message = "`_envops`: `newline_sequence` must be one of \"\\n\", \"\\r\\n\" and \"\\r\"";
            return Err(self.wrong(&["_envops", "newline_sequence"], message));
        }
        Ok(Envops {
            block: (or("block_start_string", "{%"), or("block_end_string", "%}")),
            variable: (or("variable_start_string", "{{"), or("variable_end_string", "}}")),
            comment: (or("comment_start_string", "{#"), or("comment_end_string", "#}")),
            line_statement: text("line_statement_prefix"),
            line_comment: text("line_comment_prefix"),
            whitespace: Whitespace {
                trim_blocks: flag("trim_blocks", false),
                lstrip_blocks: flag("lstrip_blocks", false),
                keep_trailing_newline: flag("keep_trailing_newline", true),
            },
            newline,
            autoescape: flag("autoescape", false),
            undefined,
        })
    }

    fn check_version(&self, console: &dyn Console) -> Result<()> {
        let Some(minimum) = self.values.get("_min_copier_version").map(data::text) else { return Ok(()) };
        let (Some(own), Some(wanted)) = (Version::parse(COPIER), Version::parse(&minimum)) else {
            let message = format!("`_min_copier_version`: {minimum} is no version");
            return Err(self.wrong(&["_min_copier_version"], message));
        };
        if own < wanted {
            let message = format!(
                "This template requires Copier version >= {minimum}, while your version of Copier is {COPIER}."
            );
            return Err(self.wrong(&["_min_copier_version"], message));
        }
        if own.major() > wanted.major() {
            console.warn(
                "OldTemplateWarning",
                &format!(
                    "This template was designed for Copier {minimum}, but your version of Copier is {COPIER}. You \
                     could find some incompatibilities."
                ),
            );
        }
        Ok(())
    }
}
