//! The other side of a template that finds nothing: a value that is set under a name which is nearly the one that is read.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use crate::code;
use crate::text::{Span, is_slip};
use crate::value::{Key, Map, Value};

/// The key that was most likely meant to be the one that `path` asks for, where nothing reads it as it is written.
pub(super) fn check(repo: &Repo, sections: &Value, path: &[String], span: Span) -> Option<Diagnostic> {
    let key = match path.first()?.as_str() {
        "locals" => slip(repo.source_manifest(span)?.value.get("locals")?.as_map()?, path.get(1)?).cloned(),
        // code reads vars, and programs the environment
        "settings" => in_sections(sections, path).cloned(),
        _ => None,
    }?;
    let texts = || repo.manifests.iter().map(|m| &*m.source.text);
    let is_read = |text: &str| text.contains(&format!(".{}", key.name));
    if key.span.is_none() || texts().any(is_read) {
        return None;
    }
    // where more files set the one name than ask for the other, the template is wrong
    let asked = texts().filter(|text| text.contains(&format!(".{}", path.join(".")))).count();
    if files_setting(repo, &key.name) > asked {
        return None;
    }
    let message = format!("nothing reads `{}`: templates ask for `.{}`", key.name, path.join("."));
    Some(Diagnostic::new(&code::TEMPLATE_MISSING, message, key.span).hint("correct one of the two names"))
}

/// How many manifests have a key of that name.
pub(super) fn files_setting(repo: &Repo, name: &str) -> usize {
    let is_it = |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    repo.manifests.iter().filter(|m| m.source.text.lines().any(is_it)).count()
}

/// A slip of the first name that is not there, or of the one before it where that has what is asked for.
fn in_sections<'a>(sections: &'a Value, path: &[String]) -> Option<&'a Key> {
    let mut above: Option<&Map> = None;
    let mut at = sections;
    for (depth, name) in path.iter().enumerate() {
        let Some(next) = at.get(name) else {
            let own = at.as_map().filter(|_| depth > 0).and_then(|map| slip(map, name));
            return own.or_else(|| {
                let (above, last) = (above.filter(|_| depth > 1)?, path.get(depth - 1)?);
                let key = slip(above, last)?;
                above.get(&key.name)?.get(name).map(|_| key)
            });
        };
        above = at.as_map();
        at = next;
    }
    None
}

fn slip<'a>(map: &'a Map, name: &str) -> Option<&'a Key> {
    map.iter().map(|(key, _)| key).find(|key| {
        let other = key.name.starts_with(name) || name.starts_with(&*key.name);
        !other && is_slip(&key.name, name)
    })
}
