//! Functions that need nothing but this machine: environment, commands, the git work tree, text.

use super::Call;
use crate::error::{Error, Kind, Result};
use crate::external::{args, git};
use crate::template::{Val, print_value};
use crate::value::{Value, json};
use crate::workspace::Workspace;
use std::process::{Command, Stdio};

/// `!template TEXT`: the text, or what it says if it is JSON.
pub(super) fn template(text: &str) -> Value {
    json::from_json(text).unwrap_or_else(|_| Value::from(text))
}

/// `!env NAME [default]`: the component's own `env` first, then the process's; always a string.
pub(super) fn env(call: &Call<'_>, arguments: &str) -> Result<Value> {
    let words = args::words(arguments)?;
    let (name, default) = match &words[..] {
        [name] => (name, ""),
        [name, default] => (name, default.as_str()),
        _ => {
            return Err(Error::new(format!("`!env` takes a name and a default, not {} arguments", words.len()))
                .hint("quote a default with blanks: `!env NAME \"a b\"`"));
        }
    };
    if let Some(value) =
        call.component.and_then(|c| c.section("env")).and_then(|e| e.get(name)).filter(|v| !v.is_null())
    {
        return Ok(Value::from(print_value(&Val::from(value.clone()))));
    }
    Ok(Value::from(call.engine.workspace.env(name).unwrap_or_else(|| default.to_string())))
}

/// `!exec COMMAND`: what the shell command prints, read as JSON if it is. Its standard error is passed on.
pub(super) fn exec(command: &str, workspace: &Workspace) -> Result<Value> {
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(&workspace.cwd)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| Error::new(format!("cannot run `sh`: {e}")).kind(Kind::Unavailable))?;
    if !output.status.success() {
        let code = output.status.code().unwrap_or(1);
        return Err(Error::new(format!("the command of `!exec` failed with code {code}: {command}"))
            .kind(Kind::Child(code))
            .hint("run the command by hand to see why"));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let text = text.trim_end_matches('\n');
    Ok(json::from_json(text).unwrap_or_else(|_| Value::from(text)))
}

/// `!repo-root [default]`: the root of the git work tree.
pub(super) fn repo_root(call: &Call<'_>, default: &str) -> Result<Value> {
    match git::Repository::discover(&call.engine.workspace.cwd) {
        Ok(repository) => Ok(Value::from(repository.root().display().to_string())),
        Err(_) if !default.is_empty() => Ok(Value::from(default)),
        Err(error) => Err(error.context("`!repo-root`").hint("give a default: `!repo-root .`")),
    }
}

/// `!git.sha`, `!git.branch`, …
pub(super) fn git(call: &Call<'_>, name: &str, default: &str) -> Result<Value> {
    let fact = git::Fact::from_tag(&format!("!{name}"))
        .ok_or_else(|| Error::new(format!("unknown YAML function `!{name}`")))?;
    git::fact(&call.engine.workspace.cwd, fact, Some(default).filter(|d| !d.is_empty())).map(Value::from)
}
