//! `auth` of atmos.yaml, as Terraform components inherit it: providers, identities and integrations with the fields that
//! Atmos knows.

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
}
