//! AWS Systems Manager Parameter Store and AWS Secrets Manager.

use super::super::aws::{Access, Aws, Role, failed};
use super::super::{environment::Environment, json, runtime};
use super::config::Config;
use super::{Client, decode, key};
use crate::error::{Error, Result};
use crate::value::{Data, Value};

/// Parameters.
pub(super) struct Ssm {
    client: aws_sdk_ssm::Client,
    keys: Keys,
    secret: bool,
}

/// Secrets.
pub(super) struct SecretsManager {
    client: aws_sdk_secretsmanager::Client,
    keys: Keys,
}

struct Keys {
    prefix: String,
    stack_delimiter: String,
}

impl Keys {
    fn new(config: &Config) -> Self {
        Keys { prefix: config.prefix().to_owned(), stack_delimiter: config.stack_delimiter().to_owned() }
    }

    fn of_component(&self, stack: &str, component: &str, key: &str) -> String {
        key::join(&self.prefix, &self.stack_delimiter, [stack, component, key], "/")
    }

    fn alone(&self, key: &str) -> String {
        if self.prefix.is_empty() { key.to_owned() } else { format!("{}/{key}", self.prefix) }
    }
}

fn access(config: &Config, env: &Environment) -> Access {
    Access {
        region: config.text("region").map(str::to_owned),
        endpoint: config.endpoint().map(str::to_owned),
        env: env.clone(),
        ..Access::default()
    }
}

impl Ssm {
    pub(super) fn new(config: &Config, aws: &Aws, env: &Environment) -> Result<Self> {
        let role = config.text("read_role_arn").map(|arn| Role {
            arn: arn.to_owned(),
            external_id: None,
            session_name: Some("atmos-ssm-session".into()),
        });
        let session = aws.session(&Access { role, ..access(config, env) })?;
        Ok(Ssm { client: aws_sdk_ssm::Client::new(&session), keys: Keys::new(config), secret: config.secret })
    }

    fn read(&self, name: &str) -> Result<Value> {
        let request = self.client.get_parameter().name(name).with_decryption(true);
        let answer = runtime::block_on(async {
            request.send().await.map_err(|e| failed(format_args!("cannot read the parameter `{name}`"), e))
        })?;
        let text = answer.parameter.and_then(|parameter| parameter.value).unwrap_or_default();
        Ok(if self.secret { decode_secret(&text) } else { decode(&text) })
    }
}

/// A secret store keeps strings as they are, so that a secret that looks like a number is none: only maps, lists and
/// quoted strings are read as JSON.
fn decode_secret(text: &str) -> Value {
    let structured = |value: &Value| matches!(value.data, Data::Map(_) | Data::Seq(_) | Data::Str(_));
    json::from_json(text).filter(structured).unwrap_or_else(|| text.into())
}

impl Client for Ssm {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&self.keys.of_component(stack, component, key))
    }

    /// The name of a parameter begins with a slash, which is added.
    fn get_key(&self, key: &str) -> Result<Value> {
        let name = self.keys.alone(key);
        if name.starts_with('/') { self.read(&name) } else { self.read(&format!("/{name}")) }
    }
}

impl SecretsManager {
    pub(super) fn new(config: &Config, aws: &Aws, env: &Environment) -> Result<Self> {
        let session = aws.session(&access(config, env))?;
        Ok(SecretsManager { client: aws_sdk_secretsmanager::Client::new(&session), keys: Keys::new(config) })
    }

    fn read(&self, id: &str) -> Result<Value> {
        let request = self.client.get_secret_value().secret_id(id);
        let answer = runtime::block_on(async {
            request.send().await.map_err(|e| failed(format_args!("cannot read the secret `{id}`"), e))
        })?;
        let text = answer.secret_string.ok_or_else(|| Error::new(format!("the secret `{id}` holds no text")))?;
        Ok(decode(&text))
    }
}

impl Client for SecretsManager {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&self.keys.of_component(stack, component, key))
    }

    fn get_key(&self, key: &str) -> Result<Value> {
        self.read(&self.keys.alone(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_that_look_like_numbers_stay_texts() {
        for text in ["1e5", "12345678901234567890", "true", "null", "plain"] {
            assert_eq!(decode_secret(text), text.into(), "{text}");
        }
        assert_eq!(decode_secret("\"quoted\""), "quoted".into());
        assert_eq!(decode_secret("[1]"), Value::seq(vec![Data::Float(1.0).into()]));
    }
}
