//! Which files of a repository or an archive an import names.

use super::cache::Tree;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use globset::GlobBuilder;

/// What ends the name of a manifest.
const EXTENSIONS: [&str; 4] = [".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl"];

/// Whether a name is that of a manifest.
pub(super) fn is_manifest(name: &str) -> bool {
    EXTENSIONS.iter().any(|extension| name.len() > extension.len() && name.ends_with(extension))
}

/// The files, in the order of their paths: those that match a pattern, the file of that name, with an extension where it
/// has none, or all manifests of the directory of that name.
pub(super) fn files(tree: &Tree, inside: &str) -> Result<Vec<String>> {
    let inside = clean(inside)?;
    let is_pattern = inside.contains(['*', '?', '[']);
    let found: Vec<String> = if is_pattern {
        let glob = GlobBuilder::new(&inside)
            .literal_separator(true)
            .build()
            .map_err(|e| Error::new(format!("the pattern `{inside}` cannot be read: {e}")))?
            .compile_matcher();
        tree.files().filter(|file| glob.is_match(file)).map(str::to_owned).collect()
    } else {
        let has = |name: &str| tree.files().any(|file| file == name);
        let bare = !inside.rsplit('/').next().unwrap_or_default().contains('.');
        let extended = EXTENSIONS.iter().map(|e| format!("{inside}{e}")).find(|name| bare && has(name));
        let below = if inside.is_empty() { String::new() } else { format!("{inside}/") };
        match extended.or_else(|| has(&inside).then(|| inside.clone())) {
            Some(file) => vec![file],
            None => tree.files().filter(|f| f.starts_with(&below) && is_manifest(f)).map(str::to_owned).collect(),
        }
    };
    if found.is_empty() {
        let what = if is_pattern { "nothing that matches" } else { "no manifest" };
        return Err(Error::new(format!("there is {what} `{inside}` in what was fetched"))
            .maybe_hint(did_you_mean(&inside, tree.files())));
    }
    Ok(found)
}

/// The path without `.`, `..` and empty parts.
fn clean(inside: &str) -> Result<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in inside.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Err(Error::new(format!("`{inside}` leads out of what was fetched")));
                }
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}
