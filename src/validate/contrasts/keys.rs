//! Keys that stand once, and that others at their place write otherwise by a slip.

use super::{Code, Place, Places, below};
use crate::code;
use crate::hcl::Module;
use crate::text::is_slip;
use crate::validate::diagnostic::Diagnostic;
use rustc_hash::FxHashMap;

/// How many others write a key as it is meant.
const USUAL: usize = 2;
const PLAIN: usize = 5;

/// Finds keys that stand once, and that others at their place write otherwise by a slip.
pub(super) fn check(places: &Places<'_>, code: &Code<'_>) -> Vec<Diagnostic> {
    // vars are the code's
    let vars = below(0, "vars");
    let named = |place: &&Place<'_>| place.above != vars && !place.key.span.is_none() && is_name(&place.key.name);
    let mut by_parent: FxHashMap<u64, Vec<&Place<'_>>> = FxHashMap::default();
    for place in places.all.values().filter(named) {
        by_parent.entry(place.above).or_default().push(place);
    }
    let mut found = Vec::new();
    for beside in by_parent.values().filter(|beside| beside.len() > 1) {
        for once in beside.iter().filter(|place| place.number == 1) {
            let meant = beside.iter().filter(|other| is_meant(once, other)).map(|other| &*other.key.name).min();
            let name = &once.key.name;
            let Some(meant) = meant.filter(|_| !is_declared(code.get(once.component).copied(), name)) else { continue };
            let message = format!("`{name}` stands here alone: others write `{meant}`");
            found.push(
                Diagnostic::new(&code::VALUE_KIND, message, once.key.span).hint(format!("did you mean `{meant}`?")),
            );
        }
    }
    found
}

/// Whether a key was most likely meant to be another.
fn is_meant(once: &Place<'_>, other: &Place<'_>) -> bool {
    let (name, meant) = (&*once.key.name, &*other.key.name);
    // one letter for another makes another word as often as a slip
    let is_other_word = name.len() == meant.len() && !is_swapped(name, meant);
    let enough = if is_other_word { PLAIN } else { USUAL };
    other.number >= enough && !is_relative(name, meant) && !once.beside.contains(meant) && is_slip(name, meant)
}

/// Whether two letters changed places.
fn is_swapped(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
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
