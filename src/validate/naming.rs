//! The rule in atmos.yaml by which stacks are named, where a word of it names nothing: one mistake, however many stacks
//! have no name of it.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::{Member, Summary};
use crate::code;
use crate::engine::Manifest;
use crate::text::{Span, is_slip, nearest};
use crate::value::{Map, Value};
use crate::workspace::Workspace;
use rustc_hash::FxHashSet;

pub(super) const TOKENS: [&str; 4] = ["{namespace}", "{tenant}", "{environment}", "{stage}"];

/// A word of the rule that is misspelt.
pub(super) struct Slip {
    /// The setting of `stacks` that has it.
    setting: &'static str,
    word: String,
    meant: String,
    /// The keys in manifests that are the mistake, where the rule asks for what everybody calls so.
    keys: Vec<Span>,
}

/// The words of the rule that name nothing, and that a slip keeps from naming something.
pub(super) fn slips(repo: &Repo) -> Vec<Slip> {
    let written = &repo.engine.workspace().written;
    let rule = |key: &str| written.dig(["stacks", key]).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(template) = rule("name_template") {
        let asked = vars_of(template).filter(|var| !repo.manifests.iter().any(|m| sets(m, var)));
        let slip = |word: &str| {
            let vars = || repo.manifests.iter().filter_map(|m| m.value.get("vars")?.as_map());
            let meant = nearest(word, vars().flat_map(Map::names).filter(|name| is_slip(word, name)))?.to_owned();
            let is_usual = TOKENS.iter().any(|token| token.trim_matches(['{', '}']) == word);
            let keys = vars().filter_map(|vars| Some(vars.get_entry(&meant)?.0.span)).filter(|_| is_usual).collect();
            Some(Slip { setting: "name_template", word: word.to_owned(), meant, keys })
        };
        return asked.filter_map(slip).collect();
    }
    let tokens = rule("name_pattern").into_iter().flat_map(|pattern| pattern.split('-'));
    let unknown = tokens.filter(|token| !TOKENS.contains(token) && token.starts_with('{') && token.ends_with('}'));
    let slip = |token: &str| {
        let meant = TOKENS.into_iter().find(|known| is_slip(token, known))?.to_owned();
        Some(Slip { setting: "name_pattern", word: token.to_owned(), meant, keys: Vec::new() })
    };
    unknown.filter_map(slip).collect()
}

/// The same repository, its stacks named as it was meant.
pub(super) fn settled(workspace: &Workspace, slips: &[Slip]) -> Option<Workspace> {
    let setting = slips.first()?.setting;
    let written = workspace.written.dig(["stacks", setting])?.as_str()?.to_owned();
    let meant = slips.iter().fold(written, |rule, slip| rule.replace(&slip.word, &slip.meant));
    Some(workspace.naming_stacks(setting, &meant))
}

/// What is told of a name template; of a pattern the tokens that are none are told anyway.
pub(super) fn told(repo: &Repo, slips: &[Slip]) -> Vec<Diagnostic> {
    let tell = |slip: &Slip| -> Vec<Diagnostic> {
        let Slip { word, meant, keys, .. } = slip;
        let at = |key: &Span| {
            let message = format!("`name_template` asks for `{word}`, and nothing sets it");
            let hint = format!("did you mean `{word}` instead of `{meant}`?");
            Diagnostic::new(&code::NO_NAME, message, *key).hint(hint)
        };
        if keys.is_empty() {
            unset(repo, word, Some(meant)).into_iter().collect()
        } else {
            keys.iter().map(at).collect()
        }
    };
    slips.iter().filter(|slip| slip.setting == "name_template").flat_map(tell).collect::<Vec<_>>()
}

/// Whether a misspelt token, over which Atmos passes, gives several stacks one name; `None` where no token is misspelt.
pub(super) fn shares_names(repo: &Repo, summaries: &[Summary]) -> Option<bool> {
    let workspace = repo.engine.workspace();
    let pattern = |from: &'_ Value| from.dig(["stacks", "name_pattern"]).and_then(Value::as_str).map(str::to_owned);
    let written = pattern(&workspace.written).filter(|written| pattern(&workspace.config).as_ref() != Some(written))?;
    let name = |member: &Member| {
        let tokens = written.split('-').filter_map(|token| TOKENS.iter().position(|known| *known == token));
        tokens.map(|at| member.context[at].clone()).collect::<Vec<_>>()
    };
    let unnamed = summaries.iter().filter(|summary| summary.stack.own.get("name").is_none());
    let mut names = FxHashSet::default();
    Some(unnamed.filter_map(|summary| summary.members.first()).any(|member| !names.insert(name(member))))
}

/// The vars that a template reads: `stage` of `{{ .vars.stage }}`.
fn vars_of(template: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let read = template.split(".vars.").skip(1);
    read.map(move |rest| &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())]).filter(|name| !name.is_empty())
}

/// The vars that the rule makes names of, in its order.
pub(super) fn asked(repo: &Repo) -> Vec<&str> {
    let stacks = &repo.engine.workspace().config;
    let rule = |key: &str| stacks.dig(["stacks", key]).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(template) = rule("name_template") {
        return vars_of(template).collect();
    }
    let pattern = rule("name_pattern").unwrap_or_default();
    TOKENS.into_iter().filter(|token| pattern.contains(token)).map(|token| token.trim_matches(['{', '}'])).collect()
}

fn sets(manifest: &Manifest, var: &str) -> bool {
    let has = |holder: &Value| holder.dig(["vars", var]).is_some();
    let of_types = || manifest.value.as_map().into_iter().flat_map(Map::values).any(has);
    has(&manifest.value) || of_types() || manifest.components().any(|(_, component)| has(component))
}

/// Whether the name template gives no stack a name, which is one mistake; with what is to be told of it, unless that was.
pub(super) fn blames_template(repo: &Repo, summaries: &[Summary], told: &[Diagnostic]) -> (bool, Option<Diagnostic>) {
    if told.iter().any(|d| *d.code == code::TEMPLATE_SYNTAX && d.message.starts_with("`name_template`")) {
        return (true, None);
    }
    let blamed = unanswered(repo, summaries);
    (blamed.is_some(), blamed)
}

/// What a name template asks for and no stack has.
fn unanswered(repo: &Repo, summaries: &[Summary]) -> Option<Diagnostic> {
    let misnamed: Vec<&Diagnostic> =
        summaries.iter().filter_map(|s| s.found.iter().find(|d| *d.code == code::NO_NAME)).collect();
    let one = misnamed.first().filter(|_| summaries.len() > 1 && misnamed.len() == summaries.len())?;
    let asked = one.message.rsplit('`').nth(1).unwrap_or_default();
    let vars = keys_of_first(summaries, "vars");
    unset(repo, asked, nearest(asked, vars.iter().map(String::as_str)))
}

fn unset(repo: &Repo, asked: &str, meant: Option<&str>) -> Option<Diagnostic> {
    let template = repo.engine.workspace().written.dig(["stacks", "name_template"])?;
    let message = format!("no stack has what `name_template` asks for: `{asked}`");
    let diagnostic = Diagnostic::new(&code::NO_NAME, message, repo.word(template.span, asked))
        .maybe_hint(meant.map(|meant| format!("did you mean `{meant}`?")));
    Some(diagnostic.in_file(repo.engine.workspace().config_files.last().cloned().unwrap_or_default()))
}

/// The keys of a section of the first stack.
fn keys_of_first(summaries: &[Summary], section: &str) -> Vec<String> {
    let map = summaries.first().and_then(|s| s.stack.merged.get(section)).and_then(Value::as_map);
    map.into_iter().flat_map(Map::names).map(str::to_owned).collect()
}
