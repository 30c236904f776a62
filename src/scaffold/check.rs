//! Whether a newer version of a project's template exists.

use super::answers;
use super::console::Console;
use super::data;
use super::request::Request;
use super::source::Template;
use super::worker::absolute;
use crate::error::{Error, Result};

/// What is known about a newer version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Whether there is one.
    pub available: bool,
    /// The version that the project was made from.
    pub current: String,
    /// The newest version.
    pub latest: String,
}

/// Compares the version that a project was made from with the newest one.
///
/// # Errors
/// An error when the project does not say what it was made from, or the template has no versions.
pub fn check_update(request: &Request, console: &dyn Console) -> Result<Update> {
    let project = absolute(&request.destination)?;
    let file = request.answers_file.as_deref().unwrap_or(".copier-answers.yml");
    let last = answers::last(&project, file)?;
    let text = |name: &str| last.get(name).filter(|value| value.is_true()).map(data::text);
    let (Some(source), Some(commit)) = (text("_src_path"), text("_commit")) else {
        return Err(Error::new(format!("Cannot check because cannot obtain old template references from `{file}`.")));
    };
    let new = Template::open(&source, None, request.prereleases, console)?;
    if new.commit.is_none() {
        return Err(Error::new("Checking is only supported in git-tracked templates."));
    }
    let old = Template::open(&source, Some(&commit), request.prereleases, console)?;
    let current = old.version().ok_or_else(|| Error::new("Cannot check: version from last update not detected."))?;
    let latest = new.version().ok_or_else(|| Error::new("Cannot check: version from template not detected."))?;
    Ok(Update { available: latest > current, current: current.to_string(), latest: latest.to_string() })
}
