//! `auth` of atmos.yaml, as components inherit it: providers, identities and integrations with the fields that Atmos knows.
//! A Terraform component has those that are set ([`of`]), one of another type all of them ([`inherited`]).

use super::shape;
use crate::value::{Map, Value};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The whole section, with its realm: `ATMOS_AUTH_REALM`, that of the configuration, or a hash of where that lies.
pub(super) fn of(config: &Value, config_dir: Option<&Path>, realm_of_env: Option<String>) -> Map {
    let mut auth = shape::section("auth", config).and_then(|auth| auth.as_map().cloned()).unwrap_or_default();
    if let Some(realm) = realm_of_env {
        auth.insert("realm", Value::from(realm.as_str()));
    } else if auth.get("realm").is_none() {
        auth.insert("realm", Value::from(config_dir.map_or_else(|| "default".to_string(), realm_of_path).as_str()));
    }
    auth
}

/// What a component that has no `auth` of its own is described with: the parts that are configured, each with every field
/// that Atmos knows. A realm only where someone gave it, for one that is worked out depends on where the repository lies.
pub(super) fn inherited(config: &Value, realm_of_env: Option<String>) -> Map {
    let whole = shape::whole_section("auth", config).unwrap_or_default();
    let filled = |value: &Value| value.as_map().is_some_and(|m| !m.is_empty());
    let text = |path: &[&str]| whole.dig(path.iter().copied()).and_then(Value::as_str).is_some_and(|t| !t.is_empty());
    let shown = |name: &str, value: &Value| match name {
        "providers" | "identities" | "integrations" => filled(value),
        "console" => value.get("isolated").is_some_and(|v| !v.is_null()),
        "logs" => text(&["logs", "level"]) || text(&["logs", "file"]),
        "keyring" => text(&["keyring", "type"]),
        _ => false,
    };
    let entries = whole.as_map().into_iter().flat_map(Map::iter);
    let mut auth: Map =
        entries.filter(|(k, v)| shown(&k.name, v)).map(|(key, value)| (key.clone(), value.clone())).collect();
    let realm = realm_of_env.map(Value::from).or_else(|| whole.get("realm").cloned());
    if let Some(realm) = realm.filter(|r| r.as_str().is_some_and(|t| !t.is_empty())) {
        auth.insert("realm", realm);
    }
    auth
}

/// The first half of the SHA-256 of a path, as 16 hexadecimal digits.
fn realm_of_path(dir: &Path) -> String {
    let digest = Sha256::digest(dir.to_string_lossy().to_lowercase());
    let (first, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
    format!("{:016x}", u64::from_be_bytes(*first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_keep_the_fields_that_atmos_knows() {
        let text = "auth: {identities: {admin: {kind: aws/user, default: false, via: {provider: sso}, colour: red}}}";
        let config = crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value;
        let auth = Value::map(of(&config, Some(Path::new("/Repo")), None));
        let admin = auth.dig(["identities", "admin"]).and_then(Value::as_map).expect("the identity");
        let names: Vec<&str> = admin.iter().map(|(k, _)| &*k.name).collect();
        assert_eq!(names, ["kind", "via"]);
        assert!(auth.get("providers").is_some_and(Value::is_null));
        assert_eq!(auth.get("realm").and_then(Value::as_str), Some(realm_of_path(Path::new("/repo")).as_str()));
    }

    #[test]
    fn what_is_inherited_as_a_whole_has_every_field() {
        let text = "auth: {identities: {a: {kind: k, colour: red}}, keyring: {spec: {x: 1}}, logs: {level: Debug},
            integrations: {i: {spec: {cluster: {name: c}}}}}";
        let config = crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value;
        let auth = Value::map(inherited(&config, None));
        let json = crate::value::json::to_json(&auth, crate::value::json::Format::COMPACT).expect("JSON");
        insta::assert_snapshot!(json, @r#"{"identities":{"a":{"alias":"","credentials":{},"default":false,"emulator":"","env":[],"kind":"k","principal":{},"provider":"","required":false,"session":null,"spec":{},"tags":[],"via":null}},"integrations":{"i":{"kind":"","spec":{"auto_provision":null,"cluster":{"alias":"","kubeconfig":null,"location":"","name":"c","project_id":"","region":"","resource_group":"","subscription_id":""},"git_config_mode":"","policy_name":"","registry":null,"repos":[],"revoke_on_exit":null,"token_env":""},"via":null}},"logs":{"file":"","level":"Debug"}}"#);
        let realm = inherited(&config, Some("r".into())).get("realm").cloned();
        assert_eq!(realm, Some(Value::from("r")));
    }
}
