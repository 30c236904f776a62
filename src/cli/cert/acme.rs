//! `gaia cert acme`: a certificate from an authority that speaks ACME.

use super::again::journal_root;
use super::issue::KeyWord;
use super::reach::{Trust, duration};
use super::written::{Written, private};
use crate::cert::acme::{Directory, Proof, obtain};
use crate::cert::issue::Subject;
use crate::cert::{Material, read_secret};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::error::Error;
use crate::runner::Runs;
use crate::text::sha256;
use clap::Args;
use jiff::Timestamp;
use std::path::PathBuf;
use std::time::Duration;

/// Get a certificate from an authority that speaks ACME, such as Let's Encrypt
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert acme -d www.example.org --webroot /var/www --agree-tos --cert-out tls.crt --key-out tls.key
  gaia cert acme -d '*.example.org' --dns-hook ./dns.sh --agree-tos --cert-out tls.crt --key-out tls.key

The hook is told by GAIA_ACME_ACTION (present, cleanup), GAIA_ACME_NAME (_acme-challenge.example.org) and
GAIA_ACME_VALUE.")]
pub(super) struct Acme {
    /// A name to cover; may be given several times
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',', required = true)]
    domains: Vec<String>,

    /// The authority
    #[arg(long, value_name = "URL", default_value = "https://acme-v02.api.letsencrypt.org/directory")]
    directory: String,

    /// The root by which the authority's own server is trusted, where that is not public
    #[arg(long, value_name = "FILE")]
    directory_ca: Option<PathBuf>,

    /// Prove the names by DNS: a command that makes and removes a TXT record
    #[arg(long, value_name = "COMMAND", required_unless_present = "webroot", conflicts_with = "webroot")]
    dns_hook: Option<String>,

    /// How long a record takes until every name server knows it
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = duration)]
    dns_wait: Duration,

    /// Prove the names by HTTP: the directory that a web server serves at their root
    #[arg(long, value_name = "DIR")]
    webroot: Option<PathBuf>,

    /// Agree to the authority's terms of service
    #[arg(long, required = true)]
    agree_tos: bool,

    /// The account's address for mail
    #[arg(long, value_name = "MAIL")]
    contact: Option<String>,

    /// The file of the account; made where it is missing, readable for its owner only
    #[arg(long, value_name = "FILE")]
    account: Option<PathBuf>,

    /// The kind of the new key
    #[arg(long, value_enum, value_name = "KIND", default_value = "ec256")]
    key_type: KeyWord,

    /// How long the authority may take
    #[arg(long, value_name = "TIME", default_value = "2m", value_parser = duration)]
    patience: Duration,

    /// Where the certificate goes, with its chain
    #[arg(short = 'o', long, value_name = "FILE")]
    cert_out: PathBuf,

    /// Where the new private key goes, readable for its owner only
    #[arg(long, value_name = "FILE")]
    key_out: PathBuf,

    #[command(flatten)]
    trust: Trust,

    #[command(flatten)]
    shown: Shown,
}

impl Acme {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let proof = match (&self.dns_hook, &self.webroot) {
            (Some(hook), _) => Proof::Dns { hook: hook.clone(), wait: self.dns_wait },
            (None, Some(root)) => Proof::Http { root: root.clone() },
            (None, None) => return Err(Error::usage("no way to prove the names is given").into()),
        };
        let directory = Directory {
            url: self.directory.clone(),
            root: self.directory_ca.clone(),
            contact: self.contact.clone(),
            patience: self.patience,
        };
        let path = self.account.clone().unwrap_or_else(|| {
            let name = format!("acme-{}.json", &sha256(self.directory.as_bytes())[..16]);
            journal_root(context).join(".gaia").join(name)
        });
        let credentials = path.exists().then(|| read_secret(&path)).transpose()?;
        let runs = Runs::of(&journal_root(context));
        let mut keep = |bytes: &[u8]| {
            runs.keep_from_git()?;
            if let Some(dir) = path.parent() {
                std::fs::create_dir_all(dir)
                    .map_err(|e| Error::new(format!("cannot make `{}`: {e}", dir.display())))?;
            }
            private(&path, bytes)
        };
        let key = self.key_type.make()?;
        let subject = Subject { names: self.domains.clone(), organization: None };
        let credentials = credentials.as_ref().map(crate::cert::Secret::bytes);
        let found = obtain(&directory, credentials, &mut keep, &subject, &key, &proof)?;
        let material = Material::arrange(found, &self.trust.roots()?, Timestamp::now(), "the authority's answer")?;
        material.need_key()?.fits(&material.leaf)?;
        let mut written = Written::new(context, self.shown);
        written.private("key", &self.key_out, material.need_key()?.to_pem().as_bytes())?;
        written.public("certificate", &self.cert_out, material.full_chain().as_bytes())?;
        written.tell(Some(&material.leaf))?;
        context.ui.info(&format!("The certificate ends {}.", material.leaf.not_after));
        Ok(exit::OK)
    }
}
