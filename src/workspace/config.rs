//! The merged configuration: what the environment changes in it, and what it may not say.

use super::{Options, not_one_of};
use crate::error::{Error, Result};
use crate::text::parse_bool;
use crate::value::Value;

/// How a variable's text becomes a value.
#[derive(Clone, Copy)]
enum As {
    Text,
    List,
    Flag,
}

/// The variables that change the configuration, with the key that each sets; of several for one key the last one wins.
/// Those that hold tokens are left alone: nothing of gaia needs them, and they would be printed.
const VARIABLES: &[(&str, &str, As)] = &[
    ("ATMOS_BASE_PATH", "base_path", As::Text),
    ("ATMOS_VENDOR_BASE_PATH", "vendor.base_path", As::Text),
    ("ATMOS_STACKS_BASE_PATH", "stacks.base_path", As::Text),
    ("ATMOS_STACKS_INCLUDED_PATHS", "stacks.included_paths", As::List),
    ("ATMOS_STACKS_EXCLUDED_PATHS", "stacks.excluded_paths", As::List),
    ("ATMOS_STACKS_NAME_PATTERN", "stacks.name_pattern", As::Text),
    ("ATMOS_STACKS_NAME_TEMPLATE", "stacks.name_template", As::Text),
    ("ATMOS_COMPONENTS_TERRAFORM_COMMAND", "components.terraform.command", As::Text),
    ("ATMOS_COMPONENTS_TERRAFORM_BASE_PATH", "components.terraform.base_path", As::Text),
    ("ATMOS_COMPONENTS_TERRAFORM_APPLY_AUTO_APPROVE", "components.terraform.apply_auto_approve", As::Flag),
    ("ATMOS_COMPONENTS_TERRAFORM_DEPLOY_RUN_INIT", "components.terraform.deploy_run_init", As::Flag),
    ("ATMOS_COMPONENTS_TERRAFORM_INIT_RUN_RECONFIGURE", "components.terraform.init_run_reconfigure", As::Flag),
    ("ATMOS_COMPONENTS_TERRAFORM_INIT_PASS_VARS", "components.terraform.init.pass_vars", As::Flag),
    ("ATMOS_COMPONENTS_TERRAFORM_PLAN_SKIP_PLANFILE", "components.terraform.plan.skip_planfile", As::Flag),
    (
        "ATMOS_COMPONENTS_TERRAFORM_AUTO_GENERATE_BACKEND_FILE",
        "components.terraform.auto_generate_backend_file",
        As::Flag,
    ),
    ("ATMOS_COMPONENTS_TERRAFORM_PLUGIN_CACHE", "components.terraform.plugin_cache", As::Flag),
    ("ATMOS_COMPONENTS_TERRAFORM_PLUGIN_CACHE_DIR", "components.terraform.plugin_cache_dir", As::Text),
    ("ATMOS_COMPONENTS_HELMFILE_COMMAND", "components.helmfile.command", As::Text),
    ("ATMOS_COMPONENTS_HELMFILE_BASE_PATH", "components.helmfile.base_path", As::Text),
    ("ATMOS_COMPONENTS_HELMFILE_USE_EKS", "components.helmfile.use_eks", As::Flag),
    ("ATMOS_COMPONENTS_HELMFILE_KUBECONFIG_PATH", "components.helmfile.kubeconfig_path", As::Text),
    ("ATMOS_COMPONENTS_HELMFILE_HELM_AWS_PROFILE_PATTERN", "components.helmfile.helm_aws_profile_pattern", As::Text),
    ("ATMOS_COMPONENTS_HELMFILE_CLUSTER_NAME_PATTERN", "components.helmfile.cluster_name_pattern", As::Text),
    ("ATMOS_COMPONENTS_PACKER_COMMAND", "components.packer.command", As::Text),
    ("ATMOS_COMPONENTS_PACKER_BASE_PATH", "components.packer.base_path", As::Text),
    ("ATMOS_COMPONENTS_ANSIBLE_COMMAND", "components.ansible.command", As::Text),
    ("ATMOS_COMPONENTS_ANSIBLE_BASE_PATH", "components.ansible.base_path", As::Text),
    ("ATMOS_WORKFLOWS_BASE_PATH", "workflows.base_path", As::Text),
    ("ATMOS_SCHEMAS_JSONSCHEMA_BASE_PATH", "schemas.jsonschema.base_path", As::Text),
    ("ATMOS_SCHEMAS_OPA_BASE_PATH", "schemas.opa.base_path", As::Text),
    ("ATMOS_SCHEMAS_CUE_BASE_PATH", "schemas.cue.base_path", As::Text),
    ("ATMOS_SCHEMAS_ATMOS_MANIFEST", "schemas.atmos.manifest", As::Text),
    ("ATMOS_LOGS_FILE", "logs.file", As::Text),
    ("ATMOS_LOGS_LEVEL", "logs.level", As::Text),
    ("ATMOS_SETTINGS_LIST_MERGE_STRATEGY", "settings.list_merge_strategy", As::Text),
    ("ATMOS_DESCRIBE_COMPONENT_FILTER", "describe.component.filter", As::Text),
    ("ATMOS_DESCRIBE_PROVENANCE", "describe.provenance", As::Flag),
    ("ATMOS_TELEMETRY_ENABLED", "settings.telemetry.enabled", As::Flag),
    ("ATMOS_EXPERIMENTAL", "settings.experimental", As::Text),
    ("PAGER", "settings.terminal.pager", As::Text),
    ("ATMOS_PAGER", "settings.terminal.pager", As::Text),
    ("COLOR", "settings.terminal.color", As::Text),
    ("ATMOS_COLOR", "settings.terminal.color", As::Text),
    ("NO_COLOR", "settings.terminal.no_color", As::Text),
    ("ATMOS_NO_COLOR", "settings.terminal.no_color", As::Text),
    ("THEME", "settings.terminal.theme", As::Text),
    ("ATMOS_THEME", "settings.terminal.theme", As::Text),
    ("ATMOS_TERMINAL_SPEED", "settings.terminal.speed", As::Text),
    ("ATMOS_HELP_FILTER", "settings.terminal.help.filter", As::Text),
    ("ATMOS_PRO_BASE_URL", "settings.pro.base_url", As::Text),
    ("ATMOS_PRO_ENDPOINT", "settings.pro.endpoint", As::Text),
    ("ATMOS_PRO_WORKSPACE_ID", "settings.pro.workspace_id", As::Text),
    ("ATMOS_TELEMETRY_ENDPOINT", "settings.telemetry.endpoint", As::Text),
    ("ATMOS_TELEMETRY_LOGGING", "settings.telemetry.logging", As::Text),
    ("ATMOS_DIAGNOSTICS_ENABLED", "diagnostics.enabled", As::Text),
    ("ATMOS_DIAGNOSTICS_FILE", "diagnostics.file", As::Text),
    ("ATMOS_DIAGNOSTICS_INCLUDE_OUTPUT", "diagnostics.include_output", As::Text),
    ("ATMOS_CI_CACHE_ENABLED", "ci.cache.enabled", As::Text),
    ("ATMOS_CI_CACHE_AUTO", "ci.cache.auto", As::Text),
    ("ATMOS_CI_GROUPS_MODE", "ci.groups.mode", As::Text),
    ("ATMOS_CAST_RECORDING_WIDTH", "cast.recording.width", As::Text),
    ("ATMOS_CAST_RECORDING_HEIGHT", "cast.recording.height", As::Text),
    ("ATMOS_PROFILER_ENABLED", "profiler.enabled", As::Text),
    ("ATMOS_PROFILER_HOST", "profiler.host", As::Text),
    ("ATMOS_PROFILER_PORT", "profiler.port", As::Text),
    ("ATMOS_PROFILE_FILE", "profiler.file", As::Text),
    ("ATMOS_PROFILE_TYPE", "profiler.profile_type", As::Text),
    ("ATMOS_COMPONENTS_TERRAFORM_CACHE_ENABLED", "components.terraform.cache.enabled", As::Text),
    ("ATMOS_COMPONENTS_TERRAFORM_CACHE_LOCATION", "components.terraform.cache.location", As::Text),
    (
        "ATMOS_COMPONENTS_TERRAFORM_AUTO_PROVISION_WORKDIR_FOR_OUTPUTS",
        "components.terraform.auto_provision_workdir_for_outputs",
        As::Text,
    ),
    ("ATMOS_VERSION_CHECK_ENABLED", "version.check.enabled", As::Flag),
];

/// The configuration with the environment's and the flags' changes, and whether one of them gave the base path.
///
/// # Errors
/// A variable that must be true or false and is neither.
pub(super) fn apply_environment(options: &Options, mut config: Value) -> Result<(Value, bool)> {
    let mut base_path_given = false;
    for (variable, key, kind) in VARIABLES {
        let Some(text) = options.env(variable) else { continue };
        let value = match kind {
            As::Text => Value::from(text),
            As::List => Value::seq(text.split(',').map(Value::from).collect()),
            As::Flag => Value::from(
                parse_bool(&text)
                    .ok_or_else(|| Error::new(format!("`{variable}` must be true or false, not `{text}`")))?,
            ),
        };
        base_path_given |= *key == "base_path";
        set_path(&mut config, key, value);
    }
    if let Some(path) = &options.base_path {
        base_path_given = true;
        set_path(&mut config, "base_path", Value::from(path.display().to_string()));
    }
    Ok((config, base_path_given))
}

pub(super) fn set_path(config: &mut Value, path: &str, value: Value) {
    if config.as_map().is_none() {
        *config = Value::empty_map().with_span(config.span);
    }
    match path.split_once('.') {
        None => config.set(path, value),
        Some((first, rest)) => {
            let mut inner =
                config.get(first).filter(|v| v.as_map().is_some()).cloned().unwrap_or_else(Value::empty_map);
            set_path(&mut inner, rest, value);
            config.set(first, inner);
        }
    }
}

/// The levels of logs.
const LEVELS: [&str; 6] = ["Trace", "Debug", "Info", "Warning", "Error", "Off"];

/// The sections that must be maps, and the lists of strings.
const MAPS: [&str; 20] = [
    "components",
    "components.terraform",
    "components.helmfile",
    "components.packer",
    "components.ansible",
    "stacks",
    "stacks.inherit",
    "workflows",
    "logs",
    "settings",
    "settings.terminal",
    "templates",
    "templates.settings",
    "templates.settings.sprig",
    "templates.settings.gomplate",
    "schemas",
    "auth",
    "stores",
    "describe",
    "vendor",
];

/// What Atmos refuses: sections of the wrong type.
pub(super) fn problems(config: &Value) -> Vec<Error> {
    let wrong = |path: &str, what: &str, fits: fn(&Value) -> bool| {
        let value = config.dig(path.split('.')).filter(|v| !v.is_null() && !fits(v))?;
        Some(Error::new(format!("`{path}` must be {what}, this is a {}", value.type_name())).at(value.span))
    };
    let maps = MAPS.iter().filter_map(|path| wrong(path, "a map", |v| v.as_map().is_some()));
    let lists = ["stacks.included_paths", "stacks.excluded_paths"];
    let lists = lists.iter().filter_map(|path| wrong(path, "a list of patterns", |v| v.as_map().is_none()));
    maps.chain(lists).collect()
}

/// Refuses an unknown log level of the configuration, whatever the environment says in its place.
///
/// # Errors
/// The level is none of Atmos's.
pub(super) fn check_log_level(config: &Value) -> Result<()> {
    let level = config.dig(["logs", "level"]);
    if let Some(level) =
        level.filter(|l| l.as_str().is_some_and(|t| !t.is_empty() && !LEVELS.iter().any(|l| l.eq_ignore_ascii_case(t))))
    {
        return Err(not_one_of("logs.level", level, &LEVELS));
    }
    Ok(())
}
