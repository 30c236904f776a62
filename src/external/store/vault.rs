//! `HashiCorp` Vault, the KV engine in version 2.

use super::super::{environment::Environment, http, runtime};
use super::config::Config;
use super::{Client, key};
use crate::error::{Error, Result};
use crate::value::{Value, json};

pub(super) struct Vault {
    address: String,
    token: Option<String>,
    namespace: Option<String>,
    mount: String,
    prefix: String,
    stack_delimiter: String,
}

impl Vault {
    /// Address and token come from the options or, as for Vault's own client, from `VAULT_ADDR` and `VAULT_TOKEN`.
    pub(super) fn new(config: &Config, env: &Environment) -> Result<Self> {
        let given = config.text("address").or_else(|| config.text("url")).map(str::to_owned);
        let address = given.or_else(|| env.get("VAULT_ADDR")).unwrap_or_else(|| "https://127.0.0.1:8200".into());
        Ok(Vault {
            address: address.trim_end_matches('/').to_owned(),
            token: config.text("token").map(str::to_owned).or_else(|| env.get("VAULT_TOKEN")),
            namespace: env.get("VAULT_NAMESPACE"),
            mount: config.vault_mount()?.trim_matches('/').to_owned(),
            prefix: config.prefix().to_owned(),
            stack_delimiter: config.stack_delimiter().to_owned(),
        })
    }

    /// The field `value` of a secret, where Atmos writes; of one that somebody else wrote, all fields.
    fn read(&self, path: &str) -> Result<Value> {
        let path = path.trim_start_matches('/');
        let url = format!("{}/v1/{}/data/{}", self.address, http::escape_path(&self.mount), http::escape_path(path));
        let token = self.token.iter().map(|token| ("x-vault-token", token.as_str()));
        let namespace = self.namespace.iter().map(|name| ("x-vault-namespace", name.as_str()));
        let headers: Vec<_> = token.chain(namespace).collect();
        let answer = runtime::block_on(http::get(&url, &headers))?;
        if answer.status == 404 {
            return Err(Error::new(format!("Vault has no secret `{}/{path}`", self.mount)));
        }
        let body = answer.succeeded(&format!("cannot read `{}/{path}` from Vault", self.mount))?;
        let answer = json::from_json(&String::from_utf8_lossy(&body))?;
        let data = answer.dig(["data", "data"]).filter(|data| !data.is_null());
        let data = data.ok_or_else(|| Error::new(format!("the secret `{}/{path}` in Vault is empty", self.mount)))?;
        Ok(data.get("value").unwrap_or(data).clone())
    }
}

impl Client for Vault {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&key::join(&self.prefix, &self.stack_delimiter, [stack, component, key], "/"))
    }

    fn get_key(&self, key: &str) -> Result<Value> {
        if self.prefix.is_empty() {
            return self.read(key);
        }
        self.read(&format!("{}/{}", self.prefix.trim_end_matches('/'), key.trim_start_matches('/')))
    }
}
