//! An engine that reads on behind problems, for a validation that wants all of them.
//!
//! The ordinary engine ends at the first error. This one keeps it, takes what is wrong for absent, and goes on: a manifest
//! that is no YAML gives what can be read of it, a section of the wrong type nothing, an import of a name that does not
//! exist the file that was most likely meant.

use super::{Engine, Options, schema};
use crate::code;
use crate::error::{Error, Result};
use crate::text::Span;
use crate::value::{Data, Key, Map, Value};
use crate::workspace::Workspace;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The problems that were met so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems(Arc<Mutex<Vec<Error>>>);

impl Problems {
    pub(crate) fn extend(&self, errors: impl IntoIterator<Item = Error>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(errors);
    }
}

/// What a tolerant engine has beside the ordinary one.
#[derive(Debug)]
pub(crate) struct Tolerance {
    problems: Problems,
    schema: schema::Schema,
}

impl Tolerance {
    pub(super) fn keep(&self, error: Error) {
        self.problems.extend([error.code(&code::CONFIGURATION)]);
    }
}

impl Engine {
    /// An engine that keeps problems of manifests instead of ending at them; [`Engine::problems`] tells them.
    ///
    /// A schema of the user's own that cannot be used is such a problem; Atmos's own takes its place.
    ///
    /// # Errors
    /// None that is known.
    pub fn tolerant(workspace: Arc<Workspace>) -> Result<Arc<Engine>> {
        let problems = Problems::default();
        let schema = schema::Schema::of(&workspace).unwrap_or_else(|error| {
            let setting = workspace.config.dig(["schemas", "atmos", "manifest"]).map_or(Span::NONE, |v| v.span);
            problems.extend([if error.span().is_none() {
                error.code(&code::CONFIGURATION).at(setting)
            } else {
                error
            }]);
            schema::Schema::default()
        });
        let options = Options { offline: true, ..Options::default() };
        Self::build(workspace, options, Some(Tolerance { problems, schema }))
    }

    /// The problems that were met since the engine was made, in no particular order.
    pub fn problems(&self) -> Vec<Error> {
        let problems = self.tolerance.as_ref().map(|t| t.problems.0.lock().unwrap_or_else(PoisonError::into_inner));
        problems.map(|p| p.clone()).unwrap_or_default()
    }

    /// Where the loader tells its problems.
    pub(super) fn problems_of(tolerance: Option<&Tolerance>) -> Option<Problems> {
        tolerance.map(|t| t.problems.clone())
    }

    /// Hands an error on, or keeps it and gives nothing.
    pub(crate) fn tolerate<T>(&self, result: Result<T>) -> Result<Option<T>> {
        match (result, &self.tolerance) {
            (Ok(value), _) => Ok(Some(value)),
            (Err(error), Some(tolerance)) => {
                tolerance.problems.extend([error]);
                Ok(None)
            }
            (Err(error), None) => Err(error),
        }
    }

    /// Keeps an error, where problems are kept.
    ///
    /// # Errors
    /// The error itself, where they are not.
    pub fn tolerate_error(&self, error: Error) -> Result<()> {
        self.tolerate(Err(error)).map(|none: Option<()>| none.unwrap_or_default())
    }

    pub(crate) fn is_tolerant(&self) -> bool {
        self.tolerance.is_some()
    }

    /// What Atmos's schema lets pass in a manifest, and hardly anybody means.
    pub fn slips(&self, manifest: &Value) -> Vec<Error> {
        self.tolerance.as_ref().map(|tolerance| tolerance.schema.slips(manifest)).unwrap_or_default()
    }

    /// A manifest as it was most likely meant: what does not fit the schema is kept as a problem and put right where the
    /// remedy is known, otherwise left out. Tells whether imports were lost.
    pub(crate) fn sound(&self, own: Value, path: &Path) -> (Value, bool) {
        let Some(tolerance) = &self.tolerance else { return (own, false) };
        let own = with_known_sections(&own);
        let problems = tolerance.schema.check(&own, path);
        if problems.is_empty() {
            return (own, false);
        }
        let mut repairs = Repairs::default();
        for problem in &problems {
            repairs.note(problem);
        }
        tolerance.problems.extend(problems);
        let count = |v: &Value| v.get("import").and_then(Value::as_seq).map_or(0, <[Value]>::len);
        let wrote_imports = own.get("import").is_some_and(|i| !i.is_null());
        match repairs.apply(&own) {
            Some(sound) if sound.as_map().is_some() => {
                let lost = wrote_imports && count(&sound) < count(&own).max(1);
                (sound, lost)
            }
            _ => (Value::empty_map(), wrote_imports),
        }
    }
}

/// The sections of a manifest and the types of components that a slip of the fingers can miss.
const SECTIONS: [&str; 9] =
    ["import", "vars", "env", "settings", "components", "terraform", "helmfile", "overrides", "metadata"];
const TYPES: [&str; 4] = ["terraform", "helmfile", "packer", "ansible"];

/// Sections and component types under the names that were meant.
fn with_known_sections(own: &Value) -> Value {
    let rename = |value: &Value, names: &'static [&'static str]| -> Value {
        let Some(map) = value.as_map() else { return value.clone() };
        let meant = |key: &Key| map.meant(&key.name, names.iter().copied());
        if map.iter().all(|(key, _)| names.contains(&&*key.name) || meant(key).is_none()) {
            return value.clone();
        }
        let renamed = map.iter().map(|(key, v)| match meant(key).filter(|_| !names.contains(&&*key.name)) {
            Some(name) => (Key { name: name.into(), span: key.span }, v.clone()),
            None => (key.clone(), v.clone()),
        });
        Value::map(renamed.collect()).with_span(value.span)
    };
    let mut own = rename(own, &SECTIONS);
    if let Some(components) = own.get("components").map(|c| rename(c, &TYPES))
        && own.get("components").is_some_and(|c| !c.ptr_eq(&components))
    {
        own.set("components", components);
    }
    own
}

/// What to do with the places that do not fit.
#[derive(Default)]
struct Repairs {
    /// Left out.
    unfit: FxHashSet<Span>,
    /// Keys and values under the word that was meant.
    words: FxHashMap<Span, String>,
    /// Texts where a list of them belongs.
    lists: FxHashSet<Span>,
}

impl Repairs {
    fn note(&mut self, error: &Error) {
        let (Some(code), Some(span)) = (error.get_code(), error.span()) else { return };
        let meant = error.hints().iter().find_map(|h| h.strip_prefix("did you mean `")?.split('`').next());
        match (code, meant) {
            (code, Some(word)) if *code == code::UNKNOWN_KEY || *code == code::UNKNOWN_VALUE => {
                self.words.insert(span, word.to_owned());
            }
            (code, _) if *code == code::WRONG_TYPE && error.message().ends_with("must be a list, not a string") => {
                self.lists.insert(span);
            }
            (code, _) if *code == code::UNKNOWN_KEY || *code == code::MISSING_KEY || *code == code::INVALID_VALUE => {}
            _ => {
                self.unfit.insert(span);
            }
        }
    }

    /// The value put right; `None` where it is left out.
    fn apply(&self, value: &Value) -> Option<Value> {
        if !value.span.is_none() {
            // a map of one key without a value stands where that key stands
            let is_key = || value.as_map().is_some_and(|map| map.iter().any(|(key, _)| key.span == value.span));
            if self.unfit.contains(&value.span) && !is_key() {
                return None;
            }
            if let Some(word) = self.words.get(&value.span) {
                return Some(Value::from(word.as_str()).with_span(value.span));
            }
            if self.lists.contains(&value.span) {
                return Some(Value::seq(vec![value.clone()]).with_span(value.span));
            }
        }
        let data = match &value.data {
            Data::Map(map) => {
                let mut sound = Map::with_capacity(map.len());
                for (key, item) in map.iter().filter(|(key, _)| !self.unfit.contains(&key.span)) {
                    let Some(item) = self.apply(item) else { continue };
                    match self.words.get(&key.span).filter(|word| !map.contains(word)) {
                        Some(word) => sound.insert(Key { name: word.as_str().into(), span: key.span }, item),
                        None => sound.insert(key.clone(), item),
                    };
                }
                Data::Map(Arc::new(sound))
            }
            Data::Seq(items) => Data::Seq(Arc::new(items.iter().filter_map(|v| self.apply(v)).collect())),
            other => other.clone(),
        };
        Some(Value::new(data, value.span))
    }
}
