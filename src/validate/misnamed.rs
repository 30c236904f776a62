//! Names that are wrong where they are given: a component whose key in a catalog is misspelt, a mixin that sets another's
//! stage. Whoever uses the name stumbles over it; the mistake is told once, at its own place.

use super::diagnostic::Diagnostic;
use super::names;
use super::repo::Repo;
use super::stacks::Summary;
use crate::code::{self, Severity};
use crate::engine::Manifest;
use crate::text::{Span, is_slip};
use crate::value::{Key, Map, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// What is called by a wrong name, and who is known by another name for it.
#[derive(Default)]
pub(super) struct Misnamed {
    pub(super) found: Vec<Diagnostic>,
    /// The components that others ask for, and that are there under a misspelt key.
    components: FxHashMap<String, Vec<String>>,
    keys: FxHashSet<Span>,
    /// Values of variables that are another's.
    pub(super) values: FxHashSet<Span>,
}

/// Finds both.
pub(super) fn check(repo: &Repo) -> Misnamed {
    let mut misnamed = Misnamed::default();
    for kind in ["terraform", "helmfile", "packer"] {
        misnamed.components_of(repo, kind);
    }
    misnamed.kinds(repo);
    misnamed.mixins(repo);
    misnamed
}

/// Variables that mixins are called after.
const VARIABLES: [&str; 4] = ["tenant", "environment", "stage", "region"];

/// A component in one manifest.
struct Defined<'a> {
    manifest: usize,
    key: &'a Key,
    vars: Option<&'a Map>,
    bases: Vec<(&'a str, Span)>,
    kind: Option<&'a str>,
    /// Whether it says what it is made from; other manifests only change it.
    is_made: bool,
    code: Option<&'a str>,
}

/// What is known of a name.
#[derive(Default)]
struct Known<'a> {
    defined: Vec<Defined<'a>>,
    /// The manifests, by number, in which others inherit from it or depend on it.
    users: Vec<usize>,
    is_base: bool,
}

fn read<'a>(repo: &'a Repo, kind: &str) -> FxHashMap<&'a str, Known<'a>> {
    let mut names: FxHashMap<&str, Known<'_>> = FxHashMap::default();
    for (number, manifest) in repo.manifests.iter().enumerate() {
        let Some(components) = manifest.value.dig(["components", kind]).and_then(Value::as_map) else { continue };
        for (key, component) in components.iter() {
            let metadata = component.get("metadata");
            let code = metadata.and_then(|m| m.get("component")?.as_str());
            let bases = metadata.and_then(|m| m.get("inherits")?.as_seq()).unwrap_or_default();
            let is_made = code.is_some()
                || metadata.is_some_and(|m| m.get("type").is_some())
                || !bases.is_empty()
                || component.get("component").is_some();
            names.entry(&key.name).or_default().defined.push(Defined {
                manifest: number,
                key,
                vars: component.get("vars").and_then(Value::as_map),
                bases: bases.iter().filter_map(|base| Some((base.as_str()?, base.span))).collect(),
                kind: metadata.and_then(|m| m.get("type")?.as_str()),
                is_made,
                code,
            });
            for base in bases.iter().filter_map(Value::as_str) {
                let known = names.entry(base).or_default();
                known.users.push(number);
                known.is_base = true;
            }
            let older = component.dig(["settings", "depends_on"]).and_then(Value::as_map);
            let older = older.into_iter().flat_map(Map::values).filter_map(|d| d.get("component")?.as_str());
            let list = component.dig(["dependencies", "components"]).and_then(Value::as_seq).unwrap_or_default();
            let newer = list.iter().filter_map(|d| d.get("name").or_else(|| d.get("component"))?.as_str());
            for asked in older.chain(newer) {
                names.entry(asked).or_default().users.push(number);
            }
        }
    }
    names
}

impl Misnamed {
    fn components_of(&mut self, repo: &Repo, kind: &str) {
        let names = read(repo, kind);
        self.bases_of(&names);
        // made once, and used by nobody
        let is_idle =
            |known: &Known<'_>| known.users.is_empty() && known.defined.len() == 1 && known.defined[0].is_made;
        let idle: Vec<(&str, &Defined<'_>)> =
            names.iter().filter(|(_, known)| is_idle(known)).map(|(name, known)| (*name, &known.defined[0])).collect();
        let is_unmade = |known: &Known<'_>| !known.defined.iter().any(|d| d.is_made);
        for (meant, known) in names.iter().filter(|(_, known)| is_unmade(known)) {
            let is_it = |(name, defined): &(&str, &Defined<'_>)| {
                let is_own = defined.code == Some(*meant) && is_letters_away(name, meant);
                let Some(words) = odd_words(name, meant).or_else(|| is_own.then_some((name, meant))) else {
                    return false;
                };
                let has_code = || repo.engine.workspace().component_dir(kind, meant).is_dir();
                if known.users.is_empty() && defined.code != Some(*meant) && has_code() {
                    return false;
                }
                let mut places = known.users.clone();
                places.dedup();
                places.len() + known.defined.len() > 1 || is_own || is_strange(&names, words)
            };
            let Some((name, defined)) = idle.iter().filter(|one| is_it(one)).min_by_key(|one| one.0) else { continue };
            if defined.key.span.is_none() || repo.may_be_lost(meant) {
                continue;
            }
            let (code, severity) = if known.is_base {
                (&code::INHERITS_UNKNOWN, Severity::Error)
            } else {
                (&code::VALUE_KIND, Severity::Warning)
            };
            let message =
                format!("nobody asks for the component `{name}`, and there is no `{meant}`, which others ask for");
            let wrong = Diagnostic::new(code, message, defined.key.span).severity(severity);
            self.found.push(wrong.hint(format!("did you mean `{meant}`?")));
            let bases = defined.bases.iter().filter_map(|(base, _)| names.get(base)).flat_map(|known| &known.defined);
            let vars = std::iter::once(*defined).chain(bases).filter_map(|d| d.vars).flat_map(Map::names);
            self.components.insert((*meant).to_owned(), vars.map(str::to_owned).collect());
            self.keys.insert(defined.key.span);
        }
    }

    /// Bases that are deployed where all others like them are abstract, and components that take another's.
    fn bases_of(&mut self, names: &FxHashMap<&str, Known<'_>>) {
        let last = |name: &str| words(name).last().map(str::to_owned);
        let mut alike: FxHashMap<String, Vec<&Defined<'_>>> = FxHashMap::default();
        for (name, known) in names.iter().filter(|(_, known)| known.is_base) {
            let mut made = known.defined.iter().filter(|d| d.is_made && !d.key.span.is_none());
            if let (Some(word), Some(defined)) = (last(name).filter(|_| name.contains('/')), made.next_back()) {
                alike.entry(word).or_default().push(defined);
            }
        }
        for (word, alike) in alike.into_iter().filter(|(_, alike)| alike.len() > 3) {
            let mut odd = alike.iter().filter(|d| d.kind.is_none());
            if let (Some(defined), None) = (odd.next(), odd.next()) {
                let message = format!("`{}` is deployed, and all other `{word}` are abstract", defined.key.name);
                let wrong = Diagnostic::new(&code::VALUE_KIND, message, defined.key.span);
                self.found.push(wrong.hint("add `type: abstract` to its `metadata`"));
            }
        }
        for (name, known) in names {
            for defined in known.defined.iter().filter(|d| d.is_made) {
                for (base, span) in &defined.bases {
                    let Some((other, rest)) = base.split_once('/').filter(|(other, _)| other != name) else { continue };
                    let own = format!("{name}/{rest}");
                    let is_left = |known: &Known<'_>| {
                        known.users.is_empty() && known.defined.iter().any(|d| d.manifest == defined.manifest)
                    };
                    if names.contains_key(other) && names.get(own.as_str()).is_some_and(is_left) && !span.is_none() {
                        let message = format!("`{name}` inherits from `{base}`, and nobody from `{own}`");
                        let wrong = Diagnostic::new(&code::VALUE_UNLIKELY, message, *span);
                        self.found.push(wrong.hint(format!("did you mean `{own}`?")));
                    }
                }
            }
        }
    }

    /// Components of Terraform in a section of another type.
    fn kinds(&mut self, repo: &Repo) {
        const OTHERS: [&str; 3] = ["helmfile", "packer", "helm"];
        let has_others = |m: &Manifest| OTHERS.iter().any(|kind| m.value.dig(["components", kind]).is_some());
        if !repo.manifests.iter().any(has_others) {
            return;
        }
        let terraform = read(repo, "terraform");
        let workspace = repo.engine.workspace();
        for manifest in &repo.manifests {
            let kinds = manifest.value.get("components").and_then(Value::as_map).into_iter().flat_map(Map::iter);
            for (kind, components) in kinds.filter(|(kind, _)| OTHERS.contains(&&*kind.name)) {
                let Some(components) = components.as_map().filter(|map| !map.is_empty()) else { continue };
                let is_terraform = |(key, component): (&Key, &Value)| {
                    let code = component.dig(["metadata", "component"]).and_then(Value::as_str).unwrap_or(&key.name);
                    let is_made = |known: &Known<'_>| known.defined.iter().any(|d| d.is_made);
                    let is_known = terraform.get(&*key.name).is_some_and(is_made);
                    is_known && !workspace.component_dir(&kind.name, code).is_dir()
                };
                if components.iter().all(is_terraform) && !kind.span.is_none() {
                    let message = format!("the components below `{}` are of Terraform", kind.name);
                    let wrong = Diagnostic::new(&code::UNKNOWN_TYPE, message, kind.span);
                    self.found.push(wrong.hint("did you mean `terraform`?"));
                    self.keys.insert(kind.span);
                    let vars = |value: &Value| {
                        let vars = value.get("vars").and_then(Value::as_map);
                        vars.into_iter().flat_map(Map::names).map(str::to_owned).collect()
                    };
                    let all = components.iter().map(|(key, value)| (key.name.to_string(), vars(value)));
                    self.components.extend(all.collect::<Vec<_>>());
                }
            }
        }
    }

    /// Values of the variables of names that are not what their file is called, among files that are.
    fn mixins(&mut self, repo: &Repo) {
        let mut folders: FxHashMap<(&Path, &str), Vec<(String, &Value)>> = FxHashMap::default();
        for manifest in &repo.manifests {
            let Some(vars) = manifest.value.get("vars").and_then(Value::as_map) else { continue };
            // what all below a folder import is called by the folder
            let is_shared = |path: &Path| {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                stem.trim_start_matches('_').starts_with("default")
            };
            let path = if is_shared(&manifest.path) { manifest.path.parent() } else { Some(&*manifest.path) };
            let Some((folder, stem)) = path.and_then(|path| Some((path.parent()?, path.file_stem()?))) else {
                continue;
            };
            for var in VARIABLES {
                if let Some(value) = vars.get(var).filter(|v| v.as_str().is_some_and(|t| !t.contains("{{"))) {
                    folders.entry((folder, var)).or_default().push((stem.to_string_lossy().into_owned(), value));
                }
            }
        }
        for ((folder, var), files) in folders.iter().filter(|(_, files)| files.len() > 1) {
            let folder = folder.file_name().unwrap_or_default().to_string_lossy();
            let is_of_names = VARIABLES.contains(&folder.trim_end_matches('s'));
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let is_odd = |(stem, value): &&(String, &Value)| {
                let own = text(value);
                let others = files.iter().filter(|(other, _)| other != stem);
                let is_misspelt = is_slip(&own, stem) && others.clone().all(|(other, value)| text(value) == *other);
                is_misspelt || !names::tells(stem, &own)
            };
            let mut odd = files.iter().filter(is_odd);
            let (Some((stem, value)), None) = (odd.next(), odd.next()) else { continue };
            let own = text(value);
            let is_anothers = files.iter().any(|(other, theirs)| other != stem && text(theirs) == own);
            // one for all is called by no name
            let is_general = ["gbl", "global", var].iter().any(|word| stem.contains(word));
            let is_other = is_of_names && !is_general && (is_anothers || files.len() > 2);
            if value.span.is_none() || !(is_slip(&own, stem) || is_other) {
                continue;
            }
            self.values.insert(value.span);
            let message = format!("`{var}` is `{own}` in `{stem}`, and all beside it say what they are called");
            self.found.push(Diagnostic::new(&code::VALUE_UNLIKELY, message, value.span).severity(Severity::Warning));
        }
    }

    /// The manifests of stacks whose names are not what they should be.
    pub(super) fn stacks(&self, summaries: &[Summary], odd_imports: &[PathBuf]) -> FxHashSet<String> {
        let is_misnamed = |summary: &&Summary| {
            let vars = ["tenant", "environment", "stage"].into_iter().filter_map(|var| {
                let set = summary.stack.merged.dig(["vars", var])?;
                Some(self.values.contains(&set.span))
            });
            odd_imports.contains(&summary.stack.path) || (!self.values.is_empty() && vars.into_iter().any(|odd| odd))
        };
        summaries.iter().filter(is_misnamed).map(|s| s.stack.file.to_string()).collect()
    }

    /// Takes away what only follows; what Atmos refuses stays an error, whoever is blamed.
    pub(super) fn drop_followers(&self, found: &mut Vec<Diagnostic>) {
        let mut is_refused = false;
        found.retain(|d| {
            let follows = self.explains(d);
            is_refused |= follows && d.severity == Severity::Error;
            !follows
        });
        let blamed = found.iter_mut().filter(|d| is_refused && self.keys.contains(&d.span));
        blamed.for_each(|d| d.severity = Severity::Error);
    }

    /// Whether a problem only says that somebody asks for what is there under a misspelt name.
    fn explains(&self, diagnostic: &Diagnostic) -> bool {
        const FOLLOWING: [&code::Code; 7] = [
            &code::INHERITS_UNKNOWN,
            &code::CODE_MISSING,
            &code::DEPENDENCY_COMPONENT,
            &code::FUNCTION_REFERENCE,
            &code::VARIABLE_REQUIRED,
            &code::WORKFLOW_COMPONENT,
            &code::UNRESOLVED,
        ];
        if self.components.is_empty() {
            return false;
        }
        if *diagnostic.code == code::VARIABLE_UNDECLARED {
            // the code of `component` declares no variable `name`
            let words: Vec<&str> = diagnostic.message.split('`').collect();
            let [_, component, _, name, ..] = words[..] else { return false };
            return self.components.get(component).is_some_and(|vars| vars.iter().any(|var| var == name));
        }
        FOLLOWING.contains(&diagnostic.code)
            && !self.keys.contains(&diagnostic.span)
            && diagnostic.message.split('`').skip(1).step_by(2).any(|word| self.components.contains_key(word))
    }
}

/// Whether a name lacks a digit of another, or has other marks between its words.
fn is_letters_away(name: &str, meant: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).count();
    let letters = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    is_slip(name, meant) && (letters(name) == letters(meant) || (1..digits(meant)).contains(&digits(name)))
}

/// The one word in which two names of several differ, by a slip that leaves their numbers alone.
fn odd_words<'a>(name: &'a str, meant: &'a str) -> Option<(&'a str, &'a str)> {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    if !is_slip(name, meant) || digits(name) != digits(meant) {
        return None;
    }
    let mut apart = words(name).zip(words(meant)).filter(|(one, other)| one != other);
    let pair = apart.next().filter(|(one, other)| one.len() > 2 && other.len() > 2);
    pair.filter(|_| apart.next().is_none() && words(name).count() == words(meant).count())
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word stands in no other name, and the one that is meant does.
fn is_strange(names: &FxHashMap<&str, Known<'_>>, (word, meant): (&str, &str)) -> bool {
    let code = names.values().flat_map(|known| &known.defined).filter_map(|d| d.code);
    let count = |wanted: &str| {
        let all = names.keys().copied().chain(code.clone());
        all.filter(|name| words(name).any(|w| w == wanted)).take(3).count()
    };
    count(word) == 1 && count(meant) > 1
}
