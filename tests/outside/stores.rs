//! The stores.

use crate::http::{Request, Server};
use crate::{missing, moto, value};
use gaia::Result;
use gaia::external::Environment;
use gaia::external::args;
use gaia::external::store::Stores;
use gaia::value::{Data, Value};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

fn stores(section: &str, env: &Environment) -> Stores {
    Stores::new(&value(section), &Arc::default(), env).unwrap_or_else(|e| panic!("{e}"))
}

fn store(stores: &Stores, text: &str) -> Result<Value> {
    stores.store(&args::Store::parse(text).expect(text), "plat-ue2-dev")
}

fn store_get(stores: &Stores, text: &str) -> Result<Value> {
    stores.store_get(&args::StoreGet::parse(text).expect(text))
}

fn number(n: f64) -> Value {
    Data::Float(n).into()
}

fn good(found: Result<Value>) -> Value {
    found.unwrap_or_else(|e| panic!("{e} {:?}", e.notes()))
}

#[test]
fn parameters_of_aws() {
    let put = |account: &str, name: &str, value: &str| {
        moto::call(
            account,
            "AmazonSSM.PutParameter",
            &format!(r#"{{"Name": "{name}", "Value": {value:?}, "Type": "String"}}"#),
        );
    };
    put(moto::ACCOUNT, "/acme/plat/ue2/dev/network/vpc/id", "\"vpc-1\"");
    put(moto::ACCOUNT, "/acme/plat/ue2/dev/network/vpc/ports", r#"{"ports": [80, 443]}"#);
    put(moto::ACCOUNT, "/acme/plat/ue2/prod/network/vpc/id", "plain text");
    put(moto::ACCOUNT, "/acme/global/version", "7");
    put("222222222222", "/acme/plat/ue2/dev/vpc/owner", "\"the other account\"");
    let stores = stores(
        r#"{"ssm": {"type": "aws-ssm-parameter-store", "options": {"region": "eu-west-1", "prefix": "/acme"}},
            "other": {"kind": "aws/ssm", "options": {"region": "eu-west-1", "prefix": "/acme",
                "read_role_arn": "arn:aws:iam::222222222222:role/reader"}}}"#,
        &moto::environment(),
    );
    assert_eq!(good(store(&stores, "ssm network/vpc id")), "vpc-1".into());
    assert_eq!(good(store(&stores, "ssm plat-ue2-prod network/vpc id")), "plain text".into());
    assert_eq!(good(store(&stores, "ssm network/vpc ports | query .ports[1]")), number(443.0));
    assert_eq!(good(store(&stores, "ssm network/vpc none | default 10.0.0.0/8")), "10.0.0.0/8".into());
    assert_eq!(good(store_get(&stores, "ssm global/version")), number(7.0));
    assert_eq!(good(store(&stores, "other vpc owner")), "the other account".into());
    assert_eq!(good(stores.template("ssm", "plat-ue2-dev", "network/vpc", "id")), "vpc-1".into());
    assert!(good(stores.template("ssm", "plat-ue2-dev", "network/vpc", "none")).is_null());
    let error = store(&stores, "ssm network/vpc none").expect_err("no parameter");
    assert!(
        error.message().starts_with("the store `ssm`: cannot read the parameter `/acme/plat/ue2/dev/network/vpc/none`"),
        "{error}"
    );
}

#[test]
fn secrets_of_aws() {
    let put = |name: &str, value: &str| {
        moto::call(
            moto::ACCOUNT,
            "secretsmanager.CreateSecret",
            &format!(
                r#"{{"Name": "{name}", "SecretString": {value:?}, "ClientRequestToken": "0123456789012345678901234567890123"}}"#
            ),
        );
    };
    put("acme/plat/ue2/dev/db/config", r#"{"host": "db.local", "port": 5432}"#);
    put("acme/shared", "text");
    let stores = stores(
        r#"{"asm": {"type": "aws-secrets-manager", "options": {"region": "eu-west-1", "prefix": "acme"}}}"#,
        &moto::environment(),
    );
    let config = good(store(&stores, "asm db config"));
    assert_eq!((config.get("host"), config.get("port")), (Some(&"db.local".into()), Some(&number(5432.0))));
    assert_eq!(good(store_get(&stores, "asm shared")), "text".into());
    assert!(store(&stores, "asm db none").is_err());
}

/// A Redis server of one's own, as long as the tests run.
fn redis() -> &'static str {
    static SERVER: OnceLock<(String, Child)> = OnceLock::new();
    let (address, _) = SERVER.get_or_init(|| {
        if Environment::default().find_program("redis-server").is_none() {
            missing("redis-server");
        }
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        // ends with its standard input, and that ends with the tests
        let script =
            format!("redis-server --bind 127.0.0.1 --port {port} --save '' & pid=$!; cat >/dev/null; kill $pid");
        let child = Command::new("sh")
            .args(["-c", &script])
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("sh starts");
        let address = format!("127.0.0.1:{port}");
        let up = (0..200).any(|_| {
            thread::sleep(Duration::from_millis(50));
            TcpStream::connect(&address).is_ok()
        });
        assert!(up, "redis-server did not start");
        (address, child)
    });
    address
}

#[test]
fn redis_values() {
    let url = format!("redis://{}/1", redis());
    let mut seed =
        ::redis::Client::open(url.as_str()).and_then(|client| client.get_connection()).expect("a connection");
    for (key, text) in [
        ("acme/plat-ue2-dev/network/vpc/id", "\"vpc-1\""),
        ("acme/plat-ue2-dev/network/vpc/raw", "not { json"),
        ("acme/plat-ue2-dev/network/vpc/empty", ""),
        ("acme:global", "{\"a\": [true, null]}"),
    ] {
        ::redis::Commands::set::<_, _, ()>(&mut seed, key, text).expect("set");
    }
    let section = r#"{"redis": {"type": "redis", "options": {"prefix": "acme"}}}"#;
    let stores = stores(section, &Environment::default().with("ATMOS_REDIS_URL", url));
    assert_eq!(good(store(&stores, "redis network/vpc id")), "vpc-1".into());
    assert_eq!(good(store(&stores, "redis network/vpc raw")), "not { json".into());
    assert_eq!(good(store(&stores, "redis network/vpc empty")), "".into());
    assert_eq!(good(store_get(&stores, "redis global | query .a[0]")), true.into());
    assert_eq!(good(store_get(&stores, "redis none | default x")), "x".into());
    let error = store(&stores, "redis network/vpc none").expect_err("no key");
    assert_eq!(error.message(), "the store `redis`: Redis has no key `acme/plat-ue2-dev/network/vpc/none`");

    // what was read once is not read again, nor is what could not be read
    ::redis::Commands::set::<_, _, ()>(&mut seed, "acme/plat-ue2-dev/network/vpc/id", "2").expect("set");
    ::redis::Commands::set::<_, _, ()>(&mut seed, "acme/plat-ue2-dev/network/vpc/none", "2").expect("set");
    assert_eq!(good(store(&stores, "redis network/vpc id")), "vpc-1".into());
    assert!(store(&stores, "redis network/vpc none").is_err());
}

/// A server with a few files, for one who shows the right header.
fn files(header: &'static str, wanted: &'static str, files: &'static [(&str, &str)]) -> Server {
    Server::start(move |request: &Request| {
        if request.headers.get(header).is_none_or(|value| value != wanted) {
            return (401, "who are you?".into());
        }
        let found = files.iter().find(|(path, _)| *path == request.path);
        found.map_or((404, "nothing here".into()), |(_, body)| (200, (*body).into()))
    })
}

#[test]
fn artifactory_files() {
    let server = files(
        "authorization",
        "Bearer t0ken",
        &[
            ("/artifactory/configs/acme/plat-ue2-dev/vpc/id", "\"vpc-1\""),
            ("/artifactory/configs/acme/plat-ue2-dev/vpc/raw", "text"),
            ("/artifactory/configs/acme/shared/a%20b.json", "text"),
        ],
    );
    let section = format!(
        r#"{{"a": {{"type": "artifactory", "options": {{"url": "{}/artifactory/", "repo_name": "configs", "prefix": "acme"}}}}}}"#,
        server.url
    );
    let with = |token: &str| stores(&section, &Environment::default().with("ARTIFACTORY_ACCESS_TOKEN", token));
    let stores = with("t0ken");
    assert_eq!(good(store(&stores, "a vpc id")), "vpc-1".into());
    let error = store(&stores, "a vpc raw").expect_err("no JSON");
    assert!(error.message().ends_with("is no JSON"), "{error}");
    assert_eq!(good(store_get(&stores, "a 'shared/a b'")), "text".into());
    assert!(store(&stores, "a vpc none").expect_err("no file").message().contains("Artifactory has no file"));
    let error = store(&with("anonymous"), "a vpc id").expect_err("no token");
    assert!(error.message().ends_with("the server answered 401"), "{error}");
    assert!(!server.requests().last().expect("a request").headers.contains_key("authorization"));
}

#[test]
fn vault_secrets() {
    let server = files(
        "x-vault-token",
        "t0ken",
        &[
            ("/v1/secret/data/acme/plat-ue2-dev/vpc/id", r#"{"data": {"data": {"value": ["a", 1]}}}"#),
            ("/v1/secret/data/acme/shared", r#"{"data": {"data": {"user": "u", "password": "p"}}}"#),
        ],
    );
    let section = format!(
        r#"{{"v": {{"type": "hashicorp-vault", "options": {{"address": "{}", "mount": "secret", "prefix": "acme", "token": "t0ken"}}}}}}"#,
        server.url
    );
    let stores = stores(&section, &Environment::default());
    assert_eq!(good(store(&stores, "v vpc id")), Value::seq(vec!["a".into(), 1.into()]));
    assert_eq!(good(store_get(&stores, "v shared | query .user")), "u".into());
    let error = store_get(&stores, "v none").expect_err("no secret");
    assert_eq!(error.message(), "the store `v`: Vault has no secret `secret/acme/none`");
}

#[test]
fn google_secrets() {
    // the payloads are `"vpc-1"` and `text`
    let server = files(
        "authorization",
        "Bearer t0ken",
        &[
            (
                "/v1/projects/p/secrets/acme_plat_ue2_dev_network_vpc_id/versions/latest:access",
                r#"{"payload": {"data": "InZwYy0xIg=="}}"#,
            ),
            ("/v1/projects/p/secrets/acme_shared/versions/latest:access", r#"{"payload": {"data": "dGV4dA=="}}"#),
        ],
    );
    let section = format!(
        r#"{{"g": {{"type": "gsm", "options": {{"project_id": "p", "prefix": "acme", "endpoint": "{}"}}}}}}"#,
        server.url
    );
    let stores = stores(&section, &Environment::default().with("GOOGLE_OAUTH_ACCESS_TOKEN", "t0ken"));
    assert_eq!(good(store(&stores, "g network/vpc id")), "vpc-1".into());
    assert_eq!(good(store_get(&stores, "g shared")), "text".into());
    assert!(store(&stores, "g network/vpc none").is_err());
}

#[test]
fn azure_secrets() {
    let server = Server::start(|request| match request.path.as_str() {
        "/tenant/oauth2/v2.0/token" => {
            let right = request.body.contains("client_secret=s%26cret")
                && request.body.contains("scope=https%3A%2F%2Fvault.azure.net%2F.default");
            if right { (200, r#"{"access_token": "t0ken"}"#.into()) } else { (400, request.body.clone()) }
        }
        _ if request.headers["authorization"] != "Bearer t0ken" => (401, String::new()),
        "/secrets/acme-plat-ue2-dev-network-vpc-db-url?api-version=7.4" => (200, r#"{"value": "\"url\""}"#.into()),
        "/secrets/shared-x?api-version=7.4" => (200, r#"{"value": "text"}"#.into()),
        _ => (404, String::new()),
    });
    let section = format!(
        r#"{{"k": {{"type": "azure-key-vault", "options": {{"vault_url": "{}", "prefix": "acme"}}}}}}"#,
        server.url
    );
    let env = Environment::default()
        .with("AZURE_AUTHORITY_HOST", &server.url)
        .with("AZURE_TENANT_ID", "tenant")
        .with("AZURE_CLIENT_ID", "client")
        .with("AZURE_CLIENT_SECRET", "s&cret");
    let stores = stores(&section, &env);
    assert_eq!(good(store(&stores, "k network/vpc db_url")), "url".into());
    assert_eq!(good(store_get(&stores, "k shared_x")), "text".into());
    let error = store(&stores, "k network/vpc none").expect_err("no secret");
    assert!(error.message().ends_with("Azure Key Vault has no secret `acme-plat-ue2-dev-network-vpc-none`"), "{error}");
}
