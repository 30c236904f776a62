//! Values of another kind than all others at their place.

use super::{Bases, Code, Places, Step, walk};
use crate::code;
use crate::hcl::Type;
use crate::text::Span;
use crate::validate::diagnostic::Diagnostic;
use crate::validate::repo::Repo;
use crate::validate::{imports, marks};
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Value};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// What a value is, as far as people tell values apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Map = 1,
    List = 2,
    Number = 4,
    Flag = 8,
    Text = 16,
}

impl Kind {
    /// Nothing where what the value will be is not known yet, or where a text reads as something else.
    pub(super) fn of(value: &Value) -> Option<Kind> {
        Some(match &value.data {
            Data::Map(map) if map.contains(APPEND_KEY) => Kind::List,
            Data::Map(map) if !map.is_empty() => Kind::Map,
            Data::Seq(_) => Kind::List,
            Data::Int(_) | Data::Uint(_) | Data::Float(_) => Kind::Number,
            Data::Bool(_) => Kind::Flag,
            Data::Str(text) if is_word(text) => Kind::Text,
            _ => return None,
        })
    }

    fn words(self) -> &'static str {
        match self {
            Kind::Map => "a map",
            Kind::List => "a list",
            Kind::Number => "a number",
            Kind::Flag => "true or false",
            Kind::Text => "a text",
        }
    }

    /// Whether one in the place of the other can hardly be meant; a number where texts stand becomes a text.
    fn contradicts(self, usual: Kind) -> bool {
        self != usual && !(usual == Kind::Text && matches!(self, Kind::Number | Kind::Flag))
    }
}

fn is_word(text: &str) -> bool {
    let is_open = text.is_empty() || marks::is_open(text) || text.contains("${");
    !is_open && text.parse::<f64>().is_err() && !matches!(text, "true" | "false")
}

/// A value, and where it stands.
struct Seen<'a> {
    kind: Kind,
    span: Span,
    component: &'a str,
    file: &'a Path,
    path: Vec<&'a str>,
}

/// Finds the values that contradict all others at their place.
pub(super) fn check(repo: &Repo, bases: &Bases<'_>, places: &Places<'_>, code: &Code<'_>) -> Vec<Diagnostic> {
    let is_mixed = |kinds: u8| kinds.count_ones() == 2;
    let all = places.all.iter().filter(|(_, place)| is_mixed(place.kinds)).map(|(hash, _)| *hash);
    let of_origins = places.of_origins.iter().filter(|(_, kinds)| is_mixed(**kinds)).map(|(hash, _)| *hash);
    let mixed: FxHashSet<u64> = all.chain(of_origins).collect();
    if mixed.is_empty() {
        return Vec::new();
    }
    let seen: Vec<Vec<(u64, Seen<'_>)>> = repo
        .manifests
        .par_iter()
        .map(|manifest| {
            let mut seen = Vec::new();
            walk(manifest, bases, &mut |step: Step<'_, '_>| {
                let places = [step.place_of_origin(), step.place];
                for place in places.into_iter().filter(|place| mixed.contains(place)) {
                    if let Some(kind) = Kind::of(step.value) {
                        let (span, path) = (step.value.span, step.path.to_vec());
                        seen.push((place, Seen { kind, span, component: step.component, file: step.file, path }));
                    }
                }
            });
            seen
        })
        .collect();
    let mut by_place: FxHashMap<u64, Vec<Seen<'_>>> = FxHashMap::default();
    for (place, seen) in seen.into_iter().flatten() {
        by_place.entry(place).or_default().push(seen);
    }
    let mut told: FxHashSet<Span> = FxHashSet::default();
    let untyped = by_place.values().filter(|seen| !seen.iter().any(|seen| has_type(code, seen)));
    untyped.filter_map(|seen| contrast(repo, seen)).filter(|d| told.insert(d.span)).collect()
}

/// Whether the code declares a type for the variable that a value is, or is a part of.
fn has_type(code: &Code<'_>, seen: &Seen<'_>) -> bool {
    let ["vars", variable, ..] = *seen.path else { return false };
    let declared = code.get(seen.component).and_then(|module| module.variables.get(variable)?.constraint.as_ref());
    declared.is_some_and(|of| !matches!(of, Type::Any))
}

/// Among components that have nothing to do with each other, so many must agree.
const MANY: usize = 4;

/// The one value that contradicts all others.
fn contrast(repo: &Repo, seen: &[Seen<'_>]) -> Option<Diagnostic> {
    let is_one_family = seen.windows(2).all(|pair| pair[0].component == pair[1].component);
    let odd = match seen {
        [one, other] => later(repo, one, other)?,
        _ if seen.len() < MANY && !is_one_family => return None,
        _ => {
            let alone = |s: &&Seen<'_>| seen.iter().filter(|o| o.kind == s.kind).count() == 1;
            seen.iter().find(alone)?
        }
    };
    let usual = seen.iter().find(|s| s.kind != odd.kind)?;
    if !odd.kind.contradicts(usual.kind) || odd.span.is_none() {
        return None;
    }
    let path = odd.path.join(".");
    let message = format!("`{path}` is {} here, and {} everywhere else", odd.kind.words(), usual.kind.words());
    Some(
        Diagnostic::new(&code::VALUE_KIND, message, odd.span)
            .related(format!("it is {} here", usual.kind.words()), usual.span)
            .hint("Atmos puts one in the place of the other without a word"),
    )
}

/// Of two values the one that is put over the other.
fn later<'a>(repo: &Repo, one: &'a Seen<'a>, other: &'a Seen<'a>) -> Option<&'a Seen<'a>> {
    if one.file == other.file {
        let last = if one.span.start > other.span.start { one } else { other };
        return (one.component != other.component).then_some(last);
    }
    if imports::reaches(repo, one.file, other.file) {
        return Some(one);
    }
    imports::reaches(repo, other.file, one.file).then_some(other)
}
