//! Taking a remote's address apart: host, owner, name.

use crate::error::{Error, Result};

/// Where a remote repository is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The host.
    pub host: String,
    /// The owner: a user, an organisation, on GitLab a group with its subgroups.
    pub owner: String,
    /// The name of the repository.
    pub name: String,
}

impl Location {
    /// Takes an address apart, a URL or the short `user@host:path`.
    ///
    /// GitHub, Bitbucket, Azure DevOps and every host with `gitlab` in its name have rules of their own, which Atmos
    /// follows; elsewhere the owner is the first part of the path and the name all the rest.
    ///
    /// # Errors
    /// An error for an address in which no owner and name can be found, such as that of a local directory.
    pub fn parse(address: &str) -> Result<Self> {
        let found = parts(address).and_then(|(host, path)| known(host, path)).or_else(|| other(address));
        found.ok_or_else(|| Error::new(format!("cannot tell owner and name from the remote `{address}`")))
    }
}

/// The transports of git that are written as a URL.
const TRANSPORTS: [&str; 9] = ["ssh", "git", "git+ssh", "http", "https", "ftp", "ftps", "rsync", "file"];

/// Host (with its port) and path of an address.
fn parts(address: &str) -> Option<(&str, &str)> {
    match address.split_once("://") {
        Some((scheme, rest)) if TRANSPORTS.contains(&scheme) => Some(split_authority(rest)),
        Some(_) => None,
        None => {
            let (login, path) = address.split_once(':')?;
            let host = login.rsplit_once('@').map_or(login, |(_, host)| host);
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
            (!host.is_empty() && host.chars().all(plain)).then_some((host, path))
        }
    }
}

fn split_authority(rest: &str) -> (&str, &str) {
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    (authority.rsplit_once('@').map_or(authority, |(_, host)| host), path)
}

/// The location on one of the hosts whose layout is known.
fn known(host: &str, path: &str) -> Option<Location> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let name = |part: &str| part.strip_suffix(".git").unwrap_or(part).to_owned();
    let at = |host: &str, owner: &str, name: String| Some(Location { host: host.into(), owner: owner.into(), name });
    match (host, &parts[..]) {
        ("github.com" | "www.github.com" | "raw.githubusercontent.com", [owner, repo, ..]) => {
            at("github.com", owner, name(repo))
        }
        (host, parts) if host.ends_with("azure.com") => match (host.strip_prefix("ssh."), parts) {
            (Some(host), [owner, _, repo] | [_, owner, _, repo] | [owner, _, repo, _, _]) => {
                at(host, owner, (*repo).to_owned())
            }
            (None, [owner, _, "_git", repo, ..]) => at(host, owner, (*repo).to_owned()),
            _ => None,
        },
        (host, [owner, repo, ..]) if host.ends_with("bitbucket.org") => at("bitbucket.org", owner, name(repo)),
        (host, [_, _, ..]) if host.contains("gitlab") => {
            let end = parts.iter().position(|part| *part == "-").unwrap_or(parts.len());
            let (repo, owner) = parts[..end].split_last()?;
            at(host, &owner.join("/"), name(repo))
        }
        _ => None,
    }
}

/// The location on any other host.
fn other(address: &str) -> Option<Location> {
    let (host, path) = if let Some((_, rest)) = address.split_once("://") {
        let (host, path) = split_authority(rest);
        (host.rsplit_once(':').map_or(host, |(host, _)| host), path)
    } else {
        let (login, path) = address.split_once(':')?;
        (login.split_once('@')?.1, path)
    };
    let path = path.strip_prefix('/').unwrap_or(path);
    let (owner, name) = path.strip_suffix(".git").unwrap_or(path).split_once('/')?;
    let whole = !host.is_empty() && !host.contains('/') && !owner.is_empty();
    whole.then(|| Location { host: host.into(), owner: owner.into(), name: name.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Option<(String, String, String)> {
        Location::parse(address).ok().map(|at| (at.host, at.owner, at.name))
    }

    fn expect(address: &str, host: &str, owner: &str, name: &str) {
        assert_eq!(parse(address), Some((host.into(), owner.into(), name.into())), "{address}");
    }

    #[test]
    fn known_hosts() {
        expect("https://github.com/acme/infra.git", "github.com", "acme", "infra");
        expect("https://token@www.github.com/acme/infra", "github.com", "acme", "infra");
        expect("git@github.com:acme/infra.git", "github.com", "acme", "infra");
        expect("ssh://git@gitlab.acme.io:2222/group/sub/infra.git", "gitlab.acme.io:2222", "group/sub", "infra");
        expect("git@gitlab.com:group/sub/infra.git", "gitlab.com", "group/sub", "infra");
        expect("git@bitbucket.org:team/infra.git", "bitbucket.org", "team", "infra");
        expect("https://dev.azure.com/org/project/_git/infra", "dev.azure.com", "org", "infra");
        expect("git@ssh.dev.azure.com:v3/org/project/infra", "dev.azure.com", "org", "infra");
    }

    #[test]
    fn other_hosts() {
        expect("https://ghe.example.com/acme/widgets.git", "ghe.example.com", "acme", "widgets");
        expect("git@ghe.example.com:acme/widgets.git", "ghe.example.com", "acme", "widgets");
        expect("ssh://git@code.example.com:7999/group/sub/widgets.git", "code.example.com", "group", "sub/widgets");
    }

    #[test]
    fn addresses_without_owner_and_name() {
        for address in ["not-a-valid-url", "/srv/git/infra.git", "../infra", "https://github.com/acme", "host:x/y"] {
            assert_eq!(parse(address), None, "{address}");
        }
    }
}
