//! The HTTP client of a run: for stores without a client of their own, and for all object stores.

use super::runtime;
use crate::error::{Error, Kind, Result};
use object_store::ClientOptions;
use object_store::client::{HttpClient, HttpConnector};
use std::fmt::Write as _;
use std::sync::OnceLock;
use std::time::Duration;

/// An answer with its status.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    /// What the server says that the body is, without parameters.
    pub(super) media_type: Option<String>,
}

impl Answer {
    /// The body of an answer that succeeded; `what` begins the error otherwise. The body of a refusal is not repeated
    /// in full, as it may be a page.
    pub(super) fn succeeded(self, what: &str) -> Result<Vec<u8>> {
        match self.status {
            200..=299 => Ok(self.body),
            status => {
                let body = String::from_utf8_lossy(&self.body);
                let line = body.lines().map(str::trim).find(|line| line.len() > 2).unwrap_or_default();
                let brief: String = line.chars().take(200).collect();
                let error = Error::new(format!("{what}: the server answered {status}"));
                Err(if brief.is_empty() { error } else { error.note(brief) })
            }
        }
    }
}

/// Gets an address.
pub(super) async fn get(url: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    send(client()?.get(url), headers).await
}

/// Gets a list of revoked certificates.
///
/// # Errors
/// The server does not answer, or not with the list.
pub(crate) fn fetch_list(url: &str) -> Result<Vec<u8>> {
    let what = format!("cannot get `{url}`");
    runtime::block_on(async { get(url, &[]).await })?.succeeded(&what)
}

/// Posts a record to whoever collects them.
///
/// # Errors
/// The server does not answer, or does not take it.
pub(crate) fn post_json(url: &str, body: Vec<u8>) -> Result<()> {
    let posted = runtime::block_on(async {
        send(client()?.post(url).body(body), &[("content-type", "application/json")]).await
    });
    // the address may hold a secret
    posted?.succeeded("the record was refused").map(drop)
}

/// Posts a form, as OAuth wants it.
pub(super) async fn post_form(url: &str, fields: &[(&str, &str)]) -> Result<Answer> {
    let body = fields.iter().map(|(k, v)| format!("{k}={}", escape(v))).collect::<Vec<_>>().join("&");
    let request = client()?.post(url).body(body);
    send(request, &[("content-type", "application/x-www-form-urlencoded")]).await
}

async fn send(mut request: reqwest::RequestBuilder, headers: &[(&str, &str)]) -> Result<Answer> {
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = async {
        let response = request.send().await?;
        let status = response.status().as_u16();
        let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
        let media_type = media_type.and_then(|value| value.split(';').next()).map(|value| value.trim().to_owned());
        Ok::<_, reqwest::Error>(Answer { status, body: response.bytes().await?.into(), media_type })
    };
    answer.await.map_err(|e| unreachable_server(&e))
}

/// The one client of a run, so that connections are kept.
fn client() -> Result<&'static reqwest::Client> {
    static CLIENT: OnceLock<reqwest::Result<reqwest::Client>> = OnceLock::new();
    let client = CLIENT.get_or_init(|| {
        reqwest::Client::builder()
            .user_agent(concat!("gaia/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_mins(1))
            .build()
    });
    client.as_ref().map_err(|e| Error::new(format!("cannot start an HTTP client: {e}")))
}

/// Gives the one client to object stores, each of which would otherwise read the machine's certificates anew.
#[derive(Debug)]
pub(super) struct Shared;

impl HttpConnector for Shared {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let client = client().map_err(|e| object_store::Error::Generic { store: "HTTP", source: Box::new(e) })?;
        Ok(HttpClient::new(client.clone()))
    }
}

/// The innermost cause says most.
fn unreachable_server(error: &reqwest::Error) -> Error {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let host = error.url().and_then(reqwest::Url::host_str).unwrap_or_default();
    Error::new(format!("`{host}` cannot be asked: {cause}")).kind(Kind::Unavailable)
}

/// A text as part of a URL's path or query.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            escaped.push(byte.into());
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// A path whose parts are escaped, its slashes kept.
pub(super) fn escape_path(path: &str) -> String {
    path.split('/').map(escape).collect::<Vec<_>>().join("/")
}
