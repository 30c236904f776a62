//! The user's own settings: defaults of answers, and templates that are trusted.

use super::console::Console;
use super::data::{self, Data};
use super::source::home;
use super::texts::Texts;
use crate::error::{Error, Result};
use crate::yaml::python;
use minijinja::Value;
use minijinja::value::ValueKind;
use std::path::{Component, Path, PathBuf};

/// What the settings file says.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub(super) defaults: Data,
    pub(super) trust: Vec<String>,
}

impl Settings {
    /// Has a default for a question, unless the user has one.
    pub fn suggest(&mut self, question: &str, answer: Value) {
        self.defaults.entry(question.to_owned()).or_insert(answer);
    }

    /// Reads the file of `COPIER_SETTINGS_PATH`, or `copier/settings.yml` among the user's configuration.
    ///
    /// # Errors
    /// An error when the file is wrong.
    pub fn load(console: &dyn Console) -> Result<Self> {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let named = variable("COPIER_SETTINGS_PATH");
        let base = || variable("XDG_CONFIG_HOME").or_else(|| Some(variable("HOME")?.join(".config")));
        let Some(file) = named.clone().or_else(|| Some(base()?.join("copier/settings.yml"))) else {
            return Ok(Settings::default());
        };
        if !file.is_file() {
            if named.is_some() {
                console.warn("MissingSettingsWarning", &format!("Settings file not found at {}", file.display()));
            }
            return Ok(Settings::default());
        }
        let text = std::fs::read_to_string(&file);
        let text = text.map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(&file))?;
        Settings::parse(&file, &text).map_err(|error| error.in_file(&file))
    }

    fn parse(file: &Path, text: &str) -> Result<Self> {
        let node = python::load_of(file, text).map_err(|error| error.context("Invalid YAML data"))?;
        let value = data::from_node(node)?;
        let mut texts = Texts::default();
        texts.add(file, text);
        let wrong = |name: &str, what: &str| {
            let text = format!("Invalid format:\n  {name}:\n    Input should be a valid {what}");
            texts.point(Error::new(text), &[name])
        };
        if !matches!(value.kind(), ValueKind::Map | ValueKind::None) {
            return Err(wrong("settings", "dictionary"));
        }
        let settings = data::data(&value);
        let defaults = match settings.get("defaults") {
            None => Data::new(),
            Some(value) if value.kind() == ValueKind::Map => data::data(value),
            Some(_) => return Err(wrong("defaults", "dictionary")),
        };
        let trust = match settings.get("trust") {
            None => Vec::new(),
            Some(value) if value.kind() == ValueKind::Seq => data::items(value).iter().map(data::text).collect(),
            Some(_) => return Err(wrong("trust", "list")),
        };
        Ok(Settings { defaults, trust })
    }

    /// Whether the user trusts a template.
    pub(super) fn trusts(&self, source: &str) -> bool {
        self.trust.iter().any(|entry| {
            if !(is_clean(source) && is_clean(entry)) {
                return entry == source;
            }
            let (entry_path, path) = (normal(entry), normal(source));
            if entry.ends_with('/') { path.starts_with(&entry_path) } else { path == entry_path }
        })
    }
}

/// The path of an address: behind the host of a URL, behind the colon of `host:path`; none for a local path.
fn split_address(text: &str) -> Option<(&str, &str)> {
    if let Some(at) = text.find("://") {
        let slash = text[at + 3..].find('/').map_or(text.len(), |slash| at + 3 + slash);
        return Some(text.split_at(slash));
    }
    let colon = text.find(':')?;
    (colon > 0 && !text[..colon].contains('/')).then(|| text.split_at(colon + 1))
}

/// Whether nothing in an address could mean something else than it says.
fn is_clean(text: &str) -> bool {
    let Some((_, path)) = split_address(text) else { return true };
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    let is_plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "._~-".contains(c));
    path.is_empty() || path.split('/').all(is_plain)
}

/// An address without `.` and `..`.
fn normal(text: &str) -> String {
    let (head, path) = match split_address(text) {
        Some((head, path)) => (head.to_owned(), PathBuf::from(path)),
        None => (String::new(), home(text)),
    };
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if clean.file_name().is_some_and(|name| name != "..") => drop(clean.pop()),
            Component::ParentDir if clean == Path::new("/") => {}
            other => clean.push(other),
        }
    }
    let mut clean = clean.to_string_lossy().into_owned();
    if text.ends_with('/') && !clean.ends_with('/') {
        clean.push('/');
    }
    head + &clean
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn trust_covers_what_lies_below_and_nothing_beside() {
        let settings = |entry: &str| Settings { trust: vec![entry.to_owned()], ..Settings::default() };
        for (entry, source, trusted) in [
            ("https://github.com/a/", "https://github.com/a/b.git", true),
            ("https://github.com/a/", "https://github.com/a/../evil/b", false),
            ("https://github.com/a/", "https://github.com/a/%2e%2e/evil", false),
            ("https://github.com/a/b", "https://github.com/a/b", true),
            ("https://github.com/a/b", "https://github.com/a/bc", false),
            ("gh:a/", "gh:a/b", true),
            ("/srv/templates/", "/srv/templates/x/../y", true),
            ("/srv/templates/", "/srv/templates/../evil", false),
        ] {
            assert_eq!(settings(entry).trusts(source), trusted, "{entry} {source}");
        }
    }
}
