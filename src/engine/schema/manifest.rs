//! What a stack manifest may hold: its top level, the component types and their components.

#![allow(clippy::wildcard_imports, reason = "the vocabulary that the tables are written in")]

use super::hooks::*;
use super::sections::*;
use super::shape::*;
use super::workflow::WORKFLOWS;

/// A whole manifest. Keys that Atmos does not know are allowed here, and nowhere below.
pub(super) static MANIFEST: Shape = open(&[
    ("components", &COMPONENTS),
    ("compositions", &COMPOSITIONS),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("helm", &HELM),
    ("helmfile", &HELMFILE),
    ("hooks", &HOOKS),
    ("import", &IMPORT),
    ("kubernetes", &KUBERNETES),
    ("locals", &FREE_OR_INCLUDE),
    ("metadata", &STACK_METADATA),
    ("name", &TEXT),
    ("overrides", &OVERRIDES),
    ("packer", &PACKER),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("terraform", &TERRAFORM),
    ("vars", &FREE_OR_INCLUDE),
    ("version", &VERSION),
    ("workflows", &WORKFLOWS),
]);

static VERSION: Shape = map(&[("track", &TEXT)]).or_include();

static IMPORT: Shape = list(&IMPORT_ITEM).or_include();
static IMPORT_ITEM: Shape = either(&[&TEXT, &IMPORT_WITH_OPTIONS]);
static IMPORT_WITH_OPTIONS: Shape = map(&[
    ("context", &FREE),
    ("ignore_missing_template_values", &FLAG),
    ("nested_imports", &NESTED_IMPORTS),
    ("path", &TEXT),
    ("skip_if_missing", &FLAG),
    ("skip_templates_processing", &FLAG),
    ("ttl", &TEXT),
])
.needs(&["path"]);
static NESTED_IMPORTS: Shape = word(&["local", "remote"]);

static COMPOSITIONS: Shape = named(Names::Component, &COMPOSITION).or_include();
static COMPOSITION: Shape = map(&[("description", &TEXT), ("services", &SERVICES)]).needs(&["services"]);
static SERVICES: Shape = list(&TEXT).not_empty().distinct();

/// Types that Atmos does not know (custom ones) hold anything.
static COMPONENTS: Shape = open(&[
    ("container", &CONTAINER_COMPONENTS),
    ("emulator", &EMULATOR_COMPONENTS),
    ("helm", &HELM_COMPONENTS),
    ("helmfile", &HELMFILE_COMPONENTS),
    ("kubernetes", &KUBERNETES_COMPONENTS),
    ("packer", &PACKER_COMPONENTS),
    ("terraform", &TERRAFORM_COMPONENTS),
])
.or_include();

/// What people write into a component though it stands elsewhere.
const NOT_IN_A_COMPONENT: &[(&str, &str)] = &[
    ("abstract", "write `metadata: {type: abstract}`"),
    ("enabled", "write it under `metadata` (or `vars`, for the code's own `enabled`)"),
    ("inherits", "write it under `metadata`"),
    ("locked", "write it under `metadata`"),
    (
        "overrides",
        "overrides stand at the top of a manifest or in its `terraform:`, `helmfile:` or `packer:`, for all components there",
    ),
    ("terraform_workspace", "write it under `metadata`"),
    ("terraform_workspace_pattern", "write it under `metadata`"),
    ("type", "write it under `metadata`"),
    ("workspace", "write it as `terraform_workspace` under `metadata`"),
];

/// What people write into a type's section though it stands elsewhere.
const NOT_IN_A_TYPE: &[(&str, &str)] = &[
    ("components", "components stand under `components.<type>`, at the top of the manifest"),
    ("metadata", "stack-wide metadata stand at the top of the manifest"),
];

static TERRAFORM: Shape = map(&[
    ("backend", &BACKEND),
    ("backend_type", &BACKEND_TYPE),
    ("command", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("depends_on", &DEPENDS_ON),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("overrides", &OVERRIDES),
    ("providers", &FREE_OR_INCLUDE),
    ("provision", &PROVISION),
    ("remote_state_backend", &BACKEND),
    ("remote_state_backend_type", &BACKEND_TYPE),
    ("required_providers", &REQUIRED_PROVIDERS),
    ("required_version", &VERSIONS),
    ("retry", &RETRY),
    ("settings", &SETTINGS),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_TYPE)
.or_include();

static TERRAFORM_COMPONENTS: Shape = named(Names::Component, &TERRAFORM_COMPONENT).or_include();
static TERRAFORM_COMPONENT: Shape = map(&[
    ("auth", &AUTH),
    ("backend", &BACKEND),
    ("backend_type", &BACKEND_TYPE),
    ("command", &TEXT),
    ("component", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("depends_on", &DEPENDS_ON),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("metadata", &METADATA),
    ("mocks", &FREE),
    ("providers", &FREE_OR_INCLUDE),
    ("provision", &PROVISION),
    ("remote_state_backend", &BACKEND),
    ("remote_state_backend_type", &BACKEND_TYPE),
    ("required_providers", &REQUIRED_PROVIDERS),
    ("required_version", &VERSIONS),
    ("retry", &RETRY),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("test", &TEST),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_COMPONENT)
.or_include();
static TEST: Shape = map(&[("vars", &FREE_OR_INCLUDE)]);

static HELMFILE: Shape = map(&[
    ("command", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("overrides", &OVERRIDES),
    ("plugins", &TEXTS_OR_INCLUDE),
    ("provision", &PROVISION),
    ("retry", &RETRY),
    ("settings", &SETTINGS),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_TYPE)
.or_include();

static HELMFILE_COMPONENTS: Shape = named(Names::Component, &HELMFILE_COMPONENT).or_include();
static HELMFILE_COMPONENT: Shape = map(&[
    ("auth", &AUTH),
    ("command", &TEXT),
    ("component", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("metadata", &METADATA),
    ("plugins", &TEXTS_OR_INCLUDE),
    ("provision", &PROVISION),
    ("retry", &RETRY),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_COMPONENT)
.or_include();

static PACKER: Shape = map(&[
    ("command", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("locals", &FREE_OR_INCLUDE),
    ("overrides", &OVERRIDES),
    ("provision", &PROVISION),
    ("retry", &RETRY),
    ("settings", &SETTINGS),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_TYPE)
.or_include();

static PACKER_COMPONENTS: Shape = named(Names::Component, &PACKER_COMPONENT).or_include();
static PACKER_COMPONENT: Shape = map(&[
    ("auth", &AUTH),
    ("command", &TEXT),
    ("component", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("locals", &FREE_OR_INCLUDE),
    ("metadata", &METADATA),
    ("provision", &PROVISION),
    ("retry", &RETRY),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_COMPONENT)
.or_include();

static KUBERNETES: Shape = map(&[
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("manifests", &KUBERNETES_MANIFESTS),
    ("paths", &TEXTS_OR_INCLUDE),
    ("provider", &KUBERNETES_PROVIDER),
    ("render", &RENDER),
    ("settings", &SETTINGS),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_TYPE)
.or_include();

static KUBERNETES_COMPONENTS: Shape = named(Names::Component, &KUBERNETES_COMPONENT).or_include();
static KUBERNETES_COMPONENT: Shape = map(&[
    ("auth", &AUTH),
    ("component", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("manifests", &KUBERNETES_MANIFESTS),
    ("metadata", &METADATA),
    ("paths", &TEXTS_OR_INCLUDE),
    ("provider", &KUBERNETES_PROVIDER),
    ("provision", &PROVISION),
    ("render", &RENDER),
    ("retry", &RETRY),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("validate", &FLAG),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_COMPONENT)
.or_include();
static KUBERNETES_PROVIDER: Shape = word(&["kubectl", "kustomize"]);
static KUBERNETES_MANIFESTS: Shape = list(&KUBERNETES_MANIFEST).or_include();
static KUBERNETES_MANIFEST: Shape = either(&[&TEXT, &KUBERNETES_OBJECT]);
static KUBERNETES_OBJECT: Shape =
    open(&[("apiVersion", &TEXT), ("kind", &TEXT), ("metadata", &FREE)]).needs(&["apiVersion", "kind"]);
static RENDER: Shape = map(&[("output", &RENDER_OUTPUT)]).or_include();
static RENDER_OUTPUT: Shape = map(&[("path", &TEXT), ("split", &FLAG)]);

static HELM: Shape = map(&[
    ("auth", &AUTH),
    ("command", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("plugins", &TEXTS_OR_INCLUDE),
    ("provision", &PROVISION),
    ("render", &RENDER),
    ("repositories", &HELM_REPOSITORIES),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("vars", &FREE_OR_INCLUDE),
])
.misplaced(NOT_IN_A_TYPE)
.or_include();

static HELM_COMPONENTS: Shape = named(Names::Component, &HELM_COMPONENT).or_include();
static HELM_COMPONENT: Shape = map(&[
    ("auth", &AUTH),
    ("chart", &TEXT),
    ("command", &TEXT),
    ("component", &TEXT),
    ("dependencies", &DEPENDENCIES),
    ("env", &FREE_OR_INCLUDE),
    ("generate", &GENERATE),
    ("hooks", &HOOKS),
    ("locals", &FREE_OR_INCLUDE),
    ("metadata", &METADATA),
    ("name", &TEXT),
    ("namespace", &TEXT),
    ("plugins", &TEXTS_OR_INCLUDE),
    ("provision", &PROVISION),
    ("render", &RENDER),
    ("repositories", &HELM_REPOSITORIES),
    ("repository", &TEXT),
    ("secrets", &SECRETS),
    ("settings", &SETTINGS),
    ("source", &SOURCE),
    ("values", &FREE_OR_INCLUDE),
    ("values_files", &TEXTS),
    ("vars", &FREE_OR_INCLUDE),
    ("version", &TEXT),
])
.misplaced(NOT_IN_A_COMPONENT)
.or_include();
static HELM_REPOSITORIES: Shape = list(&HELM_REPOSITORY);
static HELM_REPOSITORY: Shape = map(&[
    ("ca_file", &TEXT),
    ("cert_file", &TEXT),
    ("insecure_skip_tls_verify", &FLAG),
    ("key_file", &TEXT),
    ("name", &TEXT),
    ("pass_credentials_all", &FLAG),
    ("password", &TEXT),
    ("url", &TEXT),
    ("username", &TEXT),
])
.needs(&["name", "url"]);

static CONTAINER_COMPONENTS: Shape = named(Names::Component, &CONTAINER_COMPONENT).or_include();
static CONTAINER_COMPONENT: Shape = open(&[
    ("build", &FREE),
    ("command", &TEXT),
    ("composition", &TEXT),
    ("env", &FREE_OR_INCLUDE),
    ("image", &TEXT),
    ("metadata", &METADATA),
    ("run", &CONTAINER_RUN),
    ("settings", &SETTINGS),
])
.or_include();
static CONTAINER_RUN: Shape =
    open(&[("healthcheck", &HEALTHCHECK), ("restart", &RESTART), ("runtime", &CONTAINER_RUNTIME)]);

static EMULATOR_COMPONENTS: Shape = named(Names::Component, &EMULATOR_COMPONENT).or_include();
static EMULATOR_COMPONENT: Shape = open(&[
    ("cloud", &TEXT),
    ("container", &CONTAINER_RUN),
    ("driver", &TEXT),
    ("env", &FREE_OR_INCLUDE),
    ("ephemeral", &FLAG),
    ("metadata", &METADATA),
    ("project", &TEXT),
    ("region", &TEXT),
    ("services", &TEXTS),
    ("settings", &SETTINGS),
])
.or_include();

static RESTART: Shape = map(&[("max_retries", &COUNT), ("policy", &RESTART_POLICY)]);
static RESTART_POLICY: Shape = word(&["no", "always", "on-failure", "unless-stopped"]);
static HEALTHCHECK: Shape = map(&[
    ("disable", &FLAG),
    ("interval", &TEXT),
    ("retries", &COUNT),
    ("start_interval", &TEXT),
    ("start_period", &TEXT),
    ("test", &TEXT_OR_TEXTS),
    ("timeout", &TEXT),
]);
static CONTAINER_RUNTIME: Shape = map(&[("auto_start", &FLAG), ("host", &FLAG), ("provider", &CONTAINER_PROVIDER)]);
static CONTAINER_PROVIDER: Shape = word(&["", "auto", "docker", "podman"]);
