//! The sections that stacks, component types and components share.

#![allow(clippy::wildcard_imports, reason = "the vocabulary that the tables are written in")]

use super::hooks::*;
use super::shape::*;
use crate::value::Map;

pub(super) static METADATA: Shape = map(&[
    ("component", &NAME),
    ("custom", &FREE_OR_INCLUDE),
    ("description", &TEXT),
    ("enabled", &FLAG),
    ("inherits", &INHERITS),
    ("labels", &TEXT_MAP),
    ("locked", &FLAG),
    ("name", &TEXT),
    ("tags", &TEXTS),
    ("terraform_workspace", &TEXT),
    ("terraform_workspace_pattern", &TEXT),
    ("type", &COMPONENT_KIND),
])
.misplaced(&[("terraform_workspace_template", "write a `terraform_workspace_pattern` with `{stage}` and the like")])
.or_include();
static INHERITS: Shape = list(&NAME).distinct().or_include();
static COMPONENT_KIND: Shape = word(&["abstract", "real"]);

const OF_A_COMPONENT: &str = "it is one component's: write it under `components.<type>.<name>.metadata`";

/// Metadata of a whole stack: nothing that makes a component what it is.
pub(super) static STACK_METADATA: Shape = map(&[
    ("custom", &FREE_OR_INCLUDE),
    ("enabled", &FLAG),
    ("labels", &TEXT_MAP),
    ("locked", &FLAG),
    ("tags", &TEXTS),
    ("terraform_workspace_pattern", &TEXT),
])
.misplaced(&[
    ("component", OF_A_COMPONENT),
    ("description", OF_A_COMPONENT),
    ("inherits", OF_A_COMPONENT),
    ("name", OF_A_COMPONENT),
    ("terraform_workspace", OF_A_COMPONENT),
    ("type", OF_A_COMPONENT),
])
.or_include();

pub(super) static OVERRIDES: Shape = map(&[
    ("auth", &AUTH),
    ("command", &TEXT),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("providers", &FREE_OR_INCLUDE),
    ("required_providers", &REQUIRED_PROVIDERS),
    ("required_version", &VERSIONS),
    ("retry", &RETRY),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("vars", &FREE_OR_INCLUDE),
])
.or_include();

pub(super) static GENERATE: Shape = map_of(&GENERATED_FILE).or_include();
static GENERATED_FILE: Shape = either(&[&TEXT, &FREE]);

pub(super) static REQUIRED_PROVIDERS: Shape = named(Names::Provider, &REQUIRED_PROVIDER).or_include();
static REQUIRED_PROVIDER: Shape =
    map(&[("configuration_aliases", &TEXTS), ("source", &TEXT), ("version", &VERSIONS)]).needs(&["source"]);

const BACKENDS: &[&str] = &[
    "azurerm",
    "cloud",
    "consul",
    "cos",
    "gcs",
    "http",
    "kubernetes",
    "local",
    "oss",
    "pg",
    "remote",
    "s3",
    "static",
    "vault",
];
pub(super) static BACKEND_TYPE: Shape = word(BACKENDS).or_include();
pub(super) static BACKEND: Shape = map(&[
    ("azurerm", &FREE_OR_INCLUDE),
    ("cloud", &FREE_OR_INCLUDE),
    ("consul", &FREE_OR_INCLUDE),
    ("cos", &FREE_OR_INCLUDE),
    ("gcs", &FREE_OR_INCLUDE),
    ("http", &FREE_OR_INCLUDE),
    ("kubernetes", &FREE_OR_INCLUDE),
    ("local", &FREE_OR_INCLUDE),
    ("oss", &FREE_OR_INCLUDE),
    ("pg", &FREE_OR_INCLUDE),
    ("remote", &FREE_OR_INCLUDE),
    ("s3", &FREE_OR_INCLUDE),
    ("static", &FREE_OR_INCLUDE),
    ("vault", &FREE_OR_INCLUDE),
])
.or_include();

// settings

pub(super) static SETTINGS: Shape = open(&[
    ("atlantis", &ATLANTIS),
    ("depends_on", &DEPENDS_ON),
    ("spacelift", &SPACELIFT),
    ("templates", &FREE_OR_INCLUDE),
    ("validation", &VALIDATIONS),
    ("yaml", &YAML_SETTINGS),
])
.or_include();
static YAML_SETTINGS: Shape = open(&[("key_delimiter", &TEXT)]);

/// The old form of `dependencies.components`: a map of names, never a list.
pub(super) static DEPENDS_ON: Shape = named(Names::Component, &DEPENDS_ON_ITEM).or_include();
static DEPENDS_ON_ITEM: Shape = map(&[
    ("component", &NAME),
    ("environment", &TEXT),
    ("file", &TEXT),
    ("folder", &TEXT),
    ("namespace", &TEXT),
    ("stage", &TEXT),
    ("tenant", &TEXT),
])
.rule(Rule::OneOf(&["component", "file", "folder"]))
.misplaced(&[(
    "stack",
    "name the stack's `stage` and the like, or write `dependencies.components`, which takes `stack`",
)])
.or_include();

static VALIDATIONS: Shape = named(Names::Component, &VALIDATION).or_include();
static VALIDATION: Shape = map(&[
    ("description", &TEXT),
    ("disabled", &FLAG),
    ("module_paths", &DISTINCT_TEXTS),
    ("schema_path", &TEXT),
    ("schema_type", &VALIDATION_KIND),
    ("timeout", &COUNT),
])
.needs(&["schema_type", "schema_path"])
.or_include();
static VALIDATION_KIND: Shape = word(&["jsonschema", "opa"]);

static SPACELIFT: Shape = open(&[
    ("autodeploy", &FLAG),
    ("protect_from_deletion", &FLAG),
    ("stack_destructor_enabled", &FLAG),
    ("terraform_version", &TEXT_OR_NUMBER),
    ("workspace_enabled", &FLAG),
])
.or_include();
static TEXT_OR_NUMBER: Shape = either(&[&TEXT, &NUMBER]);

static ATLANTIS: Shape = map(&[
    ("config_template", &FREE_OR_INCLUDE),
    ("config_template_name", &TEXT),
    ("project_template", &FREE_OR_INCLUDE),
    ("project_template_name", &TEXT),
    ("workflow_templates", &FREE_OR_INCLUDE),
])
.or_include();

// dependencies

pub(super) static DEPENDENCIES: Shape = map(&[
    ("commands", &UNITS),
    ("components", &COMPONENT_DEPENDENCIES),
    ("files", &TEXTS_OR_INCLUDE),
    ("folders", &TEXTS_OR_INCLUDE),
    ("tools", &TOOLS),
    ("workflows", &UNITS),
])
.or_include();
static TOOLS: Shape = map_of(&TEXT).or_include();
static COMPONENT_DEPENDENCIES: Shape = list(&COMPONENT_DEPENDENCY).or_include();
static COMPONENT_DEPENDENCY: Shape =
    map(&[("component", &NAME), ("kind", &DEPENDENCY_KIND), ("name", &NAME), ("path", &NAME), ("stack", &TEXT)]).rule(
        Rule::Asks(names_what_it_depends_on, "`name`, `component`, or `path` with `kind: file` or `kind: folder`"),
    );

static DEPENDENCY_KIND: Shape = usually(&[
    "ansible",
    "container",
    "emulator",
    "file",
    "folder",
    "helm",
    "helmfile",
    "kubernetes",
    "packer",
    "terraform",
]);

fn names_what_it_depends_on(item: &Map) -> bool {
    let kind = item.get("kind").and_then(|k| k.as_str());
    item.contains("name")
        || item.contains("component")
        || (item.contains("path") && matches!(kind, Some("file" | "folder")))
}

static UNITS: Shape = list(&UNIT);
static UNIT: Shape = either(&[&TEXT, &UNIT_OPTIONS]);
static UNIT_OPTIONS: Shape =
    map(&[("args", &TEXTS), ("fail", &FAIL_MODE), ("file", &TEXT), ("flags", &TEXT_MAP), ("name", &TEXT)])
        .needs(&["name"]);
pub(super) static FAIL_MODE: Shape = word(&["wait_all", "fail_fast", "best_effort"]);

// source and provision

/// The only section whose text form must not be an `!include`: Atmos's schema has it match two forms then.
pub(super) static SOURCE: Shape = either(&[&PLAIN_TEXT, &SOURCE_OPTIONS]);
static SOURCE_OPTIONS: Shape = map(&[
    ("excluded_paths", &TEXTS),
    ("included_paths", &TEXTS),
    ("retry", &WORKFLOW_RETRY),
    ("ttl", &TEXT),
    ("type", &TEXT),
    ("uri", &TEXT),
    ("version", &TEXT),
])
.needs(&["uri"]);

pub(super) static PROVISION: Shape =
    open(&[("default", &TEXT), ("targets", &PROVISION_TARGETS), ("workdir", &WORKDIR)]).or_include();
static WORKDIR: Shape = map(&[("enabled", &FLAG)]).or_include();
static PROVISION_TARGETS: Shape = map_of(&PROVISION_TARGET);
static PROVISION_TARGET: Shape = open(&[
    ("auth", &TARGET_AUTH),
    ("commit", &TARGET_COMMIT),
    ("kind", &TEXT),
    ("path", &TEXT),
    ("pull_request", &TARGET_PULL_REQUEST),
    ("repository", &TEXT),
    ("split", &FLAG),
])
.needs(&["kind"]);
static TARGET_AUTH: Shape = map(&[("identity", &TEXT)]);
static TARGET_COMMIT: Shape = map(&[("message", &TEXT), ("signing", &SIGNING)]);
static SIGNING: Shape = word(&["auto", "always", "never"]);
static TARGET_PULL_REQUEST: Shape = map(&[("enabled", &FLAG)]);

// secrets and auth

pub(super) static SECRETS: Shape = map(&[("providers", &SECRET_PROVIDERS), ("vars", &SECRET_VARS)]).or_include();
static SECRET_PROVIDERS: Shape = named(Names::Identity, &SECRET_PROVIDER).or_include();
static SECRET_PROVIDER: Shape =
    open(&[("identity", &TEXT), ("kind", &TEXT), ("spec", &FREE)]).needs(&["kind"]).or_include();
static SECRET_VARS: Shape = named(Names::NotEmpty, &SECRET_VAR).or_include();
static SECRET_VAR: Shape = map(&[
    ("description", &TEXT),
    ("reference", &TEXT),
    ("required", &FLAG),
    ("scope", &SECRET_SCOPE),
    ("sops", &TEXT),
    ("store", &TEXT),
])
.rule(Rule::OneOf(&["store", "sops"]))
.or_include();
static SECRET_SCOPE: Shape = word(&["instance", "stack", "global"]);

pub(super) static AUTH: Shape = open(&[
    ("identities", &AUTH_IDENTITIES),
    ("integrations", &FREE),
    ("providers", &AUTH_PROVIDERS),
    ("realm", &TEXT),
    ("require_identity", &FLAG),
])
.or_include();
static AUTH_PROVIDERS: Shape = named(Names::Identity, &AUTH_PROVIDER).or_include();
static AUTH_PROVIDER: Shape = open(&[
    ("auto_provision_identities", &FLAG),
    ("console", &AUTH_CONSOLE),
    ("default", &FLAG),
    ("kind", &TEXT),
    ("region", &TEXT),
    ("session", &AUTH_SESSION),
    ("spec", &FREE),
    ("start_url", &TEXT),
    ("tags", &TEXTS),
    ("url", &TEXT),
])
.needs(&["kind"])
.or_include();
static AUTH_IDENTITIES: Shape = named(Names::Identity, &AUTH_IDENTITY).or_include();
static AUTH_IDENTITY: Shape = open(&[
    ("alias", &TEXT),
    ("credentials", &FREE),
    ("default", &FLAG),
    ("env", &AUTH_ENV),
    ("kind", &TEXT),
    ("principal", &AUTH_PRINCIPAL),
    ("provider", &TEXT),
    ("required", &FLAG),
    ("session", &AUTH_SESSION),
    ("tags", &TEXTS),
    ("via", &AUTH_VIA),
])
.or_include();
static AUTH_VIA: Shape = map(&[("identity", &TEXT), ("provider", &TEXT)]).or_include();
static AUTH_SESSION: Shape = map(&[("duration", &TEXT)]).or_include();
static AUTH_CONSOLE: Shape = map(&[("session_duration", &TEXT)]).or_include();
static AUTH_PRINCIPAL: Shape = open(&[("account", &AUTH_ACCOUNT), ("name", &TEXT)]);
static AUTH_ACCOUNT: Shape = open(&[("id", &TEXT), ("name", &TEXT)]);
static AUTH_ENV: Shape = list(&AUTH_ENV_ITEM);
static AUTH_ENV_ITEM: Shape = open(&[("key", &TEXT), ("value", &TEXT)]).needs(&["key", "value"]);
