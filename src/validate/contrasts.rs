//! Values and keys that contradict what all others say at their place: a text over a map, a word over a number, a key
//! that everybody else writes otherwise.
//!
//! Atmos replaces one value by the other without a word, and knows no names of keys that people choose themselves. Where
//! Terraform code declares a type, that has spoken already.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::Summary;
use crate::code;
use crate::engine::Manifest;
use crate::hcl::{Module, Type};
use crate::text::{Span, is_slip};
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Key, Map, Value};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::path::Path;

/// What a value is, as far as people tell values apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Map = 1,
    List = 2,
    Number = 4,
    Flag = 8,
    Text = 16,
}

impl Kind {
    /// Nothing where what the value will be is not known yet, or where a text reads as something else.
    fn of(value: &Value) -> Option<Kind> {
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
    let is_open = text.is_empty() || text.starts_with('!') || text.contains("{{") || text.contains("${");
    !is_open && text.parse::<f64>().is_err() && !matches!(text, "true" | "false")
}

/// How deep values are compared.
const DEPTH: usize = 4;

/// A value, and where it stands.
struct Seen<'a> {
    kind: Kind,
    span: Span,
    component: &'a str,
    file: &'a Path,
    path: Vec<&'a str>,
}

/// One step of the walk over everything that manifests set.
struct Step<'a, 'b> {
    /// The component that others are made from; none for whole stacks.
    origin: &'a str,
    component: &'a str,
    file: &'a Path,
    /// The section and the keys below it.
    path: &'b [&'a str],
    key: &'a Key,
    value: &'a Value,
    /// The keys beside it.
    beside: &'a Map,
}

impl Step<'_, '_> {
    /// The place among the components that are made from one, and among all.
    fn places(&self) -> [u64; 2] {
        let hash = |origin: &str| {
            let mut hasher = FxHasher::default();
            origin.hash(&mut hasher);
            self.path.hash(&mut hasher);
            hasher.finish()
        };
        [hash(self.origin), hash("*")]
    }
}

/// Finds the values that contradict all others at their place.
pub(super) fn check(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let bases = bases(repo);
    let mut kinds: FxHashMap<u64, u8> = FxHashMap::default();
    for manifest in &repo.manifests {
        walk(manifest, &bases, &mut |step| {
            if let Some(kind) = Kind::of(step.value) {
                for place in step.places() {
                    *kinds.entry(place).or_default() |= kind as u8;
                }
            }
        });
    }
    kinds.retain(|_, kinds| kinds.count_ones() == 2);
    if kinds.is_empty() {
        return Vec::new();
    }
    let mut mixed: FxHashMap<u64, Vec<Seen<'_>>> = FxHashMap::default();
    for manifest in &repo.manifests {
        walk(manifest, &bases, &mut |step| {
            for place in step.places().into_iter().filter(|place| kinds.contains_key(place)) {
                if let Some(kind) = Kind::of(step.value) {
                    let (span, path) = (step.value.span, step.path.to_vec());
                    let seen = Seen { kind, span, component: step.component, file: step.file, path };
                    mixed.entry(place).or_default().push(seen);
                }
            }
        });
    }
    let code = code_of(summaries);
    let is_typed = |seen: &[Seen<'_>]| {
        let variable = |s: &Seen<'_>| (s.path[0] == "vars").then(|| s.path[1].to_owned());
        seen.iter().any(|s| {
            let variable = variable(s);
            let module = code.get(s.component);
            module.zip(variable).is_some_and(|(module, name)| has_type(module, &name))
        })
    };
    let mut told: FxHashSet<Span> = FxHashSet::default();
    let found = mixed.values().filter(|seen| !is_typed(seen)).filter_map(|seen| contrast(repo, seen));
    found.filter(|d| told.insert(d.span)).collect()
}

/// The component that each is made from in the end.
fn bases(repo: &Repo) -> FxHashMap<&str, &str> {
    let mut bases: FxHashMap<&str, &str> = FxHashMap::default();
    for manifest in &repo.manifests {
        for (name, component) in components(manifest) {
            let list = component.dig(["metadata", "inherits"]).and_then(Value::as_seq).unwrap_or_default();
            if let Some(base) = list.first().and_then(Value::as_str).filter(|base| *base != name) {
                bases.insert(name, base);
            }
        }
    }
    bases
}

/// A chain of bases is followed this far.
const CHAIN: usize = 8;

fn origin<'a>(bases: &FxHashMap<&'a str, &'a str>, name: &'a str) -> &'a str {
    (0..CHAIN).fold(name, |name, _| bases.get(name).copied().unwrap_or(name))
}

fn components(manifest: &Manifest) -> impl Iterator<Item = (&str, &Value)> {
    let types = manifest.value.get("components").and_then(Value::as_map).into_iter().flat_map(Map::values);
    types.filter_map(Value::as_map).flat_map(Map::iter).map(|(key, value)| (&*key.name, value))
}

/// Every value of `vars` and `settings`, and of the maps and lists of maps in them.
fn walk<'a>(manifest: &'a Manifest, bases: &FxHashMap<&'a str, &'a str>, each: &mut impl FnMut(Step<'a, '_>)) {
    let mut of = |holder: &'a Value, origin: &'a str, component: &'a str| {
        for section in ["vars", "settings"] {
            if let Some(map) = holder.get(section).and_then(Value::as_map) {
                let mut path = vec![section];
                let at = At { origin, component, file: &manifest.path };
                below(map, at, &mut path, each);
            }
        }
    };
    of(&manifest.value, "", "");
    if let Some(terraform) = manifest.value.get("terraform") {
        of(terraform, "", "");
    }
    for (name, component) in components(manifest) {
        of(component, origin(bases, name), name);
    }
}

#[derive(Clone, Copy)]
struct At<'a> {
    origin: &'a str,
    component: &'a str,
    file: &'a Path,
}

fn below<'a>(map: &'a Map, at: At<'a>, path: &mut Vec<&'a str>, each: &mut impl FnMut(Step<'a, '_>)) {
    let At { origin, component, file } = at;
    for (key, value) in map.iter() {
        path.push(&key.name);
        each(Step { origin, component, file, path, key, value, beside: map });
        if path.len() <= DEPTH {
            match &value.data {
                Data::Map(map) => below(map, at, path, each),
                Data::Seq(items) => items.iter().filter_map(Value::as_map).for_each(|map| below(map, at, path, each)),
                _ => {}
            }
        }
        path.pop();
    }
}

fn code_of(summaries: &[Summary]) -> FxHashMap<&str, &Module> {
    let members = summaries.iter().flat_map(|s| &s.members);
    members.filter_map(|m| Some((&*m.name, m.code.as_deref()?))).collect()
}

fn has_type(module: &Module, variable: &str) -> bool {
    let declared = module.variables.get(variable).and_then(|v| v.constraint.as_ref());
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
    let imports = |from: &Path, to: &Path| {
        let mut open: Vec<&Path> = vec![from];
        let mut met: FxHashSet<&Path> = FxHashSet::default();
        while let Some(path) = open.pop() {
            let next = repo
                .imports
                .get(path)
                .into_iter()
                .flatten()
                .flat_map(|i| i.files.iter().map(std::path::PathBuf::as_path));
            open.extend(next.filter(|path| met.insert(path)));
        }
        met.contains(to)
    };
    if one.file == other.file {
        let last = if one.span.start > other.span.start { one } else { other };
        return (one.component != other.component).then_some(last);
    }
    if imports(one.file, other.file) {
        return Some(one);
    }
    imports(other.file, one.file).then_some(other)
}

/// How many others write a key as it is meant.
const USUAL: usize = 2;
const PLAIN: usize = 5;

/// Whether two letters changed places.
fn is_swapped(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Finds keys that stand once, and that others at their place write otherwise by a slip.
pub(super) fn keys(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    struct Count<'a> {
        number: usize,
        key: &'a Key,
        beside: &'a Map,
        component: &'a str,
    }
    let none = FxHashMap::default();
    // by what stands above the key, whatever the component
    let mut counts: FxHashMap<u64, FxHashMap<&str, Count<'_>>> = FxHashMap::default();
    for manifest in &repo.manifests {
        walk(manifest, &none, &mut |step| {
            let [.., _] = step.path else { return };
            let above = &step.path[..step.path.len() - 1];
            // vars are the code's
            if *above == ["vars"] || step.key.span.is_none() {
                return;
            }
            let mut hasher = FxHasher::default();
            above.hash(&mut hasher);
            let counts = counts.entry(hasher.finish()).or_default();
            let (key, beside, component) = (step.key, step.beside, step.component);
            counts.entry(&*key.name).or_insert(Count { number: 0, key, beside, component }).number += 1;
        });
    }
    let code = code_of(summaries);
    let mut found = Vec::new();
    for counts in counts.values().filter(|counts| counts.len() > 1) {
        for (name, once) in counts.iter().filter(|(name, count)| count.number == 1 && is_name(name)) {
            let is_meant = |other: &str, count: &Count<'_>| {
                // one letter for another makes another word as often as a slip
                let is_other_word = name.len() == other.len() && !is_swapped(name, other);
                count.number >= if is_other_word { PLAIN } else { USUAL }
                    && is_name(other)
                    && !is_relative(name, other)
                    && !once.beside.contains(other)
                    && is_slip(name, other)
            };
            let meant = counts.iter().filter(|(other, count)| is_meant(other, count)).map(|(other, _)| *other).min();
            let Some(meant) = meant.filter(|_| !is_declared(code.get(once.component).copied(), name)) else { continue };
            let message = format!("`{name}` stands here alone: others write `{meant}`");
            found.push(
                Diagnostic::new(&code::VALUE_KIND, message, once.key.span).hint(format!("did you mean `{meant}`?")),
            );
        }
    }
    found
}

/// Whether a key is long enough to be misspelt, and tells nothing apart by a number.
fn is_name(name: &str) -> bool {
    name.len() > 3 && !name.contains("{{") && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/'))
}

/// Names that tell two things apart by their end, as `subnet_a` and `subnet_b`, or one and many.
fn is_relative(one: &str, other: &str) -> bool {
    let stem = |name: &str| name.trim_end_matches('s').to_owned();
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    stem(one) == stem(other) || one.len() == other.len() && common == one.len() - 1
}

/// Whether the type of some variable has an attribute of that name.
fn is_declared(module: Option<&Module>, name: &str) -> bool {
    let texts = module.into_iter().flat_map(|m| m.variables.values()).filter_map(|v| v.type_text.as_deref());
    texts.into_iter().any(|text| text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name))
}
