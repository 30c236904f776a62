//! `!terraform.output`: the outputs of a component as Terraform itself tells them, one process per component and
//! stack however many outputs are read.
//!
//! Native `atmos` does it when it is there, because it prepares a component's directory (backend and provider files,
//! `init`, workspace). Without it, Terraform is asked in the directory as it stands, with the workspace chosen by
//! `TF_WORKSPACE`, so that nothing in the directory changes.

use super::environment::Environment;
use super::process::{Finished, Invocation, Runner, System};
use super::{Chain, Memo, json};
use crate::error::{Error, Kind, Result};
use crate::value::{Map, Value};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

/// The component whose outputs are read.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// Its name.
    pub component: &'a str,
    /// The stack.
    pub stack: &'a str,
    /// The directory of its Terraform code.
    pub dir: &'a Path,
    /// Its Terraform workspace; `None` where the backend knows none (`http`).
    pub workspace: Option<&'a str>,
    /// Its `command`: `terraform`, `tofu` or a path.
    pub command: &'a str,
    /// The environment that its `env` section makes ([`Environment::for_program`]).
    pub env: Environment,
}

/// Reads outputs, each component's once in a run.
pub struct Outputs {
    runner: Box<dyn Runner>,
    atmos: Option<Atmos>,
    memo: Memo<Key, Map>,
}

/// How native `atmos` is called.
#[derive(Clone, Debug, Default)]
pub struct Atmos {
    /// The program.
    pub program: PathBuf,
    /// The directory it runs in: the one that gaia runs in, so that it finds the same `atmos.yaml`.
    pub dir: PathBuf,
    /// Variables that make it see the repository as gaia does: base path, configuration, manifests to load.
    pub env: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    component: String,
    stack: String,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.component, self.stack)
    }
}

impl Outputs {
    /// Reads through native `atmos` where there is one, through Terraform otherwise.
    pub fn new(atmos: Option<Atmos>) -> Self {
        Self::with_runner(atmos, System)
    }

    /// The same with another way to run programs.
    pub fn with_runner(atmos: Option<Atmos>, runner: impl Runner + 'static) -> Self {
        Outputs { runner: Box::new(runner), atmos, memo: Memo::default() }
    }

    /// All outputs of a component; empty when it has none, or its state does not exist yet. Numbers are floats.
    ///
    /// A disabled or abstract component has none, without any process ([`has_outputs`] tells).
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when neither program is there; otherwise what the program said.
    pub fn get(&self, target: &Target) -> Result<Map> {
        let key = Key { component: target.component.to_owned(), stack: target.stack.to_owned() };
        self.memo.get(&key, &Chain::default(), |_| match &self.atmos {
            Some(atmos) => self.run(target, &atmos.invocation(target)).and_then(|text| from_atmos(&text, target)),
            None => self.run(target, &terraform(target)?).and_then(|text| from_terraform(&text, target)),
        })
    }

    fn run(&self, target: &Target, invocation: &Invocation) -> Result<String> {
        let Finished { code, stdout, stderr } = self.runner.run(invocation)?;
        if code == Some(0) {
            return Ok(stdout);
        }
        let program = invocation.program.file_name().unwrap_or_default().to_string_lossy();
        let mut error = failed(
            target,
            format!("`{program}` ended with {}", code.map_or("a signal".into(), |c| format!("code {c}"))),
        );
        for line in stderr.lines().map(str::trim).filter(|line| !line.is_empty()).take(12) {
            error = error.note(line);
        }
        Err(if stderr.contains("terraform init") {
            error.hint(format!("run `terraform init` in `{}`, or install Atmos, which does", target.dir.display()))
        } else {
            error
        })
    }
}

/// Whether Atmos asks Terraform at all: not for an abstract component, nor with `vars.enabled: false`.
pub fn has_outputs(sections: &Map) -> bool {
    let read = |section: &str, key: &str| sections.get(section).and_then(|s| s.get(key));
    let is_abstract = read("metadata", "type").and_then(Value::as_str) == Some("abstract");
    !is_abstract && read("vars", "enabled").and_then(Value::as_bool) != Some(false)
}

impl Atmos {
    /// Native `atmos` on the `PATH`, if it is there.
    pub fn find(env: &Environment, dir: &Path) -> Option<Self> {
        let program = env.find_program("atmos")?;
        let env = env.overlay().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some(Atmos { program, dir: dir.to_owned(), env })
    }

    /// A component as Atmos describes it, with every function evaluated.
    ///
    /// # Errors
    /// What Atmos said when it failed.
    pub fn describe(&self, component: &str, stack: &str) -> Result<Value> {
        let args = ["describe", "component", component, "-s", stack, "--format", "json"];
        let mut env = self.env.clone();
        env.extend([("ATMOS_MASK".into(), "false".into()), ("NO_COLOR".into(), "1".into())]);
        let Finished { code, stdout, stderr } = System.run(&Invocation {
            program: self.program.clone(),
            args: args.map(Into::into).into(),
            dir: self.dir.clone(),
            env,
            without: Vec::new(),
        })?;
        let failed = |what: String| {
            let error = Error::new(format!("`atmos describe component {component} -s {stack}` {what}"));
            let said = stderr.lines().map(str::trim).filter(|line| !line.is_empty());
            said.take(12).fold(error, Error::note)
        };
        match code {
            Some(0) => json::from_json(&stdout).ok_or_else(|| failed("printed no JSON".into())),
            Some(code) => Err(failed(format!("ended with code {code}"))),
            None => Err(failed("was ended by a signal".into())),
        }
    }

    fn invocation(&self, target: &Target) -> Invocation {
        let args = ["terraform", "output", target.component, "-s", target.stack, "--format", "json"];
        let mut env = self.env.clone();
        // sensitive outputs would be printed masked; colours would break the JSON
        env.extend([("ATMOS_MASK".into(), "false".into()), ("NO_COLOR".into(), "1".into())]);
        Invocation {
            program: self.program.clone(),
            args: args.map(Into::into).into(),
            dir: self.dir.clone(),
            env,
            without: Vec::new(),
        }
    }
}

/// Variables of the process that would change what Terraform prints; Atmos keeps the same from it.
const PROHIBITED: [&str; 12] = [
    "TF_CLI_ARGS",
    "TF_INPUT",
    "TF_IN_AUTOMATION",
    "TF_LOG",
    "TF_LOG_CORE",
    "TF_LOG_PATH",
    "TF_LOG_PROVIDER",
    "TF_REATTACH_PROVIDERS",
    "TF_APPEND_USER_AGENT",
    "TF_WORKSPACE",
    "TF_DISABLE_PLUGIN_TLS",
    "TF_SKIP_PROVIDER_VERIFY",
];

fn terraform(target: &Target) -> Result<Invocation> {
    let Some(program) = target.env.find_program(target.command) else {
        return Err(failed(target, format!("neither `atmos` nor `{}` is on the PATH", target.command))
            .kind(Kind::Unavailable)
            .hint("install Atmos or Terraform, or read the state itself with `!terraform.state`"));
    };
    if !target.dir.is_dir() {
        return Err(failed(target, format!("there is no directory `{}`", target.dir.display())));
    }
    let mut env: Vec<(String, String)> = target.env.overlay().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    env.extend(target.workspace.map(|name| ("TF_WORKSPACE".to_owned(), name.to_owned())));
    let prohibited = |name: &OsString| {
        let name = name.to_string_lossy();
        PROHIBITED.contains(&&*name) || name.starts_with("TF_VAR_") || name.starts_with("TF_CLI_ARGS_")
    };
    Ok(Invocation {
        program,
        args: ["output", "-json", "-no-color"].map(Into::into).into(),
        dir: target.dir.to_owned(),
        env,
        without: std::env::vars_os().map(|(name, _)| name).filter(prohibited).collect(),
    })
}

/// Atmos prints the values alone.
fn from_atmos(text: &str, target: &Target) -> Result<Map> {
    let value = json::from_json(text).ok_or_else(|| failed(target, "`atmos` printed no JSON"))?;
    value.as_map().cloned().ok_or_else(|| failed(target, "`atmos` printed no map of outputs"))
}

/// Terraform prints each value with its type.
fn from_terraform(text: &str, target: &Target) -> Result<Map> {
    let value = json::from_json(text).ok_or_else(|| failed(target, "Terraform printed no JSON"))?;
    let outputs = value.as_map().ok_or_else(|| failed(target, "Terraform printed no map of outputs"))?;
    Ok(outputs.iter().map(|(k, v)| (k.clone(), v.get("value").cloned().unwrap_or_default())).collect())
}

fn failed(target: &Target, why: impl fmt::Display) -> Error {
    let Target { component, stack, .. } = target;
    Error::new(format!("cannot read the outputs of `{component}` in `{stack}`: {why}"))
}
