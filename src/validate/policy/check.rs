//! Components against policies.

use super::finding::Finding;
use super::input::{self, Subject};
use super::pack::Pack;
use super::rules;
use super::waiver::{self, Waivers};
use crate::code::{self, Code, Severity};
use crate::engine::{Component, Engine, Stack};
use crate::error::Result;
use crate::text::Span;
use crate::validate::Diagnostic;
use crate::value::json;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

/// What a rule found in one component.
struct Hit {
    code: &'static Code,
    severity: Severity,
    name: String,
    finding: Finding,
    span: Span,
    component: String,
    stack: String,
}

/// What the policies say of the components of one stack.
#[derive(Default)]
struct Checked {
    hits: Vec<Hit>,
    /// What is wrong with waivers.
    problems: Vec<Diagnostic>,
    /// The waivers: where each stands, of which rule, and whether something was found that it is for.
    waivers: Vec<(Span, String, bool)>,
}

/// Findings of rules by the documents that they saw.
type Known = Mutex<FxHashMap<(usize, String), Arc<Vec<Finding>>>>;

/// Checks all components but abstract and disabled ones.
///
/// # Errors
/// A policy that cannot be evaluated.
pub fn components(engine: &Arc<Engine>, stacks: &[&Arc<Stack>], pack: &Pack) -> Result<Vec<Diagnostic>> {
    if pack.is_empty() {
        return Ok(Vec::new());
    }
    let known = Known::default();
    let own: Vec<String> = pack.own.iter().map(|o| o.name.clone()).collect();
    let today = waiver::today();
    let checked: Vec<Result<Checked>> = stacks
        .par_iter()
        .map_init(
            || pack.clone(),
            |pack, stack| {
                let mut checked = Checked::default();
                for (name, component) in engine.resolvable(stack) {
                    if component.is_abstract() || !component.is_enabled() {
                        continue;
                    }
                    let waivers = Waivers::read(&component.sections, today, &own);
                    let found = check(engine, pack, &known, &name, &component)?;
                    for (rule, at) in waivers.rules() {
                        let is_used =
                            found.iter().any(|hit| hit.name == rule) || rules::of_plans(rule) || pack.lacks(rule);
                        checked.waivers.push((at, rule.to_owned(), is_used));
                    }
                    checked.hits.extend(found.into_iter().filter(|hit| !waivers.waive(&hit.name)));
                    checked.problems.extend(waivers.problems);
                }
                Ok(checked)
            },
        )
        .collect();
    let (mut hits, mut diagnostics) = (Vec::new(), Vec::new());
    let mut waivers: FxHashMap<Span, (String, bool)> = FxHashMap::default();
    for found in checked {
        let found = found?;
        hits.extend(found.hits);
        diagnostics.extend(found.problems);
        for (at, rule, is_used) in found.waivers {
            waivers.entry(at).or_insert((rule, false)).1 |= is_used;
        }
    }
    // a waiver of a base is needed if one heir needs it
    diagnostics.extend(waivers.into_iter().filter(|(_, (_, is_used))| !is_used).map(|(at, (rule, _))| {
        let message = format!("nothing needs the waiver of `{rule}`");
        Diagnostic::new(&code::UNUSED_WAIVER, message, at).hint("remove it")
    }));
    diagnostics.extend(gather(hits));
    Ok(diagnostics)
}

/// Everything that the policies find in one component.
fn check(engine: &Engine, pack: &mut Pack, known: &Known, stack: &str, component: &Component) -> Result<Vec<Hit>> {
    // what cannot be rendered is told by another check
    let sections = engine.describe_rendered(component, stack).unwrap_or_else(|_| component.sections.clone());
    let stage = input::stage(sections.get("vars")).to_owned();
    let production = input::is_production(&pack.settings, &stage, stack);
    let code = (&*component.kind == "terraform").then(|| engine.code_of(component));
    let subject = Subject { component, stack, sections: &sections, code: code.as_deref(), stage: &stage, production };
    let kinds = subject.kinds();
    let mut hits = Vec::new();
    let mut hit = |code, severity, name: &str, finding: &Finding| {
        let span = finding.span(&sections);
        let span = if span.is_none() { component.sections.span } else { span };
        let finding = finding.clone();
        hits.push(Hit {
            code,
            severity,
            name: name.to_owned(),
            finding,
            span,
            component: component.name.to_string(),
            stack: stack.to_owned(),
        });
    };
    for (number, rule) in pack.rules.clone().into_iter().enumerate() {
        let Some(severity) = pack.severity_of(rule, &stage, production) else { continue };
        let Some(document) = subject.document(rule, &kinds, &pack.settings) else { continue };
        let key = (number, json::to_json(&document, json::Format::default()).unwrap_or_default());
        let seen = known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let findings = if let Some(findings) = seen {
            findings
        } else {
            let findings = Arc::new(pack.apply(rule, &document)?);
            known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&findings));
            findings
        };
        findings.iter().for_each(|finding| hit(rule.code, severity, rule.code.name, finding));
    }
    if !pack.own.is_empty() {
        let document = subject.whole(&kinds, &pack.settings);
        for own in pack.own.clone() {
            let findings = pack.apply_own(&own, &document).map_err(|e| {
                e.context(format_args!("the policy `{}` cannot be evaluated", own.name)).in_file(&own.path)
            })?;
            for finding in findings {
                let name = finding.id.clone().unwrap_or_else(|| own.name.clone());
                if let Some(severity) = pack.severity_of_own(&finding, &name, &stage, production) {
                    hit(&code::OWN_POLICY, severity, &name, &finding);
                }
            }
        }
    }
    Ok(hits)
}

/// One diagnostic for all components that have a value from the same place.
fn gather(hits: Vec<Hit>) -> Vec<Diagnostic> {
    let mut places: FxHashMap<(Span, &'static str, String, &'static str), usize> = FxHashMap::default();
    let mut gathered: Vec<(Hit, usize)> = Vec::new();
    for hit in hits {
        match places.entry((hit.span, hit.code.id, hit.finding.message.clone(), hit.severity.name())) {
            Entry::Occupied(place) => gathered[*place.get()].1 += 1,
            Entry::Vacant(place) => {
                place.insert(gathered.len());
                gathered.push((hit, 0));
            }
        }
    }
    gathered
        .into_iter()
        .map(|(hit, others)| {
            let others = match others {
                0 => String::new(),
                1 => " and in one other".to_owned(),
                n => format!(" and in {n} others"),
            };
            let whose = format!("in the component `{}` of the stack `{}`{others}", hit.component, hit.stack);
            Diagnostic::new(hit.code, hit.finding.message, hit.span)
                .severity(hit.severity)
                .maybe_hint(hit.finding.hint)
                .hint(format!("rule `{}`; to waive it: `settings.policy.waivers` (docs/policies.md)", hit.name))
                .related(whose, Span::NONE)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::finding::Step;
    use super::*;
    use crate::text::SourceMap;
    use crate::value::Value;
    use crate::yaml;

    #[test]
    fn a_finding_points_at_its_value_or_the_nearest_around_it() {
        let sources = SourceMap::default();
        let source = sources.add("a.yaml", "vars:\n  tags: {a: b}\n  list:\n    - x\n    - y\n", false);
        let sections: Value = yaml::load(&source, &mut yaml::NoTags).expect("YAML").value;
        let line = |path: Vec<Step>| {
            let finding = Finding { message: String::new(), path, hint: None, id: None, warning: false };
            source.position(finding.span(&sections).start).line
        };
        let key = |k: &str| Step::Key(k.to_owned());
        assert_eq!(line(vec![key("vars"), key("list"), Step::Index(1)]), 5);
        assert_eq!(line(vec![key("vars"), key("tags"), key("missing")]), 2);
        assert_eq!(line(vec![key("nothing")]), 1);
    }
}
