//! Addresses as go-getter writes them: `git::https://host/repo.git//path?ref=v1`, `github.com/org/repo//path`,
//! `s3::https://…`, `https://host/file.yaml?checksum=…`, `file:///path`.

use super::archive;
use super::checksum::Checksum;
use super::git::Repository;
use super::object::Bucket;
use super::query::{Query, decode};
use crate::error::{Error, Result};
use regex::Regex;
use std::path::PathBuf;
use std::sync::LazyLock;

/// An address, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// As it was written.
    pub(super) address: String,
    /// What is fetched as a whole, whichever file of it is wanted.
    pub(super) key: String,
    pub(super) place: Place,
    /// What is wanted of it: a path or pattern after `//`.
    pub(super) inside: Option<String>,
    /// How to unpack it, where it is an archive.
    pub(super) archive: Option<archive::Kind>,
    pub(super) checksum: Option<Checksum>,
    /// The name of the file that it is.
    pub(super) file: String,
}

#[derive(Clone, Debug)]
pub(super) enum Place {
    Git(Repository),
    Http(String),
    S3(Bucket),
    Gcs(Bucket),
    File(PathBuf),
}

/// The hosts of which a bare path is a repository: `github.com/org/repo`.
const GIT_HOSTS: [&str; 3] = ["github.com", "gitlab.com", "bitbucket.org"];

impl Source {
    /// Takes an address apart.
    ///
    /// # Errors
    /// It is of a kind that is not fetched, or lacks something.
    pub(super) fn parse(address: &str) -> Result<Self> {
        let (forced, rest) = forced(address);
        let (whole, inside) = split_inside(rest);
        let (location, query) = whole.split_once('?').unwrap_or((&whole, ""));
        let mut query = Query::parse(query);
        let scheme = location.split_once("://").map(|(scheme, _)| scheme);
        let mut inside = inside.map(str::to_owned).filter(|path| !path.is_empty());
        let (mut archive, mut checksum) = (None, None);

        let kind = match (forced, scheme) {
            (Some("git"), _) | (None, None | Some("git" | "ssh" | "git+ssh")) => "git",
            (None, Some("http" | "https")) if inside.is_some() && is_git(rest) => "git",
            (Some("s3"), _) | (None, Some("s3")) => "s3",
            (Some("gcs"), _) | (None, Some("gcs" | "gs")) => "gcs",
            (None | Some("http" | "https"), Some("http" | "https")) => "http",
            (None | Some("file"), Some("file")) => "file",
            (Some(other), _) | (None, Some(other)) => {
                return Err(Error::new(format!("`{other}` addresses are not fetched: `{}`", redacted(address)))
                    .hint("known are git, http, https, s3, gcs and file addresses; or vendor the files"));
            }
        };
        let place = if kind == "git" {
            let (url, within) = repository_url(location, forced.is_some(), inside.is_some());
            inside = inside.or(within);
            Place::Git(Repository::new(url, query.take("ref"), query.take("depth"), query.take("sshkey").is_some())?)
        } else {
            checksum = query.take("checksum").map(|text| Checksum::parse(&text)).transpose()?;
            archive = archive::Kind::of(location, query.take("archive").as_deref())?;
            query.take("filename");
            match kind {
                "s3" => Place::S3(Bucket::s3(location, &mut query)?),
                "gcs" => Place::Gcs(Bucket::gcs(location)?),
                "file" => Place::File(PathBuf::from(decode(location.trim_start_matches("file://")))),
                _ => Place::Http(format!("{location}{}", query.rest())),
            }
        };
        let last = location.rsplit('/').next().map(decode).filter(|name| is_file_name(name));
        let key = match &place {
            Place::Git(git) => git.key(),
            // a commit of a checksum or of a way to unpack is another thing
            _ => format!("{}{whole}", forced.map(|f| format!("{f}::")).unwrap_or_default()),
        };
        let file = last.unwrap_or_else(|| "file".to_owned());
        if inside.is_some() && archive.is_none() && !matches!(place, Place::Git(_) | Place::File(_)) {
            return Err(Error::new(format!("`{}` is neither a repository nor an archive", redacted(address))).hint(
                "what stands after `//` is a path inside one; write `git::` before the address of a repository",
            ));
        }
        Ok(Source { address: address.to_owned(), key, place, inside, archive, checksum, file })
    }
}

/// The getter that stands before `::`.
fn forced(address: &str) -> (Option<&str>, &str) {
    match address.split_once("::") {
        Some((getter, rest)) if !getter.is_empty() && getter.bytes().all(|b| b.is_ascii_alphanumeric()) => {
            (Some(getter), rest)
        }
        _ => (None, address),
    }
}

/// The whole and, after `//`, what is wanted inside; a query belongs to the whole.
fn split_inside(address: &str) -> (String, Option<&str>) {
    let end = address.find('?').unwrap_or(address.len());
    let start = address[..end].find("://").map_or(0, |at| at + 3);
    // in `file:///path` the third slash begins the path
    match address[start..end].get(1..).and_then(|rest| rest.find("//")).map(|at| start + 1 + at) {
        Some(at) => (format!("{}{}", &address[..at], &address[end..]), Some(&address[at + 2..end])),
        None => (address.to_owned(), None),
    }
}

/// The address that `git` gets, and the path inside it where the address has both in one: of `host/org/repo/path` on a
/// known host, and, as in go-getter, of `git::…/repo.git/file`.
fn repository_url(location: &str, forced: bool, has_inside: bool) -> (String, Option<String>) {
    if location.starts_with('/') {
        return (location.to_owned(), None);
    }
    let (url, host) = match location.split_once("://") {
        Some((_, rest)) => (location.to_owned(), rest.split('/').next().unwrap_or_default()),
        None if SCP.is_match(location) && location.contains(':') => (location.to_owned(), ""),
        None => (format!("https://{location}"), location.split('/').next().unwrap_or_default()),
    };
    if has_inside {
        return (url, None);
    }
    let start = url.find("://").map_or(0, |at| at + 3);
    let parts: Vec<&str> = url[start..].split('/').collect();
    if !forced && GIT_HOSTS.contains(&host.to_ascii_lowercase().as_str()) && parts.len() > 3 {
        return (format!("{}{}", &url[..start], parts[..3].join("/")), Some(parts[3..].join("/")));
    }
    match url.rsplit_once('/') {
        Some((repository, file)) if super::select::is_manifest(file) => (repository.to_owned(), Some(file.to_owned())),
        _ => (url, None),
    }
}

fn is_file_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\', '\0'])
}

/// The address as it may be shown: without login and without the values of parameters, which may be secrets.
pub fn redacted(address: &str) -> String {
    let (location, query) = address.split_once('?').map_or((address, None), |(l, q)| (l, Some(q)));
    let shown = match location.split_once("://") {
        Some((scheme, rest)) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
            format!("{scheme}://{host}{path}")
        }
        None => location.to_owned(),
    };
    // which version is wanted is no secret, and says most
    let kept = query.into_iter().flat_map(|q| q.split('&')).find(|pair| pair.starts_with("ref="));
    kept.map_or_else(|| shown.clone(), |reference| format!("{shown}?{reference}"))
}

static SCP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(([\w.-]+)@)?([\w.-]+\.[\w.-]+):([\w./-]+)(\.git)?(.*)$").expect("a valid pattern"));

/// Whether an import names something that is fetched rather than a file below the stacks folder.
///
/// Atmos decides by the looks: a scheme, `//` anywhere, `.git` in the path after the first part, or a first part with a dot
/// that could be a host, as in `acme.io` or `git.acme.internal/x`; not one like `v1.2/x`.
pub fn is_remote(path: &str) -> bool {
    if ["/", "./", "../"].iter().any(|prefix| path.starts_with(prefix)) {
        return false;
    }
    path.contains("://") || path.contains("::") || path.contains("//") || is_git(path) || is_host(path)
}

/// Whether Atmos takes an address for one of a git repository.
fn is_git(address: &str) -> bool {
    if address.starts_with("git::") {
        return true;
    }
    let (whole, _) = split_inside(address);
    let whole = whole.split('?').next().unwrap_or_default();
    if whole.contains(':') && SCP.is_match(whole) {
        return true;
    }
    let rest = whole.split_once("://").map_or(whole, |(_, rest)| rest);
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host).to_ascii_lowercase();
    let known = |name: &str| host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    GIT_HOSTS.into_iter().any(known) || path.contains(".git") || path.contains("/_git/")
}

/// Whether the first part of a path looks like the name of a host.
fn is_host(path: &str) -> bool {
    const DOMAINS: [&str; 19] = [
        "com", "org", "net", "io", "dev", "co", "edu", "gov", "mil", "uk", "de", "fr", "jp", "cn", "au", "ca", "nl",
        "se", "no",
    ];
    let (host, has_path) = path.split_once('/').map_or((path, false), |(host, _)| (host, true));
    let Some((before, after)) = host.split_once('.') else { return false };
    if before.is_empty() || after.is_empty() {
        return false;
    }
    let after = after.to_ascii_lowercase();
    let domain = after.rsplit('.').next().unwrap_or_default();
    let version = host.strip_prefix(['v', 'V']).unwrap_or(host);
    let is_version = version.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    DOMAINS.contains(&domain) || (after.len() >= 2 && !is_version && has_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_atmos_takes_for_an_address() {
        for remote in [
            "https://host/x.yaml",
            "git::https://host/x",
            "s3::https://s3.amazonaws.com/b/k",
            "github.com/org/repo//path?ref=v1",
            "gitlab.com/org/repo",
            "git@github.com:org/repo.git//x",
            "git.acme.internal/repo//x",
            "acme.io",
            "git.acme.internal/repo",
            "catalog//vpc",
            "catalog/.github/vpc",
            "org/_git/repo/x",
            "catalog/x.git/y",
        ] {
            assert!(is_remote(remote), "{remote}");
        }
        for local in [
            "catalog/vpc",
            "catalog/vpc.yaml",
            "vpc.yaml",
            "v1.2/vpc",
            "1.2.3/vpc",
            "./github.com/x",
            "../a//b",
            "/abs/path",
            "catalog/v1.0/vpc",
            "orgs/acme.io/dev",
            ".hidden/x",
            "catalog/**/*",
            "{{ .x }}",
        ] {
            assert!(!is_remote(local), "{local}");
        }
    }

    fn parsed(address: &str) -> String {
        let source = Source::parse(address).unwrap_or_else(|e| panic!("{address}: {e}"));
        let place = match &source.place {
            Place::Git(git) => git.key(),
            Place::Http(url) => url.clone(),
            Place::File(path) => path.display().to_string(),
            Place::S3(bucket) | Place::Gcs(bucket) => format!("{bucket:?}"),
        };
        let archive = source.archive.map(|kind| format!(" {kind:?}")).unwrap_or_default();
        format!("{place}{archive} [{}]", source.inside.as_deref().unwrap_or(&source.file))
    }

    #[test]
    fn addresses_are_taken_apart() {
        for (address, expected) in [
            ("git::https://h/o/r.git//a/b.yaml?ref=v1", "git::https://h/o/r.git?ref=v1 [a/b.yaml]"),
            ("git::https://h/o/r.git//a?depth=5&ref=main", "git::https://h/o/r.git?ref=main [a]"),
            ("git::https://h/o/r.git/a.yaml", "git::https://h/o/r.git?ref=HEAD [a.yaml]"),
            ("git::file:///srv/r.git//a.yaml", "git::file:///srv/r.git?ref=HEAD [a.yaml]"),
            ("git::/srv/r.git//a.yaml", "git::/srv/r.git?ref=HEAD [a.yaml]"),
            ("github.com/o/r//a/b?ref=v1", "git::https://github.com/o/r?ref=v1 [a/b]"),
            ("github.com/o/r/a/b.yaml", "git::https://github.com/o/r?ref=HEAD [a/b.yaml]"),
            ("https://github.com/o/r//a.yaml?ref=v1", "git::https://github.com/o/r?ref=v1 [a.yaml]"),
            ("https://github.com/o/r/releases/x.yaml", "https://github.com/o/r/releases/x.yaml [x.yaml]"),
            ("git@github.com:o/r.git//a.yaml?ref=v1", "git::git@github.com:o/r.git?ref=v1 [a.yaml]"),
            ("ssh://git@h/o/r.git//a.yaml", "git::ssh://git@h/o/r.git?ref=HEAD [a.yaml]"),
            ("https://h/a%20b.yaml?x=1&filename=c", "https://h/a%20b.yaml?x=1 [a b.yaml]"),
            ("https://h/a.tar.gz//x/y.yaml", "https://h/a.tar.gz TarGz [x/y.yaml]"),
            ("https://h/a?archive=zip", "https://h/a Zip [a]"),
            ("https://h/a.yaml.gz?archive=false", "https://h/a.yaml.gz [a.yaml.gz]"),
            ("file:///a/b.yaml", "/a/b.yaml [b.yaml]"),
        ] {
            assert_eq!(parsed(address), expected, "{address}");
        }
        for wrong in [
            "oci://h/x",
            "hg::https://h/x",
            "https://h/x.yaml//y",
            "https://h/x.tar.xz",
            "git::https://h/r?ref=--upload-pack=x",
            "git::https://h/r?ref=a:b",
            "git::https://h/r?sshkey=x",
            "https://h/x?checksum=md5:1",
            "s3::https://s3.amazonaws.com/bucket",
        ] {
            assert!(Source::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn buckets_by_every_way_to_write_them() {
        let bucket = |address: &str| parsed(address).split(", endpoint").next().map(str::to_owned);
        let expected = r#"Bucket { name: "b", key: "k/x.yaml", region: Some("eu-west-1")"#;
        for address in [
            "s3::https://s3-eu-west-1.amazonaws.com/b/k/x.yaml",
            "s3::https://s3.eu-west-1.amazonaws.com/b/k/x.yaml",
            "s3::https://b.s3-eu-west-1.amazonaws.com/k/x.yaml",
            "s3::https://b.s3.eu-west-1.amazonaws.com/k/x.yaml",
            "s3::https://s3.amazonaws.com/b/k/x.yaml?region=eu-west-1",
            "s3://b/k/x.yaml?region=eu-west-1",
            "s3::http://127.0.0.1:9000/b/k/x.yaml?region=eu-west-1",
        ] {
            assert_eq!(bucket(address).as_deref(), Some(expected), "{address}");
        }
        let expected = r#"Bucket { name: "b", key: "k/x.yaml", region: None"#;
        for address in ["gcs::https://www.googleapis.com/storage/v1/b/k/x.yaml", "gcs://b/k/x.yaml"] {
            assert_eq!(bucket(address).as_deref(), Some(expected), "{address}");
        }
    }

    #[test]
    fn logins_and_parameters_are_not_shown() {
        let address = "git::https://user:secret@h/r.git//x?ref=v1&token=secret";
        assert_eq!(redacted(address), "git::https://h/r.git//x?ref=v1");
        assert_eq!(redacted("https://h/x?sig=abc"), "https://h/x");
    }
}
