//! `!terraform.state`: outputs read from a component's Terraform state, wherever its backend keeps it.

mod azure;
mod gcs;
mod local;
mod s3;

pub(super) use s3::regional;

use super::aws::Aws;
use super::environment::Environment;
use super::{json, runtime};
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use object_store::{ObjectStore, ObjectStoreExt, RetryConfig, path::Path as ObjectPath};
use std::path::Path;
use std::time::Duration;

/// Where the state of a component is.
#[derive(Clone, Copy, Debug)]
pub struct Backend<'a> {
    /// The `backend_type`; empty means `local`.
    pub kind: &'a str,
    /// The `backend` section.
    pub config: &'a Value,
    /// The Terraform workspace; empty means the default one.
    pub workspace: &'a str,
    /// The directory of the component's Terraform code, where a local state is.
    pub dir: &'a Path,
    /// The environment that the state is read in ([`Environment::for_state`]).
    pub env: &'a Environment,
}

/// The outputs in a state by name; `None` when the state does not exist, which means that nothing is deployed yet.
/// Output types and the mark `sensitive` do not matter; numbers are floats.
///
/// A missing bucket or container counts as a missing state. Everything else that keeps a state from being read is an
/// error, which no default value of the function covers.
///
/// # Errors
/// An error when the backend type is none of `local`, `s3`, `gcs`, `azurerm`, its section lacks something, or the
/// state cannot be read or understood.
pub fn read_outputs(backend: &Backend, aws: &Aws) -> Result<Option<Map>> {
    let text = match backend.kind {
        "" | "local" => local::read(backend),
        "s3" => s3::read(backend, aws),
        "gcs" => runtime::block_on(gcs::read(backend)),
        "azurerm" => runtime::block_on(azure::read(backend)),
        other => Err(Error::new(format!("states of the backend type `{other}` cannot be read"))
            .hint("`!terraform.state` reads `local`, `s3`, `gcs` and `azurerm`; use `!terraform.output` or `!store`")),
    }?;
    match text {
        Some(text) => outputs(&text).map_err(|e| e.context(format!("the state in {}", backend.place()))),
        None => Ok(None),
    }
}

/// An empty file is a state that does not exist yet, as Atmos has it.
fn outputs(state: &[u8]) -> Result<Option<Map>> {
    if state.is_empty() {
        return Ok(None);
    }
    let wrong = |what: &str| Error::new(format!("is no Terraform state: {what}"));
    let state = std::str::from_utf8(state).ok().and_then(json::from_json).ok_or_else(|| wrong("it is no JSON"))?;
    let state = state.as_map().ok_or_else(|| wrong("it is no map"))?;
    let Some(outputs) = state.get("outputs").filter(|outputs| !outputs.is_null()) else {
        return Ok(Some(Map::default()));
    };
    let outputs = outputs.as_map().ok_or_else(|| wrong("`outputs` is no map"))?;
    Ok(Some(outputs.iter().map(|(k, v)| (k.clone(), v.get("value").cloned().unwrap_or_default())).collect()))
}

impl Backend<'_> {
    /// A text of the backend's section; empty ones and other types count as missing, as in Atmos.
    fn text(&self, name: &str) -> Option<&str> {
        self.config.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// A text that the section must have.
    fn need(&self, name: &str) -> Result<&str> {
        self.text(name)
            .ok_or_else(|| Error::new(format!("the `{}` backend needs `{name}`", self.kind)).at(self.config.span))
    }

    /// The workspace, unless it is the default one, whose states lie elsewhere in most backends.
    fn named_workspace(&self) -> Option<&str> {
        Some(self.workspace).filter(|name| !matches!(*name, "" | "default"))
    }

    fn place(&self) -> String {
        let container = ["bucket", "container_name", "path"].into_iter().find_map(|name| self.text(name));
        match container {
            Some(name) => format!("the `{}` backend `{name}`", self.kind),
            None => format!("`{}`", self.dir.display()),
        }
    }
}

/// Fetches an object; `None` when it, or what should hold it, does not exist.
async fn fetch(store: &impl ObjectStore, key: &str, what: &str) -> Result<Option<Vec<u8>>> {
    let failed = |e: &dyn std::fmt::Display| Error::new(format!("cannot read the state `{key}` in {what}: {e}"));
    let path = ObjectPath::parse(key.trim_start_matches('/')).map_err(|e| failed(&e))?;
    let found = match store.get(&path).await {
        Ok(found) => found.bytes().await,
        Err(e) => Err(e),
    };
    match found {
        Ok(bytes) => Ok(Some(bytes.into())),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(e) => Err(failed(&e)),
    }
}

/// As Atmos: two more attempts after the first, a second and two later, and half a minute for all. Only what may be
/// better the next time is tried again, not a refusal.
pub(super) fn retry() -> RetryConfig {
    let backoff = object_store::BackoffConfig {
        init_backoff: Duration::from_secs(1),
        max_backoff: Duration::from_secs(4),
        base: 2.0,
    };
    RetryConfig { backoff, max_retries: 2, retry_timeout: Duration::from_secs(30) }
}

/// Joins parts of a key as paths are joined: without empty parts, `.` and `..`.
fn join(parts: &[&str]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.iter().flat_map(|part| part.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(kept.pop()),
            part => kept.push(part),
        }
    }
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Data;

    #[test]
    fn outputs_of_a_state() {
        let state = br#"{"version": 4, "outputs": {
            "id": {"value": "vpc-1", "type": "string"},
            "n": {"value": 3, "type": "number"},
            "secret": {"value": ["a"], "type": ["list", "string"], "sensitive": true},
            "nothing": {"value": null, "type": "dynamic"}}}"#;
        let outputs = outputs(state).expect("a state").expect("outputs");
        assert_eq!(outputs.get("id").and_then(Value::as_str), Some("vpc-1"));
        assert_eq!(outputs.get("n"), Some(&Data::Float(3.0).into()));
        assert_eq!(outputs.get("secret"), Some(&Value::seq(vec!["a".into()])));
        assert!(outputs.get("nothing").is_some_and(Value::is_null));
    }

    #[test]
    fn a_state_without_outputs_exists_and_an_empty_one_does_not() {
        assert_eq!(outputs(b"").expect("empty"), None);
        assert_eq!(outputs(br#"{"version": 4}"#).expect("a state"), Some(Map::default()));
        for broken in ["[]", "{", "\"x\"", r#"{"outputs": 1}"#] {
            assert!(outputs(broken.as_bytes()).expect_err(broken).message().starts_with("is no Terraform state"));
        }
    }

    #[test]
    fn keys_are_joined_like_paths() {
        assert_eq!(join(&["vpc/", "dev", "terraform.tfstate"]), "vpc/dev/terraform.tfstate");
        assert_eq!(join(&["", "dev", "a/../b"]), "dev/b");
    }
}
