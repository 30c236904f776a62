//! Azure Key Vault.

use super::super::{azure, environment::Environment, http, runtime};
use super::config::Config;
use super::{Client, decode, key};
use crate::error::{Error, Result};
use crate::value::{Value, json};
use tokio::sync::OnceCell;

pub(super) struct KeyVault {
    url: String,
    /// Emulators take any token.
    without_authentication: bool,
    prefix: String,
    stack_delimiter: String,
    env: Environment,
    /// A token outlives a run.
    authorization: OnceCell<String>,
}

impl KeyVault {
    pub(super) fn new(config: &Config, env: &Environment) -> Result<Self> {
        Ok(KeyVault {
            url: config.vault_url()?.trim_end_matches('/').to_owned(),
            without_authentication: config.flag("without_authentication"),
            prefix: config.prefix().to_owned(),
            stack_delimiter: config.stack_delimiter().to_owned(),
            env: env.clone(),
            authorization: OnceCell::new(),
        })
    }

    fn read(&self, name: &str) -> Result<Value> {
        let body = runtime::block_on(async {
            let authorization = self.authorization.get_or_try_init(|| self.authorize()).await?;
            let url = format!("{}/secrets/{name}?api-version=7.4", self.url);
            let answer = http::get(&url, &[("authorization", authorization)]).await?;
            if answer.status == 404 {
                return Err(Error::new(format!("Azure Key Vault has no secret `{name}`")));
            }
            answer.succeeded(&format!("cannot read the secret `{name}` from Azure Key Vault"))
        })?;
        let answer = json::from_json(&String::from_utf8_lossy(&body))?;
        Ok(answer.get("value").and_then(Value::as_str).map_or_else(|| "".into(), decode))
    }

    async fn authorize(&self) -> Result<String> {
        if self.without_authentication {
            return Ok("Bearer none".into());
        }
        Ok(format!("Bearer {}", azure::token(&self.resource(), &self.env).await?))
    }

    /// The service that tokens are asked for: what follows the vault's name in its host, which differs by cloud.
    fn resource(&self) -> String {
        let host = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        let service = host.split_once('.').map(|(_, service)| service).filter(|service| service.starts_with("vault."));
        format!("https://{}", service.unwrap_or("vault.azure.net"))
    }
}

/// The name of a secret holds only letters, digits and single hyphens inside.
fn name(key: &str) -> String {
    let parts: Vec<&str> = key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "default".into() } else { parts.join("-") }
}

impl Client for KeyVault {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&name(&key::join(&self.prefix, &self.stack_delimiter, [stack, component, key], "-")))
    }

    /// The prefix is not put before the key.
    fn get_key(&self, key: &str) -> Result<Value> {
        self.read(&name(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_letters_digits_and_hyphens() {
        assert_eq!(name(&key::join("acme", "-", ["a-b", "net/vpc", "db_url"], "-")), "acme-a-b-net-vpc-db-url");
        assert_eq!(name("__"), "default");
    }
}
