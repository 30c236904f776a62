//! Options that say how files are read and places beyond this machine are reached.

use crate::cert::aws::{Cloud, CloudOptions};
use crate::cert::{self, Field, Found, Roots, Secret, rotate};
use crate::cli::context::Context;
use crate::error::{Error, Result};
use crate::external::Environment;
use crate::output::ask;
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::Duration;

const HEADING: &str = "Connection options";

/// How AWS and Kubernetes are reached.
#[derive(Args, Debug, Clone)]
pub(super) struct Reach {
    /// The region of AWS
    #[arg(short, long, value_name = "NAME", help_heading = HEADING)]
    pub(super) region: Option<String>,

    /// The profile of AWS; `--profile` says the same here
    #[arg(short = 'p', long = "aws-profile", value_name = "NAME", help_heading = HEADING)]
    pub(super) aws_profile: Option<String>,

    /// The address of every service of AWS
    #[arg(long, value_name = "URL", help_heading = HEADING)]
    pub(super) endpoint_url: Option<String>,

    /// The context of the kubeconfig
    #[arg(short = 'c', long, value_name = "NAME", help_heading = HEADING)]
    pub(super) context: Option<String>,

    /// How long one call may take: `20s`, `1m`
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = duration, help_heading = HEADING)]
    pub(super) call_timeout: Duration,
}

impl Reach {
    pub(super) fn cloud(&self) -> Cloud {
        Cloud::new(CloudOptions {
            profile: self.aws_profile.clone(),
            region: self.region.clone(),
            endpoint: self.endpoint_url.clone(),
            context: self.context.clone(),
            env: Environment::default(),
            timeout: self.call_timeout,
        })
    }

    /// What a run has to remember.
    pub(super) fn record(&self) -> rotate::Reach {
        rotate::Reach {
            profile: self.aws_profile.clone(),
            region: self.region.clone(),
            endpoint: self.endpoint_url.clone(),
            context: self.context.clone(),
            timeout: u64::try_from(self.call_timeout.as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// What a run remembered.
    pub(super) fn options(reach: &rotate::Reach) -> CloudOptions {
        let rotate::Reach { profile, region, endpoint, context, timeout } = reach.clone();
        let timeout = Duration::from_millis(timeout);
        CloudOptions { profile, region, endpoint, context, env: Environment::default(), timeout }
    }
}

/// A time as `90`, `90s`, `5m`, `1h30m`, in jiff's forms.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(Duration::from_secs(seconds));
    }
    let duration: jiff::SignedDuration = text.parse().map_err(|e| format!("{e}"))?;
    Duration::try_from(duration).map_err(|e| e.to_string())
}

/// Files that a certificate is read from.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct Files {
    /// The certificate, in PEM or DER
    #[arg(long, value_name = "FILE")]
    pub(super) cert: Option<PathBuf>,

    /// Its private key
    #[arg(long, visible_alias = "key-path", value_name = "FILE")]
    pub(super) key: Option<PathBuf>,

    /// The certificates above it
    #[arg(long, value_name = "FILE")]
    pub(super) chain: Option<PathBuf>,

    /// Certificate, key and chain in one file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["cert", "key", "chain"])]
    pub(super) pkcs12: Option<PathBuf>,

    /// A file whose first line is the passphrase of key or PKCS#12
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

impl Files {
    /// Whether a certificate is given.
    pub(super) fn are_given(&self) -> bool {
        self.cert.is_some() || self.pkcs12.is_some()
    }

    /// Refuses a key or a chain that no certificate stands beside: it would be looked at by nobody.
    pub(super) fn go_with_a_certificate(&self) -> Result<()> {
        if self.cert.is_some() || (self.key.is_none() && self.chain.is_none()) {
            return Ok(());
        }
        let given = if self.key.is_some() { "--key" } else { "--chain" };
        Err(Error::usage(format!("`{given}` goes with `--cert`")).hint("name the certificate by `--cert FILE`"))
    }

    /// What is given, for the library.
    ///
    /// # Errors
    /// As [`passphrase`].
    pub(super) fn given(&self, context: &Context) -> Result<cert::Files> {
        let Files { cert, key, chain, pkcs12, passphrase_file } = self.clone();
        let read: Vec<&Path> = [&pkcs12, &key, &cert].into_iter().flatten().map(PathBuf::as_path).collect();
        let typed = if passphrase_file.is_some() { None } else { typed(context, &read)? };
        Ok(cert::Files { cert, key, chain, pkcs12, passphrase_file, typed })
    }
}

/// The passphrase: that of the file, else the one that is typed where what is read needs one.
///
/// # Errors
/// The file cannot be read; nobody types any more.
pub(super) fn passphrase(context: &Context, file: Option<&PathBuf>, read: &[&Path]) -> Result<Option<Secret>> {
    if file.is_none() {
        return typed(context, read);
    }
    cert::Files { passphrase_file: file.cloned(), ..cert::Files::default() }.passphrase()
}

fn typed(context: &Context, read: &[&Path]) -> Result<Option<Secret>> {
    let locked = read.iter().find(|path| path.is_file() && cert::needs_passphrase(path));
    let Some(path) = locked.filter(|_| context.can_ask()) else { return Ok(None) };
    let typed = ask::secret(&format!("Passphrase of `{}`", path.display()))?;
    Ok(Some(Secret::new(typed.into_bytes())))
}

/// Whom to trust.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct Trust {
    /// The roots of a private authority, in place of those that are trusted in public
    #[arg(long, value_name = "FILE")]
    pub(super) ca: Option<PathBuf>,
}

impl Trust {
    pub(super) fn roots(&self) -> Result<Roots> {
        roots(self.ca.as_deref())
    }
}

/// The roots in a file, else those that are trusted in public.
pub(super) fn roots(ca: Option<&Path>) -> Result<Roots> {
    match ca {
        Some(path) => Ok(Roots::own(Found::read_file(path, Field::Any, None)?.certificates)),
        None => Ok(Roots::public()),
    }
}
