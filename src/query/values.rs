//! `list values`, `list vars`, `list settings`: a part of a component, or of all, side by side for all stacks.

use super::inventory::{self, Entry};
use super::select::NamePattern;
use super::{Rows, stacks};
use crate::Result;
use crate::engine::Engine;
use crate::value::{Data, Value, json};
use crate::yq::Query;
use std::collections::BTreeMap;

/// A value for each stack that has one.
pub type ByStack = BTreeMap<String, Value>;

/// Which stacks and values are shown.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Names or patterns of stacks, separated by commas.
    pub stack: Option<String>,
    /// No more stacks than this; 0 for all.
    pub max_columns: usize,
    /// A yq expression over each stack's value.
    pub query: Option<String>,
}

/// The component types that have values to compare.
const KINDS: [&str; 2] = ["terraform", "helmfile"];

/// The values of a component: its vars unless the query says otherwise.
///
/// # Errors
/// The stacks cannot be read, none has the component, or the query is wrong.
pub fn values(engine: &Engine, component: &str, selection: &Selection) -> Result<ByStack> {
    values_of(&inventory::whole(engine, Some(component))?, component, selection)
}

/// The settings of a component, or of all: then every stack that has a component is shown whole, as in Atmos.
///
/// # Errors
/// The stacks cannot be read, none has the component, or the query is wrong.
pub fn settings(engine: &Engine, component: Option<&str>, selection: &Selection) -> Result<ByStack> {
    settings_of(&inventory::whole(engine, component)?, component, selection)
}

fn values_of(entries: &[Entry], component: &str, selection: &Selection) -> Result<ByStack> {
    let sections = sections(entries, component)?;
    let chosen = choose(sections, selection)?;
    let Some(query) = &selection.query else {
        return Ok(chosen
            .into_iter()
            .filter_map(|(stack, section)| Some((stack, section.get("vars")?.clone())))
            .collect());
    };
    ask(chosen, query)
}

fn settings_of(entries: &[Entry], component: Option<&str>, selection: &Selection) -> Result<ByStack> {
    let all = if let Some(component) = component {
        let settings = |section: &Value| section.get("settings").filter(|s| s.as_map().is_some()).cloned();
        let sections = sections(entries, component)?.into_iter();
        sections.map(|(stack, section)| (stack, settings(&section).unwrap_or(section))).collect()
    } else {
        let has_components = |stack: &str| entries.iter().any(|e| e.stack == stack && KINDS.contains(&e.kind.as_str()));
        let stacks = inventory::by_stack(entries).into_iter();
        stacks.filter(|(stack, _)| has_components(stack)).map(|(stack, all)| (stack.to_owned(), all)).collect()
    };
    let chosen = choose(all, selection)?;
    match &selection.query {
        Some(query) => ask(chosen, query),
        None => Ok(chosen),
    }
}

/// The section of a component in every stack that has it.
fn sections(entries: &[Entry], component: &str) -> Result<ByStack> {
    stacks::has_component(component, entries.iter().map(|e| e.component.as_str()))?;
    let mut sections = ByStack::new();
    for kind in KINDS {
        for entry in entries.iter().filter(|e| e.component == component && e.kind == kind) {
            sections.entry(entry.stack.clone()).or_insert_with(|| entry.section.clone());
        }
    }
    Ok(sections)
}

/// The stacks that are asked for: by pattern where one of them is a pattern, by name otherwise; then the first few.
fn choose(values: ByStack, selection: &Selection) -> Result<ByStack> {
    let chosen = match &selection.stack {
        None => values,
        Some(wanted) => {
            let wanted: Vec<&str> = wanted.split(',').map(str::trim).collect();
            if wanted.iter().any(|w| w.contains(['*', '?', '['])) {
                let patterns = wanted.iter().map(|w| NamePattern::new(w)).collect::<Result<Vec<_>>>()?;
                values.into_iter().filter(|(stack, _)| patterns.iter().any(|p| p.matches(stack))).collect()
            } else {
                values.into_iter().filter(|(stack, _)| wanted.contains(&stack.as_str())).collect()
            }
        }
    };
    let limit = if selection.max_columns == 0 { usize::MAX } else { selection.max_columns };
    Ok(chosen.into_iter().take(limit).collect())
}

/// Asks every value. A path that leads nowhere is tried inside `vars`; stacks without an answer are left out.
fn ask(values: ByStack, expression: &str) -> Result<ByStack> {
    let query = Query::new(expression)?;
    let mut answers = ByStack::new();
    for (stack, value) in values {
        let mut answer = query.eval(&value)?;
        if answer.is_null()
            && let Some(vars) = value.get("vars")
        {
            answer = query.eval(vars)?;
        }
        if !answer.is_null() {
            answers.insert(stack, answer);
        }
    }
    Ok(answers)
}

/// The values side by side: a column for each stack, a row for each key of the first stack that has any. With `lines`
/// a cell of a table has a line for each item, without it is one line.
pub fn side_by_side(values: &ByStack, lines: bool) -> Rows {
    let headers = std::iter::once("Key".to_owned()).chain(values.keys().cloned()).collect();
    let vars = |value: &Value| value.get("vars").filter(|v| v.as_map().is_some()).cloned();
    let inner: Vec<Value> = values.values().map(|value| vars(value).unwrap_or_else(|| value.clone())).collect();
    let Some(first) = inner.iter().find(|v| v.as_map().is_none_or(|m| !m.is_empty())) else {
        return Rows { headers, rows: Vec::new() };
    };
    let row = |name: &str, pick: &dyn Fn(&Value) -> Option<Value>| {
        let cells = inner.iter().map(|value| pick(value).map(|v| cell(&v, lines)).unwrap_or_default());
        std::iter::once(name.to_owned()).chain(cells).collect()
    };
    let rows = match first.as_map() {
        Some(map) => map.sorted().into_iter().map(|(key, _)| row(&key.name, &|v| v.get(&key.name).cloned())).collect(),
        None => vec![row("value", &|v| Some(v.clone()))],
    };
    Rows { headers, rows }
}

/// A value in a cell: texts as they are, scalars of a list (and in lines, of a map) one after the other, everything
/// else as JSON.
fn cell(value: &Value, lines: bool) -> String {
    let is_scalar = |v: &Value| v.as_map().is_none() && v.as_seq().is_none();
    match &value.data {
        Data::Null => String::new(),
        Data::Str(s) | Data::Time(s) => s.to_string(),
        Data::Seq(items) if items.iter().all(is_scalar) => {
            let items: Vec<String> = items.iter().map(|item| cell(item, lines)).collect();
            items.join(if lines { "\n" } else { "," })
        }
        Data::Map(map) if lines && map.values().all(is_scalar) => {
            let entries = map.sorted().into_iter().map(|(key, v)| format!("{}: {}", key.name, cell(v, lines)));
            entries.collect::<Vec<_>>().join("\n")
        }
        _ => json::to_json(value, json::Format::COMPACT).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
        Value::map(entries.into_iter().collect())
    }

    fn entries() -> Vec<Entry> {
        let entry = |stack: &str, kind: &str, component: &str, region: &str| Entry {
            stack: stack.into(),
            kind: kind.into(),
            component: component.into(),
            section: map([
                ("vars", map([("region", region.into()), ("n", Value::from(1))])),
                ("settings", map([("a", true.into())])),
            ]),
        };
        vec![
            entry("dev", "terraform", "vpc", "eu"),
            entry("image", "packer", "app", "x"),
            entry("prod", "terraform", "vpc", "us"),
        ]
    }

    #[test]
    fn values_are_vars_unless_asked_otherwise() {
        let all = values_of(&entries(), "vpc", &Selection::default()).unwrap();
        assert_eq!(all.keys().collect::<Vec<_>>(), ["dev", "prod"]);
        assert_eq!(all["dev"].get("region"), Some(&Value::from("eu")));
        for query in [".vars.region", ".region"] {
            let selection = Selection { query: Some(query.into()), stack: Some("p*,x".into()), ..Selection::default() };
            let found = values_of(&entries(), "vpc", &selection).unwrap();
            assert_eq!(found, ByStack::from([("prod".into(), Value::from("us"))]), "{query}");
        }
        assert!(values_of(&entries(), "vcp", &Selection::default()).unwrap_err().hints()[0].contains("`vpc`"));
    }

    #[test]
    fn settings_of_all_are_whole_stacks_and_of_one_its_settings() {
        let all = settings_of(&entries(), None, &Selection::default()).unwrap();
        assert_eq!(all.keys().collect::<Vec<_>>(), ["dev", "prod"]);
        assert!(all["dev"].get("components").is_some());
        let one = settings_of(&entries(), Some("vpc"), &Selection { max_columns: 1, ..Selection::default() }).unwrap();
        assert_eq!(one, ByStack::from([("dev".into(), map([("a", true.into())]))]));
    }

    #[test]
    fn keys_stand_beside_the_stacks() {
        let rows = side_by_side(&values_of(&entries(), "vpc", &Selection::default()).unwrap(), false);
        assert_eq!(rows.headers, ["Key", "dev", "prod"]);
        assert_eq!(rows.rows, [["n", "1", "1"], ["region", "eu", "us"]]);
        let scalars = ByStack::from([("dev".into(), Value::seq(vec!["a".into(), "b".into()]))]);
        assert_eq!(side_by_side(&scalars, false).rows, [["value", "a,b"]]);
        assert_eq!(side_by_side(&scalars, true).rows, [["value", "a\nb"]]);
        let maps = ByStack::from([("dev".into(), map([("tags", map([("b", 2.into()), ("a", 1.into())]))]))]);
        assert_eq!(side_by_side(&maps, false).rows, [["tags", "{\"a\":1,\"b\":2}"]]);
        assert_eq!(side_by_side(&maps, true).rows, [["tags", "a: 1\nb: 2"]]);
    }
}
