//! Where a template lies: what the user typed, understood.

use super::git::Git;
use std::path::{Path, PathBuf};

/// A place of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Location {
    /// A directory without versions.
    Directory(PathBuf),
    /// A git repository or bundle on this machine.
    Local(PathBuf),
    /// A git repository elsewhere.
    Remote(String),
}

impl Location {
    /// Understands what a user typed: an alias, an address, a path.
    pub(super) fn parse(typed: &str) -> Self {
        let url = expand_alias(typed);
        if is_address(&url) {
            let url = url.strip_prefix("git+").unwrap_or(&url);
            let needs_suffix = typed_host(url) && !has_git_suffix(url);
            let url = if needs_suffix { format!("{url}.git") } else { url.to_owned() };
            // an address may also be the path of a repository that ends in `.git`
            return if Path::new(&url).exists() { Location::Local(url.into()) } else { Location::Remote(url) };
        }
        let path = home(typed);
        if path.is_dir() && Git::at(&path).is_root() || path.is_file() && is_bundle(&path) {
            Location::Local(path)
        } else {
            Location::Directory(path)
        }
    }
}

fn typed_host(url: &str) -> bool {
    url.starts_with("https://github.com/") || url.starts_with("https://gitlab.com/")
}

fn has_git_suffix(url: &str) -> bool {
    url.strip_suffix(".git").is_some()
}

fn is_address(url: &str) -> bool {
    let prefixes = ["git@", "git://", "git+", "https://github.com/", "https://gitlab.com/"];
    has_git_suffix(url) || prefixes.iter().any(|prefix| url.starts_with(prefix))
}

/// `gh:owner/name` and `gl:owner/name`.
fn expand_alias(typed: &str) -> String {
    for (alias, host) in [("gh:", "https://github.com"), ("gl:", "https://gitlab.com")] {
        if let Some(rest) = typed.strip_prefix(alias) {
            let rest = rest.strip_prefix('/').unwrap_or(rest);
            let suffix = if has_git_suffix(rest) { "" } else { ".git" };
            return format!("{host}/{rest}{suffix}");
        }
    }
    typed.to_owned()
}

/// The path with the user's home in place of a leading `~`.
pub(in crate::scaffold) fn home(typed: &str) -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    match (typed.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home,
        (Some(rest), Some(home)) if rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => PathBuf::from(typed),
    }
}

/// Whether a file is a bundle that git can clone.
fn is_bundle(path: &Path) -> bool {
    use std::io::Read;
    let mut start = [0; 15];
    let read = std::fs::File::open(path).and_then(|mut file| file.read(&mut start));
    read.is_ok() && start.starts_with(b"# v") && start.ends_with(b"git bundle")
        || start.starts_with(b"# v2 git bundle")
        || start.starts_with(b"# v3 git bundle")
}

#[cfg(test)]
mod tests {
    use super::Location;

    #[test]
    fn addresses_are_expanded_as_copier_does() {
        for (typed, url) in [
            ("gh:copier-org/copier", "https://github.com/copier-org/copier.git"),
            ("gh:/copier-org/copier.git", "https://github.com/copier-org/copier.git"),
            ("gl:a/b", "https://gitlab.com/a/b.git"),
            ("https://github.com/a/b", "https://github.com/a/b.git"),
            ("git+https://example.com/a", "https://example.com/a"),
            ("git@github.com:a/b.git", "git@github.com:a/b.git"),
            ("ssh://example.com/a.git", "ssh://example.com/a.git"),
        ] {
            assert_eq!(Location::parse(typed), Location::Remote(url.to_owned()), "{typed}");
        }
        assert_eq!(Location::parse("no/such/dir"), Location::Directory("no/such/dir".into()));
    }
}
