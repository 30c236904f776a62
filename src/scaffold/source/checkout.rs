//! A revision of a git repository, checked out into a temporary directory.

use super::git::Git;
use super::location::Location;
use super::version::Version;
use crate::error::{Error, Result};
use crate::scaffold::console::Console;
use crate::text::sha256;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;

/// A temporary checkout.
#[derive(Debug)]
pub(super) struct Checkout {
    dir: Rc<TempDir>,
    /// The full id of what is checked out.
    commit: String,
    facts: Facts,
    /// The clone whose objects this one uses.
    _clone: Option<Rc<TempDir>>,
}

/// What git knows about a commit.
#[derive(Debug)]
pub(super) struct Facts {
    /// The nearest tag and how far away it is, in git's words.
    pub(super) description: String,
    /// The version by PEP 440, told from the tags.
    pub(super) version: Option<Version>,
    /// The modes of its files.
    pub(super) modes: HashMap<PathBuf, u32>,
}

impl Checkout {
    /// Clones and checks out.
    pub(super) fn make(
        location: &Location,
        revision: Option<&str>,
        prereleases: bool,
        console: &dyn Console,
    ) -> Result<Self> {
        let dir = temporary()?;
        match location {
            Location::Remote(url) => clone_remote(url, dir.path())?,
            Location::Directory(path) | Location::Local(path) => clone_local(path, dir.path(), console)?,
        }
        let git = Git::at(dir.path());
        let (revision, commit) = match revision {
            Some(revision) => (revision.to_owned(), None),
            None => latest_tag(&git, prereleases, console)?,
        };
        match location {
            Location::Local(path) if revision == "HEAD" && path.is_dir() => include_changes(path, &git, console)?,
            _ => {}
        }
        let commit = commit.map_or_else(|| resolve(&git, &revision), Ok)?;
        let checkout = || git.run(&["-c", "core.fsmonitor=false", "checkout", "-f", &commit]).map(drop);
        let facts = Facts::beside(&git, &commit, checkout)?;
        let checkout = Checkout { dir: Rc::new(dir), commit, facts, _clone: None };
        checkout.update_submodules()?;
        Ok(checkout)
    }

    /// Another revision of the same repository, out of the same clone.
    pub(super) fn beside(&self, revision: &str) -> Result<Self> {
        let git = Git::at(self.path());
        let commit = resolve(&git, revision)?;
        let dir = temporary()?;
        let path = dir.path().to_string_lossy().into_owned();
        let words = ["-c", "core.fsmonitor=false", "worktree", "add", "-q", "-f", "--detach", "--", &path, &commit];
        let facts = Facts::beside(&git, &commit, || git.run(&words).map(drop))?;
        let checkout = Checkout { dir: Rc::new(dir), commit, facts, _clone: Some(Rc::clone(&self.dir)) };
        checkout.update_submodules()?;
        Ok(checkout)
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(super) fn commit(&self) -> &str {
        &self.commit
    }

    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    fn update_submodules(&self) -> Result<()> {
        if !self.path().join(".gitmodules").exists() {
            return Ok(());
        }
        let git = Git::at(self.path());
        git.run(&["submodule", "sync", "--recursive"])?;
        git.run(&["submodule", "update", "--checkout", "--init", "--recursive", "--force"]).map(drop)
    }
}

impl Facts {
    /// Asks git about a commit, while it is checked out: they need nothing of each other.
    fn beside(git: &Git, commit: &str, checkout: impl FnOnce() -> Result<()>) -> Result<Self> {
        std::thread::scope(|scope| {
            let facts = scope.spawn(|| Self::of(git, commit));
            checkout()?;
            facts.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    fn of(git: &Git, commit: &str) -> Result<Self> {
        let description = git.run(&["describe", "--tags", "--always", commit])?.trim().to_owned();
        Ok(Facts { version: version(git, commit, &description), modes: modes(git, commit), description })
    }
}

fn temporary() -> Result<TempDir> {
    let dir = tempfile::Builder::new().prefix("gaia-template.").tempdir();
    dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))
}

/// A repository elsewhere is kept as a mirror, so that the next run fetches only what is new.
fn clone_remote(url: &str, dir: &Path) -> Result<()> {
    let mirror = mirror_of(url);
    let bare = Git::at(std::env::temp_dir()).env("GIT_DIR", &mirror);
    let is_whole =
        mirror.join("objects").is_dir() && bare.ask(&["rev-parse", "--is-bare-repository"]).as_deref() == Some("true");
    if is_whole {
        bare.run(&["remote", "update", "--prune"])?;
    } else {
        make_mirror(url, &mirror)?;
    }
    // the mirror's branches become branches of `origin`, as in any clone
    let path = dir.to_string_lossy().into_owned();
    let mirror = mirror.to_string_lossy().into_owned();
    let args = ["clone", "--no-checkout", "--shared", "--template=", "--", &mirror, &path];
    Git::at(dir).env("GIT_CONFIG_COUNT", "0").run(&args).map(drop)?;
    // submodules with relative addresses are relative to the true origin
    Git::at(dir).run(&["remote", "set-url", "origin", url]).map(drop)
}

/// A clone that borrows the objects of its source, and copies neither them nor the user's template of repositories.
fn clone_local(source: &Path, dir: &Path, console: &dyn Console) -> Result<()> {
    let from = std::path::absolute(source).unwrap_or_else(|_| source.to_owned()).to_string_lossy().into_owned();
    let to = dir.to_string_lossy();
    Git::at(dir).run(&["clone", "--no-checkout", "--shared", "--template=", "--", &from, &to])?;
    if dir.join(".git/shallow").exists() {
        console.warn(
            "ShallowCloneWarning",
            &format!(
                "The repository '{from}' is a shallow clone, this might lead to unexpected failure or unusually \
                 high resource consumption."
            ),
        );
    }
    Ok(())
}

/// Puts what is not committed into a commit of the clone; the template itself is never touched.
fn include_changes(source: &Path, clone: &Git, console: &dyn Console) -> Result<()> {
    if Git::at(source).run(&["status", "--porcelain"])?.trim().is_empty() {
        return Ok(());
    }
    let source = std::path::absolute(source).unwrap_or_else(|_| source.to_owned());
    let git = clone.clone().env("GIT_WORK_TREE", source);
    git.run(&["--git-dir=.git", "add", "-A"])?;
    let message = "Changes that were not committed";
    git.run(&["--git-dir=.git", "commit", "-m", message, "--no-verify", "--no-gpg-sign"])?;
    console.warn("DirtyLocalWarning", "Dirty template changes included automatically.");
    Ok(())
}

/// The full id of a revision. It is read by git from its input, so it can never pass for an option.
fn resolve(git: &Git, revision: &str) -> Result<String> {
    if !revision.contains(['\r', '\n']) {
        for candidate in [revision.to_owned(), format!("refs/remotes/origin/{revision}")] {
            let asked = format!("{candidate}^{{commit}}\n");
            let id = git.run_with(&["cat-file", "--batch-check=%(objectname)"], asked.as_bytes())?;
            let id = id.trim();
            if (40..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Ok(id.to_owned());
            }
        }
    }
    Err(Error::new(format!("Unknown revision: '{revision}'")).hint("give a tag, a branch or a commit of the template"))
}

/// The highest tag of a clone by PEP 440, and its commit where the tag tells it.
fn latest_tag(clone: &Git, prereleases: bool, console: &dyn Console) -> Result<(String, Option<String>)> {
    // a tag is a commit's, or another object that has a commit
    let format = "--format=%(refname:strip=2) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
    let tags = clone.run(&["for-each-ref", format, "refs/tags"])?;
    let versions = tags.lines().filter_map(|line| {
        let (tag, objects) = line.split_once(' ')?;
        Some((Version::parse(tag)?, (tag, objects)))
    });
    let allowed = versions.filter(|(version, _)| prereleases || !version.is_prerelease());
    // of equal ones the first
    let best = allowed.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((_, (tag, objects))) = best else {
        console.say("No git tags found in template; using HEAD as ref");
        return Ok(("HEAD".to_owned(), None));
    };
    let words: Vec<_> = objects.split_whitespace().collect();
    let commit = words.chunks_exact(2).find(|pair| pair[0] == "commit").map(|pair| pair[1].to_owned());
    Ok((tag.to_owned(), commit))
}

/// Where the mirror of an address is kept; who one is there does not matter.
fn mirror_of(url: &str) -> PathBuf {
    let bare = match url.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path));
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            format!("{scheme}://{host}/{path}")
        }
        None => url.to_owned(),
    };
    let name = sha256(bare.as_bytes());
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = variable("COPIER_CACHE_DIR").unwrap_or_else(|| {
        let user = variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache")));
        user.unwrap_or_else(std::env::temp_dir).join("copier/git")
    });
    cache.join(format!("{name}.git"))
}

/// Clones beside the mirror's place and moves it there, so that nobody sees half of one.
fn make_mirror(url: &str, mirror: &Path) -> Result<()> {
    let parent = mirror.parent().unwrap_or(Path::new("."));
    let cannot = |e| Error::new(format!("cannot write the cache of templates: {e}")).in_file(mirror);
    if mirror.exists() {
        fs::remove_dir_all(mirror).map_err(cannot)?;
    }
    fs::create_dir_all(parent).map_err(cannot)?;
    let staging = tempfile::tempdir_in(parent).map_err(cannot)?;
    let repository = staging.path().join("repo.git");
    Git::at(parent).run(&["clone", "--mirror", "--", url, &repository.to_string_lossy()])?;
    match fs::rename(&repository, mirror) {
        Ok(()) => Ok(()),
        // another run was faster
        Err(_) if mirror.join("objects").is_dir() => Ok(()),
        Err(e) => Err(cannot(e)),
    }
}

/// The version of a commit: that of the nearest tag, or so many commits after it.
fn version(git: &Git, commit: &str, description: &str) -> Option<Version> {
    let words = ["log", "--simplify-by-decoration", "--topo-order", "--decorate=full", "--format=%H %D", commit];
    let log = git.ask(&words)?;
    let mut has_tags = false;
    for line in log.lines() {
        let (id, names) = line.split_once(' ').unwrap_or((line, ""));
        let tags: Vec<_> = names.split(", ").filter_map(|name| name.strip_prefix("tag: refs/tags/")).collect();
        has_tags |= !tags.is_empty();
        let best = tags.iter().filter_map(|tag| Some((Version::parse(tag)?, *tag))).max_by(|a, b| a.0.cmp(&b.0));
        if let Some((version, tag)) = best {
            if id == commit {
                return Some(version);
            }
            let distance = git.ask(&["rev-list", "--count", &format!("refs/tags/{tag}..{commit}")])?.parse().ok()?;
            return Some(if distance == 0 { version } else { version.after(distance, &short_id(git, commit)?) });
        }
    }
    if has_tags {
        return Version::parse(description);
    }
    let distance = git.ask(&["rev-list", "--count", commit])?.parse().ok()?;
    Some(Version::parse("0.0.0")?.after(distance, &short_id(git, commit)?))
}

fn short_id(git: &Git, commit: &str) -> Option<String> {
    git.ask(&["rev-parse", "--short", commit])
}

/// The modes of the files of a commit.
fn modes(git: &Git, commit: &str) -> HashMap<PathBuf, u32> {
    let listed = git.run(&["ls-tree", "-r", "-z", "--full-tree", commit]).unwrap_or_default();
    let entry = |line: &str| {
        let (meta, path) = line.split_once('\t')?;
        let mode = u32::from_str_radix(meta.split(' ').next()?, 8).ok()?;
        Some((PathBuf::from(path), mode))
    };
    listed.split('\0').filter_map(entry).collect()
}
