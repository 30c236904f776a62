//! Redis.

use super::super::environment::Environment;
use super::config::Config;
use super::{Client, decode, key};
use crate::error::{Error, Result};
use crate::value::Value;
use ::redis::{Commands, Connection};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The connection is made at the first reading and kept.
pub(super) struct Redis {
    client: ::redis::Client,
    connection: Mutex<Option<Connection>>,
    prefix: String,
    stack_delimiter: String,
}

/// The address of the server: the option `url`, or `ATMOS_REDIS_URL`.
pub(super) fn url(config: &Config, env: &Environment) -> Result<::redis::Client> {
    let url = config.text("url").map(str::to_owned).or_else(|| env.get("ATMOS_REDIS_URL"));
    let url = url.ok_or_else(|| Error::new("needs the option `url`").hint("or set `ATMOS_REDIS_URL`"))?;
    // the address may hold a password, so it is not repeated
    ::redis::Client::open(url).map_err(|e| Error::new(format!("`url` is wrong: {e}")))
}

impl Redis {
    pub(super) fn new(config: &Config, env: &Environment) -> Result<Self> {
        Ok(Redis {
            client: url(config, env)?,
            connection: Mutex::new(None),
            prefix: config.prefix().to_owned(),
            stack_delimiter: config.stack_delimiter().to_owned(),
        })
    }

    fn read(&self, key: &str) -> Result<Value> {
        let failed = |e: ::redis::RedisError| Error::new(format!("cannot read `{key}` from Redis: {e}"));
        let mut slot = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = match &mut *slot {
            Some(connection) => connection,
            empty => empty.insert(self.client.get_connection_with_timeout(TIMEOUT).map_err(failed)?),
        };
        let answer: ::redis::RedisResult<Option<String>> = connection.get(key);
        if answer.is_err() {
            *slot = None;
        }
        let text = answer.map_err(failed)?;
        text.map(|text| decode(&text)).ok_or_else(|| Error::new(format!("Redis has no key `{key}`")))
    }
}

const TIMEOUT: Duration = Duration::from_secs(5);

impl Client for Redis {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        self.read(&key::join(&self.prefix, &self.stack_delimiter, [stack, component, key], "/"))
    }

    /// The prefix stands before the key with a colon.
    fn get_key(&self, key: &str) -> Result<Value> {
        if self.prefix.is_empty() { self.read(key) } else { self.read(&format!("{}:{key}", self.prefix)) }
    }
}
