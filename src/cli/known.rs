//! The names of a repository's stacks and components, as they are completed and counted.
//!
//! They are kept in the user's cache directory for as long as no file of the stacks folder and of the configuration
//! changes, so that a large repository answers at once.

use crate::engine::{Engine, Options, Place};
use crate::error::Result;
use crate::output;
use crate::text::hex;
use crate::value::json::{self, from_json};
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// How many states of repositories are kept.
const KEPT: usize = 16;

/// Stacks with their components.
pub(super) type Known = Vec<(String, Vec<String>)>;

/// The names in a repository. Nothing outside it is asked.
///
/// # Errors
/// A manifest that cannot be loaded.
pub(super) fn names(workspace: &Arc<Workspace>) -> Result<Known> {
    let cache = workspace.cache_dir().map(|dir| dir.join("gaia").join("names"));
    let cache = cache.map(|dir| dir.join(format!("{}.json", state(workspace))));
    if let Some(known) = cache.as_deref().and_then(read) {
        return Ok(known);
    }
    let engine = Engine::new(Arc::clone(workspace), Options { offline: true, ..Options::default() })?;
    let known = by_stack(&engine.places()?);
    if let Some(file) = cache {
        // a cache that cannot be written costs time, nothing else
        let _ = write(&file, &known);
    }
    Ok(known)
}

fn by_stack(places: &[Place]) -> Known {
    let mut known = Known::new();
    for place in places {
        let components = place.components.iter().map(ToString::to_string);
        match known.iter_mut().find(|(stack, _)| **stack == *place.stack) {
            Some((_, all)) => all.extend(components),
            None => known.push((place.stack.to_string(), components.collect())),
        }
    }
    known
}

/// What the names depend on: where the repository is, and which files it has of which age and size.
fn state(workspace: &Workspace) -> String {
    let mut digest = Sha256::new();
    digest.update(env!("CARGO_PKG_VERSION"));
    let mut add = |path: &Path| {
        digest.update(path.as_os_str().as_encoded_bytes());
        if let Ok(found) = path.metadata() {
            digest.update(found.len().to_le_bytes());
            let changed = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            digest.update(changed.unwrap_or_default().as_nanos().to_le_bytes());
        }
    };
    workspace.config_files.iter().for_each(|file| add(file));
    let stacks = WalkDir::new(&workspace.settings.stacks_dir).follow_links(true).sort_by_file_name();
    stacks.into_iter().filter_map(std::result::Result::ok).for_each(|entry| add(entry.path()));
    hex(&digest.finalize()[..16])
}

fn read(file: &Path) -> Option<Known> {
    let known = from_json(&std::fs::read_to_string(file).ok()?).ok()?;
    let names =
        |value: &Value| value.as_seq().map(|all| all.iter().filter_map(|n| Some(n.as_str()?.to_owned())).collect());
    known.as_map()?.iter().map(|(stack, components)| Some((stack.name.to_string(), names(components)?))).collect()
}

/// Writes the names, and removes those of earlier states that nobody asked for in a while.
fn write(file: &Path, known: &Known) -> Result<()> {
    let names = |all: &Vec<String>| Value::seq(all.iter().map(|name| Value::from(name.as_str())).collect());
    let map: Map = known.iter().map(|(stack, components)| (stack.as_str(), names(components))).collect();
    output::write_file(file, json::to_json(&Value::map(map), json::Format::COMPACT)?.as_bytes())?;
    let mut all: Vec<_> = file.parent().and_then(|dir| dir.read_dir().ok()).into_iter().flatten().flatten().collect();
    all.sort_by_key(|entry| std::cmp::Reverse(entry.metadata().and_then(|found| found.modified()).ok()));
    for old in all.iter().skip(KEPT) {
        let _ = std::fs::remove_file(old.path());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_names_come_back() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("names").join("x.json");
        let known = vec![("dev".to_owned(), vec!["vpc".to_owned(), "eks".to_owned()])];
        write(&file, &known).unwrap();
        assert_eq!(read(&file), Some(known));
        assert_eq!(read(Path::new("nowhere")), None);
    }
}
