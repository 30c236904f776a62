//! The documents of `copier.yml`, with what `!include` brings, merged into one.

use crate::error::{Error, Result};
use crate::scaffold::data::{self, Data};
use crate::yaml::python::{self, Node};
use globset::GlobBuilder;
use minijinja::Value;
use std::fs;
use std::path::{Component, Path};
use walkdir::WalkDir;

/// Settings whose lists add up over documents.
const ADDED_UP: [&str; 4] = ["_exclude", "_jinja_extensions", "_secret_questions", "_skip_if_exists"];

/// How deep files may include each other.
const MAX_DEPTH: usize = 20;

/// Everything that a template's file says.
pub(super) fn load(root: &Path, file: &Path) -> Result<Data> {
    let mut sections = Vec::new();
    flatten(documents(root, file, 0)?, &mut sections);
    let mut merged = Data::new();
    let mut lists: Vec<(&str, Vec<Value>)> = Vec::new();
    for section in sections {
        let Node::Map(pairs) = section else {
            return Err(Error::new("every document must be a mapping of settings and questions").in_file(file));
        };
        for (key, node) in pairs {
            let key = data::text(&data::from_node(key)?);
            let value = data::from_node(node).map_err(|error| error.in_file(file))?;
            if let Some(name) = ADDED_UP.iter().find(|name| **name == key) {
                match lists.iter_mut().find(|(other, _)| other == name) {
                    Some((_, list)) => list.extend(data::items(&value)),
                    None => lists.push((name, data::items(&value))),
                }
            }
            merged.insert(key, value);
        }
    }
    for (name, list) in lists {
        merged.insert(name.to_owned(), Value::from(list));
    }
    Ok(merged)
}

fn documents(root: &Path, file: &Path, depth: usize) -> Result<Vec<Node>> {
    if depth > MAX_DEPTH {
        return Err(Error::new(format!("files include each other more than {MAX_DEPTH} levels deep")).in_file(file));
    }
    let invalid = |error: Error| error.context(format!("INVALID CONFIG FILE {}", file.display())).in_file(file);
    let bytes = fs::read(file).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(file))?;
    let text = String::from_utf8(bytes).map_err(|e| invalid(Error::new(e.to_string())))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let nodes = python::load_all(text).map_err(invalid)?;
    nodes.into_iter().map(|node| expand(root, file, node, depth)).collect()
}

/// A node with the documents of the files in place of each `!include`.
fn expand(root: &Path, file: &Path, node: Node, depth: usize) -> Result<Node> {
    let each = |node| expand(root, file, node, depth);
    Ok(match node {
        Node::Tagged(tag, pattern, _) if tag == "!include" => Node::Seq(included(root, file, &pattern, depth)?),
        Node::Seq(items) => Node::Seq(items.into_iter().map(each).collect::<Result<_>>()?),
        Node::Map(pairs) => Node::Map(pairs.into_iter().map(|(k, v)| Ok((each(k)?, each(v)?))).collect::<Result<_>>()?),
        other => other,
    })
}

fn included(root: &Path, file: &Path, pattern: &str, depth: usize) -> Result<Vec<Node>> {
    if Path::new(pattern).is_absolute() {
        return Err(Error::new("YAML include file path must be a relative path").in_file(file));
    }
    let forbidden = |path: &Path| {
        Error::new(format!("\"{}\" is forbidden", path.display()))
            .hint("YAML include file path must be inside the template directory")
            .in_file(file)
    };
    let clean: Vec<_> = Path::new(pattern).components().filter(|part| *part != Component::CurDir).collect();
    // a path that leaves the template cannot be found by walking it
    if clean.contains(&Component::ParentDir) {
        let path = root.join(pattern);
        let path = path.canonicalize().unwrap_or(path);
        if !path.starts_with(root) {
            return Err(forbidden(&path));
        }
        return Ok(section_list(documents(root, &path, depth + 1)?));
    }
    let clean: std::path::PathBuf = clean.into_iter().collect();
    let glob = GlobBuilder::new(&clean.to_string_lossy()).literal_separator(true).build();
    let glob = glob.map_err(|e| Error::new(format!("`!include {pattern}`: {e}")).in_file(file))?.compile_matcher();
    let mut found = Vec::new();
    for entry in WalkDir::new(root).min_depth(1).follow_links(false).sort_by_file_name().into_iter().flatten() {
        let matches = entry.path().strip_prefix(root).is_ok_and(|path| glob.is_match(path));
        if !matches || entry.path().is_dir() {
            continue;
        }
        let path = entry.path().canonicalize().unwrap_or_else(|_| entry.path().to_owned());
        if !path.starts_with(root) {
            return Err(forbidden(&path));
        }
        found.extend(documents(root, &path, depth + 1)?);
    }
    Ok(section_list(found))
}

fn section_list(documents: Vec<Node>) -> Vec<Node> {
    let mut sections = Vec::new();
    flatten(documents, &mut sections);
    sections
}

/// Lists of lists become one list; empty documents go.
fn flatten(nodes: Vec<Node>, sections: &mut Vec<Node>) {
    for node in nodes {
        match node {
            Node::Seq(items) => flatten(items, sections),
            Node::Null => {}
            other => sections.push(other),
        }
    }
}
