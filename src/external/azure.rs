//! Azure: tokens for services that the storage client does not speak to.

use super::environment::Environment;
use super::process::{Invocation, Runner, System};
use super::{http, json};
use crate::error::{Error, Kind, Result};
use crate::value::Value;

/// A token for a resource such as `https://vault.azure.net`.
///
/// The environment decides how it is got: a service principal with a secret, a federated token, a managed identity, or
/// the login of the Azure CLI.
pub(super) async fn token(resource: &str, env: &Environment) -> Result<String> {
    let client = env.first(&["AZURE_CLIENT_ID", "ARM_CLIENT_ID"]);
    let tenant = env.first(&["AZURE_TENANT_ID", "ARM_TENANT_ID"]);
    let secret = env.first(&["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET"]);
    let federated = env.first(&["AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH"]);
    let answer = match (client, tenant, secret, federated) {
        (Some(client), Some(tenant), Some(secret), _) => {
            principal(resource, env, &tenant, &client, &[("client_secret", &secret)]).await?
        }
        (Some(client), Some(tenant), None, Some(file)) => {
            let assertion = std::fs::read_to_string(&file)
                .map_err(|e| Error::new(format!("cannot read the federated token: {e}")).in_file(&file))?;
            let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            let proof = [("client_assertion_type", kind), ("client_assertion", assertion.trim())];
            principal(resource, env, &tenant, &client, &proof).await?
        }
        (client, ..) => match (env.get("IDENTITY_ENDPOINT"), env.find_program("az")) {
            (None, Some(az)) => return cli(resource, az),
            (endpoint, _) => managed(resource, endpoint, client, env).await?,
        },
    };
    access_token(&answer, "access_token")
}

async fn principal(
    resource: &str,
    env: &Environment,
    tenant: &str,
    client: &str,
    proof: &[(&str, &str)],
) -> Result<Vec<u8>> {
    let authority = env.get("AZURE_AUTHORITY_HOST").unwrap_or_else(|| "https://login.microsoftonline.com".into());
    let url = format!("{}/{tenant}/oauth2/v2.0/token", authority.trim_end_matches('/'));
    let scope = format!("{resource}/.default");
    let mut fields = vec![("grant_type", "client_credentials"), ("client_id", client), ("scope", &scope)];
    fields.extend(proof);
    http::post_form(&url, &fields).await?.succeeded(FAILED)
}

/// The identity of the machine: of the service that runs the program, or of the virtual machine.
async fn managed(
    resource: &str,
    endpoint: Option<String>,
    client: Option<String>,
    env: &Environment,
) -> Result<Vec<u8>> {
    let header = env.get("IDENTITY_HEADER").unwrap_or_default();
    let (url, headers) = match &endpoint {
        Some(url) => (format!("{url}?api-version=2019-08-01"), [("x-identity-header", header.as_str())]),
        None => (format!("{MACHINE}?api-version=2018-02-01"), [("metadata", "true")]),
    };
    let client = client.map(|id| format!("&client_id={}", http::escape(&id))).unwrap_or_default();
    let url = format!("{url}&resource={}{client}", http::escape(resource));
    let answer = http::get(&url, &headers).await.map_err(|e| e.hint("log in with `az login`"))?;
    answer.succeeded(FAILED)
}

fn cli(resource: &str, az: std::path::PathBuf) -> Result<String> {
    let args = ["account", "get-access-token", "--output", "json", "--resource", resource];
    let finished = System.run(&Invocation {
        program: az,
        args: args.map(Into::into).into(),
        dir: ".".into(),
        ..Invocation::default()
    })?;
    if finished.code != Some(0) {
        let why = finished.stderr.lines().next().unwrap_or_default().to_owned();
        return Err(Error::new(format!("{FAILED}: `az` refused")).note(why).hint("log in with `az login`"));
    }
    access_token(finished.stdout.as_bytes(), "accessToken")
}

fn access_token(answer: &[u8], key: &str) -> Result<String> {
    let answer = json::from_json(&String::from_utf8_lossy(answer));
    let token = answer.as_ref().and_then(|answer| answer.get(key)).and_then(Value::as_str);
    token
        .map(str::to_owned)
        .ok_or_else(|| Error::new(format!("{FAILED}: there is none in the answer")).kind(Kind::Unavailable))
}

const FAILED: &str = "cannot get a token for Azure";
const MACHINE: &str = "http://169.254.169.254/metadata/identity/oauth2/token";
