//! `atmos_cli_config` of `describe component`: the part of the configuration that concerns stacks, with every field that
//! Atmos knows, set or not.

use super::shape::Field::{self, Fields, Flag, List, Optional, Text};
use super::shape::fields;
use crate::value::{Map, Value};

const LISTING: Field = Fields(&[("columns", List), ("format", Text)]);

const COMPONENTS: &[(&str, Field)] = &[
    ("ansible", Fields(&[("auto_generate_files", Flag), ("base_path", Text), ("command", Text)])),
    (
        "helm",
        Fields(&[
            ("auto_generate_files", Flag),
            ("base_path", Text),
            ("plugins", Optional),
            ("repositories", Optional),
            ("source", Optional),
        ]),
    ),
    (
        "helmfile",
        Fields(&[
            ("auto_generate_files", Flag),
            ("base_path", Text),
            ("cluster_name", Text),
            ("cluster_name_pattern", Text),
            ("cluster_name_template", Text),
            ("command", Text),
            ("helm_aws_profile_pattern", Text),
            ("kubeconfig_path", Text),
            ("plugins", Optional),
            ("source", Optional),
            ("use_eks", Flag),
        ]),
    ),
    (
        "kubernetes",
        Fields(&[("auto_generate_files", Flag), ("base_path", Text), ("provider", Text), ("source", Optional)]),
    ),
    ("list", LISTING),
    ("packer", Fields(&[("auto_generate_files", Flag), ("base_path", Text), ("command", Text), ("source", Optional)])),
    (
        "terraform",
        Fields(&[
            ("append_user_agent", Text),
            ("apply_auto_approve", Flag),
            ("auto_generate_backend_file", Flag),
            ("auto_generate_files", Flag),
            ("auto_provision_workdir_for_outputs", Flag),
            ("base_path", Text),
            ("cache", Optional),
            ("ci", Fields(&[("exit_codes", Optional)])),
            ("command", Text),
            ("deploy_run_init", Flag),
            ("init", Fields(&[("pass_vars", Flag)])),
            ("init_run_reconfigure", Flag),
            ("lint", Fields(&[("config", Optional), ("error_mode", Optional)])),
            ("plan", Fields(&[("skip_planfile", Flag)])),
            ("planfiles", Fields(&[("default", Text), ("priority", Optional), ("stores", Optional)])),
            ("platforms", Optional),
            ("plugin_cache", Flag),
            ("plugin_cache_dir", Optional),
            ("rc", Optional),
            ("shell", Fields(&[("prompt", Text)])),
            ("source", Optional),
            ("workspace", Fields(&[("prefix_separator", Optional)])),
            ("workspaces_enabled", Optional),
        ]),
    ),
];

const STACKS: &[(&str, Field)] = &[
    ("base_path", Text),
    ("excluded_paths", List),
    ("included_paths", List),
    ("inherit", Fields(&[("metadata", Optional), ("source", Optional)])),
    ("list", LISTING),
    ("name_pattern", Text),
    ("name_template", Text),
];

const WORKFLOWS: &[(&str, Field)] = &[("base_path", Text), ("list", LISTING)];

/// The configuration as `atmos_cli_config` prints it.
pub(super) fn of(config: &Value) -> Value {
    let mut components = fields(config.get("components"), COMPONENTS);
    let known = |name: &str| COMPONENTS.iter().any(|(known, _)| *known == name);
    let entries = config.get("components").and_then(Value::as_map).into_iter().flat_map(Map::iter);
    let custom: Map = entries.filter(|(key, _)| !known(&key.name)).map(|(k, v)| (k.clone(), v.clone())).collect();
    components.insert("Plugins", if custom.is_empty() { Value::NULL } else { Value::map(custom) });
    Value::map(Map::from_iter([
        ("base_path", config.get("base_path").cloned().unwrap_or_else(|| Value::from(""))),
        ("components", Value::map(components)),
        ("stacks", Value::map(fields(config.get("stacks"), STACKS))),
        ("workflows", Value::map(fields(config.get("workflows"), WORKFLOWS))),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unset_fields_have_their_zero_value_and_optional_ones_are_left_out() {
        let text = "components: {terraform: {base_path: c, platforms: [linux]}, container: {base_path: x}}";
        let config = crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value;
        let shown = of(&config);
        let terraform = shown.dig(["components", "terraform"]).expect("terraform");
        assert_eq!(terraform.get("base_path").and_then(Value::as_str), Some("c"));
        assert_eq!(terraform.get("plugin_cache").and_then(Value::as_bool), Some(false));
        assert!(terraform.get("platforms").is_some() && terraform.get("rc").is_none());
        assert!(shown.dig(["components", "Plugins", "container"]).is_some());
        assert!(shown.dig(["stacks", "included_paths"]).is_some_and(Value::is_null));
    }
}
