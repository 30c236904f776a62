//! `gaia cert convert`: the same certificate in another form, with its chain put right.

use super::reach::{Files, Reach, Trust, passphrase};
use super::written::Written;
use crate::cert::{Material, Place};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::error::{Error, Kind};
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// Write a certificate as PEM, DER or PKCS#12, its chain in order
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert convert bundle.p12 --passphrase-file pass --cert-out fullchain.pem --key-out tls.key
  gaia cert convert --cert tls.crt --key tls.key --chain chain.pem --to pkcs12 --cert-out bundle.p12 \\
      --new-passphrase-file pass
  gaia cert convert www.example.org:443 --to der --cert-out www.der")]
pub(super) struct Convert {
    /// Where it is now: a file, HOST:PORT, an ARN of ACM, `secret:ID`, `k8s:NAMESPACE/NAME`
    #[arg(value_name = "PLACE", required_unless_present_any = ["cert", "pkcs12"])]
    place: Option<String>,

    #[command(flatten)]
    files: Files,

    #[command(flatten)]
    trust: Trust,

    /// The form
    #[arg(long, value_enum, default_value = "pem")]
    to: Form,

    /// Where the certificate goes; without it PEM goes to stdout, without its key
    #[arg(short = 'o', long, value_name = "FILE")]
    cert_out: Option<PathBuf>,

    /// Where the private key goes, readable for its owner only
    #[arg(long, value_name = "FILE")]
    key_out: Option<PathBuf>,

    /// Where the chain goes; without it, it stands behind the certificate
    #[arg(long, value_name = "FILE")]
    chain_out: Option<PathBuf>,

    /// A file whose first line is the passphrase of the PKCS#12 to write
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,

    #[command(flatten)]
    reach: Reach,

    #[command(flatten)]
    shown: Shown,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Form {
    Pem,
    Der,
    Pkcs12,
}

impl Convert {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        self.files.go_with_a_certificate()?;
        let (roots, now) = (self.trust.roots()?, Timestamp::now());
        let (name, found) = match &self.place {
            None => ("the files".to_owned(), self.files.given(context)?.read()?),
            Some(place) => {
                let passphrase = passphrase(context, self.files.passphrase_file.as_ref(), &[Path::new(place)])?;
                let timeout = self.reach.call_timeout;
                let mut looked = Place::parse(place)?.look(&self.reach.cloud(), passphrase.as_ref(), timeout)?;
                if looked.is_empty() {
                    return Err(Error::new(format!("there is no certificate in `{place}`")).into());
                }
                let (name, found) = looked.swap_remove(0);
                (name, found?)
            }
        };
        let material = Material::arrange(found, &roots, now, &name)?;
        for finding in &material.findings {
            context.ui.info(&format!("{}: {}", finding.subject, finding.message));
        }
        if let Some(key) = &material.key {
            key.fits(&material.leaf)?;
        }
        let mut written = Written::new(context, self.shown);
        match self.to {
            Form::Pem => self.pem(&mut written, &material)?,
            Form::Der => {
                let out = self.need_out()?;
                written.public("certificate", out, material.leaf.der())?;
                if let Some(path) = &self.key_out {
                    written.private("key", path, material.need_key()?.pkcs8().bytes())?;
                }
            }
            Form::Pkcs12 => {
                let Some(path) = &self.new_passphrase_file else {
                    return Err(Error::new("PKCS#12 needs a passphrase")
                        .kind(Kind::InputNeeded)
                        .hint("`--new-passphrase-file FILE`")
                        .into());
                };
                let passphrase = passphrase(context, Some(path), &[])?;
                written.private(
                    "certificate",
                    self.need_out()?,
                    &material.to_pkcs12(&passphrase.unwrap_or_default())?,
                )?;
            }
        }
        written.tell(Some(&material.leaf))?;
        Ok(exit::OK)
    }

    fn pem(&self, written: &mut Written<'_>, material: &Material) -> anyhow::Result<()> {
        let text = if self.chain_out.is_some() { material.leaf.to_pem() } else { material.full_chain() };
        written.text("certificate", self.cert_out.as_deref(), text)?;
        if let Some(path) = &self.chain_out {
            written.public("chain", path, material.chain_pem().as_bytes())?;
        }
        if let Some(path) = &self.key_out {
            written.private("key", path, material.need_key()?.to_pem().as_bytes())?;
        }
        Ok(())
    }

    fn need_out(&self) -> crate::Result<&Path> {
        let missing = || Error::usage("this form is no text").hint("say where it goes: `--cert-out FILE`");
        self.cert_out.as_deref().ok_or_else(missing)
    }
}
