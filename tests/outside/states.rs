//! States in S3, Google Cloud Storage and Azure.

use crate::http::Server;
use crate::{moto, value};
use gaia::Result;
use gaia::external::Environment;
use gaia::external::aws::Aws;
use gaia::external::state::{Backend, read_outputs};
use gaia::value::Map;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

fn state(of: &str) -> String {
    format!(r#"{{"version": 4, "outputs": {{"id": {{"value": "{of}", "type": "string"}}}}}}"#)
}

fn read(kind: &str, config: &str, workspace: &str, env: &Environment) -> Result<Option<Map>> {
    let config = value(config);
    read_outputs(&Backend { kind, config: &config, workspace, dir: Path::new("."), env }, &Aws::default())
}

fn id(found: Result<Option<Map>>) -> Option<String> {
    let outputs = found.unwrap_or_else(|e| panic!("{e} {:?}", e.notes()))?;
    Some(outputs.get("id")?.as_str()?.to_owned())
}

#[test]
fn s3_by_workspace() {
    moto::put_object("states", "terraform.tfstate", &state("default"));
    moto::put_object("states", "vpc/dev/terraform.tfstate", &state("dev"));
    let env = moto::environment();
    let config =
        r#"{"bucket": "states", "key": "terraform.tfstate", "workspace_key_prefix": "vpc", "region": "us-east-1"}"#;
    assert_eq!(id(read("s3", config, "", &env)).as_deref(), Some("default"));
    assert_eq!(id(read("s3", config, "default", &env)).as_deref(), Some("default"));
    assert_eq!(id(read("s3", config, "dev", &env)).as_deref(), Some("dev"));
    assert_eq!(read("s3", config, "prod", &env).expect("no state"), None);
    let elsewhere = config.replace("states", "no-such-bucket");
    assert_eq!(read("s3", &elsewhere, "dev", &env).expect("no bucket"), None);
    assert_eq!(
        read("s3", r#"{"bucket": "states"}"#, "dev", &env).expect_err("no key").message(),
        "the `s3` backend needs `key`"
    );
}

#[test]
fn s3_with_a_role_and_an_endpoint_of_the_backend() {
    moto::put_object("role-states", "a/b.tfstate", &state("by role"));
    let endpoint = format!("http://{}", moto::address());
    let config = format!(
        r#"{{"bucket": "role-states", "key": "a/b.tfstate", "region": "eu-west-1", "endpoints": {{"s3": "{endpoint}"}},
            "assume_role": {{"role_arn": "arn:aws:iam::123456789012:role/state"}}}}"#
    );
    // AWS itself is not reachable: only the backend's endpoint, and that of STS
    let env =
        moto::environment().with("AWS_ENDPOINT_URL", "http://127.0.0.1:1").with("AWS_ENDPOINT_URL_STS", &endpoint);
    assert_eq!(id(read("s3", &config, "", &env)).as_deref(), Some("by role"));
    let error = read("s3", &config, "", &env.with("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1")).expect_err("no STS");
    assert!(error.message().starts_with("cannot assume the role `arn:aws:iam::123456789012:role/state`"), "{error}");
}

#[test]
fn s3_refuses_at_once_and_tries_again_when_it_may_help() {
    let denied = Server::start(|_| (403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>".into()));
    let config = r#"{"bucket": "b", "key": "k"}"#;
    let env = moto::environment().with("AWS_ENDPOINT_URL_S3", &denied.url);
    let error = read("s3", config, "", &env).expect_err("denied");
    assert!(error.message().starts_with("cannot read the state `k` in the bucket `b`"), "{error}");
    assert_eq!(denied.requests().len(), 1);

    let attempts = AtomicUsize::new(0);
    let busy = Server::start(move |_| match attempts.fetch_add(1, Ordering::SeqCst) {
        0 => (503, "<Error><Code>SlowDown</Code></Error>".into()),
        _ => (200, state("at last")),
    });
    let env = moto::environment().with("AWS_ENDPOINT_URL_S3", &busy.url);
    assert_eq!(id(read("s3", config, "", &env)).as_deref(), Some("at last"));
    assert_eq!(busy.requests()[1].path, "/b/k");
}

#[test]
fn s3_with_the_credentials_of_a_profile() {
    let s3 = Server::start(|_| (200, state("x")));
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(&file, "[state]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n").expect("written");
    let env = Environment::default()
        .with("AWS_SHARED_CREDENTIALS_FILE", file.path().to_str().expect("text"))
        .with("AWS_PROFILE", "state")
        .with("AWS_ENDPOINT_URL_S3", &s3.url);
    let config = r#"{"bucket": "b", "key": "k", "region": "eu-west-1", "sse_customer_key": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="}"#;
    assert_eq!(id(read("s3", config, "", &env)).as_deref(), Some("x"));
    let request = &s3.requests()[0];
    assert!(request.headers["authorization"].contains("Credential=AKIAPROFILE/"), "{request:?}");
    assert_eq!(request.headers["x-amz-server-side-encryption-customer-algorithm"], "AES256");
}

#[test]
fn gcs_by_workspace() {
    let server = Server::start(|request| match request.decoded_path().as_str() {
        "/states/vpc/dev.tfstate" => (200, state("dev")),
        "/states/vpc/default.tfstate" => (200, state("default")),
        "/states/default.tfstate" => (200, state("at the root")),
        "/locked/default.tfstate" => (403, "no".into()),
        _ => (404, "<Error><Code>NoSuchKey</Code></Error>".into()),
    });
    let env = Environment::default().with("STORAGE_EMULATOR_HOST", server.url.trim_start_matches("http://"));
    let config = r#"{"bucket": "states", "prefix": "vpc"}"#;
    assert_eq!(id(read("gcs", config, "dev", &env)).as_deref(), Some("dev"));
    assert_eq!(id(read("gcs", config, "", &env)).as_deref(), Some("default"));
    assert_eq!(id(read("gcs", r#"{"gcs": {"bucket": "states"}}"#, "default", &env)).as_deref(), Some("at the root"));
    assert_eq!(read("gcs", config, "prod", &env).expect("no state"), None);
    assert!(read("gcs", r#"{"bucket": "locked"}"#, "", &env).is_err());
    assert_eq!(read("gcs", "{}", "", &env).expect_err("no bucket").message(), "the `gcs` backend needs `bucket`");
}

#[test]
fn azure_by_workspace() {
    let server = Server::start(|request| match request.decoded_path().as_str() {
        "/acme/states/vpc.tfstate" => (200, state("default")),
        "/acme/states/vpc.tfstateenv:dev" => (200, state("dev")),
        "/acme/states/terraform.tfstate" => (200, state("no key")),
        "/acme/locked/terraform.tfstate" => (403, "no".into()),
        _ => (404, "<Error><Code>BlobNotFound</Code></Error>".into()),
    });
    let connection = format!("AccountName=acme;AccountKey=a2V5;BlobEndpoint={}/acme;", server.url);
    let env = Environment::default().with("AZURE_STORAGE_CONNECTION_STRING", connection).with("ARM_ACCESS_KEY", "");
    let config = r#"{"storage_account_name": "acme", "container_name": "states", "key": "vpc.tfstate"}"#;
    assert_eq!(id(read("azurerm", config, "", &env)).as_deref(), Some("default"));
    assert_eq!(id(read("azurerm", config, "dev", &env)).as_deref(), Some("dev"));
    assert_eq!(read("azurerm", config, "prod", &env).expect("no state"), None);
    let bare = r#"{"storage_account_name": "acme", "container_name": "states"}"#;
    assert_eq!(id(read("azurerm", bare, "", &env)).as_deref(), Some("no key"));
    assert!(read("azurerm", &bare.replace("states", "locked"), "", &env).is_err());
    assert!(server.requests()[0].headers["authorization"].starts_with("SharedKey acme:"));

    let signed = format!(r#"{{"sas_token": "?sv=2024&sig=x%3D", {}"#, &bare[1..]);
    let env = env.with("AZURE_STORAGE_CONNECTION_STRING", format!("BlobEndpoint={}/acme", server.url));
    assert!(read("azurerm", &signed, "prod", &env).is_ok());
    let request = server.requests().pop().expect("a request");
    assert!(request.path.contains("sig=x%3D") && !request.headers.contains_key("authorization"), "{request:?}");
}
