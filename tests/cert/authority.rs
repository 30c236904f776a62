//! Authorities and the certificates that they issue.

#![allow(dead_code, reason = "each test target uses a part")]

use jiff::{SignedDuration, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CertifiedIssuer, CustomExtension, DnType,
    ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyIdMethod, KeyPair, KeyUsagePurpose, NameConstraints,
    PKCS_ECDSA_P256_SHA256, RevokedCertParams, SignatureAlgorithm,
};

/// What a test says about a certificate; the rest is as it should be.
pub(crate) struct Wish {
    pub(crate) names: Vec<&'static str>,
    pub(crate) from_days: i64,
    pub(crate) to_days: i64,
    pub(crate) algorithm: &'static SignatureAlgorithm,
    pub(crate) purpose: Option<ExtendedKeyUsagePurpose>,
}

impl Default for Wish {
    fn default() -> Self {
        Wish {
            names: vec!["www.example.org"],
            from_days: -1,
            to_days: 90,
            algorithm: &PKCS_ECDSA_P256_SHA256,
            purpose: Some(ExtendedKeyUsagePurpose::ServerAuth),
        }
    }
}

/// A certificate in PEM, with its key.
pub(crate) struct Made {
    pub(crate) cert: String,
    pub(crate) key: String,
    pub(crate) der: Vec<u8>,
    pub(crate) key_der: Vec<u8>,
}

/// A root, and an authority below it that issues.
pub(crate) struct Authority {
    pub(crate) root: String,
    pub(crate) intermediate: String,
    issuer: CertifiedIssuer<'static, KeyPair>,
}

fn dated(params: &mut CertificateParams, from_days: i64, to_days: i64) {
    let day = |days: i64| {
        let time = Timestamp::now() + SignedDuration::from_hours(24 * days);
        rcgen::date_time_ymd(1970, 1, 1) + std::time::Duration::from_secs(u64::try_from(time.as_second()).unwrap())
    };
    params.not_before = day(from_days);
    params.not_after = day(to_days);
}

fn authority(name: &str, days: i64) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = true;
    dated(&mut params, -10, days);
    params
}

impl Authority {
    pub(crate) fn new() -> Self {
        Self::lasting(1000)
    }

    /// An authority whose intermediate ends after so many days.
    pub(crate) fn lasting(days: i64) -> Self {
        Self::with(authority("Test Intermediate", days))
    }

    /// An authority whose intermediate may sign no certificates.
    pub(crate) fn powerless() -> Self {
        let mut params = authority("Test Intermediate", 1000);
        params.key_usages = vec![KeyUsagePurpose::CrlSign];
        Self::with(params)
    }

    /// What signs certificates without being an authority.
    pub(crate) fn none() -> Self {
        let mut params = authority("Test Intermediate", 1000);
        params.is_ca = IsCa::ExplicitNoCa;
        Self::with(params)
    }

    /// An authority below which no other may stand.
    pub(crate) fn short() -> Self {
        let mut params = authority("Test Intermediate", 1000);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        Self::with(params)
    }

    /// Another authority below this one.
    pub(crate) fn below(above: Self) -> Self {
        let params = authority("Test Lower", 1000);
        let issuer = CertifiedIssuer::signed_by(params, KeyPair::generate().unwrap(), &above.issuer).unwrap();
        Authority { root: above.root, intermediate: format!("{}{}", issuer.pem(), above.intermediate), issuer }
    }

    /// An authority for the names below one.
    pub(crate) fn for_names(name: &str) -> Self {
        let mut params = authority("Test Intermediate", 1000);
        let permitted_subtrees = vec![GeneralSubtree::DnsName(name.to_owned())];
        params.name_constraints = Some(NameConstraints { permitted_subtrees, excluded_subtrees: Vec::new() });
        Self::with(params)
    }

    /// The list of what it revoked, with one certificate.
    pub(crate) fn revoke(&self, serial: u64) -> Vec<u8> {
        let now = rcgen::date_time_ymd(2026, 1, 1);
        let params = CertificateRevocationListParams {
            this_update: now,
            next_update: rcgen::date_time_ymd(2100, 1, 1),
            crl_number: 1.into(),
            issuing_distribution_point: None,
            revoked_certs: vec![RevokedCertParams {
                serial_number: serial.into(),
                revocation_time: now,
                reason_code: None,
                invalidity_date: None,
            }],
            key_identifier_method: KeyIdMethod::Sha256,
        };
        params.signed_by(&self.issuer).unwrap().der().to_vec()
    }

    fn with(params: CertificateParams) -> Self {
        let root = CertifiedIssuer::self_signed(authority("Test Root", 3000), KeyPair::generate().unwrap()).unwrap();
        let issuer = CertifiedIssuer::signed_by(params, KeyPair::generate().unwrap(), &root).unwrap();
        Authority { root: root.pem(), intermediate: issuer.pem(), issuer }
    }

    pub(crate) fn issue(&self, wish: &Wish) -> Made {
        self.issue_with(wish, |_| {})
    }

    /// A certificate as it should be, but for what is changed.
    pub(crate) fn issue_with(&self, wish: &Wish, change: impl FnOnce(&mut CertificateParams)) -> Made {
        let pair = KeyPair::generate_for(wish.algorithm).unwrap();
        self.issue_for(&pair, wish, change)
    }

    /// A certificate for a key that is there already.
    pub(crate) fn issue_for(&self, pair: &KeyPair, wish: &Wish, change: impl FnOnce(&mut CertificateParams)) -> Made {
        let names: Vec<String> = wish.names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, *wish.names.first().unwrap_or(&"nobody"));
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = wish.purpose.iter().cloned().collect();
        params.use_authority_key_identifier_extension = true;
        dated(&mut params, wish.from_days, wish.to_days);
        change(&mut params);
        let cert = params.signed_by(pair, &self.issuer).unwrap();
        Made { cert: cert.pem(), key: pair.serialize_pem(), der: cert.der().to_vec(), key_der: pair.serialize_der() }
    }
}

/// An extension that says nothing.
pub(crate) fn extension(oid: &[u64]) -> CustomExtension {
    CustomExtension::from_oid_content(oid, vec![5, 0])
}
