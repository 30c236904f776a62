//! The names that Atmos gives to the parts of a component, each in memory once.

use crate::value::Key;
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock};

/// The key of a fixed name, without a copy of its text.
pub(crate) fn key(name: &'static str) -> Key {
    static KEYS: LazyLock<FxHashMap<&'static str, Arc<str>>> = LazyLock::new(|| {
        let sections = super::sections::SECTIONS.iter().chain(super::sections::FREE).map(|s| s.name);
        sections.chain(NAMES).map(|name| (name, Arc::from(name))).collect()
    });
    KEYS.get(name).map_or_else(|| Key::from(name), |shared| Key::from(Arc::clone(shared)))
}

/// What a component has beside its sections.
const NAMES: [&str; 19] = [
    "command",
    "inheritance",
    "overrides",
    "required_version",
    "metadata",
    "component",
    "backend_type",
    "backend",
    "remote_state_backend_type",
    "remote_state_backend",
    "atmos_component",
    "atmos_stack",
    "stack",
    "atmos_stack_file",
    "atmos_manifest",
    "workspace",
    "component_info",
    "component_type",
    "component_path",
];
