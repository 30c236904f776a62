//! The sections of components on two sides, and why one counts as affected.

use super::admin;
use super::files::{Dependency, Files, dependencies};
use super::item::{Affected, Deletion};
use super::{Request, map_at};
use crate::engine::Engine;
use crate::error::Result;
use crate::value::{Map, Value};

/// The types that Atmos compares, in its order. Of those that are gone it sees the first three.
const KINDS: [&str; 5] = ["terraform", "helmfile", "packer", "kubernetes", "helm"];

/// The sections that are compared of every component. The first that differs gives the reason, `stack.` before its name.
const SECTIONS: [&str; 15] = [
    "vars",
    "env",
    "providers",
    "required_providers",
    "required_version",
    "generate",
    "backend",
    "backend_type",
    "remote_state_backend",
    "remote_state_backend_type",
    "auth",
    "command",
    "dependencies",
    "source",
    "provision",
];

/// Those of Kubernetes components, before the ones above.
const KUBERNETES: [&str; 10] =
    ["vars", "env", "source", "provision", "generate", "provider", "paths", "manifests", "render", "validate"];

/// Those of Helm components, instead of the ones above.
const HELM: [&str; 10] =
    ["vars", "env", "source", "provision", "generate", "render", "values", "values_files", "chart", "repositories"];

/// The components that are there and differ from the base.
pub(super) fn changed(
    head: &Engine,
    current: &Value,
    previous: &Value,
    files: &mut Files,
    request: &Request,
) -> Result<Vec<Affected>> {
    let configured = head.workspace().config.dig(["describe", "affected", "sections"]).and_then(Value::as_seq);
    let configured: Vec<&str> = configured.unwrap_or_default().iter().filter_map(Value::as_str).collect();
    let common = if configured.is_empty() { SECTIONS.to_vec() } else { configured };
    let mut found: Vec<Affected> = Vec::new();
    // Atmos joins what it finds twice, but only within a type of a stack
    let (mut batch, mut place) = (Vec::new(), None);
    for (stack, kind, name, sections) in components(current, &KINDS, request) {
        if place.replace((stack, kind)) != Some((stack, kind)) {
            found.append(&mut batch);
        }
        let one = One { kind, sections, before: map_at(previous, &[stack, "components", kind, name]) };
        if one.is_left_out(request) {
            continue;
        }
        let Some(reasons) = one.reasons(head, name, &common, files)? else { continue };
        let mut affected = Affected::new(head, [stack, kind, name], sections, reasons.all);
        match reasons.dependency {
            Some(Dependency::File(path)) => affected.file = path,
            Some(Dependency::Folder(path)) => affected.folder = path,
            None => {}
        }
        affected.settings = sections.get("settings").filter(|_| request.include_settings).cloned();
        if request.include_spacelift_admin_stacks && kind == "terraform" && affected.reasons[0] != MODULE {
            admin::add(head, current, &affected, sections, &mut batch, request)?;
        }
        match batch.iter_mut().find(|other| other.is_same(&affected)) {
            // it is there already, as the admin stack of another
            Some(other) => other.reasons.extend(affected.reasons),
            None => batch.push(affected),
        }
    }
    found.append(&mut batch);
    Ok(found)
}

const MODULE: &str = "component.module";

/// The components of the base that are not there any more.
pub(super) fn deleted(head: &Engine, current: &Value, previous: &Value, request: &Request) -> Vec<Affected> {
    let mut found = Vec::new();
    for (stack, kind, name, sections) in components(previous, &KINDS[..3], request) {
        let is_abstract = sections.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract");
        if is_abstract || current.dig([stack, "components", kind, name]).is_some() {
            continue;
        }
        let (reason, deletion) = match current.get(stack) {
            Some(_) => ("deleted", Deletion::Component),
            None => ("deleted.stack", Deletion::Stack),
        };
        let mut affected = Affected::new(head, [stack, kind, name], sections, vec![reason.to_owned()]);
        affected.deletion = Some(deletion);
        found.push(affected.with_context(sections));
    }
    found
}

/// The components of described stacks, by stack, type and name.
fn components<'a>(
    stacks: &'a Value,
    kinds: &'static [&'static str],
    request: &Request,
) -> impl Iterator<Item = (&'a str, &'static str, &'a str, &'a Value)> {
    let wanted = request.stack.clone();
    let stacks = stacks.as_map().map(Map::sorted).unwrap_or_default();
    let stacks = stacks.into_iter().filter(move |(name, _)| wanted.as_deref().is_none_or(|w| w == &*name.name));
    stacks.flat_map(move |(stack, described)| {
        kinds.iter().flat_map(move |kind| {
            let components = map_at(described, &["components", kind]).map(Map::sorted).unwrap_or_default();
            components.into_iter().map(move |(name, sections)| (&*stack.name, *kind, &*name.name, sections))
        })
    })
}

/// A component as it is, and as it was if it was there.
struct One<'a> {
    kind: &'static str,
    sections: &'a Value,
    before: Option<&'a Map>,
}

#[derive(Default)]
struct Reasons {
    all: Vec<String>,
    /// What it depends on that changed, where this is the first reason.
    dependency: Option<Dependency>,
}

impl One<'_> {
    fn is_left_out(&self, request: &Request) -> bool {
        let metadata = |key: &str| self.sections.dig(["metadata", key]);
        metadata("type").and_then(Value::as_str) == Some("abstract")
            || metadata("enabled").and_then(Value::as_bool) == Some(false)
            || (request.exclude_locked && metadata("locked").and_then(Value::as_bool) == Some(true))
    }

    /// Why it is affected, Atmos's headline first.
    fn reasons(&self, head: &Engine, name: &str, common: &[&str], files: &mut Files) -> Result<Option<Reasons>> {
        let mut reasons = Reasons::default();
        if self.map_differs("metadata") {
            reasons.all.push("stack.metadata".to_owned());
        }
        let folder = self.sections.get("component").and_then(Value::as_str).filter(|c| !c.is_empty()).unwrap_or(name);
        if self.kind == "terraform" && files.touch_modules(head, folder)? {
            reasons.all.push(MODULE.to_owned());
        }
        let looks_for_code = files.is_atmos() || Files::has_folder(head, self.kind);
        if looks_for_code && files.touch_code(head, self.kind, folder) {
            reasons.all.push("component".to_owned());
        }
        let extra: Vec<&str> = match self.kind {
            "kubernetes" => {
                let rest = common.iter().copied().filter(|s| !KUBERNETES.contains(s));
                KUBERNETES.into_iter().chain(rest).collect()
            }
            "helm" => HELM.to_vec(),
            _ => common.to_vec(),
        };
        let differing = extra.iter().filter(|section| self.differs(section));
        reasons.all.extend(differing.map(|section| format!("stack.{section}")));
        if self.sections.get("settings").is_some_and(|s| s.as_map().is_some()) {
            if self.map_differs("settings") {
                reasons.all.push("stack.settings".to_owned());
            }
            let dependencies = dependencies(self.sections);
            if let Some(dependency) = files.touch(&dependencies)? {
                if reasons.all.is_empty() {
                    reasons.dependency = Some(dependency.clone());
                }
                let reason = if matches!(dependency, Dependency::File(_)) { "file" } else { "folder" };
                reasons.all.push(reason.to_owned());
            }
        }
        Ok(Some(reasons).filter(|r| !r.all.is_empty()))
    }

    /// Whether a section that must be a map is not the same map in the base.
    fn map_differs(&self, name: &str) -> bool {
        let Some(section) = self.sections.get(name).filter(|s| s.as_map().is_some()) else { return false };
        self.before.and_then(|b| b.get(name)) != Some(section)
    }

    /// Whether a section is not the same in the base. One that is gone does not count.
    fn differs(&self, name: &str) -> bool {
        let before = self.before.map(|b| b.get(name));
        match (self.sections.get(name), before) {
            // what is left out of a Kubernetes component's `validate` is on again
            (None, Some(Some(_))) => self.kind == "kubernetes" && name == "validate",
            (None, _) => false,
            (Some(_), None) => true,
            (Some(section), Some(None)) => self.kind == "helm" || !section.is_null(),
            (Some(section), Some(Some(before))) => section != before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(text: &str) -> Value {
        crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value
    }

    fn differs(kind: &'static str, now: &str, before: Option<&str>, name: &str) -> bool {
        let (now, before) = (sections(now), before.map(sections));
        One { kind, sections: &now, before: before.as_ref().and_then(Value::as_map) }.differs(name)
    }

    #[test]
    fn a_section_that_is_gone_does_not_count_but_a_new_one_does() {
        assert!(!differs("terraform", "{}", Some("{vars: {a: 1}}"), "vars"));
        assert!(differs("terraform", "{vars: {}}", Some("{}"), "vars"));
        assert!(!differs("terraform", "{vars: null}", Some("{}"), "vars"));
        assert!(differs("helm", "{vars: null}", Some("{}"), "vars"));
        assert!(differs("terraform", "{vars: {}}", None, "vars"));
        assert!(differs("kubernetes", "{}", Some("{validate: false}"), "validate"));
    }

    #[test]
    fn order_of_keys_is_no_difference_and_numbers_have_a_type() {
        assert!(!differs("terraform", "{vars: {a: 1, b: 2}}", Some("{vars: {b: 2, a: 1}}"), "vars"));
        assert!(differs("terraform", "{vars: {a: 1}}", Some("{vars: {a: 1.0}}"), "vars"));
    }
}
