//! Environment variables as the parts of this module see them: those of the process, under an overlay.

use crate::value::{Data, Map, Value};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The process's environment with some variables replaced, such as those of a component's `env` section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Environment {
    overlay: BTreeMap<String, String>,
}

/// The variables of a component's `env` section that decide which AWS account and endpoint its state is read from.
const AWS_STATE: [&str; 8] = [
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_CONFIG_FILE",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_ENDPOINT_URL_S3",
    "AWS_ENDPOINT_URL_STS",
    "AWS_USE_FIPS_ENDPOINT",
];

impl Environment {
    /// The environment in which the state of a component is read: of its `env` section only the AWS variables count
    /// that choose credentials and endpoints. Atmos reads a state with the same list.
    pub fn for_state(env: &Value) -> Self {
        let overlay = AWS_STATE.iter().filter_map(|name| Some(((*name).to_owned(), text(env.get(name)?)?)));
        Environment { overlay: overlay.collect() }
    }

    /// The environment of a program that runs for a component: the whole `env` section over the process's variables.
    pub fn for_program(env: &Value) -> Self {
        let overlay = env.as_map().into_iter().flat_map(Map::iter);
        Environment { overlay: overlay.filter_map(|(k, v)| Some((k.name.to_string(), text(v)?))).collect() }
    }

    /// The environment with one more variable replaced.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.overlay.insert(name.into(), value.into());
        self
    }

    /// The value of a variable; an empty one counts as unset, as all the tools asked here have it.
    pub fn get(&self, name: &str) -> Option<String> {
        match self.overlay.get(name) {
            Some(value) => Some(value.clone()),
            None => std::env::var(name).ok(),
        }
        .filter(|value| !value.is_empty())
    }

    /// The first of some variables that is set.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.get(name))
    }

    /// The value of a variable that the overlay sets, whatever the process has.
    pub fn replaced(&self, name: &str) -> Option<&str> {
        self.overlay.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The replaced variables, sorted by name.
    pub fn overlay(&self) -> impl Iterator<Item = (&str, &str)> {
        self.overlay.iter().map(|(k, v)| (k.as_str(), v.as_str()))
    }

    /// The program of that name in the directories of `PATH`.
    pub fn find_program(&self, name: &str) -> Option<PathBuf> {
        if name.contains(std::path::is_separator) {
            return Some(PathBuf::from(name)).filter(|path| path.is_file());
        }
        let path = self.get("PATH")?;
        let suffix = std::env::consts::EXE_SUFFIX;
        std::env::split_paths(&path).map(|dir| dir.join(format!("{name}{suffix}"))).find(|path| path.is_file())
    }
}

/// A scalar as a variable holds it; lists and maps have no such form.
fn text(value: &Value) -> Option<String> {
    match &value.data {
        Data::Str(s) | Data::Time(s) => Some(s.to_string()),
        Data::Bool(b) => Some(b.to_string()),
        Data::Int(i) => Some(i.to_string()),
        Data::Uint(u) => Some(u.to_string()),
        Data::Float(f) => Some(f.to_string()),
        Data::Null | Data::Seq(_) | Data::Map(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_with_the_listed_variables_only() {
        let section: Map =
            [("AWS_PROFILE", Value::from("prod")), ("TF_LOG", Value::from("debug"))].into_iter().collect();
        let section = Value::from(section);
        let state = Environment::for_state(&section);
        assert_eq!(state.overlay().collect::<Vec<_>>(), [("AWS_PROFILE", "prod")]);
        assert_eq!(Environment::for_program(&section).replaced("TF_LOG"), Some("debug"));
    }

    #[test]
    fn an_empty_variable_is_unset() {
        let env = Environment::default().with("GAIA_TEST_A", "").with("GAIA_TEST_B", "b");
        assert_eq!(env.get("GAIA_TEST_A"), None);
        assert_eq!(env.first(&["GAIA_TEST_A", "GAIA_TEST_B"]).as_deref(), Some("b"));
    }
}
