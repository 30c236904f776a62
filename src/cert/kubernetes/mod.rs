//! Kubernetes: secrets, what External Secrets makes of them, and the workloads that use them.

mod external_secret;
mod secret;
mod workload;

pub use external_secret::{ExternalSecret, SecretStore};
pub use secret::KubeSecret;
pub use workload::{Progress, Workload};

use super::aws::Cloud;
use crate::error::{Error, Kind, Result};
use crate::external::runtime;
use http::{Method, Request};
use kube::config::{KubeConfigOptions, Kubeconfig};
use kube::{Client, Config};
use serde_json::{Value, json};
use std::time::Duration;

/// A cluster, by a context of the kubeconfig.
#[derive(Clone)]
pub struct Kubernetes {
    client: Client,
    server: String,
    name: String,
}

impl std::fmt::Debug for Kubernetes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kubernetes").field("server", &self.server).finish_non_exhaustive()
    }
}

const MERGE: &str = "application/merge-patch+json";
const JSON: &str = "application/json";

impl Cloud {
    /// The cluster of a context, or of the current one.
    ///
    /// # Errors
    /// There is no such context, or its credentials cannot be read.
    pub fn kubernetes(&self, context: Option<&str>) -> Result<Kubernetes> {
        Kubernetes::connect(context.or(self.options().context.as_deref()), self.options().timeout)
    }
}

impl Kubernetes {
    fn connect(context: Option<&str>, timeout: Duration) -> Result<Self> {
        let failed = |why: String| {
            let what = context.map_or("Kubernetes".to_owned(), |name| format!("the context `{name}`"));
            Error::new(format!("cannot use {what}: {why}"))
                .kind(Kind::Unavailable)
                .hint("`kubectl config get-contexts` lists the contexts; `--context NAME` takes another one")
        };
        let kubeconfig = Kubeconfig::read().map_err(|e| failed(innermost(&e)))?;
        let current = context.or(kubeconfig.current_context.as_deref());
        let named = kubeconfig.contexts.iter().find(|named| Some(named.name.as_str()) == current);
        let name = named.and_then(|named| Some(named.context.as_ref()?.cluster.clone())).unwrap_or_default();
        let options = KubeConfigOptions { context: context.map(str::to_owned), ..KubeConfigOptions::default() };
        runtime::block_on(async {
            let mut config =
                Config::from_custom_kubeconfig(kubeconfig, &options).await.map_err(|e| failed(innermost(&e)))?;
            config.connect_timeout = Some(timeout);
            config.read_timeout = Some(timeout);
            config.write_timeout = Some(timeout);
            // a write that failed is looked at before it is tried again
            config.default_retry = false;
            let server = config.cluster_url.to_string();
            let client = Client::try_from(config).map_err(|e| failed(innermost(&e)))?;
            Ok(Kubernetes { client, server, name })
        })
    }

    /// The name of the cluster in the kubeconfig; of EKS, its ARN.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this is the cluster that is meant: by its name, its ARN, or its address.
    pub fn is(&self, meant: &str) -> bool {
        let of_arn = self.name.starts_with("arn:").then(|| self.name.rsplit('/').next()).flatten();
        let of_eksctl = self.name.strip_suffix(".eksctl.io").and_then(|name| name.split('.').next());
        let address = |text: &str| text.trim_end_matches('/').to_owned();
        self.name == meant
            || of_arn == Some(meant)
            || of_eksctl == Some(meant)
            || address(&self.server) == address(meant)
    }

    /// One call; `None` when there is no such thing.
    fn call(&self, method: &Method, path: &str, kind: &str, body: Option<&Value>) -> Result<Option<Value>> {
        let what = || format!("cannot {} {path}", if *method == Method::GET { "read" } else { "write" });
        let bytes = match body {
            Some(body) => serde_json::to_vec(body).map_err(|e| Error::new(e.to_string()))?,
            None => Vec::new(),
        };
        let request = Request::builder().method(method.clone()).uri(path).header("content-type", kind).body(bytes);
        let request = request.map_err(|e| Error::new(format!("{}: {e}", what())))?;
        runtime::block_on(async {
            match self.client.request::<Value>(request).await {
                Ok(value) => Ok(Some(value)),
                Err(kube::Error::Api(status)) if status.code == 404 => Ok(None),
                Err(kube::Error::Api(status)) => {
                    Err(Error::new(format!("{}: {} ({})", what(), status.message, status.code)))
                }
                Err(error) => Err(Error::new(format!("{}: {}", what(), innermost(&error)))),
            }
        })
    }

    fn get(&self, path: &str) -> Result<Option<Value>> {
        self.call(&Method::GET, path, JSON, None)
    }

    fn patch(&self, path: &str, body: &Value) -> Result<Value> {
        let missing = || Error::new(format!("{path} is not there"));
        self.call(&Method::PATCH, path, MERGE, Some(body))?.ok_or_else(missing)
    }

    /// Whether these credentials may do something, as the cluster says (`SelfSubjectAccessReview`).
    ///
    /// # Errors
    /// The cluster cannot be asked.
    pub fn may(&self, verb: &str, group: &str, resource: &str, namespace: &str) -> Result<bool> {
        let review = json!({
            "apiVersion": "authorization.k8s.io/v1",
            "kind": "SelfSubjectAccessReview",
            "spec": { "resourceAttributes": {
                "verb": verb, "group": group, "resource": resource, "namespace": namespace,
            } },
        });
        let path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        let answer = self.call(&Method::POST, path, JSON, Some(&review))?;
        Ok(answer.is_some_and(|answer| answer["status"]["allowed"] == true))
    }
}

/// What lies at the bottom of an error.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// A part of an object as text.
fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
