//! `gaia cert issue`, `request`, `complete`: certificates that are not there yet.

use super::again::journal_root;
use super::reach::{Trust, passphrase};
use super::written::Written;
use crate::cert::issue::{Issuing, NewKey, Subject, new_authority, new_key};
use crate::cert::{Field, Found, Material, PrivateKey};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::error::{Error, Result};
use crate::platform;
use crate::runner::Runs;
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum KeyWord {
    Ec256,
    Ec384,
    Rsa2048,
    Rsa3072,
    Rsa4096,
    Ed25519,
}

impl KeyWord {
    pub(super) fn make(self) -> Result<PrivateKey> {
        new_key(match self {
            KeyWord::Ec256 => NewKey::Ec256,
            KeyWord::Ec384 => NewKey::Ec384,
            KeyWord::Rsa2048 => NewKey::Rsa(2048),
            KeyWord::Rsa3072 => NewKey::Rsa(3072),
            KeyWord::Rsa4096 => NewKey::Rsa(4096),
            KeyWord::Ed25519 => NewKey::Ed25519,
        })
    }
}

/// How long a certificate is valid unless somebody says otherwise.
const CERTIFICATE_DAYS: u32 = 90;
/// How long an authority is: longer than all that it issues.
const AUTHORITY_DAYS: u32 = 3650;

/// Issue a certificate with a private authority, or make one
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert issue --new-authority 'Example Root' --ca root.pem --ca-key root.key
  gaia cert issue --ca root.pem --ca-key root.key -d www.example.org --cert-out tls.crt --key-out tls.key
  gaia cert issue --ca root.pem --ca-key root.key --request www.csr --cert-out tls.crt")]
pub(super) struct Issue {
    /// The certificate of the authority
    #[arg(long, value_name = "FILE")]
    ca: PathBuf,

    /// Its private key
    #[arg(long, value_name = "FILE")]
    ca_key: PathBuf,

    /// A file whose first line is the passphrase of that key
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,

    /// Make the authority, with this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["domains", "request"])]
    new_authority: Option<String>,

    /// A name to issue for; may be given several times
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',')]
    domains: Vec<String>,

    /// A request to issue for, in place of names
    #[arg(long, value_name = "FILE", conflicts_with = "domains")]
    request: Option<PathBuf>,

    /// The kind of the new key
    #[arg(long, value_enum, value_name = "KIND", default_value = "ec256")]
    key_type: KeyWord,

    /// How many days it is valid [default: 90; of a new authority 3650]
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    days: Option<u32>,

    /// Where the certificate goes; stdout where it is not given
    #[arg(short = 'o', long, value_name = "FILE")]
    cert_out: Option<PathBuf>,

    /// Where the new private key goes, readable for its owner only
    #[arg(long, value_name = "FILE")]
    key_out: Option<PathBuf>,

    #[command(flatten)]
    shown: Shown,
}

impl Issue {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let mut written = Written::new(context, self.shown);
        if let Some(name) = &self.new_authority {
            for path in [&self.ca, &self.ca_key] {
                if path.exists() {
                    return Err(Error::new(format!("`{}` is there already", path.display())).into());
                }
            }
            let key = self.key_type.make()?;
            let days = self.days.unwrap_or(AUTHORITY_DAYS);
            let authority = new_authority(name, &key, days)?;
            written.private("key", &self.ca_key, key.to_pem().as_bytes())?;
            written.public("certificate", &self.ca, authority.to_pem().as_bytes())?;
            context.ui.info(&format!("`{name}` may issue certificates for {days} days."));
            written.tell(Some(&authority))?;
            return Ok(exit::OK);
        }
        let passphrase = passphrase(context, self.passphrase_file.as_ref(), &[&self.ca_key])?;
        let found = Found::read_file(&self.ca, Field::Any, None)?;
        let key = Found::read_file(&self.ca_key, Field::Key, passphrase.as_ref())?.keys.into_iter().next();
        let key = key.ok_or_else(|| Error::new(format!("`{}` holds no key", self.ca_key.display())))?;
        let authority = found.certificates.iter().find(|certificate| key.fits(certificate).is_ok());
        let Some(authority) = authority else {
            return Err(Error::new("the key of the authority is not that of its certificate")
                .code(&crate::code::CERT_KEY)
                .into());
        };
        let issuing = Issuing { certificate: authority, key: &key };
        let days = self.days.unwrap_or(CERTIFICATE_DAYS);
        let issued = if let Some(path) = &self.request {
            issuing.grant(&read(path)?, days)?
        } else {
            let Some(path) = &self.key_out else {
                return Err(Error::usage("a new key needs a place").hint("`--key-out FILE`").into());
            };
            let subject = Subject { names: self.domains.clone(), organization: None };
            let own = self.key_type.make()?;
            let issued = issuing.issue(&subject, &own, days)?;
            written.private("key", path, own.to_pem().as_bytes())?;
            issued
        };
        // an authority that did not sign itself stands between the certificate and its root
        let above = if authority.is_self_signed() { String::new() } else { authority.to_pem() };
        let text = format!("{}{above}", issued.to_pem());
        written.text("certificate", self.cert_out.as_deref(), text)?;
        written.tell(Some(&issued))?;
        Ok(exit::OK)
    }
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|e| Error::usage(format!("cannot read `{}`: {e}", path.display())))
}

/// Make a key and a request for an authority elsewhere
///
/// `gaia cert complete` goes on when it has answered.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert request www -d www.example.org,example.org > www.csr
  gaia cert complete www --cert answer.crt --chain chain.pem")]
pub(super) struct Request {
    /// What the request is called here
    #[arg(value_name = "NAME")]
    name: String,

    /// A name that the certificate is to cover; may be given several times
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',', required = true)]
    domains: Vec<String>,

    /// The organization that it names
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,

    /// The kind of the new key
    #[arg(long, value_enum, value_name = "KIND", default_value = "ec256")]
    key_type: KeyWord,

    #[command(flatten)]
    shown: Shown,
}

/// Where a request waits for its answer, in a directory that its owner alone may enter.
fn waiting(context: &Context, name: &str) -> Result<PathBuf> {
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']) {
        return Err(Error::usage(format!("`{name}` cannot be the name of a request")));
    }
    Ok(journal_root(context).join(".gaia/requests").join(name))
}

const KEY: &str = "tls.key";
const REQUEST: &str = "request.csr";
const CERTIFICATE: &str = "tls.crt";

impl Request {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let dir = waiting(context, &self.name)?;
        if dir.join(KEY).exists() {
            return Err(Error::new(format!("the request `{}` is there already", self.name))
                .hint(format!("`gaia cert complete {}` goes on; remove `{}` to begin anew", self.name, dir.display()))
                .into());
        }
        let key = self.key_type.make()?;
        let subject = Subject { names: self.domains.clone(), organization: self.organization.clone() };
        let request = subject.request(&key)?;
        let failed = |e: std::io::Error| Error::new(format!("cannot write `{}`: {e}", dir.display()));
        platform::private_dir(&dir).map_err(failed)?;
        Runs::of(&journal_root(context)).keep_from_git()?;
        let mut written = Written::new(context, self.shown);
        written.private("key", &dir.join(KEY), key.to_pem().as_bytes())?;
        written.public("request", &dir.join(REQUEST), request.as_bytes())?;
        written.text("request", None, request)?;
        written.tell(None)?;
        let dir = dir.display();
        context.ui.info(&format!("The key waits in {dir}. `gaia cert complete {} --cert FILE` goes on.", self.name));
        Ok(exit::OK)
    }
}

/// Go on with a request when its authority has answered
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert complete www --cert www.crt --ca root.pem")]
pub(super) struct Complete {
    /// What the request is called here
    #[arg(value_name = "NAME")]
    name: String,

    /// The certificate that the authority issued
    #[arg(long, value_name = "FILE")]
    cert: PathBuf,

    /// The certificates above it
    #[arg(long, value_name = "FILE")]
    chain: Option<PathBuf>,

    #[command(flatten)]
    trust: Trust,

    #[command(flatten)]
    shown: Shown,
}

impl Complete {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let dir = waiting(context, &self.name)?;
        if !dir.join(KEY).exists() {
            return Err(Error::usage(format!("there is no request `{}`", self.name))
                .hint("`gaia cert request NAME -d DOMAIN` makes one")
                .into());
        }
        let mut found = Found::read_file(&self.cert, Field::Certificates, None)?;
        if let Some(chain) = &self.chain {
            found.add(Found::read_file(chain, Field::Certificates, None)?);
        }
        found.add(Found::read_file(&dir.join(KEY), Field::Key, None)?);
        let roots = self.trust.roots()?;
        let material = Material::arrange(found, &roots, Timestamp::now(), "the certificate")?;
        material.need_key()?.fits(&material.leaf)?;
        for finding in &material.findings {
            context.ui.info(&format!("{}: {}", finding.subject, finding.message));
        }
        let (cert, key) = (dir.join(CERTIFICATE), dir.join(KEY));
        let mut written = Written::new(context, self.shown);
        written.public("certificate", &cert, material.full_chain().as_bytes())?;
        if !self.shown.is_json() {
            context.say(&format!("--cert {} --key {}\n", cert.display(), key.display()))?;
        }
        written.tell(Some(&material.leaf))?;
        context.ui.info("The certificate fits its key. `gaia cert rotate` with these options puts it in place.");
        Ok(exit::OK)
    }
}
