//! What a secret holds: a JSON object with a certificate, its key, and whatever else its readers want.

use crate::cert::{Field, Found, Material, Secret};
use crate::code::CERT_SECRET;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroize;

/// The names of the fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// The certificate, with the chain above it.
    #[serde(default = "cert")]
    pub cert: String,
    /// The key.
    #[serde(default = "key")]
    pub key: String,
    /// The chain alone, for readers that want it apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
}

fn cert() -> String {
    "tls.crt".into()
}

fn key() -> String {
    "tls.key".into()
}

impl Default for Keys {
    fn default() -> Self {
        Keys { cert: cert(), key: key(), chain: None }
    }
}

/// Names of fields in use elsewhere.
const OTHER_NAMES: [(&str, &str); 4] =
    [("certificate", "private_key"), ("certificate", "privateKey"), ("cert", "key"), ("crt", "key")];

/// The largest secret of Secrets Manager.
pub(crate) const LARGEST: usize = 65_536;

/// The object. Its texts are overwritten when it is dropped.
#[derive(Clone)]
pub struct Body(Map<String, Value>);

impl Drop for Body {
    fn drop(&mut self) {
        for (_, value) in &mut self.0 {
            if let Value::String(text) = value {
                text.zeroize();
            }
        }
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Body {
    /// Reads the text of a secret.
    ///
    /// # Errors
    /// It is no JSON object.
    pub fn parse(text: &Secret) -> Result<Body> {
        let object = serde_json::from_slice::<Map<String, Value>>(text.bytes());
        // serde's error may quote what it read
        object.map(Body).map_err(|_| Error::new("it holds no JSON object").code(&CERT_SECRET))
    }

    /// The names of the fields that hold certificate and key: the wanted ones, unless others are there already.
    pub fn keys(&self, wanted: Option<&Keys>) -> Keys {
        if let Some(wanted) = wanted {
            return wanted.clone();
        }
        let plain = Keys::default();
        if self.0.contains_key(&plain.cert) {
            return plain;
        }
        let there = OTHER_NAMES.iter().find(|(cert, key)| self.0.contains_key(*cert) && self.0.contains_key(*key));
        let Some((cert, key)) = there else { return plain };
        let chain = ["chain", "certificate_chain", "ca_bundle"].into_iter().find(|name| self.0.contains_key(*name));
        Keys { cert: (*cert).into(), key: (*key).into(), chain: chain.map(Into::into) }
    }

    /// The certificates and the key that it holds.
    ///
    /// # Errors
    /// A field is missing, or holds something else.
    pub fn found(&self, keys: &Keys, what: &str) -> Result<Found> {
        let field = |name: &str| {
            let text = self.0.get(name).and_then(Value::as_str);
            text.ok_or_else(|| Error::new(format!("{what} has no field `{name}`")).code(&CERT_SECRET))
        };
        let read = |name: &str, kind: Field| {
            Found::read(field(name)?.as_bytes(), &format!("the field `{name}` of {what}"), kind, None)
        };
        let mut found = read(&keys.cert, Field::Certificates)?;
        if let Some(chain) = keys.chain.as_deref().filter(|name| self.0.contains_key(*name)) {
            let more = read(chain, Field::Certificates)?;
            // it commonly repeats what the certificate's own field holds
            let more = more.certificates.into_iter().filter(|c| !found.certificates.contains(c));
            let more: Vec<_> = more.collect();
            found.certificates.extend(more);
        }
        found.add(read(&keys.key, Field::Key)?);
        Ok(found)
    }

    /// The object with a certificate in place of the one that it held; fields of others stay as they are.
    ///
    /// # Errors
    /// The key is missing.
    pub fn with(&self, keys: &Keys, material: &Material, now: jiff::Timestamp) -> Result<Body> {
        let mut body = self.clone();
        let mut set = |name: &str, text: String| {
            if let Some(Value::String(mut old)) = body.0.insert(name.to_owned(), Value::String(text)) {
                old.zeroize();
            }
        };
        set(&keys.cert, material.full_chain());
        set(&keys.key, material.need_key()?.to_pem().to_string());
        if let Some(chain) = &keys.chain {
            set(chain, material.chain_pem());
        }
        if let Some(domain) = material.leaf.names.first() {
            set("domain", domain.clone());
        }
        set("expiry", material.leaf.not_after.to_string());
        set("updated_at", format!("{now:.0}"));
        Ok(body)
    }

    /// The text of the secret.
    pub fn text(&self) -> Secret {
        // a map of strings is always written
        Secret::new(serde_json::to_vec(&self.0).unwrap_or_default())
    }

    /// The end of the certificate, as a field of the secret tells it.
    pub fn told_end(&self) -> Option<&str> {
        ["expiry", "expiration", "not_after", "notAfter"].iter().find_map(|name| self.0.get(*name)?.as_str())
    }
}
