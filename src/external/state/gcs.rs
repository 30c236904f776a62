//! States in Google Cloud Storage.

use super::{Backend, fetch, join, retry};
use crate::error::{Error, Result};
use crate::external::gcp::Credentials;
use crate::external::http;
use crate::value::Value;
use object_store::ClientOptions;
use object_store::gcp::GoogleCloudStorageBuilder;

/// The object is `<prefix>/<workspace>.tfstate`, the default workspace being `default`.
///
/// The settings may also stand in a section `gcs` of the backend's.
pub(super) async fn read(backend: &Backend<'_>) -> Result<Option<Vec<u8>>> {
    let nested = backend.config.get("gcs").filter(|section| section.as_map().is_some());
    let backend = &Backend { config: nested.unwrap_or(backend.config), ..*backend };
    let bucket = backend.need("bucket")?;
    let workspace = backend.named_workspace().unwrap_or("default");
    let key = join(&[backend.text("prefix").unwrap_or_default(), &format!("{workspace}.tfstate")]);

    let mut store = GoogleCloudStorageBuilder::new()
        .with_bucket_name(bucket)
        .with_client_options(ClientOptions::new().with_allow_http(true))
        .with_http_connector(http::Shared)
        .with_retry(retry());
    if let Some(host) = backend.env.get("STORAGE_EMULATOR_HOST") {
        let url = if host.contains("://") { host } else { format!("http://{host}") };
        store = store.with_base_url(&url).with_skip_signature(true);
    } else {
        let given = backend.config.get("credentials").and_then(Value::as_str);
        store = Credentials::find(given, backend.text("access_token"), backend.env).apply(store);
    }
    let store = store.build().map_err(|e| Error::new(format!("the `gcs` backend is wrong: {e}")))?;
    fetch(&store, &key, &format!("the bucket `{bucket}`")).await
}
