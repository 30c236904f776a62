//! What workflow manifests may hold: Atmos checks them too when they lie under the stacks' folder.

#![allow(clippy::wildcard_imports, reason = "the vocabulary that the tables are written in")]

use super::hooks::{CONDITIONS, WORKFLOW_RETRY};
use super::sections::DEPENDENCIES;
use super::shape::*;
use crate::value::Map;

/// Atmos's schema has `name` and `description` here, but takes each for a workflow too, so that nothing fits.
pub(super) static WORKFLOWS: Shape =
    fields(&[("description", &TAKEN), ("name", &TAKEN)], Others::Named(Names::Component, &WORKFLOW)).or_include();
static TAKEN: Shape = word(&[]).or_include();

static WORKFLOW: Shape = map(&[
    ("container", &CONTAINER),
    ("dependencies", &DEPENDENCIES),
    ("description", &TEXT),
    ("env", &TEXT_MAP),
    ("output", &TEXT),
    ("show", &SHOW),
    ("stack", &TEXT),
    ("steps", &STEPS),
    ("viewport", &VIEWPORT),
    ("working_directory", &TEXT),
])
.needs(&["steps"])
.or_include();

static STEPS: Shape = list(&STEP).or_include();
static VIEWPORT: Shape = map(&[("height", &INTEGER), ("width", &INTEGER)]).or_include();
static SHOW: Shape = map(&[
    ("command", &FLAG),
    ("count", &FLAG),
    ("flags", &FLAG),
    ("header", &FLAG),
    ("labels", &FLAG),
    ("progress", &FLAG),
])
.or_include();

static CONTAINER: Shape = either(&[&FLAG, &CONTAINER_OPTIONS]).or_include();
static CONTAINER_OPTIONS: Shape = open(&[
    ("cleanup", &TEXT),
    ("env", &TEXT_MAP),
    ("image", &TEXT),
    ("mounts", &FREE_MAPS),
    ("ports", &FREE_MAPS),
    ("provider", &TEXT),
    ("pull", &TEXT),
    ("run_args", &TEXTS),
    ("runtime_auto_start", &FLAG),
    ("shell", &TEXT),
    ("user", &TEXT),
    ("workspace", &TEXT),
    ("workspace_read_only", &FLAG),
]);

static STEP: Shape = open(&[
    ("action", &TEXT),
    ("align", &TEXT),
    ("args", &TEXTS),
    ("artifacts", &ARTIFACTS),
    ("background", &TEXT_OR_FLAG),
    ("body", &TEXT),
    ("bold", &FLAG),
    ("border", &TEXT),
    ("border_background", &TEXT),
    ("border_foreground", &TEXT),
    ("code", &INTEGER),
    ("columns", &TEXTS),
    ("command", &TEXT),
    ("component", &TEXT),
    ("container", &CONTAINER),
    ("content", &TEXT),
    ("continue", &CONDITIONS),
    ("count", &INTEGER),
    ("cursor", &FLAG),
    ("data", &FREE_MAPS),
    ("default", &TEXT),
    ("defaults", &FREE),
    ("destination", &TEXT),
    ("dirs", &TEXTS),
    ("duration", &TEXT),
    ("env", &TEXT_MAP),
    ("ephemeral", &FLAG),
    ("exclude", &TEXTS),
    ("expect", &EXPECT),
    ("export", &FLAG),
    ("extensions", &TEXTS),
    ("fail", &FAIL),
    ("faint", &FLAG),
    ("fields", &TEXT_MAP),
    ("files", &TEXTS),
    ("for", &TEXT_OR_TEXTS),
    ("foreground", &TEXT),
    ("form", &TEXT_MAP),
    ("format", &TEXT),
    ("headers", &TEXT_MAP),
    ("height", &INTEGER),
    ("hint", &TEXT),
    ("identity", &TEXT),
    ("include", &TEXTS),
    ("inputs", &INPUTS),
    ("interactive", &FLAG),
    ("interpreter", &TEXT),
    ("interval", &TEXT),
    ("italic", &FLAG),
    ("jitter", &NUMBER),
    ("key", &TEXT),
    ("key_interval", &TEXT),
    ("level", &TEXT),
    ("limit", &INTEGER),
    ("margin", &TEXT),
    ("markdown", &FLAG),
    ("matrix", &MATRIX),
    ("max_concurrency", &COUNT),
    ("method", &TEXT),
    ("mode", &TEXT),
    ("mtime", &TEXT),
    ("multiple", &FLAG),
    ("name", &TEXT),
    ("needs", &DISTINCT_TEXTS),
    ("options", &TEXTS),
    ("output", &OUTPUT),
    ("outputs", &TEXT_MAP),
    ("padding", &TEXT),
    ("password", &FLAG),
    ("path", &TEXT),
    ("placeholder", &TEXT),
    ("preconditions", &PRECONDITIONS),
    ("print", &TEXT),
    ("prompt", &PROMPT),
    ("provider", &TEXT),
    ("query", &TEXT_MAP),
    ("rate", &TEXT),
    ("regex", &TEXT),
    ("repeat", &INTEGER),
    ("reset", &FLAG),
    ("retry", &WORKFLOW_RETRY),
    ("runtime", &FREE),
    ("runtime_auto_start", &FLAG),
    ("script", &TEXT),
    ("separator", &TEXT),
    ("shell", &TEXT),
    ("show", &SHOW),
    ("source", &STEP_SOURCE),
    ("stack", &TEXT),
    ("steps", &STEPS),
    ("strikethrough", &FLAG),
    ("subpath", &TEXT),
    ("text", &TEXT),
    ("timeout", &TEXT),
    ("title", &TEXT),
    ("tools", &TEXTS),
    ("tty", &FLAG),
    ("type", &TEXT),
    ("underline", &FLAG),
    ("url", &TEXT),
    ("vars", &TEXT_MAP),
    ("viewport", &VIEWPORT),
    ("voice", &TEXTS),
    ("when", &CONDITIONS),
    ("width", &INTEGER),
    ("with", &FREE),
    ("working_directory", &TEXT),
    ("write_rate", &TEXT),
])
.rule(Rule::Asks(prompt_is_text_unless_simulated, "`type: simulate` where `prompt` is a map"));

/// A prompt with a style is for simulated terminals alone.
fn prompt_is_text_unless_simulated(step: &Map) -> bool {
    let styled = step.get("prompt").is_some_and(|p| p.as_map().is_some());
    !styled || step.get("type").and_then(|t| t.as_str()) == Some("simulate")
}

static TEXT_OR_FLAG: Shape = either(&[&TEXT, &FLAG]);
static STEP_SOURCE: Shape = either(&[&TEXT, &FREE]);
static PROMPT: Shape = either(&[&TEXT, &STYLED_PROMPT]);
static STYLED_PROMPT: Shape = map(&[("style", &PROMPT_STYLE), ("text", &TEXT)]);
static PROMPT_STYLE: Shape = word(&["command", "label", "muted", "info", "notice"]);
static INPUTS: Shape = map(&[("sources", &TEXTS)]);
static ARTIFACTS: Shape = map(&[("paths", &TEXTS)]);
static PRECONDITIONS: Shape = map(&[("tools", &TEXTS)]);
static FAIL: Shape = map(&[("max_failures", &COUNT), ("mode", &super::sections::FAIL_MODE)]);
static OUTPUT: Shape = either(&[&TEXT, &OUTPUT_OPTIONS]);
static OUTPUT_OPTIONS: Shape = map(&[
    ("ascii", &TEXT),
    ("cast", &TEXT),
    ("gif", &TEXT),
    ("html", &TEXT),
    ("jpg", &TEXT),
    ("mode", &OUTPUT_MODE),
    ("mp4", &TEXT),
    ("order", &OUTPUT_ORDER),
    ("png", &TEXT),
    ("prefix", &TEXT),
    ("show_summary", &FLAG),
]);
static OUTPUT_MODE: Shape = word(&["", "grouped", "prefixed", "none"]);
static OUTPUT_ORDER: Shape = word(&["completion", "definition"]);
static MATRIX: Shape = map_of(&MATRIX_AXIS);
static MATRIX_AXIS: Shape = list(&TEXT).not_empty();
static EXPECT: Shape = open(&[("response", &TEXTS), ("status", &INTEGERS)]);
static INTEGERS: Shape = list(&INTEGER);
