//! Answers: those just given, those given in advance, those of the last time.

use super::data::{self, Data};
use super::source::Template;
use crate::error::{Error, Result};
use crate::yaml::python;
use minijinja::Value;
use minijinja::value::ValueKind;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// The answers by where they come from, strongest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    pub(super) user: Data,
    pub(super) init: Data,
    /// Where the template comes from.
    pub(super) metadata: Data,
    pub(super) last: Data,
    /// Questions that were not asked, as their condition did not hold.
    pub(super) hidden: HashSet<String>,
}

impl Answers {
    /// Everything that has a value.
    pub(super) fn combined(&self) -> Data {
        let mut combined = self.last.clone();
        for source in [&self.metadata, &self.init, &self.user] {
            combined.extend(source.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        combined
    }

    /// What is written into the file with the answers.
    pub(super) fn to_remember(&self, template: &Template) -> Data {
        let mut remembered = Data::new();
        if let Some(commit) = &template.commit {
            remembered.insert("_commit".to_owned(), Value::from(commit.as_str()));
        }
        remembered.insert("_src_path".to_owned(), Value::from(template.source.as_str()));
        let config = &template.config;
        let combined = self.combined();
        let is_question = |name: &str| config.questions.iter().any(|(question, _)| question == name);
        let kept = combined.into_iter().filter(|(name, value)| {
            !name.starts_with('_')
                && !self.hidden.contains(name)
                && !config.secrets.contains(name)
                && is_question(name)
                && data::is_json(value)
        });
        remembered.extend(kept);
        remembered
    }
}

/// Reads a file with answers; none when it is not there.
///
/// # Errors
/// An error when it is no mapping.
pub(super) fn read(file: &Path) -> Result<Option<Data>> {
    match fs::read(file) {
        Ok(bytes) => parse(file, &decode(&bytes)).map(Some),
        Err(_) => Ok(None),
    }
}

/// Reads a file with any value; none when it is not there.
///
/// # Errors
/// An error when it is no YAML.
pub(super) fn value(file: &Path) -> Result<Option<Value>> {
    fs::read(file).ok().map(|bytes| value_of(file, &decode(&bytes))).transpose()
}

fn value_of(file: &Path, text: &str) -> Result<Value> {
    data::from_node(python::load_of(file, text)?).map_err(|error| error.in_file(file))
}

fn parse(file: &Path, text: &str) -> Result<Data> {
    let value = value_of(file, text)?;
    match value.kind() {
        ValueKind::Map => Ok(data::data(&value)),
        ValueKind::None => Ok(Data::new()),
        _ => {
            let start = text.len() - text.trim_start().len();
            let line = text[start..].lines().next().unwrap_or_default().len();
            let error = Error::new("expected a mapping of answers").hint("write `NAME: ANSWER` in each line");
            Err(error.in_text(file, text, start..start + line))
        }
    }
}

/// The last answers of a project, without private names but those of the template.
///
/// # Errors
/// An error when the file is no mapping.
pub(super) fn last(project: &Path, file: &str) -> Result<Data> {
    let mut answers = read(&project.join(file))?.unwrap_or_default();
    answers.retain(|name, _| matches!(name.as_str(), "_src_path" | "_commit") || !name.starts_with('_'));
    Ok(answers)
}

/// Reads answers given in advance: a YAML mapping in UTF-8, or in UTF-16 when the file says so itself.
///
/// # Errors
/// An error when the file is not there, or is no mapping.
pub fn read_data(file: &Path) -> Result<Data> {
    parse(file, &text_of(file)?)
}

/// The text of a file of answers.
///
/// # Errors
/// It is not there.
pub(super) fn text_of(file: &Path) -> Result<String> {
    let bytes = fs::read(file).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(file))?;
    Ok(decode(&bytes))
}

/// The text of a file: UTF-8, or UTF-16 when the file says so itself.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<_> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        bytes => String::from_utf8_lossy(bytes).into_owned(),
    }
}
