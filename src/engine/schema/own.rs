//! A JSON Schema of the user's own: in the place of Atmos's for manifests (`schemas.atmos.manifest` in `atmos.yaml`), for
//! components (`settings.validation`), or for other files (`schemas.*` with `matches`).

use crate::error::{Error, Kind, Result};
use crate::text::{Source, Span};
use crate::value::{Data, Value};
use crate::yaml::{self, Timestamp};
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use jsonschema::{PatternOptions, Retrieve, Uri, ValidationError, ValidationOptions, Validator};
use serde_json::{Number, Value as Json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A compiled JSON Schema with the file that it came from.
#[derive(Debug)]
pub struct JsonSchema {
    path: PathBuf,
    subject: &'static str,
    validator: Validator,
}

impl JsonSchema {
    /// Reads the schema of `subject` (`the manifest`). What it refers to is read from files; nothing is fetched.
    ///
    /// # Errors
    /// There is no such file, or it is no JSON Schema.
    pub fn load(path: &Path, subject: &'static str) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|e| failed(path, subject, "read", &e))?;
        Self::new(path, &text, subject)
    }

    /// The schema of `subject` that a text holds; what it refers to stands beside `path`.
    ///
    /// # Errors
    /// It is no JSON Schema.
    pub fn new(path: &Path, text: &str, subject: &'static str) -> Result<Self> {
        let failed = |what: &str, why: &dyn std::fmt::Display| failed(path, subject, what, why);
        let schema: Json = serde_json::from_str(text).map_err(|e| failed("read", &e))?;
        let mut options = options();
        if let Ok(path) = path.canonicalize() {
            options = options.with_base_uri(format!("file://{}", path.display()));
        }
        let validator = options.build(&schema).map_err(|e| failed("understand", &e))?;
        Ok(JsonSchema { path: path.to_owned(), subject, validator })
    }

    /// The place in the text of a schema at which it is none; nothing where it is one.
    pub fn fault(source: &Arc<Source>) -> Option<Span> {
        let schema: Json = match serde_json::from_str(&source.text) {
            Ok(schema) => schema,
            Err(error) => return Some(source.rest_of_line(error.line(), error.column())),
        };
        let error = options().build(&schema).err()?;
        // JSON is YAML
        Some(Place::find(&error, &yaml::load_lenient(source, &mut yaml::NoTags).0.value).span)
    }

    /// Everything in the value that the schema refuses, at its place.
    pub fn problems(&self, manifest: &Value) -> Vec<Error> {
        let Some(json) = json(manifest) else {
            return vec![Error::new(format!(
                "{} holds a number that is not finite, and JSON has no word for it",
                self.subject
            ))];
        };
        let mut problems = Vec::new();
        for error in self.validator.iter_errors(&json) {
            self.explain(&error, manifest, &mut problems);
        }
        problems
    }

    /// Of alternatives that all failed, the one that came furthest is what the author meant.
    fn explain(&self, error: &ValidationError<'_>, manifest: &Value, problems: &mut Vec<Error>) {
        let (ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }) = error.kind()
        else {
            return problems.push(self.problem(error, manifest));
        };
        let reach = |errors: &Vec<ValidationError<'_>>| errors.iter().map(depth).max().unwrap_or(0);
        let furthest = context.iter().max_by_key(|errors| reach(errors));
        match furthest.filter(|errors| reach(errors) > length(error)) {
            Some(errors) => errors.iter().for_each(|e| self.explain(e, manifest, problems)),
            None => problems.push(self.problem(error, manifest)),
        }
    }

    fn problem(&self, error: &ValidationError<'_>, manifest: &Value) -> Error {
        let place = Place::find(error, manifest);
        let name = if length(error) == 0 { self.subject.to_owned() } else { format!("`{}`", place.path) };
        Error::new(format!("{name}: {}", error.masked_with("the value")))
            .at(place.span)
            .note(format!("asked for by {}", self.path.display()))
    }
}

/// With the engine without backtracking: the patterns that it knows are those that Go knows.
fn options() -> ValidationOptions<'static> {
    jsonschema::options().with_pattern_options(PatternOptions::regex()).with_retriever(Files)
}

fn failed(path: &Path, subject: &str, what: &str, why: &dyn std::fmt::Display) -> Error {
    Error::new(format!("cannot {what} the schema of {subject}: {why}")).in_file(path)
}

/// Reads the files that a schema refers to.
struct Files;

impl Retrieve for Files {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Json, Box<dyn std::error::Error + Send + Sync>> {
        if uri.scheme().as_str() != "file" {
            return Err(format!("`{uri}` is not on this machine").into());
        }
        Ok(serde_json::from_str(&fs::read_to_string(uri.path().as_str())?)?)
    }
}

/// How far below the root the error is, or the furthest of its alternatives.
fn depth(error: &ValidationError<'_>) -> usize {
    match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context.iter().flatten().map(depth).max().unwrap_or(0)
        }
        _ => 0,
    }
    .max(length(error))
}

fn length(error: &ValidationError<'_>) -> usize {
    error.instance_path().iter().count()
}

/// Where an error's JSON pointer leads in the manifest.
struct Place {
    path: crate::value::Path,
    span: Span,
}

impl Place {
    fn find(error: &ValidationError<'_>, manifest: &Value) -> Place {
        let mut place = Place { path: crate::value::Path::default(), span: manifest.span };
        let mut node = Some(manifest);
        for segment in error.instance_path() {
            node = match (segment, node.map(|n| &n.data)) {
                (LocationSegment::Property(key), Some(Data::Map(map))) => {
                    place.path = place.path.key(key.as_ref());
                    map.get(&key)
                }
                (LocationSegment::Index(index), Some(Data::Seq(items))) => {
                    place.path = place.path.index(index);
                    items.get(index)
                }
                _ => None,
            };
            place.span = node.map_or(place.span, |n| n.span);
        }
        if let (ValidationErrorKind::AdditionalProperties { unexpected }, Some(map)) =
            (error.kind(), node.and_then(Value::as_map))
            && let Some((key, _)) = unexpected.first().and_then(|name| map.get_entry(name))
        {
            place.span = key.span;
        }
        place
    }
}

/// The JSON that Atmos makes of a manifest before it checks it; `None` when a number is infinite or none.
fn json(value: &Value) -> Option<Json> {
    Some(match &value.data {
        Data::Null => Json::Null,
        Data::Bool(b) => Json::Bool(*b),
        Data::Int(i) => Json::from(*i),
        Data::Uint(u) => Json::from(*u),
        Data::Float(f) => Json::Number(Number::from_f64(*f)?),
        Data::Str(s) => Json::String(s.to_string()),
        Data::Time(t) => Json::String(Timestamp::parse(t).map_or_else(|| t.to_string(), |t| t.rfc3339())),
        Data::Seq(items) => Json::Array(items.iter().map(json).collect::<Option<_>>()?),
        Data::Map(map) => {
            Json::Object(map.iter().map(|(k, v)| Some((k.name.to_string(), json(v)?))).collect::<Option<_>>()?)
        }
    })
}

/// The file that the setting names: as it stands, or below the base path.
pub(super) fn find(setting: &str, base_path: &Path) -> Result<PathBuf> {
    let path = Path::new(setting);
    if let Some(found) =
        [path.to_owned(), base_path.join(path.strip_prefix("/").unwrap_or(path))].into_iter().find(|p| p.is_file())
    {
        return Ok(found);
    }
    if setting.starts_with("http://") || setting.starts_with("https://") {
        return Err(Error::new(format!("the schema of manifests `{setting}` is not on this machine"))
            .kind(Kind::Unavailable)
            .hint("download it and name the file in `schemas.atmos.manifest`, or leave the setting out to use Atmos's own"));
    }
    Err(Error::new(format!("there is no schema of manifests `{setting}`"))
        .hint(format!("`schemas.atmos.manifest` names a file, seen from `{}`, or nothing", base_path.display())))
}
