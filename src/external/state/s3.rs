//! States in S3.

use super::{Backend, fetch, join, retry};
use crate::error::{Error, Result};
use crate::external::aws::{Access, Aws, Role};
use crate::external::{http, runtime};
use crate::value::Value;
use object_store::StaticCredentialProvider;
use object_store::aws::{AmazonS3Builder, AwsCredential};
use std::sync::Arc;

/// The object is `key`, in a workspace other than the default one `<workspace_key_prefix>/<workspace>/<key>`.
///
/// `region`, `profile`, `role_arn` or `assume_role`, `endpoints.s3` or `endpoint`, and `sse_customer_key` count; what
/// the component's `env` section says of AWS wins over the process's environment.
pub(super) fn read(backend: &Backend, aws: &Aws) -> Result<Option<Vec<u8>>> {
    let (bucket, key) = (backend.need("bucket")?, backend.need("key")?);
    let key = match backend.named_workspace() {
        Some(workspace) => join(&[backend.text("workspace_key_prefix").unwrap_or_default(), workspace, key]),
        None => key.to_owned(),
    };
    let access = Access {
        region: backend.text("region").map(str::to_owned),
        profile: backend.text("profile").map(str::to_owned),
        role: Role::of_backend(backend.config),
        endpoint: None,
        env: backend.env.clone(),
    };
    let session = aws.session(&access)?;
    let credentials = aws.credentials(&access)?;
    let region = session.region().map(ToString::to_string).ok_or_else(|| {
        Error::new("the `s3` backend needs `region`").hint("set `region` in the backend, or `AWS_REGION`")
    })?;
    let endpoint = endpoint(backend)
        .or_else(|| session.endpoint_url().map(str::to_owned))
        .unwrap_or_else(|| regional(&region, session.use_fips() == Some(true)));

    let mut store = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&region)
        .with_endpoint(endpoint)
        .with_virtual_hosted_style_request(false)
        .with_credentials(Arc::new(StaticCredentialProvider::new(AwsCredential {
            key_id: credentials.access_key_id().to_owned(),
            secret_key: credentials.secret_access_key().to_owned(),
            token: credentials.session_token().map(str::to_owned),
        })))
        .with_allow_http(true)
        .with_http_connector(http::Shared)
        .with_retry(retry());
    let customer_key = backend.text("sse_customer_key").map(str::to_owned);
    if let Some(key) = customer_key.or_else(|| backend.env.get("AWS_SSE_CUSTOMER_KEY")) {
        store = store.with_ssec_encryption(key);
    }
    runtime::block_on(async {
        let store = store.build().map_err(|e| Error::new(format!("the `s3` backend is wrong: {e}")))?;
        fetch(&store, &key, &format!("the bucket `{bucket}`")).await
    })
}

/// The address of S3, where something sets one.
fn endpoint(backend: &Backend) -> Option<String> {
    let nested = || backend.config.dig(["endpoints", "s3"]).and_then(Value::as_str).filter(|url| !url.is_empty());
    let replaced = backend.env.replaced("AWS_ENDPOINT_URL_S3");
    let given = replaced.or_else(nested).or_else(|| backend.text("endpoint"));
    given.map(str::to_owned).or_else(|| backend.env.get("AWS_ENDPOINT_URL_S3"))
}

/// AWS's own address of S3 in a region.
pub(in crate::external) fn regional(region: &str, fips: bool) -> String {
    let service = if fips { "s3-fips" } else { "s3" };
    let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
    format!("https://{service}.{region}.{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_by_region() {
        assert_eq!(regional("eu-west-1", false), "https://s3.eu-west-1.amazonaws.com");
        assert_eq!(regional("us-gov-west-1", true), "https://s3-fips.us-gov-west-1.amazonaws.com");
        assert_eq!(regional("cn-north-1", false), "https://s3.cn-north-1.amazonaws.com.cn");
    }
}
