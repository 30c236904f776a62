//! External Secrets: which secret it makes, from where, and how to have it look again.

use super::{Kubernetes, text};
use crate::error::{Error, Result};
use serde_json::{Value, json};

/// An `ExternalSecret`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalSecret {
    /// Its name.
    pub name: String,
    /// The path of the object.
    path: String,
    /// The secret that it makes.
    pub target: String,
    /// The secrets that it reads.
    pub reads: Vec<String>,
    /// The path of the store that it reads from, as far as it names one.
    store: Option<String>,
    /// Whether it looks again at all.
    pub refreshes: bool,
    /// Whether it is ready, or why not.
    pub ready: Result<(), String>,
    /// When it last read.
    pub refreshed: Option<String>,
}

/// Where a `SecretStore` or `ClusterSecretStore` leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretStore {
    /// Its name.
    pub name: String,
    /// The provider, by its key in the specification: `aws`, `vault`.
    pub provider: String,
    /// The service of AWS: `SecretsManager`, `ParameterStore`.
    pub service: Option<String>,
    /// The region of AWS.
    pub region: Option<String>,
}

const GROUP: &str = "external-secrets.io";
const SYNC: &str = "force-sync";

impl Kubernetes {
    /// The version of External Secrets that the cluster prefers; `None` where it is not installed.
    fn external_secrets_version(&self) -> Result<Option<String>> {
        let group = self.get(&format!("/apis/{GROUP}"))?;
        Ok(group.and_then(|group| text(&group["preferredVersion"]["version"])))
    }

    /// What makes a secret, if it is External Secrets.
    ///
    /// # Errors
    /// The cluster cannot be asked; the one that is named is not there.
    pub fn external_secret(
        &self,
        namespace: &str,
        secret: &str,
        named: Option<&str>,
    ) -> Result<Option<ExternalSecret>> {
        let missing = |name: &str| Error::new(format!("there is no ExternalSecret `{namespace}/{name}`"));
        let Some(version) = self.external_secrets_version()? else {
            return match named {
                Some(name) => Err(missing(name).hint("External Secrets is not installed in this cluster")),
                None => Ok(None),
            };
        };
        let all = format!("/apis/{GROUP}/{version}/namespaces/{namespace}/externalsecrets");
        if let Some(name) = named {
            let path = format!("{all}/{name}");
            let object = self.get(&path)?.ok_or_else(|| missing(name))?;
            return Ok(Some(read(&object, path)));
        }
        let list = self.get(&all)?.unwrap_or_default();
        let items = list["items"].as_array().into_iter().flatten();
        let mut found = items.map(|item| {
            let name = item["metadata"]["name"].as_str().unwrap_or_default();
            read(item, format!("{all}/{name}"))
        });
        Ok(found.find(|external| external.target == secret))
    }

    /// The store that an `ExternalSecret` reads from; `None` where it names none.
    ///
    /// # Errors
    /// The store is not there, or may not be looked at.
    pub fn secret_store(&self, external: &ExternalSecret) -> Result<Option<SecretStore>> {
        let Some(path) = &external.store else { return Ok(None) };
        let missing = || Error::new(format!("{path} is not there"));
        let object = self.get(path)?.ok_or_else(missing)?;
        let provider = object["spec"]["provider"].as_object().and_then(|providers| providers.iter().next());
        let name = text(&object["metadata"]["name"]).unwrap_or_default();
        Ok(provider.map(|(provider, settings)| SecretStore {
            name,
            provider: provider.clone(),
            service: text(&settings["service"]),
            region: text(&settings["region"]),
        }))
    }

    /// Reads an `ExternalSecret` again.
    ///
    /// # Errors
    /// It is not there any more.
    pub fn again(&self, external: &ExternalSecret) -> Result<ExternalSecret> {
        let gone = || Error::new(format!("the ExternalSecret `{}` is gone", external.name));
        Ok(read(&self.get(&external.path)?.ok_or_else(gone)?, external.path.clone()))
    }

    /// Has External Secrets look at once. The mark is changed: an equal one would do nothing.
    ///
    /// # Errors
    /// What the cluster said.
    pub fn force_sync(&self, external: &ExternalSecret, mark: &str) -> Result<()> {
        let body = json!({ "metadata": { "annotations": { SYNC: mark } } });
        self.patch(&external.path, &body).map(drop)
    }
}

fn read(object: &Value, path: String) -> ExternalSecret {
    let spec = &object["spec"];
    let name = text(&object["metadata"]["name"]).unwrap_or_default();
    let condition = object["status"]["conditions"].as_array().into_iter().flatten().find(|c| c["type"] == "Ready");
    let ready = match condition {
        Some(condition) if condition["status"] == "True" => Ok(()),
        Some(condition) => Err(text(&condition["message"]).unwrap_or_else(|| "it is not ready".into())),
        None => Err("it tells no state yet".into()),
    };
    let each = spec["data"].as_array().into_iter().flatten().map(|data| &data["remoteRef"]["key"]);
    let whole = spec["dataFrom"].as_array().into_iter().flatten().map(|data| &data["extract"]["key"]);
    let mut keys: Vec<String> = each.chain(whole).filter_map(text).collect();
    keys.sort_unstable();
    keys.dedup();
    // `/apis/GROUP/VERSION/namespaces/NAMESPACE/externalsecrets/NAME`: stores stand beside it, or above all namespaces
    let stores = |kind: &str| match kind {
        "ClusterSecretStore" => path.split("/namespaces/").next().map(|api| format!("{api}/clustersecretstores")),
        _ => path.split("/externalsecrets/").next().map(|space| format!("{space}/secretstores")),
    };
    let store = &spec["secretStoreRef"];
    let store = store["name"].as_str().and_then(|name| {
        let stores = stores(store["kind"].as_str().unwrap_or("SecretStore"))?;
        Some(format!("{stores}/{name}"))
    });
    ExternalSecret {
        target: text(&spec["target"]["name"]).unwrap_or_else(|| name.clone()),
        name,
        path,
        reads: keys,
        store,
        refreshes: spec["refreshPolicy"] != "CreatedOnce" && spec["target"]["immutable"] != true,
        ready,
        refreshed: text(&object["status"]["refreshTime"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_external_secret_is_read() {
        let object = json!({
            "metadata": { "name": "www" },
            "spec": {
                "target": { "name": "www-tls" },
                "data": [{ "remoteRef": { "key": "certs/www" } }, { "remoteRef": { "key": "certs/www" } }],
            },
            "status": { "conditions": [{ "type": "Ready", "status": "False", "message": "no access" }] },
        });
        let external = read(&object, "/x".into());
        assert_eq!((external.target.as_str(), external.reads.as_slice()), ("www-tls", &["certs/www".to_owned()][..]));
        assert_eq!(external.ready, Err("no access".into()));
        assert!(external.refreshes);
    }
}
