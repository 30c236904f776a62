//! The documents of `copier.yml`, with what `!include` brings, merged into one.

use crate::error::{Error, Result};
use crate::scaffold::data::{self, Data};
use crate::scaffold::paths;
use crate::scaffold::texts::{Texts, not_utf8};
use crate::yaml::python::{self, Node};
use globset::GlobBuilder;
use minijinja::Value;
use minijinja::value::ValueKind;
use std::fs;
use std::path::{Component, Path};
use walkdir::WalkDir;

/// Settings whose lists add up over documents.
const ADDED_UP: [&str; 4] = ["_exclude", "_jinja_extensions", "_secret_questions", "_skip_if_exists"];

/// How deep files may include each other.
const MAX_DEPTH: usize = 20;

/// Everything that a template's file says.
pub(super) fn load(root: &Path, file: &Path, texts: &mut Texts) -> Result<Data> {
    let mut sections = Vec::new();
    flatten(Reader { root, texts }.documents(file, 0)?, &mut sections);
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
                if !matches!(value.kind(), ValueKind::Seq | ValueKind::None) {
                    let message = format!("`{name}` must be a list, but is {}", data::repr(&value));
                    return Err(texts.point(Error::new(message), &[name]));
                }
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

/// Reads files and what they include.
struct Reader<'a> {
    root: &'a Path,
    texts: &'a mut Texts,
}

impl Reader<'_> {
    fn documents(&mut self, file: &Path, depth: usize) -> Result<Vec<Node>> {
        if depth > MAX_DEPTH {
            return Err(Error::new(format!("files include each other more than {MAX_DEPTH} levels deep")).in_file(file));
        }
        let invalid = |error: Error| error.context(format!("INVALID CONFIG FILE {}", file.display())).in_file(file);
        let bytes = fs::read(file).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(file))?;
        let text = String::from_utf8(bytes).map_err(|e| invalid(not_utf8(file, &e)))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let nodes = python::load_all_of(file, text).map_err(invalid)?;
        let mut all = Vec::new();
        for node in nodes {
            // what is included may be a value
            if depth == 0 {
                check(&node).map_err(|found| {
                    let start = text.find(found.lines().next().unwrap_or_default()).unwrap_or_default();
                    let end = start + text[start..].lines().next().unwrap_or_default().len();
                    Error::new("every document must be a mapping of settings and questions")
                        .in_text(file, text, start..end)
                        .hint("write `NAME: …`")
                })?;
            }
            all.push(self.expand((file, text), node, depth)?);
        }
        // what includes others comes last, as the place to look at first
        self.texts.add(file, text);
        Ok(all)
    }

    /// A node with the documents of the files in place of each `!include`.
    fn expand(&mut self, (file, text): (&Path, &str), node: Node, depth: usize) -> Result<Node> {
        let mut each = |node| self.expand((file, text), node, depth);
        Ok(match node {
            Node::Tagged(tag, pattern, line) => {
                // the tag in its line
                let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let at = start + text[start..].find(&tag).unwrap_or_default();
                let found = if tag == "!include" {
                    self.included(&pattern, depth)
                } else {
                    let error = Error::new(format!("could not determine a constructor for the tag '{tag}'"));
                    Err(error.hint("`!include FILE` is the only tag that `copier.yml` has"))
                };
                Node::Seq(found.map_err(|error| match error.file() {
                    Some(_) => error,
                    None => error.in_text(file, text, at..at + tag.len()),
                })?)
            }
            Node::Seq(items) => Node::Seq(items.into_iter().map(each).collect::<Result<_>>()?),
            Node::Map(pairs) => {
                Node::Map(pairs.into_iter().map(|(k, v)| Ok((each(k)?, each(v)?))).collect::<Result<_>>()?)
            }
            other => other,
        })
    }

    fn included(&mut self, pattern: &str, depth: usize) -> Result<Vec<Node>> {
        let root = self.root;
        if Path::new(pattern).is_absolute() {
            return Err(Error::new("YAML include file path must be a relative path"));
        }
        let forbidden = |path: &Path| {
            Error::new(format!("\"{}\" is forbidden", path.display()))
                .hint("YAML include file path must be inside the template directory")
        };
        let clean: Vec<_> = Path::new(pattern).components().filter(|part| *part != Component::CurDir).collect();
        // a path that leaves the template cannot be found by walking it
        if clean.contains(&Component::ParentDir) {
            let path = root.join(pattern);
            let path = paths::resolve(&path);
            if !path.starts_with(root) {
                return Err(forbidden(&path));
            }
            return Ok(section_list(self.documents(&path, depth + 1)?));
        }
        let clean: std::path::PathBuf = clean.into_iter().collect();
        let glob = GlobBuilder::new(&clean.to_string_lossy()).literal_separator(true).build();
        let glob = glob.map_err(|e| Error::new(format!("`!include {pattern}`: {e}")))?.compile_matcher();
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
            found.extend(self.documents(&path, depth + 1)?);
        }
        Ok(section_list(found))
    }
}

/// Refuses a document that is neither a mapping nor a list of mappings: tells what is there instead.
fn check(node: &Node) -> std::result::Result<(), String> {
    match node {
        Node::Map(_) | Node::Null | Node::Tagged(..) => Ok(()),
        Node::Seq(items) => items.iter().try_for_each(check),
        other => Err(data::from_node(other.clone()).map(|value| data::text(&value)).unwrap_or_default()),
    }
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
