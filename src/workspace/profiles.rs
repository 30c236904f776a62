//! Profiles: directories of configuration files that are laid over the rest when they are asked for.

use super::{Options, paths};
use crate::error::{Error, Result};
use crate::text::{Span, did_you_mean};
use crate::value::Value;
use std::path::{Path, PathBuf};

/// The directories of the profiles that hold, in order: those of `--profile`, else `ATMOS_PROFILE`, else
/// `profiles.default`.
///
/// # Errors
/// A profile that no location has.
pub(super) fn directories(options: &Options, config: &Value, config_dir: Option<&Path>) -> Result<Vec<PathBuf>> {
    let split =
        |text: String| text.split(',').map(str::trim).filter(|n| !n.is_empty()).map(str::to_string).collect::<Vec<_>>();
    let names = if options.profiles.is_empty() {
        let default = config.dig(["profiles", "default"]).and_then(Value::as_str).map(str::to_string);
        options.env("ATMOS_PROFILE").or(default).map(split).unwrap_or_default()
    } else {
        options.profiles.clone()
    };
    let locations = locations(options, config, config_dir);
    let default_at = config.dig(["profiles", "default"]).map_or(Span::NONE, |v| v.span);
    let find = |name: &String| {
        let found = find(name, &locations);
        found.map_err(|e| if options.profiles.is_empty() && !default_at.is_none() { e.at(default_at) } else { e })
    };
    names.iter().map(find).collect()
}

/// Where profiles are looked for, nearest first.
fn locations(options: &Options, config: &Value, config_dir: Option<&Path>) -> Vec<PathBuf> {
    let dir = config_dir.unwrap_or(&options.cwd);
    let configured = config
        .dig(["profiles", "base_path"])
        .and_then(Value::as_str)
        .filter(|p| !p.is_empty())
        .map(|p| paths::join(dir, p));
    let user = options
        .env("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .or_else(|| options.env("HOME").map(|h| Path::new(&h).join(".config")));
    [configured, Some(dir.join(".atmos/profiles")), user.map(|u| u.join("atmos/profiles")), Some(dir.join("profiles"))]
        .into_iter()
        .flatten()
        .collect()
}

fn find(name: &str, locations: &[PathBuf]) -> Result<PathBuf> {
    if let Some(found) = locations.iter().map(|l| l.join(name)).find(|p| p.is_dir()) {
        return Ok(found);
    }
    let entries = locations.iter().filter_map(|l| std::fs::read_dir(l).ok()).flatten().filter_map(Result::ok);
    let known: Vec<String> =
        entries.filter(|e| e.path().is_dir()).map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    let searched: Vec<String> = locations.iter().map(|l| l.display().to_string()).collect();
    Err(Error::new(format!("there is no profile `{name}`"))
        .note(format!("looked in {}", searched.join(", ")))
        .maybe_hint(did_you_mean(name, known.iter().map(String::as_str))))
}
