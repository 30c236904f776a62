//! A workflow of the repository, and whether Atmos runs it.

use crate::error::{Error, Kind, Result};
use crate::query::workflows::{Shape, describe};
use crate::runner::Signals;
use crate::text::did_you_mean;
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use std::path::Path;

/// Tells the programs that a workflow runs that one does: what stands in for a workflow must not call it again.
const DEPTH: &str = "GAIA_WORKFLOW_DEPTH";

/// A workflow with the file that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Native {
    /// The file, below the workflows folder.
    pub(super) file: String,
    /// The workflow's name.
    pub(super) name: String,
    /// What stands under it.
    pub(super) content: Value,
}

impl Native {
    /// All workflows of the repository, by file and name.
    ///
    /// # Errors
    /// No workflows folder is configured, or it is not there.
    pub(super) fn all(workspace: &Workspace) -> Result<Vec<Native>> {
        let manifests = describe(workspace, Shape::All)?;
        let mut found = Vec::new();
        for (file, manifest) in manifests.as_map().into_iter().flat_map(Map::iter) {
            for (name, content) in manifest.get("workflows").and_then(Value::as_map).into_iter().flat_map(Map::iter) {
                let (file, name) = (file.name.to_string(), name.name.to_string());
                found.push(Native { file, name, content: content.clone() });
            }
        }
        Ok(found)
    }

    /// The workflow of a name: its own, else that of a file which holds one alone.
    ///
    /// # Errors
    /// None has it, or several have.
    pub(super) fn find(workspace: &Workspace, name: &str, file: Option<&str>) -> Result<Native> {
        let mut all = Self::all(workspace)?;
        let stem = |file: &str| Path::new(file).file_stem().map(|s| s.to_string_lossy().into_owned());
        if let Some(file) = file {
            all.retain(|w| w.file == file || stem(&w.file) == stem(file));
        }
        let mut found: Vec<&Native> = all.iter().filter(|w| w.name == name).collect();
        if found.is_empty() {
            found = all.iter().filter(|w| stem(&w.file).as_deref() == Some(name)).collect();
        }
        match found[..] {
            [one] => Ok(one.clone()),
            [] => Err(Error::new(format!("there is no workflow `{name}`"))
                .maybe_hint(did_you_mean(name, all.iter().map(|w| w.name.as_str())))
                .hint("`gaia workflow list` shows all")),
            _ => {
                let names: Vec<String> = found.iter().map(|w| format!("`{}` in `{}`", w.name, w.file)).collect();
                Err(Error::usage(format!("`{name}` may be any of: {}", names.join(", ")))
                    .hint("name the file with `-f`"))
            }
        }
    }

    /// The names of the steps.
    pub(super) fn steps(&self) -> Vec<String> {
        let steps = self.content.get("steps").and_then(Value::as_seq).unwrap_or_default();
        steps.iter().filter_map(|s| s.get("name")?.as_str()).map(str::to_owned).collect()
    }

    /// Makes sure that Atmos runs what stands there. A step of the old repository's dialect has its command under `run`:
    /// Atmos takes that for an empty command, and all seems well.
    ///
    /// # Errors
    /// It is of that dialect.
    pub(super) fn check(&self) -> Result<()> {
        let steps = self.content.get("steps").and_then(Value::as_seq).unwrap_or_default();
        let is_foreign = |step: &&Value| step.get("command").is_none() && step.dig(["run", "command"]).is_some();
        let Some(step) = steps.iter().find(is_foreign) else { return Ok(()) };
        let at = step.get("run").map_or(step.span, |run| run.span);
        Err(Error::new(format!("the workflow `{}` is in a form that Atmos runs as empty commands", self.name))
            .at(at)
            .note("its commands stand under `run.command`, where Atmos looks for `command`")
            .hint("write `command:` and `type: shell` in the step"))
    }

    /// Runs it, and tells its exit code.
    ///
    /// # Errors
    /// It cannot be started, or Atmos would run it as empty commands.
    pub(super) fn run(&self, words: &[String]) -> Result<u8> {
        self.check()?;
        let mut all = ["workflow", &self.name, "-f", &self.file].map(str::to_owned).to_vec();
        all.extend_from_slice(words);
        atmos(&all)
    }
}

/// Whether a workflow runs this.
pub(super) fn is_inside() -> bool {
    std::env::var_os(DEPTH).is_some()
}

/// Runs Atmos with the streams of gaia, and tells its exit code.
///
/// # Errors
/// It cannot be started.
pub(super) fn atmos(words: &[String]) -> Result<u8> {
    // Ctrl-C is for Atmos, whose end is waited for
    let _signals = Signals::listen()?;
    let done = duct::cmd("atmos", words).env(DEPTH, "1").unchecked().run().map_err(|e| {
        Error::new(format!("cannot run `atmos`: {e}")).kind(Kind::Unavailable).hint("gaia hands workflows to Atmos")
    })?;
    let code = done.status.code().unwrap_or(i32::from(super::super::exit::INTERRUPTED));
    Ok(u8::try_from(code).unwrap_or(super::super::exit::FAILED))
}
