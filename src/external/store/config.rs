//! What `atmos.yaml` says of a store.

use super::super::environment::Environment;
use super::redis;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::{Key, Value};
use std::fmt;

/// The kinds of stores that Atmos knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// AWS Systems Manager Parameter Store.
    Ssm,
    /// AWS Secrets Manager.
    SecretsManager,
    /// Redis.
    Redis,
    /// Artifactory.
    Artifactory,
    /// `HashiCorp` Vault with the KV engine, version 2.
    Vault,
    /// Google Secret Manager.
    GcpSecretManager,
    /// Azure Key Vault.
    AzureKeyVault,
    /// 1Password.
    OnePassword,
    /// The keychain of the operating system.
    Keychain,
    /// The secrets of GitHub Actions.
    GithubActions,
}

/// Each kind's name, and the older names of `type`.
const KINDS: [(Kind, &[&str]); 10] = [
    (Kind::Ssm, &["aws/ssm", "aws-ssm-parameter-store"]),
    (Kind::SecretsManager, &["aws/asm", "aws-secrets-manager"]),
    (Kind::Redis, &["redis"]),
    (Kind::Artifactory, &["artifactory"]),
    (Kind::Vault, &["hashicorp/vault", "hashicorp-vault"]),
    (Kind::GcpSecretManager, &["gcp/secretmanager", "google-secret-manager", "google/secretmanager", "gsm"]),
    (Kind::AzureKeyVault, &["azure/keyvault", "azure-key-vault"]),
    (Kind::OnePassword, &["onepassword", "1password"]),
    (Kind::Keychain, &["keychain", "keyring"]),
    (Kind::GithubActions, &["github/actions", "github-actions"]),
];

/// The options of all kinds.
const OPTIONS: [&str; 35] = [
    "access_token",
    "address",
    "backend",
    "ci",
    "connect_host",
    "connect_token",
    "credentials",
    "disable_challenge_resource_verification",
    "enabled",
    "endpoint",
    "endpoint_insecure",
    "endpoint_url",
    "environment",
    "file_dir",
    "insecure_allow_credential_with_http",
    "locations",
    "mode",
    "mount",
    "owner",
    "password_env",
    "path",
    "prefix",
    "project_id",
    "read_role_arn",
    "region",
    "repo",
    "repo_name",
    "service",
    "stack_delimiter",
    "token",
    "url",
    "vault",
    "vault_url",
    "without_authentication",
    "write_role_arn",
];

/// Options that no kind has, and that are nearly one that some kind has: Atmos passes over them.
pub(super) fn misspelt(section: &Value) -> Vec<Error> {
    let Some(options) = section.get("options").and_then(Value::as_map) else { return Vec::new() };
    let unknown = options.iter().map(|(key, _)| key).filter(|key| !OPTIONS.contains(&&*key.name));
    let slip = |key: &Key| {
        let meant = options.meant(&key.name, OPTIONS)?;
        let error = Error::new(format!("no store has the option `{}`", key.name)).at(key.span);
        Some(error.hint(format!("did you mean `{meant}`?")))
    };
    unknown.filter_map(slip).collect()
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = KINDS.iter().find(|(kind, _)| kind == self).map_or(&[][..], |(_, names)| names);
        f.write_str(names.first().unwrap_or(&""))
    }
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        KINDS.iter().find(|(_, names)| names.contains(&name)).map(|(kind, _)| *kind)
    }

    /// Whether stack and component must not be empty; the others leave an empty one out of the key.
    pub(super) fn needs_component(self) -> bool {
        !matches!(self, Kind::Ssm | Kind::SecretsManager | Kind::GcpSecretManager)
    }

    /// Kinds that only native Atmos can read.
    pub(super) fn is_native(self) -> bool {
        matches!(self, Kind::OnePassword | Kind::Keychain | Kind::GithubActions)
    }

    /// Kinds that hold nothing but secrets.
    fn is_secret(self) -> bool {
        matches!(self, Kind::OnePassword | Kind::Keychain | Kind::GithubActions)
    }

    fn encrypts(self) -> bool {
        !matches!(self, Kind::Redis | Kind::Artifactory)
    }

    fn stack_delimiter(self) -> &'static str {
        match self {
            Kind::Redis | Kind::Artifactory | Kind::Vault => "/",
            _ => "-",
        }
    }
}

/// One entry of `stores:`.
#[derive(Clone, Debug)]
pub(super) struct Config {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Whether it holds secrets, which `!store` does not give out.
    pub(super) secret: bool,
    options: Value,
}

impl Config {
    /// Reads and checks an entry. `kind` wins over `type`.
    pub(super) fn read(name: &str, section: &Value, env: &Environment) -> Result<Self> {
        let text = |key: &str| section.get(key).filter(|value| value.as_str().is_some_and(|text| !text.is_empty()));
        let said = text("kind").or_else(|| text("type"));
        let given = said.and_then(Value::as_str).unwrap_or_default();
        let Some(kind) = Kind::named(given) else {
            let names = KINDS.iter().flat_map(|(_, names)| names.iter().copied());
            let error = Error::new(format!("the store `{name}` has the unknown type `{given}`"));
            let error = if let Some(said) = said { error.at(said.span) } else { error };
            return Err(error.maybe_hint(did_you_mean(given, names)));
        };
        let secret = section.get("secret").and_then(Value::as_bool).unwrap_or(false) || kind.is_secret();
        let options = section.get("options").cloned().unwrap_or_default();
        let config = Config { name: name.to_owned(), kind, secret, options };
        config.check(env).map_err(|e| e.context(format!("the store `{name}`")))?;
        Ok(config)
    }

    fn check(&self, env: &Environment) -> Result<()> {
        if self.secret && !self.kind.encrypts() {
            return Err(Error::new(format!("cannot hold secrets: `{}` does not encrypt them", self.kind)));
        }
        for name in ["prefix", "stack_delimiter", "region", "url", "project_id", "vault_url", "repo_name", "mount"] {
            if let Some(value) = self.options.get(name).filter(|value| !value.is_null() && value.as_str().is_none()) {
                let what = value.type_name();
                return Err(Error::new(format!("`{name}` must be a string; it is of the type {what}")).at(value.span));
            }
        }
        match self.kind {
            Kind::Ssm | Kind::SecretsManager => self.need("region").map(drop),
            Kind::Redis => redis::url(self, env).map(drop),
            Kind::Artifactory => self.artifactory_token(env).map(drop),
            Kind::Vault => self.vault_mount().map(drop),
            Kind::GcpSecretManager => self.need("project_id").map(drop),
            Kind::AzureKeyVault => self.vault_url().map(drop),
            Kind::OnePassword | Kind::Keychain | Kind::GithubActions => Ok(()),
        }
    }

    /// A text of the options; an empty one counts as missing.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.options.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.options.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn need(&self, name: &str) -> Result<&str> {
        self.text(name).ok_or_else(|| Error::new(format!("needs the option `{name}`")))
    }

    pub(super) fn prefix(&self) -> &str {
        self.text("prefix").unwrap_or_default()
    }

    /// The text between the parts of a stack's name; it may be set to nothing.
    pub(super) fn stack_delimiter(&self) -> &str {
        let given = self.options.get("stack_delimiter").and_then(Value::as_str);
        given.unwrap_or_else(|| self.kind.stack_delimiter())
    }

    pub(super) fn endpoint(&self) -> Option<&str> {
        self.text("endpoint").or_else(|| self.text("endpoint_url"))
    }

    pub(super) fn artifactory_token(&self, env: &Environment) -> Result<String> {
        let given = self.text("access_token").map(str::to_owned);
        given.or_else(|| env.first(&["ARTIFACTORY_ACCESS_TOKEN", "JFROG_ACCESS_TOKEN"])).ok_or_else(|| {
            Error::new("needs the option `access_token`")
                .hint("or set `ARTIFACTORY_ACCESS_TOKEN` or `JFROG_ACCESS_TOKEN`; `anonymous` goes without a token")
        })
    }

    pub(super) fn vault_mount(&self) -> Result<&str> {
        self.text("mount").or_else(|| self.text("path")).ok_or_else(|| Error::new("needs the option `mount`"))
    }

    pub(super) fn vault_url(&self) -> Result<&str> {
        self.text("vault_url")
            .or_else(|| self.text("endpoint"))
            .ok_or_else(|| Error::new("needs the option `vault_url`"))
    }
}
