//! Failures of templates in words that their authors know from Jinja2.

use super::globals::ALONE;
use super::operators::word;
use super::scan::unclosed;
use super::{Failure, Jinja, filters};
use crate::error::Error;
use crate::scaffold::data;
use crate::text::did_you_mean;
use minijinja::{ErrorKind, Value};
use std::error::Error as _;
use std::ops::Range;
use std::path::Path;

/// Words that begin tags.
const TAGS: [&str; 20] = [
    "autoescape",
    "block",
    "break",
    "call",
    "continue",
    "do",
    "elif",
    "else",
    "extends",
    "filter",
    "for",
    "from",
    "if",
    "import",
    "include",
    "macro",
    "raw",
    "set",
    "with",
    "yield",
];

/// Names that mean something in every template.
const GLOBALS: [&str; 9] =
    ["cycler", "dict", "joiner", "lipsum", "make_secret", "namespace", "now", "pathjoin", "range"];

/// A failure as one of our errors, without its place; names that are known may have been meant.
pub(in crate::scaffold) fn explain(failure: &Failure, context: &Value) -> Error {
    let failure = innermost(failure);
    let error = Error::new(message(failure));
    let hint = match failure.kind() {
        ErrorKind::UnknownFilter => did_you_mean(&named(failure, "filter"), filters::names()),
        ErrorKind::UnknownTest => did_you_mean(&named(failure, "test"), filters::TESTS),
        ErrorKind::UndefinedError | ErrorKind::UnknownFunction => {
            let known = data::data(context);
            let name = match failure.kind() {
                ErrorKind::UnknownFunction => failure.detail().and_then(|detail| detail.strip_suffix(" is unknown")),
                _ => None,
            };
            let name = name.map(str::to_owned).or_else(|| undefined_name(failure));
            // what has no value may still be known: then something else is wrong
            let name = name.filter(|name| !known.contains_key(name));
            let names = known.keys().map(String::as_str).chain(GLOBALS);
            name.and_then(|name| did_you_mean(&name, names))
        }
        ErrorKind::SyntaxError => {
            unknown_tag(failure).filter(|tag| !tag.starts_with("end")).and_then(|tag| did_you_mean(tag, TAGS))
        }
        _ => None,
    };
    error.maybe_hint(hint)
}

/// The cause lies innermost: an include fails because of what is included.
fn innermost(failure: &Failure) -> &Failure {
    match failure.source().and_then(|source| source.downcast_ref::<Failure>()) {
        Some(inner) => innermost(inner),
        None => failure,
    }
}

/// A file of a template that was rendered.
pub(in crate::scaffold) struct File<'a> {
    pub(in crate::scaffold) root: &'a Path,
    pub(in crate::scaffold) path: &'a Path,
    /// Its path in the template.
    pub(in crate::scaffold) name: &'a str,
    pub(in crate::scaffold) text: &'a str,
}

impl Jinja {
    /// The error for a file that cannot be rendered; it points into that file, or into the one that it includes.
    pub(in crate::scaffold) fn failed(&self, failure: &Failure, context: &Value, file: &File<'_>) -> Error {
        let error = explain(failure, context);
        let way = way(failure).into_iter();
        let error = way.fold(error, |error, (name, line)| error.note(format!("included by {name}:{line}")));
        let Some(spot) = spot(failure) else { return error.in_file(file.path) };
        let included = spot.file.as_deref().filter(|name| *name != file.name).map(|name| file.root.join(name));
        let read = included.and_then(|path| Some((std::fs::read_to_string(&path).ok()?, path)));
        let (path, text) = read.as_ref().map_or((file.path, file.text), |(text, path)| (path.as_path(), text.as_str()));
        match is_unclosed(failure).then(|| unclosed(text, &self.envops)).flatten() {
            Some((range, Some(end))) => error.in_text(path, text, range).hint(format!("`{end}` is missing")),
            Some((range, None)) => error.in_text(path, text, range),
            None => {
                let place = spot.in_text(text);
                let expected = unknown_tag(failure).and_then(|_| self.expected_at(text, place.start));
                error.in_text(path, text, place).maybe_hint(expected)
            }
        }
    }

    /// What ends the block that is open at a place.
    fn expected_at(&self, text: &str, at: usize) -> Option<String> {
        let start = text[..at].rfind(&self.envops.block.0)?;
        let (_, end) = unclosed(&text[..start], &self.envops)?;
        end.map(|end| format!("the block that is open here ends with `{end}`"))
    }
}

/// Whether a template ended where it could not.
fn is_unclosed(failure: &Failure) -> bool {
    let detail = innermost(failure).detail().unwrap_or_default();
    ["input", "comment", "string", "raw block"]
        .iter()
        .any(|what| detail.starts_with(&format!("unexpected end of {what}")))
}

/// The file and the line through which one came to the cause, nearest first.
fn way(failure: &Failure) -> Vec<(String, usize)> {
    let Some(inner) = failure.source().and_then(|source| source.downcast_ref::<Failure>()) else { return Vec::new() };
    let mut way = way(inner);
    way.extend(file_of(failure).zip(failure.line()));
    way
}

/// Where a template failed, as far as its text tells: what is rendered is not quite what was written.
pub(in crate::scaffold) struct Spot {
    /// The file; none for a text that is no file.
    pub(in crate::scaffold) file: Option<String>,
    /// The line, from 1.
    line: usize,
    /// What stands there.
    words: String,
}

/// The file of a template, where it is one.
fn file_of(failure: &Failure) -> Option<String> {
    failure.name().filter(|name| !name.starts_with('<')).map(|name| name.trim_start_matches(ALONE).to_owned())
}

/// Where a failure came from.
pub(in crate::scaffold) fn spot(failure: &Failure) -> Option<Spot> {
    let failure = innermost(failure);
    let words = failure.template_source().zip(failure.range()).and_then(|(source, range)| source.get(range));
    let words = words.unwrap_or_default().lines().next().unwrap_or_default().trim();
    Some(Spot { file: file_of(failure), line: failure.line()?, words: words.to_owned() })
}

impl Spot {
    /// Where the words stand in a text; of what operators have become at least the first name.
    pub(in crate::scaffold) fn words_in(&self, text: &str) -> Option<Range<usize>> {
        let own = as_written(&self.words);
        let found = [self.words.as_str(), own, word(own)].into_iter().filter(|words| !words.is_empty());
        found.into_iter().find_map(|words| text.find(words).map(|start| start..start + words.len()))
    }

    /// The place in the text of a file: the words in their line, or all of it.
    pub(in crate::scaffold) fn in_text(&self, text: &str) -> Range<usize> {
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            start += line.len();
            (start - line.len(), line)
        });
        // what is missing at the end is missing behind the last line
        let Some((start, line)) = lines.take(self.line).filter(|(_, line)| !line.trim().is_empty()).last() else {
            return 0..0;
        };
        let blank = line.len() - line.trim_start().len();
        let range = self.words_in(line).unwrap_or(blank..line.trim_end().len());
        start + range.start..start + range.end
    }
}

/// A name behind what operators have become.
fn as_written(text: &str) -> &str {
    let calls = ["__percent(", "__minus(", "__join(", "__own(("];
    calls.iter().find_map(|call| text.strip_prefix(call)).unwrap_or(text)
}

/// The word of a tag that nothing begins or ends with.
fn unknown_tag(failure: &Failure) -> Option<&str> {
    innermost(failure).detail()?.strip_prefix("unknown statement ")
}

/// That a value or an argument is none that can be worked with.
pub(super) fn wrong(message: impl Into<String>) -> Failure {
    Failure::new(ErrorKind::InvalidOperation, message.into())
}

/// What went wrong, in one line; Jinja2's own words where it has some.
pub(in crate::scaffold) fn message(failure: &Failure) -> String {
    raw_message(failure).replace(ALONE, "").replace("\\u{1}", "")
}

fn raw_message(failure: &Failure) -> String {
    let failure = innermost(failure);
    match failure.kind() {
        ErrorKind::UndefinedError => match undefined_name(failure) {
            Some(name) => format!("'{name}' is undefined"),
            None => failure.detail().unwrap_or("an undefined value is used").to_owned(),
        },
        ErrorKind::UnknownFunction => {
            let detail = failure.detail().unwrap_or_default();
            format!("'{}' is undefined", detail.strip_suffix(" is unknown").unwrap_or(detail))
        }
        ErrorKind::UnknownFilter => format!("No filter named '{}'.", named(failure, "filter")),
        ErrorKind::UnknownTest => format!("No test named '{}'.", named(failure, "test")),
        ErrorKind::UnknownMethod => {
            let detail = failure.detail().unwrap_or_default();
            let (kind, name) = detail.split_once(" has no method named ").unwrap_or(("object", detail));
            let class = match kind {
                "string" => "str",
                "map" => "dict",
                "sequence" => "list",
                "none" => "NoneType",
                other => other,
            };
            format!("'{class} object' has no attribute '{name}'")
        }
        ErrorKind::SyntaxError if unknown_tag(failure).is_some() => {
            format!("Encountered unknown tag '{}'.", unknown_tag(failure).unwrap_or_default())
        }
        _ => failure.detail().map_or_else(|| failure.kind().to_string(), str::to_owned),
    }
}

/// The name in a detail such as `filter x is unknown`.
fn named(failure: &Failure, what: &str) -> String {
    let detail = failure.detail().unwrap_or_default();
    let rest = detail.strip_prefix(what).unwrap_or(detail).trim();
    rest.strip_suffix("is unknown").unwrap_or(rest).trim().trim_matches(['`', '\'', '"']).to_owned()
}

/// The name that is undefined, as far as the failure tells.
fn undefined_name(failure: &Failure) -> Option<String> {
    let source = failure.template_source()?;
    let range = failure.range()?;
    let text = source.get(range)?;
    Some(word(as_written(text)).to_owned()).filter(|name| !name.is_empty())
}
