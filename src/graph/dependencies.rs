//! What a component says that it depends on: `dependencies.components`, else `settings.depends_on`.

use super::model::FileDependency;
use crate::text::Span;
use crate::value::{Map, Value};

/// A component that another depends on, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependency {
    /// The component.
    pub component: String,
    /// The component's type; empty where it is the dependent's own.
    pub kind: String,
    /// The stack; empty where it is the dependent's own, or told by the context below.
    pub stack: String,
    /// The context variables that must match; empty ones are the dependent's own.
    pub context: [String; 4],
    /// Whether it stands in `dependencies.components`, where no context counts.
    pub modern: bool,
    /// Where it is written.
    pub span: Span,
}

impl Dependency {
    /// Whether it names context variables.
    pub fn has_context(&self) -> bool {
        self.context.iter().any(|c| !c.is_empty())
    }
}

/// The context variables of a dependency, in the order of [`Dependency::context`].
pub const CONTEXT: [&str; 4] = ["namespace", "tenant", "environment", "stage"];

/// The components that a component's sections name as dependencies.
///
/// Atmos: `dependencies.components` wins whole over `settings.depends_on` if it names any component. Entries with a wrong
/// type make their whole list void.
pub fn dependencies(sections: &Value) -> Vec<Dependency> {
    let list = sections.dig(["dependencies", "components"]).and_then(Value::as_seq).unwrap_or_default();
    let modern: Option<Vec<_>> = list.iter().map(Entry::modern).collect();
    let modern = components(modern.unwrap_or_default());
    if !modern.is_empty() {
        return modern;
    }
    let legacy = [sections.dig(["settings", "depends_on"]), sections.get("depends_on")];
    let entries = |d: &Value| d.as_map()?.values().map(Entry::legacy).collect::<Option<Vec<_>>>();
    // a list of files alone counts too: what comes after it is not looked at
    let first = legacy.into_iter().flatten().filter_map(entries).find(|found| !found.is_empty());
    components(first.unwrap_or_default())
}

fn components(entries: Vec<Entry>) -> Vec<Dependency> {
    let component = |entry| match entry {
        Entry::Component(dependency) => Some(dependency),
        Entry::File(_) => None,
    };
    entries.into_iter().filter_map(component).collect()
}

/// What an entry of a list of dependencies names.
pub(super) enum Entry {
    Component(Dependency),
    File(FileDependency),
}

impl Entry {
    /// An entry of `dependencies.components`; `None` when it has a wrong type.
    pub(super) fn modern(entry: &Value) -> Option<Entry> {
        let map = entry.as_map()?;
        let [component, name, stack, kind, path] = texts(map, ["component", "name", "stack", "kind", "path"])?;
        if matches!(kind.as_str(), "file" | "folder") {
            return Some(Entry::File(FileDependency { path, folder: kind == "folder", span: entry.span }));
        }
        let key = if component.is_empty() { "name" } else { "component" };
        let component = if component.is_empty() { name } else { component };
        let span = span_of(entry, key);
        Some(Entry::Component(Dependency { component, kind, stack, modern: true, span, ..Dependency::default() }))
    }

    /// An entry of `depends_on`; `None` when it has a wrong type.
    pub(super) fn legacy(entry: &Value) -> Option<Entry> {
        let map = entry.as_map()?;
        let [component, stack, file, folder] = texts(map, ["component", "stack", "file", "folder"])?;
        if component.is_empty() {
            let (path, key) = if file.is_empty() { (folder, "folder") } else { (file, "file") };
            return Some(Entry::File(FileDependency { path, folder: key == "folder", span: span_of(entry, key) }));
        }
        let span = span_of(entry, "component");
        Some(Entry::Component(Dependency {
            component,
            stack,
            context: texts(map, CONTEXT)?,
            span,
            ..Dependency::default()
        }))
    }
}

/// Where the value of a key stands, or else the whole.
fn span_of(entry: &Value, key: &str) -> Span {
    entry.get(key).map(|v| v.span).filter(|s| !s.is_none()).unwrap_or(entry.span)
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
