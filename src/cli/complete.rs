//! What can be typed next, told to a shell while the user types: commands and options, and the names of the repository's
//! stacks and components.
//!
//! Names are kept in the user's cache directory for as long as no file of the stacks folder and of the configuration
//! changes, so that a large repository answers at once.

use crate::engine::{Engine, Options, Place};
use crate::error::Result;
use crate::output;
use crate::text::{SourceMap, hex};
use crate::value::json::{self, from_json};
use crate::value::{Map, Value};
use crate::workspace::{self, Workspace};
use clap::Arg;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, EnvCompleter, Shells};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// How many states of repositories are kept.
const KEPT: usize = 16;

/// The variable by which a shell asks, and says which shell it is.
const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks what can be typed next, and tells whether one did.
///
/// # Errors
/// The shell is unknown, or has stopped listening.
pub(super) fn answer(args: &[OsString]) -> clap::error::Result<bool> {
    let cwd = std::env::current_dir().ok();
    CompleteEnv::with_factory(super::command).var(VARIABLE).try_complete(args, cwd.as_deref())
}

/// The names of the shells that can ask.
pub(super) fn shells() -> impl Iterator<Item = &'static str> {
    Shells::builtins().iter().map(EnvCompleter::name).collect::<Vec<_>>().into_iter()
}

/// What makes a shell ask.
pub(super) fn registration(shell: &str) -> std::io::Result<String> {
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(shell) {
        completer.write_registration(VARIABLE, "gaia", "gaia", "gaia", &mut script)?;
    }
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// An argument, with the names that it can have if it names something of the repository.
pub(super) fn with_names(arg: Arg) -> Arg {
    let names: fn(&OsStr) -> Vec<CompletionCandidate> = match arg.get_value_names() {
        Some([name]) if name == "STACK" => stacks,
        Some([name]) if name == "COMPONENT" => components,
        _ => return arg,
    };
    arg.add(ArgValueCompleter::new(names))
}

fn stacks(typed: &OsStr) -> Vec<CompletionCandidate> {
    candidates(typed, |_, known| known.iter().map(|(stack, _)| stack.clone()).collect())
}

fn components(typed: &OsStr) -> Vec<CompletionCandidate> {
    candidates(typed, |words, known| {
        let stack = words.stack();
        let known = known.iter().filter(|(name, _)| stack.as_ref().is_none_or(|stack| stack == name));
        known.flat_map(|(_, components)| components.iter().cloned()).collect()
    })
}

/// Names of the repository that begin with what is typed. Where there is none, or it is broken, there are none.
fn candidates(typed: &OsStr, pick: impl Fn(&Words, &Known) -> BTreeSet<String>) -> Vec<CompletionCandidate> {
    let words = Words::of_process();
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let Ok(known) = names(&words) else { return Vec::new() };
    let names = pick(&words, &known).into_iter().filter(|name| name.starts_with(typed));
    names.map(CompletionCandidate::new).collect()
}

/// The command line that is being typed.
struct Words(Vec<String>);

impl Words {
    /// A shell gives it after `--`.
    fn of_process() -> Words {
        let all = std::env::args_os().skip_while(|word| word != "--").skip(1);
        Words(all.map(|word| word.to_string_lossy().into_owned()).collect())
    }

    /// The value of an option that was typed before.
    fn value(&self, short: &str, long: &str) -> Option<String> {
        let mut words = self.0.iter();
        while let Some(word) = words.next() {
            if word == short || word == long {
                return words.next().cloned();
            }
            if let Some(value) = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value.to_owned());
            }
        }
        None
    }

    fn stack(&self) -> Option<String> {
        self.value("-s", "--stack").filter(|stack| !stack.is_empty())
    }
}

/// Stacks with their components.
type Known = Vec<(String, Vec<String>)>;

fn names(words: &Words) -> Result<Known> {
    let mut options = workspace::Options::here()?;
    if let Some(dir) = words.value("-C", "--chdir") {
        options.cwd = workspace::clean(&options.cwd.join(dir));
    }
    options.base_path = words.value("--base-path", "--base-path").map(PathBuf::from);
    let cache = options.cache_dir().map(|dir| dir.join("gaia").join("names"));
    let workspace = Workspace::open(&options, &SourceMap::default())?;
    let cache = cache.map(|dir| dir.join(format!("{}.json", state(&workspace))));
    if let Some(known) = cache.as_deref().and_then(read) {
        return Ok(known);
    }
    let engine = Engine::new(Arc::new(workspace), Options { offline: true, ..Options::default() })?;
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
    fn options_are_found_in_both_forms() {
        let words = |line: &str| Words(line.split(' ').map(str::to_owned).collect());
        assert_eq!(words("gaia plan -s dev vp").stack().as_deref(), Some("dev"));
        assert_eq!(words("gaia plan --stack=dev vp").stack().as_deref(), Some("dev"));
        assert_eq!(words("gaia plan vp -s").stack(), None);
    }

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
