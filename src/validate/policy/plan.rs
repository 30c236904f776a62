//! Terraform plans, as `terraform show -json` tells them: what they destroy, and the rules over what they leave.

use super::finding::{Finding, Step};
use super::input;
use super::pack::Pack;
use super::waiver::{self, Waivers};
use crate::code::{self, Code, Severity};
use crate::error::{Error, Result};
use crate::text::{SourceMap, Span};
use crate::validate::{Diagnostic, Report};
use crate::value::{Map, Value, json};
use crate::yaml;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::path::Path;

/// What is known of a plan besides its file.
#[derive(Clone, Debug, Default)]
pub struct PlanOptions {
    /// The stage that it is for; otherwise its variables tell.
    pub stage: Option<String>,
    /// The stack that it is for: its name may tell that it is production.
    pub stack: String,
    /// Patterns of addresses that may be destroyed or replaced.
    pub acknowledged: Vec<String>,
    /// The sections of the component that it is for: its waivers hold.
    pub sections: Value,
}

/// A resource of a plan.
struct Resource<'a> {
    address: &'a str,
    kind: &'a str,
    name: &'a str,
    /// What it will be; nothing where it goes.
    after: Option<&'a Value>,
    unknown: Option<&'a Value>,
    actions: Vec<&'a str>,
    replaced_for: Vec<String>,
    span: Span,
}

/// Checks a plan.
///
/// # Errors
/// The file cannot be read or holds no plan, or a policy cannot be evaluated.
pub fn plan(path: &Path, pack: &Pack, options: &PlanOptions, sources: &SourceMap, root: &Path) -> Result<Report> {
    let plan = read(path, sources)?;
    let resources = resources(&plan);
    let own: Vec<String> = pack.own.iter().map(|o| o.name.clone()).collect();
    let waivers = Waivers::read(&options.sections, waiver::today(), &own);
    let stage = options.stage.clone().unwrap_or_else(|| stage(&plan, &options.sections));
    let production = input::is_production(&pack.settings, &stage, &options.stack);
    let check = Check { waivers: &waivers, stage: &stage, production, path };
    let mut found = check.destroyed(&resources, pack, &options.acknowledged)?;
    found.extend(check.rules(&resources, &mut pack.clone())?);
    found.extend(waivers.problems.iter().cloned());
    Ok(Report::new(found, sources.clone(), root.to_path_buf()))
}

/// The plan with places where it can be read as YAML, of which JSON is nearly a part.
fn read(path: &Path, sources: &SourceMap) -> Result<Value> {
    let failed = |why: String| Error::new(format!("cannot read the plan: {why}")).in_file(path);
    let bytes = std::fs::read(path).map_err(|e| failed(e.to_string()))?;
    let hint = "`terraform show -json plan.tfplan > plan.json` writes what gaia reads";
    let text = String::from_utf8(bytes).map_err(|_| failed("it is no text".to_owned()).hint(hint))?;
    let plain = json::from_json(&text).map_err(|e| failed(e.message().to_owned()).hint(hint))?;
    let is_plan = ["resource_changes", "planned_values", "values"].iter().any(|key| plain.get(key).is_some());
    if !is_plan && plain.get("format_version").is_none() {
        return Err(failed("it is JSON, and no plan of Terraform".to_owned()).hint(hint));
    }
    let source = sources.add(path, text, false);
    Ok(yaml::load(&source, &mut yaml::NoTags).map_or(plain, |document| document.value))
}

/// The resources that Terraform manages: those that the plan changes or keeps, or those of a state.
fn resources(plan: &Value) -> Vec<Resource<'_>> {
    let Some(changes) = plan.get("resource_changes").and_then(Value::as_seq) else {
        let mut found = Vec::new();
        for values in ["planned_values", "values"] {
            if let Some(module) = plan.dig([values, "root_module"]) {
                collect(module, &mut found);
            }
        }
        return found;
    };
    let text = |value: &'_ Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    changes
        .iter()
        .filter(|change| text(change, "mode").is_none_or(|mode| mode == "managed"))
        .map(|change| Resource {
            actions: texts(change.dig(["change", "actions"])),
            after: change.dig(["change", "after"]).filter(|v| !v.is_null()),
            unknown: change.dig(["change", "after_unknown"]),
            replaced_for: replaced_for(change.dig(["change", "replace_paths"])),
            ..named(change)
        })
        .collect()
}

fn collect<'a>(module: &'a Value, found: &mut Vec<Resource<'a>>) {
    let list = |key: &str| module.get(key).and_then(Value::as_seq).unwrap_or_default();
    let managed = list("resources").iter().filter(|r| r.get("mode").and_then(Value::as_str) != Some("data"));
    found.extend(managed.map(|resource| Resource { after: resource.get("values"), ..named(resource) }));
    for module in list("child_modules") {
        collect(module, found);
    }
}

fn named(resource: &Value) -> Resource<'_> {
    let text = |key: &str| resource.get(key).and_then(Value::as_str).unwrap_or_default();
    Resource {
        address: text("address"),
        kind: text("type"),
        name: text("name"),
        after: None,
        unknown: None,
        actions: Vec::new(),
        replaced_for: Vec::new(),
        span: resource.get("address").map_or(resource.span, |a| a.span),
    }
}

fn texts(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_seq).unwrap_or_default().iter().filter_map(Value::as_str).collect()
}

/// The attributes that force a replacement.
fn replaced_for(paths: Option<&Value>) -> Vec<String> {
    let step = |value: &Value| value.as_str().map(str::to_owned).or_else(|| value.as_int().map(|n| n.to_string()));
    let path = |path: &Value| path.as_seq().unwrap_or_default().iter().filter_map(step).collect::<Vec<_>>().join(".");
    paths.and_then(Value::as_seq).unwrap_or_default().iter().map(path).collect()
}

/// The stage by the component's variables, or those of the plan.
fn stage(plan: &Value, sections: &Value) -> String {
    let of_component = input::stage(sections.get("vars"));
    let variable = |name| plan.dig(["variables", name, "value"]).and_then(Value::as_str);
    [of_component, variable("stage").unwrap_or_default(), variable("environment").unwrap_or_default()]
        .into_iter()
        .find(|stage| !stage.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn patterns(patterns: &[String]) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let escaped = pattern.replace('[', "[[]");
        set.add(Glob::new(&escaped).map_err(|e| Error::usage(format!("`{pattern}` is no pattern: {}", e.kind())))?);
    }
    set.build().map_err(|e| Error::usage(e.to_string()))
}

struct Check<'a> {
    waivers: &'a Waivers,
    stage: &'a str,
    production: bool,
    path: &'a Path,
}

impl Check<'_> {
    /// Resources of protected types that the plan destroys or replaces.
    fn destroyed(&self, resources: &[Resource<'_>], pack: &Pack, acknowledged: &[String]) -> Result<Vec<Diagnostic>> {
        let protected = patterns(&pack.settings.protected)?;
        let acknowledged = patterns(acknowledged)?;
        let mut found = Vec::new();
        for resource in resources.iter().filter(|r| r.actions.contains(&"delete") && protected.is_match(r.kind)) {
            let is_replaced = resource.actions.contains(&"create");
            let (code, what): (&Code, _) =
                if is_replaced { (&code::PLAN_REPLACE, "replaces") } else { (&code::PLAN_DESTROY, "destroys") };
            if acknowledged.is_match(resource.address) || self.waivers.waive_at(code.name, resource.address) {
                continue;
            }
            let Some(severity) = pack.severity(code.name, self.stage, self.production, code.severity) else { continue };
            let code = if is_replaced { &code::PLAN_REPLACE } else { &code::PLAN_DESTROY };
            let because = match &*resource.replaced_for {
                [] => String::new(),
                paths => format!(" because of `{}`", paths.join("`, `")),
            };
            let message = format!("the plan {what} `{}`{because}", resource.address);
            found.push(
                Diagnostic::new(code, message, resource.span)
                    .in_file(self.path)
                    .severity(severity)
                    .hint(format!("if that is meant: `--acknowledge '{}'`", resource.address)),
            );
        }
        Ok(found)
    }

    /// What rules find in resources that stay or come, and in the plan as a whole.
    fn rules(&self, resources: &[Resource<'_>], pack: &mut Pack) -> Result<Vec<Diagnostic>> {
        let mut found = Vec::new();
        let names = pack.settings.required_tags.iter().map(|t| Value::from(t.as_str())).collect();
        let names = Value::seq(names);
        for resource in resources.iter().filter(|r| r.after.is_some()) {
            let document = self.document(resource, &names);
            let place = |finding: &Finding| {
                let after = resource.after.unwrap_or(&Value::NULL);
                let below = Finding { path: finding.path.iter().skip(1).cloned().collect(), ..finding.clone() };
                let is_value = finding.path.first() == Some(&Step::Key("values".to_owned())) && !below.path.is_empty();
                let span = below.span(after);
                if is_value && !span.is_none() && span != after.span { span } else { resource.span }
            };
            self.apply(pack, &document, resource.address, &place, &mut found)?;
        }
        let all = resources.iter().filter_map(|r| {
            let resource = Map::from_iter([
                ("address", Value::from(r.address)),
                ("type", Value::from(r.kind)),
                ("values", r.after?.clone()),
            ]);
            Some(Value::map(resource))
        });
        let whole = Map::from_iter([
            ("kind", Value::from("plan")),
            ("production", Value::from(self.production)),
            ("stage", Value::from(self.stage)),
            ("resources", Value::seq(all.collect())),
        ]);
        let span = resources.iter().find(|r| r.kind == "aws_nat_gateway").map_or(Span::NONE, |r| r.span);
        self.apply(pack, &Value::map(whole), "", &|_| span, &mut found)?;
        Ok(found)
    }

    fn document(&self, resource: &Resource<'_>, required_tags: &Value) -> Value {
        let kinds = input::kinds(&[resource.address, resource.name], &[resource.kind]);
        Value::map(Map::from_iter([
            ("kind", Value::from("resource")),
            ("production", Value::from(self.production)),
            ("stage", Value::from(self.stage)),
            ("address", Value::from(resource.address)),
            ("type", Value::from(resource.kind)),
            ("name", Value::from(resource.name)),
            ("kinds", input::texts(&kinds)),
            ("values", resource.after.cloned().unwrap_or_default()),
            ("unknown", resource.unknown.filter(|u| u.as_map().is_some()).cloned().unwrap_or_else(Value::empty_map)),
            ("required_tags", required_tags.clone()),
        ]))
    }

    fn apply(
        &self,
        pack: &mut Pack,
        document: &Value,
        address: &str,
        place: &dyn Fn(&Finding) -> Span,
        found: &mut Vec<Diagnostic>,
    ) -> Result<()> {
        let mut add = |code, name: &str, severity: Option<Severity>, finding: Finding| {
            let Some(severity) = severity.filter(|_| !self.waivers.waive_at(name, address)) else { return };
            let span = place(&finding);
            let message =
                if address.is_empty() { finding.message } else { format!("`{address}`: {}", finding.message) };
            let diagnostic = Diagnostic::new(code, message, span).in_file(self.path).severity(severity);
            found.push(diagnostic.maybe_hint(finding.hint).hint(format!("rule `{name}`")));
        };
        let is_whole = address.is_empty();
        for rule in pack.rules.clone().into_iter().filter(|rule| !is_whole || rule.whole_plan) {
            for finding in pack.apply(rule, document)? {
                add(rule.code, rule.code.name, pack.severity_of(rule, self.stage, self.production), finding);
            }
        }
        for own in pack.own.clone() {
            for finding in pack.apply_own(&own, document)? {
                let name = finding.id.clone().unwrap_or_else(|| own.name.clone());
                let severity = pack.severity_of_own(&finding, &name, self.stage, self.production);
                add(&code::OWN_POLICY, &name, severity, finding);
            }
        }
        Ok(())
    }
}
