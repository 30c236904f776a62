//! Private keys in PEM, as sprig makes and reads them.

use crate::template::base::{decode64, encode64};
use crate::template::error::CallError;
use crate::template::function::CallResult;
use dsa::{Components, KeySize, SigningKey};
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256};
use rsa::RsaPrivateKey;
use rsa::pkcs1::EncodeRsaPrivateKey as _;
use rustls::pki_types::PrivatePkcs8KeyDer;

/// A block of PEM.
pub(super) struct Pem {
    pub(super) label: String,
    pub(super) der: Vec<u8>,
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTETS: u8 = 0x04;
/// The algorithm of RSA keys: its identifier and a null.
const RSA: &[u8] = &[0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
/// The identifier of elliptic curve keys.
const EC: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
/// The identifier of the curve P-256.
const P256: &[u8] = &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
/// What stands before the 32 bytes of an Ed25519 key.
const ED25519: &[u8] = &[0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

impl Pem {
    fn new(label: &str, der: Vec<u8>) -> Self {
        Pem { label: label.to_owned(), der }
    }

    /// The first block of a text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (label, rest) = text.split_once("-----BEGIN ")?.1.split_once("-----")?;
        let body = rest.split_once(&format!("-----END {label}-----"))?.0;
        let base64: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        Some(Pem { label: label.to_owned(), der: decode64(&base64, false).ok()? })
    }

    /// The block as text, in lines of 64.
    pub(super) fn to_text(&self) -> String {
        let base64 = encode64(&self.der);
        let mut out = format!("-----BEGIN {}-----\n", self.label);
        let mut rest = &*base64;
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.len().min(64));
            out.extend([line, "\n"]);
            rest = after;
        }
        out + &format!("-----END {}-----\n", self.label)
    }

    /// Reads a private key of one of the forms that sprig writes.
    pub(super) fn parse_key(text: &str) -> CallResult<Self> {
        let pem = Pem::parse(text).ok_or("there is no private key in PEM")?;
        match &*pem.label {
            "PRIVATE KEY" | "RSA PRIVATE KEY" | "EC PRIVATE KEY" | "DSA PRIVATE KEY" => {
                read(&pem.der, SEQUENCE).ok_or("the private key is damaged")?;
                Ok(pem)
            }
            label => Err(format!("`{label}` is no private key").into()),
        }
    }

    /// The key to sign certificates with.
    pub(super) fn signing_key(&self) -> CallResult<KeyPair> {
        let version: &[u8] = &[INTEGER, 1, 0];
        let pkcs8 = match &*self.label {
            "RSA PRIVATE KEY" => der(SEQUENCE, &[version, RSA, &der(OCTETS, &[&self.der])]),
            "EC PRIVATE KEY" => {
                let curve = curve_of(&self.der).ok_or("the private key names no curve")?;
                let algorithm = der(SEQUENCE, &[EC, curve]);
                der(SEQUENCE, &[version, &algorithm, &der(OCTETS, &[&self.der])])
            }
            "PRIVATE KEY" => self.der.clone(),
            label => return Err(format!("a `{label}` cannot sign certificates").into()),
        };
        KeyPair::try_from(&PrivatePkcs8KeyDer::from(pkcs8))
            .map_err(|e| CallError::new(format!("the private key cannot be used: {e}")))
    }
}

/// Makes a private key of a kind; sprig answers an unknown kind with a text.
pub(super) fn generate(kind: &str) -> CallResult<String> {
    let pem = match kind {
        "" | "rsa" => generate_rsa(4096)?,
        "ecdsa" => generate_ec()?,
        "ed25519" => Pem::new("PRIVATE KEY", [ED25519, &rand::random::<[u8; 32]>()].concat()),
        "dsa" => generate_dsa()?,
        kind => return Ok(format!("Unknown type {kind}")),
    };
    Ok(pem.to_text())
}

pub(super) fn generate_rsa(bits: usize) -> CallResult<Pem> {
    let failed = |e: &dyn std::fmt::Display| CallError::new(format!("no RSA key could be made: {e}"));
    let key = RsaPrivateKey::new(&mut rand::rng(), bits).map_err(|e| failed(&e))?;
    let der = key.to_pkcs1_der().map_err(|e| failed(&e))?;
    Ok(Pem::new("RSA PRIVATE KEY", der.as_bytes().to_vec()))
}

/// A key on the curve P-256: what rcgen writes as PKCS#8, in the older form that Go writes.
fn generate_ec() -> CallResult<Pem> {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(|e| CallError::new(e.to_string()))?;
    let pkcs8 = key.serialize_der();
    let secret = secret_of(&pkcs8).ok_or("the new key is damaged")?;
    let point = [&[0][..], key.public_key_raw()].concat();
    let parts: [&[u8]; 4] =
        [&[INTEGER, 1, 1], &der(OCTETS, &[secret]), &der(0xa0, &[P256]), &der(0xa1, &[&der(BIT_STRING, &[&point])])];
    Ok(Pem::new("EC PRIVATE KEY", der(SEQUENCE, &parts)))
}

fn generate_dsa() -> CallResult<Pem> {
    let failed = |_| CallError::new("no DSA key could be made");
    let mut rng = rand::rng();
    let components =
        Components::try_generate_from_rng_with_key_size(&mut rng, KeySize::DSA_2048_256).map_err(failed)?;
    let key = SigningKey::try_generate_from_rng_with_components(&mut rng, components).map_err(failed)?;
    let public = key.verifying_key();
    let components = public.components();
    let numbers = [
        components.p().to_be_bytes(),
        components.q().to_be_bytes(),
        components.g().to_be_bytes(),
        public.y().to_be_bytes(),
        key.x().to_be_bytes(),
    ];
    let parts: Vec<_> = std::iter::once(vec![INTEGER, 1, 0]).chain(numbers.iter().map(|n| integer(n))).collect();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Ok(Pem::new("DSA PRIVATE KEY", der(SEQUENCE, &parts)))
}

/// An element of DER.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = content.len().to_be_bytes();
    let significant = &length[length.iter().take_while(|b| **b == 0).count().min(length.len() - 1)..];
    let mut out = vec![tag];
    if content.len() >= 128 {
        out.push(0x80 | u8::try_from(significant.len()).unwrap_or(8));
    }
    out.extend_from_slice(significant);
    out.extend(content);
    out
}

/// A number that is not negative.
fn integer(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.iter().take_while(|b| **b == 0).count().min(bytes.len().saturating_sub(1));
    let significant = &bytes[start..];
    let sign: &[u8] = if significant.first().is_some_and(|b| *b >= 0x80) { &[0] } else { &[] };
    der(INTEGER, &[sign, significant])
}

/// The content of an element, and what follows it.
fn read(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (found, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match *length {
        short @ 0..0x80 => (usize::from(short), rest),
        long => {
            let (digits, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            (digits.iter().try_fold(0usize, |n, b| n.checked_mul(256)?.checked_add(usize::from(*b)))?, rest)
        }
    };
    (*found == tag).then(|| rest.split_at_checked(length))?
}

/// The number that an EC key in PKCS#8 keeps secret.
fn secret_of(pkcs8: &[u8]) -> Option<&[u8]> {
    let inner = read(pkcs8, SEQUENCE)?.0;
    let after_version = read(inner, INTEGER)?.1;
    let key = read(read(after_version, SEQUENCE)?.1, OCTETS)?.0;
    let key = read(read(key, SEQUENCE)?.0, INTEGER)?.1;
    Some(read(key, OCTETS)?.0)
}

/// The identifier of the curve that an EC key in its older form names.
fn curve_of(sec1: &[u8]) -> Option<&[u8]> {
    let inner = read(sec1, SEQUENCE)?.0;
    let after_secret = read(read(inner, INTEGER)?.1, OCTETS)?.1;
    Some(read(after_secret, 0xa0)?.0)
}
