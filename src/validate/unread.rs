//! The other side of a template that finds nothing: a value that is set under a name which is nearly the one that is read.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code;
use crate::text::{Span, is_slip};
use crate::value::{Key, Map, Value};

/// The key that was most likely meant to be the one that `path` asks for, where nothing reads it as it is written.
pub(super) fn check(repo: &Repo, sections: &Value, path: &[String], span: Span) -> Option<Diagnostic> {
    let key = match path.first()?.as_str() {
        "locals" => slip(repo.source_manifest(span)?.value.get("locals")?.as_map()?, path.get(1)?, &|| false).cloned(),
        // code reads vars, and programs the environment
        "settings" => {
            let last = path.last()?;
            in_sections(sections, path, &|| files_setting(repo, last) > 0).cloned()
        }
        _ => None,
    }?;
    let texts = || repo.manifests.iter().map(|m| &*m.source.text);
    let is_read = |text: &str| text.contains(&format!(".{}", key.name));
    if key.span.is_none() || texts().any(is_read) {
        return None;
    }
    // where more files set the one name than ask for the other, the template is wrong
    if files_setting(repo, &key.name) > files_asking(repo, path) {
        return None;
    }
    let message = format!("nothing reads `{}`: templates ask for `.{}`", key.name, path.join("."));
    Some(Diagnostic::new(&code::TEMPLATE_MISSING, message, key.span).hint("correct one of the two names"))
}

/// Whether it is the key alone that is wrong: others are found by the name that is asked for, or more files ask for it than
/// set the key.
pub(super) fn is_alone(repo: &Repo, unread: &Diagnostic, path: &[String], name: &str) -> bool {
    let key = unread.message.split('`').nth(1).unwrap_or_default();
    files_setting(repo, name) > 0 || files_asking(repo, path) > files_setting(repo, key)
}

fn files_asking(repo: &Repo, path: &[String]) -> usize {
    let asked = format!(".{}", path.join("."));
    repo.manifests.iter().filter(|m| m.source.text.contains(&asked)).count()
}

/// How many manifests have a key of that name.
fn files_setting(repo: &Repo, name: &str) -> usize {
    let is_it = |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    repo.manifests.iter().filter(|m| m.source.text.lines().any(is_it)).count()
}

/// A slip of the first name that is not there, or of the one before it where that has what is asked for.
fn in_sections<'a>(sections: &'a Value, path: &[String], is_set: &dyn Fn() -> bool) -> Option<&'a Key> {
    let mut above: Option<&Map> = None;
    let mut at = sections;
    for (depth, name) in path.iter().enumerate() {
        let Some(next) = at.get(name) else {
            let own = at.as_map().filter(|_| depth > 0).and_then(|map| slip(map, name, is_set));
            return own.or_else(|| {
                let (above, last) = (above.filter(|_| depth > 1)?, path.get(depth - 1)?);
                let key = slip(above, last, is_set)?;
                above.get(&key.name)?.get(name).map(|_| key)
            });
        };
        above = at.as_map();
        at = next;
    }
    None
}

/// A key that is nearly the name. One that is longer or shorter by its end is another thing, unless the name is set elsewhere.
fn slip<'a>(map: &'a Map, name: &str, is_set: &dyn Fn() -> bool) -> Option<&'a Key> {
    map.iter().map(|(key, _)| key).find(|key| {
        let other = key.name.starts_with(name) || name.starts_with(&*key.name);
        is_slip(&key.name, name) && (!other || is_set())
    })
}
