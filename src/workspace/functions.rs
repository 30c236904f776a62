//! YAML functions in atmos.yaml: evaluated while it is read.

use super::Options;
use super::paths::clean;
use crate::error::{Error, Kind, Result};
use crate::external::{args, git};
use crate::text::did_you_mean;
use crate::value::{Data, Value, json};
use crate::yaml::{self, TagResolver, Tagged};
use std::path::Path;
use std::process::{Command, Stdio};

/// The functions that atmos.yaml may use.
const KNOWN: [&str; 17] = [
    "env",
    "exec",
    "include",
    "include.raw",
    "repo-root",
    "cwd",
    "random",
    "append",
    "unset",
    "git.root",
    "git.sha",
    "git.branch",
    "git.ref",
    "git.repository",
    "git.owner",
    "git.name",
    "git.host",
];

/// The functions of one configuration file.
pub(super) struct ConfigTags<'a> {
    pub options: &'a Options,
    pub path: &'a Path,
}

impl TagResolver for ConfigTags<'_> {
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value> {
        let name = node.tag.trim_start_matches('!').trim().to_string();
        let span = node.span();
        let value = match node.value.data {
            Data::Str(ref text) => self.call(&name, text.trim()).map_err(|e| e.at(span))?,
            _ => return Ok(node.value),
        };
        Ok(value.with_span(span))
    }
}

impl ConfigTags<'_> {
    fn call(&self, name: &str, arguments: &str) -> Result<Value> {
        match name {
            "env" => {
                let words = args::words(arguments)?;
                let found = words.first().and_then(|n| self.options.env_raw(n));
                Ok(Value::from(found.or_else(|| words.get(1).cloned()).unwrap_or_default()))
            }
            "exec" => self.exec(arguments),
            "include" | "include.raw" => self.include(arguments, name == "include.raw"),
            "cwd" => Ok(Value::from(clean(&self.options.cwd.join(arguments)).display().to_string())),
            "repo-root" | "git.root" => match git::Repository::discover(&self.options.cwd) {
                Ok(repository) => Ok(Value::from(repository.root().display().to_string())),
                Err(_) if !arguments.is_empty() => Ok(Value::from(arguments)),
                Err(error) => Err(error),
            },
            "random" => random(arguments),
            "unset" => Ok(Value::NULL),
            "append" => Ok(Value::from(arguments)),
            _ if name.starts_with("git.") => {
                let fact = git::Fact::from_tag(&format!("!{name}")).ok_or_else(|| unknown(name))?;
                git::fact(&self.options.cwd, fact, Some(arguments).filter(|a| !a.is_empty())).map(Value::from)
            }
            _ => Err(unknown(name)),
        }
    }

    fn exec(&self, command: &str) -> Result<Value> {
        let output = Command::new("sh")
            .args(["-c", command])
            .current_dir(&self.options.cwd)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output();
        let output = output.map_err(|e| Error::new(format!("cannot run `sh`: {e}")).kind(Kind::Unavailable))?;
        if !output.status.success() {
            return Err(Error::new(format!("the command of `!exec` failed: {command}"))
                .kind(Kind::Child(output.status.code().unwrap_or(1))));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let text = text.trim_end_matches('\n');
        Ok(json::from_json(text).unwrap_or_else(|_| Value::from(text)))
    }

    fn include(&self, arguments: &str, raw: bool) -> Result<Value> {
        let (file, query) = args::first_and_rest(arguments)?;
        let dir = self.path.parent().unwrap_or(Path::new(""));
        let path = clean(&dir.join(&file));
        let text = std::fs::read_to_string(&path)
            .map_err(|e| Error::new(format!("`!include` cannot read `{}`: {e}", path.display())))?;
        let value = match path.extension().and_then(|e| e.to_str()) {
            _ if raw => Value::from(text),
            Some("json") => json::from_json(&text)?,
            Some("yaml" | "yml") => yaml::load_str(&text, &mut yaml::NoTags)?.value,
            _ => Value::from(text),
        };
        match query {
            Some(query) => crate::yq::eval(&query, &value),
            None => Ok(value),
        }
    }
}

fn unknown(name: &str) -> Error {
    Error::new(format!("`!{name}` is no YAML function of atmos.yaml"))
        .maybe_hint(did_you_mean(name, KNOWN))
        .hint(format!("known here: !{}", KNOWN.join(", !")))
}

/// `!random [[min] max]`: a number between both, 0 and 65535 by default.
fn random(arguments: &str) -> Result<Value> {
    let numbers: Vec<i64> = args::words(arguments)?
        .iter()
        .map(|w| w.parse().map_err(|_| Error::new(format!("`!random` takes numbers, not `{w}`"))))
        .collect::<Result<_>>()?;
    let (min, max) = match numbers[..] {
        [] => (0, 65535),
        [max] => (0, max),
        [min, max] => (min, max),
        _ => return Err(Error::new("`!random` takes at most two numbers")),
    };
    if min >= max {
        return Err(Error::new(format!("`!random` needs a smaller first number than {max}")));
    }
    // Any value will do: the clock is random enough for a default port or a suffix.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos());
    let range = u128::from(max.abs_diff(min)) + 1;
    Ok(Value::from(min + i64::try_from(now % range).unwrap_or(0)))
}
