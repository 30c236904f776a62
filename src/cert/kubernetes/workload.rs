//! Workloads whose pods use a secret, and their rollouts.

use super::{Kubernetes, text};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A `Deployment`, `StatefulSet` or `DaemonSet`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workload {
    /// What it is: `deployments`, …
    pub resource: String,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// Whether something else restarts its pods when the secret changes.
    pub reloads_itself: bool,
    /// When it was last restarted, as its annotation tells.
    pub restarted: Option<String>,
}

/// How far a rollout is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Every pod is new and ready.
    Done,
    /// Not yet: in words.
    Waiting(String),
}

const RESTARTED: &str = "kubectl.kubernetes.io/restartedAt";
const RESOURCES: [&str; 3] = ["deployments", "statefulsets", "daemonsets"];
/// What reads secrets without pods of its own: its kind, the group, the resource.
const READERS: [(&str, &str, &str); 3] = [
    ("ingress", "networking.k8s.io/v1", "ingresses"),
    ("gateway", "gateway.networking.k8s.io/v1", "gateways"),
    ("Istio's gateway", "networking.istio.io/v1", "gateways"),
];

impl std::fmt::Display for Workload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}/{}", self.resource.trim_end_matches('s'), self.namespace, self.name)
    }
}

impl Workload {
    fn path(&self) -> String {
        format!("/apis/apps/v1/namespaces/{}/{}/{}", self.namespace, self.resource, self.name)
    }
}

impl Kubernetes {
    /// The workloads whose pods use a secret, and the pods that use it and belong to none.
    ///
    /// # Errors
    /// The cluster cannot be asked.
    pub fn users(&self, namespace: &str, secret: &str) -> Result<(Vec<Workload>, Vec<String>)> {
        let mut users = Vec::new();
        for resource in RESOURCES {
            let list = self.get(&format!("/apis/apps/v1/namespaces/{namespace}/{resource}"))?.unwrap_or_default();
            for item in list["items"].as_array().into_iter().flatten() {
                if uses(&item["spec"]["template"]["spec"], secret) {
                    users.push(read(item, resource, namespace));
                }
            }
        }
        let pods = self.get(&format!("/api/v1/namespaces/{namespace}/pods"))?.unwrap_or_default();
        let is_bare = |pod: &&Value| pod["metadata"]["ownerReferences"].as_array().is_none_or(Vec::is_empty);
        let bare = pods["items"].as_array().into_iter().flatten().filter(is_bare);
        let bare = bare.filter(|pod| uses(&pod["spec"], secret));
        Ok((users, bare.filter_map(|pod| text(&pod["metadata"]["name"])).collect()))
    }

    /// What else reads a secret, and loads it anew by itself: ingresses, gateways. What may not be listed is left out:
    /// nothing of it is changed.
    pub fn readers(&self, namespace: &str, secret: &str) -> Vec<String> {
        let mut readers = Vec::new();
        for (kind, group, resource) in READERS {
            let path = format!("/apis/{group}/namespaces/{namespace}/{resource}");
            let Ok(Some(list)) = self.get(&path) else { continue };
            let found = list["items"].as_array().into_iter().flatten().filter(|item| reads(&item["spec"], secret));
            let name =
                |item: &Value| format!("{kind} {namespace}/{}", item["metadata"]["name"].as_str().unwrap_or("?"));
            readers.extend(found.map(name));
        }
        readers
    }

    /// Restarts a workload's pods through a rollout, by the mark that `kubectl rollout restart` makes. `None` takes
    /// the mark away.
    ///
    /// # Errors
    /// What the cluster said.
    pub fn restart(&self, workload: &Workload, mark: Option<&str>) -> Result<()> {
        let body = json!({ "spec": { "template": { "metadata": { "annotations": { RESTARTED: mark } } } } });
        self.patch(&workload.path(), &body).map(drop)
    }

    /// The mark of a workload's last restart, and how far its rollout is.
    ///
    /// # Errors
    /// It is not there any more.
    pub fn rollout(&self, workload: &Workload) -> Result<(Option<String>, Progress)> {
        let object = self.get(&workload.path())?.ok_or_else(|| Error::new(format!("the {workload} is gone")))?;
        let mark = text(&object["spec"]["template"]["metadata"]["annotations"][RESTARTED]);
        Ok((mark, progress(&object, &workload.resource)))
    }
}

fn read(item: &Value, resource: &str, namespace: &str) -> Workload {
    let annotations = |value: &Value| {
        let names = value["metadata"]["annotations"].as_object().into_iter().flatten();
        names.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let mut names = annotations(item);
    names.extend(annotations(&item["spec"]["template"]));
    Workload {
        resource: resource.to_owned(),
        namespace: namespace.to_owned(),
        name: text(&item["metadata"]["name"]).unwrap_or_default(),
        reloads_itself: names.iter().any(|name| name.contains("reloader.stakater.com/")),
        restarted: text(&item["spec"]["template"]["metadata"]["annotations"][RESTARTED]),
    }
}

/// Whether pods of this form use a secret: volumes (also projected ones and those of CSI), variables.
fn uses(spec: &Value, secret: &str) -> bool {
    let each = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let volume = |volume: &Value| {
        volume["secret"]["secretName"] == secret
            || volume["csi"]["nodePublishSecretRef"]["name"] == secret
            || each(&volume["projected"]["sources"]).iter().any(|source| source["secret"]["name"] == secret)
    };
    let container = |container: &Value| {
        each(&container["env"]).iter().any(|env| env["valueFrom"]["secretKeyRef"]["name"] == secret)
            || each(&container["envFrom"]).iter().any(|from| from["secretRef"]["name"] == secret)
    };
    each(&spec["volumes"]).iter().any(volume)
        || each(&spec["containers"]).iter().any(container)
        || each(&spec["initContainers"]).iter().any(container)
}

/// Whether an ingress or a gateway of this form reads a secret of its namespace.
fn reads(spec: &Value, secret: &str) -> bool {
    let each = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let names = |reference: &Value| reference["name"] == secret && reference["namespace"].is_null();
    each(&spec["tls"]).iter().any(|tls| tls["secretName"] == secret)
        || each(&spec["listeners"]).iter().any(|at| each(&at["tls"]["certificateRefs"]).iter().any(names))
        || each(&spec["servers"]).iter().any(|server| server["tls"]["credentialName"] == secret)
}

fn progress(object: &Value, resource: &str) -> Progress {
    let status = &object["status"];
    let number = |value: &Value| value.as_i64().unwrap_or_default();
    if number(&status["observedGeneration"]) < number(&object["metadata"]["generation"]) {
        return Progress::Waiting("the rollout has not begun".into());
    }
    let (wanted, updated, ready) = if resource == "daemonsets" {
        (
            number(&status["desiredNumberScheduled"]),
            number(&status["updatedNumberScheduled"]),
            number(&status["numberAvailable"]),
        )
    } else {
        let available =
            if resource == "statefulsets" { &status["readyReplicas"] } else { &status["availableReplicas"] };
        (object["spec"]["replicas"].as_i64().unwrap_or(1), number(&status["updatedReplicas"]), number(available))
    };
    let old = number(&status["replicas"]) - updated;
    if updated < wanted {
        Progress::Waiting(format!("{updated} of {wanted} pods are new"))
    } else if resource == "deployments" && old > 0 {
        Progress::Waiting(format!("{old} old pods are still there"))
    } else if ready < wanted {
        Progress::Waiting(format!("{ready} of {wanted} pods are ready"))
    } else {
        Progress::Done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_use_a_secret_counts() {
        for spec in [
            json!({ "volumes": [{ "secret": { "secretName": "www" } }] }),
            json!({ "volumes": [{ "projected": { "sources": [{ "secret": { "name": "www" } }] } }] }),
            json!({ "volumes": [{ "csi": { "nodePublishSecretRef": { "name": "www" } } }] }),
            json!({ "containers": [{ "envFrom": [{ "secretRef": { "name": "www" } }] }] }),
            json!({ "initContainers": [{ "env": [{ "valueFrom": { "secretKeyRef": { "name": "www" } } }] }] }),
        ] {
            assert!(uses(&spec, "www") && !uses(&spec, "www-2"), "{spec}");
        }
    }

    #[test]
    fn ingresses_and_gateways_read_secrets() {
        for spec in [
            json!({ "tls": [{ "secretName": "www" }] }),
            json!({ "listeners": [{ "tls": { "certificateRefs": [{ "name": "www" }] } }] }),
            json!({ "servers": [{ "tls": { "credentialName": "www" } }] }),
        ] {
            assert!(reads(&spec, "www") && !reads(&spec, "www-2"), "{spec}");
        }
        let elsewhere =
            json!({ "listeners": [{ "tls": { "certificateRefs": [{ "name": "www", "namespace": "x" }] } }] });
        assert!(!reads(&elsewhere, "www"));
    }

    #[test]
    fn a_rollout_is_done_when_every_pod_is_new_and_ready() {
        let deployment = |generation: i64, updated: i64, available: i64, all: i64| {
            json!({ "metadata": { "generation": 2 }, "spec": { "replicas": 2 }, "status": {
                "observedGeneration": generation, "updatedReplicas": updated, "availableReplicas": available,
                "replicas": all } })
        };
        let is_done = |object: Value| progress(&object, "deployments") == Progress::Done;
        assert!(is_done(deployment(2, 2, 2, 2)));
        assert!(!is_done(deployment(1, 2, 2, 2)));
        assert!(!is_done(deployment(2, 1, 2, 2)));
        assert!(!is_done(deployment(2, 2, 1, 2)));
        assert!(!is_done(deployment(2, 2, 2, 3)));
    }
}
