//! States in Azure Blob Storage.

use super::{Backend, fetch, retry};
use crate::error::{Error, Result};
use crate::external::{Environment, http};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};

/// The blob is `key` (`terraform.tfstate` if missing), in a workspace other than the default one
/// `<key>env:<workspace>`.
pub(super) async fn read(backend: &Backend<'_>) -> Result<Option<Vec<u8>>> {
    let account = backend.need("storage_account_name")?;
    let container = backend.need("container_name")?;
    let mut key = backend.text("key").unwrap_or("terraform.tfstate").to_owned();
    if let Some(workspace) = backend.named_workspace() {
        key = format!("{key}env:{workspace}");
    }
    let store = MicrosoftAzureBuilder::new()
        .with_account(account)
        .with_container_name(container)
        .with_allow_http(true)
        .with_http_connector(http::Shared)
        .with_retry(retry());
    let store = authorize(locate(store, backend, account), backend);
    let store = store.build().map_err(|e| Error::new(format!("the `azurerm` backend is wrong: {e}")))?;
    fetch(&store, &key, &format!("the container `{container}` of `{account}`")).await
}

/// The address of the account: of a connection string, or of the cloud that `environment` names.
fn locate(store: MicrosoftAzureBuilder, backend: &Backend, account: &str) -> MicrosoftAzureBuilder {
    if let Some(url) = connection(backend.env, "BlobEndpoint") {
        return store.with_endpoint(url.trim_end_matches('/').to_owned());
    }
    let suffix = match backend.text("environment") {
        Some("usgovernment") => "blob.core.usgovcloudapi.net",
        Some("german") => "blob.core.cloudapi.de",
        Some("china") => "blob.core.chinacloudapi.cn",
        _ => "blob.core.windows.net",
    };
    store.with_endpoint(format!("https://{account}.{suffix}"))
}

/// An account key, a shared access signature, a service principal, a federated token, a managed identity, or the
/// login of the Azure CLI, whichever is there first, of the section or the environment.
fn authorize(store: MicrosoftAzureBuilder, backend: &Backend) -> MicrosoftAzureBuilder {
    let env = backend.env;
    let given = |name: &str, variables: &[&str]| backend.text(name).map(str::to_owned).or_else(|| env.first(variables));
    if let Some(key) = given("access_key", &["ARM_ACCESS_KEY"]).or_else(|| connection(env, "AccountKey")) {
        return store.with_access_key(key);
    }
    if let Some(sas) = given("sas_token", &["ARM_SAS_TOKEN"]).or_else(|| connection(env, "SharedAccessSignature")) {
        return store.with_config(AzureConfigKey::SasKey, sas.trim_start_matches('?'));
    }
    let client = given("client_id", &["ARM_CLIENT_ID", "AZURE_CLIENT_ID"]);
    let tenant = given("tenant_id", &["ARM_TENANT_ID", "AZURE_TENANT_ID"]);
    let secret = given("client_secret", &["ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET"]);
    let token_file = given("oidc_token_file_path", &["ARM_OIDC_TOKEN_FILE_PATH", "AZURE_FEDERATED_TOKEN_FILE"]);
    match (client, tenant, secret, token_file) {
        (Some(client), Some(tenant), Some(secret), _) => store.with_client_secret_authorization(client, secret, tenant),
        (Some(client), Some(tenant), None, Some(file)) => {
            store.with_client_id(client).with_tenant_id(tenant).with_federated_token_file(file)
        }
        (client, ..) => {
            let managed = env.first(&["IDENTITY_ENDPOINT", "MSI_ENDPOINT"]);
            let store = match client {
                Some(client) => store.with_client_id(client),
                None => store,
            };
            match managed {
                Some(url) => store.with_msi_endpoint(url),
                None => store.with_use_azure_cli(env.find_program("az").is_some()),
            }
        }
    }
}

/// A part of the storage connection string in the environment, which emulators give.
fn connection(env: &Environment, part: &str) -> Option<String> {
    let text = env.get("AZURE_STORAGE_CONNECTION_STRING")?;
    let parts = text.split(';').filter_map(|pair| pair.split_once('='));
    parts.filter(|(name, _)| name.trim() == part).map(|(_, value)| value.trim().to_owned()).next()
}
