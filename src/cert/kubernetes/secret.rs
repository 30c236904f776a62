//! Secrets of the type `kubernetes.io/tls`.

use super::{JSON, Kubernetes, text};
use crate::cert::{Field, Found, Material, Secret};
use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use serde_json::{Value, json};
use zeroize::Zeroize;

/// A secret as the cluster holds it.
#[derive(Clone, Debug)]
pub struct KubeSecret {
    /// Its name, for people.
    pub what: String,
    /// Its type.
    pub kind: String,
    /// Whether it can never be changed.
    pub is_immutable: bool,
    /// Whether cert-manager makes it.
    pub is_of_cert_manager: bool,
    /// Its version, for writes that must not overwrite somebody else's.
    pub version: String,
    certificate: Secret,
    key: Secret,
}

impl KubeSecret {
    /// The certificates and the key that it holds.
    ///
    /// # Errors
    /// It holds none.
    pub fn found(&self) -> Result<Found> {
        if self.certificate.bytes().is_empty() {
            return Err(Error::new(format!("{} has no field `tls.crt`", self.what)));
        }
        let mut found = Found::read(self.certificate.bytes(), &self.what, Field::Certificates, None)?;
        if !self.key.bytes().is_empty() {
            found.add(Found::read(self.key.bytes(), &self.what, Field::Key, None)?);
        }
        Ok(found)
    }
}

/// An object that holds a key: its texts are overwritten when it is dropped.
struct Wiped(Value);

impl Drop for Wiped {
    fn drop(&mut self) {
        fn wipe(value: &mut Value) {
            match value {
                Value::String(text) => text.zeroize(),
                Value::Array(items) => items.iter_mut().for_each(wipe),
                Value::Object(fields) => fields.values_mut().for_each(wipe),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        wipe(&mut self.0);
    }
}

fn path(namespace: &str, name: &str) -> String {
    format!("/api/v1/namespaces/{namespace}/secrets/{name}")
}

fn data(material: &Material) -> Result<Value> {
    Ok(json!({
        "tls.crt": STANDARD.encode(material.full_chain()),
        "tls.key": STANDARD.encode(material.need_key()?.to_pem().as_bytes()),
    }))
}

impl Kubernetes {
    /// Reads a secret.
    ///
    /// # Errors
    /// It is not there, or may not be read.
    pub fn secret(&self, namespace: &str, name: &str) -> Result<KubeSecret> {
        let what = format!("the Kubernetes secret `{namespace}/{name}`");
        let missing = || Error::new(format!("{what} is not there"));
        let object = Wiped(self.get(&path(namespace, name))?.ok_or_else(missing)?);
        let object = &object.0;
        let field = |name: &str| {
            let bytes = object["data"][name].as_str().and_then(|text| STANDARD.decode(text).ok());
            Secret::new(bytes.unwrap_or_default())
        };
        let annotations = object["metadata"]["annotations"].as_object();
        let names = annotations.into_iter().flatten().map(|(name, _)| name);
        let mut names = names.chain(object["metadata"]["labels"].as_object().into_iter().flatten().map(|(n, _)| n));
        Ok(KubeSecret {
            kind: text(&object["type"]).unwrap_or_default(),
            is_immutable: object["immutable"] == true,
            is_of_cert_manager: names.any(|name| name.starts_with("cert-manager.io/")),
            version: text(&object["metadata"]["resourceVersion"]).unwrap_or_default(),
            certificate: field("tls.crt"),
            key: field("tls.key"),
            what,
        })
    }

    /// Whether a secret is there.
    ///
    /// # Errors
    /// The cluster cannot be asked.
    pub fn has_secret(&self, namespace: &str, name: &str) -> Result<bool> {
        Ok(self.get(&path(namespace, name))?.map(Wiped).is_some())
    }

    /// Writes certificate and key into a secret, unless somebody changed it meanwhile.
    ///
    /// # Errors
    /// What the cluster said.
    pub fn write_secret(&self, namespace: &str, name: &str, version: &str, material: &Material) -> Result<()> {
        let body = Wiped(json!({ "metadata": { "resourceVersion": version }, "data": data(material)? }));
        self.patch(&path(namespace, name), &body.0).map(|answer| drop(Wiped(answer)))
    }

    /// Keeps a copy of certificate and key under another name, where there is none yet.
    ///
    /// # Errors
    /// What the cluster said.
    pub fn keep_secret(&self, namespace: &str, name: &str, run: &str, material: &Material) -> Result<()> {
        if self.has_secret(namespace, name)? {
            return Ok(());
        }
        let body = Wiped(json!({
            "apiVersion": "v1",
            "kind": "Secret",
            "type": "kubernetes.io/tls",
            "metadata": { "name": name, "labels": { "app.kubernetes.io/managed-by": "gaia" },
                "annotations": { "gaia/run": run } },
            "data": data(material)?,
        }));
        let path = format!("/api/v1/namespaces/{namespace}/secrets");
        self.call(&Method::POST, &path, JSON, Some(&body.0)).map(|answer| drop(answer.map(Wiped)))
    }

    /// Removes a copy, where it is still there.
    ///
    /// # Errors
    /// What the cluster said.
    pub fn drop_secret(&self, namespace: &str, name: &str) -> Result<()> {
        self.call(&Method::DELETE, &path(namespace, name), JSON, None).map(drop)
    }
}
