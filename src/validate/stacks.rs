//! The components of every stack, merged: what only shows when everything is in its place.

use super::diagnostic::Diagnostic;
use super::misnamed::{self, Misnamed};
use super::repo::Repo;
use super::workflows::Known;
use super::{
    backends, components, contrasts, conventions, dependencies, hooks, names, naming, outline, providers, references,
    terraform, variables,
};
use crate::code::{self, Severity};
use crate::engine::{Component, Engine, Stack};
use crate::error::Result;
use crate::text::Span;
use crate::value::Key;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A component of a stack while it is checked.
pub(super) struct Subject<'a> {
    pub(super) repo: &'a Repo,
    pub(super) component: &'a Component,
    /// The component's key in the manifest that set it last.
    pub(super) key: Span,
    /// The stack's name; empty where it has none.
    pub(super) stack: &'a str,
}

/// What is known of a stack when all its components were looked at.
pub(super) struct Summary {
    pub(super) stack: Arc<Stack>,
    /// Whether imports of it could not be read.
    pub(super) incomplete: bool,
    /// Whether only what others refer to was looked at.
    pub(super) is_outline: bool,
    pub(super) found: Vec<Diagnostic>,
    pub(super) members: Vec<Member>,
    pub(super) dependencies: Vec<dependencies::Edge>,
    pub(super) references: Vec<references::Reference>,
    pub(super) variables: variables::Seen,
    /// The backends that were looked at, each as the places of its settings.
    pub(super) backends: FxHashSet<Vec<[Span; 2]>>,
    /// Where the manifest names itself, for stacks of the same name.
    pub(super) name_at: Span,
}

/// A component as others may refer to it.
pub(super) struct Member {
    pub(super) stack: String,
    pub(super) kind: Arc<str>,
    pub(super) name: Arc<str>,
    pub(super) is_abstract: bool,
    pub(super) key: Span,
    /// The values of `namespace`, `tenant`, `environment` and `stage`.
    pub(super) context: [String; 4],
    /// The directory of its code, where it is Terraform.
    pub(super) code: Option<Arc<crate::hcl::Module>>,
}

/// Checks all stacks.
pub(super) fn check(repo: &Repo) -> Result<(Vec<Diagnostic>, Known)> {
    let summaries = outline::complete(repo, repo.engine.stacks()?);
    let named = || (names::check(repo, &summaries), odd_names(repo, &summaries));
    let linked = || (dependencies::check(repo, &summaries), references::resolve(repo, &summaries));
    let written = || {
        let mut found = [variables::check(repo, &summaries), terraform::check(repo, &summaries)].concat();
        // a few files do not wait for a comparison with all others
        if !repo.focus.is_narrow() {
            found.extend(contrasts::check(repo, &summaries));
        }
        found
    };
    let ((named, mut odd), (linked, used)) = rayon::join(named, || rayon::join(linked, written));
    let mut found: Vec<Diagnostic> = [named, components::folders(repo), linked.0, linked.1, used].concat();
    let doubtful = odd.blame(repo, &summaries, &mut found);
    let OddNames { misnamed, imports, values } = odd;
    found.extend(imports.into_iter().chain(values));
    found.extend(misnamed.found.iter().cloned());
    let members = || summaries.iter().flat_map(|s| &s.members);
    let known = Known {
        stacks: summaries
            .iter()
            .map(|s| s.stack.file.to_string())
            .chain(members().map(|m| m.stack.clone()))
            .filter(|n| !n.is_empty())
            .collect(),
        components: members().map(|m| m.name.to_string()).collect(),
        bases: {
            let deployed: FxHashSet<&str> = members().filter(|m| !m.is_abstract).map(|m| &*m.name).collect();
            let bases = members().map(|m| &*m.name).filter(|name| !deployed.contains(name));
            bases.map(str::to_owned).collect()
        },
        is_complete: repo.losses.is_empty()
            && found
                .iter()
                .all(|d| ![&code::DUPLICATE_COMPONENT, &code::SHARED_NAME, &code::NO_NAME].contains(&d.code))
            && summaries.iter().all(|s| !s.incomplete && s.members.iter().all(|m| is_settled(&m.stack))),
        doubtful,
        misnamed,
    };
    let (is_told, blamed) = naming::blames_template(repo, &summaries, &found);
    found.extend(blamed);
    let of_stacks = summaries.into_iter().flat_map(|s| s.found);
    found.extend(of_stacks.filter(|d| !is_told || *d.code != code::NO_NAME));
    Ok((found, known))
}

/// What is called otherwise than all others that are like it.
struct OddNames {
    misnamed: Misnamed,
    imports: Vec<Diagnostic>,
    values: Vec<Diagnostic>,
}

fn odd_names(repo: &Repo, summaries: &[Summary]) -> OddNames {
    let paths: Vec<&Path> = summaries.iter().map(|s| s.stack.path.as_path()).collect();
    let misnamed = || misnamed::check(repo);
    let conventions = || (conventions::check(repo), conventions::values(repo, &paths));
    let (misnamed, (imports, values)) = rayon::join(misnamed, conventions);
    OddNames { misnamed, imports, values }
}

impl OddNames {
    /// Takes away that a stack has another's name, where the mistake behind it is told; gives the stacks whose names are not
    /// what they should be.
    fn blame(&mut self, repo: &Repo, summaries: &[Summary], found: &mut Vec<Diagnostic>) -> Vec<String> {
        let sources = &repo.engine.workspace().sources;
        let odd_imports: Vec<PathBuf> =
            self.imports.iter().filter_map(|d| Some(sources.get(d.span.source)?.path.clone())).collect();
        let mut doubtful = self.misnamed.stacks(summaries, &odd_imports);
        let is_shared = |d: &Diagnostic| [&code::DUPLICATE_COMPONENT, &code::SHARED_NAME].contains(&d.code);
        // `theirs` gives the stack name `name`, as `ours` does
        let sharing =
            |d: &Diagnostic| d.message.split('`').skip(1).step_by(4).take(2).map(str::to_owned).collect::<Vec<_>>();
        let mut is_refused = false;
        found.retain(|d| {
            let is_told = is_shared(d) && sharing(d).iter().any(|file| doubtful.contains(file));
            is_refused |= is_told && d.severity == Severity::Error;
            !is_told
        });
        // what Atmos refuses stays an error, whoever is blamed
        if is_refused {
            let Misnamed { found, values, .. } = &mut self.misnamed;
            let blamed = self.imports.iter_mut().chain(found.iter_mut().filter(|d| values.contains(&d.span)));
            blamed.for_each(|d| d.severity = Severity::Error);
        }
        doubtful.extend(found.iter().filter(|d| is_shared(d)).flat_map(sharing));
        let is_unnamed = |s: &&Summary| s.incomplete || s.members.iter().any(|m| !is_settled(&m.stack));
        doubtful.extend(summaries.iter().filter(is_unnamed).map(|s| s.stack.file.to_string()));
        doubtful.into_iter().collect()
    }
}

/// Whether a stack has its name, whole.
fn is_settled(name: &str) -> bool {
    !name.is_empty() && !name.contains("<no value>")
}

impl Summary {
    /// Of a stack of which nothing is known yet.
    pub(super) fn of(repo: &Repo, stack: &Arc<Stack>) -> Summary {
        Summary {
            stack: Arc::clone(stack),
            incomplete: repo.is_incomplete(stack),
            is_outline: false,
            found: Vec::new(),
            members: Vec::new(),
            dependencies: Vec::new(),
            references: Vec::new(),
            variables: variables::Seen::default(),
            backends: FxHashSet::default(),
            name_at: names::place(repo, stack),
        }
    }
}

/// Checks the components of a stack.
pub(super) fn summarize(repo: &Repo, stack: &Arc<Stack>) -> Summary {
    let mut summary = Summary::of(repo, stack);
    let mut unnamed = None;
    let mut failed: Vec<(&'static str, &Key, crate::Error)> = Vec::new();
    for (kind, key, value) in Engine::declared(stack) {
        components::inherits(repo, stack, kind, key, value, &mut summary.found);
        let component = match repo.engine.component(stack, kind, &key.name) {
            Ok(component) => component,
            Err(error) => {
                failed.push((kind, key, error));
                continue;
            }
        };
        let name = match repo.engine.name_of(&component) {
            Ok(name) => name,
            Err(error) => {
                unnamed.get_or_insert((error, component.clone()));
                String::new()
            }
        };
        let subject = Subject { repo, component: &component, key: key.span, stack: &name };
        components::check(&subject, stack, &mut summary.found);
        let module = components::module(&subject);
        variables::component(&subject, stack, module.as_deref(), &mut summary);
        backends::check(&subject, &mut summary);
        hooks::check(&subject, module.as_deref(), &mut summary.found);
        providers::check(&subject, module.as_deref(), &mut summary.found);
        dependencies::component(&subject, &mut summary);
        references::check(&subject, &mut summary);
        summary.members.push(member(&subject, module));
    }
    if let Some((error, component)) = unnamed {
        summary.found.extend(names::missing(repo, stack, &error, &component));
    }
    unresolved(failed, &mut summary);
    variables::stack(stack, &mut summary.variables);
    summary
}

/// What is told of components that cannot be merged; others may refer to them all the same.
fn unresolved(failed: Vec<(&'static str, &Key, crate::Error)>, summary: &mut Summary) {
    let name = summary.members.iter().map(|m| m.stack.clone()).find(|n| !n.is_empty()).unwrap_or_default();
    let is_circle = |d: &Diagnostic| *d.code == code::INHERITS_CIRCULAR || *d.code == code::INHERITS_SELF;
    for (kind, key, error) in failed {
        summary.members.push(Member {
            stack: name.clone(),
            kind: kind.into(),
            name: Arc::clone(&key.name),
            is_abstract: false,
            key: key.span,
            context: Default::default(),
            code: None,
        });
        let mut diagnostic = Diagnostic::from_error(&error, &code::UNRESOLVED);
        if *diagnostic.code == code::INHERITS_CIRCULAR && summary.found.iter().any(is_circle) {
            // one circle is one mistake, whoever walks into it
            summary.found.iter_mut().filter(|d| is_circle(d)).for_each(|d| d.severity = Severity::Error);
            continue;
        }
        if diagnostic.span.is_none() {
            diagnostic.span = key.span;
        }
        summary.found.push(diagnostic);
    }
}

fn member(subject: &Subject<'_>, code: Option<Arc<crate::hcl::Module>>) -> Member {
    let component = subject.component;
    let text = |key: &str| {
        component.section("vars").and_then(|v| v.get(key)).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
    };
    Member {
        stack: subject.stack.to_owned(),
        kind: Arc::clone(&component.kind),
        name: Arc::clone(&component.name),
        is_abstract: component.is_abstract(),
        key: subject.key,
        context: ["namespace", "tenant", "environment", "stage"].map(text),
        code,
    }
}
