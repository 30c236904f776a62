//! `gaia cert inspect`: what a certificate says.

use super::reach::{Reach, Trust, passphrase};
use super::show;
use crate::cert::{Material, Place, PlaceRecord};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use clap::Args;
use jiff::Timestamp;
use std::path::Path;

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
        let read: Vec<&Path> = self.places.iter().map(Path::new).collect();
        let places = self.places.iter().map(|place| Place::parse(place)).collect::<crate::Result<Vec<_>>>()?;
        let passphrase = passphrase(context, self.passphrase_file.as_ref(), &read)?;
        let mut shown = Vec::new();
        for place in &places {
            // a place that cannot be looked at is no reason to leave the others alone
            let looked = place.look(&cloud, passphrase.as_ref(), self.reach.call_timeout);
            for (name, found) in looked.unwrap_or_else(|error| vec![(place.to_string(), Err(error))]) {
                let material = found.and_then(|found| Material::arrange(found, &roots, now, &name));
                shown.push((name, material));
            }
        }
        if self.format == Shape::Json {
            let records: Vec<_> =
                shown.iter().map(|(name, material)| PlaceRecord::new(name, material.as_ref(), now)).collect();
            context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?))?;
        } else {
            let read = || shown.iter().filter_map(|(name, material)| Some((name, material.as_ref().ok()?)));
            let blocks: Vec<String> = read().map(|(name, material)| show::block(name, material, now)).collect();
            context.say(&blocks.join("\n"))?;
            for finding in read().flat_map(|(_, material)| &material.findings) {
                context.ui.info(&format!("{}: {}: {}", show::word(finding.severity), finding.subject, finding.message));
            }
        }
        let mut code = exit::OK;
        for (name, error) in shown.into_iter().filter_map(|(name, material)| Some((name, material.err()?))) {
            if code == exit::OK {
                code = exit::code(error.get_kind());
            }
            if self.format != Shape::Json {
                // files are named by what is wrong with them
                let error = if error.message().contains(&name) { error } else { error.context(&name) };
                context.ui.error(&error, &context.sources);
            }
        }
        Ok(code)
    }
}
