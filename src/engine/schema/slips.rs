//! What Atmos takes as it is written, and hardly anybody means: keys and words that are nearly those it knows.

use super::check::is_of_kind;
use super::shape::{Form, Meaning, Others, Shape};
use crate::code;
use crate::error::Error;
use crate::hcl::version;
use crate::text::{is_slip, nearest};
use crate::value::{Data, Map, Value};

/// Everything in `value` that is nearly something else.
pub(super) fn slips(value: &Value, shape: &'static Shape) -> Vec<Error> {
    let mut found = Vec::new();
    let Some(fields) = shape.fields() else { return found };
    // the top of a manifest holds what people like, and has a check of its own
    for (key, item) in value.as_map().into_iter().flat_map(Map::iter) {
        let Some((_, shape)) = fields.field(&key.name) else { continue };
        match shape.fields().filter(|_| &*key.name == "components") {
            Some(types) => {
                for (kind, components) in item.as_map().into_iter().flat_map(Map::iter) {
                    let Some((_, shape)) = types.field(&kind.name) else {
                        found.extend(looks_like_component(components).then(|| {
                            let error = Error::new(format!("`{}` is taken for a type of components here", kind.name));
                            error.code(&code::UNKNOWN_TYPE).at(kind.span).hint("indent it with what is below it")
                        }));
                        continue;
                    };
                    walk(components, shape, &kind.name, &mut found);
                    let names = components.as_map().into_iter().flat_map(Map::iter);
                    for (name, component) in names.filter(|(name, _)| SECTIONS.contains(&&*name.name)) {
                        found.extend((!looks_like_component(component)).then(|| {
                            let error = Error::new(format!("`{}` is taken for a component here", name.name));
                            error.code(&code::UNKNOWN_KEY).at(name.span).hint("indent it with what is below it")
                        }));
                    }
                }
            }
            None => walk(item, shape, &key.name, &mut found),
        }
    }
    found
}

/// Sections that nearly all components have.
const SECTIONS: [&str; 5] = ["env", "import", "metadata", "settings", "vars"];

fn looks_like_component(value: &Value) -> bool {
    ["metadata", "settings", "vars"].iter().any(|section| value.get(section).is_some_and(|s| s.as_map().is_some()))
}

/// `section` is the key of what holds the value.
fn walk(value: &Value, shape: &'static Shape, section: &str, found: &mut Vec<Error>) {
    match (&shape.form, &value.data) {
        (Form::Fields(fields), Data::Map(map)) => {
            for (key, item) in map.iter() {
                if let Some(shape) = fields.field(&key.name).map(|(_, s)| *s).or_else(|| fields.others.shape(&key.name))
                {
                    walk(item, shape, &key.name, found);
                } else if matches!(fields.others, Others::Any) {
                    if item.is_null() && SECTIONS.contains(&&*key.name) {
                        let error = Error::new(format!("`{}` stands in `{section}`, and holds nothing", key.name));
                        let error = error.code(&code::UNKNOWN_KEY).at(key.span);
                        found.push(error.hint("indent it as the other sections, and what is below it with it"));
                        continue;
                    }
                    let known = fields.known.iter().map(|(name, _)| *name).filter(|name| !map.contains(name));
                    found.extend(key_slip(&key.name, known, section).map(|e| e.at(key.span)));
                }
            }
        }
        (Form::List(list), Data::Seq(items)) => items.iter().for_each(|item| walk(item, list.of, section, found)),
        (Form::Either(shapes), _) => {
            shapes.iter().filter(|s| is_of_kind(value, &s.form)).take(1).for_each(|s| walk(value, s, section, found));
        }
        (Form::Meant(meaning), Data::Str(text)) if !text.contains("{{") && !text.starts_with('!') => {
            found.extend(meaning.fault(text, section).map(|e| e.code(&code::UNKNOWN_VALUE).at(value.span)));
        }
        _ => {}
    }
}

/// Among settings, which are everybody's, one letter more makes another name as often as a slip.
fn key_slip<'a>(key: &str, mut known: impl Iterator<Item = &'a str>, section: &str) -> Option<Error> {
    let is_other = |known: &str| section == "settings" && (key.starts_with(known) || known.starts_with(key));
    let meant = known.find(|known| is_slip(key, known) && !is_other(known))?;
    let error = Error::new(format!("Atmos knows no `{key}` in `{section}`")).code(&code::UNKNOWN_KEY);
    Some(error.hint(format!("did you mean `{meant}`?")))
}

impl Meaning {
    fn fault(self, text: &str, section: &str) -> Option<Error> {
        match self {
            Meaning::Words(words) => {
                let near = nearest(text, words.iter().copied()).filter(|_| !words.contains(&text))?;
                Some(
                    Error::new(format!("Atmos knows no `{text}` among `{section}`"))
                        .hint(format!("did you mean `{near}`?")),
                )
            }
            Meaning::Duration => {
                let is_duration = text.is_empty() || text.parse::<jiff::SignedDuration>().is_ok();
                let error = || Error::new(format!("`{section}` must be a duration, not `{text}`"));
                (!is_duration).then(|| error().hint("write `30s`, `10m` or `1h30m`"))
            }
            Meaning::Name => {
                let error = || Error::new(format!("`{section}` is empty, and names nothing"));
                text.is_empty().then(|| error().hint("name it, or take the line away"))
            }
            Meaning::Versions => {
                let wrong = version::fault(text)?;
                let error = Error::new(format!("`{wrong}` is no version constraint"));
                Some(error.hint("write `>= 1.5`, `~> 5.0` or `1.9.2`"))
            }
        }
    }
}
