//! `!include FILE [query]` and `!include.raw FILE [query]`: acted upon while a manifest is read.

use crate::error::{Error, Result};
use crate::external::args;
use crate::text::SourceMap;
use crate::value::{Value, json};
use crate::workspace::clean;
use crate::yaml;
use crate::yq;
use std::path::{Path, PathBuf};

/// What a file holds, read by its extension (JSON, YAML, HCL, dotenv, else text), or the answer of a query over it.
///
/// The file is looked for beside the manifest when its path begins with `.`, then below the two directories: the current
/// one and the base path.
///
/// # Errors
/// A file that is not there or is not what its extension says.
pub(crate) fn include(
    arguments: &str,
    raw: bool,
    manifest: &Path,
    dirs: [&Path; 2],
    sources: &SourceMap,
) -> Result<Value> {
    let (file, expression) = args::first_and_rest(arguments)?;
    let path = find(&file, manifest, dirs).ok_or_else(|| {
        Error::new(format!("`!include` names `{file}`, which is not there"))
            .hint(format!("paths that begin with `.` are relative to the manifest, others to `{}`", dirs[1].display()))
    })?;
    let text =
        std::fs::read_to_string(&path).map_err(|e| Error::new(format!("cannot read `{}`: {e}", path.display())))?;
    let value = if raw { Value::from(text) } else { parse(&path, text, sources)? };
    match expression {
        Some(expression) => yq::eval(&expression, &value),
        None => Ok(value),
    }
}

fn find(file: &str, manifest: &Path, [cwd, root]: [&Path; 2]) -> Option<PathBuf> {
    let first = file.split('/').next().unwrap_or_default();
    let beside = manifest.parent().map(|dir| dir.join(file)).filter(|_| matches!(first, "." | ".."));
    [beside, Some(cwd.join(file)).filter(|_| file.starts_with('/') || first != "."), Some(root.join(file))]
        .into_iter()
        .flatten()
        .find(|p| p.is_file())
}

/// Reads a file by its extension.
fn parse(path: &Path, text: String, sources: &SourceMap) -> Result<Value> {
    let invalid = |what: &str| Error::new(format!("`{}` is no {what}", path.display())).in_file(path);
    match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "json" => json::from_json(&text).map_err(|_| invalid("JSON")),
        "yaml" | "yml" => match yaml::load_str(&text, &mut yaml::NoTags) {
            Ok(document) => Ok(document.value),
            // once more, for the place of the mistake
            Err(_) => Ok(yaml::load(&sources.add(clean(path), text, false), &mut yaml::NoTags)?.value),
        },
        "hcl" | "tf" | "tfvars" => crate::hcl::attributes(&text).map_err(|e| e.context(path.display())),
        "env" => Ok(dotenv(&text)),
        _ => Ok(Value::from(text)),
    }
}

/// `KEY=value` lines; quotes around values go, lines without `=` too.
fn dotenv(text: &str) -> Value {
    let entries = text.lines().map(str::trim).filter(|l| !l.starts_with('#')).filter_map(|line| {
        let (key, value) = line.strip_prefix("export ").unwrap_or(line).split_once('=')?;
        let value = value.trim();
        let quoted = ['"', '\''].into_iter().find_map(|q| value.strip_prefix(q)?.strip_suffix(q));
        Some((
            key.trim().to_string(),
            Value::from(quoted.unwrap_or_else(|| value.split(" #").next().unwrap_or_default().trim_end())),
        ))
    });
    Value::map(entries.collect())
}
