//! What vendoring manifests may hold: `vendor.yaml` and the `component.yaml` of a component's folder.
//!
//! Atmos passes over keys that it does not know here, and takes any scalar for a text.

#![allow(clippy::wildcard_imports, reason = "the vocabulary that the tables are written in")]

use super::check;
use super::hooks::RETRY;
use super::shape::*;
use crate::error::Error;
use crate::value::{Map, Value};

/// Everything in a `vendor.yaml` that does not fit, in the order of the text.
pub fn vendor_problems(manifest: &Value) -> Vec<Error> {
    check::problems(manifest, &VENDOR)
}

/// Everything in a `component.yaml` that does not fit, in the order of the text.
pub fn component_vendor_problems(manifest: &Value) -> Vec<Error> {
    check::problems(manifest, &COMPONENT)
}

static VENDOR: Shape =
    map(&[("apiVersion", &VERSION), ("kind", &VENDOR_KIND), ("metadata", &FREE), ("spec", &VENDOR_SPEC)])
        .needs(&["kind", "spec"]);
static VERSION: Shape = word(&["atmos/v1"]);
static VENDOR_KIND: Shape = word(&["AtmosVendorConfig"]);
static VENDOR_SPEC: Shape = map(&[("bases", &BASES), ("imports", &TEXTS), ("sources", &VENDOR_SOURCES)])
    .rule(Rule::Asks(names_something, "`sources` or `imports`"));
static BASES: Shape = list(&BASE);
static BASE: Shape = either(&[&TEXT, &FREE]);
static VENDOR_SOURCES: Shape = list(&VENDOR_SOURCE);
static VENDOR_SOURCE: Shape = map(&[
    ("component", &SCALAR),
    ("constraints", &CONSTRAINTS),
    ("excluded_paths", &TEXTS),
    ("file", &SCALAR),
    ("included_paths", &TEXTS),
    ("retry", &RETRY),
    ("source", &SCALAR),
    ("tags", &SCALARS),
    ("targets", &TARGETS),
    ("version", &SCALAR),
])
.needs(&["source", "targets"]);
static TARGETS: Shape = list(&TARGET).not_empty();
static TARGET: Shape = either(&[&TEXT, &TARGET_WITH_VERSION]);
static TARGET_WITH_VERSION: Shape = map(&[("path", &TEXT), ("version", &SCALAR)]).needs(&["path"]);
static CONSTRAINTS: Shape = map(&[("excluded_versions", &SCALARS), ("no_prereleases", &FLAG), ("version", &SCALAR)]);

static COMPONENT: Shape = map(&[
    ("apiVersion", &VERSION),
    ("kind", &COMPONENT_KIND),
    ("metadata", &FREE),
    ("spec", &COMPONENT_SPEC),
    ("vars", &FREE),
])
.needs(&["kind", "spec"]);
static COMPONENT_KIND: Shape = word(&["ComponentVendorConfig"]);
static COMPONENT_SPEC: Shape = map(&[("mixins", &MIXINS), ("source", &COMPONENT_SOURCE)]).needs(&["source"]);
static COMPONENT_SOURCE: Shape = map(&[
    ("constraints", &CONSTRAINTS),
    ("excluded_paths", &TEXTS),
    ("included_paths", &TEXTS),
    ("retry", &RETRY),
    ("ttl", &SCALAR),
    ("type", &SCALAR),
    ("uri", &SCALAR),
    ("version", &SCALAR),
])
.needs(&["uri"]);
static MIXINS: Shape = list(&MIXIN);
static MIXIN: Shape = map(&[("filename", &SCALAR), ("type", &SCALAR), ("uri", &SCALAR), ("version", &SCALAR)])
    .needs(&["uri", "filename"]);

/// What YAML makes a text of.
static SCALAR: Shape = either(&[&TEXT, &NUMBER, &FLAG]);
static SCALARS: Shape = list(&SCALAR);

fn names_something(spec: &Map) -> bool {
    ["imports", "sources"].iter().any(|key| spec.contains(key))
}
