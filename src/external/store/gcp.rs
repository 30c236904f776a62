//! Google Secret Manager.

use super::super::gcp::Credentials;
use super::super::{environment::Environment, http, json, runtime};
use super::config::Config;
use super::{Client, decode, key};
use crate::error::{Error, Result};
use crate::value::Value;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::sync::OnceCell;

pub(super) struct SecretManager {
    url: String,
    /// `None` goes without authentication, for emulators.
    credentials: Option<Credentials>,
    /// A token outlives a run.
    authorization: OnceCell<String>,
    project: String,
    prefix: String,
    stack_delimiter: String,
}

impl SecretManager {
    pub(super) fn new(config: &Config, env: &Environment) -> Result<Self> {
        let url = match config.endpoint() {
            Some(url) if url.contains("://") => url.trim_end_matches('/').to_owned(),
            Some(host) if config.flag("endpoint_insecure") => format!("http://{host}"),
            Some(host) => format!("https://{host}"),
            None => "https://secretmanager.googleapis.com".to_owned(),
        };
        let without = config.flag("without_authentication");
        Ok(SecretManager {
            url,
            credentials: (!without).then(|| Credentials::find(config.text("credentials"), None, env)),
            authorization: OnceCell::new(),
            project: config.need("project_id")?.to_owned(),
            prefix: config.prefix().to_owned(),
            stack_delimiter: config.stack_delimiter().to_owned(),
        })
    }

    /// The latest version of a secret.
    fn read(&self, id: &str) -> Result<Value> {
        let what = format!("cannot read the secret `{id}` of the project `{}`", self.project);
        let (project, escaped) = (http::escape(&self.project), http::escape(id));
        let url = format!("{}/v1/projects/{project}/secrets/{escaped}/versions/latest:access", self.url);
        let body = runtime::block_on(async {
            let token = match &self.credentials {
                Some(credentials) => Some(self.authorization.get_or_try_init(|| authorization(credentials)).await?),
                None => None,
            };
            let headers: Vec<_> = token.iter().map(|value| ("authorization", value.as_str())).collect();
            http::get(&url, &headers).await?.succeeded(&what)
        })?;
        let answer = json::from_json(&String::from_utf8_lossy(&body));
        let data = answer.as_ref().and_then(|answer| answer.dig(["payload", "data"])).and_then(Value::as_str);
        let bytes = STANDARD.decode(data.unwrap_or_default()).map_err(|e| Error::new(format!("{what}: {e}")))?;
        Ok(decode(&String::from_utf8_lossy(&bytes)))
    }
}

async fn authorization(credentials: &Credentials) -> Result<String> {
    Ok(format!("Bearer {}", credentials.token().await?))
}

/// The name of a secret holds no slashes, and Atmos leaves no underscore doubled or at an end.
fn name(key: &str) -> String {
    key.replace('/', "_").replace("__", "_").trim_matches('_').to_owned()
}

impl Client for SecretManager {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&name(&key::join(&self.prefix, &self.stack_delimiter, [stack, component, key], "_")))
    }

    fn get_key(&self, key: &str) -> Result<Value> {
        if self.prefix.is_empty() { self.read(key) } else { self.read(&format!("{}_{key}", self.prefix)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_slashes_and_stray_underscores() {
        assert_eq!(name(&key::join("", "-", ["a-b", "net/vpc", "id"], "_")), "a_b_net_vpc_id");
        assert_eq!(name(&key::join("p/", "-", ["a", "c", "x_"], "_")), "p_a_c_x");
    }
}
