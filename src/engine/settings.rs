//! What the engine needs of atmos.yaml, read once.

use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::merge::Lists;
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use crate::yaml;
use std::path::PathBuf;

/// The engine's view of atmos.yaml.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // switches of a file
pub(crate) struct Settings {
    pub stacks_dir: PathBuf,
    pub name_pattern: Option<String>,
    pub name_template: Option<String>,
    pub lists: Lists,
    pub inherit_metadata: bool,
    pub inherit_source: bool,
    pub templates_enabled: bool,
    pub ignore_missing_values: bool,
    pub templates: Templates,
    /// `env` of atmos.yaml: the weakest layer of every component's `env`.
    pub env: Value,
    /// `auth` of atmos.yaml: the weakest layer of every Terraform component's `auth`.
    pub auth: Value,
    /// `integrations.github`: the weakest layer of `settings.integrations.github`.
    pub github: Value,
    pub workspaces_enabled: bool,
    /// What replaces slashes in names of workspace prefixes.
    pub workspace_separator: String,
    /// `describe.settings.include_empty`
    pub include_empty: bool,
}

/// `templates.settings`
#[derive(Clone, Debug)]
pub(crate) struct Templates {
    pub enabled: bool,
    pub sprig: bool,
    pub gomplate: bool,
    pub evaluations: usize,
    pub left: String,
    pub right: String,
    pub env: Vec<(String, String)>,
}

impl Templates {
    /// The YAML text of sections, written so that quoting leaves the delimiters alone.
    pub(crate) fn to_yaml(&self, value: &Value) -> String {
        if self.left.contains('\'') || self.right.contains('\'') {
            yaml::to_string_keeping_single_quotes(value)
        } else {
            yaml::to_string(value)
        }
    }
}

impl Settings {
    /// Reads the settings. What cannot hold goes to `keep`, which ends the reading or lets the default hold.
    pub(crate) fn of(workspace: &Workspace, keep: &dyn Fn(Error) -> Result<()>) -> Result<Settings> {
        let config = &workspace.config;
        let at = |path: &str| config.dig(path.split('.')).filter(|v| !v.is_null());
        let text = |path: &str| at(path).and_then(Value::as_str).filter(|t| !t.is_empty()).map(str::to_string);
        let flag = |path: &str, default: bool| at(path).and_then(Value::as_bool).unwrap_or(default);
        let map = |path: &str| at(path).filter(|v| v.as_map().is_some()).cloned().unwrap_or_else(Value::empty_map);
        let lists =
            list_strategy(at("settings.list_merge_strategy")).or_else(|e| keep(e).map(|()| Lists::default()))?;
        let templates = Templates {
            enabled: flag("templates.settings.enabled", false),
            sprig: flag("templates.settings.sprig.enabled", false),
            gomplate: flag("templates.settings.gomplate.enabled", false),
            evaluations: at("templates.settings.evaluations")
                .and_then(Value::as_int)
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(1),
            left: "{{".to_string(),
            right: "}}".to_string(),
            env: map("templates.settings.env")
                .as_map()
                .into_iter()
                .flat_map(Map::iter)
                .filter_map(|(k, v)| Some((k.name.to_string(), v.as_str()?.to_string())))
                .collect(),
        };
        Ok(Settings {
            stacks_dir: workspace.settings.stacks_dir.clone(),
            name_pattern: text("stacks.name_pattern"),
            name_template: text("stacks.name_template"),
            lists,
            inherit_metadata: workspace.settings.inherit_metadata,
            inherit_source: workspace.settings.inherit_source,
            templates_enabled: templates.enabled,
            ignore_missing_values: flag("templates.settings.ignore_missing_template_values", false),
            templates: match with_delimiters(templates.clone(), at("templates.settings.delimiters")) {
                Ok(templates) => templates,
                Err(error) => keep(error).map(|()| templates)?,
            },
            env: map("env"),
            auth: workspace.auth().unwrap_or_else(Value::empty_map),
            github: map("integrations.github"),
            workspaces_enabled: flag("components.terraform.workspaces_enabled", true),
            workspace_separator: text("components.terraform.workspace.prefix_separator")
                .unwrap_or_else(|| "-".to_string()),
            include_empty: flag("describe.settings.include_empty", true),
        })
    }
}

fn list_strategy(value: Option<&Value>) -> Result<Lists> {
    let Some(value) = value else { return Ok(Lists::default()) };
    match value.as_str().unwrap_or_default() {
        "" => Ok(Lists::default()),
        name => Lists::from_name(name).ok_or_else(|| {
            Error::new(format!("unknown `settings.list_merge_strategy` `{name}` in atmos.yaml"))
                .at(value.span)
                .maybe_hint(did_you_mean(name, Lists::NAMES))
                .hint(format!("one of: {}", Lists::NAMES.join(", ")))
        }),
    }
}

fn with_delimiters(mut templates: Templates, delimiters: Option<&Value>) -> Result<Templates> {
    let Some(list) = delimiters.filter(|d| d.as_seq().is_some_and(|l| !l.is_empty())) else { return Ok(templates) };
    let texts: Vec<&str> =
        list.as_seq().unwrap_or_default().iter().filter_map(Value::as_str).filter(|t| !t.is_empty()).collect();
    let [left, right] = texts[..] else {
        return Err(Error::new(
            "`templates.settings.delimiters` in atmos.yaml must list two texts: the left and the right delimiter",
        )
        .at(list.span));
    };
    templates.left = left.to_string();
    templates.right = right.to_string();
    Ok(templates)
}
