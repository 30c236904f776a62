//! Google Cloud: where its credentials are.

use super::environment::Environment;
use super::http;
use crate::error::{Error, Result};
use object_store::gcp::GoogleCloudStorageBuilder;

/// Credentials for Google Cloud, in the form in which they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Credentials {
    /// The text of a service account's key.
    Key(String),
    /// A file with a service account's key or a user's refresh token.
    File(String),
    /// A token that is valid now.
    Token(String),
    /// Whatever the machine has: gcloud's file in the home directory, or the metadata service.
    Machine,
}

impl Credentials {
    /// What is given wins (a key's text or a file), then `GOOGLE_OAUTH_ACCESS_TOKEN`, then the variables of
    /// Terraform's backend, then Google's own search.
    pub(super) fn find(given: Option<&str>, token: Option<&str>, env: &Environment) -> Self {
        if let Some(given) = given.filter(|given| !given.is_empty()) {
            return Self::text_or_file(given);
        }
        if let Some(token) = token.map(str::to_owned).or_else(|| env.get("GOOGLE_OAUTH_ACCESS_TOKEN")) {
            return Credentials::Token(token);
        }
        if let Some(given) = env.first(&["GOOGLE_BACKEND_CREDENTIALS", "GOOGLE_CREDENTIALS"]) {
            return Self::text_or_file(&given);
        }
        env.get("GOOGLE_APPLICATION_CREDENTIALS").map_or(Credentials::Machine, Credentials::File)
    }

    fn text_or_file(given: &str) -> Self {
        let is_text = given.trim_start().starts_with('{');
        if is_text { Credentials::Key(given.to_owned()) } else { Credentials::File(given.to_owned()) }
    }

    /// The builder with these credentials.
    pub(super) fn apply(self, store: GoogleCloudStorageBuilder) -> GoogleCloudStorageBuilder {
        match self {
            Credentials::Key(text) => store.with_service_account_key(text),
            Credentials::File(path) => store.with_application_credentials(path),
            Credentials::Token(token) => store.with_bearer_token(token),
            Credentials::Machine => store,
        }
    }

    /// A token for Google's services. The storage client does the exchange; it asks for all of them alike.
    pub(super) async fn token(&self) -> Result<String> {
        let failed = |e: object_store::Error| Error::new(format!("cannot get a token for Google Cloud: {e}"));
        let store = self
            .clone()
            .apply(GoogleCloudStorageBuilder::new().with_bucket_name("any").with_http_connector(http::Shared))
            .build()
            .map_err(failed)?;
        Ok(store.credentials().get_credential().await.map_err(failed)?.bearer.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_wins_over_the_environment() {
        let env = Environment::default()
            .with("GOOGLE_OAUTH_ACCESS_TOKEN", "token")
            .with("GOOGLE_CREDENTIALS", "/key.json")
            .with("GOOGLE_APPLICATION_CREDENTIALS", "/adc.json");
        assert_eq!(Credentials::find(Some("/a.json"), None, &env), Credentials::File("/a.json".into()));
        assert_eq!(Credentials::find(Some(" {}"), None, &env), Credentials::Key(" {}".into()));
        assert_eq!(Credentials::find(None, None, &env), Credentials::Token("token".into()));
        let env = env.with("GOOGLE_OAUTH_ACCESS_TOKEN", "");
        assert_eq!(Credentials::find(Some(""), None, &env), Credentials::File("/key.json".into()));
        let env = env.with("GOOGLE_CREDENTIALS", "");
        assert_eq!(Credentials::find(None, None, &env), Credentials::File("/adc.json".into()));
    }
}
