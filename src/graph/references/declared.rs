//! What a component declares: `dependencies`, `settings.depends_on`, `depends_on`.

use super::{Reader, Reference, References, Target, reason};
use crate::graph::dependencies::Entry;
use crate::graph::model::{FileDependency, Form};
use crate::value::{Data, Value};

/// The dependencies that a component declares. As in Atmos, `dependencies.components` wins whole over
/// `settings.depends_on` if it names any component, and that over the component's own `depends_on`; files and folders of all
/// count.
pub(super) fn declared(reader: &Reader<'_>) -> References {
    let mut references = References::default();
    let sections = &reader.placed.component.sections;
    let own = reader.engine.own_depends_on(&reader.placed.component);
    let lists = [
        (Form::DependenciesComponents, sections.dig(["dependencies", "components"])),
        (Form::SettingsDependsOn, sections.dig(["settings", "depends_on"])),
        (Form::DependsOn, own.as_ref()),
    ];
    for (form, list) in lists {
        let Some(list) = list else { continue };
        let wanted = references.found.is_empty();
        for (path, entry) in entries(form, list) {
            match read(reader, form, &path, entry) {
                Some(Read::Reference(reference)) if wanted => references.found.push(*reference),
                Some(Read::File(file)) => references.files.push(file),
                _ => {}
            }
        }
    }
    for (key, folder) in [("files", false), ("folders", true)] {
        let paths = sections.dig(["dependencies", key]).and_then(Value::as_seq).unwrap_or_default();
        let named = paths.iter().filter_map(|path| Some((path.as_str()?, path.span)));
        references.files.extend(named.map(|(path, span)| FileDependency { path: path.to_owned(), folder, span }));
    }
    references
}

enum Read {
    Reference(Box<Reference>),
    File(FileDependency),
}

/// The entries of a list or map with their paths in the component.
fn entries(form: Form, list: &Value) -> Vec<(String, &Value)> {
    let name = form.name();
    match &list.data {
        Data::Seq(items) => items.iter().enumerate().map(|(n, item)| (format!("{name}[{n}]"), item)).collect(),
        Data::Map(map) => map.iter().map(|(key, item)| (format!("{name}.{}", key.name), item)).collect(),
        _ => Vec::new(),
    }
}

/// What an entry names; `None` where it has a wrong type, which is for `validate` to tell.
fn read(reader: &Reader<'_>, form: Form, path: &str, entry: &Value) -> Option<Read> {
    if let Some(name) = entry.as_str() {
        let target = match reader.rendered(name) {
            Some(name) => Target::Bare(name),
            None => Target::Dynamic(name.to_owned()),
        };
        return Some(Read::Reference(Box::new(Reference { target, reason: reason(form, entry.span, path, name) })));
    }
    let modern = form == Form::DependenciesComponents;
    let mut dependency = match if modern { Entry::modern(entry)? } else { Entry::legacy(entry)? } {
        Entry::Component(dependency) if dependency.component.is_empty() => return None,
        Entry::Component(dependency) => dependency,
        Entry::File(file) => return Some(Read::File(file)),
    };
    let span = dependency.span;
    let written = dependency.component.clone();
    let fields = [&mut dependency.component, &mut dependency.stack].into_iter().chain(&mut dependency.context);
    let mut known = true;
    for field in fields.filter(|f| !f.is_empty()) {
        match reader.rendered(field) {
            Some(rendered) => *field = rendered,
            None => known = false,
        }
    }
    let target = if known { Target::Declared(dependency) } else { Target::Dynamic(written.clone()) };
    Some(Read::Reference(Box::new(Reference { target, reason: reason(form, span, path, written) })))
}
