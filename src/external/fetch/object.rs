//! Single files: from web servers, S3 and Google Cloud Storage.

use super::query::{Query, decode};
use crate::error::{Error, Kind, Result};
use crate::external::aws::{Access, Aws};
use crate::external::gcp::Credentials;
use crate::external::{Environment, http, runtime, state};
use object_store::aws::{AmazonS3Builder, AwsCredential};
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::{ClientOptions, ObjectStore, StaticCredentialProvider};
use std::sync::Arc;

/// A file in a bucket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bucket {
    name: String,
    key: String,
    region: Option<String>,
    /// The address of the service, where it is not the vendor's own.
    endpoint: Option<String>,
    profile: Option<String>,
    /// Access key, secret and token, where the address has them.
    login: Option<(String, String, Option<String>)>,
    version: Option<String>,
}

impl Bucket {
    /// `s3.amazonaws.com/bucket/key`, `s3-REGION…`, `s3.REGION…`, `bucket.s3.amazonaws.com/key` and the like, the address
    /// of another service with `?region=`, or `s3://bucket/key`.
    pub(super) fn s3(location: &str, query: &mut Query) -> Result<Self> {
        let wrong = || {
            Error::new(format!("`{location}` names no file in a bucket"))
                .hint("write `s3::https://s3.REGION.amazonaws.com/BUCKET/KEY`")
        };
        let (scheme, rest) = location.split_once("://").unwrap_or(("https", location));
        let (host, path) = rest.split_once('/').ok_or_else(wrong)?;
        let mut bucket = Bucket {
            region: query.take("region"),
            profile: query.take("aws_profile"),
            version: query.take("version"),
            ..Bucket::default()
        };
        if let (Some(id), Some(secret)) = (query.take("aws_access_key_id"), query.take("aws_access_key_secret")) {
            bucket.login = Some((id, secret, query.take("aws_access_token")));
        }
        let (name, key) = match host.strip_suffix(".amazonaws.com") {
            _ if scheme == "s3" => (host, path),
            Some(service) => {
                // `s3`, `s3-REGION` or `s3.REGION`, after the bucket or alone
                let parts: Vec<&str> = service.split('.').collect();
                let at = parts.iter().rposition(|p| *p == "s3" || p.starts_with("s3-")).ok_or_else(wrong)?;
                let region = parts[at].strip_prefix("s3-").or(parts.get(at + 1).copied());
                bucket.region = bucket.region.or(region.map(str::to_owned));
                match at {
                    0 => path.split_once('/').ok_or_else(wrong)?,
                    _ => (&service[..service.len() - parts[at..].join(".").len() - 1], path),
                }
            }
            None => {
                bucket.endpoint = Some(format!("{scheme}://{host}"));
                path.split_once('/').ok_or_else(wrong)?
            }
        };
        if name.is_empty() || key.is_empty() {
            return Err(wrong());
        }
        Ok(Bucket { name: name.to_owned(), key: decode(key), ..bucket })
    }

    /// `www.googleapis.com/storage/v1/bucket/key`, or `gcs://bucket/key`.
    pub(super) fn gcs(location: &str) -> Result<Self> {
        let wrong = || {
            Error::new(format!("`{location}` names no file in a bucket"))
                .hint("write `gcs::https://www.googleapis.com/storage/v1/BUCKET/KEY`")
        };
        let (scheme, rest) = location.split_once("://").unwrap_or(("https", location));
        let path = if matches!(scheme, "gcs" | "gs") {
            rest
        } else {
            rest.split_once("/storage/v1/").map(|(_, path)| path).ok_or_else(wrong)?
        };
        let (name, key) = path.split_once('/').filter(|(n, k)| !n.is_empty() && !k.is_empty()).ok_or_else(wrong)?;
        Ok(Bucket { name: name.to_owned(), key: decode(key), ..Bucket::default() })
    }
}

/// Tokens for GitHub, the first that is set.
const GITHUB_TOKENS: [&str; 3] = ["ATMOS_PRO_GITHUB_TOKEN", "ATMOS_GITHUB_TOKEN", "GITHUB_TOKEN"];

/// A file of a web server. GitHub gets the environment's token, as Atmos gives it.
pub(super) async fn http(url: &str, env: &Environment) -> Result<Vec<u8>> {
    let host = url.split_once("://").and_then(|(_, rest)| rest.split(['/', '?']).next()).unwrap_or_default();
    let trusted = url.starts_with("https://")
        && ["api.github.com", "raw.githubusercontent.com", "github.com"].contains(&host.to_ascii_lowercase().as_str());
    let token = env.first(&GITHUB_TOKENS).filter(|_| trusted).map(|token| format!("Bearer {token}"));
    let headers: Vec<(&str, &str)> = token.iter().map(|token| ("authorization", token.as_str())).collect();
    let answer = http::get(url, &headers).await?;
    let what = if matches!(answer.status, 401 | 403) { "not allowed" } else { "no file" };
    answer.succeeded(what)
}

pub(super) fn s3(bucket: &Bucket, aws: &Aws, env: &Environment) -> Result<Vec<u8>> {
    let access = Access {
        region: bucket.region.clone(),
        profile: bucket.profile.clone(),
        role: None,
        endpoint: None,
        env: env.clone(),
    };
    let session = aws.session(&access)?;
    let region = session.region().map_or_else(|| "us-east-1".to_owned(), ToString::to_string);
    let endpoint = bucket
        .endpoint
        .clone()
        .or_else(|| env.get("AWS_ENDPOINT_URL_S3"))
        .or_else(|| session.endpoint_url().map(str::to_owned))
        .unwrap_or_else(|| state::regional(&region, session.use_fips() == Some(true)));
    let credential = if let Some((id, secret, token)) = &bucket.login {
        AwsCredential { key_id: id.clone(), secret_key: secret.clone(), token: token.clone() }
    } else {
        let found = aws.credentials(&access)?;
        AwsCredential {
            key_id: found.access_key_id().to_owned(),
            secret_key: found.secret_access_key().to_owned(),
            token: found.session_token().map(str::to_owned),
        }
    };
    let store = AmazonS3Builder::new()
        .with_bucket_name(&bucket.name)
        .with_region(&region)
        .with_endpoint(endpoint)
        .with_virtual_hosted_style_request(false)
        .with_credentials(Arc::new(StaticCredentialProvider::new(credential)))
        .with_allow_http(true)
        .with_http_connector(http::Shared)
        .with_retry(state::retry())
        .build()
        .map_err(|e| Error::new(e.to_string()))?;
    runtime::block_on(read(&store, bucket))
}

pub(super) async fn gcs(bucket: &Bucket, env: &Environment) -> Result<Vec<u8>> {
    let store = GoogleCloudStorageBuilder::new()
        .with_bucket_name(&bucket.name)
        .with_client_options(ClientOptions::new().with_allow_http(true))
        .with_http_connector(http::Shared)
        .with_retry(state::retry());
    let store = match env.get("STORAGE_EMULATOR_HOST") {
        Some(host) => {
            let url = if host.contains("://") { host } else { format!("http://{host}") };
            store.with_base_url(&url).with_skip_signature(true)
        }
        None => Credentials::find(None, None, env).apply(store),
    };
    read(&store.build().map_err(|e| Error::new(e.to_string()))?, bucket).await
}

async fn read(store: &impl ObjectStore, bucket: &Bucket) -> Result<Vec<u8>> {
    let failed = |e: object_store::Error| {
        let kind = if matches!(e, object_store::Error::Generic { .. }) { Kind::Unavailable } else { Kind::Failed };
        Error::new(format!("`{}` of the bucket `{}`: {e}", bucket.key, bucket.name)).kind(kind)
    };
    let path = object_store::path::Path::parse(&bucket.key).map_err(|e| failed(e.into()))?;
    let options = object_store::GetOptions { version: bucket.version.clone(), ..Default::default() };
    let found = store.get_opts(&path, options).await.map_err(failed)?;
    Ok(found.bytes().await.map_err(failed)?.into())
}
