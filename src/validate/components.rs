//! A component by itself: its bases, its code.

use super::diagnostic::Diagnostic;
use super::repo::{Code, Repo};
use super::stacks::Subject;
use crate::code::{self, Severity};
use crate::engine::{Engine, Stack};
use crate::hcl::Module;
use crate::text::{Span, did_you_mean, is_slip};
use crate::value::{Data, Key, Map, Value};
use crate::workspace::clean;
use std::path::Path;
use std::sync::Arc;

/// The bases that a component names in `metadata.inherits`.
fn bases(value: &Value) -> Vec<(&str, Span)> {
    let list = value.dig(["metadata", "inherits"]).and_then(Value::as_seq).unwrap_or_default();
    list.iter().filter_map(|item| Some((item.as_str()?, item.span))).collect()
}

/// Checks what a component inherits from.
pub(super) fn inherits(
    repo: &Repo,
    stack: &Arc<Stack>,
    kind: &'static str,
    key: &Key,
    value: &Value,
    found: &mut Vec<Diagnostic>,
) {
    let Some(all) = stack.components(kind) else { return };
    for (base, span) in bases(value) {
        if base == &*key.name {
            let message = format!("`{base}` inherits from itself");
            found.push(Diagnostic::new(&code::INHERITS_SELF, message, span).hint("remove the name"));
        } else if !all.contains(base) {
            found.extend(unknown(repo, stack, kind, base, span));
        } else if let Some(circle) = circle(all, &key.name, base) {
            // the circle is told once, by the name that comes first
            if circle.iter().min().is_some_and(|first| *first == &*key.name) {
                let names = circle.iter().copied().chain([&*key.name]).collect::<Vec<_>>().join(" → ");
                let message = format!("components inherit in a circle: {names}");
                let mut diagnostic =
                    Diagnostic::new(&code::INHERITS_CIRCULAR, message, span).hint("remove one step of the circle");
                for (from, to) in circle.iter().zip(circle.iter().skip(1).chain(circle.first())).skip(1) {
                    let step = all.get(from).map(bases).unwrap_or_default().into_iter().find(|(b, _)| b == to);
                    diagnostic = diagnostic
                        .related(format!("`{from}` inherits from `{to}`"), step.map_or(Span::NONE, |(_, s)| s));
                }
                found.push(diagnostic);
            }
        }
    }
}

/// The way from a component over one of its bases back to itself.
fn circle<'a>(all: &'a Map, start: &'a str, base: &'a str) -> Option<Vec<&'a str>> {
    fn visit<'a>(all: &'a Map, start: &str, at: &'a str, way: &mut Vec<&'a str>, seen: &mut Vec<&'a str>) -> bool {
        if at == start {
            return true;
        }
        if seen.contains(&at) {
            return false;
        }
        seen.push(at);
        way.push(at);
        let next: Vec<&str> = all.get(at).map(bases).unwrap_or_default().into_iter().map(|(b, _)| b).collect();
        if next.into_iter().filter(|b| *b != at).any(|b| visit(all, start, b, way, seen)) {
            return true;
        }
        way.pop();
        false
    }
    let (mut way, mut seen) = (vec![start], vec![start]);
    visit(all, start, base, &mut way, &mut seen).then_some(way)
}

fn unknown(repo: &Repo, stack: &Arc<Stack>, kind: &'static str, base: &str, span: Span) -> Option<Diagnostic> {
    let others = Engine::declared(stack).find(|(other, key, _)| *other != kind && &*key.name == base);
    if let Some((other, key, _)) = others {
        let message = format!("`{base}` is a {other} component, and this is one of {kind}");
        let diagnostic = Diagnostic::new(&code::INHERITS_OTHER_TYPE, message, span);
        return Some(diagnostic.related("it is defined here", key.span));
    }
    let defined = repo.manifests.iter().find_map(|m| {
        let (key, _) = m.value.dig(["components", kind])?.as_map()?.get_entry(base)?;
        Some((super::shown(&m.path, &repo.engine.workspace().root), key.span))
    });
    let message = format!("there is no component `{base}` of type {kind} in this stack");
    let diagnostic = Diagnostic::new(&code::INHERITS_UNKNOWN, message, span);
    let names = || stack.components(kind).map(Map::names).into_iter().flatten();
    let near = did_you_mean(base, names());
    // what is not there may be in what could not be read, unless the name is plainly misspelt
    if repo.may_be_lost(base) || (repo.is_incomplete(stack) && (near.is_none() || defined.is_some())) {
        return None;
    }
    Some(match defined {
        Some((file, at)) => diagnostic
            .related(format!("`{base}` is defined here"), at)
            .hint(format!("import `{file}`: the stack `{}` does not", stack.file)),
        None => diagnostic.maybe_hint(near.or_else(|| did_you_mean(base, defined_names(repo, kind)))),
    })
}

fn defined_names<'a>(repo: &'a Repo, kind: &'a str) -> impl Iterator<Item = &'a str> {
    repo.manifests.iter().filter_map(move |m| m.value.dig(["components", kind])?.as_map()).flat_map(Map::names)
}

/// Checks a component that is merged.
pub(super) fn check(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) {
    // a base in the place of a directory is one mistake, not two
    if !not_inherited(subject, stack, found) {
        code_exists(subject, stack, found);
    }
    older_form(subject, stack, found);
    lost_command(subject, stack, found);
    cleared(subject, stack, found);
    printed_env(subject, found);
    workspace_tokens(subject, found);
}

/// What a pattern of workspaces may name.
const TOKENS: [&str; 11] = [
    "attributes",
    "base-component",
    "component",
    "component-path",
    "environment",
    "namespace",
    "region",
    "stage",
    "tenant",
    "terraform_workspace",
    "workspace",
];

/// Tokens of `metadata.terraform_workspace_pattern` that are none, and stay in the workspace's name.
fn workspace_tokens(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(pattern) = subject.component.sections.dig(["metadata", "terraform_workspace_pattern"]) else { return };
    let text = pattern.as_str().filter(|t| !t.contains("{{")).unwrap_or_default();
    if text.matches('{').count() != text.matches('}').count() {
        let message = "a brace of the pattern stands alone: it stays in the name of the workspace";
        found.push(Diagnostic::new(&code::UNKNOWN_TOKEN, message, pattern.span).hint("tokens are written `{stage}`"));
        return;
    }
    for token in text.split('{').skip(1).filter_map(|t| t.split_once('}')).map(|(token, _)| token) {
        if !TOKENS.contains(&token) {
            let message = format!("`{{{token}}}` is no token of a workspace pattern: it stays as it is");
            let place = subject.repo.word(pattern.span, &format!("{{{token}}}"));
            found.push(Diagnostic::new(&code::UNKNOWN_TOKEN, message, place).maybe_hint(did_you_mean(token, TOKENS)));
        }
    }
}

/// Variables of the environment that hold more than a text, and become what Go prints for it.
fn printed_env(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let env = subject.component.section("env").and_then(Value::as_map);
    for (key, value) in env.into_iter().flat_map(Map::iter) {
        if !is_env_name(&key.name) && !key.span.is_none() {
            let message = format!("`{}` is no name of an environment variable", key.name);
            let wrong = Diagnostic::new(&code::INVALID_NAME, message, key.span).severity(Severity::Warning);
            found.push(wrong.hint("a name is made of letters, digits and `_`"));
        }
        let shown = match &value.data {
            Data::Map(_) => "map[…]",
            Data::Seq(_) => "[…]",
            _ => continue,
        };
        let message = format!("`env.{}` is a {}: programs get it as the text `{shown}`", key.name, value.type_name());
        let span = if value.span.is_none() { key.span } else { value.span };
        found.push(Diagnostic::new(&code::ENV_PRINTED, message, span).hint("write a text, or `toJson` in a template"));
    }
}

/// Whether programs can read a variable of that name; what a template makes of it is not known.
pub(super) fn is_env_name(name: &str) -> bool {
    let is_plain =
        name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !name.starts_with(|c: char| c.is_ascii_digit());
    name.contains("{{") || (is_plain && !name.is_empty())
}

/// The directory of a component's code, where Atmos looks for it, and the name that leads there.
fn directory(subject: &Subject<'_>) -> Option<(Arc<Code>, String)> {
    let component = subject.component;
    let kind = &*component.kind;
    if !matches!(kind, "terraform" | "helmfile" | "packer") {
        return None;
    }
    let base = component.base();
    let name = if base.is_empty() { &*component.name } else { base };
    let prefix = component.sections.dig(["metadata", "component_folder_prefix"]).and_then(Value::as_str);
    let folder = prefix.filter(|p| !p.is_empty()).map_or_else(|| name.to_owned(), |p| format!("{p}/{name}"));
    let config = &subject.repo.engine.workspace().config;
    let base_path = config.dig(["components", kind, "base_path"]).and_then(Value::as_str);
    base_path.filter(|p| !p.is_empty()).map(|_| (subject.repo.code(&component.kind, folder), name.to_owned()))
}

/// The Terraform code of a component; `None` where there is none to read.
pub(super) fn module(subject: &Subject<'_>) -> Option<Arc<Module>> {
    if &*subject.component.kind != "terraform" || is_fetched(subject) {
        return None;
    }
    directory(subject)?.0.module.clone()
}

/// Whether the code comes from elsewhere when it is needed.
fn is_fetched(subject: &Subject<'_>) -> bool {
    subject.component.section("source").is_some_and(|s| !s.is_null() && s.as_map().is_none_or(|m| !m.is_empty()))
}

fn code_exists(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) {
    let component = subject.component;
    if !component.is_enabled() || is_fetched(subject) {
        return;
    }
    // a base has no code of its own, but one that names code means some that is there
    if component.is_abstract() && component.sections.dig(["metadata", "component"]).is_none_or(|c| c.span.is_none()) {
        return;
    }
    let Some((code, name)) = directory(subject) else { return };
    if name.contains("{{") || code.is_there {
        return;
    }
    // where no component has code, the code lives elsewhere
    let base = subject.repo.engine.workspace().component_dir(&component.kind, "");
    let siblings = code_names(&base);
    if siblings.is_empty() {
        return;
    }
    let is_near = |sibling: &String| is_slip(&name, sibling) || name.split('/').any(|part| part == sibling);
    if component.is_abstract() && !siblings.iter().any(is_near) {
        return;
    }
    // what names the code may be in what could not be read
    let named = named_at(stack, component);
    if named.is_none() && subject.repo.is_incomplete(stack) {
        return;
    }
    let span = named.unwrap_or(subject.key);
    let root = &subject.repo.engine.workspace().root;
    found.push(
        Diagnostic::new(
            &code::CODE_MISSING,
            format!("there is no code for `{}`: `{}` does not exist", component.name, super::shown(&code.dir, root)),
            span,
        )
        .maybe_hint(did_you_mean(&name, siblings.iter().map(String::as_str))),
    );
}

/// Where most repositories keep what a section of atmos.yaml looks for.
const USUAL: [(&str, &str); 4] = [
    ("terraform", "components/terraform"),
    ("helmfile", "components/helmfile"),
    ("packer", "components/packer"),
    ("workflows", "stacks/workflows"),
];

/// The folder of all components of a type, where it is not there and a folder beside it is called nearly so.
pub(super) fn folders(repo: &Repo) -> Vec<Diagnostic> {
    let workspace = repo.engine.workspace();
    let misspelt = |section: &[&str], what: &str| {
        let configured = workspace.written.dig(section.iter().copied())?.get("base_path")?;
        let path = configured.as_str().filter(|p| !p.is_empty() && !configured.span.is_none())?;
        let dir = clean(&workspace.root.join(path));
        // the first part of the path that is not there
        let missing = dir.ancestors().take_while(|a| !a.is_dir()).last()?;
        let name = missing.file_name()?.to_string_lossy();
        let beside: Vec<String> = std::fs::read_dir(missing.parent()?)
            .ok()?
            .flatten()
            .filter(|e| e.path().is_dir())
            .map(|e| e.file_name().to_string_lossy().into_owned())
            .collect();
        let is_part = |b: &String| b.len() > 2 && (name.contains(b.as_str()) || b.contains(&*name));
        let own = section.last().copied().unwrap_or_default();
        let near = beside.iter().find(|b| is_slip(&name, b)).or_else(|| beside.iter().find(|b| is_part(b)));
        let usual = USUAL.iter().find(|(section, _)| *section == own).map(|(_, dir)| (*dir).to_owned());
        let usual = usual.filter(|usual| usual != path && workspace.root.join(usual).is_dir());
        let meant = near.or_else(|| beside.iter().find(|b| *b == own)).or(usual.as_ref())?;
        let message = format!("there is no folder `{path}` for {what}");
        Some(
            Diagnostic::new(&code::CODE_MISSING, message, repo.word(configured.span, &name))
                .hint(format!("did you mean `{meant}`?")),
        )
    };
    let kinds = ["terraform", "helmfile", "packer"];
    let of_kinds = kinds.into_iter().filter_map(|kind| misspelt(&["components", kind], &format!("{kind} components")));
    let schemas = [("jsonschema", "JSON Schemas"), ("opa", "policies"), ("cue", "schemas of CUE")];
    let of_schemas = schemas.into_iter().filter_map(|(kind, what)| misspelt(&["schemas", kind], what));
    of_kinds.chain(of_schemas).chain(misspelt(&["workflows"], "workflows")).collect()
}

/// The names below a folder of components that have code, folders inside folders too.
fn code_names(base: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(base).min_depth(1).max_depth(3).sort_by_file_name().into_iter();
    let dirs = walk.filter_entry(|e| !e.file_name().to_string_lossy().starts_with('.'));
    dirs.filter_map(|e| e.ok().filter(|e| e.file_type().is_dir()))
        .filter_map(|e| Some(super::shown(e.path().strip_prefix(base).ok()?, base)))
        .collect()
}

/// Where the code of a component is named: by itself or the nearest of its bases.
fn named_at(stack: &Arc<Stack>, component: &crate::engine::Component) -> Option<Span> {
    let final_value = component.sections.dig(["metadata", "component"])?;
    if !final_value.span.is_none() {
        return Some(final_value.span);
    }
    let all = stack.components(&component.kind)?;
    let names = std::iter::once(&component.name).chain(&component.chain);
    names.filter_map(|n| all.get(n)).find_map(|c| Some(c.dig(["metadata", "component"])?.span))
}

/// `component` beside `metadata`: a base and the name of the code in one.
fn older_form(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) {
    let own = stack.components(&subject.component.kind).and_then(|all| all.get(&subject.component.name)?.as_map());
    let Some((key, value)) = own.and_then(|own| own.get_entry("component")) else { return };
    let Some(name) = value.as_str().filter(|name| !name.is_empty() && !key.span.is_none()) else { return };
    let message = format!("`component` beside `metadata` is an older form: all of `{name}` is inherited");
    let hint = format!("write `metadata.component: {name}`, and `metadata.inherits: [{name}]` where that is meant");
    found.push(Diagnostic::new(&code::LEGACY_COMPONENT, message, key.span).hint(hint));
}

/// A command that an earlier base sets and a later one, without any, takes away.
fn lost_command(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) {
    let component = subject.component;
    let Some(all) = stack.components(&component.kind) else { return };
    let Some(own) = all.get(&component.name).filter(|own| own.get("command").is_none()) else { return };
    let bases = bases(own);
    let command = |base: &str| all.get(base)?.get("command")?.as_str();
    let Some(((last, _), earlier)) = bases.split_last() else { return };
    let taken = earlier.iter().find(|(base, _)| command(base).is_some() && command(last).is_none());
    if let Some((base, span)) = taken {
        found.push(
            Diagnostic::new(
                &code::COMMAND_LOST,
                format!(
                    "the command `{}` of `{base}` is lost: `{last}` comes later and has none",
                    command(base).unwrap_or_default()
                ),
                *span,
            )
            .hint("set `command` in the component, or name this base last"),
        );
    }
}

/// `metadata.component` of an abstract component that is not inherited from.
fn not_inherited(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) -> bool {
    let component = subject.component;
    let named = stack.components(&component.kind).and_then(|all| {
        let named = all.get(&component.name)?.dig(["metadata", "component"])?;
        let name = named.as_str().filter(|n| *n != &*component.name)?;
        Some((named, name, all.get(name)?))
    });
    let Some((named, name, base)) = named else { return false };
    let is_abstract = base.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract");
    let has_vars = base.get("vars").and_then(Value::as_map).is_some_and(|m| !m.is_empty());
    let is_lost = is_abstract && has_vars && !component.chain.iter().any(|c| &**c == name);
    if is_lost {
        found.push(
            Diagnostic::new(
                &code::COMPONENT_VARS,
                format!("`metadata.component` does not inherit the vars of `{name}`"),
                named.span,
            )
            .hint(format!("add `inherits: [{name}]`")),
        );
    }
    is_lost
}

/// An empty map over one that is inherited.
fn cleared(subject: &Subject<'_>, stack: &Arc<Stack>, found: &mut Vec<Diagnostic>) {
    let component = subject.component;
    let Some(own) = stack.components(&component.kind).and_then(|all| all.get(&component.name)) else { return };
    for section in ["vars", "settings", "env"] {
        let entries = own.get(section).and_then(Value::as_map).into_iter().flat_map(Map::iter);
        for (key, value) in entries.filter(|(_, v)| v.as_map().is_some_and(Map::is_empty)) {
            let kept = component.sections.dig([section, &*key.name]).and_then(Value::as_map).map_or(0, Map::len);
            if kept > 0 && subject.repo.text(value.span).trim() == "{}" {
                found.push(
                    Diagnostic::new(
                        &code::EMPTY_CLEARS_NOTHING,
                        format!("`{{}}` does not clear `{section}.{}`: the {kept} inherited entries stay", key.name),
                        value.span,
                    )
                    .hint("write `null`, or `!unset` to remove the key"),
                );
            }
        }
    }
}
