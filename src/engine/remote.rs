//! Imports that name an address: fetched, and what imports of the fetched files are relative to.

use super::Engine;
use super::targets::{Found, Item};
use crate::error::{Error, Result};
use crate::external::fetch::{self, Failure};
use crate::value::{Map, Value};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What import paths are relative to: the stacks folder, or that of a repository that was fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Base {
    /// The stacks folder, as everywhere unless `nested_imports: remote` says otherwise.
    #[default]
    Local,
    Fetched(Arc<Path>),
}

/// What an import says of being fetched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    /// `nested_imports`: whether imports of what was fetched are relative to it; inherited where it is not set.
    remote: Option<bool>,
    /// `ttl`: how long what was fetched is used without asking again.
    ttl: Option<String>,
}

impl Wishes {
    /// Reads `nested_imports` and `ttl` of an import.
    pub(super) fn of(import: &Map) -> Result<Self> {
        let text = |name: &str| match import.get(name).filter(|v| !v.is_null()) {
            None => Ok(None),
            Some(value) => value.as_str().map(|text| Some((text, value.span))).ok_or_else(|| {
                Error::new(format!("`{name}` of an import must be a text, this is a {}", value.type_name()))
                    .at(value.span)
            }),
        };
        let remote = match text("nested_imports")?.map(|(t, span)| (t.trim().to_ascii_lowercase(), span)) {
            None => None,
            Some((word, _)) if word.is_empty() => None,
            Some((word, _)) if word == "local" => Some(false),
            Some((word, _)) if word == "remote" => Some(true),
            Some((word, span)) => {
                return Err(Error::new(format!("unknown `nested_imports` `{word}`"))
                    .at(span)
                    .hint("one of: local, remote"));
            }
        };
        Ok(Wishes { remote, ttl: text("ttl")?.map(|(t, _)| t.to_owned()).filter(|ttl| !ttl.is_empty()) })
    }

    /// What the imports of an imported file are relative to, unless it is fetched itself.
    pub(super) fn base_below(&self, base: &Base, stacks_dir: &Path) -> Base {
        match (self.remote, base) {
            (Some(false), _) | (None, Base::Local) => Base::Local,
            (Some(true), Base::Local) => Base::Fetched(Arc::from(stacks_dir)),
            (_, fetched) => fetched.clone(),
        }
    }
}

impl Engine {
    /// The directory of a base.
    pub(super) fn base_dir<'a>(&'a self, base: &'a Base) -> &'a Path {
        match base {
            Base::Local => &self.settings.stacks_dir,
            Base::Fetched(dir) => dir,
        }
    }

    /// The files that an address names. `skip_if_missing` allows that they cannot be had, but not that what is there is
    /// wrong.
    pub(super) fn remote_imports(&self, address: &str, item: &Item, below: &Base) -> Result<Arc<Vec<Found>>> {
        let configured = || self.workspace.config.dig(["imports", "ttl"]).and_then(Value::as_str);
        let ttl = item.remote.ttl.as_deref().or_else(configured).unwrap_or_default();
        let files = match self.workspace.fetcher.fetch(address, ttl) {
            Ok(files) => files,
            Err(Failure::Missing(_)) if item.skip_if_missing => return Ok(Arc::default()),
            Err(Failure::Missing(error)) => {
                return Err(error.hint("`skip_if_missing: true` allows an import that cannot be had"));
            }
            Err(Failure::Broken(error)) => return Err(error),
        };
        let found = files.into_iter().map(|file| {
            let base = match below {
                Base::Local => Base::Local,
                Base::Fetched(_) => Base::Fetched(self.fetched_stacks(&file.root, &file.path, address)?),
            };
            Ok(Found { path: Arc::from(file.path), name: file.name.into(), base })
        });
        Ok(Arc::new(found.collect::<Result<_>>()?))
    }

    /// The stacks folder of a fetched repository: the part of the path of the import that is called as ours.
    fn fetched_stacks(&self, root: &Path, file: &Path, address: &str) -> Result<Arc<Path>> {
        let named = self.workspace.config.dig(["stacks", "base_path"]).and_then(Value::as_str).unwrap_or("stacks");
        let (wanted, inside) = (parts(Path::new(named)), parts(file.strip_prefix(root).unwrap_or(file)));
        if wanted.is_empty() {
            return Ok(Arc::from(root));
        }
        let at = inside.windows(wanted.len()).position(|parts| parts == wanted).ok_or_else(|| {
            Error::new(format!("`nested_imports: remote` needs the stacks folder `{named}` in the path of the import"))
                .note(format!("the import is `{}`", fetch::redacted(address)))
                .hint("name the stacks folder in the path, or use `nested_imports: local`")
        })?;
        Ok(Arc::from(inside[..at + wanted.len()].iter().fold(root.to_path_buf(), |dir, part| dir.join(part))))
    }
}

/// The names in a path.
fn parts(path: &Path) -> Vec<PathBuf> {
    let names = path.components().filter(|part| matches!(part, Component::Normal(_)));
    names.map(|part| PathBuf::from(part.as_os_str())).collect()
}
