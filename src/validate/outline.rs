//! Stacks that nobody asked about, as far as others refer to them: their names and those of their components.

use super::dependencies::{self, Index};
use super::references;
use super::repo::Repo;
use super::stacks::{self, Member, Summary};
use super::variables;
use crate::engine::{Engine, Stack};
use crate::value::Value;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// All stacks: those that are asked about, and those that they refer to, checked; of the others an outline.
pub(super) fn complete(repo: &Repo, all: &[Arc<Stack>]) -> Vec<Summary> {
    let look = |stack: &Arc<Stack>| {
        if repo.focus.has(&stack.path) { stacks::summarize(repo, stack) } else { outline(repo, stack) }
    };
    let mut summaries: Vec<Summary> = all.par_iter().map(look).collect();
    loop {
        let asked = referred_to(&summaries);
        if asked.is_empty() {
            return summaries;
        }
        let checked: Vec<(usize, Summary)> = asked
            .into_par_iter()
            .map(|s| {
                let mut summary = stacks::summarize(repo, &summaries[s].stack);
                summary.found.clear();
                (s, summary)
            })
            .collect();
        for (s, summary) in checked {
            summaries[s] = summary;
        }
    }
}

/// The outlines that checked stacks refer to.
fn referred_to(summaries: &[Summary]) -> Vec<usize> {
    if !summaries.iter().any(|s| s.is_outline) {
        return Vec::new();
    }
    let index = Index::new(summaries);
    let mut asked: FxHashSet<usize> = FxHashSet::default();
    for summary in summaries {
        asked.extend(dependencies::targets(&index, summary));
        asked.extend(references::targets(&index, summary));
    }
    let mut asked: Vec<usize> = asked.into_iter().filter(|s| summaries[*s].is_outline).collect();
    asked.sort_unstable();
    asked
}

fn outline(repo: &Repo, stack: &Arc<Stack>) -> Summary {
    let mut summary = Summary::of(repo, stack);
    summary.is_outline = true;
    let var = |key: &str| {
        let layers = [&["terraform", "vars"][..], &["vars"]];
        let value = layers.into_iter().find_map(|path| stack.merged.dig(path.iter().copied())?.get(key));
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let context = ["namespace", "tenant", "environment", "stage"].map(var);
    for (name, (kind, key, value)) in repo.engine.names_within(stack).into_iter().zip(Engine::declared(stack)) {
        summary.members.push(Member {
            stack: name.unwrap_or_default(),
            kind: kind.into(),
            name: Arc::clone(&key.name),
            is_abstract: value.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract"),
            key: key.span,
            context: context.clone(),
            code: None,
        });
    }
    variables::stack(stack, &mut summary.variables);
    summary.variables.may_read_anything();
    summary
}
