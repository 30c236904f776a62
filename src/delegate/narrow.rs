//! Which manifests a component needs, so that Atmos need not read the others.

use super::units::Unit;
use crate::value::{Data, Value};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static TEMPLATE_REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"atmos\.Component\s+(?:"([^"]+)"|\S+)\s+(?:"([^"]+)"|(\.stack|\.atmos_stack)\b|\S+)"#)
        .expect("a pattern")
});

/// The manifests that Atmos has to read to work on a unit, below the stacks folder: those of its stack, and those of the
/// stacks that its functions and templates refer to. `None` where that cannot be known without running them.
pub(super) fn manifests(unit: usize, units: &[Unit]) -> Option<BTreeSet<&str>> {
    let mut stacks = BTreeSet::new();
    let mut open = vec![(units[unit].stack.clone(), None::<String>)];
    let mut seen = BTreeSet::from([open[0].clone()]);
    open.push((units[unit].stack.clone(), Some(units[unit].component.clone())));
    while let Some((stack, component)) = open.pop() {
        stacks.insert(stack.clone());
        let Some(component) = component else { continue };
        // one that is abstract or not there is Atmos's to complain about
        let Some(found) = units.iter().find(|u| u.stack == stack && u.component == component) else { continue };
        for reference in references(found)? {
            if seen.insert(reference.clone()) {
                open.push(reference);
            }
        }
    }
    let manifests: BTreeSet<&str> =
        units.iter().filter(|u| stacks.contains(&u.stack)).map(|u| u.manifest.as_str()).collect();
    // Atmos reads patterns, with commas between them
    let is_plain = |path: &&str| !path.contains([',', '*', '?', '[', ']', '{', '}', '\\']);
    manifests.iter().all(is_plain).then_some(manifests)
}

/// The components, by stack, whose values a unit uses. `None` where only a run could tell.
fn references(unit: &Unit) -> Option<Vec<(String, Option<String>)>> {
    let mut texts = Vec::new();
    collect(&unit.sections, &mut texts);
    let runs_commands = unit.sections.get("hooks").and_then(Value::as_map).is_some_and(|hooks| {
        hooks.values().any(|hook| hook.get("command").and_then(Value::as_str).is_some_and(|c| c != "store"))
    });
    if runs_commands {
        return None;
    }
    let mut found = Vec::new();
    for text in texts {
        function(text, unit, &mut found)?;
        for reference in TEMPLATE_REFERENCE.captures_iter(text) {
            let component = reference.get(1)?.as_str().to_owned();
            let stack = match (reference.get(2), reference.get(3)) {
                (Some(stack), _) => stack.as_str().to_owned(),
                (None, Some(_)) => unit.stack.clone(),
                (None, None) => return None,
            };
            found.push((stack, Some(component)));
        }
        let references = TEMPLATE_REFERENCE.find_iter(text).count();
        if text.matches("atmos.Component").count() > references || text.contains("atmos.Resolve") {
            return None;
        }
    }
    Some(found)
}

/// What a YAML function refers to.
fn function(text: &str, unit: &Unit, found: &mut Vec<(String, Option<String>)>) -> Option<()> {
    let mut words = text.split_whitespace();
    match words.next() {
        Some("!terraform.state" | "!terraform.output" | "!store" | "!secret") => {}
        // may call atmos, which would see the narrowed stacks
        Some("!exec") => return None,
        _ => return Some(()),
    }
    if text.contains("{{") {
        return None;
    }
    let is_store = text.starts_with("!store") || text.starts_with("!secret");
    let words: Vec<&str> =
        words.take_while(|w| *w != "|" && *w != "||" && *w != "//").map(|w| w.trim_matches('"')).collect();
    let words = if is_store { words.get(1..).unwrap_or_default() } else { &words[..] };
    // an expression of yq may follow; a word too many names a stack that is not there, which does no harm
    match words {
        [stack, component, _, ..] if is_store => found.push(((*stack).to_owned(), Some((*component).to_owned()))),
        [component, stack, _, ..] => {
            found.push(((*stack).to_owned(), Some((*component).to_owned())));
            found.push((unit.stack.clone(), Some((*component).to_owned())));
        }
        [component, ..] => found.push((unit.stack.clone(), Some((*component).to_owned()))),
        [] => {}
    }
    Some(())
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match &value.data {
        Data::Str(text) => texts.push(text),
        Data::Seq(items) => items.iter().for_each(|item| collect(item, texts)),
        Data::Map(map) => map.values().for_each(|item| collect(item, texts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(stack: &str, component: &str, sections: &str) -> Unit {
        Unit {
            stack: stack.into(),
            component: component.into(),
            manifest: format!("deploy/{stack}.yaml"),
            sections: crate::yaml::load_str(sections, &mut crate::yaml::NoTags).expect("YAML").value,
            ..Unit::default()
        }
    }

    #[test]
    fn references_widen_what_is_read() {
        let units = [
            unit("dev", "a", "vars: {x: '!terraform.state b prod id', y: '!terraform.output c id'}"),
            unit("prod", "b", r#"vars: {x: '{{ (atmos.Component "d" "core").outputs.id }}'}"#),
            unit("core", "d", r#"vars: {x: '{{ (atmos.Component "d" .stack).vars.y }}', z: '{{ .vars.q }}'}"#),
            unit("test", "e", "vars: {}"),
        ];
        let of = |unit| manifests(unit, &units).map(|m| m.into_iter().collect::<Vec<_>>());
        assert_eq!(of(0), Some(vec!["deploy/core.yaml", "deploy/dev.yaml", "deploy/prod.yaml"]));
        assert_eq!(of(3), Some(vec!["deploy/test.yaml"]));
    }

    #[test]
    fn what_only_a_run_could_tell_is_not_narrowed() {
        for sections in [
            "vars: {x: '!exec atmos describe stacks'}",
            "vars: {x: '!terraform.state a {{ .vars.other }} id'}",
            "vars: {x: '{{ (atmos.Component .vars.name .stack).outputs.id }}'}",
            "hooks: {after: {command: make}}",
        ] {
            assert_eq!(manifests(0, &[unit("dev", "a", sections)]), None, "{sections}");
        }
    }

    #[test]
    fn manifests_that_look_like_patterns_are_not_narrowed() {
        let odd = Unit { manifest: "deploy/[x].yaml".into(), ..unit("dev", "a", "{}") };
        assert_eq!(manifests(0, &[odd]), None);
    }
}
