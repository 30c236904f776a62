use super::*;
use crate::value::json::from_json;

/// Stores of a section in JSON, where the environment gives no address and no token.
fn stores(section: &str) -> Result<Stores> {
    let unset = ["ARTIFACTORY_ACCESS_TOKEN", "JFROG_ACCESS_TOKEN", "ATMOS_REDIS_URL"];
    let env = unset.iter().fold(Environment::default(), |env, name| env.with(*name, ""));
    Stores::new(&from_json(section).expect("JSON"), &Arc::default(), &env)
}

fn refusal(section: &str) -> String {
    match stores(section) {
        Ok(_) => panic!("accepted: {section}"),
        Err(error) => error.message().to_owned(),
    }
}

#[test]
fn every_type_has_its_older_names() {
    let accepted = r#"{
        "a": {"type": "aws-ssm-parameter-store", "options": {"region": "eu-west-1"}},
        "b": {"kind": "aws/asm", "type": "ignored", "options": {"region": "eu-west-1"}},
        "c": {"type": "redis", "options": {"url": "redis://127.0.0.1:1"}},
        "d": {"type": "artifactory", "options": {"access_token": "anonymous", "url": "http://127.0.0.1:1"}},
        "e": {"type": "google-secret-manager", "options": {"project_id": "p"}},
        "f": {"type": "azure-key-vault", "options": {"vault_url": "https://v.vault.azure.net"}},
        "g": {"type": "hashicorp-vault", "options": {"path": "secret"}},
        "h": {"type": "1password"}, "i": {"type": "keyring"}, "j": {"type": "github-actions"}}"#;
    let stores = stores(accepted).unwrap_or_else(|e| panic!("{e}"));
    let kinds: Vec<String> = stores.0.values().map(|store| store.config.kind.to_string()).collect();
    assert_eq!(
        kinds,
        [
            "aws/ssm",
            "aws/asm",
            "redis",
            "artifactory",
            "gcp/secretmanager",
            "azure/keyvault",
            "hashicorp/vault",
            "onepassword",
            "keychain",
            "github/actions"
        ]
    );
}

#[test]
fn a_wrong_store_is_refused_before_anything_is_read() {
    for (section, message) in [
        (r#"{"s": {"type": "aws-ssm"}}"#, "the store `s` has the unknown type `aws-ssm`"),
        (r#"{"s": {"type": "aws/ssm"}}"#, "the store `s`: needs the option `region`"),
        (r#"{"s": {"type": "aws/asm", "options": {"region": ""}}}"#, "the store `s`: needs the option `region`"),
        (r#"{"s": {"type": "redis"}}"#, "the store `s`: needs the option `url`"),
        (r#"{"s": {"type": "artifactory"}}"#, "the store `s`: needs the option `access_token`"),
        (r#"{"s": {"type": "gsm"}}"#, "the store `s`: needs the option `project_id`"),
        (r#"{"s": {"type": "azure-key-vault"}}"#, "the store `s`: needs the option `vault_url`"),
        (r#"{"s": {"type": "hashicorp-vault"}}"#, "the store `s`: needs the option `mount`"),
        (
            r#"{"s": {"type": "redis", "secret": true, "options": {"url": "redis://x"}}}"#,
            "the store `s`: cannot hold secrets: `redis` does not encrypt them",
        ),
        (
            r#"{"s": {"type": "gsm", "options": {"project_id": 1}}}"#,
            "the store `s`: `project_id` must be a string; it is of the type integer",
        ),
    ] {
        assert_eq!(refusal(section), message, "{section}");
    }
}

#[test]
fn secret_stores_are_for_secrets() {
    let stores = stores(
        r#"{"s": {"type": "aws/ssm", "secret": true, "options": {"region": "eu-west-1"}}, "k": {"type": "keychain"}}"#,
    )
    .unwrap_or_else(|e| panic!("{e}"));
    let ask = |text: &str| stores.store(&args::Store::parse(text).expect(text), "dev").expect_err(text);
    assert_eq!(ask("s vpc id | default x").message(), "the store `s` holds secrets");
    assert_eq!(ask("k vpc id").message(), "the store `k` holds secrets");
    assert_eq!(stores.template("s", "dev", "vpc", "id").expect_err("secret").message(), "the store `s` holds secrets");
    let error = stores.store_get(&args::StoreGet::parse("k id").expect("parses")).expect_err("a keychain");
    assert_eq!(error.get_kind(), Code::Unavailable);
}

#[test]
fn an_unknown_store_has_no_default() {
    let stores = stores(r#"{"prod": {"type": "redis", "options": {"url": "redis://127.0.0.1:1"}}}"#)
        .unwrap_or_else(|e| panic!("{e}"));
    let args = args::Store::parse("prdo vpc id | default x").expect("parses");
    let error = stores.store(&args, "dev").expect_err("unknown");
    assert_eq!(error.message(), "there is no store `prdo`");
    assert!(error.hints()[0].contains("prod"), "{:?}", error.hints());
}

#[test]
fn a_store_that_cannot_be_reached_gives_the_default() {
    let stores = stores(r#"{"r": {"type": "redis", "options": {"url": "redis://127.0.0.1:1"}}}"#)
        .unwrap_or_else(|e| panic!("{e}"));
    let ask = |text: &str| stores.store(&args::Store::parse(text).expect(text), "dev");
    assert_eq!(ask("r vpc id | default none | query .a").expect("the default"), "none".into());
    let error = ask("r vpc id").expect_err("no server");
    assert!(error.message().starts_with("the store `r`: cannot read `/dev/vpc/id` from Redis"), "{error}");
    assert!(stores.template("r", "dev", "vpc", "id").expect("null").is_null());
}

#[test]
fn needed_parts_must_not_be_empty() {
    let stores = stores(r#"{"r": {"type": "redis", "options": {"url": "redis://127.0.0.1:1"}}}"#)
        .unwrap_or_else(|e| panic!("{e}"));
    let ask = |text: &str| stores.store(&args::Store::parse(text).expect(text), "").expect_err(text);
    assert_eq!(ask("r vpc id").message(), "the stack is empty");
    assert_eq!(ask("r dev '' id").message(), "the component is empty");
    assert_eq!(ask("r dev vpc ''").message(), "the key is empty");
}
