//! `gaia cert inspect`: what a certificate says.

use super::reach::{Reach, Trust, passphrase};
use super::show;
use crate::cert::{Material, Place, PlaceRecord};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use clap::Args;
use jiff::Timestamp;

/// Show certificates of files, servers, ACM, Secrets Manager, Kubernetes
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert inspect tls.crt
  gaia cert inspect www.example.org:443
  gaia cert inspect 10.0.0.1:8443=www.example.org
  gaia cert inspect arn:aws:acm:eu-west-1:123456789012:certificate/0a1b
  gaia cert inspect secret:certificates/www k8s:web/www-tls")]
pub(super) struct Inspect {
    /// Where: a file, a directory, HOST:PORT, an ARN of ACM, `secret:ID`, `k8s:NAMESPACE/NAME`
    #[arg(value_name = "PLACE", required = true)]
    places: Vec<String>,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,

    /// A file whose first line is the passphrase of key or PKCS#12
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<std::path::PathBuf>,

    #[command(flatten)]
    trust: Trust,

    #[command(flatten)]
    reach: Reach,
}

impl Inspect {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let (cloud, roots, now) = (self.reach.cloud(), self.trust.roots()?, Timestamp::now());
        let passphrase = passphrase(self.passphrase_file.as_ref())?;
        let mut shown = Vec::new();
        for place in &self.places {
            for (name, found) in Place::parse(place)?.look(&cloud, passphrase.as_ref(), self.reach.call_timeout)? {
                let material = found.and_then(|found| Material::arrange(found, &roots, now, &name));
                shown.push((name, material));
            }
        }
        let failed = shown.iter().any(|(_, material)| material.is_err());
        if self.format == Shape::Json {
            let records: Vec<_> =
                shown.iter().map(|(name, material)| PlaceRecord::new(name, material.as_ref(), now)).collect();
            context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?))?;
        } else {
            let block = |(name, material): &(String, crate::Result<Material>)| match material {
                Ok(material) => show::block(name, material, now),
                Err(error) => format!("{name}\n  {}\n", error.message()),
            };
            let blocks: Vec<String> = shown.iter().map(block).collect();
            context.say(&blocks.join("\n"))?;
            let findings: Vec<_> =
                shown.iter().filter_map(|(_, m)| m.as_ref().ok()).flat_map(|m| m.findings.clone()).collect();
            for finding in findings {
                context.ui.info(&format!("{}: {}: {}", show::word(finding.severity), finding.subject, finding.message));
            }
        }
        Ok(if failed { exit::FAILED } else { exit::OK })
    }
}
