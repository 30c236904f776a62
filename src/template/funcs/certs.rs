//! Sprig's private keys and certificates.

use super::keys::{self, Pem};
use crate::template::base::decode64;
use crate::template::collection::List;
use crate::template::error::CallError;
use crate::template::function::{CallResult, Param, Return, Table};
use crate::template::types::Type;
use crate::template::val::{Object, Str, Val};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyUsagePurpose, SanType, SerialNumber, date_time_ymd,
};
use std::any::Any;
use std::net::IpAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The length of the RSA keys that come with certificates.
const KEY_BITS: usize = 2048;
/// The last second that a certificate can name: the end of the year 9999.
const LAST_SECOND: i64 = 253_402_300_799;

pub(super) fn register(table: &mut Table) {
    table.add("genPrivateKey", |kind: Str| keys::generate(&kind));
    table.add("buildCustomCert", custom);
    table.add("genCA", |name: Str, days: isize| own_key()?.authority(&name, days));
    table.add("genCAWithKey", |name: Str, days: isize, key: Str| Pem::parse_key(&key)?.authority(&name, days));
    table.add("genSelfSignedCert", |name: Str, ips: List, names: List, days: isize| {
        own_key()?.self_signed(subject(&name, &ips, &names, days)?)
    });
    table.add("genSelfSignedCertWithKey", |name: Str, ips: List, names: List, days: isize, key: Str| {
        Pem::parse_key(&key)?.self_signed(subject(&name, &ips, &names, days)?)
    });
    table.add("genSignedCert", |name: Str, ips: List, names: List, days: isize, ca: Certificate| {
        own_key()?.signed_by(&subject(&name, &ips, &names, days)?, &ca)
    });
    table.add("genSignedCertWithKey", |name: Str, ips: List, names: List, days: isize, ca: Certificate, key: Str| {
        Pem::parse_key(&key)?.signed_by(&subject(&name, &ips, &names, days)?, &ca)
    });
}

/// A certificate and its private key, both in PEM.
#[derive(Clone)]
struct Certificate {
    cert: String,
    key: String,
}

impl Certificate {
    const TYPE: Type = Type::Struct("sprig.certificate");
}

impl Object for Certificate {
    fn type_of(&self) -> Type {
        Self::TYPE
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let text = match name {
            "Cert" => &self.cert,
            "Key" => &self.key,
            _ => return None,
        };
        Some(if arguments.is_empty() { Ok(Val::str(&**text)) } else { Err("a field takes no arguments".into()) })
    }

    fn display(&self) -> String {
        format!("{{{} {}}}", self.cert, self.key)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Param for Certificate {
    const TYPE: Type = Self::TYPE;
    fn take(arguments: &mut std::slice::Iter<'_, Val>) -> Option<Self> {
        arguments.next()?.as_object::<Self>().cloned()
    }
}

impl Return for Certificate {
    fn into_call_result(self) -> CallResult {
        Ok(Val::object(self))
    }
}

fn failed(error: rcgen::Error) -> CallError {
    CallError::new(format!("no certificate could be made: {error}"))
}

fn own_key() -> CallResult<Pem> {
    keys::generate_rsa(KEY_BITS)
}

/// A certificate and key that somebody made elsewhere, checked.
fn custom(cert: Str, key: Str) -> CallResult<Certificate> {
    let decode = |what: &str, base64: &str| {
        let bytes = decode64(base64, false).ok();
        bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| format!("the {what} is no base64"))
    };
    let certificate = Certificate { cert: decode("certificate", &cert)?, key: decode("private key", &key)? };
    let pem = Pem::parse(&certificate.cert).ok_or("the certificate is no PEM")?;
    // rcgen reads a certificate only as an issuer, whatever its key is
    let probe = rcgen::KeyPair::generate().map_err(failed)?;
    Issuer::from_ca_cert_der(&pem.der.into(), probe).map_err(failed)?;
    Pem::parse_key(&certificate.key)?;
    Ok(certificate)
}

/// What a certificate says, but for its key.
fn subject(name: &str, ips: &List, names: &List, days: isize) -> CallResult<CertificateParams> {
    let mut params = CertificateParams::default();
    let texts = |list: &List, what: &str| {
        let text =
            |val: &Val| val.as_str().map(str::to_owned).ok_or_else(|| format!("{what} is a string, not {val:?}"));
        list.items().iter().map(text).collect::<Result<Vec<_>, _>>()
    };
    for ip in texts(ips, "an address")? {
        let address: IpAddr = ip.parse().map_err(|_| format!("`{ip}` is no address"))?;
        params.subject_alt_names.push(SanType::IpAddress(address));
    }
    for name in texts(names, "a DNS name")? {
        params.subject_alt_names.push(SanType::DnsName(name.try_into().map_err(failed)?));
    }
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.serial_number = Some(SerialNumber::from_slice(&rand::random::<[u8; 16]>()));
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::KeyEncipherment, KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let end = i64::try_from(days).ok().and_then(|days| days.checked_mul(86_400)?.checked_add_unsigned(now));
    let end =
        end.and_then(|end| u64::try_from(end.min(LAST_SECOND)).ok()).ok_or("the certificate would end too early")?;
    let epoch = date_time_ymd(1970, 1, 1);
    params.not_before = epoch + Duration::from_secs(now);
    params.not_after = epoch + Duration::from_secs(end);
    Ok(params)
}

impl Pem {
    fn authority(&self, name: &str, days: isize) -> CallResult<Certificate> {
        let nothing = List::of(Vec::new());
        let mut params = subject(name, &nothing, &nothing, days)?;
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages.push(KeyUsagePurpose::KeyCertSign);
        self.self_signed(params)
    }

    fn self_signed(&self, params: CertificateParams) -> CallResult<Certificate> {
        let certificate = params.self_signed(&self.signing_key()?).map_err(failed)?;
        Ok(Certificate { cert: certificate.pem().replace("\r\n", "\n"), key: self.to_text() })
    }

    fn signed_by(&self, params: &CertificateParams, ca: &Certificate) -> CallResult<Certificate> {
        let issuer = Issuer::from_ca_cert_pem(&ca.cert, Pem::parse_key(&ca.key)?.signing_key()?).map_err(failed)?;
        let certificate = params.signed_by(&self.signing_key()?, &issuer).map_err(failed)?;
        Ok(Certificate { cert: certificate.pem().replace("\r\n", "\n"), key: self.to_text() })
    }
}
