//! `gaia cert check`: everything that would stand in the way of a rotation, for something that exists.

use super::reach::{Files, Reach, Trust, passphrase};
use super::show;
use crate::cert::check::{Thresholds, Wanted};
use crate::cert::{Endpoint, Finding, Material, Place, PlaceRecord, check, worst};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use crate::code::{CERT_ACM, CERT_ENDPOINT, CERT_KUBERNETES, CERT_PEM, CERT_SECRET, Code, Severity};
use clap::Args;
use jiff::Timestamp;
use std::path::Path;

/// Check certificates: key, chain, trust, dates, names, strength
///
/// Ends with 10 for warnings, with 11 for what is critical.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert check --cert tls.crt --key tls.key --chain chain.pem --domain www.example.org
  gaia cert check www.example.org:443 --warn 30 --critical 14
  gaia cert check internal.example.org:8443 --ca root.pem")]
pub(super) struct Check {
    /// Where: a file, a directory, HOST:PORT, an ARN of ACM, `secret:ID`, `k8s:NAMESPACE/NAME`
    #[arg(value_name = "PLACE", required_unless_present_any = ["cert", "pkcs12"])]
    places: Vec<String>,

    #[command(flatten)]
    files: Files,

    #[command(flatten)]
    trust: Trust,

    /// A name that it must cover; may be given several times
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',')]
    domains: Vec<String>,

    #[command(flatten)]
    limits: Limits,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,

    #[command(flatten)]
    reach: Reach,
}

/// When the end of a certificate is near.
#[derive(Args, Debug, Clone)]
pub(super) struct Limits {
    /// Days left that are worth a warning
    #[arg(short, long, value_name = "DAYS", default_value_t = 30)]
    warn: i64,

    /// Days left that are critical
    #[arg(long, value_name = "DAYS", default_value_t = 14)]
    critical: i64,

    /// The share of its lifetime below which a short-lived certificate is worth a warning, in percent; half of it is
    /// critical
    #[arg(long, value_name = "PERCENT", default_value_t = 33, value_parser = clap::value_parser!(u8).range(0..=100))]
    share: u8,
}

impl Limits {
    pub(super) fn thresholds(&self) -> Thresholds {
        Thresholds { warn: self.warn, critical: self.critical, share: f64::from(self.share) / 100.0 }
    }
}

impl Check {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        self.files.go_with_a_certificate()?;
        let (cloud, roots, now) = (self.reach.cloud(), self.trust.roots()?, Timestamp::now());
        let mut looked = Vec::new();
        if self.files.are_given() {
            looked.push(("the files".to_owned(), self.files.given(context)?.read(), self.domains.clone(), &CERT_PEM));
        }
        let read: Vec<&Path> = self.places.iter().map(Path::new).collect();
        let passphrase = passphrase(context, self.files.passphrase_file.as_ref(), &read)?;
        for place in &self.places {
            let place = Place::parse(place)?;
            let mut domains = self.domains.clone();
            if let (Place::Endpoint(endpoint), true) = (&place, domains.is_empty()) {
                domains.push(Endpoint::name(endpoint).to_owned());
            }
            let code = unreachable(&place);
            match place.look(&cloud, passphrase.as_ref(), self.reach.call_timeout) {
                Ok(all) => looked.extend(all.into_iter().map(|(name, found)| (name, found, domains.clone(), code))),
                // a place that cannot be looked at is a finding, and no reason to leave the others alone
                Err(error) => looked.push((place.to_string(), Err(error), domains, code)),
            }
        }
        let (mut findings, mut records): (Vec<Finding>, Vec<PlaceRecord>) = (Vec::new(), Vec::new());
        for (name, found, domains, code) in looked {
            let wanted = Wanted {
                now,
                roots: &roots,
                domains: &domains,
                replaces: None,
                may_drop_names: false,
                thresholds: self.limits.thresholds(),
                min_days: 0,
                needs_key: false,
            };
            let material = found.and_then(|found| Material::arrange(found, &roots, now, &name));
            let own = match &material {
                Ok(material) => {
                    let mut own = check::check(material, &wanted, &name);
                    if !context.is_offline() {
                        own.extend(check::revoked(material, &roots, now, &name));
                    }
                    own
                }
                Err(error) => vec![Finding::of(code, &name, error)],
            };
            records.push(PlaceRecord::new(&name, material.as_ref(), now).with_findings(&own));
            findings.extend(own);
        }
        match self.format {
            Shape::Json => context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?))?,
            Shape::Table if findings.is_empty() => context.ui.info("No problems found."),
            Shape::Table => show::findings(context, &findings)?,
        }
        Ok(code(worst(&findings)))
    }
}

/// What is wrong where nothing can be read from a place.
fn unreachable(place: &Place) -> &'static Code {
    match place {
        Place::File(_) | Place::Directory(_) => &CERT_PEM,
        Place::Endpoint(_) => &CERT_ENDPOINT,
        Place::Acm(_) => &CERT_ACM,
        Place::Secret(_) => &CERT_SECRET,
        Place::Kubernetes { .. } => &CERT_KUBERNETES,
    }
}

/// The exit code for the worst that was found.
pub(super) fn code(worst: Option<Severity>) -> u8 {
    match worst {
        Some(Severity::Error) => exit::CRITICAL,
        Some(Severity::Warning) => exit::WARNING,
        Some(Severity::Note) | None => exit::OK,
    }
}
