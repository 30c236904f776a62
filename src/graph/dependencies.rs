//! What a component says that it depends on: `dependencies.components`, else `settings.depends_on`.

use crate::value::{Map, Value};

/// A component that another depends on, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependency {
    /// The component.
    pub component: String,
    /// The stack; empty where it is the dependent's own, or told by the context below.
    pub stack: String,
    /// The context variables that must match; empty ones are the dependent's own.
    pub context: [String; 4],
    /// Whether it stands in `dependencies.components`, where no context counts.
    pub modern: bool,
}

/// The context variables of a dependency, in the order of [`Dependency::context`].
pub const CONTEXT: [&str; 4] = ["namespace", "tenant", "environment", "stage"];

/// The components that a component's sections name as dependencies.
///
/// Atmos: `dependencies.components` wins whole over `settings.depends_on` if it names any component. Entries with a wrong
/// type make their whole list void.
pub fn dependencies(sections: &Value) -> Vec<Dependency> {
    let modern = modern(sections).unwrap_or_default();
    if !modern.is_empty() {
        return modern;
    }
    let legacy = [sections.dig(["settings", "depends_on"]), sections.get("depends_on")];
    legacy
        .into_iter()
        .flatten()
        .map(|d| legacy_entries(d).unwrap_or_default())
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The entries of `dependencies.components` that are components; `None` when one has a wrong type.
fn modern(sections: &Value) -> Option<Vec<Dependency>> {
    let list = sections.dig(["dependencies", "components"])?.as_seq()?;
    let mut found = Vec::new();
    for entry in list {
        let map = entry.as_map()?;
        let [component, name, stack, kind] = texts(map, ["component", "name", "stack", "kind"])?;
        if matches!(kind.as_str(), "file" | "folder") {
            continue;
        }
        let component = if component.is_empty() { name } else { component };
        if !component.is_empty() {
            found.push(Dependency { component, stack, modern: true, ..Dependency::default() });
        }
    }
    Some(found)
}

/// The entries of `depends_on`; `None` when one has a wrong type.
fn legacy_entries(depends_on: &Value) -> Option<Vec<Dependency>> {
    depends_on
        .as_map()?
        .values()
        .map(|entry| {
            let map = entry.as_map()?;
            let [component, stack] = texts(map, ["component", "stack"])?;
            Some(Dependency { component, stack, context: texts(map, CONTEXT)?, modern: false })
        })
        .collect()
}

/// The strings under some keys, empty where there is none; `None` when one is no string.
pub(super) fn texts<const N: usize>(map: &Map, keys: [&str; N]) -> Option<[String; N]> {
    let mut found = [const { String::new() }; N];
    for (slot, key) in found.iter_mut().zip(keys) {
        match map.get(key) {
            None => {}
            Some(value) if value.is_null() => {}
            Some(value) => *slot = value.as_str()?.to_string(),
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(text: &str) -> Value {
        crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value
    }

    #[test]
    fn the_modern_list_wins_whole() {
        let both = sections(
            "dependencies: {components: [{name: vpc}, {kind: file, path: x}]}\nsettings: {depends_on: {1: {component: dns}}}",
        );
        let names: Vec<_> = dependencies(&both).into_iter().map(|d| d.component).collect();
        assert_eq!(names, ["vpc"]);
    }

    #[test]
    fn files_alone_leave_the_legacy_map() {
        let files = sections(
            "dependencies: {components: [{kind: folder, path: x}]}\nsettings: {depends_on: {1: {component: dns, stage: prod}}}",
        );
        let found = dependencies(&files);
        assert_eq!(found[0].component, "dns");
        assert_eq!(found[0].context[3], "prod");
    }

    #[test]
    fn a_wrong_type_voids_the_map() {
        assert!(dependencies(&sections("settings: {depends_on: {1: {component: dns}, 2: {component: 7}}}")).is_empty());
    }
}
