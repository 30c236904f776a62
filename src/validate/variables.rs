//! The variables of stacks against what the Terraform code declares.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::{Subject, Summary};
use super::{marks, retyped, types};
use crate::code;
use crate::engine::Stack;
use crate::hcl::{Module, Type, Variable};
use crate::text::{Span, did_you_mean, nearest};
use crate::value::{Data, Map, Value};
use crate::yaml;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What the components of one stack say about variables.
#[derive(Default)]
pub(super) struct Seen {
    /// Keys of components' vars that the code declares, for some component that has them.
    declared: FxHashSet<Span>,
    /// Keys that the code of a component does not declare: the name, the component, the nearest declared name.
    undeclared: FxHashMap<Span, Undeclared>,
    /// Vars that are set for more than one component.
    common: FxHashMap<Span, String>,
    /// The names of common vars that some component's code declares.
    read: FxHashSet<String>,
    /// Words in templates.
    named: FxHashSet<String>,
    /// Whether some component's code is not known, so that it may read anything.
    unknown_code: bool,
    has_code: bool,
}

struct Undeclared {
    name: String,
    component: Arc<str>,
    near: Option<String>,
    /// Where the nearest name is declared, if it must be set and is not.
    required: Option<Span>,
}

impl Seen {
    /// Takes every common var for read: nobody looked.
    pub(super) fn may_read_anything(&mut self) {
        self.unknown_code = true;
    }

    pub(super) fn named_by_templates(&mut self, words: FxHashSet<String>) {
        self.named.extend(words);
    }
}

/// Compares the vars of a component with its code.
pub(super) fn component(subject: &Subject<'_>, stack: &Arc<Stack>, module: Option<&Module>, summary: &mut Summary) {
    let component = subject.component;
    let Some(vars) = component.section("vars").and_then(Value::as_map) else { return };
    let Some(module) = module else {
        // an abstract component has no code of its own; its heirs speak for it
        summary.variables.unknown_code |= !component.is_abstract();
        return;
    };
    let seen = &mut summary.variables;
    seen.has_code = true;
    for name in module.variables.keys().filter(|name| vars.contains(name)) {
        if !seen.read.contains(name) {
            seen.read.insert(name.clone());
        }
    }
    let is_broken = module.problems.iter().any(|p| p.cause == crate::hcl::Cause::Invalid);
    let mut explained: FxHashSet<String> = FxHashSet::default();
    for key in own_keys(subject, stack) {
        if module.variables.contains_key(&*key.name) {
            seen.declared.insert(key.span);
            continue;
        }
        if vars.get(&key.name).is_none() || key.name.contains("{{") {
            continue;
        }
        if let Some(known) = seen.undeclared.get(&key.span) {
            explained.extend(known.near.clone().filter(|_| known.required.is_some()));
            continue;
        }
        let unset = module.variables.keys().map(String::as_str).filter(|v| !vars.contains(v));
        let near = nearest(&key.name, unset);
        // it may be declared in what could not be read
        if is_broken && near.is_none() {
            continue;
        }
        let required = near.and_then(|n| module.variables.get(n)).filter(|v| v.required).map(|v| v.span);
        if required.is_some() {
            explained.extend(near.map(str::to_owned));
        }
        let undeclared = Undeclared {
            name: key.name.to_string(),
            component: Arc::clone(&component.name),
            near: near.map(str::to_owned),
            required,
        };
        seen.undeclared.insert(key.span, undeclared);
    }
    if component.is_abstract() || !component.is_enabled() {
        return;
    }
    for (name, variable) in &module.variables {
        match vars.get_entry(name) {
            None if variable.required => {
                let set_elsewhere = summary.incomplete || has_tfvars(module) || explained.contains(name.as_str());
                if !set_elsewhere && !is_lost(subject, stack, name) {
                    let message = format!("`{}` does not set `{name}`, which its code asks for", component.name);
                    summary.found.push(
                        Diagnostic::new(&code::VARIABLE_REQUIRED, message, subject.key)
                            .related(format!("`{name}` is declared here"), variable.span)
                            .hint(format!("set `vars.{name}` in the component, in a base or in the stack")),
                    );
                }
            }
            Some((key, value)) if value.is_null() && variable.required && is_written_null(subject.repo, key.span) => {
                let message = format!("`{name}` is null, and the code of `{}` has no default for it", component.name);
                summary.found.push(
                    Diagnostic::new(&code::VARIABLE_REQUIRED, message, key.span)
                        .related(format!("`{name}` is declared here"), variable.span)
                        .hint("give it a value"),
                );
            }
            Some((key, value)) => {
                let rendered = rendered(subject, value);
                let value = rendered.as_ref().unwrap_or(value);
                if let Some(of) = &variable.constraint {
                    dropped(value, of, name, variable.type_span, &mut summary.found);
                }
                let of = variable.constraint.as_ref();
                // of two declarations either may be meant
                let is_twice = module.refused.iter().any(|e| e.span() == Some(variable.span));
                let mismatches = of.map(|of| types::mismatches(value, of, key, subject.repo)).unwrap_or_default();
                if mismatches.is_empty() {
                    summary.found.extend(refused(name, value, variable));
                }
                for mismatch in mismatches {
                    if is_twice || mismatch.incomplete && (summary.incomplete || is_lost(subject, stack, name)) {
                        continue;
                    }
                    let path = mismatch.path(name);
                    let message = format!("`{path}` must be {}, not {}", mismatch.expected, mismatch.found);
                    summary.found.push(
                        Diagnostic::new(&code::VARIABLE_TYPE, message, mismatch.span)
                            .related(format!("`{name}` is declared here"), variable.type_span)
                            .maybe_hint(mismatch.hint),
                    );
                }
            }
            None => {}
        }
    }
}

/// A value that the code's own `validation` refuses.
fn refused(name: &str, value: &Value, variable: &Variable) -> Option<Diagnostic> {
    let is_known =
        !value.span.is_none() && !value.as_str().is_some_and(|text| marks::is_open(text) || text.contains("${"));
    let validation = variable.validations.iter().find(|validation| is_known && validation.refuses(value))?;
    let text = yaml::to_string(value);
    let message = format!("`{name}` cannot be `{}`: {}", text.trim_end(), validation.message);
    let near = value.as_str().and_then(|text| did_you_mean(text, validation.words()));
    Some(
        Diagnostic::new(&code::VARIABLE_TYPE, message.trim_end_matches([':', ' ']), value.span)
            .related("its code demands that here", validation.span)
            .maybe_hint(near),
    )
}

/// What a template of plain references becomes; nothing where only a run can tell.
fn rendered(subject: &Subject<'_>, value: &Value) -> Option<Value> {
    let engine = &subject.repo.engine;
    let text = value.as_str().filter(|text| text.contains("{{") && !text.starts_with('!'))?;
    if !engine.renders_templates() || engine.left_delimiter() != "{{" {
        return None;
    }
    let rendered = retyped::render(text, &subject.component.sections)?;
    // a text that begins with a template keeps its quotes
    let data = if text.starts_with("{{") { Data::Str(rendered.into()) } else { yaml::resolve(&rendered) };
    Some(Value::new(data, value.span))
}

/// Whether a key's line has no value, or null: others are null because they could not be read.
fn is_written_null(repo: &Repo, key: Span) -> bool {
    let Some((source, at)) = repo.engine.workspace().sources.locate(key) else { return false };
    let line = source.line(at.line);
    let value = line.split_once(':').map(|(_, v)| v.split(" #").next().unwrap_or_default().trim());
    matches!(value, Some("" | "~" | "null" | "Null" | "NULL"))
}

/// Attributes of objects that the type does not have.
fn dropped(value: &Value, of: &Type, path: &str, declared: Span, found: &mut Vec<Diagnostic>) {
    match (of, &value.data) {
        (Type::List(of) | Type::Set(of), Data::Seq(items)) if of.has_objects() => {
            items.iter().enumerate().for_each(|(n, v)| dropped(v, of, &format!("{path}[{n}]"), declared, found));
        }
        (Type::Map(of), Data::Map(map)) if of.has_objects() => {
            map.iter().for_each(|(k, v)| dropped(v, of, &format!("{path}.{}", k.name), declared, found));
        }
        (Type::Object(attributes), Data::Map(map)) => {
            for (key, value) in map.iter() {
                if let Some(attribute) = attributes.iter().find(|a| a.name == *key.name) {
                    dropped(value, &attribute.of, &format!("{path}.{}", key.name), declared, found);
                } else if !key.span.is_none() && !key.name.contains("{{") {
                    let unset = attributes.iter().map(|a| a.name.as_str()).filter(|a| !map.contains(a));
                    let message = format!("the type of `{path}` has no attribute `{}`: Terraform drops it", key.name);
                    found.push(
                        Diagnostic::new(&code::ATTRIBUTE_UNDECLARED, message, key.span)
                            .related("the type is declared here", declared)
                            .maybe_hint(did_you_mean(&key.name, unset)),
                    );
                }
            }
        }
        _ => {}
    }
}

/// Whether the variable may be set in what could not be read, or what names the stack is missing, which was told already.
fn is_lost(subject: &Subject<'_>, stack: &Arc<Stack>, name: &str) -> bool {
    let component = subject.component;
    let names: Vec<&str> = std::iter::once(&component.name).chain(&component.chain).map(|n| &**n).collect();
    let losses = &subject.repo.losses;
    let all = stack.components(&component.kind);
    let has_unknown_base = names.iter().filter_map(|n| all?.get(n)).any(|c| {
        let bases = c.dig(["metadata", "inherits"]).and_then(Value::as_seq).unwrap_or_default();
        bases.iter().filter_map(Value::as_str).any(|b| all.is_some_and(|all| !all.contains(b)))
    });
    has_unknown_base
        || subject.stack.is_empty()
        || losses.has_var(stack.files(), name)
        || losses.has_component(stack.files(), &component.kind, &names)
        || (stack.own.get("locals").is_some() && stack.own.get("import").is_some())
}

/// The keys of `vars` that the component or one of its bases writes.
fn own_keys<'a>(subject: &'a Subject<'_>, stack: &'a Arc<Stack>) -> impl Iterator<Item = &'a crate::value::Key> {
    let component = subject.component;
    let all = stack.components(&component.kind);
    std::iter::once(&component.name)
        .chain(&component.chain)
        .filter_map(move |name| all?.get(name)?.get("vars")?.as_map())
        .chain(component.sections.dig(["overrides", "vars"]).and_then(Value::as_map))
        .flat_map(Map::iter)
        .map(|(key, _)| key)
        .filter(|key| !key.span.is_none())
}

/// Whether Terraform finds values in the directory itself.
fn has_tfvars(module: &Module) -> bool {
    std::fs::read_dir(&module.path).into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_values = name.ends_with(".tfvars") || name.ends_with(".tfvars.json");
        is_values && (name.starts_with("terraform.tfvars") || name.contains(".auto."))
    })
}

/// Notes the vars that a stack sets for all its components.
pub(super) fn stack(stack: &Arc<Stack>, seen: &mut Seen) {
    for path in [&["vars"][..], &["terraform", "vars"]] {
        let vars = stack.merged.dig(path.iter().copied()).and_then(Value::as_map);
        for (key, _) in vars.into_iter().flat_map(Map::iter).filter(|(k, _)| !k.span.is_none()) {
            seen.common.insert(key.span, key.name.to_string());
        }
    }
}

/// What no stack declares, and what none reads.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let declared: FxHashSet<Span> = summaries.iter().flat_map(|s| s.variables.declared.iter().copied()).collect();
    let mut found = Vec::new();
    let mut told = FxHashSet::default();
    for (span, key) in summaries.iter().flat_map(|s| &s.variables.undeclared) {
        if declared.contains(span) || !told.insert(*span) {
            continue;
        }
        let message = format!("the code of `{}` declares no variable `{}`", key.component, key.name);
        let mut diagnostic = Diagnostic::new(&code::VARIABLE_UNDECLARED, message, *span)
            .maybe_hint(key.near.as_ref().map(|n| format!("did you mean `{n}`?")));
        if let (Some(declared), Some(near)) = (key.required, &key.near) {
            let message = format!("`{near}` must be set, and is not");
            diagnostic = diagnostic.related(message, declared);
        }
        found.push(diagnostic);
    }
    found.extend(unused(repo, summaries));
    found
}

/// Common vars that nobody reads, where all code is known.
fn unused(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let mut used: FxHashSet<Span> = FxHashSet::default();
    let mut common: FxHashMap<Span, &str> = FxHashMap::default();
    let config = &repo.engine.workspace().config;
    let naming = ["name_pattern", "name_template"]
        .map(|k| config.dig(["stacks", k]).and_then(Value::as_str).unwrap_or_default())
        .join(" ");
    let in_manifests: FxHashSet<&str> = repo
        .manifests
        .iter()
        .flat_map(|m| m.source.text.split("{{").skip(1))
        .filter_map(|t| t.split("}}").next())
        .flat_map(|action| action.split(|c: char| !(c.is_alphanumeric() || c == '_')))
        .collect();
    for summary in summaries {
        let seen = &summary.variables;
        for (span, name) in &seen.common {
            common.entry(*span).or_insert(name);
            let is_read = seen.unknown_code
                || !seen.has_code
                || summary.incomplete
                || seen.read.contains(name)
                || seen.named.contains(name)
                || in_manifests.contains(name.as_str())
                || naming.contains(name.as_str())
                || summary.members.iter().any(|m| &*m.kind != "terraform");
            if is_read {
                used.insert(*span);
            }
        }
    }
    let unused = common.into_iter().filter(|(span, _)| !used.contains(span));
    unused
        .map(|(span, name)| {
            let readers = summaries.iter().flat_map(|s| s.variables.read.iter().map(String::as_str));
            let message = format!("nobody reads the variable `{name}`");
            Diagnostic::new(&code::VARIABLE_UNUSED, message, span)
                .maybe_hint(did_you_mean(name, readers))
                .hint("remove it, or correct its name")
        })
        .collect()
}
