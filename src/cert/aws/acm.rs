//! Certificates of ACM.

use crate::cert::{Certificate, Field, Found, Material, PrivateKey, Secret};
use crate::error::{Error, Result};
use crate::external::aws::failed;
use crate::external::runtime;
use aws_config::SdkConfig;
use aws_sdk_acm::Client;
use aws_sdk_acm::primitives::Blob;
use aws_sdk_acm::types::{CertificateStatus, CertificateType, Filters, KeyAlgorithm, RenewalEligibility};
use rand::RngExt;

/// ACM in one region.
#[derive(Debug)]
pub struct Acm {
    client: Client,
}

/// A certificate as ACM holds it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its ARN.
    pub arn: String,
    /// Whether it was imported: only such a one can be imported again.
    pub is_imported: bool,
    /// Whether ACM can hand out its key.
    pub is_exportable: bool,
    /// Whether it is in use or may be.
    pub is_issued: bool,
    /// Its status in ACM's word.
    pub status: String,
    /// Whether ACM renews it by itself.
    pub renews: bool,
    /// The ARNs of what uses it.
    pub in_use_by: Vec<String>,
    /// The certificate itself.
    pub leaf: Certificate,
    /// What stands above it.
    pub chain: Vec<Certificate>,
}

impl Imported {
    /// The certificate with its chain.
    pub fn found(&self) -> Found {
        let certificates = std::iter::once(&self.leaf).chain(&self.chain).cloned().collect();
        Found { certificates, ..Found::default() }
    }
}

impl Acm {
    pub(super) fn new(session: &SdkConfig) -> Self {
        Acm { client: Client::new(session) }
    }

    /// Reads a certificate.
    ///
    /// # Errors
    /// What AWS said.
    pub fn read(&self, arn: &str) -> Result<Imported> {
        let describe = self.client.describe_certificate().certificate_arn(arn);
        let get = self.client.get_certificate().certificate_arn(arn);
        let (detail, got) = runtime::block_on(async {
            let what = || format!("cannot read the certificate `{arn}`");
            let detail = describe.send().await.map_err(|e| failed(what(), e))?;
            let got = get.send().await.map_err(|e| failed(what(), e))?;
            Ok((detail.certificate, got))
        })?;
        let detail = detail.ok_or_else(|| Error::new(format!("ACM tells nothing about `{arn}`")))?;
        let what = format!("`{arn}`");
        let read = |text: Option<String>| -> Result<Vec<Certificate>> {
            let text = text.unwrap_or_default();
            if text.trim().is_empty() {
                return Ok(Vec::new());
            }
            Ok(Found::read(text.as_bytes(), &what, Field::Certificates, None)?.certificates)
        };
        let mut body = read(got.certificate)?;
        if body.is_empty() {
            return Err(Error::new(format!("ACM holds no certificate under `{arn}` yet")));
        }
        let leaf = body.remove(0);
        // the chain may come with either field
        let chain = body.into_iter().chain(read(got.certificate_chain)?).collect();
        let is_amazon = detail.r#type == Some(CertificateType::AmazonIssued);
        let exportable =
            detail.options.as_ref().and_then(|o| o.export.as_ref()).is_some_and(|e| e.as_str() == "ENABLED");
        Ok(Imported {
            arn: arn.to_owned(),
            is_imported: detail.r#type == Some(CertificateType::Imported),
            is_exportable: exportable || detail.r#type == Some(CertificateType::Private),
            is_issued: detail.status == Some(CertificateStatus::Issued),
            status: detail.status.map(|s| s.as_str().to_owned()).unwrap_or_default(),
            renews: is_amazon && detail.renewal_eligibility == Some(RenewalEligibility::Eligible),
            in_use_by: detail.in_use_by.unwrap_or_default(),
            leaf,
            chain,
        })
    }

    /// Puts a certificate in the place of another, under the same ARN.
    ///
    /// # Errors
    /// What AWS said.
    pub fn import(&self, arn: &str, material: &Material) -> Result<()> {
        let key = material.need_key()?.to_pem();
        let chain = material.chain_pem();
        let request = self
            .client
            .import_certificate()
            .certificate_arn(arn)
            .certificate(Blob::new(material.leaf.to_pem()))
            .private_key(Blob::new(key.as_bytes()))
            .set_certificate_chain((!chain.is_empty()).then(|| Blob::new(chain)));
        runtime::block_on(async {
            request.send().await.map(drop).map_err(|e| failed(format_args!("cannot import onto `{arn}`"), e))
        })
    }

    /// A certificate with its key, where it may be exported. The passphrase that AWS asks for is made for the call.
    ///
    /// # Errors
    /// What AWS said.
    pub fn export(&self, arn: &str) -> Result<Found> {
        let mut random = [0; 24];
        rand::rng().fill(&mut random);
        let passphrase: Vec<u8> = random.iter().map(|byte: &u8| b'a' + byte % 26).collect();
        let passphrase = Secret::new(passphrase);
        let request = self.client.export_certificate().certificate_arn(arn).passphrase(Blob::new(passphrase.bytes()));
        let answer = runtime::block_on(async {
            request.send().await.map_err(|e| failed(format_args!("cannot export `{arn}`"), e))
        })?;
        let what = format!("`{arn}`");
        let mut found = Found::default();
        for text in [answer.certificate, answer.certificate_chain].into_iter().flatten() {
            found.add(Found::read(text.as_bytes(), &what, Field::Certificates, None)?);
        }
        let key = Secret::new(answer.private_key.unwrap_or_default().into_bytes());
        let keys: Vec<PrivateKey> = Found::read(key.bytes(), &what, Field::Key, Some(&passphrase))?.keys;
        found.keys.extend(keys);
        Ok(found)
    }

    /// The ARNs of all certificates.
    ///
    /// # Errors
    /// What AWS said.
    pub fn list(&self) -> Result<Vec<String>> {
        // without being told so, ACM lists those with keys of RSA 2048 alone
        let every_key =
            Filters::builder().set_key_types(Some(KeyAlgorithm::values().iter().map(|k| (*k).into()).collect()));
        let mut pages = self.client.list_certificates().includes(every_key.build()).into_paginator().send();
        runtime::block_on(async {
            let mut arns = Vec::new();
            while let Some(page) = pages.next().await {
                let page = page.map_err(|e| failed("cannot list the certificates of ACM", e))?;
                let summaries = page.certificate_summary_list.unwrap_or_default();
                arns.extend(summaries.into_iter().filter_map(|summary| summary.certificate_arn));
            }
            Ok(arns)
        })
    }
}
