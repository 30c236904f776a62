//! Private keys.

use super::{Certificate, Secret, pem};
use crate::code::CERT_KEY;
use crate::error::{Error, Kind, Result};
use pkcs8::der::{Decode, Encode};
use pkcs8::spki::{AlgorithmIdentifierRef, ObjectIdentifier};
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef, der::asn1::OctetStringRef};
use rustls::SignatureScheme;
use rustls::crypto::ring::sign::any_supported_type;
use rustls::pki_types::PrivateKeyDer;
use rustls::sign::SigningKey;
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What is signed to see whether a signature is verified.
const PROBE: &[u8] = b"gaia";

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const CURVES: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"),
    ObjectIdentifier::new_unwrap("1.3.132.0.34"),
    ObjectIdentifier::new_unwrap("1.3.132.0.35"),
];

/// A private key. It is never shown, and overwritten when it is dropped.
#[derive(Clone)]
pub struct PrivateKey {
    pkcs8: Secret,
    signer: Option<Arc<dyn SigningKey>>,
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// Whether a block of PEM holds a private key.
pub(super) fn is_key(label: &str) -> bool {
    label.ends_with("PRIVATE KEY")
}

impl PrivateKey {
    /// A key in DER as PKCS#8.
    ///
    /// # Errors
    /// It is none.
    pub fn from_pkcs8(der: Secret) -> Result<Self> {
        PrivateKeyInfoRef::from_der(der.bytes()).map_err(|_| unreadable("it is no PKCS#8"))?;
        let signer = signer(der.bytes());
        Ok(PrivateKey { pkcs8: der, signer })
    }

    /// A key in any of the forms of DER: PKCS#8, that of RSA, that of elliptic curves.
    ///
    /// # Errors
    /// It is none of them.
    pub fn from_der(der: &Secret) -> Result<Self> {
        if let Ok(key) = Self::from_pkcs8(der.clone()) {
            return Ok(key);
        }
        Self::from_ec(der).or_else(|| Self::from_rsa(der)).ok_or_else(|| unreadable("it is of no known form"))
    }

    /// The curve is told by the key itself in a field that may be missing: the one that fits is taken.
    fn from_ec(der: &Secret) -> Option<Self> {
        let fits = |curve: &ObjectIdentifier| {
            let key = Self::wrapped(der, EC, Some(curve.into()))?;
            key.signer.is_some().then_some(key)
        };
        CURVES.iter().find_map(fits)
    }

    fn from_rsa(der: &Secret) -> Option<Self> {
        rsa::pkcs1::RsaPrivateKeyRef::try_from(der.bytes()).ok()?;
        Self::wrapped(der, RSA, Some(pkcs8::der::asn1::AnyRef::NULL))
    }

    fn wrapped(der: &Secret, oid: ObjectIdentifier, parameters: Option<pkcs8::der::asn1::AnyRef<'_>>) -> Option<Self> {
        let algorithm = AlgorithmIdentifierRef { oid, parameters };
        let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(der.bytes()).ok()?);
        Self::from_pkcs8(Secret::new(info.to_der().ok()?)).ok()
    }

    /// A key behind a passphrase (PKCS#8).
    ///
    /// # Errors
    /// The passphrase is missing or wrong.
    pub fn decrypt(der: &Secret, passphrase: Option<&Secret>) -> Result<Self> {
        let Some(passphrase) = passphrase else {
            return Err(unreadable("it is encrypted")
                .kind(Kind::InputNeeded)
                .hint("give its passphrase: `--passphrase-file FILE`"));
        };
        let info =
            EncryptedPrivateKeyInfoRef::from_der(der.bytes()).map_err(|_| unreadable("it is no encrypted PKCS#8"))?;
        let plain = info
            .decrypt(passphrase.bytes())
            .map_err(|_| unreadable("the passphrase is wrong, or the encryption is not known"))?;
        Self::from_pkcs8(Secret::new(plain.as_bytes().to_vec()))
    }

    /// The key of a block of PEM.
    pub(super) fn from_block(block: &pem::Block, passphrase: Option<&Secret>) -> Result<Self> {
        if block.has_headers {
            return Err(unreadable("it is encrypted as OpenSSL did of old")
                .hint("`openssl pkcs8 -topk8 -in KEY -out NEW` makes it PKCS#8"));
        }
        match block.label.as_str() {
            "ENCRYPTED PRIVATE KEY" => Self::decrypt(&block.der, passphrase),
            _ => Self::from_der(&block.der),
        }
    }

    /// Whether it is the key of this certificate: their public keys are equal, and the one verifies what the other
    /// signs.
    ///
    /// # Errors
    /// It is not, or that cannot be found out.
    pub fn fits(&self, certificate: &Certificate) -> Result<()> {
        let no = |why: &str| Error::new(why).code(&CERT_KEY);
        let Some(signer) = &self.signer else {
            return Err(no("the key is of a kind that cannot be checked (RSA below 2048 bits, or an uncommon curve)"));
        };
        if signer.public_key().is_none_or(|spki| spki.as_ref() != certificate.spki()) {
            return Err(no("the private key is not that of the certificate"));
        }
        let schemes = [
            SignatureScheme::ECDSA_NISTP256_SHA256,
            SignatureScheme::ECDSA_NISTP384_SHA384,
            SignatureScheme::ED25519,
            SignatureScheme::RSA_PKCS1_SHA256,
        ];
        let probe = signer.choose_scheme(&schemes).and_then(|s| Some((s.scheme(), s.sign(PROBE).ok()?)));
        let Some((scheme, signature)) = probe else { return Err(no("the private key signs nothing")) };
        if certificate.verifies(scheme, PROBE, &signature) {
            Ok(())
        } else {
            Err(no("the certificate does not verify what the private key signs"))
        }
    }

    /// The key in DER as PKCS#8.
    pub fn pkcs8(&self) -> &Secret {
        &self.pkcs8
    }

    /// The key in PEM as PKCS#8.
    pub fn to_pem(&self) -> Zeroizing<String> {
        pem::write("PRIVATE KEY", self.pkcs8.bytes())
    }

    /// The public key in DER, where the kind of key is known.
    pub fn spki(&self) -> Option<Vec<u8>> {
        Some(self.signer.as_ref()?.public_key()?.as_ref().to_vec())
    }
}

fn signer(pkcs8: &[u8]) -> Option<Arc<dyn SigningKey>> {
    any_supported_type(&PrivateKeyDer::Pkcs8(pkcs8.into())).ok()
}

fn unreadable(why: &str) -> Error {
    Error::new(format!("the private key cannot be read: {why}")).code(&CERT_KEY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_shown() {
        let pair = rcgen::KeyPair::generate().unwrap();
        let key = PrivateKey::from_pkcs8(Secret::new(pair.serialize_der())).unwrap();
        assert_eq!(format!("{key:?} {:?}", key.pkcs8()), "PrivateKey(…) Secret(…)");
    }

    #[test]
    fn a_key_in_no_known_form_is_refused() {
        let error = PrivateKey::from_der(&Secret::new(b"nothing".to_vec())).unwrap_err();
        assert_eq!(error.message(), "the private key cannot be read: it is of no known form");
    }
}
