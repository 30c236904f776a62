//! Artifactory: values as files of a repository.

use super::super::{environment::Environment, http, json, runtime};
use super::config::Config;
use super::{Client, decode, key};
use crate::error::{Error, Result};
use crate::value::Value;

pub(super) struct Artifactory {
    url: String,
    /// `None` goes without authentication.
    token: Option<String>,
    repo: String,
    prefix: String,
    stack_delimiter: String,
}

impl Artifactory {
    pub(super) fn new(config: &Config, env: &Environment) -> Result<Self> {
        Ok(Artifactory {
            url: config.need("url")?.trim_end_matches('/').to_owned(),
            token: Some(config.artifactory_token(env)?).filter(|token| token != "anonymous"),
            repo: config.text("repo_name").unwrap_or_default().to_owned(),
            prefix: config.prefix().to_owned(),
            stack_delimiter: config.stack_delimiter().to_owned(),
        })
    }

    fn download(&self, path: &str) -> Result<String> {
        let url = format!("{}/{}", self.url, http::escape_path(path.trim_start_matches('/')));
        let authorization = self.token.as_ref().map(|token| format!("Bearer {token}"));
        let headers: Vec<_> = authorization.iter().map(|value| ("authorization", value.as_str())).collect();
        let answer = runtime::block_on(http::get(&url, &headers))?;
        if answer.status == 404 {
            return Err(Error::new(format!("Artifactory has no file `{path}`")));
        }
        let body = answer.succeeded(&format!("cannot read `{path}` from Artifactory"))?;
        String::from_utf8(body).map_err(|_| Error::new(format!("`{path}` in Artifactory is no text")))
    }
}

impl Client for Artifactory {
    /// The file must be JSON.
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        let prefix = format!("{}/{}", self.repo, self.prefix);
        let path = key::join(&prefix, &self.stack_delimiter, [stack, component, key], "/");
        let text = self.download(&path)?;
        json::from_json(&text).ok_or_else(|| Error::new(format!("`{path}` in Artifactory is no JSON")))
    }

    /// The file's name gets `.json` behind it; what is no JSON is a text.
    fn get_key(&self, key: &str) -> Result<Value> {
        let mut path = if self.prefix.is_empty() { key.to_owned() } else { format!("{}/{key}", self.prefix) };
        // Atmos compares exactly: `x.JSON` gets it too
        if path.rsplit_once('.').is_none_or(|(_, extension)| extension != "json") {
            path.push_str(".json");
        }
        self.download(&format!("{}/{path}", self.repo)).map(|text| decode(&text))
    }
}
