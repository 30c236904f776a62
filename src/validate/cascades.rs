//! One mistake, one diagnostic: what only follows from another problem is left out.

use super::diagnostic::Diagnostic;
use crate::code::{self, Severity};
use crate::text::{Source, SourceMap, Span, is_slip};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::path::PathBuf;
use std::sync::Arc;

/// The problems without those that another one at the same place explains.
pub(super) fn drop(found: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    let places = Places::of(&found, sources);
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(found.len());
    let mut names: FxHashMap<(Span, &str), usize> = FxHashMap::default();
    let mut values: FxHashSet<Span> = FxHashSet::default();
    let mut forms: FxHashSet<Span> = FxHashSet::default();
    for diagnostic in found {
        // a template in a shared file gives each stack another wrong value: told once
        let is_again = *diagnostic.code == code::VARIABLE_TYPE && !values.insert(diagnostic.span)
            || *diagnostic.code == code::VALUE_UNLIKELY && !forms.insert(diagnostic.span);
        if is_again || places.explains(&diagnostic, sources) {
            continue;
        }
        // what a shared file says wrong about names and bases is wrong in all its stacks: told once, for the first
        let shared = [&code::NO_NAME, &code::SHARED_NAME, &code::DUPLICATE_COMPONENT, &code::UNRESOLVED];
        let is_name = shared.contains(&diagnostic.code);
        if is_name && !diagnostic.span.is_none() {
            match names.entry((diagnostic.span, diagnostic.code.id)) {
                Entry::Occupied(first) => {
                    let hint = "so are other stacks that import this";
                    if !kept[*first.get()].hints.iter().any(|h| h == hint) {
                        kept[*first.get()].hints.push(hint.to_owned());
                    }
                    continue;
                }
                Entry::Vacant(place) => place.insert(kept.len()),
            };
        }
        kept.push(diagnostic);
    }
    kept
}

/// Where there are errors that say exactly what is wrong.
#[derive(Default)]
struct Places {
    lines: FxHashSet<(PathBuf, usize)>,
    starts: FxHashSet<(PathBuf, u32)>,
    /// The lines that are indented so, or written so, that what stands below them belongs nowhere.
    displaced: FxHashSet<(PathBuf, usize)>,
    /// The lines of sections that are empty because they stand too far in, beside what belongs below them.
    empty: FxHashSet<(PathBuf, usize)>,
    /// The lines of keys that Atmos does not know where they stand.
    moved: FxHashSet<(PathBuf, usize)>,
    /// What patterns of names ask for and nothing gives.
    tokens: Vec<String>,
    /// Where steps of workflows have keys that mean nothing.
    steps: FxHashSet<(PathBuf, u32)>,
    /// Where there is something that is no YAML.
    broken: FxHashSet<(PathBuf, u32)>,
    /// The variables that nobody reads.
    unread: Vec<String>,
    /// Where templates ask for variables that are not there.
    asked: FxHashMap<String, FxHashSet<Span>>,
    /// The names of blocks of Terraform code whose kind is misspelt.
    misspelt_blocks: FxHashSet<String>,
    /// The lines of templates that do not parse, and of files that cannot be included.
    texts: FxHashSet<(PathBuf, usize)>,
}

impl Places {
    fn of(found: &[Diagnostic], sources: &SourceMap) -> Places {
        let mut places = Places::default();
        for diagnostic in found {
            if *diagnostic.code == code::UNKNOWN_KEY {
                places.moved.extend(line(diagnostic, sources));
            }
            let is_misplaced = *diagnostic.code == code::UNKNOWN_KEY && diagnostic.severity == Severity::Error
                || *diagnostic.code == code::UNKNOWN_TYPE;
            if *diagnostic.code == code::YAML_SYNTAX || is_misplaced {
                places.displaced.extend(line(diagnostic, sources));
            }
            if *diagnostic.code == code::WRONG_TYPE
                && diagnostic.message.ends_with("not null")
                && Block::of(diagnostic, sources).is_some_and(|block| block.is_too_far())
            {
                places.empty.extend(line(diagnostic, sources));
            }
            if *diagnostic.code == code::UNKNOWN_TOKEN {
                let token = diagnostic.message.split('`').nth(1).unwrap_or_default();
                places.tokens.push(token.trim_matches(['{', '}']).to_owned());
            }
            if [&code::STEP_KEY, &code::STEP_EMPTY].contains(&diagnostic.code) {
                places.steps.extend(start(diagnostic, sources));
            }
            if *diagnostic.code == code::YAML_SYNTAX && diagnostic.severity == Severity::Error {
                places.broken.extend(start(diagnostic, sources));
            }
            if *diagnostic.code == code::VARIABLE_UNUSED {
                places.unread.extend(diagnostic.message.split('`').nth(1).map(str::to_owned));
            }
            if diagnostic.message.starts_with("Terraform knows no block") {
                places.misspelt_blocks.extend(label(diagnostic, sources));
            }
            if let Some(name) = asked_for(diagnostic) {
                places.asked.entry(name.to_owned()).or_default().insert(diagnostic.span);
            }
            let is_text = [&code::TEMPLATE_SYNTAX, &code::INCLUDE_MISSING].contains(&diagnostic.code);
            if is_text && diagnostic.severity == Severity::Error {
                places.texts.extend(line(diagnostic, sources));
            }
        }
        for diagnostic in found.iter().filter(|d| {
            (d.severity == Severity::Error || *d.code == code::VARIABLE_TYPE)
                && *d.code != code::UNRESOLVED
                && *d.code != code::IMPORT_INVALID
        }) {
            places.lines.extend(line(diagnostic, sources));
            places.starts.extend(start(diagnostic, sources));
        }
        places
    }

    fn explains(&self, diagnostic: &Diagnostic, sources: &SourceMap) -> bool {
        if *diagnostic.code == code::VARIABLE_UNUSED {
            let name = diagnostic.message.split('`').nth(1).unwrap_or_default();
            if self.tokens.iter().any(|token| is_slip(token, name)) {
                return true;
            }
        }
        if let Some(explains) = self.layout_explains(diagnostic, sources) {
            return explains;
        }
        if *diagnostic.code == code::UNRESOLVED || *diagnostic.code == code::IMPORT_INVALID {
            return line(diagnostic, sources).is_some_and(|line| self.lines.contains(&line));
        }
        let is_text = match diagnostic.severity {
            Severity::Error => *diagnostic.code == code::TEMPLATE_FAILED && diagnostic.message.starts_with("local `"),
            _ => *diagnostic.code == code::INCLUDE_MISSING,
        };
        if is_text && line(diagnostic, sources).is_some_and(|line| self.texts.contains(&line)) {
            return true;
        }
        // what is read behind it may be of another type than it was to be
        let is_mended = *diagnostic.code == code::WRONG_TYPE && !self.broken.is_empty();
        if is_mended && start(diagnostic, sources).is_some_and(|at| self.broken.contains(&at)) {
            return true;
        }
        // what a misspelt block declares
        let is_declared = [&code::VARIABLE_UNDECLARED, &code::TERRAFORM_CODE].contains(&diagnostic.code);
        if is_declared && !self.misspelt_blocks.is_empty() {
            return diagnostic.message.split('`').skip(1).step_by(2).any(|name| self.misspelt_blocks.contains(name));
        }
        // several templates ask for what is set under a name that is nearly theirs: that is the mistake
        if let Some(name) = asked_for(diagnostic) {
            let is_one = self.asked.get(name).is_none_or(|places| places.len() < 2);
            return !is_one && self.unread.iter().any(|unread| is_slip(unread, name));
        }
        // where Atmos refuses the key, that is what counts
        let is_passed_over = *diagnostic.code == code::UNKNOWN_KEY && diagnostic.severity != Severity::Error;
        if is_passed_over && !self.steps.is_empty() {
            return start(diagnostic, sources).is_some_and(|at| self.steps.contains(&at));
        }
        let is_told = *diagnostic.code == code::VARIABLE_TYPE;
        diagnostic.severity != Severity::Error
            && !is_told
            && !self.starts.is_empty()
            && start(diagnostic, sources).is_some_and(|at| self.starts.contains(&at))
    }

    /// Whether a problem follows from lines that stand in the wrong place; `None` where the layout does not tell.
    fn layout_explains(&self, diagnostic: &Diagnostic, sources: &SourceMap) -> Option<bool> {
        let is = |codes: &[&code::Code]| codes.contains(&diagnostic.code);
        let is_empty_section = is(&[&code::WRONG_TYPE]) && diagnostic.message.ends_with("not null");
        let is_swallowed_item = is(&[&code::IMPORT_MISSING]) && diagnostic.message.contains(" - ");
        if is_empty_section || is_swallowed_item {
            let block = Block::of(diagnostic, sources)?;
            let below = (block.file.clone(), block.line + 1);
            // an item that was taken into the text of the one above it
            return Some(if is_swallowed_item {
                self.displaced.contains(&below)
            } else {
                !block.is_too_far() && self.moved.contains(&below)
            });
        }
        let is_key = is(&[&code::DUPLICATE_KEY, &code::UNKNOWN_KEY]);
        let is_section = is(&[&code::DUPLICATE_KEY, &code::VARIABLE_UNDECLARED, &code::INHERITS_SELF]);
        let is_told = !self.displaced.is_empty() || !self.empty.is_empty();
        if !is_told || !(is_key || is_section || is(&[&code::YAML_SYNTAX])) {
            return None;
        }
        let block = Block::of(diagnostic, sources)?;
        let is_in = |places: &FxHashSet<(PathBuf, usize)>, line: usize| places.contains(&(block.file.clone(), line));
        let above = block.above(block.line);
        let follows = if is_key { above } else { above.filter(|above| above + 3 >= block.line && !is_section) };
        let is_swallowed =
            |line: usize| block.beside(line).any(|beside| block.is_bare(beside) && is_in(&self.displaced, beside));
        let mut lines = std::iter::successors(Some(block.line), |line| block.above(*line)).take(3);
        let explains = follows.is_some_and(|above| is_in(&self.displaced, above))
            || is_section && lines.any(is_swallowed)
            || is(&[&code::UNKNOWN_KEY]) && block.beside(block.line).any(|beside| is_in(&self.empty, beside));
        explains.then_some(true)
    }
}

/// The variable that a template asks for and that is not there.
fn asked_for(diagnostic: &Diagnostic) -> Option<&str> {
    let rest = diagnostic.message.strip_prefix("`.vars.").filter(|_| *diagnostic.code == code::TEMPLATE_MISSING)?;
    rest.split_once('`').map(|(name, _)| name)
}

/// The first label of the block that a problem points at.
fn label(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<String> {
    let source = sources.get(diagnostic.span.source)?;
    let header = source.text.get(diagnostic.span.end as usize..)?.lines().next()?;
    header.split('"').nth(1).map(str::to_owned)
}

/// The byte at which a problem begins; a file that was read twice is one file.
fn start(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<(PathBuf, u32)> {
    Some((sources.get(diagnostic.span.source)?.path.clone(), diagnostic.span.start))
}

fn line(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<(PathBuf, usize)> {
    let (source, at) = sources.locate(diagnostic.span)?;
    Some((source.path.clone(), at.line))
}

/// A line with those above it.
struct Block {
    file: PathBuf,
    source: Arc<Source>,
    line: usize,
}

impl Block {
    fn of(diagnostic: &Diagnostic, sources: &SourceMap) -> Option<Block> {
        let (source, at) = sources.locate(diagnostic.span)?;
        Some(Block { file: source.path.clone(), line: at.line, source })
    }

    fn indent(&self, line: usize) -> usize {
        let text = self.source.line(line);
        text.len() - text.trim_start().len()
    }

    /// The nearest line above another that is indented less.
    fn above(&self, line: usize) -> Option<usize> {
        let own = self.indent(line);
        let is_above = |above: &usize| self.indent(*above) < own && !self.source.line(*above).trim().is_empty();
        (1..line).rev().take(NEAR).find(is_above)
    }

    /// The lines before another that are indented as it is, in the same block.
    fn beside(&self, line: usize) -> impl Iterator<Item = usize> {
        let own = self.indent(line);
        let block = (1..line).rev().take(NEAR).take_while(move |line| self.indent(*line) >= own);
        block.filter(move |line| self.indent(*line) == own)
    }

    /// Whether nothing stands below a line.
    fn is_bare(&self, line: usize) -> bool {
        self.indent(line + 1) <= self.indent(line)
    }

    /// Whether the line stands two steps further in than the one above it.
    fn is_too_far(&self) -> bool {
        self.line > 1 && self.indent(self.line) >= self.indent(self.line - 1) + 4
    }
}

/// A problem is sought this far above what may follow from it.
const NEAR: usize = 12;
