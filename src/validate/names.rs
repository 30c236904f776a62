//! Names of stacks: those that cannot be built, and those that two manifests share.

use super::diagnostic::Diagnostic;
use super::imports;
use super::naming::{self, TOKENS};
use super::repo::Repo;
use super::stacks::{Member, Summary};
use crate::code::{self, Severity};
use crate::engine::{Component, Stack};
use crate::error::Error;
use crate::text::Span;
use crate::value::{Map, Value};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a manifest names itself: `name`, the last of its own variables in the pattern, or the first line.
pub(super) fn place(repo: &Repo, stack: &Stack) -> Span {
    let own = |path: &[&str]| stack.own.dig(path.iter().copied()).map(|v| v.span).filter(|s| !s.is_none());
    own(&["name"])
        .or_else(|| {
            naming::asked(repo)
                .iter()
                .rev()
                .find_map(|var| own(&["vars", var]).or_else(|| own(&["terraform", "vars", var])))
        })
        .unwrap_or_else(|| first_line(repo, stack))
}

fn first_line(repo: &Repo, stack: &Stack) -> Span {
    let Some(manifest) = repo.engine.manifest(&stack.path) else { return Span::NONE };
    let end = manifest.source.text.lines().next().map_or(0, str::len);
    Span::new(manifest.source.id, 0, end)
}

/// A stack whose name cannot be built.
pub(super) fn missing(repo: &Repo, stack: &Arc<Stack>, error: &Error, component: &Component) -> Option<Diagnostic> {
    let asked = error.message().rsplit('`').nth(1).unwrap_or_default().to_owned();
    if repo.losses.has_var(stack.files(), &asked) {
        return None;
    }
    let vars = component.section("vars").and_then(Value::as_map);
    let config = &repo.engine.workspace().config;
    let pattern = config.dig(["stacks", "name_pattern"]).and_then(Value::as_str).unwrap_or_default();
    // a variable that is there and cannot be used is the place; one that is missing has none
    let wrong = TOKENS.iter().filter(|t| pattern.contains(**t)).find_map(|token| {
        let name = token.trim_matches(['{', '}']);
        let (key, value) = vars?.get_entry(name)?;
        let unusable = value.as_str().is_none_or(str::is_empty);
        unusable
            .then(|| (if value.is_null() || value.span.is_none() { key.span } else { value.span }, value.type_name()))
    });
    let mut diagnostic = Diagnostic::from_error(error, &code::NO_NAME);
    if let Some((span, kind)) = wrong {
        diagnostic.span = span;
        if kind != "string" {
            diagnostic = diagnostic.hint(format!("this is a {kind}: put it in quotes"));
        }
        return Some(diagnostic);
    }
    // the nearest wrong spelling of the variable in the manifest's own vars
    let own = stack.merged.get("vars").and_then(Value::as_map);
    let near = crate::text::nearest(&asked, own.map(Map::names).into_iter().flatten()).map(str::to_owned);
    let key = near.as_deref().and_then(|n| own?.get_entry(n)).map(|(key, _)| key.clone());
    match key {
        Some(key) if !asked.is_empty() => {
            diagnostic.span = key.span;
            diagnostic = diagnostic.hint(format!("did you mean `{asked}` instead of `{}`?", key.name));
        }
        _ if repo.is_incomplete(stack) => return None,
        _ => {
            // locals beside imports take away what the imports set
            let has = |key: &str| repo.engine.manifest(&stack.path).is_some_and(|m| m.value.get(key).is_some());
            if has("locals") && has("import") {
                diagnostic.code = &code::LOCALS_REPLACE;
                diagnostic = diagnostic.hint("`locals` beside imports take away the vars that the imports set");
            }
            let vars = stack.own.as_map().and_then(|m| m.get_entry("vars")).map(|(key, _)| key.span);
            diagnostic.span = vars.filter(|s| !s.is_none()).unwrap_or_else(|| first_line(repo, stack));
        }
    }
    Some(diagnostic)
}

/// Names that several manifests share, and the configuration that names are made by.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let mut found = configuration(repo);
    // a token that is none makes stacks share names: that is the mistake
    let is_token = |d: &Diagnostic| *d.code == code::UNKNOWN_TOKEN;
    let is_settled = naming::shares_names(repo, summaries);
    let hides_names = is_settled.is_none() && found.iter().any(is_token);
    if is_settled == Some(true) {
        found.iter_mut().filter(|d| is_token(d)).for_each(|d| d.severity = Severity::Error);
    }
    // a template that is none gives all stacks one name: that was told already
    if found.iter().any(|d| *d.code == code::NAME_TEMPLATE_DELIMITERS) {
        return found;
    }
    let mut by_name: BTreeMap<&str, Vec<&Summary>> = BTreeMap::new();
    for summary in summaries {
        let mut names: Vec<&str> = summary.members.iter().map(|m| m.stack.as_str()).filter(|n| !n.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            by_name.entry(name).or_default().push(summary);
        }
    }
    if hides_names {
        if by_name.values().any(|sharing| sharing.len() > 1) {
            found.iter_mut().filter(|d| is_token(d)).for_each(|d| d.severity = Severity::Error);
        }
        return found;
    }
    found.extend(unfit(repo, &by_name));
    if let Some(blamed) = blames_rule(repo, &by_name) {
        found.push(blamed);
        return found;
    }
    for (name, sharing) in by_name.iter().filter(|(_, s)| s.len() > 1) {
        // the manifest whose path tells most of the name is the one that the name belongs to
        // and a copy has a longer name
        let is_copy = |s: &&Summary| {
            let own = &s.stack.file;
            sharing.iter().any(|o| own.len() > o.stack.file.len() && own.starts_with(&*o.stack.file))
        };
        let likeness =
            |s: &&Summary| (name.split('-').map(|part| likeness(part, &s.stack.file)).sum::<usize>(), !is_copy(s));
        let Some(first) = sharing.iter().rev().copied().max_by_key(likeness) else { continue };
        for other in sharing.iter().copied().filter(|other| !std::ptr::eq(*other, first)) {
            let mut diagnostic = shared(repo, name, first, other);
            if let Some(place) = odd_place(repo, first, other) {
                diagnostic.span = place;
            }
            found.push(diagnostic);
        }
    }
    found
}

/// How much of a part of a stack's name stands in the path of its manifest: all of it, or its letters as in `ew2` of
/// `eu-west-2`.
fn likeness(part: &str, path: &str) -> usize {
    let abbreviates = |segment: &str| {
        let mut letters = segment.chars();
        part.chars().all(|c| letters.any(|letter| letter == c))
    };
    if path.contains(part) { 2 } else { usize::from(path.split('/').any(abbreviates)) }
}

/// A name in which a variable without a value stands as Go prints it.
fn without_value(repo: &Repo, name: &str, summary: &Summary) -> Option<Diagnostic> {
    let vars = summary.stack.merged.get("vars").and_then(Value::as_map).filter(|_| name.contains("<no value>"))?;
    let (key, _) = naming::asked(repo).iter().filter_map(|var| vars.get_entry(var)).find(|(_, v)| v.is_null())?;
    let message = format!("the stack is called `{name}`: `{}` has no value", key.name);
    Some(Diagnostic::new(&code::VALUE_UNLIKELY, message, key.span))
}

/// A name that no command finds.
pub(super) fn with_slash(name: &str, place: Span) -> Diagnostic {
    Diagnostic::new(&code::NAME_WITH_SLASH, format!("no command finds a stack called `{name}`"), place)
        .hint(format!("`{}` can be found", name.replace('/', "-")))
}

/// Whether the path of a manifest tells a word of its name, or nearly: `production` of `prod`, `ew1` of `eu-west-1`.
pub(super) fn tells(path: &str, word: &str) -> bool {
    word.contains(path) || likeness(word, path) > 0
}

/// Whether a name is one that a manifest of that path would give its stack.
/// Parts that the path does not tell are those of other stacks.
pub(super) fn fits(name: &str, path: &str, known: &FxHashSet<String>) -> bool {
    let is_known = |part: &str| known.iter().any(|name| name.split('-').any(|other| other == part));
    let mut parts = name.split('-');
    parts.clone().any(|part| likeness(part, path) > 0) && parts.all(|part| likeness(part, path) > 0 || is_known(part))
}

/// Names with a slash, which no command finds, or with a blank, at the variable that brings it in.
fn unfit(repo: &Repo, by_name: &BTreeMap<&str, Vec<&Summary>>) -> Vec<Diagnostic> {
    let mut told: FxHashSet<Span> = FxHashSet::default();
    let mut found = Vec::new();
    for (name, summary) in by_name.iter().filter_map(|(name, summaries)| Some((*name, *summaries.first()?))) {
        let Some(mark) = ['/', ' '].into_iter().find(|mark| name.contains(*mark)) else { continue };
        if name.contains("{{") || summary.stack.own.get("name").is_some() || name == &*summary.stack.file {
            continue;
        }
        if let Some(lacking) = without_value(repo, name, summary) {
            found.extend(told.insert(lacking.span).then_some(lacking));
            continue;
        }
        let vars = ["namespace", "tenant", "environment", "stage"].into_iter().filter_map(|var| {
            let set = summary.stack.merged.dig(["vars", var])?;
            set.as_str().is_some_and(|text| text.contains(mark)).then_some(set.span)
        });
        let place = vars.into_iter().find(|span| !span.is_none()).unwrap_or(summary.name_at);
        if !told.insert(place) || repo.losses.has_word(name) {
            continue;
        }
        found.push(match mark {
            '/' => with_slash(name, place),
            _ => Diagnostic::new(&code::VALUE_UNLIKELY, format!("the stack is called `{name}`, with a blank"), place)
                .hint("a name without one needs no quotes on a command line"),
        });
    }
    found
}

/// That the pattern or template of names leaves out what tells stacks apart, where each shared name is shared for that.
fn blames_rule(repo: &Repo, by_name: &BTreeMap<&str, Vec<&Summary>>) -> Option<Diagnostic> {
    let shared: Vec<(&str, &Vec<&Summary>)> =
        by_name.iter().filter(|(_, s)| s.len() > 1).map(|(n, s)| (*n, s)).collect();
    let stacks = &repo.engine.workspace().written;
    let rule = ["name_template", "name_pattern"].into_iter().find_map(|key| {
        let value = stacks.dig(["stacks", key])?;
        value.as_str().filter(|text| !text.is_empty()).map(|text| (key, text, value.span))
    });
    let (key, text, span) = rule.filter(|_| shared.len() > 1)?;
    let context = |summary: &Summary, at: usize| summary.members.first().map(|m| m.context[at].clone());
    let left_out = |at: &usize| !text.contains(TOKENS[*at].trim_matches(['{', '}']));
    let apart = |sharing: &Vec<&Summary>, at: usize| {
        sharing
            .iter()
            .enumerate()
            .all(|(n, one)| sharing[..n].iter().all(|other| context(one, at) != context(other, at)))
    };
    let at = (0..TOKENS.len()).filter(left_out).find(|at| shared.iter().all(|(_, sharing)| apart(sharing, *at)))?;
    let (name, sharing) = shared[0];
    let missing = TOKENS[at].trim_matches(['{', '}']);
    let message = format!("`{key}` gives {} stacks the name `{name}`: they differ in `{missing}`", sharing.len());
    let file = repo.engine.workspace().config_files.last().cloned().unwrap_or_default();
    let diagnostic = Diagnostic::new(&code::SHARED_NAME, message, span).severity(Severity::Error).in_file(file);
    Some(diagnostic.hint(format!("add `{missing}` to it")))
}

/// Where a stack gets a name that another has too, if it does not say so itself: at a variable of the name that comes from
/// elsewhere than the other's, or at the import that brings the last one.
fn odd_place(repo: &Repo, first: &Summary, other: &Summary) -> Option<Span> {
    let shared: FxHashSet<&Path> = first.stack.files().collect();
    let sources = &repo.engine.workspace().sources;
    let origin = |stack: &Stack, var: &str| {
        let set = stack.merged.dig(["vars", var]).or_else(|| stack.merged.dig(["terraform", "vars", var]));
        set.map(|v| v.span).filter(|s| !s.is_none())
    };
    let asked = naming::asked(repo);
    // a variable that says what the other's path says, and this one's path does not
    let value = |var: &&&str| other.stack.merged.dig(["vars", **var]).and_then(Value::as_str);
    let is_other = |var: &&&str| {
        let says = |summary: &Summary, value: &str| summary.stack.file.split('/').any(|segment| segment == value);
        value(var).is_some_and(|value| says(first, value) && !says(other, value))
    };
    if let Some(var) = asked.iter().rev().find(is_other) {
        let span = origin(&other.stack, var)?;
        if Some(span) != origin(&first.stack, var) {
            return Some(span);
        }
        return leading_to(repo, &other.stack.path, &sources.get(span.source)?.path, &shared);
    }
    let own = repo.engine.manifest(&other.stack.path)?;
    if other.name_at.source == own.source.id && other.name_at != first_line(repo, &other.stack) {
        return None;
    }
    let names = asked.iter().rev();
    let apart = names.clone().find_map(|var| {
        let span = origin(&other.stack, var)?;
        (Some(span) != origin(&first.stack, var)).then_some(span)
    });
    apart.or_else(|| {
        let mut files: Vec<PathBuf> =
            names.filter_map(|var| Some(sources.get(origin(&other.stack, var)?.source)?.path.clone())).collect();
        // what the manifest's own path does not name comes first
        let is_own = |file: &PathBuf| {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            other.stack.file.split('/').any(|folder| folder == stem)
        };
        files.sort_by_key(is_own);
        files.iter().find_map(|file| leading_to(repo, &other.stack.path, file, &shared))
    })
}

/// The import that leads from a manifest to a file, in the last of the files on the way that another stack has not.
fn leading_to(repo: &Repo, from: &Path, file: &Path, shared: &FxHashSet<&Path>) -> Option<Span> {
    let mut open = vec![from.to_path_buf()];
    let mut seen: FxHashSet<PathBuf> = FxHashSet::default();
    let mut found = None;
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        for item in repo.imports.get(&path).into_iter().flatten() {
            // both stacks have what a shared file imports: the import of that file is what only this one has
            let leads = |f: &PathBuf| f == file || shared.contains(f.as_path()) && imports::reaches(repo, f, file);
            if item.files.iter().any(leads) {
                found = found.or(Some(item.span));
            }
            open.extend(item.files.iter().filter(|f| !shared.contains(f.as_path())).cloned());
        }
    }
    found
}

fn shared(repo: &Repo, name: &str, first: &Summary, other: &Summary) -> Diagnostic {
    let (ours, theirs) = (&first.stack.file, &other.stack.file);
    let message = format!("`{theirs}` gives the stack name `{name}`, as `{ours}` does");
    let hint = "give each manifest the variables that tell it apart";
    let twice = twice(repo, name, first, other);
    // Atmos compares components under the names that the template or the pattern gives, whatever `name` says
    let apart = |(_, m): &(&Member, &Member)| {
        let named = |s: &Summary| {
            repo.engine.component(&s.stack, &m.kind, &m.name).ok().and_then(|c| repo.engine.pattern_name_of(&c).ok())
        };
        named(first) != named(other)
    };
    let twice: Vec<_> = twice.into_iter().filter(|pair| !apart(pair)).collect();
    let Some((one, two)) = twice.first() else {
        return Diagnostic::new(&code::SHARED_NAME, message, other.name_at)
            .related(format!("`{ours}` names itself here"), first.name_at)
            .hint(hint);
    };
    let others = if twice.len() > 1 { format!(" and {} more", twice.len() - 1) } else { String::new() };
    let message = format!("{message}, and both define `{}`{others}, differently", two.name);
    Diagnostic::new(&code::DUPLICATE_COMPONENT, message, other.name_at)
        .related(format!("`{ours}` names itself here"), first.name_at)
        .related(format!("`{}` is defined here", one.name), one.key)
        .related(format!("`{}` is defined here too", two.name), two.key)
        .hint(hint)
}

/// The components that both stacks define under one name, differently.
fn twice<'a>(repo: &Repo, name: &str, first: &'a Summary, other: &'a Summary) -> Vec<(&'a Member, &'a Member)> {
    let of = |summary: &'a Summary| summary.members.iter().filter(move |m| m.stack == name && !m.is_abstract);
    let sections = |of: &Summary, m: &Member| {
        repo.engine.component(&of.stack, &m.kind, &m.name).map(|c| c.sections).unwrap_or_default()
    };
    let mut pairs = Vec::new();
    for theirs in of(other).filter(|m| matches!(&*m.kind, "terraform" | "helmfile")) {
        let same = of(first).find(|m| m.kind == theirs.kind && m.name == theirs.name);
        pairs.extend(same.filter(|ours| sections(first, ours) != sections(other, theirs)).map(|ours| (ours, theirs)));
    }
    pairs
}

/// Where atmos.yaml begins to speak of stacks.
fn stacks_key(repo: &Repo, file: &std::path::Path) -> Span {
    let Ok(text) = std::fs::read_to_string(file) else { return Span::NONE };
    let source = repo.engine.workspace().sources.add(file, text, false);
    let starts = std::iter::once(0).chain(source.text.match_indices('\n').map(|(n, _)| n + 1));
    let at = starts.into_iter().find(|n| source.text[*n..].starts_with("stacks:"));
    at.map_or(Span::NONE, |at| Span::new(source.id, at, at + "stacks".len()))
}

fn configuration(repo: &Repo) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let config = &repo.engine.workspace().written;
    let setting = |key: &str| config.dig(["stacks", key]).filter(|v| v.as_str().is_some_and(|t| !t.is_empty()));
    let file = repo.engine.workspace().config_files.last().cloned().unwrap_or_default();
    if setting("name_template").is_none() && setting("name_pattern").is_none() {
        let written = ["name_pattern", "name_template"].into_iter().find_map(|key| {
            let (key, value) = config.get("stacks")?.as_map()?.get_entry(key)?;
            Some(if value.span.is_none() { key.span } else { value.span })
        });
        let misplaced =
            ["name_pattern", "name_template"].into_iter().find_map(|key| Some(config.as_map()?.get_entry(key)?.0.span));
        let at = written.or(misplaced).filter(|s| !s.is_none()).unwrap_or_else(|| stacks_key(repo, &file));
        found.push(
            Diagnostic::new(&code::NO_NAME, "stacks have no names: neither a pattern nor a template is configured", at)
                .in_file(&file)
                .hint("add `name_pattern: \"{stage}\"` (or `{tenant}-{environment}-{stage}`) under `stacks:`"),
        );
    }
    if setting("name_template").is_none()
        && let Some(pattern) = setting("name_pattern")
    {
        let text = pattern.as_str().unwrap_or_default();
        if !text.contains('{') {
            let message = format!("`{text}` has no token: all stacks would have one name");
            found.push(
                Diagnostic::new(&code::UNKNOWN_TOKEN, message, pattern.span)
                    .severity(Severity::Error)
                    .in_file(&file)
                    .hint(format!("the tokens are {}", TOKENS.join(", "))),
            );
        }
        for part in text.split('-') {
            if !TOKENS.contains(&part) && part.contains('{') {
                let message = format!("`{part}` is no token of a name pattern: Atmos passes over it");
                found.push(
                    Diagnostic::new(&code::UNKNOWN_TOKEN, message, repo.word(pattern.span, part))
                        .in_file(&file)
                        .hint(format!("the tokens are {}, each alone between dashes", TOKENS.join(", "))),
                );
            }
        }
    }
    if let Some(template) = setting("name_template")
        && let Err(error) = repo.engine.parse_template(template.as_str().unwrap_or_default(), true)
    {
        let text = template.as_str().unwrap_or_default();
        let place = super::scalars::place(repo, text, template.span, error.offset);
        let message = format!("`name_template` does not parse: {}", error.message);
        found.push(Diagnostic::new(&code::TEMPLATE_SYNTAX, message, place).in_file(&file));
    }
    let delimiters = config.dig(["templates", "settings", "delimiters"]).and_then(Value::as_seq);
    let left = delimiters.and_then(<[Value]>::first).and_then(Value::as_str).filter(|l| !l.is_empty() && *l != "{{");
    if let (Some(left), Some(template)) = (left, setting("name_template"))
        && template.as_str().is_some_and(|t| t.contains(left))
    {
        let message = "`name_template` is no template: it always uses `{{ }}`";
        found.push(
            Diagnostic::new(&code::NAME_TEMPLATE_DELIMITERS, message, template.span)
                .in_file(&file)
                .hint("write it with `{{ }}`"),
        );
    }
    found
}
