//! `settings.validation` of a component, read.

use crate::code;
use crate::error::{Error, Result};
use crate::text::{Span, did_you_mean};
use crate::value::{Map, Value};

/// The types of validation that Atmos knows.
const TYPES: [&str; 2] = ["jsonschema", "opa"];

/// One validation.
#[derive(Clone, Debug, Default)]
pub(super) struct Validation {
    /// Its name.
    pub name: String,
    pub schema_type: String,
    pub type_span: Span,
    pub schema_path: String,
    pub path_span: Span,
    pub module_paths: Vec<String>,
    /// In seconds; 0 where it is not set.
    pub timeout: u64,
    pub description: String,
    pub disabled: bool,
}

/// The validations of a component, in the order of the manifest.
///
/// # Errors
/// A value of the wrong type.
pub(super) fn read(sections: &Value) -> Result<Vec<Validation>> {
    let entries = sections.dig(["settings", "validation"]).and_then(Value::as_map);
    entries.into_iter().flat_map(Map::iter).map(|(name, entry)| one(&name.name, entry)).collect()
}

fn one(name: &str, entry: &Value) -> Result<Validation> {
    let wrong = |key: &str, value: &Value, expected: &str| {
        Error::new(format!("`{key}` of the validation `{name}` must be {expected}, this is a {}", value.type_name()))
            .code(&code::INVALID_VALIDATION)
            .at(value.span)
    };
    if entry.as_map().is_none() && !entry.is_null() {
        return Err(wrong("settings.validation", entry, "a map"));
    }
    let mut validation = Validation { name: name.to_owned(), ..Validation::default() };
    for (key, value) in entry.as_map().into_iter().flat_map(Map::iter).filter(|(_, v)| !v.is_null()) {
        let text = || value.as_str().map(str::to_owned).ok_or_else(|| wrong(&key.name, value, "a text"));
        match &*key.name {
            "schema_type" => (validation.schema_type, validation.type_span) = (text()?, value.span),
            "schema_path" => (validation.schema_path, validation.path_span) = (text()?, value.span),
            "description" => validation.description = text()?,
            "disabled" => validation.disabled = value.as_bool().ok_or_else(|| wrong("disabled", value, "a boolean"))?,
            "timeout" => {
                let seconds = value.as_int().and_then(|s| u64::try_from(s).ok());
                validation.timeout = seconds.ok_or_else(|| wrong("timeout", value, "a number of seconds"))?;
            }
            "module_paths" => {
                let items = value.as_seq().ok_or_else(|| wrong("module_paths", value, "a list of paths"))?;
                let path = |v: &Value| v.as_str().map(str::to_owned).ok_or_else(|| wrong("module_paths", v, "a path"));
                validation.module_paths = items.iter().map(path).collect::<Result<_>>()?;
            }
            // Atmos ignores others
            _ => {}
        }
    }
    Ok(validation)
}

impl Validation {
    /// Refuses types that Atmos does not know.
    pub(super) fn check_type(&self) -> Result<()> {
        if TYPES.contains(&&*self.schema_type) {
            return Ok(());
        }
        Err(Error::new(format!("unknown schema type `{}` of the validation `{}`", self.schema_type, self.name))
            .code(&code::INVALID_VALIDATION)
            .at(self.type_span)
            .maybe_hint(did_you_mean(&self.schema_type, TYPES))
            .hint("one of: jsonschema, opa"))
    }
}
