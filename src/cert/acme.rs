//! Certificates from an authority that speaks ACME (RFC 8555), such as Let's Encrypt.

use super::issue::Subject;
use super::{Field, Found, PrivateKey};
use crate::error::{Error, Result};
use crate::external::runtime;
use instant_acme::{
    Account, AccountCredentials, AuthorizationStatus, ChallengeHandle, ChallengeType, Identifier, NewAccount, NewOrder,
    OrderStatus, RetryPolicy,
};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Where a certificate is asked for.
#[derive(Clone, Debug)]
pub struct Directory {
    /// The address of the authority's directory.
    pub url: String,
    /// The root that its own server is trusted by, where it is not one that is trusted in public.
    pub root: Option<PathBuf>,
    /// The account's address for mail.
    pub contact: Option<String>,
    /// How long the authority may take.
    pub patience: Duration,
}

/// How it is proved that the names are one's own.
#[derive(Clone, Debug)]
pub enum Proof {
    /// DNS-01: a command that makes a TXT record and removes it, told by `GAIA_ACME_ACTION` (`present`, `cleanup`),
    /// `GAIA_ACME_NAME` and `GAIA_ACME_VALUE`.
    Dns {
        /// The command, for the shell.
        hook: String,
        /// How long the record takes until every name server knows it.
        wait: Duration,
    },
    /// HTTP-01: the directory that a web server serves at the root of these names.
    Http {
        /// The directory.
        root: PathBuf,
    },
}

/// What a proof left behind, which is taken away at the end.
enum Left {
    Record { name: String, value: String },
    File(PathBuf),
}

fn failed(what: &str) -> impl Fn(instant_acme::Error) -> Error {
    let what = what.to_owned();
    move |error| Error::new(format!("cannot {what}: {error}"))
}

/// Asks for a certificate for a key. An account is made where the credentials of none are given; they are told by
/// `keep` before they are used.
///
/// # Errors
/// What the authority said; a proof that cannot be given.
pub fn obtain(
    directory: &Directory,
    credentials: Option<&[u8]>,
    keep: &mut dyn FnMut(&[u8]) -> Result<()>,
    subject: &Subject,
    key: &PrivateKey,
    proof: &Proof,
) -> Result<Found> {
    let request = subject.request_der(key)?;
    let mut left = Vec::new();
    let found = runtime::block_on(async {
        let account = account(directory, credentials, keep).await?;
        let names: Vec<Identifier> = subject.names.iter().map(|name| Identifier::Dns(name.clone())).collect();
        let mut order = account.new_order(&NewOrder::new(&names)).await.map_err(failed("order the certificate"))?;
        let mut authorizations = order.authorizations();
        while let Some(authorization) = authorizations.next().await {
            let mut authorization = authorization.map_err(failed("order the certificate"))?;
            match authorization.status {
                AuthorizationStatus::Valid => continue,
                AuthorizationStatus::Pending => {}
                status => return Err(Error::new(format!("the authority refuses a name: {status:?}"))),
            }
            let kind = match proof {
                Proof::Dns { .. } => ChallengeType::Dns01,
                Proof::Http { .. } => ChallengeType::Http01,
            };
            let Some(mut challenge) = authorization.challenge(kind) else {
                return Err(Error::new("the authority takes no proof of this kind for that name")
                    .hint("names with `*` are proved by DNS alone: `--dns-hook COMMAND`"));
            };
            left.push(give(proof, &challenge)?);
            if let Proof::Dns { wait, .. } = proof {
                tokio::time::sleep(*wait).await;
            }
            challenge.set_ready().await.map_err(failed("prove a name"))?;
        }
        let retries = RetryPolicy::default().timeout(directory.patience);
        let status = order.poll_ready(&retries).await.map_err(failed("prove the names"))?;
        if status != OrderStatus::Ready {
            return Err(Error::new("the authority did not accept the proof of the names")
                .hint("it must see the record, or the file, from where it is"));
        }
        order.finalize_csr(&request).await.map_err(failed("get the certificate"))?;
        let chain = order.poll_certificate(&retries).await.map_err(failed("get the certificate"))?;
        Found::read(chain.as_bytes(), "the authority's answer", Field::Certificates, None)
    });
    let cleaned = left.iter().map(|left| take_away(proof, left)).collect::<Result<Vec<()>>>();
    let mut found = found?;
    cleaned?;
    found.keys.push(key.clone());
    Ok(found)
}

async fn account(
    directory: &Directory,
    credentials: Option<&[u8]>,
    keep: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<Account> {
    let builder = match &directory.root {
        Some(root) => Account::builder_with_root(root),
        None => Account::builder(),
    };
    let builder = builder.map_err(failed("reach the authority"))?;
    if let Some(credentials) = credentials {
        // what serde says might quote the account's key
        let credentials: AccountCredentials = serde_json::from_slice(credentials)
            .map_err(|_| Error::new("the file of the account is not one that gaia wrote"))?;
        return builder.from_credentials(credentials).await.map_err(failed("use the account"));
    }
    let contact = directory.contact.as_ref().map(|mail| format!("mailto:{mail}"));
    let contact: Vec<&str> = contact.iter().map(String::as_str).collect();
    let new = NewAccount { contact: &contact, terms_of_service_agreed: true, only_return_existing: false };
    let made = builder.create(&new, directory.url.clone(), None).await;
    let (account, credentials) = made.map_err(failed("make an account"))?;
    keep(&serde_json::to_vec(&credentials).map_err(|_| Error::new("the account cannot be written"))?)?;
    Ok(account)
}

fn give(proof: &Proof, challenge: &ChallengeHandle<'_>) -> Result<Left> {
    let authorization = challenge.key_authorization();
    match proof {
        Proof::Dns { hook, .. } => {
            let name = challenge.identifier().to_string();
            let name = format!("_acme-challenge.{}", name.trim_start_matches("*."));
            let value = authorization.dns_value();
            run(hook, "present", &name, &value)?;
            Ok(Left::Record { name, value })
        }
        Proof::Http { root } => {
            let dir = root.join(".well-known/acme-challenge");
            // a token is a name of a file, whatever the authority sends
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            if challenge.token.is_empty() || !challenge.token.chars().all(is_plain) {
                return Err(Error::new("the authority's token is no base64"));
            }
            let path = dir.join(&challenge.token);
            write(&dir, &path, authorization.as_str())?;
            Ok(Left::File(path))
        }
    }
}

fn write(dir: &Path, path: &Path, text: &str) -> Result<()> {
    std::fs::create_dir_all(dir)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|e| Error::new(format!("cannot write `{}`: {e}", path.display())))
}

fn take_away(proof: &Proof, left: &Left) -> Result<()> {
    match (proof, left) {
        (Proof::Dns { hook, .. }, Left::Record { name, value }) => run(hook, "cleanup", name, value),
        (_, Left::File(path)) => {
            std::fs::remove_file(path).map_err(|e| Error::new(format!("cannot remove `{}`: {e}", path.display())))
        }
        (Proof::Http { .. }, Left::Record { .. }) => Ok(()),
    }
}

fn run(hook: &str, action: &str, name: &str, value: &str) -> Result<()> {
    let output = Command::new("sh")
        .args(["-c", hook])
        .env("GAIA_ACME_ACTION", action)
        .env("GAIA_ACME_NAME", name)
        .env("GAIA_ACME_VALUE", value)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| Error::new(format!("cannot run the hook: {e}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("the hook failed ({action} {name}, {})", output.status)).note(said.trim().to_owned()))
}
