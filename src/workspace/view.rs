//! The configuration as `describe config` and `atmos_cli_config` of a component print it: with what Atmos knows, set or
//! not, and where things lie.

use super::{Workspace, auth, paths, shape};
use crate::value::{Key, Map, Value};
use std::path::Path;

/// The part of the configuration that concerns stacks, as `atmos_cli_config` shows it.
pub(super) fn of_stacks(workspace: &Workspace) -> Value {
    let names = ["base_path", "components", "stacks", "workflows"];
    let mut shown: Map =
        names.into_iter().filter_map(|name| Some((name, shape::section(name, &workspace.config)?))).collect();
    if let Some(root) = workspace.assumed_base_path() {
        shown.insert("base_path", root);
    }
    Value::map(shown)
}

/// The whole configuration.
pub(super) fn whole(workspace: &Workspace) -> Value {
    let mut config = workspace.config.as_map().cloned().unwrap_or_default();
    if let Some(commands) = config.get_mut("commands") {
        *commands = with_long_steps(commands);
    }
    let mut shown = shape::configuration(&Value::map(config));
    if let Some(root) = workspace.assumed_base_path() {
        shown.insert("base_path", root);
    }
    let realm = workspace.env("ATMOS_AUTH_REALM");
    shown.insert("auth", Value::map(auth::of(&workspace.config, workspace.config_dir.as_deref(), realm)));
    shown.insert("initialized", Value::from(true));
    shown.insert("default", Value::from(workspace.config_files.is_empty()));
    add_paths(workspace, &mut shown);
    Value::map(shown)
}

/// Commands whose steps and variables have their long form: a text is a step of the shell, a map of variables is a list.
fn with_long_steps(commands: &Value) -> Value {
    let one = |command: &Value| {
        let Some(mut fields) = command.as_map().cloned() else { return command.clone() };
        if let Some(steps) = fields.get_mut("steps") {
            *steps = Value::seq(steps.as_seq().unwrap_or_default().iter().map(long_step).collect());
        }
        if let Some(env) = fields.get_mut("env").filter(|env| env.as_map().is_some()) {
            let pairs = env.as_map().into_iter().flat_map(Map::sorted);
            let pair = |(key, value): (&Key, &Value)| {
                Map::from_iter([("key", Value::from(&*key.name)), ("value", value.clone())])
            };
            *env = Value::seq(pairs.map(pair).map(Value::map).collect());
        }
        if let Some(commands) = fields.get_mut("commands") {
            *commands = with_long_steps(commands);
        }
        Value::map(fields)
    };
    Value::seq(commands.as_seq().unwrap_or_default().iter().map(one).collect())
}

fn long_step(step: &Value) -> Value {
    let shell = ("type", Value::from("shell"));
    match step.as_map() {
        Some(map) if map.get("type").is_none() => {
            let mut map = map.clone();
            map.insert(shell.0, shell.1);
            Value::map(map)
        }
        Some(_) => step.clone(),
        None => Value::map(Map::from_iter([("command", step.clone()), shell])),
    }
}

/// Where the configuration, the components and the stacks lie, as absolute paths.
fn add_paths(workspace: &Workspace, shown: &mut Map) {
    let root = &workspace.root;
    let path = |path: &Path| Value::from(path.to_string_lossy().as_ref());
    let below = |keys: &[&str]| {
        let text = workspace.config.dig(keys.iter().copied()).and_then(Value::as_str).unwrap_or_default();
        path(&paths::join(root, text))
    };
    if let Some(dir) = &workspace.config_dir {
        shown.insert("cli_config_path", path(dir));
    }
    shown.insert("basePathAbsolute", path(root));
    for kind in ["terraform", "helmfile", "packer", "ansible", "kubernetes", "helm"] {
        shown.insert(format!("{kind}DirAbsolutePath").as_str(), below(&["components", kind, "base_path"]));
    }
    shown.insert("vendorDirAbsolutePath", below(&["vendor", "base_path"]));
    shown.insert("workflowsDirAbsolutePath", below(&["workflows", "base_path"]));
    shown.insert("stacksBaseAbsolutePath", path(&workspace.settings.stacks_dir));
    let patterns = [
        ("includeStackAbsolutePaths", &workspace.settings.included_paths),
        ("excludeStackAbsolutePaths", &workspace.settings.excluded_paths),
    ];
    for (key, patterns) in patterns.into_iter().filter(|(_, patterns)| !patterns.is_empty()) {
        let patterns = patterns.iter().map(|p| path(&paths::join(&workspace.settings.stacks_dir, p)));
        shown.insert(key, Value::seq(patterns.collect()));
    }
}
