//! What can stand for an argument: the names that there are for it in the repository, by the name of its value. Shells
//! complete them, and who leaves the argument out is asked which it is.

use super::chosen::Current;
use super::known;
use crate::delegate::Ephemeral;
use crate::engine::{Engine, Options};
use crate::error::Result;
use crate::runner::Runs;
use crate::scaffold;
use crate::text::SourceMap;
use crate::workflow::Workflow;
use crate::workspace::{self, Workspace};
use clap::Arg;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// Finds the names that fit a command line.
pub(super) type Names = fn(&Words) -> Result<Vec<String>>;

/// Where the names come from that an argument can have; nothing where it names nothing of the repository.
pub(super) fn names(arg: &Arg) -> Option<Names> {
    Some(match arg.get_value_names()? {
        [name] if name == "STACK" => stacks,
        [name] if name == "COMPONENT" => components,
        [name] if name == "WORKFLOW" => workflows,
        [name] if name == "RUN" => runs,
        [name] if name == "EPHEMERAL" => short_lived,
        [name] if name == "TEMPLATE" => |_| Ok(templates()),
        _ => return None,
    })
}

fn stacks(words: &Words) -> Result<Vec<String>> {
    let known = known::names(&words.workspace()?)?;
    Ok(known.into_iter().map(|(stack, _)| stack).collect::<BTreeSet<_>>().into_iter().collect())
}

/// Those of the stack that is named or current, else of all.
fn components(words: &Words) -> Result<Vec<String>> {
    let workspace = words.workspace()?;
    let stack = match words.stack() {
        Some(stack) => Some(stack),
        None => Current::of(&workspace)?.map(|current| current.said()),
    };
    let known = known::names(&workspace)?;
    let is_name = stack.as_ref().is_some_and(|said| known.iter().any(|(name, _)| name == said));
    let is_meant = |name: &str| match &stack {
        Some(said) if is_name => name == said,
        Some(said) => name.starts_with(said.as_str()),
        None => true,
    };
    let known = known.iter().filter(|(stack, _)| is_meant(stack));
    let all: BTreeSet<&String> = known.flat_map(|(_, components)| components).collect();
    Ok(all.into_iter().cloned().collect())
}

/// By their names, and those that share one by their paths.
fn workflows(words: &Words) -> Result<Vec<String>> {
    let all = Workflow::all(&*words.workspace()?)?;
    let is_shared = |name: &str| all.iter().filter(|workflow| workflow.name == name).count() > 1;
    Ok(all.iter().map(|one| if is_shared(&one.name) { one.path() } else { one.name.clone() }).collect())
}

fn runs(words: &Words) -> Result<Vec<String>> {
    Ok(Runs::of(&words.workspace()?.root).ids())
}

fn short_lived(words: &Words) -> Result<Vec<String>> {
    let engine = Engine::new(words.workspace()?, Options { offline: true, ..Options::default() })?;
    Ok(Ephemeral::all(&engine, &[])?.into_iter().map(|stack| stack.name).collect())
}

/// By their addresses: a name alone is that of a directory for most.
fn templates() -> Vec<String> {
    scaffold::bundled().into_iter().map(|template| format!("bundled:{}", template.name)).collect()
}

/// A command line, as far as it is typed.
#[derive(Debug)]
pub(super) struct Words {
    words: Vec<String>,
    /// What is read for them.
    sources: SourceMap,
}

impl Words {
    pub(super) fn new(words: impl IntoIterator<Item = OsString>, sources: &SourceMap) -> Words {
        let words = words.into_iter().map(|word| word.to_string_lossy().into_owned()).collect();
        Words { words, sources: sources.clone() }
    }

    /// The value of an option.
    fn value(&self, short: &str, long: &str) -> Option<String> {
        let mut words = self.words.iter();
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
        let said = self.value("-s", "--stack").or_else(|| std::env::var("ATMOS_STACK").ok());
        said.filter(|stack| !stack.is_empty())
    }

    /// The repository that is meant. Nothing outside it is asked.
    pub(super) fn workspace(&self) -> Result<Arc<Workspace>> {
        let mut options = workspace::Options::here()?;
        if let Some(dir) = self.value("-C", "--chdir") {
            options.cwd = workspace::clean(&options.cwd.join(dir));
        }
        options.base_path = self.value("--base-path", "--base-path").map(PathBuf::from);
        Workspace::open(&options, &self.sources).map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_found_in_both_forms() {
        let words = |line: &str| Words::new(line.split(' ').map(OsString::from), &SourceMap::default());
        assert_eq!(words("gaia plan -s dev vp").value("-s", "--stack").as_deref(), Some("dev"));
        assert_eq!(words("gaia plan --stack=dev vp").value("-s", "--stack").as_deref(), Some("dev"));
        assert_eq!(words("gaia plan vp -s").value("-s", "--stack"), None);
    }
}
