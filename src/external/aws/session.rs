//! Opening a session: which region, which profile, which role.

use super::super::environment::Environment;
use super::failed;
use crate::error::Result;
use crate::value::Value;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::sts::AssumeRoleProvider;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_sdk_sts::config::{
    Credentials, ProvideCredentials, RuntimeComponents, SharedCredentialsProvider, SharedHttpClient,
};
use aws_smithy_http_client::{Builder, Connector, proxy::ProxyConfig, tls};
use std::fmt;
use std::time::Duration;

/// How AWS is accessed. Equal ones share a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Access {
    /// The region; without it the environment's or the profile's.
    pub region: Option<String>,
    /// The profile; without it the environment's.
    pub profile: Option<String>,
    /// The role to assume.
    pub role: Option<Role>,
    /// The address of every service; without it AWS's own.
    pub endpoint: Option<String>,
    /// The environment.
    pub env: Environment,
}

/// A role to assume.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Role {
    /// Its ARN.
    pub arn: String,
    /// The secret that its owner may ask for.
    pub external_id: Option<String>,
    /// The name of the session in AWS's logs.
    pub session_name: Option<String>,
}

impl Role {
    /// The role of an S3 backend: `assume_role.role_arn`, or else `role_arn`.
    pub fn of_backend(config: &Value) -> Option<Self> {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).filter(|s| !s.is_empty()).map(str::to_owned);
        let nested = |key: &str| text(config.dig(["assume_role", key]));
        let plain = |key: &str| text(config.get(key));
        let either = |key: &str| nested(key).or_else(|| plain(key));
        Some(Role {
            arn: either("role_arn")?,
            external_id: either("external_id"),
            session_name: either("session_name"),
        })
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role.as_ref().map_or("AWS", |role| &role.arn))
    }
}

impl Access {
    fn region(&self) -> Option<Region> {
        let replaced = || self.env.replaced("AWS_REGION").or(self.env.replaced("AWS_DEFAULT_REGION"));
        self.region.as_deref().or_else(replaced).map(|name| Region::new(name.to_owned()))
    }

    /// The profile that is chosen for this access, not merely by the process's environment.
    fn profile(&self) -> Option<&str> {
        self.profile.as_deref().or(self.env.replaced("AWS_PROFILE"))
    }

    fn profile_files(&self) -> Option<EnvConfigFiles> {
        let config = self.env.replaced("AWS_CONFIG_FILE");
        let credentials = self.env.replaced("AWS_SHARED_CREDENTIALS_FILE");
        if config.is_none() && credentials.is_none() {
            return None;
        }
        let mut files = EnvConfigFiles::builder()
            .include_default_config_file(config.is_none())
            .include_default_credentials_file(credentials.is_none());
        if let Some(path) = config {
            files = files.with_file(EnvConfigFileKind::Config, path);
        }
        if let Some(path) = credentials {
            files = files.with_file(EnvConfigFileKind::Credentials, path);
        }
        Some(files.build())
    }

    /// Keys that the overlay of the environment sets.
    fn keys(&self) -> Option<Credentials> {
        let key = |name| self.env.replaced(name).map(str::to_owned);
        let (id, secret) = (key("AWS_ACCESS_KEY_ID")?, key("AWS_SECRET_ACCESS_KEY")?);
        Some(Credentials::new(id, secret, key("AWS_SESSION_TOKEN"), None, "environment"))
    }

    fn use_fips(&self) -> bool {
        self.env.get("AWS_USE_FIPS_ENDPOINT").is_some_and(|value| matches!(value.as_str(), "true" | "1"))
    }

    fn endpoint(&self) -> Option<String> {
        self.endpoint.clone().or_else(|| self.env.replaced("AWS_ENDPOINT_URL").map(str::to_owned))
    }

    /// The address of STS, where the overlay of the environment sets one.
    pub(super) fn sts_endpoint(&self) -> Option<String> {
        self.env.replaced("AWS_ENDPOINT_URL_STS").map(str::to_owned)
    }
}

/// The shortest time that AWS lends a role for.
const ROLE_SESSION: Duration = Duration::from_mins(15);

pub(super) async fn load(access: &Access) -> Result<SdkConfig> {
    let http = http_client();
    let mut loader =
        aws_config::defaults(BehaviorVersion::latest()).http_client(http.clone()).use_fips(access.use_fips());
    if let Some(region) = access.region() {
        loader = loader.region(region);
    }
    if let Some(endpoint) = access.endpoint() {
        loader = loader.endpoint_url(endpoint);
    }
    let files = access.profile_files();
    if let Some(files) = &files {
        loader = loader.profile_files(files.clone());
    }
    if let Some(profile) = access.profile() {
        loader = loader.profile_name(profile);
    }
    let mut config = loader.load().await;
    if let Some(credentials) = credentials(access, &config, files, http) {
        config = config.to_builder().credentials_provider(credentials).build();
    }
    match &access.role {
        Some(role) => assume(&config, role, access).await,
        None => Ok(config),
    }
}

/// The credentials that this access itself names: keys or a profile. They win over those of the process's environment.
fn credentials(
    access: &Access,
    config: &SdkConfig,
    files: Option<EnvConfigFiles>,
    http: SharedHttpClient,
) -> Option<SharedCredentialsProvider> {
    if let Some(keys) = access.keys() {
        return Some(SharedCredentialsProvider::new(keys));
    }
    let machine = ProviderConfig::without_region().with_region(config.region().cloned()).with_http_client(http);
    let provider = ProfileFileCredentialsProvider::builder().configure(&machine).profile_name(access.profile()?);
    let provider = match files {
        Some(files) => provider.profile_files(files),
        None => provider,
    };
    Some(SharedCredentialsProvider::new(provider.build()))
}

/// The session of the role that one's own session may assume.
async fn assume(config: &SdkConfig, role: &Role, access: &Access) -> Result<SdkConfig> {
    let sts = match access.sts_endpoint() {
        Some(endpoint) => config.to_builder().endpoint_url(endpoint).build(),
        None => config.clone(),
    };
    let mut provider = AssumeRoleProvider::builder(&role.arn).configure(&sts).session_length(ROLE_SESSION);
    if let Some(id) = &role.external_id {
        provider = provider.external_id(id);
    }
    if let Some(name) = &role.session_name {
        provider = provider.session_name(name);
    }
    let provider = provider.build().await;
    // asked now, so that a refused role is told as such and not as a failing read
    let credentials = provider
        .provide_credentials()
        .await
        .map_err(|e| failed(format_args!("cannot assume the role `{}`", role.arn), e))?;
    Ok(config.to_builder().credentials_provider(SharedCredentialsProvider::new(credentials)).build())
}

/// An HTTP client with ring's cryptography that goes through the proxy of the environment.
fn http_client() -> SharedHttpClient {
    Builder::new().build_with_connector_fn(|settings, components| {
        let mut connector = Connector::builder().proxy_config(ProxyConfig::from_env());
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(RuntimeComponents::sleep_impl));
        connector.tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring)).build()
    })
}
