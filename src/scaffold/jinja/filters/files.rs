//! Filters over paths.

use super::{Arguments, Failure, Filter};
use crate::scaffold::source::home;
use minijinja::Value;
use minijinja::value::Tuple;
use regex::{Captures, Regex};
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("basename", |value, _| Ok(Value::from(split(&value.to_string()).1))),
    ("dirname", |value, _| Ok(Value::from(dirname(&value.to_string())))),
    ("expanduser", |value, _| Ok(Value::from(home(&value.to_string()).to_string_lossy().into_owned()))),
    ("expandvars", |value, _| Ok(Value::from(expand_variables(&value.to_string())))),
    ("fileglob", fileglob),
    ("realpath", |value, _| Ok(Value::from(real(&value.to_string()).to_string_lossy().into_owned()))),
    ("relpath", relative),
    ("splitext", |value, _| Ok(split_extension(&value.to_string()))),
    ("win_basename", |value, _| Ok(Value::from(win_split(&value.to_string()).1))),
    ("win_dirname", |value, _| Ok(Value::from(win_split(&value.to_string()).0))),
    ("win_splitdrive", |value, _| {
        let (drive, rest) = drive(&value.to_string());
        Ok(pair(drive, rest))
    }),
];

/// What stands before the last slash, the slash included, and behind it.
fn split(path: &str) -> (String, String) {
    let at = path.rfind('/').map_or(0, |at| at + 1);
    (path[..at].to_owned(), path[at..].to_owned())
}

fn dirname(path: &str) -> String {
    let head = split(path).0;
    let trimmed = head.trim_end_matches('/');
    if trimmed.is_empty() { head } else { trimmed.to_owned() }
}

fn expand_variables(text: &str) -> String {
    static VARIABLE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\$(?:(\w+)|\{([^}]*)\})").expect("the pattern is right"));
    let value = |found: &Captures<'_>| {
        let name = found.get(1).or_else(|| found.get(2)).map_or("", |name| name.as_str());
        std::env::var(name).unwrap_or_else(|_| found[0].to_owned())
    };
    VARIABLE.replace_all(text, value).into_owned()
}

/// The regular files that a pattern matches, relative to where gaia runs.
fn fileglob(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let pattern = value.to_string();
    let glob = globset::GlobBuilder::new(&pattern).literal_separator(true).build();
    let matcher = glob.map_err(|e| super::wrong(e.to_string()))?.compile_matcher();
    let is_magic = |part: &str| part.contains(['*', '?', '[']);
    let fixed: PathBuf = Path::new(&pattern).iter().take_while(|part| !is_magic(&part.to_string_lossy())).collect();
    let depth = Path::new(&pattern).iter().count() - fixed.iter().count();
    let base = if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed };
    let entries = walkdir::WalkDir::new(&base).max_depth(depth).sort_by_file_name().into_iter().flatten();
    let paths = entries.map(walkdir::DirEntry::into_path).filter(|path| path.is_file());
    let named = paths.map(|path| path.strip_prefix("./").map(Path::to_owned).unwrap_or(path));
    Ok(named
        .filter(|path| matcher.is_match(path))
        .map(|path| Value::from(path.to_string_lossy().into_owned()))
        .collect())
}

fn real(path: &str) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path));
    absolute.canonicalize().unwrap_or_else(|_| normal(&absolute))
}

/// The path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(normal.pop()),
            Component::CurDir => {}
            other => normal.push(other),
        }
    }
    normal
}

fn relative(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let absolute = |path: &str| std::path::absolute(path).map_or_else(|_| PathBuf::from(path), |p| normal(&p));
    let path = absolute(&value.to_string());
    let start = absolute(&args.text(0, "start").unwrap_or_else(|| ".".to_owned()));
    let common = path.components().zip(start.components()).take_while(|(a, b)| a == b).count();
    let up = start.components().skip(common).map(|_| Component::ParentDir);
    let relative: PathBuf = up.chain(path.components().skip(common)).collect();
    let text = relative.to_string_lossy().into_owned();
    Ok(Value::from(if text.is_empty() { ".".to_owned() } else { text }))
}

fn split_extension(path: &str) -> Value {
    let (head, tail) = split(path);
    let leading = tail.len() - tail.trim_start_matches('.').len();
    let at = tail.rfind('.').filter(|at| *at >= leading && *at > 0).unwrap_or(tail.len());
    pair(format!("{head}{}", &tail[..at]), tail[at..].to_owned())
}

fn pair(a: String, b: String) -> Value {
    Value::from_object(Tuple::new(vec![a.into(), b.into()]))
}

fn drive(path: &str) -> (String, String) {
    let at = if path.get(1..2) == Some(":") { 2 } else { 0 };
    (path[..at].to_owned(), path[at..].to_owned())
}

fn win_split(path: &str) -> (String, String) {
    let (drive, rest) = drive(path);
    let at = rest.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let trimmed = rest[..at].trim_end_matches(['/', '\\']);
    let head = if trimmed.is_empty() { &rest[..at] } else { trimmed };
    (format!("{drive}{head}"), rest[at..].to_owned())
}
