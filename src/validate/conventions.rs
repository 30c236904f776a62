//! What one manifest does otherwise than all others that are like it: an import of another's region, stage or tenant, a
//! value with the name of another's.

use super::contrasts::below;
use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code;
use crate::engine::{ImportItem, Manifest};
use crate::text::Span;
use crate::value::{Data, Value};
use rayon::prelude::*;
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

/// A value of a stack, a depth in its path, and whether the value has the word that stands there.
type Named<'a> = (Written<'a>, usize, bool);

/// A value of a stack, at the place that a number stands for.
#[derive(Clone, Copy)]
struct Written<'a> {
    place: u64,
    text: &'a str,
    span: Span,
}

/// Values that name another's folder or file, where the same value of all others names their own: `acme-dev-admin` in
/// `prod/eu-west-1.yaml`.
pub(super) fn values(repo: &Repo, stacks: &[&Path]) -> Vec<Diagnostic> {
    let root = &repo.engine.workspace().settings.stacks_dir;
    let of = |path: &&Path| Some((name(root, path)?, repo.manifest(path)?));
    let manifests: Vec<(String, &Manifest)> = stacks.iter().filter_map(of).collect();
    let folders: Vec<Vec<&str>> = manifests.iter().map(|(name, _)| name.split('/').collect()).collect();
    // what is called differently at each depth
    let mut names: FxHashMap<usize, FxHashSet<&str>> = FxHashMap::default();
    for (depth, folder) in folders.iter().flat_map(|folders| folders.iter().enumerate()) {
        names.entry(depth).or_default().insert(folder);
    }
    names.retain(|_, names| names.len() > 1);
    let written: Vec<Vec<Named<'_>>> = manifests
        .par_iter()
        .zip(&folders)
        .map(|((_, manifest), folders)| {
            let depths = || names.keys().filter_map(|depth| Some((*depth, *folders.get(*depth)?)));
            let mut of_all = Vec::new();
            for value in texts(manifest) {
                of_all.extend(depths().map(|(depth, own)| (value, depth, has_word(value.text, own))));
            }
            of_all
        })
        .collect();
    let mut kept: FxHashMap<(u64, usize), usize> = FxHashMap::default();
    for (value, depth, _) in written.iter().flatten().filter(|(.., is_own)| *is_own) {
        *kept.entry((value.place, *depth)).or_default() += 1;
    }
    kept.retain(|_, kept| *kept >= FEW);
    let mut broken: FxHashMap<(u64, usize), Vec<Diagnostic>> = FxHashMap::default();
    for (folders, written) in folders.iter().zip(&written) {
        for (value, depth, _) in written.iter().filter(|(.., is_own)| !is_own) {
            let place = (value.place, *depth);
            let Some(other) = kept.get(&place).and_then(|_| word_of(value.text, &names[depth])) else { continue };
            let message =
                format!("`{}` names `{other}` here, where all others name what their own path does", value.text);
            let odd = Diagnostic::new(&code::VALUE_UNLIKELY, message, value.span);
            broken.entry(place).or_default().push(odd.hint(format!("did you mean `{}`?", folders[*depth])));
        }
    }
    let odd = broken.into_iter().filter(|(place, odd)| kept[place] >= FEW * odd.len());
    let mut found: Vec<Diagnostic> = odd.flat_map(|(_, odd)| odd).collect();
    let mut told: FxHashSet<Span> = FxHashSet::default();
    found.retain(|diagnostic| told.insert(diagnostic.span));
    found
}

/// The first of some names that a text has in it, not as a part of another word.
fn word_of<'a>(text: &'a str, names: &FxHashSet<&str>) -> Option<&'a str> {
    let is_inside = |at: usize| {
        let (before, behind) = (text[..at].chars().next_back(), text[at..].chars().next());
        before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric)
    };
    let edges: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at) && !is_inside(*at)).collect();
    let longest = names.iter().map(|name| name.len()).max().unwrap_or_default();
    let mut parts = edges.iter().enumerate().flat_map(|(n, start)| {
        let ends = edges[n + 1..].iter().take_while(move |end| **end - start <= longest);
        ends.map(|end| &text[*start..*end])
    });
    parts.find(|part| part.len() > 1 && names.contains(part))
}

/// Whether a text has a word in it, not as a part of another.
fn has_word(text: &str, word: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    word.len() > 1
        && text
            .match_indices(word)
            .any(|(at, _)| is_edge(text[..at].chars().next_back()) && is_edge(text[at + word.len()..].chars().next()))
}

/// The texts of a manifest but its imports, each with a number for its place.
fn texts(manifest: &Manifest) -> Vec<Written<'_>> {
    fn walk<'a>(value: &'a Value, place: u64, texts: &mut Vec<Written<'a>>) {
        match &value.data {
            Data::Map(map) => {
                map.iter().for_each(|(key, value)| walk(value, below(place, &key.name), texts));
            }
            Data::Seq(items) => items.iter().for_each(|item| walk(item, place, texts)),
            Data::Str(text) if !value.span.is_none() && !super::marks::is_open(text) => {
                texts.push(Written { place, text, span: value.span });
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for (key, section) in manifest.value.as_map().into_iter().flat_map(crate::value::Map::iter) {
        if &*key.name != "import" {
            walk(section, below(0, &key.name), &mut texts);
        }
    }
    texts
}
