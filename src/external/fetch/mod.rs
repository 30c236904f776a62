//! Files that an import names by an address: git repositories, web servers, buckets, archives, `file://`, in the syntax
//! of go-getter, as Atmos has it.
//!
//! What was fetched is kept by its content in the user's cache directory, with the hash of every file; a run
//! asks for each address once. Nothing but `git` is run, and it never asks anybody anything.

mod archive;
mod cache;
mod checksum;
mod git;
mod object;
mod query;
mod select;
mod source;
mod ttl;

pub use source::{is_remote, redacted};

use super::aws::Aws;
use super::{Chain, Environment, Memo, http, runtime};
use crate::error::{Error, Kind, Result};
use cache::{Cache, Entry, Tree};
use source::{Place, Source};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Whether connections may be opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    /// They may.
    Open,
    /// The user said that they may not.
    Offline,
    /// The command only reads, and so opens none of its own accord.
    #[default]
    Untouched,
}

/// A file that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remote {
    /// Where it lies.
    pub path: PathBuf,
    /// What Atmos calls it: the address as it was written, with the path inside the repository where it was one of
    /// several.
    pub name: String,
    /// The directory that holds all that was fetched with it.
    pub root: PathBuf,
}

/// Why a file cannot be had.
#[derive(Clone, Debug)]
pub enum Failure {
    /// It is not there, or cannot be reached: `skip_if_missing` allows it.
    Missing(Error),
    /// What is there is not what it should be.
    Broken(Error),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Error {
        match failure {
            Failure::Missing(error) | Failure::Broken(error) => error,
        }
    }
}

/// What a run fetches.
#[derive(Debug)]
pub struct Fetcher {
    network: Network,
    cache: Option<Cache>,
    aws: Arc<Aws>,
    env: Environment,
    trees: Memo<String, Result<Tree, Failure>>,
    texts: Memo<String, (String, Option<String>)>,
}

impl Fetcher {
    /// Fetches into `gaia/imports` below the user's cache directory; without one nothing can be fetched.
    pub fn new(network: Network, cache: Option<&Path>, aws: Arc<Aws>) -> Self {
        let cache = cache.map(|dir| Cache::new(dir.join("gaia/imports")));
        Fetcher { network, cache, aws, env: Environment::default(), trees: Memo::default(), texts: Memo::default() }
    }

    /// AWS as the run sees it.
    pub fn aws(&self) -> &Arc<Aws> {
        &self.aws
    }

    /// The files that an address names, in the order of their paths. A directory of a repository or an archive stands for
    /// all manifests in it, a pattern for those that match.
    ///
    /// `ttl` says how long what was fetched may be used without asking again (`1h`, `daily`). Without it a repository is
    /// asked once a run, unless its commit is given, and a file never again, as in Atmos.
    ///
    /// # Errors
    /// The address cannot be read or fetched, holds no such file, or the copy in the cache was changed.
    pub fn fetch(&self, address: &str, ttl: &str) -> Result<Vec<Remote>, Failure> {
        let source = Source::parse(address).map_err(Failure::Broken)?;
        if let (Place::File(path), None) = (&source.place, source.archive) {
            return local(address, path, source.inside.as_deref());
        }
        // the same address may be asked for with several lifetimes: each holds, whichever comes first
        let key = [source.key.as_str(), ttl].join(" ");
        let tree = self.trees.get(&key, &Chain::default(), |_| Ok(self.tree(&source, ttl)));
        let tree = tree.map_err(Failure::Broken)??;
        let found = match (&source.inside, tree.only_file()) {
            (Some(inside), _) => select::files(&tree, inside).map_err(|e| Failure::Missing(about(e, address)))?,
            (None, Some(only)) => vec![only],
            (None, None) => {
                return Err(Failure::Broken(
                    Error::new(format!("`{}` holds more than one file", redacted(address)))
                        .hint("say which with `//path/to/file.yaml` after the address"),
                ));
            }
        };
        let named = |inside: &str| Remote {
            path: tree.path(inside),
            name: if source.inside.is_some() { format!("{address}#{inside}") } else { address.to_owned() },
            root: tree.root(),
        };
        for inside in &found {
            tree.verify(inside).map_err(|e| Failure::Broken(about(e, address)))?;
        }
        Ok(found.iter().map(|inside| named(inside)).collect())
    }

    /// The text at a web address and its media type, for the data sources of templates: asked for once a run, never kept.
    ///
    /// # Errors
    /// No connection may be opened, or the server does not give it.
    pub fn text(&self, url: &str, headers: &[(&str, &str)]) -> Result<(String, Option<String>)> {
        if let Some((why, remedy)) = self.closed() {
            return Err(Error::new(format!("`{}` is not asked: {why}", redacted(url)))
                .kind(Kind::Unavailable)
                .hint(remedy));
        }
        self.texts.get(&url.to_owned(), &Chain::default(), |_| {
            let answer = runtime::block_on(http::get(url, headers))?;
            let media_type = answer.media_type.clone();
            let body = answer.succeeded(&format!("`{}` cannot be read", redacted(url)))?;
            Ok((String::from_utf8_lossy(&body).into_owned(), media_type))
        })
    }

    /// What an address gives as a whole: from the cache where that will do.
    fn tree(&self, source: &Source, ttl: &str) -> Result<Tree, Failure> {
        let shown = redacted(&source.address);
        let Some(cache) = &self.cache else {
            return Err(Failure::Missing(
                Error::new(format!("`{shown}` cannot be fetched: there is no cache directory"))
                    .kind(Kind::Unavailable)
                    .hint("set `HOME` or `XDG_CACHE_HOME`"),
            ));
        };
        let known = cache.entry(&source.key).filter(|entry| cache.holds(entry));
        let open = |entry: &Entry| cache.open(entry).map_err(|e| Failure::Broken(about(e, &source.address)));
        if let Some(entry) = &known
            && (self.network != Network::Open || Self::is_fresh(source, entry, ttl))
        {
            return open(entry);
        }
        if let Some(why) = self.closed() {
            return Err(Failure::Missing(
                Error::new(format!("`{shown}` is not in the cache, and {}", why.0)).kind(Kind::Unavailable).hint(why.1),
            ));
        }
        let fetched = self.refreshed(cache, source, known.as_ref());
        let entry = fetched.map_err(|failure| explained(failure, &shown, known.as_ref()))?;
        open(&entry)
    }

    fn is_fresh(source: &Source, entry: &Entry, ttl: &str) -> bool {
        match &source.place {
            Place::Git(git) if git.is_pinned() => true,
            Place::Git(_) => ttl::is_fresh(entry.fetched, ttl),
            Place::File(_) => false,
            _ => ttl.is_empty() || ttl::is_fresh(entry.fetched, ttl),
        }
    }

    /// Whether the user said that no connection may be opened.
    pub fn is_offline(&self) -> bool {
        self.network == Network::Offline
    }

    /// What keeps connections closed, and what opens them.
    fn closed(&self) -> Option<(&'static str, &'static str)> {
        match self.network {
            Network::Open => None,
            Network::Offline => Some(("`--offline` opens no connections", "run without `--offline`")),
            Network::Untouched => Some((
                "this command opens no connections",
                "`--offline=false` allows it; commands such as `gaia describe stacks` do it by themselves",
            )),
        }
    }

    /// Asks the place, and puts what it gives into the cache.
    fn refreshed(&self, cache: &Cache, source: &Source, known: Option<&Entry>) -> Result<Entry, Failure> {
        let missing = Failure::Missing;
        let entry = |content: String, commit: Option<String>| Entry {
            source: redacted(&source.address),
            content,
            commit,
            fetched: SystemTime::now(),
        };
        let entry = if let Place::Git(git) = &source.place {
            let commit = git.commit(&self.env).map_err(missing)?;
            match known {
                Some(known) if known.commit.is_some() && known.commit == commit => entry(known.content.clone(), commit),
                _ => {
                    let checkout = cache.scratch().map_err(missing)?;
                    let commit = git.checkout(checkout.path(), &self.env).map_err(missing)?;
                    entry(cache.store(checkout.path()).map_err(missing)?, Some(commit))
                }
            }
        } else {
            let bytes = self.bytes(&source.place).map_err(missing)?;
            if let Some(checksum) = &source.checksum {
                checksum.verify(&bytes).map_err(Failure::Broken)?;
            }
            let folder = cache.scratch().map_err(missing)?;
            match source.archive {
                Some(kind) => archive::unpack(kind, &bytes, folder.path(), &source.file).map_err(Failure::Broken)?,
                None => cache::write(&folder.path().join(&source.file), &bytes).map_err(missing)?,
            }
            entry(cache.store(folder.path()).map_err(missing)?, None)
        };
        cache.record(&source.key, &entry).map_err(missing)?;
        Ok(entry)
    }

    fn bytes(&self, place: &Place) -> Result<Vec<u8>> {
        match place {
            Place::Http(url) => runtime::block_on(object::http(url, &self.env)),
            Place::S3(bucket) => object::s3(bucket, &self.aws, &self.env),
            Place::Gcs(bucket) => runtime::block_on(object::gcs(bucket, &self.env)),
            Place::File(path) => fs::read(path).map_err(|e| Error::new(format!("cannot read: {e}")).in_file(path)),
            Place::Git(_) => Err(Error::new("a git repository is no file")),
        }
    }
}

/// A file on this disk, which needs no cache.
fn local(address: &str, path: &Path, inside: Option<&str>) -> Result<Vec<Remote>, Failure> {
    let (root, file) = match inside {
        Some(inside) => (path.to_path_buf(), path.join(inside)),
        None => (path.parent().unwrap_or(path).to_path_buf(), path.to_path_buf()),
    };
    if !file.is_file() {
        let what = if file.is_dir() { "is a directory, not a file" } else { "is not there" };
        return Err(Failure::Missing(Error::new(format!("`{}`, which `{address}` names, {what}", file.display()))));
    }
    Ok(vec![Remote { path: file, name: address.to_owned(), root }])
}

fn about(error: Error, address: &str) -> Error {
    error.context(format_args!("`{}`", redacted(address)))
}

/// What the place said, and what there is in its stead.
fn explained(failure: Failure, shown: &str, known: Option<&Entry>) -> Failure {
    let explain = |error: Error| {
        let error = error.context(format_args!("cannot fetch `{shown}`"));
        match known.and_then(Entry::age) {
            Some(age) => error.hint(format!("`--offline` uses what was fetched {age} ago")),
            None => error.hint("check the address and the network"),
        }
    };
    match failure {
        Failure::Missing(error) => Failure::Missing(explain(error)),
        Failure::Broken(error) => Failure::Broken(error.context(format_args!("`{shown}`"))),
    }
}
