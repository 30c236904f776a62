//! New keys, requests for certificates, and a private authority that issues.

use super::{Certificate, PrivateKey, Secret, pem};
use crate::error::{Error, Result};
use jiff::{SignedDuration, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, CertificateSigningRequestParams, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384,
    PKCS_ED25519, SerialNumber, date_time_ymd,
};
use rsa::RsaPrivateKey;
use rsa::pkcs8::EncodePrivateKey;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use std::time::Duration;

/// The kind of a new key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NewKey {
    /// The curve P-256.
    Ec256,
    /// The curve P-384.
    Ec384,
    /// RSA with so many bits.
    Rsa(usize),
    /// Ed25519.
    Ed25519,
}

/// How long a certificate lasts, and how much earlier it begins, for clocks that are slow.
const SKEW: SignedDuration = SignedDuration::from_mins(10);

/// Whom a certificate is for.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// The names that it covers; the first is its common name.
    pub names: Vec<String>,
    /// The organization, where it names one.
    pub organization: Option<String>,
}

fn failed(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(format!("cannot {what}: {error}"))
}

/// Makes a key.
///
/// # Errors
/// The system gives no randomness.
pub fn new_key(kind: NewKey) -> Result<PrivateKey> {
    let algorithm = match kind {
        NewKey::Ec256 => &PKCS_ECDSA_P256_SHA256,
        NewKey::Ec384 => &PKCS_ECDSA_P384_SHA384,
        NewKey::Ed25519 => &PKCS_ED25519,
        NewKey::Rsa(bits) => {
            let key = RsaPrivateKey::new(&mut rand::rng(), bits).map_err(|e| failed("make a key", &e))?;
            let der = key.to_pkcs8_der().map_err(|e| failed("make a key", &e))?;
            return PrivateKey::from_pkcs8(Secret::new(der.as_bytes().to_vec()));
        }
    };
    let pair = KeyPair::generate_for(algorithm).map_err(|e| failed("make a key", &e))?;
    PrivateKey::from_pkcs8(Secret::new(pair.serialize_der()))
}

/// The key, for what signs.
fn pair(key: &PrivateKey) -> Result<KeyPair> {
    KeyPair::try_from(&PrivatePkcs8KeyDer::from(key.pkcs8().bytes())).map_err(|e| failed("use the private key", &e))
}

impl Subject {
    fn params(&self) -> Result<CertificateParams> {
        let Some(first) = self.names.first() else { return Err(Error::usage("no name is given")) };
        let mut params =
            CertificateParams::new(self.names.clone()).map_err(|e| failed("name these in a certificate", &e))?;
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, first.as_str());
        if let Some(organization) = &self.organization {
            params.distinguished_name.push(DnType::OrganizationName, organization.as_str());
        }
        Ok(params)
    }

    /// A request for an authority, in DER.
    ///
    /// # Errors
    /// A name cannot stand in a certificate.
    pub fn request_der(&self, key: &PrivateKey) -> Result<Vec<u8>> {
        let request = self.params()?.serialize_request(&pair(key)?).map_err(|e| failed("make the request", &e))?;
        Ok(request.der().to_vec())
    }

    /// A request for an authority, in PEM.
    ///
    /// # Errors
    /// A name cannot stand in a certificate.
    pub fn request(&self, key: &PrivateKey) -> Result<String> {
        Ok(pem::write("CERTIFICATE REQUEST", &self.request_der(key)?).to_string())
    }
}

fn dated(params: &mut CertificateParams, days: u32) -> Result<()> {
    let epoch = date_time_ymd(1970, 1, 1);
    let at = |time: Timestamp| {
        let seconds = u64::try_from(time.as_second()).map_err(|e| failed("name that time", &e))?;
        Ok::<_, Error>(epoch + Duration::from_secs(seconds))
    };
    let now = Timestamp::now();
    let end = now.checked_add(SignedDuration::from_hours(24 * i64::from(days)));
    params.not_before = at(now - SKEW)?;
    params.not_after = at(end.map_err(|e| failed("name that time", &e))?)?;
    params.serial_number = Some(SerialNumber::from_slice(&rand::random::<[u8; 16]>()));
    Ok(())
}

/// Makes an authority that signed itself and may sign certificates, and no other authorities.
///
/// # Errors
/// The key cannot sign.
pub fn new_authority(name: &str, key: &PrivateKey, days: u32) -> Result<Certificate> {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    dated(&mut params, days)?;
    let made = params.self_signed(&pair(key)?).map_err(|e| failed("make the authority", &e))?;
    Certificate::from_der(made.der())
}

/// An authority with its key.
#[derive(Debug)]
pub struct Issuing<'a> {
    /// Its certificate.
    pub certificate: &'a Certificate,
    /// Its key.
    pub key: &'a PrivateKey,
}

impl Issuing<'_> {
    fn issuer(&self) -> Result<Issuer<'static, KeyPair>> {
        self.key.fits(self.certificate)?;
        if self.certificate.authority.is_none_or(|authority| !authority.may_sign) {
            return Err(Error::new(format!("`{}` may not sign certificates", self.certificate.subject)));
        }
        Issuer::from_ca_cert_der(&CertificateDer::from(self.certificate.der()), pair(self.key)?)
            .map_err(|e| failed("use the authority", &e))
    }

    /// Issues a certificate for a server.
    ///
    /// # Errors
    /// The authority may not sign, or its key is not its own; it would end before the certificate.
    pub fn issue(&self, subject: &Subject, key: &PrivateKey, days: u32) -> Result<Certificate> {
        let mut params = subject.params()?;
        self.settle(&mut params, days)?;
        let made = params.signed_by(&pair(key)?, &self.issuer()?).map_err(|e| failed("issue the certificate", &e))?;
        Certificate::from_der(made.der())
    }

    /// Issues what a request asks for; the names are the request's, all else is decided here.
    ///
    /// # Errors
    /// As [`Issuing::issue`]; the request is none, or did not sign itself.
    pub fn grant(&self, request: &str, days: u32) -> Result<Certificate> {
        let mut request =
            CertificateSigningRequestParams::from_pem(request).map_err(|e| failed("read the request", &e))?;
        self.settle(&mut request.params, days)?;
        let made = request.signed_by(&self.issuer()?).map_err(|e| failed("issue the certificate", &e))?;
        Certificate::from_der(made.der())
    }

    fn settle(&self, params: &mut CertificateParams, days: u32) -> Result<()> {
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        dated(params, days)?;
        let left = self.certificate.days_left(Timestamp::now());
        if i64::from(days) > left {
            return Err(Error::new(format!("the authority ends in {left} days, before the certificate would"))
                .hint(format!("`--days {left}`, or a new authority")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_issues_for_names_and_for_requests() {
        let key = new_key(NewKey::Ec256).unwrap();
        let certificate = new_authority("Test", &key, 100).unwrap();
        let issuing = Issuing { certificate: &certificate, key: &key };
        let subject = Subject { names: vec!["a.example.org".into(), "10.0.0.1".into()], organization: None };
        for kind in [NewKey::Ec384, NewKey::Ed25519] {
            let own = new_key(kind).unwrap();
            let issued = issuing.issue(&subject, &own, 30).unwrap();
            own.fits(&issued).unwrap();
            let granted = issuing.grant(&subject.request(&own).unwrap(), 30).unwrap();
            own.fits(&granted).unwrap();
            assert!(certificate.signed(&issued) && certificate.signed(&granted));
            assert_eq!((&issued.names, &granted.names), (&subject.names, &subject.names));
        }
        let refused = issuing.issue(&subject, &key, 101).unwrap_err();
        // 100 within the second in which the authority was made
        let is_told = ["ends in 99 days", "ends in 100 days"].iter().any(|end| refused.message().contains(end));
        assert!(is_told, "{refused}");
        let other = new_key(NewKey::Ec256).unwrap();
        assert!(Issuing { certificate: &certificate, key: &other }.issue(&subject, &key, 1).is_err());
    }
}
