//! What could not be read, and where it would have been: what is missing there is no further mistake.

use crate::code::{self, Code};
use crate::error::Error;
use crate::text::{Source, SourceMap};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// The places that lost what they hold, by file.
#[derive(Debug, Default)]
pub(super) struct Losses(FxHashMap<PathBuf, Vec<Loss>>);

#[derive(Debug)]
struct Loss {
    /// The keys around the place, outermost first, with the key that stands there.
    path: Vec<String>,
    /// The lines that are lost.
    text: String,
    /// The first of them.
    line: usize,
}

/// Problems after which something of the file is not there.
fn loses(code: &Code) -> bool {
    [
        &code::YAML_SYNTAX,
        &code::INVALID_KEY,
        &code::WRONG_TYPE,
        &code::INVALID_NAME,
        &code::TEMPLATE_FAILED,
        &code::INCLUDE_MISSING,
        &code::UNKNOWN_KEY,
        &code::NOT_A_MANIFEST,
        &code::LOCALS_CIRCULAR,
    ]
    .contains(&code)
}

impl Losses {
    pub(super) fn of(problems: &[Error], sources: &SourceMap) -> Losses {
        let mut losses = Losses::default();
        for error in problems.iter().filter(|e| e.get_code().is_some_and(loses)) {
            if let Some((source, at)) = error.span().and_then(|span| sources.locate(span)) {
                let loss = loss(&source, at.line);
                losses.0.entry(source.path.clone()).or_default().push(loss);
            }
        }
        losses
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a name stands in lines that are lost.
    pub(super) fn has_word(&self, name: &str) -> bool {
        self.0.values().flatten().any(|loss| has_word(&loss.text, name))
    }

    /// Whether a variable of the whole stack may be lost in one of some files.
    pub(super) fn has_var<'a>(&self, files: impl Iterator<Item = &'a Path>, name: &str) -> bool {
        files.filter_map(|f| self.0.get(f)).flatten().any(|loss| {
            let path: Vec<&str> = loss.path.iter().map(String::as_str).collect();
            match path[..] {
                [] | ["vars" | "terraform"] | ["terraform", "vars"] | ["import", ..] => true,
                ["vars", var, ..] | ["terraform", "vars", var, ..] => var == name,
                _ => false,
            }
        })
    }

    /// Whether an import may be lost in one of some files.
    pub(super) fn has_import<'a>(&self, files: impl Iterator<Item = &'a Path>) -> bool {
        files.filter_map(|f| self.0.get(f)).flatten().any(|loss| loss.path.first().is_none_or(|key| key == "import"))
    }

    /// Whether part of a component, or of one of its bases, may be lost in one of some files.
    pub(super) fn has_component<'a>(&self, files: impl Iterator<Item = &'a Path>, kind: &str, names: &[&str]) -> bool {
        files.filter_map(|f| self.0.get(f)).flatten().any(|loss| {
            let path: Vec<&str> = loss.path.iter().map(String::as_str).collect();
            match path[..] {
                [] | ["components"] => true,
                ["components", k] => k == kind,
                ["components", k, name, ..] => k == kind && names.contains(&name),
                _ => false,
            }
        })
    }

    /// Whether a key that turned out null is so because what it holds is lost.
    pub(super) fn empties(&self, source: &Source, line: usize) -> bool {
        let path = path_of(source, line);
        let losses = self.0.get(&source.path).into_iter().flatten();
        losses.into_iter().any(|loss| loss.line > line && loss.path.starts_with(&path))
    }
}

/// Whether a word stands in a text, and not as a part of another.
fn has_word(text: &str, word: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    !word.is_empty()
        && text
            .match_indices(word)
            .any(|(at, _)| !text[..at].ends_with(is_inside) && !text[at + word.len()..].starts_with(is_inside))
}

fn loss(source: &Source, line: usize) -> Loss {
    let lines: Vec<&str> = source.text.lines().collect();
    let own = lines.get(line - 1).copied().unwrap_or_default();
    let depth = indent(own);
    let below = lines.iter().skip(line).take_while(|l| l.trim().is_empty() || indent(l) > depth);
    let text: Vec<&str> = std::iter::once(&own).chain(below).copied().collect();
    Loss { path: path_of(source, line), text: text.join("\n"), line }
}

/// How deep a line stands; one that begins with a tab stands nowhere, which is below whatever comes before it.
fn indent(line: &str) -> usize {
    let blank = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    if blank.contains('\t') { usize::MAX } else { blank.len() }
}

/// The key of a line.
fn key(line: &str) -> Option<&str> {
    let word = line.trim_start().split([':', ' ']).next()?.trim_matches(['"', '\'']);
    (!word.is_empty() && !word.starts_with(['-', '#'])).then_some(word)
}

/// The keys around a line, by indentation, with its own.
fn path_of(source: &Source, line: usize) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().take(line).collect();
    let Some(own) = lines.last() else { return Vec::new() };
    let mut path: Vec<String> = key(own).map(str::to_owned).into_iter().collect();
    let mut depth = indent(own);
    for above in lines.iter().rev().skip(1) {
        if depth == 0 {
            break;
        }
        let here = indent(above);
        let Some(key) = key(above).filter(|_| here < depth) else { continue };
        depth = here;
        path.push(key.to_owned());
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_around_a_line_are_found() {
        let sources = SourceMap::default();
        let text = "components:\n  terraform:\n    # why\n    vpc:\n      vars:\n        a: 1\n        b: x: y\n";
        let source = sources.add("a.yaml", text, false);
        assert_eq!(path_of(&source, 7), ["components", "terraform", "vpc", "vars", "b"]);
        assert_eq!(path_of(&source, 1), ["components"]);
        assert_eq!(loss(&source, 5).text, "      vars:\n        a: 1\n        b: x: y");
    }
}
