//! The stores of atmos.yaml, and the names by which functions and templates ask for them.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code::{self, Severity};
use crate::external::store::Stores;
use crate::external::{Environment, args};
use crate::text::{Span, did_you_mean};
use crate::value::{Map, Value};

/// What is wrong with the stores themselves. What the environment may add elsewhere is not held against them.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let section = repo.engine.workspace().written.get("stores").unwrap_or(&Value::NULL);
    // one without a type has a key that is misspelt, which was told, or is taken from elsewhere
    let typed = |store: &Value| ["kind", "type"].iter().any(|key| store.get(key).is_some());
    let typed = section.as_map().into_iter().flat_map(Map::iter).filter(|(_, store)| typed(store));
    let section = Value::map(typed.map(|(name, store)| (name.clone(), store.clone())).collect());
    let problems = Stores::problems(&section, &Environment::default());
    let diagnostic = |error| Diagnostic::from_error(error, &code::CONFIGURATION).severity(Severity::Warning);
    problems.iter().map(diagnostic).collect()
}

/// The name of the store that a YAML function asks for.
pub(super) fn asked(tag: &str, arguments: &str) -> Option<String> {
    match tag {
        "!store" => args::Store::parse(arguments).ok().map(|asked| asked.store),
        "!store.get" => args::StoreGet::parse(arguments).ok().map(|asked| asked.store),
        _ => None,
    }
}

/// A store that is asked for and that atmos.yaml does not have.
pub(super) fn unknown(repo: &Repo, name: &str, asker: &str, place: Span) -> Option<Diagnostic> {
    let stores = repo.engine.workspace().config.get("stores").and_then(Value::as_map);
    if name.contains("{{") || stores.is_some_and(|stores| stores.contains(name)) {
        return None;
    }
    let message = format!("`{asker}` names the store `{name}`, which atmos.yaml does not have");
    let known = || stores.into_iter().flat_map(Map::names);
    let hint = did_you_mean(name, known()).or_else(|| {
        let all: Vec<&str> = known().collect();
        (!all.is_empty()).then(|| format!("there are `{}`", all.join("`, `")))
    });
    let hint = hint.unwrap_or_else(|| "`stores` of atmos.yaml names none".to_owned());
    Some(Diagnostic::new(&code::FUNCTION_REFERENCE, message, place).hint(hint))
}
