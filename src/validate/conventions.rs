//! What one manifest does otherwise than all others that are like it: an import of another's region, stage or tenant.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code;
use crate::engine::ImportItem;
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// So many imports make a convention; one that breaks it may stand against as many that keep it.
const FEW: usize = 3;

/// What stands before and behind a segment of an import's path: `mixins/stage/` and nothing of `mixins/stage/dev`.
type Shape<'a> = (&'a str, &'a str);

/// The segments that stand in each shape in the names of manifests.
type Known<'a> = FxHashMap<Shape<'a>, FxHashSet<&'a str>>;

/// The segments of a path, each with what stands around it.
fn segments(path: &str) -> impl Iterator<Item = (Shape<'_>, &str)> {
    let mut start = 0;
    path.split('/').map(move |segment| {
        let end = start + segment.len();
        let shape = (&path[..start], &path[end..]);
        start = end + 1;
        (shape, segment)
    })
}

/// How often imports of a shape name a folder or file of the importing manifest's own path, and how often none.
#[derive(Default)]
struct Habit<'a> {
    kept: usize,
    broken: Vec<Odd<'a>>,
}

/// An import beside which there is one that the manifest's own path names.
struct Odd<'a> {
    item: &'a ImportItem,
    own: String,
}

/// Imports that name another's place, where the like imports of all others name their own: `mixins/region/eu-west-2` in
/// `dev/eu-west-1.yaml`, as it comes of copying.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let root = &repo.engine.workspace().settings.stacks_dir;
    let named: Vec<(String, &[ImportItem])> = repo
        .manifests
        .iter()
        .filter_map(|m| Some((name(root, &m.path)?, repo.imports.get(&m.path)?.as_slice())))
        .collect();
    let mut known: Known<'_> = FxHashMap::default();
    for (name, _) in &named {
        for (shape, segment) in segments(name) {
            known.entry(shape).or_default().insert(segment);
        }
    }
    let mut habits: FxHashMap<Shape<'_>, Habit<'_>> = FxHashMap::default();
    for (own, items) in &named {
        for item in items.iter().filter(|item| !item.path.contains(['*', '{', ':'])) {
            note(own, item, items, &known, &mut habits);
        }
    }
    let broken = habits.into_values().filter(|habit| habit.kept >= FEW * habit.broken.len());
    let odd = broken.filter(|habit| habit.kept >= FEW).flat_map(|habit| habit.broken);
    let mut found: Vec<Diagnostic> = odd.map(|odd| diagnostic(&odd)).collect();
    // a path may break the habits of several shapes
    let mut told: FxHashSet<Span> = FxHashSet::default();
    found.retain(|diagnostic| told.insert(diagnostic.span));
    found
}

fn note<'a>(
    own: &str,
    item: &'a ImportItem,
    items: &[ImportItem],
    known: &Known<'_>,
    habits: &mut FxHashMap<Shape<'a>, Habit<'a>>,
) {
    let path = item.path.strip_suffix(".yaml").unwrap_or(&item.path);
    for (shape, segment) in segments(path) {
        // the only segment, or what has no name of its own
        if shape == ("", "") || segment.starts_with(['_', '.']) {
            continue;
        }
        if own.split('/').any(|folder| folder == segment) {
            habits.entry(shape).or_default().kept += 1;
            continue;
        }
        let Some(beside) = known.get(&shape) else { continue };
        let places = own.split('/').filter(|folder| !folder.starts_with('_') && beside.contains(folder));
        let meant = places
            .map(|folder| format!("{}{folder}{}", shape.0, shape.1))
            .find(|meant| meant != own && !items.iter().any(|item| item.path.trim_end_matches(".yaml") == meant));
        if let Some(own) = meant {
            habits.entry(shape).or_default().broken.push(Odd { item, own });
        }
    }
}

fn diagnostic(odd: &Odd<'_>) -> Diagnostic {
    let message = format!("`{}` is imported here, where all others import what their own path names", odd.item.path);
    Diagnostic::new(&code::IMPORT_ODD, message, odd.item.span).hint(format!("did you mean `{}`?", odd.own))
}

/// The name of a manifest among the stacks.
fn name(root: &Path, path: &Path) -> Option<String> {
    let own = path.strip_prefix(root).ok()?.with_extension("");
    Some(own.to_string_lossy().replace('\\', "/"))
}
