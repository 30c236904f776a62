//! Defaults of the configuration: those that hold under every atmos.yaml, and the whole configuration without one.

use super::Options;
use super::edition;
use crate::error::Result;
use crate::value::merge::{Lists, merge_all};
use crate::value::{Map, Value};
use crate::yaml;

/// Under every atmos.yaml; an edition changes some.
const ALWAYS: &str = r#"
container: {runtime: {auto_start: true}}
components:
  helmfile: {use_eks: false}
  terraform:
    append_user_agent: "Atmos/test (Cloud Posse; +https://atmos.tools)"
    plugin_cache: true
    auto_provision_workdir_for_outputs: true
settings:
  inject_github_token: true
  inject_bitbucket_token: true
  inject_gitlab_token: true
  terminal: {color: true, no_color: false, pager: "false", speed: 0.0, help: {filter: true}}
  experimental: warn
  pro: {base_url: "https://atmos-pro.com", endpoint: api/v1}
  telemetry: {enabled: true, endpoint: "https://us.i.posthog.com", token: "phc_7s7MrHWxPR2if1DHHDrKBRgx7SvlaoSM59fIiQueexS", logging: false}
logs: {file: /dev/stderr, level: Warning}
diagnostics: {enabled: false, file: "", include_output: false}
describe: {provenance: true, component: {filter: schema}, error_mode: warn}
list: {error_mode: warn}
stacks: {inherit: {metadata: true}}
cast: {recording: {width: 120, height: 36}}
docs: {generate: {readme: {output: ./README.md}}}
"#;

/// Where no atmos.yaml is found at all.
const WITHOUT_CONFIG: &str = r#"
base_path: "."
stacks:
  base_path: stacks
  name_pattern: "{tenant}-{environment}-{stage}"
  included_paths: ["orgs/**/*"]
  excluded_paths: ["**/_defaults.yaml"]
components:
  terraform:
    base_path: components/terraform
    deploy_run_init: true
    init_run_reconfigure: true
    auto_generate_backend_file: true
    workspace: {prefix_separator: "-"}
  helmfile: {base_path: components/helmfile}
  packer: {base_path: components/packer, command: packer}
  kubernetes: {base_path: components/kubernetes, provider: kubectl}
settings:
  list_merge_strategy: replace
  terminal:
    unicode: true
    syntax_highlighting: {enabled: true, formatter: terminal, theme: dracula, line_numbers: true}
workflows: {base_path: stacks/workflows}
schemas:
  jsonschema: {base_path: stacks/schemas/jsonschema}
  opa: {base_path: stacks/schemas/opa}
templates: {settings: {enabled: true, sprig: {enabled: true}, gomplate: {enabled: true}}}
version: {check: {enabled: true, timeout: 1000, frequency: daily}}
"#;

fn parse(text: &str) -> Result<Value> {
    Ok(yaml::load_str(text, &mut yaml::NoTags)?.value)
}

/// The configuration over its defaults.
///
/// # Errors
/// An unknown edition.
pub(super) fn apply(options: &Options, config: &Value) -> Result<Value> {
    let mut layers = vec![parse(ALWAYS)?];
    for (key, value) in edition::old_defaults(options, config)? {
        layers.push(key.rsplit('.').fold(value, |inner, name| Value::map(Map::from_iter([(name, inner)]))));
    }
    Ok(merge_all(layers.iter().chain([config]), Lists::Replace))
}

/// The configuration where there is none.
pub(super) fn without_config() -> Result<Value> {
    parse(WITHOUT_CONFIG)
}
